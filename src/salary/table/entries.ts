import { maskAhvNumber } from '../ahv-number.js';
import type { PersonReference } from '../finding.js';
import type { Report } from '../rule.js';
import { readAhvNumber, readAmount, readCanton, readDay, readExit, readSex, readText, type Reading } from './cells.js';
import type { ColumnKey } from './columns.js';
import { EntryStore } from './entry-store.js';
import type { ValueFault } from './faults.js';
import type { Places } from './places.js';
import { isFilled, textOf, type Cell, type Row } from './row.js';

/** Makes entries of rows, and tells apart who is who: the same person may have several rows. */
export class Entries {
  readonly list = new EntryStore();
  readonly columns: ReadonlyMap<ColumnKey, number>;
  readonly #headings: ReadonlyMap<ColumnKey, string>;
  readonly #places: Places;
  readonly #report: Report<ValueFault>;
  readonly #ordinals = new Map<string, number>();

  constructor(
    columns: ReadonlyMap<ColumnKey, number>,
    headings: ReadonlyMap<ColumnKey, string>,
    places: Places,
    report: Report<ValueFault>,
  ) {
    this.columns = columns;
    this.#headings = headings;
    this.#places = places;
    this.#report = report;
  }

  /** Whether the row says something about a person. */
  isEntry(row: Row): boolean {
    return [...this.columns.values()].some((column) => isFilled(row.cells.get(column)));
  }

  /** A sum below the table, which Excel users like to have there. */
  isTotal(row: Row): boolean {
    const text = (key: ColumnKey) => textOf(this.#cell(row, key));
    const first = [text('ahvNumber'), text('lastname'), text('firstname')].find((word) => word !== '') ?? '';
    return /^(?:sub)?(?:total|totale|summe|somme|somma)\b/i.test(first) && text('birth') === '';
  }

  add(row: Row): void {
    const faults: [ColumnKey, ValueFault][] = [];
    const take = <Value>(key: ColumnKey, read: (cell: Cell | undefined) => Reading<Value>): Value | undefined => {
      const found = read(this.#cell(row, key));
      if (!('fault' in found)) return found.value;
      faults.push([key, found.fault]);
      return undefined;
    };
    const needed = <Value>(key: ColumnKey, read: (cell: Cell | undefined) => Reading<Value>): Value | undefined => {
      const value = take(key, read);
      if (value === undefined && !isFilled(this.#cell(row, key))) faults.push([key, 'missing']);
      return value;
    };
    const ahvNumber = take('ahvNumber', readAhvNumber);
    const names = this.#names(needed('lastname', readText) ?? '', take('firstname', readText) ?? '');
    if (names.firstname === '' && !isFilled(this.#cell(row, 'firstname'))) faults.push(['firstname', 'missing']);
    const entry = {
      row: row.number,
      ahvNumber,
      ...names,
      birth: needed('birth', readDay),
      sex: needed('sex', readSex),
      from: take('from', readDay),
      until: take('until', readDay),
      exit: take('exit', readExit),
      ahvIncome: needed('ahvIncome', readAmount),
      ahvOpen: take('ahvOpen', readAmount),
      alvIncome: needed('alvIncome', readAmount),
      alvzIncome: take('alvzIncome', readAmount),
      alvOpen: take('alvOpen', readAmount),
      canton: needed('canton', readCanton),
      fakIncome: take('fakIncome', readAmount),
      allowances: take('allowances', readAmount),
      zip: (take('zip', readText) ?? '').slice(0, 15),
      city: take('city', readText) ?? '',
      residence: take('residence', (cell) => readCanton(cell, true)),
    };
    const ordinal = this.#ordinalOf(
      `${ahvNumber ?? ''}\n${names.lastname}\n${names.firstname}\n${entry.birth ?? row.number}`,
    );
    this.list.add({ ...entry, ordinal, faulty: faults.length > 0 });
    this.#tell(row, faults, ahvNumber === undefined ? { ordinal } : { ordinal, ahvNumber: maskAhvNumber(ahvNumber) });
  }

  #tell(row: Row, faults: readonly (readonly [ColumnKey, ValueFault])[], person: PersonReference): void {
    for (const [key, fault] of faults) {
      const at = this.#places.at(row.number, this.columns.get(key) ?? 0);
      this.#report(fault, { at, person, params: { column: this.#headings.get(key) ?? key } });
    }
  }

  /** Some funds have both names in one cell: `Muster, Anna`. */
  #names(lastname: string, firstname: string): { lastname: string; firstname: string } {
    const comma = lastname.indexOf(',');
    if (firstname !== '' || comma < 1) return { lastname, firstname };
    return { lastname: lastname.slice(0, comma).trim(), firstname: lastname.slice(comma + 1).trim() };
  }

  #ordinalOf(person: string): number {
    const known = this.#ordinals.get(person.toLowerCase());
    if (known !== undefined) return known;
    const ordinal = this.#ordinals.size + 1;
    this.#ordinals.set(person.toLowerCase(), ordinal);
    return ordinal;
  }

  #cell(row: Row, key: ColumnKey): Cell | undefined {
    const column = this.columns.get(key);
    return column === undefined ? undefined : row.cells.get(column);
  }
}
