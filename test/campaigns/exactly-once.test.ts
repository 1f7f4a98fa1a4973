import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { SeededRandom } from '../../sandbox/seeds/seeded-random.js';
import type { Running } from '../support/binary.js';
import { Mailroom, until, type Ended, type Held, type Letter } from './mailroom.js';
import { scaleOf, tell } from './scale.js';

/** The size is how many work at once, each with a portal of its own. */
const scale = scaleOf('exactly-once', { reduced: { count: 6, size: 1 }, full: { count: 500, size: 2 } });
const operation = 'submitSalaryDeclaration';
/** More would tell nothing new. */
const enoughFaults = 10;

test(
  `${scale.count} uploads, killed at any instant while the portal misbehaves: each is there exactly once, and nobody had to help`,
  { timeout: scale.timeout },
  async () => {
    const met = new Map<string, number>();
    const faults: Outcome[] = [];
    let next = 0;
    const work = async (worker: number): Promise<void> => {
      const room = await Mailroom.open(scale.count + 1);
      try {
        const usualMs = await durationOf(room, worker);
        for (let number = next++; number < scale.count; number = next++) {
          // Each has randomness of its own, so that it is the same however many work at once.
          const plan = planOf(new SeededRandom(`exactly-once ${scale.seed} ${number}`), usualMs);
          const outcome = await oneUpload(room, await room.letter(number), plan);
          const { moment, story } = outcome;
          met.set(moment, (met.get(moment) ?? 0) + 1);
          tell(`${number}: ${story}`);
          if (isWrong(outcome)) faults.push(outcome);
          if (faults.length >= enoughFaults) break;
        }
        expect(await room.violations()).toEqual([]);
        const names = (await room.everything()).map(({ fileName }) => fileName);
        expect(names.length).toBe(new Set(names).size);
        expect(await room.receiptsKept()).toEqual(await room.receiptsGiven());
        const verified = await room.verifyReceipts().ended;
        expect({ ...verified, stdout: '' }).toEqual({ exitCode: 0, stdout: '', stderr: '' });
        tell(`worker ${worker}: ${(await room.receiptsKept()).length} receipts, each kept once and verified`);
      } finally {
        await room.close();
      }
    };
    await Promise.all(Array.from({ length: scale.size }, (_, worker) => work(worker)));
    for (const [moment, count] of [...met].sort()) tell(`${count} × ${moment}`);
    expect(faults).toEqual([]);
  },
);

test('what the driver is told would be a double: a blind portal keeps two where the journal was lost, one where not', async () => {
  const room = await Mailroom.open(4);
  try {
    for (const [number, journal, copies] of [
      [4, 'kept', 1],
      [9, 'lost', 2],
    ] as const) {
      const letter = { ...(await room.letter(number % 4)), test: true };
      await room.faults({ kind: 'drop-after-commit', operation, times: null });
      expect((await room.upload(letter).ended).exitCode).toBe(9);
      await room.faults();
      expect(await heldOf(room, letter)).toBe(1);
      if (journal === 'lost') await room.forgetIntents();
      await room.blindPortal({ keys: false });
      expect((await room.upload(letter).ended).exitCode).toBe(0);
      expect([journal, await heldOf(room, letter)]).toEqual([journal, copies]);
    }
  } finally {
    await room.close();
  }
});

test('what the driver is told would be a receipt that is missing, or there twice', async () => {
  const room = await Mailroom.open(2);
  try {
    const letter = await room.letter(0);
    expect([await room.receiptsGiven(), await room.receiptsKept()]).toEqual([[], []]);
    expect((await room.upload(letter).ended).exitCode).toBe(0);
    const [receipt] = await room.receiptsGiven();
    expect(await room.receiptsKept()).toEqual([receipt]);
    expect((await room.verifyReceipts().ended).exitCode).toBe(0);
    await room.repeatReceipt(letter);
    expect(await room.receiptsKept()).toEqual([receipt, receipt]);
    expect((await room.verifyReceipts().ended).exitCode).toBe(11);
    // What the portal has already is kept here as well: a lost journal is written anew.
    await room.forgetReceipts();
    expect(await room.receiptsKept()).toEqual([]);
    expect((await room.upload(letter).ended).exitCode).toBe(0);
    expect(await room.receiptsKept()).toEqual([receipt]);
  } finally {
    await room.close();
  }
});

interface Plan {
  readonly faults: readonly object[];
  readonly options: readonly string[];
  readonly kill: 'never' | 'any moment' | 'begun' | 'answered';
  readonly delayMs: number;
  /** Whether the one who clears up is killed as well, or meets a fault. */
  readonly trouble: 'none' | 'killed' | 'faulty';
  readonly troubleMs: number;
  readonly reconciles: boolean;
}

function planOf(random: SeededRandom, usualMs: number): Plan {
  const ms = 50 + random.below(400);
  const times = random.pick([1, 2, 5]);
  const [faults, options] = random.pick<readonly [readonly object[], readonly string[]]>([
    [[], []],
    [[{ kind: 'drop-before-commit', operation, times }], []],
    [[{ kind: 'drop-after-commit', operation, times }], []],
    [[{ kind: 'status', operation, status: random.pick([503, 502, 500]), times }], []],
    [[{ kind: 'truncate', operation, times }], []],
    [[{ kind: 'latency', operation, ms }], []],
    [[{ kind: 'late-answer', operation, ms }], []],
    // Silence: the client gives up long before the answer comes.
    [[{ kind: random.pick(['latency', 'late-answer']), operation, ms: 6000, times: 1 }], ['--timeout', '1']],
  ]);
  const kill = random.pick(['never', 'any moment', 'any moment', 'begun', 'begun', 'answered'] as const);
  const delays = { never: 0, 'any moment': usualMs + ms, begun: 40 + ms, answered: 25 };
  return {
    ...{ faults, options, kill },
    delayMs: random.below(delays[kill] + 1),
    trouble: random.pick(['none', 'none', 'none', 'killed', 'faulty']),
    troubleMs: random.below(usualMs),
    reconciles: random.pick([true, true, false]),
  };
}

