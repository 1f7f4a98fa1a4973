import path from 'node:path';
import type { CaFile } from '../platform/ports.js';
import type { Settings } from './settings.js';

/** The files of certificates to trust, all of them. A configuration names files from where it is, others from `cwd`. */
export function caFilesOf({ caFile, sslCertFile }: Settings, cwd: string): readonly CaFile[] {
  return [caFile, sslCertFile].flatMap(({ value, origin, from }) =>
    value === undefined ? [] : [{ file: path.resolve(origin === 'user' ? path.dirname(from) : cwd, value), from }],
  );
}
