import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { binary } from './binary.js';
import type { BinaryOptions, Ended } from './binary.js';
import { emptyFolder } from './folder.js';

/** How `sandbox exec` ended, and what it has left behind. */
export interface Executed extends Ended {
  /** Names in its temporary folder. */
  readonly files: readonly string[];
  /** Command lines of processes that still name that folder. */
  readonly processes: readonly string[];
}

/** Runs the real program beside a sandbox of its own, in a temporary folder of its own. */
export async function exec(words: readonly string[], options: BinaryOptions = {}): Promise<Executed> {
  const folder = await emptyFolder();
  const ended = await binary(['sandbox', 'exec', ...words], {
    ...options,
    env: { CONNECT_CONFIG_DIR: path.join(folder, 'none'), ...options.env, TMPDIR: folder },
  });
  return { ...ended, files: await readdir(folder), processes: processesNaming(folder) };
}

/** A `sandbox exec` whose command waits; its first line is its sandbox’s process number. */
export interface Waiting {
  readonly child: ChildProcess;
  readonly folder: string;
  readonly pid: number;
  /** Sends a signal, to the program alone or to its whole group as Ctrl-C does, and waits for the end. */
  end(
    signal: NodeJS.Signals,
    whom: 'program' | 'group',
  ): Promise<Executed & { readonly signal: NodeJS.Signals | null }>;
}

export async function waitingExec(): Promise<Waiting> {
  const folder = await emptyFolder();
  const command = 'sed "s/.*\\"pid\\":\\([0-9]*\\).*/\\1/" "$CONNECT_SANDBOX_DIRECTORY/control.json"; exec cat';
  const child = spawn(
    process.execPath,
    [path.resolve('bin/connect.js'), 'sandbox', 'exec', '--', 'sh', '-c', command],
    {
      env: { PATH: process.env['PATH'], HOME: folder, TMPDIR: folder, CONNECT_LANG: 'en' },
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  );
  const stderr = text(child.stderr);
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const pid = Number(line);
  return {
    child,
    folder,
    pid,
    async end(signal, whom) {
      const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
      process.kill(whom === 'group' ? -(child.pid ?? 0) : (child.pid ?? 0), signal);
      const [exitCode, died] = await ended;
      const files = await readdir(folder);
      const processes = processesNaming(folder);
      // Whatever is left must not stay on the machine that runs the tests.
      for (const left of [pid, -(child.pid ?? 0)]) endIfAlive(left);
      return { exitCode, signal: died, stdout: line, stderr: await stderr, files, processes };
    },
  };
}

function endIfAlive(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone, as it should be.
  }
}

/** Command lines of all processes that name a folder, as everybody on the machine can read them. */
function processesNaming(folder: string): readonly string[] {
  return commandLines().filter((line) => line.includes(folder));
}

function commandLines(): readonly string[] {
  if (!existsSync('/proc/self/cmdline')) {
    return spawnSync('ps', ['-A', '-o', 'args='], { encoding: 'utf8' }).stdout.split('\n');
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      } catch {
        return '';
      }
    });
}
