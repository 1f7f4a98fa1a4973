import type { Client, Profile, User } from '../../../contract/portal.gen.js';
import type { Proof } from '../../access/lockout.js';
import { ConnectError } from '../../errors.js';
import { proveFactors } from '../../operations/own-factor.js';
import { portalClock } from '../../operations/portal-clock.js';
import { seedAccountOf } from '../../session/stored-seed.js';
import { write } from '../define.js';
import { flag, text, texts } from '../options.js';
import { methodNames } from '../users/columns.js';
import { tellProof, tellUncounted } from '../users/tell-proof.js';

interface Removed {
  readonly username: string;
  /** The second factors that are left. */
  readonly methods: Profile['methods'];
  /** Whether this computer kept the seed, and has forgotten it. */
  readonly seedForgotten: boolean;
}

export const removeOtp = write({
  name: 'remove',
  summary: 'otp.remove.summary',
  details: 'otp.remove.details',
  examples: ['connect otp remove', 'connect otp remove --password-stdin --yes < password'],
  acts: 'login',
  args: {},
  options: {
    passwordStdin: flag('--password-stdin', 'users.new.passwordStdin'),
    passwordFile: text('--password-file <file>', 'users.new.passwordFile'),
    acceptLockout: texts('--accept-lockout <client>', 'otp.remove.acceptLockout'),
  },
  prepare: async ({ passwordStdin: stdin, passwordFile: file, acceptLockout = [] }, context) => {
    const { login, portal, store, world, wire, notify } = context;
    const { value: own, etag } = await portal.me.getTagged();
    const { methods } = own;
    const params = { username: login.username };
    if (!methods.includes('otp')) throw new ConnectError('otp-not-enrolled', { username: login.username });
    const left = methods.filter((method) => method !== 'otp');
    const beforeRefusal = async (proof: Proof<User>, { name }: Client): Promise<void> => {
      await notify('otp.remove.self', { client: name });
      await tellUncounted(proof, notify);
    };
    const clock = portalClock(world.clock, wire.clockCheck);
    for (const { client, proof } of await proveFactors(portal, clock, own, left, acceptLockout, beforeRefusal)) {
      if (proof.losing.length > 0) await notify('otp.remove.self', { client: client.name });
      await tellProof(proof, client, notify);
    }
    return {
      summary: 'otp.remove.will',
      params,
      request: { method: 'POST', path: '/me/otp/removal' },
      consent: {
        kind: 'password',
        question: 'login.askPassword',
        sources: { stdin, file, option: '--password-stdin', variable: 'CONNECT_PASSWORD', params },
        first: { question: 'otp.remove.ask', params },
      },
      carryOut: async (_key, password): Promise<Removed> => {
        await portal.me.removeOtp(password, etag);
        const seedForgotten = await store.delete(seedAccountOf(login.address, login.username));
        return { username: login.username, methods: left, seedForgotten };
      },
    };
  },
  fields: [
    { key: 'username', title: 'status.username' },
    { key: 'methods', title: 'otp.remove.left', text: ({ methods }, tell) => methodNames(methods, tell) },
    { key: 'seedForgotten', title: 'otp.seedForgotten', text: ({ seedForgotten }, tell) => tell.yesNo(seedForgotten) },
  ],
});
