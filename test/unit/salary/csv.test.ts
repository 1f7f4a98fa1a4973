import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatOf } from '../../../src/operations/salary-format.js';
import { readTable } from '../../../src/operations/read-table.js';
import { read, told } from './table-file.js';

const above = ['Jahr;2025', 'Ausgleichskasse;095', 'Mitgliednummer;10001.00', ''];
const headings = 'AHV-Nr;Name;Vorname;Geburtsdatum;Geschlecht;von;bis;Austritt;AHV-Lohn;ALV-Lohn;Kanton';
const anna = "756.1234.5678.97;Müller;Zoë;12.04.1985;F;;;;91'000.00;91000;BS";
const lines = [...above, headings, anna];
const text = `${lines.join('\r\n')}\r\n`;

/** As Windows writes it in Western Europe. */
const windows1252 = (content: string) => Buffer.from(content.replaceAll('’', '\u0092'), 'latin1');

const found = async (content: string | Uint8Array) => {
  const file = await read(content, 'csv', {});
  const { year, fund, member, persons, totals } = file.checked;
  const [entry] = file.read?.table.entries ?? [];
  return {
    findings: told(file),
    year,
    fund,
    member,
    persons,
    wage: totals.ahvIncome,
    name: entry?.lastname,
    first: entry?.firstname,
  };
};

const right = {
  findings: [],
  year: 2025,
  fund: '095.000',
  member: '10001.00',
  persons: 1,
  wage: '91000.00',
  name: 'Müller',
  first: 'Zoë',
};

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) {
    await Promise.resolve();
    yield bytes.subarray(from, from + size);
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield bytes;
}

