import { createHash } from 'node:crypto';
import type { Method } from '../../contract/portal.gen.js';
import type { Database } from './database.js';

export interface SessionRow {
  readonly id: string;
  readonly account: string;
  readonly method: Method;
  readonly startedAt: number;
  readonly expiresAt: number;
  /** How many pairs of tokens this family has had, less one. */
  readonly generation: number;
  readonly revokedAt: number | null;
  /** The key that the session signs with: its id, and its public half as SubjectPublicKeyInfo in base64. */
  readonly signingKeyId: string | null;
  readonly signingKey: string | null;
}

export interface TokenRow {
  readonly session: string;
  readonly kind: 'access' | 'refresh';
  readonly generation: number;
  readonly expiresAt: number;
  /** The digest of the idempotency key under which a refresh token was exchanged. */
  readonly spentUnder: string | null;
}

/** Families of tokens. The tokens themselves are not kept, only their SHA-256. */
export class Sessions {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  byId(id: string): SessionRow | undefined {
    return this.#database.get('SELECT * FROM sessions WHERE id = :id', { id });
  }

  token(token: string): TokenRow | undefined {
    return this.#database.get('SELECT * FROM tokens WHERE hash = :hash', { hash: digest(token) });
  }

  tokenOf(session: string, kind: TokenRow['kind'], generation: number): TokenRow | undefined {
    return this.#database.get(
      'SELECT * FROM tokens WHERE session = :session AND kind = :kind AND generation = :generation',
      { session, kind, generation },
    );
  }

  begin(session: Omit<SessionRow, 'generation' | 'revokedAt'>): SessionRow {
    const row = { ...session, generation: 0, revokedAt: null };
    this.#database.run('DELETE FROM sessions WHERE expiresAt < :startedAt', { startedAt: session.startedAt });
    this.#database.insert('sessions', row);
    return row;
  }

  addToken(token: string, row: Omit<TokenRow, 'spentUnder'>): void {
    this.#database.insert('tokens', { hash: digest(token), ...row, spentUnder: null });
  }

  /** A refresh token is exchanged: the family goes on with the next generation. */
  spend(token: string, spentUnder: string, session: SessionRow): SessionRow {
    this.#database.run('UPDATE tokens SET spentUnder = :spentUnder WHERE hash = :hash', {
      spentUnder,
      hash: digest(token),
    });
    const next = { ...session, generation: session.generation + 1 };
    this.#database.run('UPDATE sessions SET generation = :generation WHERE id = :id', {
      generation: next.generation,
      id: next.id,
    });
    return next;
  }

  revoke(id: string, now: number): void {
    this.#database.run('UPDATE sessions SET revokedAt = :now WHERE id = :id AND revokedAt IS NULL', { id, now });
  }

  /** How many sessions of a login can still be used, and when one was last ended before its time. */
  standing(account: string, now: number): { readonly open: number; readonly endedAt: number | null } {
    const row = this.#database.get<{ open: number; endedAt: number | null }>(
      `SELECT count(*) FILTER (WHERE revokedAt IS NULL AND expiresAt > :now) AS open, max(revokedAt) AS endedAt
       FROM sessions WHERE account = :account`,
      { account, now },
    );
    return row ?? { open: 0, endedAt: null };
  }

  /** Ends all sessions of a login, or all but one. */
  revokeAll(account: string, now: number, except = ''): void {
    this.#database.run(
      'UPDATE sessions SET revokedAt = :now WHERE account = :account AND id <> :except AND revokedAt IS NULL',
      { account, now, except },
    );
  }
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
