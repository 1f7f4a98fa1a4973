import type { Settings } from '../../config/settings.js';
import { ConnectError } from '../../errors.js';
import { codeOfStep, readSeed, startOf, stepAt } from '../../platform/totp.js';
import { usedSteps } from '../../platform/used-steps.js';
import type { Context } from '../../runner/context.js';
import type { Secret } from '../../secret.js';
import { seedAccountOf } from '../../session/stored-seed.js';
import { seedInEnvironment } from '../auth/login-sources.js';
import { show } from '../define.js';

interface CurrentCode {
  readonly code: string;
  readonly secondsLeft: number;
  /** Whether a login of this computer has sent it. */
  readonly used: boolean;
}

/**
 * For a person who logs in somewhere else. Showing a code does not spend it: it may be shown twice, and a login that
 * comes between is told `code-used` by the portal and takes the next one.
 */
export const showCode = show({
  name: 'code',
  summary: 'otp.code.summary',
  details: 'otp.code.details',
  examples: ['connect otp code', 'connect otp code -o json', 'CONNECT_TOTP_SECRET_FILE=seed connect otp code'],
  acts: 'nothing',
  args: {},
  options: {},
  run: async (_input, context): Promise<CurrentCode> => {
    const { world, settings, notify } = context;
    const seed = readSeed(await seedText(context));
    const now = world.clock.now();
    const step = stepAt(seed, now);
    const used = await usedSteps(world.locks, seed, settings.portal.value?.href ?? '').isTaken(step);
    const secondsLeft = Math.ceil((startOf(seed, step + 1).getTime() - now.getTime()) / 1000);
    if (used) await notify('otp.code.used', { seconds: secondsLeft });
    return { code: (await codeOfStep(seed, step)).reveal(), secondsLeft, used };
  },
  fields: [
    { key: 'code', title: 'otp.code.code', tone: () => 'strong' },
    { key: 'secondsLeft', title: 'otp.code.secondsLeft' },
    { key: 'used', title: 'otp.code.usedTitle', text: ({ used }, tell) => tell.yesNo(used) },
  ],
});

async function seedText({ ask, store, settings }: Context): Promise<Secret> {
  const given = await ask.given(seedInEnvironment);
  if (given !== undefined) return given;
  const account = accountOf(settings);
  const stored = account === undefined ? undefined : await store.get(account);
  if (stored === undefined) throw new ConnectError('seed-missing', { username: settings.username.value ?? '-' });
  return stored;
}

function accountOf({ portal, username }: Settings): string | undefined {
  if (portal.value === undefined || username.value === undefined) return undefined;
  return seedAccountOf(portal.value, username.value);
}
