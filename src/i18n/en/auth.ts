import type { Messages } from '../catalog.js';

export const auth = {
  'login.summary': 'log in with password and second factor',
  'login.details':
    'Asks for the password and then for the code of your authenticator app, or of an SMS. The session is kept in the keychain and renews itself for twelve hours. Secrets are never options: they come from a prompt, from lines of stdin, from a file, or from CONNECT_PASSWORD[_FILE] and CONNECT_TOTP_SECRET[_FILE].',
  'login.portal': 'address of the fund’s portal, for example https://www.akisnet.ch/ak095',
  'login.username': 'user name',
  'login.method': 'second factor; the authenticator app if you have one',
  'login.ensure': 'do nothing if the session is still good',
  'login.activate': 'first login of an invited user: asks for the activation code from the e-mail and a new password',
  'login.activationCodeStdin': 'like --activate, the activation code being the first line of stdin',
  'login.passwordStdin': 'read the password from the next line of stdin',
  'login.passwordFile': 'read the password from the first line of a file',
  'login.otpStdin': 'read the one-time code from the next line of stdin',
  'login.askPortal': 'Address of the portal',
  'login.askUsername': 'User name',
  'login.askPassword': 'Password of {username}',
  'login.askActivationCode': 'Activation code from the e-mail',
  'login.passwordRules': 'The new password needs at least 12 characters and must not contain the user name.',
  'login.askNewPassword': 'New password',
  'login.askNewPasswordAgain': 'New password, once more',
  'login.askCode': 'Code of the authenticator app',
  'login.askSmsCode': 'Code from the SMS',
  'login.smsSent': 'A code was sent by SMS to {maskedNumber}.',
  'login.otherDefault': 'Saved as profile {profile}. Commands without -p still use {default}.',

  'logout.summary': 'log out: revoke the session, then forget it',
  'logout.details':
    'If the portal can’t be told, the session is forgotten on this computer all the same, and the exit code says so.',
  'logout.revoked': 'revoked',
  'logout.forgotten': 'forgotten',
  'logout.notRevoked':
    'The portal could not be told. The session is forgotten on this computer; at the portal it ends at {until} at the latest.',

  'status.summary': 'show who is signed in, and ask the portal whether that is still true',
  'status.details': 'Exit code 4 if nobody is signed in.',
  'status.hint': 'Hint: {hint}',
  'status.profile': 'profile',
  'status.portal': 'portal',
  'status.username': 'user name',
  'status.signedIn': 'signed in',
  'status.method': 'second factor',
  'status.strength': 'strength',
  'status.expiresAt': 'session until',
  'status.store': 'credentials in',
  'status.storeState': 'state of the store',
  'status.reason': 'reason',

  'version.summary': 'show the version',
  'version.version': 'version',
  'version.node': 'Node',
  'version.platform': 'platform',

  'otp.summary': 'authenticator app',
  'otp.enrol.summary': 'enrol an authenticator app as second factor',
  'otp.enrol.details':
    'Shows a QR code for the app and asks for a first code. Nothing changes until that code is right. An app that was enrolled before is replaced.',
  'otp.enrol.showSecret': 'show the secret as text, too: for apps without a camera',
  'otp.enrol.will': 'Enrol an authenticator app for {username}.',
  'otp.enrol.scan': 'Scan this code with the authenticator app:',
  'otp.enrol.secret': 'Secret: {secret}\n{uri}',
  'otp.enrol.askCode': 'Code that the app shows',
} as const satisfies Messages;
