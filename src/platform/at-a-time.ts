/** Begins work at once, or when fewer than the limit are under way. */
export interface Limit {
  <Result>(work: () => Promise<Result>): Promise<Result>;
  /** Forgets what has not begun yet; nobody learns what became of that. */
  clearQueue(): void;
}

/** @param count of how many works may be under way at the same time */
export async function limitOf(count: number): Promise<Limit> {
  const { default: pLimit } = await import('p-limit');
  return pLimit(count);
}

/** Works on each item, on so many at the same time; ends with the first failure, or with what came of all, in their order. */
export async function aFewAtATime<Item, Result>(
  items: readonly Item[],
  count: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const limit = await limitOf(count);
  return Promise.all(items.map((item) => limit(() => work(item))));
}
