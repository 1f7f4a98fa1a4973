import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Circumstances } from '../support/desk.js';
import { emptyFolder } from '../support/folder.js';
import { answered, certificateKeyId, lastRequestId, shownLogin } from '../support/logins.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';

const passphrase = 'uebung-macht-meister';
const env = { CONNECT_CLIENT_KEY_PASSPHRASE: passphrase };

let office: Office;
let portal: string;
let before = 0;
beforeAll(async () => {
  office = await openOffice({ tls: true });
  portal = office.sandbox.portal();
});
afterAll(() => office.close());
afterEach(async () => {
  await office.run('logout -q');
  before = office.sandbox.exchanges.length;
});

const tls = (name: string): string => path.join(office.sandbox.directory, 'tls', name);
const login = (words: string, circumstances: Circumstances = { env }) =>
  office.run(`login ${portal} -u anna.muster ${words}`, circumstances);
const signedIn = () => ({ exitCode: 0, stdout: shownLogin(portal, { method: 'certificate' }), stderr: '' });

describe('what a certificate comes in', () => {
  test.each([
    ['a PEM pair', () => `--certificate ${tls('anna.muster.pem')} --key ${tls('anna.muster.key')}`],
    [
      'a PEM pair with an encrypted key',
      () => `--certificate ${tls('anna.muster.pem')} --key ${tls('anna.muster.encrypted.key')}`,
    ],
    ['PKCS#12', () => `--certificate ${tls('anna.muster.p12')}`],
  ])('%s logs in, with a session of its strength', async (_form, words) => {
    expect(await login(words())).toEqual(signedIn());
    expect(answered(office.sandbox, before)).toEqual(['POST /login/certificate 200']);
    expect(await office.run('status')).toEqual(signedIn());
    expect((await office.run('users list -q')).exitCode).toBe(0);
  });

  test('one PEM file with certificate and key, in whichever order', async () => {
    const folder = await emptyFolder();
    const [certificate, key] = [
      readFileSync(tls('anna.muster.pem'), 'utf8'),
      readFileSync(tls('anna.muster.key'), 'utf8'),
    ];
    for (const [name, content] of [
      ['certificate-first', certificate + key],
      ['key-first', key + certificate],
      ['issuer-first', key + readFileSync(tls('ca.pem'), 'utf8') + certificate],
    ] as const) {
      writeFileSync(path.join(folder, name), content, { mode: 0o600 });
      expect(await login(`--certificate ${path.join(folder, name)}`)).toEqual(signedIn());
    }
  });

  test('the session does not need the certificate any more, and renews itself', async () => {
    const folder = await emptyFolder();
    copyFileSync(tls('anna.muster.p12'), path.join(folder, 'a.p12'));
    expect(await login(`--certificate ${path.join(folder, 'a.p12')}`)).toEqual(signedIn());
    writeFileSync(path.join(folder, 'a.p12'), '');
    office.sandbox.clock.advance(11 * 60_000);
    expect(await office.run('status')).toEqual(signedIn());
    office.sandbox.clock.advance(-11 * 60_000);
  });
});

