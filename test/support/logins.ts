import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { deviceKeyId } from './desk.js';
import { answeredLate } from './late-answers.js';
import { password } from './office.js';
import type { Office } from './office.js';
import type { TestSandbox } from './sandbox.js';

/** What a login shows of itself in a pipe, unless said otherwise that of anna.muster, first of the day. */
export function shownLogin(
  portal: string,
  {
    profile = 'ak095',
    userName = 'anna.muster',
    method = 'otp',
    // The sandbox's clock, twelve hours later.
    until = '2026-11-20T20:00:00.000Z',
    signingKey = deviceKeyId,
    store = 'keychain',
  } = {},
): string {
  return lines({
    profile,
    portal,
    username: userName,
    signedIn: 'true',
    method,
    strength: method,
    expiresAt: until,
    signingKey,
    store,
  });
}

/** What anna.muster's certificate is called as a key: its SHA-256. */
export function certificateKeyId(directory: string): string {
  const pem = readFileSync(path.join(directory, 'tls/anna.muster.pem'));
  return createHash('sha256').update(new X509Certificate(pem).raw).digest('base64url');
}

/** What `status` shows of a login that is not signed in. */
export function shownSignedOut(
  portal: string,
  { profile = 'ak095', userName = 'anna.muster', store = 'keychain' } = {},
) {
  return lines({
    profile,
    portal,
    username: userName,
    signedIn: 'false',
    method: '',
    strength: '',
    expiresAt: '',
    signingKey: '',
    store,
  });
}

/** What `logout` shows in a pipe. */
export function shownLogout(portal: string, { userName = 'anna.muster', revoked = true } = {}): string {
  return lines({ portal, username: userName, revoked: String(revoked), forgotten: 'true' });
}

function lines(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name}\t${value}\n`)
    .join('');
}

/** Under which number the last request stands in the portal's log. */
export function lastRequestId({ exchanges }: TestSandbox): string {
  return String(exchanges.at(-1)?.requestHeaders['x-request-id']);
}

/** Method, path below the portal's base and status of everything that was answered since. */
export function answered({ exchanges }: TestSandbox, since = 0): readonly string[] {
  return exchanges.slice(since).map(({ method, url, status }) => {
    const [path = ''] = url.replace(/^\/ak\d{3}\/api\/v1/, '').split('?');
    return `${method} ${path} ${String(status)}`;
  });
}

/** The code of the last SMS, asked for when it has been sent. */
export function codeFromSms({ sandbox }: Office) {
  return answeredLate('Code from the SMS', () => sandbox.outbox({ kind: 'sms' }).at(-1)?.code ?? '');
}

export interface Invited {
  readonly userName: string;
  readonly activationCode: string;
}

/** Lets anna.muster, who must be signed in, create a user, and reads the code in the invitation. */
export async function invite(
  office: Office,
  userName = 'lea.neu',
  rights: readonly string[] = ['--theme', 'messages'],
): Promise<Invited> {
  const [firstName = '', lastName = ''] = userName.split('.');
  const person = ['--email', `${userName}@muster.example`, '--user-name', userName];
  const name = ['--first-name', firstName, '--last-name', lastName, '--language', 'de', '--mobile', '+41791234599'];
  const line = ['users', 'new', ...person, ...name, ...rights, '--password-stdin'];
  const ended = await office.run(line, { stdin: `${password}\n` });
  if (ended.exitCode !== 0) throw new Error(`${userName} could not be invited: ${ended.stderr}`);
  return { userName, activationCode: office.sandbox.outbox({ kind: 'email' }).at(-1)?.code ?? '' };
}
