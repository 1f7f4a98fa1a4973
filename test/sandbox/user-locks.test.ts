import { afterEach, beforeEach, expect, test } from 'vitest';
import { seededPassword } from '../../sandbox/index.js';
import { signedIn, signedInBySms, type PortalClient } from '../support/portal-client.js';
import { startSandbox, type TestSandbox } from '../support/sandbox.js';

let sandbox: TestSandbox;
let anna: PortalClient;
beforeEach(async () => {
  sandbox = await startSandbox({ invalidRequests: 'refused' });
  anna = await signedIn(sandbox, 'anna.muster');
});
afterEach(() => sandbox.close());

async function luca(): Promise<{ path: string; etag: string }> {
  const { items } = (await anna.get('/clients/10001.00/users?q=luca')).body as { items: { id: string }[] };
  const path = `/clients/10001.00/users/${items[0]!.id}`;
  return { path, etag: (await anna.get(path)).etag };
}

test('a lock needs the password and a strong session; it keeps from logging in until its time, or until it is lifted', async () => {
  const until = '2026-11-20T10:00:00+01:00';
  const { path, etag } = await luca();
  expect(await anna.patch(path, { lockedUntil: until }, { match: etag })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/confirmPassword' }] },
  });
  const lock = async (lockedUntil: string | null, portal = anna) => {
    const now = await luca();
    return portal.patch(path, { lockedUntil, confirmPassword: seededPassword }, { match: now.etag });
  };
  expect(await lock(until, await signedInBySms(sandbox, 'beat.keller'))).toMatchObject({
    problem: 'credential-too-weak',
  });
  expect(await lock(until)).toMatchObject({ status: 200, body: { status: 'locked', lockedUntil: until } });
  expect((await signedIn(sandbox, 'luca.bianchi')).token).toBeUndefined();
  expect(await lock(null)).toMatchObject({ status: 200, body: { status: 'active', lockedUntil: null } });
  expect((await signedIn(sandbox, 'luca.bianchi')).token).toBeDefined();
  expect(await lock('2026-11-20T08:30:00+01:00')).toMatchObject({ body: { status: 'active', lockedUntil: null } });
});
