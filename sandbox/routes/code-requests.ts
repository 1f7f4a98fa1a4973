import type { CodeRequest, NewCodeRequest, NewCodeRequestWithoutLogin } from '../../contract/portal.gen.js';
import type { Call } from '../http/call.js';
import { page } from '../http/paging.js';
import { invalid, Problem } from '../http/problem.js';
import type { Handlers } from '../http/types.js';
import { codeCourse, codeStateAt } from '../rules/code-request-state.js';
import { fold } from '../rules/names.js';
import { orNull, rfc3339, yearOf } from '../rules/time.js';
import type { ClientRow } from '../store/clients.js';
import type { CodeRequestWithName } from '../store/code-requests.js';
import { sendAccessCode } from '../codes/access-code-letter.js';

type CodeRequests = 'requestCodeWithoutLogin' | 'listCodeRequests' | 'requestCode' | 'getCodeRequest';

export const codeRequests: Pick<Handlers, CodeRequests> = {
  requestCodeWithoutLogin(call, { body }) {
    checkFiduciary(body);
    return call.commit(() => {
      const reference = nextReference(call);
      const client = call.portal.store.clients.byNumber(call.fund, body.clientNumber);
      if (client !== undefined && isSame(client, body)) {
        sendAccessCode(call.portal, { client, request: body, reference, requestedBy: null, requestedAt: call.now() });
      }
      // The same answer in any case: whether an employer is a member is nobody's business.
      return { status: 202, body: { reference, delivery: 'post' } };
    });
  },

  listCodeRequests(call, request) {
    const { state } = request.query;
    const { client } = call.member;
    const rows = call.portal.store.codeRequests;
    return {
      status: 200,
      body: page(
        call,
        request,
        (slice) => rows.ofClient(client.id, state, call.now(), slice),
        (row) => show(call, row),
      ),
    };
  },

  requestCode(call, { body }) {
    checkFiduciary(body);
    return call.commit(() => {
      const { client } = call.member;
      const id = sendAccessCode(call.portal, {
        client,
        request: body,
        reference: nextReference(call),
        requestedBy: call.login.account.id,
        requestedAt: call.now(),
      });
      call.subject = id;
      const location = `/ak${call.fund}/api/v1/clients/${client.number}/code-requests/${id}`;
      return { status: 201, body: show(call, find(call, id)), headers: { location } };
    });
  },

  getCodeRequest(call, { params }) {
    return { status: 200, body: show(call, find(call, params.codeRequest)) };
  },
};

/** A fiduciary gets a code on the member's written request and with a power of attorney only. */
function checkFiduciary({ recipient, fiduciary, documents = [] }: NewCodeRequest | NewCodeRequestWithoutLogin): void {
  if (recipient !== 'fiduciary') return;
  if (fiduciary === undefined) throw invalid('/fiduciary', 'is required for a fiduciary');
  for (const kind of ['written-request', 'power-of-attorney']) {
    if (!documents.some((document) => document.kind === kind)) {
      throw invalid('/documents', `must hold a document of kind ${kind}`);
    }
  }
}

function isSame(client: ClientRow, { companyName, uid }: NewCodeRequestWithoutLogin): boolean {
  return fold(client.name) === fold(companyName.trim()) && (uid === undefined || uid === client.uid);
}

function nextReference(call: Call): string {
  const number = call.portal.store.meta.next(`reference ${call.fund}`);
  return `CR-${String(yearOf(call.now()))}-${String(number).padStart(5, '0')}`;
}

function find(call: Call, id: string): CodeRequestWithName {
  const request = call.portal.store.codeRequests.byId(call.member.client.id, id);
  if (request === undefined) throw new Problem('not-found');
  return request;
}

function show(call: Call, row: CodeRequestWithName): CodeRequest {
  const now = call.now();
  const { printed, posted, expires } = codeCourse(row);
  const reached = (time: number) => orNull(time <= now ? time : null, rfc3339);
  return {
    id: row.id,
    reference: row.reference,
    recipient: row.recipient,
    reason: row.reason,
    state: codeStateAt(row, now),
    delivery: 'post',
    addressee: JSON.parse(row.addressee) as string[],
    requestedBy: row.requestedBy === null ? null : { id: row.requestedBy, userName: row.userName ?? '' },
    requestedAt: rfc3339(row.requestedAt),
    printedAt: reached(printed),
    postedAt: reached(posted),
    usedAt: orNull(row.usedAt, rfc3339),
    expiresAt: printed <= now ? rfc3339(expires) : null,
  };
}
