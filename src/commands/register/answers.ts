import type { Factor } from '../../api/registrations.js';
import { ConnectError } from '../../errors.js';
import type { RegistrationAnswers } from '../../operations/register.js';
import type { Context } from '../../runner/context.js';
import { askNewPassword } from '../ask-new-password.js';
import { showSeed } from '../show-seed.js';

export interface AnswersInput {
  readonly method: Factor['method'] | undefined;
  readonly mobile: string | undefined;
  readonly activationCodeStdin: boolean | undefined;
  readonly passwordStdin: boolean | undefined;
  readonly passwordFile: string | undefined;
  readonly otpStdin: boolean | undefined;
  readonly showSecret: boolean | undefined;
}

export const mobileForm = /^\+[1-9]\d{7,14}$/;

/** Where the answers of a registration come from: options, lines of stdin, or whoever sits at the terminal. */
export function answersOf(input: AnswersInput, username: string, context: Context): RegistrationAnswers {
  const { ask, notify } = context;
  const { activationCodeStdin, passwordStdin, passwordFile, otpStdin } = input;
  return {
    activationCode: async () => {
      if (activationCodeStdin !== true && !ask.possible) return undefined;
      const sources = { stdin: activationCodeStdin, option: '--activation-code-stdin' };
      return ask.secret('login.askActivationCode', sources);
    },
    password: () => {
      const sources = {
        stdin: passwordStdin,
        file: passwordFile,
        option: '--password-stdin',
        variable: 'CONNECT_PASSWORD',
      };
      return askNewPassword(username, sources, 'login.passwordRules', context);
    },
    factor: () => factor(input, context),
    anew: async (method) => {
      if (activationCodeStdin === true || input.method !== undefined || input.mobile !== undefined) return true;
      if (otpStdin === true || !ask.possible) return false;
      const choices = [
        { value: 'code', name: ask.translate(`register.haveCode.${method}`) },
        { value: 'anew', name: ask.translate('register.setUpAnew') },
      ];
      return (await ask.choose('register.askFactorOrCode', '--otp-stdin', choices)) === 'anew';
    },
    scan: (enrolment) => showSeed(enrolment, input, context),
    smsSent: (maskedNumber) => notify('login.smsSent', { maskedNumber }),
    code: async (method) => {
      if (otpStdin !== true && !ask.possible) return undefined;
      const question = method === 'otp' ? 'otp.enrol.askCode' : 'login.askSmsCode';
      return ask.secret(question, { stdin: otpStdin, option: '--otp-stdin' });
    },
  };
}

async function factor(input: AnswersInput, { ask, world }: Context): Promise<Factor> {
  const method = input.method ?? (input.mobile === undefined ? await askMethod(ask) : 'sms');
  if (method === 'otp') {
    if (input.mobile !== undefined) throw new ConnectError('options-conflict', { options: '--method otp, --mobile' });
    // Without a screen for the picture nobody could know the code that is asked for next.
    if (!world.stderr.isTTY && input.showSecret !== true)
      throw new ConnectError('option-missing', { option: '--show-secret' });
    return { method };
  }
  const check = (answer: string): boolean => mobileForm.test(withoutSpaces(answer));
  const mobile =
    input.mobile ?? (await ask.text('users.new.askMobile', '--mobile', { check, expected: '+41791234512' }));
  return { method, mobileNumber: withoutSpaces(mobile) };
}

async function askMethod(ask: Context['ask']): Promise<Factor['method']> {
  const choices = (['otp', 'sms'] as const).map((value) => ({ value, name: ask.translate(`method.${value}`) }));
  return (await ask.choose('register.askMethod', '--method', choices)) === 'sms' ? 'sms' : 'otp';
}

const withoutSpaces = (number: string): string => number.replaceAll(' ', '');
