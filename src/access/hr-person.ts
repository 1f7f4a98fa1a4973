/** One row of an employer's list of people. */
export interface HrPerson {
  /** In the file, from 1. */
  readonly line: number;
  readonly email: string | undefined;
  readonly userName: string | undefined;
  /** First and last name, in whichever order; empty if the list has none. */
  readonly name: string;
  /** Last day at work, `YYYY-MM-DD`. */
  readonly exitOn: string | undefined;
  /** What the list says in words; undefined if it says nothing that is understood. */
  readonly status: 'employed' | 'left' | undefined;
  /** Function, as it is written. */
  readonly role: string | undefined;
}

/**
 * Whether somebody works there. `unclear`: the list says that it is over since a day, and in words that it is not. Nobody is
 * shut out for such a row.
 */
export type Employment = 'employed' | 'leaving' | 'left' | 'unclear';

/** @param today `YYYY-MM-DD`, in Switzerland; who leaves today has left, since the last day's work is done by a plan's time */
export function employmentOf({ exitOn, status }: HrPerson, today: string): Employment {
  if (exitOn === undefined) return status === 'left' ? 'left' : 'employed';
  if (exitOn <= today) return status === 'employed' ? 'unclear' : 'left';
  return status === 'left' ? 'left' : 'leaving';
}

/** The best first: who came back has two rows, and the one that is still going on counts. */
const order: readonly Employment[] = ['employed', 'leaving', 'unclear', 'left'];

/** The row that counts of those about one person; of several that are alike, the one with the latest exit. */
export function rowThatCounts(rows: readonly HrPerson[], today: string): HrPerson | undefined {
  const rank = (row: HrPerson): number => order.indexOf(employmentOf(row, today));
  const exit = ({ exitOn }: HrPerson): string => exitOn ?? '9999-12-31';
  return rows.toSorted((a, b) => rank(a) - rank(b) || (exit(a) < exit(b) ? 1 : -1))[0];
}
