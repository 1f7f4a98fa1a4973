import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeFileName } from '../../../src/operations/file-names.js';

test.each([
  ['Lohnbescheinigung 2025', 'Lohnbescheinigung 2025'],
  ['Verfügung Nr. 12-3 (Ü)', 'Verfügung Nr. 12-3 (Ü)'],
  ['日本語 👩‍👩‍👧', '日本語 👩‍👩‍👧'],
  ['Zoe\u0308', 'Zoë'],
  ['../../etc/passwd', '_.._etc_passwd'],
  ['..\\..\\windows', '_.._windows'],
  ['/etc/passwd', '_etc_passwd'],
  ['C:\\Users\\x', 'C_Users_x'],
  ['a:b*c?d"e<f>g|h', 'a_b_c_d_e_f_g_h'],
  ['a\u0000b', 'a_b'],
  ['a\u001b[2Jb', 'a_[2Jb'],
  ['invoice\u202efdp.exe', 'invoice_fdp.exe'],
  ['a\u200bb\ufeffc', 'a_b_c'],
  ['a\nb\tc', 'a b c'],
  ['  a   b  ', 'a b'],
  ['...', '_'],
  ['.', '_'],
  ['..', '_'],
  ['.hidden', 'hidden'],
  ['name.', 'name'],
  ['name. . .', 'name'],
  ['', '_'],
  [' ', '_'],
  ['CON', '_CON'],
  ['con', '_con'],
  ['nul.txt', '_nul.txt'],
  ['COM1', '_COM1'],
  ['LPT9.pdf', '_LPT9.pdf'],
  ['COM¹', '_COM¹'],
  ['con .txt', '_con .txt'],
  ['CONIN$', '_CONIN$'],
  ['console', 'console'],
  ['COM10', 'COM10'],
])('%j becomes %j', (name, expected) => {
  expect(safeFileName(name)).toBe(expected);
});

test('a long name is cut, and not in the middle of a character', () => {
  expect(safeFileName('a'.repeat(300))).toBe('a'.repeat(100));
  expect(safeFileName(`${'a'.repeat(99)}𝒜𝒜`)).toBe(`${'a'.repeat(99)}𝒜`);
});

test('a cut leaves neither a dot nor a space at the end: Windows would drop it, and name another file', () => {
  expect(safeFileName(`${'a'.repeat(99)}.pdf`)).toBe('a'.repeat(99));
  expect(safeFileName(`${'a'.repeat(98)} .pdf`)).toBe('a'.repeat(98));
});

test('a name fits with its date and its id into the 255 bytes of a file system, also in wide characters', () => {
  // As messages are saved: date, name, id, ending.
  for (const character of ['a', 'ü', '日', '👍']) {
    const file = `2026-11-20 ${safeFileName(character.repeat(300))} (${safeFileName(`doc_${'a'.repeat(20)}`)}).pdf`;
    expect(Buffer.byteLength(file), character).toBeLessThanOrEqual(255);
  }
});

const hostile = fc.string({
  unit: fc.constantFrom(
    '.',
    '/',
    '\\',
    ' ',
    ':',
    'a',
    'c',
    'o',
    'n',
    'u',
    'l',
    '1',
    '\u0000',
    '\u001b',
    '\u202e',
    '\u200b',
    '\t',
    '\n',
    '\u00a0',
    '\u3000',
    '\u0301',
    'é',
    '👍',
    '\ud800',
    '~',
    '-',
    '\u2028',
  ),
  maxLength: 130,
});

test.each([
  ['made to deceive', hostile],
  ['made of anything', fc.string({ unit: 'binary', maxLength: 130 })],
])('whatever a portal calls a document, its name is one harmless part of a path: names %s', (_what, names) => {
  const folder = path.resolve('/downloads/archive');
  fc.assert(
    fc.property(names, (name) => {
      const safe = safeFileName(name);
      expect(safe).not.toBe('');
      expect(safe).not.toMatch(/[\\/:*?"<>|]|[\p{Cc}\p{Bidi_Control}]|^[.\s]|[.\s]$/u);
      expect(safe).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
      expect(path.dirname(path.resolve(folder, safe))).toBe(folder);
      expect(path.basename(path.win32.resolve('C:\\archive', safe))).toBe(path.basename(`C:\\archive\\${safe}`));
      expect(safeFileName(name)).toBe(safe);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['made to deceive', hostile],
  ['made of anything', fc.string({ unit: 'binary', maxLength: 130 })],
])('a name that was made safe once stays as it is: names %s', (_what, names) => {
  fc.assert(
    fc.property(names, (name) => {
      expect(safeFileName(safeFileName(name))).toBe(safeFileName(name));
    }),
    { numRuns: 500 },
  );
});
