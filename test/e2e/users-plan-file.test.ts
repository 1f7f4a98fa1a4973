import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { desired, planned, planOf } from '../support/plans.js';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const plan = async (text: string, more = '') => {
  await desired(office, text);
  return office.run(`users plan access.yaml ${more}`);
};

describe('mistakes are told with their place, all at once', () => {
  beforeEach(() => office.signIn('anna.muster'));

  test('names, values, forms, roles and clients', async () => {
    const text = `version: 2
rolls: {}
roles:
  payroll: [salary]
clients:
  10001.00:
    others: delete
    users:
      a: clerk
      b: { language: rm, mobile: 0791234567, administrator: maybe }
      c: { state: deactivated, themes: [messages] }
      d: { themes: { messages: true } }
  Nobody AG: {}
`;
    const ended = await plan(text);
    expect(ended.exitCode).toBe(7);
    expect(
      ended.stderr
        .split('\n')
        .map((line) => line.replace(/^access\.yaml: /, '').replace(/(is unknown|is none of|there are).*/, '$1')),
    ).toEqual([
      'line 1, column 10 (version): “2” is none of',
      'line 2, column 1 (rolls): “rolls” is unknown',
      'line 4, column 13 (roles.payroll[0]): “salary” is none of',
      'line 7, column 13 (clients.10001.00.others): “delete” is none of',
      'line 9, column 10 (clients.10001.00.users.a): there is no role “clerk”; there are',
      'line 10, column 22 (clients.10001.00.users.b.language): “rm” is none of',
      'line 10, column 34 (clients.10001.00.users.b.mobile): “0791234567” is not of the form +41791234512',
      'line 10, column 61 (clients.10001.00.users.b.administrator): “maybe” is none of',
      'line 11, column 40 (clients.10001.00.users.c.themes): nothing else can be said about a login that is to be deactivated',
      'line 12, column 20 (clients.10001.00.users.d.themes): a list is expected here',
      'Error: access.yaml has 10 mistakes; the first: line 1, column 10 (version): “2” is none of',
      'Hint: Nothing was changed. docs/schema/access-file.json describes the file for editors.',
      '',
    ]);
  });

  test.each([
    [
      'version: 1\nclients:\n  Nobody AG:\n',
      'line 3, column 3 (clients.Nobody AG): this login has no client “Nobody AG”; write its number or whole name',
    ],
    ['version: 1\nclients:\n  10001.00:\n  10001.00:\n', 'line 4, column 3 (/): “10001.00” stands here twice'],
    [
      'version: 1\nclients:\n  10001.00: {}\n  muster beispiel ag: {}\n',
      'line 4, column 3 (clients.muster beispiel ag): Muster Beispiel AG stands here a second time',
    ],
    ['version: 1\nclients: *nobody\n', 'line 2, column 10 (/): this is not YAML: *nobody'],
    [
      'version: 1\nclients: !!js/function x\n',
      'line 2, column 10 (/): this is not YAML: Unresolved tag: tag:yaml.org,2002:js/function',
    ],
    ['- 1\n', 'line 1, column 1 (/): names with values are expected here'],
    ['version: 1\n', 'line 1, column 1 (/): “clients” is missing'],
    [
      'version: 1\nclients:\n  10001.00:\n    users:\n      new.one: { firstName: New }\n',
      'line 5, column 16 (clients.10001.00.users.new.one): Muster Beispiel AG has no user new.one, and for a new one this is missing: email, lastName, language, mobileNumber, roles',
    ],
    [
      'version: 1\nclients:\n  10001.00:\n    users:\n      luca.bianchi: administrator\n      luca.bianchi@muster-beispiel.example: administrator\n',
      'line 6, column 45 (clients.10001.00.users.luca.bianchi@muster-beispiel.example): luca.bianchi@muster-beispiel.example at Muster Beispiel AG is luca.bianchi, who is named already',
    ],
    [
      'version: 1\ngroups:\n  a: { clients: [10001.00], users: { x: administrator } }\n  b: { clients: 10001.00, users: { X: { themes: [] } } }\n',
      'line 4, column 39 (groups.b.users.X): line 3 wants something else for X at the same client',
    ],
  ])('%j', async (text, problem) => {
    const ended = await plan(text, '-q');
    expect(ended).toMatchObject({ exitCode: 7, stdout: '' });
    expect(ended.stderr.split('\n')[0]).toMatch(/^Error: access\.yaml/);
    expect(ended.stderr).toContain(problem);
  });

  test.each([
    [
      'references that multiply',
      `a: &a [x, x, x, x, x, x, x, x, x, x]\n${'bcdefgh'
        .split('')
        .map((one, index) => `${one}: &${one} [${Array(10).fill(`*${'abcdefgh'[index]}`).join(', ')}]`)
        .join('\n')}\n`,
    ],
    ['a thousand levels', `version: ${'['.repeat(1000)}${']'.repeat(1000)}\n`],
    ['a reference to itself', 'version: &a [*a]\n'],
  ])('%s are too much', async (_what, text) => {
    const ended = await plan(text, '-q');
    expect(ended).toMatchObject({
      exitCode: 7,
      stderr: expect.stringContaining('too large, too deep, or too many references') as string,
    });
  });

  test('another portal, a file that is none, one that is too large, or no text', async () => {
    expect(await plan('version: 1\nportal: https://other.example/ak001\nclients:\n', '-q')).toMatchObject({
      exitCode: 5,
      stderr: expect.stringContaining('access.yaml is about the portal https://other.example/ak001') as string,
    });
    expect(await office.run('users plan none.yaml')).toMatchObject({ exitCode: 3 });
    expect(await plan(`# ${'x'.repeat(1_100_000)}`)).toMatchObject({
      exitCode: 7,
      stderr: expect.stringContaining('no text in UTF-8 of 1 MB at most') as string,
    });
  });
});

