import { expect, test } from 'vitest';
import type { Call } from '../../../src/api/call.js';
import { requestJson } from '../../../src/api/request.js';
import type { Wire } from '../../../src/api/wire.js';
import { ConnectError } from '../../../src/errors.js';
import { breakOff, problem, tinyPortal, truncate, wireTo } from '../../support/tiny-portal.js';
import type { Answer } from '../../support/tiny-portal.js';

const read: Call = { method: 'GET', path: '/users' };
const change: Call = { method: 'POST', path: '/users', effect: 'change', json: { name: 'Zoë' } };
const keyed: Call = { ...change, idempotencyKey: 'key-1' };
const once: Call = { method: 'POST', path: '/login/code', effect: 'once', json: { code: '123456' } };

interface Outcome {
  readonly requests: number;
  readonly slept: readonly number[];
  readonly value?: unknown;
  readonly error?: string;
  readonly exitCode?: number;
}

/** What becomes of a call when these answers come one after the other. */
async function outcomeOf(call: Call, ...answers: readonly Answer[]): Promise<Outcome> {
  const portal = await tinyPortal(...answers);
  const wire = wireTo(portal.origin);
  const end = await ended(wire, call);
  return { requests: portal.received.length, slept: wire.clock.slept, ...end };
}

async function ended(wire: Wire, call: Call): Promise<Pick<Outcome, 'value' | 'error' | 'exitCode'>> {
  try {
    return { value: await requestJson(wire, call) };
  } catch (error) {
    if (!(error instanceof ConnectError)) throw error;
    return { error: error.code, exitCode: error.exitCode };
  }
}

const ok: Answer = { json: { done: true } };
const done = { value: { done: true } };
const busy = problem(503, 'unavailable');
const waits = [250, 500, 1000];

test.each<[string, readonly Answer[], Outcome]>([
  ['503', [busy, busy, ok], { requests: 3, slept: [250, 500], ...done }],
  [
    '502 and 504 from something in between',
    [{ status: 502 }, { status: 504 }, ok],
    { requests: 3, slept: [250, 500], ...done },
  ],
  [
    '429, as long as asked for',
    [{ status: 429, headers: { 'retry-after': '7' } }, ok],
    { requests: 2, slept: [7000], ...done },
  ],
  ['a connection that broke before the answer', [breakOff, ok], { requests: 2, slept: [250], ...done }],
  ['a connection that broke in the answer', [truncate, truncate, ok], { requests: 3, slept: [250, 500], ...done }],
])('a read is sent again after %s', async (_what, answers, outcome) => {
  expect(await outcomeOf(read, ...answers)).toEqual(outcome);
});

test.each<[string, readonly Answer[], Outcome]>([
  ['unavailable', [busy, busy, busy, busy], { requests: 4, slept: waits, error: 'unavailable', exitCode: 6 }],
  ['broken connections', [], { requests: 4, slept: waits, error: 'portal-connection-lost', exitCode: 6 }],
  [
    'truncated answers',
    [truncate, truncate, truncate, truncate],
    { requests: 4, slept: waits, error: 'portal-connection-lost', exitCode: 6 },
  ],
  [
    'a wait that is too long',
    [{ status: 503, headers: { 'retry-after': '3600' } }],
    { requests: 1, slept: [], error: 'unavailable', exitCode: 6 },
  ],
  [
    'an internal error',
    [problem(500, 'internal-error')],
    { requests: 1, slept: [], error: 'internal-error', exitCode: 6 },
  ],
])('a read gives up in the end: %s', async (_what, answers, outcome) => {
  expect(await outcomeOf(read, ...answers)).toEqual(outcome);
});

test.each<[string, readonly Answer[], Outcome]>([
  ['broke before the answer', [breakOff, ok], { requests: 1, slept: [], error: 'outcome-unknown', exitCode: 9 }],
  ['broke in the answer', [truncate, ok], { requests: 1, slept: [], error: 'outcome-unknown', exitCode: 9 }],
  [
    'ended with a 502 of something in between',
    [{ status: 502 }, ok],
    { requests: 1, slept: [], error: 'outcome-unknown', exitCode: 9 },
  ],
  [
    'ended with a 504 of something in between',
    [{ status: 504, text: '<html>' }, ok],
    { requests: 1, slept: [], error: 'outcome-unknown', exitCode: 9 },
  ],
  [
    'made the portal fail',
    [problem(500, 'internal-error'), ok],
    { requests: 1, slept: [], error: 'outcome-unknown', exitCode: 9 },
  ],
  [
    'made something fail that only repeats its status',
    [{ status: 500, json: { type: 'about:blank', title: 'Internal Server Error', status: 500 } }, ok],
    { requests: 1, slept: [], error: 'outcome-unknown', exitCode: 9 },
  ],
  ['was refused by a portal that is busy', [busy, ok], { requests: 1, slept: [], error: 'unavailable', exitCode: 6 }],
  [
    'was not looked at',
    [{ status: 429, headers: { 'retry-after': '2' } }, ok],
    { requests: 2, slept: [2000], ...done },
  ],
])(
  'a change without a key is never sent twice unless it surely was not looked at: it %s',
  async (_what, answers, outcome) => {
    expect(await outcomeOf(change, ...answers)).toEqual(outcome);
  },
);

