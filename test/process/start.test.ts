import { expect, test } from 'vitest';
import { loadedBy, loadedSignedInBy } from '../support/binary.js';

test('connect --version loads nothing of the program', async () => {
  const { ended, sources } = await loadedBy(['--version']);
  expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
  expect(sources).toEqual(['bin/connect.js']);
});

test('connect --help loads commander, the list of commands and one catalog, and no command', async () => {
  const { ended, sources } = await loadedBy(['--help']);
  expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
  expect(libraries(sources)).toEqual(['commander']);
  expect(
    sources.filter((source) => /^src\/(?:api|access|journal|operations|runner|salary|session)\//.test(source)),
  ).toEqual([]);
  expect(sources.filter((source) => /^src\/commands\/\w+\//.test(source))).toEqual([]);
  expect(sources.filter((source) => /^src\/i18n\/(?:de|fr|it)\//.test(source))).toEqual([]);
  expect(sources).toContain('src/i18n/en/index.ts');
});

test('connect users --help loads the users’ verbs and nothing of other nouns', async () => {
  const { ended, sources } = await loadedBy(['users', '--help']);
  expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
  expect(sources.filter((source) => /^src\/commands\/(?!users\/)\w+\//.test(source))).toEqual([]);
  expect(libraries(sources)).toEqual(['commander']);
});

test('connect users list loads what asks a portal, and nothing that draws, prompts, scans or reads salaries', async () => {
  const { ended, sources } = await loadedSignedInBy(['users', 'list', '--fields', 'userName']);
  expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
  expect(ended.stdout).toContain('anna.muster\n');
  expect(libraries(sources)).toEqual(['commander', 'smol-toml', 'undici']);
  expect(sources.filter((source) => source.startsWith('src/salary/'))).toEqual([]);
  expect(sources.filter((source) => /^src\/commands\/(?!users\/)\w+\//.test(source))).toEqual([]);
  expect(sources.filter((source) => /^src\/i18n\/(?:de|fr|it)\//.test(source))).toEqual([]);
});

/** Names of the packages among the sources. */
export function libraries(sources: readonly string[]): readonly string[] {
  const names = sources.flatMap((source) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.slice(1) ?? []);
  return [...new Set(names)].sort();
}
