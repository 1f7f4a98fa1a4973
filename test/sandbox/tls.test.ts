import { readFileSync, readdirSync, statSync } from 'node:fs';
import { request } from 'node:https';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { startSandbox } from '../support/sandbox.js';
import type { TestSandbox } from '../support/sandbox.js';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ tls: true });
});
afterAll(() => sandbox.close());

interface Exchange {
  readonly as?: string;
  readonly fund?: string;
  readonly method?: string;
  readonly path?: string;
  readonly body?: object;
  readonly token?: string;
  readonly at?: TestSandbox;
}

/** One request on a connection of its own, with the certificate of that name. */
async function send({ as, fund = '095', method = 'POST', path: way, body, token, at = sandbox }: Exchange = {}) {
  const file = (name: string): string => readFileSync(path.join(at.directory, 'tls', name), 'utf8');
  const sent = request(`${at.origin}${way ?? `/ak${fund}/api/v1/login/certificate`}`, {
    method,
    agent: false,
    ca: file('ca.pem'),
    ...(as !== undefined && { cert: file(`${as}.pem`), key: file(`${as}.key`) }),
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
  }).end(body === undefined ? undefined : JSON.stringify(body));
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const read = JSON.parse(await text(answer)) as {
    readonly type?: string;
    readonly session?: {
      readonly user: { readonly userName: string };
      readonly method: string;
      readonly strength: string;
    };
  };
  return { status: answer.statusCode, problem: read.type?.replace('urn:problem-type:connect:', ''), body: read };
}

test('a registered certificate begins a session of its strength, at each fund for its own user', async () => {
  const session = (userName: string) => ({ user: { userName }, method: 'certificate', strength: 'certificate' });
  expect(await send({ as: 'anna.muster' })).toMatchObject({ status: 200, body: { session: session('anna.muster') } });
  for (const fund of ['095', '060']) {
    const answer = await send({ as: 'sara.treuhand', fund });
    expect(answer).toMatchObject({ status: 200, body: { session: session('sara.treuhand') } });
  }
  expect(await send({ as: 'anna.muster', fund: '060' })).toMatchObject({ status: 401, problem: 'certificate-unknown' });
});

test.each([
  [undefined, 'certificate-required'],
  ['expired', 'certificate-expired'],
  ['not-yet-valid', 'certificate-not-yet-valid'],
  ['server-only', 'certificate-unsuitable'],
  ['untrusted', 'certificate-untrusted'],
  ['unknown', 'certificate-unknown'],
] as const)('the certificate “%s” gets %s', async (as, problem) => {
  const refused = await send(as === undefined ? {} : { as });
  expect({ status: refused.status, problem: refused.problem }).toEqual({ status: 401, problem });
  // The connection is as good as any other for what needs none.
  expect(await send({ ...(as !== undefined && { as }), method: 'GET', path: '/ak095/api/v1/portal' })).toMatchObject({
    status: 200,
  });
});

test('whoever is locked stays out with a certificate, too', async () => {
  const own = await startSandbox({ tls: true });
  onTestFinished(() => own.close());
  const wrong = { path: '/ak095/api/v1/login/password', body: { userName: 'anna.muster', password: 'not the one' } };
  for (let i = 0; i < 5; i += 1) await send({ at: own, ...wrong });
  expect(await send({ at: own, as: 'anna.muster' })).toMatchObject({ status: 403, problem: 'user-locked' });
  own.clock.advance(16 * 60_000);
  expect(await send({ at: own, as: 'anna.muster' })).toMatchObject({ status: 200 });
});

test('keys and certificates are the owner’s alone', () => {
  const folder = path.join(sandbox.directory, 'tls');
  const modes = readdirSync(folder).map((name) => statSync(path.join(folder, name)).mode & 0o777);
  expect([statSync(folder).mode & 0o777, ...new Set(modes)]).toEqual([0o700, 0o600]);
});

test('certificates outlive a restart and a reset, and a sandbox without TLS knows nothing of them', async () => {
  const first = await startSandbox({ tls: true });
  const { directory } = first;
  const before = readFileSync(path.join(directory, 'tls/anna.muster.p12'));
  await send({ at: first, path: '/_sandbox/reset', token: first.controlToken });
  expect(await send({ at: first, as: 'anna.muster' })).toMatchObject({ status: 200 });
  await first.close({ keep: true });
  const plain = await startSandbox({ directory });
  expect(plain.origin).toMatch(/^http:/);
  await plain.close({ keep: true });
  const again = await startSandbox({ directory, tls: true });
  onTestFinished(() => again.close());
  expect(readFileSync(path.join(directory, 'tls/anna.muster.p12'))).toEqual(before);
  expect(await send({ at: again, as: 'anna.muster' })).toMatchObject({ status: 200 });
});
