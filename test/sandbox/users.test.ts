import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { seededPassword } from '../../sandbox/index.js';
import { anonymous, logInBySms, signedIn, signedInBySms, type PortalClient } from '../support/portal-client.js';
import { startSandbox, type TestSandbox } from '../support/sandbox.js';

let sandbox: TestSandbox;
let anna: PortalClient;
beforeEach(async () => {
  sandbox = await startSandbox({ invalidRequests: 'refused' });
  anna = await signedIn(sandbox, 'anna.muster');
});
afterEach(() => sandbox.close());

const users = '/clients/10001.00/users';
const newUser = {
  email: 'lea.neu@muster-beispiel.example',
  userName: 'lea.neu',
  firstName: 'Lea',
  lastName: 'Neu',
  language: 'fr',
  mobileNumber: '+41791112233',
  administrator: false,
  permissions: ['messages', 'employees'],
  confirmPassword: seededPassword,
};
const create = (change: object = {}, portal = anna) => portal.post(users, { ...newUser, ...change }, { key: true });

async function userOf(userName: string, portal = anna): Promise<{ path: string; etag: string; id: string }> {
  const list = await portal.get(`${users}?q=${userName}`);
  const { items } = list.body as { items: { id: string; userName: string }[] };
  const { id } = items.find((user) => user.userName === userName)!;
  const { etag } = await portal.get(`${users}/${id}`);
  return { path: `${users}/${id}`, etag, id };
}

describe('the list of users', () => {
  const names = async (query: string) => {
    const { items } = (await anna.get(`${users}?${query}`)).body as { items: { userName: string }[] };
    return items.map(({ userName }) => userName);
  };

  test('holds everybody, by user name', async () => {
    expect(await names('')).toEqual([
      'anna.muster',
      'beat.keller',
      'claire.favre',
      'dario.rossi',
      'eva.meier',
      'luca.bianchi',
      'noemi.sms',
    ]);
  });

  test.each([
    ['status=active', ['anna.muster', 'beat.keller', 'luca.bianchi', 'noemi.sms']],
    ['status=deactivated', ['claire.favre']],
    ['status=locked', ['dario.rossi']],
    ['status=invited', ['eva.meier']],
    ['administrator=true', ['anna.muster', 'beat.keller']],
    ['theme=salary-declaration', ['anna.muster', 'beat.keller', 'luca.bianchi']],
    ['q=MEIER', ['eva.meier']],
    ['sort=lastName&order=desc&limit=3', ['noemi.sms', 'dario.rossi', 'anna.muster']],
    ['sort=lastLoginAt&order=desc&status=active', ['anna.muster', 'noemi.sms', 'luca.bianchi', 'beat.keller']],
    [
      'sort=lastLoginAt',
      ['claire.favre', 'dario.rossi', 'beat.keller', 'luca.bianchi', 'noemi.sms', 'anna.muster', 'eva.meier'],
    ],
  ])('with %s', async (query, expected) => {
    expect(await names(query)).toEqual(expected);
  });

  test('is for administrators, and a single login also for its owner', async () => {
    const luca = await signedIn(sandbox, 'luca.bianchi');
    const { path, id } = await userOf('luca.bianchi');
    expect(await luca.get(users)).toMatchObject({ status: 403, problem: 'not-permitted' });
    expect(await luca.get(path)).toMatchObject({ status: 200, body: { id, methods: ['otp', 'sms'] } });
    expect(await luca.get((await userOf('anna.muster')).path)).toMatchObject({ problem: 'not-permitted' });
  });

  test('of another client does not exist', async () => {
    expect(await anna.get('/clients/10002.00/users')).toMatchObject({ status: 404, problem: 'not-found' });
    expect(await anna.get('/clients/99999.99/users')).toMatchObject({ status: 404, problem: 'not-found' });
  });
});

