import type { SeededRandom } from '../../sandbox/seeds/seeded-random.js';
import { Desk } from '../support/desk.js';
import type { Run } from '../support/desk.js';
import { answeredLate } from '../support/late-answers.js';
import { password } from '../support/office.js';
import { makers } from './town-commands.js';
import type { Scene } from './town-commands.js';
import { workingAdministrators } from './town-oracle.js';
import { activationCode } from './town.js';
import type { Invented, Town } from './town.js';

/** What somebody types, for one client. */
export interface Command {
  readonly what: string;
  readonly by: string;
  readonly client: string;
  readonly line: string;
  readonly stdin: string;
}

/** What happens next: commands, one or two at the same moment, or what no command has a say in. */
export type Step =
  | { readonly kind: 'commands'; readonly commands: readonly Command[] }
  | { readonly kind: 'time'; readonly minutes: number }
  | { readonly kind: 'wrong-passwords' | 'first-login' | 'app'; readonly who: string };

export interface Ended {
  readonly command: Command;
  readonly run: Run;
  /** Whether another command was given at the same moment. */
  readonly together: boolean;
}

/** With whom a sequence begins. */
export interface Opening {
  readonly fund: string;
  /** Number and name. */
  readonly clients: ReadonlyMap<string, string>;
  readonly people: readonly Invented[];
}

/** Some clients and the people who manage their logins as they like, each with the real program. */
export class Council {
  readonly #town: Town;
  readonly #desk: Desk;
  readonly #opening: Opening;
  readonly #isProved: boolean;
  readonly #signedIn = new Set<string>();
  /** By client; whoever acts for several is at each of them. */
  readonly #people = new Map<string, string[]>();
  #fresh = 0;

