import type { Language, MessageKind } from '../../contract/portal.gen.js';
import type { Database } from './database.js';
import { slice, type Slice, type Sorted } from './keyset.js';

export interface MessageRow {
  readonly id: string;
  readonly client: number;
  readonly kind: MessageKind;
  readonly title: string;
  readonly language: Language;
  readonly sentAt: number;
  /** For logins that have not said otherwise. */
  readonly unread: number;
}

export interface DocumentRow {
  readonly id: string;
  readonly message: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

export interface MessageFilter {
  readonly unread?: boolean | undefined;
  readonly kind?: MessageKind | undefined;
  readonly since?: number | undefined;
}

const select = `SELECT m.id, m.client, m.kind, m.title, m.language, m.sentAt, coalesce(r.unread, m.unread) AS unread,
    -m.sentAt AS sortKey
  FROM messages m LEFT JOIN messageMarks r ON r.message = m.id AND r.account = :account`;

export class Messages {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  byId(client: number, id: string, account: string): MessageRow | undefined {
    return this.#database.get(`${select} WHERE m.client = :client AND m.id = :id`, { client, id, account });
  }

  /** Newest first, as one login has read them. */
  list(client: number, account: string, filter: MessageFilter, page: Slice): (MessageRow & Sorted)[] {
    const { unread, kind, since } = filter;
    const conditions = ['m.client = :client'];
    if (unread !== undefined) conditions.push(`coalesce(r.unread, m.unread) = ${unread ? '1' : '0'}`);
    if (kind !== undefined) conditions.push('m.kind = :kind');
    if (since !== undefined) conditions.push('m.sentAt >= :since');
    const values = {
      client,
      account,
      ...(kind === undefined ? {} : { kind }),
      ...(since === undefined ? {} : { since }),
    };
    return slice(this.#database, `${select} WHERE ${conditions.join(' AND ')}`, values, page);
  }

  mark(message: string, account: string, unread: boolean): void {
    this.#database.run(
      'INSERT OR REPLACE INTO messageMarks (message, account, unread) VALUES (:message, :account, :unread)',
      { message, account, unread: Number(unread) },
    );
  }

  documents(message: string): DocumentRow[] {
    return this.#database.all('SELECT * FROM documents WHERE message = :message ORDER BY rowid', { message });
  }

  document(message: string, id: string): (DocumentRow & { readonly bytes: Uint8Array }) | undefined {
    return this.#database.get(
      `SELECT d.*, b.bytes FROM documents d JOIN blobs b ON b.sha256 = d.sha256
       WHERE d.message = :message AND d.id = :id`,
      { message, id },
    );
  }

  add(message: MessageRow): void {
    this.#database.insert('messages', { ...message });
  }

  /** The same bytes are kept once, however many documents they make. */
  addDocument(document: DocumentRow, bytes: Uint8Array): void {
    const { sha256 } = document;
    this.#database.run('INSERT OR IGNORE INTO blobs (sha256, bytes) VALUES (:sha256, :bytes)', { sha256, bytes });
    this.#database.insert('documents', { ...document });
  }
}
