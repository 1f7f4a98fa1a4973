import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { intents } from '../support/changes.js';
import { openOffice, password } from '../support/office.js';
import type { Office } from '../support/office.js';
import { announced, piped, printed } from '../support/printed.js';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await office.signIn('anna.muster');
});
afterEach(() => office.close());

const lea =
  'users new --email lea@muster.example --first-name Lea --last-name "de Meuron" --language fr --mobile +41791234512';
const stdin = `${password}\n`;
const themes = [
  ...['employees', 'salary-declaration', 'family-allowances', 'income-compensation', 'insurance-certificates'],
  ...['work-interruption', 'settlements', 'other-business', 'messages', 'platforms'],
];
const created = () => office.sandbox.audit().filter(({ operation }) => operation === 'createUser');

describe('by options alone', () => {
  test('creates a user with themes, shows everything, and the portal sends an invitation', async () => {
    const ended = await office.run(`${lea} --theme messages,employees --theme messages --password-stdin`, { stdin });
    const { id } = await printed<{ id: string }>(office, 'users show lea@muster.example');
    expect(ended).toEqual({
      exitCode: 0,
      stdout: piped([
        ['userName', 'lea@muster.example'],
        ['firstName', 'Lea'],
        ['lastName', 'de Meuron'],
        ['email', 'lea@muster.example'],
        ['status', 'invited'],
        ['administrator', false],
        ['methods', 'sms'],
        ['lastLoginAt', null],
        ['permissions', 'messages,employees'],
        ['kind', 'employee'],
        ['language', 'fr'],
        ['mobileNumber', '+41791234512'],
        ['deactivated', false],
        ['lockedUntil', null],
        ['createdAt', '2026-11-20T09:00:00+01:00'],
        ['id', id],
      ]),
      stderr: announced(office, 'Create the user Lea de Meuron (lea@muster.example) with: messages, employees'),
    });
    const mail = office.sandbox.outbox({ kind: 'email' }).at(-1);
    expect(mail).toMatchObject({ to: 'lea@muster.example', subject: 'Votre accès à connect', client: '10001.00' });
    expect(mail?.text).toContain(mail?.code);
    expect(JSON.stringify(ended)).not.toContain(mail?.code);
    expect(await intents(office)).toEqual([]);
  });

  test('creates an administrator, who may do everything, under a name of his own', async () => {
    const ended = await office.run(`${lea} --administrator --user-name lea.demeuron --kind fiduciary -o json`, {
      env: { CONNECT_PASSWORD: password },
    });
    expect(ended).toMatchObject({
      exitCode: 0,
      stderr: announced(office, 'Create the user Lea de Meuron (lea@muster.example) as administrator.'),
    });
    const user = JSON.parse(ended.stdout) as Record<string, unknown>;
    expect(user).toEqual({
      id: user['id'],
      userName: 'lea.demeuron',
      email: 'lea@muster.example',
      firstName: 'Lea',
      lastName: 'de Meuron',
      language: 'fr',
      mobileNumber: '+41791234512',
      kind: 'fiduciary',
      status: 'invited',
      deactivated: false,
      lockedUntil: null,
      administrator: true,
      permissions: themes,
      methods: ['sms'],
      lastLoginAt: null,
      createdAt: '2026-11-20T09:00:00+01:00',
    });
  });

  test('two people are two people, though they differ in the address only', async () => {
    const other = lea.replace('lea@', 'lia@');
    expect(await office.run(`${lea} --theme messages --password-stdin -q`, { stdin })).toMatchObject({ exitCode: 0 });
    expect(await office.run(`${other} --theme messages --password-stdin -q`, { stdin })).toMatchObject({ exitCode: 0 });
    expect(created().map(({ outcome }) => outcome)).toEqual(['201', '201']);
  });
});

