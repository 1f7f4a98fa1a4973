import { createHash, randomUUID, sign } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keyOfDevice } from '../../sandbox/rules/signing-keys.js';
import { elmFile } from '../support/elm-file.js';
import { newTestKey, signedBy, type TestKey, type Wish } from '../support/message-signature.js';
import { anonymous, givePassword, PortalClient, signedIn, type Answered } from '../support/portal-client.js';
import { startSandbox, type TestSandbox } from '../support/sandbox.js';

let sandbox: TestSandbox;
let key: TestKey;
let anna: PortalClient;
beforeEach(async () => {
  sandbox = await startSandbox({ invalidRequests: 'refused' });
  key = newTestKey();
  anna = await signedInWith(key.jwk);
});
afterEach(() => sandbox.close());

const path = '/clients/10001.00/salary-declarations';
const type = 'application/xml';
const digestOf = (content: string) => `sha-256=:${createHash('sha256').update(content).digest('base64')}:`;

interface Issued {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly session: { readonly signingKey: string | null };
}

async function logInWith(deviceKey?: object): Promise<Answered> {
  const { challengeId } = (await givePassword(sandbox, 'anna.muster')).body as { challengeId: string };
  const code = sandbox.totp('anna.muster');
  return anonymous(sandbox).post('/login/code', { challengeId, method: 'otp', code, deviceKey });
}

async function signedInWith(deviceKey: object): Promise<PortalClient> {
  const { accessToken } = (await logInWith(deviceKey)).body as Issued;
  return new PortalClient(`${sandbox.portal()}/api/v1`, accessToken);
}

const idOf = ({ jwk }: TestKey) => keyOfDevice(jwk).id;
const seconds = () => Math.floor(sandbox.clock.now().getTime() / 1000);

/** All that the contract wants. */
const parameters = () => ({
  created: seconds(),
  expires: seconds() + 300,
  nonce: randomUUID(),
  keyid: idOf(key),
  alg: 'ed25519',
  tag: 'connect-salary',
});
const components = ['@method', '@target-uri', 'content-type', 'repr-digest', 'idempotency-key'];

interface Submission {
  readonly key?: string;
  readonly file?: string;
  readonly wish?: Wish;
  /** What arrives otherwise than it was signed. */
  readonly arrives?: { readonly headers?: Record<string, string>; readonly query?: string; readonly file?: string };
}

/** A submission that was signed by hand. */
function submit({
  key: idempotencyKey = randomUUID(),
  file = elmFile(),
  wish = {},
  arrives = {},
}: Submission = {}): Promise<Answered> {
  const query = '?fileName=lohn.xml';
  const headers = { 'content-type': type, 'repr-digest': digestOf(file), 'idempotency-key': idempotencyKey };
  const unsigned = { method: 'POST', url: `${anna.base}${path}${query}`, headers };
  const signature = signedBy(key.privateKey, unsigned, {
    components,
    ...wish,
    parameters: { ...parameters(), ...wish.parameters },
  });
  return anna.send('POST', `${path}${arrives.query ?? query}`, undefined, {
    headers: { ...headers, ...signature, ...arrives.headers },
    raw: { type, bytes: arrives.file ?? file },
  });
}

const refused = (detail: RegExp) => ({
  status: 401,
  problem: 'signature-invalid',
  body: { detail: expect.stringMatching(new RegExp(detail, 'i')) as string },
});
const kept = () => readdirSync(`${sandbox.directory}/files`);

describe('a session', () => {
  test('that begins with a device’s key says so by its thumbprint, and goes on with it when it is renewed', async () => {
    const { body } = await logInWith(key.jwk);
    const { refreshToken, session } = body as Issued;
    expect(session).toMatchObject({ method: 'otp', signingKey: idOf(key) });
    const renewed = await anonymous(sandbox).post('/session/refresh', { refreshToken }, { key: true });
    expect(renewed).toMatchObject({ status: 200, body: { session: { signingKey: idOf(key) } } });
  });

  test('that begins without a key has none, and submits unsigned; the receipt says so', async () => {
    const plain = await signedIn(sandbox, 'anna.muster');
    expect(await plain.get('/session')).toMatchObject({ body: { signingKey: null } });
    const submitted = await plain.upload(`${path}?fileName=lohn.xml`, type, elmFile());
    expect(submitted).toMatchObject({ status: 201, body: { receipt: { signedBy: null } } });
  });

  test.each([
    ['a private key', (jwk: object) => ({ ...jwk, d: 'n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU' })],
    ['another curve', (jwk: object) => ({ ...jwk, crv: 'X25519' })],
    ['a key that is too short', (jwk: object) => ({ ...jwk, x: 'AAAA' })],
  ])('can’t begin with %s', async (_what, spoilt) => {
    expect(await logInWith(spoilt(key.jwk))).toMatchObject({ status: 422, problem: 'validation-failed' });
  });
});

