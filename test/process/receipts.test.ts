import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { entryOn } from '../../src/journal/receipt-entry.js';
import type { DeclarationEntry } from '../../src/journal/receipt-entry.js';
import { chainFaults } from '../../src/journal/receipt-faults.js';
import { receiptJournal } from '../../src/journal/receipts.js';
import { emptyFolder } from '../support/folder.js';

/** A process that appends the receipts of these numbers and tells each when it is kept. */
const appender = `
  import { receiptJournal } from '../../src/journal/receipts.js';
  import { draft } from '../support/receipts.js';
  const [state, from, to] = process.argv.slice(2);
  void (async () => {
    for (let number = Number(from); number <= Number(to); number += 1) {
      const { entry } = await receiptJournal(state).append(draft(number));
      process.stdout.write(entry.receipt.number + '\\n');
    }
  })();
`;

let place: string;
let program: string;
beforeAll(async () => {
  place = await mkdtemp(path.join(os.tmpdir(), 'connect-appender-'));
  program = path.join(place, 'appender.cjs');
  const stdin = { contents: appender, resolveDir: import.meta.dirname, loader: 'ts' } as const;
  await build({ stdin, bundle: true, platform: 'node', format: 'cjs', outfile: program, logLevel: 'error' });
});
afterAll(() => rm(place, { recursive: true, force: true }));

const start = (state: string, from: number, to: number): ChildProcess =>
  spawn(process.execPath, [program, state, String(from), String(to)], { stdio: ['ignore', 'pipe', 'inherit'] });

/** What it told before it ended; `onLine` hears of each. */
async function told(child: ChildProcess, onLine: (count: number) => void = () => undefined): Promise<string[]> {
  const lines: string[] = [];
  const ended = once(child, 'close');
  for await (const line of createInterface({ input: child.stdout! })) onLine(lines.push(line));
  await ended;
  return lines;
}

async function kept(state: string) {
  const [year] = await receiptJournal(state).years();
  const numbers = year!.lines.map((line) => (entryOn(line) as DeclarationEntry | undefined)?.receipt.number);
  return { faults: chainFaults(year!), numbers };
}

test('processes that append at once make one chain, with each receipt in it once', async () => {
  const state = await emptyFolder();
  const ranges = [
    [1, 12],
    [13, 24],
    [7, 18],
    [25, 36],
  ] as const;
  const all = await Promise.all(ranges.map(async ([from, to]) => told(start(state, from, to))));
  const { faults, numbers } = await kept(state);
  expect(faults).toEqual([]);
  expect(numbers).toHaveLength(36);
  expect(new Set(numbers)).toEqual(new Set(all.flat()));
}, 60_000);

test('a kill at any moment loses nothing that was told to be kept, and the next process goes on', async () => {
  const last = 40;
  const round = async (killAfter: number) => {
    const state = await emptyFolder();
    const first = start(state, 1, last);
    const before = await told(first, (count) => {
      if (count === killAfter) first.kill('SIGKILL');
    });
    const atKill = await kept(state);
    const after = await told(start(state, 1, last));
    const { faults, numbers } = await kept(state);
    const lost = before.filter((number) => !atKill.numbers.includes(number));
    return { killed: before.length < last, lost, faults: [...atKill.faults, ...faults], numbers, after };
  };
  const rounds = await Promise.all([1, 4, 9, 15, 22, 30].map(round));
  for (const { killed, lost, faults, numbers, after } of rounds) {
    expect({ killed, lost, faults }).toEqual({ killed: true, lost: [], faults: [] });
    expect(numbers).toEqual(after);
    expect(new Set(numbers).size).toBe(last);
  }
}, 120_000);
