import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { personas, seededPassword } from '../../sandbox/index.js';
import { givePassword, logIn, PortalClient, signedIn } from '../support/portal-client.js';
import { startSandbox, type TestSandbox } from '../support/sandbox.js';

let sandbox: TestSandbox;
let control: PortalClient;
beforeEach(async () => {
  sandbox = await startSandbox({ invalidRequests: 'refused' });
  control = new PortalClient(`${sandbox.origin}/_sandbox`, sandbox.controlToken);
});
afterEach(() => sandbox.close());

describe('the control endpoints', () => {
  test('want their own token', async () => {
    const { accessToken } = (await logIn(sandbox, 'anna.muster')).body as { accessToken: string };
    for (const token of [undefined, accessToken, `${sandbox.controlToken}x`, sandbox.controlToken.slice(1)]) {
      const stranger = new PortalClient(`${sandbox.origin}/_sandbox`, token);
      for (const path of ['/status', '/outbox', '/clock', '/faults', '/audit', '/dump', '/personas']) {
        expect(await stranger.get(path)).toMatchObject({ status: 401, problem: 'session-expired' });
      }
      expect(await stranger.post('/reset')).toMatchObject({ status: 401 });
    }
  });

  test('tell how the sandbox is', async () => {
    sandbox.faults('status=503:getMe:3');
    expect(await control.get('/status')).toMatchObject({
      status: 200,
      body: {
        now: '2026-11-20T09:00:00+01:00',
        seededAt: '2026-11-20T09:00:00+01:00',
        scale: { users: 0, messages: 0, clients: 0, people: 0 },
        faults: [{ kind: 'status', operation: 'getMe', times: 3, status: 503 }],
        violations: [],
      },
    });
  });

  test('show what was sent, of one kind and since a time', async () => {
    sandbox.clock.advance(1000);
    const anna = await signedIn(sandbox, 'anna.muster');
    await anna.post('/clients/10001.00/code-requests', { recipient: 'member', reason: 'other' }, { key: true });
    const { body } = await control.get('/outbox?kind=letter&since=2026-11-20T08:00:01Z');
    expect(body).toMatchObject([
      {
        kind: 'letter',
        fund: '095',
        client: '10001.00',
        at: '2026-11-20T09:00:01+01:00',
        code: expect.stringMatching(/^[A-Z0-9]{12}$/) as string,
      },
    ]);
  });

  test('set the clock, which goes on from there, also after a restart', async () => {
    expect(await control.send('PUT', '/clock', { now: '2027-01-30T23:50:00+01:00' })).toMatchObject({
      status: 200,
      body: { now: '2027-01-30T23:50:00+01:00' },
    });
    sandbox.clock.advance(60_000);
    expect(await control.get('/clock')).toMatchObject({ body: { now: '2027-01-30T23:51:00+01:00' } });
    expect((await control.get('/clock')).headers.get('cache-control')).toBe('no-store');
    expect(await control.send('PUT', '/clock', { now: 'tomorrow' })).toMatchObject({
      status: 422,
      problem: 'validation-failed',
    });
    const { directory, clock } = sandbox;
    await sandbox.close({ keep: true });
    sandbox = await startSandbox({ directory, clock });
    control = new PortalClient(`${sandbox.origin}/_sandbox`, sandbox.controlToken);
    expect(await control.get('/clock')).toMatchObject({ body: { now: '2027-01-30T23:51:00+01:00' } });
  });

  test('leave authenticator apps alone, which know nothing of the clock of the sandbox', async () => {
    await control.send('PUT', '/clock', { now: '2027-01-30T23:50:00+01:00' });
    expect(await logIn(sandbox, 'anna.muster')).toMatchObject({
      status: 200,
      body: { session: { startedAt: '2027-01-30T23:50:00+01:00' } },
    });
  });

  test.each(['kind=postcard', 'since=yesterday', 'since=2026-11-20T08:00:01'])(
    'refuse to show the outbox with %s',
    async (query) => {
      expect(await control.get(`/outbox?${query}`)).toMatchObject({ status: 422, problem: 'validation-failed' });
    },
  );

  test('take faults as JSON', async () => {
    const fault = { kind: 'status', operation: 'startLogin', status: 429, retryAfter: 3 };
    expect(await control.send('PUT', '/faults', [fault])).toMatchObject({ body: [{ ...fault, times: 1 }] });
    expect(await givePassword(sandbox, 'anna.muster')).toMatchObject({ status: 429 });
    expect(await control.get('/faults')).toMatchObject({ body: [] });
    for (const wrong of [
      { kind: 'fire', operation: '*' },
      { ...fault, times: 'often' },
      { ...fault, colour: 'red' },
      null,
    ]) {
      expect(await control.send('PUT', '/faults', [wrong])).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '/0' }] },
      });
    }
    expect(await control.send('PUT', '/faults', fault)).toMatchObject({ status: 422 });
  });

  test('reset everything to the beginning', async () => {
    const before = (await control.get('/dump')).body as object;
    const anna = await signedIn(sandbox, 'anna.muster');
    const { items } = (await anna.get('/clients/10001.00/users?q=luca')).body as { items: { id: string }[] };
    const path = `/clients/10001.00/users/${items[0]!.id}`;
    await anna.post(`${path}/deactivation`, undefined, { match: (await anna.get(path)).etag });
    expect((await control.get('/dump')).body).not.toEqual(before);
    expect(await control.post('/reset')).toMatchObject({ status: 200 });
    expect(await anna.get('/me')).toMatchObject({ problem: 'session-expired' });
    expect(await logIn(sandbox, 'luca.bianchi')).toMatchObject({ status: 200 });
  });

  test('dump the same for the same state, and no secrets', async () => {
    const first = JSON.stringify((await control.get('/dump')).body);
    expect(JSON.stringify((await control.get('/dump')).body)).toBe(first);
    expect(Object.keys(JSON.parse(first) as object)).toEqual([
      'accounts',
      'attachments',
      'attempts',
      'audit',
      'blobs',
      'clients',
      'codeRequests',
      'declarations',
      'documents',
      'employees',
      'findings',
      'mandates',
      'memberships',
      'messageMarks',
      'messages',
      'notices',
      'outbox',
      'registrations',
      'sequences',
      'sessions',
      'tasks',
      'voidKeys',
    ]);
    expect(first).not.toMatch(/scrypt\$/);
    expect(first).not.toMatch(/totpSecret|passwordHash/);
  });

  test('introduce the people whom a learner may be', async () => {
    expect((await control.get('/personas')).body).toEqual(personas);
    expect(new Set(personas.map(({ password }) => password))).toEqual(new Set([seededPassword]));
  });

  test('that are not there are not found', async () => {
    expect(await control.get('/nothing')).toMatchObject({ status: 404, problem: 'not-found' });
    expect(await control.send('DELETE', '/audit')).toMatchObject({ status: 404 });
  });
});

test('the audit log names who did what, for whom, and how it ended', async () => {
  const anna = await signedIn(sandbox, 'anna.muster');
  const before = sandbox.audit().length;
  const order = { recipient: 'member', reason: 'other' };
  const key = 'one-letter-and-no-more';
  const { body } = await anna.post('/clients/10001.00/code-requests', order, {
    key,
    headers: { 'x-request-id': 'first' },
  });
  await anna.post(
    '/clients/10001.00/code-requests',
    { ...order, recipient: 'fiduciary' },
    { key: true, headers: { 'x-request-id': 'second' } },
  );
  await anna.get('/clients/10001.00/code-requests');
  expect(sandbox.audit().slice(before)).toMatchObject([
    {
      at: sandbox.clock.now().getTime(),
      fund: '095',
      operation: 'requestCode',
      actor: 'anna.muster',
      client: '10001.00',
      subject: (body as { id: string }).id,
      outcome: '201',
      requestId: 'first',
      idempotencyKey: key,
    },
    { operation: 'requestCode', outcome: 'validation-failed', requestId: 'second' },
  ]);
});
