import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { anonymous, givePassword, logIn, logInBySms, type Answered } from '../support/portal-client.js';
import { startSandbox, type TestSandbox } from '../support/sandbox.js';

let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ invalidRequests: 'refused' });
});
afterEach(() => sandbox.close());

const answer = (challengeId: string, code: string, method = 'otp') =>
  anonymous(sandbox).post('/login/code', { challengeId, method, code });

describe('the password', () => {
  test('right, gets a challenge with the methods of the user', async () => {
    expect(await givePassword(sandbox, 'anna.muster')).toMatchObject({
      status: 200,
      body: {
        expiresAt: '2026-11-20T09:05:00+01:00',
        methods: [
          { method: 'otp' },
          { method: 'sms', maskedNumber: expect.stringMatching(/^\+41 79 \*{3} \*{2} \d\d$/) as string },
        ],
      },
    });
  });

  test('wrong, is answered in the same words as a name that nobody has', async () => {
    const wrong = await givePassword(sandbox, 'anna.muster', 'not her pass phrase');
    const nobody = await givePassword(sandbox, 'nobody.at.all', 'not her pass phrase');
    expect(wrong).toMatchObject({ status: 401, problem: 'credentials-invalid', body: { attemptsLeft: 4 } });
    const words = ({ body }: Answered) => ({ ...(body as object), instance: '' });
    expect(words(nobody)).toEqual(words(wrong));
  });

  test('is compared without regard to the case of the user name', async () => {
    expect(await givePassword(sandbox, 'Anna.Muster')).toMatchObject({ status: 200 });
  });

  test('of an invited user does not exist yet', async () => {
    expect(await givePassword(sandbox, 'eva.meier')).toMatchObject({ problem: 'credentials-invalid' });
  });

  test('of a deactivated user tells that he is, and only the right one does', async () => {
    expect(await givePassword(sandbox, 'claire.favre', 'a wrong pass phrase')).toMatchObject({
      problem: 'credentials-invalid',
    });
    expect(await givePassword(sandbox, 'claire.favre')).toMatchObject({ status: 403, problem: 'user-deactivated' });
  });

  test('is asked for at each fund apart', async () => {
    expect(await givePassword(sandbox, 'sara.treuhand', undefined, '060')).toMatchObject({ status: 200 });
    expect(await givePassword(sandbox, 'anna.muster', undefined, '060')).toMatchObject({
      problem: 'credentials-invalid',
    });
  });

  test('may be tried sixty times a minute', async () => {
    const names = Array.from({ length: 60 }, () => givePassword(sandbox, 'marc.dubois'));
    expect((await Promise.all(names)).map(({ status }) => status)).toEqual(Array.from({ length: 60 }, () => 200));
    const refused = await givePassword(sandbox, 'marc.dubois');
    expect(refused).toMatchObject({ status: 429, problem: 'too-many-requests' });
    expect(refused.headers.get('retry-after')).toBe('60');
    sandbox.clock.advance(60_000);
    expect(await givePassword(sandbox, 'marc.dubois')).toMatchObject({ status: 200 });
  });
});

describe('five wrong answers', () => {
  test('lock for 15 minutes, and then nobody learns whether a password is right', async () => {
    for (const attemptsLeft of [4, 3, 2, 1]) {
      expect(await givePassword(sandbox, 'beat.keller', 'a wrong pass phrase')).toMatchObject({
        body: { attemptsLeft },
      });
    }
    const locked = { status: 403, problem: 'user-locked', body: { lockedUntil: '2026-11-20T09:15:00+01:00' } };
    expect(await givePassword(sandbox, 'beat.keller', 'a wrong pass phrase')).toMatchObject(locked);
    expect(await givePassword(sandbox, 'beat.keller')).toMatchObject(locked);
    sandbox.clock.advance(15 * 60_000);
    expect(await logIn(sandbox, 'beat.keller')).toMatchObject({ status: 200 });
  });

  test('lock a name that nobody has in the same way', async () => {
    for (let i = 0; i < 4; i += 1) await givePassword(sandbox, 'nobody.at.all');
    expect(await givePassword(sandbox, 'nobody.at.all')).toMatchObject({ status: 403, problem: 'user-locked' });
  });

  test('may be passwords and codes in any mixture', async () => {
    const { challengeId } = (await givePassword(sandbox, 'anna.muster')).body as { challengeId: string };
    await givePassword(sandbox, 'anna.muster', 'a wrong pass phrase');
    await givePassword(sandbox, 'anna.muster', 'a wrong pass phrase');
    expect(await answer(challengeId, '000000')).toMatchObject({
      status: 401,
      problem: 'code-invalid',
      body: { attemptsLeft: 2 },
    });
    expect(await answer(challengeId, '000000', 'sms')).toMatchObject({
      problem: 'code-invalid',
      body: { attemptsLeft: 1 },
    });
    expect(await answer(challengeId, '000000')).toMatchObject({ status: 403, problem: 'user-locked' });
    expect(await answer(challengeId, sandbox.totp('anna.muster'))).toMatchObject({
      status: 403,
      problem: 'user-locked',
    });
  });

  test('are counted, however many come at once', async () => {
    const all = await Promise.all(
      Array.from({ length: 20 }, () => givePassword(sandbox, 'luca.bianchi', 'a wrong pass phrase')),
    );
    expect(all.filter(({ problem }) => problem === 'credentials-invalid')).toHaveLength(4);
    expect(all.filter(({ problem }) => problem === 'user-locked')).toHaveLength(16);
  });

  test('are forgotten after a complete login, not after a right password', async () => {
    for (let i = 0; i < 4; i += 1) await givePassword(sandbox, 'anna.muster', 'a wrong pass phrase');
    await givePassword(sandbox, 'anna.muster');
    await logIn(sandbox, 'anna.muster');
    expect(await givePassword(sandbox, 'anna.muster', 'a wrong pass phrase')).toMatchObject({
      body: { attemptsLeft: 4 },
    });
  });

  test('have kept Dario out until 2099', async () => {
    expect(await givePassword(sandbox, 'dario.rossi')).toMatchObject({
      problem: 'user-locked',
      body: { lockedUntil: '2099-01-01T00:00:00+01:00' },
    });
  });
});

