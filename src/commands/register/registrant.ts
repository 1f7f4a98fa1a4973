import type { Language } from '../../../contract/portal.gen.js';
import type { Registrant } from '../../api/registrations.js';
import { ConnectError } from '../../errors.js';
import type { UnfinishedRegistration } from '../../operations/unfinished-registrations.js';
import type { Context } from '../../runner/context.js';

export interface RegistrantInput {
  readonly email: string | undefined;
  readonly firstName: string | undefined;
  readonly lastName: string | undefined;
  readonly userName: string | undefined;
  readonly language: Language | undefined;
}

export const emailForm = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;

/**
 * Fills in by questions what the command line left open.
 * @param before what was said for a registration that came to nothing; offered as answers
 */
export async function askRegistrant(
  input: RegistrantInput,
  before: Partial<Registrant>,
  { ask, settings }: Context,
): Promise<Registrant> {
  const initially = (initial: string | undefined) => (initial === undefined ? {} : { initial });
  const isEmail = (answer: string): boolean => emailForm.test(answer);
  const expectEmail = { ...initially(before.email), check: isEmail, expected: 'name@example.ch' };
  const email = input.email ?? (await ask.text('users.new.askEmail', '--email', expectEmail));
  const firstName =
    input.firstName ?? (await ask.text('users.new.askFirstName', '--first-name', initially(before.firstName)));
  const lastName =
    input.lastName ?? (await ask.text('users.new.askLastName', '--last-name', initially(before.lastName)));
  const userName = input.userName ?? (await askUserName(before.userName ?? email, email, ask));
  return { email, firstName, lastName, userName, language: input.language ?? settings.lang.value };
}

/** People change theirs; where nobody is asked it is the e-mail address. */
async function askUserName(initial: string, email: string, ask: Context['ask']): Promise<string> {
  if (!ask.possible) return email;
  const check = (answer: string): boolean => /^\S{1,254}$/.test(answer);
  return ask.text('login.askUsername', '--user-name', { initial, check, expected: 'anna.muster' });
}

/** Whether nothing that was said on the command line speaks of another person. */
export function isSame(
  { email, firstName, lastName, userName, language }: RegistrantInput,
  { registrant }: UnfinishedRegistration,
): boolean {
  const said = { email, firstName, lastName, userName, language };
  return Object.entries(said).every(
    ([name, value]) => value === undefined || value === registrant[name as keyof Registrant],
  );
}

/**
 * Makes sure that nobody goes on with the registration of another person.
 * @throws ConnectError `registration-unfinished`
 */
export function checkSame(input: RegistrantInput, unfinished: UnfinishedRegistration): void {
  if (isSame(input, unfinished)) return;
  const { registrant, begunAt: at, portal } = unfinished;
  throw new ConnectError('registration-unfinished', { user: registrant.userName, email: registrant.email, at, portal });
}
