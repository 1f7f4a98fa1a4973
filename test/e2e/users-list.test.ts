import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { piped, printed, withoutNumber } from '../support/printed.js';

interface Shown {
  readonly userName: string;
  readonly lastLoginAt: string | null;
  readonly createdAt: string;
}

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  await office.signIn('anna.muster');
  await office.signIn('luca.bianchi', { profile: 'luca' });
});
afterAll(() => office.close());

const all = [
  ...['anna.muster', 'beat.keller', 'claire.favre', 'dario.rossi', 'eva.meier', 'luca.bianchi', 'noemi.sms'],
];
const lines = (names: readonly string[]) => ({
  exitCode: 0,
  stdout: names.map((name) => `${name}\n`).join(''),
  stderr: '',
});

test('lists names, status, administrator and last login, by user name', async () => {
  const logins = (await printed<readonly Shown[]>(office, 'users list')).map(({ lastLoginAt }) => lastLoginAt);
  expect(await office.run('users list')).toEqual({
    exitCode: 0,
    stdout: piped([
      ['anna.muster', 'Anna', 'Muster', 'active', true, logins[0]],
      ['beat.keller', 'Beat', 'Keller', 'active', true, logins[1]],
      ['claire.favre', 'Claire', 'Favre', 'deactivated', false, logins[2]],
      ['dario.rossi', 'Dario', 'Rossi', 'locked', false, logins[3]],
      ['eva.meier', 'Eva', 'Meier', 'invited', false, null],
      ['luca.bianchi', 'Luca', 'Bianchi', 'active', false, logins[5]],
      ['noemi.sms', 'Noemi', 'Sommer', 'active', false, logins[6]],
    ]),
    stderr: '',
  });
  expect(logins[0]).toBe('2026-11-20T09:00:00+01:00');
});

test.each([
  ['--status active', ['anna.muster', 'beat.keller', 'luca.bianchi', 'noemi.sms']],
  ['--status invited', ['eva.meier']],
  ['--status locked', ['dario.rossi']],
  ['--status deactivated', ['claire.favre']],
  ['--administrators', ['anna.muster', 'beat.keller']],
  ['--theme salary-declaration', ['anna.muster', 'beat.keller', 'luca.bianchi']],
  ['--theme messages --status invited', ['eva.meier']],
  ['--search BIANCHI', ['luca.bianchi']],
  ['-s sommer', ['noemi.sms']],
  ['-s muster-beispiel.example', all],
])('%s', async (filter, names) => {
  expect(await office.run(`users list ${filter} --fields userName`)).toEqual(lines(names));
});

test.each([
  ['--reverse', [...all].reverse()],
  [
    '--sort lastName',
    [...['luca.bianchi', 'claire.favre', 'beat.keller', 'eva.meier', 'anna.muster', 'dario.rossi', 'noemi.sms']],
  ],
  [
    '--sort lastName --reverse',
    [...['noemi.sms', 'dario.rossi', 'anna.muster', 'eva.meier', 'beat.keller', 'claire.favre', 'luca.bianchi']],
  ],
])('%s', async (order, names) => {
  expect(await office.run(`users list ${order} --fields userName`)).toEqual(lines(names));
});

test.each(['lastLoginAt', 'createdAt'] as const)(
  'orders by %s, either way; what never happened stands last',
  async (field) => {
    const times = async (order: string) =>
      (await printed<readonly Shown[]>(office, `users list --sort ${field} ${order}`)).map((user) => user[field]);
    const dated = (await times('')).filter((time) => time !== null).map((time) => Date.parse(time));
    expect(dated).toEqual([...dated].sort((one, other) => one - other));
    expect(dated.length).toBe(field === 'createdAt' ? 7 : 6);
    const reversed = (await times('--reverse')).filter((time) => time !== null).map((time) => Date.parse(time));
    expect(reversed).toEqual([...dated].reverse());
    if (field === 'lastLoginAt')
      expect([(await times('')).at(-1), (await times('--reverse')).at(-1)]).toEqual([null, null]);
  },
);

test('says so when no user fits, and still succeeds', async () => {
  expect(await office.run('users list --status locked --administrators')).toEqual({
    exitCode: 0,
    stdout: '',
    stderr: 'No users.\n',
  });
});

test.each([
  ['--status gone', '--status', 'gone', 'active, invited, locked, deactivated'],
  ['--sort age', '--sort', 'age', 'userName, lastName, lastLoginAt, createdAt'],
])('%s is refused before anything goes over the wire', async (options, option, value, expected) => {
  const before = office.sandbox.exchanges.length;
  expect(await office.run(`users list ${options}`)).toEqual({
    exitCode: 2,
    stdout: '',
    stderr: `Error: “${value}” does not fit the option ${option}. Expected: ${expected}\n`,
  });
  expect(office.sandbox.exchanges.length).toBe(before);
});

test('shows the list to administrators only', async () => {
  expect(withoutNumber(await office.run('users list -p luca'))).toEqual({
    exitCode: 5,
    stdout: '',
    stderr:
      'Error: This login has no right to do that.\n' +
      'Hint: An administrator of the employer can grant it.\n' +
      'Request: NUMBER\n',
  });
});
