import { expect, test } from 'vitest';
import { caFilesOf } from '../../../src/config/ca-files.js';
import { resolveSettings } from '../../../src/config/settings.js';
import type { Said, Settings, Sources } from '../../../src/config/settings.js';
import type { ConnectError } from '../../../src/errors.js';
import type { Env } from '../../../src/platform/ports.js';

const userFile = '/home/anna/.config/connect/config.toml';
const address = (fund: string): object => ({
  origin: 'https://a.example',
  href: `https://a.example/${fund}`,
  api: `https://a.example/${fund}/api/v1`,
});

function settingsOf(said: Said = {}, sources: Partial<Sources> = {}): Settings {
  return resolveSettings(said, { env: {}, user: { profiles: {} }, userFile, directory: {}, ...sources });
}

test('where nobody says anything, the defaults hold', () => {
  const nothing = { value: undefined, origin: 'default', from: '' };
  expect(settingsOf()).toEqual({
    profile: nothing,
    portal: nothing,
    username: nothing,
    clients: { value: [], origin: 'default', from: '' },
    output: nothing,
    lang: { value: 'en', origin: 'default', from: '' },
    store: { value: 'keychain', origin: 'default', from: '' },
    timeoutMs: { value: 30_000, origin: 'default', from: '' },
    caFile: nothing,
    sslCertFile: nothing,
    noInput: { value: false, origin: 'default', from: '' },
    fourEyes: { value: false, origin: 'default', from: '' },
    expiredMandates: { value: 'warn', origin: 'default', from: '' },
  });
});

const profiles = {
  ak095: { portal: 'https://a.example/ak095', username: 'anna.muster', client: '10001.00' },
  ak060: { portal: 'https://a.example/ak060', username: 'luca.bianchi' },
};

/** Everything that can say a setting, the strongest first, each with another value. */
const everybody: { readonly said: Said; readonly sources: Partial<Sources> } = {
  said: { profile: 'ak060', client: ['1', '2'], output: 'json', lang: 'it', timeout: 5, caFile: 'o.pem', input: false },
  sources: {
    env: {
      ...{ CONNECT_PROFILE: 'ak095', CONNECT_CLIENT: '3', CONNECT_OUTPUT: 'csv', CONNECT_LANG: 'fr' },
      ...{ CONNECT_CREDENTIAL_STORE: 'file', CONNECT_NO_INPUT: '1' },
      SSL_CERT_FILE: '/e.pem',
    },
    directory: { client: '4', output: 'ndjson', lang: 'de' },
    user: {
      profile: 'ak095',
      output: 'table',
      lang: 'en',
      store: 'keychain',
      timeout: 60,
      'ca-file': 'u.pem',
      profiles,
    },
  },
};
const { said, sources } = everybody;
const inUser = { origin: 'user', from: userFile } as const;
const inEnv = (from: string): object => ({ origin: 'environment', from });
const inDirectory = { origin: 'directory', from: '.connect.toml' } as const;

test('an option decides over everything else', () => {
  expect(settingsOf(said, sources)).toEqual({
    profile: { value: 'ak060', origin: 'option', from: '--profile' },
    portal: { value: address('ak060'), ...inUser },
    username: { value: 'luca.bianchi', ...inUser },
    clients: { value: ['1', '2'], origin: 'option', from: '--client' },
    output: { value: 'json', origin: 'option', from: '--output' },
    lang: { value: 'it', origin: 'option', from: '--lang' },
    store: { value: 'file', ...inEnv('CONNECT_CREDENTIAL_STORE') },
    timeoutMs: { value: 5000, origin: 'option', from: '--timeout' },
    caFile: { value: 'o.pem', origin: 'option', from: '--ca-file' },
    sslCertFile: { value: '/e.pem', ...inEnv('SSL_CERT_FILE') },
    noInput: { value: true, origin: 'option', from: '--no-input' },
    fourEyes: { value: false, origin: 'default', from: '' },
    expiredMandates: { value: 'warn', origin: 'default', from: '' },
  });
});

