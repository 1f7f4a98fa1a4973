import path from 'node:path';
import { ConnectError } from '../../errors.js';
import { isUnread } from '../../operations/bulk/rows.js';
import { checkRows } from '../../operations/bulk/check-rows.js';
import type { CheckedRows } from '../../operations/bulk/check-rows.js';
import { readCsv } from '../../operations/bulk/csv-file.js';
import type { CsvFile } from '../../operations/bulk/csv-file.js';
import { newRun, refuseUnfinished, rowsJournal } from '../../operations/bulk/order.js';
import { isPlainFile, mayWriteResults, refuseOccupied } from '../../operations/bulk/results.js';
import type { RowResult } from '../../operations/bulk/results.js';
import type { RowAction } from '../../operations/bulk/rows.js';
import { plannedRows } from '../../operations/bulk/run-rows.js';
import type { Change } from '../../runner/change.js';
import type { LoginContext } from '../../runner/context.js';
import { resolveClients } from '../../runner/target.js';
import { changeOf } from './bulk-consent.js';
import { bulkInputs } from './bulk-inputs.js';
import type { BulkInput } from './bulk-inputs.js';
import { doRows } from './bulk-do.js';
import { explain, explainFile } from './bulk-explain.js';
import { resumeRows } from './bulk-resume.js';
import { portalClock } from '../../operations/portal-clock.js';

/**
 * What a file of users comes to, checked as a whole before anything is done.
 * @throws ConnectError `options-conflict`, `option-missing`, `run-unfinished`, `output-exists`, `run-…` and those of the file
 */
export async function prepareRows(
  action: RowAction,
  input: BulkInput,
  context: LoginContext,
): Promise<Change<readonly RowResult[]>> {
  refuseMixed(input);
  if (input.resume !== undefined) return resumeRows(action, input.resume, input, context);
  if (input.from === undefined) throw new ConnectError('option-missing', { option: '--from' });
  const { file, content } = await fileOf(input.from, context);
  const unread = file.heading.fields.filter(isUnread);
  if (unread.length > 0) await context.notify('bulk.unread', { columns: unread.join(', '), count: unread.length });
  const { login, directories, world, translate } = context;
  const wanted = { action, portal: login.address.href, actor: login.username };
  const journal = rowsJournal(directories.state);
  if (input.results !== undefined) {
    const folder = path.resolve(world.cwd, input.results);
    await mayWriteResults(folder);
    await refuseOccupied(folder);
  }
  await refuseUnfinished(journal, { name: input.from, sha256: file.sha256 }, wanted);
  const checked = await checkedRows(action, file, input, context);
  const bad = checked.idle.filter(({ faults }) => faults.length > 0);
  const rows = explain(plannedRows(checked), file, translate);
  const badRows = [...explainFile(checked.ofFile, file, translate), ...rows.filter(({ outcome }) => outcome === 'bad')];
  const isRefused = checked.ofFile.length > 0 || (bad.length > 0 && input.skipBad !== true);
  if (!isRefused) await tellBeforehand(checked, bad.length, context);
  const from = (await isPlainFile(path.resolve(world.cwd, input.from))) ? input.from : undefined;
  const { id, begunAt, order } = newRun(file, content, checked, {
    ...wanted,
    name: input.from,
    now: world.clock.now(),
    uuid: world.random.uuid(),
    folder: (run) => folderOf({ from, results: input.results }, action, run, world.cwd),
  });
  return {
    ...changeOf(action, checked.steps, checked.clients, input, context),
    planned: isRefused ? badRows : rows,
    ...(isRefused && { refused: new ConnectError('rows-bad', { file: input.from, count: Math.max(1, bad.length) }) }),
    carryOut: async (_key, password) => {
      await mayWriteResults(order.rows.folder);
      await journal.begin(id, begunAt, order);
      return doRows({ id, order, file, clients: checked.clients, folder: order.rows.folder }, password, input, context);
    },
  };
}

/** Words about one user beside a file of many would be ignored: they are refused. */
function refuseMixed(input: BulkInput): void {
  const others = Object.entries(input).flatMap(([name, value]) =>
    value === undefined || bulkInputs.includes(name) ? [] : [flagOf(name)],
  );
  if (input.from !== undefined && input.resume !== undefined) others.push('--resume');
  if (input.resume !== undefined && input.skipBad !== undefined) others.push('--skip-bad');
  if (input.from === '-' && input.passwordStdin === true) others.push('--password-stdin');
  if (others.length === 0) return;
  const own = input.from === undefined ? '--resume' : `--from${input.from === '-' ? ' -' : ''}`;
  throw new ConnectError('options-conflict', { options: [own, ...others].join(', ') });
}

const flagOf = (name: string): string =>
  name === 'user' ? '[user]' : `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

async function fileOf(name: string, { contentOf }: LoginContext): Promise<{ file: CsvFile; content: Buffer }> {
  const bytes = await contentOf(name);
  const file = await readCsv(bytes(), name);
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes()) pieces.push(piece);
  return { file, content: Buffer.concat(pieces) };
}

async function checkedRows(
  action: RowAction,
  file: CsvFile,
  input: BulkInput,
  { portal, login, world, wire, settings, concurrency, during }: LoginContext,
): Promise<CheckedRows> {
  const isNamed = settings.clients.value.length > 0 && settings.clients.origin !== 'user';
  const named = isNamed
    ? await resolveClients(portal, settings.clients, { writes: true, everyClient: false })
    : undefined;
  const check = {
    action,
    portal,
    clock: portalClock(world.clock, wire.clockCheck),
    self: login.username,
    named,
    concurrency,
  };
  return during('bulk.checking', { count: file.rows.length }, () =>
    checkRows(file, { ...check, acceptLockout: input.acceptLockout }),
  );
}

/**
 * Named by the run, so that no run writes over the results of another.
 * @param from undefined if the rows came through a pipe
 */
function folderOf(
  { from, results }: Pick<BulkInput, 'from' | 'results'>,
  action: RowAction,
  run: string,
  cwd: string,
): string {
  if (results !== undefined) return path.resolve(cwd, results);
  if (from === undefined) return path.resolve(cwd, `users-${action}.${run}`);
  const file = path.resolve(cwd, from);
  return path.join(path.dirname(file), `${path.basename(file, path.extname(file))}.${run}`);
}

async function tellBeforehand({ idle, fragile }: CheckedRows, bad: number, { notify }: LoginContext): Promise<void> {
  const already = idle.length - bad;
  if (already > 0) await notify('bulk.already', { count: already });
  if (bad > 0) await notify('bulk.leftOut', { count: bad });
  for (const one of fragile.slice(0, 5)) await notify('access.fragile', { ...one });
  if (fragile.length > 5) await notify('bulk.moreFragile', { count: fragile.length - 5 });
}
