import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { differingFields, stateOf } from '../../src/access/access-plan.js';
import type { PlanStep } from '../../src/access/access-plan.js';
import { checkClient } from '../../src/operations/check-plan.js';
import { exitCodeOf } from '../../src/operations/run-plan.js';
import type { StepOutcome } from '../../src/operations/run-plan.js';
import { Secret } from '../../src/secret.js';
import { answered } from '../support/logins.js';
import { planBench } from '../support/plan-bench.js';
import type { PlanBench } from '../support/plan-bench.js';
import { signedIn } from '../support/portal-client.js';
import { startSandbox } from '../support/sandbox.js';
import type { TestSandbox } from '../support/sandbox.js';

let sandbox: TestSandbox;
let bench: PlanBench;
beforeEach(async () => {
  sandbox = await startSandbox();
  bench = await planBench(sandbox);
});
afterEach(() => sandbox.close());

const told = (outcomes: readonly StepOutcome[]) =>
  outcomes.map(({ step, state, already, error }) =>
    [step.id, state, ...(already ? ['already'] : []), ...(error ? [error.code] : [])].join(' '),
  );
/** The writes that the portal has made, by operation. */
const made = () =>
  sandbox
    .audit()
    .flatMap(({ operation, outcome }) => (operation.endsWith('User') && outcome.startsWith('20') ? [operation] : []));
const lea = (id: string): PlanStep => ({
  id,
  client: '10001.00',
  who: 'lea.neu',
  action: 'create',
  wanted: {
    ...{ email: 'lea.neu@muster.example', userName: 'lea.neu', firstName: 'Lea', lastName: 'Neu', language: 'de' },
    ...{ mobileNumber: '+41791234599', kind: 'employee', administrator: false, permissions: ['messages'] },
  },
});

test('every kind of step is made in its order, written down with the user as he is then, and not made again', async () => {
  const steps = [
    lea('1'),
    await bench.edit('2', 'luca.bianchi', { lastName: 'Rossi', permissions: ['messages'] }),
    await bench.reactivate('3', 'claire.favre'),
    await bench.deactivate('4', 'noemi.sms'),
    // A chain about one user.
    {
      ...(await bench.deactivate('5', 'luca.bianchi')),
      before: { ...stateOf(await bench.user('luca.bianchi')), lastName: 'Rossi', permissions: ['messages' as const] },
    } as PlanStep,
  ];
  const run = await bench.begin();
  const outcomes = await bench.drive(run, steps);
  expect(told(outcomes)).toEqual(['1 done', '2 done', '3 done', '4 done', '5 done']);
  expect(exitCodeOf(outcomes)).toBe(0);
  const all = ['createUser', 'updateUser', 'reactivateUser', 'deactivateUser', 'deactivateUser'];
  expect(made()).toEqual(all);
  const lines = await bench.lines(run);
  expect(lines.map(({ kind, step }) => `${kind} ${step}`)).toEqual(
    ['1', '2', '3', '4', '5'].flatMap((id) => [`begun ${id}`, `done ${id}`]),
  );
  expect(lines.at(-1)).toMatchObject({ after: stateOf(await bench.user('luca.bianchi')), already: false });

  expect(told(await bench.drive(run, steps))).toEqual(['1 done', '2 done', '3 done', '4 done', '5 done']);
  expect(made()).toEqual(all);
  // Another run of the same finds all of it done.
  const check = await checkClient(bench.portal, sandbox.clock, bench.client, { steps });
  expect(check.already.map(({ step }) => step.id)).toEqual(['1', '2', '3', '4', '5']);
  const settled = new Map(check.already.map(({ step, user }) => [step.id, user]));
  const again = await bench.drive(await bench.begin(), steps, { settled });
  expect(told(again)).toEqual(['1', '2', '3', '4', '5'].map((id) => `${id} done already`));
  expect(made()).toEqual(all);
});

test('who became an administrator has all themes, and that is what the step wanted', async () => {
  const step = await bench.edit('1', 'luca.bianchi', { administrator: true });
  const run = await bench.begin();
  sandbox.faults('drop-after-commit=updateUser');
  expect(told(await bench.drive(run, [step]))).toEqual(['1 done']);
  expect(told(await bench.drive(await bench.begin(), [step]))).toEqual(['1 done already']);
});

test('a step about somebody who was changed since is stale, with what differs, and the others are made', async () => {
  const steps = [
    await bench.edit('1', 'luca.bianchi', { lastName: 'Rossi' }),
    await bench.deactivate('2', 'noemi.sms'),
  ];
  const other = await bench.edit('x', 'luca.bianchi', { firstName: 'Lucas', language: 'de' });
  await bench.drive(await bench.begin(), [other]);
  const check = await checkClient(bench.portal, sandbox.clock, bench.client, { steps });
  expect(check.stale.map(({ step, fields }) => [step.id, fields])).toEqual([['1', ['firstName', 'language']]]);
  expect(check.proof).toBeUndefined();
  const outcomes = await bench.drive(await bench.begin(), steps);
  expect(told(outcomes)).toEqual(['1 failed plan-stale', '2 done']);
  expect(outcomes[0]?.error?.params).toEqual({
    user: 'luca.bianchi',
    client: 'Muster Beispiel AG',
    fields: 'firstName, language',
  });
  expect(exitCodeOf(outcomes)).toBe(8);
});

