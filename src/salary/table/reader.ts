import type { Findings } from '../findings.js';
import { limits } from '../limits.js';
import type { Report } from '../rule.js';
import { columnKeys, columnOf, headingsOf, isTemplateHeading, requiredColumns, type ColumnKey } from './columns.js';
import { Entries } from './entries.js';
import type { Header, Spot, Table } from './entry.js';
import { tableFaults } from './faults.js';
import { elmFund, elmUid, headerKeys, headerOf, labelsOf, type HeaderKey } from './header.js';
import { Places } from './places.js';
import { isFilled, textOf, type Row } from './row.js';
import { headerRowOf, template, templateColumnOf } from './template.js';

export interface TableOptions {
  readonly layout: 'template' | 'free';
  readonly sheet?: string;
  /** What the user says of the table, where the table doesn't say it itself. */
  readonly given?: Header;
}

/** A row is taken for the headings of a free table if it has so many that are known. */
const enoughHeadings = 3;
/** So many lines may stand above them. */
const mostLinesAbove = 50;

/**
 * Reads the rows of a table, in their order. A template is taken strictly: its mark, its labels and its headings stand
 * where it has put them. A free table has its headings anywhere in the first lines, in any order, under many names.
 */
export class TableReader {
  readonly #findings: Findings;
  readonly #options: TableOptions;
  readonly #places: Places;
  readonly #header: Partial<Record<HeaderKey, string>> = {};
  readonly #spots: Partial<Record<HeaderKey, Spot>> = {};
  #entries: Entries | undefined;
  #rows = 0;
  #lines = 0;
  #stopped = false;

  constructor(findings: Findings, options: TableOptions) {
    this.#findings = findings;
    this.#options = options;
    this.#places = new Places(options.sheet);
  }

