import type { SalaryDeclaration } from '../../contract/portal.gen.js';
import { ConnectError } from '../errors.js';
import { keepReceipt } from './keep-receipt.js';
import type { Bookkeeping } from './keep-receipt.js';

/** What was sent, as far as the journal or the command knows it. */
export interface SentFile {
  readonly client: string;
  /** The `Idempotency-Key` it was sent under. */
  readonly key: string;
  /** SHA-256 in hexadecimal. */
  readonly sha256: string | undefined;
  /** In bytes. */
  readonly size: number | undefined;
  readonly year: number | undefined;
  readonly test: boolean;
}

/** Makes sure of the proof that a declaration has arrived. */
export type Receive = (declaration: SalaryDeclaration, sent: SentFile) => Promise<SalaryDeclaration>;

/**
 * Every receipt that comes to light passes here before its intent is settled: of a fresh upload, of a file that the
 * portal had already, and of an upload whose answer was lost and that turns out to be done.
 * @throws ConnectError `receipt-invalid` if it confirms something else than what was sent, `receipt-unverified`,
 *   `receipt-not-kept`
 */
export function receiving(books: Bookkeeping): Receive {
  return async (declaration, { client, key, ...expected }) => {
    const { id, receipt, submittedBy } = declaration as Partial<SalaryDeclaration> &
      Pick<SalaryDeclaration, 'id' | 'receipt'>;
    const me = (await books.login.keeper.session())?.info.user.id;
    // Who uploaded it is written down only where it was the one signed in.
    const kind = submittedBy?.id === me ? 'upload' : 'receipt';
    const event = { kind, declaration: id, receipt, expected, idempotencyKey: key } as const;
    await keepReceipt(books, { number: client }, event);
    return declaration;
  };
}

/** The same, but a receipt that proves nothing is told of and left at that: it has been kept as evidence. */
export function receivingUnproven(receive: Receive, told: (error: ConnectError) => Promise<void>): Receive {
  return async (declaration, sent) => {
    try {
      return await receive(declaration, sent);
    } catch (error) {
      if (!(error instanceof ConnectError) || error.code !== 'receipt-invalid') throw error;
      await told(error);
      return declaration;
    }
  };
}
