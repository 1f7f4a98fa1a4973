import path from 'node:path';
import type { Signer, Wire } from '../api/wire.js';
import type { ClientCertificate, World } from '../platform/ports.js';
import type { Keeper } from '../session/keeper.js';
import { signerOf } from '../session/signer.js';
import type { Ask } from './ask.js';
import { keyPassphrase } from './passphrase.js';

/** What signs the requests of a session: its key, wherever that is. */
export function sessionSigner(keeper: Keeper, wire: Pick<Wire, 'clockCheck'>, world: World, ask: Ask): Signer {
  const { clock, random } = world;
  return signerOf(keeper, {
    clock,
    random,
    secondsAhead: () => wire.clockCheck?.secondsAhead,
    certificate: () => namedCertificate(world, ask),
  });
}

async function namedCertificate({ env, cwd }: World, ask: Ask): Promise<ClientCertificate | undefined> {
  const [certificate, key] = [env['CONNECT_CLIENT_CERT'] ?? '', env['CONNECT_CLIENT_KEY'] ?? ''];
  if (certificate === '') return undefined;
  const files = { certificate: path.resolve(cwd, certificate), key: key === '' ? undefined : path.resolve(cwd, key) };
  const { readClientCertificate } = await import('../platform/client-certificate.js');
  return readClientCertificate(files, keyPassphrase(ask));
}
