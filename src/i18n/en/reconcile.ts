import type { Messages } from '../catalog.js';

export const reconcile = {
  'users.reconcile.summary': 'compare logins with the HR list, or find every access of a leaver',
  'users.reconcile.details':
    'With --hr: who has left and can still log in, logins of nobody on the list, shared mailboxes, more rights than the function needs, logins that nobody uses. With --leaver: where one person still has access, over all clients of all saved logins. Nothing is changed: --out writes a plan, and users apply carries it out. No plan locks a client out; only a person found by address or user name is ever put into one. Columns are recognised by headings of four languages. The exit code is 11 if something was found.',
  'users.reconcile.hr': 'the list of employees as CSV, - for stdin',
  'users.reconcile.roles': 'YAML file that says what each function of the list needs',
  'users.reconcile.leaver': 'e-mail address or user name of somebody who leaves',
  'users.reconcile.name': 'first and last name of that person, where the address is another one',
  'users.reconcile.out': 'write a plan for users apply to this file',
  'users.reconcile.force': 'replace that file if it is there already',
  'users.reconcile.dormant': 'unused: no login for so many days (180d)',
  'users.reconcile.neverUsed': 'never used: invited so many days ago (30d)',
  'users.reconcile.deactivate': 'put these logins into the plan as well; may be repeated',
  'users.reconcile.fiduciaries': 'look for fiduciary logins on the list, too',
  'users.reconcile.allowMass': 'so many percent of a client’s logins may go (a third)',
  'users.reconcile.nothing': 'No findings.',
  'users.reconcile.eitherOr': '--hr FILE or --leaver ADDRESS',
  'users.reconcile.noRoles':
    'Rights were not compared: --roles says what each function needs, and the list must have a column for the function.',
  'users.reconcile.noExit':
    'The list has no column for the exit or the employment status: who has left is found only as somebody who is not on it.',
  'users.reconcile.oddStatuses': 'Understood neither as employed nor as left, and passed over: {words}',
  'users.reconcile.unmapped': 'Functions that {file} does not name, whose rights were not compared: {roles}',
  'users.reconcile.fits': {
    one: 'One login was compared, and it fits.',
    other: '{count} logins were compared, and all fit.',
  },
  'users.reconcile.noLogins': 'There is no login that could be compared.',
  'users.reconcile.unseen': {
    one: '{count} place was not looked at, and {person} may still have access there. Log in there as somebody who may manage the users (connect login), then run this again.',
    other:
      '{count} places were not looked at, and {person} may still have access there. Log in there as somebody who may manage the users (connect login), then run this again.',
  },
  'users.reconcile.nowhere': {
    one: 'No access of {person} was found; one client was looked at.',
    other: 'No access of {person} was found; {count} clients were looked at.',
  },
  'users.reconcile.noPlan': 'There is nothing that a plan could change, so none was written.',
  'users.reconcile.planned': {
    one: 'One change is in the plan {file}. Nothing has been changed yet.',
    other: '{count} changes are in the plan {file}. Nothing has been changed yet.',
  },
  'users.reconcile.apply': 'To carry it out: connect users apply {file}',
  'users.reconcile.couldPlan': {
    one: 'A plan could make one change: --out PLAN.json',
    other: 'A plan could make {count} changes: --out PLAN.json',
  },
  'users.reconcile.row': '{file}:{line}  {fault}',
  'users.reconcile.moreRows': {
    one: '… and one more row',
    other: '… and {count} more rows',
  },
  'hrRow.nobody': 'no e-mail address, no user name, no name',
  'hrRow.email': 'no e-mail address: {value}',
  'hrRow.date': 'no day, or one that can be read in two ways: {value} (31.10.2026 or 2026-10-31)',
  'hrRow.order': 'the exit is before the entry: {value}',
  'hrRow.active': 'neither yes nor no: {value}',
  'hrRow.cells': 'more cells than headings: {value}',
  'hrRow.long': 'a cell of more than 500 characters: {value}…',
  'reconcile.leaver-active': 'Has left on {on} (line {line}) and can still log in.',
  'reconcile.leaver-active.status': 'Has left (line {line}) and can still log in.',
  'reconcile.leaver-active.found':
    'Still has access: {status}; administrator: {administrator}; last login: {lastLogin}.',
  'reconcile.leaver-deactivated': 'Is deactivated already.',
  'reconcile.leaver-namesake': 'Has the same name and another address ({email}): perhaps somebody else.',
  'reconcile.leaver-uncertain.name': '{listed} (line {line}) has left. Only the name speaks for this login.',
  'reconcile.leaver-uncertain.apart':
    '{listed} (line {line}) has left and has an address or user name of this login, which belongs to somebody else by its name.',
  'reconcile.leaver-uncertain.contradiction':
    'Line {line} says that {listed} left on {on}, and that {listed} is employed.',
  'reconcile.leaver-uncertain.mailbox': '{listed} (line {line}) has left; others may be behind {email}.',
  'reconcile.leaver-future': 'Leaves on {on} (line {line}).',
  'reconcile.unknown-login': 'Nobody on the list has this address, user name or name.',
  'reconcile.shared-mailbox': '{email} is a shared mailbox: nobody can tell who is behind this login.',
  'reconcile.email-twice': 'The login {other} has the same address, {email}.',
  'reconcile.two-logins': 'The same person seems to have the login {other}, too.',
  'reconcile.excess-rights': 'More than the function {role} needs (line {line}): {themes}',
  'reconcile.excess-rights.administrator': 'Administrator, which the function {role} does not need (line {line}).',
  'reconcile.never-used': {
    one: 'Invited a day ago, and never logged in.',
    other: 'Invited {count} days ago, and never logged in.',
  },
  'reconcile.dormant': {
    one: 'The last login was a day ago.',
    other: 'The last login was {count} days ago.',
  },
  'reconcile.name-differs': 'Is called {listed} in line {line}: perhaps a new name.',
  'reconcile.email-differs': 'Has the address {address} in line {line}, and here {email}.',
  'reconcile.do.deactivate': 'The plan deactivates it.',
  'reconcile.do.edit': 'The plan leaves what the function needs.',
  'reconcile.do.lock-out':
    'Not in the plan, since nobody could administrate {client} afterwards. First: connect users handover {user} --to SUCCESSOR --client {number}',
  'reconcile.do.own-login':
    'Not in the plan, since it is the login you act with. At the very end: connect users deactivate {user} --client {number}',
  'reconcile.do.leaver-uncertain':
    'Find out who uses it. If it is that person: connect users deactivate {user} --client {number}',
  'reconcile.do.leaver-deactivated': 'Nothing to do.',
  'reconcile.do.leaver-future': 'Prepare it: connect users handover {user} --to SUCCESSOR --on {on} --client {number}',
  'reconcile.do.unknown-login': 'Find out who that is. Into the plan: --deactivate unknown-login',
  'reconcile.do.shared-mailbox': 'Give each person a login: connect users new --client {number}',
  'reconcile.do.two-logins': 'One of them is enough: connect users deactivate {user} --client {number}',
  'reconcile.do.excess-rights': 'Check, then: connect users edit {user} --client {number}',
  'reconcile.do.never-used': 'Into the plan: --deactivate never-used',
  'reconcile.do.dormant': 'Into the plan: --deactivate dormant',
  'reconcile.do.name-differs': 'If it is the same person: connect users edit {user} --client {number}',
  'reconcile.portal': 'portal',
  'reconcile.profile': 'profile',
  'reconcile.client': 'client',
  'reconcile.clientName': 'client name',
  'reconcile.severity': 'severity',
  'reconcile.code': 'code',
  'reconcile.person': 'person',
  'reconcile.message': 'why',
  'reconcile.advice': 'what to do',
  'reconcile.action': 'plan',
  'reconcile.obstacle': 'obstacle',
  'reconcile.line': 'line',
  'reconcile.match': 'found by',
  'reconcile.certain': 'certain',
  'reconcile.shared': 'shared mailbox',
  'reconcile.exitOn': 'exit',
  'reconcile.days': 'days',
  'reconcile.excess': 'excess',
  'reconcile.other': 'other login',
  'reconcile.listed': 'in the list',
} as const satisfies Messages;

