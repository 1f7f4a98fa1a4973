import type { Receipt } from '../../contract/portal.gen.js';
import type { Portal } from '../api/portal.js';
import { canonical } from '../journal/receipt-entry.js';
import type { Jwk, ReviewEntry } from '../journal/receipt-entry.js';
import { verifyJws } from '../platform/jws.js';
import type { JwsFault } from '../platform/jws.js';

/** Why a receipt is no proof: its signature, what is signed, or what it is about. */
export type ReceiptFault = JwsFault | 'other-content' | 'of-another';

/** What a receipt must say, as far as it is known. */
export type Expected = {
  readonly [Member in 'number' | 'fund' | 'client' | 'year' | 'sha256' | 'size' | 'test']?: Receipt[Member] | undefined;
};

export type ReceiptVerdict =
  | { readonly fault: undefined; readonly key: Jwk }
  | { readonly fault: ReceiptFault; /** The member that differs. */ readonly member?: string };

/** Whether one of the keys has signed this very receipt, and whether it is about what it should be about. */
export async function judgeReceipt(
  receipt: Receipt,
  keys: readonly Jwk[],
  expected: Expected = {},
): Promise<ReceiptVerdict> {
  if (!isWhole(receipt)) return { fault: 'malformed' };
  const { signature, ...content } = receipt;
  const verified = await verifyJws(signature, keys);
  if ('fault' in verified) return verified;
  if (canonicalOf(verified.payload) !== canonical(content)) return { fault: 'other-content' };
  const differs = Object.entries(expected).find(
    ([member, value]) => value !== undefined && receipt[member as keyof Expected] !== value,
  );
  if (differs !== undefined) return { fault: 'of-another', member: differs[0] };
  return { fault: undefined, key: verified.key };
}

/**
 * Whether a review's statement is about the entry that it stands in, and signed by the key beside it. One without a
 * signature is as good as its place in the chain.
 */
export async function judgeReview(entry: ReviewEntry): Promise<{ readonly fault: ReceiptFault | undefined }> {
  const { statement, signature, key } = entry;
  const { portal, fund, client, time, sha256: matrix, actor: reviewer } = entry;
  const claimed = subjectOf(statement);
  if (canonical(claimed) !== canonical(subjectOf({ portal, fund, client, time, reviewer, matrix }))) {
    return { fault: 'of-another' };
  }
  if (signature === null || key === null) return { fault: undefined };
  const verified = await verifyJws(signature, [key]);
  if ('fault' in verified) return verified;
  return { fault: canonicalOf(verified.payload) === canonical(statement) ? undefined : 'other-content' };
}

type Subject = Pick<ReviewEntry['statement'], 'portal' | 'fund' | 'client' | 'time' | 'reviewer' | 'matrix'>;

const subjectOf = ({ portal, fund, client, time, reviewer, matrix }: Subject): Subject => ({
  ...{ portal, fund, client, time, reviewer, matrix },
});

/** Signed or not: nothing becomes part of a file's name, or of a line, that is not what it has to be. */
function isWhole({ number, year, sha256, signature }: Partial<Receipt>): boolean {
  const texts = [number, sha256, signature].every((member) => typeof member === 'string');
  return texts && Number.isInteger(year) && /^\d{4}$/.test(String(year));
}

function canonicalOf(json: string): string | undefined {
  try {
    return canonical(JSON.parse(json));
  } catch {
    return undefined;
  }
}

export interface FundKeys {
  readonly environment: string;
  readonly keys: readonly Jwk[];
}

type Describes = Pick<Portal, 'describe'>;

/** What the portals of this run have said. A fund may change its keys meanwhile: see `anew`. */
const known = new WeakMap<Describes, Promise<FundKeys>>();

/** The fund's public keys, asked for once. */
export async function fundKeys(portal: Describes, anew = false): Promise<FundKeys> {
  const asked = anew ? undefined : known.get(portal);
  const keys = asked ?? portal.describe().then(({ environment, keys }) => ({ environment, keys: keys.keys }));
  known.set(portal, keys);
  try {
    return await keys;
  } catch (error) {
    known.delete(portal);
    throw error;
  }
}

/** The same verdict with the portal's keys; a key that it does not know is asked for once more. */
export async function judgeByPortal(
  portal: Describes,
  receipt: Receipt,
  expected: Expected,
): Promise<ReceiptVerdict & FundKeys> {
  const first = await fundKeys(portal);
  const verdict = await judgeReceipt(receipt, first.keys, expected);
  if (verdict.fault !== 'key-unknown') return { ...first, ...verdict };
  const again = await fundKeys(portal, true);
  return { ...again, ...(await judgeReceipt(receipt, again.keys, expected)) };
}