describe('where it is named', () => {
  const named = () => ({ CONNECT_CLIENT_CERT: tls('anna.muster.pem'), CONNECT_CLIENT_KEY: tls('anna.muster.key') });

  test('in the environment, with the passphrase in a file', async () => {
    const inEnvironment = { ...named(), CONNECT_CLIENT_KEY: tls('anna.muster.encrypted.key') };
    const circumstances = { env: { ...inEnvironment, CONNECT_CLIENT_KEY_PASSPHRASE_FILE: tls('passphrase') } };
    const signingKey = certificateKeyId(office.sandbox.directory);
    const stdout = shownLogin(portal, { method: 'certificate', signingKey });
    expect(await office.run(`login ${portal}`, circumstances)).toEqual({ exitCode: 0, stdout, stderr: '' });
  });

  test('at prompts: the file, then its passphrase', async () => {
    const answers = [
      ['File with the client certificate', tls('anna.muster.p12')],
      [`Passphrase of ${tls('anna.muster.p12')}`, passphrase],
    ] as const;
    expect(await login('--method certificate', { terminal: { stdin: true }, answers })).toEqual(signedIn());
  });

  test('without a terminal the option or the variable that would have answered is', async () => {
    const impossible = 'Error: There is nobody to ask: stdin is not a terminal, or --no-input was given.\n';
    const outcome = (option: string) => ({
      exitCode: 2,
      stdout: '',
      stderr: `${impossible}Hint: Give the answer beforehand: ${option}\n`,
    });
    expect(await login('--method certificate', {})).toEqual(outcome('--certificate'));
    const words = `--certificate ${tls('anna.muster.p12')}`;
    expect(await login(words, {})).toEqual(outcome('CONNECT_CLIENT_KEY_PASSPHRASE_FILE'));
    expect(answered(office.sandbox, before)).toEqual([]);
  });

  test('an option for a password login stands above the variable, and beside an option it is a contradiction', async () => {
    const withPassword = { env: named(), stdin: `${passphrase}\n${office.sandbox.totp('anna.muster')}\n` };
    const stdout = shownLogin(portal, { method: 'otp' });
    expect(await login('--password-stdin --otp-stdin', withPassword)).toEqual({ exitCode: 0, stdout, stderr: '' });
    for (const [words, options] of [
      ['--certificate a.p12 --otp-stdin', '--certificate, --otp-stdin'],
      ['--key a.key --method sms', '--key, --method sms'],
      ['--method certificate --activate', '--method certificate, --activate'],
    ] as const) {
      expect(await login(words)).toEqual({
        exitCode: 2,
        stdout: '',
        stderr: `Error: These don’t go together: ${options}\nHint: Leave one of them out.\n`,
      });
    }
  });

  test('--ensure does nothing while the session is good, and reads no file', async () => {
    expect(await login(`--certificate ${tls('anna.muster.p12')}`)).toEqual(signedIn());
    before = office.sandbox.exchanges.length;
    expect(await login('--ensure --certificate nowhere.p12')).toEqual(signedIn());
    expect(answered(office.sandbox, before)).toEqual(['GET /session 200']);
    await office.run('logout -q');
    expect(await login(`--ensure --certificate ${tls('anna.muster.p12')}`)).toEqual(signedIn());
  });
});

describe('whose it is', () => {
  test('the portal tells, where no user is named', async () => {
    const own = await openOffice({ tls: true });
    const words = `login ${own.sandbox.portal()} --certificate ${path.join(own.sandbox.directory, 'tls/sara.treuhand.p12')}`;
    const stdout = shownLogin(own.sandbox.portal(), { userName: 'sara.treuhand', method: 'certificate' });
    expect(await own.run(words, { env })).toEqual({ exitCode: 0, stdout, stderr: '' });
    expect(await own.run('status')).toEqual({ exitCode: 0, stdout, stderr: '' });
    await own.close();
  });

  test('somebody else than the user who is named: nobody is signed in, here or at the portal', async () => {
    const file = tls('sara.treuhand.p12');
    expect(await login(`--certificate ${file}`)).toEqual({
      exitCode: 4,
      stdout: '',
      stderr:
        `Error: The certificate in ${file} belongs to sara.treuhand, not to anna.muster. Nobody was signed in.\n` +
        'Hint: If sara.treuhand is meant: connect login --username sara.treuhand\n',
    });
    expect(answered(office.sandbox, before)).toEqual(['POST /login/certificate 200', 'DELETE /session 204']);
    expect((await office.run('status')).exitCode).toBe(4);
  });
});

