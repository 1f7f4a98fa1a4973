import { describe, expect, test } from 'vitest';
import { anna, day, templateCells, workbook, type CellContent } from '../../support/workbook.js';
import { read, template, told } from './table-file.js';

const with_ = (changes: Readonly<Record<number, CellContent | undefined>>) =>
  anna.map((cell, index) => (index in changes ? changes[index] : cell));

const totals = {
  ahvIncome: '91000.00',
  ahvOpen: '0.00',
  alvIncome: '91000.00',
  alvzIncome: '0.00',
  alvOpen: '0.00',
};

test('tells everything that a template says', async () => {
  const { checked } = await read(template([anna]), 'xlsx');
  const { bytes, digest, ...content } = checked;
  expect(content).toEqual({
    format: 'xlsx',
    version: '1',
    year: 2025,
    company: 'Muster Beispiel AG',
    uid: 'CHE-123.456.788',
    fund: '095.000',
    member: '10001.00',
    testCase: false,
    persons: 1,
    ahvSalaries: 1,
    fakSalaries: 1,
    institutions: [
      { domain: 'AHV-AVS', fund: '095.000', member: '10001.00' },
      { domain: 'FAK-CAF', fund: '095.000', member: '10001.00' },
    ],
    totals,
    declared: {},
    cantons: [{ canton: 'BS', contributorySalary: '91000.00', familyAllowances: '3600.00' }],
    findings: [],
    ok: true,
  });
  expect(bytes).toBeGreaterThan(1000);
  expect(digest).toMatch(/^[0-9a-f]{64}$/);
});

describe('generous about people', () => {
  const wage = 8;
  const alv = 10;
  test.each<[string, Readonly<Record<number, CellContent>>]>([
    ['wages as texts', { [wage]: "91'000.00", [alv]: '91’000' }],
    ['wages of a formula', { [wage]: { xml: '<f>7000*13</f><v>91000</v>' } }],
    ['wages with the noise of calculation', { [wage]: { xml: '<v>91000.000000000015</v>' } }],
    ['wages with an exponent', { [wage]: { xml: '<v>9.1E4</v>' } }],
    ['an AHV number as a number', { 0: 7561234567897 }],
    ['an AHV number without dots, with spaces', { 0: ' 7561234567897 ' }],
    ['a day in a format of its own', { 3: day(31149, 3) }],
    ['a day as a serial without any format', { 3: 31149 }],
    ['a day as a text', { 3: '12.4.1985' }],
    ['a day as the strict edition writes it', { 3: { type: 'd', xml: '<v>1985-04-12T00:00:00</v>' } }],
    ['a word for the sex', { 4: 'weiblich' }],
    ['a canton in small letters', { 13: 'bs ' }],
    ['a text in several styles', { 1: { type: 'inlineStr', xml: '<is><r><t>Mus</t></r><r><t>ter</t></r></is>' } }],
    [
      'a text with its pronunciation',
      { 1: { type: 'inlineStr', xml: '<is><t>Muster</t><rPh sb="0" eb="1"><t>MU</t></rPh></is>' } },
    ],
    ['a cross for no exit', { 7: { type: 'b', xml: '<v>0</v>' } }],
    ['a text that a formula made', { 1: { type: 'str', xml: '<f>"Mus"&amp;"ter"</f><v>Muster</v>' } }],
  ])('%s', async (_what, changes) => {
    const { checked } = await read(template([with_(changes)]), 'xlsx');
    expect([checked.findings, checked.totals]).toEqual([[], totals]);
  });

  test('shared texts, rich ones and pronunciations among them', async () => {
    const shared =
      '<si><t>Muster</t></si><si><r><t>An</t></r><r><rPr><b/></rPr><t>na</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>';
    const row = with_({ 1: { type: 's', xml: '<v>0</v>' }, 2: { type: 's', xml: '<v>1</v>' } });
    const file = await read(workbook({ sheets: [{ cells: templateCells([row]) }], sharedStrings: shared }), 'xlsx');
    expect(told(file)).toEqual([]);
    expect([...(file.read?.table.entries ?? [])][0]).toMatchObject({ lastname: 'Muster', firstname: 'Anna' });
  });

  test('days that are counted from 1904', async () => {
    const sheets = [{ cells: templateCells([with_({ 3: day(31149 - 1462) })]) }];
    const file = await read(workbook({ sheets, workbookPr: 'date1904="1"' }), 'xlsx');
    expect([told(file), [...(file.read?.table.entries ?? [])][0]?.birth]).toEqual([[], '1985-04-12']);
  });

  test('the strict edition of the standard, whose namespaces are others', async () => {
    const sheets = [{ cells: templateCells([anna]) }];
    const strict = workbook({ sheets, namespace: 'http://purl.oclc.org/ooxml/spreadsheetml/main' });
    expect(told(await read(strict, 'xlsx'))).toEqual([]);
  });

  test('rows without anything in them, and the template among other sheets', async () => {
    const rows = [anna, [], [' ', undefined, ''], with_({ 0: '756.9217.0769.85', 1: 'Rossi' })];
    const cells = { ...templateCells(rows), A900: { xml: '', style: 2 }, B901: '  ' };
    const file = await read(workbook({ sheets: [{ name: 'Notizen', cells: { A1: 'x' } }, { cells }] }), 'xlsx');
    expect([told(file), file.checked.persons]).toEqual([[], 2]);
  });

  test('headings of any language', async () => {
    const french = { A2: 'Caisse de compensation', B11: 'Nom', I11: 'Salaire AVS', N11: 'Canton de travail' };
    expect(told(await read(template([anna], french), 'xlsx'))).toEqual([]);
  });

  test('a fund that the spreadsheet took for a number', async () => {
    for (const B2 of [95, 95000, '095', '95']) {
      expect((await read(template([anna], { B2 }), 'xlsx')).checked.fund).toBe('095.000');
    }
  });

  test('one person on several rows is one person, whatever stands between them', async () => {
    const until = with_({ 6: '28.02.2025', 8: 15000, 10: 15000 });
    const from = with_({ 5: '01.03.2025', 8: 10000, 9: 14000, 10: 0, 12: 24000 });
    const other = with_({ 0: '756.9217.0769.85', 1: 'Rossi' });
    const { checked, read: found } = await read(template([until, other, from]), 'xlsx');
    expect([checked.persons, checked.ahvSalaries, checked.findings]).toEqual([2, 3, []]);
    expect([...(found?.table.entries ?? [])].map(({ ordinal }) => ordinal)).toEqual([1, 2, 1]);
  });

  test('two persons with the same number are two persons', async () => {
    const { checked } = await read(template([anna, with_({ 2: 'Bea' })]), 'xlsx');
    expect(checked.persons).toBe(2);
  });
});

