import type { NewNotice, NewPerson, Notice } from '../../contract/portal.gen.js';
import type { Call } from '../http/call.js';
import { etag, mustMatch } from '../http/etag.js';
import { page } from '../http/paging.js';
import { invalid, Problem } from '../http/problem.js';
import type { Handlers } from '../http/types.js';
import { newId } from '../rules/names.js';
import { orNull, rfc3339 } from '../rules/time.js';
import type { NoticeRow } from '../store/notices.js';
import { refer } from './attachments.js';
import { submit } from './notice-submission.js';

type Notices = 'listNotices' | 'createNotice' | 'getNotice' | 'updateNotice' | 'deleteNotice' | 'submitNotice';

export const notices: Pick<Handlers, Notices> = {
  listNotices(call, request) {
    const { state, employee } = request.query;
    const { client } = call.member;
    const rows = call.portal.store.notices;
    return {
      status: 200,
      body: page(
        call,
        request,
        (slice) => rows.list(client.id, { state, employee }, slice),
        (row) => show(row),
      ),
    };
  },

  createNotice(call, { body }) {
    return call.commit(() => {
      checkWhom(call, body);
      checkSpan(body.from, body.until);
      refer(call, body.attachments ?? []);
      const row = draft(call, body);
      const { notices: rows, tasks } = call.portal.store;
      rows.add(row);
      tasks.add({
        id: newId(call.portal.random, 'tsk'),
        client: row.client,
        kind: 'draft',
        theme: 'employees',
        parameters: JSON.stringify({ notice: row.kind }),
        createdAt: call.now(),
        dueOn: null,
        completedAt: null,
        answer: null,
        attachments: '[]',
        employee: row.employee,
        year: null,
        notice: row.id,
      });
      const { body: notice, headers } = answer(call, row.id);
      return { status: 201, body: notice, headers };
    });
  },

  getNotice(call, { params }) {
    return answer(call, params.notice);
  },

  updateNotice(call, { params, headers, body }) {
    return call.commit(() => {
      const { id, fromDay, untilDay } = editable(call, params.notice, headers);
      const { from = fromDay, until = untilDay ?? undefined, remark, attachments } = body;
      checkSpan(from, until);
      refer(call, attachments ?? []);
      call.portal.store.notices.change(id, {
        fromDay: from,
        untilDay: until ?? null,
        ...(remark === undefined ? {} : { remark }),
        ...(attachments === undefined ? {} : { attachments: JSON.stringify(attachments) }),
      });
      return answer(call, id);
    });
  },

  deleteNotice(call, { params, headers }) {
    return call.commit(() => {
      const { id } = editable(call, params.notice, headers);
      call.portal.store.tasks.removeDraft(id);
      call.portal.store.notices.remove(id);
      return { status: 204 };
    });
  },

  submitNotice(call, { params, headers }) {
    return call.commit(() => {
      const notice = editable(call, params.notice, headers);
      submit(call, notice);
      return answer(call, notice.id);
    });
  },
};

function draft(call: Call, { kind, employee, person, from, until, remark, attachments }: NewNotice): NoticeRow {
  return {
    id: newId(call.portal.random, 'not'),
    client: call.member.client.id,
    kind,
    state: 'draft',
    employee: employee ?? null,
    person: person === undefined ? null : JSON.stringify(person),
    fromDay: from,
    untilDay: until ?? null,
    remark: remark ?? null,
    attachments: JSON.stringify(attachments ?? []),
    createdAt: call.now(),
    submittedAt: null,
  };
}

function checkWhom(call: Call, { kind, employee, person }: NewNotice): void {
  if (person !== undefined && kind !== 'entry') throw invalid('/person', 'is for an entry only');
  if (person !== undefined && employee !== undefined) throw invalid('/person', 'excludes /employee');
  if (person !== undefined) return;
  if (employee === undefined) throw invalid('/employee', 'is required');
  if (call.portal.store.employees.byId(call.member.client.id, employee) === undefined) {
    throw invalid('/employee', 'is not an employee of this client');
  }
}

function checkSpan(from: string, until: string | undefined): void {
  if (until !== undefined && until < from) throw invalid('/until', 'must not be before /from');
}

function find(call: Call, id: string): NoticeRow {
  const notice = call.portal.store.notices.byId(call.member.client.id, id);
  if (notice === undefined) throw new Problem('not-found');
  call.subject = id;
  return notice;
}

/** A draft, as the caller has read it. */
function editable(call: Call, id: string, headers: Readonly<Record<string, string | undefined>>): NoticeRow {
  const notice = find(call, id);
  mustMatch(headers, etag(show(notice)));
  if (notice.state !== 'draft') throw new Problem('state-conflict', { detail: 'The notice is submitted.' });
  return notice;
}

function answer(call: Call, id: string): { status: 200; body: Notice; headers: { etag: string } } {
  const body = show(find(call, id));
  return { status: 200, body, headers: { etag: etag(body) } };
}

function show(row: NoticeRow): Notice {
  const { id, kind, state, employee, fromDay, untilDay, remark, createdAt, submittedAt } = row;
  return {
    id,
    kind,
    state,
    employee,
    from: fromDay,
    until: untilDay,
    remark,
    person: row.person === null ? null : (JSON.parse(row.person) as NewPerson),
    attachments: JSON.parse(row.attachments) as string[],
    createdAt: rfc3339(createdAt),
    submittedAt: orNull(submittedAt, rfc3339),
  };
}
