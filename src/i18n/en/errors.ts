import type { Messages } from '../catalog.js';

/**
 * Errors with the exit codes 2 to 4: understood wrongly, not found, not signed in. What happened and why; `.hint`: what
 * to do next, empty where there is nothing to say.
 */
export const errors = {
  'error.unknown-command': 'There is no command “{word}”.',
  'error.unknown-command.hint': '{help} lists the commands.',
  'error.unknown-option': 'There is no option “{word}” here.',
  'error.unknown-option.hint': 'Put --help behind the command to see its options.',
  'error.missing-verb': 'Something is missing behind “{word}”: what to do.',
  'error.missing-verb.hint': 'connect {word} --help lists what can be done.',
  'error.missing-argument': 'The argument “{word}” is missing.',
  'error.missing-argument.hint': 'Put --help behind the command to see its arguments.',
  'error.excess-arguments': 'There are more arguments than “{word}” takes.',
  'error.excess-arguments.hint': 'Put quotation marks around words that belong together.',
  'error.option-without-value': 'The option {word} needs a value.',
  'error.option-without-value.hint': '',
  'error.option-invalid': '“{value}” does not fit the option {option}. Expected: {expected}',
  'error.option-invalid.hint': '',
  'error.option-missing': 'Something is needed that was not given: {option}',
  'error.option-missing.hint': 'Put --help behind the command to see what it takes.',
  'error.options-conflict': 'These don’t go together: {options}',
  'error.options-conflict.hint': 'Leave one of them out.',
  'error.dry-run-unsupported': '“{verb}” changes nothing at the portal, so it has no dry run.',
  'error.dry-run-unsupported.hint': 'Leave --dry-run out.',
  'error.prompt-impossible': 'There is nobody to ask: stdin is not a terminal, or --no-input was given.',
  'error.prompt-impossible.hint': 'Give the answer beforehand: {option}',
  'error.stdin-empty': 'stdin ended before there was anything for {option}.',
  'error.stdin-empty.hint':
    'Each secret is a line of its own: activation code, password, one-time code, in this order.',
  'error.portal-insecure': '{portal} is not encrypted. Credentials travel over https only.',
  'error.portal-insecure.hint': 'Begin the address with https://',
  'error.portal-malformed': '“{portal}” is not the address of a fund’s portal.',
  'error.portal-malformed.hint': 'It looks like https://www.akisnet.ch/ak095, with the number of the fund.',
  'error.passwords-differ': 'The two passwords are not the same.',
  'error.passwords-differ.hint': 'Nothing was changed. Try again.',
  'error.passphrase-empty': 'An empty passphrase protects nothing.',
  'error.passphrase-empty.hint': 'Nothing was changed. Choose a passphrase of several words.',
  'error.client-missing': 'The login has {count} clients, and it is not clear which one is meant: {known}',
  'error.client-missing.hint': 'Say which with --client; for lists, --all-clients means all of them.',
  'error.client-implicit':
    'The login has {count} clients. A change does not rely on the default client ({client}), which was chosen some other day.',
  'error.client-implicit.hint':
    'Name the client: --client NUMBER, CONNECT_CLIENT, or a .connect.toml in the directory.',
  'error.client-ambiguous': '“{client}” fits several clients: {known}',
  'error.client-ambiguous.hint': 'Give the number or the whole name.',
  'error.one-client-only': 'This works for one client at a time, and {count} were named.',
  'error.one-client-only.hint': 'Run it once for each client.',
  'error.field-unknown': 'There is no field “{field}”. Known: {known}',
  'error.field-unknown.hint': '',
  'error.query-invalid': 'The expression “{query}” is not JMESPath: {reason}',
  'error.query-invalid.hint': 'Put it in single quotation marks, so that the shell leaves it alone.',
  'error.config-malformed': 'The configuration {file} can’t be read: {where}',
  'error.config-malformed.hint': 'Mend the file, or move it away.',
  'error.config-key-unknown': 'The configuration {file} has an unknown setting: {key}',
  'error.config-key-unknown.hint': 'connect config list shows the settings.',
  'error.config-value-invalid': '“{value}” does not fit {from}. Expected: {expected}',
  'error.config-value-invalid.hint': '',
  'error.setting-unknown': 'There is no setting “{key}”. Known: {known}',
  'error.setting-unknown.hint': '',
  'error.directory-config-forbidden':
    '{file} sets “{key}”. A file in a directory may set client, lang and output only: whoever can write it must not be able to choose where credentials go.',
  'error.directory-config-forbidden.hint': 'Remove the line, or use connect config set.',
  'error.secret-file-unreadable': 'No secret can be read from {file}: {reason}',
  'error.secret-file-unreadable.hint': 'The secret must be the file’s first line.',
  'error.totp-secret-malformed':
    'The secret of the authenticator app is not base32: capitals and the digits 2 to 7, at least 16 of them.',
  'error.totp-secret-malformed.hint':
    'Check CONNECT_TOTP_SECRET[_FILE]. Of an otpauth: address, only what stands behind secret= is meant.',
  'error.user-name-ambiguous': '“{user}” fits several users: {similar}',
  'error.user-name-ambiguous.hint': 'Give the id, as connect users list --fields id,userName shows it.',
  'error.store-keeps-nothing':
    'CONNECT_CREDENTIAL_STORE=memory keeps nothing: every command logs in by itself, and out at its end.',
  'error.store-keeps-nothing.hint':
    'Leave connect login and logout away. To keep a session between commands, remove the variable, or set it to keychain or file.',

  'error.not-found': 'The portal does not know this, or not for this client.',
  'error.not-found.hint': 'The list command shows what there is.',
  'error.no-clients': 'This login may not act for any client.',
  'error.no-clients.hint': 'An administrator of the employer can grant it. Another login may be meant (-p).',
  'error.client-unknown': 'There is no client “{client}” for this login. Known: {known}',
  'error.client-unknown.hint':
    'A change needs the number or the whole name. connect clients list shows them; another login may be meant (-p).',
  'error.profile-unknown': 'There is no login saved as “{profile}”. Saved: {known}',
  'error.profile-unknown.hint': 'connect login -p NAME creates one.',
  'error.user-unknown': 'There is no user “{user}” at {client}. Similar: {similar}',
  'error.user-unknown.hint': 'connect users list shows them.',
  'error.file-not-found': 'There is no file {file}.',
  'error.file-not-found.hint': '',
  'error.sandbox-not-running': 'No practice portal runs in {directory}.',
  'error.sandbox-not-running.hint': 'connect sandbox start',

  'error.not-signed-in': 'Nobody is signed in.',
  'error.not-signed-in.hint': 'connect login',
  'error.login-incomplete':
    'With CONNECT_CREDENTIAL_STORE=memory every command logs in by itself, and for that something is missing: {missing}',
  'error.login-incomplete.hint':
    'Set the variables, or files with the secrets by those that end in _FILE. In CI they belong into the secrets of the job.',
  'error.credentials-invalid': 'The user name or the password is wrong.',
  'error.credentials-invalid.hint': 'After five wrong answers the user is locked for a while.',
  'error.code-invalid': 'The code is wrong.',
  'error.code-invalid.hint':
    'Try again with a new code. If the app’s codes are always wrong, the clock of the phone or of this computer is. After five wrong answers the user is locked for a while.',
  'error.code-used': 'This code was used already. Each code is good for one login.',
  'error.code-used.hint': 'Wait up to 30 seconds for the next code, then log in again.',
  'error.challenge-expired': 'The login took too long.',
  'error.challenge-expired.hint': 'Begin again: connect login',
  'error.method-unavailable': 'This user can’t log in with “{method}”. Possible: {offered}',
  'error.method-unavailable.hint': 'connect login --method …',
  'error.session-expired': 'The session has ended.',
  'error.session-expired.hint': 'connect login',
  'error.session-revoked':
    'The portal has ended the session: by a logout, a new password, or because the user was deactivated.',
  'error.session-revoked.hint': 'connect login',
  'error.token-reused':
    'The portal has ended the session because one of its tokens was used twice. Somebody may have copied it.',
  'error.token-reused.hint':
    'connect login. If you did nothing unusual, change the password and tell your administrator.',
  'error.user-locked': 'The user is locked until {lockedUntil}, after too many wrong answers.',
  'error.user-locked.hint': 'Wait until then. An administrator sees it in connect users list.',
  'error.user-deactivated': 'The user is deactivated.',
  'error.user-deactivated.hint': 'An administrator of the employer can reactivate the user.',
  'error.user-not-activated': 'The user was invited and has not been activated yet.',
  'error.user-not-activated.hint': 'connect login --activate, with the code from the e-mail.',
  'error.activation-code-invalid': 'The activation code is wrong.',
  'error.activation-code-invalid.hint': 'It stands in the e-mail from the portal and looks like 7F3K-9QXM.',
  'error.activation-code-expired': 'The activation code has expired.',
  'error.activation-code-expired.hint': 'Ask an administrator to reactivate you: that sends a new code.',
  'error.certificate-required': 'This way of logging in needs a client certificate, and none was presented.',
  'error.certificate-required.hint': 'Log in with password and code.',
  'error.certificate-unknown': 'The portal does not know this client certificate.',
  'error.certificate-unknown.hint': 'Log in with password and code.',
  'error.store-absent': 'The keychain of the operating system can’t be reached: {reason}',
  'error.store-absent.hint':
    'Nothing was saved: secrets are never kept in plain text. On a machine without a keychain choose the encrypted file: connect config set store file, and set CONNECT_STORE_PASSPHRASE_FILE.',
  'error.store-no-bus':
    'The keychain of the operating system can’t be reached: there is no D-Bus session here ({reason}).',
  'error.store-no-bus.hint':
    'Nothing was saved: secrets are never kept in plain text. Over ssh, in cron jobs and in containers there is no keychain as a rule. Choose the encrypted file: connect config set store file, and set CONNECT_STORE_PASSPHRASE_FILE; in CI jobs CONNECT_CREDENTIAL_STORE=memory.',
  'error.store-no-service':
    'No keychain runs here: there is a D-Bus session, but no program in it offers the Secret Service.',
  'error.store-no-service.hint':
    'Nothing was saved: secrets are never kept in plain text. Start a keychain, for example gnome-keyring-daemon or KeePassXC, or choose the encrypted file: connect config set store file, and set CONNECT_STORE_PASSPHRASE_FILE.',
  'error.store-empty': 'The keychain holds no keyring that could keep anything.',
  'error.store-empty.hint':
    'Nothing was saved. The keyring is made at the first login to the desktop, or with a program such as Seahorse. Without a desktop choose the encrypted file: connect config set store file, and set CONNECT_STORE_PASSPHRASE_FILE.',
  'error.store-lost': 'The keychain broke off in the middle of a call: {reason}',
  'error.store-lost.hint': 'It has ended or was restarted. Try again; connect status shows who is signed in.',
  'error.store-locked': 'The keychain is locked.',
  'error.store-locked.hint': 'Unlock it and try again. Nothing was saved.',
  'error.store-denied': 'Access to the credentials was denied: {reason}',
  'error.store-denied.hint': 'Allow connect to use the keychain entry, or check the file’s permissions.',
  'error.store-silent': 'The keychain did not answer within {seconds} seconds.',
  'error.store-silent.hint':
    'It may be waiting for a dialog that nobody sees. Unlock it, or choose the encrypted file: connect config set store file',
  'error.store-passphrase-wrong': 'The passphrase of the encrypted credential file is wrong.',
  'error.store-passphrase-wrong.hint': 'The file is unharmed. Check CONNECT_STORE_PASSPHRASE[_FILE].',
  'error.store-damaged': 'The encrypted credential file is damaged.',
  'error.store-damaged.hint':
    'Restore it from a backup, or remove it and log in again. connect config path shows where it is.',
  'error.store-not-moved':
    'Nothing was changed: the credentials can’t be taken out of the old store ({from}). {reason}',
  'error.store-not-moved.hint':
    'Mend that, or change without them and log in again: connect config set store {kind} --leave',
  'error.store-busy': 'Other processes have held this lock for too long: {lock}',
  'error.store-busy.hint': 'Try again. If no other connect runs, remove the lock.',
} as const satisfies Messages;
