import { ConnectError } from '../errors.js';
import type { ErrorCode } from '../errors.js';
import { Secret } from '../secret.js';
import { withoutOurs } from './environment.js';
import type { Env, Keychain } from './ports.js';

const service = 'connect-portal-cli';
/** For the keychain, from the moment it is asked. */
const patienceMs = 2500;
/** On a busy computer everything takes longer: a keychain may take so many times as long as the start of its process. */
const patienceInStarts = 5;
const longestStartMs = 30_000;

/** The keychain of the operating system, each call in a process that is killed if it does not answer in time. */
export function systemKeychain(childFile: string, env: Env, interrupted: AbortSignal): Keychain {
  const call = async (request: object): Promise<unknown> => {
    const answer = await runChild(childFile, env, interrupted, JSON.stringify({ service, ...request }));
    if (typeof answer.error === 'string') throw keychainError(answer.error);
    return answer.value;
  };
  return {
    async get(account) {
      const value = await call({ action: 'get', account });
      return typeof value === 'string' ? new Secret(value) : undefined;
    },
    async set(account, secret) {
      await call({ action: 'set', account, secret: secret.reveal() });
    },
    delete: async (account) => (await call({ action: 'delete', account })) === true,
  };
}

async function runChild(
  file: string,
  env: Env,
  interrupted: AbortSignal,
  request: string,
): Promise<{ value?: unknown; error?: unknown }> {
  const [{ spawn }, { text }] = await Promise.all([import('node:child_process'), import('node:stream/consumers')]);
  const child = spawn(process.execPath, [file], {
    env: withoutOurs(env),
    stdio: ['pipe', 'pipe', 'ignore'],
    // SIGTERM is not enough: the process sits in a native call.
    timeout: longestStartMs,
    killSignal: 'SIGKILL',
    signal: interrupted,
    windowsHide: true,
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve, reject) => {
    child.once('error', reject).once('close', (_code, signal) => resolve(signal));
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(request);
  const begun = performance.now();
  let patience: NodeJS.Timeout | undefined;
  // The child's first word is that it asks now.
  child.stdout.once('data', () => {
    const ms = Math.max(patienceMs, patienceInStarts * (performance.now() - begun));
    patience = setTimeout(() => child.kill('SIGKILL'), ms);
  });
  const [answer, signal] = await Promise.all([text(child.stdout), ended]).finally(() => clearTimeout(patience));
  if (signal === 'SIGKILL') throw new ConnectError('store-silent', { seconds: patienceMs / 1000 });
  try {
    return JSON.parse(answer) as { value?: unknown; error?: unknown };
  } catch (error) {
    throw new ConnectError(
      'store-absent',
      { reason: `keychain process ended with ${String(signal)}` },
      { cause: error },
    );
  }
}

const kinds: readonly (readonly [RegExp, ErrorCode])[] = [
  [/locked|dismissed|interaction is not allowed/i, 'store-locked'],
  [/denied|not permitted|canceled|cancelled/i, 'store-denied'],
];

/** The library gives texts only; what is neither locked nor denied can't be reached at all. */
function keychainError(message: string): ConnectError {
  const code = kinds.find(([pattern]) => pattern.test(message))?.[1] ?? 'store-absent';
  return new ConnectError(code, { reason: message });
}
