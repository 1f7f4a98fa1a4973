import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printable, printableJson, printableLine } from '../../../src/render/printable.js';

const name = (codePoint: number): string => `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
const span = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** What is left of a character between two letters. */
const through = (codePoint: number): string => printable(`a${String.fromCodePoint(codePoint)}b`);

test.each([
  ['C0 without tab and line feed', [...span(0, 8), ...span(0xb, 0x1f)]],
  ['DEL and C1', span(0x7f, 0x9f)],
  ['bidirectional marks', [0x61c, 0x200e, 0x200f]],
  ['bidirectional embeddings and overrides', span(0x202a, 0x202e)],
  ['bidirectional isolates', span(0x2066, 0x2069)],
  ['line and paragraph separators', [0x2028, 0x2029]],
  ['zero width spaces, word joiner and invisible operators', [0x200b, ...span(0x2060, 0x2064), 0xfeff]],
  ['tags', span(0xe0000, 0xe007f)],
  ['Mongolian vowel separator', [0x180e]],
  ['deprecated formatting', span(0x206a, 0x206f)],
  ['interlinear annotation', span(0xfff9, 0xfffb)],
])('each of these becomes the replacement character: %s', (_what, codePoints) => {
  expect(codePoints.filter((codePoint) => through(codePoint) !== 'a\ufffdb').map(name)).toEqual([]);
});

test('every control and every bidirectional control of Unicode is replaced, tab and line feed apart', () => {
  const all = span(0, 0x10ffff).filter((codePoint) => codePoint < 0xd800 || codePoint > 0xdfff);
  const dangerous = all.filter((codePoint) => /[\p{Cc}\p{Bidi_Control}]/u.test(String.fromCodePoint(codePoint)));
  expect(dangerous.length).toBeGreaterThan(70);
  const kept = dangerous.filter((codePoint) => through(codePoint) !== 'a\ufffdb');
  expect(kept.map(name)).toEqual(['U+0009', 'U+000A']);
});

test.each([
  ['umlauts and accents', 'Zoë Müller, Élodie, Niccolò, Bünzli-Köçer'],
  ['combining marks', 'Zoe\u0308'],
  ['other scripts', '日本語 العربية עברית हिन्दी'],
  ['emoji joined from several', '👩‍👩‍👧 🏳️‍🌈 👍🏽'],
  ['joiners that scripts need', 'می\u200cخواهم क्\u200dष'],
  ['tab and line feed', 'a\tb\nc'],
  ['spaces that do not break', '1\u00a0000\u202f000'],
  ['characters beyond the basic plane', '𝒜𐍈'],
])('%s stay as they are', (_what, text) => {
  expect(printable(text)).toBe(text);
});

test('a sequence that would clear the screen, set a title or forge a link is visible text afterwards', () => {
  expect(printable('\u001b[2J\u001b]0;owned\u0007\u009b31m')).toBe('\ufffd[2J\ufffd]0;owned\ufffd\ufffd31m');
  expect(printable('\u001b]8;;https://evil.example\u001b\\click\u001b]8;;\u001b\\')).not.toContain('\u001b');
  expect(printable('over\rwritten')).toBe('over\ufffdwritten');
});

test('one line stays one line: tabs and line feeds become a single space', () => {
  expect(printableLine('a\tb\nc\n\n\td')).toBe('a b c d');
  expect(printableLine('a\r\nb')).toBe('a\ufffd b');
});

test('what was made harmless once does not change again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(printable(printable(text))).toBe(printable(text));
      expect(printableLine(printable(text))).toBe(printableLine(text));
    }),
  );
});

test('JSON stays the same value, in both layouts, and holds nothing harmful any more', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      for (const indent of [undefined, 2]) {
        const json = JSON.stringify(value, null, indent);
        const harmless = printableJson(json);
        expect(JSON.parse(harmless)).toEqual(JSON.parse(json));
        expect(printable(harmless)).toBe(harmless);
      }
    }),
  );
});

test('in JSON a harmful character stands as its escape, also in names and beyond the basic plane', () => {
  const value = { 'na\u202eme': 'x\u009by\u007fz', tag: '\u{e0041}', path: 'C:\\\u009b' };
  const harmless = printableJson(JSON.stringify(value));
  expect(harmless).toBe(String.raw`{"na\u202eme":"x\u009by\u007fz","tag":"\udb40\udc41","path":"C:\\\u009b"}`);
  expect(JSON.parse(harmless)).toEqual(value);
});
