import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { originals, type Originals } from '../support/fuzz/originals.js';
import { plansOf, taskOf, type Plan } from '../support/fuzz/plan.js';
import type { Reading, Task } from '../support/fuzz/reader-process.js';
import { readerProgram, WatchedReader, type Watch } from '../support/fuzz/watched-reader.js';
import { scaleOf, tell } from './scale.js';

const scale = scaleOf('fuzz-readers', { reduced: { count: 400, size: 1 }, full: { count: 100_000, size: 2 } });

/**
 * No file may keep the processor longer; how long the clock runs depends on what else the machine does. The longest files
 * name 27,000 persons, which takes more than two seconds where many share the processor's caches.
 */
const longestMs = 5000;
/** Of the process that reads, with Node and all that it has loaded. */
const mostMiB = 400;
const watch: Watch = { patienceMs: [30_000, 300_000], heapMiB: 256 };
/** More would tell nothing new. */
const enoughFaults = 20;

let program: Awaited<ReturnType<typeof readerProgram>>;
let from: Originals;

beforeAll(async () => {
  [program, from] = await Promise.all([readerProgram(), originals()]);
});
afterAll(() => program.remove());

test(
  `${scale.count} damaged salary files: each has a result, the same one however it is read, in time and within memory`,
  { timeout: scale.timeout },
  async () => {
    const seed = scale.random.below(2 ** 31);
    const plans = plansOf(seed, scale.count);
    const seen = new Census();
    const faults: string[] = [];
    let index = 0;
    const work = async (): Promise<void> => {
      const reader = new WatchedReader(program.file, watch);
      try {
        for (const plan of plans) {
          index += 1;
          const name = `${scale.seed}-${index}`;
          const task = taskOf(plan, from);
          const reading = await reader.read(task);
          seen.add(plan, task, reading);
          const fault = faultOf(reading);
          if (fault !== undefined) faults.push(await saved(name, task, plan, fault));
          if (faults.length >= enoughFaults) break;
          if (index % 5000 === 0) tell(`${index}: ${seen.summary()}`);
        }
      } finally {
        reader.close();
      }
    };
    await Promise.all(Array.from({ length: scale.size }, work));
    tell(seen.summary());
    tell(`findings: ${[...seen.codes].sort().join(' ')}`);
    expect(faults.join('\n')).toBe('');
    // Files that all fail at the first gate would prove nothing.
    for (const format of ['elm', 'xlsx', 'csv'])
      expect([format, seen.of(`${format} ok`) > 0, seen.of(`${format} faulty`) > 0]).toEqual([format, true, true]);
    expect(seen.codes.size).toBeGreaterThan(20);
  },
);

test.each<[NonNullable<Task['trap']>, RegExp]>([
  ['endless', /^no answer within 3000 ms$/],
  ['throw', /^threw TypeError: trap/],
  ['leave', /^its process ended with 0$/],
  ['hoard', /^held \d+ MiB, limit 400$/],
  ['fickle', /^another result in pieces/],
])('a reader that breaks its word is noticed: %s', async (trap, expected) => {
  const reader = new WatchedReader(program.file, { ...watch, ...(trap === 'endless' && { patienceMs: [1000, 3000] }) });
  try {
    const task: Task = { bytes: from.elm[0]!, wishes: {}, language: 'en', pieceBytes: 1001, trap };
    expect(faultOf(await reader.read(task))).toMatch(expected);
    // And the next file is read by a new process, if need be.
    const { fault, ok } = await reader.read({ ...task, trap: undefined } as unknown as Task);
    expect({ fault, ok }).toEqual({ fault: undefined, ok: true });
  } finally {
    reader.close();
  }
});

function faultOf({ fault, cpuMs, peakMiB }: Reading): string | undefined {
  if (fault !== undefined) return fault;
  if (cpuMs > longestMs) return `took ${Math.round(cpuMs)} ms of the processor, limit ${longestMs}`;
  return peakMiB > mostMiB ? `held ${peakMiB} MiB, limit ${mostMiB}` : undefined;
}

/** Keeps the input for whoever mends the reader; says where it is, and how it came about. */
async function saved(name: string, { bytes }: Task, plan: Plan, fault: string): Promise<string> {
  const folder = path.join(os.tmpdir(), 'connect-fuzz');
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, name);
  await writeFile(file, bytes);
  return `${file} (seed ${scale.seed}): ${fault}\n  ${JSON.stringify(plan.changes).slice(0, 400)}`;
}

/** What was met. */
class Census {
  readonly codes = new Set<string>();
  readonly #counts = new Map<string, number>();
  #bytes = 0;
  #slowestMs = 0;
  #peakMiB = 0;

  add({ source }: Plan, { bytes }: Task, { format, ok, findings, cpuMs, peakMiB }: Reading): void {
    for (const key of [`from ${source}`, `${format} ${ok ? 'ok' : 'faulty'}`]) this.#counts.set(key, this.of(key) + 1);
    for (const code of findings) this.codes.add(code);
    this.#bytes += bytes.length;
    this.#slowestMs = Math.max(this.#slowestMs, cpuMs);
    this.#peakMiB = Math.max(this.#peakMiB, peakMiB);
  }

  of(key: string): number {
    return this.#counts.get(key) ?? 0;
  }

  summary(): string {
    const counts = [...this.#counts].sort().map(([key, count]) => `${key} ${count}`);
    const mebi = Math.round(this.#bytes / 2 ** 20);
    return `${counts.join(', ')}; ${mebi} MiB, slowest ${Math.round(this.#slowestMs)} ms, peak ${this.#peakMiB} MiB`;
  }
}
