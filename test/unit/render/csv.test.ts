import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvRecord } from '../../../src/render/csv.js';

const cell = (value: unknown, forExcel = false): string => csvRecord([value], forExcel).replace(/\r\n$/, '');

test.each([
  ['plain text', ['a', 'b c', 'Zürich'], 'a,b c,Zürich\r\n'],
  ['commas, quotation marks and line feeds', ['a,b', 'say "hi"', 'a\nb'], '"a,b","say ""hi""","a\nb"\r\n'],
  ['semicolons are no separators here', ['a;b'], 'a;b\r\n'],
  ['nothing', [null, undefined, ''], ',,\r\n'],
  ['numbers and booleans', [1, -2.5, true, false], '1,-2.5,true,false\r\n'],
  ['lists', [['otp', 'sms'], []], '"otp,sms",\r\n'],
  ['structure', [{ year: 2025 }, [{ a: 1 }]], '"{""year"":2025}","[{""a"":1}]"\r\n'],
  ['control characters', ['a\u001b[2Jb', 'a\rb'], 'a\ufffd[2Jb,a\ufffdb\r\n'],
])('%s', (_what, values, record) => {
  expect(csvRecord(values, false)).toBe(record);
});

test.each([
  ['=1+1', "'=1+1"],
  ['=cmd|" /C calc"!A0', `"'=cmd|"" /C calc""!A0"`],
  ['+1-2', "'+1-2"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1+1', "'\t=1+1"],
  ['\n=1+1', `"'\n=1+1"`],
  ['＝1+1', "'＝1+1"],
  ['＋1', "'＋1"],
  ['－1', "'－1"],
  ['＠SUM(A1)', "'＠SUM(A1)"],
  ['-', "'-"],
  ['+', "'+"],
  ['-1\n=2', `"'-1\n=2"`],
  ['+41 79 123 45 12', "'+41 79 123 45 12"],
])('%j could be run by a spreadsheet, so it gets an apostrophe', (text, expected) => {
  expect(cell(text)).toBe(expected);
});

test.each(['-1', '+1', '-0.05', '+41791234512', '1e5', 'a=b', 'a-b', "'=1", '1-2', ' =1', '#REF!'])(
  '%j is left as it is',
  (text) => {
    expect(cell(text)).toBe(text);
  },
);

test('a carriage return at the beginning can not smuggle a formula in', () => {
  expect(cell('\r=1+1')).toBe('\ufffd=1+1');
});

test('for Excel the semicolon separates, and a text that holds one is quoted', () => {
  expect(csvRecord(['a;b', 'c,d', '=1'], true)).toBe(`"a;b";c,d;'=1\r\n`);
});

/** A strict reader of RFC 4180. */
function read(record: string, separator: string): string[] {
  const field = new RegExp(`^(?:"((?:[^"]|"")*)"|([^"\\r\\n${separator}]*))(${separator}|\\r\\n$)`);
  const fields: string[] = [];
  for (let rest = record; ;) {
    const match = field.exec(rest);
    if (match === null) throw new Error(`no record: ${JSON.stringify(rest)}`);
    const [whole, quoted, bare = '', end] = match;
    fields.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end !== separator) return fields;
    rest = rest.slice(whole.length);
  }
}

const hostile = fc.string({
  unit: fc.constantFrom('=', '+', '-', '@', '\t', '\n', '\r', '"', ',', ';', 'a', '1', '＝'),
});

test('a strict reader gets back what was written, and none of it begins like a formula', () => {
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 1, maxLength: 4 }), fc.boolean(), (values, forExcel) => {
      const found = read(csvRecord(values, forExcel), forExcel ? ';' : ',');
      const originals = values.map((value) => value.replaceAll('\r', '\ufffd'));
      expect(found.map((text, index) => (text === `'${originals[index]}` ? text.slice(1) : text))).toEqual(originals);
      const dangerous = found.filter((text) => /^[=+\-@\t\n＝＋－＠]/.test(text) && !/^[+-]\d+$/.test(text));
      expect(dangerous).toEqual([]);
    }),
  );
});
