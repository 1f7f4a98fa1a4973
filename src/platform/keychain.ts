import type { ConnectError } from '../errors.js';
import { Secret } from '../secret.js';
import { withoutOurs } from './environment.js';
import type { Env, Keychain } from './ports.js';

const service = 'connect-portal-cli';
/** For the keychain, from the moment it is asked. */
const patienceMs = 2500;
/** On a busy computer everything takes longer: a keychain may take so many times as long as the start of its process. */
const patienceInStarts = 5;
const longestStartMs = 30_000;

/**
 * The keychain of the operating system, each call in a process that is killed if it does not answer in time. One that has
 * been silent once is not asked again: nobody should wait for the same silence at every step of a command.
 */
export function systemKeychain(childFile: string, env: Env, interrupted: AbortSignal): Keychain {
  let silence: ConnectError | undefined;
  const call = async (request: object): Promise<unknown> => {
    if (silence !== undefined) throw silence;
    const answer = await runChild(childFile, env, interrupted, JSON.stringify({ service, ...request }));
    if (answer !== undefined && typeof answer.error !== 'string') return answer.value;
    const { keychainFault, silent } = await import('./keychain-fault.js');
    const fault = answer === undefined ? silent(patienceMs) : keychainFault(String(answer.error));
    if (fault.code === 'store-silent') silence = fault;
    throw fault;
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

interface Answer {
  readonly value?: unknown;
  readonly error?: unknown;
}

/** What the child says, or nothing if it had to be killed. */
async function runChild(
  file: string,
  env: Env,
  interrupted: AbortSignal,
  request: string,
): Promise<Answer | undefined> {
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
  if (signal === 'SIGKILL') return undefined;
  try {
    return JSON.parse(answer) as Answer;
  } catch {
    return { error: `keychain process ended with ${String(signal)}` };
  }
}
