import { expect, test } from 'vitest';
import { registry } from '../../src/commands/registry.js';
import { languages, translator } from '../../src/i18n/translate.js';
import type { Language } from '../../src/i18n/translate.js';
import { everyVerb, helpOf } from '../support/verbs.js';

const verbs = await everyVerb();
const pages: readonly (readonly string[])[] = [
  [],
  ...registry.filter(({ kind }) => kind === 'noun').map(({ name }) => [name]),
  ...verbs.map(({ name }) => name.split(' ')),
];
const each = languages.flatMap((language) => pages.map((words) => [language, words] as const));

/** What commander would say by itself. `[options]` is French, too. */
const english =
  /^(?:Usage|Options|Commands|Arguments|Examples|Global Options):|display help|\(default:|\(choices:|\[command\]/;

test.each(each)('the help of %s %j fits into 80 columns, examples apart', async (language, words) => {
  const { wrapped, examples } = split(await helpOf(words, language), await examplesTitle(language));
  expect(wrapped.filter((line) => line.length > 80)).toEqual([]);
  // Examples are there to be copied: a line break inside one would change it.
  const found = [...registry, ...verbs.map(({ name, verb }) => ({ name, examples: verb.examples }))].find(
    ({ name }) => name === words.join(' '),
  );
  const own = verbs.find(({ name }) => name === words.join(' '))?.verb.examples ?? found?.examples;
  if (own !== undefined) expect(examples).toEqual(own);
});

test.each(each.filter(([language]) => language !== 'en'))(
  'the help of %s %j has no English of commander’s in it',
  async (language, words) => {
    const help = await helpOf(words, language);
    expect(help.split('\n').filter((line) => english.test(line))).toEqual([]);
  },
);

test('English help has the titles that the other languages must not have', async () => {
  const help = await helpOf(['users', 'list'], 'en');
  expect(help.split('\n').filter((line) => english.test(line))).toEqual([
    'Usage: connect users list [options]',
    'Options:',
    'Examples:',
  ]);
});

test('the help of connect lists every entry with its summary', async () => {
  const translate = await translator('en');
  const help = (await helpOf([], 'en')).replace(/\s+/g, ' ');
  for (const { name, summary } of registry) expect(help).toContain(` ${name} ${translate(summary)}`);
});

test('the help of a verb shows its details and each option with its description and choices', async () => {
  const help = (await helpOf(['users', 'list'], 'en')).replace(/\s+/g, ' ');
  const translate = await translator('en');
  expect(help).toContain(translate('users.list.details'));
  expect(help).toContain(`--status <status> ${translate('users.list.status')} (active, invited, locked, deactivated)`);
  expect(help).toContain(translate('help.global'));
});

async function examplesTitle(language: Language): Promise<string> {
  return (await translator(language))('help.examples');
}

/** The examples of a help text, and everything else line by line. */
function split(help: string, title: string): { wrapped: string[]; examples: string[] } {
  const lines = help.trimEnd().split('\n');
  const start = lines.indexOf(title);
  if (start === -1) return { wrapped: lines, examples: [] };
  const end = lines.indexOf('', start);
  const after = end === -1 ? lines.length : end;
  return {
    wrapped: [...lines.slice(0, start), ...lines.slice(after)],
    examples: lines.slice(start + 1, after).map((line) => line.trim()),
  };
}
