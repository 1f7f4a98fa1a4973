import type { Profile } from '../../../contract/portal.gen.js';
import { write } from '../define.js';
import { flag, text } from '../options.js';
import { methodNames } from '../users/columns.js';
import { firstCode } from './first-code.js';
import { checkSurface, showSeed } from '../show-seed.js';

export interface Enrolled {
  readonly username: string;
  readonly methods: Profile['methods'];
  /** Whether this computer keeps the seed. */
  readonly seedStored: boolean;
}

export const enrolOtp = write({
  name: 'enrol',
  summary: 'otp.enrol.summary',
  details: 'otp.enrol.details',
  examples: [
    'connect otp enrol',
    'connect otp enrol --qr-file app.png',
    'connect otp enrol --show-secret',
    'connect otp enrol --store-seed --yes --password-stdin < password',
  ],
  acts: 'login',
  args: {},
  options: {
    qrFile: text('--qr-file <file>', 'otp.enrol.qrFile'),
    overwrite: flag('--overwrite', 'otp.enrol.overwrite'),
    showSecret: flag('--show-secret', 'otp.enrol.showSecret'),
    storeSeed: flag('--store-seed', 'otp.enrol.storeSeed'),
    passwordStdin: flag('--password-stdin', 'users.new.passwordStdin'),
    passwordFile: text('--password-file <file>', 'users.new.passwordFile'),
    otpStdin: flag('--otp-stdin', 'login.otpStdin'),
  },
  prepare: async (input, context) => {
    const { login, portal, notify } = context;
    await checkSurface(input, context.world);
    const params = { username: login.username };
    const replaces = (await portal.me.get()).methods.includes('otp');
    if (input.storeSeed === true) await notify('otp.enrol.bothFactors', params);
    const { passwordStdin: stdin, passwordFile: file } = input;
    return {
      summary: replaces ? 'otp.enrol.willReplace' : 'otp.enrol.will',
      params,
      request: { method: 'POST', path: '/me/otp' },
      consent: {
        kind: 'password',
        question: 'login.askPassword',
        sources: { stdin, file, option: '--password-stdin', variable: 'CONNECT_PASSWORD', params },
        first: replaces ? { question: 'otp.enrol.askReplace', params } : undefined,
      },
      carryOut: async (idempotencyKey, password): Promise<Enrolled> => {
        const enrolment = await portal.me.startOtp(password, idempotencyKey);
        await showSeed(enrolment, input, context);
        const { userName, methods } = await firstCode(enrolment, input, context);
        return { username: userName, methods, seedStored: input.storeSeed === true };
      },
    };
  },
  fields: [
    { key: 'username', title: 'status.username' },
    { key: 'methods', title: 'users.methods', text: ({ methods }, tell) => methodNames(methods, tell) },
    { key: 'seedStored', title: 'otp.seedStored', text: ({ seedStored }, tell) => tell.yesNo(seedStored) },
  ],
});
