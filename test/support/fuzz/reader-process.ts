import { createHash } from 'node:crypto';
import { checkSalary, type CheckWishes } from '../../../src/operations/check-salary.js';
import type { Language } from '../../../src/i18n/translate.js';

/** A file to be read, as `connect salary check` reads it. */
export interface Task {
  readonly bytes: Uint8Array;
  readonly wishes: CheckWishes;
  readonly language: Language;
  /** The second reading takes pieces of this size. */
  readonly pieceBytes: number;
  /** Not a reader but a trap: the watch must notice it. */
  readonly trap?: 'endless' | 'throw' | 'hoard' | 'fickle' | 'leave';
}

/** What came of it. */
export interface Reading {
  /** Why the reader broke its word; nothing if it kept it. */
  readonly fault: string | undefined;
  readonly format: string;
  readonly ok: boolean;
  /** Codes, each once. */
  readonly findings: readonly string[];
  /** SHA-256 of the whole result; absent if there is none because the process is gone. */
  readonly digest: string | undefined;
  /** Of the slower reading. */
  readonly cpuMs: number;
  /** The most that this process ever held, in MiB. */
  readonly peakMiB: number;
}

process.on('message', (task: Task) => {
  void reading(task).then((answer) => process.send?.(answer));
});

async function reading(task: Task): Promise<Reading> {
  try {
    const first = await read(task, task.bytes.length);
    const second = await read(task, task.pieceBytes);
    const cpuMs = Math.max(first.cpuMs, second.cpuMs);
    const fault = faultOf(first.text) ?? differenceOf(comparable(first.text), comparable(second.text));
    const { format, ok, findings } = JSON.parse(first.text) as Awaited<ReturnType<typeof checkSalary>>;
    const codes = [...new Set(findings.map(({ code }) => code))];
    const digest = createHash('sha256').update(first.text).digest('hex');
    return { fault, format, ok, findings: codes, digest, cpuMs, peakMiB: peakMiB() };
  } catch (error) {
    const fault = `threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
    return { fault, format: '', ok: false, findings: [], digest: '', cpuMs: 0, peakMiB: peakMiB() };
  }
}

async function read(task: Task, size: number): Promise<{ readonly text: string; readonly cpuMs: number }> {
  const before = process.cpuUsage();
  const checked = await checkSalary(pieces(task, size), 'lohn', task.wishes, task.language);
  const { user, system } = process.cpuUsage(before);
  return { text: JSON.stringify(checked), cpuMs: (user + system) / 1000 };
}

async function* pieces({ bytes, trap }: Task, size: number): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  if (trap !== undefined) spring(trap);
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
  if (trap === 'fickle') yield Buffer.alloc(size % 2, ' ');
}

/** What a reader must never do. */
function spring(trap: NonNullable<Task['trap']>): void {
  if (trap === 'throw') throw new TypeError('trap');
  if (trap === 'leave') process.exit(0);
  const hoard: Uint8Array[] = [];
  while (trap === 'endless' || (trap === 'hoard' && hoard.length < 600)) {
    if (trap === 'hoard') hoard.push(new Uint8Array(1024 * 1024).fill(1));
  }
}

/** A result has to agree with itself, and every finding to tell something. */
function faultOf(text: string): string | undefined {
  const { ok, errors, findings } = JSON.parse(text) as Awaited<ReturnType<typeof checkSalary>>;
  const severe = findings.filter(({ severity }) => severity === 'error').length;
  if (ok !== (severe === 0) || errors !== severe) return `ok is ${String(ok)} with ${severe} errors`;
  const mute = findings.find(({ message, fix, source }) => message === '' || fix === '' || source === '');
  if (mute !== undefined) return `${mute.code} says nothing`;
  const lost = findings.find(({ line, column }) => [line, column].some((one) => one !== null && !(one >= 1)));
  return lost === undefined ? undefined : `${lost.code} is nowhere`;
}

/**
 * How many bytes were read of a file whose reading ended early depends on the pieces, and so does the place where a text
 * is found to be longer than any may be.
 */
function comparable(text: string): string {
  const checked = JSON.parse(text) as Awaited<ReturnType<typeof checkSalary>>;
  if (checked.digest !== undefined) return text;
  const findings = checked.findings.map((one) => (one.code === 'X08' ? { ...one, line: null, column: null } : one));
  return JSON.stringify({ ...checked, findings, bytes: 0 });
}

function differenceOf(first: string, second: string): string | undefined {
  if (first === second) return undefined;
  let at = 0;
  while (first[at] === second[at]) at += 1;
  const near = (text: string): string => text.slice(Math.max(0, at - 150), at + 150);
  return `another result in pieces: ${near(first)}\n  and: ${near(second)}`;
}

const peakMiB = (): number => Math.round(process.resourceUsage().maxRSS / 1024);
