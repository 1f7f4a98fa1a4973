import { afterEach, beforeEach, expect, test } from 'vitest';
import { totpSecretOf } from '../../sandbox/index.js';
import { FakeClock, invented } from '../support/clock.js';
import { Desk } from '../support/desk.js';
import { lastRequestId } from '../support/logins.js';
import { password } from '../support/office.js';
import { startSandbox } from '../support/sandbox.js';
import type { TestSandbox } from '../support/sandbox.js';

let sandbox: TestSandbox;
beforeEach(async () => (sandbox = await startSandbox()));
afterEach(() => sandbox.close());

const env = { CONNECT_PASSWORD: password, CONNECT_TOTP_SECRET: totpSecretOf('095', 'anna.muster') };

/** A desk whose clock is wrong by so many seconds. */
async function wrongBy<T>(seconds: number, work: (desk: Desk) => Promise<T>): Promise<T> {
  const desk = await Desk.open(new FakeClock(new Date(Date.parse(invented) + seconds * 1000)));
  try {
    return await work(desk);
  } finally {
    await desk.close();
  }
}

const logIn = (seconds: number) =>
  wrongBy(seconds, (desk) => desk.run(`login ${sandbox.portal()} -u anna.muster`, { env }));
const refused = (message: string, hint: string) => ({
  exitCode: 4,
  stdout: '',
  stderr: `Error: ${message}\n4 attempts are left.\nHint: ${hint}\nRequest: ${lastRequestId(sandbox)}\n`,
});
const setClock = 'Set the clock, then log in again. After five wrong answers the user is locked for a while.';

test.each([
  [300, 'ahead of'],
  [61, 'ahead of'],
  [-61, 'behind'],
  [-7200, 'behind'],
])('a clock that is wrong by %i seconds is named as the cause of a wrong code', async (seconds, where) => {
  expect(await logIn(seconds)).toEqual(
    refused(
      'The code is wrong, and this is the likely cause: the clock of this computer, which computed it, is ' +
        `${String(Math.abs(seconds))} seconds ${where} the portal’s.`,
      setClock,
    ),
  );
});

test('a clock that is wrong by half a minute does no harm', async () => {
  expect(await logIn(29)).toMatchObject({ exitCode: 0, stderr: '' });
  expect(await logIn(-29)).toMatchObject({ exitCode: 0, stderr: '' });
});

const usual =
  'Try again with a new code. If the app’s codes are always wrong, the clock of the phone or of this computer is. After ' +
  'five wrong answers the user is locked for a while.';

test('the clock is not blamed where a phone made the code', async () => {
  const stdin = `${password}\n000000\n`;
  const ended = await wrongBy(300, (desk) =>
    desk.run(`login ${sandbox.portal()} -u anna.muster --password-stdin --otp-stdin`, { stdin }),
  );
  expect(ended).toEqual(refused('The code is wrong.', usual));
});

test('nor where it is right and the seed is another’s', async () => {
  const other = { ...env, CONNECT_TOTP_SECRET: totpSecretOf('095', 'luca.bianchi') };
  const ended = await wrongBy(20, (desk) => desk.run(`login ${sandbox.portal()} -u anna.muster`, { env: other }));
  expect(ended).toEqual(refused('The code is wrong.', usual));
});

test('it is named by what the portal’s Date says', async () => {
  sandbox.faults('skew=-300:*:*');
  const other = { ...env, CONNECT_TOTP_SECRET: totpSecretOf('095', 'luca.bianchi') };
  const ended = await wrongBy(0, (desk) =>
    desk.run(`login ${sandbox.portal()} -u anna.muster -o json --lang de`, { env: other }),
  );
  expect(JSON.parse(ended.stderr)).toMatchObject({
    code: 'clock-ahead',
    exitCode: 4,
    title:
      'Der Code ist falsch, wahrscheinlich deshalb: Die Uhr dieses Computers, der ihn berechnet hat, geht gegenüber ' +
      'jener des Portals 300 Sekunden vor.',
    params: { seconds: 300, attemptsLeft: 4 },
  });
});

test('it is named where a first code was computed here, too', async () => {
  const ended = await wrongBy(0, async (desk) => {
    const code = sandbox.totp('anna.muster');
    await desk.run(`login ${sandbox.portal()} -u anna.muster --password-stdin --otp-stdin`, {
      stdin: `${password}\n${code}\n`,
    });
    desk.clock.advance(-200_000);
    return desk.run('otp enrol --store-seed --yes -q', { env });
  });
  expect(ended).toMatchObject({
    exitCode: 4,
    stderr: expect.stringContaining('is 200 seconds behind the portal’s.') as string,
  });
});
