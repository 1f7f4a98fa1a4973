import { languageValues } from '../../../contract/portal.gen.js';
import { write } from '../define.js';
import { choice, flag, optionalArgument, pattern, text } from '../options.js';
import { prepareRegistration } from './prepare.js';
import { emailForm } from './registrant.js';
import { registeredFields } from './result.js';

const register = write({
  name: 'register',
  summary: 'register.summary',
  details: 'register.details',
  examples: [
    'connect register https://www.akisnet.ch/ak095',
    'connect register',
    'connect register https://www.akisnet.ch/ak095 --email rita@muster.example --first-name Rita --last-name Wirth ' +
      '--access-code-stdin < code',
    'connect register --method sms --mobile +41791234512 --activation-code-stdin --password-file password',
    'connect register --otp-stdin',
  ],
  acts: 'nothing',
  args: { portal: optionalArgument('[portal]', 'login.portal') },
  options: {
    email: pattern('--email <address>', 'users.new.email', emailForm, 'name@example.ch'),
    firstName: text('--first-name <name>', 'users.new.firstName'),
    lastName: text('--last-name <name>', 'users.new.lastName'),
    userName: pattern('--user-name <name>', 'users.new.userName', /^\S{1,254}$/, 'anna.muster'),
    language: choice('--language <language>', 'register.language', languageValues),
    method: choice('--method <method>', 'register.method', ['otp', 'sms']),
    mobile: pattern('--mobile <number>', 'users.new.mobile', /^\+[1-9][\d ]{7,19}$/, '+41791234512'),
    accessCodeStdin: flag('--access-code-stdin', 'register.accessCodeStdin'),
    activationCodeStdin: flag('--activation-code-stdin', 'register.activationCodeStdin'),
    passwordStdin: flag('--password-stdin', 'register.passwordStdin'),
    passwordFile: text('--password-file <file>', 'register.passwordFile'),
    otpStdin: flag('--otp-stdin', 'login.otpStdin'),
    showSecret: flag('--show-secret', 'otp.enrol.showSecret'),
    restart: flag('--restart', 'register.restart'),
  },
  prepare: prepareRegistration,
  fields: registeredFields,
});

export const verbs = [register];
