import type { Call } from '../http/call.js';
import { Problem } from '../http/problem.js';
import { codeStateAt } from '../rules/code-request-state.js';
import { newId } from '../rules/names.js';
import type { RegistrationWithClient } from '../store/registrations.js';

/** The end of a registration: a login, its membership as administrator, and an access code that is used up. */
export function becomeAdministrator(call: Call, registration: RegistrationWithClient, step: number | undefined): void {
  const { accounts, challenges, codeRequests, memberships, registrations } = call.portal.store;
  const { fund, userName, email, firstName, lastName, language, mobileNumber, totpSecret } = registration;
  const code = codeRequests.byId(registration.client, registration.codeRequest);
  // Two people may have begun with the same code; the first one to end has it.
  if (code === undefined || codeStateAt(code, call.now()) === 'used') throw new Problem('access-code-used');
  if (accounts.byEmail(fund, email) !== undefined) throw new Problem('user-exists');
  if (accounts.byName(fund, userName) !== undefined) throw new Problem('user-name-taken');
  const id = newId(call.portal.random, 'usr');
  const now = call.now();
  accounts.add({
    id,
    fund,
    userName,
    email,
    firstName,
    lastName,
    language,
    mobileNumber,
    totpSecret,
    passwordHash: null,
    passwordChangedAt: null,
    createdAt: now,
    lastLoginAt: null,
  });
  accounts.setPassword(id, registration.passwordHash ?? '', now);
  memberships.add({
    client: registration.client,
    account: id,
    kind: code.recipient === 'fiduciary' ? 'fiduciary' : 'employee',
    administrator: 1,
    permissions: '[]',
    deactivated: 0,
  });
  if (step !== undefined) challenges.useStep(id, step);
  codeRequests.used(code.id, now);
  registrations.change(registration.id, { state: 'complete' });
}
