import { ConnectError } from '../errors.js';
import type { ErrorCode } from '../errors.js';
import type { Clock } from '../platform/ports.js';
import { codeOfStep, readSeed, startOf, stepAt } from '../platform/totp.js';
import type { TotpSeed } from '../platform/totp.js';
import { usedSteps } from '../platform/used-steps.js';
import type { UsedSteps } from '../platform/used-steps.js';
import type { Secret } from '../secret.js';

/** A code that no other process of the user has, nor will get. */
export interface OwnCode {
  readonly step: number;
  readonly code: Secret;
}

export interface OwnCodesPorts {
  readonly clock: Clock;
  readonly used: UsedSteps;
  /** Waits for the next step, and tells so. */
  readonly wait: (until: Date) => Promise<void>;
  /** Seconds by which this computer's clock is ahead of the portal's, if that is known. */
  readonly secondsAhead: () => number | undefined;
  /** What a refused code means where the clock is right. */
  readonly refused: 'code-invalid' | 'seed-refused';
}

export interface SeedPorts extends Omit<OwnCodesPorts, 'used'> {
  /** Folder that all processes of the user share. */
  readonly locks: string;
}

/**
 * The codes of a seed at a portal.
 * @throws ConnectError `totp-secret-malformed`
 */
export function codesOfSeed(text: Secret, portal: string, { locks, ...ports }: SeedPorts): OwnCodes {
  const seed = readSeed(text);
  return new OwnCodes(seed, { ...ports, used: usedSteps(locks, seed, portal) });
}

/** A portal takes the codes of the step before and after, too (RFC 6238, section 6): half a minute is no explanation. */
const toleratedSeconds = 30;

/** The codes that this computer computes from a seed: one a time step, for all processes of the user. */
export class OwnCodes {
  readonly #seed: TotpSeed;
  readonly #ports: OwnCodesPorts;

  constructor(seed: TotpSeed, ports: OwnCodesPorts) {
    this.#seed = seed;
    this.#ports = ports;
  }

  /** The code of the first time step that nobody has taken, as soon as that step has come. */
  async take(): Promise<OwnCode> {
    const { used, wait } = this.#ports;
    for (;;) {
      const step = this.#now();
      if (await used.take(step)) return { step, code: await codeOfStep(this.#seed, step) };
      await wait(startOf(this.#seed, step + 1));
    }
  }

  /** For a code that was never sent: the next login need not wait for another. */
  async giveBack({ step }: OwnCode): Promise<void> {
    await this.#ports.used.giveBack(step);
  }

  /** The same code, or another if its time has gone by while the portal looked at the password. */
  async stillGood(own: OwnCode): Promise<OwnCode> {
    return this.#now() - own.step <= 1 ? own : this.take();
  }

  /** Takes the step of a code that somebody typed, since it has been sent. */
  async spend(typed: Secret): Promise<void> {
    const now = this.#now();
    for (const step of [now - 1, now, now + 1]) {
      const code = await codeOfStep(this.#seed, step);
      if (code.reveal() === typed.reveal()) await this.#ports.used.take(step);
    }
  }

  /** A refusal with its likely cause: a clock that is wrong, which only matters where the code was computed. */
  named(error: unknown): unknown {
    if (!(error instanceof ConnectError) || error.code !== 'code-invalid') return error;
    const ahead = this.#ports.secondsAhead() ?? 0;
    const cause: ErrorCode = ahead > 0 ? 'clock-ahead' : 'clock-behind';
    const code = Math.abs(ahead) > toleratedSeconds ? cause : this.#ports.refused;
    const { params, requestId } = error;
    return new ConnectError(code, { ...params, seconds: Math.abs(ahead) }, { cause: error, requestId });
  }

  #now(): number {
    return stepAt(this.#seed, this.#ports.clock.now());
  }
}
