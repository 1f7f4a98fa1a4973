import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Desk } from '../support/desk.js';
import { openOffice } from '../support/office.js';
import { piped } from '../support/printed.js';

let desk: Desk;
let file: string;
beforeEach(async () => {
  desk = await Desk.open();
  file = path.join(desk.home, '.config/connect/config.toml');
});
afterEach(() => desk.close());

const unset = { env: { CONNECT_LANG: '' } };
const get = async (key: string) => (await desk.run(`config get ${key} --fields value`, unset)).stdout;

describe('config set', () => {
  test.each([
    ['lang', 'fr'],
    ['timeout', '45'],
    ['store', 'file'],
    ['policy.four-eyes', 'true'],
    ['policy.expired-mandates', 'deny'],
  ])('%s: is shown, kept, and found by config get', async (key, value) => {
    expect(await desk.run(`config set ${key} ${value}`)).toEqual({
      exitCode: 0,
      stdout: piped([
        ['key', key],
        ['value', value],
        ['file', file],
      ]),
      stderr: '',
    });
    expect(await get(key)).toBe(`value\t${value}\n`);
  });

  test('the file is the owner’s alone, also if others could read it before', async () => {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, 'timeout = 5\n');
    await chmod(file, 0o644);
    await desk.run('config set lang de');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readFile(file, 'utf8')).toMatch(/^timeout = 5\nlang = "de"\n/);
  });

  test('a new directory is the owner’s alone', async () => {
    await desk.run('config set lang de');
    expect((await stat(path.dirname(file))).mode & 0o777).toBe(0o700);
  });

  test('lang is the language from then on', async () => {
    await desk.run('config set lang it');
    expect((await desk.run('config get nope', unset)).stderr).toBe(
      (await desk.run('config get nope --lang it')).stderr,
    );
    expect((await desk.run('--help', unset)).stdout).toContain('Uso: connect [opzioni] [comando]');
  });

  test('output is the form of results and of errors from then on', async () => {
    await desk.run('config set output json');
    const good = await desk.run('config get timeout');
    expect(JSON.parse(good.stdout)).toEqual({ key: 'timeout', value: '30', origin: 'default', from: '' });
    const bad = await desk.run('config get nope');
    expect(bad).toMatchObject({ exitCode: 2, stdout: '' });
    expect(bad.stderr).toMatch(/^\{.*"code":"setting-unknown"/);
  });

  test.each([
    ['lang rm', 'rm', 'lang', 'de, fr, it, en'],
    ['output xml', 'xml', 'output', 'table, json, ndjson, csv'],
    ['store paper', 'paper', 'store', 'keychain, file'],
    ['timeout 0', '0', 'timeout', '1–9999'],
    ['timeout 10000', '10000', 'timeout', '1–9999'],
    ['timeout soon', 'soon', 'timeout', '1–9999'],
  ])('%s does not fit, and nothing is written', async (words, value, from, expected) => {
    expect(await desk.run(`config set ${words}`)).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `Error: “${value}” does not fit ${from}. Expected: ${expected}\n`,
    });
    await expect(stat(file)).rejects.toThrow('ENOENT');
  });

  test.each(['portal', 'username', 'client', 'password', '__proto__'])(
    '%s can’t be set: logins are made by logging in',
    async (key) => {
      expect(await desk.run(`config set ${key} x`)).toEqual({
        exitCode: 2,
        stdout: '',
        stderr:
          `Error: There is no setting “${key}”. ` +
          'Known: profile, lang, output, store, timeout, ca-file, policy.four-eyes, ' +
          'policy.expired-mandates\n',
      });
      await expect(stat(file)).rejects.toThrow('ENOENT');
    },
  );

  test('profile takes a login that is saved, and commands use it from then on', async () => {
    const office = await openOffice();
    await office.signIn('anna.muster', { profile: 'anna' });
    await office.signIn('marc.dubois', { profile: 'marc' });
    expect(await office.run('config set profile eva')).toEqual({
      exitCode: 3,
      stdout: '',
      stderr: 'Error: There is no login saved as “eva”. Saved: anna, marc\nHint: connect login -p NAME creates one.\n',
    });
    expect(await office.run('clients list --fields name')).toMatchObject({ stdout: 'Muster Beispiel AG\n' });
    expect(await office.run('config set profile marc')).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await office.run('clients list --fields name')).toMatchObject({ stdout: 'Boulangerie du Lac Sàrl\n' });
    await office.close();
  });

  test('changes nothing at a portal, so there is no dry run, and nothing is written', async () => {
    expect(await desk.run('config set lang de --dry-run')).toMatchObject({ exitCode: 2, stdout: '' });
    await expect(stat(file)).rejects.toThrow('ENOENT');
  });
});

describe('config get', () => {
  test('one setting, with its origin', async () => {
    expect(await desk.run('config get lang')).toEqual({
      exitCode: 0,
      stdout: piped([
        ['value', 'en'],
        ['origin', 'environment'],
        ['from', 'CONNECT_LANG'],
      ]),
      stderr: '',
    });
  });

  test('an unknown one lists the known', async () => {
    expect(await desk.run('config get colour')).toEqual({
      exitCode: 2,
      stdout: '',
      stderr:
        'Error: There is no setting “colour”. Known: profile, portal, username, client, output, lang, store, timeout, ' +
        'ca-file, ssl-cert-file, no-input, policy.four-eyes, policy.expired-mandates\n',
    });
  });
});

describe('config path', () => {
  test('says where the files are, before there are any', async () => {
    expect(await desk.run('config path')).toEqual({
      exitCode: 0,
      stdout: piped([
        ['file', file],
        ['config', path.dirname(file)],
        ['state', path.join(desk.home, '.local/state/connect')],
      ]),
      stderr: '',
    });
    await expect(stat(path.dirname(file))).rejects.toThrow('ENOENT');
  });

  test('follows XDG, and CONNECT_CONFIG_DIR before it', async () => {
    const env = { XDG_CONFIG_HOME: '/xdg/config', XDG_STATE_HOME: '/xdg/state' };
    const paths = async (more = {}) => (await desk.run('config path', { env: { ...env, ...more } })).stdout;
    expect(await paths()).toBe(
      piped([
        ['file', '/xdg/config/connect/config.toml'],
        ['config', '/xdg/config/connect'],
        ['state', '/xdg/state/connect'],
      ]),
    );
    expect(await paths({ CONNECT_CONFIG_DIR: '/own' })).toBe(
      piped([
        ['file', '/own/config.toml'],
        ['config', '/own'],
        ['state', '/own/state'],
      ]),
    );
  });
});
