import type { Task, TaskKind } from '../../contract/portal.gen.js';
import type { Call } from '../http/call.js';
import { etag, mustMatch } from '../http/etag.js';
import { page } from '../http/paging.js';
import { invalid, Problem } from '../http/problem.js';
import type { Handlers } from '../http/types.js';
import { orNull, rfc3339 } from '../rules/time.js';
import type { Task as TaskRow } from '../store/tasks.js';
import { taskText, type TaskParameters } from '../texts/tasks.js';
import { refer } from './attachments.js';

export const tasks: Pick<Handlers, 'listTasks' | 'getTask' | 'completeTask'> = {
  listTasks(call, request) {
    const { state, kind, dueBefore } = request.query;
    const filter = { themes: call.themes, state, kind, dueBefore };
    const { client } = call.member;
    const rows = call.portal.store.tasks;
    return {
      status: 200,
      body: page(
        call,
        request,
        (slice) => rows.list(client.id, filter, call.now(), slice),
        (row) => show(call, row),
      ),
    };
  },

  getTask(call, { params }) {
    return answer(call, params.task);
  },

  completeTask(call, { params, headers, body }) {
    return call.commit(() => {
      const task = find(call, params.task);
      mustMatch(headers, tagOf(task));
      if (task.doneAt !== null) throw new Problem('state-conflict', { detail: 'The task is done.' });
      if (task.kind === 'salary-declaration-due' || task.kind === 'draft') {
        throw new Problem('state-conflict', { detail: 'The task is done by submitting what it asks for.' });
      }
      const attachments = body.attachments ?? [];
      if (needsAttachment(task.kind) && attachments.length === 0) throw new Problem('attachment-required');
      if (task.kind === 'query' && (body.answer ?? '').trim() === '') throw invalid('/answer', 'is required');
      refer(call, attachments);
      call.portal.store.tasks.complete(task.id, body.answer ?? null, attachments, call.now());
      return answer(call, task.id);
    });
  },
};

function needsAttachment(kind: TaskKind): boolean {
  return kind === 'education-certificate' || kind === 'missing-documents';
}

function find(call: Call, id: string): TaskRow {
  const task = call.portal.store.tasks.byId(call.member.client.id, id, call.now());
  if (task === undefined) throw new Problem('not-found');
  if (!call.themes.includes(task.theme)) {
    throw new Problem('not-permitted', { detail: `The theme ${task.theme} is needed.` });
  }
  call.subject = id;
  return task;
}

function answer(call: Call, id: string): { status: 200; body: Task; headers: { etag: string } } {
  const task = find(call, id);
  return { status: 200, body: show(call, task), headers: { etag: tagOf(task) } };
}

// Not of the representation: whoever reads a task in French may complete it in German.
function tagOf({ id, doneAt, dueOn, declaration }: TaskRow): string {
  return etag({ id, doneAt, dueOn, declaration });
}

function show(call: Call, row: TaskRow): Task {
  const { id, kind, theme, createdAt, dueOn, doneAt, employee, year, declaration, notice } = row;
  const { title, description } = taskText(call.language, kind, JSON.parse(row.parameters) as TaskParameters);
  return {
    id,
    kind,
    state: doneAt === null ? 'open' : 'done',
    title,
    description,
    theme,
    createdAt: rfc3339(createdAt),
    dueOn,
    completedAt: orNull(doneAt, rfc3339),
    subject: { employee, year, declaration, notice },
    attachmentRequired: needsAttachment(kind),
  };
}
