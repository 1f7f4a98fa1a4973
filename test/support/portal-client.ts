import { createHash, randomUUID } from 'node:crypto';
import { seededPassword } from '../../sandbox/index.js';
import type { TestSandbox } from './sandbox.js';

/** An answer, with its body read. */
export interface Answered {
  readonly status: number;
  /** Tests say what they expect in it; the contract check looks at every body as a whole. */
  readonly body: unknown;
  /** The short name of the problem, if it is one. */
  readonly problem: string | undefined;
  readonly headers: Headers;
  readonly etag: string;
}

interface Extra {
  readonly headers?: Readonly<Record<string, string>>;
  /** An idempotency key; a new one if it is `true`. */
  readonly key?: string | true;
  readonly match?: string;
  readonly raw?: { readonly type: string; readonly bytes: Buffer | string };
}

/** The least that can speak to a portal: one request, one answer, nothing by itself. */
export class PortalClient {
  readonly base: string;
  readonly token: string | undefined;

  constructor(base: string, token?: string) {
    this.base = base;
    this.token = token;
  }

  get = (path: string, extra?: Extra) => this.send('GET', path, undefined, extra);
  post = (path: string, body?: unknown, extra?: Extra) => this.send('POST', path, body, extra);
  patch = (path: string, body?: unknown, extra?: Extra) => this.send('PATCH', path, body, extra);
  delete = (path: string, extra?: Extra) => this.send('DELETE', path, undefined, extra);

  /** A file, with its digest. */
  upload = (path: string, type: string, content: Buffer | string, extra: Extra = {}) => {
    const bytes = Buffer.from(content);
    const digest = `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`;
    const headers = { 'repr-digest': digest, ...extra.headers };
    return this.send('POST', path, undefined, { key: true, ...extra, headers, raw: { type, bytes } });
  };

  async send(method: string, path: string, body?: unknown, extra: Extra = {}): Promise<Answered> {
    const { key, match, raw } = extra;
    const type = raw?.type ?? (body === undefined ? undefined : 'application/json');
    const response = await fetch(`${this.base}${path}`, {
      method,
      headers: {
        ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }),
        ...(type === undefined ? {} : { 'content-type': type }),
        ...(key === undefined ? {} : { 'idempotency-key': key === true ? randomUUID() : key }),
        ...(match === undefined ? {} : { 'if-match': match }),
        ...extra.headers,
      },
      ...(type === undefined ? {} : { body: raw === undefined ? JSON.stringify(body) : raw.bytes }),
    });
    return read(response);
  }
}

async function read(response: Response): Promise<Answered> {
  const bytes = Buffer.from(await response.arrayBuffer());
  const json = response.headers.get('content-type')?.includes('json') ?? false;
  const body: unknown = json ? JSON.parse(bytes.toString()) : bytes;
  const type = json && response.status >= 400 ? (body as { type: string }).type : undefined;
  return {
    status: response.status,
    body,
    problem: type?.replace('urn:problem-type:connect:', ''),
    headers: response.headers,
    etag: response.headers.get('etag') ?? '',
  };
}

export function anonymous(sandbox: TestSandbox, fund = '095'): PortalClient {
  return new PortalClient(`${sandbox.portal(fund)}/api/v1`);
}

/** The first half of a login. */
export function givePassword(sandbox: TestSandbox, userName: string, password = seededPassword, fund = '095') {
  return anonymous(sandbox, fund).post('/login/password', { userName, password });
}

/** A whole login with the authenticator app. */
export async function logIn(sandbox: TestSandbox, userName: string, fund = '095'): Promise<Answered> {
  const challenge = await givePassword(sandbox, userName, seededPassword, fund);
  const { challengeId } = challenge.body as { challengeId: string };
  const code = sandbox.totp(userName, fund);
  return anonymous(sandbox, fund).post('/login/code', { challengeId, method: 'otp', code });
}

/** A whole login with the code that comes by SMS. */
export async function logInBySms(
  sandbox: TestSandbox,
  userName: string,
  password = seededPassword,
  fund = '095',
): Promise<Answered> {
  const portal = anonymous(sandbox, fund);
  const { challengeId } = (await givePassword(sandbox, userName, password, fund)).body as { challengeId: string };
  await portal.post('/login/sms', { challengeId });
  const code = sandbox.outbox({ kind: 'sms' }).at(-1)?.code;
  return portal.post('/login/code', { challengeId, method: 'sms', code });
}

/** Somebody who is logged in. */
export async function signedIn(sandbox: TestSandbox, userName: string, fund = '095'): Promise<PortalClient> {
  const session = await logIn(sandbox, userName, fund);
  return new PortalClient(`${sandbox.portal(fund)}/api/v1`, (session.body as { accessToken: string }).accessToken);
}

export async function signedInBySms(sandbox: TestSandbox, userName: string, fund = '095'): Promise<PortalClient> {
  const session = await logInBySms(sandbox, userName, seededPassword, fund);
  return new PortalClient(`${sandbox.portal(fund)}/api/v1`, (session.body as { accessToken: string }).accessToken);
}
