import type { Document, Message, MessageKind } from '../../contract/portal.gen.js';
import { idOf, path } from './call.js';
import { shape } from './decode.js';
import type { Shape } from './decode.js';
import { items } from './paging.js';
import { exchange, requestTagged } from './request.js';
import type { Tagged } from './request.js';
import type { Wire } from './wire.js';

export interface MessageQuery {
  readonly unread?: boolean | undefined;
  readonly kind?: MessageKind | undefined;
  /** RFC 3339. */
  readonly since?: string | undefined;
}

export interface MessagesApi {
  list(client: string, query?: MessageQuery): AsyncGenerator<Message>;
  get(client: string, id: string): Promise<Tagged<Message>>;
  markRead(client: string, id: string, etag: string): Promise<Message>;
  /** Gives the bytes to `read`, which may be called again if the connection breaks: it has to start afresh then. */
  document<T>(
    client: string,
    message: string,
    document: string,
    read: (bytes: AsyncIterable<Uint8Array>) => Promise<T>,
  ): Promise<T>;
}

const messageShape: Shape<Message> = {
  id: 'string',
  kind: 'string',
  title: 'string',
  sentAt: 'time',
  documents: 'array',
};
const documentShape: Shape<Document> = { id: 'string', name: 'string', size: 'number', sha256: 'string' };

export function messagesApi(wire: Wire): MessagesApi {
  const checked = (value: unknown): Message => {
    const message = shape(wire, messageShape, value);
    for (const document of message.documents) shape(wire, documentShape, document);
    return message;
  };
  return {
    async *list(client, query = {}) {
      const call = { method: 'GET', path: path`/clients/${client}/messages`, query: { ...query } } as const;
      for await (const message of items(wire, call, messageShape)) yield checked(message);
    },
    async get(client, id) {
      const answer = await requestTagged(wire, { method: 'GET', path: path`/clients/${client}/messages/${idOf(id)}` });
      return { ...answer, value: checked(answer.value) };
    },
    async markRead(client, id, etag) {
      const call = {
        method: 'PATCH',
        path: path`/clients/${client}/messages/${idOf(id)}`,
        effect: 'once',
        headers: { 'if-match': etag },
        json: { unread: false },
      } as const;
      return checked((await requestTagged(wire, call)).value);
    },
    document: (client, message, document, read) =>
      exchange(
        wire,
        {
          method: 'GET',
          path: path`/clients/${client}/messages/${idOf(message)}/documents/${idOf(document)}`,
          accept: 'application/pdf',
        },
        ({ body }) => read(body),
      ),
  };
}
