import type { Registration } from '../../contract/portal.gen.js';
import { accessCodeDigest } from '../codes/access-code-letter.js';
import type { Call } from '../http/call.js';
import { invalid, Problem } from '../http/problem.js';
import type { Handlers } from '../http/types.js';
import { codeStateAt } from '../rules/code-request-state.js';
import { maskNumber, newActivationCode, newId, newSmsCode } from '../rules/names.js';
import { day, minute, rfc3339 } from '../rules/time.js';
import { matchingStep } from '../rules/totp.js';
import type { CodeRequestRow } from '../store/code-requests.js';
import type { RegistrationWithClient } from '../store/registrations.js';
import { registrationMail, smsText } from '../texts/mails.js';
import { activationDigest } from './activation.js';
import { becomeAdministrator } from './first-administrator.js';
import { unfit } from './me.js';
import { newEnrolment } from './otp.js';

const registrationTime = day;
const smsTime = 5 * minute;
const wrongCodesAllowed = 5;

type Registrations = 'startRegistration' | 'getRegistration' | 'activateRegistration' | 'completeRegistration';

export const registrations: Pick<Handlers, Registrations> = {
  startRegistration(call, { body }) {
    call.subject = body.userName;
    return call.commit(() => {
      const { accounts, codeRequests } = call.portal.store;
      const code = usableCode(
        call,
        codeRequests.byCode(accessCodeDigest(call.portal.secret, call.fund, body.accessCode)),
      );
      if (accounts.byEmail(call.fund, body.email) !== undefined) throw new Problem('user-exists');
      if (accounts.byName(call.fund, body.userName) !== undefined) throw new Problem('user-name-taken');
      const id = newId(call.portal.random, 'reg');
      const activationCode = newActivationCode(call.portal.random);
      const { email, firstName, lastName, userName, language } = body;
      call.portal.store.registrations.add({
        id,
        fund: call.fund,
        codeRequest: code.id,
        userName,
        email,
        firstName,
        lastName,
        language,
        state: 'e-mail-sent',
        expiresAt: call.now() + registrationTime,
        failures: 0,
        activationCode: activationDigest(call, activationCode),
        passwordHash: null,
        mobileNumber: null,
        totpSecret: null,
        smsCode: null,
        smsExpiresAt: null,
      });
      const registration = find(call, id);
      const mail = registrationMail[language]({ firstName, client: registration.clientName, code: activationCode });
      call.send('email', email, mail.subject, mail.text, activationCode);
      return { status: 201, body: show(registration) };
    });
  },

  getRegistration(call, { params }) {
    return { status: 200, body: show(find(call, params.registration)) };
  },

  async activateRegistration(call, { params, body }) {
    const registration = underway(call, params.registration);
    if (registration.activationCode !== activationDigest(call, body.activationCode)) {
      return call.commit(() => wrongCode(call, registration, 'activation-code-invalid'));
    }
    if (body.method === 'sms' && body.mobileNumber === undefined) throw invalid('/mobileNumber', 'is required');
    const fault = await call.portal.passwords.unfitness(body.password, registration.userName, []);
    if (fault !== undefined) throw unfit('/password', fault);
    const passwordHash = await call.portal.passwords.hash(body.password);
    return call.commit(() => {
      underway(call, registration.id);
      const mobileNumber = body.mobileNumber ?? null;
      const choice = { passwordHash, mobileNumber, state: 'factor-pending' } as const;
      const factor =
        body.method === 'otp' ? chooseOtp(call, registration) : chooseSms(call, registration, mobileNumber);
      call.portal.store.registrations.change(registration.id, { ...choice, ...factor.change });
      return { status: 200, body: { registration: show(find(call, registration.id)), ...factor.told } };
    });
  },

  completeRegistration(call, { params, body }) {
    return call.commit(() => {
      const registration = underway(call, params.registration);
      if (registration.state !== 'factor-pending') throw new Problem('state-conflict');
      const { totpSecret, smsCode, smsExpiresAt } = registration;
      const step =
        totpSecret === null
          ? undefined
          : matchingStep(call.portal.secret.open(totpSecret), body.code, call.portal.clock.onTelephones());
      const bySms = smsCode === smsDigest(call, registration.id, body.code) && call.now() < (smsExpiresAt ?? 0);
      if (step === undefined && !bySms) return wrongCode(call, registration, 'code-invalid');
      becomeAdministrator(call, registration, step);
      return { status: 200, body: show(find(call, registration.id)) };
    });
  },
};

function usableCode(call: Call, code: CodeRequestRow | undefined): CodeRequestRow {
  const client = code === undefined ? undefined : call.portal.store.clients.byId(code.client);
  if (code === undefined || client?.fund !== call.fund) throw new Problem('access-code-invalid');
  const state = codeStateAt(code, call.now());
  if (state === 'used') throw new Problem('access-code-used');
  if (state === 'expired') throw new Problem('access-code-expired');
  return code;
}

function find(call: Call, id: string): RegistrationWithClient {
  const registration = call.portal.store.registrations.byId(call.fund, id);
  if (registration === undefined) throw new Problem('not-found');
  call.subject = registration.userName;
  return registration;
}

function underway(call: Call, id: string): RegistrationWithClient {
  const registration = find(call, id);
  if (registration.state === 'complete') throw new Problem('state-conflict');
  if (registration.expiresAt <= call.now()) throw new Problem('registration-expired');
  return registration;
}

function wrongCode(call: Call, registration: RegistrationWithClient, name: 'code-invalid' | 'activation-code-invalid') {
  const failures = registration.failures + 1;
  const over = failures >= wrongCodesAllowed;
  call.portal.store.registrations.change(registration.id, { failures, ...(over ? { expiresAt: call.now() } : {}) });
  return over ? new Problem('registration-expired') : new Problem(name, { attemptsLeft: wrongCodesAllowed - failures });
}

function chooseOtp(call: Call, { userName }: RegistrationWithClient) {
  const enrolment = newEnrolment(call, userName);
  const totpSecret = call.portal.secret.seal(enrolment.secret);
  return { change: { totpSecret, smsCode: null, smsExpiresAt: null }, told: { enrolment } };
}

function chooseSms(call: Call, { id, language }: RegistrationWithClient, mobileNumber: string | null) {
  const number = mobileNumber ?? '';
  const code = newSmsCode(call.portal.random);
  call.send('sms', number, 'connect', smsText(language, code), code);
  const change = { totpSecret: null, smsCode: smsDigest(call, id, code), smsExpiresAt: call.now() + smsTime };
  return { change, told: { maskedNumber: maskNumber(number) } };
}

function smsDigest(call: Call, registration: string, code: string): string {
  return call.portal.secret.mac('sms', `${registration} ${code}`);
}

function show({ id, clientNumber, clientName, state, expiresAt }: RegistrationWithClient): Registration {
  return { id, client: { number: clientNumber, name: clientName }, state, expiresAt: rfc3339(expiresAt) };
}
