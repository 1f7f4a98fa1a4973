import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Desk } from '../support/desk.js';
import { openOffice, password } from '../support/office.js';
import type { Office } from '../support/office.js';
import { withoutNumber } from '../support/printed.js';
import { startRelay } from '../support/relay.js';
import type { Relay } from '../support/relay.js';

let office: Office;
let relay: Relay;
let anna: Desk;
let beat: Desk;
beforeEach(async () => {
  office = await openOffice();
  relay = await startRelay(office.sandbox.origin);
  anna = await deskOf('anna.muster');
  beat = await deskOf('beat.keller');
});
afterEach(async () => {
  await Promise.all([anna.close(), beat.close()]);
  await office.close();
});

async function deskOf(userName: string): Promise<Desk> {
  const desk = await Desk.open(office.sandbox.clock);
  const login = ['login', `${relay.origin}/ak095`, '-u', userName, '--password-stdin', '--otp-stdin', '-q'];
  const stdin = `${password}\n${office.sandbox.totp(userName)}\n`;
  expect(await desk.run(login, { stdin })).toMatchObject({ exitCode: 0, stderr: '' });
  return desk;
}

const stdin = `${password}\n`;
const isEdit = (name: string): boolean => name.startsWith('PATCH ');

/** Lets beat.keller do something at the very moment when anna.muster’s change is on its way. */
function meanwhile(line: string): void {
  relay.on({
    request: async (name) => {
      if (!isEdit(name)) return;
      relay.on({});
      expect(await beat.run(`${line} -q`, { stdin })).toMatchObject({ exitCode: 0, stderr: '' });
    },
  });
}

describe('somebody else changes the same user between reading and writing', () => {
  test('and nothing is overwritten: both versions are shown, field by field', async () => {
    meanwhile('users edit luca.bianchi --last-name Blanc --language fr --grant messages --password-stdin');
    const line = 'users edit luca.bianchi --first-name Luc --last-name Rossi -q';
    expect(withoutNumber(await anna.run(line))).toEqual({
      exitCode: 5,
      stdout: '',
      stderr:
        'Error: Somebody else changed Luca Bianchi at the same time, so your change was not made. ' +
        'first name: before Luca, yours Luc, theirs Luca; last name: before Bianchi, yours Rossi, theirs Blanc; ' +
        'language: before it, yours it, theirs fr; permissions: before salary declaration, yours salary declaration, ' +
        'theirs salary declaration, messages\n' +
        'Hint: Run the command again if you still want it: it looks at the new state.\nRequest: NUMBER\n',
    });
    const shown = '--fields firstName,lastName,language,permissions';
    expect((await anna.run(`users show luca.bianchi ${shown}`)).stdout).toBe(
      'firstName\tLuca\nlastName\tBlanc\nlanguage\tfr\npermissions\tsalary-declaration,messages\n',
    );
    expect((await anna.run(`${line} ${shown}`)).stdout).toBe(
      'firstName\tLuc\nlastName\tRossi\nlanguage\tfr\npermissions\tsalary-declaration,messages\n',
    );
  });

  test('and it is the very same change: it is made, whoever made it', async () => {
    meanwhile('users edit luca.bianchi --last-name Rossi');
    expect(await anna.run('users edit luca.bianchi --last-name Rossi -q --fields lastName')).toEqual({
      exitCode: 0,
      stdout: 'lastName\tRossi\n',
      stderr: '',
    });
  });

  test('and only the set of administrators is another: the change is not made, and the next time looks again', async () => {
    meanwhile('users edit noemi.sms --administrator --password-stdin');
    const line = 'users edit luca.bianchi --last-name Rossi -q --fields lastName';
    expect(withoutNumber(await anna.run(line))).toEqual({
      exitCode: 5,
      stdout: '',
      stderr:
        'Error: Somebody changed this at the same time, so your change was not made.\n' +
        'Hint: Run the command again: it looks at the new state.\nRequest: NUMBER\n',
    });
    expect(await anna.run(line)).toMatchObject({ exitCode: 0, stdout: 'lastName\tRossi\n' });
  });
});

test.each([
  ['the right from each other', '--no-administrator --theme messages', 'beat.keller', 'anna.muster'],
  ['the right from themselves', '--no-administrator --theme messages', 'anna.muster', 'beat.keller'],
  ['each other’s login by a lock', '--locked-until 2099-01-01T00:00:00Z', 'beat.keller', 'anna.muster'],
])('two administrators take %s at the same moment: one stays', async (_what, options, annas, beats) => {
  const waiting: (() => void)[] = [];
  relay.on({
    request: async (name) => {
      if (!isEdit(name)) return;
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        if (waiting.length === 2) for (const go of waiting) go();
      });
    },
  });
  const line = (name: string) => `users edit ${name} ${options} --password-stdin -q`;
  const ends = await Promise.all([anna.run(line(annas), { stdin }), beat.run(line(beats), { stdin })]);
  relay.on({});
  expect(ends.map(({ exitCode }) => exitCode).sort()).toEqual([0, expect.toBeOneOf([4, 5])]);
  await office
    .signIn('anna.muster', { profile: 'witness' })
    .catch(() => office.signIn('beat.keller', { profile: 'witness' }));
  const states = await Promise.all(
    [anna, beat].map((desk) => desk.run('users list --administrators --status active --fields userName')),
  );
  expect(states.map(({ stdout }) => stdout)).toContainEqual(expect.toBeOneOf(['anna.muster\n', 'beat.keller\n']));
});
