import { chmod, mkdtemp, readdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { binary } from '../support/binary.js';
import type { Ended } from '../support/binary.js';
import { emptyFolder } from '../support/folder.js';
import { startPractice } from '../support/practice.js';
import type { Practice } from '../support/practice.js';
import { tlsPortal, tunnelProxy } from '../support/tls-portal.js';

interface Examined {
  readonly check: string;
  readonly state: string;
  readonly detail: string;
  readonly hint: string | null;
}

const rowsOf = ({ stdout }: Ended): readonly Examined[] => JSON.parse(stdout) as readonly Examined[];
const told = (ended: Ended, check: string): Examined => rowsOf(ended).find((row) => row.check === check)!;
/** What is neither in order nor left out. */
const troubles = (ended: Ended): readonly string[] =>
  rowsOf(ended)
    .filter(({ state }) => state === 'warning' || state === 'problem')
    .map(({ check, state }) => `${check} ${state}`);

async function signedIn(practice: Practice): Promise<void> {
  const env = await practice.secretsOf('anna.muster');
  const login = await practice.connect(['login', practice.portal(), '-u', 'anna.muster', '-q'], { env });
  expect(login).toMatchObject({ exitCode: 0, stderr: '' });
}

test('on a computer without configuration and keychain all is told, nothing is written, and only the keychain is wrong', async () => {
  const home = await mkdtemp(path.join(os.tmpdir(), 'connect-home-'));
  const ended = await binary(['doctor', '-o', 'json'], { env: { HOME: home, XDG_RUNTIME_DIR: home } });
  expect(ended).toMatchObject({ exitCode: 11, stderr: '' });
  expect(troubles(ended)).toEqual(['store problem']);
  expect(told(ended, 'store').hint).toMatch(/connect config set store file/);
  expect(await readdir(home)).toEqual([]);
});

test('a healthy practice portal: nothing is wrong; open files, another clock and a portal that is gone are', async () => {
  const practice = await startPractice();
  try {
    await signedIn(practice);
    const doctor = () => practice.connect(['doctor', '-o', 'json']);
    const healthy = await doctor();
    expect(healthy).toMatchObject({ exitCode: 0, stderr: '' });
    expect(troubles(healthy)).toEqual([]);
    expect(told(healthy, 'portal').detail).toBe(`${practice.portal()} answers: fund 095, environment sandbox.`);

    const state = path.join(practice.place, 'config', 'state');
    await chmod(state, 0o755);
    await chmod(path.join(state, 'credentials.enc'), 0o640);
    const open = await doctor();
    expect([open.exitCode, troubles(open)]).toEqual([11, ['permissions problem']]);
    expect(told(open, 'permissions').detail).toBe(
      `Other users of this computer can get at: ${state} (755), ${state}/credentials.enc (640)`,
    );
    await chmod(state, 0o700);
    await chmod(path.join(state, 'credentials.enc'), 0o600);

    await practice.connect(['sandbox', 'stop']);
    const gone = await doctor();
    expect([gone.exitCode, troubles(gone)]).toEqual([11, ['portal problem']]);
    expect(told(gone, 'session')).toMatchObject({ state: 'skipped' });
    expect(told(gone, 'session').detail).toMatch(/^anna\.muster until .*by what is stored here/);
  } finally {
    await practice.close();
  }
});

test('a portal whose clock is five minutes behind is told as that', async () => {
  const practice = await startPractice(['--fault', 'skew=-300:*:*']);
  try {
    await signedIn(practice);
    const skewed = await practice.connect(['doctor', '-o', 'json']);
    expect([skewed.exitCode, troubles(skewed)]).toEqual([11, ['clock problem']]);
    expect(told(skewed, 'clock').detail).toMatch(/^This computer’s clock is (?:299|300|301) seconds ahead/);
  } finally {
    await practice.close();
  }
});

/** `doctor` for a portal at an address, without a login. */
async function doctorAt(address: string, env: Readonly<Record<string, string>>): Promise<Ended> {
  const place = await emptyFolder();
  return binary(['doctor', '-o', 'json'], {
    env: { CONNECT_CONFIG_DIR: place, CONNECT_CREDENTIAL_STORE: 'file', CONNECT_PORTAL: address, ...env },
  });
}

test('a certificate is shown with its chain, issuer and end', async () => {
  const { port, caFile } = await tlsPortal('127.0.0.1');
  const good = await doctorAt(`https://127.0.0.1:${port}/ak095`, { NODE_EXTRA_CA_CERTS: caFile });
  expect([good.exitCode, troubles(good)]).toEqual([0, []]);
  expect(told(good, 'tls').detail).toMatch(
    /^127\.0\.0\.1 ← Practice Root; issued by Practice Root, valid until .*, 100 days left; TLSv1\.3$/,
  );
});

test('one that ends soon is a warning, one that has ended or comes from strangers a problem', async () => {
  const soon = await tlsPortal('127.0.0.1', { days: 13 });
  const ending = await doctorAt(`https://127.0.0.1:${soon.port}/ak095`, { NODE_EXTRA_CA_CERTS: soon.caFile });
  expect([ending.exitCode, troubles(ending)]).toEqual([0, ['tls warning']]);

  const past = await tlsPortal('127.0.0.1', { days: -3 });
  const ended = await doctorAt(`https://127.0.0.1:${past.port}/ak095`, { NODE_EXTRA_CA_CERTS: past.caFile });
  expect([ended.exitCode, troubles(ended)]).toEqual([11, ['portal problem', 'tls problem']]);
  expect(told(ended, 'tls').detail).toBe(`The certificate of 127.0.0.1:${past.port} is not trusted: CERT_HAS_EXPIRED`);

  const stranger = await doctorAt(`https://127.0.0.1:${soon.port}/ak095`, { NODE_TLS_REJECT_UNAUTHORIZED: '0' });
  expect(told(stranger, 'tls')).toMatchObject({ state: 'problem' });
});

test('the way through a proxy is told without its password, and the certificate is looked at through it', async () => {
  const { port, caFile } = await tlsPortal('portal.example');
  const proxy = await tunnelProxy();
  const env = { NODE_EXTRA_CA_CERTS: caFile, HTTPS_PROXY: `http://user:not-to-be-told@127.0.0.1:${proxy.port}` };
  const through = await doctorAt(`https://portal.example:${port}/ak095`, env);
  expect(through).toMatchObject({ exitCode: 0, stderr: '' });
  expect(troubles(through)).toEqual([]);
  expect(told(through, 'proxy').detail).toBe(`Reached through http://127.0.0.1:${proxy.port}, as HTTPS_PROXY says.`);
  expect(told(through, 'tls').detail).toMatch(/^portal\.example ← Practice Root/);
  expect(through.stdout).not.toContain('not-to-be-told');
  expect(proxy.tunnels).toEqual([`portal.example:${port}`, `portal.example:${port}`]);
});
