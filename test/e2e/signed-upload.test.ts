import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { SalaryDeclaration } from '../../contract/portal.gen.js';
import { totpSecretOf } from '../../sandbox/index.js';
import { salaryApi } from '../../src/api/salary.js';
import { portalAddress } from '../../src/config/portal-address.js';
import { undiciNetwork } from '../../src/platform/network.js';
import { deviceKeyOf, newDeviceKey } from '../../src/platform/signing-keys.js';
import { Secret } from '../../src/secret.js';
import { signerOf } from '../../src/session/signer.js';
import { fromSecret } from '../../src/session/stored-session.js';
import { intents } from '../support/changes.js';
import { deviceKeyId } from '../support/desk.js';
import { buildElm } from '../support/elm.js';
import { certificateKeyId, shownLogin } from '../support/logins.js';
import { openOffice, password } from '../support/office.js';
import type { Office } from '../support/office.js';
import { logIn, PortalClient } from '../support/portal-client.js';
import { startRelay } from '../support/relay.js';
import { withoutNumber } from '../support/printed.js';
import type { SandboxSettings } from '../support/sandbox.js';

let office: Office;
let account: string;

async function open(settings: SandboxSettings = {}): Promise<void> {
  office = await openOffice(settings);
  onTestFinished(() => office.close());
  account = `${office.sandbox.portal()} anna.muster`;
  writeFileSync(path.join(office.desk.home, 'lohn.xml'), buildElm({ version: '5.0', fund: '095', member: '10001.00' }));
}

const upload = (env: Readonly<Record<string, string>> = {}, options = '') =>
  office.run(`salary upload lohn.xml -c 10001.00 -o json -q ${options}`, { env });

/** Uploads, and tells what the fund's receipt says of the signature. */
async function signedBy(env: Readonly<Record<string, string>> = {}, options = ''): Promise<unknown> {
  const { exitCode, stdout, stderr } = await upload(env, options);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  return (JSON.parse(stdout) as SalaryDeclaration).receipt.signedBy;
}

const submissions = () =>
  office.sandbox.exchanges.filter(({ method, url }) => method === 'POST' && url.includes('/salary-declarations'));
const header = (name: string) => submissions().map(({ requestHeaders }) => String(requestHeaders[name]));

/** What the store keeps of the session, and another entry in its place. */
const entry = () => JSON.parse(office.desk.keychain.entries.get(account)!) as Record<string, unknown>;
const replace = (members: object) =>
  office.desk.keychain.entries.set(account, JSON.stringify({ ...entry(), ...members }));
const other = newDeviceKey({ bytes: (count) => new Uint8Array(count).fill(77) });

