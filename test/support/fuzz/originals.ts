import { readFile } from 'node:fs/promises';
import type { Employee } from '../../../contract/portal.gen.js';
import { translator } from '../../../src/i18n/translate.js';
import { templateSheets } from '../../../src/operations/salary-template.js';
import { writeWorkbook } from '../../../src/platform/xlsx-writer.js';
import { completeElm } from '../elm-complete.js';
import { ahvNumberOf, buildElm, elmPersons } from '../elm.js';
import { anna, templateCells, workbook } from '../workbook.js';
import { zip } from '../zip.js';
import { partsOf, type Parts } from './archive.js';

/** What is damaged: valid files of each kind, and some that were made to do harm. */
export interface Originals {
  readonly elm: readonly Buffer[];
  readonly csv: readonly Buffer[];
  readonly xlsx: readonly Parts[];
  readonly hostile: readonly Buffer[];
}

export async function originals(): Promise<Originals> {
  return { elm: await elmFiles(), csv: csvFiles(), xlsx: await workbooks(), hostile: hostileFiles() };
}

async function elmFiles(): Promise<readonly Buffer[]> {
  const small = buildElm({ persons: elmPersons(3), fund: '095', member: '10001.00' });
  const soap = small.replace(/<sdst:DeclareSalary[^]*/, (body) =>
    [
      '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Header/><e:Body>',
      body,
      '</e:Body></e:Envelope>',
    ].join('\n'),
  );
  const texts = [
    ...[small, soap, completeElm('5.0'), completeElm('4.0')],
    ...[buildElm({ version: '4.0', persons: 8, testCase: true }), buildElm({ persons: 25, predecessor: 'D-1' })],
    small.replaceAll('sdst:', '').replace('xmlns:sdst', 'xmlns'),
  ];
  return [
    ...texts.map((text) => Buffer.from(text)),
    Buffer.from(small.replace('UTF-8', 'ISO-8859-1'), 'latin1'),
    Buffer.from(`\ufeff${small.replace('UTF-8', 'UTF-16')}`, 'utf16le'),
    await readFile('examples/lohn-2025.xml'),
    await readFile('examples/lohn-2025-broken.xml'),
  ];
}

const above = 'Jahr;2025\nAusgleichskasse;095\nMitgliednummer;10001.00\n\n';
const german =
  'AHV-Nr;Name;Vorname;Geburtsdatum;Geschlecht;von;bis;Austritt;AHV-Lohn;ALV-Lohn;Kanton\n' +
  "756.1234.5678.97;Müller;Zoë;12.04.1985;F;;;;91'000.00;91000;BS\n" +
  '756.9217.0769.85;"Beispiel; ""Söhne""";Hans;1.2.1970;M;01.03.2025;31.10.2025;x;45000.05;45000.05;BL\n' +
  'Total;;;;;;;;136000.05;136000.05;\n';

function csvFiles(): readonly Buffer[] {
  const all = above + german;
  const many = german + german.split('\n')[1]!.concat('\n').repeat(40);
  return [
    Buffer.from(all),
    Buffer.from(`\ufeff${all.replaceAll('\n', '\r\n')}`),
    Buffer.from(all, 'latin1'),
    Buffer.from(`\ufeff${all}`, 'utf16le'),
    Buffer.from(`sep=;\n${german}`),
    Buffer.from(all.replaceAll(';', '\t')),
    Buffer.from(german.replaceAll("91'000.00", '"91,000.00"').replaceAll(';', ',')),
    Buffer.from(many),
  ];
}