test('the last administrator is not taken away, unless that is accepted by name', async () => {
  const steps = [
    await bench.deactivate('1', 'beat.keller'),
    await bench.edit('2', 'anna.muster', { administrator: false, permissions: [] }),
  ];
  const outcomes = await bench.drive(await bench.begin(), steps);
  expect(told(outcomes)).toEqual(['1 done', '2 failed lockout']);
  const accepted = { acceptLockout: ['Somebody else AG', 'Muster Beispiel AG'] };
  expect(told(await bench.drive(await bench.begin(), steps, accepted))).toEqual(['1 done already', '2 done']);
});

test('administrators who change while a step is sent make it look again: the proof is of the moment', async () => {
  const beat = await signedIn(sandbox, 'beat.keller');
  const luca = await bench.user('luca.bianchi');
  let raced = 0;
  const portal = {
    ...bench.portal,
    users: {
      ...bench.portal.users,
      get: async (client: string, id: string) => {
        const found = await bench.portal.users.get(client, id);
        // Somebody else makes an administrator after this one has looked: three times something else.
        if (raced < 3) {
          const { etag } = await beat.get(`/clients/10001.00/users/${luca.id}`);
          const confirmPassword = 'uebung-macht-meister';
          const change = { administrator: raced % 2 === 0, permissions: ['messages'], confirmPassword };
          expect((await beat.patch(`/clients/10001.00/users/${luca.id}`, change, { match: etag })).status).toBe(200);
          raced += 1;
        }
        return found;
      },
    },
  };
  const step = await bench.deactivate('1', 'noemi.sms');
  expect(told(await bench.drive(await bench.begin(), [step], { portal }))).toEqual(['1 done']);
  expect(raced).toBe(3);
  expect(made().filter((operation) => operation === 'deactivateUser')).toHaveLength(1);
});

describe('when an answer is lost', () => {
  test('and the portal can be asked, it is known what became of it', async () => {
    const steps = [
      await bench.edit('1', 'luca.bianchi', { lastName: 'Rossi' }),
      await bench.deactivate('2', 'noemi.sms'),
    ];
    sandbox.faults('drop-after-commit=updateUser', 'drop-before-commit=deactivateUser');
    const run = await bench.begin();
    const outcomes = await bench.drive(run, steps);
    expect(told(outcomes)).toEqual(['1 done', '2 unknown outcome-unknown']);
    expect(exitCodeOf(outcomes)).toBe(9);
    expect(told(await bench.drive(run, steps))).toEqual(['1 done', '2 done']);
    expect(made()).toEqual(['updateUser', 'deactivateUser']);
  });

  test('a creation is asked for under the same key until it is known', async () => {
    sandbox.faults('drop-after-commit=createUser:*');
    const run = await bench.begin();
    expect(told(await bench.drive(run, [lea('1')]))).toEqual(['1 unknown outcome-unknown']);
    // It is there by now; only this run knows that it may be its own.
    const check = (begun: readonly string[]) =>
      checkClient(bench.portal, sandbox.clock, bench.client, { steps: [lea('1')] }, new Set(), new Set(begun));
    expect((await check([])).already).toHaveLength(1);
    sandbox.faults();
    expect(told(await bench.drive(run, [lea('1')]))).toEqual(['1 done']);
    expect(made()).toEqual(['createUser']);
    const keys = new Set(
      sandbox.audit().flatMap(({ operation, idempotencyKey }) => (operation === 'createUser' ? [idempotencyKey] : [])),
    );
    expect(keys.size).toBe(1);
  });

  test('whoever may not ask any more leaves it unknown', async () => {
    sandbox.faults('drop-after-commit=createUser:*');
    const run = await bench.begin();
    await bench.drive(run, [lea('1')]);
    sandbox.faults();
    const wrong = { password: new Secret('falsch') };
    expect(told(await bench.drive(run, [lea('1')], wrong))).toEqual(['1 unknown idempotency-key-reused']);
    expect((await bench.lines(run)).map(({ kind }) => kind)).toEqual(['begun']);
    expect(told(await bench.drive(run, [lea('1')]))).toEqual(['1 done']);
  });
});

