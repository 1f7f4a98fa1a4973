import path from 'node:path';
import type { Client, Mandate, MandateScan, NewMandate } from '../../contract/portal.gen.js';
import { all } from '../api/paging.js';
import type { Portal } from '../api/portal.js';
import { ConnectError } from '../errors.js';
import { digestOf } from '../platform/digest.js';
import { unreadable } from '../platform/file-fault.js';
import { lengthOf } from '../platform/files.js';
import { daysLeft, longestOf, mandateState } from './mandate-days.js';
import type { MandateState } from './mandate-days.js';
import type { KeptMandate, MandateLedger } from './mandate-ledger.js';

type Ports = Pick<Portal, 'mandates' | 'describe'>;

export type Place = 'computer' | 'portal';

/** A power of attorney as it is shown. */
export interface MandateRow extends Omit<Mandate, 'scan' | 'notedBy'>, MandateScan {
  readonly client: string;
  readonly name: string;
  readonly state: MandateState;
  readonly daysLeft: number | null;
  /** Where it is known. */
  readonly keptAt: readonly Place[];
}

/** What is asked of every client at once. */
const askedBefore = new WeakMap<Ports, Promise<boolean>>();

/** Whether the portal takes powers of attorney. Asked once a run. */
export function takesMandates(portal: Ports): Promise<boolean> {
  const asked =
    askedBefore.get(portal) ?? portal.describe().then(({ features }) => features?.includes('mandates') === true);
  askedBefore.set(portal, asked);
  return asked;
}

export interface Knowledge {
  readonly ledger: MandateLedger;
  /** Address of the portal. */
  readonly address: string;
  /** The Swiss day, `YYYY-MM-DD`. */
  readonly today: string;
}

/** All powers of attorney of a client that this computer or the portal knows, the newest first. */
export async function mandateRowsOf(
  portal: Ports,
  client: Client,
  { ledger, address, today }: Knowledge,
): Promise<readonly MandateRow[]> {
  const kept = (await ledger.of(address)).filter((one) => one.client === client.number);
  const theirs = (await takesMandates(portal)) ? await all(portal.mandates.list(client.number)) : [];
  const here = new Set(kept.map(({ id }) => id));
  const there = new Set(theirs.map(({ id }) => id));
  const onlyHere = kept.filter(({ id }) => !there.has(id));
  return [
    ...theirs.map((one) => rowOf(one, client, today, here.has(one.id) ? ['computer', 'portal'] : ['portal'])),
    ...onlyHere.map((one) => rowOf(one, client, today, ['computer'])),
  ].toSorted((a, b) => (a.issuedOn > b.issuedOn ? -1 : a.issuedOn < b.issuedOn ? 1 : a.id < b.id ? -1 : 1));
}

export function rowOf(
  mandate: Omit<Mandate, 'notedBy'>,
  { number, name }: Client,
  today: string,
  keptAt: readonly Place[],
): MandateRow {
  const { id, holder, signatory, themes, powers, issuedOn, expiresOn, scan, notedAt, revokedAt } = mandate;
  return {
    ...{ client: number, name, id, state: mandateState(mandate, today), holder, signatory, themes, powers },
    ...{ issuedOn, expiresOn, daysLeft: revokedAt === null ? daysLeft(mandate, today) : null },
    ...{ fileName: scan.fileName, bytes: scan.bytes, sha256: scan.sha256, keptAt, notedAt, revokedAt },
  };
}

/** The one of that id. @throws ConnectError `not-found` */
export async function findMandate(portal: Ports, client: Client, id: string, known: Knowledge): Promise<MandateRow> {
  const found = (await mandateRowsOf(portal, client, known)).find((one) => one.id === id);
  if (found === undefined) throw new ConnectError('not-found');
  return found;
}

/** Of each client the one that lasts longest, if that runs out within so many days or has run out. */
export function runningOut(rows: readonly MandateRow[], days: number): readonly MandateRow[] {
  return [...new Set(rows.map(({ client }) => client))].flatMap((client) => {
    const longest = longestOf(rows.filter((row) => row.client === client));
    return longest === undefined || longest.daysLeft === null || longest.daysLeft > days ? [] : [longest];
  });
}

/** Notes on this computer what the portal knows, so that other commands can tell without asking. */
export async function takeOver(ledger: MandateLedger, address: string, rows: readonly MandateRow[]): Promise<void> {
  const theirs = rows.filter(({ keptAt }) => keptAt.includes('portal'));
  if (theirs.length === 0) return;
  const key = ({ client, id }: Pick<KeptMandate, 'client' | 'id'>): string => `${client} ${id}`;
  const known = new Set(theirs.map(key));
  await ledger.change(address, (before) => [
    ...before.filter((one) => !known.has(key(one))),
    ...theirs.map((row) => keptOf(row, address, true)),
  ]);
}

export function keptOf(row: MandateRow, portal: string, atPortal: boolean): KeptMandate {
  const { client, id, holder, signatory, themes, powers, issuedOn, expiresOn, notedAt, revokedAt } = row;
  const { fileName, bytes, sha256 } = row;
  return {
    ...{ portal, client, id, holder, signatory, themes, powers, issuedOn, expiresOn },
    ...{ scan: { fileName, bytes, sha256 }, notedAt, revokedAt, atPortal },
  };
}

/** What a paper says, without when it was noted. */
export function isSame(row: MandateRow, { holder, signatory, issuedOn, expiresOn, ...paper }: NewMandate): boolean {
  const list = (values: readonly string[]): string => values.toSorted().join(' ');
  return (
    row.holder === holder &&
    row.signatory === signatory &&
    row.issuedOn === issuedOn &&
    row.expiresOn === expiresOn &&
    row.sha256 === paper.scan.sha256 &&
    list(row.themes) === list(paper.themes) &&
    list(row.powers) === list(paper.powers)
  );
}

/** What is to be known of a scan. @throws ConnectError those of `unreadable` */
export async function scanOf(file: string): Promise<MandateScan> {
  const sha256 = await digestOf(file).catch((error: unknown) => {
    throw unreadable(file, error);
  });
  if (sha256 === undefined) throw new ConnectError('file-not-found', { file });
  const bytes = await lengthOf(file);
  if (bytes === 0) throw new ConnectError('file-unreadable', { file, reason: '0 bytes' });
  return { fileName: path.basename(file).slice(0, 200), bytes, sha256 };
}
