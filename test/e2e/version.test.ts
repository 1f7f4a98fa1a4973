import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Desk } from '../support/desk.js';
import { piped } from '../support/printed.js';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const node = process.versions.node;

let desk: Desk;
beforeAll(async () => (desk = await Desk.open()));
afterAll(() => desk.close());

test('shows version, Node and platform, for programs', async () => {
  expect(await desk.run('version')).toEqual({
    exitCode: 0,
    stdout: piped([
      ['version', version],
      ['node', node],
      ['platform', 'linux'],
    ]),
    stderr: '',
  });
  const { stdout } = await desk.run('version -o json');
  expect(JSON.parse(stdout)).toEqual({ version, node, platform: 'linux' });
});

test('and for people', async () => {
  expect(await desk.run('version --lang de', { terminal: true, env: { NO_COLOR: '1' } })).toEqual({
    exitCode: 0,
    stdout: `Version    ${version}\nNode       ${node}\nPlattform  linux\n`,
    stderr: '',
  });
});

test('needs no configuration, no login and no network', async () => {
  expect(await desk.run('version', { env: { CONNECT_CONFIG_DIR: '/nonexistent' } })).toMatchObject({ exitCode: 0 });
  expect(desk.keychain.entries.size).toBe(0);
});

test('takes no arguments', async () => {
  expect(await desk.run('version 2')).toEqual({
    exitCode: 2,
    stdout: '',
    stderr:
      'Error: There are more arguments than “version” takes.\n' +
      'Hint: Put quotation marks around words that belong together.\n',
  });
});

test.each(['--version', '-o json --version', '--version -q'])('%s is the version, wherever it stands', async (line) => {
  const ended = await desk.run(line);
  expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
  expect(ended.stdout).toContain(version);
});
