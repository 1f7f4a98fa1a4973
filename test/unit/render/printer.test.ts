import { expect, test } from 'vitest';
import { ConnectError } from '../../../src/errors.js';
import { translator } from '../../../src/i18n/translate.js';
import { printable } from '../../../src/render/printable.js';
import { printer } from '../../../src/render/printer.js';
import type { PrinterOptions } from '../../../src/render/printer.js';
import { teller } from '../../../src/render/tell.js';
import { table } from '../../../src/render/table.js';
import type { Column, ErasedParts } from '../../../src/render/view.js';
import { Screen, stream } from '../../support/screen.js';

interface User {
  readonly name: string;
  readonly active: boolean;
  readonly by: { readonly name: string } | null;
  readonly id: string;
}

const tell = teller('en', await translator('en'));
const columns: readonly Column<User>[] = [
  { key: 'name', title: 'clients.name' },
  { key: 'active', title: 'users.status', text: ({ active }) => tell.yesNo(active) },
  { key: 'by', title: 'codes.requestedBy', value: ({ by }) => by?.name ?? null },
  { key: 'id', title: 'users.id', hidden: true },
];
const anna: User = { name: 'Anna', active: true, by: null, id: '1' };
const beat: User = { name: '=Beat, "B"', active: false, by: { name: 'Anna\tM' }, id: '2' };

interface Wish extends Partial<PrinterOptions> {
  readonly terminal?: boolean;
}

function desk({ terminal = false, ...wish }: Wish): { screen: Screen; options: PrinterOptions } {
  const screen = new Screen({ isTTY: terminal });
  const drawing = (): Promise<ReturnType<typeof table>> => Promise.resolve(table(tell, false));
  const options = {
    stdout: screen,
    format: undefined,
    fields: undefined,
    query: undefined,
    csvForExcel: false,
    tell,
    table: drawing,
  };
  return { screen, options: { ...options, ...wish } };
}

async function listed(wish: Wish, parts?: ErasedParts): Promise<string> {
  const { screen, options } = desk(wish);
  expect(await printer(options).rows(stream(anna, beat), columns, parts)).toBe(2);
  return screen.text;
}

async function shown(wish: Wish): Promise<string> {
  const { screen, options } = desk(wish);
  await printer(options).one(beat, columns);
  return screen.text;
}

test.each<[string, Wish, string]>([
  [
    'a table on a terminal',
    { terminal: true },
    'name        status  requested by\nAnna        yes\n=Beat, "B"  no      Anna M\n',
  ],
  ['tab-separated values in a pipe', {}, 'Anna\ttrue\t\n=Beat, "B"\tfalse\tAnna M\n'],
  [
    'a table in a pipe, if asked for',
    { format: 'table' },
    'name        status  requested by\nAnna        yes\n=Beat, "B"  no      Anna M\n',
  ],
  ['CSV', { format: 'csv' }, `name,active,by,id\r\nAnna,true,,1\r\n"'=Beat, ""B""",false,Anna\tM,2\r\n`],
  [
    'CSV for Excel',
    { format: 'csv', csvForExcel: true },
    `\ufeffname;active;by;id\r\nAnna;true;;1\r\n"'=Beat, ""B""";false;Anna\tM;2\r\n`,
  ],
  ['JSON on one line in a pipe', { format: 'json' }, `${JSON.stringify([anna, beat])}\n`],
  ['JSON indented on a terminal', { format: 'json', terminal: true }, `${JSON.stringify([anna, beat], null, 2)}\n`],
  ['a JSON object a line', { format: 'ndjson' }, `${JSON.stringify(anna)}\n${JSON.stringify(beat)}\n`],
  ['chosen fields as tab-separated values', { fields: ['id', 'by'] }, '1\t\n2\tAnna M\n'],
  [
    'chosen fields as JSON',
    { format: 'json', fields: ['id', 'by'] },
    '[{"id":"1","by":null},{"id":"2","by":{"name":"Anna\\tM"}}]\n',
  ],
  ['chosen fields as CSV', { format: 'csv', fields: ['id'] }, 'id\r\n1\r\n2\r\n'],
  ['an expression over the whole list', { query: '[].name' }, '["Anna","=Beat, \\"B\\""]\n'],
  ['an expression over chosen fields', { query: '[1]', fields: ['id'], format: 'csv' }, '{"id":"2"}\n'],
])('a list is printed as %s', async (_what, wish, text) => {
  expect(await listed(wish)).toBe(text);
});

