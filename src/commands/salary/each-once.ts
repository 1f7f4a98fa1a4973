import path from 'node:path';
import { ConnectError } from '../../errors.js';

/**
 * The files of a command line, each once, by the names under which they came first; and those that were named again.
 * @throws ConnectError `stdin-twice`
 */
export function eachOnce(
  files: readonly string[],
  cwd: string,
): { readonly once: readonly string[]; readonly repeated: readonly string[] } {
  if (files.filter((file) => file === '-').length > 1) throw new ConnectError('stdin-twice');
  const placeOf = (file: string): string => (file === '-' ? file : path.resolve(cwd, file));
  const places = files.map(placeOf);
  const isFirst = (_file: string, index: number): boolean => places.indexOf(places[index] ?? '') === index;
  const once = files.filter(isFirst);
  const again = new Set(files.flatMap((file, index) => (isFirst(file, index) ? [] : [placeOf(file)])));
  return { once, repeated: once.filter((file) => again.has(placeOf(file))) };
}
