import { expect, test } from 'vitest';
import { headingsOf, requiredColumns } from '../../../src/salary/table/columns.js';
import { limits } from '../../../src/salary/limits.js';
import { read, told } from './table-file.js';

test('a table whose rows are line ends alone is left in time, and says why', async () => {
  const headings = requiredColumns.map((key) => headingsOf(key).split(' / ')[0]).join(';');
  const file = await read(`${headings}\n${'\n'.repeat(limits.lines + 100)}`, 'csv');
  expect(told(file)).toEqual([`T02.rows ${limits.lines + 1}`]);
  expect(file.checked.findings[0]?.params).toEqual({ limit: limits.lines });
});