test.each<[string, Wish, string]>([
  ['a table on a terminal', { terminal: true }, 'name          =Beat, "B"\nstatus        no\nrequested by  Anna M\n'],
  ['a key and a value a line in a pipe', {}, 'name\t=Beat, "B"\nactive\tfalse\nby\tAnna M\n'],
  ['CSV', { format: 'csv' }, `name,active,by,id\r\n"'=Beat, ""B""",false,Anna\tM,2\r\n`],
  ['JSON', { format: 'json' }, `${JSON.stringify(beat)}\n`],
  ['JSON on a terminal', { format: 'json', terminal: true }, `${JSON.stringify(beat, null, 2)}\n`],
  ['a JSON object on a line', { format: 'ndjson', terminal: true }, `${JSON.stringify(beat)}\n`],
  ['chosen fields', { fields: ['id'], format: 'ndjson' }, '{"id":"2"}\n'],
  ['an expression', { query: 'by.name' }, '"Anna\\tM"\n'],
])('one thing is printed as %s', async (_what, wish, text) => {
  expect(await shown(wish)).toBe(text);
});

const parts: ErasedParts = {
  of: (user: User) => Array.from(user.name, (letter) => ({ letter })).slice(0, 2),
  columns: [{ key: 'letter', title: 'codes.reason' }],
};

test.each<[string, Wish, string]>([
  ['a line a part in a table', { terminal: true }, 'reason\nA\nn\n=\nB\n'],
  ['a line a part in a pipe', {}, 'A\nn\n=\nB\n'],
  ['a record a part in CSV', { format: 'csv' }, "letter\r\nA\r\nn\r\n'=\r\nB\r\n"],
  ['whole in JSON', { format: 'json' }, `${JSON.stringify([anna, beat])}\n`],
  ['whole in lines of JSON', { format: 'ndjson' }, `${JSON.stringify(anna)}\n${JSON.stringify(beat)}\n`],
])('rows that fall into parts are %s, and are counted whole', async (_what, wish, text) => {
  expect(await listed(wish, parts)).toBe(text);
});

test.each<[Wish, string]>([
  [{ terminal: true }, ''],
  [{}, ''],
  [{ format: 'json' }, '[]\n'],
  [{ format: 'ndjson' }, ''],
  [{ format: 'csv' }, 'name,active,by,id\r\n'],
  [{ query: 'length(@)' }, '0\n'],
])('of no rows %j prints only what its readers need', async (wish, text) => {
  const { screen, options } = desk(wish);
  expect(await printer(options).rows(stream<User>(), columns)).toBe(0);
  expect(screen.text).toBe(text);
});

test.each<[string, Wish]>([
  ['ndjson', { format: 'ndjson' }],
  ['csv', { format: 'csv' }],
  ['tsv', {}],
])('%s streams: each row is written before the next one is asked for', async (_format, wish) => {
  const events: string[] = [];
  const { screen, options } = desk(wish);
  const stdout = {
    ...{ isTTY: false, columns: 80 },
    write: (text: string) => {
      if (/Anna|Beat/.test(text)) events.push(`written ${/Anna|Beat/.exec(text)?.[0]}`);
      return screen.write(text);
    },
  };
  // eslint-disable-next-line @typescript-eslint/require-await -- rows that tell when they are asked for
  async function* rows(): AsyncGenerator<User> {
    for (const row of [anna, beat]) {
      events.push(`asked for ${row.name}`);
      yield row;
    }
  }
  await printer({ ...options, stdout }).rows(rows(), columns.slice(0, 1));
  expect(events).toEqual(['asked for Anna', 'written Anna', 'asked for =Beat, "B"', 'written Beat']);
});

test.each<[string, Wish]>([
  ['json', { format: 'json' }],
  ['ndjson', { format: 'ndjson' }],
  ['csv', { format: 'csv' }],
  ['tsv', {}],
  ['table', { terminal: true }],
])('an unknown field of a %s is refused before the first row is asked for', async (_format, wish) => {
  const { screen, options } = desk({ ...wish, fields: ['nothing'] });
  // eslint-disable-next-line @typescript-eslint/require-await, require-yield -- nobody may ask
  async function* rows(): AsyncGenerator<User> {
    throw new Error('a row was asked for');
  }
  await expect(printer(options).rows(rows(), columns)).rejects.toThrow(ConnectError);
  await expect(printer(options).one(anna, columns)).rejects.toThrow(ConnectError);
  expect(screen.text).toBe('');
});

test('nothing a portal says can command the terminal, in any format', async () => {
  const evil: User = { ...anna, name: '\u001b[2J\u009b\u202e\u007f' };
  for (const format of ['table', 'json', 'ndjson', 'csv', undefined] as const) {
    const { screen, options } = desk({ format });
    await printer(options).rows(stream(evil), columns);
    await printer(options).one(evil, columns);
    const text = screen.text.replaceAll('\r\n', '\n');
    expect(text).toBe(printable(text));
  }
});
