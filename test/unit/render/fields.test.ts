import { expect, test } from 'vitest';
import { ConnectError } from '../../../src/errors.js';
import { chooseColumns, pick } from '../../../src/render/fields.js';
import { neutralText, textOf, valueOf } from '../../../src/render/view.js';
import type { Column } from '../../../src/render/view.js';
import { teller } from '../../../src/render/tell.js';
import { translator } from '../../../src/i18n/translate.js';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly by: { readonly name: string } | null;
}

const columns: readonly Column<Row>[] = [
  { key: 'name', title: 'clients.name', text: ({ name }) => name.toUpperCase() },
  { key: 'by', title: 'codes.requestedBy', value: ({ by }) => by?.name ?? null },
  { key: 'id', title: 'users.id', hidden: true },
];
const keys = (...choice: Parameters<typeof chooseColumns<Row>>): string[] =>
  chooseColumns(...choice).map(({ key }) => key);

test.each(['table', 'tsv'] as const)('a %s leaves out what is marked hidden', (format) => {
  expect(keys(columns, undefined, format)).toEqual(['name', 'by']);
});

test.each(['csv', 'json', 'ndjson'] as const)('%s has every field', (format) => {
  expect(keys(columns, undefined, format)).toEqual(['name', 'by', 'id']);
});

test('--fields chooses and orders, hidden ones included, and may repeat one', () => {
  expect(keys(columns, ['id', 'name', 'id'], 'table')).toEqual(['id', 'name', 'id']);
});

test.each(['table', 'tsv', 'csv', 'json', 'ndjson'] as const)(
  'an unknown field of a %s lists the known ones',
  (format) => {
    expect(() => chooseColumns(columns, ['id', 'nmae'], format)).toThrow(
      expect.objectContaining({
        code: 'field-unknown',
        params: { field: 'nmae', known: 'name, by, id' },
      }) as ConnectError,
    );
  },
);

test('an empty field is unknown, too', () => {
  expect(() => chooseColumns(columns, [''], 'csv')).toThrow(ConnectError);
});

test('without --fields the result is the result itself; with them those members in that order', () => {
  const row: Row = { id: '1', name: 'Anna', by: null };
  expect(pick(row, undefined)).toBe(row);
  expect(JSON.stringify(pick(row, ['name', 'id']))).toBe('{"name":"Anna","id":"1"}');
});

test.each([
  [null, ''],
  [undefined, ''],
  ['', ''],
  [0, '0'],
  [false, 'false'],
  ['Anna', 'Anna'],
  [['otp', 'sms'], 'otp,sms'],
  [[], ''],
  [[1, null], '[1,null]'],
  [[{ id: 1 }], '[{"id":1}]'],
  [{ year: 2025 }, '{"year":2025}'],
])('%j stands in a cell as %j', (value, text) => {
  expect(neutralText(value)).toBe(text);
});

test('a column shows its own value to machines and its own text to people', async () => {
  const tell = teller('en', await translator('en'));
  const row: Row = { id: '1', name: 'Anna', by: { name: 'Beat' } };
  expect(columns.map((column) => [valueOf(column, row), textOf(column, row, tell)])).toEqual([
    ['Anna', 'ANNA'],
    ['Beat', 'Beat'],
    ['1', '1'],
  ]);
});
