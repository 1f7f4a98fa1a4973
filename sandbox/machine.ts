import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';

/** What time it is. Tests bring their own. */
export interface Clock {
  now(): Date;
}

/** Unpredictable bytes. Tests bring predictable ones. */
export interface Random {
  bytes(count: number): Buffer;
}

// The only place where the sandbox asks the machine for time, randomness or patience.
export const systemClock: Clock = { now: () => new Date() };
export const systemRandom: Random = { bytes: (count) => randomBytes(count) };
export const pause = async (milliseconds: number): Promise<void> => {
  await setTimeout(milliseconds);
};
