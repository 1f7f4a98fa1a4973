import type { LoginChallenge, Session, SessionInfo } from '../../contract/portal.gen.js';
import type { ClientCertificate } from '../platform/ports.js';
import type { Secret } from '../secret.js';
import { shape } from './decode.js';
import type { Shape } from './decode.js';
import { drain } from './body.js';
import { exchange, requestJson } from './request.js';
import type { Wire } from './wire.js';

export interface LoginApi {
  start(userName: string, password: Secret): Promise<LoginChallenge>;
  sendSms(challengeId: string): Promise<{ readonly maskedNumber: string }>;
  answer(challengeId: string, method: 'otp' | 'sms', code: Secret): Promise<Session>;
  /** Logs in whomever the certificate belongs to. It is presented for this request only. */
  present(certificate: ClientCertificate): Promise<Session>;
  activate(userName: string, activationCode: Secret, password: Secret): Promise<void>;
  refresh(refreshToken: Secret, idempotencyKey: string): Promise<Session>;
  /** Who is signed in, asked of the portal. */
  session(): Promise<SessionInfo>;
  /** Revokes all tokens of this login; takes a refresh token where no access token is left. */
  end(token: Secret): Promise<void>;
}

export function loginApi(wire: Wire): LoginApi {
  const post = (path: string, json: object): Promise<unknown> =>
    requestJson(wire, { method: 'POST', path, anonymous: true, effect: 'once', json });
  return {
    async start(userName, password) {
      const answer = await post('/login/password', { userName, password: password.reveal() });
      return shape<LoginChallenge>(wire, { challengeId: 'string', methods: 'array' }, answer);
    },
    async sendSms(challengeId) {
      return shape<{ maskedNumber: string }>(
        wire,
        { maskedNumber: 'string' },
        await post('/login/sms', { challengeId }),
      );
    },
    async answer(challengeId, method, code) {
      // A code is good once: sending it again after a lost answer could only lock the user.
      return sessionOf(wire, await post('/login/code', { challengeId, method, code: code.reveal() }));
    },
    async present(certificate) {
      const presenting = { ...wire, tls: { ...wire.tls, certificate } };
      const call = { method: 'POST', path: '/login/certificate', anonymous: true, effect: 'once' } as const;
      return sessionOf(wire, await requestJson(presenting, call));
    },
    async activate(userName, activationCode, password) {
      const json = { userName, activationCode: activationCode.reveal(), password: password.reveal() };
      await exchange(
        wire,
        { method: 'POST', path: '/activation', anonymous: true, effect: 'change', json },
        ({ body }) => drain(body),
      );
    },
    async refresh(refreshToken, idempotencyKey) {
      const json = { refreshToken: refreshToken.reveal() };
      const call = {
        method: 'POST',
        path: '/session/refresh',
        anonymous: true,
        effect: 'once',
        idempotencyKey,
        json,
      } as const;
      return sessionOf(wire, await requestJson(wire, call));
    },
    async session() {
      return shape<SessionInfo>(
        wire,
        { user: 'object', method: 'string' },
        await requestJson(wire, { method: 'GET', path: '/session' }),
      );
    },
    async end(token) {
      await exchange(wire, { method: 'DELETE', path: '/session', bearer: token }, ({ body }) => drain(body));
    },
  };
}

const sessionShape: Shape<Session> = {
  accessToken: 'string',
  accessTokenExpiresAt: 'time',
  refreshToken: 'string',
  refreshTokenExpiresAt: 'time',
  session: 'object',
};

function sessionOf(wire: Wire, answer: unknown): Session {
  const session = shape<Session>(wire, sessionShape, answer);
  shape<SessionInfo>(wire, { id: 'string', user: 'object', method: 'string', strength: 'string' }, session.session);
  return session;
}
