import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ConnectError } from '../../src/errors.js';
import type { ErrorCode } from '../../src/errors.js';
import { encryptedFileStore } from '../../src/platform/encrypted-file.js';
import { Sealer } from '../../src/platform/sealed-document.js';
import { Secret } from '../../src/secret.js';
import { MemoryKeychain } from '../support/desk.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { piped } from '../support/printed.js';

const passphrase = 'four words that rhyme';
const inEnv = { CONNECT_STORE_PASSPHRASE: passphrase };

let office: Office;
let entries: Map<string, string>;
let all: Readonly<Record<string, string>>;
beforeEach(async () => {
  office = await openOffice();
  entries = office.desk.keychain.entries;
  await office.signIn('anna.muster');
  await office.signIn('luca.bianchi', { profile: 'luca' });
  // As `otp enrol --store-seed` keeps it.
  entries.set(`${office.sandbox.portal()} luca.bianchi otp`, 'JBSWY3DPEHPK3PXP');
  all = Object.fromEntries(entries);
  expect(Object.keys(all)).toHaveLength(3);
});
afterEach(() => office.close());

const file = () => path.join(office.desk.home, '.local/state/connect/credentials.enc');
const content = () => readFile(file(), 'utf8').catch(() => undefined);
const config = () => readFile(path.join(office.desk.home, '.config/connect/config.toml'), 'utf8');
const storeInConfig = async () => /^store = "(\w+)"$/m.exec(await config())?.[1] ?? 'keychain';

/** What the file holds of the accounts that there are. */
async function filed(secret = passphrase): Promise<Readonly<Record<string, string>>> {
  const store = encryptedFileStore(file(), () => Promise.resolve(new Secret(secret)));
  const found = await Promise.all(
    Object.keys(all).map(async (account) => [account, (await store.get(account))?.reveal()] as const),
  );
  return Object.fromEntries(found.filter((entry): entry is readonly [string, string] => entry[1] !== undefined));
}

/** A file that is quick to open: a sealing keeps the costs of the one before it. */
async function cheapFile(): Promise<void> {
  const before = {
    ...{ format: 'connect-credentials', version: 1, check: '', data: '' },
    kdf: { name: 'scrypt', N: 16, r: 1, p: 1, salt: Buffer.alloc(16, 7).toString('base64') },
    cipher: { name: 'aes-256-gcm', iv: '', tag: '' },
  };
  const sealed = await new Sealer(new Secret(passphrase)).seal('{}', JSON.stringify(before));
  await mkdir(path.dirname(file()), { recursive: true, mode: 0o700 });
  await writeFile(file(), sealed, { mode: 0o600 });
}

const set = (value: string) =>
  piped([
    ['key', 'store'],
    ['value', value],
    ['file', path.join(office.desk.home, '.config/connect/config.toml')],
  ]);
const toFile = '3 entries have moved: keychain of the operating system → encrypted file.\n';
const toKeychain = '3 entries have moved: encrypted file → keychain of the operating system.\n';

test('sessions and seeds of all logins move to the file, whose new passphrase is asked for twice, and back', async () => {
  const there = await office.run('config set store file', {
    terminal: { stdin: true },
    answers: [
      ['Passphrase of the encrypted credential file', passphrase],
      ['The same passphrase, once more', passphrase],
    ],
  });
  expect(there).toEqual({ exitCode: 0, stdout: set('file'), stderr: toFile });
  expect([...entries]).toEqual([]);
  expect(await filed()).toEqual(all);
  expect((await stat(file())).mode & 0o777).toBe(0o600);
  expect(await office.run('status -p luca -q --fields signedIn,store', { env: inEnv })).toMatchObject({
    ...{ exitCode: 0, stdout: 'signedIn\ttrue\nstore\tfile\n' },
  });

  const back = await office.run('config set store keychain', { env: inEnv });
  expect(back).toEqual({ exitCode: 0, stdout: set('keychain'), stderr: toKeychain });
  expect(Object.fromEntries(entries)).toEqual(all);
  expect(await filed()).toEqual({});
  expect(await office.run('status -q --fields signedIn,store')).toMatchObject({
    ...{ exitCode: 0, stdout: 'signedIn\ttrue\nstore\tkeychain\n' },
  });
});

test('programs learn how many entries have moved', async () => {
  await cheapFile();
  const { stdout } = await office.run('config set store file -o json -q', { env: inEnv });
  expect(JSON.parse(stdout)).toMatchObject({ key: 'store', value: 'file', moved: 3 });
});

