import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { password } from './office.js';
import type { Office } from './office.js';
import type { TestSandbox } from './sandbox.js';

/** Puts a file of desired logins on the desk. */
export const desired = (office: Office, text: string, name = 'access.yaml') =>
  writeFile(path.join(office.desk.home, name), text);

/** Plans it into plan.json, and fails if that does not work. */
export async function planned(office: Office, text: string, more = ''): Promise<void> {
  await desired(office, text);
  const ended = await office.run(`users plan access.yaml --out plan.json --force -q ${more}`);
  if (ended.exitCode !== 0) throw new Error(ended.stderr);
}

/** With one's own password. */
export const confirmed = (office: Office, line: string) =>
  office.run(`${line} --yes --password-stdin`, { stdin: `${password}\n` });

/** The run that began last. */
export async function lastRun(office: Office): Promise<string> {
  const { stdout } = await office.run('users runs --fields run');
  return stdout.split('\n')[0] ?? '';
}

export async function planOf(office: Office): Promise<{ parts: { steps: Record<string, unknown>[] }[] }> {
  return JSON.parse(await readFile(path.join(office.desk.home, 'plan.json'), 'utf8')) as ReturnType<typeof planOf>;
}

export const runFolders = (office: Office) =>
  readdir(path.join(office.desk.home, '.local/state/connect/runs')).catch(() => []);

/** Writes about users that the portal has made. */
export function madeOfUsers({ audit }: Pick<TestSandbox, 'audit'>): readonly string[] {
  return audit().flatMap(({ operation, outcome, subject }) =>
    operation.endsWith('User') && outcome.startsWith('20') ? [`${operation} ${subject ?? ''}`] : [],
  );
}

/**
 * All that the portal keeps, but what every login and every command adds to: who did what when, sessions, and letters. The
 * order of themes means nothing, nor which ones an administrator was given once, since nobody can see them.
 */
export function stateOfPortal(sandbox: Pick<TestSandbox, 'dump'>): Readonly<Record<string, readonly unknown[]>> {
  const { audit: _audit, sessions: _sessions, outbox: _outbox, attempts: _attempts, ...tables } = sandbox.dump();
  const rows = (tables['memberships'] ?? []) as readonly { administrator: number; permissions: string }[];
  const memberships = rows.map((row) => ({
    ...row,
    permissions: row.administrator === 1 ? '*' : (JSON.parse(row.permissions) as string[]).toSorted().join(),
  }));
  return { ...tables, memberships };
}
