import type { Method, User } from '../../contract/portal.gen.js';
import { auditFindings } from './audit-findings.js';
import type { AuditCode, AuditSeverity } from './audit-findings.js';
import { prove } from './lockout.js';
import type { Verdict } from './lockout.js';
import { daysSince, invitationDays, useOf } from './unused.js';

/** What an audit asks of a user. */
export type Audited = Pick<
  User,
  'id' | 'kind' | 'administrator' | 'deactivated' | 'lockedUntil' | 'methods' | 'lastLoginAt' | 'createdAt'
>;

/** How it stands with the powers of attorney of a client. `on`: the day, `YYYY-MM-DD`, on which the last one ends or ended. */
export interface MandateStanding {
  readonly kind: 'none' | 'lasting' | 'ending' | 'expired' | 'revoked';
  readonly on?: string;
}

export interface AuditTerms {
  readonly now: Date;
  /** A login that nobody has used for so many days is dormant. */
  readonly dormantDays: number;
  /** How often access is to be reviewed; undefined if nobody has said so. */
  readonly reviewDueDays: number | undefined;
}

/** What is to be known of a client besides its users. */
export interface Surroundings {
  readonly mandates: MandateStanding;
  /** The credential that the portal asks of those who manage users; undefined where it is the usual one. */
  readonly demanded?: Method;
  /** When its access was last signed off, RFC 3339. */
  readonly reviewedAt: string | undefined;
}

export interface Found<U> {
  readonly code: AuditCode;
  readonly severity: AuditSeverity;
  /** Undefined where it is about the client. */
  readonly user: U | undefined;
  /** For the texts: days, a time, a day. */
  readonly params: Readonly<Record<string, string | number>>;
}

export interface Audit<U> {
  readonly verdict: Verdict;
  readonly working: readonly U[];
  readonly invited: readonly U[];
  readonly findings: readonly Found<U>[];
}

/** Everything that is to be said of a client's users; first of the client, then of each user in the order given. */
export function auditUsers<U extends Audited>(
  client: string,
  users: readonly U[],
  { mandates, reviewedAt, demanded }: Surroundings,
  terms: AuditTerms,
): Audit<U> {
  const { now } = terms;
  const [proof] = prove([{ client, users, changes: [] }], now, demanded);
  if (proof === undefined) throw new Error('no proof');
  const { verdict, working } = proof;
  const findings = [
    ...ofAdministrators(verdict, working),
    ...ofReview<U>(reviewedAt, terms),
    ...users.filter(({ deactivated }) => !deactivated).flatMap((user) => ofUser(user, mandates, terms)),
  ];
  return { verdict, working, invited: proof.invited, findings };
}

const found = <U>(code: AuditCode, user?: U, params: Found<U>['params'] = {}): Found<U> => ({
  code,
  severity: auditFindings[code].severity,
  user,
  params,
});

function ofAdministrators<U extends Audited>(verdict: Verdict, working: readonly U[]): readonly Found<U>[] {
  if (verdict === 'locked-out') return [found<U>('locked-out')];
  const own = working.filter(({ kind }) => kind === 'employee');
  const fragile = verdict === 'fragile' ? [found<U>('fragile', working[0])] : [];
  return own.length > 0 ? fragile : [...fragile, found<U>('no-own-administrator')];
}

function ofReview<U>(reviewedAt: string | undefined, { now, reviewDueDays }: AuditTerms): readonly Found<U>[] {
  if (reviewDueDays === undefined) return [];
  const days = reviewedAt === undefined ? undefined : daysSince(reviewedAt, now);
  if (days !== undefined && days < reviewDueDays) return [];
  return [found<U>('review-overdue', undefined, { due: reviewDueDays, ...(days !== undefined && { days }) })];
}

function ofUser<U extends Audited>(user: U, mandates: MandateStanding, terms: AuditTerms): readonly Found<U>[] {
  return [...ofUse(user, terms), ...ofFactors(user), ...ofLock(user, terms), ...ofMandate(user, mandates)];
}

function ofUse<U extends Audited>(user: U, { now, dormantDays }: AuditTerms): readonly Found<U>[] {
  const { state, days } = useOf(user, { now, dormantDays, neverUsedDays: invitationDays });
  return state === 'in-use' ? [] : [found(state, user, { days })];
}

/** Of a login that was never used nobody knows yet which factor it will have. */
function ofFactors<U extends Audited>(user: U): readonly Found<U>[] {
  if (user.lastLoginAt === null) return [];
  if (user.methods.length === 0) return [found('no-second-factor', user)];
  if (user.methods.some((method) => method !== 'sms')) return [];
  return [found(user.administrator ? 'sms-only-administrator' : 'sms-only', user)];
}

function ofLock<U extends Audited>(user: U, { now }: AuditTerms): readonly Found<U>[] {
  const { lockedUntil } = user;
  if (lockedUntil === null || new Date(lockedUntil) <= now) return [];
  return [found('locked', user, { until: lockedUntil })];
}

function ofMandate<U extends Audited>(user: U, { kind, on }: MandateStanding): readonly Found<U>[] {
  if (user.kind !== 'fiduciary' || kind === 'lasting') return [];
  return [found(kind === 'none' ? 'mandate-missing' : `mandate-${kind}`, user, on === undefined ? {} : { on })];
}
