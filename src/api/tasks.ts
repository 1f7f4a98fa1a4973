import type { Task, TaskKind, TaskState } from '../../contract/portal.gen.js';
import { idOf, path } from './call.js';
import type { Shape } from './decode.js';
import { items } from './paging.js';
import { requestJson } from './request.js';
import type { Wire } from './wire.js';

export interface TaskQuery {
  readonly state?: TaskState | undefined;
  readonly kind?: TaskKind | undefined;
  readonly dueBefore?: string | undefined;
}

export interface TasksApi {
  list(client: string, query?: TaskQuery): AsyncGenerator<Task>;
  get(client: string, id: string): Promise<Task>;
}

const taskShape: Shape<Task> = {
  id: 'string',
  kind: 'string',
  state: 'string',
  title: 'string',
  dueOn: 'string?',
  subject: 'object',
};

export function tasksApi(wire: Wire): TasksApi {
  return {
    list: (client, query = {}) =>
      items(wire, { method: 'GET', path: path`/clients/${client}/tasks`, query: { ...query } }, taskShape),
    get: (client, id) =>
      requestJson(wire, { method: 'GET', path: path`/clients/${client}/tasks/${idOf(id)}` }, taskShape),
  };
}
