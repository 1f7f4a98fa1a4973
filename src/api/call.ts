import { ConnectError } from '../errors.js';
import type { HttpRequest } from '../platform/ports.js';
import type { Secret } from '../secret.js';
import type { Wire } from './wire.js';

type QueryValue = string | number | boolean | readonly string[] | undefined;

/** One call of the contract, before it is HTTP. */
export interface Call {
  readonly method: HttpRequest['method'];
  /** Below the portal's base; made with the tag `path`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, QueryValue>>;
  readonly json?: unknown;
  /** A body that is sent as it is. A function, because a second attempt reads it again from the start. */
  readonly stream?: () => AsyncIterable<Uint8Array>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly accept?: string;
  /**
   * `change`: the portal changes something, and a lost answer leaves open whether it did. `once`: nothing that lasts,
   * but sending it twice does harm. Without it the call only reads. A key makes any of them repeatable.
   */
  readonly effect?: 'once' | 'change';
  readonly idempotencyKey?: string;
  /** The contract wants it signed where the session has a key (`x-signed`). */
  readonly signed?: true;
  readonly anonymous?: true;
  /** Does not wait for a portal that wants to be left alone, if others were told so: nothing more comes after it. */
  readonly last?: true;
  /** Instead of the session's access token. */
  readonly bearer?: Secret;
}

/**
 * Joins path segments, each escaped: an id from anywhere can't leave its place.
 * @throws ConnectError `not-found` for `.` and `..`, which mean other places even when they are escaped
 */
export function path(strings: TemplateStringsArray, ...parts: readonly string[]): string {
  if (parts.some((part) => part === '.' || part === '..' || part === '')) throw new ConnectError('not-found');
  return String.raw({ raw: strings.raw }, ...parts.map((part) => encodeURIComponent(part)));
}

/**
 * An id as the contract has them; what has another form names nothing, and nobody has to be asked.
 * @throws ConnectError `not-found`
 */
export function idOf(text: string): string {
  if (!/^[A-Za-z]{2,8}_[A-Za-z0-9_-]{1,60}$/.test(text)) throw new ConnectError('not-found');
  return text;
}

export function toHttp(wire: Wire, call: Call, token: Secret | undefined, requestId: string): HttpRequest {
  const url = new URL(wire.address.api + call.path);
  // A token is bound to the origin that issued it. Paths can't lead out of it; this makes sure.
  if (url.origin !== wire.address.origin) throw new Error(`a request must not leave ${wire.address.origin}`);
  for (const [name, value] of Object.entries(call.query ?? {})) {
    for (const single of typeof value === 'object' ? value : [value]) {
      if (single !== undefined) url.searchParams.append(name, String(single));
    }
  }
  return {
    method: call.method,
    url,
    headers: {
      accept: call.accept ?? 'application/json, application/problem+json',
      'accept-language': wire.language,
      'user-agent': 'connect-cli',
      'x-request-id': requestId,
      ...(call.json !== undefined && { 'content-type': 'application/json' }),
      ...(call.idempotencyKey !== undefined && { 'idempotency-key': call.idempotencyKey }),
      ...(token !== undefined && { authorization: `Bearer ${token.reveal()}` }),
      ...call.headers,
    },
    timeoutMs: wire.timeoutMs,
    ...(call.json !== undefined && { body: JSON.stringify(call.json) }),
    ...(call.stream !== undefined && { body: call.stream() }),
    ...connectionOf(wire),
  };
}

function connectionOf({ signal, tls, caFiles }: Wire): Pick<HttpRequest, 'signal' | 'tls' | 'caFiles'> {
  return {
    ...(signal !== undefined && { signal }),
    ...(tls !== undefined && { tls }),
    ...(caFiles !== undefined && { caFiles }),
  };
}
