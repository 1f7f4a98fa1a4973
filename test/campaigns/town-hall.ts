import type { SeededRandom } from '../../sandbox/seeds/seeded-random.js';
import type { Run } from '../support/desk.js';
import { codeFromSms, invite } from '../support/logins.js';
import { openOffice, password } from '../support/office.js';
import type { Office } from '../support/office.js';

const stdin = `${password}\n`;
const client = { number: '10001.00', name: 'Muster Beispiel AG' };
/** Those of the client's people who have an authenticator app whose secret is known. */
const withApp = ['anna.muster', 'beat.keller', 'luca.bianchi', 'dario.rossi', 'claire.favre'];
const others = ['luca.bianchi', 'dario.rossi', 'claire.favre', 'noemi.sms', 'eva.meier', 'lea.neu'];

/** A client whose logins some people manage as they like, each with the real program. */
export class TownHall {
  readonly office: Office;
  /** Three to eight: two administrators, and others in every state. */
  readonly people: readonly string[];
  readonly #signedIn = new Set<string>();
  readonly #activationCode: string;
  #activated = false;

  private constructor(office: Office, people: readonly string[], activationCode: string) {
    this.office = office;
    this.people = people;
    this.#activationCode = activationCode;
  }

  static async open(random: SeededRandom): Promise<TownHall> {
    const office = await openOffice();
    await office.signIn('anna.muster', { profile: 'anna.muster' });
    const { activationCode } = await invite(office);
    const count = 1 + random.below(others.length);
    const chosen = others.map((name) => ({ name, at: random.below(1000) })).sort((one, other) => one.at - other.at);
    const people = ['anna.muster', 'beat.keller', ...chosen.slice(0, count).map(({ name }) => name)];
    const hall = new TownHall(office, people, activationCode);
    hall.#signedIn.add('anna.muster');
    return hall;
  }

  close(): Promise<void> {
    return this.office.close();
  }

  /** Lets somebody give a command; nobody if nobody with an authenticator app is left who can. */
  async command(
    random: SeededRandom,
    more: string,
  ): Promise<{ readonly line: string; readonly ended: Run } | undefined> {
    if (!this.#activated && this.people.includes('lea.neu') && random.below(12) === 0) await this.#activate();
    if (random.below(6) === 0) this.office.sandbox.clock.advance(40 * 60_000);
    const able = this.workingAdministrators().filter((name) => withApp.includes(name));
    const actors = random.below(5) === 0 ? this.people.filter((name) => this.#signedIn.has(name)) : able;
    if (actors.length === 0) return undefined;
    const actor = random.pick(actors);
    const until = new Date(this.office.sandbox.clock.now().getTime() + 30 * 60_000).toISOString();
    const user = random.pick(this.people);
    const line = random.pick([
      `users edit ${user} --administrator`,
      `users edit ${user} --no-administrator --theme messages`,
      `users edit ${user} --locked-until ${until}`,
      `users edit ${user} --locked-until none`,
      `users edit ${user} --grant employees`,
      `users edit ${user} --language fr --locked-until ${until}`,
      `users deactivate ${user} --yes`,
      `users deactivate ${actor} --yes`,
      `users reactivate ${user}`,
    ]);
    return {
      line: `${actor}: ${line}`,
      ended: await this.#run(actor, line.startsWith('users reactivate') ? line : `${line}${more}`),
    };
  }

  async #run(actor: string, line: string): Promise<Run> {
    const confirmed = line.startsWith('users deactivate') ? line : `${line} --password-stdin`;
    for (let attempt = 1; ; attempt += 1) {
      if (!this.#signedIn.has(actor)) await this.office.signIn(actor, { profile: actor });
      this.#signedIn.add(actor);
      const ended = await this.office.run(`${confirmed} -q -p ${actor}`, { stdin });
      if (ended.exitCode !== 4 || attempt > 1 || !this.workingAdministrators().includes(actor)) return ended;
      // The session was ended by a deactivation that is over, or by the hours.
      this.#signedIn.delete(actor);
    }
  }

  async #activate(): Promise<void> {
    const { sandbox } = this.office;
    const line = ['login', sandbox.portal(), '-u', 'lea.neu', '-p', 'lea.neu', '-q', '--password-stdin'];
    const answers = [codeFromSms(this.office)];
    const words = `${this.#activationCode}\nein-neues-passwort\n`;
    const ended = await this.office.run([...line, '--activation-code-stdin'], {
      stdin: words,
      terminal: { stdin: true },
      answers,
    });
    this.#activated = ended.exitCode === 0;
  }

  /** Who can administrate, as the portal’s database has it: written apart from what is tested. */
  workingAdministrators(): readonly string[] {
    const tables = this.office.sandbox.dump() as Readonly<Record<string, readonly Row[]>>;
    const now = this.office.sandbox.clock.now().getTime();
    const [of = [], accounts = [], attempts = []] = [tables['memberships'], tables['accounts'], tables['attempts']];
    const own = tables['clients']?.find(({ number }) => number === client.number)?.['id'];
    return of
      .filter((one) => one['client'] === own && one['administrator'] === 1 && one['deactivated'] === 0)
      .filter(({ account }) => {
        const lock = attempts.find(({ subject }) => subject === account)?.['lockedUntil'];
        return typeof lock !== 'number' || lock <= now;
      })
      .map(({ account }) => accounts.find(({ id }) => id === account))
      .filter((one) => one?.['lastLoginAt'] != null && (one['totpSecret'] ?? one['mobileNumber']) != null)
      .map((one) => String(one?.['userName']));
  }
}

type Row = Readonly<Record<string, unknown>>;

export const acceptingAnything = ` --accept-lockout "${client.name}"`;
