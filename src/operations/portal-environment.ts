import type { Portal } from '../api/portal.js';
import { ConnectError } from '../errors.js';
import { fundKeys } from './verify-receipt.js';

interface Declared {
  readonly file: string;
  readonly test: boolean;
}

/**
 * A test never goes to a productive portal, where nobody expects one, and a real declaration never to a test portal, which
 * would not process it. A sandbox takes both. The keys for the receipt come with the same answer, before anything is sent.
 * @throws ConnectError `test-at-production`, `real-at-test`; `portal-answer-malformed` if it does not say what it is
 */
export async function checkEnvironment(
  portal: Pick<Portal, 'describe'>,
  { file, test }: Declared,
  address: string,
): Promise<void> {
  const { environment } = await fundKeys(portal);
  switch (environment) {
    case 'sandbox':
      return;
    case 'production':
      if (test) throw new ConnectError('test-at-production', { file, portal: address });
      return;
    case 'test':
      if (!test) throw new ConnectError('real-at-test', { file, portal: address });
      return;
    default:
      throw new ConnectError('portal-answer-malformed', { portal: address, member: 'environment' });
  }
}
