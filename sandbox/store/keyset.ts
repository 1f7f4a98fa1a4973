import type { Database, Values } from './database.js';

/** The last row of the page before: its sort key and its id. */
export interface After {
  readonly key: string | number | null;
  readonly id: string;
}

export interface Slice {
  readonly after: After | undefined;
  readonly limit: number;
}

/** What every query for a list must select besides its columns. */
export interface Sorted {
  readonly id: string;
  readonly sortKey: string | number | null;
}

/**
 * A page of `query`, which selects `id` and `sortKey`. Rows without a sort key come last. A page begins after a row and
 * not at a number, so that what is created or removed meanwhile neither repeats nor hides anything.
 */
export function slice<Row extends Sorted>(
  database: Database,
  query: string,
  values: Values,
  { after, limit }: Slice,
  order: 'asc' | 'desc' = 'asc',
): Row[] {
  const further = order === 'asc' ? '>' : '<';
  const condition = `(sortKey IS NULL) > (:afterKey IS NULL) OR ((sortKey IS NULL) = (:afterKey IS NULL)
    AND (sortKey ${further} :afterKey OR (sortKey IS :afterKey AND id > :afterId)))`;
  return database.all<Row>(
    `SELECT * FROM (${query}) ${after === undefined ? '' : `WHERE ${condition}`}
     ORDER BY sortKey IS NULL, sortKey ${order}, id LIMIT :limit`,
    { ...values, limit, ...(after === undefined ? {} : { afterKey: after.key, afterId: after.id }) },
  );
}
