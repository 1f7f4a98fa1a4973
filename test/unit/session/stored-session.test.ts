import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import type { Session } from '../../../contract/portal.gen.js';
import { portalAddress } from '../../../src/config/portal-address.js';
import { Secret } from '../../../src/secret.js';
import { accountOf, fromSecret, renewedSession, storedSession, toSecret } from '../../../src/session/stored-session.js';
import { sessionAt } from '../../support/examples.js';

const now = new Date('2026-11-20T08:00:00Z');
const session = { ...storedSession(sessionAt(now)), renewalKey: 'key-1' };
const entry = JSON.parse(toSecret(session).reveal()) as Record<string, unknown>;

/** What is kept, laid open. */
const opened = (stored: ReturnType<typeof fromSecret>): unknown =>
  stored && {
    ...stored,
    accessToken: stored.accessToken.reveal(),
    refreshToken: stored.refreshToken.reveal(),
    deviceKey: stored.deviceKey?.reveal(),
  };

test('what is kept of a login is found again, with the key of a renewal that was begun', () => {
  expect(opened(fromSecret(toSecret(session)))).toEqual(opened(session));
  const without = { ...session, renewalKey: undefined };
  expect(opened(fromSecret(toSecret(without)))).toEqual(opened(without));
});

test('the entry is versioned JSON', () => {
  expect(entry).toEqual({
    version: 1,
    accessToken: 'access-1',
    accessTokenExpiresAt: '2026-11-20T08:10:00.000Z',
    refreshToken: 'refresh-1',
    refreshTokenExpiresAt: '2026-11-20T20:00:00.000Z',
    session: sessionAt(now).session,
    renewalKey: 'key-1',
  });
});

test('no token shows when a session is printed, logged or put into JSON', () => {
  for (const text of [
    inspect(session, { depth: 9, showHidden: true }),
    JSON.stringify(session),
    String(session.accessToken),
  ]) {
    expect(text).not.toMatch(/access-1|refresh-1/);
  }
});

const without = (name: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(entry).filter(([key]) => key !== name));

test.each<[string, unknown]>([
  ['nothing', ''],
  ['half an entry', JSON.stringify(entry).slice(0, 50)],
  ['null', null],
  ['a text', 'hello'],
  ['a number', 7],
  ['a list', []],
  ['another version', { ...entry, version: 2 }],
  ['no version', without('version')],
  ['no access token', without('accessToken')],
  ['no refresh token', without('refreshToken')],
  ['a token that is no text', { ...entry, refreshToken: 7 }],
  ['no end of the access token', without('accessTokenExpiresAt')],
  ['no end of the refresh token', without('refreshTokenExpiresAt')],
  ['an end that is no time', { ...entry, refreshTokenExpiresAt: 'soon' }],
  ['nobody who is signed in', without('session')],
])('an entry that is not ours or not whole counts as none: %s', (_what, value) => {
  expect(fromSecret(new Secret(typeof value === 'string' ? value : JSON.stringify(value)))).toBeUndefined();
});

test('an account is the login at exactly one portal', () => {
  const account = (portal: string, user: string): string => accountOf(portalAddress(portal), user);
  expect(account('https://a.example/ak095/api/v1', 'anna')).toBe('https://a.example/ak095 anna');
  const different = [
    account('https://a.example/ak095', 'anna'),
    account('https://a.example/ak060', 'anna'),
    account('https://b.example/ak095', 'anna'),
    account('https://a.example:8443/ak095', 'anna'),
    account('https://a.example/ak095', 'beat'),
  ];
  expect(new Set(different).size).toBe(different.length);
});

test('the longest entry that the contract allows fits into a credential of Windows', () => {
  const time = '2026-11-20T08:10:00.123456+01:00';
  const reference = { id: 'i'.repeat(69), userName: 'u'.repeat(254) };
  const tokens = { accessToken: 'a'.repeat(200), refreshToken: 'r'.repeat(200) };
  const issued: Session = {
    ...tokens,
    accessTokenExpiresAt: time,
    refreshTokenExpiresAt: time,
    session: {
      ...{ id: 'i'.repeat(69), user: reference, method: 'certificate', strength: 'certificate' },
      ...{ startedAt: time, expiresAt: time, signingKey: device.id },
    },
  };
  const byDevice = storedSession(issued, device);
  const byCertificate = storedSession(issued);
  expect([byDevice.deviceKey?.reveal(), byCertificate.info.signingKey]).toEqual([device.seed.reveal(), device.id]);
  for (const longest of [byDevice, byCertificate]) {
    const entryText = toSecret({ ...longest, renewalKey: crypto.randomUUID() }).reveal();
    // CRED_MAX_CREDENTIAL_BLOB_SIZE is 2560 bytes, and the library writes UTF-16.
    expect(entryText.length).toBeLessThanOrEqual(1280);
  }
});

const device = { id: 'k'.repeat(43), seed: new Secret('s'.repeat(43)) };

/** A login after which the portal says that it has bound the session to this key. */
const boundTo = (signingKey: string | null | undefined): Session => {
  const { session: info, ...issued } = sessionAt(now);
  return { ...issued, session: { ...info, ...(signingKey !== undefined && { signingKey }) } };
};

test('the key of this computer is kept with the session that is bound to it, and through its renewals', () => {
  const bound = storedSession(boundTo(device.id), device);
  const kept = fromSecret(toSecret(bound))!;
  expect(opened(kept)).toEqual(opened(bound));
  expect(renewedSession(boundTo(device.id), kept).deviceKey?.reveal()).toBe(device.seed.reveal());
  expect(inspect(kept, { depth: 9, showHidden: true }) + JSON.stringify(kept)).not.toContain(device.seed.reveal());
});

test.each([[undefined], [null], ['x'.repeat(43)]])(
  'a key that the portal has not bound the session to is forgotten: it says %j',
  (signingKey) => {
    const { deviceKey, info } = storedSession(boundTo(signingKey), device);
    expect([deviceKey, info.signingKey]).toEqual([undefined, signingKey]);
  },
);

test.each([7, '', 'short', `${'s'.repeat(42)}=`])('a key that can be none counts as none: %j', (deviceKey) => {
  const kept = fromSecret(new Secret(JSON.stringify({ ...entry, deviceKey })));
  expect(kept && [kept.deviceKey, kept.accessToken.reveal()]).toEqual([undefined, 'access-1']);
});
