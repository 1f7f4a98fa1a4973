import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
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
