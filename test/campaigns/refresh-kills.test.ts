import { expect, test } from 'vitest';
import type { SeededRandom } from '../../sandbox/seeds/seeded-random.js';
import type { Running } from '../support/binary.js';
import { Crowd } from './crowd.js';
import { scaleOf, tell } from './scale.js';

const scale = scaleOf('refresh-kills', { reduced: { count: 4, size: 3 }, full: { count: 200, size: 4 } });

test(
  `${scale.count} kills of the process that renews never end the session, and no token is spent twice`,
  { timeout: scale.timeout },
  async () => {
    const crowd = await Crowd.open();
    const met = new Map<string, number>();
    try {
      for (let round = 1, kills = 0; kills < scale.count; round += 1) {
        const plan = planOf(scale.random, scale.size);
        await crowd.expire({ known: plan.known });
        const before = await crowd.lastEntry();
        await crowd.faults(...plan.faults);
        const others = Array.from({ length: plan.together }, () => crowd.start('--verbose'));
        const first = crowd.start('--verbose');
        const { killed, moment } = await killOne(crowd, plan, before, [first, ...others]);
        if (killed) kills += 1;
        met.set(moment, (met.get(moment) ?? 0) + 1);
        const begun = performance.now();
        const late = Array.from({ length: plan.after }, () => crowd.start('--verbose'));
        const survivors = await Promise.all([first, ...others, ...late].map(({ ended }) => ended));
        const seconds = ((performance.now() - begun) / 1000).toFixed(1);
        await crowd.faults();
        const last = await crowd.start().ended;
        const renewals = await crowd.renewals(before);
        const unharmed = survivors.filter(({ exitCode }) => exitCode !== null);
        tell(
          `round ${round}, kill ${kills}: ${moment}; ${unharmed.length} others, ${seconds} s; renewals: ${renewals.join(' ')}`,
        );
        const failed = [...unharmed, last].filter(({ exitCode }) => exitCode !== 0);
        expect({ renewals: renewals.filter((outcome) => outcome !== '200'), failed }).toEqual({
          renewals: [],
          failed: [],
        });
        expect(new Set([...unharmed, last].map(({ stdout }) => stdout))).toEqual(new Set([crowd.expected.stdout]));
        expect((await crowd.control.get('/status')).body).toMatchObject({ violations: [] });
      }
      for (const [moment, count] of met) tell(`${count} × ${moment}`);
    } finally {
      await crowd.close();
    }
  },
);

interface Plan {
  /** Whether this computer knows that the token has expired. */
  readonly known: boolean;
  readonly faults: readonly object[];
  /** After how long the process is killed, or how long after the portal's answer is there. */
  readonly after: number;
  readonly delayMs: number;
  readonly when: 'any moment' | 'answered';
  /** Processes that run beside the one that is killed. */
  readonly together: number;
}

function planOf(random: SeededRandom, size: number): Plan {
  const ms = random.below(300);
  const when = random.pick(['any moment', 'answered'] as const);
  const together = random.pick([0, 0, random.below(size)]);
  return {
    known: random.pick([true, false]),
    faults: random.pick([
      [],
      [{ kind: 'latency', operation: 'refreshSession', ms }],
      [{ kind: 'late-answer', operation: 'refreshSession', ms }],
    ]),
    when,
    // A run takes about half a second, most of it for the key of the credential file.
    delayMs: when === 'any moment' ? 150 + random.below(400 + ms) : random.below(25),
    together,
    after: size - 1 - together,
  };
}

/** Kills at the planned moment, and finds out what had happened until then. */
async function killOne(
  crowd: Crowd,
  { when, delayMs }: Plan,
  before: number,
  all: readonly [Running, ...(readonly Running[])],
): Promise<{ killed: boolean; moment: string }> {
  const victim = when === 'answered' ? await firstToRenew(all) : all[0];
  await new Promise((resolve) => setTimeout(resolve, delayMs));
  victim.child.kill('SIGKILL');
  const { exitCode } = await victim.ended;
  if (exitCode !== null) return { killed: false, moment: 'ended before the kill' };
  if (all.length > 1) return { killed: true, moment: `${when}, among others` };
  const [renewals, session] = [await crowd.renewals(before), await crowd.session()];
  if (session?.renewalKey !== undefined)
    return { killed: true, moment: renewals.length > 0 ? 'spent, not stored' : 'key stored, not spent' };
  return { killed: true, moment: renewals.length > 0 ? 'stored' : 'nothing done yet' };
}

/** The process that the portal has just answered; any, if none has to renew. */
async function firstToRenew(processes: readonly Running[]): Promise<Running> {
  return Promise.race(
    processes.map(
      (one) =>
        new Promise<Running>((resolve) => {
          one.child.stderr?.on('data', (text: Buffer) => {
            if (text.includes('/session/refresh → ')) resolve(one);
          });
          one.child.once('close', () => resolve(one));
        }),
    ),
  );
}
