import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parsedCsv } from '../support/csv.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { announced, printed } from '../support/printed.js';

interface Named {
  readonly firstName: string;
  readonly lastName: string;
}

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  await office.signIn('yves.clerc');
});
afterAll(() => office.close());

// She has chosen a name that sets the terminal’s title and turns the writing round.
const firstName = 'Zoé\u001b]0;own3d\u0007';
const lastName = 'Gerber\u202etpircs';
const tameFirst = 'Zoé\ufffd]0;own3d\ufffd';
const tameLast = 'Gerber\ufffdtpircs';
// eslint-disable-next-line no-control-regex -- they are what this is about
const harmful = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;
const plain = { env: { NO_COLOR: '1' } };

describe.each(['users list --search zoe', 'users show zoe.gerber'])('%s', (line) => {
  const fields = '--fields firstName,lastName';

  test.each([
    ['in a pipe', '', {}],
    ['on a terminal', '', { terminal: true, ...plain }],
    ['as a table in a pipe', '-o table', plain],
    ['as CSV', '-o csv', {}],
    ['as CSV for Excel', '-o csv --csv-excel', {}],
    ['as JSON', '-o json', {}],
    ['as JSON on a terminal', '-o json', { terminal: true }],
    ['as NDJSON', '-o ndjson', {}],
    ['by a query', '--query @', { terminal: true }],
  ])('%s: nothing that a terminal would obey', async (_where, options, circumstances) => {
    const { exitCode, stdout, stderr } = await office.run(`${line} ${options}`, circumstances);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain('own3d');
    expect(stdout).not.toMatch(harmful);
  });

  test('with colours, the colours are the only control characters', async () => {
    const { stdout } = await office.run(line, { terminal: true });
    // eslint-disable-next-line no-control-regex -- colours are control characters
    expect(stdout.replaceAll(/\u001b\[\d{1,2}m/g, '')).not.toMatch(harmful);
    expect(stdout).toContain(tameLast);
  });

  test('for people each harmful character is a visible sign, and nothing else changes', async () => {
    const shown = (await office.run(`${line} ${fields} -o csv`)).stdout;
    expect(parsedCsv(shown)).toEqual([
      ['firstName', 'lastName'],
      [tameFirst, tameLast],
    ]);
  });

  test('for programs the name is what it is', async () => {
    const users = [await printed<Named | readonly Named[]>(office, `${line} ${fields}`)].flat();
    expect(users).toEqual([{ firstName, lastName }]);
    const { stdout } = await office.run(`${line} ${fields} -o ndjson`);
    expect(JSON.parse(stdout)).toEqual({ firstName, lastName });
  });
});

describe('what is said around a result', () => {
  const what = `Deactivate ${tameFirst} ${tameLast} (zoe.gerber).`;
  const client = 'Fleurs et Jardins Sàrl (20003.00), fund 095';

  test('the announcement', async () => {
    const ended = await office.run('users deactivate zoe.gerber --dry-run --fields wouldDo', {
      terminal: true,
      ...plain,
    });
    expect(ended).toEqual({ exitCode: 0, stdout: `would do  ${what}\n`, stderr: announced(office, what, client) });
  });

  test('the question', async () => {
    const answers = [[`Type the user name zoe.gerber to deactivate ${tameFirst} ${tameLast}:`, 'no']] as const;
    const ended = await office.run('users deactivate zoe.gerber', { terminal: true, answers });
    expect(ended).toEqual({
      exitCode: 5,
      stdout: '',
      stderr: `${announced(office, what, client)}Error: Not confirmed. Nothing was changed.\n`,
    });
  });

  test.each(['', '-o json', '--debug'])('an error: %s', async (options) => {
    const name = `nobody${firstName}${lastName}`;
    for (const argv of [
      ['users', 'show', name],
      ['clients', 'use', name],
      ['users', 'list', '--status', name],
      ['users', name],
      ['users', 'list', '--fields', name],
      ['salary', 'check', name],
      ['config', 'get', name],
    ]) {
      const { exitCode, stdout, stderr } = await office.run([...argv, ...options.split(' ').filter(Boolean)]);
      expect([argv[1], exitCode, stdout]).toEqual([argv[1], expect.toBeOneOf([2, 3]), '']);
      expect(stderr).toContain('own3d');
      expect(stderr).not.toMatch(harmful);
    }
  });
});

test('a file’s name can’t do harm either, in the findings about it', async () => {
  const name = 'wages\u001b[2J\u202e.xml';
  await writeFile(`${office.desk.home}/${name}`, '');
  for (const circumstances of [{}, { terminal: true, ...plain }]) {
    const { exitCode, stdout, stderr } = await office.run(['salary', 'check', name], circumstances);
    expect(exitCode).toBe(7);
    expect(stdout).toContain('wages\ufffd[2J\ufffd.xml');
    expect(stdout + stderr).not.toMatch(harmful);
  }
});
