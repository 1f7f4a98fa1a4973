import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { writeAtomically } from './files.js';
import { withLock } from './lock.js';
import type { TotpSeed } from './totp.js';

/** Which time steps of a seed have been spent at one portal, by any process of the user. */
export interface UsedSteps {
  isTaken(step: number): Promise<boolean>;
  /** False if somebody has it already. Written down before a code is sent: whoever dies afterwards sent it, perhaps. */
  take(step: number): Promise<boolean>;
  /** For a code that was never sent. */
  giveBack(step: number): Promise<void>;
}

/** Old steps can't come back, except on a clock that was wrong; a day of one login a minute is plenty. */
const remembered = 1440;

/**
 * A small file a seed and portal, below a folder that all processes of the user agree on. Its name is a keyed digest: it
 * tells nothing of the seed, and the same seed at another portal is another one.
 * @throws ConnectError `store-busy`, `store-denied`
 */
export function usedSteps(folder: string, { secret }: Pick<TotpSeed, 'secret'>, portal: string): UsedSteps {
  const digest = createHmac('sha256', secret.reveal()).update(`connect used steps ${portal}`).digest('hex');
  const place = path.join(folder, digest.slice(0, 32));
  const change = <T>(work: (steps: readonly number[]) => Promise<T>): Promise<T> =>
    withLock(`${place}.lock`, async () => work(await stepsIn(`${place}.steps`)));
  const keep = (steps: readonly number[]): Promise<void> =>
    writeAtomically(`${place}.steps`, `${JSON.stringify(steps.slice(-remembered))}\n`);
  return {
    isTaken: async (step) => (await stepsIn(`${place}.steps`)).includes(step),
    take: (step) =>
      change(async (steps) => {
        if (steps.includes(step)) return false;
        await keep([...steps, step]);
        return true;
      }),
    giveBack: (step) => change((steps) => keep(steps.filter((one) => one !== step))),
  };
}

/** None if there is no such file, or one that is not ours. */
async function stepsIn(file: string): Promise<readonly number[]> {
  try {
    const steps: unknown = JSON.parse(await readFile(file, 'utf8'));
    return Array.isArray(steps) ? steps.filter((step): step is number => Number.isInteger(step)) : [];
  } catch {
    return [];
  }
}
