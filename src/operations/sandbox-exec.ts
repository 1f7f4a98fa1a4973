import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Session } from '../../contract/portal.gen.js';
import type { LoginApi } from '../api/login.js';
import type { Persona } from '../api/sandbox.js';
import { writeUserConfig } from '../config/file.js';
import { portalAddress } from '../config/portal-address.js';
import { ConnectError } from '../errors.js';
import { encryptedFileStore } from '../platform/encrypted-file.js';
import { withoutOurs } from '../platform/environment.js';
import type { DevicePublicKey, Env, Processes, Random } from '../platform/ports.js';
import { newDeviceKey } from '../platform/signing-keys.js';
import { Secret } from '../secret.js';
import { accountOf, storedSession, toSecret } from '../session/stored-session.js';
import { rememberLogin } from './profiles.js';
import { portalOf } from './sandbox.js';
import type { RunningSandbox } from './sandbox.js';

interface Ports {
  readonly processes: Processes;
  readonly random: Random;
  readonly env: Env;
  /** This very program, for the `connect` on the child's PATH. */
  readonly program: string;
  /** Starts a sandbox in a directory, as a child that ends with us. */
  readonly start: (directory: string) => Promise<RunningSandbox>;
  readonly signIn: (login: LoginApi, persona: Persona, deviceKey: DevicePublicKey) => Promise<Session>;
}

/**
 * Runs a command beside a fresh sandbox: private configuration and store, somebody signed in, `connect` on the PATH.
 * Everything is gone afterwards. Secrets reach the child as files that only the user may read, never as variables.
 * @returns the command's exit code
 */
export async function execInSandbox(command: readonly string[], as: string, ports: Ports): Promise<number> {
  const place = await mkdtemp(path.join(os.tmpdir(), 'connect-sandbox-'));
  try {
    const sandbox = await ports.start(path.join(place, 'portal'));
    try {
      const environment = await furnish(place, sandbox, as, ports);
      const [program = '', ...args] = command;
      return (await ports.processes.run(program, args, environment)).exitCode;
    } finally {
      ports.processes.terminate(sandbox.pid);
      await ended(sandbox.pid, ports.processes);
    }
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

async function furnish(place: string, sandbox: RunningSandbox, as: string, ports: Ports): Promise<Env> {
  const persona = await personaNamed(as, sandbox);
  const address = portalAddress(portalOf(sandbox.origin, persona.fund));
  const config = path.join(place, 'config');
  const passphrase = new Secret(Buffer.from(ports.random.bytes(24)).toString('base64url'));
  const [passphraseFile, passwordFile] = await Promise.all([
    secretFile(place, 'passphrase', passphrase.reveal()),
    secretFile(place, 'password', persona.password),
  ]);
  const store = encryptedFileStore(path.join(config, 'state', 'credentials.enc'), () => Promise.resolve(passphrase));
  const key = newDeviceKey(ports.random);
  const session = storedSession(await ports.signIn(sandbox.reach(address).login, persona, key.publicKey), key);
  await store.set(accountOf(address, persona.userName), toSecret(session));
  await writeUserConfig(config, rememberLogin({ profiles: {} }, address, persona.userName, undefined).config);
  return {
    ...withoutOurs(ports.env),
    PATH: `${await shim(place, ports.program)}${path.delimiter}${ports.env['PATH'] ?? ''}`,
    CONNECT_CONFIG_DIR: config,
    CONNECT_CREDENTIAL_STORE: 'file',
    CONNECT_STORE_PASSPHRASE_FILE: passphraseFile,
    CONNECT_PASSWORD_FILE: passwordFile,
    CONNECT_PORTAL: address.href,
    CONNECT_SANDBOX_DIRECTORY: sandbox.directory,
    ...(sandbox.authorityFile !== undefined && { NODE_EXTRA_CA_CERTS: sandbox.authorityFile }),
    ...(ports.env['CONNECT_LANG'] !== undefined && { CONNECT_LANG: ports.env['CONNECT_LANG'] }),
  };
}

/** `user` or `user@fund`. */
async function personaNamed(as: string, sandbox: RunningSandbox): Promise<Persona> {
  const personas = await sandbox.api.personas();
  const found = personas.find(({ userName, fund }) => as === userName || as === `${userName}@${fund}`);
  if (found === undefined) {
    const known = personas.map(({ userName, fund }) => `${userName}@${fund}`).join(', ');
    throw new ConnectError('user-unknown', { user: as, client: 'sandbox', similar: known });
  }
  return found;
}

async function secretFile(place: string, name: string, content: string): Promise<string> {
  const file = path.join(place, name);
  await writeFile(file, `${content}\n`, { mode: 0o600 });
  return file;
}

async function shim(place: string, program: string): Promise<string> {
  const folder = path.join(place, 'bin');
  const file = path.join(folder, 'connect');
  await mkdir(folder);
  await writeFile(file, `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`);
  await chmod(file, 0o700);
  return folder;
}

async function ended(pid: number, processes: Pick<Processes, 'isAlive'>): Promise<void> {
  for (let round = 0; round < 100 && processes.isAlive(pid); round += 1) await sleep(50);
}
