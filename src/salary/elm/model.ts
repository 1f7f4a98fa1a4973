import type { IsoDate } from '../dates.js';
import type { PersonReference } from '../finding.js';
import type { Rappen } from '../money.js';
import type { Days } from '../months.js';
import type { Element } from './element.js';

/** The five amounts of an AHV salary: element of the salary, element of its total, and whether a salary must have it. */
export const ahvAmounts = {
  ahvIncome: { element: 'AHV-AVS-Income', total: 'Total-AHV-AVS-Incomes', required: true },
  ahvOpen: { element: 'AHV-AVS-Open', total: 'Total-AHV-AVS-Open', required: false },
  alvIncome: { element: 'ALV-AC-Income', total: 'Total-ALV-AC-Incomes', required: true },
  alvzIncome: { element: 'ALVZ-ACS-Income', total: 'Total-ALVZ-ACS-Incomes', required: false },
  alvOpen: { element: 'ALV-AC-Open', total: 'Total-ALV-AC-Open', required: false },
} as const;

export type AhvAmount = keyof typeof ahvAmounts;

export const ahvAmountNames = Object.keys(ahvAmounts) as readonly AhvAmount[];

/** `undefined` where the file has no readable amount; that was reported when it was read. */
export type AhvAmounts = Readonly<Record<AhvAmount, Rappen | undefined>>;

export type Domain = 'AHV-AVS' | 'FAK-CAF';

export interface Period {
  readonly element: Element;
  readonly from: IsoDate | undefined;
  readonly until: IsoDate | undefined;
  /** Both days, unless one is missing or the end lies before the beginning. */
  readonly days: Days | undefined;
  /** The calendar year that all the days lie in. */
  readonly year: number | undefined;
}

interface Salary {
  readonly element: Element;
  /** The institution that the salary is declared to, by its `institutionID`. */
  readonly institution: string;
  readonly period: Period | undefined;
}

export interface AhvSalary extends Salary {
  readonly amounts: AhvAmounts;
}

export interface FakSalary extends Salary {
  readonly canton: string | undefined;
  readonly contributory: Rappen | undefined;
  /** `detailed` if split up by children; ELM doesn't say how such details add up. */
  readonly supplement: Rappen | undefined | 'detailed';
}

/** Who a person is and how long employed; what can't be read is `undefined`. The names serve to tell persons apart. */
export interface Particulars {
  readonly lastname: string;
  readonly firstname: string;
  readonly birth: IsoDate | undefined;
  /** In which the reference age is reached, `YYYY-MM`; needs sex and date of birth. */
  readonly referenceMonth: string | undefined;
  readonly entry: IsoDate | undefined;
  readonly withdrawal: IsoDate | undefined;
}

export interface Person extends Particulars {
  readonly reference: PersonReference;
  /** The AHV number as written; `unknown` if the file says so itself. */
  readonly ahvNumber: { readonly element: Element; readonly text: string } | 'unknown' | undefined;
  readonly element: Element;
  readonly ahvSalaries: readonly AhvSalary[];
  readonly fakSalaries: readonly FakSalary[];
}

export interface Institution {
  readonly element: Element;
  readonly domain: Domain;
  readonly id: string;
  readonly fund: string;
  readonly member: string;
}

/** To whom the distributor is to send what is declared to an institution. */
export interface Addressee {
  readonly element: Element;
  readonly institution: string;
}

export interface AhvTotals {
  readonly element: Element;
  readonly institution: string;
  readonly amounts: AhvAmounts;
}

export interface CantonTotal {
  readonly element: Element;
  readonly canton: string | undefined;
  readonly contributory: Rappen | undefined;
  /** `absent` is allowed in ELM 4.0. */
  readonly supplement: Rappen | undefined | 'absent';
}

export interface FakTotals {
  readonly element: Element;
  readonly institution: string;
  readonly cantons: readonly CantonTotal[];
}

export interface Counter {
  readonly element: Element;
  readonly value: number | undefined;
}
