import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { RegistrationFactor } from '../../contract/portal.gen.js';
import type { Answers } from './answers.js';
import { answeredLate } from './late-answers.js';
import type { Office } from './office.js';
import { piped } from './printed.js';

/** Who registers for Gasthof Sonnenberg AG, which has an access code in a letter from the beginning. */
export const rita = {
  email: 'rita@gasthof-sonnenberg.example',
  firstName: 'Rita',
  lastName: 'Wirth',
  userName: 'rita.wirth',
} as const;

export const ritasPassword = 'a pass phrase of her own';

export const asRita = [
  ...['--email', rita.email, '--first-name', rita.firstName, '--last-name', rita.lastName],
  ...['--user-name', rita.userName],
] as const;

/** The code in the letter that went to the client; the last one if there are several. */
export function codeInLetter({ sandbox }: Office, client = '20002.00'): string {
  return sandbox.outbox({ kind: 'letter' }).findLast((letter) => letter.client === client)?.code ?? '';
}

/** The activation code of the last e-mail. */
export function codeInMail({ sandbox }: Office): string {
  return sandbox.outbox({ kind: 'email' }).at(-1)?.code ?? '';
}

export function codeInSms({ sandbox }: Office): string {
  return sandbox.outbox({ kind: 'sms' }).at(-1)?.code ?? '';
}

/** The seed that the portal has handed out last, as an app has read it from the picture. */
export function seedOf({ sandbox }: Office): string {
  const activated = sandbox.exchanges.findLast(({ url, status }) => url.endsWith('/activation') && status === 200);
  return (JSON.parse(String(activated?.responseBody)) as RegistrationFactor).enrolment?.secret ?? '';
}

type Answer = Answers[number];

/** What a person at the terminal answers, each question in its turn. */
export function answersOfRita(office: Office) {
  return {
    accessCode: ['Access code from the letter', codeInLetter(office)],
    person: [
      ['E-mail address', rita.email],
      ['First name', rita.firstName],
      ['Last name', rita.lastName],
      ['User name', rita.userName],
    ],
    activationCode: answeredLate('Activation code from the e-mail', () => codeInMail(office)),
    password: [
      ['New password', ritasPassword],
      ['New password, once more', ritasPassword],
    ],
    codeOfApp: answeredLate('Code that the app shows', () => office.sandbox.codeFor(seedOf(office))),
    codeOfSms: answeredLate('Code from the SMS', () => codeInSms(office)),
  } as const satisfies Readonly<Record<string, Answer | readonly Answer[]>>;
}

/** What a registration shows of itself in a pipe. */
export function shownRegistration(portal: string, { state = 'complete', method = 'otp', until = '' } = {}): string {
  return piped([
    ['portal', portal],
    ['username', rita.userName],
    ['email', rita.email],
    ['client', '20002.00'],
    ['state', state],
    ['method', method],
    ['expiresAt', until],
  ]);
}

/** A day after the sandbox's clock. */
export const tomorrow = '2026-11-21T09:00:00+01:00';

/** What is said on the way. */
export const said = {
  will: (portal: string) => `Register ${rita.userName} (${rita.email}) at ${portal} with an access code.\n`,
  goOn: 'Go on with the registration of rita.wirth for Gasthof Sonnenberg AG, begun at 20 Nov 2026, 09:00.\n',
  mail:
    `An e-mail with an activation code was sent to ${rita.email}. ` +
    'If it does not come, the address may be mistyped: --restart begins anew.\n',
  rules: 'The new password needs at least 12 characters and must not contain the user name.\n',
  sms: 'A code was sent by SMS to +41 79 *** ** 99.\n',
  goesOn: (portal: string) =>
    `The registration goes on from here until 21 Nov 2026, 09:00 with: connect register ${portal}\n`,
  next: (portal: string) =>
    `rita.wirth is an administrator of Gasthof Sonnenberg AG now. ` +
    `Next: connect login ${portal} --username rita.wirth\n`,
} as const;

/** The three steps without a terminal, each with the code that has come meanwhile. */
export function stepsOfRita(office: Office) {
  const run: Office['run'] = (line, circumstances) => office.run(line, circumstances);
  const factor = ['--activation-code-stdin', '--password-stdin', '--mobile', '+41791234599'];
  return {
    begin: (code = codeInLetter(office), ...more: readonly string[]) =>
      run(['register', office.sandbox.portal(), ...asRita, '--access-code-stdin', '-q', ...more], {
        stdin: `${code}\n`,
      }),
    activate: (code = codeInMail(office), ...more: readonly string[]) =>
      run(['register', ...factor, '-q', ...more], { stdin: `${code}\n${ritasPassword}\n` }),
    finish: (code = codeInSms(office), ...more: readonly string[]) =>
      run(['register', '--otp-stdin', '-q', ...more], { stdin: `${code}\n` }),
  };
}

const folderOf = ({ desk }: Office) => path.join(desk.home, '.local/state/connect/registrations');

/** The registrations that the program remembers as unfinished. */
export async function remembered(office: Office): Promise<readonly Record<string, unknown>[]> {
  return Object.values(await filesOf(office)).map((text) => JSON.parse(text) as Record<string, unknown>);
}

/** Does something elsewhere: afterwards this desk remembers what it did before. */
export async function elsewhere(office: Office, work: () => Promise<unknown>): Promise<void> {
  const before = await filesOf(office);
  await work();
  await mkdir(folderOf(office), { recursive: true });
  for (const [name, text] of Object.entries(before)) await writeFile(path.join(folderOf(office), name), text);
}

/** Makes what is remembered unreadable. */
export async function damageMemory(office: Office): Promise<void> {
  for (const name of Object.keys(await filesOf(office)))
    await writeFile(path.join(folderOf(office), name), '{"version":1');
}

async function filesOf(office: Office): Promise<Readonly<Record<string, string>>> {
  const names = await readdir(folderOf(office)).catch(() => []);
  const texts = names.map(async (name) => [name, await readFile(path.join(folderOf(office), name), 'utf8')] as const);
  return Object.fromEntries(await Promise.all(texts));
}
