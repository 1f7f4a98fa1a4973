import type { LoginChallenge, Session, SessionInfo } from '../../contract/portal.gen.js';
import type { ClientCertificate, DevicePublicKey } from '../platform/ports.js';
import type { Secret } from '../secret.js';
import { shape } from './decode.js';
import type { Shape } from './decode.js';
import { drain } from './body.js';
import { exchange, requestJson } from './request.js';
import type { Wire } from './wire.js';

export interface LoginApi {
  start(userName: string, password: Secret): Promise<LoginChallenge>;
  sendSms(challengeId: string): Promise<{ readonly maskedNumber: string }>;
  /** @param deviceKey what the session shall sign with */
  answer(challengeId: string, method: 'otp' | 'sms', code: Secret, deviceKey?: DevicePublicKey): Promise<Session>;
  /**
   * Logs in whomever the certificate belongs to. It is presented for this request only.
   * @param deviceKey what the session shall sign with, instead of the certificate's key
   */
  present(certificate: ClientCertificate, deviceKey?: DevicePublicKey): Promise<Session>;
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
    async answer(challengeId, method, code, deviceKey) {
      // A code is good once: sending it again after a lost answer could only lock the user.
      return sessionOf(wire, await post('/login/code', { challengeId, method, code: code.reveal(), deviceKey }));
    },
    async present(certificate, deviceKey) {
      const presenting = { ...wire, tls: { ...wire.tls, certificate } };
      const json = deviceKey && { deviceKey };
      const call = { method: 'POST', path: '/login/certificate', anonymous: true, effect: 'once', json } as const;
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
      const answer = await requestJson(wire, { method: 'GET', path: '/session' });
      return infoOf(shape<SessionInfo>(wire, { user: 'object', method: 'string' }, answer));
    },
    async end(token) {
      await exchange(wire, { method: 'DELETE', path: '/session', bearer: token, last: true }, ({ body }) =>
        drain(body),
      );
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
  const shapeOfInfo = { id: 'string', user: 'object', method: 'string', strength: 'string' } as const;
  return { ...session, session: infoOf(shape<SessionInfo>(wire, shapeOfInfo, session.session)) };
}

/** A key that is none is as good as none; the credential store has no room for more. */
function infoOf({ signingKey, ...info }: SessionInfo): SessionInfo {
  return isKeyId(signingKey) ? { ...info, signingKey } : info;
}

const isKeyId = (value: unknown): value is string => typeof value === 'string' && /^[\w-]{43}$/.test(value);
