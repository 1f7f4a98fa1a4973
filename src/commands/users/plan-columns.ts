import type { Verdict } from '../../access/lockout.js';
import type { PlanStep } from '../../access/access-plan.js';
import type { Tell } from '../../render/tell.js';
import type { Column, Parts } from '../../render/view.js';
import { tellStep } from './tell-plan.js';

/** What is planned for one client. */
export interface ClientPlanRow {
  readonly client: string;
  readonly name: string;
  /** Who can administrate it afterwards. */
  readonly verdict: Verdict;
  readonly changes: readonly PlanStep[];
  /** User names of those who are not named and stay. */
  readonly kept: readonly string[];
}

export const planColumns: readonly Column<ClientPlanRow>[] = [
  { key: 'client', title: 'common.client', whole: true },
  { key: 'name', title: 'clients.name' },
  {
    key: 'verdict',
    title: 'users.accessVerdict',
    text: ({ verdict }, { translate }) => translate(`accessVerdict.${verdict}`),
  },
  { key: 'changes', title: 'plan.changes', value: ({ changes }) => changes.length },
  { key: 'kept', title: 'plan.kept' },
];

/** One line of it: a change, somebody who stays, or the client itself. */
type PlanPart = { readonly row: ClientPlanRow } & (
  { readonly kind: 'client' | 'verdict' | 'kept' } | { readonly kind: 'step'; readonly step: PlanStep }
);

/** A client that nothing is to be done to is one line. */
export const planParts: Parts<ClientPlanRow, PlanPart> = {
  of: (row) => [
    ...row.changes.map((step) => ({ row, kind: 'step', step }) as const),
    ...(row.kept.length > 0 ? [{ row, kind: 'kept' } as const] : []),
    { row, kind: 'verdict' },
  ],
  columns: [
    { key: 'client', title: 'common.client', value: ({ row }) => row.client, whole: true },
    { key: 'action', title: 'plan.action', value: (part) => (part.kind === 'step' ? part.step.action : part.kind) },
    { key: 'user', title: 'users.userName', value: userOf, whole: true },
    { key: 'changes', title: 'plan.changes', value: neutralChanges, text: (part, tell) => lineOf(part, tell) },
  ],
  lines: (part, tell) => {
    const { client, name } = part.row;
    const isFirst = part.row.changes[0] === undefined ? part.kind === firstKind(part.row) : isStepOf(part, 0);
    return [...(isFirst ? [`${name} (${client})`] : []), `  ${lineOf(part, tell)}`];
  },
};

const firstKind = ({ kept }: ClientPlanRow): string => (kept.length > 0 ? 'kept' : 'verdict');
const isStepOf = (part: PlanPart, index: number): boolean =>
  part.kind === 'step' && part.row.changes[index] === part.step;

function userOf(part: PlanPart): string {
  if (part.kind === 'step') return part.step.who;
  return part.kind === 'kept' ? part.row.kept.join(',') : '';
}

/** `lastName=Rossi permissions=messages,employees` */
function neutralChanges(part: PlanPart): string {
  if (part.kind === 'verdict') return part.row.verdict;
  if (part.kind !== 'step' || (part.step.action !== 'edit' && part.step.action !== 'create')) return '';
  return Object.entries(part.step.wanted)
    .map(([field, value]) => `${field}=${String(value)}`)
    .join(' ');
}

function lineOf(part: PlanPart, tell: Tell): string {
  const { translate } = tell;
  if (part.kind === 'step') return tellStep(part.step, tell);
  if (part.kind === 'kept') return translate('plan.keeps', { users: part.row.kept.join(', ') });
  const verdict = translate(`accessVerdict.${part.row.verdict}`);
  return translate(part.row.changes.length === 0 ? 'plan.asWanted' : 'plan.afterwards', { verdict });
}
