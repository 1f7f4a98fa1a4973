import type { FindingRow } from '../store/declarations.js';
import type { FindingCode, FindingParameters } from '../texts/findings.js';

/** The amounts of an AHV salary and the totals that go with them. */
export const amounts = {
  'AHV-AVS-Income': 'Total-AHV-AVS-Incomes',
  'AHV-AVS-Open': 'Total-AHV-AVS-Open',
  'ALV-AC-Income': 'Total-ALV-AC-Incomes',
  'ALVZ-ACS-Income': 'Total-ALVZ-ACS-Incomes',
  'ALV-AC-Open': 'Total-ALV-AC-Open',
} as const;

export type Amount = keyof typeof amounts;
export const amountNames = Object.keys(amounts) as Amount[];
export type Amounts = Readonly<Record<Amount, bigint>>;

/** An addressee of the file: a compensation fund, or a family compensation fund, and the member's number there. */
export interface Institution {
  readonly kind: 'AHV-AVS' | 'FAK-CAF';
  readonly id: string;
  readonly branch: string;
  readonly customer: string;
}

export interface Finding extends Pick<FindingRow, 'level' | 'person' | 'line'> {
  readonly code: FindingCode;
  readonly parameters: FindingParameters;
}

/** A value as the file gives it. */
export interface Given {
  readonly text: string;
  readonly line: number;
}

/** What the sandbox reads from an ELM file, or from the fund's Excel template, whose only version is 1. */
export interface ElmFile {
  readonly version: '4.0' | '5.0' | '1';
  readonly test: boolean;
  readonly year: number;
  readonly institutions: readonly Institution[];
  readonly persons: number;
  /** Sums over the persons, by institution. */
  readonly sums: ReadonlyMap<string, Amounts>;
  /** Totals as given: by institution and name. */
  readonly totals: ReadonlyMap<string, ReadonlyMap<string, Given>>;
  readonly counters: ReadonlyMap<string, Given>;
  readonly counted: Readonly<Record<'AHV-AVS-Salary' | 'FAK-CAF-Salary', number>>;
  /** What was noticed on the way through the persons. */
  readonly findings: readonly Finding[];
}
