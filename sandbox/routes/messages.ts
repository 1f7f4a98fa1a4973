import type { Message } from '../../contract/portal.gen.js';
import type { Call } from '../http/call.js';
import { etag, mustMatch } from '../http/etag.js';
import { page } from '../http/paging.js';
import { Problem } from '../http/problem.js';
import type { Handlers } from '../http/types.js';
import { rfc3339 } from '../rules/time.js';
import type { MessageRow } from '../store/messages.js';

export const messages: Pick<Handlers, 'listMessages' | 'getMessage' | 'updateMessage'> = {
  listMessages(call, request) {
    const { unread, kind, since } = request.query;
    const filter = { unread, kind, since: since === undefined ? undefined : Date.parse(since) };
    const { client } = call.member;
    const rows = call.portal.store.messages;
    return {
      status: 200,
      body: page(
        call,
        request,
        (slice) => rows.list(client.id, call.login.account.id, filter, slice),
        (row) => show(call, row),
      ),
    };
  },

  getMessage(call, { params }) {
    return answer(call, params.message);
  },

  updateMessage(call, { params, headers, body }) {
    return call.commit(() => {
      mustMatch(headers, answer(call, params.message).headers.etag);
      call.subject = params.message;
      call.portal.store.messages.mark(params.message, call.login.account.id, body.unread);
      return answer(call, params.message);
    });
  },
};

/** A message of the call's client, as its login has read it. */
export function findMessage(call: Call, id: string): MessageRow {
  const message = call.portal.store.messages.byId(call.member.client.id, id, call.login.account.id);
  if (message === undefined) throw new Problem('not-found');
  return message;
}

function answer(call: Call, id: string): { status: 200; body: Message; headers: { etag: string } } {
  const body = show(call, findMessage(call, id));
  return { status: 200, body, headers: { etag: etag(body) } };
}

function show(call: Call, { id, kind, title, language, sentAt, unread }: MessageRow): Message {
  const documents = call.portal.store.messages.documents(id).map((document) => ({
    id: document.id,
    name: document.name,
    mediaType: 'application/pdf' as const,
    size: document.size,
    sha256: document.sha256,
  }));
  return { id, kind, title, language, sentAt: rfc3339(sentAt), unread: unread === 1, documents };
}
