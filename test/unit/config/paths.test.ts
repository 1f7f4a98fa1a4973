import path from 'node:path';
import { expect, test } from 'vitest';
import { directories } from '../../../src/config/paths.js';
import type { Directories } from '../../../src/config/paths.js';
import type { Env } from '../../../src/platform/ports.js';

const home = '/home/anna';
const on = (platform: NodeJS.Platform, env: Env = {}): Directories => directories({ platform, env, home });

const linux = { config: `${home}/.config/connect`, state: `${home}/.local/state/connect` };

test.each<[string, NodeJS.Platform, Env, Directories]>([
  ['Linux', 'linux', {}, linux],
  [
    'Linux with XDG',
    'linux',
    { XDG_CONFIG_HOME: '/c', XDG_STATE_HOME: '/s' },
    { config: '/c/connect', state: '/s/connect' },
  ],
  ['Linux with relative XDG paths', 'linux', { XDG_CONFIG_HOME: 'c', XDG_STATE_HOME: './s' }, linux],
  ['Linux with empty XDG paths', 'linux', { XDG_CONFIG_HOME: '', XDG_STATE_HOME: '' }, linux],
  [
    'macOS',
    'darwin',
    {},
    { config: `${home}/Library/Application Support/connect`, state: `${home}/Library/Application Support/connect` },
  ],
  [
    'macOS with XDG',
    'darwin',
    { XDG_CONFIG_HOME: '/c' },
    { config: '/c/connect', state: `${home}/Library/Application Support/connect` },
  ],
  ['FreeBSD', 'freebsd', {}, linux],
  [
    'our own variable',
    'linux',
    { CONNECT_CONFIG_DIR: '/own', XDG_CONFIG_HOME: '/c' },
    { config: '/own', state: '/own/state' },
  ],
  ['our own variable, relative', 'linux', { CONNECT_CONFIG_DIR: 'own' }, linux],
  ['our own variable, empty', 'linux', { CONNECT_CONFIG_DIR: '' }, linux],
])('files are where they belong: %s', (_what, platform, env, expected) => {
  expect(on(platform, env)).toEqual(expected);
});

test('on Windows settings roam and state stays', () => {
  const env = { APPDATA: '/Users/anna/AppData/Roaming', LOCALAPPDATA: '/Users/anna/AppData/Local' };
  expect(on('win32', env)).toEqual({
    config: path.join(env.APPDATA, 'connect'),
    state: path.join(env.LOCALAPPDATA, 'connect'),
  });
});

test.each([{}, { APPDATA: '', LOCALAPPDATA: '' }])(
  'on Windows without the variables the usual places hold: %j',
  (env) => {
    expect(on('win32', env)).toEqual({
      config: path.join(home, 'AppData', 'Roaming', 'connect'),
      state: path.join(home, 'AppData', 'Local', 'connect'),
    });
  },
);

test('no file is ever looked for in the working directory', () => {
  const names = ['CONNECT_CONFIG_DIR', 'XDG_CONFIG_HOME', 'XDG_STATE_HOME', 'APPDATA', 'LOCALAPPDATA'];
  for (const value of ['', '.', 'x', '../x']) {
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      const env = Object.fromEntries(names.map((name) => [name, value]));
      const places = Object.values(on(platform, env)) as string[];
      expect(
        places.filter((place) => !path.isAbsolute(place)),
        `${platform} ${value}`,
      ).toEqual([]);
    }
  }
});
