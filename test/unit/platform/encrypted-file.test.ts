import { chmod, mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { credentialStore } from '../../../src/platform/credential-store.js';
import { encryptedFileStore } from '../../../src/platform/encrypted-file.js';
import type { CredentialStore, Keychain } from '../../../src/platform/ports.js';
import { Sealer } from '../../../src/platform/sealed-document.js';
import { Secret } from '../../../src/secret.js';
import { emptyFolder } from '../../support/folder.js';

const passphrase = 'correct horse battery staple';
const open = (file: string, words = passphrase): CredentialStore =>
  encryptedFileStore(file, () => Promise.resolve(new Secret(words)));

/** A store that exists and holds nothing; its costs are small, so that a test may derive keys many times. */
async function cheapFile(): Promise<string> {
  const file = path.join(await emptyFolder(), 'state', 'credentials.enc');
  const kdf = { name: 'scrypt', N: 16, r: 1, p: 1, salt: Buffer.alloc(16, 7).toString('base64') };
  const before = {
    format: 'connect-credentials',
    version: 1,
    kdf,
    check: '',
    cipher: { name: 'aes-256-gcm', iv: '', tag: '' },
    data: '',
  };
  await mkdir(path.dirname(file), { mode: 0o700 });
  await writeFile(file, await new Sealer(new Secret(passphrase)).seal('{}', JSON.stringify(before)), { mode: 0o600 });
  return file;
}

const textOf = async (store: CredentialStore, account: string): Promise<string | undefined> =>
  (await store.get(account))?.reveal();
const modeOf = async (file: string): Promise<string> => ((await stat(file)).mode & 0o777).toString(8);

test('a secret that one process keeps is found by another', async () => {
  const file = await cheapFile();
  await open(file).set('a anna', new Secret('tökén-1'));
  await open(file).set('b beat', new Secret('token-2'));
  await open(file).set('a anna', new Secret('token-3'));
  const store = open(file);
  expect([await textOf(store, 'a anna'), await textOf(store, 'b beat'), await textOf(store, 'c')]).toEqual([
    'token-3',
    'token-2',
    undefined,
  ]);
});

test('the first secret makes file and folder, for the user only, and nothing of it stands there in the clear', async () => {
  const file = path.join(await emptyFolder(), 'state', 'credentials.enc');
  await open(file).set('https://a.example/ak095 anna', new Secret('token-1'));
  expect([await modeOf(file), await modeOf(path.dirname(file))]).toEqual(['600', '700']);
  expect(await readFile(file, 'utf8')).not.toMatch(/token-1|anna|correct/);
  expect(await readdir(path.dirname(file))).toEqual(['credentials.enc']);
});

test('a file that was open to others is closed to them by the next secret', async () => {
  const file = await cheapFile();
  await chmod(file, 0o644);
  await open(file).set('a', new Secret('x'));
  expect(await modeOf(file)).toBe('600');
});

test('where nothing was kept nobody is asked for a passphrase, and nothing is made', async () => {
  const folder = await emptyFolder();
  const store = encryptedFileStore(path.join(folder, 'credentials.enc'), () => Promise.reject(new Error('asked')));
  expect([await store.get('a'), await store.delete('a')]).toEqual([undefined, false]);
  expect(await readdir(folder)).toEqual([]);
});

test('the passphrase is asked for once, on the first use', async () => {
  let asked = 0;
  const store = encryptedFileStore(await cheapFile(), () =>
    Promise.resolve(new Secret((asked += 1) > 0 ? passphrase : '')),
  );
  expect(asked).toBe(0);
  await Promise.all([store.get('a'), store.get('b')]);
  await store.set('a', new Secret('x'));
  await store.delete('a');
  expect(asked).toBe(1);
});

test('a secret is forgotten once', async () => {
  const file = await cheapFile();
  const store = open(file);
  await store.set('a', new Secret('x'));
  await store.set('b', new Secret('y'));
  expect([await store.delete('a'), await store.delete('a'), await store.delete('nothing')]).toEqual([
    true,
    false,
    false,
  ]);
  expect([await textOf(open(file), 'a'), await textOf(open(file), 'b')]).toEqual([undefined, 'y']);
});

test.each(['__proto__', 'constructor', 'toString', ''])('an account may be called %j', async (account) => {
  const file = await cheapFile();
  expect(await open(file).get(account)).toBeUndefined();
  await open(file).set(account, new Secret('x'));
  expect(await textOf(open(file), account)).toBe('x');
  expect([await open(file).delete(account), await open(file).get(account)]).toEqual([true, undefined]);
});

test('twelve processes that keep their secrets at the same time lose none', async () => {
  const file = await cheapFile();
  const accounts = Array.from({ length: 12 }, (_, index) => `account ${index}`);
  await Promise.all(accounts.map((account) => open(file).set(account, new Secret(`secret of ${account}`))));
  const store = open(file);
  expect(await Promise.all(accounts.map((account) => textOf(store, account)))).toEqual(
    accounts.map((account) => `secret of ${account}`),
  );
  expect(await readdir(path.dirname(file))).toEqual(['credentials.enc']);
});

test('a wrong passphrase is told, and the file stays as it is', async () => {
  const file = await cheapFile();
  const before = await readFile(file, 'utf8');
  const store = open(file, 'wrong');
  const wrong = { code: 'store-passphrase-wrong', exitCode: 4 };
  await expect(store.get('a')).rejects.toMatchObject(wrong);
  await expect(store.set('a', new Secret('x'))).rejects.toMatchObject(wrong);
  await expect(store.delete('a')).rejects.toMatchObject(wrong);
  expect(await readFile(file, 'utf8')).toBe(before);
  expect(await readdir(path.dirname(file))).toEqual(['credentials.enc']);
});

test('a damaged file is told, and not written over', async () => {
  const file = await cheapFile();
  await writeFile(file, '{"format":');
  await expect(open(file).get('a')).rejects.toMatchObject({ code: 'store-damaged', exitCode: 4 });
  await expect(open(file).set('a', new Secret('x'))).rejects.toMatchObject({ code: 'store-damaged' });
  expect(await readFile(file, 'utf8')).toBe('{"format":');
});

test('a file that can not be read is told as that, not as absent', async () => {
  const file = path.join(await emptyFolder(), 'credentials.enc');
  await mkdir(file);
  await expect(open(file).get('a')).rejects.toMatchObject({ code: 'store-denied', exitCode: 4 });
});

test('a place where nothing can be made is told as a store that fails, not as a fault of ours', async () => {
  const folder = await emptyFolder();
  await writeFile(path.join(folder, 'state'), 'a file where the folder should be');
  const set = open(path.join(folder, 'state', 'credentials.enc')).set('a', new Secret('x'));
  await expect(set).rejects.toMatchObject({ name: 'ConnectError', exitCode: 4 });
});

test('every account has a lock of its own, the same for all processes, beside the file', async () => {
  const file = path.join(await emptyFolder(), 'credentials.enc');
  const [one, other] = [open(file), open(file)];
  expect(one.lockPath('a anna')).toBe(other.lockPath('a anna'));
  expect(one.lockPath('a anna')).not.toBe(one.lockPath('a beat'));
  for (const account of ['a/../../b', `https://a.example/ak095 ${'x'.repeat(300)}`]) {
    expect(path.dirname(one.lockPath(account))).toBe(path.dirname(file));
    expect(Buffer.byteLength(path.basename(one.lockPath(account)))).toBeLessThanOrEqual(255);
  }
});

const noKeychain: Keychain = {
  get: () => Promise.reject(new Error('the keychain was asked')),
  set: () => Promise.reject(new Error('the keychain was asked')),
  delete: () => Promise.reject(new Error('the keychain was asked')),
};
const noPassphrase = (): Promise<Secret> => Promise.reject(new Error('a passphrase was asked for'));

test('the chosen store is the one that is used, and never the other in its place', async () => {
  const directory = path.dirname(await cheapFile());
  const file = credentialStore({
    kind: 'file',
    keychain: noKeychain,
    directory,
    passphrase: () => Promise.resolve(new Secret(passphrase)),
  });
  await file.set('a', new Secret('x'));
  expect([file.kind, await textOf(file, 'a')]).toEqual(['file', 'x']);
  const keychain = credentialStore({ kind: 'keychain', keychain: noKeychain, directory, passphrase: noPassphrase });
  await expect(keychain.set('a', new Secret('x'))).rejects.toThrow('the keychain was asked');
  await expect(keychain.get('a')).rejects.toThrow('the keychain was asked');
});

test('locks of the keychain are found by all processes of the user, whatever their configuration says', async () => {
  const [one, other] = [await emptyFolder(), await emptyFolder()].map((directory) =>
    credentialStore({ kind: 'keychain', keychain: noKeychain, directory, passphrase: noPassphrase }),
  );
  const lock = one!.lockPath('https://a.example/ak095 anna.muster');
  expect(other!.lockPath('https://a.example/ak095 anna.muster')).toBe(lock);
  expect(one!.lockPath('https://a.example/ak060 anna.muster')).not.toBe(lock);
  expect(path.isAbsolute(lock)).toBe(true);
  expect(path.basename(lock)).toMatch(/^[0-9a-f]{32}\.lock$/);
});