test('without options the environment decides', () => {
  const env = { ...sources.env, CONNECT_PORTAL: 'https://a.example/ak034', CONNECT_USERNAME: 'eva' };
  expect(settingsOf({}, { ...sources, env })).toEqual({
    profile: { value: 'ak095', ...inEnv('CONNECT_PROFILE') },
    portal: { value: address('ak034'), ...inEnv('CONNECT_PORTAL') },
    username: { value: 'eva', ...inEnv('CONNECT_USERNAME') },
    clients: { value: ['3'], ...inEnv('CONNECT_CLIENT') },
    output: { value: 'csv', ...inEnv('CONNECT_OUTPUT') },
    lang: { value: 'fr', ...inEnv('CONNECT_LANG') },
    store: { value: 'file', ...inEnv('CONNECT_CREDENTIAL_STORE') },
    timeoutMs: { value: 60_000, ...inUser },
    caFile: { value: 'u.pem', ...inUser },
    sslCertFile: { value: '/e.pem', ...inEnv('SSL_CERT_FILE') },
    noInput: { value: true, ...inEnv('CONNECT_NO_INPUT') },
    fourEyes: { value: false, origin: 'default', from: '' },
    expiredMandates: { value: 'warn', origin: 'default', from: '' },
  });
});

test('without options and environment the directory decides, over what it may decide', () => {
  expect(settingsOf({}, { ...sources, env: {} })).toEqual({
    profile: { value: 'ak095', ...inUser },
    portal: { value: address('ak095'), ...inUser },
    username: { value: 'anna.muster', ...inUser },
    clients: { value: ['4'], ...inDirectory },
    output: { value: 'ndjson', ...inDirectory },
    lang: { value: 'de', ...inDirectory },
    store: { value: 'keychain', ...inUser },
    timeoutMs: { value: 60_000, ...inUser },
    caFile: { value: 'u.pem', ...inUser },
    sslCertFile: { value: undefined, origin: 'default', from: '' },
    noInput: { value: false, origin: 'default', from: '' },
    fourEyes: { value: false, origin: 'default', from: '' },
    expiredMandates: { value: 'warn', origin: 'default', from: '' },
  });
});

test('where only the user has a configuration, it decides', () => {
  const { clients, output, lang } = settingsOf({}, { ...sources, env: {}, directory: {} });
  expect({ clients, output, lang }).toEqual({
    clients: { value: ['10001.00'], ...inUser },
    output: { value: 'table', ...inUser },
    lang: { value: 'en', ...inUser },
  });
});

test('files of certificates add up; a relative path starts where whoever named it is', () => {
  const files = (options: Said, env: Env) => caFilesOf(settingsOf(options, { ...sources, env }), '/work');
  const ofEnvironment = { file: '/work/e.pem', from: 'SSL_CERT_FILE' };
  expect(files({}, {})).toEqual([{ file: '/home/anna/.config/connect/u.pem', from: userFile }]);
  expect(files({}, { SSL_CERT_FILE: 'e.pem' })).toEqual([
    { file: '/home/anna/.config/connect/u.pem', from: userFile },
    ofEnvironment,
  ]);
  expect(files({ caFile: '../o.pem' }, { SSL_CERT_FILE: 'e.pem' })).toEqual([
    { file: '/o.pem', from: '--ca-file' },
    ofEnvironment,
  ]);
  expect(caFilesOf(settingsOf(), '/work')).toEqual([]);
});

test('an empty variable says nothing', () => {
  const names = ['PROFILE', 'PORTAL', 'USERNAME', 'CLIENT', 'OUTPUT', 'LANG', 'CREDENTIAL_STORE', 'NO_INPUT'];
  const env = Object.fromEntries([...names.map((name) => [`CONNECT_${name}`, '']), ['SSL_CERT_FILE', '']]) as Env;
  expect(settingsOf({}, { env })).toEqual(settingsOf());
});

test('a profile named by -p brings its own portal and user, whatever the variables say', () => {
  const env = { CONNECT_PORTAL: 'https://evil.example/ak999', CONNECT_USERNAME: 'eva', CONNECT_PROFILE: 'ak095' };
  const { portal, username } = settingsOf({ profile: 'ak060' }, { env, user: { profiles } });
  expect({ portal, username }).toEqual({
    portal: { value: address('ak060'), ...inUser },
    username: { value: 'luca.bianchi', ...inUser },
  });
});

test('an unknown profile named by -p has neither portal nor user, whatever the variables say', () => {
  const env = { CONNECT_PORTAL: 'https://evil.example/ak999', CONNECT_USERNAME: 'eva' };
  for (const profile of ['nothing', 'toString', '__proto__', 'constructor']) {
    const { portal, username } = settingsOf({ profile }, { env, user: { profiles } });
    expect([portal.value, username.value]).toEqual([undefined, undefined]);
  }
});

test('a variable names a profile and may bring another portal', () => {
  const env = { CONNECT_PROFILE: 'ak060', CONNECT_PORTAL: 'https://a.example/ak034' };
  const { portal, username } = settingsOf({}, { env, user: { profiles } });
  expect([portal.value, username.value]).toEqual([address('ak034'), 'luca.bianchi']);
});

