import type { Messages } from '../catalog.js';

export const mandates = {
  'mandates.summary': 'powers of attorney, and until when they are good',
  'mandates.arg.mandate': 'id of the power of attorney',
  'mandates.add.summary': 'note a power of attorney that a client has given',
  'mandates.add.details':
    'Noted on this computer and, where the fund’s portal takes powers of attorney, there too. The scan stays where it is: its SHA-256 is noted, which proves later which paper was meant. How long it lasts must be said: --expires or --until-revoked. Without --theme it covers all themes of the client, without --power information and submission. Noting the same paper again changes nothing. If the answer is lost, the exit code is 9; run the same command again. Commands do not ask whether a power of attorney covers what they do, only whether there is a good one.',
  'mandates.add.holder': 'who may act: the fiduciary',
  'mandates.add.signatory': 'who signed for the client',
  'mandates.add.issued': 'day on which it was signed (YYYY-MM-DD)',
  'mandates.add.expires': 'last day that it is good for (YYYY-MM-DD)',
  'mandates.add.untilRevoked': 'it is good until it is revoked',
  'mandates.add.theme': 'a theme that it covers; may be repeated',
  'mandates.add.power': 'what it allows; may be repeated',
  'mandates.add.scan': 'the scanned paper, which is read for its digest only',
  'mandates.add.askHolder': 'Who may act (the fiduciary)?',
  'mandates.add.askSignatory': 'Who signed for the client?',
  'mandates.add.askScan': 'File with the scanned paper',
  'mandates.add.will': 'Note the power of attorney of {client} for {holder}, signed by {signatory}, good until: {on}',
  'mandates.add.willHere':
    'Note the power of attorney of {client} for {holder}, signed by {signatory}, good until: {on}. On this computer only: this portal takes none.',
  'mandates.add.already': 'This power of attorney of {client} is noted already ({id}).',
  'mandates.list.summary': 'list the powers of attorney of all clients',
  'mandates.list.details':
    'For all clients of the login, unless --client names some: what this computer knows and what the portal knows. What the portal knows is noted on this computer, so that other commands can warn without asking. A fiduciary is told by every command if the power of attorney of its client has run out or will within 30 days; with “connect config set policy.expired-mandates deny”, or CONNECT_EXPIRED_MANDATES=deny, writes are refused once it has run out or was revoked. With --expiring of each client only the one that lasts longest is shown, if it runs out within so many days or has run out; the exit code is then 11 if there is any, and 3 if no power of attorney is known at all.',
  'mandates.list.expiring':
    'only what runs out within so many days, such as 60d, or has run out; exit code 11 if there is any',
  'mandates.list.revoked': 'also those that were revoked',
  'mandates.list.noneExpiring': 'No power of attorney runs out within {days} days.',
  'mandates.list.someExpiring': {
    one: 'Runs out within {days} days, or has run out: the power of attorney of {count} client.',
    other: 'Runs out within {days} days, or has run out: the power of attorney of {count} clients.',
  },
  'mandates.show.summary': 'show a power of attorney',
  'mandates.remove.summary': 'revoke a power of attorney',
  'mandates.remove.details':
    'Revoked at the portal, if that knows it, and on this computer. It stays in the list under --revoked, as a proof of what was; what was done under it stays good.',
  'mandates.remove.will': 'Revoke the power of attorney {id} of {client} for {holder}, signed on {on}.',
  'mandates.remove.already': 'The power of attorney {id} of {client} is revoked already. Nothing is left to do.',
  'mandates.remove.ask': 'Revoke it?',
  'mandates.empty': 'No powers of attorney to show.',
  'mandates.notice.ending': {
    one: 'The power of attorney of {client} ({number}) runs out on {on}, {count} day from now.',
    other: 'The power of attorney of {client} ({number}) runs out on {on}, {count} days from now.',
  },
  'mandates.notice.expired':
    'The power of attorney of {client} ({number}) ran out on {on}. A new one is noted with: connect mandates add',
  'mandates.notice.revoked': 'The power of attorney of {client} ({number}) was revoked on {on}.',
  'mandates.notice.several': {
    one: 'The power of attorney of {count} client has run out, was revoked or will run out within 30 days: connect mandates list --expiring 30d',
    other:
      'The powers of attorney of {count} clients have run out, were revoked or will run out within 30 days: connect mandates list --expiring 30d',
  },
  'mandates.name': 'name',
  'mandates.state': 'state',
  'mandates.issuedOn': 'signed on',
  'mandates.expiresOn': 'good until',
  'mandates.daysLeft': 'days left',
  'mandates.untilRevoked': 'revocation',
  'mandates.signatory': 'signed by',
  'mandates.holder': 'holder',
  'mandates.powers': 'allows',
  'mandates.themes': 'themes',
  'mandates.keptAt': 'known to',
  'mandates.fileName': 'scan',
  'mandates.sha256': 'SHA-256',
  'mandates.notedAt': 'noted',
  'mandates.revokedAt': 'revoked',
  'mandates.id': 'id',
  'mandateState.valid': 'valid',
  'mandateState.expired': 'expired',
  'mandateState.revoked': 'revoked',
  'mandatePower.information': 'information',
  'mandatePower.submission': 'submission',
  'mandatePower.administration': 'user administration',
  'mandatePower.access-codes': 'access codes',
  'mandatePlace.computer': 'this computer',
  'mandatePlace.portal': 'the portal',
} as const satisfies Messages;

export const mandateFailures = {
  'error.mandates-none': 'No power of attorney is known, so nothing was looked at.',
  'error.mandates-none.hint': 'connect mandates add notes one.',
  'error.mandate-expired':
    '{client} ({number}) has given no power of attorney that is good: the last one ended on {on}. The policy policy.expired-mandates refuses changes without one ({from}). Nothing was changed.',
  'error.mandate-expired.hint':
    'Have a new one signed and note it: connect mandates add --client {number} --issued DAY --expires DAY --scan FILE. If the portal knows one already: connect mandates list',
  'error.mandates-unreadable': 'The file of the powers of attorney, {file}, can’t be read: {reason}',
  'error.mandates-unreadable.hint':
    'Restore it from a backup, or move it away: connect mandates list fetches again what the portal knows.',
  'error.not-supported': '{portal} does not offer this.',
  'error.not-supported.hint': '',
} as const satisfies Messages;
