import type { ChildProcess } from 'node:child_process';
import type { Interface } from 'node:readline';
import type { Readable } from 'node:stream';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { ConnectError } from '../errors.js';
import { withoutOurs } from './environment.js';
import type { Env, Processes } from './ports.js';

/** @param sandboxFile the sandbox's entry, which is known by its place only */
export function systemProcesses(sandboxFile: string, env: Env, interrupted: AbortSignal): Processes {
  return {
    sandbox: {
      async start(args, { detached, logFile }) {
        const [{ spawn }, { createInterface }] = await Promise.all([
          import('node:child_process'),
          import('node:readline'),
        ]);
        const log = openSync(logFile, 'a', 0o600);
        // One that belongs to us notices by its stdin when we are gone, however we went.
        const child = spawn(process.execPath, [sandboxFile, ...args, ...(detached ? [] : ['--until-stdin-closes'])], {
          detached,
          env: withoutOurs(env),
          stdio: [detached ? 'ignore' : 'pipe', 'pipe', log],
          windowsHide: true,
        });
        closeSync(log);
        const line = await firstLine(child, (input) => createInterface({ input }), logFile);
        if (detached) {
          child.unref();
          child.stdout?.destroy();
        }
        return { line, pid: child.pid ?? 0 };
      },
    },
    async run(command, args, environment) {
      const [{ spawn }, { constants }] = await Promise.all([import('node:child_process'), import('node:os')]);
      return new Promise((resolve, reject) => {
        const child = spawn(command, args, { env: { ...environment }, stdio: 'inherit' });
        if (interrupted.aborted) endInTime(child);
        else interrupted.addEventListener('abort', () => endInTime(child), { once: true });
        child.once('error', (error) => reject(new ConnectError('file-not-found', { file: command }, { cause: error })));
        child.once('close', (code, signal) => {
          resolve({ exitCode: signal === null ? (code ?? 1) : 128 + constants.signals[signal] });
        });
      });
    },
    isAlive: (pid) => signalled(pid, 0),
    terminate: (pid) => void signalled(pid, 'SIGTERM'),
  };
}

/** Whether there is such a process of ours, that now has the signal. */
function signalled(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

/** Ctrl-C has reached a child before us, and it may need a moment; a signal to us alone has not. */
function endInTime(child: ChildProcess): void {
  const timers = [setTimeout(() => child.kill('SIGTERM'), 500), setTimeout(() => child.kill('SIGKILL'), 5000)];
  child.once('close', () => timers.forEach((timer) => clearTimeout(timer)));
}

/** Waits for the line or the end, whichever comes first: a sandbox that dies at once must not keep anybody waiting. */
async function firstLine(child: ChildProcess, lines: (input: Readable) => Interface, logFile: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const failed = (cause?: unknown): void => {
      reject(new ConnectError('sandbox-failed', { reason: lastLine(logFile) }, { cause }));
    };
    child.once('error', failed);
    child.once('exit', failed);
    if (child.stdout === null) {
      failed();
      return;
    }
    lines(child.stdout).once('line', (line) => {
      child.off('exit', failed);
      resolve(line);
    });
  });
}

function lastLine(file: string): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').at(-1) ?? '';
}
