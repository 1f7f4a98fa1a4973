import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { authority } from '../support/authority.js';
import type { Validity } from '../support/authority.js';
import { openOffice, password } from '../support/office.js';
import type { Office } from '../support/office.js';
import { ownAddress, startRelay } from '../support/relay.js';

const own = authority();

let office: Office;
let ca: string;
beforeEach(async () => {
  office = await openOffice();
  ca = path.join(office.desk.home, 'ca.pem');
  await writeFile(ca, `Our root, valid in the whole house\n${own.pem}`);
});
afterEach(() => office.close());

/** The sandbox behind a real TLS endpoint. */
async function portal(names = [ownAddress()], validity?: Validity): Promise<string> {
  return `${(await startRelay(office.sandbox.origin, own.issue(names, validity))).origin}/ak095`;
}
const login = (address: string, ...more: string[]) =>
  office.run(['login', address, '-u', 'anna.muster', '--password-stdin', '--otp-stdin', '-q', ...more], {
    stdin: `${password}\n${office.sandbox.totp('anna.muster')}\n`,
  });
const withoutRequest = (stderr: string): string => stderr.replace(/^Request: .*\n/m, '');
const nothingSent = () => expect(office.sandbox.exchanges).toEqual([]);

describe('a portal whose certificate is from an authority of one’s own', () => {
  test('is refused before anything is sent, with the way to make it known', async () => {
    const address = await portal();
    const { exitCode, stdout, stderr } = await login(address);
    expect({ exitCode, stdout, stderr: withoutRequest(stderr) }).toEqual({
      exitCode: 6,
      stdout: '',
      stderr:
        `Error: The identity of ${address} can’t be verified: the issuer of its certificate is unknown here.\n` +
        'Hint: If your organisation inspects traffic, or has an authority of its own, name its root certificate: ' +
        '--ca-file FILE, once and for all with connect config set ca-file FILE. There is no way to skip the check.\n',
    });
    nothingSent();
  });

  test('is reached with --ca-file, by every command', async () => {
    expect((await login(await portal(), '--ca-file', ca)).exitCode).toBe(0);
    const listed = await office.run(['users', 'list', '--fields', 'userName', '--ca-file', 'ca.pem']);
    expect(listed).toMatchObject({ exitCode: 0, stderr: '' });
    expect(listed.stdout).toContain('anna.muster\n');
    expect((await office.run('users list')).exitCode).toBe(6);
  });

  test('is reached once the configuration names its authority', async () => {
    const file = path.join(office.desk.home, '.config/connect/config.toml');
    expect(await office.run('config set ca-file ca.pem', { cwd: office.desk.home })).toEqual({
      exitCode: 0,
      stdout: `key\tca-file\nvalue\t${ca}\nfile\t${file}\n`,
      stderr: '',
    });
    expect((await login(await portal())).exitCode).toBe(0);
    expect((await office.run('status')).exitCode).toBe(0);
  });

  test('is reached with SSL_CERT_FILE, also beside another --ca-file', async () => {
    office.desk.env['SSL_CERT_FILE'] = ca;
    const address = await portal();
    expect((await login(address)).exitCode).toBe(0);
    const another = path.join(office.desk.home, 'another.pem');
    await writeFile(another, authority('Somebody Else').pem);
    expect((await login(address, '--ca-file', another)).exitCode).toBe(0);
  });

  test('is reached with NODE_EXTRA_CA_CERTS beside another --ca-file', async () => {
    office.desk.env['NODE_EXTRA_CA_CERTS'] = ca;
    const another = path.join(office.desk.home, 'another.pem');
    await writeFile(another, authority('Somebody Else').pem);
    expect((await login(await portal(), '--ca-file', another)).exitCode).toBe(0);
  });
});

describe('a certificate is refused for its own reason, also from a known authority', () => {
  test.each<[string, () => Promise<string>, string, string]>([
    [
      'expired',
      () => portal([ownAddress()], { fromDays: -5, untilDays: -2 }),
      'its certificate, or its issuer’s, has expired.',
      'Is the clock of this computer right? If so, tell the fund.',
    ],
    [
      'not yet valid',
      () => portal([ownAddress()], { fromDays: 2, untilDays: 5 }),
      'its certificate, or its issuer’s, is not valid yet.',
      'The clock of this computer is probably slow: set it.',
    ],
    [
      'made out to others',
      () => portal(['portal.example', '192.0.2.77']),
      'its certificate is made out to another name (portal.example, 192.0.2.77).',
      'Check the address. If it is right, somebody else may be answering: tell the fund.',
    ],
  ])('%s', async (_what, open, reason, hint) => {
    const address = await open();
    const { exitCode, stdout, stderr } = await login(address, '--ca-file', ca);
    expect({ exitCode, stdout, stderr: withoutRequest(stderr) }).toEqual({
      exitCode: 6,
      stdout: '',
      stderr:
        `Error: The identity of ${address} can’t be verified: ${reason}\n` +
        `Hint: ${hint} There is no way to skip the check.\n`,
    });
    nothingSent();
  });
});

describe('a file of certificates that is none', () => {
  const unreadable = (file: string, from: string, reason: string): string =>
    `Error: The certificates in ${file} can’t be read (${from}): ${reason}\nHint: Correct ${from}, or leave it out.\n`;
  const malformed = (file: string, from: string): string =>
    `Error: ${file} holds no certificate in PEM form, or a damaged one (${from}).\n` +
    'Hint: PEM begins with -----BEGIN CERTIFICATE-----. A binary file is converted by: ' +
    'openssl x509 -inform der -in FILE -out FILE.pem\n';

  test.each(['--ca-file', 'SSL_CERT_FILE', 'ca-file'])('is named with who named it: %s', async (from) => {
    const file = path.join(office.desk.home, 'nowhere.pem');
    const configuration = path.join(office.desk.home, '.config/connect/config.toml');
    if (from === 'SSL_CERT_FILE') office.desk.env[from] = file;
    if (from === 'ca-file') {
      await mkdir(path.dirname(configuration), { recursive: true });
      await writeFile(configuration, 'ca-file = "../../nowhere.pem"\n');
    }
    const missing = 'there is no such file';
    expect(await login(await portal(), ...(from === '--ca-file' ? [from, file] : []))).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: unreadable(file, from === 'ca-file' ? configuration : from, missing),
    });
    nothingSent();
  });

  test.each([
    ['a text', 'no certificate\n'],
    ['a damaged certificate', own.pem.replace(/\n.{40}/, '\nAAAA')],
    ['good and damaged ones', `${own.pem}-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n`],
    ['DER', Buffer.from(own.pem.replace(/-----.*-----|\s/g, ''), 'base64')],
    ['nothing', ''],
  ])('holds %s', async (_what, content) => {
    await writeFile(ca, content);
    expect(await login(await portal(), '--ca-file', ca)).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: malformed(ca, '--ca-file'),
    });
    expect(await office.run(['config', 'set', 'ca-file', ca])).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: malformed(ca, 'ca-file'),
    });
    nothingSent();
  });

  test('keeps nobody from the practice portal, where no certificate is asked for', async () => {
    office.desk.env['SSL_CERT_FILE'] = path.join(office.desk.home, 'nowhere.pem');
    expect((await login(office.sandbox.portal())).exitCode).toBe(0);
  });
});

test('a file in a directory can’t name certificates to trust', async () => {
  await writeFile(path.join(office.desk.home, '.connect.toml'), `ca-file = "${ca}"\n`);
  expect(await login(await portal())).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining(
      'sets “ca-file”. A file in a directory may set client, lang and output only',
    ) as string,
  });
  nothingSent();
});
