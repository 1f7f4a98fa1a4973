import fc from 'fast-check';

/** Where in a file, as a part of its length. */
type Share = number;

/** One thing done to the bytes of a file. */
export type Change =
  | { readonly kind: 'flip'; readonly at: Share; readonly bit: number }
  | { readonly kind: 'set'; readonly at: Share; readonly value: number }
  | { readonly kind: 'cut'; readonly at: Share }
  | { readonly kind: 'drop'; readonly at: Share; readonly length: number }
  | { readonly kind: 'put'; readonly at: Share; readonly text: string }
  | { readonly kind: 'copy'; readonly from: Share; readonly length: number; readonly to: Share; readonly times: number }
  | { readonly kind: 'splice'; readonly from: Share; readonly length: number; readonly to: Share }
  | { readonly kind: 'number'; readonly which: Share; readonly by: string }
  | { readonly kind: 'piece'; readonly of: 'tag' | 'line' | 'field'; readonly which: Share; readonly how: PieceChange }
  | { readonly kind: 'encode'; readonly as: Encoding }
  | { readonly kind: 'declare'; readonly encoding: string };

type PieceChange = 'drop' | 'twice' | 'often' | 'move' | 'empty';
type Encoding = (typeof encodings)[number];

const encodings = ['utf16le', 'utf16be', 'utf16le-unmarked', 'latin1', 'utf8-marked', 'utf8-twice'] as const;

/** Neither mutation nor repetition makes a file longer. */
const longest = 512 * 1024;

/** What parsers, tables and sums have stumbled over before. */
const tokens = [
  ...['<', '>', '&', '"', "'", ']]>', '<!--', '-->', '<![CDATA[', '<?x', '?>', '&#0;', '&#x110000;', '&amp;', '&lol;'],
  ...['<!DOCTYPE a [<!ENTITY lol "lol">]>', ' xmlns="u"', ' xmlns:sd=""', ' xml:space="x"', '<a/>', '</sd:Person>'],
  ...['\0', '\ufeff', '\uffff', '\ud800', '\u0085', '\u2028', '\r', '\n', '\r\n', '\t', ';', ',', '""', '"\n', 'sep=;'],
  ...['=1+1', '@x', '__proto__', 'constructor', 'hasOwnProperty', '#REF!', "'", '’', '\u202e', '\u00a0', '%s', '{0}'],
];

const numbers = [
  ...['0', '-0', '-1', '00', '1e400', '-1e400', '1e-400', 'NaN', 'Infinity', '0x10', '1_0', '1.', '.1', '1,5', "1'000"],
  ...['9007199254740993', '92233720368547758.08', '99999999999999999999999999.99', '-99999999999999.99', '4294967296'],
  ...['2147483648', '1048577', '16385', '65536', '2958466', '0.005', '91000.000000000001', '9'.repeat(400), '1e308'],
  ...['1900', '2013', '2026', '9999', '29.02.2025', '2025-02-30', '31.12.9999', '756.1234.5678.90', '7561234567897'],
];

const share = fc.nat(999_999).map((one) => one / 1_000_000);
const length = fc.oneof({ arbitrary: fc.nat(40), weight: 3 }, fc.nat(4000));
const times = fc.oneof({ arbitrary: fc.integer({ min: 1, max: 4 }), weight: 8 }, fc.integer({ min: 5, max: 3000 }));

/** Any change, the ones that leave a file readable more often. */
export const change: fc.Arbitrary<Change> = fc.oneof(
  { arbitrary: fc.record({ kind: fc.constant('flip'), at: share, bit: fc.nat(7) }), weight: 3 },
  { arbitrary: fc.record({ kind: fc.constant('set'), at: share, value: fc.nat(255) }), weight: 2 },
  { arbitrary: fc.record({ kind: fc.constant('cut'), at: share }), weight: 1 },
  { arbitrary: fc.record({ kind: fc.constant('drop'), at: share, length }), weight: 2 },
  {
    arbitrary: fc.record({
      kind: fc.constant('put'),
      at: share,
      text: fc.oneof({ arbitrary: fc.constantFrom(...tokens), weight: 4 }, fc.string({ unit: 'grapheme' })),
    }),
    weight: 4,
  },
  { arbitrary: fc.record({ kind: fc.constant('copy'), from: share, length, to: share, times }), weight: 3 },
  { arbitrary: fc.record({ kind: fc.constant('splice'), from: share, length, to: share }), weight: 2 },
  {
    arbitrary: fc.record({
      kind: fc.constant('number'),
      which: share,
      by: fc.oneof({ arbitrary: fc.constantFrom(...numbers), weight: 4 }, fc.double().map(String)),
    }),
    weight: 6,
  },
  {
    arbitrary: fc.record({
      kind: fc.constant('piece'),
      of: fc.constantFrom('tag', 'line', 'field'),
      which: share,
      how: fc.constantFrom('drop', 'twice', 'often', 'move', 'empty'),
    }),
    weight: 6,
  },
  { arbitrary: fc.record({ kind: fc.constant('encode'), as: fc.constantFrom(...encodings) }), weight: 1 },
  {
    arbitrary: fc.record({
      kind: fc.constant('declare'),
      encoding: fc.constantFrom('UTF-16', 'utf-8', 'ISO-8859-1', 'ISO-8859-15', 'windows-1252', 'EBCDIC', 'UTF-7'),
    }),
    weight: 1,
  },
);

