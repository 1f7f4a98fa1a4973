import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exec } from '../support/exec.js';
import { startPractice } from '../support/practice.js';
import type { Practice } from '../support/practice.js';

let practice: Practice;
let trust: Record<string, string>;
beforeAll(async () => {
  practice = await startPractice(['--tls']);
  trust = { NODE_EXTRA_CA_CERTS: tls('ca.pem'), CONNECT_CLIENT_KEY_PASSPHRASE_FILE: tls('passphrase') };
});
afterAll(() => practice.close());

const tls = (name: string): string => path.join(practice.place, 'portal/tls', name);

test('status, outbox and reset reach it without anything being set, and say where its certificates are', async () => {
  const status = await practice.connect(['sandbox', 'status', '-o', 'json']);
  const shown = JSON.parse(status.stdout) as {
    authority: string;
    origin: string;
    certificates: Record<string, string>[];
  };
  expect([status.exitCode, shown.authority]).toEqual([0, tls('ca.pem')]);
  expect(shown.origin).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
  expect(shown.certificates.map(({ name }) => name)).toEqual([
    ...['anna.muster', 'sara.treuhand', 'expired', 'not-yet-valid', 'server-only', 'unknown', 'untrusted'],
  ]);
  expect(shown.certificates[0]).toEqual({
    name: 'anna.muster',
    about: 'registered for anna.muster at fund 095',
    certificate: tls('anna.muster.pem'),
    key: tls('anna.muster.key'),
    encryptedKey: tls('anna.muster.encrypted.key'),
    pkcs12: tls('anna.muster.p12'),
  });
  expect((await stat(tls('anna.muster.key'))).mode & 0o777).toBe(0o600);
  expect(await practice.connect(['sandbox', 'outbox', '--kind', 'letter'])).toMatchObject({ exitCode: 0, stderr: '' });
  expect(await practice.connect(['sandbox', 'reset', '--yes', '-q'])).toMatchObject({ exitCode: 0 });
});

test('a portal whose authority nobody trusts is not spoken to', async () => {
  const line = ['login', practice.portal(), '--certificate', tls('anna.muster.pem'), '--key', tls('anna.muster.key')];
  const ended = await practice.connect(line);
  expect(ended).toMatchObject({ exitCode: 6, stdout: '' });
  expect(ended.stderr).toContain(`The identity of ${practice.portal()} can’t be verified`);
});

test('with its authority a certificate logs in, and what is in a PKCS#12 file decides nothing about the server', async () => {
  const login = (name: string) =>
    practice.connect(['login', practice.portal(), '--certificate', tls(`${name}.p12`)], { env: trust });
  const untrusted = await login('untrusted');
  expect(untrusted).toMatchObject({ exitCode: 4, stdout: '' });
  expect(untrusted.stderr).toContain('The portal does not accept who issued the certificate in');
  // Its own file holds the authority's certificate; that is not what makes the server trusted.
  const alone = await practice.connect(['login', practice.portal(), '--certificate', tls('anna.muster.p12')], {
    env: { CONNECT_CLIENT_KEY_PASSPHRASE_FILE: tls('passphrase') },
  });
  expect([alone.exitCode, alone.stderr.includes('can’t be verified')]).toEqual([6, true]);
  const ended = await login('anna.muster');
  expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
  expect(ended.stdout).toContain('method\tcertificate\nstrength\tcertificate\n');
  expect(await practice.connect(['clients', 'list', '--fields', 'number'], { env: trust })).toEqual({
    exitCode: 0,
    stdout: '10001.00\n',
    stderr: '',
  });
});

test('start again names certificates, passphrase, authority and the next command; the files are the same', async () => {
  const before = await readFile(tls('anna.muster.pem'), 'utf8');
  await practice.connect(['sandbox', 'stop']);
  const { exitCode, stderr } = await practice.connect(['sandbox', 'start', '--tls']);
  expect(exitCode).toBe(0);
  const { stdout } = await practice.connect(['sandbox', 'status', '--fields', 'portals', '-o', 'json']);
  const [portal = ''] = (JSON.parse(stdout) as { portals: string[] }).portals;
  expect(stderr.split('\n').slice(-5)).toEqual([
    `${tls('untrusted.p12')}: issued by an authority that the portal does not accept`,
    `Passphrase of these files: ${tls('passphrase')}`,
    `Trust its authority first: export NODE_EXTRA_CA_CERTS=${tls('ca.pem')}`,
    `Next: connect login ${portal} --certificate ${tls('anna.muster.p12')}`,
    '',
  ]);
  expect(await readFile(tls('anna.muster.pem'), 'utf8')).toBe(before);
});

test('sandbox exec --tls: the command trusts the portal, and may log in with its certificates', async () => {
  const script =
    'connect clients list --fields number && cd "$CONNECT_SANDBOX_DIRECTORY/tls" && ' +
    'CONNECT_CLIENT_KEY_PASSPHRASE_FILE=passphrase connect login --certificate anna.muster.p12 -q --fields method,portal';
  const ended = await exec(['--tls', '--', 'sh', '-c', script]);
  expect(ended).toMatchObject({ exitCode: 0, stderr: '', files: [], processes: [] });
  expect(ended.stdout).toMatch(/^10001\.00\nmethod\tcertificate\nportal\thttps:\/\/127\.0\.0\.1:\d+\/ak095\n$/);
});
