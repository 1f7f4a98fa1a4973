import { afterEach, beforeEach, expect, test } from 'vitest';
import { answered, lastRequestId } from '../support/logins.js';
import { openOffice, password } from '../support/office.js';
import type { Office } from '../support/office.js';

let office: Office;
let before: number;
beforeEach(async () => {
  office = await openOffice();
  await office.signIn('anna.muster');
  before = office.sandbox.exchanges.length;
});
afterEach(() => office.close());

const line = 'users list --administrators --fields userName,status';
const good = { exitCode: 0, stdout: 'anna.muster\tactive\nbeat.keller\tactive\n', stderr: '' };
const slept = () => office.sandbox.clock.slept;
const users = '/clients/10001.00/users';
const since = () => answered(office.sandbox, before).slice(1);
const failed = (message: string, hint: string) => ({
  exitCode: 6,
  stdout: '',
  stderr: `Error: ${message}\nHint: ${hint}\nRequest: ${lastRequestId(office.sandbox)}\n`,
});

test.each([503, 429])('a %i makes a read wait as long as the portal asks for, then ask again', async (status) => {
  office.sandbox.faults(`status=${status}:listUsers:2:7`);
  expect(await office.run(line)).toEqual(good);
  expect(slept()).toEqual([7000, 7000]);
  expect(since()).toEqual([`GET ${users} ${status}`, `GET ${users} ${status}`, `GET ${users} 200`]);
});

test('waits longer each time where the portal does not say how long, and gives up after four attempts', async () => {
  office.sandbox.faults('status=503:listUsers:3');
  expect(await office.run(line)).toEqual(good);
  expect(slept()).toEqual([250, 500, 1000]);
  office.sandbox.faults('status=503:listUsers:*');
  before = office.sandbox.exchanges.length;
  expect(await office.run(line)).toEqual(
    failed(`${office.sandbox.portal()} is not available at the moment.`, 'Try again later.'),
  );
  expect(since()).toEqual(Array<string>(4).fill(`GET ${users} 503`));
  expect(slept()).toEqual([250, 500, 1000, 250, 500, 1000]);
});

test('says that there were too many requests when waiting did not help', async () => {
  office.sandbox.faults('status=429:listUsers:*:60');
  expect(await office.run(line)).toEqual(
    failed('The portal asks for patience: too many requests.', 'Try again later.'),
  );
  expect(slept()).toEqual([60_000, 60_000, 60_000]);
});

test('nobody waits longer than a minute: gives up at once if the portal asks for more', async () => {
  office.sandbox.faults('status=503:listUsers:*:61');
  expect(await office.run(line)).toMatchObject({ exitCode: 6, stdout: '' });
  expect(since()).toEqual([`GET ${users} 503`]);
  expect(slept()).toEqual([]);
});

test.each(['502', '504'])('a %s that a proxy says in HTML is no answer of the portal: asks again', async (status) => {
  office.sandbox.faults(`status=${status}:listUsers:2`);
  expect(await office.run(line)).toEqual(good);
  expect(slept()).toEqual([250, 500]);
});

test('does not ask a portal again that has failed', async () => {
  office.sandbox.faults('status=500:listUsers:*');
  expect(await office.run(line)).toEqual(
    failed('The portal failed.', 'Try again later. If it persists, tell the fund the number of the request.'),
  );
  expect(since()).toEqual([`GET ${users} 500`]);
});

test.each(['drop-before-commit', 'drop-after-commit', 'truncate'])(
  'asks again where the connection breaks (%s), and shows each row once',
  async (kind) => {
    office.sandbox.faults(`${kind}=listUsers:3`);
    expect(await office.run(line)).toEqual(good);
    expect(slept()).toEqual([250, 500, 1000]);
  },
);

test.each(['drop-before-commit', 'drop-after-commit', 'truncate'])(
  'gives up where the connection breaks four times (%s), and shows nothing',
  async (kind) => {
    office.sandbox.faults(`${kind}=listUsers:*`);
    const { stderr, ...ended } = await office.run(line);
    expect(ended).toEqual({ exitCode: 6, stdout: '' });
    // The portal does not note a request that it drops, so only its form is known.
    expect(stderr.replace(/[\da-f-]{36}\n$/, 'ID\n')).toBe(
      `Error: The connection to ${office.sandbox.portal()} broke.\nHint: Try again.\nRequest: ID\n`,
    );
    expect(slept()).toEqual([250, 500, 1000]);
  },
);

test('a clock of the portal that is an hour ahead or behind confuses nobody', async () => {
  await office.run('logout');
  for (const seconds of [3600, -3600]) {
    office.sandbox.faults(`skew=${seconds}:*:*`);
    before = office.sandbox.exchanges.length;
    await office.signIn('anna.muster');
    office.sandbox.clock.advance(10 * 60_000);
    expect(await office.run(line)).toEqual(good);
    expect(since().slice(1)).toEqual(['POST /session/refresh 200', 'GET /clients 200', `GET ${users} 200`]);
    const dates = office.sandbox.exchanges.slice(-1).map(({ responseHeaders }) => Date.parse(responseHeaders['date']!));
    expect(dates).toEqual([office.sandbox.clock.now().getTime() + seconds * 1000]);
  }
  expect(slept()).toEqual([]);
});

test.each([
  ['startLogin', 'POST /login/password 200'],
  ['answerLogin', 'POST /login/code 200'],
])('sends neither password nor code a second time if the answer to %s is lost', async (operation, sent) => {
  office.sandbox.faults(`drop-after-commit=${operation}:1`);
  const login = `login ${office.sandbox.portal()} -u luca.bianchi --password-stdin --otp-stdin`;
  const code = office.sandbox.totp('luca.bianchi');
  expect(await office.run(login, { stdin: `${password}\n${code}\n` })).toEqual(
    failed(`The connection to ${office.sandbox.portal()} broke.`, 'Try again.'),
  );
  expect(answered(office.sandbox, before).filter((one) => one === sent)).toEqual([sent]);
  expect(answered(office.sandbox, before).at(-1)).toBe(sent);
});
