import { afterEach, beforeEach, expect, test } from 'vitest';
import { stepAt, totp, totpSecretOf } from '../../sandbox/index.js';
import { codesSent } from '../support/codes.js';
import { Desk } from '../support/desk.js';
import type { Circumstances } from '../support/desk.js';
import { answered, lastRequestId, shownLogin } from '../support/logins.js';
import { whenAnswering, whenWaiting } from '../support/moments.js';
import { openOffice, password } from '../support/office.js';
import type { Office } from '../support/office.js';
import { startSandbox } from '../support/sandbox.js';
import { SharedClock } from '../support/shared-clock.js';

let office: Office;
let portal: string;
const seed = totpSecretOf('095', 'anna.muster');
const env = { CONNECT_PASSWORD: password, CONNECT_TOTP_SECRET: seed };
beforeEach(async () => {
  office = await openOffice();
  portal = office.sandbox.portal();
});
afterEach(() => office.close());

const logIn = (circumstances: Circumstances = {}) =>
  office.run(`login ${portal} -u anna.muster`, { env, ...circumstances });
const later = (seconds: number) => new Date(Date.parse('2026-11-20T20:00:00Z') + seconds * 1000).toISOString();

/** The code of a step, counted from the one that is current. */
const codeIn = (steps: number): string => totp(seed, stepAt(office.sandbox.clock.now().getTime()) + steps);

test('20 logins with one seed at the same moment: all succeed, no code is sent twice, none is rejected', async () => {
  const count = 20;
  const clock = new SharedClock('2026-11-20T09:00:17+01:00');
  const sandbox = await startSandbox({ clock });
  const desk = await Desk.open(clock);
  try {
    const login = () => desk.run(`login ${sandbox.portal()} -u anna.muster`, { env });
    const ended = await clock.together(Array.from({ length: count }, () => login));
    expect(ended.map(({ exitCode, stderr }) => ({ exitCode, errors: stderr.includes('Error') }))).toEqual(
      Array<object>(count).fill({ exitCode: 0, errors: false }),
    );
    const sent = codesSent(sandbox);
    expect(sent.map(({ status }) => status)).toEqual(Array<number>(count).fill(200));
    expect(new Set(sent.map(({ code }) => code)).size).toBe(count);
    // The first at once, 13 seconds before the second; then one a step.
    expect(clock.now()).toEqual(new Date(Date.parse('2026-11-20T08:00:30Z') + (count - 2) * 30_000));
  } finally {
    await desk.close();
    await sandbox.close();
  }
});

test('a second login in the same time step waits for the next, and says so in one line', async () => {
  office.sandbox.clock.advance(12_000);
  expect(await logIn()).toMatchObject({ exitCode: 0, stderr: '' });
  expect(await logIn()).toEqual({
    exitCode: 0,
    stdout: shownLogin(portal, { until: later(30) }),
    stderr: 'The current code has been used. Waiting for the next one: 18 s.\n',
  });
  expect(office.sandbox.clock.slept).toEqual([18_000]);
  expect(codesSent(office.sandbox)).toEqual([
    { code: codeIn(-1), status: 200 },
    { code: codeIn(0), status: 200 },
  ]);
});

test('counts down on a terminal, and leaves nothing of it', async () => {
  office.sandbox.clock.advance(27_000);
  await logIn();
  const { exitCode, stderr } = await logIn({ terminal: { stderr: true } });
  const line = (seconds: number) =>
    `\r\u001b[KThe current code has been used. Waiting for the next one: ${String(seconds)} s.`;
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: `${line(3)}${line(2)}${line(1)}\r\u001b[K` });
});

test('says nothing of it under --quiet', async () => {
  await logIn();
  expect(await office.run(`login ${portal} -u anna.muster -q`, { env })).toMatchObject({ exitCode: 0, stderr: '' });
  expect(office.sandbox.clock.slept).toEqual([30_000]);
});

