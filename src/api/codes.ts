import type {
  CodeRequest,
  CodeRequestState,
  NewCodeRequest,
  NewCodeRequestWithoutLogin,
} from '../../contract/portal.gen.js';
import { idOf, path } from './call.js';
import type { Shape } from './decode.js';
import { items } from './paging.js';
import { requestJson } from './request.js';
import type { Wire } from './wire.js';

export interface CodesApi {
  list(client: string, query?: { readonly state?: CodeRequestState | undefined }): AsyncGenerator<CodeRequest>;
  get(client: string, id: string): Promise<CodeRequest>;
  create(client: string, request: NewCodeRequest, idempotencyKey: string): Promise<CodeRequest>;
  /** For an employer that nobody can log in for; the answer is the same whether or not the fund knows it. */
  createWithoutLogin(request: NewCodeRequestWithoutLogin, idempotencyKey: string): Promise<NotedRequest>;
}

/** What a portal says of a request without a login. */
export interface NotedRequest {
  readonly reference: string;
  readonly delivery: string;
}

const codeRequestShape: Shape<CodeRequest> = { id: 'string', reference: 'string', state: 'string', addressee: 'array' };

export function codesApi(wire: Wire): CodesApi {
  return {
    list: (client, query = {}) =>
      items(
        wire,
        { method: 'GET', path: path`/clients/${client}/code-requests`, query: { ...query } },
        codeRequestShape,
      ),
    get: (client, id) =>
      requestJson(wire, { method: 'GET', path: path`/clients/${client}/code-requests/${idOf(id)}` }, codeRequestShape),
    create: (client, json, idempotencyKey) =>
      requestJson(
        wire,
        { method: 'POST', path: path`/clients/${client}/code-requests`, effect: 'change', idempotencyKey, json },
        codeRequestShape,
      ),
    createWithoutLogin: (json, idempotencyKey) =>
      requestJson<NotedRequest>(
        wire,
        { method: 'POST', path: '/code-requests', anonymous: true, effect: 'change', idempotencyKey, json },
        { reference: 'string', delivery: 'string' },
      ),
  };
}
