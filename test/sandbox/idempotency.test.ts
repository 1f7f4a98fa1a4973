import { afterEach, beforeEach, expect, test } from 'vitest';
import { seededPassword } from '../../sandbox/index.js';
import { anonymous, signedIn, type PortalClient } from '../support/portal-client.js';
import { startSandbox, type TestSandbox } from '../support/sandbox.js';

let sandbox: TestSandbox;
let anna: PortalClient;
beforeEach(async () => {
  sandbox = await startSandbox({ invalidRequests: 'refused' });
  anna = await signedIn(sandbox, 'anna.muster');
});
afterEach(() => sandbox.close());

const path = '/clients/10001.00/users';
const user = (userName: string) => ({
  email: `${userName}@muster-beispiel.example`,
  userName,
  firstName: 'Lea',
  lastName: 'Neu',
  language: 'de',
  mobileNumber: '+41791112233',
  administrator: false,
  permissions: [],
  confirmPassword: seededPassword,
});
const create = (userName: string, key: string, portal = anna) => portal.post(path, user(userName), { key });
const created = () =>
  sandbox.audit().filter(({ operation, outcome }) => operation === 'createUser' && outcome === '201');

test('the same request under the same key gets the same answer, and happens once', async () => {
  const first = await create('lea.neu', 'one-user-and-no-more');
  const again = await create('lea.neu', 'one-user-and-no-more');
  expect(again).toMatchObject({ status: 201, body: first.body as object, etag: first.etag });
  expect(again.headers.get('location')).toBe(first.headers.get('location'));
  expect(created()).toHaveLength(1);
  expect(sandbox.outbox({ kind: 'email', since: sandbox.clock.now() })).toHaveLength(1);
});

test('another request under the same key is refused', async () => {
  await create('lea.neu', 'one-user-and-no-more');
  expect(await create('leo.neu', 'one-user-and-no-more')).toMatchObject({
    status: 422,
    problem: 'idempotency-key-reused',
  });
});

test('the same key of somebody else is another key', async () => {
  const beat = await signedIn(sandbox, 'beat.keller');
  await create('lea.neu', 'one-user-and-no-more');
  expect(await create('leo.neu', 'one-user-and-no-more', beat)).toMatchObject({ status: 201 });
});

test('of requests at the same time one happens, and the others are told so', async () => {
  await sandbox.close();
  // A password that takes a while to compare, so that the others come while the first is at it.
  sandbox = await startSandbox({ passwordCost: 2 ** 14 });
  anna = await signedIn(sandbox, 'anna.muster');
  const newPassword = 'a pass phrase that takes a while';
  await anna.post('/me/password', { currentPassword: seededPassword, newPassword });
  const createSlowly = () =>
    anna.post(path, { ...user('lea.neu'), confirmPassword: newPassword }, { key: 'one-user-and-no-more' });
  const all = await Promise.all(Array.from({ length: 5 }, createSlowly));
  expect(all.filter(({ status }) => status === 201)).toHaveLength(1);
  const others = all.filter(({ status }) => status !== 201);
  expect(others.map(({ status, problem }) => [status, problem])).toEqual(
    Array.from({ length: 4 }, () => [409, 'request-in-progress']),
  );
  expect(others[0]?.headers.get('retry-after')).toBe('1');
  expect(created()).toHaveLength(1);
  expect(await createSlowly()).toMatchObject({ status: 201 });
});

test('a refusal does not use the key up', async () => {
  const wrong = { ...user('lea.neu'), confirmPassword: 'a wrong pass phrase' };
  expect(await anna.post(path, wrong, { key: 'one-user-and-no-more' })).toMatchObject({
    problem: 'confirmation-failed',
  });
  expect(await create('lea.neu', 'one-user-and-no-more')).toMatchObject({ status: 201 });
});

test('an answer is kept for a day and longer, over a restart too', async () => {
  const first = await create('lea.neu', 'one-user-and-no-more');
  const { directory, clock } = sandbox;
  await sandbox.close({ keep: true });
  clock.advance(25 * 3_600_000);
  sandbox = await startSandbox({ directory, clock });
  const again = await create('lea.neu', 'one-user-and-no-more', await signedIn(sandbox, 'anna.muster'));
  expect(again.body).toEqual(first.body);
});

test('without a key nothing is created', async () => {
  expect(await anna.post(path, user('lea.neu'))).toMatchObject({ status: 400, problem: 'idempotency-key-required' });
  expect(await create('lea.neu', 'short')).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: 'idempotency-key' }] },
  });
  expect(created()).toEqual([]);
});

test('a request without a login has its keys too', async () => {
  const body = {
    clientNumber: '10001.00',
    companyName: 'Muster Beispiel AG',
    recipient: 'member',
    reason: 'other',
    contactEmail: 'a@muster-beispiel.example',
  };
  const ask = () => anonymous(sandbox).post('/code-requests', body, { key: 'one-letter-and-no-more' });
  const [first, again] = [await ask(), await ask()];
  expect(again.body).toEqual(first.body);
});
