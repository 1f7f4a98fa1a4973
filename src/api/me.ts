import type { OtpEnrolment, Profile } from '../../contract/portal.gen.js';
import type { Secret } from '../secret.js';
import { drain } from './body.js';
import { idOf, path } from './call.js';
import type { Shape } from './decode.js';
import { exchange, requestJson, requestTagged } from './request.js';
import type { Tagged } from './request.js';
import type { Wire } from './wire.js';

export interface MeApi {
  get(): Promise<Profile>;
  startOtp(password: Secret, idempotencyKey: string): Promise<OtpEnrolment>;
  confirmOtp(enrolment: string, code: Secret): Promise<Profile>;
  /** With the ETag that later changes are guarded with. */
  getTagged(): Promise<Tagged<Profile>>;
  removeOtp(password: Secret, etag: string): Promise<void>;
  changePassword(current: Secret, changed: Secret): Promise<void>;
}

const profileShape: Shape<Profile> = { id: 'string', userName: 'string', methods: 'array', passwordChangedAt: 'time' };
const enrolmentShape: Shape<OtpEnrolment> = { id: 'string', secret: 'string', otpauthUri: 'string' };

export function meApi(wire: Wire): MeApi {
  return {
    get: () => requestJson(wire, { method: 'GET', path: '/me' }, profileShape),
    async startOtp(password, idempotencyKey) {
      const json = { password: password.reveal() };
      const call = { method: 'POST', path: '/me/otp', effect: 'once', idempotencyKey, json } as const;
      return requestJson(wire, call, enrolmentShape);
    },
    async confirmOtp(enrolment, code) {
      const json = { code: code.reveal() };
      const call = {
        method: 'POST',
        path: path`/me/otp/${idOf(enrolment)}/confirmation`,
        effect: 'change',
        json,
      } as const;
      return requestJson(wire, call, profileShape);
    },
    getTagged: () => requestTagged(wire, { method: 'GET', path: '/me' }, profileShape),
    async removeOtp(password, etag) {
      const json = { password: password.reveal() };
      const headers = { 'if-match': etag };
      const call = { method: 'POST', path: '/me/otp/removal', effect: 'change', headers, json } as const;
      await exchange(wire, call, ({ body }) => drain(body));
    },
    async changePassword(current, changed) {
      const json = { currentPassword: current.reveal(), newPassword: changed.reveal() };
      const call = { method: 'POST', path: '/me/password', effect: 'change', json } as const;
      await exchange(wire, call, ({ body }) => drain(body));
    },
  };
}
