import { languageValues, themeValues } from '../../../contract/portal.gen.js';
import type { Client, Language, NewUser, Theme, UserKind } from '../../../contract/portal.gen.js';
import { ConnectError } from '../../errors.js';
import type { Ask } from '../../runner/ask.js';

export interface NewUserInput {
  readonly email: string | undefined;
  readonly userName: string | undefined;
  readonly firstName: string | undefined;
  readonly lastName: string | undefined;
  readonly language: Language | undefined;
  readonly mobile: string | undefined;
  readonly administrator: boolean | undefined;
  readonly theme: readonly Theme[] | undefined;
  readonly kind: UserKind | undefined;
}

/** Fills in by questions what the command line left open, in the order of the portal's form. */
export async function askNewUser(
  input: NewUserInput,
  client: Client,
  ask: Ask,
): Promise<Omit<NewUser, 'confirmPassword'>> {
  if (input.administrator === true && input.theme !== undefined) {
    throw new ConnectError('options-conflict', { options: '--administrator, --theme' });
  }
  const email =
    input.email ?? (await ask.text('users.new.askEmail', '--email', { check: isEmail, expected: 'name@example.ch' }));
  const firstName = input.firstName ?? (await ask.text('users.new.askFirstName', '--first-name'));
  const lastName = input.lastName ?? (await ask.text('users.new.askLastName', '--last-name'));
  const language = input.language ?? (await askLanguage(client, ask));
  const mobile =
    input.mobile ?? (await ask.text('users.new.askMobile', '--mobile', { check: isMobile, expected: '+41791234512' }));
  const administrator = input.administrator ?? (input.theme === undefined && (await askAdministrator(ask)));
  const permissions = administrator ? client.themes : (input.theme ?? (await askThemes(client, ask)));
  return {
    email,
    ...(input.userName !== undefined && { userName: input.userName }),
    firstName,
    lastName,
    language,
    mobileNumber: mobile.replaceAll(' ', ''),
    kind: input.kind ?? 'employee',
    administrator,
    permissions: [...new Set(permissions)],
  };
}

async function askLanguage(client: Client, ask: Ask): Promise<Language> {
  const own = languageValues.filter((language) => language === client.language);
  const others = languageValues.filter((language) => language !== client.language);
  const choices = [...own, ...others].map((language) => ({ value: language, name: language }));
  return oneOf(languageValues, await ask.choose('users.new.askLanguage', '--language', choices));
}

async function askAdministrator(ask: Ask): Promise<boolean> {
  return ask.confirm('users.new.askAdministrator', '--administrator, --theme');
}

async function askThemes(client: Client, ask: Ask): Promise<readonly Theme[]> {
  const choices = client.themes.map((theme) => ({ value: theme, name: ask.translate(`theme.${theme}`) }));
  const chosen = await ask.chooseSeveral('users.new.askThemes', '--theme', choices);
  return chosen.map((theme) => oneOf(themeValues, theme));
}

function oneOf<T extends string>(values: readonly T[], chosen: string): T {
  const found = values.find((value) => value === chosen);
  if (found === undefined) throw new Error(`not offered: ${chosen}`);
  return found;
}

const isEmail = (answer: string): boolean => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(answer);
const isMobile = (answer: string): boolean => /^\+[1-9]\d{7,14}$/.test(answer.replaceAll(' ', ''));
