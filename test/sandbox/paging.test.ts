import { afterEach, beforeEach, expect, test } from 'vitest';
import { seededPassword } from '../../sandbox/index.js';
import { signedIn, type PortalClient } from '../support/portal-client.js';
import { startSandbox, type TestSandbox } from '../support/sandbox.js';

let sandbox: TestSandbox;
let anna: PortalClient;
beforeEach(async () => {
  sandbox = await startSandbox({ invalidRequests: 'refused' });
  anna = await signedIn(sandbox, 'anna.muster');
});
afterEach(() => sandbox.close());

interface Page {
  readonly items: readonly { id: string; userName: string }[];
  readonly nextCursor: string | null;
}
const path = '/clients/10001.00';
const page = async (query: string) => (await anna.get(`${path}/${query}`)).body as Page;

async function pages(list: string, limit: number): Promise<Page['items'][]> {
  const all: Page['items'][] = [];
  let cursor = '';
  for (;;) {
    const { items, nextCursor } = await page(`${list}limit=${String(limit)}${cursor}`);
    all.push(items);
    if (nextCursor === null) return all;
    cursor = `&cursor=${nextCursor}`;
  }
}

test.each([
  'users?',
  'users?sort=lastLoginAt&order=desc&',
  'users?sort=lastName&order=desc&',
  'messages?',
  'employees?',
  'tasks?',
  'salary-declarations?',
  'code-requests?',
  'notices?',
])('%s is the same in pages of any size', async (list) => {
  const whole = (await page(`${list}limit=500`)).items;
  for (const limit of [1, 2, 3]) {
    const paged = await pages(list, limit);
    expect(paged.flat()).toEqual(whole);
    expect(paged).toHaveLength(Math.max(1, Math.ceil(whole.length / limit)));
  }
});

test('what is created or removed meanwhile neither repeats nor hides anybody', async () => {
  const first = await page('users?limit=3');
  const user = {
    email: 'a@muster-beispiel.example',
    userName: 'aaron',
    firstName: 'A',
    lastName: 'A',
    language: 'de',
    mobileNumber: '+41791112233',
  };
  await anna.post(
    `${path}/users`,
    { ...user, administrator: false, permissions: [], confirmPassword: seededPassword },
    { key: true },
  );
  const second = await page(`users?limit=3&cursor=${first.nextCursor!}`);
  expect([...first.items, ...second.items].map(({ userName }) => userName)).toEqual([
    'anna.muster',
    'beat.keller',
    'claire.favre',
    'dario.rossi',
    'eva.meier',
    'luca.bianchi',
  ]);
});

test('a cursor is good for its own list and for ten minutes', async () => {
  const { nextCursor } = await page('users?limit=2');
  const with_ = (query: string) => anna.get(`${path}/${query}cursor=${nextCursor!}`);
  expect(await with_('users?limit=5&')).toMatchObject({ status: 200 });
  expect(await with_('users?status=active&')).toMatchObject({ status: 400, problem: 'cursor-invalid' });
  expect(await with_('messages?')).toMatchObject({ status: 400, problem: 'cursor-invalid' });
  expect(await anna.get(`${path}/users?cursor=made.up`)).toMatchObject({ status: 400, problem: 'cursor-invalid' });
  const beat = await signedIn(sandbox, 'beat.keller');
  expect(await beat.get(`${path}/users?limit=2&cursor=${nextCursor!}`)).toMatchObject({ problem: 'cursor-invalid' });
  sandbox.clock.advance(10 * 60_000 + 1000);
  anna = await signedIn(sandbox, 'anna.muster');
  expect(await with_('users?limit=2&')).toMatchObject({ status: 400, problem: 'cursor-invalid' });
});

test('a page holds a hundred unless another number is asked for, and five hundred at most', async () => {
  expect(await anna.get(`${path}/users?limit=501`)).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: 'limit' }] },
  });
  expect(await anna.get(`${path}/users?limit=x`)).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: 'limit' }] },
  });
});
