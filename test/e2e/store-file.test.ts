import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answered, shownLogin, shownLogout, shownSignedOut } from '../support/logins.js';
import { openOffice, password } from '../support/office.js';
import type { Office } from '../support/office.js';

const passphrase = 'four words that rhyme';

let office: Office;
let portal: string;
beforeEach(async () => {
  office = await openOffice();
  portal = office.sandbox.portal();
  office.desk.env['CONNECT_CREDENTIAL_STORE'] = 'file';
});
afterEach(() => office.close());

const file = () => path.join(office.desk.home, '.local/state/connect/credentials.enc');
const content = () => readFile(file(), 'utf8');
const inEnv = { CONNECT_STORE_PASSPHRASE: passphrase };
const shown = () => shownLogin(portal, { store: 'file' });

/** Logs in with the passphrase in a variable, which stays. */
async function signIn(): Promise<void> {
  Object.assign(office.desk.env, inEnv);
  await office.signIn('anna.muster');
}

test('keeps the session in a file that nobody else may read and that says nothing', async () => {
  await signIn();
  expect((await stat(file())).mode & 0o777).toBe(0o600);
  expect((await stat(path.dirname(file()))).mode & 0o777).toBe(0o700);
  expect(office.desk.keychain.entries.size).toBe(0);
  const text = await content();
  const { data, ...header } = JSON.parse(text) as { data: string; kdf: object; cipher: object };
  expect(header).toMatchObject({ kdf: { name: 'scrypt', N: 32768, r: 8, p: 3 }, cipher: { name: 'aes-256-gcm' } });
  const readable = text + Buffer.from(data, 'base64').toString('latin1');
  for (const secret of ['at_', 'rt_', 'anna', 'ak095', 'accessToken', passphrase]) {
    expect(readable).not.toContain(secret);
  }
});

test('serves status, renewal and logout as the keychain does', async () => {
  await signIn();
  expect(await office.run('status')).toEqual({ exitCode: 0, stdout: shown(), stderr: '' });
  office.sandbox.clock.advance(10 * 60_000);
  const before = office.sandbox.exchanges.length;
  expect(await office.run('status')).toEqual({ exitCode: 0, stdout: shown(), stderr: '' });
  expect(answered(office.sandbox, before)).toEqual(['POST /session/refresh 200', 'GET /session 200']);
  expect(await office.run('logout')).toEqual({ exitCode: 0, stdout: shownLogout(portal), stderr: '' });
  expect(await office.run('status')).toEqual({
    exitCode: 4,
    stdout: shownSignedOut(portal, { store: 'file' }),
    stderr: 'Nobody is signed in.\nHint: connect login\n',
  });
});

test('leaves nothing behind when it has renewed the session but the file and the key under which it did', async () => {
  await signIn();
  office.sandbox.clock.advance(10 * 60_000);
  expect((await office.run('status')).exitCode).toBe(0);
  // A lock that stayed would hold up the next command until it is stale.
  const folder = path.dirname(file());
  expect((await readdir(folder)).sort()).toEqual(['credentials.enc', 'renewals']);
  expect(await readdir(path.join(folder, 'renewals'))).toHaveLength(1);
});

test('keeps several logins in one file', async () => {
  await signIn();
  await office.signIn('luca.bianchi', { profile: 'luca' });
  await office.run('logout');
  expect(await office.run('status -p luca')).toEqual({
    exitCode: 0,
    stdout: shownLogin(portal, { profile: 'luca', userName: 'luca.bianchi', store: 'file' }),
    stderr: '',
  });
});

test('can be chosen in the configuration, with the passphrase in a file', async () => {
  delete office.desk.env['CONNECT_CREDENTIAL_STORE'];
  expect((await office.run('config set store file')).exitCode).toBe(0);
  const passphraseFile = path.join(office.desk.home, 'passphrase');
  await writeFile(passphraseFile, `${passphrase}\n`);
  office.desk.env['CONNECT_STORE_PASSPHRASE_FILE'] = passphraseFile;
  await office.signIn('anna.muster');
  expect(await office.run('status')).toEqual({ exitCode: 0, stdout: shown(), stderr: '' });
  expect(office.desk.keychain.entries.size).toBe(0);
});

const asked = (answer: string) => ['Passphrase of the encrypted credential file', answer] as const;
const askedAgain = (answer: string) => ['The same passphrase, once more', answer] as const;
const atTerminal = { terminal: { stdin: true } };

test('asks before anything else for the passphrase, for a new one twice and then once', async () => {
  const login = await office.run(`login ${portal} -u anna.muster`, {
    ...atTerminal,
    answers: [
      asked(passphrase),
      askedAgain(passphrase),
      ['Password of anna.muster', password],
      ['Code of the authenticator app', office.sandbox.totp('anna.muster')],
    ],
  });
  expect(login).toEqual({ exitCode: 0, stdout: shown(), stderr: '' });
  const status = await office.run('status', { ...atTerminal, answers: [asked(passphrase)] });
  expect(status).toEqual({ exitCode: 0, stdout: shown(), stderr: '' });
  office.sandbox.clock.advance(12 * 3_600_000);
  const again = await office.run('login', {
    ...atTerminal,
    answers: [
      asked(passphrase),
      ['Password of anna.muster', password],
      ['Code of the authenticator app', office.sandbox.totp('anna.muster')],
    ],
  });
  expect(again).toMatchObject({ exitCode: 0, stderr: '' });
});