describe('with the key of this computer', () => {
  beforeEach(async () => {
    await open();
    await office.signIn('anna.muster');
  });

  test('an upload is signed, and the receipt names the key that status names', async () => {
    expect(await signedBy()).toEqual({ keyId: deviceKeyId, alg: 'ed25519' });
    const { stdout } = await office.run('status');
    expect(stdout).toBe(shownLogin(office.sandbox.portal(), { signingKey: deviceKeyId }));
    const [input = ''] = header('signature-input');
    expect(input.replace(/nonce="[\w-]{24}"/, 'nonce=NONCE')).toBe(
      'connect=("@method" "@target-uri" "content-type" "repr-digest" "idempotency-key");created=1795161600;' +
        `expires=1795161900;nonce=NONCE;keyid="${deviceKeyId}";alg="ed25519";tag="connect-salary"`,
    );
  });

  test('each attempt is signed anew', async () => {
    office.sandbox.faults('drop-after-commit=submitSalaryDeclaration:1', 'status=503:submitSalaryDeclaration:1');
    expect(await signedBy()).toEqual({ keyId: deviceKeyId, alg: 'ed25519' });
    expect(new Set(header('idempotency-key')).size).toBe(1);
    const nonces = header('signature-input').map((input) => /nonce="([^"]+)"/.exec(input)?.[1]);
    expect([nonces.length, new Set(nonces).size]).toEqual([submissions().length, submissions().length]);
    expect(nonces.length).toBeGreaterThan(1);
  });

  test('so is the calling off of one whose answer was lost, each attempt anew', async () => {
    office.sandbox.faults('drop-before-commit=submitSalaryDeclaration:*');
    expect((await upload()).exitCode).toBe(9);
    office.sandbox.faults('status=503:callOffSubmission:1');
    expect(await office.run('salary reconcile -q --fields outcome')).toEqual({
      exitCode: 0,
      stdout: 'not-done\n',
      stderr: '',
    });
    const calls = office.sandbox.exchanges.filter(({ method }) => method === 'DELETE');
    const inputs = calls.map(({ requestHeaders }) => String(requestHeaders['signature-input']));
    expect(calls.map(({ status }) => status)).toEqual([503, 200]);
    expect(inputs.map((input) => input.replace(/nonce="[\w-]{24}"|(?<=created=|expires=)\d+/g, 'X'))).toEqual(
      inputs.map(
        () =>
          'connect=("@method" "@target-uri");created=X;expires=X;X;' +
          `keyid="${deviceKeyId}";alg="ed25519";tag="connect-salary"`,
      ),
    );
    expect(new Set(inputs).size).toBe(2);
  });

  test('without the key the portal calls nothing off, and the upload stays open', async () => {
    office.sandbox.faults('drop-before-commit=submitSalaryDeclaration:*');
    expect((await upload()).exitCode).toBe(9);
    office.sandbox.faults();
    replace({ deviceKey: undefined });
    expect(await office.run('salary reconcile -q')).toMatchObject({ exitCode: 4, stdout: '' });
    const calls = office.sandbox.exchanges.filter(({ method }) => method === 'DELETE');
    expect(calls.map(({ status }) => status)).toEqual([401]);
    expect(await intents(office)).toHaveLength(1);
  });

  test('nothing else is signed', async () => {
    await upload();
    const signed = office.sandbox.exchanges.filter(({ requestHeaders }) => 'signature' in requestHeaders);
    expect(signed.map(({ method, url }) => `${method} ${url.split('?')[0]!}`)).toEqual([
      'POST /ak095/api/v1/clients/10001.00/salary-declarations',
    ]);
  });

  test('the key stays the same while the session renews itself', async () => {
    for (const _renewal of [1, 2]) {
      office.sandbox.clock.advance(10 * 60_000);
      expect((await office.run('users list -q')).exitCode).toBe(0);
    }
    expect(await signedBy()).toEqual({ keyId: deviceKeyId, alg: 'ed25519' });
  });

  test('a new login of the same user goes on with the key that is there, and a logout takes it away', async () => {
    replace({ deviceKey: other.seed.reveal() });
    await office.signIn('anna.muster');
    expect(await signedBy()).toEqual({ keyId: other.id, alg: 'ed25519' });
    await office.run('logout -q');
    expect([...office.desk.keychain.entries]).toEqual([]);
    await office.signIn('anna.muster');
    expect(deviceKeyOf(fromSecret(new Secret(JSON.stringify(entry())))!.deviceKey!).id).toBe(deviceKeyId);
  });

  test('a computer whose clock is wrong uploads all the same', async () => {
    const control = new PortalClient(`${office.sandbox.origin}/_sandbox`, office.sandbox.controlToken);
    for (const hours of [5, -5]) {
      const now = new Date(office.sandbox.clock.now().getTime() + hours * 3_600_000).toISOString();
      await control.send('PUT', '/clock', { now });
      expect(await signedBy({}, '--test')).toEqual({ keyId: deviceKeyId, alg: 'ed25519' });
    }
  });

  test('a key that the portal does not know is refused, and the way out is a new login', async () => {
    replace({ deviceKey: other.seed.reveal() });
    expect(withoutNumber(await office.run('salary upload lohn.xml -c 10001.00 -q'))).toEqual({
      exitCode: 4,
      stdout: '',
      stderr:
        'Error: The portal does not accept the signature of this request: The key is unknown; ' +
        `the session's is ${deviceKeyId}.\n` +
        'Hint: Nothing was done. Look at this computer’s clock (connect doctor) and log in again: connect login\n' +
        'Request: NUMBER\n',
    });
    expect(await intents(office)).toEqual([]);
  });

  test('a store that has lost the key says so before anything is sent, once the portal has told of it', async () => {
    replace({ deviceKey: undefined });
    office.sandbox.clock.advance(10 * 60_000);
    expect(await office.run('salary upload lohn.xml -c 10001.00 -q')).toEqual({
      exitCode: 4,
      stdout: '',
      stderr:
        `Error: The portal expects this session to sign with the key ${deviceKeyId}, and the store does not hold it any more.\n` +
        'Hint: Nothing was sent. A new login brings a new key: connect login\n',
    });
    expect([submissions(), await intents(office)]).toEqual([[], []]);
  });

  test('a session of an earlier version has no key, stays good, and uploads unsigned', async () => {
    const { session, ...tokens } = (await logIn(office.sandbox, 'anna.muster')).body as { session: object };
    const { signingKey: _unknown, ...info } = session as { signingKey: null };
    office.desk.keychain.entries.set(account, JSON.stringify({ version: 1, ...tokens, session: info }));
    expect(await signedBy()).toBeNull();
    expect(header('signature')).toEqual(['undefined']);
  });

  test('something in between may call the portal by another name, if it says by which it was called', async () => {
    const relay = await startRelay(office.sandbox.origin);
    await office.signIn('anna.muster', { portal: `${relay.origin}/ak095`, profile: 'between' });
    expect(await signedBy({}, '-p between')).toEqual({ keyId: deviceKeyId, alg: 'ed25519' });
  });

  test('a release is signed with the declaration’s ETag and the year', async () => {
    const { id } = JSON.parse((await upload()).stdout) as SalaryDeclaration;
    office.sandbox.clock.advance(3000);
    const session = fromSecret(new Secret(JSON.stringify(entry())))!;
    const { clock } = office.sandbox;
    const random = { bytes: (count: number) => new Uint8Array(count), uuid: () => crypto.randomUUID() };
    const certificate = () => Promise.resolve(undefined);
    const ports = { clock, random, secondsAhead: () => undefined, certificate };
    const network = undiciNetwork({});
    onTestFinished(() => network.close());
    const salary = salaryApi({
      ...{ address: portalAddress(office.sandbox.portal()), network, clock, random, language: 'de', timeoutMs: 5000 },
      authorizer: { token: () => Promise.resolve(session.accessToken), replace: () => Promise.reject(new Error()) },
      signer: signerOf({ session: () => Promise.resolve(session) }, ports),
    });
    const { etag } = await salary.getTagged('10001.00', id);
    expect(await salary.release('10001.00', id, 2025, etag)).toMatchObject({ state: 'released' });
    expect(header('signature-input').at(-1)).toContain('"content-type" "repr-digest" "if-match")');
  });
});

