import type { Client, Receipt } from '../../contract/portal.gen.js';
import { version } from '../../package.json';
import type { Portal } from '../api/portal.js';
import type { Wire } from '../api/wire.js';
import type { Directories } from '../config/paths.js';
import type { PortalAddress } from '../config/portal-address.js';
import { ConnectError } from '../errors.js';
import type { Params } from '../errors.js';
import type { MessageKey } from '../i18n/translate.js';
import { canonical, hashOf } from '../journal/receipt-entry.js';
import type { DeclarationDraft, Draft, EntryKind } from '../journal/receipt-entry.js';
import { receiptJournal } from '../journal/receipts.js';
import type { Appended } from '../journal/receipts.js';
import type { World } from '../platform/ports.js';
import type { Keeper } from '../session/keeper.js';
import { judgeByPortal } from './verify-receipt.js';
import type { Expected, FundKeys } from './verify-receipt.js';

/** What an entry of the journal is made of besides the receipt: part of a verb's context. */
export interface Bookkeeping {
  readonly world: Pick<World, 'clock'>;
  readonly directories: Pick<Directories, 'state'>;
  readonly wire: Pick<Wire, 'clockCheck' | 'witness'>;
  readonly portal: Pick<Portal, 'describe'>;
  readonly login: { readonly address: PortalAddress; readonly username: string; readonly keeper: Keeper };
  readonly notify: (key: MessageKey, params?: Params) => Promise<void>;
}

/** What the receipt is for. */
export interface ReceiptEvent {
  readonly kind: Exclude<EntryKind, 'review'>;
  /** Id of the declaration. */
  readonly declaration: string;
  readonly receipt: Receipt;
  /** What was sent; fund and client are compared in any case. */
  readonly expected?: Expected;
  /** Under which the portal was asked. */
  readonly idempotencyKey?: string;
}

/** The client that acts; its fund is not always known. */
type Whose = Pick<Client, 'number'> & Partial<Pick<Client, 'fund'>>;

/**
 * Verifies the fund's receipt for a change and writes it into the journal, once, however often it comes. Call it before
 * the change's intent is settled: all errors end with "outcome unknown", so that the same command asks for the same
 * receipt again.
 * @throws ConnectError `receipt-invalid`, `receipt-unverified`, `receipt-not-kept`
 */
export async function keepReceipt(
  context: Bookkeeping,
  { number, fund }: Whose,
  event: ReceiptEvent,
): Promise<Appended> {
  const { receipt } = event;
  const expected = { ...event.expected, fund, client: number };
  const verdict = await judgeByPortal(context.portal, receipt, expected).catch((cause: unknown) => {
    throw notNow('receipt-unverified', receipt, cause);
  });
  if (verdict.fault !== undefined) {
    const { fault, member = '–' } = verdict;
    const told = (receipt as Partial<Receipt>).number ?? '–';
    const file = await setAside(context, event, verdict, fault);
    throw new ConnectError('receipt-invalid', { number: told, fault, member, file });
  }
  return kept(context, event, verdict);
}

/**
 * Writes a verified receipt down.
 * @throws ConnectError `receipt-not-kept`
 */
export async function kept(
  context: Bookkeeping,
  event: ReceiptEvent,
  { environment, key }: Pick<FundKeys, 'environment'> & Pick<DeclarationDraft, 'key'>,
): Promise<Appended> {
  const { receipt } = event;
  const { fund, client, year, sha256 } = receipt;
  const told = { kind: event.kind, fund, client, year, declaration: event.declaration, sha256, receipt, key };
  try {
    const draft = { ...(await circumstances(context, event.idempotencyKey)), environment, ...told };
    const appended = await receiptJournal(context.directories.state).append(draft);
    if (appended.healed !== undefined) await context.notify(`receipts.healed.${appended.healed}`);
    return appended;
  } catch (error) {
    throw notNow('receipt-not-kept', receipt, error);
  }
}

type Circumstance = 'version' | 'tool' | 'time' | 'clockAheadSeconds' | 'portal' | 'requestId' | 'tlsPeer';

/** What every entry says of this run; `year` and what it is about come besides. */
export async function circumstances(
  { login, wire, world }: Pick<Bookkeeping, 'login' | 'wire' | 'world'>,
  idempotencyKey = '',
): Promise<Pick<Draft, Circumstance | 'actor' | 'strength'>> {
  const info = (await login.keeper.session())?.info;
  return {
    version: 1,
    tool: `connect ${version}`,
    time: world.clock.now().toISOString(),
    clockAheadSeconds: wire.clockCheck?.secondsAhead ?? null,
    portal: login.address.href,
    requestId: wire.witness?.requestOf(idempotencyKey) ?? null,
    tlsPeer: wire.witness?.peerAt(login.address.origin) ?? null,
    actor: { id: info?.user.id ?? null, userName: info?.user.userName ?? login.username },
    strength: info?.strength ?? null,
  };
}

/** What could not be done now, and can be done later. */
function notNow(code: 'receipt-unverified' | 'receipt-not-kept', { number }: Receipt, cause: unknown): ConnectError {
  if (cause instanceof ConnectError && cause.code === 'interrupted') return cause;
  const reason = cause instanceof ConnectError ? cause.code : cause instanceof Error ? cause.message : String(cause);
  return new ConnectError(code, { number, reason }, { cause });
}

/**
 * A receipt that proves nothing is evidence of that: it is kept, apart from those that do. Returns the file, or a dash
 * where none can be written, which is no reason to say less of the receipt.
 */
export async function setAside(
  { world, directories, login }: Pick<Bookkeeping, 'world' | 'directories' | 'login'>,
  { kind, declaration, receipt }: ReceiptEvent,
  { keys }: Pick<FundKeys, 'keys'>,
  fault: string,
): Promise<string> {
  const time = world.clock.now().toISOString();
  const name = `${time.replaceAll(/[-:.]/g, '')}-${hashOf(canonical(receipt)).slice(0, 16)}`;
  const evidence = { verified: false, fault, time, portal: login.address.href, kind, declaration, receipt, keys };
  return receiptJournal(directories.state)
    .setAside(name, evidence)
    .catch(() => '–');
}