async function nothingChanged(): Promise<void> {
  expect(Object.fromEntries(entries)).toEqual(all);
  expect(await storeInConfig()).toBe('keychain');
}

test('a passphrase that is wrong, mistyped or missing changes nothing', async () => {
  const mistyped = await office.run('config set store file', {
    terminal: { stdin: true },
    answers: [
      ['Passphrase of the encrypted credential file', passphrase],
      ['The same passphrase, once more', `${passphrase}s`],
    ],
  });
  expect(mistyped).toMatchObject({ exitCode: 2, stdout: '' });
  const empty = await office.run('config set store file', {
    terminal: { stdin: true },
    answers: [['Passphrase of the encrypted credential file', '']],
  });
  expect(empty).toEqual({
    exitCode: 2,
    stdout: '',
    stderr:
      'Error: An empty passphrase protects nothing.\nHint: Nothing was changed. Choose a passphrase of several words.\n',
  });
  expect(await office.run('config set store file')).toMatchObject({ exitCode: 2, stdout: '' });
  expect(await content()).toBeUndefined();
  await cheapFile();
  const before = await content();
  expect(await office.run('config set store file', { env: { CONNECT_STORE_PASSPHRASE: 'wrong' } })).toEqual({
    exitCode: 4,
    stdout: '',
    stderr:
      'Error: The passphrase of the encrypted credential file is wrong.\n' +
      'Hint: The file is unharmed. Check CONNECT_STORE_PASSPHRASE[_FILE].\n',
  });
  expect(await content()).toBe(before);
  await nothingChanged();
});

/** The keychain answers some more calls and then fails, until it is mended. */
function failAfter(calls: number, code: ErrorCode): () => void {
  const { keychain } = office.desk;
  const whole = new MemoryKeychain();
  Object.assign(whole, { entries });
  let left = calls;
  const failing = <Result>(call: () => Promise<Result>): Promise<Result> =>
    (left -= 1) < 0 ? Promise.reject(new ConnectError(code, { reason: 'killed' })) : call();
  keychain.get = (account) => failing(() => whole.get(account));
  keychain.set = (account, secret) => failing(() => whole.set(account, secret));
  keychain.delete = (account) => failing(() => whole.delete(account));
  return () => (left = Infinity);
}

test('an old store that can’t be opened: nothing changes, and --leave is the way out', async () => {
  const mend = failAfter(0, 'store-locked');
  expect(await office.run('config set store file', { env: inEnv })).toEqual({
    exitCode: 4,
    stdout: '',
    stderr:
      'Error: Nothing was changed: the credentials can’t be taken out of the old store (keychain of the operating system). The keychain is locked.\n' +
      'Hint: Mend that, or change without them and log in again: connect config set store file --leave\n',
  });
  await nothingChanged();
  expect(await content()).toBeUndefined();
  expect(await office.run('config set store file --leave')).toEqual({ exitCode: 0, stdout: set('file'), stderr: '' });
  mend();
  expect(Object.fromEntries(entries)).toEqual(all);
  expect(await storeInConfig()).toBe('file');
});

test('a new store that can’t be opened: nothing changes', async () => {
  await cheapFile();
  expect(await office.run('config set store file -q', { env: inEnv })).toMatchObject({ exitCode: 0 });
  const before = await content();
  failAfter(0, 'store-locked');
  expect(await office.run('config set store keychain', { env: inEnv })).toEqual({
    exitCode: 4,
    stdout: '',
    stderr: 'Error: The keychain is locked.\nHint: Unlock it and try again. Nothing was saved.\n',
  });
  expect(await content()).toBe(before);
  expect(await storeInConfig()).toBe('file');
});

test.each(['file', 'keychain'])(
  'a move to the %s that breaks off anywhere loses nothing, and can be repeated',
  async (to) => {
    await cheapFile();
    if (to === 'keychain') await office.run('config set store file -q', { env: inEnv });
    const exitCodes = new Set<number>();
    for (let calls = 0; ; calls += 1) {
      const mend = failAfter(calls, 'store-lost');
      const { exitCode } = await office.run(`config set store ${to} -q`, { env: inEnv });
      mend();
      exitCodes.add(exitCode);
      const inUse = (await storeInConfig()) === 'file' ? await filed() : Object.fromEntries(entries);
      expect(inUse, `after ${calls} calls`).toEqual(all);
      if (exitCode === 0) break;
      // What was put into use without the old store being emptied is put back, to break off the next time a little later.
      if ((await storeInConfig()) === to) {
        const other = to === 'file' ? 'keychain' : 'file';
        expect(await office.run(`config set store ${other} -q`, { env: inEnv })).toMatchObject({ exitCode: 0 });
      }
      expect(calls).toBeLessThan(40);
    }
    expect([...exitCodes]).toEqual([4, 0]);
    expect(to === 'file' ? [...entries] : await filed()).toEqual(to === 'file' ? [] : {});
  },
);