describe('each mistake is named at its cell', () => {
  test.each<[string, CellContent | undefined, number, string]>([
    ['no name', undefined, 1, 'T07.missing B12'],
    ['no first name', undefined, 2, 'T07.missing C12'],
    ['no day of birth', undefined, 3, 'T07.missing D12'],
    ['no sex', undefined, 4, 'T07.missing E12'],
    ['no AHV wage', undefined, 8, 'T07.missing I12'],
    ['no ALV wage', undefined, 10, 'T07.missing K12'],
    ['no canton', undefined, 13, 'T07.missing N12'],
    ['a number that is too short', '756.1234.5678', 0, 'T07.ahvNumber A12'],
    ['a wage with one dot', '91.000', 8, 'T07.ambiguousAmount I12'],
    ['a wage with fractions', 7583.3333, 8, 'T07.precise I12'],
    ['a wage in words', 'viel', 8, 'T07.amount I12'],
    ['a wage that looks like a day', day(45688), 8, 'T07.amount I12'],
    ['a wage beyond all numbers', { xml: '<v>1E300</v>' }, 8, 'T07.range I12'],
    ['a day that is none', '31.02.1985', 3, 'T07.date D12'],
    ['a year for a day', day(1985), 3, 'T07.ambiguousDate D12'],
    ['a letter for the sex', 'D', 4, 'T07.sex E12'],
    ['a canton abroad', 'EX', 13, 'T07.canton N12'],
    ['a word for the exit', 'bald', 7, 'T07.mark H12'],
    ['a name without end', 'x'.repeat(300), 1, 'T07.text B12'],
    ['an error', { type: 'e', xml: '<f>A1/0</f><v>#DIV/0!</v>' }, 8, 'T07.error I12'],
    ['a number that is none', { xml: '<v>0x10</v>' }, 8, 'T07.error I12'],
    ['a formula that nobody has computed', { xml: '<f>7000*13</f>' }, 8, 'T07.uncomputed I12'],
  ])('%s', async (_what, content, column, expected) => {
    const file = await read(template([with_({ [column]: content })]), 'xlsx');
    expect(told(file)).toEqual([expected]);
    expect(file.checked).toMatchObject({ ok: false, totals: {}, persons: 1 });
    expect(file.checked.findings[0]).toMatchObject({ sheet: 'Löhne', line: 12, person: { ordinal: 1 } });
  });

  test('and the rules speak of cells, too', async () => {
    const wrong = with_({ 0: '756.1234.5678.90', 5: '01.06.2025', 6: '31.05.2025' });
    const file = await read(template([anna, wrong], { B6: 'CHE-123.456.789' }), 'xlsx');
    expect(told(file)).toEqual(['P02.checkDigit B6', 'P01.checkDigit A13', 'V04.order F13']);
    expect(file.checked.findings[1]).toMatchObject({
      path: 'Löhne!A13',
      sheet: 'Löhne',
      cell: 'A13',
      line: 13,
      column: 1,
      person: { ordinal: 2, ahvNumber: '756.****.****.90' },
    });
  });

  test('all in one pass, and rules keep silent about what could not be read', async () => {
    const bad = with_({ 0: '756.1234.5678.90', 5: 'gestern', 8: 'viel', 13: '' });
    expect(told(await read(template([bad, with_({ 8: '1.000' })]), 'xlsx'))).toEqual([
      'P01.checkDigit A12',
      'T07.date F12',
      'T07.amount I12',
      'T07.missing N12',
      'T07.ambiguousAmount I13',
    ]);
  });

  test('whose it must be', async () => {
    const wishes = { recipient: { fund: '060', member: '1' } };
    expect(told(await read(template([anna]), 'xlsx', wishes))).toEqual(['A01.other B2']);
    const member = { recipient: { fund: '095', member: '10002.00' } };
    expect(told(await read(template([anna]), 'xlsx', member))).toEqual(['A02.ahv B2', 'A02.fak B2']);
  });
});

