import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { seededPassword } from '../../sandbox/index.js';
import { anonymous, givePassword, logIn, PortalClient, signedIn } from '../support/portal-client.js';
import { startSandbox, type TestSandbox } from '../support/sandbox.js';

let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ invalidRequests: 'refused' });
});
afterEach(() => sandbox.close());

interface Pair {
  readonly accessToken: string;
  readonly refreshToken: string;
}

const refresh = (refreshToken: string, key: string | true = true) =>
  anonymous(sandbox).post('/session/refresh', { refreshToken }, { key });
const session = (token: string) => new PortalClient(`${sandbox.portal()}/api/v1`, token).get('/session');
const login = async (userName: string) => (await logIn(sandbox, userName)).body as Pair;

describe('an access token', () => {
  test('is good for ten minutes', async () => {
    const { accessToken } = await login('anna.muster');
    expect(await session(accessToken)).toMatchObject({ status: 200, body: { method: 'otp' } });
    sandbox.clock.advance(10 * 60_000);
    const expired = await session(accessToken);
    expect(expired).toMatchObject({ status: 401, problem: 'session-expired' });
    expect(expired.headers.get('www-authenticate')).toBe('Bearer realm="connect"');
  });

  test('is good at its own fund only', async () => {
    const { accessToken } = (await logIn(sandbox, 'sara.treuhand', '060')).body as Pair;
    expect(await session(accessToken)).toMatchObject({ problem: 'session-expired' });
  });

  test('that is missing, made up, or a refresh token opens nothing', async () => {
    const { refreshToken } = await login('anna.muster');
    expect(await anonymous(sandbox).get('/session')).toMatchObject({ status: 401, problem: 'session-expired' });
    expect(await session('at_0123456789012345678901234567890123456789012')).toMatchObject({
      problem: 'session-expired',
    });
    expect(await session(refreshToken)).toMatchObject({ problem: 'session-expired' });
  });

  test('is not kept, nor is a refresh token or a password', async () => {
    const { accessToken, refreshToken } = await login('anna.muster');
    const portal = new PortalClient(`${sandbox.portal()}/api/v1`, accessToken);
    await portal.post('/me/otp', { password: seededPassword }, { key: true });
    await sandbox.close({ keep: true });
    const { readFileSync } = await import('node:fs');
    const database = readFileSync(`${sandbox.directory}/portal.db`).toString('latin1');
    for (const secret of [accessToken, refreshToken, seededPassword]) expect(database).not.toContain(secret);
    sandbox = await startSandbox();
  });
});

describe('a refresh token', () => {
  test('is exchanged for a new pair, and the access token before stays good', async () => {
    const first = await login('anna.muster');
    sandbox.clock.advance(5 * 60_000);
    const answer = await refresh(first.refreshToken);
    const second = answer.body as Pair;
    expect(answer).toMatchObject({
      status: 200,
      body: { accessTokenExpiresAt: '2026-11-20T09:15:00+01:00', refreshTokenExpiresAt: '2026-11-20T21:00:00+01:00' },
    });
    expect(new Set([first.accessToken, first.refreshToken, second.accessToken, second.refreshToken]).size).toBe(4);
    expect(await session(first.accessToken)).toMatchObject({ status: 200 });
    expect(await session(second.accessToken)).toMatchObject({ status: 200 });
  });

  test('spent again under the same key gets the same pair', async () => {
    const { refreshToken } = await login('anna.muster');
    const first = await refresh(refreshToken, 'one-key-for-one-refresh');
    sandbox.clock.advance(60_000);
    const again = await refresh(refreshToken, 'one-key-for-one-refresh');
    expect(again).toMatchObject({ status: 200, body: first.body as Pair });
  });

  test('spent again under another key is taken for stolen and ends the session', async () => {
    const { refreshToken } = await login('anna.muster');
    const { accessToken, refreshToken: next } = (await refresh(refreshToken)).body as Pair;
    expect(await refresh(refreshToken)).toMatchObject({ status: 401, problem: 'token-reused' });
    expect(await session(accessToken)).toMatchObject({ status: 401, problem: 'session-revoked' });
    expect(await refresh(next)).toMatchObject({ status: 401, problem: 'session-revoked' });
  });

  test('spent by two at once is good for one of them', async () => {
    const { refreshToken } = await login('anna.muster');
    const all = await Promise.all([refresh(refreshToken), refresh(refreshToken)]);
    expect(all.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  test('ends twelve hours after the login, however often it was exchanged', async () => {
    let pair = await login('anna.muster');
    for (let hour = 1; hour < 12; hour += 1) {
      sandbox.clock.advance(3_600_000);
      pair = (await refresh(pair.refreshToken)).body as Pair;
    }
    sandbox.clock.advance(3_600_000);
    expect(await refresh(pair.refreshToken)).toMatchObject({ status: 401, problem: 'session-expired' });
  });

  test('needs a key', async () => {
    const { refreshToken } = await login('anna.muster');
    expect(await anonymous(sandbox).post('/session/refresh', { refreshToken })).toMatchObject({
      status: 400,
      problem: 'idempotency-key-required',
    });
  });
});

describe('a session ends', () => {
  test('with a logout, by either token', async () => {
    for (const token of ['accessToken', 'refreshToken'] as const) {
      const pair = await login('anna.muster');
      const portal = new PortalClient(`${sandbox.portal()}/api/v1`, pair[token]);
      expect(await portal.delete('/session')).toMatchObject({ status: 204 });
      expect(await session(pair.accessToken)).toMatchObject({ problem: 'session-revoked' });
      expect(await refresh(pair.refreshToken)).toMatchObject({ problem: 'session-revoked' });
    }
  });

  test('at once when the user is deactivated', async () => {
    const admin = await signedIn(sandbox, 'anna.muster');
    const { accessToken, refreshToken } = await login('luca.bianchi');
    const open = (await givePassword(sandbox, 'luca.bianchi')).body as { challengeId: string };
    const { items } = (await admin.get('/clients/10001.00/users?q=luca')).body as { items: { id: string }[] };
    const path = `/clients/10001.00/users/${items[0]!.id}`;
    const { etag } = await admin.get(path);
    expect(await admin.post(`${path}/deactivation`, undefined, { match: etag })).toMatchObject({ status: 200 });
    expect(await session(accessToken)).toMatchObject({ status: 401, problem: 'session-revoked' });
    expect(await refresh(refreshToken)).toMatchObject({ status: 401, problem: 'session-revoked' });
    const code = sandbox.totp('luca.bianchi');
    expect(
      await anonymous(sandbox).post('/login/code', { challengeId: open.challengeId, method: 'otp', code }),
    ).toMatchObject({ problem: 'challenge-expired' });
  });

  test('everywhere else when the password is changed', async () => {
    const elsewhere = await login('beat.keller');
    const here = await login('beat.keller');
    const portal = new PortalClient(`${sandbox.portal()}/api/v1`, here.accessToken);
    const change = { currentPassword: seededPassword, newPassword: 'quite another pass phrase' };
    expect(await portal.post('/me/password', change)).toMatchObject({ status: 204 });
    expect(await session(here.accessToken)).toMatchObject({ status: 200 });
    expect(await session(elsewhere.accessToken)).toMatchObject({ status: 401, problem: 'session-revoked' });
  });
});
