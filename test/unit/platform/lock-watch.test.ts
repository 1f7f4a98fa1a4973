import { expect, test } from 'vitest';
import { LockWatch } from '../../../src/platform/lock-watch.js';

const now = Date.parse('2026-11-20T09:00:00+01:00');

test('a lock that is renewed is never forsaken, however long it is watched', () => {
  const watch = new LockWatch();
  for (let ms = 0; ms < 60_000; ms += 100) {
    const renewed = now + Math.floor(ms / 1000) * 1000;
    expect(watch.isForsaken(renewed, now + ms, ms)).toBe(false);
  }
});

test('one that is not renewed any more is forsaken after five seconds', () => {
  const watch = new LockWatch();
  const seen = [0, 2500, 5000, 5001].map((ms) => watch.isForsaken(now, now + ms, ms));
  expect(seen).toEqual([false, false, false, true]);
});

test('an old one is watched before it counts: after a sleep of the computer its holder renews it within a second', () => {
  const [gone, asleep] = [new LockWatch(), new LockWatch()];
  const hour = 3_600_000;
  expect([0, 1500, 1501].map((ms) => gone.isForsaken(now, now + hour + ms, ms))).toEqual([false, false, true]);
  expect(asleep.isForsaken(now, now + hour, 0)).toBe(false);
  expect([1000, 1501, 5000].map((ms) => asleep.isForsaken(now + hour + 900, now + hour + ms, ms))).toEqual([
    false,
    false,
    false,
  ]);
});

test('a clock that was set back makes no lock eternal', () => {
  const watch = new LockWatch();
  expect(watch.isForsaken(now, now - 86_400_000, 0)).toBe(false);
  expect(watch.isForsaken(now, now - 86_400_000 + 1501, 1501)).toBe(true);
});
