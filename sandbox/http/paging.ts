import { minute } from '../rules/time.js';
import type { After, Slice, Sorted } from '../store/keyset.js';
import type { Call } from './call.js';
import { Problem } from './problem.js';

const patience = 10 * minute;

interface Query {
  readonly cursor?: string;
  readonly limit?: number;
}

/** A page of a list, in the contract's form. */
export function page<Row extends Sorted, Item>(
  call: Call,
  request: { readonly params: unknown; readonly query: Query },
  fetch: (slice: Slice) => Row[],
  show: (row: Row) => Item,
): { items: Item[]; nextCursor: string | null } {
  const { cursor, limit = 100, ...filters } = request.query;
  // A cursor is good for the very list it came from: same login, same path, same filters.
  const list = JSON.stringify([call.operation.id, call.fund, call.login.account.id, request.params, filters]);
  const rows = fetch({ after: cursor === undefined ? undefined : read(call, list, cursor), limit: limit + 1 });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const nextCursor = rows.length > limit && last !== undefined ? write(call, list, last) : null;
  return { items: items.map(show), nextCursor };
}

function write(call: Call, list: string, { id, sortKey }: Sorted): string {
  const content = Buffer.from(JSON.stringify([sortKey, id, call.now() + patience])).toString('base64url');
  return `${content}.${call.portal.secret.mac('cursor', `${list}${content}`).slice(0, 22)}`;
}

function read(call: Call, list: string, cursor: string): After {
  const [content = '', mac] = cursor.split('.');
  if (mac !== call.portal.secret.mac('cursor', `${list}${content}`).slice(0, 22)) throw new Problem('cursor-invalid');
  const [key, id, until] = JSON.parse(Buffer.from(content, 'base64url').toString()) as [After['key'], string, number];
  if (call.now() > until) throw new Problem('cursor-invalid');
  return { key, id };
}