test('can be interrupted while it waits, before the password has been sent', async () => {
  await logIn();
  const before = office.sandbox.exchanges.length;
  const ctrlC = new AbortController();
  whenWaiting(office.sandbox, () => ctrlC.abort());
  const ended = await logIn({ interrupted: ctrlC.signal });
  expect(ended).toEqual({
    exitCode: 130,
    stdout: '',
    stderr: 'The current code has been used. Waiting for the next one: 30 s.\nError: Interrupted.\n',
  });
  expect(answered(office.sandbox, before)).toEqual([]);
});

test('a code is taken for used if its answer was lost', async () => {
  office.sandbox.faults('drop-after-commit=answerLogin:1');
  expect(await logIn()).toMatchObject({ exitCode: 6 });
  expect(await logIn()).toMatchObject({ exitCode: 0 });
  const codes = codesSent(office.sandbox).map(({ code }) => code);
  expect(codes).toEqual([codeIn(-1), codeIn(0)]);
});

test('a code that was never sent is not taken for used: after a wrong password nobody waits', async () => {
  const wrong = await logIn({ env: { ...env, CONNECT_PASSWORD: 'not the password' } });
  expect(wrong).toMatchObject({ exitCode: 4 });
  expect(await logIn()).toMatchObject({ exitCode: 0, stderr: '' });
  expect(office.sandbox.clock.slept).toEqual([]);
});

test('the same seed at another portal has a turn of its own', async () => {
  await logIn();
  const other = await office.run(`login ${office.sandbox.portal('060')} -u sara.treuhand`, { env });
  expect(other).toMatchObject({ exitCode: 4 });
  expect(office.sandbox.clock.slept).toEqual([]);
});

test('a code that another computer has used is followed by the next one, once', async () => {
  const elsewhere = await Desk.open(office.sandbox.clock);
  const line = `login ${portal} -u anna.muster -q`;
  expect(await elsewhere.run(line, { env })).toMatchObject({ exitCode: 0 });
  expect(await logIn()).toMatchObject({ exitCode: 0 });
  await elsewhere.close();
  expect(codesSent(office.sandbox)).toEqual([
    { code: codeIn(-1), status: 200 },
    { code: codeIn(-1), status: 401 },
    { code: codeIn(0), status: 200 },
  ]);
});

test('if that one has been used, too, it gives up', async () => {
  const elsewhere = await Desk.open(office.sandbox.clock);
  const line = `login ${portal} -u anna.muster -q`;
  for (const step of [0, 1]) {
    expect(await elsewhere.run(line, { env }), String(step)).toMatchObject({ exitCode: 0 });
    office.sandbox.clock.advance(30_000);
  }
  await elsewhere.close();
  office.sandbox.clock.advance(-60_000);
  const before = office.sandbox.exchanges.length;
  expect(await office.run(line, { env })).toEqual({
    exitCode: 4,
    stdout: '',
    stderr:
      'Error: This code was used already. Each code is good for one login.\n' +
      'Hint: Wait up to 30 seconds for the next code, then log in again.\n' +
      `Request: ${lastRequestId(office.sandbox)}\n`,
  });
  expect(codesSent(office.sandbox, before)).toEqual([
    { code: codeIn(-1), status: 401 },
    { code: codeIn(0), status: 401 },
  ]);
});

test('a wrong code is followed by none', async () => {
  const wrong = { ...env, CONNECT_TOTP_SECRET: totpSecretOf('095', 'luca.bianchi') };
  expect(await logIn({ env: wrong })).toMatchObject({ exitCode: 4 });
  expect(codesSent(office.sandbox).map(({ status }) => status)).toEqual([401]);
});

test('a code whose time goes by while the portal looks at the password is not sent any more', async () => {
  const busy = () => office.sandbox.clock.advance(61_000);
  whenAnswering(office.sandbox, /login[/]password$/, busy);
  expect(await logIn()).toMatchObject({ exitCode: 0 });
  expect(codesSent(office.sandbox)).toEqual([{ code: codeIn(0), status: 200 }]);
});
