import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ConnectError } from '../../../src/errors.js';
import { readHrList } from '../../../src/operations/read-hr-list.js';
import type { HrList } from '../../../src/operations/read-hr-list.js';
import { emptyFolder } from '../../support/folder.js';
import { itWith } from '../../support/tools.js';

// eslint-disable-next-line @typescript-eslint/require-await -- a stream of few pieces
async function* pieces(bytes: Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const read = (content: string | Uint8Array, size?: number): Promise<HrList> =>
  readHrList(pieces(typeof content === 'string' ? Buffer.from(content) : content, size), 'hr.csv');

const beat = {
  ...{ line: 2, email: 'beat@muster.example', userName: 'beat', name: 'Beat Müller' },
  ...{ exitOn: '2026-10-31', status: 'left', role: 'HR' },
};

test.each([
  ['German', 'E-Mail;Benutzername;Vorname;Name;Austritt;Status;Funktion', '31.10.2026', 'ausgetreten'],
  ['French', "Adresse e-mail;Nom d'utilisateur;Prénom;Nom;Date de sortie;Statut;Fonction", '31.10.2026', 'Sorti'],
  ['Italian', 'Posta elettronica;Nome utente;Nome;Cognome;Data di uscita;Stato;Funzione', '2026-10-31', 'CESSATO'],
  ['English', 'Work e-mail;User name;First name;Last name;Last day;State;Job title', '2026-10-31 00:00', 'terminated'],
])('%s headings', async (_language, headings, day, status) => {
  const list = await read(`${headings}\nbeat@muster.example;beat;Beat;Müller;${day};${status};HR\n`);
  expect(list).toMatchObject({ people: [beat], problems: [], oddStatuses: [] });
});

test('one column for the whole name, with words in any order', async () => {
  const list = await read('Name,E-Mail\n"Müller, Beat",beat@muster.example\n');
  expect(list.people.map(({ name }) => name)).toEqual(['Müller, Beat']);
});

const rows = 'E-Mail;Vorname;Nachname\r\nbeat@muster.example;Beat;Müller\r\n';
test.each([
  ['UTF-8', Buffer.from(rows)],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${rows}`)],
  ['UTF-16', Buffer.from(`\ufeff${rows}`, 'utf16le')],
  ['Windows-1252', Buffer.from(rows, 'latin1')],
  ['commas', Buffer.from(rows.replaceAll(';', ','))],
  ['tabs', Buffer.from(rows.replaceAll(';', '\t'))],
  ['a line for Excel', Buffer.from(`sep=;\r\n${rows}`)],
  ['a title and an empty line above', Buffer.from(`Personalliste 2026;;\r\n;;\r\n${rows}`)],
  ['old line ends', Buffer.from(rows.replaceAll('\r\n', '\r'))],
])('%s', async (_what, bytes) => {
  for (const size of [1, 100_000]) {
    expect((await read(bytes, size)).people).toMatchObject([{ email: 'beat@muster.example', name: 'Beat Müller' }]);
  }
});

test('the digest is that of the file', async () => {
  const content = 'E-Mail\na@b.example';
  expect((await read(content)).sha256).toBe(createHash('sha256').update(content).digest('hex'));
});

test('every row that can’t be used is named by its line, and says why', async () => {
  const list = await read(
    [
      'E-Mail;Name;Eintritt;Austritt;Aktiv',
      'anna@muster.example;Anna;;;ja',
      ';;01.01.2020;;',
      'no address;Beat;;;',
      '"=HYPERLINK(""http://x"";""y"")@x";Beat;;;',
      'b@muster.example;Beat;;31.13.2026;',
      'b@muster.example;Beat;;03/04/2026;',
      'b@muster.example;"Beat',
      'Keller";;gestern;',
      'b@muster.example;Beat;01.02.2026;31.01.2026;',
      'b@muster.example;Beat;;;vielleicht',
      'b@muster.example;Beat;;;ja;more',
      `b@muster.example;${'x'.repeat(501)};;;`,
      ';;;;',
      'c@muster.example;Carla;;00.00.0000;x',
      'd@muster.example;Dora;;31.12.9999',
      "'=e@muster.example;Eva",
    ].join('\n'),
  );
  expect(list.people.map(({ line, name, exitOn, status }) => [line, name, exitOn, status])).toEqual([
    [2, 'Anna', undefined, 'employed'],
    [15, 'Carla', undefined, 'employed'],
    [16, 'Dora', undefined, undefined],
  ]);
  expect(list.problems.map(({ line, fault }) => [line, fault])).toEqual([
    [3, 'nobody'],
    [4, 'email'],
    [5, 'email'],
    [6, 'date'],
    [7, 'date'],
    [8, 'date'],
    [10, 'order'],
    [11, 'active'],
    [12, 'cells'],
    [13, 'long'],
    [17, 'email'],
  ]);
});

test('days with two digits for the year, as LibreOffice writes them, are those of a working life', async () => {
  const rows = ['a;01.02.98;31.10.26', 'b;1. 2. 16;9.1.27', 'c;;31.12.99', 'd;;31/10/26', 'e;31.02.26;'];
  const list = await read(['Login;Eintritt;Austritt', ...rows].join('\n'));
  expect(list.people.map(({ userName, exitOn }) => [userName, exitOn])).toEqual([
    ['a', '2026-10-31'],
    ['b', '2027-01-09'],
  ]);
  expect(list.problems).toEqual([
    { line: 4, fault: 'date', value: '31.12.99' },
    { line: 5, fault: 'date', value: '31/10/26' },
    { line: 6, fault: 'date', value: '31.02.26' },
  ]);
});

test('words about the employment that nobody knows are listed, and mean nothing', async () => {
  const list = await read('E-Mail,Status\na@b.example,Teilzeit 80%\nb@b.example,Teilzeit 80%\nc@b.example,aktiv');
  expect(list.people.map(({ status }) => status)).toEqual([undefined, undefined, 'employed']);
  expect(list.oddStatuses).toEqual(['Teilzeit 80%']);
});

test.each([
  ['nothing', '', 'hr-list-headings'],
  ['headings alone', 'E-Mail;Name\n', 'hr-list-empty'],
  ['headings and empty rows', 'E-Mail;Name\n;\n;\n', 'hr-list-empty'],
  ['no headings', 'anna@muster.example;Anna\n', 'hr-list-headings'],
  ['headings that name nobody', 'Austritt;Status\n31.12.2026;aktiv\n', 'hr-list-headings'],
  ['bytes that are no text', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0xff]), 'hr-list-unreadable'],
  ['zeros', Buffer.alloc(5000), 'hr-list-unreadable'],
  ['half a character', Buffer.concat([Buffer.from('E-Mail\nä'), Buffer.from([0xc3])]), 'hr-list-unreadable'],
  ['a quotation mark that is never closed', `E-Mail\n"a@b.example\n${'b\n'.repeat(1_000_000)}`, 'hr-list-unreadable'],
  ['a line of more than a megabyte', `E-Mail\n${'a'.repeat(1_100_000)}\n`, 'hr-list-unreadable'],
  ['too many rows', `E-Mail\n${'a@b.example\n'.repeat(250_001)}`, 'hr-list-too-long'],
])('%s', async (_what, content, code) => {
  await expect(read(content, 65_536)).rejects.toMatchObject({ code, exitCode: 7 });
});

test('a file that never ends is left in time', async () => {
  // eslint-disable-next-line @typescript-eslint/require-await -- a stream
  async function* endless(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('E-Mail\n');
    for (;;) yield Buffer.from('\n'.repeat(100_000));
  }
  await expect(readHrList(endless(), 'hr.csv')).rejects.toMatchObject({ code: 'hr-list-too-long' });
});

test('whatever the bytes, there is a list or one of four errors', async () => {
  const parts = fc.constantFrom(
    'E-Mail',
    'Name',
    'a@b.example',
    ';',
    ',',
    '"',
    '\n',
    '\r',
    '\t',
    '\0',
    'ä',
    '=1+1',
    '31.10.2026',
  );
  const text = fc.array(parts, { maxLength: 40 }).map((all) => Buffer.from(all.join('')));
  await fc.assert(
    fc.asyncProperty(fc.oneof(text, fc.uint8Array({ maxLength: 80 })), async (bytes) => {
      const outcome = await read(bytes).catch((error: unknown) => error);
      if (outcome instanceof ConnectError) expect(outcome.exitCode).toBe(7);
      else expect((outcome as HrList).people.length + (outcome as HrList).problems.length).toBeGreaterThan(0);
    }),
    { numRuns: 300, seed: 5 },
  );
});

itWith('soffice', 'a list that LibreOffice has saved', async () => {
  const folder = await emptyFolder();
  const source = path.join(folder, 'personal.fods');
  const cell = (value: string): string =>
    /^\d{4}-/.test(value)
      ? `<table:table-cell office:value-type="date" office:date-value="${value}"/>`
      : `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;
  const table = [
    ['E-Mail', 'Vorname', 'Name', 'Austritt'],
    ['beat@muster.example', 'Beat', 'Müller; Keller', '2026-10-31'],
    ['carla@muster.example', 'Carla', 'D’Angelo', ''],
  ];
  const body = table.map((row) => `<table:table-row>${row.map(cell).join('')}</table:table-row>`).join('');
  await writeFile(
    source,
    `<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet><table:table table:name="Personal">${body}</table:table></office:spreadsheet></office:body></office:document>`,
  );
  const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
  const filter = 'csv:Text - txt - csv (StarCalc):59,34,76,1,,2055,false,true';
  execFileSync('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, source], {
    stdio: 'pipe',
    timeout: 120_000,
  });
  const saved = await read(readFileSync(path.join(folder, 'personal.csv')));
  expect(saved).toMatchObject({
    problems: [],
    people: [
      { email: 'beat@muster.example', name: 'Beat Müller; Keller', exitOn: '2026-10-31' },
      { email: 'carla@muster.example', name: 'Carla D’Angelo', exitOn: undefined },
    ],
  });
});
