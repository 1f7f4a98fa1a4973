import { readdir, readFile, truncate } from 'node:fs/promises';
import path from 'node:path';
import { ConnectError } from '../errors.js';
import { lengthOf, writeAt, writeAtomically } from '../platform/files.js';
import { withLock } from '../platform/lock.js';

/** What is known of one step of a run. `begun`: it was about to be sent; what became of it is not known without a later line. */
export type RunLine =
  | { readonly kind: 'begun'; readonly step: string; readonly at: string; readonly key: string }
  | {
      readonly kind: 'done';
      readonly step: string;
      readonly at: string;
      /** Whether it was so already. */
      readonly already: boolean;
      /** The portal's id of the user, and the user afterwards. */
      readonly user: string;
      readonly after: object;
    }
  | {
      readonly kind: 'failed';
      readonly step: string;
      readonly at: string;
      readonly code: string;
      readonly params: Readonly<Record<string, unknown>>;
      readonly requestId: string | null;
    };

/** Many changes made by one command: what was to be done, and what was. */
export interface Run<Order> {
  readonly id: string;
  /** RFC 3339. */
  readonly begunAt: string;
  readonly order: Order;
  /** In the order they were written. */
  readonly lines: readonly RunLine[];
  /** Writes lines down, flushed to disk, one call after the other. */
  readonly note: (...lines: readonly RunLine[]) => Promise<void>;
}

export interface RunJournal<Order> {
  /** Writes down what is to be done, before anything is. */
  begin(id: string, begunAt: string, order: Order): Promise<void>;
  /** All of them, the oldest first. */
  ids(): Promise<readonly string[]>;
  /** Reads only. @throws ConnectError `run-unknown`, `run-damaged` */
  read(id: string): Promise<Omit<Run<Order>, 'note'>>;
  /**
   * Works on a run that no other process works on at the same time.
   * @throws ConnectError `run-unknown`, `run-damaged`, `store-busy`
   */
  drive<T>(id: string, work: (run: Run<Order>) => Promise<T>): Promise<T>;
}

/** Names a run by the moment of its beginning, so that they lie in their order. */
export function newRunId(now: Date, uuid: string): string {
  return `run_${now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')}-${uuid.slice(0, 6)}`;
}

/**
 * One folder a run: `order.json`, and `lines.ndjson`, which only grows. A last line that a kill has cut short is as if it had
 * not been written, and the next one takes its place.
 */
export function runJournal<Order>(stateDirectory: string): RunJournal<Order> {
  const runs = path.join(stateDirectory, 'runs');
  const folderOf = (id: string): string => {
    if (!/^run_[\w-]+$/.test(id)) throw new ConnectError('run-unknown', { run: id });
    return path.join(runs, id);
  };
  return {
    begin: (id, begunAt, order) =>
      writeAtomically(path.join(folderOf(id), orderFile), `${JSON.stringify({ version: 1, id, begunAt, order })}\n`),
    async ids() {
      const names = await readdir(runs).catch(() => []);
      const begun = await Promise.all(
        names.map(async (name) => name.startsWith('run_') && (await lengthOf(path.join(runs, name, orderFile))) > 0),
      );
      // A folder without an order is all that a kill has left of a run that did nothing yet.
      return names.filter((_name, index) => begun[index]).sort();
    },
    read: async (id) => (await load<Order>(id, folderOf(id))).run,
    async drive(id, work) {
      const folder = folderOf(id);
      // A lock would make a folder for a run that is none.
      await load(id, folder);
      return withLock(path.join(folder, 'run.lock'), async () => {
        const { run, wholeBytes } = await load<Order>(id, folder);
        const file = path.join(folder, linesFile);
        if (wholeBytes < (await lengthOf(file))) await truncate(file, wholeBytes);
        const lines = [...run.lines];
        let place = wholeBytes;
        let last: Promise<unknown> = Promise.resolve();
        const append = async (added: readonly RunLine[]): Promise<void> => {
          const bytes = Buffer.from(added.map((line) => `${JSON.stringify(line)}\n`).join(''));
          await writeAt(file, place, bytes);
          place += bytes.length;
          lines.push(...added);
        };
        const note: Run<Order>['note'] = (...added) => {
          const written = last.then(() => append(added));
          last = written.catch(() => undefined);
          return written;
        };
        return work({ ...run, lines, note });
      });
    },
  };
}

const orderFile = 'order.json';
const linesFile = 'lines.ndjson';

async function load<Order>(
  id: string,
  folder: string,
): Promise<{ readonly run: Omit<Run<Order>, 'note'>; readonly wholeBytes: number }> {
  const text = await readFile(path.join(folder, orderFile), 'utf8').catch(() => undefined);
  if (text === undefined) throw new ConnectError('run-unknown', { run: id });
  const written = (await readFile(path.join(folder, linesFile)).catch(() => undefined)) ?? Buffer.alloc(0);
  const wholeBytes = written.lastIndexOf(0x0a) + 1;
  const lines = written.subarray(0, wholeBytes).toString('utf8').split('\n').slice(0, -1);
  try {
    const { begunAt, order } = JSON.parse(text) as { begunAt: string; order: Order };
    return { run: { id, begunAt, order, lines: lines.map((line) => JSON.parse(line) as RunLine) }, wholeBytes };
  } catch (error) {
    throw new ConnectError('run-damaged', { run: id, folder }, { cause: error });
  }
}
