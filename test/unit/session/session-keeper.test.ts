import { expect, test } from 'vitest';
import { loginApi } from '../../../src/api/login.js';
import { SessionKeeper } from '../../../src/session/session-keeper.js';
import { fromSecret, storedSession, toSecret } from '../../../src/session/stored-session.js';
import type { StoredSession } from '../../../src/session/stored-session.js';
import { Secret } from '../../../src/secret.js';
import type { FakeClock } from '../../support/clock.js';
import { sessionAt } from '../../support/examples.js';
import { emptyFolder } from '../../support/folder.js';
import { MemoryStore } from '../../support/memory-store.js';
import { breakOff, problem, tinyPortal, wireTo } from '../../support/tiny-portal.js';
import type { Answer, TinyPortal } from '../../support/tiny-portal.js';

const account = 'https://a.example/ak095 anna.muster';
const minute = 60_000;

interface Bench {
  readonly portal: TinyPortal;
  readonly store: MemoryStore;
  readonly clock: FakeClock;
  /** Another process of the same user. */
  readonly keeper: () => SessionKeeper;
  readonly stored: () => StoredSession | undefined;
}

/** Somebody is signed in with the first tokens; the portal answers renewals as told. */
async function bench(...answers: readonly Answer[]): Promise<Bench> {
  const portal = await tinyPortal(...answers);
  const store = new MemoryStore(await emptyFolder());
  const wire = wireTo(portal.origin);
  const { clock } = wire;
  store.entries.set(account, toSecret(storedSession(sessionAt(clock.now()))).reveal());
  let keys = 0;
  const random = { bytes: (count: number) => new Uint8Array(count), uuid: () => `key-${(keys += 1)}` };
  return {
    portal,
    store,
    clock,
    keeper: () => new SessionKeeper(account, { store, clock, random, login: loginApi(wire) }),
    stored: () => fromSecret(new Secret(store.entries.get(account) ?? '')),
  };
}

const sent = ({ received }: TinyPortal): unknown[] =>
  received.map(({ body, headers }) => [body, headers['idempotency-key']]);
const renewal = (number: number, key: string): unknown => [`{"refreshToken":"refresh-${number}"}`, key];
const later = new Date('2026-11-20T09:20:00+01:00');

test('a fresh token is given without asking the portal, and without reading the store again', async () => {
  const { portal, store, keeper } = await bench();
  const one = keeper();
  expect([(await one.token()).reveal(), (await one.token()).reveal()]).toEqual(['access-1', 'access-1']);
  store.entries.clear();
  expect((await one.token()).reveal()).toBe('access-1');
  expect(portal.received).toEqual([]);
});

test.each([
  [10 * minute - 30_001, 0],
  [10 * minute - 30_000, 1],
  [10 * minute, 1],
])(
  'a token is renewed half a minute before its end: %i ms after the login there are %i renewals',
  async (ms, renewals) => {
    const { portal, clock, keeper } = await bench({ json: sessionAt(later, 2) });
    clock.advance(ms);
    expect((await keeper().token()).reveal()).toBe(`access-${1 + renewals}`);
    expect(portal.received).toHaveLength(renewals);
  },
);

test('ten processes that find the token expired renew it once', async () => {
  const { portal, clock, keeper, stored } = await bench({ json: sessionAt(later, 2) });
  clock.advance(20 * minute);
  const tokens = await Promise.all(Array.from({ length: 10 }, () => keeper().token()));
  expect(tokens.map((token) => token.reveal())).toEqual(Array.from({ length: 10 }, () => 'access-2'));
  expect(sent(portal)).toEqual([renewal(1, 'key-1')]);
  expect(stored()?.refreshToken.reveal()).toBe('refresh-2');
});

test('ten processes whose token was rejected replace it once, and each gets the new one', async () => {
  const { portal, keeper } = await bench({ json: sessionAt(later, 2) });
  const keepers = Array.from({ length: 10 }, keeper);
  const rejected = await Promise.all(keepers.map((one) => one.token()));
  const tokens = await Promise.all(keepers.map((one, index) => one.replace(rejected[index]!)));
  expect(new Set(tokens.map((token) => token.reveal()))).toEqual(new Set(['access-2']));
  expect(portal.received).toHaveLength(1);
});

test('the renewal’s key is in the store before the renewal is sent, and gone once it is done', async () => {
  const { portal, store, clock, keeper, stored } = await bench((response) => {
    store.events.push(`asked under ${String(stored()?.renewalKey)}`);
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(sessionAt(later, 2)));
  });
  clock.advance(20 * minute);
  await keeper().token();
  expect(store.events).toEqual(['set', 'asked under key-1', 'set']);
  expect(stored()?.renewalKey).toBeUndefined();
  expect(portal.received).toHaveLength(1);
});

test('after a crash between the answer and the store the renewal is asked for again under its key', async () => {
  const { portal, store, clock, keeper, stored } = await bench(
    { json: sessionAt(later, 2) },
    { json: sessionAt(later, 2) },
  );
  clock.advance(20 * minute);
  const set = store.set.bind(store);
  let writes = 0;
  store.set = (name, secret) => ((writes += 1) === 2 ? Promise.reject(new Error('power cut')) : set(name, secret));
  await expect(keeper().token()).rejects.toThrow('power cut');
  expect((await keeper().token()).reveal()).toBe('access-2');
  expect(sent(portal)).toEqual([renewal(1, 'key-1'), renewal(1, 'key-1')]);
  expect(stored()?.refreshToken.reveal()).toBe('refresh-2');
});

