import type { TestSandbox } from './sandbox.js';

/** Does something whenever the portal has worked on such a request and its answer is not out yet. */
export function whenAnswering({ exchanges }: TestSandbox, request: RegExp, act: () => void): void {
  whenAdded(exchanges, ({ method, url }) => request.test(`${method} ${url}`), act);
}

/** Does something whenever the program begins to wait before it asks again. */
export function whenWaiting({ clock }: TestSandbox, act: () => void): void {
  whenAdded(clock.slept, () => true, act);
}

function whenAdded<Item>(list: readonly Item[], fits: (item: Item) => boolean, act: () => void): void {
  Object.defineProperty(list, 'push', {
    value(item: Item): number {
      const length = Array.prototype.push.call(list, item);
      if (fits(item)) act();
      return length;
    },
  });
}
