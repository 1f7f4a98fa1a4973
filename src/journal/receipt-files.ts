import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { writeAtomically } from '../platform/files.js';
import { beforeTheFirst, entryOn, hashOf } from './receipt-entry.js';

/** Where a year's chain ended when something was last appended to it. */
export interface Head {
  readonly count: number;
  /** Of the last line. */
  readonly hash: string;
}

/** What is on disk about a year. */
export interface YearOnDisk {
  readonly year: string;
  readonly file: string;
  /** Whole ones, with their ends. An entry that was begun to be appended is among them. */
  readonly lines: readonly string[];
  /** What stands behind them without a line end, and is not the beginning of that entry. */
  readonly torn: string;
  /** As it is, or as it will be once the entry that was begun is completed. */
  readonly head: Head | undefined;
  /** The entry that was begun: it stands whole in a file of its own, and in the journal not at all, in part, or without its head. */
  readonly begun: { readonly file: string; readonly line: string } | undefined;
  /** Bytes of the whole lines that are in the journal itself, and of all that is. */
  readonly wholeBytes: number;
  readonly allBytes: number;
}

export const receiptsFolder = (stateDirectory: string): string => path.join(stateDirectory, 'receipts');
const headsFile = (folder: string): string => path.join(folder, 'heads.json');
export const journalFile = (folder: string, year: string): string => path.join(folder, `${year}.jsonl`);
export const begunFile = (folder: string, year: string, sequence: number): string =>
  path.join(folder, `${year}-${String(sequence)}.begun`);

/** The years that something is known of, the oldest first. */
export async function yearsOnDisk(folder: string): Promise<readonly string[]> {
  const files = await readdir(folder).catch(ifThere([]));
  const named = files.flatMap((name) => /^(\d{4})(?:\.jsonl|-\d+\.begun)$/.exec(name)?.[1] ?? []);
  const heads = Object.keys(await readHeads(folder)).filter((name) => /^\d{4}$/.test(name));
  return [...new Set([...named, ...heads])].sort();
}

export async function readYear(folder: string, year: string): Promise<YearOnDisk> {
  const file = journalFile(folder, year);
  const bytes = await readFile(file).catch(ifThere(Buffer.alloc(0)));
  const wholeBytes = bytes.lastIndexOf('\n') + 1;
  const lines = linesOf(bytes.toString('utf8', 0, wholeBytes));
  const torn = bytes.subarray(wholeBytes);
  const head = (await readHeads(folder))[year];
  const onDisk = {
    year,
    file,
    head,
    begun: undefined,
    wholeBytes,
    allBytes: bytes.length,
    lines,
    torn: torn.toString(),
  };
  const written = await writtenWithoutHead(folder, onDisk);
  if (written !== undefined) return written;
  const { sequence, previous } = nextPlace(onDisk);
  const own = begunFile(folder, year, sequence);
  const line = await readFile(own, 'utf8').catch(ifThere(undefined));
  if (line === undefined || entryOn(line)?.previous !== previous) return onDisk;
  return {
    ...onDisk,
    lines: [...lines, line],
    torn: beginsWith(line, torn) ? '' : onDisk.torn,
    begun: { file: own, line },
  };
}

/**
 * What a run that was killed between the last line and its head has left: the line stands whole in its own file and in the
 * journal, and only the head does not know of it yet.
 */
async function writtenWithoutHead(folder: string, onDisk: YearOnDisk): Promise<YearOnDisk | undefined> {
  const { year, lines, head, wholeBytes } = onDisk;
  const line = lines.at(-1);
  const entry = line === undefined ? undefined : entryOn(line);
  if (line === undefined || entry?.sequence !== (head?.count ?? 0) + 1) return undefined;
  if (entry.previous !== (head?.hash ?? beforeTheFirst)) return undefined;
  const own = begunFile(folder, year, entry.sequence);
  if ((await readFile(own, 'utf8').catch(ifThere(undefined))) !== line) return undefined;
  return {
    ...onDisk,
    head: { count: entry.sequence, hash: hashOf(line) },
    begun: { file: own, line },
    wholeBytes: wholeBytes - Buffer.byteLength(line),
  };
}

/** Whole lines with their ends. */
function linesOf(text: string): readonly string[] {
  const lines: string[] = [];
  for (let from = 0, end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', from)) {
    lines.push(text.slice(from, end + 1));
    from = end + 1;
  }
  return lines;
}

const beginsWith = (line: string, torn: Buffer): boolean => Buffer.from(line).subarray(0, torn.length).equals(torn);

/**
 * Where the next entry belongs. The head decides if it is ahead of the lines: what was cut off at the end must be missing
 * for ever, and not be papered over.
 */
export function nextPlace({ lines, head }: Pick<YearOnDisk, 'lines' | 'head'>): { sequence: number; previous: string } {
  const last = lines.at(-1);
  const count = last === undefined ? 0 : (entryOn(last)?.sequence ?? lines.length);
  if (head !== undefined && head.count >= count) return { sequence: head.count + 1, previous: head.hash };
  return { sequence: count + 1, previous: last === undefined ? beforeTheFirst : hashOf(last) };
}

/** A file that is not there, or holds nonsense, knows no heads: then every year lacks its own. */
async function readHeads(folder: string): Promise<Readonly<Record<string, Head>>> {
  const text = await readFile(headsFile(folder), 'utf8').catch(ifThere('{}'));
  try {
    const heads = JSON.parse(text) as Record<string, Partial<Head> | null>;
    return Object.fromEntries(Object.entries(heads).filter((entry): entry is [string, Head] => isHead(entry[1])));
  } catch {
    return {};
  }
}

const isHead = (head: Partial<Head> | null): boolean =>
  Number.isSafeInteger(head?.count) && /^[0-9a-f]{64}$/.test(String(head?.hash));

export async function writeHead(folder: string, year: string, head: Head): Promise<void> {
  const heads = { ...(await readHeads(folder)), [year]: head };
  await writeAtomically(headsFile(folder), `${JSON.stringify(heads)}\n`);
}

const ifThere =
  <T>(otherwise: T) =>
  (error: unknown): T => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return otherwise;
    throw error;
  };
