import type { Method, NewUser, Theme, User, UserAccess } from '../../../contract/portal.gen.js';
import type { Verdict } from '../../access/lockout.js';

/** Somebody as a handover remembers him; without an id as long as the portal has not answered the invitation. */
export interface Person {
  readonly id: string | null;
  readonly userName: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
}

export interface Rights {
  readonly administrator: boolean;
  readonly permissions: readonly Theme[];
}

/** What the same person has at another client of the acting login. */
export interface Elsewhere extends Rights {
  readonly client: { readonly number: string; readonly name: string };
  readonly userName: string;
}

export type StepName =
  'begun' | 'invited' | 'granted' | 'logged-in' | 'confirmed' | 'deactivated' | 'proven' | 'taken-back' | 'cancelled';

/** Something that was done, or was found to be done. */
export interface Step {
  readonly step: StepName;
  /** RFC 3339; when it was done, or found to be done. */
  readonly at: string;
  /** User name of whoever did it; null if it was not done by this handover, or nobody saw the answer. */
  readonly by: string | null;
  /** As the portal's log names it; null where nothing was sent, or nobody saw the answer. */
  readonly requestId: string | null;
}

/** What the portal says to a session of the leaver that this computer still keeps. */
export interface OldSession {
  readonly at: string;
  /** Of the answer: 401, or 200 if the session still lives. */
  readonly status: number;
  readonly code: string | null;
  readonly requestId: string | null;
}

/** That nobody gets in with the leaver's login any more. */
export interface HandoverProof {
  readonly at: string;
  /** The portal's word; null if the leaver was the acting login itself, and nobody has asked since. */
  readonly access: UserAccess | null;
  /** Null if this computer kept none. */
  readonly oldSession: OldSession | null;
}

/** What the leaver had when he lost it. */
export interface Had extends Rights {
  readonly methods: readonly Method[];
  readonly lastLoginAt: string | null;
  readonly elsewhere: readonly Elsewhere[];
}

export type HandoverState =
  'begun' | 'waiting-for-login' | 'waiting-for-day' | 'ready' | 'deactivating' | 'completed' | 'cancelled';

/**
 * Why the successor can't take over yet: has not logged in, or too long ago to prove anything; is locked; or is not counted among
 * those who can administrate, as somebody whose second factor is too weak for that.
 */
export type Lack = 'login' | 'recent-login' | 'lock' | 'factor';

/** One handover as it lies on disk. Nothing in it is a secret. */
export interface Handover {
  readonly version: 1;
  readonly id: string;
  readonly portal: string;
  readonly client: { readonly number: string; readonly name: string; readonly fund: string };
  readonly leaver: Person;
  readonly successor: Person;
  /** The first day, in Switzerland, on which the leaver may be deactivated; `YYYY-MM-DD`. */
  readonly on: string;
  readonly state: HandoverState;
  /** With `waiting-for-login`. */
  readonly lacks: Lack | null;
  readonly begunAt: string;
  readonly begunBy: string;
  /** Written down before it is sent; the same is sent again under this key if nobody saw the answer. */
  readonly invitation: { readonly key: string; readonly user: Omit<NewUser, 'confirmPassword'> } | null;
  /** What the successor had, and what he was given in addition; written down before it is given. */
  readonly granted: (Rights & { readonly before: Rights }) | null;
  readonly had: Had | null;
  /** Who can administrate the client afterwards, by user name, as it was proven before. */
  readonly administrators: { readonly verdict: Verdict; readonly working: readonly string[] } | null;
  readonly proof: HandoverProof | null;
  readonly steps: readonly Step[];
  /** Where the evidence goes, absolute. */
  readonly folder: string;
  readonly evidence: EvidenceFiles | null;
}

export interface EvidenceFiles {
  readonly json: string;
  readonly pdf: string;
  /** Of the JSON file, in hexadecimal; the PDF names it. */
  readonly sha256: string;
}

/** A handover as it is shown: without what only the next run needs. */
export interface ShownHandover extends Omit<Handover, 'version' | 'invitation' | 'folder'> {
  readonly invited: boolean;
}

export function shown({
  version: _version,
  invitation: _invitation,
  folder: _folder,
  ...rest
}: Handover): ShownHandover {
  return { ...rest, invited: hasDone(rest, 'invited') };
}

export const isOpen = ({ state }: Pick<Handover, 'state'>): boolean => state !== 'completed' && state !== 'cancelled';

export const hasDone = ({ steps }: Pick<Handover, 'steps'>, name: StepName): boolean =>
  steps.some(({ step }) => step === name);

export function personOf({ id, userName, firstName, lastName, email }: User): Person {
  return { id, userName, firstName, lastName, email };
}

/** Who is to be invited; the portal's word on the user name comes with the answer. */
export function inviteeOf({ userName, firstName, lastName, email }: Omit<NewUser, 'confirmPassword'>): Person {
  return { id: null, userName: userName ?? email, firstName, lastName, email };
}
