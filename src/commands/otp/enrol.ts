import type { OtpEnrolment, Profile } from '../../../contract/portal.gen.js';
import { ConnectError } from '../../errors.js';
import { qrCode } from '../../platform/qr.js';
import type { LoginContext } from '../../runner/context.js';
import { write } from '../define.js';
import { methodNames } from '../users/columns.js';
import { flag, text } from '../options.js';

export const enrolOtp = write({
  name: 'enrol',
  summary: 'otp.enrol.summary',
  details: 'otp.enrol.details',
  examples: ['connect otp enrol', 'connect otp enrol --show-secret'],
  acts: 'login',
  args: {},
  options: {
    showSecret: flag('--show-secret', 'otp.enrol.showSecret'),
    passwordStdin: flag('--password-stdin', 'users.new.passwordStdin'),
    passwordFile: text('--password-file <file>', 'users.new.passwordFile'),
    otpStdin: flag('--otp-stdin', 'login.otpStdin'),
  },
  prepare: ({ showSecret, passwordStdin: stdin, passwordFile: file, otpStdin }, context) => {
    const { login, portal, ask, world } = context;
    const params = { username: login.username };
    // Without a screen for the picture nobody could know the code that is asked for next.
    if (!world.stderr.isTTY && showSecret !== true)
      throw new ConnectError('option-missing', { option: '--show-secret' });
    return Promise.resolve({
      summary: 'otp.enrol.will',
      params,
      request: { method: 'POST', path: '/me/otp' },
      consent: {
        kind: 'password',
        question: 'login.askPassword',
        sources: { stdin, file, option: '--password-stdin', variable: 'CONNECT_PASSWORD', params },
      },
      carryOut: async (idempotencyKey, password) => {
        const enrolment = await portal.me.startOtp(password, idempotencyKey);
        await present(enrolment, showSecret === true, context);
        const code = await ask.secret('otp.enrol.askCode', { stdin: otpStdin, option: '--otp-stdin' });
        const profile = await portal.me.confirmOtp(enrolment.id, code);
        return { username: profile.userName, methods: profile.methods };
      },
    });
  },
  fields: [
    { key: 'username', title: 'status.username' },
    {
      key: 'methods',
      title: 'users.methods',
      value: ({ methods }: Pick<Profile, 'methods'>) => methods,
      text: ({ methods }, tell) => methodNames(methods, tell),
    },
  ],
});

/** The seed in a form that a phone reads. As text only if asked for: it is half of the login, for ever. */
async function present(
  { secret, otpauthUri }: OtpEnrolment,
  showSecret: boolean,
  { world, notify, translate }: LoginContext,
): Promise<void> {
  if (world.stderr.isTTY) {
    await notify('otp.enrol.scan');
    await world.stderr.write(`\n${await qrCode(otpauthUri)}\n`);
  }
  // Asked for, so it is told under --quiet, too.
  if (showSecret) await world.stderr.write(`${translate('otp.enrol.secret', { secret, uri: otpauthUri })}\n`);
}
