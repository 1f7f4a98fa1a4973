import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { piped, printed, withoutNumber } from '../support/printed.js';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  await office.signIn('sara.treuhand');
});
afterAll(() => office.close());

const birkenau = [
  ['20001.00', 'reto.frei'],
  ['20001.00', 'sara.treuhand'],
];
const gasthof = [
  ['20002.00', 'kurt.inauen'],
  ['20002.00', 'sara.treuhand'],
  ['20002.00', 'ursula.sonderegger'],
];
const refused = '20003.00 Fleurs et Jardins Sàrl: This login has no right to do that.\n';

test('several -c: the rows of each, in the order in which they were named, with a column that says whose', async () => {
  expect(await office.run('users list -c 20002.00 -c birkenau --fields client,userName')).toEqual({
    exitCode: 0,
    stdout: piped([...gasthof, ...birkenau]),
    stderr: '',
  });
});

test('the column stands first, in tables, CSV and JSON', async () => {
  const line = 'users list -c 20001.00 -c 20002.00 --status deactivated';
  const shown = await office.run(line, { terminal: true, env: { NO_COLOR: '1' } });
  expect(shown.stdout.split('\n').map((text) => text.split(/ {2,}/).slice(0, 2))).toEqual([
    ['client', 'user name'],
    ['20002.00', 'ursula.sonderegger'],
    [''],
  ]);
  expect((await office.run(`${line} -o csv`)).stdout).toMatch(/^client,userName,.*\r\n20002\.00,ursula\.sonderegger,/);
  const [ursula] = await printed<readonly Record<string, unknown>[]>(office, line);
  expect(Object.entries(ursula ?? {}).slice(0, 1)).toEqual([['client', '20002.00']]);
});

test('one client has no such column', async () => {
  expect(await office.run('users list -c 20001.00 --fields client')).toMatchObject({ exitCode: 2, stdout: '' });
  const [reto] = await printed<readonly object[]>(office, 'users list -c 20001.00');
  expect(reto).not.toHaveProperty('client');
});

test('--all-clients: one that fails is named, the others are printed, and the exit code tells', async () => {
  expect(await office.run('users list --all-clients --fields client,userName')).toEqual({
    exitCode: 8,
    stdout: piped([...birkenau, ...gasthof]),
    stderr: refused,
  });
});

test.each([1, 32])('the order is the clients’, %i at a time', async (concurrency) => {
  const line = `users list --all-clients --fields client,userName --concurrency ${concurrency}`;
  expect(await office.run(line)).toMatchObject({ exitCode: 8, stdout: piped([...birkenau, ...gasthof]) });
});

test('one that is down for a while does not keep the others', async () => {
  office.sandbox.faults('status=500:listUsers:1');
  const line = 'users list -c 20001.00 -c 20002.00 --fields client,userName --concurrency 1';
  expect(await office.run(line)).toEqual({
    exitCode: 8,
    stdout: piped(gasthof),
    stderr: '20001.00 Schreinerei Birkenau GmbH: The portal failed.\n',
  });
});

test('where all fail there is nothing to print: the exit code is that of the reason', async () => {
  office.sandbox.faults('status=500:listUsers:*');
  const ended = withoutNumber(await office.run('users list -c 20001.00 -c 20002.00 -o json'));
  office.sandbox.faults();
  expect(ended).toMatchObject({ exitCode: 6, stdout: '' });
  expect(ended.stderr).toContain('20001.00 Schreinerei Birkenau GmbH: The portal failed.\n');
  expect(ended.stderr).toContain('20002.00 Gasthof Sonnenberg AG: The portal failed.\n');
  expect(ended.stderr).toContain('"code":"internal-error"');
});

test('--all-clients of a login with one client is a list of one client, with the column', async () => {
  await office.signIn('reto.frei', { profile: 'reto' });
  expect(await office.run('users list --all-clients -p reto --fields client,userName')).toEqual({
    exitCode: 0,
    stdout: piped(birkenau),
    stderr: '',
  });
});

test('one empty client among others is no failure', async () => {
  expect(await office.run('users list -c 20001.00 -c 20002.00 --search reto --fields client,userName')).toEqual({
    exitCode: 0,
    stdout: piped(birkenau.slice(0, 1)),
    stderr: '',
  });
  expect(await office.run('users list -c 20001.00 -c 20002.00 --search nobody')).toEqual({
    exitCode: 0,
    stdout: '',
    stderr: 'No users.\n',
  });
});