test.each([
  ['1', true],
  ['true', true],
  ['yes', true],
  ['anything', true],
  ['0', false],
  ['false', false],
  ['FALSE', false],
  ['no', false],
  ['', false],
])('CONNECT_NO_INPUT=%s means %s', (value, expected) => {
  expect(settingsOf({}, { env: { CONNECT_NO_INPUT: value } }).noInput.value).toBe(expected);
});

test.each([
  [undefined, undefined, { value: false, origin: 'default', from: '' }],
  ['1', undefined, { value: true, ...inEnv('CONNECT_FOUR_EYES') }],
  ['anything', false, { value: true, ...inEnv('CONNECT_FOUR_EYES') }],
  ['0', true, { value: true, ...inUser }],
  ['', true, { value: true, ...inUser }],
  [undefined, true, { value: true, ...inUser }],
  [undefined, false, { value: false, ...inUser }],
])(
  'four eyes are needed if anybody says so: CONNECT_FOUR_EYES=%s, policy.four-eyes = %s',
  (variable, configured, expected) => {
    const env = variable === undefined ? {} : { CONNECT_FOUR_EYES: variable };
    const policy = configured === undefined ? {} : { policy: { 'four-eyes': configured } };
    expect(settingsOf({}, { env, user: { profiles: {}, ...policy } }).fourEyes).toEqual(expected);
  },
);

test.each([
  [undefined, undefined, { value: 'warn', origin: 'default', from: '' }],
  ['deny', undefined, { value: 'deny', ...inEnv('CONNECT_EXPIRED_MANDATES') }],
  ['deny', 'warn', { value: 'deny', ...inEnv('CONNECT_EXPIRED_MANDATES') }],
  ['warn', 'deny', { value: 'deny', ...inUser }],
  ['', 'deny', { value: 'deny', ...inUser }],
  ['warn', undefined, { value: 'warn', ...inEnv('CONNECT_EXPIRED_MANDATES') }],
  [undefined, 'warn', { value: 'warn', ...inUser }],
])(
  'who denies decides: CONNECT_EXPIRED_MANDATES=%s, policy.expired-mandates = %s',
  (variable, configured, expected) => {
    const env = variable === undefined ? {} : { CONNECT_EXPIRED_MANDATES: variable };
    const policy = configured === undefined ? {} : { policy: { 'expired-mandates': configured } };
    expect(settingsOf({}, { env, user: { profiles: {}, ...policy } }).expiredMandates).toEqual(expected);
  },
);

test('what is neither warn nor deny is refused, wherever it stands', () => {
  const refused = expect.objectContaining({ code: 'config-value-invalid' }) as Error;
  expect(() => settingsOf({}, { env: { CONNECT_EXPIRED_MANDATES: '1' } })).toThrow(refused);
  const user = { profiles: {}, policy: { 'expired-mandates': 'yes' } };
  expect(() => settingsOf({}, { env: { CONNECT_EXPIRED_MANDATES: 'deny' }, user })).toThrow(refused);
});

test('commander’s own value for “--no-input was not given” decides nothing', () => {
  expect(settingsOf({ input: true }, { env: { CONNECT_NO_INPUT: '1' } }).noInput.value).toBe(true);
  expect(settingsOf({ input: true }).noInput.value).toBe(false);
});

test.each<[string, Said, Partial<Sources>, object]>([
  [
    'an output in the environment',
    {},
    { env: { CONNECT_OUTPUT: 'yaml' } },
    { value: 'yaml', from: 'CONNECT_OUTPUT', expected: 'table, json, ndjson, csv' },
  ],
  [
    'an output in the directory',
    {},
    { directory: { output: 'JSON' } },
    { value: 'JSON', from: '.connect.toml', expected: 'table, json, ndjson, csv' },
  ],
  [
    'a store in the configuration',
    {},
    { user: { store: 'plain', profiles: {} } },
    { value: 'plain', from: userFile, expected: 'keychain, file' },
  ],
  [
    'a language in the environment',
    {},
    { env: { CONNECT_LANG: 'rm' } },
    { value: 'rm', from: 'CONNECT_LANG', expected: 'de, fr, it, en' },
  ],
])('%s that does not exist is refused, and its place is named', (_what, options, places, params) => {
  expect(() => settingsOf(options, places)).toThrow(
    expect.objectContaining({ code: 'config-value-invalid', params }) as ConnectError,
  );
});

test('a portal in the configuration is checked like one that is typed', () => {
  const insecure = { profile: 'x', profiles: { x: { portal: 'http://a.example/ak095' } } };
  expect(() => settingsOf({}, { user: insecure })).toThrow(
    expect.objectContaining({ code: 'portal-insecure' }) as ConnectError,
  );
});
