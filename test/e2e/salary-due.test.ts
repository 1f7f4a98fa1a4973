import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { FakeClock } from '../support/clock.js';
import { Desk } from '../support/desk.js';
import { openOffice, password } from '../support/office.js';
import type { Office } from '../support/office.js';
import { piped, printed } from '../support/printed.js';
import { uploadWages } from '../support/releases.js';

interface Row {
  readonly client: string;
  readonly year: number;
  readonly state: string;
  readonly declaration: string | null;
}

let office: Office;
beforeEach(async () => (office = await openOffice()));
afterEach(() => office.close());

const day = 86_400_000;
/** Moves the clock, and logs in again, as everybody has to after so long. */
async function later(days: number, userName: string): Promise<void> {
  office.sandbox.clock.advance(days * day);
  await office.signIn(userName);
}
const due = (options = '') => printed<readonly Row[]>(office, `salary due ${options}`);
const idOf = async (client: string) => (await due(`-c ${client} --year 2025`))[0]?.declaration ?? '';

const birkenau = ['20001.00', 'Schreinerei Birkenau GmbH', 2025, 'missing', '', '2026-12-11', 21, '4013.03'];
const gasthof = (id: string) => ['20002.00', 'Gasthof Sonnenberg AG', 2025, 'rejected', id, '2026-12-11', 21, ''];
const fleurs = (id: string) => ['20003.00', 'Fleurs et Jardins Sàrl', 2025, 'accepted', id, '2026-12-11', '', ''];

describe('a fiduciary', () => {
  beforeEach(() => office.signIn('sara.treuhand'));

  test('sees all clients, what is open first', async () => {
    const rows = [birkenau, gasthof(await idOf('20002.00')), fleurs(await idOf('20003.00'))];
    expect(await office.run('salary due')).toEqual({ exitCode: 0, stdout: piped(rows), stderr: '' });
  });

  test.each([
    ['en', 'missing', 'rejected', 'accepted', '11 Dec 2026', '4,013.03', 'est. interest'],
    ['de', 'fehlt', 'zurückgewiesen', 'angenommen', '11.12.2026', "4'013.03", 'Zinsen (ca.)'],
    ['fr', 'manquante', 'rejetée', 'acceptée', '11 déc. 2026', '4 013,03', 'intérêts (env.)'],
    ['it', 'mancante', 'respinta', 'accettata', '11 dic 2026', '4013.03', 'interessi (ca.)'],
  ])('reads it in the language of %s', async (lang, missing, rejected, accepted, on, interest, title) => {
    const circumstances = { terminal: true, columns: 200, env: { NO_COLOR: '1' } };
    const { stdout } = await office.run(`salary due --lang ${lang}`, circumstances);
    const lines = stdout
      .replaceAll(/[^\S\n]/g, ' ')
      .replaceAll(/(?<=\d)’(?=\d)/g, "'")
      .split('\n');
    expect(lines[0]).toContain(title);
    expect(lines[1]?.split(/ {2,}/).map((cell) => cell.trim())).toEqual([
      ...['20001.00', 'Schreinerei Birkenau GmbH', '2025', missing, on, '21', interest],
    ]);
    expect(lines[2]).toMatch(new RegExp(`Gasthof .* 2025 +${rejected} +dec_\\w+ +${on} +21 +–$`));
    expect(lines[3]).toMatch(new RegExp(`Fleurs .* 2025 +${accepted} +dec_\\w+ .* –$`));
  });

  test('learns what the estimate was made of', async () => {
    expect(await due('-c 20001.00')).toEqual([
      {
        client: '20001.00',
        name: 'Schreinerei Birkenau GmbH',
        year: 2025,
        state: 'missing',
        declaration: null,
        submittedBy: null,
        dueOn: '2026-12-11',
        daysLeft: 21,
        contributions: '90293.22',
        basis: 'year-before',
        interest: '4013.03',
      },
    ]);
  });

  test('sees the next year begin, and the year before go on while it is open', async () => {
    await later(71, 'sara.treuhand');
    const { stdout } = await office.run('salary due --fields client,year,state,dueOn,daysLeft,interest');
    expect(stdout).toBe(
      piped([
        ['20001.00', 2025, 'missing', '2026-12-11', -50, '4890.88'],
        ['20002.00', 2025, 'rejected', '2026-12-11', -50, ''],
        ['20001.00', 2026, 'missing', '2027-01-30', 0, '0.00'],
        ['20002.00', 2026, 'missing', '2027-01-30', 0, '0.00'],
        ['20003.00', 2026, 'missing', '2027-01-30', 0, '0.00'],
      ]),
    );
  });

  test('asks for one year', async () => {
    const rows = await due('--year 2024');
    expect(rows.map(({ client, year, state }) => [client, year, state])).toEqual([
      ['20002.00', 2024, 'missing'],
      ['20003.00', 2024, 'missing'],
      ['20001.00', 2024, 'accepted'],
    ]);
  });

  test.each([
    ['--client', '-c 20002.00 -c 20001.00', {}, ['20001.00', '20002.00']],
    ['a variable', '', { CONNECT_CLIENT: '20002.00' }, ['20002.00']],
    ['--all-clients', '--all-clients', {}, ['20001.00', '20002.00', '20003.00']],
  ])('narrows it with %s', async (_what, options, env, clients) => {
    const { stdout } = await office.run(`salary due ${options} --fields client`, { env });
    expect(stdout.trim().split('\n')).toEqual(clients);
  });

  test('is not kept from seeing the others by a client chosen some other day, or for a folder', async () => {
    await office.run('clients use 20002.00');
    await writeFile(path.join(office.desk.home, '.connect.toml'), 'client = "20003.00"\n');
    expect((await due()).map(({ client }) => client)).toEqual(['20001.00', '20002.00', '20003.00']);
  });

  test('is told which client failed; the others are there', async () => {
    office.sandbox.faults('status=500:listSalaryDeclarations:1');
    expect(await office.run('salary due --concurrency 1 --fields client,state')).toEqual({
      exitCode: 8,
      stdout: piped([
        ['20002.00', 'rejected'],
        ['20003.00', 'accepted'],
      ]),
      stderr: '20001.00 Schreinerei Birkenau GmbH: The portal failed.\n',
    });
  });

  test('hears once of the only client’s failure', async () => {
    office.sandbox.faults('status=500:listTasks:*');
    const { exitCode, stdout, stderr } = await office.run('salary due -c 20001.00');
    expect({ exitCode, stdout }).toEqual({ exitCode: 6, stdout: '' });
    expect(stderr.match(/The portal failed/g)).toHaveLength(1);
  });
});

