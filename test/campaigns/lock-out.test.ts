import { expect, test } from 'vitest';
import { scaleOf, tell } from './scale.js';
import type { Ended, Step } from './town-council.js';
import { shrink, walkRandomly } from './town-sequences.js';
import type { Loss } from './town-sequences.js';
import { Town } from './town.js';

/**
 * The count is how many sequences of commands, the size how many of them share a sandbox. A seed `autumn#71` begins with the
 * sequence of that number: with `--count 1` it is that one alone.
 */
const scale = scaleOf('lock-out', { reduced: { count: 15, size: 15 }, full: { count: 10_000, size: 500 } });
const [seed = '', first = '0'] = scale.seed.split('#');
const nameOf = (number: number): string => `${seed}#${number}`;

test(
  `${scale.count} random sequences of commands: none takes a client its last working administrator`,
  { timeout: scale.timeout },
  async () => {
    const tally = new Tally();
    const last = Number(first) + scale.count;
    for (let from = Number(first); from < last; from += scale.size) {
      const town = await Town.open();
      try {
        for (let number = from; number < Math.min(from + scale.size, last); number += 1) {
          const { ended, working, loss, unable } = await walkRandomly(town, nameOf(number));
          if (loss !== undefined) {
            const { steps } = await shrink(nameOf(number), loss, true);
            const again = `Again: npm run campaign lock-out -- --seed '${nameOf(number)}' --count 1`;
            throw new Error(`${report(nameOf(number), loss, steps)}\n${again}`);
          }
          expect(unable, nameOf(number)).toEqual([]);
          tally.take(nameOf(number), ended, working);
        }
      } finally {
        await town.close();
      }
      tell(`${Math.min(from + scale.size, last)} sequences`);
    }
    tally.tell();
    // A guard that refused everything would also keep everybody in.
    if (scale.count >= 15) {
      expect(tally.ends.get('0')).toBeGreaterThan(tally.commands / 5);
      expect(tally.errors.get('lockout')).toBeGreaterThan(0);
    }
  },
);

test(
  'with every lock-out accepted one is found soon and shrunk to what matters, so the proof is what prevents it',
  { timeout: scale.timeout },
  async () => {
    const town = await Town.open();
    try {
      for (let number = 0; ; number += 1) {
        expect(number).toBeLessThan(30);
        const name = `accepted#${number}`;
        const { loss } = await walkRandomly(town, name, false);
        if (loss === undefined) continue;
        const { steps } = await shrink(name, loss, false);
        tell(report(name, loss, steps));
        expect(steps.length).toBeLessThanOrEqual(2);
        break;
      }
    } finally {
      await town.close();
    }
  },
);

const refusals = [
  ['lockout', 'has no working administrator'],
  ['changed at the same time', 'at the same time'],
  ['not permitted', 'no right to do that'],
  ['login of several clients', 'acts for other clients'],
  ['credential too weak', 'stronger login'],
  ['last second factor', 'last second factor'],
  ['successor is deactivated', 'can’t take over'],
  ['user exists', 'already'],
] as const;

class Tally {
  readonly ends = new Map<string, number>();
  readonly errors = new Map<string, number>();
  readonly #working = new Map<string, number>();
  commands = 0;
  #together = 0;

  take(name: string, ended: readonly Ended[], working: readonly number[]): void {
    for (const { command, run, together } of ended) {
      this.commands += 1;
      if (together) this.#together += 1;
      count(this.ends, String(run.exitCode));
      // Done, misunderstood, not a client of this login, not signed in, refused: nothing else happens here.
      expect([0, 2, 3, 4, 5, 7, 8, 10], `${name}: ${command.by}: ${command.line}\n${run.stderr}`).toContain(
        run.exitCode,
      );
      if (run.exitCode === 5)
        count(this.errors, refusals.find(([, text]) => run.stderr.includes(text))?.[0] ?? run.stderr);
    }
    for (const one of working) count(this.#working, one > 2 ? 'more' : String(one));
  }

  tell(): void {
    tell(`${this.commands} commands, ${this.#together} at the same moment as another`);
    for (const [exitCode, times] of [...this.ends].sort()) tell(`${times} × exit code ${exitCode}`);
    for (const [what, times] of this.errors) tell(`${times} × refused: ${what}`);
    for (const [working, times] of [...this.#working].sort())
      tell(`${times} × a client with ${working} working administrators after a command`);
  }
}

function count(tally: Map<string, number>, what: string): void {
  tally.set(what, (tally.get(what) ?? 0) + 1);
}

/** What happened, and what of it matters. */
function report(name: string, loss: Loss, needed: readonly Step[]): string {
  return [
    `${name}: client ${loss.client} has lost its last working administrator:`,
    ...loss.steps.map(told),
    'What of it is needed:',
    ...needed.map(told),
  ].join('\n');
}

function told(step: Step): string {
  if (step.kind === 'time') return `  ${step.minutes} minutes pass`;
  if (step.kind !== 'commands') return `  ${step.kind}: ${step.who}`;
  return step.commands.map(({ by, client, line }) => `  ${by}: ${line} -c ${client}`).join('\n    at the same time\n');
}