describe('calling a submission off', () => {
  const submission = '/clients/10001.00/salary-submissions/lost-submission';
  const calling = (wish: Wish = {}, arrives?: number) => {
    const unsigned = { method: 'DELETE', url: `${anna.base}${submission}-1`, headers: {} };
    const signature = signedBy(key.privateKey, unsigned, {
      components: ['@method', '@target-uri'],
      ...wish,
      parameters: { ...parameters(), ...wish.parameters },
    });
    return anna.delete(`${submission}-${arrives ?? 1}`, { headers: signature });
  };
  const isVoid = async () => (await submit({ key: 'lost-submission-1' })).problem === 'idempotency-key-voided';

  test('needs a signature where the session has a key, and one that was not used before', async () => {
    const unsigned = await anna.delete(`${submission}-1`);
    expect(unsigned).toMatchObject({ status: 401, problem: 'signature-missing' });
    const once = { parameters: { nonce: 'once' } };
    expect(await calling(once)).toMatchObject({ status: 200, body: { declaration: null } });
    expect(await calling(once)).toMatchObject(refused(/nonce was used/));
    expect(await calling()).toMatchObject({ status: 200, body: { declaration: null } });
    expect(await isVoid()).toBe(true);
  });

  test.each<[string, Wish, number | undefined, RegExp]>([
    ['of another submission', {}, 2, /it does not verify/],
    ['without its target', { components: ['@method'] }, undefined, /@target-uri is not signed/],
    ['without its method', { components: ['@target-uri'] }, undefined, /@method is not signed/],
    ['for something else', { parameters: { tag: 'another' } }, undefined, /0 signatures have the tag/],
  ])('is refused with a signature %s, and the submission may still arrive', async (_what, wish, arrives, detail) => {
    expect(await calling(wish, arrives)).toMatchObject(refused(detail));
    expect(await isVoid()).toBe(false);
  });
});

