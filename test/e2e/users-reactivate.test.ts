import { afterEach, beforeEach, expect, test } from 'vitest';
import { outcomeUnknown, withoutRequest } from '../support/changes.js';
import { answered } from '../support/logins.js';
import { openOffice, password } from '../support/office.js';
import type { Office } from '../support/office.js';
import { announced, withoutNumber } from '../support/printed.js';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await office.signIn('anna.muster', { profile: 'anna' });
});
afterEach(() => office.close());

const stdin = `${password}\n`;
const claire = 'users reactivate claire.favre --password-stdin --fields userName,status';
const back = { exitCode: 0, stdout: 'userName\tclaire.favre\nstatus\tactive\n' };
const what = 'Reactivate Claire Favre (claire.favre) with: employees, messages';
const reactivations = () => answered(office.sandbox).filter((one) => one.includes('/reactivation'));

test('lets somebody in again, who can log in as before', async () => {
  expect(await office.run(claire, { stdin })).toEqual({ ...back, stderr: announced(office, what) });
  await office.signIn('claire.favre', { profile: 'claire' });
});

test('a wrong password of one’s own changes nothing', async () => {
  expect(withoutNumber(await office.run(claire, { stdin: 'wrong\n' }))).toEqual({
    exitCode: 5,
    stdout: '',
    stderr:
      announced(office, what) +
      'Error: Your own password was wrong, so nothing was changed.\n4 attempts are left.\n' +
      'Hint: Try again. After five wrong answers you are locked for a while.\nRequest: NUMBER\n',
  });
});

test('a dry run asks nothing and sends nothing', async () => {
  const before = office.sandbox.dump();
  const ended = await office.run('users reactivate claire.favre --dry-run -o json');
  expect(ended).toMatchObject({ exitCode: 0, stderr: announced(office, what) });
  expect(JSON.parse(ended.stdout)).toEqual({
    dryRun: true,
    wouldDo: what,
    request: {
      method: 'POST',
      path: expect.stringMatching(/^\/clients\/10001\.00\/users\/usr_\w+\/reactivation$/) as string,
    },
  });
  expect(office.sandbox.dump()).toEqual(before);
});

test('somebody who is not deactivated: says so, asks nothing and sends nothing', async () => {
  expect(await office.run('users reactivate beat.keller --fields userName')).toEqual({
    exitCode: 0,
    stdout: 'userName\tbeat.keller\n',
    stderr: announced(office, 'Beat Keller (beat.keller) is not deactivated.'),
  });
  expect(reactivations()).toEqual([]);
});

test('an administrator who comes back makes the client safe; before that it was told to be fragile', async () => {
  expect(await office.run('users deactivate beat.keller --yes -q')).toMatchObject({ exitCode: 0, stderr: '' });
  expect(await office.run('users reactivate beat.keller --password-stdin --fields status', { stdin })).toEqual({
    exitCode: 0,
    stdout: 'status\tactive\n',
    stderr: announced(office, 'Reactivate Beat Keller (beat.keller) as administrator.'),
  });
  expect((await office.run('users show anna.muster --fields accessVerdict')).stdout).toBe('accessVerdict\tsafe\n');
});

test('who is no administrator lets nobody in', async () => {
  await office.signIn('luca.bianchi', { profile: 'luca' });
  expect(withoutNumber(await office.run(`${claire} -p luca`, { stdin }))).toEqual({
    exitCode: 5,
    stdout: '',
    stderr:
      'Error: This login has no right to do that.\n' +
      'Hint: An administrator of the employer can grant it.\nRequest: NUMBER\n',
  });
});

test('a lost answer is found out by looking, and is unknown where looking tells nothing', async () => {
  office.sandbox.faults('drop-before-commit=reactivateUser:1');
  expect(withoutRequest(await office.run(`${claire} -q`, { stdin }))).toEqual(outcomeUnknown(office.sandbox.portal()));
  office.sandbox.faults('drop-after-commit=reactivateUser:*');
  expect(await office.run(`${claire} -q`, { stdin })).toEqual({ ...back, stderr: '' });
  expect(reactivations()).toHaveLength(1);
});
