import { mkdir, readdir, rmdir, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { withLock } from '../../../src/platform/lock.js';
import { takeAway } from '../../../src/platform/lock-folder.js';
import { emptyFolder } from '../../support/folder.js';

test('never two at a time, and everybody gets a turn', async () => {
  const lock = path.join(await emptyFolder(), 'locks', 'a.lock');
  let inside = 0;
  const together: number[] = [];
  const turn = (number: number): Promise<number> =>
    withLock(lock, async () => {
      inside += 1;
      together.push(inside);
      await setImmediate();
      inside -= 1;
      return number;
    });
  expect(await Promise.all([1, 2, 3, 4, 5].map(turn))).toEqual([1, 2, 3, 4, 5]);
  expect(together).toEqual([1, 1, 1, 1, 1]);
});

test('two locks in one folder do not wait for each other', async () => {
  const folder = await emptyFolder();
  const outcome = await withLock(path.join(folder, 'a.lock'), () =>
    withLock(path.join(folder, 'b.lock'), () => Promise.resolve('both')),
  );
  expect(outcome).toBe('both');
});

test('while the work is done the lock is there, in a folder for the user only; afterwards it is gone', async () => {
  const folder = path.join(await emptyFolder(), 'locks');
  const during = await withLock(path.join(folder, 'a.lock'), () => readdir(folder));
  expect([during, await readdir(folder)]).toEqual([['a.lock'], []]);
  expect(((await stat(folder)).mode & 0o777).toString(8)).toBe('700');
});

test('work that fails fails as it does, and the lock is free', async () => {
  const lock = path.join(await emptyFolder(), 'a.lock');
  const failure = new TypeError('work failed');
  await expect(withLock(lock, () => Promise.reject(failure))).rejects.toBe(failure);
  expect(await withLock(lock, () => Promise.resolve('free'))).toBe('free');
});

test('the lock of a process that is gone is taken over', async () => {
  const lock = path.join(await emptyFolder(), 'a.lock');
  await mkdir(lock);
  // A living holder renews it every second.
  const past = new Date(Date.now() - 10_000);
  await utimes(lock, past, past);
  expect(await withLock(lock, () => Promise.resolve('taken over'))).toBe('taken over');
});

test('of many who find the lock of a process that is gone never two hold it', async () => {
  const lock = path.join(await emptyFolder(), 'a.lock');
  await mkdir(lock);
  const past = new Date(Date.now() - 10_000);
  await utimes(lock, past, past);
  let inside = 0;
  const together = await Promise.all(
    Array.from({ length: 30 }, () =>
      withLock(lock, async () => {
        inside += 1;
        await setImmediate();
        const met = inside;
        inside -= 1;
        return met;
      }),
    ),
  );
  expect(new Set(together)).toEqual(new Set([1]));
});

test('who comes late to take an old lock away leaves the new one that stands there', async () => {
  const lock = path.join(await emptyFolder(), 'a.lock');
  await mkdir(lock);
  const forsaken = await stat(lock);
  await rmdir(lock);
  await mkdir(lock);
  await takeAway(lock, forsaken);
  expect((await stat(lock)).isDirectory()).toBe(true);
  await takeAway(lock, await stat(lock));
  await expect(stat(lock)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('a holder whose lock was taken over does not remove the new one', async () => {
  const lock = path.join(await emptyFolder(), 'a.lock');
  await withLock(lock, async () => {
    await rmdir(lock);
    await mkdir(lock);
  });
  expect((await stat(lock)).isDirectory()).toBe(true);
});

test('a lock that somebody holds is waited for', async () => {
  const lock = path.join(await emptyFolder(), 'a.lock');
  const order: string[] = [];
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const first = withLock(lock, async () => {
    order.push('first begins');
    await held;
    order.push('first ends');
  });
  while (order.length === 0) await setImmediate();
  const second = withLock(lock, () => Promise.resolve(order.push('second')));
  release();
  await Promise.all([first, second]);
  expect(order).toEqual(['first begins', 'first ends', 'second']);
});

test('a lock that can not be made at all is told as a store that fails', async () => {
  const folder = await emptyFolder();
  await writeFile(path.join(folder, 'file'), '');
  const locked = withLock(path.join(folder, 'file', 'a.lock'), () => Promise.resolve());
  await expect(locked).rejects.toMatchObject({ name: 'ConnectError', exitCode: 4 });
});
