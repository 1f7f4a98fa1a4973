import type { SalaryDeclaration } from '../../contract/portal.gen.js';
import { ConnectError } from '../errors.js';

/** What was sent, as far as the journal or the command knows it. */
export interface SentFile {
  readonly client: string;
  /** SHA-256 in hexadecimal. */
  readonly sha256: string | undefined;
  readonly test: boolean;
}

/**
 * Every receipt that comes to light passes here before its intent is settled: of a fresh upload, of a file that the
 * portal had already, and of an upload whose answer was lost and that turns out to be done.
 * @throws ConnectError `receipt-mismatch` if it confirms something else than what was sent
 */
// eslint-disable-next-line @typescript-eslint/require-await -- whoever keeps receipts takes time
export async function received(declaration: SalaryDeclaration, sent: SentFile): Promise<SalaryDeclaration> {
  const { id, receipt } = declaration;
  const isOurs =
    receipt.client === sent.client &&
    receipt.test === sent.test &&
    (sent.sha256 === undefined || receipt.sha256 === sent.sha256);
  if (!isOurs) throw new ConnectError('receipt-mismatch', { id });
  return declaration;
}
