import type { Place } from '../finding.js';
import type { Spot } from './entry.js';
import { columnLetters } from './row.js';

/** How the places of one table are called. */
export class Places {
  readonly #sheet: string | undefined;

  /** A CSV file has no sheets. */
  constructor(sheet?: string) {
    this.#sheet = sheet;
  }

  /** Column 0 means the row as a whole. */
  at(row: number, column = 0): Place {
    const cell = column === 0 ? undefined : `${columnLetters(column)}${row}`;
    return {
      line: row,
      ...(column === 0 ? {} : { column }),
      ...(this.#sheet === undefined ? {} : { path: `${this.#sheet}!${cell ?? row}`, sheet: this.#sheet }),
      ...(cell === undefined ? {} : { cell }),
    };
  }

  of({ row, column }: Spot): Place {
    return this.at(row, column);
  }
}
