import type { DeclarationFinding, SalaryDeclaration } from '../../contract/portal.gen.js';
import { all } from '../api/paging.js';
import type { Portal } from '../api/portal.js';
import { ConnectError } from '../errors.js';
import type { ErrorCode } from '../errors.js';
import { deviations, totalNames } from '../salary/deviations.js';
import type { Deviation, TotalName } from '../salary/deviations.js';
import { lastYearOf } from './last-year.js';

type Ports = Pick<Portal, 'salary' | 'me'>;
type State = SalaryDeclaration['state'];

interface ReleaseWishes {
  /** The year that the user says it is of. */
  readonly year: number | undefined;
  /** Who says that two persons are needed, an option or a setting; `undefined` if nobody does. */
  readonly fourEyes: string | undefined;
}

/** A total, and how far it is from last year's, if that is known. */
export interface ComparedTotal {
  readonly total: TotalName;
  readonly now: string | number;
  readonly deviation: Deviation | undefined;
}

/** A declaration before its release, with what its employer has to know. */
export interface ReleasePlan {
  readonly declaration: SalaryDeclaration;
  readonly etag: string;
  /** Somebody has released it already: nothing is left to do, and nothing else was looked at. */
  readonly released: boolean;
  readonly lastYear: SalaryDeclaration | undefined;
  readonly totals: readonly ComparedTotal[];
  /** What the fund has found. */
  readonly findings: readonly DeclarationFinding[];
}

const releasedStates: readonly State[] = ['released', 'processing', 'accepted', 'accepted-with-warnings'];

const hindrances: Readonly<Partial<Record<State, ErrorCode>>> = {
  received: 'release-too-early',
  checking: 'release-too-early',
  rejected: 'release-of-rejected',
  replaced: 'release-of-replaced',
};

/**
 * Looks at a declaration that is to be released, and at last year's. Changes nothing.
 * @throws ConnectError `release-year-wrong`, `release-of-test`, `release-too-early`, `release-of-rejected`,
 *   `release-of-replaced`, `four-eyes`
 */
export async function planRelease(
  portal: Ports,
  client: { readonly number: string },
  id: string,
  { year, fourEyes }: ReleaseWishes,
): Promise<ReleasePlan> {
  const { value: declaration, etag } = await portal.salary.getTagged(client.number, id);
  const { state, test, totals, findingCount } = declaration;
  if (year !== undefined && year !== declaration.year) {
    throw new ConnectError('release-year-wrong', { id, year: declaration.year, given: year });
  }
  if (test) throw new ConnectError('release-of-test', { id });
  const hindrance = hindrances[state];
  if (hindrance !== undefined) throw new ConnectError(hindrance, { id, year: declaration.year });
  const plan = { declaration, etag, released: false, lastYear: undefined, totals: [], findings: [] };
  if (isReleased(declaration)) return { ...plan, released: true };
  if (fourEyes !== undefined) await demandAnother(portal, declaration, fourEyes);
  const lastYear = await lastYearOf(portal, client, declaration.year);
  return {
    ...plan,
    lastYear,
    totals: compared(totals, lastYear?.totals ?? null),
    findings: findingCount === 0 ? [] : await all(portal.salary.findings(client.number, id)),
  };
}

function compared(now: SalaryDeclaration['totals'], before: SalaryDeclaration['totals']): readonly ComparedTotal[] {
  if (now === null) return [];
  const found = before === null ? [] : deviations(before, now);
  return totalNames.map((total) => ({
    total,
    now: now[total],
    deviation: found.find((deviation) => deviation.total === total),
  }));
}

/** The one who uploaded a declaration must not be the one who releases it. Ids decide: names can be changed. */
async function demandAnother(portal: Ports, { id, submittedBy }: SalaryDeclaration, fourEyes: string): Promise<void> {
  const me = await portal.me.get();
  if (me.id !== submittedBy.id) return;
  throw new ConnectError('four-eyes', { id, uploader: submittedBy.userName, user: me.userName, from: fourEyes });
}

export interface Released {
  readonly declaration: SalaryDeclaration;
  /** The portal has said that this very request released it; otherwise nobody knows who did. */
  readonly proven: boolean;
}

/**
 * Releases, and finds out by looking what a lost answer would have said, or whether somebody else was quicker.
 * @throws ConnectError `outcome-unknown` if nobody knows, and whatever the portal refuses it with
 */
export async function release(
  portal: Pick<Portal, 'salary'>,
  client: { readonly number: string },
  { declaration, etag }: ReleasePlan,
): Promise<Released> {
  const { id, year } = declaration;
  try {
    return { declaration: await portal.salary.release(client.number, id, year, etag), proven: true };
  } catch (error) {
    if (!(error instanceof ConnectError) || !leavesOpen.includes(error.code)) throw error;
    const now = await portal.salary.get(client.number, id).catch(() => declaration);
    if (!isReleased(now)) throw error;
    return { declaration: now, proven: false };
  }
}

/** After these it may be released all the same. */
const leavesOpen: readonly ErrorCode[] = ['outcome-unknown', 'precondition-failed', 'state-conflict'];

const isReleased = ({ state }: SalaryDeclaration): boolean => releasedStates.includes(state);