describe('--within', () => {
  beforeEach(() => office.signIn('sara.treuhand'));

  test.each([
    ['20d', 0, 'Nothing is due within 20 days.'],
    ['21d', 11, 'Due within 21 days, or overdue: 2 declarations.'],
    ['21', 11, 'Due within 21 days, or overdue: 2 declarations.'],
    ['0d', 0, 'Nothing is due within 0 days.'],
  ])('%s: exit code %i', async (within, exitCode, said) => {
    expect(await office.run(`salary due --within ${within} --fields client`)).toEqual({
      exitCode,
      stdout: piped([['20001.00'], ['20002.00'], ['20003.00']]),
      stderr: `${said}\n`,
    });
  });

  test('what is overdue is due', async () => {
    await later(30, 'sara.treuhand');
    expect(await office.run('salary due --within 0d -q --year 2025')).toMatchObject({ exitCode: 11, stderr: '' });
  });

  test('what is done is not', async () => {
    expect(await office.run('salary due --within 999d -q -c 20003.00')).toMatchObject({ exitCode: 0 });
  });

  test('a client that failed is worse than something that is due', async () => {
    office.sandbox.faults('status=500:listSalaryDeclarations:1');
    expect(await office.run('salary due --within 21d --concurrency 1 -q')).toMatchObject({ exitCode: 8 });
  });

  test.each(['2w', '-1d', 'soon', '1000d', ''])('“%s” is no number of days', async (within) => {
    const ended = await office.run(['salary', 'due', `--within=${within}`]);
    expect(ended).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `Error: “${within}” does not fit the option --within. Expected: 14d\n`,
    });
  });
});

describe('an employer', () => {
  beforeEach(() => office.signIn('anna.muster'));
  const state = async () =>
    (await office.run('salary due --fields client,year,state,daysLeft,basis,interest --year 2025')).stdout;

  test('follows a declaration from missing to accepted', async () => {
    expect(await state()).toBe('10001.00\t2025\tmissing\t21\tyear-before\t2563.00\n');
    const id = await uploadWages(office, { waitMs: 0 });
    expect(await state()).toBe('10001.00\t2025\treceived\t21\tyear-before\t2563.00\n');
    office.sandbox.clock.advance(3000);
    // The task is done by the upload; the day that it named holds for the release, too.
    expect(await state()).toBe('10001.00\t2025\tawaiting-release\t21\tdeclared\t1012.26\n');
    await office.run(`salary release ${id} --yes`);
    expect(await state()).toBe('10001.00\t2025\treleased\t\tdeclared\t\n');
    office.sandbox.clock.advance(3000);
    expect(await state()).toBe('10001.00\t2025\taccepted\t\tdeclared\t\n');
  });

  test('sees nothing of tests', async () => {
    await uploadWages(office, { options: '--test' });
    expect(await state()).toBe('10001.00\t2025\tmissing\t21\tyear-before\t2563.00\n');
  });

  test('sees a year before the last as long as it was not released', async () => {
    await uploadWages(office, { elm: { year: 2022 } });
    const { stdout } = await office.run('salary due --fields year,state,dueOn');
    expect(stdout).toBe(
      piped([
        [2022, 'awaiting-release', '2023-01-30'],
        [2025, 'missing', '2026-12-11'],
      ]),
    );
  });
});

test.each([-40, 40])('the fund’s clock decides, also where this computer’s is wrong by %i days', async (days) => {
  const clock = new FakeClock(new Date(office.sandbox.clock.now().getTime() + days * day));
  const desk = await Desk.open(clock);
  onTestFinished(() => desk.close());
  const stdin = `${password}\n${office.sandbox.totp('sara.treuhand')}\n`;
  const login = `login ${office.sandbox.portal()} -u sara.treuhand --password-stdin --otp-stdin -q`;
  expect(await desk.run(login, { stdin })).toMatchObject({ exitCode: 0 });
  expect((await desk.run('salary due -c 20001.00')).stdout).toBe(piped([birkenau]));
});
