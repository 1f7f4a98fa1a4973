import type { ReviewDraft, ReviewEntry, ReviewStatement } from '../journal/receipt-entry.js';
import { canonical, hashOf, isReview, lineOf } from '../journal/receipt-entry.js';
import { receiptJournal } from '../journal/receipts.js';
import { ConnectError } from '../errors.js';
import type { AuditedClient } from './audit-client.js';
import { circumstances } from './keep-receipt.js';
import type { Bookkeeping } from './keep-receipt.js';
import { swissDayOf } from './swiss-day.js';
import { verifyJournal } from './verify-journal.js';
import { fundKeys } from './verify-receipt.js';

/** A review that the journal of this computer tells of. */
export interface Review {
  /** RFC 3339. */
  readonly time: string;
  /** User name. */
  readonly reviewer: string;
  readonly sha256: string;
  readonly access: string;
  readonly comment: string | null;
  /** The id of the key that has signed it; null if nothing has. */
  readonly signedBy: string | null;
}

/** What was written down in this run. */
export interface SignedOff extends Review {
  /** Of the entry in the journal: its number and year, and the SHA-256 of its line. */
  readonly entry: number;
  readonly year: number;
  readonly entrySha256: string;
  readonly signature: string | null;
}

/**
 * The last review of each client of a portal. Entries that the journal does not vouch for, or that their key has not signed,
 * count for nothing.
 * @throws ConnectError `file-unreadable`
 */
export async function lastReviews(stateDirectory: string, portal: string): Promise<ReadonlyMap<string, Review>> {
  const years = await verifyJournal(stateDirectory, { only: isReview });
  const sound = years.flatMap(({ entries, isSound }) => entries.filter(isReview).filter(isSound));
  const reviews = new Map<string, Review>();
  for (const entry of sound.toSorted((one, other) => Date.parse(one.time) - Date.parse(other.time))) {
    if (entry.portal === portal) reviews.set(entry.client, reviewOf(entry));
  }
  return reviews;
}

function reviewOf({ time, statement, sha256, key }: ReviewEntry): Review {
  const { reviewer, access, comment } = statement;
  return { time, reviewer: reviewer.userName, sha256, access, comment, signedBy: key?.kid ?? null };
}

/**
 * Writes down that these clients were reviewed as they stand, one entry each, signed by the device's key if the session has
 * one.
 * @throws ConnectError `review-not-kept`
 */
export async function signOff(
  context: Bookkeeping,
  clients: readonly AuditedClient[],
  comment: string | undefined,
): Promise<readonly AuditedClient[]> {
  const { environment } = await fundKeys(context.portal);
  const common = await circumstances(context);
  const sign = await signerOf(context);
  const signed: AuditedClient[] = [];
  for (const one of clients) {
    const statement: ReviewStatement = {
      version: 1,
      ...{ portal: common.portal, fund: one.fund, client: one.client, time: common.time, reviewer: common.actor },
      ...{ users: one.users.length, findings: one.findings.length, matrix: one.sha256, access: one.accessSha256 },
      comment: comment ?? null,
    };
    const draft: ReviewDraft = {
      ...common,
      environment,
      ...{ kind: 'review', fund: one.fund, client: one.client, year: yearOf(common.time), sha256: one.sha256 },
      statement,
      ...sign(statement),
    };
    const signedOff = await written(context, draft);
    // What the journal says was shown to the reviewer; this one finding the sign-off itself has settled.
    signed.push({ ...one, findings: one.findings.filter(({ code }) => code !== 'review-overdue'), signedOff });
  }
  return signed;
}

const yearOf = (time: string): number => Number(swissDayOf(new Date(time)).slice(0, 4));

async function written(context: Bookkeeping, draft: ReviewDraft): Promise<SignedOff> {
  try {
    const { entry, healed } = await receiptJournal(context.directories.state).append(draft);
    if (healed !== undefined) await context.notify(`receipts.healed.${healed}`);
    const line = {
      entry: entry.sequence,
      year: entry.year,
      entrySha256: hashOf(lineOf(entry)),
      signature: draft.signature,
    };
    return { ...reviewOf({ ...draft, ...entry } as ReviewEntry), ...line };
  } catch (cause) {
    if (cause instanceof ConnectError && cause.code === 'interrupted') throw cause;
    const reason = cause instanceof ConnectError ? cause.code : cause instanceof Error ? cause.message : String(cause);
    throw new ConnectError('review-not-kept', { client: draft.client, reason }, { cause });
  }
}

type Signed = Pick<ReviewDraft, 'signature' | 'key'>;

/** What the key of the session makes of a statement; sessions of certificates have none that a journal can verify. */
async function signerOf({ login }: Pick<Bookkeeping, 'login'>): Promise<(statement: ReviewStatement) => Signed> {
  const seed = (await login.keeper.session())?.deviceKey;
  if (seed === undefined) return () => ({ signature: null, key: null });
  const [{ deviceKeyOf }, { compactJws }] = await Promise.all([
    import('../platform/signing-keys.js'),
    import('../platform/jws.js'),
  ]);
  const key = deviceKeyOf(seed);
  const publicKey = { ...key.publicKey, kid: key.id, use: 'sig', alg: 'EdDSA' } as const;
  return (statement) => ({ signature: compactJws(canonical(statement), key), key: publicKey });
}
