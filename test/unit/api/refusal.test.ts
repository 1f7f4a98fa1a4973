import { expect, test } from 'vitest';
import { problemTypeValues } from '../../../contract/portal.gen.js';
import type { Problem } from '../../../contract/portal.gen.js';
import { connectionFailure, refusal } from '../../../src/api/refusal.js';
import { requestJson } from '../../../src/api/request.js';
import { portalAddress } from '../../../src/config/portal-address.js';
import { ConnectError, errorExitCodes } from '../../../src/errors.js';
import { translator } from '../../../src/i18n/translate.js';
import { NetworkError } from '../../../src/platform/ports.js';
import type { FaultDetails, NetworkFault } from '../../../src/platform/ports.js';
import { tinyPortal, wireTo } from '../../support/tiny-portal.js';
import type { Answer } from '../../support/tiny-portal.js';

const prefix = 'urn:problem-type:connect:';
const types = problemTypeValues.map((type) => type.slice(prefix.length));
const wire = { ...wireless(), address: portalAddress('https://a.example/ak095') };

/** Only the address matters for the text of a refusal. */
function wireless(): Parameters<typeof refusal>[0] {
  return { address: portalAddress('https://a.example/ak095') } as Parameters<typeof refusal>[0];
}

/** A problem with every member that the contract knows. */
const complete = (type: string): Problem => ({
  type: `${prefix}${type}` as Problem['type'],
  title: 'A title',
  status: 400,
  detail: 'some detail',
  instance: 'urn:uuid:1',
  attemptsLeft: 3,
  lockedUntil: '2026-11-20T10:00:00+01:00',
  requiredStrength: 'otp',
  currentStrength: 'sms',
  existing: 'dec_1',
  errors: [{ pointer: '/email', detail: 'is taken' }],
});

test('the contract’s types of problems have its prefix', () => {
  expect(problemTypeValues.filter((type) => !type.startsWith(prefix))).toEqual([]);
});

test('every type of problem has an error of the same name', () => {
  expect(types.filter((type) => !(type in errorExitCodes))).toEqual([]);
});

/** Whoever presented the certificate knows its file and dates, and adds them (test/e2e/login-certificate.test.ts). */
const completedLater = [
  ...['certificate-untrusted', 'certificate-expired', 'certificate-not-yet-valid', 'certificate-unsuitable'],
  'certificate-unknown',
];

test.each(types.filter((type) => type in errorExitCodes && !completedLater.includes(type)))(
  'the texts of %s are filled by what a portal’s refusal says',
  async (type) => {
    const error = refusal(wire, 'r-1', 400, complete(type));
    const translate = await translator('en');
    expect(error.code).toBe(type);
    const texts = [`error.${error.code}`, `error.${error.code}.hint`] as const;
    // How to log in again is known to the reporter: it depends on the command line.
    const params = { ...error.params, login: 'connect login' };
    expect(texts.map((key) => translate(key, params)).filter((text) => /\{\w+\}/.test(text))).toEqual([]);
  },
);

test('a problem’s members become parameters, and the faults of single fields its detail', () => {
  const { code, params, requestId } = refusal(wire, 'r-1', 422, complete('validation-failed'));
  expect({ code, params, requestId }).toEqual({
    code: 'validation-failed',
    requestId: 'r-1',
    params: {
      portal: 'https://a.example/ak095',
      status: 422,
      title: 'A title',
      detail: '/email is taken',
      attemptsLeft: 3,
      lockedUntil: '2026-11-20T10:00:00+01:00',
      requiredStrength: 'otp',
      currentStrength: 'sms',
      existing: 'dec_1',
    },
  });
});

test('without detail the title takes its place', () => {
  const { params } = refusal(wire, 'r-1', 409, { type: `${prefix}state-conflict`, title: 'Too late', status: 409 });
  expect(params).toEqual({ portal: 'https://a.example/ak095', status: 409, title: 'Too late', detail: 'Too late' });
});

test.each([
  ['of another prefix', 'urn:problem-type:belgif:noIdentification'],
  ['without a prefix', 'not-found'],
  ['of no meaning', 'about:blank'],
  ['that is none of the contract', `${prefix}something-new`],
  ['that is an error of ours, but no portal’s', `${prefix}__proto__`],
])('a type %s is a refusal all the same, with its title', (_what, type) => {
  const { code, exitCode, params } = refusal(wire, 'r-1', 418, { type, title: 'No', detail: 'because', status: 418 });
  expect({ code, exitCode, params }).toEqual({
    code: 'portal-refused',
    exitCode: 5,
    params: { portal: 'https://a.example/ak095', status: 418, title: 'No', detail: 'because' },
  });
});

test.each(['interrupted', 'unexpected', 'some-failed', 'outcome-unknown', 'store-damaged', 'option-missing'])(
  'a portal can not make us say “%s”: that is ours to know',
  (type) => {
    expect(refusal(wire, 'r-1', 400, { type: `${prefix}${type}`, title: 'x', status: 400 }).code).toBe(
      'portal-refused',
    );
  },
);

test.each([
  ['errors that are no list', { errors: 'all wrong' }],
  ['errors that are an object', { errors: {} }],
  ['errors that are null', { errors: null }],
  ['errors without members', { errors: [null, 7] }],
  ['numbers for texts', { detail: 7, lockedUntil: 7 }],
])('a problem with members of the wrong kind is still a refusal: %s', (_what, members) => {
  const problem = { type: `${prefix}validation-failed`, title: 'x', status: 422, ...members };
  expect(refusal(wire, 'r-1', 422, problem)).toMatchObject({ name: 'ConnectError', code: 'validation-failed' });
});

