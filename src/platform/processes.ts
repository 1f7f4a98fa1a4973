import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import os from 'node:os';
import { ConnectError } from '../errors.js';
import { withoutOurs } from './environment.js';
import type { Env, Processes } from './ports.js';

/** @param sandboxFile the sandbox's entry, which is known by its place only */
export function systemProcesses(sandboxFile: string, env: Env): Processes {
  return {
    sandbox: {
      async start(args, { detached, logFile }) {
        const log = openSync(logFile, 'a', 0o600);
        const child = spawn(process.execPath, [sandboxFile, ...args], {
          detached,
          env: withoutOurs(env),
          stdio: ['ignore', 'pipe', log],
          windowsHide: true,
        });
        closeSync(log);
        const line = await firstLine(child, logFile);
        if (detached) {
          child.unref();
          child.stdout?.destroy();
        }
        return { line, pid: child.pid ?? 0 };
      },
    },
    run: (command, args, environment) =>
      new Promise((resolve, reject) => {
        const child = spawn(command, args, { env: { ...environment }, stdio: 'inherit' });
        child.once('error', (error) => reject(new ConnectError('file-not-found', { file: command }, { cause: error })));
        child.once('close', (code, signal) => {
          resolve({ exitCode: signal === null ? (code ?? 1) : 128 + os.constants.signals[signal] });
        });
      }),
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
async function firstLine(child: ChildProcess, logFile: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const failed = (cause?: unknown): void =>
      reject(new ConnectError('sandbox-failed', { reason: lastLine(logFile) }, { cause }));
    child.once('error', failed);
    child.once('exit', failed);
    if (child.stdout === null) return failed();
    createInterface({ input: child.stdout }).once('line', (line) => {
      child.off('exit', failed);
      resolve(line);
    });
  });
}

function lastLine(file: string): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').at(-1) ?? '';
}