  private constructor(town: Town, desk: Desk, opening: Opening, isProved: boolean) {
    this.#town = town;
    this.#desk = desk;
    this.#opening = opening;
    this.#isProved = isProved;
    for (const client of opening.clients.keys()) {
      const there = opening.people.filter(({ at }) => at.has(client));
      this.#people.set(
        client,
        there.map(({ userName }) => userName),
      );
    }
  }

  /** @param isProved whether the proof is listened to; otherwise every lock-out is accepted */
  static async open(town: Town, opening: Opening, isProved: boolean): Promise<Council> {
    for (const [number, name] of opening.clients) town.found(opening.fund, number, name);
    for (const one of opening.people) town.settle(opening.fund, one);
    return new Council(town, await Desk.open(town.clock), opening, isProved);
  }

  close(): Promise<void> {
    return this.#desk.close();
  }

  working(): ReadonlyMap<string, readonly string[]> {
    return workingAdministrators(this.#town, this.#opening.fund, [...this.#opening.clients.keys()]);
  }

  /** Thinks of something that may happen next. */
  propose(random: SeededRandom): Step {
    const client = random.pick([...this.#opening.clients.keys()]);
    const people = this.#people.get(client) ?? [];
    const luck = random.below(24);
    if (luck < 2) return { kind: 'time', minutes: random.pick([5, 20, 40, 100, 800]) };
    if (luck === 2) return { kind: 'wrong-passwords', who: random.pick(people) };
    if (luck < 5) return { kind: 'first-login', who: random.pick(people) };
    if (luck === 5) return { kind: 'app', who: random.pick(people) };
    const one = this.#command(random, client, people);
    const others = people.filter((name) => name !== one.by);
    const isAlone = luck >= 10 || others.length === 0;
    return { kind: 'commands', commands: isAlone ? [one] : [one, this.#command(random, client, others)] };
  }

  #command(random: SeededRandom, client: string, actors: readonly string[]): Command {
    const working = this.working().get(client) ?? [];
    const able = working.filter((name) => actors.includes(name));
    const by = random.pick(able.length === 0 || random.below(8) === 0 ? actors : able);
    const people = this.#people.get(client) ?? [];
    const user = random.pick(random.below(2) === 0 && working.length > 0 ? working : people);
    const what = random.pick(Object.keys(makers));
    return this.#commandOf(what, { random, client, by, user }, people);
  }

  #commandOf(
    what: string,
    { random, client, by, user }: { random: SeededRandom; client: string; by: string; user: string },
    people: readonly string[],
  ): Command {
    const now = this.#town.clock.now().getTime();
    const scene: Scene = {
      random,
      client,
      people,
      actor: by,
      user,
      after: (minutes) => new Date(now + minutes * 60_000).toISOString(),
      fresh: () => `n${String((this.#fresh += 1))}${people[0] ?? ''}`,
    };
    const maker = makers[what];
    return { what, by, client, line: maker?.line(scene) ?? '', stdin: maker?.stdin?.(scene) ?? '' };
  }

  /** Everybody who is to type something signs in, if that is possible. */
  async gather(step: Step): Promise<void> {
    if (step.kind !== 'commands') return;
    for (const { by } of step.commands) if (!this.#signedIn.has(by)) await this.#signIn(by);
  }

  /** Lets it happen; returns how the commands ended. */
  async perform(step: Step): Promise<readonly Ended[]> {
    switch (step.kind) {
      case 'time':
        this.#town.clock.advance(step.minutes * 60_000);
        return [];
      case 'wrong-passwords':
        for (let attempt = 0; attempt < 5; attempt += 1) await this.#try(step.who);
        return [];
      case 'first-login':
        await this.#arrive(step.who);
        return [];
      case 'app':
        this.#town.enrol(this.#opening.fund, step.who);
        return [];
      case 'commands':
        return Promise.all(
          step.commands.map(async (command) => ({
            command,
            run: await this.#run(command),
            together: step.commands.length > 1,
          })),
        );
    }
  }

  /** Whoever is said to work signs in anew and creates a user; returns what kept somebody from it. */
  async witness(random: SeededRandom): Promise<readonly string[]> {
    const faults: string[] = [];
    for (const [client, able] of this.working()) {
      if (able.length === 0) continue;
      const by = random.pick(able);
      await this.#signIn(by);
      const command = this.#commandOf('new user', { random, client, by, user: by }, this.#people.get(client) ?? []);
      const { exitCode, stderr } = await this.#run(command);
      if (exitCode !== 0) faults.push(`${by} at ${client}: ${stderr}`);
    }
    return faults;
  }

  async #run(command: Command): Promise<Run> {
    const { by, client, line, stdin, what } = command;
    const accepted = !this.#isProved && makers[what]?.acceptable === true;
    const words = [
      `${line} -q -c ${client} -p ${by}`,
      ...(accepted ? [`--accept-lockout "${this.#opening.clients.get(client) ?? ''}"`] : []),
    ].join(' ');
    const ended = await this.#desk.run(words, { stdin, env: { CONNECT_PASSWORD: password } });
    // Whoever was sent out may be let in again next time.
    if (ended.exitCode === 4) this.#signedIn.delete(by);
    const [, name] = /--user-name (\S+)/.exec(line) ?? [];
    if (ended.exitCode === 0 && name !== undefined) this.#people.get(client)?.push(name);
    return ended;
  }

  /** By authenticator app, or by SMS where there is none; it may well be refused. */
  async #signIn(userName: string): Promise<void> {
    const { fund } = this.#opening;
    const hasApp = this.#town.hasApp(fund, userName);
    const ended = hasApp
      ? await this.#login(userName, '--otp-stdin', `${password}\n${this.#town.codeOf(fund, userName)}\n`)
      : await this.#login(userName, '--method sms', `${password}\n`);
    if (ended.exitCode === 0) this.#signedIn.add(userName);
  }

  async #arrive(userName: string): Promise<void> {
    const code = this.#opening.people.some((one) => one.userName === userName)
      ? activationCode
      : this.#codeInMail(userName);
    const ended = await this.#login(userName, '--activation-code-stdin', `${code}\n${password}\n`);
    if (ended.exitCode === 0) this.#signedIn.add(userName);
  }

  #login(userName: string, way: string, stdin: string): Promise<Run> {
    const line = `login ${this.#town.address(this.#opening.fund)} -u ${userName} -p ${userName} -q --password-stdin ${way}`;
    if (way === '--otp-stdin') return this.#desk.run(line, { stdin });
    const answers = [answeredLate('Code from the SMS', () => this.#town.lastCode('sms'))];
    return this.#desk.run(line, { stdin, terminal: { stdin: true }, answers });
  }

  #codeInMail(userName: string): string {
    const sql = `SELECT code FROM outbox WHERE kind = 'email' AND recipient = :to ORDER BY id DESC LIMIT 1`;
    return this.#town.database.get<{ code: string }>(sql, { to: `${userName}@town.example` })?.code ?? '';
  }

  async #try(userName: string): Promise<void> {
    const address = `${this.#town.address(this.#opening.fund)}/api/v1/login/password`;
    const body = JSON.stringify({ userName, password: 'wrong' });
    await (await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).text();
  }
}
