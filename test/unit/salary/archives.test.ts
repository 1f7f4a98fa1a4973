import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTable } from '../../../src/operations/read-table.js';
import { openZip } from '../../../src/platform/zip.js';
import { limits } from '../../../src/salary/limits.js';
import { anna, templateCells, workbook, type WorkbookContent } from '../../support/workbook.js';
import { zip } from '../../support/zip.js';
import { read, told } from './table-file.js';

const sheet = 'xl/worksheets/sheet1.xml';
const content: WorkbookContent = { sheets: [{ cells: templateCells([anna]) }] };
const good = workbook(content);
const findingsOf = async (bytes: Uint8Array) => told(await read(bytes, 'xlsx'));
const blanks = (mebibytes: number) =>
  `<worksheet xmlns="NS"><sheetData>${' '.repeat(mebibytes * 1024 * 1024)}</sheetData></worksheet>`;

describe('a damaged archive is a finding', () => {
  test.each<[string, Uint8Array, string[]]>([
    ['cut off at the end', good.subarray(0, good.length - 30), ['T01.damaged']],
    ['cut off in the middle', good.subarray(0, good.length / 2), ['T01.damaged']],
    ['nothing but its first bytes', good.subarray(0, 4), ['T01.damaged']],
    ['bytes after its end', Buffer.concat([good, Buffer.alloc(10)]), ['T01.damaged']],
    ['with a wrong checksum', workbook({ ...content, packed: { [sheet]: { crc: 1 } } }), ['T01.checksum']],
    ['that hides how long an entry is', workbook({ ...content, packed: { [sheet]: { claims: 10 } } }), ['T01.size']],
    ['that says an entry is longer', workbook({ ...content, packed: { [sheet]: { claims: 1e6 } } }), ['T01.size']],
    ['with an encrypted entry', workbook({ ...content, packed: { [sheet]: { encrypted: true } } }), ['T01.encrypted']],
    [
      'packed in a way that nobody knows',
      workbook({ ...content, packed: { [sheet]: { method: 99 } } }),
      ['T01.method'],
    ],
    [
      'with the same entry twice',
      zip([
        { name: 'a', content: '' },
        { name: 'a', content: '' },
      ]),
      ['T01.duplicate'],
    ],
    ['with a name that leaves it', zip([{ name: '../a', content: '' }]), ['T01.name']],
    ['with a name from the root', zip([{ name: '/etc/passwd', content: '' }]), ['T01.name']],
    ['with a name from a drive', zip([{ name: 'C:/a', content: '' }]), ['T01.name']],
    [
      'with the same entry twice, once as Windows writes it',
      zip([
        { name: 'xl/a.xml', content: '' },
        { name: 'xl\\a.xml', content: '' },
      ]),
      ['T01.duplicate'],
    ],
    ['without anything', zip([]), ['T03.none']],
    ['of something else', zip([{ name: 'lohn.xml', content: '<a/>' }]), ['T03.none']],
    ['of an OpenDocument table', zip([{ name: 'content.xml', content: '<a/>' }]), ['T03.ods']],
  ])('%s', async (_what, bytes, expected) => {
    expect(await findingsOf(bytes)).toEqual(expected);
  });

  test.each<[string, Readonly<Record<string, string | undefined>>, string[]]>([
    ['without its sheet', { [sheet]: undefined }, ['T03.part']],
    ['without its relationships', { '_rels/.rels': undefined }, ['T03.part']],
    ['without its styles', { 'xl/styles.xml': undefined }, ['T03.part']],
    ['of Word', { '_rels/.rels': relation('word/document.xml') }, ['T03.none']],
    ['of the binary kind', { '_rels/.rels': relation('xl/workbook.bin') }, ['T03.binary']],
    [
      'whose sheet is elsewhere',
      { 'xl/_rels/workbook.xml.rels': relation('../../../etc/passwd', 's1', 'worksheet') },
      ['T03.part'],
    ],
    ['whose sheet is cut off', { [sheet]: '<worksheet><sheetData><row r="1"><c r="A1"><v>1' }, ['T03.xml']],
    ['whose sheet has a DTD', { [sheet]: '<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>' }, ['T03.doctype']],
    ['whose styles have a DTD', { 'xl/styles.xml': '<!DOCTYPE a SYSTEM "http://127.0.0.1/x"><a/>' }, ['T03.doctype']],
    ['whose relationships have a DTD', { '_rels/.rels': '<!DOCTYPE a><a/>' }, ['T03.doctype']],
    ['whose sheet says another encoding', { [sheet]: '<?xml version="1.0" encoding="UTF-16"?><a/>' }, ['T03.encoding']],
    ['whose sheet has an entity', { [sheet]: '<worksheet>&b;</worksheet>' }, ['T03.xml']],
    ['whose sheet is no text', { [sheet]: '<worksheet>\uffff\u0000</worksheet>' }, ['T03.xml']],
    ['whose rows go back', { [sheet]: rows('<row r="2"/><row r="1"/>') }, ['T03.reference']],
    ['whose cells go back', { [sheet]: rows('<row r="1"><c r="B1"/><c r="A1"/></row>') }, ['T03.reference']],
    ['whose cell is in another row', { [sheet]: rows('<row r="1"><c r="A2"/></row>') }, ['T03.reference']],
    ['whose text is nowhere', { [sheet]: rows('<row r="1"><c r="A1" t="s"><v>7</v></c></row>') }, ['T03.reference']],
  ])('a workbook %s', async (_what, parts, expected) => {
    expect(await findingsOf(workbook({ ...content, parts }))).toEqual(expected);
  });
});