describe('the code of the app', () => {
  test('opens a session of its strength', async () => {
    const session = await logIn(sandbox, 'anna.muster');
    expect(session).toMatchObject({
      status: 200,
      body: {
        accessTokenExpiresAt: '2026-11-20T09:10:00+01:00',
        refreshTokenExpiresAt: '2026-11-20T21:00:00+01:00',
        session: { user: { userName: 'anna.muster' }, method: 'otp', strength: 'otp' },
      },
    });
    expect(session.headers.get('cache-control')).toBe('no-store');
  });

  test('is good once, and a second time is not a wrong answer', async () => {
    const code = sandbox.totp('anna.muster');
    const first = (await givePassword(sandbox, 'anna.muster')).body as { challengeId: string };
    const second = (await givePassword(sandbox, 'anna.muster')).body as { challengeId: string };
    expect(await answer(first.challengeId, code)).toMatchObject({ status: 200 });
    const reused = await answer(second.challengeId, code);
    expect(reused).toMatchObject({ status: 401, problem: 'code-used' });
    expect(reused.body).not.toHaveProperty('attemptsLeft');
    expect(await answer(second.challengeId, sandbox.totp('anna.muster'))).toMatchObject({ status: 200 });
  });

  test('is accepted one step early and one step late, and not two', async () => {
    const late = sandbox.totp('anna.muster');
    sandbox.clock.advance(30_000);
    const { challengeId } = (await givePassword(sandbox, 'anna.muster')).body as { challengeId: string };
    expect(await answer(challengeId, late)).toMatchObject({ status: 200 });
    const early = sandbox.totp('beat.keller');
    sandbox.clock.advance(60_000);
    const next = (await givePassword(sandbox, 'beat.keller')).body as { challengeId: string };
    expect(await answer(next.challengeId, early)).toMatchObject({ problem: 'code-invalid' });
  });

  test('answers its challenge once and within five minutes', async () => {
    const { challengeId } = (await givePassword(sandbox, 'anna.muster')).body as { challengeId: string };
    await answer(challengeId, sandbox.totp('anna.muster'));
    expect(await answer(challengeId, sandbox.totp('anna.muster'))).toMatchObject({
      status: 401,
      problem: 'challenge-expired',
    });
    const late = (await givePassword(sandbox, 'anna.muster')).body as { challengeId: string };
    sandbox.clock.advance(5 * 60_000);
    expect(await answer(late.challengeId, sandbox.totp('anna.muster'))).toMatchObject({ problem: 'challenge-expired' });
    expect(await answer('chl_none', '123456')).toMatchObject({ problem: 'challenge-expired' });
  });
});

describe('the code by SMS', () => {
  test('opens a weaker session and stands in the outbox only', async () => {
    expect(await logInBySms(sandbox, 'noemi.sms')).toMatchObject({
      status: 200,
      body: { session: { strength: 'sms' } },
    });
    const [sms] = sandbox.outbox({ kind: 'sms' });
    expect(sms).toMatchObject({ fund: '095', to: expect.stringMatching(/^\+4179\d{7}$/) as string });
    expect(sms?.text).toContain(sms?.code);
  });

  test('comes once in thirty seconds, and a new one makes the one before invalid', async () => {
    const portal = anonymous(sandbox);
    const { challengeId } = (await givePassword(sandbox, 'noemi.sms')).body as { challengeId: string };
    await portal.post('/login/sms', { challengeId });
    sandbox.clock.advance(10_000);
    const refused = await portal.post('/login/sms', { challengeId });
    expect(refused).toMatchObject({ status: 429, problem: 'too-many-requests' });
    expect(refused.headers.get('retry-after')).toBe('20');
    sandbox.clock.advance(20_000);
    expect(await portal.post('/login/sms', { challengeId })).toMatchObject({ status: 202 });
    const [first, second] = sandbox.outbox({ kind: 'sms' });
    expect(await answer(challengeId, first?.code ?? '', 'sms')).toMatchObject({ problem: 'code-invalid' });
    expect(await answer(challengeId, second?.code ?? '', 'sms')).toMatchObject({ status: 200 });
  });
});

test('a certificate can not be presented without TLS', async () => {
  expect(await anonymous(sandbox).post('/login/certificate')).toMatchObject({
    status: 401,
    problem: 'certificate-required',
  });
});

test('every login, also the refused one, stands in the audit log', async () => {
  await givePassword(sandbox, 'anna.muster', 'a wrong pass phrase');
  await logIn(sandbox, 'anna.muster');
  expect(sandbox.audit().map(({ operation, subject, outcome }) => [operation, subject, outcome])).toEqual([
    ['startLogin', 'anna.muster', 'credentials-invalid'],
    ['startLogin', 'anna.muster', '200'],
    ['answerLogin', 'anna.muster', '200'],
  ]);
});
