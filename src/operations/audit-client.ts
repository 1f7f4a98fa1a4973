import type { Client, Theme, User } from '../../contract/portal.gen.js';
import { auditUsers } from '../access/audit.js';
import type { AuditTerms, MandateStanding } from '../access/audit.js';
import type { AuditCode, AuditSeverity } from '../access/audit-findings.js';
import type { Verdict } from '../access/lockout.js';
import { all } from '../api/paging.js';
import type { Portal } from '../api/portal.js';
import { auditTranslator } from '../i18n/translate.js';
import type { Language } from '../i18n/translate.js';
import { demandedStrength } from './access.js';
import { accessDigest, matrixDigest } from './access-digest.js';
import { tellFinding } from './audit-texts.js';
import { mandateLedger } from './mandate-ledger.js';
import { standing } from './mandate-days.js';
import { mandateRowsOf } from './mandates.js';
import type { Review, SignedOff } from './reviews.js';
import { swissDayOf } from './swiss-day.js';

/** A line of the matrix: who may do what, and how the login stands. */
export interface AuditedUser {
  readonly id: string;
  readonly userName: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly kind: User['kind'];
  readonly status: User['status'];
  readonly deactivated: boolean;
  readonly administrator: boolean;
  readonly methods: User['methods'];
  readonly lockedUntil: string | null;
  readonly lastLoginAt: string | null;
  readonly createdAt: string;
  /** What the login may use, in the portal's order; an administrator all that the client has. */
  readonly permissions: readonly Theme[];
}

/** A finding as it is told. */
export interface ToldAuditFinding {
  readonly code: AuditCode;
  readonly severity: AuditSeverity;
  /** User name and names of the person; null where it is about the client. */
  readonly user: string | null;
  readonly person: string | null;
  readonly params: Readonly<Record<string, string | number>>;
  /** What it is, why it matters, who says so, what to do, and the command that does it. */
  readonly message: string;
  readonly why: string;
  readonly source: string;
  readonly fix: string;
  readonly command: string;
}

/** One client as it was audited. */
export interface AuditedClient {
  readonly client: string;
  readonly name: string;
  readonly fund: string;
  readonly verdict: Verdict;
  /** User names of those who can administrate the client today, and of those who could after their first login. */
  readonly administrators: readonly string[];
  readonly invited: readonly string[];
  /** What the fund offers the client: the columns of the matrix. */
  readonly themes: readonly Theme[];
  readonly users: readonly AuditedUser[];
  readonly findings: readonly ToldAuditFinding[];
  /** Of `{ client, fund, users }` as they stand here, in canonical JSON; in hexadecimal. */
  readonly sha256: string;
  /** The same of what decides about access only: it stays while nobody gains or loses anything. */
  readonly accessSha256: string;
  /** When it was last signed off on this computer, and whether access is another one since. */
  readonly review: (Review & { readonly changed: boolean }) | null;
  /** If that was done in this run. */
  readonly signedOff: SignedOff | null;
}

export interface AuditCircumstances {
  readonly portal: Pick<Portal, 'users' | 'mandates' | 'describe'>;
  /** Of the portal; its clock decides what is late. */
  readonly address: string;
  readonly stateDirectory: string;
  readonly language: Language;
  /** A day, `YYYY-MM-DD`, in that language. */
  readonly dayText: (day: string) => string;
  readonly terms: AuditTerms;
  /** The last reviews at this portal, by client. */
  readonly reviews: ReadonlyMap<string, Review>;
}

/** Reads all users of a client and what is known of its powers of attorney, and says what is to be said of them. */
export async function auditClient(client: Client, circumstances: AuditCircumstances): Promise<AuditedClient> {
  const { portal, terms, language } = circumstances;
  const [demanded, read, mandates, translate] = await Promise.all([
    demandedStrength(portal),
    all(portal.users.list(client.number)),
    mandatesOf(client, circumstances),
    auditTranslator(language),
  ]);
  const users = read.map((user) => lineOf(user, client)).toSorted(byStanding);
  const review = circumstances.reviews.get(client.number);
  const about = { client: client.number, fund: client.fund, users };
  const accessSha256 = accessDigest(about);
  const surroundings = { mandates, demanded, reviewedAt: review?.time };
  const audit = auditUsers(client.number, users, surroundings, terms);
  return {
    client: client.number,
    name: client.name,
    fund: client.fund,
    verdict: audit.verdict,
    administrators: audit.working.map(({ userName }) => userName),
    invited: audit.invited.map(({ userName }) => userName),
    themes: client.themes,
    users,
    findings: audit.findings.map((finding) => tellFinding(finding, client, translate, circumstances.dayText)),
    sha256: matrixDigest(about),
    accessSha256,
    review: review === undefined ? null : { ...review, changed: review.access !== accessSha256 },
    signedOff: null,
  };
}

async function mandatesOf(
  client: Client,
  { portal, address, stateDirectory, terms }: AuditCircumstances,
): Promise<MandateStanding> {
  const today = swissDayOf(terms.now);
  const known = { ledger: mandateLedger(stateDirectory), address, today };
  return standing(await mandateRowsOf(portal, client, known), today);
}

function lineOf(user: User, { themes }: Client): AuditedUser {
  const { id, userName, firstName, lastName, kind, status, deactivated, administrator } = user;
  const { methods, lockedUntil, lastLoginAt, createdAt } = user;
  const permissions = [...new Set([...themes, ...user.permissions])].filter(
    (theme) => administrator || user.permissions.includes(theme),
  );
  return {
    ...{ id, userName, firstName, lastName, kind, status, deactivated, administrator },
    ...{ methods: methods.toSorted(), lockedUntil, lastLoginAt, createdAt, permissions },
  };
}

/** Who can do most comes first, who can do nothing any more last; then by name. */
function byStanding(one: AuditedUser, other: AuditedUser): number {
  const [first, second] = [one, other].map(
    ({ deactivated, administrator, userName }) => `${deactivated ? 2 : administrator ? 0 : 1} ${userName}`,
  );
  return (first ?? '') < (second ?? '') ? -1 : 1;
}
