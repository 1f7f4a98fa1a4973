import { expect, test } from 'vitest';
import { translator } from '../../../src/i18n/translate.js';
import { table } from '../../../src/render/table.js';
import { teller } from '../../../src/render/tell.js';
import type { Column } from '../../../src/render/view.js';

interface Row {
  readonly name: string;
  readonly note: string;
}

const tell = teller('en', await translator('en'));
const plain = table(tell, false);
const coloured = table(tell, true);
const columns: readonly Column<Row>[] = [
  { key: 'name', title: 'clients.name' },
  { key: 'note', title: 'codes.reason' },
];
const lines = (text: string): string[] => text.replace(/\n$/, '').split('\n');

test('a list has a line of titles, two spaces between columns, and no spaces at the end of a line', () => {
  const rows = [
    { name: 'Anna', note: 'x' },
    { name: 'Beatrice', note: '' },
  ];
  expect(plain.list(rows, columns, 80)).toBe('name      reason\nAnna      x\nBeatrice\n');
});

test('where everything fits, nothing is cut, up to the last column of the screen', () => {
  const row = { name: 'a'.repeat(40), note: 'b'.repeat(38) };
  expect(lines(plain.list([row], columns, 80))[1]).toBe(`${row.name}  ${row.note}`);
});

test('where it does not fit, the widest column gives way and says so by an ellipsis', () => {
  const row = { name: 'a'.repeat(10), note: 'b'.repeat(200) };
  expect(lines(plain.list([row], columns, 40))[1]).toBe(`${row.name}  ${'b'.repeat(27)}…`);
});

test('without a screen nothing is cut at all', () => {
  const row = { name: 'a'.repeat(1000), note: 'b'.repeat(1000) };
  expect(lines(plain.list([row], columns, Infinity))[1]).toBe(`${row.name}  ${row.note}`);
});

test('two wide columns share what there is', () => {
  const row = { name: 'a'.repeat(100), note: 'b'.repeat(100) };
  expect(lines(plain.list([row], columns, 42))[1]).toBe(`${'a'.repeat(19)}…  ${'b'.repeat(19)}…`);
});

test('on a very narrow screen columns keep eight characters, and the terminal wraps', () => {
  const row = { name: 'a'.repeat(100), note: 'b'.repeat(100) };
  expect(lines(plain.list([row], columns, 5))).toEqual(['name      reason', `${'a'.repeat(7)}…  ${'b'.repeat(7)}…`]);
});

test('a wide title is cut like a cell', () => {
  const wide: Column<Row> = { key: 'note', title: 'clients.use.summary' };
  const [title] = lines(plain.list([{ name: 'x', note: 'y' }], [wide], 20));
  expect(title).toBe(`${tell.translate('clients.use.summary').slice(0, 19)}…`);
});

test('wide characters count twice, combining ones not at all', () => {
  const rows = [
    { name: '日本語', note: '1' },
    { name: 'Zoe\u0308', note: '2' },
    { name: '👍', note: '3' },
    { name: 'sechs6', note: '4' },
  ];
  expect(lines(plain.list(rows, columns, 80))).toEqual([
    'name    reason',
    '日本語  1',
    'Zoe\u0308     2',
    '👍      3',
    'sechs6  4',
  ]);
});

test('wide characters are cut at the width of the screen, never in the middle of one', () => {
  const [, row] = lines(plain.list([{ name: '日本語日本語', note: '𝒜'.repeat(30) }], columns, 20));
  expect(row).toBe('日本語日…  𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜…');
});

test('every row stands on one line, whatever its text holds', () => {
  const rows = [{ name: 'a\nb\tc', note: '\u001b[2J\u202e' }];
  expect(plain.list(rows, columns, 80)).toBe('name   reason\na b c  \ufffd[2J\ufffd\n');
});

test('titles stand once over more than a thousand rows, and each row keeps its place and its columns', () => {
  const rows = Array.from({ length: 1201 }, (_, index) => ({
    name: `row ${index}`,
    note: index === 1200 ? 'the widest of all' : '-',
  }));
  const drawn = lines(plain.list(rows, columns, 80));
  expect(drawn).toEqual(['name      reason', ...rows.map(({ name, note }) => `${name.padEnd(8)}  ${note}`)]);
});

test('without rows only the titles are left', () => {
  expect(plain.list([], columns, 80)).toBe('name  reason\n');
});

test('colours underline what a tone means, and titles are bold', () => {
  const toned: readonly Column<Row>[] = [
    { key: 'name', title: 'clients.name', tone: ({ name }) => (name === 'bad' ? 'bad' : undefined) },
    { key: 'note', title: 'codes.reason', tone: () => 'good' },
  ];
  const rows = [
    { name: 'bad', note: 'x' },
    { name: 'ok', note: 'y' },
  ];
  expect(coloured.list(rows, toned, 80)).toBe(
    '\u001b[1mname\u001b[22m  \u001b[1mreason\u001b[22m\n' +
      '\u001b[31mbad\u001b[39m   \u001b[32mx\u001b[39m\n' +
      'ok    \u001b[32my\u001b[39m\n',
  );
  expect(plain.list(rows, toned, 80)).toBe('name  reason\nbad   x\nok    y\n');
});

test.each([
  ['good', '\u001b[32mx\u001b[39m'],
  ['warning', '\u001b[33mx\u001b[39m'],
  ['bad', '\u001b[31mx\u001b[39m'],
  ['muted', '\u001b[2mx\u001b[22m'],
  ['strong', '\u001b[1mx\u001b[22m'],
] as const)('the tone %s has its colour', (tone, painted) => {
  const column: Column<Row> = { key: 'note', title: 'codes.reason', tone: () => tone };
  expect(lines(coloured.list([{ name: '', note: 'x' }], [column], 80))[1]).toBe(painted);
});

test('one thing is a line a field, and nothing of it is cut', () => {
  const note = 'long '.repeat(60).trim();
  expect(plain.record({ name: 'Anna\nMuster', note }, columns)).toBe(`name    Anna Muster\nreason  ${note}\n`);
  expect(plain.record({ name: '', note: '' }, [])).toBe('');
});
