import type { Client, NewMandate } from '../../contract/portal.gen.js';
import type { Portal } from '../api/portal.js';
import { ConnectError } from '../errors.js';
import type { Clock, Random } from '../platform/ports.js';
import type { KeptMandate } from './mandate-ledger.js';
import { keptOf, rowOf, takeOver } from './mandates.js';
import type { Knowledge, MandateRow } from './mandates.js';

type Ports = Pick<Portal, 'mandates'>;

export interface Machine {
  readonly clock: Pick<Clock, 'now'>;
  readonly random: Pick<Random, 'uuid'>;
}

/**
 * Notes a power of attorney at the portal and on this computer. Under the same key the portal gives the first answer again.
 * @param instead what this computer alone knew of the same paper, before the portal took any
 */
export async function noteAtPortal(
  portal: Ports,
  client: Client,
  mandate: NewMandate,
  known: Knowledge,
  { idempotencyKey, instead }: { readonly idempotencyKey: string; readonly instead: readonly MandateRow[] },
): Promise<MandateRow> {
  const made = await portal.mandates.create(client.number, mandate, idempotencyKey);
  const row = rowOf(made, client, known.today, ['computer', 'portal']);
  await put(known, row, true, instead);
  return row;
}

/** One that is known already: the second time nothing is new but that this computer knows it, too. */
export async function noteAgain(known: Knowledge, row: MandateRow): Promise<MandateRow> {
  if (!row.keptAt.includes('portal')) return row;
  await takeOver(known.ledger, known.address, [row]);
  return { ...row, keptAt: ['computer', 'portal'] };
}

/** Notes it on this computer alone, for a portal that takes none. */
export async function noteHere(
  client: Client,
  mandate: NewMandate,
  known: Knowledge,
  { clock, random }: Machine,
): Promise<MandateRow> {
  const id = `man_${random.uuid().replaceAll('-', '').slice(0, 12)}`;
  const noted = { ...mandate, id, notedAt: clock.now().toISOString(), revokedAt: null };
  const row = rowOf(noted, client, known.today, ['computer']);
  await put(known, row, false);
  return row;
}

/**
 * Revokes at the portal, if that knows it, and on this computer, where it stays as a proof of what was. An answer that was
 * lost is found out by looking: revoking a second time changes nothing.
 * @throws ConnectError `outcome-unknown` if looking does not tell
 */
export async function revoke(
  portal: Ports,
  client: Client,
  row: MandateRow,
  known: Knowledge,
  { clock }: Pick<Machine, 'clock'>,
): Promise<MandateRow> {
  const atPortal = row.keptAt.includes('portal');
  const revokedAt = atPortal ? await revokedThere(portal, client, row.id) : clock.now().toISOString();
  const places = atPortal ? (['computer', 'portal'] as const) : (['computer'] as const);
  const revoked = rowOf({ ...keptOf(row, known.address, atPortal), revokedAt }, client, known.today, places);
  await put(known, revoked, atPortal);
  return revoked;
}

async function revokedThere(portal: Ports, client: Client, id: string): Promise<string | null> {
  try {
    return (await portal.mandates.revoke(client.number, id)).revokedAt;
  } catch (error) {
    if (!(error instanceof ConnectError) || error.code !== 'outcome-unknown') throw error;
    const { revokedAt } = await portal.mandates.get(client.number, id).catch(() => ({ revokedAt: null }));
    if (revokedAt === null) throw error;
    return revokedAt;
  }
}

async function put(
  { ledger, address }: Knowledge,
  row: MandateRow,
  atPortal: boolean,
  instead: readonly MandateRow[] = [],
): Promise<void> {
  const ids = [row, ...instead].map(({ id }) => id);
  const stays = (one: KeptMandate): boolean => one.client !== row.client || !ids.includes(one.id);
  await ledger.change(address, (before) => [...before.filter(stays), keptOf(row, address, atPortal)]);
}
