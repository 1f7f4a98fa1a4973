import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';

/** Everything that a run of the real program showed to others on this computer. */
export interface Seen {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Command lines and environments, as `/proc` showed them, of the program and of all that it started. */
  readonly processes: ReadonlySet<string>;
}

/** Lines for stdin, each made when the one before was written; a function may look something up first. */
export type Line = string | (() => Promise<string>);

/** Runs the real program, types lines into it, and looks at its processes all the while. */
export async function watched(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  lines: readonly Line[] = [],
): Promise<Seen> {
  const child = spawn(process.execPath, [path.resolve('bin/connect.js'), ...args], { env: { ...env }, stdio: 'pipe' });
  child.stdin.on('error', () => undefined);
  const processes = new Set<string>();
  const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  const state = { running: true };
  const watching = (async () => {
    while (state.running) {
      for (const seen of shownBy(child.pid ?? 0)) processes.add(seen);
      await pause(5);
    }
  })();
  for (const line of lines) child.stdin.write(`${typeof line === 'string' ? line : await line()}\n`);
  child.stdin.end();
  const [stdout, stderr, [exitCode]] = (await ended) as [string, string, [number | null]];
  state.running = false;
  await watching;
  return { exitCode, stdout, stderr, processes };
}

function shownBy(root: number): readonly string[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    const parent = /^\d+ \(.*\) \S (\d+)/s.exec(read(`/proc/${name}/stat`))?.[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const ours = (pid: number): boolean => pid === root || (parents.has(pid) && ours(parents.get(pid) ?? 0));
  return [...parents.keys()]
    .filter(ours)
    .flatMap((pid) => [read(`/proc/${pid}/cmdline`), read(`/proc/${pid}/environ`)])
    .filter((shown) => shown !== '');
}

function read(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}
