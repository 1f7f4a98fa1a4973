import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { piped, printed, withoutNumber } from '../support/printed.js';

interface Task {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly description: string;
  readonly subject: Readonly<Record<string, string | number | null>>;
}

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  await office.signIn('anna.muster');
  await office.signIn('luca.bianchi', { profile: 'luca' });
});
afterAll(() => office.close());

const taskOf = async (kind: string, options = ''): Promise<Task> => {
  const [task] = await printed<readonly Task[]>(office, `tasks list --kind ${kind} ${options}`);
  return task!;
};
const kinds = (lines: readonly string[]) => ({
  exitCode: 0,
  stdout: lines.map((line) => `${line}\n`).join(''),
  stderr: '',
});

const open = ['query', 'missing-documents', 'education-certificate', 'salary-declaration-due', 'draft'];

test.each(['tasks', 'tasks list'])('%s lists what is open, the most urgent first', async (line) => {
  const ids = (await printed<readonly Task[]>(office, 'tasks')).map(({ id }) => id);
  expect(await office.run(line)).toEqual({
    exitCode: 0,
    stdout: piped([
      [ids[0], 'query', 'Query about the salary declaration', '2026-11-18', 'open'],
      [ids[1], 'missing-documents', 'Missing documents', '2026-11-24', 'open'],
      [ids[2], 'education-certificate', 'Submit the education certificate', '2026-11-29', 'open'],
      [ids[3], 'salary-declaration-due', 'Submit the salary declaration 2025', '2026-12-11', 'open'],
      [ids[4], 'draft', 'Draft: Family allowance', null, 'open'],
    ]),
    stderr: '',
  });
});

test.each([
  ['--state open', open],
  ['--state done', ['education-certificate']],
  ['--state all', ['education-certificate', ...open]],
  ['--kind query', ['query']],
  ['--kind education-certificate --state all', ['education-certificate', 'education-certificate']],
  ['--due-before 2026-11-24', ['query']],
  ['--due-before 2026-11-25', ['query', 'missing-documents']],
])('tasks list %s', async (filter, expected) => {
  expect(await office.run(`tasks list ${filter} --fields kind`)).toEqual(kinds(expected));
});

test('options stand behind “tasks” alone, too', async () => {
  expect(await office.run('tasks --kind draft --fields kind,state')).toEqual(kinds(['draft\topen']));
});

test('says so when nothing is waited for', async () => {
  expect(await office.run('tasks --due-before 2020-01-01')).toEqual({ exitCode: 0, stdout: '', stderr: 'No tasks.\n' });
});

test.each([
  ['--due-before 2026-02-30', '--due-before', '2026-02-30', 'YYYY-MM-DD'],
  ['--due-before tomorrow', '--due-before', 'tomorrow', 'YYYY-MM-DD'],
  ['--state late', '--state', 'late', 'open, done, all'],
])('%s is refused before anything goes over the wire', async (options, option, value, expected) => {
  const before = office.sandbox.exchanges.length;
  expect(await office.run(`tasks ${options}`)).toEqual({
    exitCode: 2,
    stdout: '',
    stderr: `Error: “${value}” does not fit the option ${option}. Expected: ${expected}\n`,
  });
  expect(office.sandbox.exchanges.length).toBe(before);
});

test('a login sees the tasks of the themes it may use', async () => {
  expect(await office.run('tasks -p luca --fields kind')).toEqual(kinds(['query', 'salary-declaration-due']));
});

describe('the texts are in the language asked for', () => {
  test.each([
    ['de', 'Lohnmeldung 2025 einreichen', 'Bitte melden Sie die Löhne des Jahres 2025. Die Frist ist erstreckt.'],
    [
      'fr',
      'Remettre la déclaration de salaires 2025',
      "Veuillez déclarer les salaires de l'année 2025. Le délai est prolongé.",
    ],
    [
      'it',
      'Inoltrare la notifica dei salari 2025',
      "La preghiamo di notificare i salari dell'anno 2025. Il termine è prorogato.",
    ],
    [
      'en',
      'Submit the salary declaration 2025',
      'Please declare the wages of the year 2025. The time limit is extended.',
    ],
  ])('%s', async (lang, title, description) => {
    expect(await taskOf('salary-declaration-due', `--lang ${lang}`)).toMatchObject({ title, description });
  });

  test('the kind and state stay the same for programs, and are words for people', async () => {
    const line = 'tasks --kind query --fields kind,state --lang fr';
    expect((await office.run(line)).stdout).toBe('query\topen\n');
    const shown = await office.run(line, { terminal: true, env: { NO_COLOR: '1' } });
    expect(shown.stdout.split('\n').map((row) => row.split(/ {2,}/))).toEqual([
      ['type', 'état'],
      ['question', 'ouverte'],
      [''],
    ]);
  });
});

describe('tasks show', () => {
  test('shows everything about a task, and whom it is about', async () => {
    const { id, description, subject } = await taskOf('education-certificate');
    expect(await office.run(`tasks show ${id}`)).toEqual({
      exitCode: 0,
      stdout: piped([
        ['id', id],
        ['kind', 'education-certificate'],
        ['title', 'Submit the education certificate'],
        ['dueOn', '2026-11-29'],
        ['state', 'open'],
        ['theme', 'family-allowances'],
        ['description', description],
        ['attachmentRequired', true],
        ['createdAt', '2026-11-08T09:00:00+01:00'],
        ['completedAt', null],
        ['subject', JSON.stringify(subject)],
      ]),
      stderr: '',
    });
    expect(description).toMatch(/^Please submit the education certificate of .+ for 2026\/27\.$/);
    expect(subject).toEqual({
      employee: expect.stringMatching(/^emp_/) as string,
      year: null,
      declaration: null,
      notice: null,
    });
  });

  test('speaks the language asked for', async () => {
    const { id } = await taskOf('query');
    const shown = await office.run(`tasks show ${id} --lang it`, { terminal: true, env: { NO_COLOR: '1' } });
    const fields = shown.stdout.split('\n').map((row) => row.split(/ {2,}/));
    expect(fields).toContainEqual(['mansione', 'Domanda sulla notifica dei salari']);
    expect(fields).toContainEqual(['termine', '18 nov 2026']);
    expect(fields.find(([title]) => title === 'descrizione')?.[1]).toMatch(/^Il salario notificato di .+\(2024\)\./);
  });

  test('a task of a theme that the login may not use', async () => {
    const { id } = await taskOf('missing-documents');
    expect(withoutNumber(await office.run(`tasks show ${id} -p luca`))).toEqual({
      exitCode: 5,
      stdout: '',
      stderr:
        'Error: This login has no right to do that.\n' +
        'Hint: An administrator of the employer can grant it.\n' +
        'Request: NUMBER\n',
    });
  });
});
