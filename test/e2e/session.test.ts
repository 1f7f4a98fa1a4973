import { afterEach, beforeEach, expect, test } from 'vitest';
import { answered, lastRequestId, shownLogin } from '../support/logins.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { anonymous } from '../support/portal-client.js';

interface Kept {
  readonly accessToken: string;
  readonly accessTokenExpiresAt: string;
  readonly refreshToken: string;
}

let office: Office;
let portal: string;
let before: number;
beforeEach(async () => {
  office = await openOffice();
  portal = office.sandbox.portal();
  await office.signIn('anna.muster');
  before = office.sandbox.exchanges.length;
});
afterEach(() => office.close());

const minutes = (count: number) => {
  office.sandbox.clock.advance(count * 60_000);
};
const since = () => answered(office.sandbox, before);
const entry = () => office.desk.keychain.entries.get(`${portal} anna.muster`)!;
const kept = () => JSON.parse(entry()) as Kept;
const keep = (text: string) => office.desk.keychain.entries.set(`${portal} anna.muster`, text);
const list = () => office.run('clients list --fields number,name');

test('sends the access token as long as it is good', async () => {
  const first = kept();
  minutes(9);
  expect(await list()).toEqual({ exitCode: 0, stdout: '10001.00\tMuster Beispiel AG\n', stderr: '' });
  expect(since()).toEqual(['GET /clients 200']);
  expect(kept()).toEqual(first);
});

test('renews an access token that has run out, keeps the new pair, and says nothing about it', async () => {
  const first = kept();
  minutes(10);
  expect(await office.run('status')).toEqual({ exitCode: 0, stdout: shownLogin(portal), stderr: '' });
  expect(since()).toEqual(['POST /session/refresh 200', 'GET /session 200']);
  const second = kept();
  expect(second.accessToken).not.toBe(first.accessToken);
  expect(second.refreshToken).not.toBe(first.refreshToken);
  expect(second.accessTokenExpiresAt).toBe('2026-11-20T08:20:00.000Z');
  await office.run('status');
  expect(since().slice(2)).toEqual(['GET /session 200']);
});

test('renews a token that only the portal takes for too old, and asks once more', async () => {
  keep(JSON.stringify({ ...kept(), accessTokenExpiresAt: '2026-11-20T18:00:00Z' }));
  minutes(10);
  expect(await office.run('status')).toMatchObject({ exitCode: 0, stderr: '' });
  expect(since()).toEqual(['GET /session 401', 'POST /session/refresh 200', 'GET /session 200']);
});

test('renews once for commands that run at the same time', async () => {
  minutes(10);
  const ended = await Promise.all([1, 2, 3, 4].map(() => office.run('status')));
  const good = { exitCode: 0, stdout: shownLogin(portal), stderr: '' };
  expect(ended).toEqual([good, good, good, good]);
  expect(since().filter((one) => one.startsWith('POST'))).toEqual(['POST /session/refresh 200']);
});

test('lives through twelve hours of renewals and not a moment longer', async () => {
  for (let hour = 1; hour < 12; hour += 1) {
    minutes(60);
    expect(await office.run('status')).toMatchObject({ exitCode: 0, stderr: '' });
  }
  minutes(60);
  before = office.sandbox.exchanges.length;
  const ended = await list();
  expect(ended).toEqual({
    exitCode: 4,
    stdout: '',
    stderr: `Error: The session has ended.\nHint: connect login\nRequest: ${lastRequestId(office.sandbox)}\n`,
  });
  expect(since()).toEqual(['POST /session/refresh 401']);
});

test('lets the portal say when the session is over: the clock of this computer may be wrong', async () => {
  const past = '2026-11-19T08:00:00Z';
  keep(JSON.stringify({ ...kept(), accessTokenExpiresAt: past, refreshTokenExpiresAt: past }));
  expect(await office.run('status')).toEqual({ exitCode: 0, stdout: shownLogin(portal), stderr: '' });
  expect(since()).toEqual(['POST /session/refresh 200', 'GET /session 200']);
});

test('asks again under the same key if the answer to a renewal is lost', async () => {
  minutes(10);
  office.sandbox.faults('drop-after-commit=refreshSession:1');
  expect(await office.run('status')).toMatchObject({ exitCode: 0, stderr: '' });
  expect(renewalKeys()).toEqual([renewalKeys()[0], renewalKeys()[0]]);
});

test('the next command takes up a renewal whose answer never came, and is not taken for a thief', async () => {
  minutes(10);
  office.sandbox.faults('drop-after-commit=refreshSession:*');
  expect(await office.run('status')).toEqual({
    exitCode: 6,
    stdout: '',
    stderr: `Error: The connection to ${portal} broke.\nHint: Try again.\nRequest: ${lastRequestId(office.sandbox)}\n`,
  });
  office.sandbox.faults();
  expect(await office.run('status')).toMatchObject({ exitCode: 0, stderr: '' });
  const keys = renewalKeys();
  expect(keys.length).toBeGreaterThan(2);
  expect(new Set(keys).size).toBe(1);
});

