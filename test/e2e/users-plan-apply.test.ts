import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { whenAnswering } from '../support/moments.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { signedIn } from '../support/portal-client.js';
import {
  confirmed,
  desired,
  lastRun,
  madeOfUsers,
  planned,
  planOf,
  runFolders,
  stateOfPortal,
} from '../support/plans.js';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await office.signIn('anna.muster', { profile: 'anna' });
});
afterEach(() => office.close());

const wanted = `
version: 1
roles:
  payroll: [salary-declaration, employees]
clients:
  10001.00:
    users:
      anna.muster: administrator
      beat.keller: { roles: payroll, mobile: +41791112233 }
      luca.bianchi: { roles: administrator, lastName: Rossi }
      claire.favre: payroll
      noemi.sms: { state: deactivated }
`;
const lea = `
      lea.neu:
        { email: lea.neu@muster.example, firstName: Lea, lastName: Neu, language: de, mobile: +41791234599, themes: [messages] }
`;
const steps = [
  'updateUser luca.bianchi',
  'updateUser claire.favre',
  'reactivateUser claire.favre',
  'updateUser beat.keller',
  'deactivateUser noemi.sms',
];
/** The same the other way round. */
const undone = [
  'reactivateUser noemi.sms',
  'updateUser beat.keller',
  'deactivateUser claire.favre',
  'updateUser claire.favre',
  'updateUser luca.bianchi',
];

test('a plan says in words what is to be done, and doing it, undoing it and undoing that restores the exact state', async () => {
  await desired(office, wanted);
  const before = stateOfPortal(office.sandbox);
  expect(await office.run('users plan access.yaml --out plan.json', { terminal: { stdout: true } })).toEqual({
    exitCode: 0,
    stdout:
      'Muster Beispiel AG (10001.00)\n' +
      '  change luca.bianchi: last name: Bianchi → Rossi; administrator: no → yes\n' +
      '  change claire.favre: permissions: employees, messages → employees, salary declaration\n' +
      '  reactivate claire.favre\n' +
      '  change beat.keller: mobile number: +41793446446 → +41791112233; administrator: yes → no; permissions: employees, salary declaration, family allowances, income compensation, insurance certificates, interruption of work, settlements, other business, messages, further platforms → employees, salary declaration\n' +
      '  deactivate noemi.sms\n' +
      '  not named in the file, and kept: dario.rossi, eva.meier\n' +
      '  afterwards safe: two people or more can administrate\n',
    stderr: '5 changes\nPlan written. Make it with: connect users apply plan.json\n',
  });
  expect(stateOfPortal(office.sandbox)).toEqual(before);

  const applied = await confirmed(office, 'users apply plan.json -q');
  expect(applied).toEqual({
    exitCode: 0,
    stdout:
      '10001.00\tedit\tluca.bianchi\tdone\t\n10001.00\tedit\tclaire.favre\tdone\t\n10001.00\treactivate\tclaire.favre\tdone\t\n10001.00\tedit\tbeat.keller\tdone\t\n10001.00\tdeactivate\tnoemi.sms\tdone\t\n',
    stderr: '',
  });
  expect(madeOfUsers(office.sandbox)).toEqual(steps);
  const after = stateOfPortal(office.sandbox);
  expect(after).not.toEqual(before);
  expect(await office.run('users plan access.yaml --exit-code -q')).toMatchObject({
    exitCode: 0,
  });

  const run = await lastRun(office);
  // Runs are named by the second of their beginning.
  office.sandbox.clock.advance(1000);
  expect(await confirmed(office, `users undo ${run} -q`)).toMatchObject({ exitCode: 0, stderr: '' });
  expect(madeOfUsers(office.sandbox)).toEqual([...steps, ...undone]);
  expect(stateOfPortal(office.sandbox)).toEqual(before);

  const undoing = await lastRun(office);
  office.sandbox.clock.advance(1000);
  expect(await confirmed(office, `users undo ${run}`)).toMatchObject({
    exitCode: 0,
    stderr: expect.stringContaining('Nothing to do: all of it is done already.\n') as string,
  });
  expect(await office.run('users runs --fields run,source,from,steps,done,undoneBy')).toEqual({
    exitCode: 0,
    stdout: `${undoing}\tundo\t${run}\t5\t5\t\n${run}\taccess-file\taccess.yaml\t5\t5\t${undoing}\n`,
    stderr: '',
  });
  expect(await confirmed(office, `users undo ${undoing} -q`)).toMatchObject({ exitCode: 0, stderr: '' });
  expect(stateOfPortal(office.sandbox)).toEqual(after);
});

test('what is done already is not done again, and says so', async () => {
  await planned(office, wanted);
  await confirmed(office, 'users apply plan.json -q');
  const again = await confirmed(office, 'users apply plan.json -o json');
  expect(again).toMatchObject({
    exitCode: 0,
    stderr:
      'Nothing to do: all of it is done already.\n' +
      `Client: Muster Beispiel AG (10001.00), fund 095, ${office.sandbox.portal()}\n`,
  });
  expect(
    (JSON.parse(again.stdout) as { run: null; already: boolean }[]).map(({ run, already }) => [run, already]),
  ).toEqual(steps.map(() => [null, true]));
  expect(madeOfUsers(office.sandbox)).toEqual(steps);
  expect(await runFolders(office)).toHaveLength(1);
});

