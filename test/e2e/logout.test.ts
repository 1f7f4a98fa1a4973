import { afterEach, beforeEach, expect, test } from 'vitest';
import { answered, shownLogout } from '../support/logins.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { anonymous, PortalClient } from '../support/portal-client.js';

let office: Office;
let portal: string;
beforeEach(async () => {
  office = await openOffice();
  portal = office.sandbox.portal();
});
afterEach(() => office.close());

const notTold =
  'The portal could not be told. The session is forgotten on this computer; ' +
  'at the portal it ends at 20 Nov 2026, 21:00 at the latest.\n';
const nobody = { exitCode: 4, stdout: '', stderr: 'Error: Nobody is signed in.\nHint: connect login\n' };

const kept = () => office.desk.keychain.entries.get(`${portal} anna.muster`);
const tokens = () => JSON.parse(kept()!) as { accessToken: string; refreshToken: string };

test('makes both tokens worthless and forgets them', async () => {
  await office.signIn('anna.muster');
  const { accessToken, refreshToken } = tokens();
  const before = office.sandbox.exchanges.length;
  expect(await office.run('logout')).toEqual({ exitCode: 0, stdout: shownLogout(portal), stderr: '' });
  expect(answered(office.sandbox, before)).toEqual(['DELETE /session 204']);
  expect(kept()).toBeUndefined();
  const access = await new PortalClient(`${portal}/api/v1`, accessToken).get('/session');
  expect(access).toMatchObject({ status: 401, problem: 'session-revoked' });
  const renewal = await anonymous(office.sandbox).post('/session/refresh', { refreshToken }, { key: true });
  expect(renewal).toMatchObject({ status: 401, problem: 'session-revoked' });
});

test('needs no access token that is still good', async () => {
  await office.signIn('anna.muster');
  office.sandbox.clock.advance(3_600_000);
  expect(await office.run('logout')).toEqual({ exitCode: 0, stdout: shownLogout(portal), stderr: '' });
});

test('has nothing to do for who is not signed in, and says so', async () => {
  expect(await office.run('logout')).toEqual(nobody);
  await office.signIn('anna.muster');
  await office.run('logout');
  const before = office.sandbox.exchanges.length;
  expect(await office.run('logout')).toEqual(nobody);
  expect(answered(office.sandbox, before)).toEqual([]);
});

test('counts a session that the portal has ended by itself as revoked', async () => {
  await office.signIn('anna.muster');
  office.sandbox.clock.advance(12 * 3_600_000);
  expect(await office.run('logout')).toEqual({ exitCode: 0, stdout: shownLogout(portal), stderr: '' });
  expect(kept()).toBeUndefined();
});

test.each([
  ['is closed', 'status=503:endSession:*'],
  ['breaks the connection each time', 'drop-before-commit=endSession:*'],
  ['fails', 'status=500:endSession:*'],
])('forgets the session all the same, and says so, if the portal %s', async (_how, fault) => {
  await office.signIn('anna.muster');
  office.sandbox.faults(fault);
  expect(await office.run('logout')).toEqual({
    exitCode: 6,
    stdout: shownLogout(portal, { revoked: false }),
    stderr: notTold,
  });
  expect(kept()).toBeUndefined();
});

test('forgets the session all the same if nobody answers any more', async () => {
  const gone = await openOffice();
  await gone.signIn('anna.muster');
  await gone.sandbox.close();
  expect(await gone.run('logout')).toEqual({
    exitCode: 6,
    stdout: shownLogout(gone.sandbox.portal(), { revoked: false }),
    stderr: notTold,
  });
  expect(await gone.run('logout')).toEqual(nobody);
  await gone.desk.close();
});

test('tells the portal once more if the answer was lost', async () => {
  await office.signIn('anna.muster');
  office.sandbox.faults('drop-after-commit=endSession:1');
  expect(await office.run('logout')).toEqual({ exitCode: 0, stdout: shownLogout(portal), stderr: '' });
});

test('ends one login and leaves the others', async () => {
  await office.signIn('anna.muster');
  await office.signIn('luca.bianchi', { profile: 'luca' });
  const ended = await office.run('logout -p luca');
  expect(ended).toEqual({ exitCode: 0, stdout: shownLogout(portal, { userName: 'luca.bianchi' }), stderr: '' });
  expect((await office.run('status')).exitCode).toBe(0);
  expect((await office.run('status -p luca')).exitCode).toBe(4);
  const again = await office.run('logout -p luca');
  expect(again).toEqual({ ...nobody, stderr: 'Error: Nobody is signed in.\nHint: connect login -p luca\n' });
});
