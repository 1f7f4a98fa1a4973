import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { anonymous, signedIn } from '../support/portal-client.js';
import { startSandbox, type TestSandbox } from '../support/sandbox.js';

let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ invalidRequests: 'refused' });
});
afterEach(() => sandbox.close());

const path = '/clients/20003.00/mandates';
const paper = {
  holder: 'Treuhand Seeblick AG',
  signatory: 'Yves Clerc',
  themes: ['salary-declaration'],
  powers: ['submission'],
  issuedOn: '2026-11-20',
  expiresOn: '2026-11-20',
  scan: { fileName: 'vollmacht.pdf', bytes: 12, sha256: 'ab'.repeat(32) },
};

describe('powers of attorney', () => {
  test('are noted once under a key, listed, shown, and revoked once', async () => {
    const sara = await signedIn(sandbox, 'sara.treuhand');
    const made = await sara.post(path, paper, { key: 'a-key-of-16-characters' });
    expect(made).toMatchObject({
      status: 201,
      body: { ...paper, notedAt: '2026-11-20T09:00:00+01:00', notedBy: { userName: 'sara.treuhand' }, revokedAt: null },
    });
    expect(await sara.post(path, paper, { key: 'a-key-of-16-characters' })).toMatchObject({ body: made.body });
    const { id } = made.body as { id: string };
    expect((await sara.get(path)).body).toEqual({ items: [made.body], nextCursor: null });
    expect((await sara.get(`${path}/${id}`)).body).toEqual(made.body);
    const revoked = { ...(made.body as object), revokedAt: '2026-11-20T09:00:00+01:00' };
    expect(await sara.post(`${path}/${id}/revocation`)).toMatchObject({ status: 200, body: revoked });
    sandbox.clock.advance(60_000);
    expect((await sara.post(`${path}/${id}/revocation`)).body).toEqual(revoked);
  });

  test.each([
    ['issued tomorrow', { issuedOn: '2026-11-21', expiresOn: null }, '/issuedOn'],
    ['run out before it was issued', { expiresOn: '2026-11-19' }, '/expiresOn'],
    ['for a theme that is not offered', { themes: ['messages', 'platforms'] }, '/themes/1'],
    ['for nothing', { powers: [] }, '/powers'],
    ['with a digest that is none', { scan: { ...paper.scan, sha256: 'x' } }, '/scan/sha256'],
  ])('are refused if %s', async (_what, values, pointer) => {
    const sara = await signedIn(sandbox, 'sara.treuhand');
    expect(await sara.post(path, { ...paper, ...values }, { key: true })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer }] },
    });
    expect((await sara.get(path)).body).toMatchObject({ items: [] });
  });

  test('are for administrators and fiduciaries, and another client’s are unknown', async () => {
    const luca = await signedIn(sandbox, 'luca.bianchi');
    expect(await luca.get('/clients/10001.00/mandates')).toMatchObject({ status: 403, problem: 'not-permitted' });
    const reto = await signedIn(sandbox, 'reto.frei');
    const { body } = await reto.get('/clients/20001.00/mandates');
    const [{ id } = { id: '' }] = (body as { items: readonly { id: string }[] }).items;
    const sara = await signedIn(sandbox, 'sara.treuhand');
    expect(await sara.get(`${path}/${id}`)).toMatchObject({ status: 404, problem: 'not-found' });
    expect(await sara.post(`${path}/${id}/revocation`)).toMatchObject({ status: 404, problem: 'not-found' });
  });

  test('are taken by one fund and not by the other, as each says', async () => {
    const sara = await signedIn(sandbox, 'sara.treuhand', '060');
    expect((await anonymous(sandbox, '060').get('/portal')).body).toMatchObject({ features: [] });
    expect(await sara.get('/clients/30001.00/mandates')).toMatchObject({ status: 404, problem: 'not-supported' });
    expect(await sara.post('/clients/30001.00/mandates', paper, { key: true })).toMatchObject({
      status: 404,
      problem: 'not-supported',
    });

    expect((await anonymous(sandbox).get('/portal')).body).toMatchObject({ features: ['mandates'] });
  });
});