describe('a new user', () => {
  test('is invited by e-mail, activates himself, and logs in by SMS', async () => {
    const created = await create();
    expect(created).toMatchObject({
      status: 201,
      body: { userName: 'lea.neu', status: 'invited', kind: 'employee', methods: ['sms'], lastLoginAt: null },
    });
    expect(created.headers.get('location')).toBe(`/ak095/api/v1${users}/${(created.body as { id: string }).id}`);
    const [mail] = sandbox.outbox({ kind: 'email', since: sandbox.clock.now() });
    expect(mail).toMatchObject({ to: newUser.email, client: '10001.00', subject: 'Votre accès à connect' });
    const activation = { userName: 'lea.neu', activationCode: mail?.code, password: 'her own long pass phrase' };
    expect(await anonymous(sandbox).post('/activation', activation)).toMatchObject({ status: 204 });
    expect(await anonymous(sandbox).post('/activation', activation)).toMatchObject({
      problem: 'activation-code-invalid',
    });
    expect(await logInBySms(sandbox, 'lea.neu', activation.password)).toMatchObject({ status: 200 });
    expect(await anna.get(`${users}?q=lea`)).toMatchObject({ body: { items: [{ status: 'active' }] } });
  });

  test('must activate himself within 14 days, with the right code and a fit password', async () => {
    await create();
    const code = sandbox.outbox({ kind: 'email' }).at(-1)?.code;
    const activate = (change: object) =>
      anonymous(sandbox).post('/activation', {
        userName: 'lea.neu',
        activationCode: code,
        password: 'her own long pass phrase',
        ...change,
      });
    expect(await activate({ activationCode: 'AAAA-AAAA' })).toMatchObject({
      status: 422,
      problem: 'activation-code-invalid',
    });
    expect(await activate({ userName: 'nobody' })).toMatchObject({ status: 422, problem: 'activation-code-invalid' });
    expect(await activate({ password: 'with lea.neu in it' })).toMatchObject({
      status: 422,
      problem: 'password-unfit',
    });
    expect(await activate({ password: 'too short' })).toMatchObject({
      problem: 'validation-failed',
      body: { errors: [{ pointer: '/password' }] },
    });
    sandbox.clock.advance(14 * 86_400_000);
    expect(await activate({})).toMatchObject({ status: 410, problem: 'activation-code-expired' });
  });

  test('has the e-mail address as user name if none is given', async () => {
    expect(await create({ userName: undefined })).toMatchObject({ body: { userName: newUser.email } });
  });

  test('can not have what somebody else has, nor a theme that the fund does not offer', async () => {
    expect(await create({ email: 'BEAT.KELLER@muster-beispiel.example' })).toMatchObject({
      status: 409,
      problem: 'user-exists',
    });
    expect(await create({ userName: 'Beat.Keller' })).toMatchObject({ status: 409, problem: 'user-name-taken' });
    const marc = await signedIn(sandbox, 'marc.dubois');
    expect(
      await marc.post('/clients/10002.00/users', { ...newUser, permissions: ['messages', 'platforms'] }, { key: true }),
    ).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/permissions/1', detail: 'is not offered to this client' }] },
    });
  });

  test('needs the own password, and a wrong one counts like any wrong answer', async () => {
    for (const attemptsLeft of [4, 3, 2, 1]) {
      expect(await create({ confirmPassword: 'a wrong pass phrase' })).toMatchObject({
        status: 403,
        problem: 'confirmation-failed',
        body: { attemptsLeft },
      });
    }
    expect(await create({ confirmPassword: 'a wrong pass phrase' })).toMatchObject({
      status: 403,
      problem: 'user-locked',
    });
    expect(await create()).toMatchObject({ status: 403, problem: 'user-locked' });
    expect(await anna.get(`${users}?status=locked`)).toMatchObject({
      body: { items: [{ userName: 'anna.muster' }, {}] },
    });
    sandbox.clock.advance(15 * 60_000);
    const again = await signedIn(sandbox, 'anna.muster');
    expect(await create({}, again)).toMatchObject({ status: 201 });
  });

  test('is not made twice by a wrong password and a taken name', async () => {
    expect(await create({ email: 'beat.keller@muster-beispiel.example', confirmPassword: 'wrong' })).toMatchObject({
      problem: 'confirmation-failed',
    });
  });

  test('needs an administrator with an authenticator app', async () => {
    const luca = await signedIn(sandbox, 'luca.bianchi');
    expect(await create({}, luca)).toMatchObject({ status: 403, problem: 'not-permitted' });
    const annaBySms = await signedInBySms(sandbox, 'anna.muster');
    expect(await create({}, annaBySms)).toMatchObject({
      status: 403,
      problem: 'credential-too-weak',
      body: { requiredStrength: 'otp', currentStrength: 'sms' },
    });
    expect(await annaBySms.get(users)).toMatchObject({ status: 200 });
  });
});

