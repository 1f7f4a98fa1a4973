import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  changes,
  createUser,
  intents,
  keysOf,
  makeChange,
  outcomeUnknown,
  submitSalaries,
  timesMade,
  withoutRequest,
} from '../support/changes.js';
import type { ChangeAtPortal } from '../support/changes.js';
import { answeredLate } from '../support/late-answers.js';
import { answered, lastRequestId } from '../support/logins.js';
import { whenAnswering } from '../support/moments.js';
import { openOffice, password } from '../support/office.js';
import type { Office } from '../support/office.js';

let office: Office;
let portal: string;
beforeEach(async () => {
  office = await openOffice();
  portal = office.sandbox.portal();
  await office.signIn('anna.muster');
});
afterEach(() => office.close());

const submittedDetails = {
  year: 2025,
  fileName: 'lohn-2025.xml',
  sha256: expect.stringMatching(/^[\da-f]{64}$/) as string,
  bytes: expect.any(Number) as number,
  test: false,
  replaces: null,
  attachments: [],
};
const make = (change: ChangeAtPortal, ...more: readonly string[]) => makeChange(office, change, ...more);

describe.each(changes.map((change) => [change.name, change] as const))('connect %s', (_name, change) => {
  const { operation } = change;
  const unknown = () => outcomeUnknown(portal, change);

  test('asks again under the same key if the answer is lost, and the portal makes it once', async () => {
    office.sandbox.faults(`drop-after-commit=${operation}:3`);
    const ended = await make(change);
    expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
    expect(timesMade(office, change)).toBe(1);
    const keys = keysOf(office, change);
    expect(keys).toEqual(Array(4).fill(keys[0]));
    expect(office.sandbox.clock.slept).toEqual([250, 500, 1000]);
    expect(await intents(office)).toEqual([]);
  });

  test.each([
    ['drop-after-commit', 1],
    ['truncate', 1],
    ['drop-before-commit', 0],
    ['status=504', 0],
  ])('does not know what happened if no answer ever comes (%s), and finds out the next time', async (fault, made) => {
    office.sandbox.faults(fault.includes('=') ? `${fault}:${operation}:*` : `${fault}=${operation}:*`);
    expect(withoutRequest(await make(change))).toEqual(unknown());
    expect(timesMade(office, change)).toBe(made);
    const [intent, ...others] = await intents(office);
    expect(others).toEqual([]);
    expect(intent).toEqual({
      key: expect.stringMatching(/^[\da-f-]{36}$/) as string,
      operation: change.name.replace(' ', '.'),
      portal,
      client: '10001.00',
      content: expect.stringMatching(/^[\da-f]{64}$/) as string,
      begunAt: expect.stringMatching(/^2026-11-20T08:0\d:\d\d\.\d{3}Z$/) as string,
      ...(change === submitSalaries && { details: submittedDetails }),
    });

    office.sandbox.faults();
    const again = await make(change);
    expect(again).toMatchObject({ exitCode: 0, stderr: '' });
    expect(keysOf(office, change).at(-1)).toBe(intent?.['key']);
    expect(timesMade(office, change)).toBe(1);
    expect(await intents(office)).toEqual([]);
  });

  test('stays unknown while the portal is down', async () => {
    office.sandbox.faults(`drop-after-commit=${operation}:*`);
    expect(await make(change)).toMatchObject({ exitCode: 9 });
    const noted = await intents(office);
    office.sandbox.faults(`status=503:${operation}:*`);
    expect(await make(change)).toEqual({
      exitCode: 6,
      stdout: '',
      stderr:
        `Error: ${portal} is not available at the moment.\nHint: Try again later.\n` +
        `Request: ${lastRequestId(office.sandbox)}\n`,
    });
    expect(await intents(office)).toEqual(noted);
    office.sandbox.faults();
    expect(await make(change)).toMatchObject({ exitCode: 0, stderr: '' });
    expect(timesMade(office, change)).toBe(1);
  });

  test('is unknown, too, if the answer is lost and then the portal is down', async () => {
    office.sandbox.faults(`drop-after-commit=${operation}:1`);
    whenAnswering(office.sandbox, /^POST .*clients/, () => {
      office.sandbox.faults(`status=503:${operation}:*`);
    });
    expect(withoutRequest(await make(change))).toEqual(unknown());
    expect(timesMade(office, change)).toBe(1);
    expect(await intents(office)).toHaveLength(1);
  });
});

test('is forgotten once the portal has refused it, for then it was not made', async () => {
  expect(await make({ ...createUser, stdin: 'mistyped\n' })).toMatchObject({ exitCode: 5 });
  expect(await intents(office)).toEqual([]);
  expect(timesMade(office, createUser)).toBe(0);
});

test('is forgotten if nobody is there any more to send it to', async () => {
  const gone = await openOffice();
  await gone.signIn('anna.muster');
  const goHome = answeredLate('password', () => {
    void gone.sandbox.close();
    return password;
  });
  const argv = createUser.argv.filter((word) => word !== '--password-stdin');
  const ended = await gone.run([...argv, '-q'], { terminal: { stdin: true }, answers: [goHome] });
  expect(withoutRequest(ended)).toEqual({
    exitCode: 6,
    stdout: '',
    stderr:
      `Error: Nobody answers at ${gone.sandbox.portal()}: the connection was refused.\n` +
      'Hint: Is the address right, and is the portal running? A firewall may also be in the way.\n',
  });
  expect(answered(gone.sandbox).at(-1)).toBe('GET /clients 200');
  expect(await intents(gone)).toEqual([]);
  await gone.desk.close();
});

describe('connect users deactivate', () => {
  const deactivations = () => answered(office.sandbox).filter((one) => one.includes('/deactivation'));
  const line = 'users deactivate luca.bianchi --yes -q --fields userName,status';
  const done = { exitCode: 0, stdout: 'userName\tluca.bianchi\nstatus\tdeactivated\n', stderr: '' };

  test('finds out by looking if the answer is lost, and asks only once', async () => {
    office.sandbox.faults('drop-after-commit=deactivateUser:*');
    expect(await office.run(line)).toEqual(done);
    expect(deactivations()).toHaveLength(1);
  });

  test('does not claim anything if it looks and nothing has changed, and works the next time', async () => {
    office.sandbox.faults('drop-before-commit=deactivateUser:1');
    expect(withoutRequest(await office.run(line))).toEqual(outcomeUnknown(portal));
    expect(deactivations()).toEqual([]);
    expect(await office.run(line)).toEqual(done);
  });

  test('does not claim anything if it can’t even look', async () => {
    office.sandbox.faults('drop-after-commit=deactivateUser:1');
    whenAnswering(office.sandbox, /deactivation$/, () => office.sandbox.faults('drop-before-commit=getUser:*'));
    expect(withoutRequest(await office.run(line))).toEqual(outcomeUnknown(portal));
    office.sandbox.faults();
    expect(await office.run(line)).toEqual(done);
    expect(deactivations()).toHaveLength(1);
  });
});