describe('each limit has a message of its own', () => {
  const many = (count: number, one: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => one(index)).join('');

  test.each<[string, () => Uint8Array, string]>([
    ['a bomb: one entry of blanks', () => workbook({ ...content, parts: { [sheet]: blanks(40) } }), 'T02.ratio'],
    [
      'entries that are large together',
      () => workbook({ ...content, packed: { [sheet]: { claims: limits.zip.expanded + 1 } } }),
      'T02.expanded',
    ],
    [
      'entries without end',
      () => zip(Array.from({ length: 2001 }, (_, index) => ({ name: `${index}`, content: '' }))),
      'T02.entries',
    ],
    [
      'sheets without end',
      () => workbook({ sheets: Array.from({ length: 201 }, () => ({ cells: {} })) }),
      'T02.sheets',
    ],
    ['elements in elements', () => workbook({ ...content, parts: { [sheet]: many(100, () => '<a>') } }), 'X06.depth'],
    ['a name without end', () => workbook({ ...content, parts: { [sheet]: `<${'a'.repeat(300)}/>` } }), 'X07.name'],
    [
      'attributes without end',
      () => workbook({ ...content, parts: { [sheet]: `<a ${many(65, (i) => `b${i}="" `)}/>` } }),
      'X09.attributes',
    ],
    ['a text without end', () => workbook({ ...content, parts: { [sheet]: rows(' '.repeat(2 ** 21)) } }), 'X08.text'],
    ['a cell without end', () => workbook({ sheets: [{ cells: { A1: 'x'.repeat(40_000) } }] }), 'T02.cell A1'],
    ['a column far away', () => workbook({ sheets: [{ cells: { ZZ1: 'x' } }] }), 'T02.columns ZZ1'],
  ])('%s', async (_what, bytes, expected) => {
    expect(await findingsOf(bytes())).toEqual([expected]);
  });

  test('shared texts without end', async () => {
    // Stored, since so many of the same letter would be taken for a bomb first.
    const packed = { 'xl/sharedStrings.xml': { method: 0 } };
    const sharedStrings = '<si/>'.repeat(limits.sharedStrings / 32 + 1);
    expect(await findingsOf(workbook({ ...content, sharedStrings, packed }))).toEqual(['T02.strings']);
  });

  test('a file without end, which is not even kept', async () => {
    const piece = Buffer.alloc(1024 * 1024);
    let given = 0;
    const endless = async function* () {
      for (;;) {
        await Promise.resolve();
        given += 1;
        yield piece;
      }
    };
    const { checked } = await readTable(endless(), 'xlsx', { recipient: undefined, given: {} });
    expect([checked.findings.map(({ key }) => key), given]).toEqual([['finding.T02.bytes'], 65]);
  });

  test('all entries together may expand to so much, each may', async () => {
    const entries = ['a', 'b'].map((name) => ({ name, content: Buffer.alloc(3000) }));
    const archive = await openZip(zip(entries), { ...limits.zip, expanded: 4500 });
    if ('fault' in archive) throw new Error(archive.fault);
    expect(await archive.read('a', () => true)).toBeUndefined();
    expect(await archive.read('b', () => true)).toEqual({ fault: 'expanded', entry: 'b', limit: 4500 });
  });
});

test('no damage to a workbook makes it throw, and none goes unnoticed where it changes a value', async () => {
  const random = fc.sample(
    fc.record({ at: fc.nat(good.length - 1), byte: fc.nat(255), cut: fc.option(fc.nat(good.length - 1), { freq: 4 }) }),
    { seed: 20260130, numRuns: 300 },
  );
  const intact = (await read(good, 'xlsx')).checked;
  for (const { at, byte, cut } of random) {
    const bytes = Buffer.from(cut === null ? good : good.subarray(0, cut));
    if (at < bytes.length) bytes[at] = byte;
    const { checked } = await read(bytes, 'xlsx');
    if (checked.ok) expect([checked.totals, checked.persons, checked.fund]).toEqual([intact.totals, 1, '095.000']);
  }
});

function relation(target: string, id = 'r1', kind = 'officeDocument'): string {
  const type = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}`;
  return `<Relationships><Relationship Id="${id}" Type="${type}" Target="${target}"/></Relationships>`;
}

function rows(xml: string): string {
  return `<worksheet xmlns="NS"><sheetData>${xml}</sheetData></worksheet>`;
}