/** Somebody who has got hold of a refresh token, and of nothing else. */
const thief = (refreshToken: string) =>
  anonymous(office.sandbox).post('/session/refresh', { refreshToken }, { key: true });

const told = (message: string, hint: string) => ({
  exitCode: 4,
  stdout: '',
  stderr: `Error: ${message}\nHint: ${hint}\nRequest: ${lastRequestId(office.sandbox)}\n`,
});

test('a refresh token that a thief spends first ends the session of both, and the owner is told that it was copied', async () => {
  const stolen = kept().refreshToken;
  const loot = (await thief(stolen)).body as Kept;
  minutes(10);
  expect(await list()).toEqual(
    told(
      'The portal has ended the session because one of its tokens was used twice. Somebody may have copied it.',
      'connect login. If you did nothing unusual, change the password and tell your administrator.',
    ),
  );
  expect(await thief(loot.refreshToken)).toMatchObject({ status: 401, problem: 'session-revoked' });
});

test('a spent refresh token that a thief spends again ends the session of both', async () => {
  const stolen = kept().refreshToken;
  minutes(10);
  await office.run('status');
  expect(await thief(stolen)).toMatchObject({ status: 401, problem: 'token-reused' });
  expect(await list()).toEqual(
    told(
      'The portal has ended the session: by a logout, a new password, or because the user was deactivated.',
      'connect login',
    ),
  );
});

test('an older entry that comes back on this computer goes on: its token is spent under the key of back then', async () => {
  const older = entry();
  minutes(10);
  await office.run('status');
  const renewed = kept();
  keep(older);
  expect(await office.run('status')).toEqual({ exitCode: 0, stdout: shownLogin(portal), stderr: '' });
  expect(kept()).toEqual(renewed);
});

test('an entry in the keychain that is not ours counts as none', async () => {
  keep('{"version":2,"accessToken":"at_x","refreshToken":"rt_x"}');
  expect(await list()).toEqual({
    exitCode: 4,
    stdout: '',
    stderr: 'Error: Nobody is signed in.\nHint: connect login\n',
  });
  expect(since()).toEqual([]);
});

test('two logins stand side by side, and each command uses the one it names', async () => {
  await office.signIn('sara.treuhand', { fund: '060' });
  await office.signIn('sara.treuhand', { fund: '095', profile: 'sara' });
  const names = async (line: string, env = {}) => {
    before = office.sandbox.exchanges.length;
    const { stdout } = await office.run(`${line} -o json`, { env });
    const [fund] = office.sandbox.exchanges.slice(before).map(({ url }) => url.slice(1, 6));
    return [fund, (JSON.parse(stdout) as { number: string }[]).map(({ number }) => number)];
  };
  expect(await names('clients list')).toEqual(['ak095', ['10001.00']]);
  expect(await names('clients list -p ak060')).toEqual(['ak060', ['30001.00', '30002.00']]);
  expect(await names('clients list -p sara')).toEqual(['ak095', ['20001.00', '20002.00', '20003.00']]);
  expect(await names('clients list', { CONNECT_PROFILE: 'ak060' })).toEqual(['ak060', ['30001.00', '30002.00']]);
  // An option is nearer than a variable, and it brings its own portal.
  const elsewhere = { CONNECT_PROFILE: 'ak060', CONNECT_PORTAL: office.sandbox.portal('060') };
  expect(await names('clients list -p sara', elsewhere)).toEqual(['ak095', ['20001.00', '20002.00', '20003.00']]);
});

test('who has lost the session of another profile is told how to log in there, not with the default one', async () => {
  await office.signIn('luca.bianchi', { profile: 'luca' });
  minutes(12 * 60);
  const lost = (hint: string) => ({
    exitCode: 4,
    stdout: '',
    stderr: `Error: The session has ended.\nHint: ${hint}\nRequest: ${lastRequestId(office.sandbox)}\n`,
  });
  for (const option of ['-p luca', '-pluca', '--profile luca', '--profile=luca']) {
    expect(await office.run(`salary list ${option}`), option).toEqual(lost('connect login -p luca'));
  }
  // Whoever has named it in the environment logs in there with the same environment.
  expect(await office.run('salary list', { env: { CONNECT_PROFILE: 'luca' } })).toEqual(lost('connect login'));
  expect(await office.run('salary list')).toEqual(lost('connect login'));
});

function renewalKeys(): readonly unknown[] {
  return office.sandbox.exchanges
    .filter(({ url }) => url.endsWith('/session/refresh'))
    .map(({ requestHeaders }) => requestHeaders['idempotency-key']);
}
