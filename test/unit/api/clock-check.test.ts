import { expect, test } from 'vitest';
import { ClockCheck } from '../../../src/api/clock-check.js';

const at = (seconds: number): Date => new Date(Date.parse('2026-11-20T08:00:00Z') + seconds * 1000);
/** The header as a portal writes it: cut to the second. */
const dated = (seconds: number) => ({ date: at(Math.floor(seconds)).toUTCString() });

test('knows nothing before there is an answer, and nothing from one without a date', () => {
  const check = new ClockCheck();
  expect(check.secondsAhead).toBeUndefined();
  check.observe(at(0), at(1), {});
  check.observe(at(0), at(1), { date: 'yesterday' });
  expect(check.secondsAhead).toBeUndefined();
});

test.each([0, 0.4, 0.999, -3, 31, -31.5, 300, -86_400])('a clock that is %f seconds ahead is measured', (ahead) => {
  for (const millisecond of [0, 250, 500, 999]) {
    const check = new ClockCheck();
    const now = millisecond / 1000;
    check.observe(at(now + ahead), at(now + ahead), dated(now));
    expect(Math.abs((check.secondsAhead ?? NaN) - ahead)).toBeLessThanOrEqual(1);
  }
});

test('of a clock that is right none says that it is wrong', () => {
  for (const millisecond of [0, 1, 499, 500, 999]) {
    const check = new ClockCheck();
    const now = millisecond / 1000;
    check.observe(at(now), at(now), dated(now));
    expect(check.secondsAhead).toBe(0);
  }
});

test('a slow answer says less, and half of its way is taken for the moment it was written', () => {
  const check = new ClockCheck();
  // 20 s on the way there, 20 s back; the portal is 100 s behind.
  check.observe(at(100), at(140), dated(20));
  expect(check.secondsAhead).toBe(100);
});

test('several answers together are better than the last', () => {
  const check = new ClockCheck();
  check.observe(at(100), at(100.01), dated(0));
  // Far less certain, so it changes nothing.
  check.observe(at(110), at(150), dated(49));
  expect(check.secondsAhead).toBe(100);
});

test('after a clock has been set, the last answer counts', () => {
  const check = new ClockCheck();
  check.observe(at(300), at(300), dated(0));
  check.observe(at(5), at(5), dated(5));
  expect(check.secondsAhead).toBe(0);
});

test('an answer out of a cache is no witness', () => {
  const check = new ClockCheck();
  check.observe(at(300), at(300), { ...dated(0), age: '300' });
  expect(check.secondsAhead).toBeUndefined();
});
