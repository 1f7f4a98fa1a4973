import { columnKeys } from './columns.js';
import { headerKeys } from './header.js';

/** Where the template has what. Rows and columns count from 1. */
export const template = {
  /** Says that a workbook was made by this template, and by which version of it. */
  mark: 'connect.salary-template/1',
  markRow: 1,
  markColumn: 8,
  /** Labels stand in the first column, values in the second. */
  firstHeaderRow: 2,
  headingRow: 11,
  firstPersonRow: 12,
  version: '1',
} as const;

export type TemplateVersion = typeof template.version;

/** The version of a mark; `undefined` if it is none of ours. */
export const versionOfMark = (text: string): string | undefined =>
  /^connect\.salary-template\/([0-9]{1,4})$/.exec(text.trim())?.[1];

export const headerRowOf = (key: (typeof headerKeys)[number]): number =>
  template.firstHeaderRow + headerKeys.indexOf(key);

export const templateColumnOf = (key: (typeof columnKeys)[number]): number => columnKeys.indexOf(key) + 1;
