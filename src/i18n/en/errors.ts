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
    'Each secret is a line of its own: access code, activation code, password, new password, one-time code, in this order.',
  'error.portal-insecure': '{portal} is not encrypted. Credentials travel over https only.',
  'error.portal-insecure.hint': 'Begin the address with https://',
  'error.portal-malformed': '“{portal}” is not the address of a fund’s portal.',
  'error.portal-malformed.hint': 'It looks like https://www.akisnet.ch/ak095, with the number of the fund.',
  'error.passwords-differ': 'The two passwords are not the same.',
  'error.passwords-differ.hint': 'Nothing was changed. Try again.',
  'error.passphrase-empty': 'An empty passphrase protects nothing.',
  'error.passphrase-empty.hint': 'Nothing was changed. Choose a passphrase of several words.',
  'error.access-code-malformed':
    'This can’t be an access code, which has 12 capitals and digits (characters given: {count}). Nothing was sent.',
  'error.access-code-malformed.hint':
    'Copy it from the letter once more; lower case, spaces and dashes don’t matter. A new letter: connect codes request --no-login',
  'error.registration-unfinished':
    'A registration of {user} ({email}) was begun at {at} and is not complete. What was given now is somebody else’s.',
  'error.registration-unfinished.hint': 'connect register {portal} goes on with it; with --restart another one begins.',
  'error.client-missing': 'The login has {count} clients, and it is not clear which one is meant: {known}',
  'error.client-missing.hint': 'Say which with --client; for lists, --all-clients means all of them.',
  'error.client-implicit':
    'The login has {count} clients. A change does not rely on the default client ({client}), which was chosen some other day.',
  'error.client-implicit.hint':
    'Name the client: --client NUMBER, CONNECT_CLIENT, or a .connect.toml in the directory.',
  'error.client-ambiguous': '“{client}” fits several clients: {known}',
  'error.client-ambiguous.hint': 'Give the number or the whole name.',
  'error.client-auto-unsupported':
    '--client auto chooses the client by the salary file that is uploaded. This command has no such file.',
  'error.client-auto-unsupported.hint':
    'Name the client: --client NUMBER. The number also reaches a client that is called “auto”.',
  'error.client-of-file-ambiguous': '{file} names several clients of this login: {known}',
  'error.client-of-file-ambiguous.hint': 'Choose one with --client NUMBER.',
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
  'error.schema-unusable': 'The schemas in {folder} can’t be used: {reason}',
  'error.schema-unusable.hint': 'Put the XSD files of the ELM version there, all of them, as Swissdec hands them out.',
  'error.ca-file-unreadable': 'The certificates in {file} can’t be read ({from}): {reason}',
  'error.ca-file-unreadable.hint': 'Correct {from}, or leave it out.',
  'error.ca-file-malformed': '{file} holds no certificate in PEM form, or a damaged one ({from}).',
  'error.ca-file-malformed.hint':
    'PEM begins with -----BEGIN CERTIFICATE-----. A binary file is converted by: openssl x509 -inform der -in FILE -out FILE.pem',
  'error.proxy-malformed':
    'The value of {from} is not the address of a proxy. It is not shown, because it may hold a password.',
  'error.proxy-malformed.hint':
    'It looks like http://proxy.example:3128 or http://user:password@proxy.example:3128. In user and password, write @ as %40, : as %3A, / as %2F, # as %23, ? as %3F, % as %25.',
  'error.totp-secret-malformed':
    'The secret of the authenticator app is neither base32 (capitals and the digits 2 to 7, at least 16 of them) nor an otpauth: address of a time-based app.',
  'error.totp-secret-malformed.hint': 'Check CONNECT_TOTP_SECRET[_FILE].',
  'error.terminal-narrow': 'The window has {columns} columns, and the QR code needs {needed}. Nothing was changed.',
  'error.terminal-narrow.hint': 'Widen the window, or use --qr-file.',
  'error.certificate-file-unreadable': '{file} can’t be read: {reason}',
  'error.certificate-file-unreadable.hint':
    '--certificate names the client certificate and --key its private key; CONNECT_CLIENT_CERT and CONNECT_CLIENT_KEY do the same.',
  'error.certificate-key-missing': 'There is no private key in {file}.',
  'error.certificate-key-missing.hint':
    'If it is in a file of its own, name that with --key or CONNECT_CLIENT_KEY. Otherwise export the certificate again, together with its private key.',
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
  'error.client-of-file-unknown':
    '{file} is for {inFile} (fund and member number), and this login has none of these clients. It has: {known}',
  'error.client-of-file-unknown.hint':
    'Another login may be meant (-p), or the payroll program has exported another company.',
  'error.profile-unknown': 'There is no login saved as “{profile}”. Saved: {known}',
  'error.profile-unknown.hint': 'connect login -p NAME creates one.',
  'error.user-unknown': 'There is no user “{user}” at {client}. Similar: {similar}',
  'error.user-unknown.hint': 'connect users list shows them.',
  'error.file-not-found': 'There is no file {file}.',
  'error.file-not-found.hint': '',
  'error.otp-not-enrolled': '{username} has no authenticator app.',
  'error.otp-not-enrolled.hint':
    'connect otp enrol sets one up. A secret that this computer still keeps: connect otp forget',
  'error.seed-missing': 'This computer keeps no secret of an authenticator app for {username}.',
  'error.seed-missing.hint':
    'connect otp enrol --store-seed keeps it; or let CONNECT_TOTP_SECRET_FILE name a file that holds it.',
  'error.sandbox-not-running': 'No practice portal runs in {directory}.',
  'error.sandbox-not-running.hint': 'connect sandbox start',

  'error.not-signed-in': 'Nobody is signed in.',
  'error.not-signed-in.hint': 'connect login',
  'error.login-incomplete':
    'With CONNECT_CREDENTIAL_STORE=memory every command logs in by itself, and for that something is missing: {missing}',
  'error.login-incomplete.hint':
    'Set the variables, or files with the secrets by those that end in _FILE. In CI they belong into the secrets of the job.',
  'error.code-request-signed-out': 'Nobody is signed in.',
  'error.code-request-signed-out.hint':
    'connect login. If nobody can log in any more: connect codes request --no-login asks for a letter to the member, without a login.',
  'error.credentials-invalid': 'The user name or the password is wrong.',
  'error.credentials-invalid.hint': 'After five wrong answers the user is locked for a while.',
  'error.code-invalid': 'The code is wrong.',
  'error.code-invalid.hint':
    'Try again with a new code. If the app’s codes are always wrong, the clock of the phone or of this computer is. After five wrong answers the user is locked for a while.',
  'error.code-used': 'This code was used already. Each code is good for one login.',
  'error.code-used.hint': 'Wait up to 30 seconds for the next code, then log in again.',
  'error.clock-ahead':
    'The code is wrong, and this is the likely cause: the clock of this computer, which computed it, is {seconds} seconds ahead of the portal’s.',
  'error.clock-ahead.hint':
    'Set the clock, then log in again. After five wrong answers the user is locked for a while.',
  'error.clock-behind':
    'The code is wrong, and this is the likely cause: the clock of this computer, which computed it, is {seconds} seconds behind the portal’s.',
  'error.clock-behind.hint':
    'Set the clock, then log in again. After five wrong answers the user is locked for a while.',
  'error.seed-refused':
    'The portal refuses the code, which was computed from the secret that this computer keeps. The app was probably replaced or removed since.',
  'error.seed-refused.hint':
    'Log in with the code of the present app: --otp-stdin, or connect otp forget first. Then connect otp enrol --store-seed keeps a new secret.',
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
  'error.registration-code-invalid': 'The code of the second factor is wrong.',
  'error.registration-code-invalid.hint':
    'The code of an SMS is good for five minutes, that of an app for 30 seconds. Run the command again, to try another code or to set up the second factor again. Five wrong codes end the registration.',
  'error.certificate-required': 'This way of logging in needs a client certificate, and none has reached the portal.',
  'error.certificate-required.hint':
    'It travels over https only, and not through a proxy that opens the encryption. Otherwise log in with password and code.',
  'error.certificate-unknown': 'The certificate in {file} is in order, but the portal knows nobody whom it belongs to.',
  'error.certificate-unknown.hint':
    'Have it registered at this fund (SHA-256 {fingerprint}), or log in with password and code.',
  'error.certificate-malformed': '{file} is not a client certificate: neither PEM nor PKCS#12.',
  'error.certificate-malformed.hint':
    'A PEM file has a line -----BEGIN CERTIFICATE-----; PKCS#12 files are mostly called .p12 or .pfx.',
  'error.certificate-unsupported': '{file} is encrypted in an old way that is no longer safe and no longer supported.',
  'error.certificate-unsupported.hint':
    'Encrypt it again with AES-256: openssl pkey -provider legacy -provider default -in OLD.key -aes256 -out NEW.key',
  'error.certificate-key-malformed': 'The private key in {file} can’t be read.',
  'error.certificate-key-malformed.hint': 'A private key is PEM, with a line -----BEGIN PRIVATE KEY----- or the like.',
  'error.certificate-key-mismatch': 'The private key in {key} does not belong to the certificate in {file}.',
  'error.certificate-key-mismatch.hint':
    'Nothing was sent. Two certificates may have been mixed up, or one was renewed and its key was not.',
  'error.certificate-passphrase-wrong': 'The passphrase of {file} is wrong.',
  'error.certificate-passphrase-wrong.hint':
    'The file is unharmed, and nothing was sent. Try again, or check CONNECT_CLIENT_KEY_PASSPHRASE[_FILE].',
  'error.certificate-expired': 'The client certificate in {file} has expired: it was valid until {until}.',
  'error.certificate-expired.hint':
    'Get a new one from whoever issued it, and have it registered. Until then, log in with password and code.',
  'error.certificate-not-yet-valid': 'The client certificate in {file} is not valid yet: it begins on {from}.',
  'error.certificate-not-yet-valid.hint':
    'If that is in the past, the clock of this computer or of the portal is wrong. Until then, log in with password and code.',
  'error.certificate-unsuitable':
    'The certificate in {file} is not made for logging in: its extended key usage lacks TLS client authentication (clientAuth).',
  'error.certificate-unsuitable.hint':
    'It may be a server’s certificate. Choose another one, or have one issued for clients.',
  'error.certificate-untrusted': 'The portal does not accept who issued the certificate in {file}: {issuer}',
  'error.certificate-untrusted.hint':
    'Choose a certificate of an authority that the fund accepts. If intermediate certificates belong to it, they must be in the same file.',
  'error.certificate-refused': 'The portal’s server has refused the certificate in {file}: {alert}',
  'error.certificate-refused.hint':
    'Ask the fund whether it has been revoked, and which certificates it accepts. Until then, log in with password and code.',
  'error.certificate-of-another-user':
    'The certificate in {file} belongs to {owner}, not to {username}. Nobody was signed in.',
  'error.certificate-of-another-user.hint': 'If {owner} is meant: connect login --username {owner}',
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
