import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { request } from 'node:https';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { encryptedFileStore } from '../../src/platform/encrypted-file.js';
import { Secret } from '../../src/secret.js';
import { fromSecret } from '../../src/session/stored-session.js';
import { startPractice } from '../support/practice.js';
import type { Practice } from '../support/practice.js';
import { itWhere } from '../support/tools.js';
import { watched } from '../support/watched.js';
import type { Line, Seen } from '../support/watched.js';

let practice: Practice;
let env: Record<string, string>;
let seen: Seen[];
beforeAll(async () => {
  practice = await startPractice(['--tls']);
  const [home, temp] = [path.join(practice.place, 'home'), path.join(practice.place, 'temp')];
  await Promise.all([mkdir(home), mkdir(temp)]);
  const SSL_CERT_FILE = path.join(practice.place, 'portal', 'tls', 'ca.pem');
  env = {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    TMPDIR: temp,
    CONNECT_LANG: 'en',
    SSL_CERT_FILE,
    ...practice.env,
  };
  seen = [];
});
afterAll(() => practice.close());

const first = 'kanarienvogel im bergwerk';
const second = 'kanarienvogel im november';
const ritas = 'kanarienvogel auf dem berg';

/** As talkative as can be. */
async function run(line: string, exitCode: number, lines: readonly Line[] = [], more: Record<string, string> = {}) {
  const one = await watched([...line.split(' '), '--debug', '-v'], { ...env, ...more }, lines);
  expect(one.exitCode, `${line}: ${one.stderr}`).toBe(exitCode);
  seen.push(one);
  return one;
}

interface Item {
  readonly to: string;
  readonly client: string | null;
  readonly code: string;
}

const outbox = async (kind: string): Promise<readonly Item[]> =>
  JSON.parse((await practice.connect(['sandbox', 'outbox', '--kind', kind, '-o', 'json'])).stdout) as Item[];
const codeIn = async (kind: string, fits: (item: Item) => boolean): Promise<string> =>
  (await outbox(kind)).findLast(fits)?.code ?? '';

/** The code of an SMS that is not there yet. */
async function nextSms(): Promise<Line> {
  const before = (await outbox('sms')).length;
  return async () => {
    let messages = await outbox('sms');
    while (messages.length <= before) messages = await outbox('sms');
    const code = messages.at(-1)?.code ?? '';
    codes.push(code);
    return code;
  };
}
const codes: string[] = [];

/** By the portal's clock: the access tokens run out, and are renewed. */
async function waitAnHour(): Promise<string> {
  const file = path.join(practice.place, 'portal', 'control.json');
  const { origin, controlToken } = JSON.parse(await readFile(file, 'utf8')) as { origin: string; controlToken: string };
  const headers = { authorization: `Bearer ${controlToken}`, 'content-type': 'application/json' };
  const ca = await readFile(env['SSL_CERT_FILE'] ?? '');
  const asking = request(`${origin}/_sandbox/clock`, { method: 'PUT', headers, ca });
  asking.end(JSON.stringify({ now: new Date(Date.now() + 3_600_000).toISOString() }));
  const [answer] = (await once(asking, 'response')) as [IncomingMessage];
  expect(answer.statusCode).toBeLessThan(300);
  answer.resume();
  return controlToken;
}

/** The key that a login signs with, as the store keeps it. */
async function keyOf(userName: string): Promise<string> {
  const passphrase = await readFile(path.join(practice.place, 'passphrase'), 'utf8');
  const file = path.join(practice.place, 'config', 'state', 'credentials.enc');
  const store = encryptedFileStore(file, () => Promise.resolve(new Secret(passphrase.trim())));
  const kept = await store.get(`${practice.portal()} ${userName}`);
  return kept === undefined ? '' : (fromSecret(kept)?.deviceKey?.reveal() ?? '');
}

