import type { Messages } from '../catalog.js';

export const register = {
  'register.summary': 'become a client’s administrator with the access code from the fund’s letter',
  'register.details':
    'Asks for the access code from the letter and for your name and e-mail address; then for the activation code from the e-mail, a new password, and an authenticator app or a mobile number. Where it stops half-way, the same command goes on from there. Secrets are never options: they come from prompts or from lines of stdin, in this order: access code, activation code, password, one-time code; the access code also from CONNECT_ACCESS_CODE[_FILE], the password from CONNECT_PASSWORD[_FILE]. Without a terminal it stops with exit code 10 where a code is still on its way.',
  'register.language': 'language of the portal’s e-mails and SMS; yours without it',
  'register.method': 'second factor',
  'register.accessCodeStdin': 'read the access code from the next line of stdin',
  'register.activationCodeStdin': 'read the activation code from the next line of stdin',
  'register.passwordStdin': 'read the new password from the next line of stdin',
  'register.passwordFile': 'read the new password from the first line of a file',
  'register.restart': 'give up the registration that was begun, and begin anew',
  'register.askAccessCode': 'Access code from the letter',
  'register.askMethod': 'Second factor',
  'register.askFactorOrCode': 'The second factor waits for its first code',
  'register.haveCode.otp': 'enter the code that the app shows',
  'register.haveCode.sms': 'enter the code from the SMS',
  'register.setUpAnew': 'set up the second factor again, with the activation code from the e-mail',
  'register.will': 'Register {user} ({email}) at {portal} with an access code.',
  'register.willGoOn': 'Go on with the registration of {user} for {client}, begun at {at}.',
  'register.isComplete': 'The registration of {user} for {client} is complete already.',
  'register.over': 'The registration that was begun at {at} is over. Another one begins.',
  'register.mailSent':
    'An e-mail with an activation code was sent to {email}. If it does not come, the address may be mistyped: --restart begins anew.',
  'register.goesOn': 'The registration goes on from here until {until} with: connect register {portal}',
  'register.next': '{user} is an administrator of {client} now. Next: connect login {portal} --username {user}',
  'register.state': 'state',
  'register.expiresAt': 'can go on until',
  'registrationState.e-mail-sent': 'waits for the activation code',
  'registrationState.factor-pending': 'waits for the second factor’s first code',
  'registrationState.complete': 'complete',

  'password.summary': 'your password at the portal',
  'password.change.summary': 'change your own password; all your other sessions end',
  'password.change.details':
    'Shows the portal’s rules, then asks for the new password twice. This session goes on; every other session of the login ends at once, on this and on other computers. Passwords are never options: they come from prompts, from lines of stdin (the present one first), from files, or from CONNECT_PASSWORD[_FILE] and CONNECT_NEW_PASSWORD[_FILE].',
  'password.change.passwordStdin': 'read the present password from the next line of stdin',
  'password.change.passwordFile': 'read the present password from the first line of a file',
  'password.change.newPasswordStdin': 'read the new password from the next line of stdin',
  'password.change.newPasswordFile': 'read the new password from the first line of a file',
  'password.change.will':
    'Change the password of {username} at {portal}. All other sessions of this login end; this one goes on.',
  'password.change.askCurrent': 'Present password of {username}',
  'password.rules':
    'The new password needs at least 12 characters, must not contain the user name, and must not be one of the last five.',
  'password.changed': 'changed',
  'password.otherSessionsEnded': 'other sessions ended',
} as const satisfies Messages;