describe('when nothing else can succeed', () => {
  const many = async () => [
    await bench.edit('1', 'noemi.sms', { lastName: 'One' }),
    await bench.edit('2', 'luca.bianchi', { lastName: 'Two' }),
    await bench.edit('3', 'claire.favre', { lastName: 'Three' }),
  ];

  test('because the session has ended midway, the rest stays as it is and is made later', async () => {
    const steps = await many();
    const run = await bench.begin();
    const outcomes = await bench.drive(run, steps, { onOutcome: () => sandbox.clock.advance(11 * 60_000) });
    expect(told(outcomes)).toEqual(['1 done', '2 unprocessed session-revoked', '3 unprocessed']);
    expect(exitCodeOf(outcomes)).toBe(4);
    await bench.signInAgain();
    expect(told(await bench.drive(run, steps))).toEqual(['1 done', '2 done', '3 done']);
    expect(made()).toHaveLength(3);
  });

  test('because the portal is down', async () => {
    const steps = await many();
    const run = await bench.begin();
    const outcomes = await bench.drive(run, steps, { onOutcome: () => sandbox.faults('status=503:*:*') });
    expect(told(outcomes)).toEqual(['1 done', '2 unprocessed unavailable', '3 unprocessed']);
    expect(exitCodeOf(outcomes)).toBe(6);
    sandbox.faults();
    expect(told(await bench.drive(run, steps))).toEqual(['1 done', '2 done', '3 done']);
  });

  test('because the password is wrong: it is tried once, however many work at the same time', async () => {
    const steps = [
      lea('1'),
      await bench.edit('2', 'luca.bianchi', { permissions: [] }),
      await bench.reactivate('3', 'claire.favre'),
    ];
    const run = await bench.begin();
    const outcomes = await bench.drive(run, steps, { password: new Secret('falsch') });
    expect(told(outcomes)).toEqual(['1 unprocessed confirmation-failed', '2 unprocessed', '3 unprocessed']);
    expect(answered(sandbox).filter((one) => one.endsWith('403') || one.endsWith('422'))).toHaveLength(1);
    expect(exitCodeOf(outcomes)).toBe(5);
    expect(told(await bench.drive(run, steps))).toEqual(['1 done', '2 done', '3 done']);
  });
});

test('a portal that says when it is back is waited for, whatever step it was about, but not for ever', async () => {
  const steps = [
    await bench.edit('1', 'luca.bianchi', { lastName: 'Rossi' }),
    await bench.edit('2', 'noemi.sms', { lastName: 'Winter' }),
    await bench.deactivate('3', 'dario.rossi'),
  ];
  sandbox.faults('status=503:updateUser:2:7');
  const run = await bench.begin();
  expect(told(await bench.drive(run, steps))).toEqual(['1 done', '2 done', '3 done']);
  expect(made()).toEqual(['updateUser', 'updateUser', 'deactivateUser']);

  sandbox.faults('status=503:updateUser:*:7');
  const back = [await bench.edit('1', 'luca.bianchi', { lastName: 'Bianchi' })];
  const other = await bench.begin();
  expect(told(await bench.drive(other, back))).toEqual(['1 unprocessed unavailable']);
  sandbox.faults();
  expect(told(await bench.drive(other, back))).toEqual(['1 done']);
});

test('a wrong password is tried at one of several clients only, though they are worked on at the same time', async () => {
  const [birkenau, sonnenberg] = [
    await planBench(sandbox, 'sara.treuhand', '20001.00'),
    await planBench(sandbox, 'sara.treuhand', '20002.00'),
  ];
  const clients = [birkenau.client, sonnenberg.client];
  const steps = clients.map(({ number }, index): PlanStep => {
    const { action, wanted, who, id } = lea(String(index)) as PlanStep & { action: 'create' };
    const email = `lea${index}@muster.example`;
    return { id, who, action, client: number, wanted: { ...wanted, email, userName: `lea.${index}` } };
  });
  const run = await birkenau.begin();
  const outcomes = await birkenau.drive(run, steps, { clients, password: new Secret('falsch') });
  expect(told(outcomes)).toEqual(['0 unprocessed confirmation-failed', '1 unprocessed']);
  expect(sandbox.audit().filter(({ operation }) => operation === 'createUser')).toHaveLength(1);
  expect(told(await birkenau.drive(run, steps, { clients }))).toEqual(['0 done', '1 done']);
});

test('what fails here, as a journal that can not be written, is thrown once nothing is under way any more', async () => {
  const steps = [
    await bench.edit('1', 'luca.bianchi', { lastName: 'Rossi' }),
    await bench.deactivate('2', 'noemi.sms'),
  ];
  const before = await bench.user('luca.bianchi');
  const full = new Error('no space left');
  const { runPlan } = await import('../../src/operations/run-plan.js');
  const driver = { portal: bench.portal, clock: sandbox.clock, random: { uuid: () => 'key' }, clients: [bench.client] };
  const run = { lines: [], note: () => Promise.reject(full) };
  await expect(
    runPlan(run, steps, { ...driver, password: new Secret(''), concurrency: 4, acceptLockout: undefined }),
  ).rejects.toBe(full);
  expect(differingFields(stateOf(before), stateOf(await bench.user('luca.bianchi')))).toEqual([]);
  expect(made()).toEqual([]);
});