export const reconcileFailures = {
  'error.hr-list-unreadable': '{file} can’t be read as CSV from line {line} on.',
  'error.hr-list-unreadable.hint':
    'Save the list as CSV (UTF-8), with one row a person. A quotation mark that is never closed may be the reason.',
  'error.hr-list-headings': '{file} has no headings that say who the rows are about.',
  'error.hr-list-headings.hint':
    'Known are, among others: E-mail, User name, First name, Last name, Exit, Status, Function – in German, French and Italian, too.',
  'error.hr-list-too-long': '{file} is longer than an HR list can be: more than {rows} rows or {size} MiB.',
  'error.hr-list-too-long.hint': 'One row a person is enough.',
  'error.hr-list-empty': '{file} names nobody, so nothing was compared.',
  'error.hr-list-empty.hint': 'Export the list again. Below the headings there must be one row a person.',
  'error.hr-list-invalid': {
    one: '{file} has a row that can’t be used, so nothing was compared.',
    other: '{file} has {count} rows that can’t be used, so nothing was compared.',
  },
  'error.hr-list-invalid.hint': 'Mend the rows that are named above, and run the command again.',
  'error.mass-departure':
    '{leaving} of {open} logins would be deactivated, which is more than usual: perhaps the list is incomplete. No plan was written.',
  'error.mass-departure.hint': 'Look at the list. If it is right: --allow-mass {percent}%',
  'error.roles-file-invalid': '{file} does not say what functions need: {where}',
  'error.roles-file-invalid.hint':
    'Expected is: roles: { Payroll clerk: { themes: [salary-declaration] }, CEO: { administrator: true } }',
} as const satisfies Messages;
