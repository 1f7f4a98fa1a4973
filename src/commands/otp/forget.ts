import { ConnectError } from '../../errors.js';
import { seedAccountOf } from '../../session/stored-seed.js';
import { show } from '../define.js';

interface Forgotten {
  readonly username: string;
  readonly seedForgotten: boolean;
}

export const forgetSeed = show({
  name: 'forget',
  summary: 'otp.forget.summary',
  details: 'otp.forget.details',
  examples: ['connect otp forget', 'connect otp forget -p ak060'],
  acts: 'login',
  local: true,
  args: {},
  options: {},
  run: async (_input, { login, store }): Promise<Forgotten> => {
    const { username } = login;
    if (!(await store.delete(seedAccountOf(login.address, username))))
      throw new ConnectError('seed-missing', { username });
    return { username, seedForgotten: true };
  },
  fields: [
    { key: 'username', title: 'status.username' },
    { key: 'seedForgotten', title: 'otp.seedForgotten', text: ({ seedForgotten }, tell) => tell.yesNo(seedForgotten) },
  ],
});
