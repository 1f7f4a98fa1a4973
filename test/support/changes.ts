import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Run } from './desk.js';
import { buildElm } from './elm.js';
import { password } from './office.js';
import type { Office } from './office.js';

/** A change of anna.muster’s that a portal must not make twice. */
export interface ChangeAtPortal {
  readonly name: string;
  readonly operation: string;
  readonly argv: readonly string[];
  readonly stdin?: string;
  /** Files that it needs, by name. */
  readonly files?: Readonly<Record<string, string>>;
}

export const createUser: ChangeAtPortal = {
  name: 'users new',
  operation: 'createUser',
  argv: [
    ...['users', 'new', '--email', 'lea.neu@muster.example', '--first-name', 'Lea', '--last-name', 'Neu'],
    ...['--language', 'de', '--mobile', '+41791234599', '--theme', 'messages', '--password-stdin'],
  ],
  stdin: `${password}\n`,
};

export const requestCode: ChangeAtPortal = {
  name: 'codes request',
  operation: 'requestCode',
  argv: ['codes', 'request', '--reason', 'additional-administrator', '--yes'],
};

export const submitSalaries: ChangeAtPortal = {
  name: 'salary upload',
  operation: 'submitSalaryDeclaration',
  argv: ['salary', 'upload', 'lohn-2025.xml'],
  files: { 'lohn-2025.xml': buildElm({ fund: '095', member: '10001.00' }) },
};

export const changes = [createUser, requestCode, submitSalaries] as const;

/** Lets anna.muster make it, with its files in a folder of their own. */
export async function makeChange(
  { desk, ...office }: Office,
  { argv, stdin, files = {} }: ChangeAtPortal,
  ...more: readonly string[]
): Promise<Run> {
  const cwd = path.join(desk.home, 'work');
  await mkdir(cwd, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(cwd, name), text);
  return office.run([...argv, ...more, '-q'], { cwd, ...(stdin !== undefined && { stdin }) });
}

/** How it ends if nobody knows whether it was made. */
export function outcomeUnknown(portal: string, change?: ChangeAtPortal): Run {
  if (change === submitSalaries) {
    return {
      exitCode: 9,
      stdout: '',
      stderr:
        `Error: The file was sent to ${portal}, but the answer was lost. It may have arrived, and it may not.\n` +
        'Hint: connect salary reconcile finds out. Running the same command again is safe, too: ' +
        'what has arrived is recognised.\n',
    };
  }
  return {
    exitCode: 9,
    stdout: '',
    stderr:
      `Error: The change was sent to ${portal}, but its answer was lost. It may have been made, and it may not.\n` +
      'Hint: Run the same command again: what was made already is recognised and not made twice.\n',
  };
}

/** The portal does not always learn of a request, so only its form is known. */
export function withoutRequest({ stderr, ...ended }: Run): Run {
  return { ...ended, stderr: stderr.replace(/Request: [\da-f-]{36}\n$/, '') };
}

/** How often the portal has made it. */
export function timesMade({ sandbox }: Office, { operation }: ChangeAtPortal): number {
  return sandbox.audit().filter((entry) => entry.operation === operation && /^20[12]$/.test(entry.outcome)).length;
}

/** The keys under which it was asked for and answered. */
export function keysOf({ sandbox }: Office, { operation }: ChangeAtPortal): readonly unknown[] {
  const ends: Readonly<Record<string, string>> = {
    createUser: '/users',
    requestCode: '/code-requests',
    submitSalaryDeclaration: '/salary-declarations',
  };
  return sandbox.exchanges
    .filter(({ method, url }) => method === 'POST' && url.split('?')[0]?.endsWith(ends[operation] ?? '-'))
    .map(({ requestHeaders }) => requestHeaders['idempotency-key']);
}

/** What is written down of changes whose outcome nobody knows. */
export async function intents({ desk }: Office): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const folder = path.join(desk.home, '.local/state/connect/intents');
  const names = await readdir(folder).catch(() => []);
  const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
  return texts.map((text) => JSON.parse(text) as Record<string, unknown>);
}
