import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ShownHandover } from '../../src/operations/handover/handover.js';
import { anonymous, logInBySms, PortalClient } from './portal-client.js';
import type { Office } from './office.js';
import { password } from './office.js';

export const typed = { stdin: `${password}\n` } as const;

/** A new colleague, as the command line names her. */
export const maja = [
  ...['--to', 'maja.dordevic@muster.example', '--first-name', 'Maja', '--last-name', 'Đorđević-Šimić'],
  ...['--user-name', 'maja.neu', '--language', 'de', '--mobile', '+41791234577'],
] as const;

/** Runs a command that ends with a handover, and reads it. */
export async function handedOver(office: Office, line: readonly string[], stdin: string = typed.stdin) {
  const password = stdin === '' || line.includes('--password-stdin') ? [] : ['--password-stdin'];
  const ended = await office.run([...line, ...password, '-o', 'json', '-q'], { stdin });
  if (ended.stdout === '') throw new Error(ended.stderr);
  return { exitCode: ended.exitCode, handover: JSON.parse(ended.stdout) as ShownHandover };
}

/** The invited activates the login, logs in by SMS and sets up an app, as the portal's web page would. */
export async function firstLogin({ sandbox }: Office, userName = 'maja.neu'): Promise<void> {
  const own = 'her own long pass phrase';
  const activationCode = sandbox.outbox({ kind: 'email' }).at(-1)?.code;
  await anonymous(sandbox).post('/activation', { userName, activationCode, password: own });
  const session = await logInBySms(sandbox, userName, own);
  const { accessToken } = session.body as { accessToken: string };
  const portal = new PortalClient(`${sandbox.portal()}/api/v1`, accessToken);
  const { id, secret } = (await portal.post('/me/otp', { password: own }, { key: true })).body as {
    id: string;
    secret: string;
  };
  const confirmed = await portal.post(`/me/otp/${id}/confirmation`, { code: sandbox.codeFor(secret) });
  if (confirmed.status >= 300) throw new Error(`no app: ${String(confirmed.status)}`);
}

/** The files of handovers on this computer, without locks. */
export async function onDisk({ desk }: Office): Promise<readonly string[]> {
  const folder = path.join(desk.home, '.local/state/connect/handovers');
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith('.json'));
}

export async function evidenceIn({ desk }: Office): Promise<readonly string[]> {
  return (await readdir(desk.home)).filter((name) => name.startsWith('handover-')).sort();
}

export const textOf = (file: string): Promise<string> => readFile(file, 'utf8');

/** What the portal's own log says was done, and by whom. */
export function doneAt({ sandbox }: Office, ...operations: readonly string[]): readonly string[] {
  return sandbox
    .audit()
    .filter(({ operation, outcome }) => operations.includes(operation) && outcome.startsWith('2'))
    .map(({ operation, actor, subject }) => [operation, actor, subject].join(' '));
}
