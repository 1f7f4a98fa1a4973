import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { piped } from '../support/printed.js';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await office.signIn('sara.treuhand', { profile: 'sara' });
});
afterEach(() => office.close());

const gasthof = piped([
  ['number', '20002.00'],
  ['name', 'Gasthof Sonnenberg AG'],
  ['fund', '095'],
  ['uid', 'CHE-200.000.030'],
  ['administrator', true],
  ['role', 'fiduciary'],
]);
const config = () => readFile(path.join(office.desk.home, '.config/connect/config.toml'), 'utf8');

test.each(['20002.00', '"Gasthof Sonnenberg AG"', '"gasthof sonnenberg ag"', 'Sonne'])(
  'by %s: lists and displays are about that client from then on',
  async (name) => {
    expect(await office.run(`clients use ${name}`)).toEqual({
      exitCode: 0,
      stdout: gasthof,
      stderr: 'Gasthof Sonnenberg AG is now the default of profile sara.\n',
    });
    expect(await office.run('users list --fields userName')).toEqual({
      exitCode: 0,
      stdout: 'kurt.inauen\nsara.treuhand\nursula.sonderegger\n',
      stderr: '',
    });
    expect(await office.run('users show kurt.inauen --fields lastName')).toEqual({
      exitCode: 0,
      stdout: 'lastName\tInauen\n',
      stderr: '',
    });
  },
);

test('is remembered by the profile as a number, and by no other profile', async () => {
  await office.signIn('sara.treuhand', { fund: '060', profile: 'tessin' });
  await office.run('clients use Sonne');
  const [, sara = '', tessin = ''] = (await config()).split(/\n(?=\[profiles\.)/);
  expect(sara).toContain('client = "20002.00"\n');
  expect(tessin).not.toContain('client');
  expect(await office.run('config get client -p tessin --fields value')).toMatchObject({ stdout: 'value\t\n' });
  expect(await office.run('config get client -p sara')).toEqual({
    exitCode: 0,
    stdout: piped([
      ['value', '20002.00'],
      ['origin', 'user'],
      ['from', path.join(office.desk.home, '.config/connect/config.toml')],
    ]),
    stderr: '',
  });
});

test('survives the next login', async () => {
  await office.run('clients use 20002.00');
  await office.signIn('sara.treuhand', { profile: 'sara' });
  expect(await office.run('users list --fields userName')).toMatchObject({
    stdout: 'kurt.inauen\nsara.treuhand\nursula.sonderegger\n',
  });
});

test('names the known ones where there is no such client, and changes nothing', async () => {
  const before = await config();
  expect(await office.run('clients use nobody')).toEqual({
    exitCode: 3,
    stdout: '',
    stderr:
      'Error: There is no client “nobody” for this login. Known: 20001.00 Schreinerei Birkenau GmbH, ' +
      '20002.00 Gasthof Sonnenberg AG, 20003.00 Fleurs et Jardins Sàrl\n' +
      'Hint: A change needs the number or the whole name. connect clients list shows them; ' +
      'another login may be meant (-p).\n',
  });
  expect(await config()).toBe(before);
});

test('names those that fit where several do', async () => {
  expect(await office.run('clients use en')).toEqual({
    exitCode: 2,
    stdout: '',
    stderr:
      'Error: “en” fits several clients: 20001.00 Schreinerei Birkenau GmbH, 20002.00 Gasthof Sonnenberg AG\n' +
      'Hint: Give the number or the whole name.\n',
  });
});

test('wants a profile to remember it in', async () => {
  const ended = await office.run('clients use 20002.00 -p nope');
  expect(ended).toMatchObject({ exitCode: 3, stdout: '' });
  expect(ended.stderr).toMatch(
    /^Error: There is no login saved as “nope”\. Saved: sara\nHint: connect login -p (?:NAME|nope) creates one\.\n$/,
  );
});

test('changes nothing at the portal, so there is no dry run, and nothing is remembered', async () => {
  const before = await config();
  expect(await office.run('clients use 20002.00 --dry-run')).toEqual({
    exitCode: 2,
    stdout: '',
    stderr: 'Error: “use” changes nothing at the portal, so it has no dry run.\nHint: Leave --dry-run out.\n',
  });
  expect(await config()).toBe(before);
});
