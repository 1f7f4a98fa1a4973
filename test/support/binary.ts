import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const bin = path.resolve('bin/connect.js');

export interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface BinaryOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly cwd?: string;
}

/** Runs the real program as users do: a process of its own, with nothing of our variables but those given. */
export async function binary(
  args: readonly string[],
  { env = {}, input = '', cwd }: BinaryOptions = {},
): Promise<Ended> {
  return program(process.execPath, [bin, ...args], { env, input, ...(cwd !== undefined && { cwd }) });
}

export async function program(command: string, args: readonly string[], options: BinaryOptions): Promise<Ended> {
  return launch(command, args, options).ended;
}

/** A process that runs, for whoever wants to do something to it meanwhile. */
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

export function launchBinary(args: readonly string[], options: BinaryOptions = {}): Running {
  return launch(process.execPath, [bin, ...args], options);
}

function launch(command: string, args: readonly string[], { env = {}, input = '', cwd }: BinaryOptions): Running {
  const child = spawn(command, args, { env: { ...bare(), CONNECT_LANG: 'en', ...env }, stdio: 'pipe', cwd });
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const ended = Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]).then(([stdout, stderr, [exitCode]]) => ({ exitCode, stdout, stderr }));
  return { child, ended };
}

/** A private configuration that keeps its credentials in the encrypted file. */
export async function privatePlace(): Promise<{
  place: string;
  env: Record<string, string>;
  remove: () => Promise<void>;
}> {
  const place = await mkdtemp(path.join(os.tmpdir(), 'connect-test-'));
  const passphrase = path.join(place, 'passphrase');
  await writeFile(passphrase, 'a passphrase for tests\n', { mode: 0o600 });
  const env = {
    CONNECT_CONFIG_DIR: path.join(place, 'config'),
    CONNECT_SANDBOX_DIRECTORY: path.join(place, 'portal'),
    CONNECT_CREDENTIAL_STORE: 'file',
    CONNECT_STORE_PASSPHRASE_FILE: passphrase,
  };
  return { place, env, remove: () => rm(place, { recursive: true, force: true }) };
}

/**
 * The source files, ours and of libraries, that a run of the program loads: from V8's coverage record of the chunks and
 * the record of what each chunk was built from. Unlike a time, this never flickers.
 */
export async function loadedBy(args: readonly string[]): Promise<Loaded> {
  return loading((coverage) => binary(args, { env: { NODE_V8_COVERAGE: coverage } }));
}

/** The same of a command that needs a login: it runs against a sandbox of its own. */
export async function loadedSignedInBy(args: readonly string[]): Promise<Loaded> {
  return loading((coverage) => {
    const command = ['env', `NODE_V8_COVERAGE=${coverage}`, process.execPath, bin, ...args];
    return binary(['sandbox', 'exec', '--', ...command]);
  });
}

interface Loaded {
  readonly ended: Ended;
  readonly sources: readonly string[];
}

async function loading(run: (coverage: string) => Promise<Ended>): Promise<Loaded> {
  const coverage = await mkdtemp(path.join(os.tmpdir(), 'connect-coverage-'));
  try {
    const ended = await run(coverage);
    const outputs = JSON.parse(await readFile('dist/metafile.json', 'utf8')) as Record<
      string,
      { inputs: Record<string, unknown> }
    >;
    const sources = new Set<string>();
    for (const file of await scripts(coverage)) {
      const built = outputs[path.relative(process.cwd(), file)];
      for (const source of built === undefined ? [path.relative(process.cwd(), file)] : Object.keys(built.inputs))
        sources.add(source);
    }
    return { ended, sources: [...sources].sort() };
  } finally {
    await rm(coverage, { recursive: true, force: true });
  }
}

async function scripts(coverage: string): Promise<readonly string[]> {
  const records = await Promise.all(
    (await readdir(coverage)).map(
      async (name) =>
        JSON.parse(await readFile(path.join(coverage, name), 'utf8')) as { result: readonly { url: string }[] },
    ),
  );
  return records.flatMap(({ result }) =>
    result.filter(({ url }) => url.startsWith('file:')).map(({ url }) => fileURLToPath(url)),
  );
}

/** Without variables that change what the program does, and without the cost of certificates on every start of Node 20. */
function bare(): NodeJS.ProcessEnv {
  const dropped =
    /^(?:CONNECT_|NODE_|npm_|LC_|LANG|XDG_|DBUS_|NO_COLOR|VITEST|SSL_CERT_FILE|(?:https?|no|all)_proxy$)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !dropped.test(name)));
}
