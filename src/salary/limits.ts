const kibi = 1024;
const mebi = kibi * kibi;

/** What a salary file may demand of us at most. The largest real declarations stay far below every one of these. */
export const limits = {
  /** Whole file, in bytes. */
  bytes: kibi * mebi,
  /** Nested elements. A prefix is looked for in all that are open. */
  depth: 64,
  /** Name of an element or attribute, in characters. */
  name: 256,
  /** Text of one element, one tag, one comment, in characters. */
  text: mebi,
  /** Attributes of one element. */
  attributes: 64,
  /** One person or one institution, in characters, where each element costs `elementCost` on top of its text. */
  record: 4 * mebi,
  elementCost: 100,
  /** Institutions, totals and other parts of which a company has few. */
  parts: 1000,
  /** Persons that are compared with each other, at 28 bytes each. */
  comparedPersons: 500_000,
  /** Findings listed per kind of fault; the rest is only counted. */
  findingsPerFault: 1000,
  /** A workbook or CSV file, in bytes; a hundred thousand persons need ten million. */
  table: 64 * mebi,
  zip: {
    entries: 2000,
    /** All entries that are read, expanded, in bytes. */
    expanded: 256 * mebi,
    /** Expanded by compressed size; counts for large entries only, since little ones full of blanks shrink to nothing. */
    ratio: 200,
    ratioFrom: 16 * mebi,
  },
  sheets: 200,
  /** All shared texts of a workbook, in characters. */
  sharedStrings: 64 * mebi,
  /** Rows that hold something. */
  rows: 250_000,
  /** With empty ones; no sheet of a workbook has more. */
  lines: 1_048_576,
  columns: 256,
  /** One cell, in characters; more doesn't fit into Excel. */
  cell: 32_767,
} as const;
