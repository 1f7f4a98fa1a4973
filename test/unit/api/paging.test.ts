import { expect, test } from 'vitest';
import { all, items } from '../../../src/api/paging.js';
import type { Shape } from '../../../src/api/decode.js';
import { tinyPortal, wireTo } from '../../support/tiny-portal.js';
import type { TinyPortal } from '../../support/tiny-portal.js';

interface Item {
  readonly id: string;
}
const shape: Shape<Item> = { id: 'string' };
const call = { method: 'GET', path: '/users', query: { q: 'anna' } } as const;

const page = (ids: string, nextCursor: unknown): { json: unknown } => ({
  json: { items: Array.from(ids, (id) => ({ id })), nextCursor },
});
const list = (portal: TinyPortal, pageSize?: number): AsyncGenerator<Item> =>
  items(wireTo(portal.origin), call, shape, pageSize);
const asked = ({ received }: TinyPortal): string[] => received.map(({ url }) => url.slice(url.indexOf('?')));

test('a list is followed page by page, to the last one', async () => {
  const portal = await tinyPortal(page('ab', 'c 1&x'), page('', 'c2'), page('c', null));
  expect(await all(list(portal, 2))).toEqual([{ id: 'a' }, { id: 'b' }, { id: 'c' }]);
  expect(asked(portal)).toEqual(['?q=anna&limit=2', '?q=anna&cursor=c+1%26x&limit=2', '?q=anna&cursor=c2&limit=2']);
});

test('a page is asked for when somebody wants its first item, not before', async () => {
  const portal = await tinyPortal(page('ab', 'c1'), page('c', null));
  for await (const item of list(portal)) if (item.id === 'b') break;
  expect(portal.received).toHaveLength(1);
});

test('an empty list is one page', async () => {
  const portal = await tinyPortal(page('', null));
  expect(await all(list(portal))).toEqual([]);
  expect(portal.received).toHaveLength(1);
});

test.each([
  ['the same cursor again', [page('a', 'c1'), page('b', 'c1')], 'ab'],
  ['a circle of cursors', [page('a', 'c1'), page('b', 'c2'), page('c', 'c1')], 'abc'],
])('a portal that hands out %s is at fault, and does not keep us for ever', async (_what, pages, ids) => {
  const portal = await tinyPortal(...pages);
  const found: string[] = [];
  const reading = (async () => {
    for await (const { id } of list(portal)) found.push(id);
  })();
  // Ending without an error would pass an incomplete list off as a whole one.
  await expect(reading).rejects.toMatchObject({ code: 'portal-answer-malformed', params: { member: 'nextCursor' } });
  expect([found.join(''), portal.received.length]).toEqual([ids, pages.length]);
});

test.each([
  ['no items', { nextCursor: null }, 'items'],
  ['items that are no list', { items: {}, nextCursor: null }, 'items'],
  ['no word about a next page', { items: [] }, 'nextCursor'],
  ['a number for a cursor', { items: [], nextCursor: 7 }, 'nextCursor'],
  ['an item of another shape', { items: [{ id: 7 }], nextCursor: null }, 'id'],
  ['an item that is null', { items: [null], nextCursor: null }, 'id'],
])('a page with %s is named as malformed', async (_what, json, member) => {
  const portal = await tinyPortal({ json });
  await expect(all(list(portal))).rejects.toMatchObject({ code: 'portal-answer-malformed', params: { member } });
});

test('a page that fails after others ends the list with its error, not as if it were complete', async () => {
  const gone = { status: 404, json: { type: 'urn:problem-type:connect:not-found', title: 'x', status: 404 } };
  const portal = await tinyPortal(page('a', 'c1'), gone);
  const found: string[] = [];
  const reading = async (): Promise<void> => {
    for await (const { id } of list(portal)) found.push(id);
  };
  await expect(reading()).rejects.toMatchObject({ code: 'not-found' });
  expect(found).toEqual(['a']);
});

test('a page that breaks off is fetched again, and no item comes twice', async () => {
  const portal = await tinyPortal(
    page('a', 'c1'),
    (response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write('{"items":[{"id":"b"}', () => response.socket?.destroy());
    },
    page('bc', null),
  );
  expect((await all(list(portal))).map(({ id }) => id).join('')).toBe('abc');
});
