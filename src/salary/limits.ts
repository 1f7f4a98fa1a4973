const kibi = 1024;
const mebi = kibi * kibi;

/** What a salary file may demand of us at most. The largest real declarations stay far below every one of these. */
export const limits = {
  /** Whole file, in bytes. */
  bytes: kibi * mebi,
  /** Nested elements. saxes resolves prefixes in quadratic time over the depth. */
  depth: 64,
  /** Name of an element or attribute, in characters. */
  name: 256,
  /** Text of one element, one attribute value, one comment, in characters. */
  text: mebi,
  /** Attributes of one element. */
  attributes: 64,
  /** One person or one institution, in characters, where each element costs `elementCost` on top of its text. */
  record: 4 * mebi,
  elementCost: 100,
  /** Institutions, totals and other parts of which a company has few. */
  parts: 1000,
  /** Findings listed per kind of fault; the rest is only counted. */
  findingsPerFault: 1000,
} as const;
