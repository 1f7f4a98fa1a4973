import type { SeededRandom } from '../../sandbox/seeds/seeded-random.js';

/** What somebody may think of typing about a user of a client. */
export interface Scene {
  readonly random: SeededRandom;
  /** Its number; every line is run with `-c`. */
  readonly client: string;
  readonly actor: string;
  readonly user: string;
  /** All users of the client, for what is about several. */
  readonly people: readonly string[];
  /** Minutes from now, as the command line writes times. */
  readonly after: (minutes: number) => string;
  /** A user name that nobody has. */
  readonly fresh: () => string;
}

interface Maker {
  readonly line: (scene: Scene) => string;
  /** What comes in by stdin, such as a table; the own password is in the environment. */
  readonly stdin?: (scene: Scene) => string;
  /** Knows `--accept-lockout`. */
  readonly acceptable: boolean;
}

/** May take somebody away. */
const change = (line: Maker['line']): Maker => ({ line, acceptable: true });
/** Takes nobody away. */
const coming = (line: Maker['line']): Maker => ({ line, acceptable: false });

const person = (name: string): string =>
  `users new --email ${name}@town.example --user-name ${name} --first-name New --last-name Person --language de --mobile +41791234599`;

const some = (random: SeededRandom, people: readonly string[]): readonly string[] =>
  people.filter(() => random.below(2) === 0);

const rows = (heading: readonly string[], lines: readonly (readonly string[])[]): string =>
  [heading, ...lines].map((cells) => `${cells.join(';')}\n`).join('');

/** Everything that is tried, by name. Another verb, or another way to use one, is another line here. */
export const makers: Readonly<Record<string, Maker>> = {
  'grant the right': change(({ user }) => `users edit ${user} --administrator`),
  'take the right': change(({ user }) => `users edit ${user} --no-administrator --theme messages`),
  'take the own right': change(({ actor }) => `users edit ${actor} --no-administrator --theme messages`),
  lock: change(({ user, after, random }) => `users edit ${user} --locked-until ${after(10 + random.below(90))}`),
  'lift a lock': change(({ user }) => `users edit ${user} --locked-until none`),
  themes: change(({ user }) => `users edit ${user} --grant employees`),
  names: change(({ user, random }) => `users edit ${user} --first-name Name${random.below(9)} --language fr`),
  'right and lock': change(({ user, after }) => `users edit ${user} --administrator --locked-until ${after(30)}`),
  'names, right and lock': change(
    ({ user, after }) =>
      `users edit ${user} --last-name Other --mobile +41791234511 --no-administrator --theme messages --locked-until ${after(20)}`,
  ),
  deactivate: change(({ user }) => `users deactivate ${user} --yes`),
  'deactivate oneself': change(({ actor }) => `users deactivate ${actor} --yes`),
  reactivate: coming(({ user }) => `users reactivate ${user}`),
  'remove the app': change(() => 'otp remove --yes'),
  'several leave': {
    line: () => 'users deactivate --from - --yes --skip-bad',
    stdin: ({ random, people }) =>
      rows(
        ['user'],
        some(random, people).map((name) => [name]),
      ),
    acceptable: true,
  },
  'several change': {
    line: () => 'users edit --from - --yes --skip-bad',
    stdin: ({ random, people, after }) =>
      rows(
        ['user', 'administrator', 'locked until'],
        some(random, people).map((name) => [
          name,
          random.pick(['yes', 'no', 'no', '']),
          random.pick(['', '', 'none', after(30)]),
        ]),
      ),
    acceptable: true,
  },
  'several return': {
    line: () => 'users reactivate --from - --yes --skip-bad',
    stdin: ({ random, people }) =>
      rows(
        ['user'],
        some(random, people).map((name) => [name]),
      ),
    acceptable: false,
  },
  'hand over': {
    line: ({ random, user, people }) => `users handover ${user} --to ${random.pick(people)} --yes`,
    acceptable: false,
  },
  'new administrator': coming(({ fresh }) => `${person(fresh())} --administrator`),
  'new user': coming(({ fresh }) => `${person(fresh())} --theme messages`),
};