test('a created user is deactivated by undoing, since no portal deletes one', async () => {
  await planned(office, `${wanted}${lea}`);
  await confirmed(office, 'users apply plan.json -q');
  const ended = await confirmed(office, `users undo ${await lastRun(office)}`);
  expect(ended.exitCode).toBe(0);
  expect(ended.stderr).toContain('lea.neu was created by this run. No portal deletes a login, so it is deactivated.\n');
  expect(await office.run('users show lea.neu --fields deactivated,permissions -q')).toMatchObject({
    stdout: 'deactivated\ttrue\npermissions\tmessages\n',
  });
});

describe('a change by somebody else', () => {
  const stale = (who: string, fields: string) => `Not as the plan found it: ${who} at Muster Beispiel AG (${fields})\n`;
  const other = (line: string) => confirmed(office, `users edit ${line} -q`);

  test('before the plan is applied: nothing is done, and all differences are named', async () => {
    await planned(office, wanted);
    await other('luca.bianchi --first-name Lucas --language de');
    await other('noemi.sms --theme messages');
    const before = office.sandbox.dump();
    const ended = await confirmed(office, 'users apply plan.json');
    expect(ended).toEqual({
      exitCode: 5,
      stdout: '',
      stderr:
        stale('luca.bianchi', 'firstName, language') +
        stale('noemi.sms', 'permissions') +
        'Error: luca.bianchi at Muster Beispiel AG is not as the plan found him any more (firstName, language), so nothing was changed about him.\n' +
        'Hint: Look at what has changed, and make a new plan.\n',
    });
    expect(office.sandbox.dump()['memberships']).toEqual(before['memberships']);
    expect(await runFolders(office)).toEqual([]);
  });

  test('between two steps: that step fails, the others are made, and the run says what next', async () => {
    await planned(office, wanted);
    let changed: Promise<unknown> | undefined;
    const beat = await signedIn(office.sandbox, 'beat.keller');
    const users = (await beat.get('/clients/10001.00/users?limit=100')).body as {
      items: { id: string; userName: string }[];
    };
    const noemi = users.items.find(({ userName }) => userName === 'noemi.sms');
    whenAnswering(office.sandbox, /^POST .*reactivation/, () => {
      changed = beat
        .get(`/clients/10001.00/users/${noemi?.id}`)
        .then(({ etag }) => beat.patch(`/clients/10001.00/users/${noemi?.id}`, { firstName: 'N' }, { match: etag }));
    });
    const ended = await confirmed(office, 'users apply plan.json');
    await changed;
    const run = await lastRun(office);
    expect(ended.exitCode).toBe(8);
    expect(ended.stdout.split('\n').at(-2)).toMatch(
      /^10001\.00\tdeactivate\tnoemi\.sms\tfailed\tnoemi\.sms at Muster Beispiel AG is not as/,
    );
    expect(
      ended.stderr.endsWith(
        `Done 4, failed 1, unknown 0, not begun 0. To go on: connect users apply --resume ${run}; to take back what was done: connect users undo ${run}\n`,
      ),
    ).toBe(true);
  });

  test('before it is undone: nothing is undone', async () => {
    await planned(office, wanted);
    await confirmed(office, 'users apply plan.json -q');
    await other('beat.keller --language fr');
    const ended = await confirmed(office, `users undo ${await lastRun(office)}`);
    expect(ended).toMatchObject({ exitCode: 5, stdout: '' });
    expect(ended.stderr).toContain(stale('beat.keller', 'language'));
    expect(madeOfUsers(office.sandbox)).toEqual([...steps, 'updateUser beat.keller']);
  });
});

