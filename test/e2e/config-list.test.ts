import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Desk } from '../support/desk.js';
import type { Circumstances } from '../support/desk.js';
import { piped } from '../support/printed.js';

let desk: Desk;
let file: string;
beforeEach(async () => {
  desk = await Desk.open();
  file = path.join(desk.home, '.config/connect/config.toml');
  await mkdir(path.dirname(file), { recursive: true });
});
afterEach(() => desk.close());

const configured = `lang = "it"
output = "csv"
store = "file"
timeout = 12
ca-file = "/etc/ssl/firma.pem"
profile = "work"
[profiles.work]
portal = "https://portal.example/ak095"
username = "anna.muster"
client = "10001.00"
[profiles.other]
portal = "https://portal.example/ak060"
username = "paolo"
`;
const origins = async (line = '', circumstances: Circumstances = {}) => {
  const { exitCode, stdout, stderr } = await desk.run(`config list ${line} -o json`, circumstances);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  const items = JSON.parse(stdout) as readonly { key: string; value: string | null; origin: string; from: string }[];
  return new Map(items.map(({ key, value, origin, from }) => [key, [value, origin, from]]));
};

test('shows each setting, though nothing was configured', async () => {
  expect(await desk.run('config list')).toEqual({
    exitCode: 0,
    stdout: piped([
      ...['profile', 'portal', 'username', 'client', 'output'].map((key) => [key, '', 'default', '']),
      ['lang', 'en', 'environment', 'CONNECT_LANG'],
      ['store', 'keychain', 'default', ''],
      ['timeout', '30', 'default', ''],
      ...['ca-file', 'ssl-cert-file'].map((key) => [key, '', 'default', '']),
      ['no-input', 'false', 'default', ''],
      ['policy.four-eyes', 'false', 'default', ''],
      ['policy.expired-mandates', 'warn', 'default', ''],
    ]),
    stderr: '',
  });
});

describe('each value has its origin', () => {
  beforeEach(() => writeFile(file, configured));
  const user = (value: string) => [value, 'user', file];

  test('the user’s configuration and its default profile', async () => {
    expect(Object.fromEntries(await origins())).toEqual({
      profile: user('work'),
      portal: user('https://portal.example/ak095'),
      username: user('anna.muster'),
      client: user('10001.00'),
      output: ['json', 'option', '--output'],
      lang: ['en', 'environment', 'CONNECT_LANG'],
      store: user('file'),
      timeout: user('12'),
      'ca-file': user('/etc/ssl/firma.pem'),
      'ssl-cert-file': [null, 'default', ''],
      'no-input': ['false', 'default', ''],
      'policy.four-eyes': ['false', 'default', ''],
      'policy.expired-mandates': ['warn', 'default', ''],
    });
  });

  test('the environment decides over the configuration', async () => {
    const found = await origins('', {
      env: {
        CONNECT_PORTAL: 'https://other.example/ak111',
        CONNECT_USERNAME: 'eva',
        CONNECT_CLIENT: '20001.00',
        CONNECT_LANG: 'fr_CH.UTF-8',
        CONNECT_CREDENTIAL_STORE: 'keychain',
        CONNECT_NO_INPUT: '1',
        SSL_CERT_FILE: '/etc/ssl/cert.pem',
      },
    });
    expect(found.get('portal')).toEqual(['https://other.example/ak111', 'environment', 'CONNECT_PORTAL']);
    expect(found.get('username')).toEqual(['eva', 'environment', 'CONNECT_USERNAME']);
    expect(found.get('client')).toEqual(['20001.00', 'environment', 'CONNECT_CLIENT']);
    expect(found.get('lang')).toEqual(['fr', 'environment', 'CONNECT_LANG']);
    expect(found.get('store')).toEqual(['keychain', 'environment', 'CONNECT_CREDENTIAL_STORE']);
    expect(found.get('no-input')).toEqual(['true', 'environment', 'CONNECT_NO_INPUT']);
    // Certificates add up: the variable does not hide the file of the configuration.
    expect(found.get('ssl-cert-file')).toEqual(['/etc/ssl/cert.pem', 'environment', 'SSL_CERT_FILE']);
    expect(found.get('ca-file')).toEqual(user('/etc/ssl/firma.pem'));
  });

  test('options decide over everything', async () => {
    const env = { CONNECT_PROFILE: 'work', CONNECT_CLIENT: '20001.00', CONNECT_PORTAL: 'https://other.example/ak111' };
    const found = await origins('-p other -c 30001.00 -c 30002.00 --lang de --timeout 5 --ca-file a.pem --no-input', {
      env,
    });
    expect(found.get('profile')).toEqual(['other', 'option', '--profile']);
    // A profile named on the command line brings its own portal along.
    expect(found.get('portal')).toEqual(user('https://portal.example/ak060'));
    expect(found.get('client')).toEqual(['30001.00, 30002.00', 'option', '--client']);
    expect(found.get('lang')).toEqual(['de', 'option', '--lang']);
    expect(found.get('timeout')).toEqual(['5', 'option', '--timeout']);
    expect(found.get('ca-file')).toEqual(['a.pem', 'option', '--ca-file']);
    expect(found.get('no-input')).toEqual(['true', 'option', '--no-input']);
  });

  test('.connect.toml of the directory decides over the configuration, under the environment', async () => {
    await writeFile(path.join(desk.home, '.connect.toml'), 'client = "20002.00"\nlang = "fr"\noutput = "ndjson"\n');
    const found = await origins('', { env: { CONNECT_LANG: '' } });
    expect(found.get('client')).toEqual(['20002.00', 'directory', '.connect.toml']);
    expect(found.get('lang')).toEqual(['fr', 'directory', '.connect.toml']);
    expect((await origins()).get('lang')).toEqual(['en', 'environment', 'CONNECT_LANG']);
    const { stdout } = await desk.run('config get output');
    expect(JSON.parse(stdout)).toEqual({ key: 'output', value: 'ndjson', origin: 'directory', from: '.connect.toml' });
  });
});

