import { fork, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Reading, Task } from './reader-process.js';

export interface Watch {
  /**
   * How long a reading may take before the process is killed; then it is tried once more in a new process, and with more
   * patience, for the machine may have had other things to do.
   */
  readonly patienceMs: readonly [first: number, last: number];
  /** What V8 may keep, in MiB. */
  readonly heapMiB: number;
}

/**
 * The readers in a process of their own, which is killed when it gives no answer: a loop without end is noticed like a
 * throw. The next reading then gets a new process.
 */
export class WatchedReader {
  readonly #program: string;
  readonly #watch: Watch;
  #child: ChildProcess | undefined;

  constructor(program: string, watch: Watch) {
    this.#program = program;
    this.#watch = watch;
  }

  /** Resolves with the fault if it hangs or dies. */
  async read(task: Task): Promise<Reading> {
    const [first, last] = this.#watch.patienceMs;
    return (
      (await this.#attempt(task, first)) ?? (await this.#attempt(task, last)) ?? lost(`no answer within ${last} ms`)
    );
  }

  /** Nothing if it gave no answer in time. */
  async #attempt(task: Task, patienceMs: number): Promise<Reading | undefined> {
    const child = (this.#child ??= this.#start());
    return new Promise((resolve) => {
      const settle = (reading: Reading | undefined): void => {
        clearTimeout(timer);
        child.removeAllListeners();
        if (reading?.digest === undefined) this.#child = undefined;
        resolve(reading);
      };
      const timer = setTimeout(() => {
        child.removeAllListeners('exit');
        child.once('exit', () => settle(undefined));
        child.kill('SIGKILL');
      }, patienceMs);
      child.once('message', (reading: Reading) => settle(reading));
      child.once('error', (error) => settle(lost(`could not be asked: ${error.message}`)));
      child.once('exit', (code, signal) => settle(lost(`its process ended with ${code ?? signal ?? '–'}`)));
      child.send(task);
    });
  }

  close(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  #start(): ChildProcess {
    return fork(this.#program, {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${this.#watch.heapMiB}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
  }
}

const lost = (fault: string): Reading => ({
  ...{ fault, format: 'none', ok: false, findings: [], digest: undefined, cpuMs: 0, peakMiB: 0 },
});

/** Bundles the process of the readers, where it finds the libraries; says where it is and how it is removed. */
export async function readerProgram(): Promise<{ readonly file: string; readonly remove: () => Promise<void> }> {
  const { build } = await import('esbuild');
  const folder = await mkdtemp(path.resolve('node_modules', '.connect-fuzz-'));
  const file = path.join(folder, 'reader-process.mjs');
  await build({
    entryPoints: ['test/support/fuzz/reader-process.ts'],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    logLevel: 'silent',
  });
  return { file, remove: () => rm(folder, { recursive: true, force: true }) };
}