test('two processes that both believe to hold the lock spend the token under one key', async () => {
  const second = { json: sessionAt(later, 2) };
  const { portal, store, clock, keeper } = await bench(second, second);
  clock.advance(20 * minute);
  // One lock for each of them, as if one had been stopped and its lock taken over.
  const lockPath = store.lockPath.bind(store);
  let locks = 0;
  store.lockPath = (name) => lockPath(`${name} ${(locks += 1)}`);
  // Neither goes on before both have read, under their locks, that nothing was begun.
  const get = store.get.bind(store);
  let reads = 0;
  let letBothGoOn = (): void => undefined;
  const bothHaveRead = new Promise<void>((resolve) => (letBothGoOn = resolve));
  store.get = async (name) => {
    const found = await get(name);
    reads += 1;
    if (reads === 4) letBothGoOn();
    if (reads > 2) await bothHaveRead;
    return found;
  };
  const tokens = await Promise.all([keeper().token(), keeper().token()]);
  expect(tokens.map((token) => token.reveal())).toEqual(['access-2', 'access-2']);
  const [first] = sent(portal);
  expect(sent(portal)).toEqual([first, first]);
});

test('a process that was stopped and stores a pair of back then ends nothing: the next renewal gets ahead again', async () => {
  const { portal, store, clock, keeper, stored } = await bench(
    { json: sessionAt(later, 2) },
    { json: sessionAt(later, 2) },
  );
  clock.advance(20 * minute);
  const before = store.entries.get(account)!;
  await keeper().token();
  store.entries.set(account, before);
  expect((await keeper().token()).reveal()).toBe('access-2');
  expect(sent(portal)).toEqual([renewal(1, 'key-1'), renewal(1, 'key-1')]);
  expect(stored()?.refreshToken.reveal()).toBe('refresh-2');
});

test('a renewal whose answer was lost is repeated under its key', async () => {
  const { portal, clock, keeper } = await bench(breakOff, { status: 503 }, { json: sessionAt(later, 2) });
  clock.advance(20 * minute);
  expect((await keeper().token()).reveal()).toBe('access-2');
  expect(sent(portal)).toEqual([renewal(1, 'key-1'), renewal(1, 'key-1'), renewal(1, 'key-1')]);
});

test('whether a session has ended, the portal says: this computer’s clock may be wrong by a day', async () => {
  const { portal, clock, keeper } = await bench({ json: sessionAt(later, 2) });
  clock.advance(24 * 60 * minute);
  expect((await keeper().token()).reveal()).toBe('access-2');
  expect(sent(portal)).toEqual([renewal(1, 'key-1')]);
});

test.each(['session-revoked', 'token-reused', 'user-deactivated', 'session-expired'])(
  'a renewal that the portal refuses as %s is told as that, and the lock is free again',
  async (type) => {
    const { clock, keeper } = await bench(problem(401, type), problem(401, type));
    clock.advance(20 * minute);
    await expect(keeper().token()).rejects.toMatchObject({ code: type, exitCode: 4 });
    await expect(keeper().token()).rejects.toMatchObject({ code: type });
  },
);

test('an answer without the end of its tokens is the portal’s fault, told as that', async () => {
  const { accessTokenExpiresAt: _end, ...endless } = sessionAt(later, 2);
  const { clock, keeper } = await bench({ json: endless });
  clock.advance(20 * minute);
  await expect(keeper().token()).rejects.toMatchObject({ name: 'ConnectError', code: 'portal-answer-malformed' });
});

test.each(['', '{"version":1,"accessToken":"x"', '{"version":9}', 'null'])(
  'a damaged entry %j counts as nobody signed in',
  async (text) => {
    const { portal, store, keeper } = await bench();
    store.entries.set(account, text);
    await expect(keeper().token()).rejects.toMatchObject({ code: 'not-signed-in', exitCode: 4 });
    expect(await keeper().session()).toBeUndefined();
    expect(portal.received).toEqual([]);
  },
);

test('where nobody has logged in nobody is signed in', async () => {
  const { store, keeper } = await bench();
  store.entries.clear();
  await expect(keeper().token()).rejects.toMatchObject({ code: 'not-signed-in' });
  await expect(keeper().replace(new Secret('access-1'))).rejects.toMatchObject({ code: 'not-signed-in' });
});

test('a logout in another process while this one waits ends the renewal', async () => {
  const { store, clock, keeper } = await bench();
  const one = keeper();
  await one.token();
  clock.advance(20 * minute);
  store.entries.clear();
  await expect(one.token()).rejects.toMatchObject({ code: 'not-signed-in' });
});

test('what another process has renewed meanwhile is taken over', async () => {
  const { portal, store, clock, keeper } = await bench();
  const one = keeper();
  await one.token();
  clock.advance(20 * minute);
  store.entries.set(account, toSecret(storedSession(sessionAt(clock.now(), 5))).reveal());
  expect((await one.token()).reveal()).toBe('access-5');
  expect((await one.replace(new Secret('access-1'))).reveal()).toBe('access-5');
  expect(portal.received).toEqual([]);
});
