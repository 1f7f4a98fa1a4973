import type { PeerCertificate, TLSSocket } from 'node:tls';
import type { buildConnector } from 'undici';
import type { Connector } from 'undici/lib/core/connect.js';
import type { CaFile, Env, TlsIdentity, TlsPeer } from './ports.js';
import { proxyFor } from './proxy.js';
import { hearingAlerts } from './tls-alert.js';

export interface WayThere {
  /** Milliseconds until the connection stands. */
  readonly timeoutMs: number;
  readonly caFiles: readonly CaFile[];
  readonly env: Env;
  /** Ends what is under way when the program does. */
  readonly closing: AbortSignal;
  readonly tls: TlsIdentity | undefined;
  /** Told of whoever has proven its identity, each time that a connection stands. */
  readonly met?: (peer: TlsPeer) => void;
}

/**
 * Opens connections to one portal with TLS: straight, or through the proxy that the environment names for it.
 * @throws ConnectError `ca-file-unreadable`, `ca-file-malformed`, `proxy-malformed`
 */
export async function secureConnector(
  url: URL,
  { timeoutMs, caFiles, env, closing, tls, met }: WayThere,
): Promise<buildConnector.connector> {
  const proxy = proxyFor(url, env);
  const [{ default: connector }, { trustedRoots }] = await Promise.all([
    import('undici/lib/core/connect.js'),
    import('./trust.js'),
  ]);
  const ca = tls?.authority === undefined ? await trustedRoots(caFiles, env) : [tls.authority];
  withoutFalseAlarm();
  const straight = connector({
    // Said here, because otherwise NODE_TLS_REJECT_UNAUTHORIZED=0 in the environment would turn the check off.
    rejectUnauthorized: true,
    timeout: timeoutMs,
    ...(ca !== undefined && { ca: [...ca] }),
    ...tls?.certificate?.reveal(),
  });
  const hearing = tls?.certificate === undefined ? straight : hearingAlerts(straight);
  const secure = met === undefined ? hearing : introducing(hearing, met);
  if (proxy === undefined) return secure;
  const { tunnelling } = await import('./tunnel.js');
  return tunnelling({ proxy, secure, ca, timeoutMs, signal: closing });
}

function introducing(connect: Connector, met: (peer: TlsPeer) => void): Connector {
  return (target, callback) =>
    connect(target, (...outcome) => {
      const [error, socket] = outcome;
      const shown: Partial<PeerCertificate> = error === null ? (socket as TLSSocket).getPeerCertificate() : {};
      // A session that goes on may not show it once more; then it is the one from before.
      if (shown.fingerprint256 !== undefined)
        met({ sha256: shown.fingerprint256, subject: nameOf(shown.subject ?? {}) });
      callback(...outcome);
    });
}

/** `CN=portal.example, O=…`; a part that is there several times is told several times. */
const nameOf = (subject: object): string =>
  Object.entries(subject)
    .flatMap(([part, value]: [string, string | string[]]) => [value].flat().map((one) => `${part}=${one}`))
    .join(', ');

/** Where the variable is set, Node warns that certificates are not checked; here they are. */
function withoutFalseAlarm(): void {
  delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
}
