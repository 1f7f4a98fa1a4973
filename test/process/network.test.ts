import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { authority } from '../support/authority.js';
import { startPractice } from '../support/practice.js';
import type { Practice } from '../support/practice.js';
import { ownAddress, startRelay } from '../support/relay.js';
import type { Relay } from '../support/relay.js';
import { startTinyproxy } from '../support/tinyproxy.js';
import { itWith } from '../support/tools.js';

const own = authority();
const certificate = own.issue([ownAddress()]);

let practice: Practice;
let ca: string;
let portal: Relay;
beforeAll(async () => {
  practice = await startPractice();
  ca = path.join(practice.place, 'ca.pem');
  await writeFile(ca, own.pem);
});
afterAll(() => practice.close());
beforeEach(async () => {
  portal = await startRelay(new URL(practice.portal()).origin, certificate);
});

/** One login a user: its one-time code is good once, and the clock is the real one. */
const login = async (user: string, env: Record<string, string>, ...more: readonly string[]) =>
  practice.connect(['login', `${portal.origin}/ak095`, '-u', user, '-q', ...more], {
    env: { ...(await practice.secretsOf(user)), ...env },
  });
const untrusted = {
  exitCode: 6,
  stdout: '',
  stderr: expect.stringMatching(
    /^Error: The identity of https:\S+ can’t be verified: the issuer of its certificate is unknown here\.\nHint: .*\nRequest: \S+\n$/,
  ) as string,
};

test('nothing turns the check of certificates off, and nothing pretends to', async () => {
  const env = { NODE_TLS_REJECT_UNAUTHORIZED: '0' };
  expect(await login('anna.muster', env)).toEqual(untrusted);
  expect(await login('anna.muster', { ...env, NODE_OPTIONS: '--no-warnings' })).toEqual(untrusted);
  expect(portal.received).toEqual([]);
});

test('an authority of one’s own is trusted by NODE_EXTRA_CA_CERTS, SSL_CERT_FILE and --ca-file', async () => {
  const good = { exitCode: 0, stderr: '' };
  expect(await login('anna.muster', { NODE_EXTRA_CA_CERTS: ca })).toMatchObject(good);
  expect(await practice.connect(['status'], { env: { SSL_CERT_FILE: ca } })).toMatchObject(good);
  expect(await practice.connect(['status', '--ca-file', ca])).toMatchObject(good);
  expect(await practice.connect(['status'])).toEqual(untrusted);
});

itWith('tinyproxy', 'a portal is reached through a proxy that wants a login, and NO_PROXY excepts it', async () => {
  const good = { exitCode: 0, stderr: '' };
  const proxy = await startTinyproxy({ login: 'anna.muster geheim-wort' });
  const env = { SSL_CERT_FILE: ca, HTTPS_PROXY: `http://anna.muster:geheim-wort@${proxy.host}` };
  expect(await login('beat.keller', env, '-p', 'proxied')).toMatchObject(good);
  const wrong = { ...env, HTTPS_PROXY: `http://anna.muster:falsch@${proxy.host}` };
  const refused = await practice.connect(['status', '-p', 'proxied', '--debug'], { env: wrong });
  expect(refused).toMatchObject({ exitCode: 6, stdout: '' });
  expect(refused.stderr).toContain(
    `Error: The proxy http://${proxy.host} does not accept the user and password in HTTPS_PROXY.\n`,
  );
  expect(refused.stderr).not.toMatch(/falsch|YW5uYS5tdXN0ZXI6/);
  expect(
    await practice.connect(['status', '-p', 'proxied'], { env: { ...wrong, NO_PROXY: ownAddress() } }),
  ).toMatchObject(good);
  const tunnels = await proxy.end();
  expect(tunnels.length).toBeGreaterThanOrEqual(2);
  expect(new Set(tunnels)).toEqual(new Set([new URL(portal.origin).host]));
});
