import type { NewUser, User } from '../../contract/portal.gen.js';
import type { AccessChange } from './changes.js';

/** What of a user can be changed, in the order of the portal's user detail, and whether he is deactivated. */
export const stateFields = [
  'firstName',
  'lastName',
  'email',
  'userName',
  'language',
  'mobileNumber',
  'lockedUntil',
  'administrator',
  'permissions',
  'deactivated',
] as const satisfies readonly (keyof User)[];

export type StateField = (typeof stateFields)[number];

export type UserState = Pick<User, StateField>;

interface AnyStep {
  /** Unique in its part of the plan. */
  readonly id: string;
  /** Member number. */
  readonly client: string;
  /** User name or e-mail address, for people. */
  readonly who: string;
}

interface OfUser extends AnyStep {
  /** The portal's id. */
  readonly user: string;
  /** As the user was when the plan was made: anybody else is none of the plan's business. */
  readonly before: UserState;
}

export type PlannedUser = Omit<NewUser, 'confirmPassword'>;

/** One write. Steps of a client are made in their order, those of several clients at the same time. */
export type PlanStep =
  | (AnyStep & { readonly action: 'create'; readonly wanted: PlannedUser })
  | (OfUser & { readonly action: 'edit'; readonly wanted: Partial<Omit<UserState, 'deactivated'>> })
  | (OfUser & { readonly action: 'deactivate' })
  | (OfUser & { readonly action: 'reactivate' });

/** What one login is to do. */
export interface PlanPart {
  readonly portal: string;
  /** The user name that acts. */
  readonly actor: string;
  readonly clients: readonly { readonly number: string; readonly name: string }[];
  readonly steps: readonly PlanStep[];
}

/** Changes of users that were thought out beforehand: exactly these are made, or none. */
export interface AccessPlan {
  /** Of this form. */
  readonly version: 1;
  /** RFC 3339. */
  readonly madeAt: string;
  readonly source: {
    readonly kind: 'access-file' | 'hr-list' | 'leaver' | 'rows' | 'undo';
    readonly file?: string;
    /** Of that file, in hexadecimal. */
    readonly sha256?: string;
    /** The run that is undone. */
    readonly run?: string;
  };
  readonly parts: readonly PlanPart[];
}

export function stateOf(user: User): UserState {
  return Object.fromEntries(stateFields.map((field) => [field, user[field]])) as unknown as UserState;
}

/**
 * The fields in which two states differ. The order of themes does not matter, nor how an instant is written, nor which themes
 * an administrator was given: he may use all of the client's.
 */
export function differingFields(one: UserState, other: UserState): readonly StateField[] {
  return stateFields.filter((field) => comparable(field, one) !== comparable(field, other));
}

function comparable(field: StateField, state: UserState): string | number | boolean | null {
  if (field === 'permissions') return state.administrator ? '*' : [...state.permissions].sort().join();
  if (field === 'lockedUntil') return state.lockedUntil === null ? 0 : Date.parse(state.lockedUntil);
  return state[field];
}

/** The user as the step makes him. */
export function afterStep(step: StepOfUser): UserState {
  switch (step.action) {
    case 'edit':
      return { ...step.before, ...step.wanted };
    case 'deactivate':
      return { ...step.before, deactivated: true };
    case 'reactivate':
      return { ...step.before, deactivated: false };
  }
}

type StepOfUser = Exclude<PlanStep, { action: 'create' }>;

/**
 * How many of the steps about one user are made already, going by how he is; undefined if he is neither as they found him nor
 * as one of them leaves him.
 * @param steps in their order, all about the same user
 */
export function madeOf(steps: readonly StepOfUser[], now: UserState): number | undefined {
  const isAs = (state: UserState): boolean => differingFields(state, now).length === 0;
  const last = steps.findLastIndex((step) => isAs(afterStep(step)));
  if (last >= 0) return last + 1;
  const [first] = steps;
  return first !== undefined && isAs(first.before) ? 0 : undefined;
}

/** Whether a user is what a step was to create. */
export function isCreated({ userName, kind = 'employee', ...wanted }: PlannedUser, user: User): boolean {
  const state = { ...stateOf(user), ...wanted, userName: userName ?? wanted.email, deactivated: false };
  return kind === user.kind && differingFields(state, stateOf(user)).length === 0;
}

/** Whether the portal wants the acting user's own password for it. */
export function wantsPassword(step: PlanStep): boolean {
  if (step.action !== 'edit') return step.action !== 'deactivate';
  const { administrator, permissions, lockedUntil } = step.wanted;
  return administrator !== undefined || permissions !== undefined || lockedUntil !== undefined;
}

/** What of a step concerns who can administrate; undefined if nothing does. */
export function accessChangeOf(step: PlanStep): AccessChange | undefined {
  switch (step.action) {
    case 'create':
      return { kind: 'create', id: step.id, administrator: step.wanted.administrator };
    case 'edit': {
      const { administrator, lockedUntil } = step.wanted;
      if (administrator === undefined && lockedUntil === undefined) return undefined;
      return {
        kind: 'edit',
        id: step.user,
        ...(administrator !== undefined && { administrator }),
        ...(lockedUntil !== undefined && { lockedUntil }),
      };
    }
    case 'deactivate':
    case 'reactivate':
      return { kind: step.action, id: step.user };
  }
}
