import type { buildConnector } from 'undici';
import type { CaFile, Env, TlsIdentity } from './ports.js';
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
}

/**
 * Opens connections to one portal with TLS: straight, or through the proxy that the environment names for it.
 * @throws ConnectError `ca-file-unreadable`, `ca-file-malformed`, `proxy-malformed`
 */
export async function secureConnector(
  url: URL,
  { timeoutMs, caFiles, env, closing, tls }: WayThere,
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
  const secure = tls?.certificate === undefined ? straight : hearingAlerts(straight);
  if (proxy === undefined) return secure;
  const { tunnelling } = await import('./tunnel.js');
  return tunnelling({ proxy, secure, ca, timeoutMs, signal: closing });
}

/** Where the variable is set, Node warns that certificates are not checked; here they are. */
function withoutFalseAlarm(): void {
  delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
}
