import { ConnectError } from '../errors.js';
import { requestJson } from './request.js';
import type { Call } from './call.js';
import { shape } from './decode.js';
import type { Shape } from './decode.js';
import type { Wire } from './wire.js';

interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/** All items of a list, page by page as the reader asks for them. */
export async function* items<T>(wire: Wire, call: Call, item: Shape<T>, pageSize = 200): AsyncGenerator<T> {
  let cursor: string | undefined;
  const seen = new Set<string>();
  do {
    const page = await requestJson<unknown>(wire, { ...call, query: { ...call.query, cursor, limit: pageSize } });
    const { items: found, nextCursor } = shape<Page<unknown>>(wire, { items: 'array', nextCursor: 'string?' }, page);
    for (const one of found) yield shape(wire, item, one);
    // A portal that hands out a cursor twice would keep us for ever, and what it left out would be taken for nothing.
    if (nextCursor !== null && seen.has(nextCursor)) throw repeated(wire);
    cursor = nextCursor ?? undefined;
    if (cursor !== undefined) seen.add(cursor);
  } while (cursor !== undefined);
}

const repeated = ({ address }: Wire): ConnectError =>
  new ConnectError('portal-answer-malformed', { portal: address.href, member: 'nextCursor' });

/** Collects what a list yields. */
export async function all<T>(list: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const one of list) collected.push(one);
  return collected;
}
