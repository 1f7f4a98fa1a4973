import path from 'node:path';
import type { Client } from '../../../contract/portal.gen.js';
import { exitCodes } from '../../errors.js';
import type { CsvFile } from '../../operations/bulk/csv-file.js';
import { openSteps, rowsJournal } from '../../operations/bulk/order.js';
import type { RowsOrder } from '../../operations/bulk/order.js';
import { writeResults } from '../../operations/bulk/results.js';
import type { RowResult, RowState } from '../../operations/bulk/results.js';
import { rowOutcomes, runRows } from '../../operations/bulk/run-rows.js';
import type { RowOutcome } from '../../operations/bulk/run-rows.js';
import type { LoginContext } from '../../runner/context.js';
import type { Secret } from '../../secret.js';
import type { BulkInput } from './bulk-inputs.js';
import { explain } from './bulk-explain.js';
import { portalClock } from '../../operations/portal-clock.js';

interface Begun {
  readonly id: string;
  readonly order: RowsOrder;
  readonly file: CsvFile;
  readonly clients: readonly Client[];
  /** Where the results go. */
  readonly folder: string;
}

/** Does what is left of a run, writes down what became of each row, and tells how it ended. */
export async function doRows(
  { id, order, file, clients, folder }: Begun,
  password: Secret,
  { acceptLockout }: BulkInput,
  context: LoginContext,
): Promise<readonly RowResult[]> {
  const { portal, world, wire, concurrency, directories, notify, during, translate } = context;
  const { action } = order.rows;
  const journal = rowsJournal(directories.state);
  const target = path.resolve(world.cwd, folder);
  const written = async (outcomes: readonly RowOutcome[]): Promise<readonly RowResult[]> => {
    const results = explain(outcomes, file, translate);
    await writeResults(target, file, results);
    return results;
  };
  const open = openSteps(await journal.read(id)).length;
  if (open > 0) await notify('bulk.run', { run: id, action });
  const clock = portalClock(world.clock, wire.clockCheck);
  const { random } = world;
  const driver = { portal, clock, random, clients, password, concurrency, acceptLockout };
  try {
    const outcomes = await during('bulk.working', { count: open }, () =>
      journal.drive(id, (run) => runRows(run, driver)),
    );
    const results = await written(outcomes);
    await tellEnd(outcomes, { id, action, folder: target }, context);
    return results;
  } catch (error) {
    // Interrupted in the midst, most probably: what is known by now is written all the same.
    await written(rowOutcomes(await journal.read(id), new Map())).catch(() => undefined);
    await notify('bulk.goOn', { run: id, action });
    throw error;
  }
}

async function tellEnd(
  outcomes: readonly RowOutcome[],
  { id, action, folder }: { readonly id: string; readonly action: string; readonly folder: string },
  { notify, fail, raise }: LoginContext,
): Promise<void> {
  const countOf = (...states: readonly RowState[]): number =>
    outcomes.filter(({ outcome }) => states.includes(outcome)).length;
  const counts = {
    done: countOf('done'),
    already: countOf('already'),
    failed: countOf('failed', 'bad'),
    unknown: countOf('unknown'),
    unprocessed: countOf('unprocessed'),
  };
  const over = outcomes.find(({ outcome, error }) => outcome === 'unprocessed' && error !== undefined)?.error;
  if (over !== undefined) {
    await fail(`users ${action}`, over);
    raise(over.exitCode);
  }
  if (counts.failed > 0) raise(exitCodes.someFailed);
  if (counts.unknown > 0) raise(exitCodes.outcomeUnknown);
  await notify('bulk.counts', counts);
  await notify('bulk.results', { folder });
  if (counts.unknown + counts.unprocessed > 0) await notify('bulk.goOn', { run: id, action });
}
