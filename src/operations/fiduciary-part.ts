import type { CodeRecipient, InlineDocument } from '../../contract/portal.gen.js';
import { ConnectError } from '../errors.js';
import { inlineDocument } from './inline-documents.js';

interface Given {
  readonly fiduciary: string | undefined;
  readonly address: readonly string[] | undefined;
  readonly writtenRequest: string | undefined;
  readonly powerOfAttorney: string | undefined;
}

export interface FiduciaryPart {
  readonly addressee: { readonly name: string; readonly address: readonly string[] };
  readonly documents: readonly InlineDocument[];
}

/**
 * What a request for an access code needs if the letter goes to a fiduciary: his address, the client's written request
 * and a power of attorney. For the client himself there is none of it: where he lives, the fund knows.
 * @throws ConnectError `options-conflict`, `option-missing`, `file-not-found`, `document-unfit`
 */
export async function fiduciaryPart(
  recipient: CodeRecipient,
  { fiduciary, address, writtenRequest, powerOfAttorney }: Given,
  cwd: string,
): Promise<FiduciaryPart | undefined> {
  const options = {
    '--fiduciary': fiduciary,
    '--address': address,
    '--written-request': writtenRequest,
    '--power-of-attorney': powerOfAttorney,
  };
  if (recipient === 'member') {
    const given = Object.entries(options).filter(([, value]) => value !== undefined);
    if (given.length === 0) return undefined;
    const names = given.map(([name]) => name).join(', ');
    throw new ConnectError('options-conflict', { options: `--recipient member, ${names}` });
  }
  return {
    addressee: { name: present('--fiduciary', fiduciary), address: present('--address', address) },
    documents: await Promise.all([
      inlineDocument('written-request', present('--written-request', writtenRequest), cwd),
      inlineDocument('power-of-attorney', present('--power-of-attorney', powerOfAttorney), cwd),
    ]),
  };
}

function present<T>(option: string, value: T | undefined): T {
  if (value === undefined) throw new ConnectError('option-missing', { option });
  return value;
}
