import { mkdir, open, readFile, readdir, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { UserConfig } from '../../../src/config/document.js';
import { readDirectoryConfig, readUserConfig, userConfigFile, writeUserConfig } from '../../../src/config/file.js';
import { resolveSettings } from '../../../src/config/settings.js';
import { emptyFolder } from '../../support/folder.js';

const everything: UserConfig = {
  profile: 'ak095',
  lang: 'de',
  output: 'json',
  store: 'file',
  timeout: 60,
  policy: { 'four-eyes': true },
  profiles: {
    ak095: { portal: 'https://a.example/ak095', username: 'anna.muster', client: '10001.00' },
    'odd "name" = [x]': { portal: 'https://a.example/ak060', username: 'zoë\\é' },
  },
};

async function written(text: string | Buffer): Promise<{ folder: string; file: string }> {
  const folder = await emptyFolder();
  const file = userConfigFile(folder);
  await writeFile(file, text);
  return { folder, file };
}

const modeOf = async (file: string): Promise<string> => ((await stat(file)).mode & 0o777).toString(8);

test('what was written is read again, odd names included', async () => {
  const folder = await emptyFolder();
  await writeUserConfig(folder, everything);
  expect(await readUserConfig(folder)).toEqual(everything);
});

test('where there is no file, no folder, or a file in place of the folder, nothing is configured', async () => {
  const { file } = await written('');
  expect(await readUserConfig(await emptyFolder())).toEqual({ profiles: {} });
  expect(await readUserConfig(path.join(await emptyFolder(), 'nothing', 'here'))).toEqual({ profiles: {} });
  expect(await readUserConfig(file)).toEqual({ profiles: {} });
  expect(await readDirectoryConfig(await emptyFolder())).toEqual({});
});

test.each([
  ['a missing value', 'lang = "de"\noutput = \n', '2:10'],
  ['a key twice', 'lang = "de"\nlang = "fr"\n', '2:1'],
  ['no TOML at all', '{"lang": "de"}', '1:1'],
])('malformed TOML is told with its line and column: %s', async (_what, text, where) => {
  const { folder, file } = await written(text);
  await expect(readUserConfig(folder)).rejects.toMatchObject({
    code: 'config-malformed',
    exitCode: 2,
    params: { file, where },
  });
});

test('a file that can not be read is told with the reason', async () => {
  const folder = await emptyFolder();
  const file = userConfigFile(folder);
  await mkdir(file);
  await expect(readUserConfig(folder)).rejects.toMatchObject({
    code: 'config-malformed',
    params: { file, where: expect.stringContaining('EISDIR') as string },
  });
});

test.each([
  ['langage = "de"', 'langage'],
  ['password = "hunter2"', 'password'],
  ['[policy]\nsix-eyes = true', 'policy.six-eyes'],
  ['[profiles.ak095]\nportall = "x"', 'profiles.ak095.portall'],
  ['[profiles.ak095]\ntoken = "x"', 'profiles.ak095.token'],
])('an unknown key is refused: %s', async (text, key) => {
  const { folder, file } = await written(text);
  await expect(readUserConfig(folder)).rejects.toMatchObject({
    code: 'config-key-unknown',
    exitCode: 2,
    params: { file, key },
  });
});

test.each([
  ['lang = 1', 'lang'],
  ['timeout = "60"', 'timeout'],
  ['timeout = true', 'timeout'],
  ['output = ["json"]', 'output'],
  ['profile = 2026-01-30', 'profile'],
  ['policy = true', 'policy'],
  ['policy.four-eyes = "yes"', 'policy.four-eyes'],
  ['profiles = 1', 'profiles'],
  ['profiles = ["ak095"]', 'profiles'],
  ['[profiles]\nak095 = "x"', 'profiles.ak095'],
  ['[profiles.ak095]\nclient = 10001.00', 'profiles.ak095.client'],
])('a value of the wrong kind is refused by its place: %s', async (text, where) => {
  const { folder, file } = await written(text);
  await expect(readUserConfig(folder)).rejects.toMatchObject({ code: 'config-malformed', params: { file, where } });
});

test.each(['0', '-5', '0.0001', 'nan', 'inf'])('a time limit of %s seconds is refused', async (timeout) => {
  const { folder, file } = await written(`timeout = ${timeout}`);
  const settings = async (): Promise<unknown> =>
    resolveSettings({}, { env: {}, user: await readUserConfig(folder), userFile: file, directory: {} });
  await expect(settings()).rejects.toMatchObject({ name: 'ConnectError', exitCode: 2 });
});

test.each(['__proto__', 'constructor', 'toString'])(
  'the key %s is refused like any other that is none',
  async (key) => {
    const { folder } = await written(`${key} = "x"`);
    await expect(readUserConfig(folder)).rejects.toMatchObject({ name: 'ConnectError', exitCode: 2 });
    await writeFile(path.join(folder, '.connect.toml'), `${key} = "x"`);
    await expect(readDirectoryConfig(folder)).rejects.toMatchObject({ name: 'ConnectError', exitCode: 2 });
  },
);

test('a profile may have any name', async () => {
  const { folder } = await written(
    '[profiles.__proto__]\nportal = "https://a.example/ak095"\n[profiles.constructor]\n',
  );
  const { profiles } = await readUserConfig(folder);
  expect(Object.entries(profiles)).toEqual([
    ['__proto__', { portal: 'https://a.example/ak095' }],
    ['constructor', {}],
  ]);
});

test('a directory chooses client, language and output', async () => {
  const folder = await emptyFolder();
  await writeFile(path.join(folder, '.connect.toml'), 'client = "10001.00"\nlang = "fr"\noutput = "csv"\n');
  expect(await readDirectoryConfig(folder)).toEqual({ client: '10001.00', lang: 'fr', output: 'csv' });
});

test.each(['portal', 'username', 'profile', 'store', 'timeout', 'profiles', 'ca', 'proxy', 'password'])(
  'a directory can not choose %s',
  async (key) => {
    const folder = await emptyFolder();
    const file = path.join(folder, '.connect.toml');
    await writeFile(file, `client = "10001.00"\n${key} = "x"\n`);
    await expect(readDirectoryConfig(folder)).rejects.toMatchObject({
      code: 'directory-config-forbidden',
      exitCode: 2,
      params: { file, key },
    });
  },
);

test('the file is for the user only, in a folder for the user only, even where it was open before', async () => {
  const folder = path.join(await emptyFolder(), 'config', 'connect');
  await writeUserConfig(folder, everything);
  expect([await modeOf(folder), await modeOf(userConfigFile(folder))]).toEqual(['700', '600']);
  const { folder: existing, file } = await written('');
  expect(await modeOf(file)).not.toBe('600');
  await writeUserConfig(existing, everything);
  expect(await modeOf(file)).toBe('600');
});

test('the file is replaced in one step: nobody ever reads half of it, and nothing is left beside it', async () => {
  const folder = await emptyFolder();
  const large = {
    profiles: Object.fromEntries(
      Array.from({ length: 500 }, (_, index) => [`p${index}`, { username: 'x'.repeat(99) }]),
    ),
  };
  const small = { profiles: {} };
  await writeUserConfig(folder, { ...small, lang: 'de' });
  const first = await readFile(userConfigFile(folder), 'utf8');
  const before = await open(userConfigFile(folder));
  const writing = new AbortController();
  const reading = (async (): Promise<Set<number>> => {
    const sizes = new Set<number>();
    while (!writing.signal.aborted) {
      sizes.add(Object.keys((await readUserConfig(folder)).profiles).length);
      await setImmediate();
    }
    return sizes;
  })();
  for (let round = 0; round < 5; round += 1) {
    await writeUserConfig(folder, large);
    await writeUserConfig(folder, small);
  }
  writing.abort();
  expect([...(await reading)].filter((size) => size !== 0 && size !== 500)).toEqual([]);
  // Whoever has the old file open reads it to its end: it was replaced, not overwritten.
  expect(await before.readFile('utf8')).toBe(first);
  await before.close();
  expect(await readdir(folder)).toEqual(['config.toml']);
});

test('a file that is a link to somewhere, as people keep their dotfiles, stays one', async () => {
  const [folder, elsewhere] = [await emptyFolder(), await emptyFolder()];
  const target = path.join(elsewhere, 'connect.toml');
  await writeFile(target, '');
  await symlink(target, userConfigFile(folder));
  await writeUserConfig(folder, everything);
  expect(await readFile(target, 'utf8')).toContain('anna.muster');
});