/**
 * The bytes after the change.
 * @param other what a splice takes its piece from
 */
export function changed(bytes: Buffer, one: Change, other: Buffer): Buffer {
  const at = (part: Share): number => Math.floor(part * (bytes.length + 1));
  const between = (from: number, until: number, put: Uint8Array): Buffer =>
    limited(Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(until)]));
  switch (one.kind) {
    case 'flip':
      return withByte(bytes, at(one.at), (byte) => byte ^ (1 << one.bit));
    case 'set':
      return withByte(bytes, at(one.at), () => one.value);
    case 'cut':
      return bytes.subarray(0, at(one.at));
    case 'drop':
      return between(at(one.at), at(one.at) + one.length, Buffer.alloc(0));
    case 'put':
      return between(at(one.at), at(one.at), Buffer.from(one.text));
    case 'copy': {
      const piece = bytes.subarray(at(one.from), at(one.from) + one.length);
      return between(at(one.to), at(one.to), repeated(piece, one.times));
    }
    case 'splice': {
      const from = Math.floor(one.from * other.length);
      return between(at(one.to), at(one.to), other.subarray(from, from + one.length));
    }
    case 'number':
      return withNumber(bytes, one.which, one.by);
    case 'piece': {
      const text = bytes.toString('latin1');
      const { from, until } = pieceAt(text, one.of, at(one.which));
      return between(from, until, Buffer.from(pieceChanges[one.how](text.slice(from, until), one.which), 'latin1'));
    }
    case 'encode':
      return encoded(bytes, one.as);
    case 'declare':
      return Buffer.from(bytes.toString('latin1').replace(/encoding="[^"]*"/, `encoding="${one.encoding}"`), 'latin1');
  }
}

/** A piece goes from the end of the one before it to its own end. */
const ends = { tag: /[>]/, line: /\n/, field: /[;,\t<>\n]/ } as const;

/** The piece around a place. A pattern that looks for pieces from the beginning takes quadratic time where there are none. */
function pieceAt(text: string, of: keyof typeof ends, at: number): { readonly from: number; readonly until: number } {
  const isEnd = (index: number): boolean => ends[of].test(text.charAt(index));
  let from = Math.min(at, text.length);
  let until = from;
  while (from > 0 && !isEnd(from - 1)) from -= 1;
  while (until < text.length && !isEnd(until)) until += 1;
  return { from, until: until + 1 };
}

const pieceChanges: Readonly<Record<PieceChange, (piece: string, which: Share) => string>> = {
  drop: () => '',
  twice: (piece) => piece + piece,
  often: (piece, which) => piece.slice(0, 5000).repeat(2 + Math.floor(((which * 1000) % 1) * 500)),
  move: (piece) => piece.slice(piece.length / 2) + piece.slice(0, piece.length / 2),
  empty: (piece) => piece.replace(/[^<>;,\t\n]/g, ''),
};

function withByte(bytes: Buffer, at: number, value: (byte: number) => number): Buffer {
  const copy = Buffer.from(bytes);
  const byte = copy[at];
  if (byte !== undefined) copy[at] = value(byte);
  return copy;
}

function withNumber(bytes: Buffer, which: Share, by: string): Buffer {
  const text = bytes.toString('latin1');
  const found = [...text.matchAll(/\d[\d.,']*/g)];
  const match = found[Math.floor(which * found.length)];
  if (match === undefined) return bytes;
  return limited(
    Buffer.concat([bytes.subarray(0, match.index), Buffer.from(by), bytes.subarray(match.index + match[0].length)]),
  );
}

const repeated = (piece: Buffer, times: number): Buffer =>
  piece.length === 0 ? piece : Buffer.alloc(Math.min(piece.length * times, longest), piece);

const limited = (bytes: Buffer): Buffer => bytes.subarray(0, longest);

function encoded(bytes: Buffer, as: Encoding): Buffer {
  const text = bytes.toString('utf8');
  switch (as) {
    case 'utf16le':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'utf16be':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    case 'utf16le-unmarked':
      return Buffer.from(text, 'utf16le');
    case 'latin1':
      return Buffer.from(text, 'latin1');
    case 'utf8-marked':
      return Buffer.from(`\ufeff${text}`);
    case 'utf8-twice':
      return Buffer.from(bytes.toString('latin1'));
  }
}