test('a run that keeps nothing has a key of its own', async () => {
  await open();
  const env = {
    CONNECT_CREDENTIAL_STORE: 'memory',
    CONNECT_PORTAL: office.sandbox.portal(),
    CONNECT_USERNAME: 'anna.muster',
    CONNECT_PASSWORD: password,
    CONNECT_TOTP_SECRET: totpSecretOf('095', 'anna.muster'),
  };
  expect(await signedBy(env)).toEqual({ keyId: deviceKeyId, alg: 'ed25519' });
  expect([[...office.desk.keychain.entries], readdirSync(office.desk.home)]).toEqual([[], ['.local', 'lohn.xml']]);
});

describe('with a client certificate', () => {
  const tls = (name: string): string => path.join(office.sandbox.directory, 'tls', name);
  const named = () => ({ CONNECT_CLIENT_CERT: tls('anna.muster.p12'), CONNECT_CLIENT_KEY_PASSPHRASE: password });
  beforeEach(() => open({ tls: true }));

  test('that the environment names, its own key signs', async () => {
    await office.run(`login ${office.sandbox.portal()} -q`, { env: named() });
    const keyId = certificateKeyId(office.sandbox.directory);
    expect(await signedBy(named())).toEqual({ keyId, alg: 'rsa-pss-sha512' });
    office.sandbox.clock.advance(11 * 60_000);
    expect(await signedBy(named(), '--test')).toEqual({ keyId, alg: 'rsa-pss-sha512' });
  });

  test('that the environment does not name any more, or another one, nothing is sent', async () => {
    await office.run(`login ${office.sandbox.portal()} -q`, { env: named() });
    for (const env of [{}, { CONNECT_CLIENT_CERT: tls('unknown.pem'), CONNECT_CLIENT_KEY: tls('unknown.key') }]) {
      expect(await office.run('salary upload lohn.xml -c 10001.00 -q', { env })).toEqual({
        exitCode: 4,
        stdout: '',
        stderr:
          'Error: This session signs with the certificate that began it, and CONNECT_CLIENT_CERT names none or another one.\n' +
          'Hint: Nothing was sent. Let CONNECT_CLIENT_CERT name the certificate again, or log in again: connect login\n',
      });
    }
    expect([submissions(), await intents(office)]).toEqual([[], []]);
  });

  test('that only the login names, the key of this computer signs, for which the certificate vouches', async () => {
    const env = { CONNECT_CLIENT_KEY_PASSPHRASE: password };
    const login = `login ${office.sandbox.portal()} --certificate ${tls('anna.muster.p12')}`;
    const stdout = shownLogin(office.sandbox.portal(), { method: 'certificate', signingKey: deviceKeyId });
    expect(await office.run(login, { env })).toEqual({ exitCode: 0, stdout, stderr: '' });
    expect(await signedBy()).toEqual({ keyId: deviceKeyId, alg: 'ed25519' });
  });
});
