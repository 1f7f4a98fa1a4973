import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gate } from '../../../src/api/gate.js';
import { requestJson } from '../../../src/api/request.js';
import { ConnectError } from '../../../src/errors.js';
import type { HttpAnswer } from '../../../src/platform/ports.js';
import { SeededRandom } from '../../../sandbox/seeds/seeded-random.js';
import { wireTo } from '../../support/tiny-portal.js';

/** Time that goes on to the next sleeper when everybody sleeps, as in a simulation of a shop. */
class EventClock {
  readonly #sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  #ms = Date.parse('2026-11-20T08:00:00Z');

  now = (): Date => new Date(this.#ms);

  sleep = (ms: number): Promise<void> =>
    new Promise((wake) => this.#sleepers.push({ at: this.#ms + Math.max(0, ms), wake }));

  /** Runs until nobody sleeps any more. */
  async run(): Promise<void> {
    for (;;) {
      for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
      const next = this.#sleepers.sort((one, other) => one.at - other.at).shift();
      if (next === undefined) return;
      this.#ms = Math.max(this.#ms, next.at);
      next.wake();
    }
  }
}

interface Budget {
  readonly workers: number;
  readonly requests: number;
  /** So many requests within a window. */
  readonly allowed: number;
  readonly windowMs: number;
  readonly status: 429 | 503;
  readonly seed: string;
}

/** Workers with a few reads each, at a portal that allows so many in each window. */
async function simulate({ workers, requests, allowed, windowMs, status, seed }: Budget) {
  const clock = new EventClock();
  const random = new SeededRandom(seed);
  const bytes = (count: number): Uint8Array => Uint8Array.from({ length: count }, () => random.below(256));
  const began = clock.now().getTime();
  const arrivals: { readonly at: number; readonly told: number }[] = [];
  let closedUntil = 0;
  let early = 0;
  const inWindow = new Map<number, number>();
  const send = async (): Promise<HttpAnswer> => {
    const at = clock.now().getTime();
    if (at < closedUntil) early += 1;
    const window = Math.floor((at - began) / windowMs);
    const count = (inWindow.get(window) ?? 0) + 1;
    inWindow.set(window, count);
    await clock.sleep(3 + random.below(10));
    const isAllowed = count <= allowed;
    arrivals.push({ at, told: isAllowed ? 200 : status });
    if (isAllowed) return { status: 200, headers: {}, body: bodyOf('{}') };
    const seconds = Math.max(1, Math.ceil((began + (window + 1) * windowMs - clock.now().getTime()) / 1000));
    closedUntil = Math.max(closedUntil, clock.now().getTime() + seconds * 1000);
    return { status, headers: { 'retry-after': String(seconds) }, body: bodyOf('{}') };
  };
  const plain = wireTo('http://127.0.0.1:1');
  const wire = { ...plain, clock, gate: gate(clock, { bytes }), network: { send, close: () => Promise.resolve() } };
  const work = async (): Promise<void> => {
    for (let one = 0; one < requests; one += 1) await requestJson(wire, { method: 'GET', path: '/users' });
  };
  const all = Promise.allSettled(Array.from({ length: workers }, work));
  await clock.run();
  return { ended: await all, arrivals, early };
}

// eslint-disable-next-line @typescript-eslint/require-await -- a body of one piece
async function* bodyOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

const budgets = fc.record({
  workers: fc.integer({ min: 1, max: 32 }),
  requests: fc.integer({ min: 1, max: 8 }),
  allowed: fc.integer({ min: 1, max: 20 }),
  windowMs: fc.constantFrom(1000, 2000, 5000),
  status: fc.constantFrom(429 as const, 503 as const),
  seed: fc.string({ maxLength: 8 }),
});

test('however many work at the same time, nobody asks before the portal wants it, and everybody gets through', async () => {
  await fc.assert(
    fc.asyncProperty(budgets, async (budget) => {
      const { ended, early, arrivals } = await simulate(budget);
      expect({ early, failed: ended.filter(({ status }) => status === 'rejected') }).toEqual({ early: 0, failed: [] });
      expect(arrivals.filter(({ told }) => told === 200)).toHaveLength(budget.workers * budget.requests);
    }),
    { numRuns: 60 },
  );
});

test('those who waited do not come all at once', async () => {
  const budget = { workers: 32, requests: 1, allowed: 1, windowMs: 1000, status: 429, seed: 'herd' } as const;
  const { arrivals } = await simulate(budget);
  const later = arrivals.slice(32).map(({ at }) => at);
  const together = later.map((at) => later.filter((other) => Math.abs(other - at) < 10).length);
  expect(Math.max(...together)).toBeLessThanOrEqual(4);
});

test('a portal that lets nobody through is given up, not asked for ever', async () => {
  const { ended, arrivals } = await simulate({
    ...{ workers: 8, requests: 1, allowed: 0, windowMs: 1000, status: 429, seed: 'closed' },
  });
  const codes = ended.map((one) =>
    one.status === 'rejected' && one.reason instanceof ConnectError ? one.reason.code : '',
  );
  expect(new Set(codes)).toEqual(new Set(['too-many-requests']));
  // Each gives up after four closings that it was the first to meet.
  expect(arrivals.length).toBeLessThan(8 * 40);
});

test('one origin does not wait for another, and whoever interrupts waits no longer', async () => {
  const clock = new EventClock();
  const one = gate(clock, { bytes: (count) => new Uint8Array(count) });
  const pass = await one.enter('https://a.example');
  expect(pass.heldBack(5000)).toBe(true);
  await one.enter('https://b.example');
  expect(clock.now().getTime()).toBe(Date.parse('2026-11-20T08:00:00Z'));
  const abort = new AbortController();
  const interruptible = gate(
    {
      now: clock.now,
      sleep: () => (abort.signal.aborted ? Promise.reject(new Error('interrupted')) : Promise.resolve()),
    },
    { bytes: (count) => new Uint8Array(count) },
  );
  (await interruptible.enter('https://a.example')).heldBack(1000);
  abort.abort();
  await expect(interruptible.enter('https://a.example', abort.signal)).rejects.toThrow('interrupted');
});

test('what ends a session waits for nobody: after an interruption nothing else will be sent', async () => {
  const clock = new EventClock();
  const sent: string[] = [];
  const send = ({ method }: { readonly method: string }): Promise<HttpAnswer> => {
    sent.push(`${method} after ${String((clock.now().getTime() - Date.parse('2026-11-20T08:00:00Z')) / 1000)} s`);
    return Promise.resolve({ status: 200, headers: {}, body: bodyOf('{}') });
  };
  const closed = gate(clock, { bytes: (count) => new Uint8Array(count) });
  const plain = wireTo('http://127.0.0.1:1');
  const wire = { ...plain, clock, gate: closed, network: { send, close: () => Promise.resolve() } };
  (await closed.enter(wire.address.origin)).heldBack(60_000);
  const all = Promise.all([
    requestJson(wire, { method: 'GET', path: '/users' }),
    requestJson(wire, { method: 'DELETE', path: '/session', last: true }),
  ]);
  await clock.run();
  await all;
  expect(sent).toEqual(['DELETE after 0 s', 'GET after 60 s']);
});
