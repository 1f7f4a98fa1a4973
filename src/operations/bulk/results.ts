import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import path from 'node:path';
import { ConnectError } from '../../errors.js';
import { lengthOf, writeAtomically } from '../../platform/files.js';
import { isAdded } from './rows.js';
import type { CsvFile } from './csv-file.js';
import { csvOf } from './csv-writer.js';

/** `bad`: nothing was tried, because of what the row says. */
export type RowState = 'planned' | 'done' | 'already' | 'bad' | 'failed' | 'unknown' | 'unprocessed';

/** What became of a row, in the words of the reader. */
export interface RowResult {
  /** Of the file, from 1. */
  readonly line: number;
  /** The column that is wrong, of a bad row. */
  readonly column: string | null;
  /** Member number, or what the row says. */
  readonly client: string | null;
  readonly user: string | null;
  readonly outcome: RowState;
  readonly code: string | null;
  readonly reason: string | null;
}

/**
 * Makes sure that no results of another run lie in a folder.
 * @throws ConnectError `output-exists`
 */
export async function refuseOccupied(folder: string): Promise<void> {
  for (const name of resultNames) {
    const file = path.join(folder, `${name}.csv`);
    if ((await lengthOf(file)) > 0) throw new ConnectError('output-exists', { file });
  }
}

/**
 * Makes sure that results can be written to a folder, there already or not, before anything is done that they would tell of.
 * @throws ConnectError `file-unwritable`
 */
export async function mayWriteResults(folder: string): Promise<void> {
  for (let place = folder; ; place = path.dirname(place)) {
    const found = await stat(place).catch((error: unknown) => error as NodeJS.ErrnoException);
    // Whatever is missing will be made in the first folder above that is there.
    if (found instanceof Error && found.code === 'ENOENT' && place !== path.dirname(place)) continue;
    try {
      if (found instanceof Error) throw found;
      if (!found.isDirectory()) throw new Error('not a folder');
      await access(place, constants.W_OK);
      return;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new ConnectError('file-unwritable', { file: folder, reason }, { cause: error });
    }
  }
}

/** Whether a file lies where something can lie beside it: a pipe's name, as `<(…)` of a shell, is a place of the system. */
export async function isPlainFile(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
}

const resultNames = ['succeeded', 'failed', 'unprocessed'] as const;

const fileOf: Readonly<Record<RowState, (typeof resultNames)[number]>> = {
  planned: 'unprocessed',
  done: 'succeeded',
  already: 'succeeded',
  bad: 'failed',
  failed: 'failed',
  // Whoever gives it again finds it done, or does it: nobody loses it.
  unknown: 'failed',
  unprocessed: 'unprocessed',
};

const added = {
  succeeded: ['connectLine', 'connectOutcome'],
  failed: ['connectLine', 'connectCode', 'connectReason'],
  unprocessed: ['connectLine'],
} as const;

/**
 * Writes the rows of a file into three, by what became of them: each as it was, with columns behind it that say more. They
 * add up to the file, and can be given again as they are.
 */
export async function writeResults(folder: string, file: CsvFile, results: readonly RowResult[]): Promise<void> {
  const kept = file.heading.fields.flatMap((heading, index) => (isAdded(heading) ? [] : [index]));
  const own = (fields: readonly string[]): readonly string[] => kept.map((index) => fields[index] ?? '');
  const byLine = new Map<number, readonly RowResult[]>();
  for (const one of results) byLine.set(one.line, [...(byLine.get(one.line) ?? []), one]);
  for (const name of resultNames) {
    const records = file.rows.flatMap(({ line, fields }): readonly (readonly string[])[] => {
      const found = byLine.get(line) ?? [];
      const [first] = found;
      if (first === undefined || fileOf[first.outcome] !== name) return [];
      const about = {
        connectLine: String(line),
        connectOutcome: first.outcome,
        connectCode: found.map(({ code }) => code).join(' '),
        connectReason: found.map(({ column, reason }) => [column, reason].filter(Boolean).join(': ')).join(' '),
      };
      return [[...own(fields), ...added[name].map((column) => about[column])]];
    });
    const heading = [...own(file.heading.fields), ...added[name]];
    await writeAtomically(path.join(folder, `${name}.csv`), csvOf([heading, ...records], file.manner));
  }
}
