import { declareFaults } from '../rule.js';

const xml = 'XML 1.0';
const limit = 'connect: limits for untrusted files';

/** Faults that keep a file from being read to its end; reading stops at the first. */
export const readingFaults = {
  syntax: declareFaults({
    code: 'X01',
    level: 'Validity',
    source: `${xml}, 2.1 Well-Formed XML Documents`,
    variants: { syntax: 'error', tags: 'error', end: 'error', entity: 'error', namespace: 'error' },
  }),
  doctype: declareFaults({
    code: 'X02',
    level: 'Validity',
    source: 'ELM 4.0/5.0 (XML Schema, no DTD); OWASP XML External Entity Prevention',
    variants: { doctype: 'error' },
  }),
  encoding: declareFaults({
    code: 'X03',
    level: 'Validity',
    source: `${xml}, 4.3.3 Character Encoding in Entities`,
    variants: { bytes: 'error', unsupported: 'error', mismatch: 'error' },
  }),
  empty: declareFaults({ code: 'X04', level: 'Validity', source: `${xml}, 2.1`, variants: { empty: 'error' } }),
  kind: declareFaults({
    code: 'X05',
    level: 'Validity',
    source: `${xml}, 2.1`,
    variants: { zip: 'error', xls: 'error', protected: 'error', other: 'error' },
  }),
  depth: declareFaults({ code: 'X06', level: 'Validity', source: limit, variants: { depth: 'error' } }),
  name: declareFaults({ code: 'X07', level: 'Validity', source: limit, variants: { name: 'error' } }),
  text: declareFaults({ code: 'X08', level: 'Validity', source: limit, variants: { text: 'error' } }),
  attributes: declareFaults({ code: 'X09', level: 'Validity', source: limit, variants: { attributes: 'error' } }),
  size: declareFaults({ code: 'X10', level: 'Validity', source: limit, variants: { size: 'error' } }),
  record: declareFaults({
    code: 'X11',
    level: 'Validity',
    source: limit,
    variants: { record: 'error', parts: 'error' },
  }),
  omitted: declareFaults({ code: 'X12', level: 'Validity', source: limit, variants: { omitted: 'info' } }),
} as const;
