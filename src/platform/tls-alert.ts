import type { Connector } from 'undici/lib/core/connect.js';

/**
 * Connections that end with the first error. In TLS 1.3 a server refuses a client's certificate when the connection
 * stands already; it sends an alert and closes, and undici would tell of the closing only.
 */
export function hearingAlerts(connect: Connector): Connector {
  return (target, callback) => {
    const socket = connect(target, callback);
    return socket.once('error', (error: Error) => socket.destroy(error));
  };
}

/**
 * The name of the alert (RFC 8446, section 6) by which a server ended a connection, for example `UNKNOWN_CA`, where one
 * is the cause of an error.
 */
export function alertOf(error: unknown): string | undefined {
  for (let one = error; one instanceof Error; one = one.cause) {
    const code = 'code' in one && typeof one.code === 'string' ? one.code : '';
    const alert = /^ERR_SSL_(?:SSLV3|TLSV1|TLSV13)_ALERT_([A-Z_]+)$/.exec(code)?.[1];
    if (alert !== undefined) return alert;
  }
  return undefined;
}
