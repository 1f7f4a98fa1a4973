import { themeValues, userKindValues } from '../../../contract/portal.gen.js';
import { askNewUser } from './ask-new-user.js';
import { write } from '../define.js';
import { choice, choices, flag, text } from '../options.js';
import { userFields } from './columns.js';
import { bulkOptions, inBulk } from './bulk-options.js';
import { identityOptions } from './identity-options.js';
import { passwordOptions, passwordSources } from './password-sources.js';

export const newUser = write({
  name: 'new',
  summary: 'users.new.summary',
  details: 'users.new.details',
  examples: [
    'connect users new',
    'connect users new --email luca@muster.example --first-name Luca --last-name Bianchi --language it ' +
      '--mobile +41791234512 --theme salary-declaration',
    'connect users new --email eva@muster.example --administrator --password-stdin < password',
    'connect users new --from joiners.csv --client 10001.00 --password-stdin < password',
  ],
  acts: 'client',
  inBulk: inBulk('new'),
  args: {},
  options: {
    ...identityOptions,
    userName: text('--user-name <name>', 'users.new.userName'),
    administrator: flag('--administrator', 'users.new.administrator'),
    theme: choices('--theme <theme>', 'users.new.theme', themeValues),
    kind: choice('--kind <kind>', 'users.new.kind', userKindValues),
    ...passwordOptions,
    ...bulkOptions,
  },
  prepare: async (input, { portal, client, ask, login }) => {
    const user = await askNewUser(input, client, ask);
    const themes = user.permissions.map((theme) => ask.translate(`theme.${theme}`)).join(', ');
    return {
      summary: user.administrator ? 'users.new.willAdministrator' : 'users.new.will',
      params: { user: `${user.firstName} ${user.lastName}`, email: user.email, themes },
      request: { method: 'POST', path: `/clients/${client.number}/users`, body: user },
      consent: {
        kind: 'password',
        question: 'users.new.askPassword',
        sources: passwordSources(input, login.username),
      },
      intent: { operation: 'users.new', content: JSON.stringify(user) },
      carryOut: (idempotencyKey, password) =>
        portal.users.create(client.number, { ...user, confirmPassword: password.reveal() }, idempotencyKey),
    };
  },
  fields: userFields,
});
