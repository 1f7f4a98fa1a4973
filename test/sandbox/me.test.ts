import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { seededPassword } from '../../sandbox/index.js';
import {
  anonymous,
  givePassword,
  logIn,
  signedIn,
  signedInBySms,
  type PortalClient,
} from '../support/portal-client.js';
import { startSandbox, type TestSandbox } from '../support/sandbox.js';

let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ invalidRequests: 'refused' });
});
afterEach(() => sandbox.close());

describe('the own profile', () => {
  test('is shown and changed with its tag', async () => {
    const noemi = await signedInBySms(sandbox, 'noemi.sms');
    const before = await noemi.get('/me');
    expect(before).toMatchObject({
      status: 200,
      body: { userName: 'noemi.sms', kind: 'employee', methods: ['sms'], language: 'de' },
    });
    expect(await noemi.patch('/me', { language: 'fr' }, { match: before.etag })).toMatchObject({
      status: 200,
      body: { language: 'fr' },
    });
    expect(await noemi.patch('/me', { language: 'it' }, { match: before.etag })).toMatchObject({
      problem: 'precondition-failed',
    });
    expect(await noemi.patch('/me', { language: 'it' })).toMatchObject({ problem: 'precondition-required' });
  });

  test('can not have the e-mail address of somebody else', async () => {
    const anna = await signedIn(sandbox, 'anna.muster');
    const { etag } = await anna.get('/me');
    const email = 'beat.keller@muster-beispiel.example';
    expect(await anna.patch('/me', { email }, { match: etag })).toMatchObject({ status: 409, problem: 'user-exists' });
  });

  test('of somebody who acts for others says so', async () => {
    const sara = await signedIn(sandbox, 'sara.treuhand', '060');
    expect(await sara.get('/me')).toMatchObject({ body: { kind: 'fiduciary' } });
  });
});

describe('a new password', () => {
  const change = (portal: PortalClient, newPassword: string, currentPassword = seededPassword) =>
    portal.post('/me/password', { currentPassword, newPassword });

  test('takes the place of the old one', async () => {
    const anna = await signedIn(sandbox, 'anna.muster');
    expect(await change(anna, 'quite another pass phrase')).toMatchObject({ status: 204 });
    expect(await givePassword(sandbox, 'anna.muster')).toMatchObject({ problem: 'credentials-invalid' });
    expect(await givePassword(sandbox, 'anna.muster', 'quite another pass phrase')).toMatchObject({ status: 200 });
  });

  test('is compared as Unicode, not as bytes', async () => {
    const anna = await signedIn(sandbox, 'anna.muster');
    expect(await change(anna, 'Zürich am See'.normalize('NFD'))).toMatchObject({ status: 204 });
    expect(await givePassword(sandbox, 'anna.muster', 'Zürich am See'.normalize('NFC'))).toMatchObject({ status: 200 });
  });

  test('must not hold the user name nor be one of the last five', async () => {
    const anna = await signedIn(sandbox, 'anna.muster');
    expect(await change(anna, 'my name is Anna.Muster')).toMatchObject({
      status: 422,
      problem: 'password-unfit',
      body: { errors: [{ pointer: '/newPassword', detail: 'must not contain the user name' }] },
    });
    let current = seededPassword;
    for (const number of [1, 2, 3, 4]) {
      await change(anna, `pass phrase number ${String(number)}`, current);
      current = `pass phrase number ${String(number)}`;
    }
    expect(await change(anna, seededPassword, current)).toMatchObject({ problem: 'password-unfit' });
    await change(anna, 'pass phrase number 5', current);
    expect(await change(anna, seededPassword, 'pass phrase number 5')).toMatchObject({ status: 204 });
  });

  test('needs the current one', async () => {
    const anna = await signedIn(sandbox, 'anna.muster');
    expect(await change(anna, 'quite another pass phrase', 'a wrong pass phrase')).toMatchObject({
      status: 403,
      problem: 'confirmation-failed',
      body: { attemptsLeft: 4 },
    });
  });
});

