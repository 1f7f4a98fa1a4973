import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { globalOptions } from '../../src/commands/global-options.js';
import { createUser } from '../support/changes.js';
import { deviceSeed } from '../support/desk.js';
import { buildElm } from '../support/elm.js';
import type { Circumstances, Run } from '../support/desk.js';
import { answeredLate } from '../support/late-answers.js';
import { codeFromSms, invite } from '../support/logins.js';
import { openOffice, password } from '../support/office.js';
import type { Office } from '../support/office.js';
import { everyVerb } from '../support/verbs.js';

const canary = 'kanarienvogel im bergwerk';
const passphrase = 'kanarienvogel im käfig';

let office: Office;
let portal: string;
let said: string[];
beforeEach(async () => {
  office = await openOffice();
  portal = office.sandbox.portal();
  said = [];
});
afterEach(() => office.close());

/** Runs it as talkative as can be, and keeps what it says. */
async function run(line: string, exitCode: number, circumstances: Circumstances = {}): Promise<Run> {
  const ended = await office.run(`${line} --debug -v`, circumstances);
  said.push(ended.stdout, ended.stderr);
  expect(ended.exitCode, `${line}: ${ended.stderr}`).toBe(exitCode);
  return ended;
}

/** Everything that is half of a login, as it went over the wire: passwords, codes, seeds, tokens. */
function secretsOnTheWire(): readonly string[] {
  const found = office.sandbox.exchanges.flatMap(({ requestHeaders, requestBody, responseBody }) => {
    const bodies = [requestBody?.toString() ?? '', responseBody.toString('latin1')].join('\n');
    const members = /"(?:password|confirmPassword|code|activationCode|secret|accessToken|refreshToken)":"([^"]+)"/g;
    const sent = String(requestHeaders['authorization'] ?? '').replace(/^Bearer /, '');
    return [...[...bodies.matchAll(members)].map(([, value]) => value!), ...(sent === '' ? [] : [sent])];
  });
  return [...new Set(found)];
}

async function filesIn(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [path.relative(folder, file), await readFile(file, 'latin1')])),
  ) as Record<string, string>;
}

/** A short code could be part of a larger number. */
const contains = (text: string, secret: string): boolean =>
  secret.length > 6 ? text.includes(secret) : new RegExp(`\\b${secret}\\b`).test(text);

async function wholeLife(): Promise<void> {
  const file = path.join(office.desk.home, 'lohn.xml');
  await writeFile(file, buildElm({ version: '5.0', fund: '095', member: '10001.00' }));
  await office.signIn('anna.muster');
  const { activationCode } = await invite(office, 'kim.kanari', ['--administrator']);
  const login = `login ${portal} -u kim.kanari -p kim`;
  await run(`${login} --activation-code-stdin --password-stdin`, 0, {
    terminal: { stdin: true },
    stdin: `${activationCode}\n${canary}\n`,
    answers: [codeFromSms(office)],
  });
  const env = { CONNECT_PASSWORD: canary };
  const seed = () => {
    const started = office.sandbox.exchanges.filter(({ url }) => url.endsWith('/me/otp')).at(-1);
    return (JSON.parse(String(started?.responseBody)) as { secret: string }).secret;
  };
  await run('otp enrol -p kim', 0, {
    env,
    terminal: { stdin: true, stderr: true },
    answers: [answeredLate('Code that the app shows', () => office.sandbox.codeFor(seed()))],
  });
  await run('logout -p kim', 0);
  await run(login, 4, { env: { CONNECT_PASSWORD: `${canary}!`, CONNECT_TOTP_SECRET: seed() } });
  office.sandbox.faults('drop-after-commit=startLogin:1');
  await run(login, 6, { env: { ...env, CONNECT_TOTP_SECRET: seed() } });
  office.sandbox.clock.advance(60_000);
  await run(login, 0, { env: { ...env, CONNECT_TOTP_SECRET: seed() } });
  office.sandbox.clock.advance(10 * 60_000);
  await run('users list -p kim -o json', 0);
  await run('salary upload lohn.xml -c 10001.00 -p kim', 0);
  await run('users new --administrator --theme messages -p kim', 2, { env });
  const person = createUser.argv.slice(2).join(' ');
  office.sandbox.faults('drop-after-commit=createUser:*');
  await run(`users new ${person} -p kim`, 9, { stdin: `${canary}\n` });
  office.sandbox.faults();
  await run('status -p kim', 0);
  await run('logout -p kim', 0);
}

