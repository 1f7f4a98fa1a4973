import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { emptyFolder } from '../support/folder.js';
import { answered } from '../support/logins.js';
import { openssl } from '../support/openssl.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { itWith } from '../support/tools.js';

const right = 'uebung-macht-meister';
let office: Office;
beforeAll(async () => {
  office = await openOffice({ tls: true });
});
afterAll(() => office.close());
let before: number;
beforeEach(() => {
  before = office.sandbox.exchanges.length;
});

const tls = (name: string): string => path.join(office.sandbox.directory, 'tls', name);
const login = (words: string, passphrase = right) =>
  office.run(`login ${office.sandbox.portal()} -u anna.muster ${words}`, {
    env: { CONNECT_CLIENT_KEY_PASSPHRASE: passphrase },
  });
const failure = (exitCode: number, message: string, hint: string) => ({
  exitCode,
  stdout: '',
  stderr: `Error: ${message}\nHint: ${hint}\n`,
});

const hints = {
  passphrase: 'The file is unharmed, and nothing was sent. Try again, or check CONNECT_CLIENT_KEY_PASSPHRASE[_FILE].',
  key: 'If it is in a file of its own, name that with --key or CONNECT_CLIENT_KEY. Otherwise export the certificate again, together with its private key.',
  form: 'A PEM file has a line -----BEGIN CERTIFICATE-----; PKCS#12 files are mostly called .p12 or .pfx.',
};

describe('what is wrong with a certificate is said before anything is sent:', () => {
  afterEach(() => expect(answered(office.sandbox, before)).toEqual([]));

  test('the file is not there', async () => {
    const hint =
      '--certificate names the client certificate and --key its private key; CONNECT_CLIENT_CERT and CONNECT_CLIENT_KEY do the same.';
    const missing = path.join(office.desk.home, 'missing.pem');
    const message = `${missing} can’t be read: there is no such file`;
    expect(await login('--certificate missing.pem')).toEqual(failure(2, message, hint));
    expect(await login(`--certificate ${tls('anna.muster.pem')} --key missing.pem`)).toEqual(failure(2, message, hint));
  });

  test('it has expired, or begins later', async () => {
    expect(await login(`--certificate ${tls('expired.p12')}`)).toEqual(
      failure(
        4,
        `The client certificate in ${tls('expired.p12')} has expired: it was valid until 20 Nov 2025, 09:00.`,
        'Get a new one from whoever issued it, and have it registered. Until then, log in with password and code.',
      ),
    );
    expect(await login(`--certificate ${tls('not-yet-valid.pem')} --key ${tls('not-yet-valid.key')}`)).toEqual(
      failure(
        4,
        `The client certificate in ${tls('not-yet-valid.pem')} is not valid yet: it begins on 16 Nov 2041, 09:00.`,
        'If that is in the past, the clock of this computer or of the portal is wrong. Until then, log in with password and code.',
      ),
    );
  });

  test('it is one for servers', async () => {
    expect(await login(`--certificate ${tls('server-only.p12')}`)).toEqual(
      failure(
        4,
        `The certificate in ${tls('server-only.p12')} is not made for logging in: its extended key usage lacks TLS client authentication (clientAuth).`,
        'It may be a server’s certificate. Choose another one, or have one issued for clients.',
      ),
    );
  });

  test('the passphrase is wrong', async () => {
    for (const [words, file] of [
      [`--certificate ${tls('anna.muster.p12')}`, tls('anna.muster.p12')],
      [
        `--certificate ${tls('anna.muster.pem')} --key ${tls('anna.muster.encrypted.key')}`,
        tls('anna.muster.encrypted.key'),
      ],
    ] as const) {
      expect(await login(words, 'not the one')).toEqual(
        failure(4, `The passphrase of ${file} is wrong.`, hints.passphrase),
      );
    }
  });

  test('the key belongs to another certificate', async () => {
    expect(await login(`--certificate ${tls('anna.muster.pem')} --key ${tls('sara.treuhand.key')}`)).toEqual(
      failure(
        4,
        `The private key in ${tls('sara.treuhand.key')} does not belong to the certificate in ${tls('anna.muster.pem')}.`,
        'Nothing was sent. Two certificates may have been mixed up, or one was renewed and its key was not.',
      ),
    );
  });

  test('there is no key', async () => {
    expect(await login(`--certificate ${tls('anna.muster.pem')}`)).toEqual(
      failure(2, `There is no private key in ${tls('anna.muster.pem')}.`, hints.key),
    );
  });

  test('it is no certificate at all, or half of one', async () => {
    const folder = await emptyFolder();
    const half = (name: string): Buffer => readFileSync(tls(name)).subarray(0, 700);
    for (const [name, content] of [
      ['empty', ''],
      ['text', 'wages'],
      ['key.pem', readFileSync(tls('anna.muster.key'))],
      ['half.p12', half('anna.muster.p12')],
      ['half.pem', Buffer.concat([half('anna.muster.pem'), Buffer.from('\n-----END CERTIFICATE-----\n')])],
      ['random', Buffer.from('308203e80a', 'hex')],
    ] as const) {
      const file = path.join(folder, name);
      writeFileSync(file, content);
      expect(await login(`--certificate ${file}`)).toEqual(
        failure(4, `${file} is not a client certificate: neither PEM nor PKCS#12.`, hints.form),
      );
    }
    expect(await login(`--certificate ${tls('anna.muster.pem')} --key ${tls('ca.pem')}`)).toEqual(
      failure(
        4,
        `The private key in ${tls('ca.pem')} can’t be read.`,
        'A private key is PEM, with a line -----BEGIN PRIVATE KEY----- or the like.',
      ),
    );
  });

  itWith('openssl', 'the key is encrypted as nobody does any more; the hint’s command mends it', async () => {
    const folder = await emptyFolder();
    const [old, mended] = [path.join(folder, 'OLD.key'), path.join(folder, 'NEW.key')];
    const legacy = '-provider legacy -provider default';
    openssl(folder, `rsa -des -traditional ${legacy} -in ${tls('unknown.key')} -out ${old} -passout pass:${right}`);
    expect(await login(`--certificate ${tls('unknown.pem')} --key ${old}`)).toEqual(
      failure(
        4,
        `${old} is encrypted in an old way that is no longer safe and no longer supported.`,
        'Encrypt it again with AES-256: openssl pkey -provider legacy -provider default -in OLD.key -aes256 -out NEW.key',
      ),
    );
    openssl(folder, `pkey ${legacy} -in OLD.key -aes256 -out NEW.key -passin pass:${right} -passout pass:${right}`);
    expect(await login(`--certificate ${tls('anna.muster.pem')} --key ${mended}`)).toMatchObject({
      stderr: expect.stringContaining('does not belong to the certificate') as string,
    });
  });

  test('in the reader’s language', async () => {
    const said = async (lang: string): Promise<string> =>
      (await login(`--certificate ${tls('expired.p12')} --lang ${lang}`)).stderr.split('\n')[0] ?? '';
    const file = tls('expired.p12');
    expect(await said('de')).toBe(
      `Fehler: Das Client-Zertifikat in ${file} ist abgelaufen: Es galt bis 20.11.2025, 09:00.`,
    );
    expect(await said('fr')).toBe(
      `Erreur\u202f: Le certificat d’authentification de ${file} a expiré\u202f: il était valable jusqu’au 20 nov. 2025, 09:00.`,
    );
    expect(await said('it')).toBe(
      `Errore: Il certificato client in ${file} è scaduto: era valido fino al 20 nov 2025, 09:00.`,
    );
  });
});

