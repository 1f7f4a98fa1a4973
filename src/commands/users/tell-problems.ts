import { ConnectError } from '../../errors.js';
import type { Problem } from '../../operations/access-file/problems.js';
import type { Context } from '../../runner/context.js';

/** More than these are told by their number. */
const most = 50;

/**
 * Names every mistake of a file with its line and column.
 * @throws ConnectError `access-file-invalid`, always
 */
export async function refuseFile(
  file: string,
  problems: readonly Problem[],
  { notify, translate }: Pick<Context, 'notify' | 'translate'>,
): Promise<never> {
  const sorted = problems.toSorted((one, other) => one.at.line - other.at.line || one.at.column - other.at.column);
  const told = sorted.map(({ kind, at, path, params }) =>
    translate('accessFile.problem', {
      ...at,
      path: path === '' ? '/' : path,
      problem: translate(`accessFile.${kind}`, params),
    }),
  );
  const [first = ''] = told;
  if (told.length > 1) for (const problem of told.slice(0, most)) await notify('accessFile.line', { file, problem });
  throw new ConnectError('access-file-invalid', { file, count: told.length, first });
}
