import { declareFaults } from '../rule.js';

const limit = 'connect: limits for untrusted files';
const template = 'connect: salary template, version 1';
const ooxml = 'ISO/IEC 29500 (Office Open XML)';

/** What can be wrong with an Excel workbook or a CSV file, and with what people write into them. */
export const tableFaults = {
  archive: declareFaults({
    code: 'T01',
    level: 'Validity',
    source: 'ZIP (APPNOTE.TXT); ISO/IEC 21320-1',
    variants: {
      damaged: 'error',
      duplicate: 'error',
      name: 'error',
      encrypted: 'error',
      method: 'error',
      size: 'error',
      checksum: 'error',
    },
  }),
  limits: declareFaults({
    code: 'T02',
    level: 'Validity',
    source: limit,
    variants: {
      bytes: 'error',
      entries: 'error',
      expanded: 'error',
      ratio: 'error',
      sheets: 'error',
      strings: 'error',
      rows: 'error',
      columns: 'error',
      cell: 'error',
    },
  }),
  workbook: declareFaults({
    code: 'T03',
    level: 'Validity',
    source: ooxml,
    variants: {
      none: 'error',
      ods: 'error',
      binary: 'error',
      part: 'error',
      doctype: 'error',
      encoding: 'error',
      xml: 'error',
      reference: 'error',
    },
  }),
  template: declareFaults({
    code: 'T04',
    level: 'Validity',
    source: template,
    variants: { none: 'error', version: 'error', several: 'error', label: 'error' },
  }),
  header: declareFaults({
    code: 'T05',
    level: 'Validity',
    source: template,
    variants: { missing: 'error', year: 'error', conflict: 'error' },
  }),
  headings: declareFaults({
    code: 'T06',
    level: 'Validity',
    source: template,
    variants: { changed: 'error', none: 'error', missing: 'error', twice: 'error', unread: 'info' },
  }),
  values: declareFaults({
    code: 'T07',
    level: 'Validity',
    source: 'ELM 5.0: SalaryDeclaration, simple types',
    variants: {
      missing: 'error',
      amount: 'error',
      ambiguousAmount: 'error',
      precise: 'error',
      range: 'error',
      date: 'error',
      ambiguousDate: 'error',
      ahvNumber: 'error',
      sex: 'error',
      canton: 'error',
      mark: 'error',
      text: 'error',
      error: 'error',
      uncomputed: 'error',
    },
  }),
  rows: declareFaults({
    code: 'T08',
    level: 'Validity',
    source: template,
    variants: { hidden: 'warning', merged: 'error', total: 'warning', none: 'warning' },
  }),
  text: declareFaults({
    code: 'T09',
    level: 'Validity',
    source: 'RFC 4180',
    variants: { quote: 'error', record: 'error', characters: 'error' },
  }),
} as const;

export type ValueFault = keyof typeof tableFaults.values.variants;
