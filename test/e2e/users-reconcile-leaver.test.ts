import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccessPlan } from '../../src/access/access-plan.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { openPlanned } from '../support/planned.js';
import { piped } from '../support/printed.js';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  await office.signIn('anna.muster', { profile: 'muster' });
  await office.signIn('beat.keller', { profile: 'muster2' });
  await office.signIn('reto.frei', { profile: 'birkenau' });
  await office.signIn('yves.clerc', { profile: 'fleurs' });
  await office.signIn('paolo.bernasconi', { profile: 'ceresio', fund: '060' });
});
afterAll(() => office.close());

const fields = '--fields portal,client,userName,status,administrator,code,action,obstacle';
const inHome = (file: string): string => path.join(office.desk.home, file);
/** The fiduciary at each of her clients; nothing was changed about her so far. */
const sara = (portal: string, client: string, administrator: boolean) => [
  ...[office.sandbox.portal(portal), client, 'sara.treuhand', 'active', administrator],
  ...['leaver-active', 'deactivate', ''],
];

test('all clients of all saved logins are looked through, each once, and the plan has a part for each login', async () => {
  expect(await office.run(`users reconcile --leaver SARA.treuhand ${fields} --out sara.json`)).toEqual({
    exitCode: 11,
    stdout: piped([sara('095', '20001.00', true), sara('095', '20003.00', false), sara('060', '30001.00', true)]),
    stderr:
      '3 changes are in the plan sara.json. Nothing has been changed yet.\nTo carry it out: connect users apply sara.json\n',
  });
  const plan = JSON.parse(await readFile(inHome('sara.json'), 'utf8')) as AccessPlan;
  expect(plan.source).toEqual({ kind: 'leaver' });
  expect(plan.parts.map(({ portal, actor, clients }) => [portal, actor, clients.map(({ number }) => number)])).toEqual([
    [office.sandbox.portal(), 'reto.frei', ['20001.00']],
    [office.sandbox.portal(), 'yves.clerc', ['20003.00']],
    [office.sandbox.portal('060'), 'paolo.bernasconi', ['30001.00']],
  ]);
});

test('a client that two saved logins reach is told once', async () => {
  const [portal] = [office.sandbox.portal()];
  expect(await office.run(`users reconcile --leaver luca.bianchi@muster-beispiel.example -q ${fields}`)).toEqual({
    exitCode: 11,
    stdout: piped([[portal, '10001.00', 'luca.bianchi', 'active', false, 'leaver-active', 'deactivate', '']]),
    stderr: '',
  });
});

test.each(['--leaver=', '--leaver= ', '--name=', '--name=-'])(
  '%s, as a script with an empty variable gives it, is not taken for somebody without access',
  async (option) => {
    const ended = await office.run(['users', 'reconcile', option]);
    expect(ended).toMatchObject({ exitCode: 2, stdout: '' });
    expect(ended.stderr).toContain(`does not fit the option ${option.split('=')[0]}.`);
  },
);

test('nobody of that address: said with the number of clients, and the exit code is 0', async () => {
  expect(await office.run('users reconcile --leaver nobody@muster.example --out none.json')).toEqual({
    exitCode: 0,
    stdout: '',
    stderr:
      'No access of nobody@muster.example was found; 4 clients were looked at.\nThere is nothing that a plan could change, so none was written.\nNo findings.\n',
  });
});

test('whoever is deactivated already is told, and is no finding of weight', async () => {
  const ended = await office.run('users reconcile --leaver claire.favre --fields userName,severity,code,advice');
  expect(ended).toEqual({
    exitCode: 0,
    stdout: piped([['claire.favre', 'info', 'leaver-deactivated', 'Nothing to do.']]),
    stderr: '',
  });
});

test('a name alone, folded and in any order, is told and planned for nobody', async () => {
  const ended = await office.run(['users', 'reconcile', '--name', 'MUSTER, Ánna', '--fields', 'userName,code,action']);
  expect(ended).toEqual({
    exitCode: 11,
    stdout: piped([['anna.muster', 'leaver-namesake', '']]),
    stderr: '',
  });
});

test('the own login is left out, and its end told', async () => {
  const ended = await office.run('users reconcile --leaver reto.frei --fields userName,obstacle');
  expect(ended).toEqual({ exitCode: 11, stdout: piped([['reto.frei', 'own-login']]), stderr: '' });
});

test('-p asks that login alone', async () => {
  const ended = await office.run('users reconcile -p ceresio --leaver sara.treuhand --fields client,profile');
  expect(ended).toMatchObject({ exitCode: 11, stdout: piped([['30001.00', 'ceresio']]) });
});

test('a portal that can’t be asked is named, the others answer, and the exit code says that some are missing', async () => {
  expect(await office.run('logout -p ceresio -q')).toMatchObject({ exitCode: 0 });
  const ended = await office.run(`users reconcile --leaver sara.treuhand -q ${fields}`);
  expect(ended).toEqual({
    exitCode: 8,
    stdout: piped([sara('095', '20001.00', true), sara('095', '20003.00', false)]),
    stderr: `${office.sandbox.portal('060')} (ceresio): Nobody is signed in.\n`,
  });
  const nowhere = await office.run('users reconcile --leaver nobody@muster.example');
  expect(nowhere).toEqual({
    exitCode: 8,
    stdout: '',
    stderr:
      `${office.sandbox.portal('060')} (ceresio): Nobody is signed in.\n` +
      'No access of nobody@muster.example was found; 3 clients were looked at.\n' +
      '1 place was not looked at, and nobody@muster.example may still have access there. ' +
      'Log in there as somebody who may manage the users (connect login), then run this again.\nNo findings.\n',
  });
  const alone = await office.run('users reconcile -p ceresio --leaver sara.treuhand');
  expect(alone).toMatchObject({ exitCode: 4, stdout: '' });
});

test('where no login is saved there is nobody to ask', async () => {
  const empty = await openOffice();
  expect(await empty.run('users reconcile --leaver a@b.example')).toMatchObject({ exitCode: 4, stdout: '' });
  await empty.close();
});

test('the plan ends the access, and afterwards none is left', async () => {
  const line = 'users reconcile -p birkenau --leaver sara.treuhand -q';
  expect(await office.run(`${line} --out one.json`)).toMatchObject({ exitCode: 11 });
  const outcomes = await openPlanned(office, inHome('one.json'), 'reto.frei');
  expect(outcomes.map(({ step, state }) => [step.client, step.who, state])).toEqual([
    ['20001.00', 'sara.treuhand', 'done'],
  ]);
  expect(await office.run(`${line} --fields code`)).toEqual({
    exitCode: 0,
    stdout: 'leaver-deactivated\n',
    stderr: '',
  });
});
