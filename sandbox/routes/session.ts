import { Problem } from '../http/problem.js';
import type { Handlers } from '../http/types.js';
import { issue, pair, sessionInfo } from './tokens.js';

export const session: Pick<Handlers, 'getSession' | 'endSession' | 'refreshSession'> = {
  getSession(call) {
    return { status: 200, body: sessionInfo(call.login) };
  },

  endSession(call) {
    return call.commit(() => {
      call.portal.store.sessions.revoke(call.login.session.id, call.now());
      return { status: 204 };
    });
  },

  refreshSession(call, { body: { refreshToken }, headers }) {
    const { sessions, accounts } = call.portal.store;
    const key = call.portal.secret.mac('refresh key', headers['idempotency-key'] ?? '');
    return call.commit(() => {
      const token = sessions.token(refreshToken);
      const current = token === undefined ? undefined : sessions.byId(token.session);
      const account = current === undefined ? undefined : accounts.byId(current.account);
      if (token?.kind !== 'refresh' || current === undefined || account?.fund !== call.fund) {
        return new Problem('session-expired');
      }
      call.subject = account.userName;
      if (current.revokedAt !== null) return new Problem('session-revoked');
      if (token.expiresAt <= call.now()) return new Problem('session-expired');
      if (token.spentUnder === null) {
        const next = sessions.spend(refreshToken, key, current);
        return { status: 200, body: issue(call, { account, session: next }) };
      }
      if (token.spentUnder === key) {
        const next = { ...current, generation: token.generation + 1 };
        return { status: 200, body: pair(call, { account, session: next }) };
      }
      sessions.revoke(current.id, call.now());
      return new Problem('token-reused');
    });
  },
};
