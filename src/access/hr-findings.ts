import type { Client, Theme, User } from '../../contract/portal.gen.js';
import { isSharedMailbox } from './hr-mailboxes.js';
import { nameOf } from './hr-match.js';
import type { Match, Matcher } from './hr-match.js';
import { nameKey, namesAgree } from './hr-names.js';
import { employmentOf } from './hr-person.js';
import type { HrPerson } from './hr-person.js';
import { useOf } from './unused.js';
import type { UnusedTerms } from './unused.js';

export const hrFindingSeverities = {
  'leaver-active': 'error',
  'leaver-uncertain': 'warning',
  'leaver-future': 'info',
  'unknown-login': 'warning',
  'shared-mailbox': 'warning',
  'email-twice': 'warning',
  'two-logins': 'warning',
  'excess-rights': 'warning',
  'never-used': 'warning',
  dormant: 'warning',
  'name-differs': 'info',
  'email-differs': 'info',
} as const satisfies Readonly<Record<string, 'error' | 'warning' | 'info'>>;

export type HrFindingCode = keyof typeof hrFindingSeverities;

/** What would mend it. */
export type Remedy =
  | { readonly action: 'deactivate' }
  | { readonly action: 'edit'; readonly wanted: { readonly administrator?: false; readonly permissions: Theme[] } };

export interface HrFinding {
  readonly code: HrFindingCode;
  readonly user: User;
  readonly match: Match | undefined;
  /** Days since the last login, or since the invitation. */
  readonly days: number | undefined;
  /** What is too much. */
  readonly excess: { readonly administrator: boolean; readonly themes: readonly Theme[] } | undefined;
  /** The other login of the same person or address. */
  readonly other: User | undefined;
  readonly remedy: Remedy | undefined;
}

/** What somebody of a function may do. */
export interface Role {
  readonly administrator: boolean;
  readonly themes: readonly Theme[];
}

export interface HrChecks extends UnusedTerms {
  readonly match: Matcher;
  /** `YYYY-MM-DD`, in Switzerland. */
  readonly today: string;
  /** What functions may do; without it rights are not looked at. */
  readonly roleOf: ((function_: string) => Role | undefined) | undefined;
  /** Fiduciaries are not on the list of employees; whether they are looked for all the same. */
  readonly fiduciaries: boolean;
  /** For what else than having left a login is to be deactivated. */
  readonly deactivate: ReadonlySet<'unknown-login' | 'never-used' | 'dormant'>;
}

/** Everything about the logins of one client that does not fit the employer's list, in the logins' order. */
export function hrFindings(client: Pick<Client, 'themes'>, users: readonly User[], checks: HrChecks): HrFinding[] {
  const open = users.filter(({ deactivated }) => !deactivated);
  const matches = new Map(open.map((user) => [user.id, checks.match(user)] as const));
  return open.flatMap((user, index) => {
    const match = matches.get(user.id);
    const found = (code: HrFindingCode, rest: Partial<HrFinding> = {}): HrFinding => ({
      ...{ code, user, match, days: undefined, excess: undefined, other: undefined, remedy: undefined },
      ...rest,
    });
    const double = doubleOf(user, match, open.slice(0, index), matches);
    return [
      ...ofPerson(user, match, checks, client, found),
      ...(isSharedMailbox(user.email, nameOf(user)) ? [found('shared-mailbox')] : []),
      ...(double === undefined ? [] : [found(double.code, { other: double.other })]),
    ];
  });
}

type Found = (code: HrFindingCode, rest?: Partial<HrFinding>) => HrFinding;

const deactivation = { action: 'deactivate' } as const;

/** Whoever has left needs no other advice. */
function ofPerson(
  user: User,
  match: Match | undefined,
  checks: HrChecks,
  client: Pick<Client, 'themes'>,
  found: Found,
): HrFinding[] {
  const chosen = (code: 'unknown-login' | 'never-used' | 'dormant'): Partial<HrFinding> =>
    checks.deactivate.has(code) ? { remedy: deactivation } : {};
  if (match === undefined) {
    if (user.kind === 'fiduciary' && !checks.fiduciaries) return ofUse(user, checks, chosen, found);
    return [found('unknown-login', chosen('unknown-login')), ...ofUse(user, checks, chosen, found)];
  }
  const employment = employmentOf(match.person, checks.today);
  if (employment === 'left' || employment === 'unclear') {
    const sure = match.certain && employment === 'left' && !isSharedMailbox(user.email, nameOf(user));
    return [sure ? found('leaver-active', { remedy: deactivation }) : found('leaver-uncertain')];
  }
  return [
    ...(employment === 'leaving' ? [found('leaver-future')] : []),
    ...ofRights(user, match, checks, client, found),
    ...ofUse(user, checks, chosen, found),
    ...ofNames(user, match, found),
  ];
}

function ofUse(
  user: User,
  checks: HrChecks,
  chosen: (code: 'never-used' | 'dormant') => Partial<HrFinding>,
  found: Found,
): HrFinding[] {
  const { state, days } = useOf(user, checks);
  return state === 'dormant' || state === 'never-used' ? [found(state, { days, ...chosen(state) })] : [];
}

function ofRights(
  { administrator, permissions }: User,
  { person, certain }: Match,
  { roleOf }: HrChecks,
  client: Pick<Client, 'themes'>,
  found: Found,
): HrFinding[] {
  const role = person.role === undefined ? undefined : roleOf?.(person.role);
  if (role === undefined || role.administrator) return [];
  const themes = permissions.filter((theme) => !role.themes.includes(theme));
  if (!administrator && themes.length === 0) return [];
  // An administrator may use every theme; what is left to him is what his function needs.
  const left = (administrator ? client.themes : permissions).filter((theme) => role.themes.includes(theme));
  const wanted = { ...(administrator && { administrator: false as const }), permissions: left };
  return [
    found('excess-rights', {
      excess: { administrator, themes },
      ...(certain && { remedy: { action: 'edit', wanted } }),
    }),
  ];
}

function ofNames(user: User, { by, person }: Match, found: Found): HrFinding[] {
  const isOther = person.name !== '' && !namesAgree(person.name, nameOf(user));
  const addresses = [user.email.toLowerCase(), user.userName.toLowerCase()];
  const moved = by !== 'email' && person.email !== undefined && !addresses.includes(person.email.toLowerCase());
  return [...(isOther ? [found('name-differs')] : []), ...(moved ? [found('email-differs')] : [])];
}

/** An earlier login of the same client that has the same address, or belongs to the same person. */
function doubleOf(
  user: User,
  match: Match | undefined,
  earlier: readonly User[],
  matches: ReadonlyMap<string, Match | undefined>,
): { readonly code: 'email-twice' | 'two-logins'; readonly other: User } | undefined {
  const sameAddress = earlier.find(({ email }) => email.toLowerCase() === user.email.toLowerCase());
  if (sameAddress !== undefined) return { code: 'email-twice', other: sameAddress };
  const samePerson = earlier.find((other) => {
    const ofOther = matches.get(other.id);
    if (match?.certain === true && ofOther?.certain === true) return isSame(match.person, ofOther.person);
    return nameKey(nameOf(other)) === nameKey(nameOf(user));
  });
  return samePerson && { code: 'two-logins', other: samePerson };
}

function isSame(one: HrPerson, other: HrPerson): boolean {
  return one === other || (one.email !== undefined && one.email.toLowerCase() === other.email?.toLowerCase());
}
