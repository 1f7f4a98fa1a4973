import type { Client, Receipt } from '../../contract/portal.gen.js';
import type { Portal } from '../api/portal.js';
import { ConnectError } from '../errors.js';
import { kept, setAside } from './keep-receipt.js';
import type { Bookkeeping } from './keep-receipt.js';
import { judgeByPortal } from './verify-receipt.js';

export interface FetchedReceipt extends Receipt {
  readonly declaration: string;
  /** The fund's key that has signed it. */
  readonly kid: string;
  readonly verified: true;
  /** What the journal did with it: it was there, or now is. */
  readonly journal: 'known' | 'added';
}

/**
 * Fetches the receipt of a declaration, verifies it, and writes it into the journal if that lacks it.
 * @throws ConnectError `receipt-not-genuine`, `receipt-not-kept`
 */
export async function fetchReceipt(
  context: Bookkeeping & { readonly portal: Pick<Portal, 'describe' | 'salary'> },
  { number, fund }: Client,
  declaration: string,
): Promise<FetchedReceipt> {
  const receipt = await context.portal.salary.receipt(number, declaration);
  const event = { kind: 'receipt', declaration, receipt } as const;
  const verdict = await judgeByPortal(context.portal, receipt, { fund, client: number });
  if (verdict.fault !== undefined) {
    const file = await setAside(context, event, verdict, verdict.fault);
    throw new ConnectError('receipt-not-genuine', { number: receipt.number, fault: verdict.fault, file });
  }
  const { isNew } = await kept(context, event, verdict);
  return { ...receipt, declaration, kid: verdict.key.kid, verified: true, journal: isNew ? 'added' : 'known' };
}
