import type { CalledOff, DeclarationFinding, DeclarationState, SalaryDeclaration } from '../../contract/portal.gen.js';
import { readJson } from './body.js';
import { idOf, path } from './call.js';
import { shape } from './decode.js';
import type { Shape } from './decode.js';
import { items } from './paging.js';
import { exchange, requestJson } from './request.js';
import type { Wire } from './wire.js';

export interface SalaryQuery {
  readonly year?: number | undefined;
  readonly state?: DeclarationState | undefined;
  readonly sha256?: string | undefined;
}

/** What the portal did with a file. */
export interface Submitted {
  readonly declaration: SalaryDeclaration;
  /** It had the very file already, and this is the declaration that was made of it then. */
  readonly known: boolean;
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
  submit(client: string, submission: Submission, idempotencyKey: string): Promise<Submitted>;
  /** The declaration that was submitted under the key; without one nothing ever will be. */
  callOff(client: string, idempotencyKey: string): Promise<SalaryDeclaration | undefined>;
}

const declarationShape: Shape<SalaryDeclaration> = { id: 'string', year: 'number', state: 'string', receipt: 'object' };
const calledOffShape: Shape<CalledOff> = { declaration: 'object?' };
const findingShape: Shape<DeclarationFinding> = { level: 'string', code: 'string', text: 'string' };

/** With its digest the portal refuses a body that arrives otherwise than it was sent (RFC 9530). */
export function fileHeaders(mediaType: string, sha256: Uint8Array): Readonly<Record<string, string>> {
  return { 'content-type': mediaType, 'repr-digest': `sha-256=:${Buffer.from(sha256).toString('base64')}:` };
}

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
    submit: (client, { fileName, mediaType, digest, content, test, replaces }, idempotencyKey) =>
      exchange(
        wire,
        {
          method: 'POST',
          path: path`/clients/${client}/salary-declarations`,
          query: { fileName, test: test ? true : undefined, replaces: replaces && idOf(replaces) },
          headers: fileHeaders(mediaType, digest),
          effect: 'change',
          idempotencyKey,
          stream: content,
        },
        async ({ status, body }) => ({
          declaration: shape(wire, declarationShape, await readJson(body)),
          known: status === 200,
        }),
      ),
    callOff: async (client, idempotencyKey) => {
      // A second time it does nothing more and has the same answer, so that it may be repeated as if it only read.
      const call = { method: 'DELETE', path: path`/clients/${client}/salary-submissions/${idempotencyKey}` } as const;
      const { declaration } = await requestJson<CalledOff>(wire, call, calledOffShape);
      return declaration === null ? undefined : shape(wire, declarationShape, declaration);
    },
  };
}
