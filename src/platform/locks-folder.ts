import { statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * Where all processes of this user of the operating system meet, whatever their environment says: in the runtime
 * directory by its place, not by `XDG_RUNTIME_DIR`, which jobs lack.
 */
export function locksOfUser(): string {
  const { uid } = os.userInfo();
  const runtime = `/run/user/${uid}`;
  if (process.platform === 'win32') return path.join(os.tmpdir(), 'connect-locks');
  return path.join(isDirectory(runtime) ? runtime : '/tmp', `connect-locks-${uid}`);
}

function isDirectory(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;
}
