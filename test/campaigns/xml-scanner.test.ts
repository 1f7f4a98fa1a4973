import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildElm } from '../support/elm.js';
import { ourReading, saxesReading, type Reading } from '../support/xml-events.js';
import { scaleOf, tell } from './scale.js';

/** Documents are of random markup; a fifth as many are damaged declarations. The size is how often each is cut. */
const { count, size, seed, timeout } = scaleOf('xml-scanner', {
  reduced: { count: 1000, size: 6 },
  full: { count: 100_000, size: 6 },
});
const settings = { numRuns: count, seed: Number.parseInt(seed, 36) % 2 ** 31 };

/**
 * Where we stop by the standard and saxes goes on, known by how the document ends at the place where we stop. What was
 * met up to there must be the same, and saxes must find nothing before.
 */
const stricter: readonly (readonly [ending: RegExp, clause: string])[] = [
  [/&[^;]*;?$/, 'XML 1.0, 4.1 [66] [68]: a reference is broken at the first character that is none of it'],
  [/<![^]{1,7}$/, 'XML 1.0, 2.5 [15], 2.7 [19]: after <! comes -- or [CDATA['],
  [/^\ufeff$/, 'XML 1.0, 4.3.3: there is one byte order mark; a second one is text'],
  [/<\?[^\s?>]+\?[^>]$/, 'XML 1.0, 2.6 [16]: white space stands between a target and the rest'],
  [
    /^\s*<\?xml\s(?:(?!\?>)[^])*$/,
    'XML 1.0, 2.8 [23]: the declaration is wrong at the first character that is none of it',
  ],
  [/[<\s][^\s<>="':]*:(?:[-.0-9·]|\u0300)[^<]*$/, 'Namespaces 1.0, 4 [10]: a local part begins as a name does'],
];

/** Text beside the root, of which saxes tells only when it has passed by. */
const besideRoot = /^(?:text data outside|disallowed character)/;

/** Namespaces 1.0, 2.3: namespaces are compared letter by letter; saxes trims them. */
const trimmed = /xmlns(?::[^\s=]*)?\s*=\s*(?:"(?:[^"]*&#|\s|[^"]*\s")|'(?:[^']*&#|\s|[^']*\s'))/;

const met = new Map<string, number>();

function compare(document: string, cuts: readonly number[]): void {
  const ours = ourReading(document, cuts);
  // The byte order mark is none of the document.
  const content = document.replace(/^\ufeff/, '');
  const theirs = saxesReading(content);
  const verdict = JSON.stringify([ours.fault?.kind ?? 'well-formed', theirs.fault?.kind ?? 'well-formed']);
  met.set(verdict, (met.get(verdict) ?? 0) + 1);
  if (differ(ours, theirs) && !isExcused(content, ours, theirs)) {
    expect({ document, ...ours }).toEqual({ document, ...theirs });
  }
}

function differ(ours: Reading, theirs: Reading): boolean {
  const shown = ({ events, fault }: Reading) => JSON.stringify([events, fault?.kind, fault?.line, fault?.column]);
  return shown(ours) !== shown(theirs);
}

function isExcused(document: string, { events, fault }: Reading, theirs: Reading): boolean {
  if (trimmed.test(document)) return true;
  if (fault === undefined) return false;
  const { line, column = 1 } = fault;
  const limit = theirs.fault ?? { line: Infinity, column: 1, message: '' };
  if (line > limit.line || (line === limit.line && column > (limit.column ?? 1))) return false;
  if (!events.every((event, index) => event === theirs.events[index])) return false;
  // A document type is refused at its first word, whatever is in it.
  if (fault.kind === 'doctype') return true;
  if (isBalanced(events) && besideRoot.test(limit.message ?? '')) return true;
  const lines = document.split(/\r\n?|\n/).slice(0, line);
  const read = [
    ...lines.slice(0, -1),
    Array.from(lines.at(-1) ?? '')
      .slice(0, column)
      .join(''),
  ].join('\n');
  return stricter.some(([ending]) => ending.test(read));
}

const isBalanced = (events: readonly string[]): boolean =>
  events.filter((event) => event === '>').length === events.filter((event) => /^\d/.test(event)).length;

const pieces = [
  ...[
    '<',
    '>',
    '</',
    '/>',
    '<a>',
    '</a>',
    '<a',
    '<b/>',
    '<a:b>',
    '</a:b>',
    '<a:b',
    '<é>',
    '<𝒳 ',
    '<1',
    '<:a>',
    '<a:>',
    '<a:b:c>',
  ],
  ...[
    ' b="c"',
    " b='<'",
    ' b="&lt;"',
    ' b = "\n\t"',
    ' b="]]>"',
    ' xmlns="u"',
    ' xmlns=""',
    ' xmlns:a="u"',
    ' xmlns:a=""',
    ' xmlns:b="u"',
  ],
  ...[
    ' a:c="1"',
    ' b:c="1"',
    ' xml:lang="de"',
    ' xmlns:xml="u"',
    ' xmlns:xmlns="u"',
    ' xmlns:x="http://www.w3.org/2000/xmlns/"',
  ],
  ...[
    ' b',
    '=',
    '"',
    "'",
    ' ',
    '\n',
    '\t',
    '\r',
    '\r\n',
    '/',
    ':',
    '-',
    '.',
    '0',
    ']',
    ']]',
    ']]>',
    '&',
    '&amp;',
    '&lt;',
    '&#65;',
    '&#x1F600;',
  ],
  ...[
    '&#0;',
    '&#xD800;',
    '&#x110000;',
    '&nbsp;',
    '&;',
    ';',
    '&#;',
    '&#x;',
    '<!--',
    '-->',
    '--',
    '<![CDATA[',
    '<!',
    '<!D',
    '<!DOCTYPE a>',
  ],
  ...[
    '<?',
    '?>',
    '<?a',
    '<?a b?>',
    '<?xml',
    '<?xml version="1.0"?>',
    ' encoding="UTF-8"',
    ' standalone="yes"',
    '<?XML ?>',
    '?',
  ],
  ...[
    'text',
    'é',
    '€',
    '𝒳',
    '\u0085',
    '\u2028',
    '\u007f',
    '\u0001',
    '\u0000',
    '\ufffd',
    '\ufffe',
    '\uffff',
    '\ufeff',
    '\u3000',
    '·',
  ],
];

const attribute = fc.constantFrom(...pieces.filter((one) => /^ .*=/.test(one)));
const tag = fc.array(attribute, { maxLength: 4 }).map((attributes) => `<b${attributes.join('')}>text</b>`);
const piece = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...pieces) }, tag);
const cuts = fc.array(fc.nat(10_000), { maxLength: size });

