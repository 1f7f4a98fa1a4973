import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { binary, program } from '../support/binary.js';
import { emptyFolder } from '../support/folder.js';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

test('connect --version prints the version and nothing else', async () => {
  expect(await binary(['--version'])).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: '' });
});

test('connect alone and connect --help print the same help, on stdout', async () => {
  const help = await binary(['--help']);
  expect(help).toMatchObject({ exitCode: 0, stderr: '' });
  expect(help.stdout).toMatch(/^Usage: connect \[options\] \[command\]\n/);
  expect(await binary([])).toEqual(help);
});

test.each([
  [
    '--bogus',
    2,
    'Error: There is no option “--bogus” here.\nHint: Put --help behind the command to see its options.\n',
  ],
  ['frobnicate', 2, 'Error: There is no command “frobnicate”.\n' + 'Hint: connect --help lists the commands.\n'],
  [
    'users',
    2,
    'Error: Something is missing behind “users”: what to do.\nHint: connect users --help lists what can be done.\n',
  ],
  ['salary check nowhere.xml', 3, `Error: There is no file ${process.cwd()}/nowhere.xml.\n`],
  ['clients list', 4, 'Error: Nobody is signed in.\nHint: connect login\n'],
])('connect %s ends with %i', async (line, exitCode, stderr) => {
  const env = { CONNECT_CONFIG_DIR: await emptyFolder() };
  expect(await binary(line.split(' '), { env })).toEqual({ exitCode, stdout: '', stderr });
});

test('an error speaks the language of the locale, however POSIX writes it', async () => {
  const told = async (env: Record<string, string>) =>
    (await binary(['users'], { env: { CONNECT_LANG: '', ...env } })).stderr.split('\n')[0];
  expect(await told({ LANG: 'de_CH.UTF-8' })).toMatch(/^Fehler: /);
  expect(await told({ LC_ALL: 'fr_CH', LANG: 'de_CH.UTF-8' })).toMatch(/^Erreur\u202f: /);
  expect(await told({ LC_MESSAGES: 'it', LANG: 'de_CH.UTF-8' })).toMatch(/^Errore: /);
  expect(await told({ LANG: 'C' })).toMatch(/^Error: /);
});

test('reads a file from stdin', async () => {
  const input = readFileSync('examples/lohn-2025.xml', 'utf8');
  expect(await binary(['salary', 'check', '-', '-o', 'json', '--query', '[].ok', '-q'], { input })).toEqual({
    exitCode: 0,
    stdout: '[true]\n',
    stderr: '',
  });
});

test('a stdin that stays open keeps no command from ending', async () => {
  const env = {
    CONNECT_CONFIG_DIR: await emptyFolder(),
    CONNECT_CREDENTIAL_STORE: 'file',
    CONNECT_STORE_PASSPHRASE: 'a passphrase for tests',
  };
  const login = 'login http://127.0.0.1:9/ak095 -u anna.muster --password-stdin';
  // The writer of the pipe lives until the program has ended; it is what ends the writer.
  const script = `{ echo secret; sleep 600 & echo $! >"$1"; wait; } | { "$0" bin/connect.js ${login}; echo "$?"; kill "$(cat "$1")"; }`;
  const pid = `${env.CONNECT_CONFIG_DIR}/pid`;
  const ended = await program('sh', ['-c', script, process.execPath, pid], { env });
  expect(ended).toMatchObject({ exitCode: 0, stdout: '6\n' });
});

test('a reader that has seen enough is no failure', async () => {
  // More than a pipe holds.
  const files = Array<string>(150).fill('examples/lohn-2025-broken.xml').join(' ');
  const line = `"$0" bin/connect.js salary check ${files} -q -o csv --fields line,message,fix,path; echo "$?" >&2`;
  expect(await program('sh', ['-c', `{ ${line}; } | head -1`, process.execPath], {})).toEqual({
    exitCode: 0,
    stdout: 'line,message,fix,path\r\n',
    stderr: '0\n',
  });
});

test('without a terminal nobody is asked: the program says so and names the option', async () => {
  const env = { CONNECT_CONFIG_DIR: await emptyFolder() };
  expect(await binary(['login', 'http://127.0.0.1:9/ak095'], { env })).toEqual({
    exitCode: 2,
    stdout: '',
    stderr:
      'Error: There is nobody to ask: stdin is not a terminal, or --no-input was given.\n' +
      'Hint: Give the answer beforehand: --username\n',
  });
});

test('a portal that is not there: exit code 6', async () => {
  const env = {
    CONNECT_CONFIG_DIR: await emptyFolder(),
    CONNECT_CREDENTIAL_STORE: 'file',
    CONNECT_STORE_PASSPHRASE: 'a passphrase for tests',
    CONNECT_PASSWORD: 'x',
  };
  const ended = await binary(['login', 'http://127.0.0.1:9/ak095', '-u', 'anna.muster'], { env });
  expect(ended).toMatchObject({ exitCode: 6, stdout: '' });
  expect(ended.stderr).toContain('Error: Nobody answers at http://127.0.0.1:9/ak095: the connection was refused.\n');
});
