import type { AccessPlan, PlanPart, PlanStep } from '../../access/access-plan.js';
import { ConnectError } from '../../errors.js';
import { newRunId, runJournal } from '../../journal/runs.js';
import type { Run, RunJournal } from '../../journal/runs.js';
import type { CheckedRows, IdleRow } from './check-rows.js';
import { isSettled } from '../run-plan.js';
import { readCsv } from './csv-file.js';
import type { CsvFile } from './csv-file.js';
import type { RowAction } from './rows.js';

/** A run over the rows of a file, as its journal keeps it: all that is needed to go on without the file. */
export interface RowsOrder {
  readonly plan: AccessPlan;
  readonly rows: {
    readonly action: RowAction;
    /** As the user named it. */
    readonly file: string;
    /** Where the results go. */
    readonly folder: string;
    /** The file itself, in Base64. */
    readonly content: string;
    readonly idle: readonly IdleRow[];
  };
}

export type RowsJournal = RunJournal<RowsOrder>;

export const rowsJournal = (stateDirectory: string): RowsJournal => runJournal(stateDirectory);

/** The one part of the plan: rows are done with one login. */
export function partOf({ plan }: RowsOrder): PlanPart {
  const [part] = plan.parts;
  if (part === undefined) throw new Error('a run over rows has a part');
  return part;
}

/** Steps that are left: an earlier process has not written down their outcome, or never got the portal to look at them. */
export function openSteps({ order, lines }: Pick<Run<RowsOrder>, 'order' | 'lines'>): readonly PlanStep[] {
  const last = new Map(lines.map((line) => [line.step, line] as const));
  return partOf(order).steps.filter(({ id }) => {
    const line = last.get(id);
    return line === undefined || !isSettled(line);
  });
}

interface Wanted {
  readonly action: RowAction;
  readonly portal: string;
  readonly actor: string;
}

/**
 * Makes sure that no earlier run over the same file stands still half done.
 * @throws ConnectError `run-unfinished`
 */
export async function refuseUnfinished(
  journal: RowsJournal,
  file: { readonly name: string; readonly sha256: string },
  wanted: Wanted,
): Promise<void> {
  for (const id of [...(await journal.ids())].reverse()) {
    const run = await journal.read(id).catch(() => undefined);
    if (run === undefined || !isOfRows(run.order) || run.order.plan.source.sha256 !== file.sha256) continue;
    const isSame = whyAnother(run.order, wanted) === undefined;
    const left = isSame ? openSteps(run) : [];
    if (left.length > 0)
      throw new ConnectError('run-unfinished', { run: id, file: file.name, left: left.length, action: wanted.action });
  }
}

/**
 * A run over rows that this command may go on with.
 * @throws ConnectError `run-unknown`, `run-damaged`, `run-of-another`
 */
export async function readRun(journal: RowsJournal, id: string, wanted: Wanted): Promise<Omit<Run<RowsOrder>, 'note'>> {
  const run = await journal.read(id);
  if (!isOfRows(run.order)) throw new ConnectError('run-of-another', { run: id, what: 'users apply' });
  const what = whyAnother(run.order, wanted);
  if (what !== undefined) throw new ConnectError('run-of-another', { run: id, what });
  return run;
}

/** Other commands keep something else in the same journal. */
const isOfRows = (order: Partial<RowsOrder>): boolean => order.rows !== undefined;

function whyAnother(order: RowsOrder, { action, portal, actor }: Wanted): string | undefined {
  const part = partOf(order);
  if (order.rows.action !== action) return `connect users ${order.rows.action} --resume`;
  return part.portal === portal && part.actor === actor ? undefined : `${part.actor}, ${part.portal}`;
}

interface Beginning extends Wanted {
  /** Of the file, as the user named it. */
  readonly name: string;
  readonly now: Date;
  readonly uuid: string;
  readonly folder: (run: string) => string;
}

/** A run over the rows that were checked, ready to be written down. */
export function newRun(
  file: CsvFile,
  content: Uint8Array,
  { steps, clients, idle }: Pick<CheckedRows, 'steps' | 'clients' | 'idle'>,
  { action, portal, actor, name, now, uuid, folder }: Beginning,
): { readonly id: string; readonly begunAt: string; readonly order: RowsOrder } {
  const id = newRunId(now, uuid);
  const begunAt = now.toISOString();
  const places = clients.map((client) => ({ number: client.number, name: client.name }));
  const plan: AccessPlan = {
    version: 1,
    madeAt: begunAt,
    source: { kind: 'rows', file: name, sha256: file.sha256 },
    parts: [{ portal, actor, clients: places, steps }],
  };
  const kept = Buffer.from(content).toString('base64');
  return { id, begunAt, order: { plan, rows: { action, file: name, folder: folder(id), content: kept, idle } } };
}

/** The file that a run was begun with, whatever has become of it since. */
export function readFileOf({ rows }: RowsOrder): Promise<CsvFile> {
  return readCsv(only(Buffer.from(rows.content, 'base64')), rows.file);
}

// eslint-disable-next-line @typescript-eslint/require-await -- a file of one piece
async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
