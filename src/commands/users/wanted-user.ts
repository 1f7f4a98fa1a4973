import { themeValues } from '../../../contract/portal.gen.js';
import type { Client, Language, Theme, User } from '../../../contract/portal.gen.js';
import { ConnectError } from '../../errors.js';
import type { WantedUser } from '../../operations/change-user.js';
import { fullName } from '../../operations/users.js';
import type { Ask } from '../../runner/ask.js';

export interface EditInput {
  readonly email: string | undefined;
  readonly userName: string | undefined;
  readonly firstName: string | undefined;
  readonly lastName: string | undefined;
  readonly language: Language | undefined;
  readonly mobile: string | undefined;
  readonly lockedUntil: string | undefined;
  readonly administrator: boolean | undefined;
  readonly theme: readonly Theme[] | undefined;
  readonly grant: readonly Theme[] | undefined;
  readonly revoke: readonly Theme[] | undefined;
}

/**
 * What the options want a user to be.
 * @throws ConnectError `option-invalid` for a lock that would be over, and those of the themes
 */
export async function wantedUser(
  input: EditInput,
  user: User,
  client: Client,
  ask: Ask,
  now: Date,
): Promise<WantedUser> {
  const { email, userName, firstName, lastName, language, mobile, lockedUntil, administrator } = input;
  if (lockedUntil !== undefined && lockedUntil !== 'none' && !(Date.parse(lockedUntil) > now.getTime())) {
    const expected = ask.translate('users.edit.timeToCome');
    throw new ConnectError('option-invalid', { option: '--locked-until', value: lockedUntil, expected });
  }
  const permissions = await wantedThemes(input, user, client, ask);
  return {
    ...(firstName !== undefined && { firstName }),
    ...(lastName !== undefined && { lastName }),
    ...(email !== undefined && { email }),
    ...(userName !== undefined && { userName }),
    ...(language !== undefined && { language }),
    ...(mobile !== undefined && { mobileNumber: mobile.replaceAll(' ', '') }),
    ...(lockedUntil !== undefined && { lockedUntil: lockedUntil === 'none' ? null : lockedUntil }),
    ...(administrator !== undefined && { administrator }),
    ...(permissions !== undefined && { permissions }),
  };
}

/**
 * The themes that somebody is to have. An administrator has all of them, so whoever ceases to be one must be given some:
 * what had been chosen before nobody sees any more.
 * @throws ConnectError `options-conflict`, `administrator-has-all-themes`, `prompt-impossible`
 */
async function wantedThemes(
  { administrator, theme, grant, revoke }: EditInput,
  user: User,
  client: Client,
  ask: Ask,
): Promise<readonly Theme[] | undefined> {
  const single = grant !== undefined || revoke !== undefined;
  if (theme !== undefined && single)
    throw new ConnectError('options-conflict', { options: '--theme, --grant, --revoke' });
  const isNamed = theme !== undefined || single;
  if (administrator === true && isNamed)
    throw new ConnectError('options-conflict', { options: '--administrator, --theme, --grant, --revoke' });
  if (user.administrator && administrator === undefined && isNamed)
    throw new ConnectError('administrator-has-all-themes', { user: fullName(user) });
  if (theme !== undefined) return inOrder(theme);
  if (single) return inOrder([...user.permissions, ...(grant ?? [])].filter((one) => revoke?.includes(one) !== true));
  if (!user.administrator || administrator !== false) return undefined;
  const choices = client.themes.map((one) => ({ value: one, name: ask.translate(`theme.${one}`) }));
  const chosen = await ask.chooseSeveral('users.new.askThemes', '--theme', choices);
  return inOrder(chosen);
}

/** Each once, as the contract lists them. */
const inOrder = (themes: readonly string[]): readonly Theme[] => themeValues.filter((theme) => themes.includes(theme));
