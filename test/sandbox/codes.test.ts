import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { anonymous, logIn, signedIn, type PortalClient } from '../support/portal-client.js';
import { startSandbox, type TestSandbox } from '../support/sandbox.js';

let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ invalidRequests: 'refused' });
});
afterEach(() => sandbox.close());

const path = '/clients/10001.00/code-requests';
const order = { recipient: 'member', reason: 'additional-administrator' };
const hour = 3_600_000;

const pdf = (kind: string) => ({
  kind,
  name: `${kind}.pdf`,
  mediaType: 'application/pdf',
  content: Buffer.from('%PDF-').toString('base64'),
});
const fiduciary = { name: 'Treuhand Seeblick AG', address: ['Seeweg 4', '6300 Zug'] };

function letter(): { code: string; text: string; to: string } {
  const { code, text, to } = sandbox.outbox({ kind: 'letter' }).at(-1)!;
  return { code: code ?? '', text, to };
}

describe('an access code', () => {
  test('goes by letter and stands in no answer', async () => {
    const anna = await signedIn(sandbox, 'anna.muster');
    const requested = await anna.post(path, order, { key: true });
    expect(requested).toMatchObject({
      status: 201,
      body: {
        state: 'requested',
        delivery: 'post',
        addressee: ['Muster Beispiel AG', 'Musterstrasse 1', '4051 Basel'],
        requestedBy: { userName: 'anna.muster' },
        requestedAt: '2026-11-20T09:00:00+01:00',
        printedAt: null,
        expiresAt: null,
      },
    });
    const { code, text, to } = letter();
    expect(code).toMatch(/^[A-Z0-9]{12}$/);
    expect(to).toBe('Muster Beispiel AG, Musterstrasse 1, 4051 Basel');
    expect(text).toContain(code);
    expect(text).toContain('19.04.2027');
    await anna.get(path);
    const answers = sandbox.exchanges.map(({ responseBody }) => responseBody.toString());
    expect(answers.filter((answer) => answer.includes(code))).toEqual([]);
    expect(JSON.stringify(sandbox.dump()['codeRequests'])).not.toContain(code);
  });

  test('is printed, posted and expires as the clock goes', async () => {
    const anna = await signedIn(sandbox, 'anna.muster');
    const { id } = (await anna.post(path, order, { key: true })).body as { id: string };
    const state = async (portal: PortalClient) => {
      const { body } = await portal.get(`${path}/${id}`);
      return (body as { state: string }).state;
    };
    sandbox.clock.advance(hour);
    const later = await signedIn(sandbox, 'anna.muster');
    expect(await later.get(`${path}/${id}`)).toMatchObject({
      body: {
        state: 'printed',
        printedAt: '2026-11-20T10:00:00+01:00',
        postedAt: null,
        expiresAt: '2027-04-19T11:00:00+02:00',
      },
    });
    sandbox.clock.advance(23 * hour);
    expect(await state(await signedIn(sandbox, 'anna.muster'))).toBe('posted');
    sandbox.clock.advance(149 * 24 * hour);
    expect(await state(await signedIn(sandbox, 'anna.muster'))).toBe('posted');
    sandbox.clock.advance(24 * hour);
    const last = await signedIn(sandbox, 'anna.muster');
    expect(await state(last)).toBe('expired');
    const expired = await last.get(`${path}?state=expired`);
    expect((expired.body as { items: unknown[] }).items).toHaveLength(2);
  });

  test('for a fiduciary needs the written request, the power of attorney and the address', async () => {
    const anna = await signedIn(sandbox, 'anna.muster');
    const ask = (change: object) =>
      anna.post(path, { recipient: 'fiduciary', reason: 'fiduciary-access', ...change }, { key: true });
    const documents = [pdf('written-request'), pdf('power-of-attorney')];
    expect(await ask({ documents })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/fiduciary' }] } });
    expect(await ask({ fiduciary, documents: [documents[0]] })).toMatchObject({
      status: 422,
      problem: 'validation-failed',
      body: { errors: [{ pointer: '/documents', detail: 'must hold a document of kind power-of-attorney' }] },
    });
    expect(await ask({ fiduciary, documents })).toMatchObject({
      status: 201,
      body: { addressee: ['Treuhand Seeblick AG', 'Seeweg 4', '6300 Zug'] },
    });
  });

  test('is a matter of administrators', async () => {
    const luca = await signedIn(sandbox, 'luca.bianchi');
    expect(await luca.post(path, order, { key: true })).toMatchObject({ status: 403, problem: 'not-permitted' });
    expect(await luca.get(path)).toMatchObject({ status: 403, problem: 'not-permitted' });
  });

  test('asked for without a login gets the same answer whether or not the member exists', async () => {
    const ask = (change: object) =>
      anonymous(sandbox).post(
        '/code-requests',
        {
          clientNumber: '20002.00',
          companyName: 'gasthof sonnenberg ag',
          recipient: 'member',
          reason: 'no-active-login',
          contactEmail: 'wirt@gasthof-sonnenberg.example',
          ...change,
        },
        { key: true },
      );
    const before = sandbox.outbox({ kind: 'letter' }).length;
    for (const wrong of [{ clientNumber: '77777.00' }, { companyName: 'Another AG' }, { uid: 'CHE-123.456.788' }]) {
      const { status, body } = await ask(wrong);
      expect({ status, body: { ...(body as object), reference: '' } }).toEqual({
        status: 202,
        body: { reference: '', delivery: 'post' },
      });
    }
    expect(sandbox.outbox({ kind: 'letter' })).toHaveLength(before);
    expect(await ask({})).toMatchObject({ status: 202, body: { delivery: 'post' } });
    expect(sandbox.outbox({ kind: 'letter' })).toHaveLength(before + 1);
    expect(letter()).toMatchObject({ to: 'Gasthof Sonnenberg AG, Dorfplatz 3, 9050 Appenzell' });
    expect(await ask({ recipient: 'fiduciary', clientNumber: '77777.00' })).toMatchObject({
      status: 422,
      problem: 'validation-failed',
    });
  });

  test('is written in the language of the client', async () => {
    const marc = await signedIn(sandbox, 'marc.dubois');
    await marc.post('/clients/10002.00/code-requests', order, { key: true });
    expect(letter().text).toContain("Code d'accès");
    const paolo = await signedIn(sandbox, 'paolo.bernasconi', '060');
    await paolo.post('/clients/30001.00/code-requests', order, { key: true });
    expect(letter().text).toContain('Codice di accesso');
  });
});

describe('a registration', () => {
  const person = {
    email: 'rita@gasthof-sonnenberg.example',
    firstName: 'Rita',
    lastName: 'Wirth',
    userName: 'rita.wirth',
    language: 'de',
  };
  const password = 'a pass phrase of her own';
  const seededCode = () => sandbox.outbox({ kind: 'letter' }).find(({ client }) => client === '20002.00')!.code!;
  const start = (accessCode = seededCode(), change: object = {}) =>
    anonymous(sandbox).post('/registrations', { accessCode, ...person, ...change }, { key: true });
  const mailed = () => sandbox.outbox({ kind: 'email' }).at(-1)!.code!;

  test('leads from the letter to an administrator with an authenticator app', async () => {
    const portal = anonymous(sandbox);
    const started = await start();
    const { id } = started.body as { id: string };
    expect(started).toMatchObject({
      status: 201,
      body: {
        client: { number: '20002.00', name: 'Gasthof Sonnenberg AG' },
        state: 'e-mail-sent',
        expiresAt: '2026-11-21T09:00:00+01:00',
      },
    });
    const activated = await portal.post(`/registrations/${id}/activation`, {
      activationCode: mailed(),
      password,
      method: 'otp',
    });
    expect(activated).toMatchObject({ status: 200, body: { registration: { state: 'factor-pending' } } });
    const refused = await anonymous(sandbox).post('/login/password', { userName: 'rita.wirth', password });
    expect(refused).toMatchObject({ status: 403, problem: 'user-not-activated' });
    const { secret } = (activated.body as { enrolment: { secret: string } }).enrolment;
    expect(await portal.post(`/registrations/${id}/completion`, { code: sandbox.codeFor(secret) })).toMatchObject({
      status: 200,
      body: { state: 'complete' },
    });
    expect(await portal.get(`/registrations/${id}`)).toMatchObject({ body: { state: 'complete' } });
    const { challengeId } = (await portal.post('/login/password', { userName: 'rita.wirth', password })).body as {
      challengeId: string;
    };
    const code = sandbox.codeFor(secret);
    expect(await portal.post('/login/code', { challengeId, method: 'otp', code })).toMatchObject({ status: 200 });
    const sara = await signedIn(sandbox, 'sara.treuhand');
    expect(await sara.get('/clients/20002.00/users?status=active&administrator=true')).toMatchObject({
      body: { items: [{ userName: 'rita.wirth', administrator: true }, { userName: 'sara.treuhand' }] },
    });
    expect(await sara.get('/clients/20002.00/code-requests?state=used')).toMatchObject({
      body: { items: [{ state: 'used' }] },
    });
    expect(await start()).toMatchObject({ status: 422, problem: 'access-code-used' });
  });

  test('may use SMS instead, and change its mind', async () => {
    const portal = anonymous(sandbox);
    const { id } = (await start()).body as { id: string };
    const activate = (change: object) =>
      portal.post(`/registrations/${id}/activation`, { activationCode: mailed(), password, ...change });
    expect(await activate({ method: 'sms' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/mobileNumber' }] },
    });
    expect(await activate({ method: 'otp' })).toMatchObject({ status: 200 });
    expect(await activate({ method: 'sms', mobileNumber: '+41791234599' })).toMatchObject({
      status: 200,
      body: { maskedNumber: '+41 79 *** ** 99' },
    });
    const code = sandbox.outbox({ kind: 'sms' }).at(-1)!.code!;
    expect(await portal.post(`/registrations/${id}/completion`, { code })).toMatchObject({
      body: { state: 'complete' },
    });
    expect(await portal.post(`/registrations/${id}/completion`, { code })).toMatchObject({
      status: 409,
      problem: 'state-conflict',
    });
  });

  test('ends after five wrong codes, and the access code remains good', async () => {
    const portal = anonymous(sandbox);
    const { id } = (await start()).body as { id: string };
    expect(await portal.post(`/registrations/${id}/completion`, { code: '000000' })).toMatchObject({
      problem: 'state-conflict',
    });
    await portal.post(`/registrations/${id}/activation`, { activationCode: mailed(), password, method: 'otp' });
    const complete = () => portal.post(`/registrations/${id}/completion`, { code: '000000' });
    expect(await complete()).toMatchObject({ status: 401, problem: 'code-invalid', body: { attemptsLeft: 4 } });
    for (let i = 0; i < 3; i += 1) await complete();
    expect(await complete()).toMatchObject({ status: 410, problem: 'registration-expired' });
    expect(await complete()).toMatchObject({ status: 410, problem: 'registration-expired' });
    expect(await start()).toMatchObject({ status: 201 });
  });

  test.each([
    ['an unknown code', 'AAAAAAAAAAAA', {}, 422, 'access-code-invalid'],
    [
      'an e-mail address that somebody has',
      undefined,
      { email: 'anna.muster@muster-beispiel.example' },
      409,
      'user-exists',
    ],
    ['a user name that somebody has', undefined, { userName: 'anna.muster' }, 409, 'user-name-taken'],
  ])('is refused with %s', async (_what, code, change, status, problem) => {
    expect(await start(code, change)).toMatchObject({ status, problem });
  });

  test('is refused with an expired code, one of the other fund, or after a day', async () => {
    const { id } = (await start()).body as { id: string };
    const expired = sandbox
      .outbox({ kind: 'letter' })
      .find(({ client, at }) => client === '10001.00' && at > Date.parse('2026-01-01'))!.code!;
    expect(await start(expired)).toMatchObject({ status: 410, problem: 'access-code-expired' });
    expect(
      await anonymous(sandbox, '060').post('/registrations', { accessCode: seededCode(), ...person }, { key: true }),
    ).toMatchObject({
      problem: 'access-code-invalid',
    });
    sandbox.clock.advance(24 * hour);
    const late = { activationCode: mailed(), password, method: 'otp' };
    expect(await anonymous(sandbox).post(`/registrations/${id}/activation`, late)).toMatchObject({
      status: 410,
      problem: 'registration-expired',
    });
  });

  test('of somebody whose password is wrong does not tell that it exists', async () => {
    const { id } = (await start()).body as { id: string };
    await anonymous(sandbox).post(`/registrations/${id}/activation`, {
      activationCode: mailed(),
      password,
      method: 'otp',
    });
    expect(
      await anonymous(sandbox).post('/login/password', { userName: 'rita.wirth', password: 'wrong' }),
    ).toMatchObject({
      problem: 'credentials-invalid',
    });
    expect(await logIn(sandbox, 'sara.treuhand')).toMatchObject({ status: 200 });
  });
});