describe('what becomes of it', () => {
  test('a plan is for its owner only, is not replaced without --force, and comes on stdout for a pipe', async () => {
    await office.signIn('anna.muster');
    const text =
      'version: 1\nclients:\n  10001.00:\n    users: { anna.muster: administrator, luca.bianchi: { lastName: Rossi } }\n';
    await planned(office, text);
    const { stat } = await import('node:fs/promises');
    expect(((await stat(`${office.desk.home}/plan.json`)).mode & 0o777).toString(8)).toBe('600');
    expect(await office.run('users plan access.yaml --out plan.json -q')).toEqual({
      exitCode: 5,
      stdout: '',
      stderr:
        'Error: There is a file of that name already: plan.json\nHint: Choose another name, or replace it with --force.\n'.replace(
          'plan.json',
          `${office.desk.home}/plan.json`,
        ),
    });
    const piped = await office.run('users plan access.yaml --out -');
    expect(JSON.parse(piped.stdout)).toEqual({ ...(await planOf(office)), madeAt: expect.any(String) as string });
    expect(piped.stderr).toBe('10001.00: change luca.bianchi: last name: Bianchi → Rossi\n1 change\n');
    const applied = await office.run('users apply - --yes -q', { stdin: piped.stdout });
    expect(applied).toMatchObject({ exitCode: 0, stdout: '10001.00\tedit\tluca.bianchi\tdone\t\n' });
  });

  test('differences end with 11 where that is asked for', async () => {
    await office.signIn('anna.muster');
    const text = (name: string) =>
      `version: 1\nclients:\n  10001.00:\n    users: { luca.bianchi: { lastName: ${name} } }\n`;
    expect(await plan(text('Rossi'), '-q --exit-code')).toMatchObject({ exitCode: 11 });
    expect(await plan(text('Bianchi'), '-q --exit-code')).toMatchObject({ exitCode: 0 });
  });

  test('nobody is locked out: not by leaving the unnamed out, nor by an apply, unless it is accepted by name', async () => {
    await office.signIn('marc.dubois');
    const gone =
      'version: 1\nclients:\n  10002.00:\n    others: deactivate\n    users: { marc.dubois: { themes: [messages] } }\n';
    const refused = {
      exitCode: 5,
      stdout: '',
      stderr: expect.stringContaining(
        'Error: Without Marc Dubois (marc.dubois), Boulangerie du Lac Sàrl has no working administrator.',
      ) as string,
    };
    expect(await plan(gone, '--out plan.json -q')).toEqual(refused);
    await desired(office, gone);
    expect(
      await office.run(['users', 'plan', 'access.yaml', '--out', 'plan.json', '-q', '--accept-lockout', 'Boulangerie']),
    ).toMatchObject({ exitCode: 5, stderr: expect.stringContaining('names “Boulangerie”') as string });
    const accept = ['--accept-lockout', 'Boulangerie du Lac Sàrl'];
    expect(await office.run(['users', 'plan', 'access.yaml', '--out', 'plan.json', '-q', ...accept])).toMatchObject({
      exitCode: 0,
    });
    const { steps } = (await planOf(office)).parts[0] ?? { steps: [] };
    // Others first, oneself last: afterwards this login may do nothing more here.
    expect(steps.map(({ action, who }) => `${String(action)} ${String(who)}`).at(-1)).toBe('edit marc.dubois');
    expect(await office.run('users apply plan.json --yes -q')).toEqual(refused);
  });

  test('whoever acts goes only if the file names him', async () => {
    await office.signIn('anna.muster');
    await planned(
      office,
      'version: 1\nclients:\n  10001.00:\n    others: deactivate\n    users: { beat.keller: administrator, eva.meier: { firstName: Eva } }\n',
      '--exit-code --accept-lockout X'.slice(0, 0),
    );
    const { steps } = (await planOf(office)).parts[0] ?? { steps: [] };
    expect(steps.filter(({ action }) => action === 'deactivate').map(({ who }) => who)).toEqual([
      'dario.rossi',
      'luca.bianchi',
      'noemi.sms',
    ]);
  });

  test('groups give the same to all their clients, a client’s own word comes first, and who may not administrate is told', async () => {
    await office.signIn('sara.treuhand');
    const text = `version: 1
groups:
  all:
    clients: [20001.00, 20002.00, 20003.00]
    users: { sara.treuhand: { themes: [messages] } }
clients:
  20001.00:
    users: { sara.treuhand: administrator }
  20002.00:
    users: { sara.treuhand: administrator }
`;
    const ended = await plan(text, '--fields client,changes');
    expect(ended).toEqual({
      exitCode: 8,
      stdout: expect.stringContaining('20001.00') as string,
      stderr: expect.stringMatching(
        /^20003\.00 Fleurs et Jardins Sàrl: This login has no right to do that\.\n/,
      ) as string,
    });
  });
});

test('a power of attorney that has run out refuses an apply where that is the policy', async () => {
  await office.signIn('sara.treuhand');
  await planned(office, 'version: 1\nclients:\n  20002.00:\n    users: { sara.treuhand: { language: fr } }\n');
  await office.run('mandates list -q');
  const changes = () => office.sandbox.audit().filter(({ operation }) => operation === 'updateUser');
  const denied = await office.run('users apply plan.json --yes -q', { env: { CONNECT_EXPIRED_MANDATES: 'deny' } });
  expect(denied).toMatchObject({
    exitCode: 5,
    stdout: '',
    stderr: expect.stringContaining(
      'Gasthof Sonnenberg AG (20002.00) has given no power of attorney that is good',
    ) as string,
  });
  expect(changes()).toEqual([]);
});