describe('rows that nobody sees, or that are none', () => {
  test('a hidden row counts, with a warning', async () => {
    const file = await read(template([anna], {}, { rows: { 12: 'hidden="1"' } }), 'xlsx');
    expect([told(file), file.checked.totals, file.checked.ok]).toEqual([['T08.hidden 12'], totals, true]);
  });

  test('a total below the table is not a person', async () => {
    const total = ['Total', undefined, undefined, undefined, undefined, undefined, undefined, undefined, 91000];
    const file = await read(template([anna, total]), 'xlsx');
    expect([told(file), file.checked.totals]).toEqual([['T08.total 13'], totals]);
  });

  test('merged cells among the persons are refused, above them they are not', async () => {
    const after = '<mergeCells><mergeCell ref="A1:G1"/><mergeCell ref="I12:I13"/></mergeCells>';
    expect(told(await read(template([anna], {}, { after }), 'xlsx'))).toEqual(['T08.merged I12']);
  });

  test('nobody at all', async () => {
    expect(told(await read(template([]), 'xlsx'))).toEqual(['T08.none']);
  });
});

describe('strict about the template', () => {
  test.each<[string, Readonly<Record<string, CellContent | undefined>>, string[]]>([
    ['no mark', { H1: undefined }, ['T04.none']],
    ['another mark', { H1: 'connect.salary-template' }, ['T04.none']],
    ['another version', { H1: 'connect.salary-template/2' }, ['T04.version H1']],
    ['another label', { A3: 'Kundennummer' }, ['T04.label A3']],
    ['exchanged columns', { I11: 'ALV-Lohn', K11: 'AHV-Lohn' }, ['T06.changed I11', 'T06.changed K11']],
    ['a heading that is gone', { N11: undefined }, ['T06.changed N11']],
    ['no fund', { B2: undefined }, ['T05.missing B2']],
    ['no year', { B4: undefined }, ['T05.missing B4']],
    ['a year of two digits', { B4: 25 }, ['T05.year B4']],
    ['a column of somebody’s own', { T11: 'Bemerkung', T12: 'ok' }, ['T06.unread T11']],
    ['a fund that is none', { B2: 'Exfour' }, ['V02.fund B2']],
  ])('%s', async (_what, header, expected) => {
    expect(told(await read(template([anna], header), 'xlsx'))).toEqual(expected);
  });

  test('headings that moved down', async () => {
    const { A11: _gone, ...cells } = templateCells([anna]);
    const file = await read(
      workbook({
        sheets: [{ cells: Object.fromEntries(Object.entries(cells).filter(([name]) => !/^[A-Z]11$/.test(name))) }],
      }),
      'xlsx',
    );
    expect(told(file)[0]).toBe('T06.changed A11');
  });

  test('two sheets that both could be meant', async () => {
    const sheets = [
      { name: 'a', cells: templateCells([anna]) },
      { name: 'b', cells: templateCells([]) },
    ];
    expect(told(await read(workbook({ sheets }), 'xlsx'))).toEqual(['T04.several']);
  });

  test('what the command says and the table, too', async () => {
    const wishes = { given: { year: '2024', fund: '095.000' } };
    expect(told(await read(template([anna]), 'xlsx', wishes))).toEqual(['T05.conflict B4']);
    expect(told(await read(template([anna], { B4: undefined }), 'xlsx', wishes))).toEqual([]);
  });
});