test('what can’t be removed from the old store is told, and the new one is in use', async () => {
  await cheapFile();
  const { keychain } = office.desk;
  keychain.delete = () => Promise.reject(new ConnectError('store-locked'));
  expect(await office.run('config set store file', { env: inEnv })).toEqual({
    exitCode: 4,
    stdout: set('file'),
    stderr:
      `${toFile}The new store is in use, but not everything could be removed from the old one ` +
      '(keychain of the operating system): The keychain is locked.\n',
  });
  expect(await filed()).toEqual(all);
  expect(await storeInConfig()).toBe('file');
});

test('a variable that decides over the setting is named', async () => {
  await cheapFile();
  const env = { ...inEnv, CONNECT_CREDENTIAL_STORE: 'keychain' };
  const { stderr } = await office.run('config set store file', { env });
  expect(stderr).toBe(`${toFile}CONNECT_CREDENTIAL_STORE=keychain decides over this setting until it is removed.\n`);
});

test('the file is encrypted anew under another passphrase, which is asked for after the old one', async () => {
  await cheapFile();
  await office.run('config set store file -q', { env: inEnv });
  const next = 'quite another sentence';
  const resealed = await office.run('config set store file --new-passphrase', {
    terminal: { stdin: true },
    answers: [
      ['Passphrase of the encrypted credential file', passphrase],
      ['New passphrase of the encrypted credential file', next],
      ['The same passphrase, once more', next],
    ],
  });
  expect(resealed).toEqual({ exitCode: 0, stdout: set('file'), stderr: 'The file was encrypted anew.\n' });
  expect(await filed(next)).toEqual(all);
  await expect(filed()).rejects.toMatchObject({ code: 'store-passphrase-wrong' });
  const again = { CONNECT_STORE_PASSPHRASE: next, CONNECT_STORE_NEW_PASSPHRASE: passphrase };
  expect(await office.run('config set store file -q', { env: again })).toMatchObject({ exitCode: 0 });
  expect(await filed()).toEqual(all);
});

test('a wrong old passphrase, or a new one that was mistyped, leaves the file as it is', async () => {
  await cheapFile();
  await office.run('config set store file -q', { env: inEnv });
  const before = await content();
  const wrong = { CONNECT_STORE_PASSPHRASE: 'wrong', CONNECT_STORE_NEW_PASSPHRASE: 'new' };
  expect(await office.run('config set store file', { env: wrong })).toMatchObject({ exitCode: 4, stdout: '' });
  const mistyped = await office.run('config set store file --new-passphrase', {
    ...{ env: inEnv, terminal: { stdin: true } },
    answers: [
      ['New passphrase of the encrypted credential file', 'one sentence'],
      ['The same passphrase, once more', 'another sentence'],
    ],
  });
  expect(mistyped).toMatchObject({ exitCode: 2, stdout: '' });
  expect(await content()).toBe(before);
});

test('a file of lower costs gets today’s under the same passphrase, and one of today’s is left alone', async () => {
  await cheapFile();
  await office.run('config set store file -q', { env: inEnv });
  const resealed = await office.run('config set store file', { env: inEnv });
  expect(resealed).toEqual({ exitCode: 0, stdout: set('file'), stderr: 'The file was encrypted anew.\n' });
  const after = await content();
  expect(JSON.parse(after ?? '')).toMatchObject({ version: 1, kdf: { N: 32_768, r: 8, p: 3 } });
  expect(await filed()).toEqual(all);
  expect(await office.run('config set store file')).toEqual({ exitCode: 0, stdout: set('file'), stderr: '' });
  expect(await content()).toBe(after);
});

test.each([
  ['config set lang de --leave', '--leave, lang'],
  ['config set store keychain --new-passphrase', '--new-passphrase, keychain → keychain'],
])('%s is refused', async (line, options) => {
  const { exitCode, stderr } = await office.run(line);
  expect({ exitCode, error: stderr.split('\n')[0] }).toEqual({
    exitCode: 2,
    error: `Error: These don’t go together: ${options}`,
  });
});
