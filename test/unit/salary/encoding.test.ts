import { expect, test } from 'vitest';
import { buildElm } from '../../support/elm.js';
import { compoundFile } from '../../support/compound-file.js';
import { check, finding, findingsOf, positionOf, replaced } from './check-text.js';

const company = 'Hürlimann & Söhne, L’Étoile à 5 €';
const xml = buildElm({ company });
const declaring = (encoding: string) => replaced(xml, 'encoding="UTF-8"', `encoding="${encoding}"`);

/** Windows-1252 for the characters of this test. */
const windows1252 = (text: string) => Buffer.from(text.replaceAll('’', '\u0092').replaceAll('€', '\u0080'), 'latin1');

const utf16be = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16();

test.each([
  ['UTF-8', Buffer.from(xml)],
  ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${xml}`)],
  ['UTF-8 without a declaration', Buffer.from(xml.slice(xml.indexOf('\n') + 1))],
  ['UTF-16 little endian', Buffer.from(`\ufeff${declaring('UTF-16')}`, 'utf16le')],
  ['UTF-16 big endian', utf16be(declaring('utf-16'))],
  ['UTF-16 without a declaration', utf16be(xml.slice(xml.indexOf('\n') + 1))],
  ['Windows-1252', windows1252(declaring('windows-1252'))],
  ['ISO 8859-1', windows1252(declaring('ISO-8859-1'))],
])('reads %s', async (_name, bytes) => {
  for (const pieceBytes of [1, 7, 64 * 1024]) {
    const { company: read, findings } = await check(bytes, undefined, pieceBytes);
    expect({ read, findings }).toEqual({ read: company, findings: [] });
  }
});

test('reads ISO 8859-15', async () => {
  const text = replaced(buildElm({ company: 'Zoë 5 €' }), 'encoding="UTF-8"', 'encoding="iso-8859-15"');
  const { company: read } = await check(Buffer.from(text.replaceAll('€', '\u00a4'), 'latin1'));
  expect(read).toBe('Zoë 5 €');
});

test('bytes that are no UTF-8 are found at their place, however the file is cut into pieces', async () => {
  const bytes = Buffer.from(xml);
  const at = bytes.indexOf('Musterstrasse');
  bytes[at + 6] = 0xe9;
  const { line, column } = positionOf(xml, 'Musterstrasse');
  for (const pieceBytes of [5, 64 * 1024]) {
    const { findings } = await check(bytes, undefined, pieceBytes);
    expect(findings).toEqual([finding('X03.bytes', { line, column: column + 6, params: { encoding: 'UTF-8' } })]);
  }
});

test('a character cut off at the end of the file is found', async () => {
  const bytes = Buffer.concat([Buffer.from(xml), Buffer.from('ü').subarray(0, 1)]);
  const place = { line: xml.split('\n').length, column: 1 };
  expect(await findingsOf(bytes)).toEqual([finding('X03.bytes', { ...place, params: { encoding: 'UTF-8' } })]);
});

test.each([
  ['after a character that stands for damage', '\ufffd', Buffer.from([0xe9])],
  ['after the beginning of a character', '', Buffer.from([0xe2, 0x82])],
])('bytes that are no UTF-8 are found %s, however the file is cut', async (_where, before, damage) => {
  const [head = '', tail = ''] = xml.split('Musterstrasse');
  const bytes = Buffer.concat([Buffer.from(head + before), damage, Buffer.from(tail)]);
  const { line, column } = positionOf(xml, 'Musterstrasse');
  for (const pieceBytes of [1, 3, 1024, 64 * 1024]) {
    const { findings } = await check(bytes, undefined, pieceBytes);
    const at = { line, column: column + before.length };
    expect(findings).toEqual([finding('X03.bytes', { ...at, params: { encoding: 'UTF-8' } })]);
  }
});

test.each([
  ['the first half of a character', '\ud83d'],
  ['the second half of a character', '\ude00'],
  ['two first halves', '\ud83d\ud83d\ude00'],
])('%s is found in UTF-16, after what stands before it, however the file is cut', async (_what, damage) => {
  const text = replaced(declaring('UTF-16'), 'Musterstrasse', `😀${damage}`);
  const { line, column } = positionOf(xml, 'Musterstrasse');
  for (const encoding of ['UTF-16LE', 'UTF-16BE']) {
    const bytes = encoding === 'UTF-16BE' ? utf16be(text) : Buffer.from(`\ufeff${text}`, 'utf16le');
    for (const pieceBytes of [1, 2, 3, 1023, 1024, 64 * 1024]) {
      const { version, findings } = await check(bytes, undefined, pieceBytes);
      const place = { line, column: column + 1, params: { encoding } };
      expect({ version, findings }).toEqual({ version: '4.0', findings: [finding('X03.bytes', place)] });
    }
  }
});

test.each([
  ['half of two bytes', [0x41]],
  ['half of a character', [0x3d, 0xd8]],
])('%s at the end of UTF-16 is found', async (_what, rest) => {
  const text = declaring('UTF-16');
  const bytes = Buffer.concat([Buffer.from(`\ufeff${text}`, 'utf16le'), Buffer.from(rest)]);
  const place = { line: text.split('\n').length, column: 1, params: { encoding: 'UTF-16LE' } };
  for (const pieceBytes of [1, 64 * 1024]) {
    expect((await check(bytes, undefined, pieceBytes)).findings).toEqual([finding('X03.bytes', place)]);
  }
});

test.each([
  ['UTF-7', declaring('UTF-7'), 'UTF-7'],
  ['EBCDIC', declaring('IBM1047'), 'IBM1047'],
  ['UTF-16 without a byte order mark', Buffer.from(declaring('UTF-16'), 'utf16le'), 'UTF-16'],
  ['UTF-32', Buffer.from('fffe00003c000000', 'hex'), 'UTF-32'],
])('says that it cannot read %s', async (_name, content, encoding) => {
  expect(await findingsOf(content)).toEqual([finding('X03.unsupported', { params: { encoding } })]);
});

test.each([
  ['says UTF-16 and is UTF-8', declaring('utf-16'), { declared: 'utf-16', actual: 'UTF-8' }],
  ['says UTF-8 and is UTF-16', Buffer.from(`\ufeff${xml}`, 'utf16le'), { declared: 'UTF-8', actual: 'UTF-16LE' }],
  ['says ISO 8859-1 and is UTF-8', `\ufeff${declaring('iso-8859-1')}`, { declared: 'iso-8859-1', actual: 'UTF-8' }],
])('refuses a file that %s', async (_name, content, params) => {
  expect(await findingsOf(content)).toEqual([finding('X03.mismatch', { params })]);
});

test.each([
  [63 * 1024, 'X05.protected'],
  [65 * 1024, 'X05.xls'],
])('looks for the streams of a compound file in its first 64 KiB, however it is cut', async (at, key) => {
  const bytes = Buffer.alloc(128 * 1024);
  compoundFile('Workbook').copy(bytes);
  bytes.write('EncryptedPackage', at, 'utf16le');
  for (const pieceBytes of [1000, 64 * 1024, bytes.length]) {
    expect((await check(bytes, undefined, pieceBytes)).findings).toEqual([finding(key)]);
  }
});

test.each([
  ['an empty file', '', 'X04.empty', 'unknown'],
  ['a blank file', ' \r\n\t', 'X04.empty', 'unknown'],
  ['nothing but a byte order mark', '\ufeff', 'X04.empty', 'unknown'],
  ['a blank file of any length', ' '.repeat(5000), 'X05.other', 'unknown'],
  ['an Excel workbook', Buffer.from('504b030414000600', 'hex'), 'X05.zip', 'xlsx'],
  ['an empty archive', Buffer.from('504b050600000000', 'hex'), 'X05.zip', 'xlsx'],
  ['an old Excel workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'X05.xls', 'unknown'],
  ['an encrypted workbook', compoundFile('EncryptionInfo', 'EncryptedPackage'), 'X05.protected', 'unknown'],
  ['a workbook of Excel 97', compoundFile('Workbook'), 'X05.xls', 'unknown'],
  ['a CSV file', 'AHV-Nr;Name;AHV-Lohn\n', 'X05.other', 'unknown'],
  ['a PDF', '%PDF-1.7\n', 'X05.other', 'unknown'],
  ['noise', Buffer.from(Array.from({ length: 3000 }, (_, index) => (index * 167 + 1) % 256)), 'X05.other', 'unknown'],
])('recognises %s', async (_name, content, key, format) => {
  const file = await check(content);
  expect({ format: file.format, findings: file.findings, ok: file.ok }).toEqual({
    format,
    findings: [finding(key)],
    ok: false,
  });
});
