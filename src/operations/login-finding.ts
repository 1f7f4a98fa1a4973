import type { Client, Theme, User } from '../../contract/portal.gen.js';
import type { HrFindingCode } from '../access/hr-findings.js';
import { isSharedMailbox } from '../access/hr-mailboxes.js';
import { nameOf } from '../access/hr-match.js';
import type { MatchedBy } from '../access/hr-match.js';
import type { Obstacle } from '../access/hr-plan.js';
import type { LeaverCode } from '../access/leaver.js';

/** Something about a login that does not fit the people whom an employer has. */
export interface LoginFinding {
  readonly portal: string;
  /** The saved login that was asked; null where only one was. */
  readonly profile: string | null;
  readonly client: string;
  readonly clientName: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly code: HrFindingCode | LeaverCode;
  readonly userName: string;
  /** First and last name. */
  readonly person: string;
  readonly email: string;
  readonly status: User['status'];
  readonly administrator: boolean;
  readonly lastLoginAt: string | null;
  /** Of the list, from 1. */
  readonly line: number | null;
  readonly match: MatchedBy | null;
  /** Whether the match is good enough to act upon. */
  readonly certain: boolean | null;
  /** Whether the address is that of an office, not of a person. */
  readonly shared: boolean;
  /** `YYYY-MM-DD`. */
  readonly exitOn: string | null;
  /** Name, e-mail address and function in the list. */
  readonly listed: { readonly name: string; readonly email: string | null; readonly role: string | null } | null;
  /** Since the last login, or since the invitation. */
  readonly days: number | null;
  /** Themes that the function does not need; all of them where somebody administrates without need. */
  readonly excess: readonly Theme[] | null;
  /** User name of the other login of this person or address. */
  readonly other: string | null;
  /** What the plan does about it. */
  readonly action: 'deactivate' | 'edit' | null;
  /** Why the plan can't do what it should. */
  readonly obstacle: Obstacle | null;
}

type Of = Pick<LoginFinding, 'portal' | 'profile' | 'severity' | 'code'>;

/** A finding that says nothing yet but whose it is. */
export function findingOf({ number, name }: Client, user: User, of: Of): LoginFinding {
  const { portal, profile, severity, code } = of;
  const { userName, email, status, administrator, lastLoginAt } = user;
  return {
    ...{ portal, profile, client: number, clientName: name, severity, code },
    ...{ userName, person: nameOf(user), email, status, administrator, lastLoginAt },
    shared: isSharedMailbox(email, nameOf(user)),
    ...{ line: null, match: null, certain: null, exitOn: null, listed: null },
    ...{ days: null, excess: null, other: null, action: null, obstacle: null },
  };
}
