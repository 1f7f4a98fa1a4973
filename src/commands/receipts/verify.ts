import path from 'node:path';
import { ConnectError, exitCodes } from '../../errors.js';
import { digestOf } from '../../platform/digest.js';
import { verifyJournal } from '../../operations/verify-journal.js';
import type { Problem, VerifiedYear } from '../../operations/verify-journal.js';
import type { Tell } from '../../render/tell.js';
import type { Column } from '../../render/view.js';
import { list } from '../define.js';
import { flag, optionalArguments } from '../options.js';

/** What was verified: the journal of a year, or a salary file. */
interface Verified {
  readonly kind: 'year' | 'file';
  readonly name: string;
  readonly entries: number;
  /** Of a file: the receipts for it. */
  readonly receipts: readonly string[];
  readonly problems: readonly (Problem & { readonly message: string })[];
  readonly ok: boolean;
  /** The verdict in words. */
  readonly message: string;
}

/** A line for people: a problem, or that there is none. */
interface Said {
  readonly name: string;
  readonly code: Problem['code'] | 'in-order';
  readonly line: number | null;
  readonly number: string | null;
  readonly message: string;
}

export const verifyReceipts = list({
  name: 'verify',
  summary: 'receipts.verify.summary',
  details: 'receipts.verify.details',
  examples: [
    'connect receipts verify',
    'connect receipts verify lohn-2025.xml',
    'connect receipts verify --online -o json',
  ],
  acts: 'nothing',
  args: { files: optionalArguments('[file...]', 'receipts.verify.files') },
  options: { online: flag('--online', 'receipts.verify.online') },
  rows: async function* ({ files, online = false }, { directories, world, tell, raise, reach }) {
    const years = await verifyJournal(directories.state, online ? { reach } : {});
    if (years.length === 0) throw new ConnectError('receipts-none');
    const verified = years.map((year) => ofYear(year, tell));
    for (const file of files) verified.push(await ofFile(file, path.resolve(world.cwd, file), years, tell));
    for (const one of verified) {
      if (!one.ok) raise(exitCodes.finding);
      yield one;
    }
  },
  columns: [
    { key: 'kind', title: 'receipts.verify.kind' },
    { key: 'name', title: 'receipts.verify.name' },
    { key: 'entries', title: 'receipts.entries' },
    { key: 'receipts', title: 'receipts.receipts' },
    { key: 'problems', title: 'receipts.problems' },
    { key: 'ok', title: 'salary.ok' },
  ],
  parts: { of: said, columns: saidColumns(), lines: saidLines },
  empty: 'receipts.empty',
});

function ofYear({ year, entries, problems }: VerifiedYear, tell: Tell): Verified {
  const told = problems.map((problem) => ({ ...problem, message: messageOf(problem, tell) }));
  const count = told.length === 0 ? entries.length : told.length;
  const message = tell.translate(told.length === 0 ? 'receipts.verify.yearOk' : 'receipts.verify.yearBad', { count });
  return {
    kind: 'year',
    name: year,
    entries: entries.length,
    receipts: [],
    problems: told,
    ok: told.length === 0,
    message,
  };
}

/** A file is proven by a sound entry with its digest. */
async function ofFile(name: string, file: string, years: readonly VerifiedYear[], tell: Tell): Promise<Verified> {
  const digest = await digestOf(file);
  if (digest === undefined) throw new ConnectError('file-not-found', { file });
  const found = years.flatMap((year) =>
    year.entries
      .flatMap((entry) => (entry.kind === 'review' || entry.sha256 !== digest ? [] : [entry]))
      .map((entry) => ({ number: entry.receipt.number, sound: year.isSound(entry) })),
  );
  const receipts = [...new Set(found.filter(({ sound }) => sound).map(({ number }) => number))];
  const ok = receipts.length > 0;
  const code = found.length === 0 ? 'no-receipt' : 'receipt-bad';
  const none: Problem = { code, line: null, number: null, from: null, to: null };
  const bad = messageOf(none, tell);
  return {
    ...{ kind: 'file', name, entries: found.length, receipts, ok },
    problems: ok ? [] : [{ ...none, message: bad }],
    message: ok ? tell.translate('receipts.verify.fileOk', { receipts: receipts.join(', ') }) : bad,
  };
}

function messageOf({ code, from, to, number }: Problem, { translate }: Tell): string {
  const count = (to ?? 0) - (from ?? 0) + 1;
  return translate(`receiptProblem.${code}`, { from: from ?? '–', to: to ?? '–', number: number ?? '–', count });
}

function said({ name, problems, message }: Verified): readonly Said[] {
  if (problems.length > 0) return problems.map((problem) => ({ name, ...problem }));
  return [{ name, code: 'in-order', line: null, number: null, message }];
}

function saidColumns(): readonly Column<Said>[] {
  return [
    { key: 'name', title: 'receipts.verify.name' },
    { key: 'line', title: 'salary.line' },
    { key: 'number', title: 'receipts.number' },
    { key: 'code', title: 'salary.code', tone: ({ code }) => (code === 'in-order' ? 'good' : 'bad') },
    { key: 'message', title: 'receipts.message' },
  ];
}

function saidLines({ name, line, number, message }: Said, { translate }: Tell): readonly string[] {
  const place = line === null ? name : `${name}, ${translate('salary.line')} ${line}`;
  const subject = number === null ? place : `${place} (${number})`;
  return [translate('fleet.failed', { subject, reason: message })];
}