test('passphrase and key are in nothing that is said, nor in the configuration', async () => {
  const ended = await login(
    `--certificate ${tls('anna.muster.pem')} --key ${tls('anna.muster.encrypted.key')} --debug`,
  );
  const wrong = await login(`--certificate ${tls('anna.muster.p12')} --debug`, {
    env: { CONNECT_CLIENT_KEY_PASSPHRASE: 'canary-passphrase' },
  });
  const said = [ended, wrong].map(({ stdout, stderr }) => stdout + stderr).join('');
  expect([ended.exitCode, wrong.exitCode]).toEqual([0, 4]);
  expect(said).toContain('POST /ak095/api/v1/login/certificate → 200');
  for (const secret of [passphrase, 'canary-passphrase', 'PRIVATE KEY']) expect(said).not.toContain(secret);
  expect(readFileSync(path.join(office.desk.home, '.config/connect/config.toml'), 'utf8')).not.toMatch(/tls|key/);
});

describe('the portal says no', () => {
  const hint = 'Until then, log in with password and code.';
  test.each([
    [
      'unknown',
      (file: string) => `The certificate in ${file} is in order, but the portal knows nobody whom it belongs to.`,
      (fingerprint: string) =>
        `Have it registered at this fund (SHA-256 ${fingerprint}), or log in with password and code.`,
    ],
    [
      'untrusted',
      (file: string) =>
        `The portal does not accept who issued the certificate in ${file}: O=connect sandbox, CN=another CA`,
      () =>
        'Choose a certificate of an authority that the fund accepts. If intermediate certificates belong to it, they must be in the same file.',
    ],
  ])('to one that is %s', async (name, message, advice) => {
    const { X509Certificate } = await import('node:crypto');
    const { fingerprint256 } = new X509Certificate(readFileSync(tls(`${name}.pem`)));
    const file = tls(`${name}.p12`);
    expect(await login(`--certificate ${file}`)).toEqual({
      exitCode: 4,
      stdout: '',
      stderr: `Error: ${message(file)}\nHint: ${advice(fingerprint256)}\nRequest: ${lastRequestId(office.sandbox)}\n`,
    });
    expect(answered(office.sandbox, before)).toEqual(['POST /login/certificate 401']);
  });

  test('to one that this computer took for valid, because its clock is behind', async () => {
    const { sandbox } = office;
    const years = 2 * 365 * 86_400_000 - 86_400_000;
    sandbox.clock.advance(-years);
    const ended = await login(`--certificate ${tls('expired.p12')}`);
    sandbox.clock.advance(years);
    expect(ended).toEqual({
      exitCode: 4,
      stdout: '',
      stderr:
        `Error: The client certificate in ${tls('expired.p12')} has expired: it was valid until 20 Nov 2025, 09:00.\n` +
        `Hint: Get a new one from whoever issued it, and have it registered. ${hint}\nRequest: ${lastRequestId(sandbox)}\n`,
    });
  });

  test('to whoever was deactivated', async () => {
    const own = await openOffice({ tls: true });
    await own.signIn('beat.keller');
    expect(await own.run('users deactivate anna.muster --yes -q')).toMatchObject({ exitCode: 0 });
    const file = path.join(own.sandbox.directory, 'tls/anna.muster.p12');
    const ended = await own.run(`login ${own.sandbox.portal()} -u anna.muster --certificate ${file}`, { env });
    expect(ended).toEqual({
      exitCode: 4,
      stdout: '',
      stderr:
        'Error: The user is deactivated.\n' +
        'Hint: An administrator of the employer can reactivate the user.\n' +
        `Request: ${lastRequestId(own.sandbox)}\n`,
    });
    await own.close();
  });

  test('without TLS, where no certificate can arrive', async () => {
    const plain = await openOffice();
    const ended = await plain.run(
      `login ${plain.sandbox.portal()} -u anna.muster --certificate ${tls('anna.muster.p12')}`,
      {
        env,
      },
    );
    expect(ended).toEqual({
      exitCode: 4,
      stdout: '',
      stderr:
        'Error: This way of logging in needs a client certificate, and none has reached the portal.\n' +
        'Hint: It travels over https only, and not through a proxy that opens the encryption. Otherwise log in with password and code.\n' +
        `Request: ${lastRequestId(plain.sandbox)}\n`,
    });
    await plain.close();
  });
});
