import type { Facts } from './facts.js';
import type { Level, Params, PersonReference, Place, Severity } from './finding.js';
import type { Institution, Person } from './elm/model.js';

/** What a code stands for: each variant has a severity of its own and two texts, `finding.CODE.variant[.fix]`. */
export interface Declaration<Variant extends string = string> {
  readonly code: string;
  readonly level: Level;
  /** The law, standard or schema that the fault violates. */
  readonly source: string;
  readonly variants: Readonly<Record<Variant, Severity>>;
}

export interface Occurrence {
  readonly at?: Place | undefined;
  readonly person?: PersonReference | undefined;
  readonly params?: Params;
}

export type Report<Variant extends string> = (variant: Variant, occurrence?: Occurrence) => void;

/** Whom the file is meant for: `fund` as in the portal's address (`095`), `member` as the fund writes it (`12345.00`). */
export interface Recipient {
  readonly fund: string;
  readonly member: string;
}

/** Whom the file is meant for, or who tells it once the file is read and has named its institutions. */
export type ForWhom =
  | Recipient
  | undefined
  | ((institutions: readonly Pick<Institution, 'domain' | 'fund' | 'member'>[]) => Promise<Recipient | undefined>);

/** Called once for each person as the file passes by, and once after the last line; a broken-off file has no `end`. */
interface Consumer {
  readonly person?: (person: Person) => void;
  readonly end?: (facts: Facts, recipient: Recipient | undefined) => void;
}

export interface Rule<Variant extends string = string> extends Declaration<Variant> {
  readonly start: (report: Report<Variant>) => Consumer;
}

/** Declares faults that are found while reading, not by a rule of their own. */
export const declareFaults = <Variant extends string>(declaration: Declaration<Variant>): Declaration<Variant> =>
  declaration;

export const defineRule = <Variant extends string>(rule: Rule<Variant>): Rule<Variant> => rule;