test(
  'of markup put together at random, we and saxes read the same',
  () => {
    const inside = fc.array(piece, { maxLength: 12 }).map((parts) => `<a xmlns:a="u">${parts.join('')}</a>`);
    const bare = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''));
    const declared = fc.array(piece, { maxLength: 6 }).map((parts) => `<?xml version="1.0"${parts.join('')}?><a/>`);
    fc.assert(fc.property(fc.oneof({ weight: 4, arbitrary: inside }, bare, declared), cuts, compare), settings);
  },
  timeout,
);

test(
  'of a declaration that is damaged at random, we and saxes read the same',
  () => {
    const documents = (['4.0', '5.0'] as const).flatMap((version) => {
      const document = buildElm({ version, persons: 1, company: 'Hürlimann & Söhne, L’Étoile à 5 €' });
      return [document, document.replaceAll('\n', '\r\n'), document.replace(/\s*\n\s*/g, '')];
    });
    const damage = fc.array(
      fc.record({
        at: fc.nat(20_000),
        cut: fc.oneof(fc.constant(0), fc.nat(30)),
        put: fc.oneof(fc.constant(''), piece),
      }),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(fc.constantFrom(...documents), damage, cuts, (document, changes, places) => {
        compare(wellFormed(changes.reduce(changed, document)), places);
      }),
      { ...settings, numRuns: Math.ceil(count / 5) },
    );
    tell([...met].map(([verdict, times]) => `${verdict} ${times}`).join('\n'));
  },
  timeout,
);

function changed(document: string, { at, cut, put }: { at: number; cut: number; put: string }): string {
  const from = at % document.length;
  return document.slice(0, from) + put + document.slice(from + cut);
}

/** Half a character, which no decoder lets through, becomes a replacement character. */
const wellFormed = (document: string): string => Buffer.from(document).toString();