describe('a submission', () => {
  test('that is signed is accepted, and the fund’s receipt confirms whose key signed', async () => {
    const submitted = await submit();
    const signed = { keyId: idOf(key), alg: 'ed25519' };
    expect(submitted).toMatchObject({ status: 201, body: { receipt: { signedBy: signed } } });
    const { receipt } = submitted.body as { receipt: { signature: string } };
    const payload = Buffer.from(receipt.signature.split('.')[1]!, 'base64url').toString();
    expect(JSON.parse(payload)).toMatchObject({ signedBy: signed });
  });

  test('that is not signed is refused before its body is looked at, if the session has a key', async () => {
    const unsigned = await anna.upload(`${path}?fileName=lohn.xml`, type, 'no XML at all');
    expect(unsigned).toMatchObject({ status: 401, problem: 'signature-missing' });
    for (const name of ['signature', 'signature-input']) {
      const half = { arrives: { headers: { [name]: '' } } };
      expect((await submit(half)).problem).toMatch(/^signature-/);
    }
    expect(kept()).toEqual([]);
  });

  test.each<[string, Submission, RegExp]>([
    ['another idempotency key', { arrives: { headers: { 'idempotency-key': randomUUID() } } }, /does not verify/],
    ['another digest', { arrives: { headers: { 'repr-digest': digestOf('other') } } }, /does not verify/],
    ['another media type', { arrives: { headers: { 'content-type': `${type};x=y` } } }, /does not verify/],
    ['another query', { arrives: { query: '?fileName=lohn.xml&test=true' } }, /does not verify/],
    ['a signature of nobody', { wish: { sign: () => Buffer.alloc(64) } }, /does not verify/],
    ['no bytes', { wish: { sign: () => Buffer.alloc(0) } }, /does not verify/],
    ['another’s key', { wish: { sign: (base) => sign(null, base, newTestKey().privateKey) } }, /does not verify/],
    ['a key that the session does not have', { wish: { parameters: { keyid: 'x'.repeat(43) } } }, /key is unknown/],
    ['no key', { wish: { parameters: { keyid: undefined } } }, /key is unknown/],
    ['another algorithm', { wish: { parameters: { alg: 'rsa-pss-sha512' } } }, /algorithm is ed25519/],
    ['no algorithm', { wish: { parameters: { alg: undefined } } }, /algorithm is ed25519/],
    ['another purpose', { wish: { parameters: { tag: 'other' } } }, /0 signatures have the tag/],
    ['no purpose', { wish: { parameters: { tag: undefined } } }, /0 signatures have the tag/],
    ['no time', { wish: { parameters: { created: undefined } } }, /created is missing/],
    ['no end', { wish: { parameters: { expires: undefined } } }, /expires is missing/],
    ['a time that is none', { wish: { parameters: { created: 'now' } } }, /created is missing/],
    ['no nonce', { wish: { parameters: { nonce: undefined } } }, /nonce is missing/],
    ['an endless nonce', { wish: { parameters: { nonce: 'n'.repeat(101) } } }, /nonce is missing/],
    ['a label in capital letters', { wish: { label: 'SIG' } }, /malformed/],
    ['what is no signature', { arrives: { headers: { signature: 'sig1=:?:' } } }, /malformed/],
    ['a signature of another name', { arrives: { headers: { signature: 'sig2=:AAAA:' } } }, /no signature sig1/],
    ['a header that is not there', { wish: { components: [...components, 'x-other'] } }, /not part of the request/],
  ])('with %s is refused and not kept', async (_what, submission, detail) => {
    expect(await submit(submission)).toMatchObject(refused(detail));
    expect(kept()).toEqual([]);
  });

  test.each(components)('whose signature leaves %s out is refused', async (left) => {
    const wish = { components: components.filter((name) => name !== left) };
    expect(await submit({ wish })).toMatchObject(refused(new RegExp(`the component ${left} is not signed`)));
  });

  test.each([
    ['61 seconds in the future', 61, 300, /in the future/],
    ['361 seconds ago, for 300', -361, -61, /has expired/],
    ['for 301 seconds', 0, 301, /holds too long/],
    ['to end before it began', 10, 9, /holds too long/],
  ])('signed %s is refused', async (_what, created, expires, detail) => {
    const wish = { parameters: { created: seconds() + created, expires: seconds() + expires } };
    expect(await submit({ wish })).toMatchObject(refused(detail));
  });

  test.each([
    [60, 360],
    [-360, -60],
  ])('by a clock that is a minute off is accepted: %i seconds', async (created, expires) => {
    const wish = { parameters: { created: seconds() + created, expires: seconds() + expires } };
    expect(await submit({ wish })).toMatchObject({ status: 201 });
  });

  test('may bear signatures for others beside the one for the portal, but not two for it', async () => {
    const other = `other=("@method");tag="proxy"`;
    const both = (input: string) => ({ 'signature-input': input, signature: `other=:AAAA:` });
    const headers = { 'content-type': type, 'repr-digest': digestOf(elmFile()), 'idempotency-key': randomUUID() };
    const url = `${anna.base}${path}?fileName=lohn.xml`;
    const ours = signedBy(key.privateKey, { method: 'POST', url, headers }, { components, parameters: parameters() });
    const send = (input: string) =>
      anna.send('POST', `${path}?fileName=lohn.xml`, undefined, {
        headers: {
          ...headers,
          'signature-input': `${both(input)['signature-input']}, ${ours['signature-input']!}`,
          signature: `other=:AAAA:, ${ours['signature']!}`,
        },
        raw: { type, bytes: elmFile() },
      });
    expect(await send(`other=("@method");tag="connect-salary"`)).toMatchObject(refused(/2 signatures have the tag/));
    expect(await send(other)).toMatchObject({ status: 201 });
  });

  test('that came by a reverse proxy is signed for the address which that was called by', async () => {
    const headers = { 'content-type': type, 'repr-digest': digestOf(elmFile()), 'idempotency-key': randomUUID() };
    const url = `https://portal.example/ak095/api/v1${path}?fileName=lohn.xml`;
    const send = (forwarded: string) => {
      const wish = { components, parameters: parameters() };
      const signature = signedBy(key.privateKey, { method: 'POST', url, headers }, wish);
      const raw = { type, bytes: elmFile() };
      const sent = { ...headers, ...signature, forwarded };
      return anna.send('POST', `${path}?fileName=lohn.xml`, undefined, { headers: sent, raw });
    };
    for (const other of [
      'host="[";proto=http',
      'host="portal.example";proto=http',
      'host="other.example";proto=https',
      'host=x y',
    ]) {
      expect(await send(other)).toMatchObject(refused(/does not verify/));
    }
    expect(await send('host="portal.example";proto=https')).toMatchObject({ status: 201 });
  });

  test('is covered to its last byte: a body that is not the one whose digest was signed is refused', async () => {
    const answer = await submit({ arrives: { file: elmFile({ remark: 'x' }) } });
    expect(answer).toMatchObject({ status: 400, problem: 'digest-mismatch' });
    expect(kept()).toEqual([]);
  });

  test('can’t be replayed, not even after the portal was started again', async () => {
    const parametersOnce = parameters();
    expect(await submit({ wish: { parameters: parametersOnce } })).toMatchObject({ status: 201 });
    expect(await submit({ wish: { parameters: parametersOnce } })).toMatchObject(refused(/nonce was used before/));
    const { directory, clock } = sandbox;
    await sandbox.close({ keep: true });
    sandbox = await startSandbox({ directory, clock, invalidRequests: 'refused' });
    anna = new PortalClient(`${sandbox.portal()}/api/v1`, anna.token);
    expect(await submit({ wish: { parameters: parametersOnce } })).toMatchObject(refused(/nonce was used before/));
    expect(await submit()).toMatchObject({ status: 200 });
  });

  test('whose signature does not verify uses up no nonce', async () => {
    const parametersOnce = parameters();
    const spoilt = { parameters: parametersOnce, sign: () => Buffer.alloc(64) };
    expect(await submit({ wish: spoilt })).toMatchObject(refused(/does not verify/));
    expect(await submit({ wish: { parameters: parametersOnce } })).toMatchObject({ status: 201 });
  });

  test('that is repeated under its key is signed anew, and gets the first answer', async () => {
    const headers = { 'content-type': type, 'repr-digest': digestOf(elmFile()), 'idempotency-key': randomUUID() };
    const url = `${anna.base}${path}?fileName=lohn.xml`;
    const send = () => {
      const signature = signedBy(
        key.privateKey,
        { method: 'POST', url, headers },
        { components, parameters: parameters() },
      );
      const raw = { type, bytes: elmFile() };
      return anna.send('POST', `${path}?fileName=lohn.xml`, undefined, { headers: { ...headers, ...signature }, raw });
    };
    const [first, second] = [await send(), await send()];
    expect([first.status, second.status, second.body]).toEqual([201, 201, first.body]);
  });
});