async function wholeLife(): Promise<readonly string[]> {
  const portal = practice.portal();
  const anna = await practice.secretsOf('anna.muster');
  await run(`login ${portal} -u anna.muster -p anna`, 0, [], anna);
  const mia = '--email mia@muster.example --first-name Mia --last-name Gerber --language de --mobile +41791234599';
  await run(`users new ${mia} --theme messages -c 10001.00 -p anna`, 0, [], anna);
  const activation = await codeIn('email', ({ to }) => to === 'mia@muster.example');
  const login = `login ${portal} -u mia@muster.example -p mia`;
  const lines = [activation, first, await nextSms()];
  await run(`${login} --activation-code-stdin --password-stdin --otp-stdin`, 0, lines);
  await run('otp enrol --store-seed --yes --password-stdin -p mia', 0, [first]);
  await run('password change --password-stdin --new-password-stdin -p mia', 0, [first, second]);
  await run('logout -p mia', 0);
  await run(`${login} --method sms --password-stdin --otp-stdin`, 0, [second, await nextSms()]);
  const controlToken = await waitAnHour();
  const renewed = await run('messages list -p mia', 0);
  expect(renewed.stderr).toContain('/session/refresh → 200');
  await writeFile(path.join(practice.place, 'lohn.xml'), await readFile('examples/lohn-2025.xml', 'utf8'));
  await run(`salary upload ${path.join(practice.place, 'lohn.xml')} -c 10001.00 --yes -p anna`, 0);
  const deviceKey = await keyOf('anna.muster');
  const certificate = path.join(practice.place, 'portal', 'tls', 'anna.muster.p12');
  const passphraseFile = path.join(practice.place, 'portal', 'tls', 'passphrase');
  await run(`login ${portal} --certificate ${certificate} -p certified`, 0, [], {
    CONNECT_CLIENT_KEY_PASSPHRASE_FILE: passphraseFile,
  });
  await run('logout -p certified', 0);
  await run('logout -p mia', 0);
  await run('logout -p anna', 4);
  const access = await codeIn('letter', ({ client }) => client === '20002.00');
  const rita = '--first-name Rita --last-name Sonderegger --email rita@sonnenberg.example';
  await run(`register ${portal} ${rita} --access-code-stdin`, 10, [access]);
  const mailed = await codeIn('email', ({ to }) => to === 'rita@sonnenberg.example');
  const factor = '--activation-code-stdin --password-stdin --mobile +41791234588 --otp-stdin';
  await run(`register ${portal} ${factor}`, 0, [mailed, ritas, await nextSms()]);
  const passwords = await Promise.all(Object.values(anna).map((file) => readFile(file, 'utf8')));
  const passphrases = [passphraseFile, path.join(practice.place, 'passphrase')].map((file) => readFile(file, 'utf8'));
  return [
    first,
    second,
    ritas,
    activation,
    access,
    mailed,
    controlToken,
    deviceKey,
    ...passwords,
    ...(await Promise.all(passphrases)),
  ]
    .map((secret) => secret.trim())
    .concat(codes);
}

/** Where the program may write; what the portal and the test keep for themselves lies beside. */
async function filesOfOurs(): Promise<Readonly<Record<string, string>>> {
  const folders = ['config', 'home', 'temp'].map((name) => path.join(practice.place, name));
  const entries = (
    await Promise.all(folders.map((folder) => readdir(folder, { recursive: true, withFileTypes: true })))
  ).flat();
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const contents = await Promise.all(files.map(async (file) => [file, await readFile(file, 'latin1')] as const));
  return Object.fromEntries(contents);
}

itWhere(
  existsSync('/proc/self'),
  '/proc',
  'no secret is shown anywhere in a whole life: all ways in, changes, files, processes',
  async () => {
    const secrets = await wholeLife();
    // The search is worth something only if there was something to find.
    expect(secrets.every((secret) => secret.length >= 6)).toBe(true);
    expect(secrets.length).toBeGreaterThan(12);
    const shown: Record<string, string> = { ...(await filesOfOurs()) };
    for (const [index, { stdout, stderr, processes }] of seen.entries()) {
      shown[`${index} stdout`] = stdout;
      shown[`${index} stderr`] = stderr;
      shown[`${index} processes`] = [...processes].join('\n');
      expect(shown[`${index} processes`]).toContain('bin/connect.js');
      expect(shown[`${index} processes`]).toContain('CONNECT_CREDENTIAL_STORE=file');
    }
    expect(Object.keys(shown).some((name) => name.endsWith('credentials.enc'))).toBe(true);
    const holds = (content: string, secret: string): boolean =>
      secret.length > 8 ? content.includes(secret) : new RegExp(`(?<![\\w.-])${secret}(?![\\w.-])`).test(content);
    const found = Object.entries(shown).flatMap(([place, content]) => [
      ...secrets.filter((secret) => holds(content, secret)).map((secret) => `${place}: ${secret}`),
      ...(/\b[ar]t_[\w-]{16}/.exec(content) ?? []).map((token) => `${place}: ${token}`),
    ]);
    expect(found).toEqual([]);
  },
);
