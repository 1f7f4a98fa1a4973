import type {
  CalledOff,
  DeclarationFinding,
  DeclarationState,
  Receipt,
  SalaryDeclaration,
} from '../../contract/portal.gen.js';
import { readJson } from './body.js';
import { idOf, path } from './call.js';
import { shape } from './decode.js';
import type { Shape } from './decode.js';
import { fileHeaders } from './file-headers.js';
import { items } from './paging.js';
import { exchange, requestJson, requestTagged } from './request.js';
import type { Tagged } from './request.js';
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
  /** Ids of what goes along. */
  readonly attachments?: readonly string[];
}

export interface SalaryApi {
  list(client: string, query?: SalaryQuery): AsyncGenerator<SalaryDeclaration>;
  get(client: string, id: string): Promise<SalaryDeclaration>;
  getTagged(client: string, id: string): Promise<Tagged<SalaryDeclaration>>;
  findings(client: string, id: string): AsyncGenerator<DeclarationFinding>;
  receipt(client: string, id: string): Promise<Receipt>;
  submit(client: string, submission: Submission, idempotencyKey: string): Promise<Submitted>;
  /** The declaration that was submitted under the key; without one nothing ever will be. */
  callOff(client: string, idempotencyKey: string): Promise<SalaryDeclaration | undefined>;
  /** @param year the declaration's, so that nobody releases another one than he means */
  release(client: string, id: string, year: number, etag: string): Promise<SalaryDeclaration>;
}

const declarationShape: Shape<SalaryDeclaration> = {
  id: 'string',
  year: 'number',
  state: 'string',
  submittedBy: 'object',
  submittedAt: 'time',
  totals: 'object?',
  receipt: 'object',
};
const calledOffShape: Shape<CalledOff> = { declaration: 'object?' };
const findingShape: Shape<DeclarationFinding> = { level: 'string', code: 'string', text: 'string' };

const receiptShape: Shape<Receipt> = {
  ...{ number: 'string', receivedAt: 'time', year: 'number', sha256: 'string', signature: 'string' },
};

export function salaryApi(wire: Wire): SalaryApi {
  return { ...reading(wire), ...changing(wire) };
}

type Changing = 'submit' | 'callOff' | 'release';

function reading(wire: Wire): Omit<SalaryApi, Changing> {
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
    getTagged: (client, id) =>
      requestTagged(
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
  };
}

function changing(wire: Wire): Pick<SalaryApi, Changing> {
  return {
    submit: (client, { fileName, mediaType, digest, content, test, replaces, attachments }, idempotencyKey) =>
      exchange(
        wire,
        {
          method: 'POST',
          path: path`/clients/${client}/salary-declarations`,
          query: {
            fileName,
            test: test ? true : undefined,
            replaces: replaces && idOf(replaces),
            attachment: attachments,
          },
          headers: fileHeaders(mediaType, digest),
          effect: 'change',
          signed: true,
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
      const call = {
        method: 'DELETE',
        path: path`/clients/${client}/salary-submissions/${idempotencyKey}`,
        signed: true,
      } as const;
      const { declaration } = await requestJson<CalledOff>(wire, call, calledOffShape);
      return declaration === null ? undefined : shape(wire, declarationShape, declaration);
    },
    release: (client, id, year, etag) =>
      requestJson(
        wire,
        {
          method: 'POST',
          path: path`/clients/${client}/salary-declarations/${idOf(id)}/release`,
          effect: 'change',
          signed: true,
          headers: { 'if-match': etag },
          json: { year },
        },
        declarationShape,
      ),
  };
}
