import type { Messages } from '../catalog.js';

/** Errors with the exit codes from 5: refused, unreachable, not in order, or unknown. */
export const failures = {
  'error.not-permitted': 'This login has no right to do that.',
  'error.not-permitted.hint': 'An administrator of the employer can grant it.',
  'error.credential-too-weak':
    'This needs a stronger login: “{requiredStrength}”, and this session is “{currentStrength}”.',
  'error.credential-too-weak.hint':
    'connect login --method {requiredStrength}, or a stronger one: sms < otp (authenticator app; connect otp enrol sets it up) < certificate (client certificate).',
  'error.confirmation-failed': 'Your own password was wrong, so nothing was changed.',
  'error.confirmation-failed.hint': 'Try again. After five wrong answers you are locked for a while.',
  'error.not-confirmed': 'Not confirmed. Nothing was changed.',
  'error.not-confirmed.hint': '',
  'error.lockout':
    'Without {user} ({userName}), {client} has no working administrator. Nobody could then manage the users or let anybody in, and a new access code comes by post only.',
  'error.lockout.hint':
    'Create a successor (connect users new --administrator) and wait for the first login. If the client is to be locked out: --accept-lockout "{client}"',
  'error.lockout-name-wrong': '--accept-lockout names “{given}”, but this is about “{client}”. Nothing was changed.',
  'error.lockout-name-wrong.hint': 'Write the client’s full name.',
  'error.precondition-failed': 'Somebody changed this at the same time, so your change was not made.',
  'error.precondition-failed.hint': 'Run the command again: it looks at the new state.',
  'error.precondition-required': 'The portal wants to know which version is meant. Nothing was changed.',
  'error.precondition-required.hint': 'Run the command again.',
  'error.user-exists': 'There is a login with this e-mail address at this fund already.',
  'error.user-exists.hint': 'connect users list --search ADDRESS shows whose it is.',
  'error.user-name-taken': 'This user name is taken.',
  'error.user-name-taken.hint': 'Choose another one with --user-name.',
  'error.four-eyes':
    'Two persons are needed: {uploader} uploaded the declaration {id}, and {user}, who is signed in, is the same person ({from}). Nothing was released.',
  'error.four-eyes.hint': 'Let somebody else release it who may do so.',
  'error.attachment-refused': 'The portal refuses the attachment {file}: {reason}. The declaration was not sent.',
  'error.attachment-refused.hint': '',
  'error.state-conflict': 'This is not possible in the present state: {detail}',
  'error.state-conflict.hint': '',
  'error.request-in-progress': 'The same request is still being worked on.',
  'error.request-in-progress.hint': 'Wait a moment and run the command again.',
  'error.idempotency-key-reused': 'The portal knows the key of this change from a request that was not the same.',
  'error.idempotency-key-reused.hint':
    'If your own password was mistyped this time, run the command again. Otherwise look first whether the change was made already.',
  'error.idempotency-key-voided':
    'This upload was called off by connect salary reconcile, so the portal refuses it. Nothing was submitted.',
  'error.idempotency-key-voided.hint': 'Run the command again: it is a new upload then.',
  'error.validation-failed': 'The portal refuses what was given: {detail}',
  'error.validation-failed.hint': '',
  'error.password-unfit': 'The new password can’t be used.',
  'error.password-unfit.hint':
    'It needs at least 12 characters, must not contain the user name, and must not be one of the last five.',
  'error.access-code-invalid': 'The access code is wrong.',
  'error.access-code-invalid.hint':
    'It stands in the fund’s letter: 12 capitals and digits. If the letter is lost: connect codes request --no-login',
  'error.access-code-expired': 'The access code has expired.',
  'error.access-code-expired.hint': 'Ask the fund for a new one, which comes by post: connect codes request --no-login',
  'error.access-code-used': 'The access code was used already.',
  'error.access-code-used.hint':
    'Log in, or ask the fund for a new one, which comes by post: connect codes request --no-login',
  'error.registration-expired': 'The registration took too long.',
  'error.registration-expired.hint': 'Begin again with the same access code: connect register',
  'error.registration-ended': 'Five wrong codes have ended the registration. The access code is still good.',
  'error.registration-ended.hint': 'Begin again with the same access code: connect register',
  'error.registration-user-exists': 'There is a login with this e-mail address at this fund already.',
  'error.registration-user-exists.hint':
    'Log in with it: connect login. For a login of its own the registration needs another e-mail address: --email',
  'error.malformed': 'The portal can’t read the request: {detail}',
  'error.malformed.hint': 'The portal may have another version than this program.',
  'error.idempotency-key-required': 'The portal wants a key for this request. Nothing was changed.',
  'error.idempotency-key-required.hint': 'The portal may have another version than this program.',
  'error.cursor-invalid': 'The list went on for too long, and the portal has lost the place.',
  'error.cursor-invalid.hint': 'Run the command again.',
  'error.method-not-allowed': 'The portal does not know how to do that.',
  'error.method-not-allowed.hint': 'The portal may have another version than this program.',
  'error.range-not-satisfiable': 'The portal does not have that part of the document.',
  'error.range-not-satisfiable.hint': 'The portal may have another version than this program.',
  'error.factor-required': 'The last second factor can’t be removed.',
  'error.factor-required.hint':
    'Have a mobile number entered first, for codes by SMS; or replace the app: connect otp enrol',
  'error.enrolment-expired': 'The enrolment took too long and was forgotten. Nothing was changed.',
  'error.enrolment-expired.hint': 'Begin again: connect otp enrol',
  'error.attachment-required': 'The fund asks for a document.',
  'error.attachment-required.hint': '',
  'error.year-mismatch': 'The year is not the declaration’s.',
  'error.year-mismatch.hint': '',
  'error.too-large': 'The portal refuses it because of its size.',
  'error.too-large.hint': '',
  'error.media-type-unsupported': 'The portal does not take files of this kind.',
  'error.media-type-unsupported.hint': '',
  'error.portal-refused': 'The portal refused: {title} {detail}',
  'error.portal-refused.hint': '',
  'error.profile-exists': 'There is a login saved as “{profile}” already.',
  'error.profile-exists.hint': 'Choose another name, or remove that one first: connect profiles remove {profile}',
  'error.target-exists': 'There is another file of that name already: {file}',
  'error.target-exists.hint': 'Nothing is ever replaced. Move it away, or choose another folder with --to.',
  'error.file-exists': 'There is a file of that name already: {file}',
  'error.file-exists.hint': 'Choose another name, or replace it with --overwrite.',
  'error.output-exists': 'There is a file of that name already: {file}',
  'error.output-exists.hint': 'Nothing is ever replaced. Move it away, or name another file.',
  'error.file-unwritable': '{file} can’t be written: {reason}',
  'error.file-unwritable.hint': '',
  'error.sandbox-running': 'A practice portal runs in {directory} already: {origin}',
  'error.sandbox-running.hint': 'connect sandbox status shows it, connect sandbox stop ends it.',
  'error.sandbox-failed': 'The practice portal did not start: {reason}',
  'error.sandbox-failed.hint': '',

  'error.portal-refuses-connection': 'Nobody answers at {portal}: the connection was refused.',
  'error.portal-refuses-connection.hint':
    'Is the address right, and is the portal running? A firewall may also be in the way.',
  'error.portal-name-unknown': 'The name in {portal} is unknown.',
  'error.portal-name-unknown.hint': 'Check the address and the network. Behind a proxy, set HTTPS_PROXY.',
  'error.portal-silent': '{portal} did not answer in time.',
  'error.portal-silent.hint':
    'Try again later, or with a longer --timeout. In a company’s network HTTPS_PROXY may be missing.',
  'error.portal-certificate-untrusted':
    'The identity of {portal} can’t be verified: the issuer of its certificate is unknown here.',
  'error.portal-certificate-untrusted.hint':
    'If your organisation inspects traffic, or has an authority of its own, name its root certificate: --ca-file FILE, once and for all with connect config set ca-file FILE. There is no way to skip the check.',
  'error.portal-certificate-expired':
    'The identity of {portal} can’t be verified: its certificate, or its issuer’s, has expired.',
  'error.portal-certificate-expired.hint':
    'Is the clock of this computer right? If so, tell the fund. There is no way to skip the check.',
  'error.portal-certificate-not-yet-valid':
    'The identity of {portal} can’t be verified: its certificate, or its issuer’s, is not valid yet.',
  'error.portal-certificate-not-yet-valid.hint':
    'The clock of this computer is probably slow: set it. There is no way to skip the check.',
  'error.portal-certificate-of-another':
    'The identity of {portal} can’t be verified: its certificate is made out to another name ({reason}).',
  'error.portal-certificate-of-another.hint':
    'Check the address. If it is right, somebody else may be answering: tell the fund. There is no way to skip the check.',
  'error.portal-certificate-unfit':
    'The identity of {portal} can’t be verified: its certificate is not in order ({reason}).',
  'error.portal-certificate-unfit.hint':
    'Tell the fund, or whoever looks after your network. There is no way to skip the check.',
  'error.portal-connection-lost': 'The connection to {portal} broke.',
  'error.portal-connection-lost.hint': 'Try again.',
  'error.proxy-refuses-connection': 'Nobody answers at the proxy {proxy}: the connection was refused.',
  'error.proxy-refuses-connection.hint':
    'The address comes from {from}. Check it, or except the portal’s host with NO_PROXY.',
  'error.proxy-name-unknown': 'The name of the proxy {proxy} is unknown.',
  'error.proxy-name-unknown.hint': 'It comes from {from}. Outside the company’s network, unset the variable.',
  'error.proxy-silent': 'The proxy {proxy} did not answer in time.',
  'error.proxy-silent.hint': 'Its address comes from {from}. Try again later, or with a longer --timeout.',
  'error.proxy-certificate-untrusted':
    'The identity of the proxy {proxy} can’t be verified: its certificate is not trusted ({reason}).',
  'error.proxy-certificate-untrusted.hint':
    'Name the root certificate of your organisation: --ca-file FILE. There is no way to skip the check.',
  'error.proxy-connection-lost': 'The proxy {proxy} hung up, or does not speak as a proxy does.',
  'error.proxy-connection-lost.hint':
    'Its address comes from {from}. Most proxies are reached by http://, even for addresses with https://.',
  'error.proxy-login-missing': 'The proxy {proxy} wants a user and a password.',
  'error.proxy-login-missing.hint': 'Put them into {from}: http://user:password@host:port',
  'error.proxy-login-wrong': 'The proxy {proxy} does not accept the user and password in {from}.',
  'error.proxy-login-wrong.hint':
    'Correct them there. Special characters are written as %40 (for @), %3A (:), %2F (/), %23 (#), %25 (%).',
  'error.proxy-login-unsupported': 'The proxy {proxy} takes no user and password, only: {schemes}',
  'error.proxy-login-unsupported.hint':
    'connect knows Basic only. Ask for an exception for the portal, or put a relay such as cntlm or px between and name it in {from}.',
  'error.proxy-denies': 'The proxy {proxy} does not let {portal} through (status {status}).',
  'error.proxy-denies.hint':
    'Ask whoever looks after the proxy to permit CONNECT to this host, or except it with NO_PROXY.',
  'error.proxy-unable': 'The proxy {proxy} can’t reach {portal} (status {status}).',
  'error.proxy-unable.hint':
    'Check the portal’s address. If it is right, try again later, or tell whoever looks after the proxy.',
  'error.portal-redirects': '{portal} sent us elsewhere: {location}. Credentials don’t follow.',
  'error.portal-redirects.hint':
    'Check the address of the portal. In a hotel or guest network, log in there with a browser first.',
  'error.portal-answer-malformed': '{portal} gave an answer that connect can’t understand.',
  'error.portal-answer-malformed.hint': 'Is this the address of a portal, and not of a login page or a proxy?',
  'error.digest-mismatch': 'What arrived is not what was sent: the digests differ. Nothing was kept.',
  'error.digest-mismatch.hint': 'Try again.',
  'error.internal-error': 'The portal failed.',
  'error.internal-error.hint': 'Try again later. If it persists, tell the fund the number of the request.',
  'error.too-many-requests': 'The portal asks for patience: too many requests.',
  'error.too-many-requests.hint': 'Try again later.',
  'error.maintenance': 'The portal is closed for maintenance.',
  'error.maintenance.hint': 'Try again later.',
  'error.unavailable': '{portal} is not available at the moment.',
  'error.unavailable.hint': 'Try again later.',
  'error.foreign-host': 'The practice portal does not answer under this name.',
  'error.foreign-host.hint': 'Use the address that connect sandbox status shows.',
  'error.foreign-origin': 'The practice portal does not answer to web pages.',
  'error.foreign-origin.hint': '',

  'error.salary-table-invalid': {
    one: '{file} has an error. Nothing was written.',
    other: '{file} has {count} errors. Nothing was written.',
  },
  'error.salary-table-invalid.hint': 'connect salary check {file} shows them all.',
  'error.salary-table-incomplete': '{file} does not say all that ELM demands of an employer. Nothing was written.',
  'error.salary-table-incomplete.hint': 'Add it above the table, name the client with --client, or give {options}.',
  'error.salary-not-a-table': '{file} is no Excel workbook and no CSV file that is understood.',
  'error.salary-not-a-table.hint': 'An ELM file needs no conversion: connect salary check {file}',
  'error.checks-failed': 'The fund has rejected the declaration {id}.',
  'error.checks-failed.hint':
    'connect salary show {id} tells why. Correct it in the payroll program, export it again and upload it.',
  'error.file-invalid': 'The portal can’t read the file: {detail}',
  'error.file-invalid.hint': 'connect salary check shows what is wrong.',
  'error.file-unreadable': '{file} can’t be read: {reason}',
  'error.file-unreadable.hint': '',
  'error.file-is-folder': '{file} is a folder, not a file.',
  'error.file-is-folder.hint':
    'Name the file in it that is meant; where several may be named, the shell names them all: {file}/*',
  'error.file-forbidden': '{file} can’t be read: the permission is missing.',
  'error.file-forbidden.hint': 'Its owner can give it; ls -l shows who that is, and who may read.',
  'error.document-unfit': '{file} can’t go along. Expected: {expected}',
  'error.document-unfit.hint': '',

  'error.some-failed': 'Some of several failed.',
  'error.some-failed.hint': '',
  'error.still-checking': 'The fund is still checking the declaration {id}. It has arrived, and its receipt is here.',
  'error.still-checking.hint': 'connect salary show {id} --wait goes on waiting.',
  'error.still-processing': 'The declaration {id} is released, and the fund is still processing it.',
  'error.still-processing.hint': 'connect salary show {id} --wait goes on waiting.',
  'error.outcome-unknown':
    'The change was sent to {portal}, but its answer was lost. It may have been made, and it may not.',
  'error.outcome-unknown.hint': 'Run the same command again: what was made already is recognised and not made twice.',
  'error.password-change-unknown':
    'The new password was sent to {portal}, but the answer was lost. It may be the new one that holds now, or still the old one.',
  'error.password-change-unknown.hint':
    'connect login tells: try the new password first. If it is wrong, the old one holds, and the change can be made again.',
  'error.interrupted': 'Interrupted.',
  'error.interrupted.hint': '',
  'error.upload-wait-interrupted':
    'The wait was interrupted. The declaration {id} has been submitted; its state: {state}.',
  'error.upload-wait-interrupted.hint': 'connect salary show {id} --wait goes on waiting.',
  'error.release-wait-interrupted':
    'The wait was interrupted. The declaration {id} has been released; its state: {state}.',
  'error.release-wait-interrupted.hint': 'connect salary show {id} --wait goes on waiting.',
  'error.unexpected': 'This is a fault of connect itself: {name} {message}',
  'error.unexpected.hint': 'Please report it, with the output of the same command under --debug.',
} as const satisfies Messages;