test('says the origins in the reader’s language, with titles', async () => {
  await writeFile(file, configured);
  const circumstances = { terminal: true, env: { NO_COLOR: '1' } };
  const { stdout } = await desk.run('config list --lang fr -o table --fields key,origin', circumstances);
  expect(stdout.split('\n').map((line) => line.trimEnd().split(/ {2,}/))).toEqual([
    ['réglage', 'origine'],
    ...['profile', 'portal', 'username', 'client'].map((key) => [key, 'configuration utilisateur']),
    ...['output', 'lang'].map((key) => [key, 'option']),
    ...['store', 'timeout', 'ca-file'].map((key) => [key, 'configuration utilisateur']),
    ['ssl-cert-file', 'valeur par défaut'],
    ['no-input', 'valeur par défaut'],
    ['policy.four-eyes', 'valeur par défaut'],
    ['policy.expired-mandates', 'valeur par défaut'],
    [''],
  ]);
});

describe('what can’t be read is named, and nothing is guessed', () => {
  test.each([
    ['lang = ', 'can’t be read: 1:8'],
    ['colour = "red"', 'has an unknown setting: colour'],
    ['[profiles.a]\npassword = "geheim"', 'has an unknown setting: profiles.a.password'],
    ['timeout = "soon"', 'can’t be read: timeout'],
  ])('%j', async (toml, complaint) => {
    await writeFile(file, toml);
    const ended = await desk.run('config list');
    expect(ended).toMatchObject({ exitCode: 2, stdout: '' });
    expect(ended.stderr).toContain(`Error: The configuration ${file} ${complaint}`);
    expect(ended.stderr).not.toContain('geheim');
  });

  test.each([
    'portal = "https://evil.example/ak095"',
    'username = "eva"',
    'store = "file"',
    'profile = "x"',
    'ca-file = "x"',
  ])('a file in a directory must not say where credentials go: %s', async (toml) => {
    await writeFile(path.join(desk.home, '.connect.toml'), toml);
    expect(await desk.run('config list')).toEqual({
      exitCode: 2,
      stdout: '',
      stderr:
        `Error: ${path.join(desk.home, '.connect.toml')} sets “${toml.split(' ')[0] ?? ''}”. A file in a directory may ` +
        'set client, lang and output only: whoever can write it must not be able to choose where credentials go.\n' +
        'Hint: Remove the line, or use connect config set.\n',
    });
  });
});