describe('at a terminal', () => {
  test('asks in the order of the portal’s form: who, and then what the user may', async () => {
    const ended = await office.run('users new --fields userName,firstName,lastName,language,mobileNumber,permissions', {
      terminal: { stdin: true },
      answers: [
        ['E-mail address', 'lea@muster.example'],
        ['First name', 'Lea'],
        ['Last name', 'de Meuron'],
        ['Language', 'it'],
        ['Mobile number', '+41 79 123 45 12'],
        ['Administrator, with right of substitution?', false],
        ['Themes', ['settlements', 'messages']],
        ['Your own password (anna.muster), to confirm', password],
      ],
    });
    expect(ended).toEqual({
      exitCode: 0,
      stdout: piped([
        ['userName', 'lea@muster.example'],
        ['firstName', 'Lea'],
        ['lastName', 'de Meuron'],
        ['language', 'it'],
        ['mobileNumber', '+41791234512'],
        ['permissions', 'settlements,messages'],
      ]),
      stderr: announced(office, 'Create the user Lea de Meuron (lea@muster.example) with: settlements, messages'),
    });
  });

  test('an administrator is not asked for themes', async () => {
    const ended = await office.run('users new --fields administrator,permissions', {
      terminal: { stdin: true },
      answers: [
        ['E-mail address', 'lea@muster.example'],
        ['First name', 'Lea'],
        ['Last name', 'de Meuron'],
        ['Language', 'de'],
        ['Mobile number', '+41791234512'],
        ['Administrator, with right of substitution?', true],
        ['Your own password', password],
      ],
    });
    expect(ended).toMatchObject({
      exitCode: 0,
      stdout: piped([
        ['administrator', true],
        ['permissions', themes.join(',')],
      ]),
    });
  });

  test('asks for what the options leave open, and for nothing else', async () => {
    const ended = await office.run(
      `users new --email lea@muster.example --language de --theme messages --fields id -q`,
      {
        terminal: { stdin: true },
        answers: [
          ['First name', 'Lea'],
          ['Last name', 'de Meuron'],
          ['Mobile number', '+41791234512'],
          ['Your own password', password],
        ],
      },
    );
    expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
  });

  test.each([
    ['name@example.ch', [['E-mail address', 'lea']]],
    [
      '+41791234512',
      [
        ['E-mail address', 'lea@muster.example'],
        ['First name', 'Lea'],
        ['Last name', 'de Meuron'],
        ['Language', 'de'],
        ['Mobile number', '079 123 45 12'],
      ],
    ],
  ] as const)('does not take an answer that is not of the form %s', async (form, answers) => {
    const ended = await office.run('users new', { terminal: { stdin: true }, answers });
    // The prompt would ask again; this person gives up.
    expect(ended.stderr).toContain(`refused: This does not fit. Expected: ${form}`);
    expect(created()).toEqual([]);
  });
});

describe('a dry run', () => {
  const request = {
    method: 'POST',
    path: '/clients/10001.00/users',
    body: {
      email: 'lea@muster.example',
      firstName: 'Lea',
      lastName: 'de Meuron',
      language: 'fr',
      mobileNumber: '+41791234512',
      kind: 'employee',
      administrator: false,
      permissions: ['messages'],
    },
  };
  const what = 'Create the user Lea de Meuron (lea@muster.example) with: messages';

  test('shows what would be done without asking for the password, and changes nothing', async () => {
    const before = office.sandbox.dump();
    expect(await office.run(`${lea} --theme messages --dry-run`)).toEqual({
      exitCode: 0,
      stdout: piped([
        ['dryRun', true],
        ['wouldDo', what],
        ['request', JSON.stringify(request)],
      ]),
      stderr: announced(office, what),
    });
    expect(office.sandbox.dump()).toEqual(before);
    expect(await intents(office)).toEqual([]);
  });

  test('shows no password, though one was given', async () => {
    const ended = await office.run(`${lea} --theme messages --password-stdin --dry-run -o json`, { stdin });
    expect(JSON.parse(ended.stdout)).toEqual({ dryRun: true, wouldDo: what, request });
    expect(JSON.stringify(ended)).not.toContain(password);
  });
});
