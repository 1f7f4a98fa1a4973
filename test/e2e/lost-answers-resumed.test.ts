import { rename } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
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
import type { Run } from '../support/desk.js';
import { codeFromSms, invite, lastRequestId } from '../support/logins.js';
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

const make = (change: ChangeAtPortal, ...more: readonly string[]) => makeChange(office, change, ...more);
const unknown = () => outcomeUnknown(portal);

test('says that it asks for the same change again', async () => {
  office.sandbox.faults('drop-after-commit=createUser:*');
  await make(createUser);
  office.sandbox.faults();
  const { stderr, exitCode } = await office.run(createUser.argv, { stdin: createUser.stdin! });
  expect({ stderr, exitCode }).toEqual({
    exitCode: 0,
    stderr:
      'Create the user Lea Neu (lea.neu@muster.example) with: messages\n' +
      `Client: Muster Beispiel AG (10001.00), fund 095, ${portal}\n` +
      'The same change was sent at 20 Nov 2026, 09:00 and never answered. ' +
      'It is asked for again under its key, so it can’t happen twice.\n',
  });
});

test('a change that differs in anything is another one', async () => {
  office.sandbox.faults('drop-before-commit=createUser:*');
  await make(createUser);
  office.sandbox.faults();
  expect(await make(createUser, '--email', 'lia.neu@muster.example')).toMatchObject({ exitCode: 0 });
  expect(await intents(office)).toHaveLength(1);
});

/** What says nothing of an attempt that an earlier run has made, and what the person reads then. */
const silences: readonly (readonly [why: string, meet: () => Promise<Run>, exitCode: number, told: string])[] = [
  [
    'the password is mistyped, which makes it another request under the same key',
    () => make({ ...createUser, stdin: 'mistyped\n' }),
    5,
    'Error: The portal knows the key of this change from a request that was not the same.\n' +
      'Hint: If your own password was mistyped this time, run the command again. ' +
      'Otherwise look first whether the change was made already.\n',
  ],
  [
    'the second factor is too weak now',
    async () => {
      const line = `login ${portal} -u anna.muster --method sms -q`;
      const env = { CONNECT_PASSWORD: password };
      await office.run(line, { env, terminal: { stdin: true }, answers: [codeFromSms(office)] });
      return make(createUser);
    },
    5,
    'Error: This needs a stronger login: “otp”, and this session is “sms”.\n' +
      'Hint: connect login --method otp, or a stronger one: sms < otp (authenticator app; connect otp enrol sets it up) ' +
      '< certificate (client certificate).\n',
  ],
  [
    'the session is over',
    () => {
      office.sandbox.clock.advance(12 * 3_600_000);
      return make(createUser);
    },
    4,
    'Error: The session has ended.\nHint: connect login\n',
  ],
];

test.each(silences)('stays unknown the next time if %s', async (_why, meet, exitCode, told) => {
  office.sandbox.faults('drop-after-commit=createUser:*');
  expect(withoutRequest(await make(createUser))).toEqual(unknown());
  const noted = await intents(office);
  office.sandbox.faults();
  expect(withoutRequest(await meet())).toEqual({ exitCode, stdout: '', stderr: told });
  expect(await intents(office)).toEqual(noted);
  office.sandbox.faults();
  office.sandbox.clock.advance(30_000);
  await office.signIn('anna.muster');
  expect(await make(createUser)).toMatchObject({ exitCode: 0, stderr: '' });
  expect(keysOf(office, createUser).at(-1)).toBe(noted[0]?.['key']);
  expect(timesMade(office, createUser)).toBe(1);
  expect(await intents(office)).toEqual([]);
});

test('stays unknown, too, if it never arrived and the password is mistyped the next time', async () => {
  office.sandbox.faults('drop-before-commit=createUser:*');
  expect(withoutRequest(await make(createUser))).toEqual(unknown());
  const noted = await intents(office);
  office.sandbox.faults();
  expect(withoutRequest(await make({ ...createUser, stdin: 'mistyped\n' }))).toEqual({
    exitCode: 5,
    stdout: '',
    stderr:
      'Error: Your own password was wrong, so nothing was changed.\n4 attempts are left.\n' +
      'Hint: Try again. After five wrong answers you are locked for a while.\n',
  });
  expect(await intents(office)).toEqual(noted);
  expect(await make(createUser)).toMatchObject({ exitCode: 0, stderr: '' });
  expect(timesMade(office, createUser)).toBe(1);
});

test('is forgotten, too, once the portal has refused it the next time, for it was not made before', async () => {
  office.sandbox.faults('drop-before-commit=createUser:*');
  expect(await make(createUser)).toMatchObject({ exitCode: 9 });
  office.sandbox.faults();
  // Somebody else was faster.
  await invite(office);
  expect(await intents(office)).toHaveLength(1);
  expect(await make(createUser)).toEqual({
    exitCode: 5,
    stdout: '',
    stderr:
      'Error: There is a login with this e-mail address at this fund already.\n' +
      'Hint: connect users list --search ADDRESS shows whose it is.\n' +
      `Request: ${lastRequestId(office.sandbox)}\n`,
  });
  expect(await intents(office)).toEqual([]);
});

test('a salary file under another name is the same upload, which goes on under the first name', async () => {
  office.sandbox.faults('drop-after-commit=submitSalaryDeclaration:*');
  expect(await make(submitSalaries)).toMatchObject({ exitCode: 9 });
  const [lost] = await intents(office);
  office.sandbox.faults();
  const work = path.join(office.desk.home, 'work');
  await rename(path.join(work, 'lohn-2025.xml'), path.join(work, 'noch-einmal.xml'));
  const renamed = { ...submitSalaries, argv: ['salary', 'upload', 'noch-einmal.xml'], files: {} };
  expect(await make(renamed, '--fields', 'id,fileName')).toEqual({
    exitCode: 0,
    stdout: expect.stringMatching(/^id\tdec_\w+\nfileName\tlohn-2025\.xml\n$/) as string,
    stderr: '',
  });
  expect(keysOf(office, submitSalaries).at(-1)).toBe(lost?.['key']);
  expect(await intents(office)).toEqual([]);
  expect(timesMade(office, submitSalaries)).toBe(1);
});
