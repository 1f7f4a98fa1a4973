import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { jsonWanted, languageBeforehand, wordsBeforehand } from '../../../src/beforehand.js';
import { resolveSettings } from '../../../src/config/settings.js';
import { localeLanguage } from '../../../src/i18n/translate.js';
import type { Env, World } from '../../../src/platform/ports.js';
import { emptyFolder } from '../../support/folder.js';

test.each<[Env, string | undefined]>([
  [{ LANG: 'de_CH.UTF-8' }, 'de'],
  [{ LANG: 'fr_CH' }, 'fr'],
  [{ LANG: 'it' }, 'it'],
  [{ LANG: 'de@euro' }, 'de'],
  [{ LANG: 'de-CH' }, 'de'],
  [{ LANG: 'DE_CH' }, 'de'],
  [{ LANG: 'C' }, undefined],
  [{ LANG: 'C.UTF-8' }, undefined],
  [{ LANG: 'POSIX' }, undefined],
  [{ LANG: 'rm_CH.UTF-8' }, undefined],
  [{ LANG: 'deu' }, undefined],
  [{ LANG: '' }, undefined],
  [{}, undefined],
  [{ LC_ALL: 'fr_CH.UTF-8', LC_MESSAGES: 'it_CH', LANG: 'de_CH' }, 'fr'],
  [{ LC_MESSAGES: 'it_CH', LANG: 'de_CH' }, 'it'],
  [{ LC_ALL: '', LC_MESSAGES: '', LANG: 'de_CH' }, 'de'],
  // LC_ALL overrules LANG even if it means none.
  [{ LC_ALL: 'C', LANG: 'de_CH' }, undefined],
])('the locale %j is %s', (env, language) => {
  expect(localeLanguage(env)).toBe(language);
});

test.each<[Env, object]>([
  [{ LANG: 'de_CH.UTF-8' }, { value: 'de', origin: 'environment', from: 'LANG' }],
  [
    { LC_ALL: 'fr_CH', LANG: 'de_CH' },
    { value: 'fr', origin: 'environment', from: 'LC_ALL' },
  ],
  [
    { LC_MESSAGES: 'it_CH', LANG: 'de_CH' },
    { value: 'it', origin: 'environment', from: 'LC_MESSAGES' },
  ],
  [{ LANG: 'C' }, { value: 'en', origin: 'default', from: '' }],
  [
    { CONNECT_LANG: 'it_CH.UTF-8', LANG: 'de' },
    { value: 'it', origin: 'environment', from: 'CONNECT_LANG' },
  ],
])('of %j the settings say whose word it was', (env, setting) => {
  expect(resolveSettings({}, { env, user: { profiles: {} }, userFile: 'u', directory: {} }).lang).toEqual(setting);
});

interface Given {
  readonly env?: Env;
  readonly user?: string;
  readonly directory?: string;
}

async function worldWith({ env = {}, user, directory }: Given): Promise<World> {
  const home = await emptyFolder();
  if (user !== undefined) await writeFile(path.join(home, 'config.toml'), user);
  if (directory !== undefined) await writeFile(path.join(home, '.connect.toml'), directory);
  return { env: { CONNECT_CONFIG_DIR: home, ...env }, platform: 'linux', cwd: home, home } as unknown as World;
}

test.each<[string, readonly string[], Parameters<typeof worldWith>[0], string]>([
  ['the option', ['--lang', 'it'], { env: { CONNECT_LANG: 'fr' }, user: 'lang = "de"' }, 'it'],
  ['the option with =', ['users', '--lang=fr'], { env: { LANG: 'de' } }, 'fr'],
  ['the variable', [], { env: { CONNECT_LANG: 'fr', LANG: 'de' }, directory: 'lang = "it"' }, 'fr'],
  ['the directory', [], { env: { LANG: 'de' }, user: 'lang = "fr"', directory: 'lang = "it"' }, 'it'],
  ['the user', [], { env: { LANG: 'de' }, user: 'lang = "fr"' }, 'fr'],
  ['the locale', [], { env: { LANG: 'de_CH.UTF-8' } }, 'de'],
  ['nobody', [], { env: { LANG: 'C' } }, 'en'],
  ['an unknown option, so the locale', ['--lang', 'rm'], { env: { LANG: 'it_CH' } }, 'it'],
  ['an option behind --, so the locale', ['--', '--lang', 'fr'], { env: { LANG: 'de' } }, 'de'],
  ['a broken file, so the locale', [], { env: { LANG: 'de' }, user: 'lang = ' }, 'de'],
  ['an option without value, so the locale', ['--lang'], { env: { LANG: 'de' } }, 'de'],
])('errors of the command line are told in the language of %s', async (_who, argv, given, language) => {
  const world = await worldWith(given);
  expect(await languageBeforehand(wordsBeforehand(argv, world.env), world)).toBe(language);
});

test.each<[readonly string[], Given, boolean]>([
  [['users', 'list', '-o', 'json'], {}, true],
  [['-ojson'], {}, true],
  [['--output=ndjson', '--debug'], {}, true],
  [['--output', 'csv'], { env: { CONNECT_OUTPUT: 'json' } }, false],
  [[], { env: { CONNECT_OUTPUT: 'json' } }, true],
  [[], { env: { CONNECT_OUTPUT: '' }, user: 'output = "json"' }, true],
  [['-o', 'table'], { user: 'output = "json"' }, false],
  [[], { user: 'output = "json"', directory: 'output = "csv"' }, false],
  [[], { user: 'output = ' }, false],
  [['sandbox', 'exec', '--', 'connect', '-o', 'json', '--debug'], {}, false],
])('of %j with %j is known beforehand whether errors are JSON', async (argv, given, json) => {
  const world = await worldWith(given);
  expect(await jsonWanted(wordsBeforehand(argv, world.env), world)).toBe(json);
});

test('of the command line is known beforehand whether to tell where errors come from', () => {
  expect(wordsBeforehand(['users', '--debug'], {}).debug).toBe(true);
  expect(wordsBeforehand(['sandbox', 'exec', '--', 'connect', '--debug'], {}).debug).toBe(false);
});