describe('files that OpenSSL makes are read:', () => {
  const pkcs12 = 'pkcs12 -export -in anna.pem -inkey anna.key -out file';
  const copies = async (): Promise<string> => {
    const folder = await emptyFolder();
    for (const [from, to] of [
      ['anna.muster.pem', 'anna.pem'],
      ['anna.muster.key', 'anna.key'],
    ] as const) {
      writeFileSync(path.join(folder, to), readFileSync(tls(from)), { mode: 0o600 });
    }
    return folder;
  };
  for (const [form, line, passphrase] of [
    ['PKCS#12 as today', `${pkcs12} -passout env:P`, right],
    ['PKCS#12 as ten years ago, with RC2', `${pkcs12} -legacy -passout env:P`, right],
    ['PKCS#12 without a passphrase', `${pkcs12} -passout pass:`, ''],
    ['PKCS#12 without encryption', `${pkcs12} -keypbe NONE -certpbe NONE -passout pass:`, ''],
    ['PKCS#12 without a checksum', `${pkcs12} -nomac -passout env:P`, right],
    ['PKCS#12 with a passphrase that is not ASCII', `${pkcs12} -passout env:P`, 'Schlüssel für 5 €'],
    ['the same as ten years ago', `${pkcs12} -legacy -passout env:P`, 'Schlüssel für 5 €'],
  ] as const) {
    itWith('openssl', form, async () => {
      const folder = await copies();
      openssl(folder, line, { P: passphrase });
      const ended = await login(`--certificate ${path.join(folder, 'file')} -q`, passphrase);
      expect([ended.exitCode, ended.stderr]).toEqual([0, '']);
    });
  }

  for (const [form, line] of [
    ['PKCS#8', 'pkcs8 -topk8 -v2 aes-256-cbc -in anna.key -out file -passout env:P'],
    ['the older form', 'rsa -aes128 -traditional -in anna.key -out file -passout env:P'],
  ] as const) {
    itWith('openssl', `a key encrypted as ${form}`, async () => {
      const folder = await copies();
      openssl(folder, line, { P: 'Schlüssel' });
      const words = `--certificate ${tls('anna.muster.pem')} --key ${path.join(folder, 'file')} -q`;
      expect(await login(words, 'Schlüssel')).toMatchObject({ exitCode: 0, stderr: '' });
    });
  }

  itWith('openssl', 'DER, and keys on elliptic curves', async () => {
    const folder = await copies();
    const { clock } = office.sandbox;
    // What OpenSSL issues begins now, wherever the clock of the tests stands.
    clock.advance(Date.now() + 60_000 - clock.now().getTime());
    openssl(folder, 'x509 -in anna.pem -outform DER -out anna.cer');
    expect(await login(`--certificate ${folder}/anna.cer --key ${folder}/anna.key -q`)).toMatchObject({ exitCode: 0 });
    openssl(
      folder,
      'req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout ec.key -out ec.csr -subj /CN=ec',
    );
    openssl(
      folder,
      `x509 -req -in ec.csr -CA ${tls('ca.pem')} -CAkey ${tls('ca.key')} -out ec.pem -days 9000 -CAcreateserial -CAserial ${folder}/serial`,
    );
    openssl(folder, 'pkcs12 -export -in ec.pem -inkey ec.key -out ec.p12 -passout env:P', { P: right });
    for (const words of [`${folder}/ec.pem --key ${folder}/ec.key`, `${folder}/ec.p12`]) {
      const { exitCode, stderr } = await login(`--certificate ${words}`);
      expect([exitCode, stderr]).toEqual([4, expect.stringContaining('is in order, but the portal knows nobody')]);
    }
  });
});