test.each<[string, Answer, string, number]>([
  [
    'an error page of a proxy',
    { status: 403, headers: { 'content-type': 'text/html' }, text: '<html>blocked</html>' },
    'portal-answer-malformed',
    6,
  ],
  ['a page that something was not found', { status: 404, text: '<html>404</html>' }, 'portal-answer-malformed', 6],
  ['an empty refusal', { status: 400 }, 'portal-answer-malformed', 6],
  ['a refusal that is half a document', { status: 422, text: '{"type":"urn' }, 'portal-answer-malformed', 6],
  ['JSON that is no problem', { status: 500, json: { error: 'boom' } }, 'portal-answer-malformed', 6],
  ['a list', { status: 400, json: [] }, 'portal-answer-malformed', 6],
  ['null', { status: 400, json: null }, 'portal-answer-malformed', 6],
  ['a gateway that is down', { status: 502, text: '<html>' }, 'unavailable', 6],
  [
    'a proxy that is busy',
    { status: 429, headers: { 'retry-after': '3600' }, text: '<html>slow down</html>' },
    'too-many-requests',
    6,
  ],
  [
    'a redirect to a login page',
    { status: 302, headers: { location: 'https://login.example/' } },
    'portal-redirects',
    6,
  ],
  ['not modified', { status: 304 }, 'portal-redirects', 6],
])('where somebody else than a portal answers, that is told: %s', async (_what, answer, code, exitCode) => {
  const portal = await tinyPortal(answer, answer, answer, answer);
  const address = `${portal.origin}/ak095`;
  await expect(requestJson(wireTo(portal.origin), { method: 'GET', path: '/users' })).rejects.toMatchObject({
    ...{ code, exitCode, params: { portal: address, status: typeof answer === 'function' ? 0 : answer.status } },
    requestId: expect.stringMatching(/^request-\d$/) as string,
  });
});

// RFC 9457, section 4.2.1: it means nothing beyond the status.
test.each([
  [429, 'too-many-requests', 6],
  [502, 'unavailable', 6],
  [503, 'unavailable', 6],
  [504, 'unavailable', 6],
  [500, 'internal-error', 6],
  [403, 'portal-refused', 5],
])('a problem of the type about:blank with the status %i is told as %s', (status, code, exitCode) => {
  expect(refusal(wire, 'r-1', status, { type: 'about:blank', title: 'x', status })).toMatchObject({ code, exitCode });
});

test.each<[NetworkFault, FaultDetails, string]>([
  ['refused', {}, 'portal-refuses-connection'],
  ['name', {}, 'portal-name-unknown'],
  ['silent', {}, 'portal-silent'],
  ['lost', {}, 'portal-connection-lost'],
  ['certificate', {}, 'portal-certificate-untrusted'],
  ['certificate', { trouble: 'unknown-issuer' }, 'portal-certificate-untrusted'],
  ['certificate', { trouble: 'expired' }, 'portal-certificate-expired'],
  ['certificate', { trouble: 'not-yet-valid' }, 'portal-certificate-not-yet-valid'],
  ['certificate', { trouble: 'other-name', reason: 'b.example' }, 'portal-certificate-of-another'],
  ['certificate', { trouble: 'unfit', reason: 'CERT_REVOKED' }, 'portal-certificate-unfit'],
  ['proxy', { trouble: 'refused' }, 'proxy-refuses-connection'],
  ['proxy', { trouble: 'name' }, 'proxy-name-unknown'],
  ['proxy', { trouble: 'silent' }, 'proxy-silent'],
  ['proxy', { trouble: 'certificate', reason: 'CERT_HAS_EXPIRED' }, 'proxy-certificate-untrusted'],
  ['proxy', { trouble: 'lost' }, 'proxy-connection-lost'],
  ['proxy', { trouble: 'login-missing', status: 407 }, 'proxy-login-missing'],
  ['proxy', { trouble: 'login-wrong', status: 407 }, 'proxy-login-wrong'],
  ['proxy', { trouble: 'login-unsupported', status: 407, schemes: 'NTLM' }, 'proxy-login-unsupported'],
  ['proxy', { trouble: 'denied', status: 403 }, 'proxy-denies'],
  ['proxy', { trouble: 'unable', status: 502 }, 'proxy-unable'],
])('a connection that fails as “%s” %j is told as %s, its texts filled', async (fault, details, code) => {
  const given = fault === 'proxy' ? { ...details, proxy: 'http://p.example:3128', from: 'HTTPS_PROXY' } : details;
  const cause = new NetworkError(fault, false, undefined, given);
  const error = connectionFailure(wire, 'r-1', cause);
  const { trouble: _told, ...params } = given;
  expect(error).toBeInstanceOf(ConnectError);
  expect(error).toMatchObject({ code, exitCode: 6, requestId: 'r-1', cause });
  expect(error.params).toEqual({ portal: 'https://a.example/ak095', ...params });
  const translate = await translator('en');
  for (const key of [`error.${error.code}`, `error.${error.code}.hint`] as const)
    expect(translate(key, error.params)).not.toMatch(/[{}]/);
});

test.each([
  ['https://login.example:8443/sso?token=secret#x', 'https://login.example:8443/sso'],
  ['//login.example', 'https://login.example/'],
  ['/elsewhere', 'https://a.example/elsewhere'],
  ['https://anna:secret@login.example/', 'https://login.example/'],
  ['javascript:alert(1)', 'javascript://alert(1)'],
  ['http://', '–'],
  [undefined, '–'],
])('a redirect to %j is told with its place, and nothing that could be secret', (location, place) => {
  const { code, params } = refusal(wire, 'r-1', 302, complete('not-permitted'), { location });
  expect([code, params]).toEqual([
    'portal-redirects',
    { portal: 'https://a.example/ak095', status: 302, location: place },
  ]);
});
