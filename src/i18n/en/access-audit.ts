import type { Messages } from '../catalog.js';

export const accessAudit = {
  'users.audit.summary': 'audit the logins: who can administrate, who is dormant, who should not be there',
  'users.audit.details':
    'For all clients of the login, unless --client names some. Finds clients that nobody or only one person can administrate, logins that are dormant, were never used, are locked or have SMS only, and fiduciaries without a valid power of attorney; says for each why it matters and which command mends it. Exit code 11 if there is an error or a warning (with --strict also a note), 8 if a client could not be read. --matrix shows who may do what; --html writes a page to print for the yearly review. --sign-off writes into the journal of receipts who has reviewed what, signed with the key of this computer’s login; “connect receipts” lists, verifies and exports it.',
  'users.audit.dormant': 'a login that nobody has used for so long is dormant (180d)',
  'users.audit.strict': 'exit code 11 for notes, too',
  'users.audit.matrix': 'show users and their themes in place of the findings; CSV in a pipe',
  'users.audit.html': 'write a page to print and sign; - for stdout',
  'users.audit.signOff': 'record that you have reviewed this: signed, in the journal of receipts',
  'users.audit.comment': 'a few words that go along with the sign-off',
  'users.audit.reviewDue': 'access that was not signed off for so long is a finding, such as 365d',
  'users.audit.severity': 'severity',
  'users.audit.user': 'user',
  'users.audit.person': 'person',
  'users.audit.code': 'code',
  'users.audit.message': 'finding',
  'users.audit.why': 'why',
  'users.audit.source': 'source',
  'users.audit.fix': 'what to do',
  'users.audit.command': 'command',
  'users.audit.verdict': 'access',
  'users.audit.administrators': 'administrators',
  'users.audit.invited': 'invited',
  'users.audit.themes': 'themes',
  'users.audit.users': 'users',
  'users.audit.findings': 'findings',
  'users.audit.sha256': 'SHA-256',
  'users.audit.accessSha256': 'SHA-256 of access',
  'users.audit.review': 'last review',
  'users.audit.signedOff': 'signed off',
  'users.audit.name': 'name',
  'users.audit.fund': 'fund',
  'users.audit.empty': 'Nothing was audited.',
  'users.audit.line': '{place}: {severity} {code}: {message}',
  'users.audit.counted':
    'Audited. Clients: {clients}, users: {users}, errors: {errors}, warnings: {warnings}, notes: {notes}.',
  'users.audit.reviewed': '{client} ({number}): last reviewed on {time} by {user}. Access has not changed since.',
  'users.audit.reviewedChanged': '{client} ({number}): last reviewed on {time} by {user}. Access has changed since.',
  'users.audit.neverReviewed': '{client} ({number}): no review is known on this computer.',
  'users.audit.reviews':
    'Reviewed earlier: {unchanged} clients unchanged since, {changed} changed since; without a known review: {never}.',
  'users.audit.written': 'The page is in {file}.',
  'users.audit.will':
    'Sign off the access as it stands: {clients}. Users: {users}, errors: {errors}, warnings: {warnings}, notes: {notes}. SHA-256 {digest}',
  'users.audit.ask': 'Type the first eight characters of that digest, {word}, to sign off:',
  'users.audit.signed': 'Signed off with the key {key}, entry {entry} of {year}: {client} ({number}).',
  'users.audit.signedMany': {
    one: 'Signed off: {count} client, in the journal of {year}.',
    other: 'Signed off: {count} clients, in the journal of {year}.',
  },
  'users.audit.unsigned':
    'Signed off, entry {entry} of {year}: {client} ({number}). This login has no key of its own, so only the journal vouches for it.',
  'users.audit.inOrder': {
    one: '{count} user audited, nothing found.',
    other: '{count} users audited, nothing found.',
  },
  'auditSeverity.error': 'error',
  'auditSeverity.warning': 'warning',
  'auditSeverity.note': 'note',
  'auditSeverity.ok': 'ok',
  'themeShort.employees': 'empl.',
  'themeShort.salary-declaration': 'salary',
  'themeShort.family-allowances': 'family',
  'themeShort.income-compensation': 'income',
  'themeShort.insurance-certificates': 'certif.',
  'themeShort.work-interruption': 'interr.',
  'themeShort.settlements': 'settl.',
  'themeShort.other-business': 'other',
  'themeShort.messages': 'messg.',
  'themeShort.platforms': 'platf.',
} as const satisfies Messages;

export const auditFailures = {
  'error.review-not-kept':
    'The review of {client} could not be written into the journal: {reason}. The clients before it in the list are signed off, this one and those after it are not.',
  'error.review-not-kept.hint': 'Run the command again once the cause is gone: every client is signed off anew.',
} as const satisfies Messages;
