import type { Client, User } from '../../../contract/portal.gen.js';
import type { PlanStep } from '../../access/access-plan.js';
import { all } from '../../api/paging.js';
import type { Portal } from '../../api/portal.js';
import { limitOf } from '../../platform/at-a-time.js';
import { ConnectError } from '../../errors.js';
import type { Clock } from '../../platform/ports.js';
import type { CsvFile } from './csv-file.js';
import type { RowFault } from './faults.js';
import { clientOf } from './row-client.js';
import { repeated } from './repeated.js';
import { inSafeOrder, lockouts } from './row-lockouts.js';
import type { Fragile } from './row-lockouts.js';
import { rowsOf } from './rows.js';
import type { Row, RowAction } from './rows.js';
import { senseOf } from './steps.js';
import type { RowSense } from './steps.js';
import { demandedStrength } from '../access.js';

export interface RowsCheck {
  readonly action: RowAction;
  readonly portal: Pick<Portal, 'users' | 'clients' | 'describe'>;
  /** The portal's. */
  readonly clock: Pick<Clock, 'now'>;
  /** The user name that acts. */
  readonly self: string;
  /** The clients named beside the file; undefined if the file has to name them. */
  readonly named: readonly Client[] | undefined;
  readonly concurrency: number;
  /** The client's name, if the user accepts to lock it out. */
  readonly acceptLockout: string | undefined;
}

/** A row that nothing is to be done about. */
export interface IdleRow {
  readonly line: number;
  readonly client: string | null;
  readonly user: string | null;
  /** None if it is so already. */
  readonly faults: readonly RowFault[];
}

export interface CheckedRows {
  /** Those that concern no single row. */
  readonly ofFile: readonly RowFault[];
  readonly idle: readonly IdleRow[];
  /** In the order in which no client is without an administrator in between. */
  readonly steps: readonly PlanStep[];
  /** That the steps are about, in the portal's order. */
  readonly clients: readonly Client[];
  /** Clients that will have one administrator only. */
  readonly fragile: readonly Fragile[];
}

interface Placed {
  readonly row: Row;
  readonly client: Client | undefined;
  readonly sense: RowSense | undefined;
  readonly faults: readonly RowFault[];
}

/**
 * Compares every row of a file with itself, with the others and with the portal. Nothing is changed by asking.
 * @throws ConnectError `lockout-name-wrong`, and whatever stands in the way of asking
 */
export async function checkRows(file: CsvFile, check: RowsCheck): Promise<CheckedRows> {
  const { rows, faults } = rowsOf(file, check.action, check.clock.now());
  const ofFile = faults.filter(({ line }) => line === file.heading.line);
  if (ofFile.length > 0) return { ofFile, idle: [], steps: [], clients: [], fragile: [] };
  const clients = await all(check.portal.clients.list());
  const owned = rows.map((row) => {
    const own = faults.filter(({ line }) => line === row.line);
    const client = clientOf(row, clients, check.named);
    return 'code' in client ? { row, client: undefined, own: [...own, client] } : { row, client, own };
  });
  const concerned = clients.filter((client) => owned.some((one) => one.client === client));
  refuseForeign(check.acceptLockout, concerned);
  const users = await usersOf(concerned, check);
  const sensed = owned.map(({ row, client, own }): Placed => {
    const there = client === undefined ? undefined : users.get(client.number);
    if (client === undefined || own.length > 0) return { row, client, sense: undefined, faults: own };
    if (there === undefined) return { row, client, sense: undefined, faults: [forbidden(row, client)] };
    const sense = senseOf(row, check.action, { client, users: there, self: check.self });
    return { row, client, sense, faults: sense.kind === 'bad' ? [sense.fault] : [] };
  });
  const unique = withFaults(sensed, repeated(sensed));
  const demanded = await demandedStrength(check.portal);
  const proofs = concerned.map((client) =>
    lockouts(
      client,
      users.get(client.number) ?? [],
      stepsAt(unique, client),
      check.clock.now(),
      check.acceptLockout,
      demanded,
    ),
  );
  const checked = withFaults(
    unique,
    new Map(proofs.flatMap(({ faults: found }) => found.map((one) => [one.line, one]))),
  );
  const steps = inSafeOrder(concerned.flatMap((client) => stepsAt(checked, client)));
  return {
    ofFile,
    idle: checked.flatMap(idleOf),
    steps,
    clients: concerned.filter(({ number }) => steps.some((step) => step.client === number)),
    fragile: proofs.flatMap(({ fragile }) => fragile ?? []),
  };
}

const stepsAt = (rows: readonly Placed[], client: Client): readonly PlanStep[] =>
  rows.flatMap(({ client: own, sense, faults }) =>
    own === client && sense?.kind === 'step' && faults.length === 0 ? [sense.step] : [],
  );

const withFaults = (rows: readonly Placed[], found: ReadonlyMap<number, RowFault>): readonly Placed[] =>
  rows.map((one) => {
    const fault = found.get(one.row.line);
    return fault === undefined ? one : { ...one, faults: [...one.faults, fault] };
  });

function idleOf({ row, client, sense, faults }: Placed): readonly IdleRow[] {
  if (faults.length === 0 && sense?.kind === 'step') return [];
  return [{ line: row.line, client: client?.number ?? row.values.client ?? null, user: row.name || null, faults }];
}

const forbidden = ({ line, namesClient }: Row, { name }: Client): RowFault => ({
  line,
  column: namesClient ? 'client' : undefined,
  code: 'client-forbidden',
  params: { client: name },
});

function refuseForeign(accepted: string | undefined, clients: readonly Client[]): void {
  if (accepted === undefined || clients.some(({ name }) => name === accepted)) return;
  const known = clients
    .slice(0, 5)
    .map(({ name }) => name)
    .join(', ');
  throw new ConnectError('lockout-name-wrong', { given: accepted, client: known });
}

/** Everybody at each client; nothing where the login may not see them. */
async function usersOf(
  clients: readonly Client[],
  { portal, concurrency }: RowsCheck,
): Promise<ReadonlyMap<string, readonly User[]>> {
  const limit = await limitOf(concurrency);
  const found = await Promise.all(
    clients.map(({ number }) =>
      limit(async () => {
        try {
          return [[number, await all(portal.users.list(number))] as const];
        } catch (error) {
          if (error instanceof ConnectError && error.code === 'not-permitted') return [];
          // The others need not be asked any more.
          limit.clearQueue();
          throw error;
        }
      }),
    ),
  );
  return new Map(found.flat());
}