describe('an authenticator app', () => {
  const enrol = (portal: PortalClient) => portal.post('/me/otp', { password: seededPassword }, { key: true });

  test('is enrolled with its first code, which then is used', async () => {
    const noemi = await signedInBySms(sandbox, 'noemi.sms');
    const enrolment = await enrol(noemi);
    const { id, secret, otpauthUri } = enrolment.body as { id: string; secret: string; otpauthUri: string };
    expect(enrolment).toMatchObject({ status: 201, body: { expiresAt: '2026-11-20T09:10:00+01:00' } });
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(otpauthUri).toBe(
      `otpauth://totp/connect%20ak095:noemi.sms?secret=${secret}&issuer=connect%20ak095&algorithm=SHA1&digits=6&period=30`,
    );
    expect(await noemi.get('/me')).toMatchObject({ body: { methods: ['sms'] } });
    expect(await noemi.post(`/me/otp/${id}/confirmation`, { code: '000000' })).toMatchObject({
      status: 401,
      problem: 'code-invalid',
    });
    const code = sandbox.codeFor(secret);
    expect(await noemi.post(`/me/otp/${id}/confirmation`, { code })).toMatchObject({
      status: 200,
      body: { methods: ['otp', 'sms'] },
    });
    const { challengeId } = (await givePassword(sandbox, 'noemi.sms')).body as { challengeId: string };
    const answer = (given: string) =>
      anonymous(sandbox).post('/login/code', { challengeId, method: 'otp', code: given });
    expect(await answer(code)).toMatchObject({ problem: 'code-used' });
    expect(await answer(sandbox.codeFor(secret))).toMatchObject({
      status: 200,
      body: { session: { strength: 'otp' } },
    });
  });

  test('must be confirmed within ten minutes, and by the one who began', async () => {
    const noemi = await signedInBySms(sandbox, 'noemi.sms');
    const { id, secret } = (await enrol(noemi)).body as { id: string; secret: string };
    const anna = await signedIn(sandbox, 'anna.muster');
    const code = sandbox.codeFor(secret);
    expect(await anna.post(`/me/otp/${id}/confirmation`, { code })).toMatchObject({
      status: 404,
      problem: 'not-found',
    });
    sandbox.clock.advance(599_000);
    const second = (await enrol(noemi)).body as { id: string };
    expect(await noemi.post(`/me/otp/${id}/confirmation`, { code })).toMatchObject({ problem: 'not-found' });
    sandbox.clock.advance(600_000);
    const again = await signedInBySms(sandbox, 'noemi.sms');
    expect(await again.post(`/me/otp/${second.id}/confirmation`, { code: '123456' })).toMatchObject({
      status: 410,
      problem: 'enrolment-expired',
    });
  });

  test('is removed with the password', async () => {
    const anna = await signedIn(sandbox, 'anna.muster');
    const remove = async (password: string) =>
      anna.post('/me/otp/removal', { password }, { match: (await anna.get('/me')).etag });
    expect(await remove('wrong')).toMatchObject({ status: 403, problem: 'confirmation-failed' });
    expect(await remove(seededPassword)).toMatchObject({ status: 204 });
    expect(await remove(seededPassword)).toMatchObject({ status: 404, problem: 'not-found' });
    expect(await givePassword(sandbox, 'anna.muster')).toMatchObject({ body: { methods: [{ method: 'sms' }] } });
  });

  test('is not removed by whoever does not know that another administrator has just removed his', async () => {
    const anna = await signedIn(sandbox, 'anna.muster');
    const beat = await signedIn(sandbox, 'beat.keller');
    const { etag } = await anna.get('/me');
    const password = seededPassword;
    expect(await beat.post('/me/otp/removal', { password })).toMatchObject({ problem: 'precondition-required' });
    const now = await beat.get('/me');
    expect(await beat.post('/me/otp/removal', { password }, { match: now.etag })).toMatchObject({ status: 204 });
    expect(await anna.post('/me/otp/removal', { password }, { match: etag })).toMatchObject({
      status: 412,
      problem: 'precondition-failed',
    });
    expect((await anna.get('/me')).body).toMatchObject({ methods: ['otp', 'sms'] });
  });

  test('asks for the password, and for a key that gets the same secret again', async () => {
    const anna = await signedIn(sandbox, 'anna.muster');
    expect(await anna.post('/me/otp', { password: 'wrong' }, { key: true })).toMatchObject({
      problem: 'confirmation-failed',
    });
    const first = await anna.post('/me/otp', { password: seededPassword }, { key: 'enrol-my-telephone' });
    const again = await anna.post('/me/otp', { password: seededPassword }, { key: 'enrol-my-telephone' });
    expect(again.body).toEqual(first.body);
  });
});

test('the app of the same person at the other fund is another one', async () => {
  expect(await logIn(sandbox, 'sara.treuhand', '060')).toMatchObject({ status: 200 });
  expect(sandbox.totp('sara.treuhand', '095')).not.toBe(sandbox.totp('sara.treuhand', '060'));
});