test('makes no file and sends nothing if the new passphrase was mistyped once', async () => {
  const ended = await office.run(`login ${portal} -u anna.muster`, {
    ...atTerminal,
    answers: [asked(passphrase), askedAgain(`${passphrase}s`)],
  });
  expect(ended).toEqual({
    exitCode: 2,
    stdout: '',
    stderr: 'Error: The two passwords are not the same.\nHint: Nothing was changed. Try again.\n',
  });
  await expect(content()).rejects.toThrow('ENOENT');
  expect(office.sandbox.exchanges).toEqual([]);
});

test('asks nobody for a new passphrase that was given beforehand', async () => {
  const passphraseFile = path.join(office.desk.home, 'passphrase');
  await writeFile(passphraseFile, `${passphrase}\n`);
  const given = [inEnv, { CONNECT_STORE_PASSPHRASE_FILE: passphraseFile }];
  for (const [index, env] of given.entries()) {
    const ended = await office.run(`login ${portal} -u anna.muster`, {
      ...atTerminal,
      env: { ...env, CONNECT_CONFIG_DIR: path.join(office.desk.home, String(index)) },
      answers: [
        ['Password of anna.muster', password],
        ['Code of the authenticator app', office.sandbox.totp('anna.muster')],
      ],
    });
    expect(ended, Object.keys(env)[0]).toMatchObject({ exitCode: 0, stderr: '' });
  }
});

test('asks for no passphrase where there is no file yet and nothing to keep', async () => {
  const env = { CONNECT_PORTAL: portal, CONNECT_USERNAME: 'anna.muster' };
  expect(await office.run('status', { ...atTerminal, env })).toEqual({
    exitCode: 4,
    stdout: shownSignedOut(portal, { profile: '', store: 'file' }),
    stderr: 'Nobody is signed in.\nHint: connect login\n',
  });
  await expect(content()).rejects.toThrow('ENOENT');
});

test('says what is missing where nobody can be asked for the passphrase', async () => {
  const line = `login ${portal} -u anna.muster --password-stdin --otp-stdin`;
  expect(await office.run(line, { stdin: `${password}\n123456\n` })).toEqual({
    exitCode: 2,
    stdout: '',
    stderr:
      'Error: There is nobody to ask: stdin is not a terminal, or --no-input was given.\n' +
      'Hint: Give the answer beforehand: CONNECT_STORE_PASSPHRASE\n',
  });
  const empty = path.join(office.desk.home, 'empty');
  await writeFile(empty, '\n');
  const fromFile = await office.run(line, { env: { CONNECT_STORE_PASSPHRASE_FILE: empty }, stdin: `${password}\n` });
  expect(fromFile).toEqual({
    exitCode: 2,
    stdout: '',
    stderr: `Error: No secret can be read from ${empty}: empty\nHint: The secret must be the file’s first line.\n`,
  });
  expect(office.sandbox.exchanges).toEqual([]);
});

test('tells a wrong passphrase from a damaged file, changes nothing and sends nothing', async () => {
  await signIn();
  const [text, before] = [await content(), office.sandbox.exchanges.length];
  const wrong = {
    exitCode: 4,
    stdout: '',
    stderr:
      'Error: The passphrase of the encrypted credential file is wrong.\n' +
      'Hint: The file is unharmed. Check CONNECT_STORE_PASSPHRASE[_FILE].\n',
  };
  const env = { CONNECT_STORE_PASSPHRASE: `${passphrase} ` };
  expect(await office.run('users list', { env })).toEqual(wrong);
  expect(await office.run('status --fields signedIn,store,storeState', { env })).toEqual({
    exitCode: 4,
    stdout: 'signedIn\tfalse\nstore\tfile\nstoreState\tpassphrase-wrong\n',
    stderr: wrong.stderr.replace('Error: ', ''),
  });
  expect(await office.run('login --password-stdin', { env, stdin: `${password}\n` })).toEqual(wrong);
  expect(await content()).toBe(text);
  expect(answered(office.sandbox, before)).toEqual([]);
  expect(await office.run('status')).toMatchObject({ exitCode: 0 });
});

type Sealed = Readonly<Record<'cipher' | 'kdf', object>> & { readonly data: string; readonly cipher: { tag: string } };
const edited = (change: (sealed: Sealed) => object) => (text: string) => {
  const sealed = JSON.parse(text) as Sealed;
  return JSON.stringify({ ...sealed, ...change(sealed) });
};
const otherFirst = (base64: string) => (base64.startsWith('A') ? 'B' : 'A') + base64.slice(1);

const damages: readonly (readonly [how: string, damage: (text: string) => string])[] = [
  ['cut off', (text) => text.slice(0, text.length / 2)],
  ['empty', () => ''],
  ['something else', () => '{"format":"connect-credentials","version":2}'],
  ['another byte in the data', edited(({ data }) => ({ data: otherFirst(data) }))],
  ['another seal', edited(({ cipher }) => ({ cipher: { ...cipher, tag: otherFirst(cipher.tag) } }))],
  ['wants all of the memory', edited(({ kdf }) => ({ kdf: { ...kdf, N: 2 ** 24 } }))],
];

test('is taken for damaged, and left as it is, whatever happened to it', async () => {
  await signIn();
  const whole = await content();
  for (const [how, damage] of damages) {
    await writeFile(file(), damage(whole));
    expect(await office.run('users list'), how).toEqual({
      exitCode: 4,
      stdout: '',
      stderr:
        'Error: The encrypted credential file is damaged.\n' +
        'Hint: Restore it from a backup, or remove it and log in again. connect config path shows where it is.\n',
    });
    const status = await office.run('status --fields storeState');
    expect(status, how).toMatchObject({ exitCode: 4, stdout: 'storeState\tdamaged\n' });
    const login = await office.run('login --password-stdin', { stdin: `${password}\n` });
    expect(login, how).toMatchObject({ exitCode: 4, stdout: '' });
    expect(await content(), how).toBe(damage(whole));
  }
});
