import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { itWith } from '../../support/tools.js';
import { ourReading, saxesReading } from '../../support/xml-events.js';

/** What saxes takes and the standard does not; `test/campaigns/xml-scanner.test.ts` compares the rest. */
const disagreements = [
  ['XML 1.0, 2.6 [16]: nothing but white space after the target of an instruction', '<a><?b?c?></a>'],
  ['XML 1.0, 4.3.3: one byte order mark', '\ufeff\ufeff<a/>'],
  ['Namespaces 1.0, 4 [10]: a local part is a name', '<a xmlns:b="u"><b:1/></a>'],
] as const;

describe.each(disagreements)('%s', (_clause, document) => {
  test('is as the standard says', () => {
    expect(ourReading(document).fault?.kind).toBe('syntax');
    expect(saxesReading(document.replace(/^\ufeff/, '')).fault).toBeUndefined();
  });

  itWith('xmllint', 'is so for libxml2, too', () => {
    const { stderr } = spawnSync('xmllint', ['--noout', '-'], { input: document, encoding: 'utf8' });
    expect(stderr).toContain('error');
  });
});

test('white space is a part of a namespace, which is compared letter by letter (Namespaces 1.0, 2.3)', () => {
  expect(ourReading('<b:c xmlns:b=" u"/>').events[0]).toMatch(/^1:1 <c  u /);
  expect(saxesReading('<b:c xmlns:b=" u"/>').events[0]).toMatch(/^1:1 <c u /);
});

test('a document that says XML 1.1 is read as XML 1.0, which has fewer characters (2.8)', () => {
  expect(ourReading('<?xml version="1.1"?>\n<a>&#1;</a>').fault).toEqual({ kind: 'syntax', line: 2, column: 7 });
  expect(ourReading('<?xml version="1.1"?><a>\u0085</a>').events).toEqual(['1:22 <a ', 'text "\u0085"', '>']);
});

test('columns count characters, however many bytes or units of UTF-16 they are', () => {
  expect(ourReading('<a>é€𝒳<b/>\r\n<é/>\r</a>').events).toEqual([
    '1:1 <a ',
    'text "é€𝒳"',
    '1:7 <b ',
    '>',
    'blank "\\n"',
    '2:1 <é ',
    '>',
    'blank "\\n"',
    '>',
  ]);
});

test('what a tag means depends on where it stands, also if it is a repetition', () => {
  const inner = '<b/><n:b n:c="1"/>';
  const { events } = ourReading(`<a xmlns:n="1">${inner}<d xmlns="x" xmlns:n="2">${inner}</d>${inner}</a>`);
  const opened = events.filter((event) => event.includes('<b'));
  expect(opened.map((event) => event.replace(/^\d+:\d+ /, ''))).toEqual([
    '<b ',
    '<b 1 n:c="1" c 1',
    '<b x',
    '<b 2 n:c="1" c 2',
    '<b ',
    '<b 1 n:c="1" c 1',
  ]);
});

test('a document is the same in one piece and byte by byte', () => {
  const document = `<a b="c">${'text é '.repeat(20)}<![CDATA[ ]] > ]]><!-- - - -->\r\n<?pi ?? ?>&#x1F600;</a>`;
  const bytes = Array.from({ length: Buffer.byteLength(document) }, (_, index) => index);
  const whole = ourReading(document);
  expect(whole.fault).toBeUndefined();
  expect(ourReading(document, bytes)).toEqual(whole);
});
