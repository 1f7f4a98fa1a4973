import type { Language, SignedBy, Theme } from '../../contract/portal.gen.js';
import type { Portal } from '../portal.js';
import type { AccountRow } from '../store/accounts.js';
import { themesOf, type ClientRow } from '../store/clients.js';
import type { MembershipRow } from '../store/memberships.js';
import type { SessionRow } from '../store/sessions.js';
import { checkNeeds } from './access.js';
import type { Operation } from './contract.js';
import type { Fault } from './faults.js';
import type { LetterKind } from '../store/outbox.js';
import type { Presented } from './presented.js';
import { Problem } from './problem.js';
import type { Reply } from './types.js';

export interface Login {
  readonly account: AccountRow;
  readonly session: SessionRow;
}

export interface Member {
  readonly client: ClientRow;
  readonly membership: MembershipRow;
}

/** One call of one operation: who calls, for which client, and how what it does becomes permanent. */
export class Call {
  readonly portal: Portal;
  readonly operation: Operation;
  readonly fund: string;
  readonly requestId: string;
  readonly language: Language;
  /** The client certificate of the connection. */
  readonly presented: Presented | undefined;
  faults: readonly Fault[] = [];
  /** The raw body, if it is JSON. */
  rawBody: Buffer | undefined;
  /** What the audit log names as concerned. */
  subject: string | null = null;
  idempotency: { readonly scope: string; readonly key: string; readonly fingerprint: string } | undefined;
  /** Whose message signature was verified. */
  signedBy: SignedBy | undefined;
  #login: Login | undefined;
  #member: Member | undefined;
  #recorded = false;

  constructor(values: Pick<Call, 'portal' | 'operation' | 'fund' | 'requestId' | 'language' | 'presented'>) {
    this.portal = values.portal;
    this.operation = values.operation;
    this.fund = values.fund;
    this.requestId = values.requestId;
    this.language = values.language;
    this.presented = values.presented;
  }

  now(): number {
    return this.portal.clock.now();
  }

  get login(): Login {
    if (this.#login === undefined) throw new Error(`${this.operation.id} is open to everybody`);
    return this.#login;
  }

  set login(login: Login) {
    this.#login = login;
  }

  get member(): Member {
    if (this.#member === undefined) throw new Error(`${this.operation.id} is not about a client`);
    return this.#member;
  }

  set member(member: Member) {
    this.#member = member;
  }

  /** What the login may use at this client; an administrator may use all that the fund offers. */
  get themes(): readonly Theme[] {
    const { client, membership } = this.member;
    return membership.administrator === 1 ? themesOf(client) : (JSON.parse(membership.permissions) as Theme[]);
  }

  /**
   * Does something for good: the change, its entry in the audit log and the answer to be given again are one
   * transaction. A problem that is thrown undoes it; one that is returned is an answer too, and what led to it stays.
   */
  commit<const R extends Reply | Problem>(act: () => R): Exclude<R, Problem> {
    const { store, secret } = this.portal;
    const result = store.database.transaction(() => {
      this.#recheck();
      const reply = act();
      this.#recorded = true;
      this.#record(reply instanceof Problem ? reply.name : String(reply.status));
      if (this.idempotency !== undefined && !(reply instanceof Problem)) {
        const { scope, key, fingerprint } = this.idempotency;
        store.answers.keep(scope, key, fingerprint, secret.seal(JSON.stringify(reply)), this.now());
      }
      return reply;
    });
    if (result instanceof Problem) throw result;
    return result as Exclude<R, Problem>;
  }

  /** Notes a refusal of something that would have changed the portal. */
  refused(outcome: string): void {
    if (this.operation.method !== 'GET' && !this.#recorded) this.#record(outcome);
  }

  send(kind: LetterKind, to: string, subject: string, text: string, code: string | null): void {
    const client = this.#member?.client.number ?? null;
    this.portal.store.outbox.add({ fund: this.fund, kind, to, subject, text, code, client, at: this.now() });
  }

  /** While a password was being compared or a file read, somebody may have ended the session or taken the rights. */
  #recheck(): void {
    const { sessions, memberships } = this.portal.store;
    if (this.#login !== undefined) {
      const session = sessions.byId(this.#login.session.id);
      if (session?.revokedAt !== null) throw new Problem('session-revoked');
    }
    if (this.#login !== undefined && this.#member !== undefined) {
      const membership = memberships.of(this.#login.account.id, this.#member.client.id);
      if (membership === undefined || membership.deactivated === 1) throw new Problem('not-found');
      this.#member = { ...this.#member, membership };
      checkNeeds(this);
    }
  }

  #record(outcome: string): void {
    this.portal.store.audit.add({
      at: this.now(),
      fund: this.fund,
      operation: this.operation.id,
      actor: this.#login?.account.userName ?? null,
      client: this.#member?.client.number ?? null,
      subject: this.subject,
      outcome,
      requestId: this.requestId,
      idempotencyKey: this.idempotency?.key ?? null,
    });
  }
}
