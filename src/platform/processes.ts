import type { ChildProcess } from 'node:child_process';
import type { Interface } from 'node:readline';
import type { Readable } from 'node:stream';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { ConnectError } from '../errors.js';
import { withoutOurs } from './environment.js';
import type { Env, Processes } from './ports.js';

/** @param sandboxFile the sandbox's entry, which is known by its place only */
export function systemProcesses(sandboxFile: string, env: Env): Processes {
  return {
    sandbox: {
      async start(args, { detached, logFile }) {
        const [{ spawn }, { createInterface }] = await Promise.all([
          import('node:child_process'),
          import('node:readline'),
        ]);
        const log = openSync(logFile, 'a', 0o600);
        const child = spawn(process.execPath, [sandboxFile, ...args], {
          detached,
          env: withoutOurs(env),
          stdio: ['ignore', 'pipe', log],
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
        child.once('error', (error) => reject(new ConnectError('file-not-found', { file: command }, { cause: error })));
        child.once('close', (code, signal) => {
          resolve({ exitCode: signal === null ? (code ?? 1) : 128 + constants.signals[signal] });
        });
      });
    },
    isAlive: (pid) => {
      try {
        return process.kill(pid, 0);
      } catch {
        return false;
      }
    },
    terminate: (pid) => void process.kill(pid, 'SIGTERM'),
  };
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