interface Outcome {
  readonly moment: string;
  readonly story: string;
  readonly reconciled: number | null;
  readonly again: number | null;
  /** How many declarations of the file the portal has, and whether the last run has shown the one and its receipt. */
  readonly held: number;
  readonly shown: boolean;
  /** How often the receipt of the first stands in the journal. */
  readonly kept: number;
  readonly pending: readonly string[];
  /** What the runs said, if the outcome is wrong. */
  readonly talk: readonly string[];
}

const isWrong = ({ reconciled, again, held, shown, kept, pending }: Outcome): boolean =>
  reconciled !== 0 || again !== 0 || held !== 1 || !shown || kept !== 1 || pending.length > 0;

/** Hands a letter in, whatever happens, clears up, and hands it in again: then it has to be there once. */
async function oneUpload(room: Mailroom, letter: Letter, plan: Plan): Promise<Outcome> {
  await room.faults(...plan.faults);
  const run = room.upload(letter, '--verbose', ...plan.options);
  await killAsPlanned(room, run, plan);
  const first = await run.ended;
  const moment = momentOf(first, (await room.pending()).length, await heldOf(room, letter));
  await room.faults();
  if (plan.trouble !== 'none') await meetTrouble(room, plan);
  const reconciled = plan.reconciles ? await room.reconcile().ended : { ...first, exitCode: 0 };
  const again = await room.upload(letter).ended;
  const held = await room.held(letter);
  const outcome: Outcome = {
    moment,
    story: [nameOf(plan), moment, plan.trouble, plan.reconciles ? 'reconciled' : 'repeated'].join('; '),
    reconciled: reconciled.exitCode,
    again: again.exitCode,
    held: held.length,
    shown: again.exitCode === 0 && isShown(again.stdout, held[0]),
    kept: (await room.receiptsKept()).filter((one) => one.startsWith(`${held[0]?.id} `)).length,
    pending: await room.pending(),
    talk: [],
  };
  return isWrong(outcome) ? { ...outcome, talk: [first, reconciled, again].map(({ stderr }) => stderr) } : outcome;
}

function isShown(stdout: string, held: Held | undefined): boolean {
  const { id, receipt } = JSON.parse(stdout) as { readonly id: string; readonly receipt: { readonly number: string } };
  const kept = JSON.parse(held?.receipt ?? '{}') as { readonly number?: string };
  return id === held?.id && receipt.number === kept.number;
}

async function killAsPlanned(room: Mailroom, run: Running, { kill, delayMs }: Plan): Promise<void> {
  if (kill === 'never') return;
  if (kill === 'begun') await until(async () => (await room.pending()).length > 0, run);
  if (kill === 'answered') await answerOf(run);
  await pause(delayMs);
  run.child.kill('SIGKILL');
}

/** Resolves when the program says that the portal has answered, whatever, or when it ends. */
function answerOf({ child, ended }: Running): Promise<unknown> {
  const answered = new Promise<void>((resolve) => {
    child.stderr?.on('data', (text: Buffer) => {
      if (/POST .*salary-declarations → /.test(text.toString())) resolve();
    });
  });
  return Promise.race([answered, ended]);
}

/** Whoever clears up can be unlucky, too; it must not matter. */
async function meetTrouble(room: Mailroom, { trouble, troubleMs }: Plan): Promise<void> {
  if (trouble === 'faulty') await room.faults({ kind: 'drop-after-commit', operation: 'callOffSubmission', times: 5 });
  const run = room.reconcile();
  if (trouble === 'killed') {
    await pause(troubleMs);
    run.child.kill('SIGKILL');
  }
  await run.ended;
  await room.faults();
}

/** How far it had come. */
function momentOf({ exitCode }: Ended, pending: number, held: number): string {
  const reached = `${pending > 0 ? 'intent open' : 'no intent'}, ${held > 0 ? 'arrived' : 'not arrived'}`;
  return `${exitCode === null ? 'killed' : `ended with ${exitCode}`}: ${reached}`;
}

const nameOf = ({ faults, kill }: Plan): string =>
  `${kill}; ${
    faults
      .map((fault) =>
        Object.values(fault)
          .filter((one) => one !== operation)
          .join(' '),
      )
      .join() || 'no fault'
  }`;

const heldOf = async (room: Mailroom, letter: Letter): Promise<number> => (await room.held(letter)).length;

/** Of an upload that nobody disturbs, in ms; the instants of the kills are spread over it. */
async function durationOf(room: Mailroom, worker: number): Promise<number> {
  const letter = await room.letter(scale.count);
  const begun = performance.now();
  const { exitCode, stderr } = await room.upload(letter).ended;
  if (exitCode !== 0) throw new Error(stderr);
  tell(`worker ${worker}: an upload takes ${Math.round(performance.now() - begun)} ms`);
  return performance.now() - begun;
}
