import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { PortalClient } from './portal-client.js';

/** The real program, in a process of its own. */
export interface SandboxProcess {
  readonly child: ChildProcess;
  /** The line that it prints when it is ready. */
  readonly line: {
    readonly origin: string;
    readonly pid: number;
    readonly funds: readonly { fund: string; portal: string }[];
  };
  readonly control: PortalClient;
}

const program = 'dist/sandbox/main.mjs';

export async function startProcess(directory: string, ...args: readonly string[]): Promise<SandboxProcess> {
  const child = spawn(process.execPath, [program, '--directory', directory, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const { controlToken } = JSON.parse(readFileSync(`${directory}/control.json`, 'utf8')) as { controlToken: string };
  const ready = JSON.parse(line) as SandboxProcess['line'];
  return { child, line: ready, control: new PortalClient(`${ready.origin}/_sandbox`, controlToken) };
}

/** How it ends when it can't begin. */
export async function failedProcess(
  ...args: readonly string[]
): Promise<{ exitCode: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr, [exitCode]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { exitCode, stdout, stderr };
}

export async function ended(
  { child }: SandboxProcess,
  signal: NodeJS.Signals,
): Promise<[number | null, NodeJS.Signals | null]> {
  const exit = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  child.kill(signal);
  return exit;
}
