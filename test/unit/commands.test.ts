import { Option } from 'commander';
import { expect, test } from 'vitest';
import { globalOptions } from '../../src/commands/global-options.js';
import { registry } from '../../src/commands/registry.js';
import { catalog as de } from '../../src/i18n/de/index.js';
import { catalog as en } from '../../src/i18n/en/index.js';
import { catalog as fr } from '../../src/i18n/fr/index.js';
import { catalog as it } from '../../src/i18n/it/index.js';
import { commandLine, everyVerb, understand } from '../support/verbs.js';
import type { Called } from '../support/verbs.js';

const verbs = await everyVerb();
const each = verbs.map((called) => [called.name, called] as const);
const catalogs: Readonly<Record<string, Readonly<Record<string, unknown>>>> = { de, fr, it, en };

/** A text that is there and says something. */
const says = (text: unknown): boolean => typeof text === 'string' && text.trim() !== '';

/** Declared options as commander reads their flags. */
const optionsOf = ({ verb }: Called): { key: string; option: Option }[] =>
  Object.entries(verb.options).map(([key, { flags }]) => ({ key, option: new Option(flags) }));

test('the registry offers every noun once, each with something to do', async () => {
  const names = registry.map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  const loaded = await Promise.all(registry.map(async ({ name, load }) => ({ name, ...(await load()) })));
  expect(loaded.filter(({ verbs }) => verbs.length === 0)).toEqual([]);
});

test('a verb at the top has the name of its entry, and a default verb exists', () => {
  const misnamed = verbs.filter(({ entry, verb }) => entry.kind === 'verb' && verb.name !== entry.name);
  expect(misnamed.map(({ name }) => name)).toEqual([]);
  const defaults = registry.filter(({ defaultVerb }) => defaultVerb !== undefined);
  for (const { name, defaultVerb } of defaults)
    expect(verbs.map((one) => one.name)).toContain(`${name} ${defaultVerb}`);
});

test.each(each)('%s explains itself in four languages', (_name, { verb, entry }) => {
  const keys = [
    ...[verb.summary, entry.summary, ...(verb.details === undefined ? [] : [verb.details])],
    ...[...Object.values(verb.args), ...Object.values(verb.options)].map(({ about }) => about),
    ...[...verb.columns, ...(verb.kind === 'list' ? (verb.parts?.columns ?? []) : [])].map(({ title }) => title),
    ...(verb.kind === 'list' ? [verb.empty] : []),
  ];
  const silent = Object.entries(catalogs).flatMap(([language, catalog]) =>
    keys.filter((key) => !says(catalog[key])).map((key) => `${language} ${key}`),
  );
  expect(silent).toEqual([]);
});

test.each(each)('%s has examples that begin with its name and are understood', async (name, { verb, entry }) => {
  expect(verb.examples.length).toBeGreaterThan(0);
  const isDefault = entry.defaultVerb === verb.name;
  for (const example of verb.examples) {
    const argv = commandLine(example) ?? [];
    const called = argv.slice(0, name.split(' ').length).join(' ');
    expect(called === name || (isDefault && argv[0] === entry.name), example).toBe(true);
    expect((await understand(argv)).verb, example).toBe(verb);
  }
});

test.each(registry.flatMap(({ name, examples }) => examples.map((example) => [example, name] as const)))(
  'the example “%s” of a noun is understood',
  async (example, name) => {
    const argv = commandLine(example) ?? [];
    expect(argv[0]).toBe(name);
    const { verb } = await understand(argv);
    expect(verbs.find((called) => called.verb === verb)?.entry.name).toBe(name);
  },
);

test('an example with a word that the verb does not know would be noticed', async () => {
  await expect(understand(['users', 'list', '--statuss', 'active'])).rejects.toMatchObject({
    code: 'commander.unknownOption',
  });
  await expect(understand(['users', 'list', 'anna'])).rejects.toMatchObject({ code: 'commander.excessArguments' });
  expect(commandLine('FILE=x connect login --password-stdin < password')).toEqual(['login', '--password-stdin']);
  expect(commandLine("cat a | connect salary check - -o 'js on' | jq")).toEqual([
    'salary',
    'check',
    '-',
    '-o',
    'js on',
  ]);
  expect(commandLine('sudo connect login')).toBeUndefined();
});

test('no option takes a letter, a word or a name that belongs to every verb', () => {
  const globals = Object.values(globalOptions).map(({ flags }) => new Option(flags));
  const taken = new Set(globals.flatMap((option) => [option.short, option.long, option.attributeName()]));
  for (const word of ['-h', '--help', 'help']) taken.add(word);
  const shadows = verbs.flatMap((called) =>
    optionsOf(called)
      .filter(({ option }) => [option.short, option.long, option.attributeName()].some((one) => one && taken.has(one)))
      .map(({ option }) => `${called.name} ${option.flags}`),
  );
  expect(shadows).toEqual([]);
});

test.each(each)(
  '%s gives each of its options one name, one letter, and the key that commander uses',
  (_name, called) => {
    const options = optionsOf(called);
    expect(options.map(({ key }) => key)).toEqual(options.map(({ option }) => option.attributeName()));
    const flags = options.flatMap(({ option }) => [option.short, option.long]).filter((flag) => flag !== undefined);
    expect(flags).toEqual([...new Set(flags)]);
    expect(Object.keys(called.verb.args).filter((key) => key in called.verb.options)).toEqual([]);
  },
);

test('the keys of the global options are those that commander uses', () => {
  const keys = Object.values(globalOptions).map(({ flags }) => new Option(flags).attributeName());
  expect(Object.keys(globalOptions)).toEqual(keys);
});

test('no option takes a secret as its value', () => {
  const revealing = verbs.flatMap((called) =>
    optionsOf(called)
      .filter(({ option }) => takesSecret(option))
      .map(({ option }) => `${called.name} ${option.flags}`),
  );
  expect(revealing).toEqual([]);
});

/** A file with the secret in it is fine, and so is a switch: process lists show neither's content. */
function takesSecret({ flags, long, required, optional }: Option): boolean {
  const isNamed = /password|passphrase|secret|token|pin\b|seed|\bcode\b|otp/.test(long ?? '');
  return isNamed && (required || optional) && !flags.endsWith('<file>');
}

test.each([
  ['--password <password>', true],
  ['--otp [code]', true],
  ['--access-code <code>', true],
  ['-t, --token <token>', true],
  ['--password-file <file>', false],
  ['--password-stdin', false],
  ['--show-secret', false],
  ['--reason <reason>', false],
])('the guard of secrets takes %s for one: %s', (flags, expected) => {
  expect(takesSecret(new Option(flags))).toBe(expected);
});

test.each(each)('%s names each of its fields once', (_name, { verb }) => {
  const lists = [verb.columns, verb.kind === 'list' ? (verb.parts?.columns ?? []) : []];
  for (const keys of lists.map((columns) => columns.map(({ key }) => key))) expect(keys).toEqual([...new Set(keys)]);
});
