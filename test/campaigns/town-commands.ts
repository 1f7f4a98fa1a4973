import type { SeededRandom } from '../../sandbox/seeds/seeded-random.js';

/** What somebody may think of typing about a user of a client. */
export interface Scene {
  readonly random: SeededRandom;
  readonly actor: string;
  readonly user: string;
  /** Minutes from now, as the command line writes times. */
  readonly after: (minutes: number) => string;
  /** A user name that nobody has. */
  readonly fresh: () => string;
}

interface Maker {
  readonly line: (scene: Scene) => string;
  /** How the acting person's own password is confirmed with. */
  readonly password: boolean;
  /** Knows `--accept-lockout`. */
  readonly acceptable: boolean;
}

const change = (line: Maker['line']): Maker => ({ line, password: true, acceptable: true });
const going = (line: Maker['line']): Maker => ({
  line: (scene) => `${line(scene)} --yes`,
  password: false,
  acceptable: true,
});
const coming = (line: Maker['line']): Maker => ({ line, password: true, acceptable: false });

const person = (name: string): string =>
  `users new --email ${name}@town.example --user-name ${name} --first-name New --last-name Person --language de --mobile +41791234599`;

/** Everything that is tried, by name. Another verb is another line here. */
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
  deactivate: going(({ user }) => `users deactivate ${user}`),
  'deactivate oneself': going(({ actor }) => `users deactivate ${actor}`),
  reactivate: coming(({ user }) => `users reactivate ${user}`),
  'remove the app': change(() => 'otp remove --yes'),
  'new administrator': coming(({ fresh }) => `${person(fresh())} --administrator`),
  'new user': coming(({ fresh }) => `${person(fresh())} --theme messages`),
};
