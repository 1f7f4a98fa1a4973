import { languageValues, themeValues, userKindValues } from '../../../contract/portal.gen.js';
import { askNewUser } from './ask-new-user.js';
import { write } from '../define.js';
import { choice, choices, flag, pattern, text } from '../options.js';
import { userFields } from './columns.js';

export const newUser = write({
  name: 'new',
  summary: 'users.new.summary',
  details: 'users.new.details',
  examples: [
    'connect users new',
    'connect users new --email luca@muster.example --first-name Luca --last-name Bianchi --language it ' +
      '--mobile +41791234512 --theme salary-declaration',
    'connect users new --email eva@muster.example --administrator --password-stdin < password',
  ],
  acts: 'client',
  args: {},
  options: {
    email: pattern('--email <address>', 'users.new.email', /^[^@\s]+@[^@\s]+\.[^@\s]+$/, 'name@example.ch'),
    userName: text('--user-name <name>', 'users.new.userName'),
    firstName: text('--first-name <name>', 'users.new.firstName'),
    lastName: text('--last-name <name>', 'users.new.lastName'),
    language: choice('--language <language>', 'users.new.language', languageValues),
    mobile: pattern('--mobile <number>', 'users.new.mobile', /^\+[1-9][\d ]{7,19}$/, '+41791234512'),
    administrator: flag('--administrator', 'users.new.administrator'),
    theme: choices('--theme <theme>', 'users.new.theme', themeValues),
    kind: choice('--kind <kind>', 'users.new.kind', userKindValues),
    passwordStdin: flag('--password-stdin', 'users.new.passwordStdin'),
    passwordFile: text('--password-file <file>', 'users.new.passwordFile'),
  },
  prepare: async (input, { portal, client, ask, login }) => {
    const user = await askNewUser(input, client, ask);
    const { passwordStdin: stdin, passwordFile: file } = input;
    const sources = {
      stdin,
      file,
      option: '--password-stdin',
      variable: 'CONNECT_PASSWORD',
      params: { username: login.username },
    };
    const themes = user.permissions.map((theme) => ask.translate(`theme.${theme}`)).join(', ');
    return {
      summary: user.administrator ? 'users.new.willAdministrator' : 'users.new.will',
      params: { user: `${user.firstName} ${user.lastName}`, email: user.email, themes },
      request: { method: 'POST', path: `/clients/${client.number}/users`, body: user },
      // As in the portal's form, the acting administrator confirms with his own password.
      consent: { kind: 'password', question: 'users.new.askPassword', sources },
      intent: { operation: 'users.new', content: JSON.stringify(user) },
      carryOut: (idempotencyKey, password) =>
        portal.users.create(client.number, { ...user, confirmPassword: password.reveal() }, idempotencyKey),
    };
  },
  fields: userFields,
});
