import type { operations } from '../../contract/portal.gen.js';
import type { OperationId } from './contract.js';
import type { Call } from './call.js';

type Parameters<O extends OperationId> = operations[O]['parameters'];
type Responses<O extends OperationId> = operations[O]['responses'];
type JsonBody<T> = T extends { readonly content: { readonly 'application/json': infer Body } } ? Body : undefined;

/** A request of one operation, after validation. Headers are in lower case. */
export interface Request<O extends OperationId> {
  readonly params: Parameters<O> extends { readonly path: infer Path } ? Path : unknown;
  readonly query: NonNullable<Parameters<O>['query']>;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: JsonBody<operations[O]['requestBody']>;
}

/** What a handler answers. The body is JSON, or bytes of another media type. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly bytes?: { readonly mediaType: string; readonly content: Uint8Array };
  readonly headers?: Readonly<Record<string, string>>;
}

/** One of the successful answers that the contract has for an operation. */
export type Answer<O extends OperationId> = {
  [Status in keyof Responses<O> & number]: Omit<Reply, 'status' | 'body'> & { readonly status: Status } & (JsonBody<
      Responses<O>[Status]
    > extends undefined
      ? { readonly body?: undefined }
      : { readonly body: JsonBody<Responses<O>[Status]> });
}[keyof Responses<O> & number];

export type Handler<O extends OperationId> = (call: Call, request: Request<O>) => Answer<O> | Promise<Answer<O>>;

/** Everything a portal can do: the compiler knows if an operation of the contract is missing. */
export type Handlers = { readonly [O in OperationId]: Handler<O> };
