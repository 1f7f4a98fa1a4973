import type { Client } from '../../contract/portal.gen.js';
import type { Portal } from '../api/portal.js';
import { all } from '../api/paging.js';
import { deviations, type Deviation } from '../salary/deviations.js';
import { isSameFund, isSameMember } from '../salary/recipient.js';
import type { CheckedFile } from './check-salary.js';
import { lastYearOf } from './last-year.js';

export interface Comparison {
  /** The year before, which the fund has accepted. */
  readonly year: number;
  readonly id: string;
  readonly deviations: readonly Deviation[];
}

/** Compares a file with what the fund accepted for the year before, if it belongs to one of the clients. */
export async function comparisonOf(
  { year, fund, member, persons, totals }: CheckedFile,
  portal: Pick<Portal, 'clients' | 'salary'>,
  named: Client | undefined,
): Promise<Comparison | undefined> {
  if (year === undefined || fund === undefined || member === undefined) return undefined;
  const clients = named === undefined ? await all(portal.clients.list()) : [named];
  const client = clients.find((one) => isSameFund(one.fund, fund) && isSameMember(one.number, member));
  if (client === undefined) return undefined;
  const before = await lastYearOf(portal, client, year);
  if (before === undefined || before.totals === null) return undefined;
  return { year: before.year, id: before.id, deviations: deviations(before.totals, { ...totals, persons }) };
}
