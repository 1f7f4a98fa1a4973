import { ConnectError, exitCodes } from '../errors.js';
import { aFewAtATime } from '../platform/at-a-time.js';

/** What became of each of several, in their order. */
export type Outcome<Item, Result> =
  { readonly item: Item; readonly result: Result } | { readonly item: Item; readonly error: ConnectError };

/** Does something for each of several, a few at a time; one that fails does not keep the others, an interruption does. */
export async function eachOfSeveral<Item, Result>(
  items: readonly Item[],
  concurrency: number,
  work: (item: Item) => Promise<Result>,
): Promise<readonly Outcome<Item, Result>[]> {
  const one = async (item: Item): Promise<Outcome<Item, Result>> => {
    try {
      return { item, result: await work(item) };
    } catch (error) {
      if (!(error instanceof ConnectError) || error.exitCode === exitCodes.interrupted) throw error;
      return { item, error };
    }
  };
  return aFewAtATime(items, concurrency, one);
}
