import { X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Random } from '../machine.js';
import { certificatePassphrase, practiceCertificates, type Practice } from './certificates.js';
import { bundle, encrypted, issue, newKey, type Identity } from './issue.js';

/** Where the files of one client certificate lie. */
export interface CertificateFiles {
  readonly name: string;
  readonly about: string;
  readonly certificate: string;
  readonly key: string;
  readonly encryptedKey: string;
  readonly pkcs12: string;
}

/** What a server needs to speak TLS, and what its clients may present. */
export interface TlsMaterial {
  readonly server: Identity;
  /** Of the authority whose certificates are accepted, PEM. */
  readonly authority: string;
  readonly files: readonly CertificateFiles[];
  /** SHA-256 of the certificates that belong to a user. */
  readonly registrations: readonly { readonly fund: string; readonly userName: string; readonly fingerprint: string }[];
}

/** The certificates of a sandbox's directory; made if they are not there, kept afterwards. */
export async function tlsMaterial(directory: string, now: Date, random: Random): Promise<TlsMaterial> {
  const folder = path.join(path.resolve(directory), 'tls');
  if (!existsSync(folder)) await make(folder, now, random);
  const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
  return {
    server: { certificate: read('server.pem'), key: read('server.key') },
    authority: read('ca.pem'),
    files: practiceCertificates.map(({ name, about }) => ({ name, about, ...filesOf(folder, name) })),
    registrations: practiceCertificates.flatMap(({ name, registeredAt }) => {
      const fingerprint = new X509Certificate(read(`${name}.pem`)).fingerprint256;
      return registeredAt.map((fund) => ({ fund, userName: name, fingerprint }));
    }),
  };
}

function filesOf(folder: string, name: string) {
  const file = (ending: string): string => path.join(folder, `${name}${ending}`);
  return { certificate: file('.pem'), key: file('.key'), encryptedKey: file('.encrypted.key'), pkcs12: file('.p12') };
}

/** Makes everything in a folder beside, so that a process that is killed leaves all of it or nothing. */
async function make(folder: string, now: Date, random: Random): Promise<void> {
  const making = `${folder}.new`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { mode: 0o700 });
  const write = (name: string, content: string | Buffer): void => {
    writeFileSync(path.join(making, name), content, { mode: 0o600, flag: 'wx' });
  };
  const years = (count: number): Date => new Date(now.getTime() + count * 365 * 86_400_000);
  const authority = (commonName: string): Promise<Identity> =>
    issue({ commonName, from: years(-2), until: years(30), purpose: 'authority' }, random);
  // A name of its own for each, since a machine may trust several sandboxes.
  const own = await authority(`connect sandbox CA ${random.bytes(3).toString('hex')}`);
  const foreign = await authority('another CA');
  const server = await issue(
    { commonName: 'localhost', from: years(-1), until: years(20), purpose: 'server', issuer: own },
    random,
  );
  writeIdentity(write, 'ca', own);
  writeIdentity(write, 'server', server);
  write('passphrase', `${certificatePassphrase}\n`);
  // Those that let nobody in may share a key, since keys take the time.
  const shared = await newKey();
  for (const practice of practiceCertificates) {
    const issuer = practice.foreign === true ? foreign : own;
    const key = practice.registeredAt.length > 0 ? await newKey() : shared;
    const [from, until] = practice.valid.map(years) as [Date, Date];
    const { name: commonName, purpose } = practice;
    await writePractice(
      write,
      await issue({ commonName, from, until, purpose, issuer, key }, random),
      issuer,
      practice,
    );
  }
  renameSync(making, folder);
}

type Write = (name: string, content: string | Buffer) => void;

function writeIdentity(write: Write, name: string, { certificate, key }: Identity): void {
  write(`${name}.pem`, certificate);
  write(`${name}.key`, key);
}

async function writePractice(write: Write, identity: Identity, issuer: Identity, { name }: Practice): Promise<void> {
  writeIdentity(write, name, identity);
  write(`${name}.encrypted.key`, encrypted(identity.key, certificatePassphrase));
  write(`${name}.p12`, await bundle(identity, issuer.certificate, certificatePassphrase, name));
}
