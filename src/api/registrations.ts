import type { NewRegistration, OtpEnrolment, Registration, RegistrationFactor } from '../../contract/portal.gen.js';
import type { Secret } from '../secret.js';
import { idOf, path } from './call.js';
import { shape } from './decode.js';
import type { Shape } from './decode.js';
import { requestJson } from './request.js';
import type { Wire } from './wire.js';

/** Who registers: all that the portal wants to know besides the access code. */
export type Registrant = Omit<NewRegistration, 'accessCode'>;

/** The second factor that somebody chooses. */
export type Factor = { readonly method: 'otp' } | { readonly method: 'sms'; readonly mobileNumber: string };

export interface RegistrationsApi {
  start(registrant: Registrant, accessCode: Secret, idempotencyKey: string): Promise<Registration>;
  get(id: string): Promise<Registration>;
  activate(id: string, activationCode: Secret, password: Secret, factor: Factor): Promise<RegistrationFactor>;
  complete(id: string, code: Secret): Promise<Registration>;
}

const registrationShape: Shape<Registration> = { id: 'string', client: 'object', state: 'string', expiresAt: 'time' };
const enrolmentShape: Shape<OtpEnrolment> = { secret: 'string', otpauthUri: 'string' };

/** All of it without a login: there is none yet. */
export function registrationsApi(wire: Wire): RegistrationsApi {
  return {
    start: (registrant, accessCode, idempotencyKey) => {
      const json: NewRegistration = { accessCode: accessCode.reveal(), ...registrant };
      const call = { method: 'POST', path: '/registrations', anonymous: true, effect: 'change' } as const;
      return requestJson(wire, { ...call, idempotencyKey, json }, registrationShape);
    },
    get: async (id) =>
      requestJson(wire, { method: 'GET', path: path`/registrations/${idOf(id)}`, anonymous: true }, registrationShape),
    async activate(id, activationCode, password, factor) {
      const json = { activationCode: activationCode.reveal(), password: password.reveal(), ...factor };
      // Nothing that lasts: the next activation takes its place. But a wrong code counts each time it arrives.
      const call = { method: 'POST', anonymous: true, effect: 'once', json } as const;
      const answer = await requestJson<RegistrationFactor>(
        wire,
        { ...call, path: path`/registrations/${idOf(id)}/activation` },
        { registration: 'object' },
      );
      shape<Registration>(wire, registrationShape, answer.registration);
      if (factor.method === 'otp') shape<OtpEnrolment>(wire, enrolmentShape, answer.enrolment);
      return answer;
    },
    complete: async (id, code) => {
      const json = { code: code.reveal() };
      const call = { method: 'POST', anonymous: true, effect: 'change', json } as const;
      return requestJson(wire, { ...call, path: path`/registrations/${idOf(id)}/completion` }, registrationShape);
    },
  };
}
