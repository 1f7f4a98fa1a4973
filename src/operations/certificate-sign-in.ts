import type { Session } from '../../contract/portal.gen.js';
import type { LoginApi } from '../api/login.js';
import { ConnectError } from '../errors.js';
import { readClientCertificate } from '../platform/client-certificate.js';
import type { AskPassphrase, CertificateFiles, ReadCertificate } from '../platform/client-certificate.js';
import type { Clock, DevicePublicKey } from '../platform/ports.js';
import { Secret } from '../secret.js';
import { alertOf } from '../platform/tls-alert.js';

export interface CertificateSignIn {
  readonly files: CertificateFiles;
  readonly passphrase: AskPassphrase;
  /** Whom the certificate must belong to, if that is known beforehand. */
  readonly username: string | undefined;
  /** What the session shall sign with, where that is not the certificate's own key. */
  readonly deviceKey: DevicePublicKey | undefined;
}

/**
 * Logs in with a client certificate. What is wrong with it and can be seen here is said before anything is sent.
 * @throws ConnectError `certificate-…`, each for a reason of its own; `user-locked`, `user-deactivated`
 */
export async function certificateSignIn(
  login: LoginApi,
  { files, passphrase, username, deviceKey }: CertificateSignIn,
  clock: Pick<Clock, 'now'>,
): Promise<Session> {
  const certificate = await readClientCertificate(files, passphrase);
  checkUsable(certificate, clock.now());
  const session = await login.present(certificate, deviceKey).catch((error: unknown) => {
    throw explained(error, certificate);
  });
  const { userName } = session.session.user;
  if (username === undefined || username.toLowerCase() === userName.toLowerCase()) return session;
  // Nobody wanted this session; if it can't be ended, its tokens are forgotten all the same.
  await login.end(new Secret(session.refreshToken)).catch(() => undefined);
  throw new ConnectError('certificate-of-another-user', { file: certificate.file, owner: userName, username });
}

function checkUsable(certificate: ReadCertificate, now: Date): void {
  const { validFrom, validUntil, forClients } = certificate;
  if (now > validUntil) throw errorWith('certificate-expired', certificate);
  if (now < validFrom) throw errorWith('certificate-not-yet-valid', certificate);
  if (!forClients) throw errorWith('certificate-unsuitable', certificate);
}

type Fault = keyof typeof faults;

/** What this computer or the portal has against a certificate, with all that is known of it. */
const faults = {
  'certificate-expired': ({ file, validUntil }: ReadCertificate, origin: Origin) =>
    new ConnectError('certificate-expired', { file, until: validUntil.toISOString() }, origin),
  'certificate-not-yet-valid': ({ file, validFrom }: ReadCertificate, origin: Origin) =>
    new ConnectError('certificate-not-yet-valid', { file, from: validFrom.toISOString() }, origin),
  'certificate-unsuitable': ({ file }: ReadCertificate, origin: Origin) =>
    new ConnectError('certificate-unsuitable', { file }, origin),
  'certificate-untrusted': ({ file, issuer }: ReadCertificate, origin: Origin) =>
    new ConnectError('certificate-untrusted', { file, issuer }, origin),
  'certificate-unknown': ({ file, fingerprint }: ReadCertificate, origin: Origin) =>
    new ConnectError('certificate-unknown', { file, fingerprint }, origin),
};

interface Origin {
  readonly cause?: unknown;
  readonly requestId?: string | undefined;
}

const errorWith = (code: Fault, certificate: ReadCertificate, origin: Origin = {}): ConnectError =>
  faults[code](certificate, origin);

/** Servers that ask for certificates refuse them in the handshake (RFC 8446, section 6.2), if not as the contract has it. */
const alerts: Readonly<Record<string, Fault>> = {
  UNKNOWN_CA: 'certificate-untrusted',
  CERTIFICATE_EXPIRED: 'certificate-expired',
};

function explained(error: unknown, certificate: ReadCertificate): unknown {
  if (!(error instanceof ConnectError)) return error;
  const origin: Origin = { cause: error, requestId: error.requestId };
  if (isFault(error.code)) return errorWith(error.code, certificate, origin);
  const alert = alertOf(error);
  if (alert === undefined) return error;
  const known = alerts[alert];
  if (known !== undefined) return errorWith(known, certificate, origin);
  return new ConnectError('certificate-refused', { file: certificate.file, alert }, origin);
}

function isFault(code: string): code is Fault {
  return Object.hasOwn(faults, code);
}
