import { ConnectError } from '../errors.js';
import { NetworkError } from '../platform/ports.js';
import type { HttpAnswer } from '../platform/ports.js';
import type { Secret } from '../secret.js';
import { drain, readJson } from './body.js';
import { toHttp } from './call.js';
import type { Call } from './call.js';
import { shape } from './decode.js';
import type { Shape } from './decode.js';
import { leavesDoubt, settles } from './doubt.js';
import type { Refused } from './doubt.js';
import type { Pass } from './gate.js';
import { connectionFailure, malformedAnswer, outcomeUnknown, refusal } from './refusal.js';
import { leaveAloneMs, retryAfterMs, waitBeforeRetry } from './retry.js';
import type { Sign, Wire } from './wire.js';

/** Makes something of a successful answer. May run again after a connection that broke in the middle of it. */
export type Read<T> = (answer: HttpAnswer) => Promise<T>;

export interface Tagged<T> {
  readonly value: T;
  /** To send back in `If-Match`. */
  readonly etag: string;
}

/** Sends a request and reads its JSON answer, with the ETag that an edit has to send back. */
export async function requestTagged<T>(wire: Wire, call: Call, expected?: Shape<T>): Promise<Tagged<T>> {
  return exchange(wire, call, async ({ body, headers }) => {
    const value = await readJson(body);
    return { value: expected === undefined ? (value as T) : shape(wire, expected, value), etag: headers['etag'] ?? '' };
  });
}

export async function requestJson<T>(wire: Wire, call: Call, expected?: Shape<T>): Promise<T> {
  return (await requestTagged<T>(wire, call, expected)).value;
}

/**
 * Sends one request until it is answered, repeating what may be repeated and renewing an access token that has run out.
 * Ends with what `read` makes of a success, or throws ConnectError: `outcome-unknown` if it was a change, and any
 * attempt may have made it, and no later answer has settled that.
 */
export async function exchange<T>(wire: Wire, call: Call, read: Read<T>): Promise<T> {
  const authorizer = call.anonymous === true || call.bearer !== undefined ? undefined : wire.authorizer;
  let token = call.bearer ?? (await authorizer?.token());
  // Before anything is sent: whatever is in the way of signing then leaves no doubt.
  const sign = call.signed === true ? await wire.signer?.begin() : undefined;
  const course: Course<T> = { wire, call, read, sign, doubt: undefined, mayRenew: false };
  for (let left = renewals; ; left -= 1) {
    course.mayRenew = authorizer !== undefined && left > 0;
    try {
      return await untilAnswered(course, token);
    } catch (error) {
      if (authorizer === undefined || token === undefined || left === 0 || !isExpiredSession(error)) throw error;
      const rejected = token;
      token = await renewed(course, () => authorizer.replace(rejected));
    }
  }
}

/** A renewal that was begun long ago brings the pair of back then, whose access token may have run out meanwhile. */
const renewals = 2;

/** What is remembered from one attempt to the next. */
interface Course<T> {
  readonly wire: Wire;
  readonly call: Call;
  readonly read: Read<T>;
  readonly sign: Sign | undefined;
  /** Why an attempt may have changed something already. */
  doubt: { readonly requestId: string; readonly cause: unknown } | undefined;
  mayRenew: boolean;
}

type Outcome<T> =
  { readonly kind: 'read'; readonly value: T } | Refused | { readonly kind: 'failed'; readonly error: NetworkError };

async function untilAnswered<T>(course: Course<T>, token: Secret | undefined): Promise<T> {
  const { wire, call } = course;
  const repeatable = call.effect !== undefined && call.idempotencyKey === undefined ? 'never' : 'always';
  for (let number = 1; ;) {
    const pass = call.last === true ? undefined : await wire.gate?.enter(wire.address.origin, wire.signal);
    const requestId = wire.random.uuid();
    const outcome = await attempt(course, token, requestId);
    const heldBack = told(pass, outcome, wire.clock.now());
    if (outcome.kind === 'read') return outcome.value;
    if (call.effect === 'change' && leavesDoubt(outcome)) course.doubt ??= { requestId, cause: causeOf(outcome) };
    const waitMs = waitBeforeRetry({ number, repeatable, ...circumstances(outcome) }, wire.clock.now());
    if (waitMs === undefined) throw await failure(course, outcome, requestId);
    // A body left unread would hold its connection.
    if (outcome.kind === 'refused') await drain(outcome.answer.body);
    if (heldBack === undefined) await wire.clock.sleep(waitMs, wire.signal);
    if (heldBack !== 'by others') number += 1;
  }
}

