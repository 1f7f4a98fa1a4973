import { ConnectError } from '../errors.js';
import { NetworkError } from '../platform/ports.js';
import type { HttpAnswer } from '../platform/ports.js';
import type { Secret } from '../secret.js';
import { drain, readJson } from './body.js';
import { toHttp } from './call.js';
import type { Call } from './call.js';
import { connectionFailure, malformedAnswer, outcomeUnknown, refusal } from './refusal.js';
import { waitBeforeRetry } from './retry.js';
import type { Wire } from './wire.js';

/** Makes something of a successful answer. May run again after a connection that broke in the middle of it. */
export type Read<T> = (answer: HttpAnswer) => Promise<T>;

export interface Tagged<T> {
  readonly value: T;
  /** To send back in `If-Match`. */
  readonly etag: string;
}

/** Sends a request and reads its JSON answer, with the ETag that an edit has to send back. */
export async function requestTagged<T>(wire: Wire, call: Call): Promise<Tagged<T>> {
  return exchange(wire, call, async ({ body, headers }) => ({
    value: (await readJson(body)) as T,
    etag: headers['etag'] ?? '',
  }));
}

export async function requestJson<T>(wire: Wire, call: Call): Promise<T> {
  return (await requestTagged<T>(wire, call)).value;
}

/**
 * Sends one request until it is answered, repeating what may be repeated and renewing an access token that has run out,
 * once. Ends with what `read` makes of a success, or throws ConnectError.
 */
export async function exchange<T>(wire: Wire, call: Call, read: Read<T>): Promise<T> {
  const authorizer = call.anonymous === true || call.bearer !== undefined ? undefined : wire.authorizer;
  const token = call.bearer ?? (await authorizer?.token());
  try {
    return await untilAnswered(wire, call, token, read);
  } catch (error) {
    if (authorizer === undefined || token === undefined || !isExpiredSession(error)) throw error;
    return untilAnswered(wire, call, await authorizer.replace(token), read);
  }
}

type Outcome<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'refused'; readonly answer: HttpAnswer }
  | { readonly kind: 'failed'; readonly error: NetworkError };

async function untilAnswered<T>(wire: Wire, call: Call, token: Secret | undefined, read: Read<T>): Promise<T> {
  const repeatable = call.effect !== undefined && call.idempotencyKey === undefined ? 'never' : 'always';
  for (let number = 1; ; number += 1) {
    const requestId = wire.random.uuid();
    const outcome = await attempt(wire, call, { token, requestId, read });
    if (outcome.kind === 'read') return outcome.value;
    const waitMs = waitBeforeRetry({ number, repeatable, ...circumstances(outcome) }, wire.clock.now());
    if (waitMs === undefined) throw await failure(wire, call, outcome, requestId);
    // A body left unread would hold its connection.
    if (outcome.kind === 'refused') await drain(outcome.answer.body);
    await wire.clock.sleep(waitMs, wire.signal);
  }
}

function circumstances(outcome: Exclude<Outcome<unknown>, { kind: 'read' }>) {
  if (outcome.kind === 'refused') {
    return { status: outcome.answer.status, retryAfter: outcome.answer.headers['retry-after'] } as const;
  }
  return { status: outcome.error.mayHaveArrived ? 'lost' : 'not-arrived', retryAfter: undefined } as const;
}

async function attempt<T>(
  wire: Wire,
  call: Call,
  { token, requestId, read }: { token: Secret | undefined; requestId: string; read: Read<T> },
): Promise<Outcome<T>> {
  const http = toHttp(wire, call, token, requestId);
  const said = `${call.method} ${http.url.pathname}`;
  let answered = false;
  try {
    const answer = await wire.network.send(http);
    wire.trace?.(`${said} → ${answer.status} ${requestId}`);
    if (answer.status >= 300) return { kind: 'refused', answer };
    answered = true;
    return { kind: 'read', value: await read(answer) };
  } catch (error) {
    if (error instanceof NetworkError) {
      wire.trace?.(`${said} → ${error.fault} ${requestId}`);
      return { kind: 'failed', error };
    }
    if (answered && error instanceof SyntaxError) {
      throw call.effect === 'change' ? outcomeUnknown(wire, requestId, error) : malformedAnswer(wire, requestId, error);
    }
    throw error;
  }
}

async function failure(
  wire: Wire,
  call: Call,
  outcome: Exclude<Outcome<unknown>, { kind: 'read' }>,
  requestId: string,
): Promise<ConnectError> {
  if (outcome.kind === 'failed') {
    const unknown = call.effect === 'change' && outcome.error.mayHaveArrived;
    return unknown ? outcomeUnknown(wire, requestId, outcome.error) : connectionFailure(wire, requestId, outcome.error);
  }
  const { status, body } = outcome.answer;
  // 502 and 504 come from something in between, which does not know whether the portal acted.
  if (call.effect === 'change' && (status === 502 || status === 504)) return outcomeUnknown(wire, requestId, status);
  return refusal(wire, requestId, status, await readJson(body).catch(() => undefined));
}

function isExpiredSession(error: unknown): boolean {
  return error instanceof ConnectError && error.code === 'session-expired';
}
