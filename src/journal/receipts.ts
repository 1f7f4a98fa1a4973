import { rm, truncate } from 'node:fs/promises';
import path from 'node:path';
import { createFile, lengthOf, writeAt, writeAtomically } from '../platform/files.js';
import { withLock } from '../platform/lock.js';
import { entryOn, hashOf, isSameEvent, lineOf, numberOf } from './receipt-entry.js';
import type { Draft, Entry } from './receipt-entry.js';
import { begunFile, nextPlace, readYear, receiptsFolder, writeHead, yearsOnDisk } from './receipt-files.js';
import type { YearOnDisk } from './receipt-files.js';

export interface Appended {
  readonly entry: Entry;
  /** False if the journal had it already. */
  readonly isNew: boolean;
  /**
   * What an earlier run has left behind: an entry that it had begun, which now is there; or a part of a line that
   * belongs to nothing, which was put into a file.
   */
  readonly healed: 'completed' | 'put-aside' | undefined;
}

/** What was proven to have happened, for ever: one chain of lines a year. Nothing is ever changed or removed. */
export interface ReceiptJournal {
  append(draft: Draft): Promise<Appended>;
  years(): Promise<readonly YearOnDisk[]>;
  /** Keeps something that proves nothing, apart and marked with the reason. Returns the file. */
  setAside(name: string, evidence: object): Promise<string>;
}

/**
 * An entry is written whole into a file of its own, flushed, and then into the journal at the place that it belongs to:
 * whoever finds that file completes the line. So a kill loses nothing, and a process that was stopped for so long that
 * others have taken its lock over writes the very bytes that stand there already.
 */
export function receiptJournal(stateDirectory: string): ReceiptJournal {
  const folder = receiptsFolder(stateDirectory);
  return {
    append: (draft) => withLock(path.join(folder, 'journal.lock'), () => appended(folder, draft)),
    years: async () => Promise.all((await yearsOnDisk(folder)).map((year) => readYear(folder, year))),
    async setAside(name, evidence) {
      const file = path.join(folder, 'unverified', `${name}.json`);
      await writeAtomically(file, `${JSON.stringify(evidence, undefined, 2)}\n`);
      return file;
    },
  };
}

async function appended(folder: string, draft: Draft): Promise<Appended> {
  let healed: Appended['healed'];
  for (;;) {
    const found = await readYear(folder, String(draft.year));
    if (found.torn !== '') await putAside(folder, found);
    if (found.begun !== undefined) await complete(folder, found);
    healed ??= found.torn !== '' ? 'put-aside' : found.begun !== undefined ? 'completed' : undefined;
    if (found.torn !== '' || found.begun !== undefined) continue;
    const known = knownIn(found, draft);
    if (known !== undefined) return { entry: known, isNew: false, healed };
    const entry: Entry = { ...draft, ...nextPlace(found) };
    // Of a run that was killed when all was done but this.
    await rm(begunFile(folder, found.year, entry.sequence - 1), { force: true });
    if (!(await begin(folder, found, entry))) continue;
    await complete(folder, { ...found, begun: { file: begunOf(folder, entry), line: lineOf(entry) } });
    return { entry, isNew: true, healed };
  }
}

/** The entry for the same event. Only lines that name it are read: there may be thousands. */
function knownIn({ lines }: YearOnDisk, draft: Draft): Entry | undefined {
  const named = draft.kind === 'review' ? draft.time : numberOf(draft);
  const likely = lines.filter((line) => line.includes(named)).map(entryOn);
  return likely.find((entry) => entry !== undefined && isSameEvent(entry, draft));
}

const begunOf = (folder: string, { year, sequence }: Entry): string => begunFile(folder, String(year), sequence);

/** Whether the place was still free: the file is made by one only, and after it nobody has written meanwhile. */
async function begin(folder: string, { file, allBytes }: YearOnDisk, entry: Entry): Promise<boolean> {
  const begun = begunOf(folder, entry);
  try {
    await createFile(begun, Buffer.from(lineOf(entry)));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    // One that does not fit where it stands is none of ours any more.
    const now = await readYear(folder, String(entry.year));
    if (now.begun === undefined) await rm(begun, { force: true });
    return false;
  }
  if ((await lengthOf(file)) === allBytes) return true;
  await rm(begun, { force: true });
  return false;
}

async function complete(folder: string, { year, file, wholeBytes, begun }: YearOnDisk): Promise<void> {
  if (begun === undefined) return;
  await writeAt(file, wholeBytes, Buffer.from(begun.line));
  const { sequence = 0 } = entryOn(begun.line) ?? {};
  await writeHead(folder, year, { count: sequence, hash: hashOf(begun.line) });
  await rm(begun.file, { force: true });
}

/** What is no line stays as evidence, where nobody takes it for one. */
async function putAside(folder: string, { year, file, torn, wholeBytes }: YearOnDisk): Promise<void> {
  await writeAtomically(path.join(folder, 'torn', `${year}-${hashOf(torn).slice(0, 16)}.txt`), torn);
  await truncate(file, wholeBytes);
}