describe('consent', () => {
  test('a dry run tells what would be done', async () => {
    await planned(office, wanted);
    const before = office.sandbox.dump();
    const ended = await office.run('users apply plan.json --dry-run -o json');
    expect(ended.exitCode).toBe(0);
    expect(ended.stderr).toContain('10001.00: deactivate noemi.sms\nMake 5 changes.\n');
    expect(JSON.parse(ended.stdout)).toMatchObject({
      dryRun: true,
      wouldDo: 'Make 5 changes.',
      request: { body: { steps: (await planOf(office)).parts[0]?.steps } },
    });
    expect(office.sandbox.dump()).toEqual(before);
    expect(await runFolders(office)).toEqual([]);
  });

  test('where nothing wants the password, the number of changes is typed', async () => {
    await planned(
      office,
      'version: 1\nclients:\n  10001.00:\n    users:\n      anna.muster: administrator\n      noemi.sms: { state: deactivated }\n',
    );
    const ask = (answer: string) =>
      office.run('users apply plan.json -q', {
        terminal: true,
        answers: [['Type the number of changes (1) to make them:', answer]],
      });
    expect(await ask('2')).toMatchObject({ exitCode: 5 });
    expect(madeOfUsers(office.sandbox)).toEqual([]);
    expect(await ask('1')).toMatchObject({ exitCode: 0 });
    expect(await office.run('users apply plan.json -q')).toMatchObject({ exitCode: 0 });
    expect(madeOfUsers(office.sandbox)).toEqual(['deactivateUser noemi.sms']);
  });

  test('a wrong password is tried once; the run goes on with the right one', async () => {
    await planned(office, wanted);
    const ended = await office.run('users apply plan.json --yes --password-stdin -q', { stdin: 'falsch\n' });
    expect(ended.exitCode).toBe(5);
    expect(madeOfUsers(office.sandbox)).toEqual([]);
    expect(await confirmed(office, `users apply --resume ${await lastRun(office)} -q`)).toMatchObject({ exitCode: 0 });
    expect(madeOfUsers(office.sandbox)).toEqual(steps);
  });
});

test('a portal that says when it is back is waited for, by apply and by undo', async () => {
  await planned(office, wanted);
  office.sandbox.faults('status=503:updateUser:2:9');
  expect(await confirmed(office, 'users apply plan.json -q')).toMatchObject({ exitCode: 0 });
  expect(madeOfUsers(office.sandbox)).toEqual(steps);
  office.sandbox.faults('status=503:updateUser:2:9');
  expect(await confirmed(office, `users undo ${await lastRun(office)} -q`)).toMatchObject({ exitCode: 0 });
  expect(madeOfUsers(office.sandbox)).toEqual([...steps, ...undone]);
});

test('a step whose answer is lost is unknown, is not undone before it is known, and resuming finds it out', async () => {
  await planned(office, `version: 1\nclients:\n  10001.00:\n    users:\n      anna.muster: administrator${lea}`);
  office.sandbox.faults('drop-after-commit=createUser:*');
  expect(await confirmed(office, 'users apply plan.json -q')).toMatchObject({ exitCode: 9 });
  office.sandbox.faults();
  const run = await lastRun(office);
  expect(await confirmed(office, `users undo ${run} -q`)).toEqual({
    exitCode: 5,
    stdout: '',
    stderr: `Error: Nobody knows yet what became of 1 change of ${run}.\nHint: Find it out first: connect users apply --resume ${run}\n`,
  });
  expect(await confirmed(office, `users apply --resume ${run} -q`)).toMatchObject({ exitCode: 0, stderr: '' });
  expect(madeOfUsers(office.sandbox)).toEqual(['createUser lea.neu']);
  expect(await confirmed(office, `users apply --resume ${run}`)).toMatchObject({ exitCode: 0 });
});

describe('what is no plan', () => {
  const edit = async (change: (plan: Record<string, never>) => void) => {
    await planned(office, wanted);
    const plan = (await planOf(office)) as unknown as Record<string, never>;
    change(plan);
    await desired(office, JSON.stringify(plan), 'plan.json');
    return office.run('users apply plan.json --yes -q');
  };
  test('another version', async () => {
    const ended = await edit((plan) => Object.assign(plan, { version: 2 }));
    expect(ended).toMatchObject({
      exitCode: 7,
      stderr: expect.stringContaining('is a plan of version 2; this program knows version 1.') as string,
    });
  });

  test('another shape, with its place', async () => {
    const ended = await edit((plan) =>
      Object.assign((plan['parts'] as unknown as { steps: object[] }[])[0]?.steps[0] ?? {}, { more: 1 }),
    );
    expect(ended).toMatchObject({
      exitCode: 7,
      stderr: expect.stringContaining(
        'plan.json is not a plan as connect users plan writes it: /parts/0/steps/0/more',
      ) as string,
    });
  });

  test('a user who is called otherwise than he is: people must see whom a plan is about', async () => {
    const ended = await edit((plan) =>
      Object.assign((plan['parts'] as unknown as { steps: object[] }[])[0]?.steps[0] ?? {}, { who: 'dario.rossi' }),
    );
    expect(ended).toMatchObject({
      exitCode: 7,
      stderr: expect.stringContaining(
        'plan.json is not a plan as connect users plan writes it: /parts/0/steps/0/who',
      ) as string,
    });
  });

  test('another portal', async () => {
    const ended = await edit((plan) =>
      Object.assign((plan['parts'] as unknown as object[])[0] ?? {}, { portal: 'https://other.example/ak095' }),
    );
    expect(ended).toMatchObject({
      exitCode: 5,
      stderr: expect.stringContaining('The plan is about the portal https://other.example/ak095') as string,
    });
  });

  test('no run', async () => {
    expect(await office.run('users undo run_nobody')).toMatchObject({ exitCode: 3 });
    expect(await office.run('users apply --resume run_nobody')).toMatchObject({ exitCode: 3 });
    expect(await office.run('users apply')).toMatchObject({ exitCode: 2 });
  });
});
