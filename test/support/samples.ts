import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve('../shared/elm/samples');

/**
 * Salary files of others, which are no part of this project: the tests read them where they happen to lie beside it, and
 * there are none of these tests elsewhere.
 */
export const samples: readonly string[] = existsSync(folder)
  ? readdirSync(folder).map((name) => path.join(folder, name))
  : [];
