import path from 'node:path';
import type { Client } from '../../../contract/portal.gen.js';
import { all } from '../../api/paging.js';
import { ConnectError } from '../../errors.js';
import { openSteps, partOf, readFileOf, readRun, rowsJournal } from '../../operations/bulk/order.js';
import { mayWriteResults } from '../../operations/bulk/results.js';
import type { RowResult } from '../../operations/bulk/results.js';
import type { RowAction } from '../../operations/bulk/rows.js';
import { rowOutcomes } from '../../operations/bulk/run-rows.js';
import type { Change } from '../../runner/change.js';
import type { LoginContext } from '../../runner/context.js';
import { several } from '../../runner/target.js';
import type { BulkInput } from './bulk-inputs.js';
import { changeOf } from './bulk-consent.js';
import { doRows } from './bulk-do.js';
import { explain } from './bulk-explain.js';

/**
 * Goes on where a run stood when it ended too early. The file is not looked at again: the run has kept it.
 * @throws ConnectError `run-unknown`, `run-damaged`, `run-of-another`, `client-unknown`
 */
export async function resumeRows(
  action: RowAction,
  id: string,
  input: BulkInput,
  context: LoginContext,
): Promise<Change<readonly RowResult[]>> {
  const { directories, login, portal, translate, notify } = context;
  const journal = rowsJournal(directories.state);
  const run = await readRun(journal, id, { action, portal: login.address.href, actor: login.username });
  const file = await readFileOf(run.order);
  const steps = openSteps(run);
  const folder = path.resolve(context.world.cwd, input.results ?? run.order.rows.folder);
  const clients = await clientsOf(
    partOf(run.order).clients.map(({ number }) => number),
    steps.map(({ client }) => client),
    portal,
  );
  await notify('bulk.resuming', { run: id, at: run.begunAt, file: run.order.rows.file });
  return {
    ...changeOf(action, steps, clients, input, context),
    planned: explain(rowOutcomes(run, new Map(), 'planned'), file, translate),
    carryOut: async (_key, password) => {
      await mayWriteResults(folder);
      return doRows({ id, order: run.order, file, clients, folder }, password, input, context);
    },
  };
}

async function clientsOf(
  known: readonly string[],
  needed: readonly string[],
  portal: LoginContext['portal'],
): Promise<readonly Client[]> {
  const clients = await all(portal.clients.list());
  const lost = known.find((number) => needed.includes(number) && !clients.some((client) => client.number === number));
  if (lost !== undefined) throw new ConnectError('client-unknown', { client: lost, known: several(clients) });
  return clients.filter(({ number }) => needed.includes(number));
}