  /** Takes the next row; `false` means that no more are wanted. */
  take(row: Row): boolean {
    if (this.#stopped) return false;
    this.#lines += 1;
    if (this.#lines > limits.lines) {
      this.#stopTooLong(row.number, limits.lines);
      return false;
    }
    if (this.#entries !== undefined) this.#takeEntry(row, this.#entries);
    else if (this.#options.layout === 'template') this.#takeAboveTemplate(row);
    else this.#takeAboveFree(row);
    return !this.#isOver();
  }

  /** The table, or nothing if it had no headings or too many rows. */
  end(): Table | undefined {
    if (this.#stopped) return undefined;
    if (this.#entries === undefined) {
      this.#stopAt('none');
      return undefined;
    }
    const header = { ...this.#options.given, ...this.#header };
    this.#nameConflicts();
    const year = this.#yearOf(header);
    if (this.#options.layout === 'template') this.#nameMissing(header, ['fund', 'member', 'year']);
    else this.#nameMissing(header, ['year']);
    if (this.#entries.list.length === 0) this.#findings.reporter(tableFaults.rows)('none');
    const { columns, list: entries } = this.#entries;
    return { header, year, headerSpots: this.#spots, columns, entries };
  }

  #takeAboveTemplate(row: Row): void {
    if (row.number < template.headingRow) this.#takeTemplateHeader(row);
    else this.#takeTemplateHeadings(row);
  }

  #takeTemplateHeader(row: Row): void {
    const key = headerKeys.find((candidate) => headerRowOf(candidate) === row.number);
    const label = textOf(row.cells.get(1));
    if (key === undefined) return;
    if (headerOf(label) === key) {
      this.#keep(key, row, 2);
      return;
    }
    const params = { expected: labelsOf(key), found: label.slice(0, 60) };
    this.#findings.reporter(tableFaults.template)('label', { at: this.#places.at(row.number, 1), params });
    this.#stop();
  }

  /** The headings must be the template's, every one in its place: a column that moved would move the wages. */
  #takeTemplateHeadings(row: Row): void {
    const report = this.#findings.reporter(tableFaults.headings);
    const cells = row.number === template.headingRow ? row.cells : new Map<number, never>();
    const changed = columnKeys.filter((key) => !isTemplateHeading(key, textOf(cells.get(templateColumnOf(key)))));
    for (const key of changed) {
      const at = this.#places.at(template.headingRow, templateColumnOf(key));
      const found = textOf(cells.get(templateColumnOf(key))).slice(0, 60);
      report('changed', { at, params: { expected: headingsOf(key), found } });
    }
    if (changed.length > 0) {
      this.#stop();
      return;
    }
    this.#begin(new Map(columnKeys.map((key) => [key, templateColumnOf(key)])), row, report);
  }

  #takeAboveFree(row: Row): void {
    const known = new Map<ColumnKey, number>();
    const twice: number[] = [];
    for (const [column, cell] of row.cells) {
      const key = columnOf(textOf(cell));
      if (key === undefined) continue;
      if (known.has(key)) twice.push(column);
      else known.set(key, column);
    }
    if (known.size < enoughHeadings) {
      const key = headerOf(textOf(row.cells.get(1)).replace(/:$/, ''));
      if (key !== undefined) this.#keep(key, row, 2);
      if (row.number > mostLinesAbove) this.#stopAt('none');
      return;
    }
    const report = this.#findings.reporter(tableFaults.headings);
    for (const column of twice) {
      report('twice', {
        at: this.#places.at(row.number, column),
        params: { column: textOf(row.cells.get(column)).slice(0, 60) },
      });
    }
    const missing = requiredColumns.filter((key) => !known.has(key));
    for (const key of missing) {
      report('missing', { at: this.#places.at(row.number), params: { column: headingsOf(key) } });
    }
    if (twice.length > 0 || missing.length > 0) this.#stop();
    else this.#begin(known, row, report);
  }

  #begin(known: ReadonlyMap<ColumnKey, number>, row: Row, report: Report<'unread'>): void {
    const read = new Set(known.values());
    for (const [column, cell] of row.cells) {
      if (read.has(column) || !isFilled(cell)) continue;
      report('unread', { at: this.#places.at(row.number, column), params: { column: textOf(cell).slice(0, 60) } });
    }
    const headings = new Map([...known].map(([key, column]) => [key, textOf(row.cells.get(column)).slice(0, 60)]));
    this.#entries = new Entries(known, headings, this.#places, this.#findings.reporter(tableFaults.values));
  }

  /** A file of line ends alone would take minutes. */
  #stopTooLong(line: number, limit: number): void {
    this.#findings.reporter(tableFaults.limits)('rows', { at: this.#places.at(line), params: { limit } });
    this.#stop();
  }

  #takeEntry(row: Row, entries: Entries): void {
    if (!entries.isEntry(row)) return;
    this.#rows += 1;
    const at = this.#places.at(row.number);
    if (this.#rows > limits.rows) {
      this.#stopTooLong(row.number, limits.rows);
      return;
    }
    const report = this.#findings.reporter(tableFaults.rows);
    if (row.hidden) report('hidden', { at });
    if (entries.isTotal(row)) report('total', { at });
    else entries.add(row);
  }

  #keep(key: HeaderKey, row: Row, column: number): void {
    const text = textOf(row.cells.get(column)).slice(0, 255);
    this.#spots[key] = { row: row.number, column };
    if (text !== '') this.#header[key] = key === 'fund' ? elmFund(text) : key === 'uid' ? elmUid(text) : text;
  }

  #yearOf(header: Header): number | undefined {
    if (header.year === undefined) return undefined;
    const year = /^(?:19|20)[0-9]{2}$/.test(header.year) ? Number(header.year) : undefined;
    if (year === undefined) {
      const spot = this.#spots.year;
      this.#findings.reporter(tableFaults.header)('year', spot === undefined ? {} : { at: this.#places.of(spot) });
    }
    return year;
  }

  #nameConflicts(): void {
    for (const key of headerKeys) {
      const [found, given, spot] = [this.#header[key], this.#options.given?.[key], this.#spots[key]];
      if (found === undefined || given === undefined || spot === undefined || found === given) continue;
      const params = { label: labelsOf(key), found: found.slice(0, 60), given: given.slice(0, 60) };
      this.#findings.reporter(tableFaults.header)('conflict', { at: this.#places.of(spot), params });
    }
  }

  #nameMissing(header: Header, needed: readonly HeaderKey[]): void {
    for (const key of needed) {
      if (header[key] !== undefined) continue;
      const spot =
        this.#spots[key] ?? (this.#options.layout === 'template' ? { row: headerRowOf(key), column: 2 } : undefined);
      const at = spot === undefined ? {} : { at: this.#places.of(spot) };
      this.#findings.reporter(tableFaults.header)('missing', { ...at, params: { label: labelsOf(key) } });
    }
  }

  #stopAt(variant: 'none'): void {
    this.#findings.reporter(tableFaults.headings)(variant);
    this.#stop();
  }

  #isOver(): boolean {
    return this.#stopped;
  }

  #stop(): void {
    this.#stopped = true;
  }
}
