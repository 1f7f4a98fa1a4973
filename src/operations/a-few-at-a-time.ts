/** Works on each item, on so many at the same time; ends with the first failure, or with what came of all, in their order. */
export async function aFewAtATime<Item, Result>(
  items: readonly Item[],
  count: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const { default: pLimit } = await import('p-limit');
  const limit = pLimit(count);
  return Promise.all(items.map((item) => limit(() => work(item))));
}
