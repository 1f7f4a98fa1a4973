import type { IsoDate } from '../dates.js';
import type { Rappen } from '../money.js';
import type { ColumnKey } from './columns.js';
import type { EntryStore } from './entry-store.js';
import type { HeaderKey } from './header.js';

/** What one row says: one salary of one person. Empty cells are not there. */
export interface Entry {
  readonly row: number;
  /** Of the person, from 1, in the order of the table. */
  readonly ordinal: number;
  /** Something in this row could not be read, and stands here as if it were empty. */
  readonly faulty: boolean;
  readonly ahvNumber: string | undefined;
  readonly lastname: string;
  readonly firstname: string;
  readonly birth: IsoDate | undefined;
  readonly sex: 'F' | 'M' | undefined;
  readonly from: IsoDate | undefined;
  readonly until: IsoDate | undefined;
  readonly exit: boolean | IsoDate | undefined;
  readonly ahvIncome: Rappen | undefined;
  readonly ahvOpen: Rappen | undefined;
  readonly alvIncome: Rappen | undefined;
  readonly alvzIncome: Rappen | undefined;
  readonly alvOpen: Rappen | undefined;
  readonly canton: string | undefined;
  readonly fakIncome: Rappen | undefined;
  readonly allowances: Rappen | undefined;
  readonly zip: string;
  readonly city: string;
  readonly residence: string | undefined;
}

/** Whose table it is, as far as it says so. */
export type Header = Readonly<Partial<Record<HeaderKey, string>>>;

/** Where in the table something stands. */
export interface Spot {
  readonly row: number;
  /** 0 means the row as a whole. */
  readonly column: number;
}

/** A table that was read: everything that it says, and nothing that it doesn't. */
export interface Table {
  readonly header: Header;
  readonly year: number | undefined;
  /** Where the header's values stand; what was given otherwise stands nowhere. */
  readonly headerSpots: Readonly<Partial<Record<HeaderKey, Spot>>>;
  readonly columns: ReadonlyMap<ColumnKey, number>;
  readonly entries: EntryStore;
}
