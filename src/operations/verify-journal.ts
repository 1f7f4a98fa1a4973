import type { Portal } from '../api/portal.js';
import { portalAddress } from '../config/portal-address.js';
import type { PortalAddress } from '../config/portal-address.js';
import { ConnectError } from '../errors.js';
import { canonical, entryOn, isReview, numberOf } from '../journal/receipt-entry.js';
import type { Entry, Jwk } from '../journal/receipt-entry.js';
import { chainFaults } from '../journal/receipt-faults.js';
import type { ChainFault } from '../journal/receipt-faults.js';
import { receiptsFolder } from '../journal/receipt-files.js';
import type { YearOnDisk } from '../journal/receipt-files.js';
import { receiptJournal } from '../journal/receipts.js';
import { reasonOf } from '../platform/file-fault.js';
import { judgeReceipt, judgeReview } from './verify-receipt.js';
import type { ReceiptFault } from './verify-receipt.js';

type ProblemCode =
  ChainFault['code'] | 'signature' | 'other-content' | 'key-unpublished' | 'no-receipt' | 'receipt-bad';

/** What is wrong, and where: a line of the year's file, entries by their numbers, or the year as a whole. */
export interface Problem {
  readonly code: ProblemCode;
  readonly line: number | null;
  /** Of the receipt; of a review client and time. */
  readonly number: string | null;
  /** Entries that are missing, the first and the last. */
  readonly from: number | null;
  readonly to: number | null;
}

export interface VerifiedYear {
  readonly year: string;
  readonly onDisk: YearOnDisk;
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
  /** Whether nothing is wrong with an entry itself. */
  readonly isSound: (entry: Entry) => boolean;
}

export interface Scrutiny {
  /** Asks each portal whether it still shows the keys that have verified its receipts. */
  readonly reach?: ((address: PortalAddress) => Pick<Portal, 'describe'>) | undefined;
  /** Whose signatures are verified; those of all entries unless somebody needs a few only. The chain is, in any case. */
  readonly only?: (entry: Entry) => boolean;
}

/**
 * Verifies each chain, and each receipt by the key that is kept with it.
 * @throws ConnectError `file-unreadable`
 */
export async function verifyJournal(
  stateDirectory: string,
  { reach, only = () => true }: Scrutiny = {},
): Promise<readonly VerifiedYear[]> {
  const years = await receiptJournal(stateDirectory)
    .years()
    .catch(unreadable(receiptsFolder(stateDirectory)));
  const published = reach === undefined ? undefined : await publishedKeys(years, reach);
  return Promise.all(years.map((year) => verifyYear(year, published, only)));
}

const unreadable =
  (file: string) =>
  (cause: unknown): never => {
    throw new ConnectError('file-unreadable', { file, reason: reasonOf(cause) }, { cause });
  };

async function verifyYear(
  onDisk: YearOnDisk,
  published: PublishedKeys | undefined,
  only: NonNullable<Scrutiny['only']>,
): Promise<VerifiedYear> {
  const found = onDisk.lines.map(entryOn);
  const problems: Problem[] = chainFaults(onDisk).map((fault) => problemOf(fault, found));
  for (const [index, entry] of found.entries()) {
    const code = entry === undefined || !only(entry) ? undefined : await faultOf(entry, published);
    if (code !== undefined) problems.push(problemOf({ code, line: index + 1 }, found));
  }
  const bad = new Set(problems.map(({ line }) => (line === null ? undefined : found[line - 1])));
  const entries = found.filter((entry) => entry !== undefined);
  return { year: onDisk.year, onDisk, entries, problems, isSound: (entry) => !bad.has(entry) };
}

function problemOf(
  fault: { readonly code: ProblemCode; readonly line?: number; readonly from?: number; readonly to?: number },
  found: readonly (Entry | undefined)[],
): Problem {
  const { code, line = null, from = null, to = null } = fault;
  const entry = line === null ? undefined : found[line - 1];
  return { code, line, from, to, number: entry === undefined ? null : numberOf(entry) };
}

/** What the signature says of an entry, and whether the entry tells the same as what was signed. */
async function faultOf(entry: Entry, published: PublishedKeys | undefined): Promise<ProblemCode | undefined> {
  // The key of a device is shown by no portal.
  if (isReview(entry)) return problemWith((await judgeReview(entry)).fault);
  const { receipt, key, fund, client, year, sha256, portal } = entry;
  const { fault } = await judgeReceipt(receipt, [key], { fund, client, year, sha256 });
  if (fault !== undefined) return problemWith(fault);
  return published === undefined || published.get(portal)?.has(canonical(essential(key))) === true
    ? undefined
    : 'key-unpublished';
}

function problemWith(fault: ReceiptFault | undefined): ProblemCode | undefined {
  if (fault === undefined) return undefined;
  return fault === 'of-another' || fault === 'other-content' ? 'other-content' : 'signature';
}

/** By portal. */
type PublishedKeys = ReadonlyMap<string, ReadonlySet<string>>;

async function publishedKeys(
  years: readonly YearOnDisk[],
  reach: NonNullable<Scrutiny['reach']>,
): Promise<PublishedKeys> {
  const entries = years.flatMap(({ lines }) => lines.map(entryOn)).filter((entry) => entry !== undefined);
  const portals = new Set(entries.filter((entry) => !isReview(entry)).map(({ portal }) => portal));
  const published = new Map<string, ReadonlySet<string>>();
  for (const portal of portals) {
    const address = addressOf(portal);
    if (address === undefined) continue;
    const { keys } = await reach(address).describe();
    published.set(portal, new Set(keys.keys.map((key) => canonical(essential(key)))));
  }
  return published;
}

/** A line that somebody has changed may name anything. */
function addressOf(portal: string): PortalAddress | undefined {
  try {
    return portalAddress(portal);
  } catch {
    return undefined;
  }
}

/** What makes a key the same key (RFC 7638). */
const essential = ({ kty, crv, x }: Jwk): object => ({ kty, crv, x });
