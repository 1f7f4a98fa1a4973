import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { PortalClient } from './portal-client.js';
import type { TestSandbox } from './sandbox.js';

/** Sends the head of a submission and the beginning of its body, and waits until the portal has something of it. */
export async function halfSubmitted(
  { directory }: Pick<TestSandbox, 'directory'>,
  { base, token = '' }: PortalClient,
  { key, file, client }: { readonly key: string; readonly file: string; readonly client: string },
): Promise<http.ClientRequest> {
  const digest = createHash('sha256').update(file).digest('base64');
  const request = http.request(`${base}/clients/${client}/salary-declarations?fileName=lohn.xml`, {
    method: 'POST',
    headers: {
      'content-type': 'application/xml',
      'content-length': Buffer.byteLength(file),
      'repr-digest': `sha-256=:${digest}:`,
      'idempotency-key': key,
      authorization: `Bearer ${token}`,
    },
  });
  request.on('error', () => undefined);
  request.write(file.slice(0, 500));
  while (readdirSync(path.join(directory, 'incoming')).length === 0) await setImmediate();
  return request;
}
