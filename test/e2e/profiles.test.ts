import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ConnectError } from '../../src/errors.js';
import { answered } from '../support/logins.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { piped, printed } from '../support/printed.js';

let office: Office;
let portals: Readonly<Record<'095' | '060', string>>;
let before: number;
beforeEach(async () => {
  office = await openOffice();
  portals = { '095': office.sandbox.portal('095'), '060': office.sandbox.portal('060') };
  await office.signIn('anna.muster');
  await office.signIn('sara.treuhand', { fund: '060', profile: 'tessin' });
  before = office.sandbox.exchanges.length;
});
afterEach(() => office.close());

const since = () => answered(office.sandbox, before);
const config = () => readFile(path.join(office.desk.home, '.config/connect/config.toml'), 'utf8');
const keys = () => [...office.desk.keychain.entries.keys()];
const anna = () => ({ name: 'ak095', portal: portals['095'], username: 'anna.muster', client: null });
const sara = () => ({ name: 'tessin', portal: portals['060'], username: 'sara.treuhand', client: null });

test('logins at several portals stand side by side, and -p names one for a single command', async () => {
  const saved = [
    { ...anna(), default: true },
    { ...sara(), default: false },
  ];
  expect(await printed(office, 'profiles list')).toEqual(saved);
  expect(await printed(office, 'profiles show')).toEqual(saved[0]);
  expect(await printed(office, 'profiles show -p tessin')).toEqual(saved[1]);
  expect(await printed(office, 'profiles show tessin')).toEqual(saved[1]);
  // Not one of these needed the portal.
  expect(since()).toEqual([]);
  const users = await printed<{ username: string }>(office, 'status -p tessin');
  expect(users.username).toBe('sara.treuhand');
  expect((await printed<{ username: string }>(office, 'status')).username).toBe('anna.muster');
});

test('use only sets the default', async () => {
  const entries = [...office.desk.keychain.entries];
  expect(await office.run('profiles use tessin')).toEqual({
    exitCode: 0,
    stdout: piped(Object.entries({ ...sara(), default: true })),
    stderr: `Commands without -p now use this login: sara.treuhand, ${portals['060']}\n`,
  });
  expect(await config()).toMatch(/^profile = "tessin"$/m);
  expect(since()).toEqual([]);
  expect([...office.desk.keychain.entries]).toEqual(entries);
  expect((await printed<{ username: string }>(office, 'status')).username).toBe('sara.treuhand');
});

test('a login keeps its session under another name, and stays the default if it was', async () => {
  const renamed = await office.run('profiles rename ak095 muster');
  expect(renamed).toEqual({
    exitCode: 0,
    stdout: piped(Object.entries({ ...anna(), name: 'muster', default: true })),
    stderr: '',
  });
  expect(since()).toEqual([]);
  expect(await printed(office, 'status -p muster')).toMatchObject({ signedIn: true, profile: 'muster' });
  expect(await printed(office, 'status')).toMatchObject({ signedIn: true, profile: 'muster' });
  expect(await printed<{ name: string }[]>(office, 'profiles list')).toMatchObject([
    { name: 'muster' },
    { name: 'tessin' },
  ]);
});

test.each([
  ['rename ak095 tessin', 5, 'There is a login saved as “tessin” already.'],
  ['rename nobody else', 3, 'There is no login saved as “nobody”. Saved: ak095, tessin'],
  ['rename ak095 "two words"', 2, '“two words” does not fit <new-name>. Expected: a-word'],
  ['use nobody', 3, 'There is no login saved as “nobody”. Saved: ak095, tessin'],
  ['show nobody', 3, 'There is no login saved as “nobody”. Saved: ak095, tessin'],
  ['remove nobody --yes', 3, 'There is no login saved as “nobody”. Saved: ak095, tessin'],
])('profiles %s is refused and changes nothing', async (line, exitCode, error) => {
  const text = await config();
  const ended = await office.run(`profiles ${line}`);
  expect({ exitCode: ended.exitCode, stdout: ended.stdout }).toEqual({ exitCode, stdout: '' });
  expect(ended.stderr.split('\n')[0]).toContain(error);
  expect(await config()).toBe(text);
});

const will = () =>
  `Log out sara.treuhand at ${portals['060']} and forget the login “tessin” with everything that is stored of it.\n`;

