import type { DeclarationFinding, DeclarationState, Receipt, SalaryDeclaration } from '../../contract/portal.gen.js';
import { idOf, path } from './call.js';
import type { Shape } from './decode.js';
import { items } from './paging.js';
import { requestJson } from './request.js';
import type { Wire } from './wire.js';

export interface SalaryQuery {
  readonly year?: number | undefined;
  readonly state?: DeclarationState | undefined;
  readonly sha256?: string | undefined;
}

/** A file on its way to the fund. */
export interface Submission {
  readonly fileName: string;
  readonly mediaType: string;
  /** SHA-256 of the bytes, 32 bytes. */
  readonly digest: Uint8Array;
  readonly content: () => AsyncIterable<Uint8Array>;
  readonly test: boolean;
  readonly replaces?: string | undefined;
}

export interface SalaryApi {
  list(client: string, query?: SalaryQuery): AsyncGenerator<SalaryDeclaration>;
  get(client: string, id: string): Promise<SalaryDeclaration>;
  findings(client: string, id: string): AsyncGenerator<DeclarationFinding>;
  receipt(client: string, id: string): Promise<Receipt>;
  submit(client: string, submission: Submission, idempotencyKey: string): Promise<SalaryDeclaration>;
}

const declarationShape: Shape<SalaryDeclaration> = { id: 'string', year: 'number', state: 'string', receipt: 'object' };
const findingShape: Shape<DeclarationFinding> = { level: 'string', code: 'string', text: 'string' };

const receiptShape: Shape<Receipt> = {
  ...{ number: 'string', receivedAt: 'time', year: 'number', sha256: 'string', signature: 'string' },
};

export function salaryApi(wire: Wire): SalaryApi {
  return {
    list: (client, query = {}) =>
      items(
        wire,
        { method: 'GET', path: path`/clients/${client}/salary-declarations`, query: { ...query } },
        declarationShape,
      ),
    get: (client, id) =>
      requestJson(
        wire,
        { method: 'GET', path: path`/clients/${client}/salary-declarations/${idOf(id)}` },
        declarationShape,
      ),
    findings: (client, id) =>
      items(
        wire,
        { method: 'GET', path: path`/clients/${client}/salary-declarations/${idOf(id)}/findings` },
        findingShape,
      ),
    receipt: (client, id) =>
      requestJson(
        wire,
        { method: 'GET', path: path`/clients/${client}/salary-declarations/${idOf(id)}/receipt` },
        receiptShape,
      ),
    submit: (client, { fileName, mediaType, digest, content, test, replaces }, idempotencyKey) =>
      requestJson(
        wire,
        {
          method: 'POST',
          path: path`/clients/${client}/salary-declarations`,
          query: { fileName, test: test ? true : undefined, replaces: replaces && idOf(replaces) },
          // RFC 9530: the portal refuses a body that arrives otherwise than it was sent.
          headers: { 'content-type': mediaType, 'repr-digest': `sha-256=:${Buffer.from(digest).toString('base64')}:` },
          effect: 'change',
          idempotencyKey,
          stream: content,
        },
        declarationShape,
      ),
  };
}
