import { afterEach, beforeEach, expect, test } from 'vitest';
import { signedIn, type PortalClient } from '../support/portal-client.js';
import { startSandbox, type TestSandbox } from '../support/sandbox.js';

let sandbox: TestSandbox;
let anna: PortalClient;
beforeEach(async () => {
  sandbox = await startSandbox({ invalidRequests: 'refused' });
  anna = await signedIn(sandbox, 'anna.muster');
});
afterEach(() => sandbox.close());

const now = '2026-11-20T09:00:00+01:00';

async function pathOf(userName: string, portal = anna, client = '10001.00'): Promise<string> {
  const { items } = (await portal.get(`/clients/${client}/users?q=${userName}`)).body as {
    items: { id: string; userName: string }[];
  };
  return `/clients/${client}/users/${items.find((user) => user.userName === userName)!.id}`;
}

const accessOf = async (userName: string) => (await anna.get(`${await pathOf(userName)}/access`)).body;
const deactivate = async (path: string, portal = anna) =>
  portal.post(`${path}/deactivation`, undefined, { match: (await portal.get(path)).etag });

test('a login that is deactivated opens nothing from that moment on: session, renewal and login are refused', async () => {
  const luca = await signedIn(sandbox, 'luca.bianchi');
  expect(await accessOf('luca.bianchi')).toMatchObject({
    ...{ at: now, mayLogIn: true, mayAct: true, reasons: [], openSessions: 1, deactivatedAt: null },
    ...{ sessionsEndedAt: null, lastLoginAt: now },
  });
  await deactivate(await pathOf('luca.bianchi'));
  expect(await luca.get('/session')).toMatchObject({ status: 401, problem: 'session-revoked' });
  sandbox.clock.advance(60_000);
  expect(await accessOf('luca.bianchi')).toMatchObject({
    ...{ at: '2026-11-20T09:01:00+01:00', mayLogIn: false, mayAct: false, reasons: ['deactivated'], openSessions: 0 },
    ...{ deactivatedAt: now, sessionsEndedAt: now, lastLoginAt: now },
  });
});

test('what was deactivated twice is deactivated since the first time, and since the last reactivation', async () => {
  const path = await pathOf('luca.bianchi');
  await deactivate(path);
  sandbox.clock.advance(60_000);
  await deactivate(path);
  expect(await accessOf('luca.bianchi')).toMatchObject({ deactivatedAt: now });
  const { etag } = await anna.get(path);
  await anna.post(`${path}/reactivation`, { confirmPassword: 'uebung-macht-meister' }, { match: etag });
  expect(await accessOf('luca.bianchi')).toMatchObject({ mayLogIn: true, deactivatedAt: null });
  await deactivate(path);
  expect(await accessOf('luca.bianchi')).toMatchObject({ deactivatedAt: '2026-11-20T09:01:00+01:00' });
});

test('tells what else is in the way: a lock, an invitation that was not accepted', async () => {
  expect(await accessOf('dario.rossi')).toMatchObject({ mayLogIn: false, mayAct: true, reasons: ['locked'] });
  expect(await accessOf('eva.meier')).toMatchObject({ mayLogIn: false, mayAct: true, reasons: ['not-activated'] });
  // Deactivated before the portal began to write that down.
  expect(await accessOf('claire.favre')).toMatchObject({ reasons: ['deactivated'], deactivatedAt: null });
});

test('a fiduciary who is deactivated for one client may log in for the others, and is told apart', async () => {
  const reto = await signedIn(sandbox, 'reto.frei');
  const path = await pathOf('sara.treuhand', reto, '20001.00');
  await deactivate(path, reto);
  expect((await reto.get(`${path}/access`)).body).toMatchObject({
    ...{ mayLogIn: true, mayAct: false, reasons: ['deactivated'], openSessions: 0 },
  });
});

test('is for administrators of that client', async () => {
  const luca = await signedIn(sandbox, 'luca.bianchi');
  expect(await luca.get(`${await pathOf('luca.bianchi')}/access`)).toMatchObject({ problem: 'not-permitted' });
  expect(await anna.get('/clients/10001.00/users/usr_nobody/access')).toMatchObject({ problem: 'not-found' });
});
