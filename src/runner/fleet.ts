import type { Client } from '../../contract/portal.gen.js';
import { all } from '../api/paging.js';
import type { Verb } from '../commands/define.js';
import { ConnectError, exitCodes } from '../errors.js';
import { limitOf } from '../platform/at-a-time.js';
import type { ClientContext, LoginContext } from './context.js';

/**
 * The rows of a verb for several clients, in the clients' order, a few of them asked at a time. A client that fails is
 * named on stderr; the others go on, and the run ends with "some of several failed".
 */
export async function* eachClient(
  verb: Verb & { kind: 'list' },
  input: unknown,
  context: LoginContext,
  clients: readonly Client[],
  concurrency: number,
): AsyncGenerator {
  const limit = await limitOf(concurrency);
  const pending = clients.map((client) => limit(() => ofClient(verb, input, { ...context, client }, clients.length)));
  // One that ends badly while an earlier one is awaited is dealt with in its turn.
  for (const one of pending) one.catch(() => undefined);
  const failures: ConnectError[] = [];
  for (const outcome of pending) {
    const rows = await outcome;
    if (rows instanceof ConnectError) failures.push(rows);
    else yield* rows;
  }
  const [first] = failures;
  if (first !== undefined && failures.length === clients.length) throw first;
  if (first !== undefined) context.raise(exitCodes.someFailed);
}

async function ofClient(
  verb: Verb & { kind: 'list' },
  input: unknown,
  context: ClientContext,
  count: number,
): Promise<unknown[] | ConnectError> {
  const { number, name } = context.client;
  try {
    const rows = (await all(verb.rows(input as never, context as never))) as object[];
    return rows.map((row) => ({ client: number, ...row }));
  } catch (error) {
    if (!(error instanceof ConnectError)) throw error;
    // The only one is what the whole run fails with.
    if (count > 1) await context.fail(`${number} ${name}`, error);
    return error;
  }
}
