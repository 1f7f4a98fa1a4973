import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { registry } from '../../src/commands/registry.js';
import { Desk } from '../support/desk.js';
import { everyVerb } from '../support/verbs.js';

let desk: Desk;
beforeAll(async () => (desk = await Desk.open()));
afterAll(() => desk.close());

const help = async (line: string, lang: string) => {
  const ended = await desk.run(line, { env: { CONNECT_LANG: lang } });
  expect({ ...ended, stdout: '' }).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  return ended.stdout;
};

const languages = [
  ['de', 'Aufruf: connect users [Optionen] [Befehl]', 'Beispiele:'],
  ['fr', 'Utilisation\u202f: connect users [options] [commande]', 'Exemples\u202f:'],
  ['it', 'Uso: connect users [opzioni] [comando]', 'Esempi:'],
  ['en', 'Usage: connect users [options] [command]', 'Examples:'],
] as const;

describe.each(languages)('in %s', (lang, usage, examples) => {
  test('connect, connect --help, connect -h and connect help are the same: every noun, and examples', async () => {
    const text = await help('--help', lang);
    expect(text.split('\n')[0]).toBe(usage.replace(' users', ''));
    for (const line of ['', '-h', 'help']) expect(await help(line, lang)).toBe(text);
    for (const { name } of registry) expect(text).toMatch(new RegExp(`^  ${name} {2,}\\S`, 'm'));
    expect(text).toContain(`\n${examples}\n  connect login\n`);
  });

  test('connect help users, connect users --help and connect users -h are the same: every verb, and examples', async () => {
    const text = await help('users --help', lang);
    expect(text.split('\n')[0]).toBe(usage);
    for (const line of ['help users', 'users -h']) expect(await help(line, lang)).toBe(text);
    for (const verb of ['list', 'show', 'new', 'deactivate'])
      expect(text).toMatch(new RegExp(`^  ${verb} {2,}\\S`, 'm'));
    expect(text).toContain(`\n${examples}\n  connect users list -c 10001.00\n`);
  });

  test('connect help users list is connect users list --help', async () => {
    const text = await help('users list --help', lang);
    expect(await help('help users list', lang)).toBe(text);
    expect(text).toContain('--administrators');
    expect(text).toContain('connect users list --administrators --status active');
  });

  test('no word of commander’s own English is left', async () => {
    if (lang === 'en') return;
    const texts = await Promise.all(['--help', 'users --help', 'users show --help'].map((line) => help(line, lang)));
    for (const text of texts) expect(text).not.toMatch(/Usage|Commands:|Arguments:|display help|\[command\]|default:/);
  });
});

test('every verb has a help of its own, with an example of itself', async () => {
  for (const { name } of await everyVerb()) {
    const text = await help(`${name} --help`, 'en');
    expect(text).toMatch(new RegExp(`^Usage: connect ${name}\\b`));
    expect(text).toContain(`connect ${name}`);
    expect(text.split('\n').filter((line) => line.length > 80 && !line.startsWith('  connect'))).toEqual([]);
  }
});

test('--lang decides over the environment, before and behind the noun', async () => {
  expect(await help('--lang fr users --help', 'de')).toContain('Utilisation\u202f: connect users');
  expect(await help('users --help --lang it', 'de')).toContain('Uso: connect users');
});

test.each(['help nope', 'nope --help', 'help users nope', 'users nope --help'])(
  '%s: there is no help about what does not exist',
  async (line) => {
    const ended = await desk.run(line);
    expect(ended).toMatchObject({ exitCode: 2, stdout: '' });
    expect(ended.stderr).toContain('Error: There is no command “nope”.');
  },
);

test.each([
  [
    'users',
    'Error: Something is missing behind “users”: what to do.\nHint: connect users --help lists what can be done.\n',
  ],
  ['user', 'Error: There is no command “user”.\nDid you mean: users?\n' + 'Hint: connect --help lists the commands.\n'],
  [
    'users lst',
    'Error: There is no command “lst”.\nDid you mean: list?\n' + 'Hint: connect users --help lists the commands.\n',
  ],
  [
    'users list --statsu active',
    'Error: There is no option “--statsu” here.\nDid you mean: --status?\n' +
      'Hint: Put --help behind the command to see its options.\n',
  ],
  ['users list --status', 'Error: The option --status <status> needs a value.\n'],
  ['users show', 'Error: The argument “user” is missing.\nHint: Put --help behind the command to see its arguments.\n'],
])('%s is told about, not helped with', async (line, stderr) => {
  expect(await desk.run(line)).toEqual({ exitCode: 2, stdout: '', stderr });
});
