import os from 'node:os';
import path from 'node:path';
import { systemClock } from './platform/clock.js';
import { systemKeychain } from './platform/keychain.js';
import { locksOfUser } from './platform/locks-folder.js';
import { undiciNetwork } from './platform/network.js';
import type { World } from './platform/ports.js';
import { systemProcesses } from './platform/processes.js';
import { inquirerPrompt } from './platform/prompt.js';
import { systemRandom } from './platform/random.js';
import { inputOf, standardOutput } from './platform/streams.js';

/**
 * The world as it is. Streams are opened by use: Node loads a good part of itself for each.
 * @param dist the folder of the built program, where its helper processes stand
 */
export function realWorld(dist: string, interrupted: AbortSignal): World {
  const { env, platform } = process;
  const stdin = once(() => inputOf(process.stdin));
  const stdout = once(() => standardOutput(1, () => process.stdout));
  const stderr = once(() => standardOutput(2, () => process.stderr));
  const prompt = once(() => inquirerPrompt(process.stderr, interrupted));
  return {
    env,
    platform,
    cwd: process.cwd(),
    home: os.homedir(),
    get locks() {
      return locksOfUser();
    },
    program: path.join(dist, '..', 'bin', 'connect.js'),
    get stdin() {
      return stdin();
    },
    get stdout() {
      return stdout();
    },
    get stderr() {
      return stderr();
    },
    get prompt() {
      return prompt();
    },
    clock: systemClock,
    random: systemRandom,
    network: undiciNetwork(env),
    keychain: systemKeychain(path.join(dist, 'keychain-child.js'), env, interrupted),
    processes: systemProcesses(path.join(dist, 'sandbox', 'main.mjs'), env, interrupted),
    interrupted,
  };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