describe('whoever wrote the file', () => {
  test.each<[string, string | Uint8Array]>([
    ['UTF-8', text],
    ['UTF-8 with a byte order mark', `\ufeff${text}`],
    ['Windows-1252', windows1252(text)],
    ['UTF-16 with a byte order mark, as Excel calls Unicode', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['line ends of Unix', text.replaceAll('\r\n', '\n')],
    ['line ends of old Macs', text.replaceAll('\r\n', '\r')],
    ['commas', text.replaceAll(';', ',')],
    ['tabs', text.replaceAll(';', '\t')],
    ['a first line for Excel', `sep=;\r\n${text}`],
    ['quotes', text.replace('Müller', '"Müller"').replace('Zoë', '"Zoë"')],
    ['an apostrophe before numbers', text.replace(";91'000.00", ";'+91000")],
    [
      'French headings',
      text.replace(headings, 'NSS;Nom;Prénom;Date de naissance;Sexe;du;au;Sortie;Salaire AVS;Salaire AC;Canton'),
    ],
    [
      'Italian headings',
      text.replace(headings, 'N. AVS;Cognome;Nome;Data di nascita;Sesso;dal;al;Uscita;Salario AVS;Salario AD;Cantone'),
    ],
    ['headings in capitals with signs', text.replace(headings, headings.toUpperCase().replaceAll('-', ' - '))],
    ['both names in one cell', text.replace(';Vorname', ';Bemerkung').replace('Müller;Zoë', '"Müller, Zoë";')],
    ['empty lines at the end', `${text}\r\n;;;;;\r\n\r\n`],
  ])('%s', async (what, content) => {
    const expected = what.startsWith('both') ? { ...right, findings: ['T06.unread C5'] } : right;
    expect(await found(content)).toEqual(expected);
    expect((await formatOf(once(Buffer.from(content)))).format).toBe('csv');
  });

  test.each<[string, string | Uint8Array]>([
    ['UTF-8 with a byte order mark', `\ufeff${text}`],
    ['Windows-1252', windows1252(text)],
    ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['a first line for Excel', `sep=;\r\n${text}`],
  ])('%s, however it is cut into pieces', async (_who, content) => {
    for (const size of [1, 2, 3, 7]) {
      const { checked } = await readTable(inPieces(Buffer.from(content), size), 'csv', {
        recipient: undefined,
        given: {},
      });
      expect([checked.findings, checked.totals.ahvIncome, checked.bytes]).toEqual([
        [],
        '91000.00',
        Buffer.from(content).length,
      ]);
    }
  });

  const broken = text.replace('Müller', 'Mü"ller');
  test.each<[string, Uint8Array]>([
    ['it cannot be read from an early line on', Buffer.concat([Buffer.from(broken), Buffer.alloc(3)])],
    ['its columns are wrong', Buffer.concat([Buffer.from(text.replace(';Kanton', ';Ort')), windows1252(anna)])],
    ['its rows are wrong', Buffer.concat([Buffer.from(text.replace('91000', 'x')), windows1252(anna)])],
    ['it has a character that stands for damage', Buffer.concat([Buffer.from('\ufffd;;\r\n'), windows1252(text)])],
    ['it is marked as UTF-8', Buffer.concat([Buffer.from('\ufeff'), windows1252(text)])],
    ['it has half a character', Buffer.from(`\ufeff${text}`, 'utf16le').subarray(0, -1)],
  ])('a file that is no text is nothing else, however it is cut into pieces and also if %s', async (_what, content) => {
    for (const size of [1, 7, 64, 64 * 1024]) {
      const { checked } = await readTable(inPieces(Buffer.from(content), size), 'csv', {
        recipient: undefined,
        given: {},
      });
      expect(checked.findings.map(({ key }) => key)).toEqual(['finding.T09.characters']);
    }
  });

  test('a field with line breaks keeps the lines below in their places', async () => {
    const broken = text.replace('Müller', '"Mül\r\nler"').replace(/\r\n$/, `\r\n${anna.replace('91000', 'x')}\r\n`);
    expect((await found(broken)).findings).toEqual(['T07.amount J8']);
  });
});

describe('each mistake is named at its line', () => {
  test.each<[string, string | Uint8Array, string[]]>([
    ['no year', text.replace('Jahr;2025', ''), ['T05.missing']],
    ['a year of letters', text.replace(';2025', ';MMXXV'), ['T05.year B1']],
    ['a column too few', text.replace(';Kanton', ';Ort'), ['T06.missing 5']],
    ['a column twice', text.replace(';bis', ';ALV1'), ['T06.twice J5']],
    ['a column that nobody needs', text.replace('Vorname', 'Rang'), ['T06.unread C5', 'T07.missing 6']],
    ['a quote that is not closed', text.replace('Müller', '"Müller'), ['T09.quote 6']],
    ['a quote within a word', text.replace('Müller', 'Mü"ller'), ['T09.quote 6']],
    ['a record without end', text.replace('Müller', `"${'x\n'.repeat(600_000)}"`), ['T09.record 6']],
    ['two encodings at once', Buffer.concat([Buffer.from(text), windows1252(anna)]), ['T09.characters']],
    [
      'cut off within a character',
      Buffer.from(text).subarray(0, Buffer.from(text).indexOf('ë') + 1),
      ['T09.characters'],
    ],
    [
      'a character of UTF-8 after some of Windows-1252, between two pieces',
      Buffer.concat([windows1252(text), Buffer.alloc(70_000, 'a'), Buffer.from('ë')]),
      ['T09.characters'],
    ],
    ['bytes that are no text', Buffer.concat([Buffer.from(text), Buffer.alloc(3)]), ['T09.characters']],
    ['no headings', 'a;b;c\n1;2;3\n', ['T06.none']],
  ])('%s', async (_what, content, expected) => {
    expect((await found(content)).findings).toEqual(expected);
  });
});

test.each([
  ['XML', '<a/>', 'elm'],
  ['nothing', '', 'elm'],
  ['a PDF', '%PDF-1.7\n', 'elm'],
  ['a list of something else', 'id;title;price\n1;Book;12.50\n', 'elm'],
  ['an archive', 'PK\u0003\u0004', 'xlsx'],
])('%s is not taken for a table of wages', async (_what, content, format) => {
  const { format: told, whole } = await formatOf(once(Buffer.from(content)));
  const pieces: Uint8Array[] = [];
  for await (const piece of whole) pieces.push(piece);
  expect([told, Buffer.concat(pieces).toString()]).toEqual([format, content]);
});

test('what a file is depends on its first 64 KiB, however it is cut into pieces', async () => {
  const content = Buffer.from(`${'ä'.repeat(32 * 1024)}\n${text}`);
  for (const size of [1000, 64 * 1024, content.length]) {
    expect([size, (await formatOf(inPieces(content, size))).format]).toEqual([size, 'elm']);
  }
});

test('no text makes it throw', async () => {
  const words = fc.constantFrom(...text.split(/(?=[;\r])/), '"', '\r', '\n', ';', ',', '\t', '\u0000', '…', '=1+1');
  const samples = fc.sample(fc.array(words, { maxLength: 60 }), { seed: 20260130, numRuns: 300 });
  for (const sample of samples) {
    const { checked } = await read(sample.join(''), 'csv');
    expect(checked.format).toBe('csv');
  }
});
