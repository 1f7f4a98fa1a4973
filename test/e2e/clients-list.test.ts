import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { piped, printed } from '../support/printed.js';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  await office.signIn('sara.treuhand');
  await office.signIn('sara.treuhand', { fund: '060', profile: 'tessin' });
});
afterAll(() => office.close());

test('lists whom the login may act for, and whether as administrator', async () => {
  expect(await office.run('clients list')).toEqual({
    exitCode: 0,
    stdout: piped([
      ['20001.00', 'Schreinerei Birkenau GmbH', '095', 'CHE-200.000.024', true, 'fiduciary'],
      ['20002.00', 'Gasthof Sonnenberg AG', '095', 'CHE-200.000.030', true, 'fiduciary'],
      ['20003.00', 'Fleurs et Jardins Sàrl', '095', 'CHE-200.000.047', false, 'fiduciary'],
    ]),
    stderr: '',
  });
});

test('each fund has its own logins: the other profile has other clients', async () => {
  expect(await office.run('clients list -p tessin --fields name,number,administrator')).toEqual({
    exitCode: 0,
    stdout: piped([
      ['Officina Ceresio SA', '30001.00', true],
      ['Orologeria Verbano Sagl', '30002.00', false],
    ]),
    stderr: '',
  });
});

test('tells in JSON what the portal offers the client, and what of it the login may use', async () => {
  const [, , flowers] = await printed<readonly Record<string, unknown>[]>(office, 'clients list');
  expect(flowers).toEqual({
    number: '20003.00',
    name: 'Fleurs et Jardins Sàrl',
    fund: '095',
    uid: 'CHE-200.000.047',
    address: ['Chemin des Roses 5', '1700 Fribourg'],
    language: 'fr',
    themes: [
      ...['employees', 'salary-declaration', 'family-allowances', 'income-compensation', 'insurance-certificates'],
      ...['work-interruption', 'settlements', 'other-business', 'messages'],
    ],
    administrator: false,
    permissions: ['salary-declaration', 'messages', 'employees', 'settlements'],
    role: 'fiduciary',
  });
});

test.each([
  ['gast', 'Gasthof Sonnenberg AG'],
  ['SARL', 'Fleurs et Jardins Sàrl'],
  ['20001', 'Schreinerei Birkenau GmbH'],
])('finds %s in number or name, whatever its case and accents', async (text, name) => {
  expect(await office.run(`clients list --search ${text} --fields name`)).toEqual({
    exitCode: 0,
    stdout: `${name}\n`,
    stderr: '',
  });
});

test('says so when nothing fits, and still succeeds', async () => {
  expect(await office.run('clients list -s nobody')).toEqual({ exitCode: 0, stdout: '', stderr: 'No clients.\n' });
});

test.each([
  ['de', ['Nummer', 'Name', 'Kasse', 'UID', 'Administrator', 'Rolle'], ['ja', 'Treuhand']],
  ['fr', ['numéro', 'nom', 'caisse', 'IDE', 'administrateur', 'rôle'], ['oui', 'fiduciaire']],
  ['it', ['numero', 'nome', 'cassa', 'IDI', 'amministratore', 'ruolo'], ['sì', 'fiduciaria']],
  ['en', ['number', 'name', 'fund', 'UID', 'administrator', 'role'], ['yes', 'fiduciary']],
])('speaks %s on a terminal', async (lang, titles, [yes, role]) => {
  const ended = await office.run(`clients list -s gasthof --lang ${lang}`, { terminal: true, env: { NO_COLOR: '1' } });
  const [head, row] = ended.stdout.split('\n').map((line) => line.split(/ {2,}/));
  expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
  expect(head).toEqual(titles);
  expect(row).toEqual(['20002.00', 'Gasthof Sonnenberg AG', '095', 'CHE-200.000.030', yes, role]);
});

test('nobody signed in: says so before anything goes over the wire', async () => {
  const before = office.sandbox.exchanges.length;
  expect(await office.run('clients list', { env: { CONNECT_CONFIG_DIR: `${office.desk.home}/elsewhere` } })).toEqual({
    exitCode: 4,
    stdout: '',
    stderr: 'Error: Nobody is signed in.\nHint: connect login\n',
  });
  expect(office.sandbox.exchanges.length).toBe(before);
});