test.each<[string, readonly Answer[], Outcome]>([
  ['503', [busy, ok], { requests: 2, slept: [250], ...done }],
  ['a lost answer', [breakOff, truncate, ok], { requests: 3, slept: [250, 500], ...done }],
  ['a 502 of something in between', [{ status: 502 }, ok], { requests: 2, slept: [250], ...done }],
  ['nothing but lost answers', [], { requests: 4, slept: waits, error: 'outcome-unknown', exitCode: 9 }],
])('a change with a key is sent again after %s', async (_what, answers, outcome) => {
  expect(await outcomeOf(keyed, ...answers)).toEqual(outcome);
});

test('what is sent again is the same: key, body and headers; only the number of the request is new', async () => {
  const portal = await tinyPortal(breakOff, busy, ok);
  await requestJson(wireTo(portal.origin), keyed);
  const [first, ...others] = portal.received.map(({ headers: { 'x-request-id': _number, ...headers }, ...rest }) => ({
    ...rest,
    headers,
  }));
  expect(others).toEqual([first, first]);
  expect(first).toMatchObject({ method: 'POST', body: '{"name":"Zoë"}', headers: { 'idempotency-key': 'key-1' } });
  expect(portal.received.map(({ headers }) => headers['x-request-id'])).toEqual([
    'request-1',
    'request-2',
    'request-3',
  ]);
});

test('a body that is streamed is read again from its start', async () => {
  let times = 0;
  // eslint-disable-next-line @typescript-eslint/require-await -- bytes as a stream
  const stream = async function* (): AsyncGenerator<Uint8Array> {
    times += 1;
    yield Buffer.from('<salary');
    yield Buffer.from('/>');
  };
  const portal = await tinyPortal(breakOff, ok);
  await requestJson(wireTo(portal.origin), {
    method: 'POST',
    path: '/x',
    effect: 'change',
    idempotencyKey: 'k',
    stream,
  });
  expect(portal.received.map(({ body }) => body)).toEqual(['<salary/>', '<salary/>']);
  expect(times).toBe(2);
});

test('an attempt that may have arrived is not forgotten because a later one surely did not', async () => {
  const portal = await tinyPortal((response) => {
    breakOff(response);
    void portal.close();
  });
  expect(await ended(wireTo(portal.origin), keyed)).toEqual({ error: 'outcome-unknown', exitCode: 9 });
});

test.each<[string, Answer]>([
  ['is told to wait', { status: 429, headers: { 'retry-after': '3600' } }],
  ['is told that the portal is down', { status: 503, headers: { 'retry-after': '3600' } }],
])('an attempt that may have arrived is not forgotten because a later one %s', async (_what, refusal) => {
  expect(await outcomeOf(keyed, breakOff, refusal)).toMatchObject({ error: 'outcome-unknown', exitCode: 9 });
});

test.each([breakOff, { status: 502 }, busy])(
  'what does harm when it is sent twice, and changes nothing that lasts, is sent once',
  async (answer) => {
    const { requests, exitCode } = await outcomeOf(once, answer, ok);
    expect({ requests, exitCode }).toEqual({ requests: 1, exitCode: 6 });
  },
);

test('a portal that is not there is told about at once, and nothing of a change happened', async () => {
  const portal = await tinyPortal();
  await portal.close();
  for (const call of [read, change, keyed]) {
    const wire = wireTo(portal.origin);
    expect(await ended(wire, call)).toEqual({ error: 'portal-refuses-connection', exitCode: 6 });
    expect(wire.clock.slept).toEqual([]);
  }
});

test('an interruption ends the waiting', async () => {
  const portal = await tinyPortal(busy, ok);
  const interruption = new AbortController();
  const wire = wireTo(portal.origin, { signal: interruption.signal });
  wire.clock.sleep = (_ms, signal) => {
    interruption.abort();
    signal?.throwIfAborted();
    return Promise.resolve();
  };
  await expect(requestJson(wire, read)).rejects.toThrow(/abort/i);
  expect(portal.received).toHaveLength(1);
});

test('an interruption ends a request that is on its way', async () => {
  const interruption = new AbortController();
  const portal = await tinyPortal(() => interruption.abort());
  expect(await ended(wireTo(portal.origin, { signal: interruption.signal }), change)).toEqual({
    error: 'interrupted',
    exitCode: 130,
  });
});
