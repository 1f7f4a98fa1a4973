import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { parseFault, seededPassword } from '../../sandbox/index.js';
import { anonymous, signedIn, type PortalClient } from '../support/portal-client.js';
import { startSandbox, type TestSandbox } from '../support/sandbox.js';

let sandbox: TestSandbox;
let anna: PortalClient;
beforeEach(async () => {
  sandbox = await startSandbox({ invalidRequests: 'refused' });
  anna = await signedIn(sandbox, 'anna.muster');
});
afterEach(() => sandbox.close());

const order = { recipient: 'member', reason: 'other' };
const path = '/clients/10001.00/code-requests';
const letters = () => sandbox.outbox({ kind: 'letter', since: sandbox.clock.now() });

describe('a fault', () => {
  test('that drops the connection before the commit leaves nothing', async () => {
    sandbox.faults('drop-before-commit=requestCode:1');
    await expect(anna.post(path, order, { key: 'one-letter-and-no-more' })).rejects.toThrow();
    expect(letters()).toEqual([]);
    expect(await anna.post(path, order, { key: 'one-letter-and-no-more' })).toMatchObject({ status: 201 });
  });

  test('that drops the connection after the commit leaves everything, and the same key brings the answer', async () => {
    sandbox.faults('drop-after-commit=codes:1');
    await expect(anna.post(path, order, { key: 'one-letter-and-no-more' })).rejects.toThrow();
    expect(letters()).toHaveLength(1);
    expect(await anna.post(path, order, { key: 'one-letter-and-no-more' })).toMatchObject({ status: 201 });
    expect(letters()).toHaveLength(1);
  });

  test('that delays, delays', async () => {
    sandbox.faults('latency=150:getMe:1');
    const began = performance.now();
    await anna.get('/me');
    expect(performance.now() - began).toBeGreaterThanOrEqual(145);
  });

  test.each([
    ['status=429:listUsers:2:7', 429, 'too-many-requests', '7'],
    ['status=503:users', 503, 'unavailable', null],
    ['status=500:*', 500, 'internal-error', null],
  ])('%s answers with its problem, as often as asked', async (fault, status, problem, retryAfter) => {
    sandbox.faults(fault);
    const refused = await anna.get('/clients/10001.00/users');
    expect(refused).toMatchObject({ status, problem });
    expect(refused.headers.get('retry-after')).toBe(retryAfter);
    expect(await anna.get('/clients/10001.00/users')).toMatchObject({ status: fault.includes(':2') ? status : 200 });
    expect(await anna.get('/clients/10001.00/users')).toMatchObject({ status: 200 });
  });

  test('of a gateway has no problem details', async () => {
    sandbox.faults('status=502:getMe:1:3');
    const refused = await anna.get('/me');
    expect(refused.status).toBe(502);
    expect(refused.headers.get('content-type')).toBe('text/html');
    expect(refused.headers.get('retry-after')).toBe('3');
  });

  test('that answers late does at once what was asked', async () => {
    sandbox.faults('late-answer=150:requestCode:1');
    const answered = anna.post(path, order, { key: 'one-letter-and-no-more' }).then(({ status }) => status);
    const first = await Promise.race([answered, vi.waitUntil(() => letters().length === 1)]);
    expect([first, await answered]).toEqual([true, 201]);
  });

  test('that truncates sends half of what the header promises', async () => {
    sandbox.faults('truncate=listUsers:1');
    await expect(anna.get('/clients/10001.00/users')).rejects.toThrow();
  });

  test('that skews dates the answer otherwise, and judges as before', async () => {
    sandbox.faults('skew=-300:*:1');
    expect((await anna.get('/me')).headers.get('date')).toBe('Fri, 20 Nov 2026 07:55:00 GMT');
  });

  test('without a number of times stays', async () => {
    sandbox.faults('status=503:getMe:*');
    for (let i = 0; i < 5; i += 1) expect(await anna.get('/me')).toMatchObject({ status: 503 });
  });

  test('concerns what it names and nothing else', async () => {
    sandbox.faults('status=503:salary:1');
    expect(await anna.get('/me')).toMatchObject({ status: 200 });
    expect(await anonymous(sandbox).post('/login/password', { userName: 'a', password: seededPassword })).toMatchObject(
      { status: 401 },
    );
    expect(await anna.get('/clients/10001.00/salary-declarations')).toMatchObject({ status: 503 });
  });
});

test.each([
  [
    'drop-after-commit=submitSalaryDeclaration:1',
    { kind: 'drop-after-commit', operation: 'submitSalaryDeclaration', times: 1 },
  ],
  ['status=429:listUsers:2:7', { kind: 'status', status: 429, operation: 'listUsers', times: 2, retryAfter: 7 }],
  ['late-answer=500:salary', { kind: 'late-answer', ms: 500, operation: 'salary', times: 1 }],
  ['latency=500:*:3', { kind: 'latency', ms: 500, operation: '*', times: 3 }],
  ['truncate=getDocument', { kind: 'truncate', operation: 'getDocument', times: 1 }],
  ['skew=-90:*:*', { kind: 'skew', seconds: -90, operation: '*', times: null }],
])('%s is read', (text, fault) => {
  expect(parseFault(text)).toEqual(fault);
});

test.each(['', 'drop=x', 'latency=x:y', 'status=200:x', 'status=429', 'drop-after-commit='])(
  '%j is no fault',
  (text) => {
    expect(() => parseFault(text)).toThrow(/^not a fault/);
  },
);
