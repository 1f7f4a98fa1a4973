import type { OtpEnrolment, Profile } from '../../contract/portal.gen.js';
import type { MeApi } from '../api/me.js';
import { ConnectError, exitCodes } from '../errors.js';
import type { ErrorCode, ExitCode } from '../errors.js';
import type { CredentialStore } from '../platform/ports.js';
import { Secret } from '../secret.js';

/** The place of a login's seed in the credential store. */
export interface SeedPlace {
  readonly store: Pick<CredentialStore, 'get' | 'set' | 'delete'>;
  readonly account: string;
}

/**
 * Confirms an enrolment with its first code. A code whose answer was lost is sent once more: an enrolment that the portal
 * has forgotten by then was confirmed by it.
 * @throws ConnectError `code-invalid`, `enrolment-expired`, `outcome-unknown`, …
 */
export async function confirmEnrolment(me: MeApi, { id }: OtpEnrolment, code: Secret): Promise<Profile> {
  try {
    return await me.confirmOtp(id, code);
  } catch (error) {
    if (!isError(error, 'outcome-unknown')) throw error;
    return me.confirmOtp(id, code).catch((second: unknown) => {
      if (isError(second, 'not-found')) return me.get();
      throw error;
    });
  }
}

/**
 * Keeps the seed while `confirm` runs and afterwards. It is stored first: a portal that has accepted an app which nobody
 * has any more would have locked its user out. If the portal refuses, what was there before is there again.
 */
export async function keepingSeed<T>(
  { store, account }: SeedPlace,
  { otpauthUri }: OtpEnrolment,
  confirm: () => Promise<T>,
): Promise<T> {
  const before = await store.get(account);
  await store.set(account, new Secret(otpauthUri));
  try {
    return await confirm();
  } catch (error) {
    if (isDecided(error)) await (before === undefined ? store.delete(account) : store.set(account, before));
    throw error;
  }
}

function isDecided(error: unknown): boolean {
  const open: readonly ExitCode[] = [exitCodes.outcomeUnknown, exitCodes.interrupted];
  return error instanceof ConnectError && !open.includes(error.exitCode);
}

function isError(error: unknown, code: ErrorCode): boolean {
  return error instanceof ConnectError && error.code === code;
}
