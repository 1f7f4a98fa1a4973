/**
 * The name of the TLS alert with which a server has ended a connection, for example `UNKNOWN_CA`, where one is the cause
 * of an error. Such an alert has nothing to say about whether the server itself is to be trusted.
 */
export function alertOf(error: unknown): string | undefined {
  for (let one = error; one instanceof Error; one = one.cause) {
    const code = 'code' in one && typeof one.code === 'string' ? one.code : '';
    const alert = /^ERR_SSL_(?:SSLV3|TLSV1|TLSV13)_ALERT_([A-Z_]+)$/.exec(code)?.[1];
    if (alert !== undefined) return alert;
  }
  return undefined;
}
