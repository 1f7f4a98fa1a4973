import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { itWith } from '../support/tools.js';

let office: Office;
beforeAll(async () => {
  office = await openOffice({ tls: true });
});
afterAll(() => office.close());

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => void server.close(resolve));
  return port;
}

/** A server that refuses certificates in the handshake, as many do: OpenSSL's own. */
async function strictServer(version: string): Promise<string> {
  const port = await freePort();
  const files = '-cert server.pem -key server.key -CAfile ca.pem -www -Verify 2 -verify_return_error';
  const child = spawn('openssl', `s_server -accept 127.0.0.1:${port} ${version} ${files}`.split(' '), {
    cwd: path.join(office.sandbox.directory, 'tls'),
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  onTestFinished(() => void child.kill());
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (said) => {
      if (String(said).includes('ACCEPT')) resolve();
    });
  });
  return `https://127.0.0.1:${port}/ak095`;
}

const env = { CONNECT_CLIENT_KEY_PASSPHRASE: 'uebung-macht-meister' };

for (const version of ['-tls1_2', '-tls1_3']) {
  itWith('openssl', `a server that refuses certificates by an alert is understood (${version})`, async () => {
    const portal = await strictServer(version);
    const file = (name: string): string => path.join(office.sandbox.directory, 'tls', `${name}.p12`);
    const untrusted = await office.run(`login ${portal} -u anna.muster --certificate ${file('untrusted')}`, { env });
    expect(untrusted).toMatchObject({ exitCode: 4, stdout: '' });
    expect(untrusted.stderr).toContain(
      `Error: The portal does not accept who issued the certificate in ${file('untrusted')}: O=connect sandbox, CN=another CA\n`,
    );
    // Two years back it was valid for whoever trusts this computer's clock; the server does not.
    const years = 2 * 365 * 86_400_000 - 86_400_000;
    office.sandbox.clock.advance(-years);
    const expired = await office.run(`login ${portal} -u anna.muster --certificate ${file('expired')}`, { env });
    office.sandbox.clock.advance(years);
    expect(expired).toMatchObject({ exitCode: 4, stdout: '' });
    expect(expired.stderr).toContain(
      `Error: The client certificate in ${file('expired')} has expired: it was valid until 20 Nov 2025, 09:00.\n`,
    );
  });
}