describe('a change', () => {
  test('of names and addresses needs no password', async () => {
    const { path, etag } = await userOf('luca.bianchi');
    const changed = await anna.patch(
      path,
      { mobileNumber: '+41794445566', lastName: 'Bianchi-Rossi' },
      { match: etag },
    );
    expect(changed).toMatchObject({ status: 200, body: { lastName: 'Bianchi-Rossi', mobileNumber: '+41794445566' } });
    expect(changed.etag).not.toBe(etag);
  });

  test('of rights needs the password and a strong session', async () => {
    const { path, etag } = await userOf('luca.bianchi');
    const permissions = ['messages'];
    expect(await anna.patch(path, { permissions }, { match: etag })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/confirmPassword' }] },
    });
    const confirmed = { permissions, confirmPassword: seededPassword };
    const bySms = await signedInBySms(sandbox, 'beat.keller');
    const now = await userOf('luca.bianchi');
    expect(await bySms.patch(path, confirmed, { match: now.etag })).toMatchObject({ problem: 'credential-too-weak' });
    expect(await anna.patch(path, confirmed, { match: now.etag })).toMatchObject({
      status: 200,
      body: { permissions },
    });
    const luca = await signedIn(sandbox, 'luca.bianchi');
    expect(await luca.get('/clients/10001.00/messages')).toMatchObject({ status: 200 });
    expect(await luca.get('/clients/10001.00/salary-declarations')).toMatchObject({ problem: 'not-permitted' });
  });

  test('must know what it changes', async () => {
    const { path, etag } = await userOf('luca.bianchi');
    expect(await anna.patch(path, { language: 'de' })).toMatchObject({ status: 428, problem: 'precondition-required' });
    await anna.patch(path, { language: 'de' }, { match: etag });
    expect(await anna.patch(path, { language: 'fr' }, { match: etag })).toMatchObject({
      status: 412,
      problem: 'precondition-failed',
    });
  });

  test('can not touch the name of a login that acts for others too', async () => {
    const reto = await signedIn(sandbox, 'reto.frei');
    const { items } = (await reto.get('/clients/20001.00/users?q=sara')).body as { items: { id: string }[] };
    const path = `/clients/20001.00/users/${items[0]!.id}`;
    const { etag } = await reto.get(path);
    expect(await reto.patch(path, { mobileNumber: '+41791231231' }, { match: etag })).toMatchObject({
      status: 403,
      problem: 'login-shared',
    });
    const lock = { lockedUntil: null, confirmPassword: seededPassword };
    expect(await reto.patch(path, lock, { match: etag })).toMatchObject({ status: 403, problem: 'login-shared' });
    const rights = { administrator: false, permissions: ['messages'], confirmPassword: seededPassword };
    expect(await reto.patch(path, rights, { match: etag })).toMatchObject({
      status: 200,
      body: { administrator: false },
    });
  });
});

describe('two administrators', () => {
  test('can not deactivate each other without noticing', async () => {
    const beat = await signedIn(sandbox, 'beat.keller');
    const aboutBeat = await userOf('beat.keller');
    const aboutAnna = await userOf('anna.muster', beat);
    expect(await anna.post(`${aboutBeat.path}/deactivation`, undefined, { match: aboutBeat.etag })).toMatchObject({
      status: 200,
    });
    expect(await beat.post(`${aboutAnna.path}/deactivation`, undefined, { match: aboutAnna.etag })).toMatchObject({
      problem: 'session-revoked',
    });
  });

  test('see in the tag of every user when the administrators change', async () => {
    const before = await userOf('luca.bianchi');
    const beat = await userOf('beat.keller');
    await anna.post(`${beat.path}/deactivation`, undefined, { match: beat.etag });
    const after = await userOf('luca.bianchi');
    expect(after.etag).not.toBe(before.etag);
    expect(await anna.post(`${before.path}/deactivation`, undefined, { match: before.etag })).toMatchObject({
      problem: 'precondition-failed',
    });
  });
});

describe('a deactivated user', () => {
  test('may have been the last administrator, who went by himself', async () => {
    const marc = await signedIn(sandbox, 'marc.dubois');
    const { items } = (await marc.get('/clients/10002.00/users?administrator=true')).body as {
      items: { id: string }[];
    };
    expect(items).toHaveLength(1);
    const path = `/clients/10002.00/users/${items[0]!.id}`;
    const { etag } = await marc.get(path);
    expect(await marc.post(`${path}/deactivation`, undefined, { match: etag })).toMatchObject({
      status: 200,
      body: { status: 'deactivated', deactivated: true },
    });
    expect(await marc.get(path)).toMatchObject({ problem: 'session-revoked' });
  });

  test('stays deactivated when it is done again', async () => {
    const { path, etag } = await userOf('claire.favre');
    expect(await anna.post(`${path}/deactivation`, undefined, { match: etag })).toMatchObject({ status: 200, etag });
  });

  test('comes back with the password of an administrator', async () => {
    const { path, etag } = await userOf('claire.favre');
    const back = (confirmPassword: string) => anna.post(`${path}/reactivation`, { confirmPassword }, { match: etag });
    expect(await back('a wrong pass phrase')).toMatchObject({ problem: 'confirmation-failed' });
    expect(await back(seededPassword)).toMatchObject({ status: 200, body: { status: 'active' } });
    expect(await signedIn(sandbox, 'claire.favre').then((claire) => claire.get('/me'))).toMatchObject({ status: 200 });
  });

  test('who acts for several clients keeps the others, and must log in again', async () => {
    const sara = await signedIn(sandbox, 'sara.treuhand');
    const { items } = (await sara.get('/clients/20001.00/users?q=sara')).body as { items: { id: string }[] };
    const path = `/clients/20001.00/users/${items[0]!.id}`;
    const { etag } = await sara.get(path);
    await sara.post(`${path}/deactivation`, undefined, { match: etag });
    expect(await sara.get('/clients')).toMatchObject({ problem: 'session-revoked' });
    const again = await signedIn(sandbox, 'sara.treuhand');
    const clients = (await again.get('/clients')).body as { items: { number: string }[] };
    expect(clients.items.map(({ number }) => number)).toEqual(['20002.00', '20003.00']);
  });
});