async function workbooks(): Promise<readonly Parts[]> {
  const cells = templateCells([anna, ...[2, 3].map((ordinal) => [ahvNumberOf(ordinal), ...anna.slice(1)])]);
  const shared = ['connect.salary-template/1', 'Muster', 'Anna'];
  const byReference = Object.fromEntries(
    Object.entries(cells).map(([reference, content]) => {
      const index = shared.indexOf(typeof content === 'object' ? '' : String(content));
      return [reference, index === -1 ? content : { xml: `<v>${index}</v>`, type: 's' }];
    }),
  );
  const files = [
    workbook({ sheets: [{ cells }] }),
    workbook({
      sheets: [{ cells: byReference, after: '<mergeCells count="1"><mergeCell ref="A12:B13"/></mergeCells>' }],
      sharedStrings: shared
        .map((text) => `<si><t>${text}</t></si>`)
        .join('')
        .replace('<t>Anna</t>', '<r><t>An</t></r><rPh><t>x</t></rPh><r><t>na</t></r>'),
      workbookPr: 'date1904="1"',
    }),
    workbook({
      sheets: [
        { name: 'Anleitung', cells: { A1: 'lies mich' } },
        { cells, rows: { 13: 'hidden="1"' } },
      ],
      namespace: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
    }),
    await ownTemplate(),
  ];
  return (await Promise.all(files.map(partsOf))).map(withoutEmptyRows);
}

/** Two hundred rows of nothing take time and show nothing. */
const withoutEmptyRows = (parts: Parts): Parts =>
  parts.map(([name, content]) => [
    name,
    Buffer.from(content.toString().replace(/<row r="(?:[3-9]\d|\d{3})".*?<\/row>/gs, '')),
  ]);

/** As `connect salary template` writes it, with somebody in it. */
async function ownTemplate(): Promise<Uint8Array> {
  const header = { fund: '095.000', member: '10001.00', company: 'Muster Beispiel AG', uid: 'CHE-123.456.788' };
  const anna: Employee = {
    id: 'emp_1',
    ahvNumber: '756.1234.5678.97',
    lastName: 'Muster',
    firstName: 'Anna',
    dateOfBirth: '1985-04-12',
    sex: 'F',
    entry: '2020-01-01',
    exit: null,
    canton: 'BS',
  };
  const sheets = templateSheets(
    { year: 2025, language: 'de', header, employees: [anna, anna] },
    await translator('de'),
  );
  return writeWorkbook(sheets, 'Lohnmeldung');
}

/** Bombs and depths; each meets a limit. */
function hostileFiles(): readonly Buffer[] {
  const laughs = Array.from({ length: 9 }, (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`);
  const sheet = (content: string | Buffer) => ({ name: 'xl/worksheets/sheet1.xml', content });
  const types = { name: '[Content_Types].xml', content: '<Types/>' };
  const headings = german.slice(0, german.indexOf('\n') + 1);
  return [
    Buffer.from(`<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l0 "ha">${laughs.join('')}]><a>&l9;</a>`),
    Buffer.from('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
    Buffer.from('<a>'.repeat(60_000)),
    Buffer.from(Array.from({ length: 20_000 }, (_, index) => `<a xmlns:n${index}="u">`).join('')),
    Buffer.from(`<a ${Array.from({ length: 50_000 }, (_, index) => `b${index}="" `).join('')}>`),
    Buffer.from(`<${'a'.repeat(300_000)}`),
    Buffer.from(`<a>${'&#x41;'.repeat(200_000)}</a>`),
    Buffer.from(`<a b="${'v'.repeat(1_100_000)}"/>`),
    Buffer.from(`<!--${'-'.repeat(1_000_000)}`),
    Buffer.from(`${headings}"${'x\n'.repeat(400_000)}`),
    Buffer.from(`${headings}${';'.repeat(900_000)}`),
    Buffer.from(headings + '756.1234.5678.97;a\n'.repeat(4000)),
    Buffer.from(`Name;Vorname;AHV-Nr\n${'"'.repeat(500_000)}`),
    zip([types, sheet(Buffer.alloc(40 * 1024 * 1024, ' '))]),
    zip([types, sheet('<a>'.repeat(100_000))]),
    zip(Array.from({ length: 3000 }, (_, index) => ({ name: `${index}`, content: '' }))),
    Buffer.from('PK\u0003\u0004'),
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(100_000),
    Buffer.alloc(0),
  ];
}
