import type { User } from '../../../contract/portal.gen.js';
import type { Verdict } from '../../access/lockout.js';
import { proveNow } from '../../operations/access.js';
import { findUser } from '../../operations/users.js';
import type { Column, Tone } from '../../render/view.js';
import { show } from '../define.js';
import { argument } from '../options.js';
import { userFields } from './columns.js';

/** A user, and how it stands with the client's administrators: null where this login may not look at them. */
interface ShownUser extends User {
  readonly accessVerdict: Verdict | null;
  readonly otherAdministrators: readonly string[] | null;
}

const tones: Readonly<Record<Verdict, Tone>> = { safe: 'good', fragile: 'warning', 'locked-out': 'bad' };

const shownFields: readonly Column<ShownUser>[] = [
  ...userFields,
  {
    key: 'accessVerdict',
    title: 'users.accessVerdict',
    text: ({ accessVerdict }, { translate }) =>
      accessVerdict === null ? '' : translate(`accessVerdict.${accessVerdict}`),
    tone: ({ accessVerdict }) => (accessVerdict === null ? undefined : tones[accessVerdict]),
  },
  {
    key: 'otherAdministrators',
    title: 'users.otherAdministrators',
    text: ({ otherAdministrators }) => otherAdministrators?.join(', ') ?? '',
  },
];

export const showUser = show({
  name: 'show',
  summary: 'users.show.summary',
  details: 'users.show.details',
  examples: ['connect users show beat.keller', 'connect users show beat@muster.example -o json'],
  acts: 'client',
  args: { user: argument('<user>', 'users.arg.user') },
  options: {},
  run: async ({ user: name }, { portal, client, login, world }): Promise<ShownUser> => {
    const { value: user } = await findUser(portal, client, name, login.username);
    if (!client.administrator) return { ...user, accessVerdict: null, otherAdministrators: null };
    const { verdict, working } = await proveNow(portal, world.clock, client, user, []);
    const others = working.filter(({ id }) => id !== user.id).map(({ userName }) => userName);
    return { ...user, accessVerdict: verdict, otherAdministrators: others };
  },
  fields: shownFields,
});