test('remove asks, logs out at the portal, and forgets session, seed and name', async () => {
  office.desk.keychain.entries.set(`${portals['060']} sara.treuhand otp`, 'JBSWY3DPEHPK3PXP');
  const removed = await office.run('profiles remove tessin', {
    terminal: { stdin: true },
    answers: [['Forget the login “tessin”?', true]],
  });
  expect(removed).toEqual({
    exitCode: 0,
    stdout: piped(
      Object.entries({
        name: 'tessin',
        portal: portals['060'],
        username: 'sara.treuhand',
        revoked: true,
        forgotten: true,
      }),
    ),
    stderr: will(),
  });
  expect(since()).toEqual(['DELETE /session 204']);
  expect(keys()).toEqual([`${portals['095']} anna.muster`]);
  expect(await config()).not.toContain('tessin');
  expect((await printed<{ username: string }>(office, 'status')).username).toBe('anna.muster');
});

test('remove does nothing without consent, and only tells what it would do under --dry-run', async () => {
  const text = await config();
  const refused = await office.run('profiles remove tessin', {
    terminal: { stdin: true },
    answers: [['Forget the login “tessin”?', false]],
  });
  expect(refused).toMatchObject({ exitCode: 5, stdout: '' });
  expect(await office.run('profiles remove tessin')).toMatchObject({ exitCode: 2, stdout: '' });
  const dry = await office.run('profiles remove tessin --dry-run -o json -q');
  expect(JSON.parse(dry.stdout)).toMatchObject({ dryRun: true, request: { method: 'DELETE', path: '/session' } });
  expect(since()).toEqual([]);
  expect(await config()).toBe(text);
  expect(keys()).toHaveLength(2);
});

test('after the default was removed no other login takes its place by itself', async () => {
  const { stderr } = await office.run('profiles remove ak095 --yes');
  expect(stderr).toMatch(
    /\nNo login is the default any more. Choose one with connect profiles use, or name it with -p.\n$/,
  );
  expect(await office.run('users list -q')).toMatchObject({ exitCode: 4, stdout: '' });
  expect(await office.run('profiles use tessin -q')).toMatchObject({ exitCode: 0 });
  expect(await office.run('status -q')).toMatchObject({ exitCode: 0 });
});

test('a second name for the same login goes without its session', async () => {
  await office.signIn('anna.muster', { profile: 'zweiter' });
  before = office.sandbox.exchanges.length;
  expect(await office.run('profiles remove zweiter --yes')).toEqual({
    exitCode: 0,
    stdout: piped(
      Object.entries({
        name: 'zweiter',
        portal: portals['095'],
        username: 'anna.muster',
        revoked: null,
        forgotten: false,
      }),
    ),
    stderr: `Forget the name “zweiter” of anna.muster at ${portals['095']}. The session stays: another name uses it.\n`,
  });
  expect(since()).toEqual([]);
  expect(await office.run('status -q')).toMatchObject({ exitCode: 0 });
});

test('a portal that can’t be told: the login is forgotten here, and the exit code says it', async () => {
  office.sandbox.faults('drop-before-commit=endSession:*');
  const removed = await office.run('profiles remove tessin --yes -o json');
  expect(removed.exitCode).toBe(6);
  expect(JSON.parse(removed.stdout)).toMatchObject({ revoked: false, forgotten: true });
  expect(removed.stderr).toMatch(
    /^Log out .*\nThe portal could not be told. The session is forgotten on this computer; at the portal it ends at .*\n$/,
  );
  expect(keys()).toEqual([`${portals['095']} anna.muster`]);
});

test('a store that can’t be opened keeps the login: nobody would find its secrets any more', async () => {
  office.desk.keychain.get = () => Promise.reject(new ConnectError('store-locked'));
  expect(await office.run('profiles remove tessin --yes')).toMatchObject({ exitCode: 4, stdout: '' });
  expect(await config()).toContain('[profiles.tessin]');
});

test('where no login is saved, the list says so', async () => {
  await office.run('profiles remove tessin --yes -q');
  await office.run('profiles remove ak095 --yes -q');
  expect(await office.run('profiles list')).toEqual({
    exitCode: 0,
    stdout: '',
    stderr: 'No login is saved. connect login saves one.\n',
  });
});
