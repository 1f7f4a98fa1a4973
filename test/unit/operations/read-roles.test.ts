import { expect, test } from 'vitest';
import { themeValues } from '../../../contract/portal.gen.js';
import { readRoles } from '../../../src/operations/read-roles.js';
import type { Roles } from '../../../src/operations/read-roles.js';

// eslint-disable-next-line @typescript-eslint/require-await -- a stream of one piece
async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

const read = (text: string): Promise<Roles> => readRoles(bytes(text), 'roles.yaml', themeValues);

test('functions are found however they are written; what a function does not name it may not do', async () => {
  const roles = await read(
    'roles:\n  Lohnbuchhaltung: { themes: [salary-declaration, employees] }\n  "Geschäftsführung": { administrator: true }\n  Empfang:\n    themes: []\n',
  );
  expect(roles.of('LOHNBUCHHALTUNG ')).toEqual({ administrator: false, themes: ['salary-declaration', 'employees'] });
  expect(roles.of('Geschaeftsfuehrung')).toEqual({ administrator: true, themes: [] });
  expect(roles.of('empfang')).toEqual({ administrator: false, themes: [] });
  expect(roles.of('CEO')).toBeUndefined();
});

test('JSON is YAML, too', async () => {
  expect((await read('{"roles":{"HR":{"themes":["messages"]}}}')).of('hr')).toEqual({
    administrator: false,
    themes: ['messages'],
  });
});

test.each([
  ['', 'roles'],
  ['- a', 'roles'],
  ['roles: 5', 'roles'],
  ['roles: {}\nother: {}', 'other'],
  ['roles: { HR: yes }', 'roles.HR'],
  ['roles: { HR: { administrator: ja } }', 'roles.HR.administrator'],
  ['roles: { HR: { themes: messages } }', 'roles.HR.themes'],
  ['roles: { HR: { themes: [messages, wages] } }', 'roles.HR.themes[1]: wages'],
  ['roles: { HR: { theme: [messages] } }', 'roles.HR.theme'],
  ['roles: { HR: { themes: [] }, hr: { themes: [messages] } }', 'roles.hr'],
  ['roles: { HR: {}, HR: {} }', 'Map keys must be unique at line 1, column 18:'],
  ['roles: [', expect.stringContaining('line 1') as string],
])('%s', async (text, where) => {
  await expect(read(text)).rejects.toMatchObject({
    code: 'roles-file-invalid',
    exitCode: 7,
    params: { file: 'roles.yaml', where },
  });
});

test('a document that grows without end is refused', async () => {
  const bomb = [
    'a: &a [x, x, x, x, x, x, x, x, x]',
    ...Array.from('bcdefgh', (letter, index) => {
      const before = 'abcdefg'.charAt(index);
      return `${letter}: &${letter} [${Array(9).fill(`*${before}`).join(', ')}]`;
    }),
  ].join('\n');
  await expect(read(bomb)).rejects.toMatchObject({ code: 'roles-file-invalid' });
  await expect(read(`# ${'x'.repeat(1024 * 1024)}`)).rejects.toMatchObject({ params: { where: '> 1 MiB' } });
});
