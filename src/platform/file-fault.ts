import { ConnectError } from '../errors.js';

/** What POSIX calls them, for the reasons that the catalogs have words for (`reason.<name>`). */
const known: readonly string[] = ['EACCES', 'EISDIR', 'ENOENT', 'ENOTDIR'];

/** Why a file can't be read: a name that texts put into words, or what the system says. */
export function reasonOf(error: unknown): string {
  const name = nameOf(error);
  return known.find((one) => one === name) ?? (error instanceof Error ? error.message : String(error));
}

/**
 * What to tell of a file that can't be read.
 * @returns `file-not-found`, `file-is-folder`, `file-forbidden` or `file-unreadable`
 */
export function unreadable(file: string, cause: unknown): ConnectError {
  switch (nameOf(cause)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new ConnectError('file-not-found', { file }, { cause });
    case 'EISDIR':
      return new ConnectError('file-is-folder', { file }, { cause });
    case 'EACCES':
      return new ConnectError('file-forbidden', { file }, { cause });
    default:
      return new ConnectError('file-unreadable', { file, reason: reasonOf(cause) }, { cause });
  }
}

/** Some systems say EPERM where others say EACCES. */
function nameOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return error.code === 'EPERM' ? 'EACCES' : String(error.code);
}