/** Tells the gate what came of a request; whether it has to wait there, and whether the attempt counts. */
function told(pass: Pass | undefined, outcome: Outcome<unknown>, now: Date): 'itself' | 'by others' | undefined {
  if (pass === undefined || outcome.kind === 'failed') return undefined;
  const { status, retryAfter } =
    outcome.kind === 'read' ? { status: 200, retryAfter: undefined } : circumstances(outcome);
  const ms = leaveAloneMs(status, retryAfter, now);
  if (ms !== undefined) return pass.heldBack(ms) ? 'itself' : 'by others';
  if (status !== 429 && status !== 503) pass.answered();
  return undefined;
}

type Unsuccessful = Exclude<Outcome<unknown>, { kind: 'read' }>;

function circumstances(outcome: Unsuccessful) {
  if (outcome.kind === 'refused') {
    return { status: outcome.answer.status, retryAfter: outcome.answer.headers['retry-after'] } as const;
  }
  return { status: outcome.error.mayHaveArrived ? 'lost' : 'not-arrived', retryAfter: undefined } as const;
}

const causeOf = (outcome: Unsuccessful): unknown => (outcome.kind === 'failed' ? outcome.error : outcome.answer.status);

async function attempt<T>(
  { wire, call, read, sign }: Course<T>,
  token: Secret | undefined,
  requestId: string,
): Promise<Outcome<T>> {
  const plain = toHttp(wire, call, token, requestId);
  const http = (await sign?.(plain)) ?? plain;
  const said = `${call.method} ${http.url.pathname}`;
  let answered = false;
  if (call.effect !== undefined) wire.witness?.sends(`${call.method} ${call.path}`, requestId);
  try {
    const sent = wire.clock.now();
    const answer = await wire.network.send(http);
    wire.clockCheck?.observe(sent, wire.clock.now(), answer.headers);
    wire.witness?.observe(http.url.origin, answer.peer, call.idempotencyKey, requestId);
    wire.trace?.(`${said} → ${answer.status} ${requestId}`);
    if (answer.status >= 300) return { kind: 'refused', answer };
    answered = true;
    return { kind: 'read', value: await read(answer) };
  } catch (error) {
    if (error instanceof NetworkError) {
      wire.trace?.(`${said} → ${error.fault} ${requestId}`);
      return { kind: 'failed', error };
    }
    if (answered && isMalformed(error)) {
      throw call.effect === 'change' ? outcomeUnknown(wire, requestId, error) : malformedAnswer(wire, requestId, error);
    }
    throw error;
  }
}

async function failure<T>(course: Course<T>, outcome: Unsuccessful, requestId: string): Promise<ConnectError> {
  const { wire, doubt } = course;
  const error = await errorOf(wire, outcome, requestId);
  // What an earlier attempt may have done is known only if the portal has looked at this one.
  if (doubt === undefined || (outcome.kind === 'refused' && settles(error))) return error;
  return course.mayRenew && isExpiredSession(error) ? error : outcomeUnknown(wire, doubt.requestId, doubt.cause);
}

async function errorOf(wire: Wire, outcome: Unsuccessful, requestId: string): Promise<ConnectError> {
  if (outcome.kind === 'failed') return connectionFailure(wire, requestId, outcome.error);
  const body = await readJson(outcome.answer.body).catch(() => undefined);
  const { status, headers } = outcome.answer;
  const waitMs = retryAfterMs(headers['retry-after'], wire.clock.now());
  return refusal(wire, requestId, status, body, { location: headers['location'], waitMs });
}

async function renewed<T>({ wire, doubt }: Course<T>, replace: () => Promise<Secret>): Promise<Secret> {
  try {
    return await replace();
  } catch (error) {
    if (doubt === undefined || !(error instanceof ConnectError)) throw error;
    throw outcomeUnknown(wire, doubt.requestId, error);
  }
}

function isExpiredSession(error: unknown): boolean {
  return error instanceof ConnectError && error.code === 'session-expired';
}

/** Not JSON, or JSON of another shape. */
function isMalformed(error: unknown): boolean {
  return error instanceof SyntaxError || (error instanceof ConnectError && error.code === 'portal-answer-malformed');
}
