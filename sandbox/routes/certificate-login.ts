import { Problem } from '../http/problem.js';
import type { Handlers } from '../http/types.js';
import { keyOfDevice } from '../rules/signing-keys.js';
import { lockOf } from './attempts.js';
import { begin, hasClients } from './tokens.js';

export const certificateLogin: Pick<Handlers, 'certificateLogin'> = {
  certificateLogin(call, { body }) {
    const { presented } = call;
    if (presented === undefined) throw new Problem('certificate-required');
    if (presented.fault !== undefined) throw new Problem(presented.fault);
    return call.commit(() => {
      const { accounts, certificates } = call.portal.store;
      const account = accounts.byId(certificates.accountOf(call.fund, presented.fingerprint) ?? '');
      if (account === undefined) return new Problem('certificate-unknown');
      call.subject = account.userName;
      const lock = lockOf(call, account.id);
      if (lock !== undefined) return lock;
      if (!hasClients(call, account)) return new Problem('user-deactivated');
      const deviceKey = body?.deviceKey;
      const key = deviceKey === undefined ? presented.signingKey : keyOfDevice(deviceKey);
      return { status: 200, body: begin(call, account, 'certificate', key) };
    });
  },
};