test.each(['keychain', 'file'])(
  'nothing secret is said or left in a file in a whole life of a login (%s)',
  async (store) => {
    Object.assign(office.desk.env, { CONNECT_CREDENTIAL_STORE: store, CONNECT_STORE_PASSPHRASE: passphrase });
    await wholeLife();
    const key = Buffer.from(deviceSeed);
    const secrets = [...secretsOnTheWire(), passphrase, key.toString('base64url'), key.toString('hex')];
    // The search is worth something only if there was something to find.
    for (const one of [canary, password, passphrase]) expect(secrets).toContain(one);
    expect(office.sandbox.exchanges.some(({ requestHeaders }) => 'signature' in requestHeaders)).toBe(true);
    expect(secrets.filter((one) => one.startsWith('at_')).length).toBeGreaterThan(3);
    expect(secrets.filter((one) => one.startsWith('rt_')).length).toBeGreaterThan(3);
    const talk = said.join('\n');
    expect(talk).toContain('/ak095/api/v1/login/password → 401');
    expect(talk).toContain('    at ');
    expect(secrets.filter((secret) => contains(talk, secret))).toEqual([]);
    expect(talk).not.toMatch(/\b[ar]t_[\w-]{8}/);

    const files = await filesIn(office.desk.home);
    const names = Object.keys(files).map((name) => name.replace(/[\da-f]{32,64}/, 'digest'));
    expect(names.sort()).toEqual([
      '.config/connect/config.toml',
      ...(store === 'file' ? ['.local/state/connect/credentials.enc'] : []),
      '.local/state/connect/intents/digest.json',
      '.local/state/connect/receipts/2025.jsonl',
      '.local/state/connect/receipts/heads.json',
      ...(store === 'file' ? ['.local/state/connect/renewals/digest/value'] : []),
      'lohn.xml',
    ]);
    const shared = await filesIn(office.desk.locks);
    expect(Object.keys(shared)).toEqual([expect.stringMatching(/^[\da-f]{32}\.steps$/)]);
    const told = Object.entries({ ...files, ...shared }).flatMap(([name, text]) =>
      secrets.filter((secret) => contains(text, secret)).map((secret) => `${name}: ${secret}`),
    );
    expect(told).toEqual([]);
  },
);

const refused = [
  'login --password',
  'login --otp',
  'login --code',
  'login --totp-secret',
  'login --activation-code',
  'login --passphrase',
  'login --token',
  'users new --password',
  'otp enrol --password',
  'otp enrol --code',
  'status --token',
] as const;

test.each(refused)('%s VALUE is not an option', async (line) => {
  const option = line.split(' ').at(-1)!;
  expect(await office.run([...line.split(' '), 'kanarienvogel'])).toEqual({
    exitCode: 2,
    stdout: '',
    stderr: expect.stringMatching(
      new RegExp(
        `^Error: There is no option “${option}” here\\.\\n(Did you mean: .*\\?\\n)?Hint: Put --help behind the command to see its options\\.\\n$`,
      ),
    ) as string,
  });
});

test('a secret that somebody writes behind an option all the same is not repeated', async () => {
  for (const line of ['login --password', 'login --password-stdin', 'users list --token']) {
    const { exitCode, stderr } = await office.run(`${line}=kanarienvogel`);
    expect({ exitCode, stderr }, line).toMatchObject({
      exitCode: 2,
      stderr: expect.not.stringContaining('kanari') as string,
    });
  }
});

test('no option of any verb takes a secret as its value', async () => {
  const verbs = await everyVerb();
  const options = [...verbs.flatMap(({ verb }) => Object.values(verb.options)), ...Object.values(globalOptions)];
  const flags = options.map((option) => option.flags).filter((one) => one.includes('<') || one.includes('['));
  expect(flags.length).toBeGreaterThan(30);
  const secret = /pass(word|phrase)|otp|secret|seed|token|credential|\bpin\b|code/;
  expect(flags.filter((one) => secret.test(one) && !/^--(?:new-)?password-file </.test(one))).toEqual([]);
});

test('a password that stands in a file is read from its first line and named nowhere', async () => {
  const file = path.join(office.desk.home, 'password');
  await writeFile(file, `${canary}\nsecond line\n`);
  const ended = await office.run(`login ${portal} -u anna.muster --password-file ${file} --otp-stdin --debug`, {
    stdin: '123456\n',
  });
  expect(ended.exitCode).toBe(4);
  expect(secretsOnTheWire()).toEqual([canary]);
  expect(ended.stdout + ended.stderr).not.toContain('kanari');
});
