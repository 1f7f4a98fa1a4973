import { SaxesParser } from 'saxes';
import { Findings } from '../../src/salary/findings.js';
import { decoderFor } from '../../src/salary/xml/decoder.js';
import { XmlParser } from '../../src/salary/xml/parser.js';
import { StopReading } from '../../src/salary/xml/stop.js';
import type { Attributes } from '../../src/salary/xml/visitor.js';

/** What a reader of XML made of a document: what it met, one line each, and what stopped it. */
export interface Reading {
  readonly events: readonly string[];
  readonly fault?: {
    readonly kind: string;
    readonly line: number;
    readonly column: number | undefined;
    readonly message?: string;
  };
}

const opened = (name: string, namespace: string, attributes: Attributes, line: number, column: number): string =>
  `${line}:${column} <${name} ${namespace}${Object.entries(attributes)
    .map(([key, { value, local, uri }]) => ` ${key}=${JSON.stringify(value)} ${local} ${uri}`)
    .join('')}`;

/** What our parser makes of the bytes, cut into pieces at these places. */
export function ourReading(document: string, cuts: readonly number[] = []): Reading {
  const events: string[] = [];
  const findings = new Findings();
  const parser = new XmlParser(findings, {
    open: ({ name, namespace, attributes }, { line, column }) =>
      events.push(opened(name, namespace, attributes, line, column)),
    text: (text, blank) => events.push(`${blank ? 'blank' : 'text'} ${JSON.stringify(text)}`),
    close: () => events.push('>'),
  });
  const bytes = Buffer.from(document);
  const decode = decoderFor('UTF-8');
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].toSorted((a, b) => a - b);
  try {
    for (const [index, place] of places.entries()) {
      parser.write(decode(bytes.subarray(places[index - 1] ?? 0, place), index === places.length - 1).utf8);
    }
    parser.end();
  } catch (error) {
    if (!(error instanceof StopReading)) throw error;
  }
  const [found] = findings.listed();
  if (found === undefined) return { events };
  const { key, line = 0, column } = found;
  return { events, fault: { kind: key.slice(key.lastIndexOf('.') + 1), line, column } };
}

/** What saxes makes of it, taken for XML 1.0 as the standard says (2.8). */
export function saxesReading(document: string): Reading {
  const events: string[] = [];
  const parser = new SaxesParser({ xmlns: true, forceXMLVersion: true, defaultXMLVersion: '1.0' });
  let start = 0;
  let depth = 0;
  const placeOf = placesIn(document);
  const text = (content: string) => {
    if (depth > 0) events.push(`${/^[ \n\t\r]*$/.test(content) ? 'blank' : 'text'} ${JSON.stringify(content)}`);
  };
  parser.on('opentagstart', ({ name }) => {
    start = parser.position - name.length - 2;
    // The line end after the name was two characters.
    if (document[start] !== '<') start -= 1;
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    depth += 1;
    const { line, column } = placeOf(start);
    events.push(opened(local, uri, attributes, line, column));
  });
  parser.on('closetag', () => {
    depth -= 1;
    events.push('>');
  });
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('doctype', () => {
    throw new Stop('doctype', parser.line, parser.column);
  });
  parser.on('error', ({ message }) => {
    throw new Stop(message.replace(/^\d+:\d+: /, ''), parser.line, parser.column);
  });
  try {
    parser.write(document).close();
    return { events };
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    const { message, line, column } = error;
    return { events, fault: { kind: kindOf(message), line, column: Math.max(1, column), message } };
  }
}

/** Finds line and column of places, each after the one before, without regard to what any parser counts. */
function placesIn(document: string): (index: number) => { readonly line: number; readonly column: number } {
  let from = 0;
  let line = 1;
  let lineStart = 0;
  return (index) => {
    for (const end of document.slice(from, index).matchAll(/\r\n?|\n/g)) {
      line += 1;
      lineStart = from + end.index + end[0].length;
    }
    from = index;
    return { line, column: Array.from(document.slice(lineStart, index)).length + 1 };
  };
}

class Stop extends Error {
  readonly line: number;
  readonly column: number;

  constructor(message: string, line: number, column: number) {
    super(message);
    this.line = line;
    this.column = column;
  }
}

/** saxes tells its faults apart by English sentences only. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/^undefined entity/, 'entity'],
  [/^(?:unclosed tag|unexpected end|document must contain a root)/, 'end'],
  [/^(?:unexpected close tag|unmatched closing tag)/, 'tags'],
  [/^unbound namespace prefix/, 'namespace'],
  [/doctype/, 'doctype'],
];

const kindOf = (message: string): string => kinds.find(([pattern]) => pattern.test(message))?.[1] ?? 'syntax';
