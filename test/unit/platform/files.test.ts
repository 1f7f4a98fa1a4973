import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { expect, test } from 'vitest';
import { digestOf } from '../../../src/platform/digest.js';
import { withoutOurs } from '../../../src/platform/environment.js';
import { writeAtomically } from '../../../src/platform/files.js';
import { systemRandom } from '../../../src/platform/random.js';
import { emptyFolder } from '../../support/folder.js';

const modeOf = async (file: string): Promise<string> => ((await stat(file)).mode & 0o777).toString(8);

test('text and bytes are written whole, in folders that are made for the user only', async () => {
  const folder = await emptyFolder();
  const file = path.join(folder, 'a', 'b', 'file');
  await writeAtomically(file, 'Zoë 👍');
  expect(await readFile(file, 'utf8')).toBe('Zoë 👍');
  await writeAtomically(file, Uint8Array.of(0, 255, 13, 10));
  expect(await readFile(file)).toEqual(Buffer.from([0, 255, 13, 10]));
  const modes = await Promise.all([path.join(folder, 'a'), path.dirname(file), file].map(modeOf));
  expect(modes).toEqual(['700', '700', '600']);
});

test('a write that fails leaves what was there, and nothing beside it', async () => {
  const folder = await emptyFolder();
  const target = path.join(folder, 'target');
  await mkdir(target);
  await writeFile(path.join(target, 'inside'), 'kept');
  await expect(writeAtomically(target, 'x')).rejects.toThrow();
  expect(await readdir(folder)).toEqual(['target']);
  expect(await readFile(path.join(target, 'inside'), 'utf8')).toBe('kept');
});

test('of several writers at once one wins, whole', async () => {
  const folder = await emptyFolder();
  const file = path.join(folder, 'file');
  const contents = Array.from({ length: 8 }, (_, index) => String(index).repeat(100_000));
  await Promise.all(contents.map((content) => writeAtomically(file, content)));
  expect(contents).toContain(await readFile(file, 'utf8'));
  expect(await readdir(folder)).toEqual(['file']);
});

test('the digest of a file is the SHA-256 of its bytes, of no file there is none', async () => {
  const folder = await emptyFolder();
  const bytes = Buffer.alloc(300_000, 'salary');
  await writeFile(path.join(folder, 'a'), bytes);
  await writeFile(path.join(folder, 'empty'), '');
  expect(await digestOf(path.join(folder, 'a'))).toBe(createHash('sha256').update(bytes).digest('hex'));
  expect(await digestOf(path.join(folder, 'empty'))).toBe(
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  );
  expect(await digestOf(path.join(folder, 'nothing'))).toBeUndefined();
});

test('what is there and can not be read is not taken for absent', async () => {
  await expect(digestOf(await emptyFolder())).rejects.toMatchObject({ code: 'EISDIR' });
});

test('a helper process gets the environment without anything of ours', () => {
  const env = {
    PATH: '/bin',
    HOME: '/home/anna',
    CONNECT_PASSWORD: 'hunter2',
    CONNECT_LANG: 'de',
    NOT_CONNECT_: 'x',
    empty: undefined,
  };
  expect(withoutOurs(env)).toEqual({ PATH: '/bin', HOME: '/home/anna', NOT_CONNECT_: 'x', empty: undefined });
});

test('random bytes are as many as asked for, and neither they nor names come twice', () => {
  const [one, other] = [systemRandom.bytes(24), systemRandom.bytes(24)];
  expect([one.length, other.length]).toEqual([24, 24]);
  expect(one).not.toEqual(other);
  expect(systemRandom.uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(systemRandom.uuid()).not.toBe(systemRandom.uuid());
});
