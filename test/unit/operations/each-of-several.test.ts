import { expect, test } from 'vitest';
import { eachOfSeveral } from '../../../src/operations/each-of-several.js';

test.each([1, 3])('never more than %i at a time', async (concurrency) => {
  let [running, most] = [0, 0];
  const outcomes = await eachOfSeveral([1, 2, 3, 4, 5, 6], concurrency, async (item) => {
    running += 1;
    most = Math.max(most, running);
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    running -= 1;
    return item * 2;
  });
  expect(outcomes.map((one) => 'result' in one && one.result)).toEqual([2, 4, 6, 8, 10, 12]);
  expect(most).toBe(concurrency);
});