describe('a release', () => {
  const releasing = ['@method', '@target-uri', 'content-type', 'repr-digest', 'if-match'];
  let id: string;
  let etag: string;
  beforeEach(async () => {
    id = ((await submit()).body as { id: string }).id;
    sandbox.clock.advance(3000);
    ({ etag } = await anna.get(`${path}/${id}`));
  });

  function release(body: string, said = body, wanted = releasing): Promise<Answered> {
    const headers = { 'content-type': 'application/json', 'repr-digest': digestOf(body), 'if-match': etag };
    const url = `${anna.base}${path}/${id}/release`;
    const wish = { components: wanted, parameters: parameters() };
    const signature = signedBy(key.privateKey, { method: 'POST', url, headers }, wish);
    return anna.send('POST', `${path}/${id}/release`, undefined, {
      headers: { ...headers, ...signature },
      raw: { type: 'application/json', bytes: said },
    });
  }

  test('of a session with a key is signed', async () => {
    const unsigned = await anna.post(`${path}/${id}/release`, { year: 2025 }, { match: etag });
    expect(unsigned).toMatchObject({ status: 401, problem: 'signature-missing' });
    expect(await release('{"year":2025}')).toMatchObject({ status: 200, body: { state: 'released' } });
  });

  test('is for the version of the declaration that was signed, and for the year', async () => {
    const without = releasing.filter((name) => name !== 'if-match');
    expect(await release('{"year":2025}', undefined, without)).toMatchObject(refused(/if-match is not signed/));
    expect(await release('{"year":2024}', '{"year":2025}')).toMatchObject({ status: 400, problem: 'digest-mismatch' });
  });
});
