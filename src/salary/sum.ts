import { addRappen, noRappen, type Rappen } from './money.js';

/** A sum of amounts that knows when it can't be trusted: an amount was unreadable, or the sum outgrew exact numbers. */
export class Sum {
  #value = noRappen;
  #state: 'exact' | 'incomplete' | 'overflow' = 'exact';

  add(amount: Rappen | undefined): void {
    if (amount === undefined) {
      this.#state = 'incomplete';
      return;
    }
    const value = addRappen(this.#value, amount);
    if (value !== undefined) this.#value = value;
    else if (this.#state === 'exact') this.#state = 'overflow';
  }

  get overflown(): boolean {
    return this.#state === 'overflow';
  }

  /** The sum, or `undefined` if it is not exact. */
  get exact(): Rappen | undefined {
    return this.#state === 'exact' ? this.#value : undefined;
  }
}
