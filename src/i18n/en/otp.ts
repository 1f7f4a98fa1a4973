import type { Messages } from '../catalog.js';

/** The authenticator app, its whole life. */
export const otp = {
  'otp.summary': 'authenticator app',
  'otp.enrol.summary': 'enrol an authenticator app as second factor',
  'otp.enrol.details':
    'Shows a QR code for the app and asks for a first code. Nothing changes until that code is right. An app that was enrolled before is replaced, after a question. With --store-seed this computer becomes the app, or another one beside the phone: connect login then needs no phone.',
  'otp.enrol.qrFile': 'write the QR code to a PNG file instead of the screen',
  'otp.enrol.overwrite': 'replace the PNG file if there is one',
  'otp.enrol.showSecret': 'show the secret as text, too: for apps without a camera',
  'otp.enrol.storeSeed': 'keep the secret with the other credentials of this computer, so that login needs no phone',
  'otp.enrol.will': 'Enrol an authenticator app for {username}.',
  'otp.enrol.willReplace':
    'Enrol another authenticator app for {username}. The codes of the present one will stop working.',
  'otp.enrol.askReplace': 'Replace the authenticator app of {username}?',
  'otp.enrol.bothFactors':
    'Warning: with --store-seed both factors are on one machine. Whoever gets into this account of this computer and knows the password can log in as {username}, without any phone.',
  'otp.enrol.scan': 'Scan this code with the authenticator app:',
  'otp.enrol.scanFile':
    'The QR code is in {file}. Scan it with the authenticator app, then delete the file: it holds the secret.',
  'otp.enrol.secret': 'Secret: {secret}\n{uri}',
  'otp.enrol.askCode': 'Code that the app shows',
  'otp.enrol.askCodeOrOwn': 'Code that the app shows (empty: this computer computes it)',
  'otp.enrol.again': 'The code is wrong; nothing has changed yet. Try again with a new one.',
  'otp.enrol.seedForgotten': 'The secret that this computer kept was that of the app before. It is forgotten now.',
  'otp.seedStored': 'secret kept here',
  'otp.seedForgotten': 'secret forgotten here',
  'otp.remove.summary': 'remove the authenticator app',
  'otp.remove.details':
    'Possible only while another second factor remains, and confirmed with your password. If this computer keeps the secret, it is forgotten, too.',
  'otp.remove.will': 'Remove the authenticator app of {username}.',
  'otp.remove.ask': 'Remove the authenticator app of {username}? Logging in will then take an SMS.',
  'otp.remove.left': 'second factors left',
  'otp.forget.summary': 'forget the secret that this computer keeps',
  'otp.forget.details': 'The app stays enrolled at the portal; login asks for its code again.',
  'otp.code.summary': 'show the current code',
  'otp.code.details':
    'Computed from the secret in CONNECT_TOTP_SECRET[_FILE], else from the one that connect otp enrol --store-seed has kept. For logging in somewhere else, the portal’s pages for example: showing a code does not use it up, but each code is good for one login only.',
  'otp.code.used': 'A login of this computer has used this code already. The next one comes in {seconds} s.',
  'otp.code.code': 'code',
  'otp.code.secondsLeft': 'seconds left',
  'otp.code.usedTitle': 'used already',
  'otp.remove.self':
    'Without the app you can’t manage the users of {client} any more: this fund asks for a stronger second factor than SMS for that.',
  'otp.remove.acceptLockout':
    'remove it though nobody can administrate a client then; takes the client’s full name; may be repeated',
} as const satisfies Messages;
