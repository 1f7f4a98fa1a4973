import type { OtpEnrolment, Profile } from '../../../contract/portal.gen.js';
import { ConnectError } from '../../errors.js';
import { confirmEnrolment, keepingSeed } from '../../operations/enrol-otp.js';
import type { OwnCodes } from '../../operations/own-codes.js';
import { oneTimeCode } from '../../operations/sign-in.js';
import type { LoginContext } from '../../runner/context.js';
import { Secret } from '../../secret.js';
import { seedAccountOf } from '../../session/stored-seed.js';
import { codesOf } from '../auth/login-sources.js';

interface Wishes {
  readonly storeSeed: boolean | undefined;
  readonly otpStdin: boolean | undefined;
}

/** Confirms the enrolment with the code that the app shows, or with one computed here if this computer keeps the seed. */
export async function firstCode(enrolment: OtpEnrolment, wishes: Wishes, context: LoginContext): Promise<Profile> {
  const { portal, login, store, notify } = context;
  const place = { store, account: seedAccountOf(login.address, login.username) };
  const confirm = (code: Secret): Promise<Profile> => confirmEnrolment(portal.me, enrolment, code);
  if (wishes.storeSeed !== true) {
    const profile = await untilRight(wishes, context, confirm);
    if (await store.delete(place.account)) await notify('otp.enrol.seedForgotten');
    return profile;
  }
  const codes = codesOf(new Secret(enrolment.otpauthUri), login.address, context, 'code-invalid');
  const keep = (code: Secret): Promise<Profile> => keepingSeed(place, enrolment, () => confirm(code));
  return untilRight(wishes, context, async (typed) => {
    if (typed.reveal() === '') return ownFirstCode(codes, keep);
    const profile = await keep(typed);
    await codes.spend(typed);
    return profile;
  });
}

/** At a prompt, where each new enrolment would be another picture for the phone. Every try needs another code. */
const tries = 3;

async function untilRight(
  wishes: Wishes,
  { ask, notify }: LoginContext,
  confirm: (code: Secret) => Promise<Profile>,
): Promise<Profile> {
  const rejected = new Set<string>();
  for (let attempt = 1; ; attempt += 1) {
    let code: Secret | undefined;
    try {
      code = await typedCode(wishes, ask);
      if (rejected.has(code.reveal())) throw new ConnectError('code-invalid');
      return await confirm(code);
    } catch (error) {
      const wrong = error instanceof ConnectError && error.code === 'code-invalid';
      if (!wrong || attempt === tries || !ask.possible || wishes.otpStdin === true) throw error;
      if (code !== undefined) rejected.add(code.reveal());
      await notify('otp.enrol.again');
    }
  }
}

/** What a person types; empty where this computer is to find the code itself. */
async function typedCode({ storeSeed, otpStdin }: Wishes, ask: LoginContext['ask']): Promise<Secret> {
  const sources = { stdin: otpStdin, option: '--otp-stdin' };
  if (storeSeed !== true) return oneTimeCode(await ask.secret('otp.enrol.askCode', sources));
  if (otpStdin !== true && !ask.possible) return new Secret('');
  const typed = await ask.secret('otp.enrol.askCodeOrOwn', sources);
  return typed.reveal().trim() === '' ? new Secret('') : oneTimeCode(typed);
}

async function ownFirstCode(codes: OwnCodes, keep: (code: Secret) => Promise<Profile>): Promise<Profile> {
  try {
    return await keep((await codes.take()).code);
  } catch (error) {
    throw codes.named(error);
  }
}
