import type { Client } from '../../contract/portal.gen.js';
import type { PortalAddress } from '../config/portal-address.js';
import type { ConnectError, Params } from '../errors.js';
import type { MessageKey } from '../i18n/translate.js';
import type { Intent, IntentDetails } from '../journal/intents.js';
import type { Secret } from '../secret.js';
import type { SecretSources } from './ask.js';
import type { Login } from './context.js';

/**
 * How the user has to agree. `typed`: the very word, or `--yes`. `password`: his own, in any case; where something is at
 * stake that a password in the environment must not decide, a question that `--yes` answers comes before it.
 */
export type Consent =
  | { readonly kind: 'none' }
  | { readonly kind: 'yes'; readonly question: MessageKey; readonly params?: Params }
  | {
      readonly kind: 'password';
      readonly question: MessageKey;
      readonly sources: SecretSources;
      readonly first?: { readonly question: MessageKey; readonly params: Params } | undefined;
    }
  | { readonly kind: 'typed'; readonly question: MessageKey; readonly word: string; readonly params?: Params };

/** Something that a verb wants to do and leaves to the runner to confirm, journal and carry out. */
export interface Change<Result> {
  /** What will be done, in the words that `--dry-run` and the question use. */
  readonly summary: MessageKey;
  readonly params: Params;
  /** The clients that it changes, of a verb that acts on a login: those that a file names. */
  readonly touches?: readonly Client[];
  /** Those that it changes by other logins than the one of the run. */
  readonly touchesElsewhere?: readonly { readonly login: Login; readonly clients: readonly Client[] }[];
  /** Where it goes, if no login says so. */
  readonly portal?: PortalAddress;
  /** The request without its secrets, for `--dry-run`. */
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly query?: Readonly<Record<string, unknown>>;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: Readonly<Record<string, unknown>>;
    /** Of a body that is a file: what is known of it without showing it. */
    readonly content?: { readonly sha256: string; readonly bytes: number };
    /** Files that are sent before, each with a request of its own. */
    readonly attachments?: readonly object[];
  };
  /** Of many changes: what a dry run prints, a row each, in place of the request. */
  readonly planned?: readonly unknown[];
  /** Why none of many is made; what is planned says it of each. */
  readonly refused?: ConnectError;
  readonly consent: Consent;
  /**
   * Names the intent: `operation` and a digest of what it does, without secrets. The same intent after a lost answer is
   * sent under the same key. Absent where the portal needs no key.
   */
  readonly intent?: Intention;
  /**
   * @param password empty unless the consent asked for it
   * @param details those of the intent that is carried out: of an earlier run, if that began it
   */
  readonly carryOut: (idempotencyKey: string, password: Secret, details?: IntentDetails) => Promise<Result>;
  /** What is left to do once the change is made and known to be: nothing that goes wrong here undoes it. */
  afterwards?(result: Result): Promise<Result>;
  /** What is to be done next, with a consent of its own; the run prints the last result. Nothing if it ends here. */
  next?(result: Result): Promise<Change<Result> | undefined>;
}

export interface Intention {
  readonly operation: string;
  readonly content: string;
  /** Written down in plain text. */
  readonly details?: IntentDetails;
  /** Why this must wait until the outcome of another intent, of the same operation and client, is known. */
  readonly blockedBy?: (other: Intent) => ConnectError | undefined;
}
