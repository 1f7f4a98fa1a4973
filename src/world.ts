import os from 'node:os';
import path from 'node:path';
import { systemClock } from './platform/clock.js';
import { systemKeychain } from './platform/keychain.js';
import { undiciNetwork } from './platform/network.js';
import type { World } from './platform/ports.js';
import { systemProcesses } from './platform/processes.js';
import { inquirerPrompt } from './platform/prompt.js';
import { systemRandom } from './platform/random.js';
import { inputOf, outputOf } from './platform/streams.js';

/** The world as it is. @param dist the folder of the built program, where its helper processes stand */
export function realWorld(dist: string, interrupted: AbortSignal): World {
  const { env, stdin, stdout, stderr, platform } = process;
  return {
    env,
    platform,
    cwd: process.cwd(),
    home: os.homedir(),
    program: path.join(dist, '..', 'bin', 'connect.js'),
    stdin: inputOf(stdin),
    stdout: outputOf(stdout),
    stderr: outputOf(stderr),
    clock: systemClock,
    random: systemRandom,
    prompt: inquirerPrompt(stderr),
    network: undiciNetwork(env),
    keychain: systemKeychain(path.join(dist, 'keychain-child.js'), env),
    processes: systemProcesses(path.join(dist, 'sandbox', 'main.mjs'), env),
    interrupted,
  };
}
