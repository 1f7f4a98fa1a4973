import { renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What somebody who may read the directory needs to steer the sandbox. */
export interface Control {
  readonly origin: string;
  readonly controlToken: string;
  readonly pid: number;
  readonly startedAt: string;
}

/** Writes `control.json`, at once and for the owner only. */
export function writeControlFile(directory: string, control: Control): void {
  const file = path.join(directory, 'control.json');
  const temporary = `${file}.${String(control.pid)}`;
  rmSync(temporary, { force: true });
  writeFileSync(temporary, `${JSON.stringify(control)}\n`, { mode: 0o600, flag: 'wx' });
  renameSync(temporary, file);
}

export function removeControlFile(directory: string): void {
  rmSync(path.join(directory, 'control.json'), { force: true });
}
