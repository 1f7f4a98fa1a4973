import { expect, test } from 'vitest';
import { changeConfig } from '../../../src/config/change.js';
import type { UserConfig } from '../../../src/config/document.js';
import type { ConnectError } from '../../../src/errors.js';

const config: UserConfig = { profile: 'ak095', lang: 'de', profiles: { ak095: { username: 'anna' }, ak060: {} } };

test.each([
  ['profile', 'ak060', { profile: 'ak060' }],
  ['lang', 'fr', { lang: 'fr' }],
  ['output', 'ndjson', { output: 'ndjson' }],
  ['store', 'file', { store: 'file' }],
  ['timeout', '90', { timeout: 90 }],
  ['ca-file', '/etc/ssl/firma.pem', { 'ca-file': '/etc/ssl/firma.pem' }],
  ['policy.four-eyes', 'true', { policy: { 'four-eyes': true } }],
  ['policy.four-eyes', 'false', { policy: { 'four-eyes': false } }],
  ['policy.expired-mandates', 'deny', { policy: { 'expired-mandates': 'deny' } }],
])('%s is set to %s, and everything else stays', (key, value, change) => {
  expect(changeConfig(config, key, value)).toEqual({ ...config, ...change });
});

test('the configuration that was handed in is not touched', () => {
  const before = structuredClone(config);
  changeConfig(config, 'lang', 'it');
  expect(config).toEqual(before);
});

test.each([
  ['lang', 'rm', { value: 'rm', from: 'lang', expected: 'de, fr, it, en' }],
  ['lang', 'de_CH.UTF-8', { value: 'de_CH.UTF-8', from: 'lang', expected: 'de, fr, it, en' }],
  ['output', 'yaml', { value: 'yaml', from: 'output', expected: 'table, json, ndjson, csv' }],
  ['store', 'plain', { value: 'plain', from: 'store', expected: 'keychain, file' }],
  ['timeout', '0', { value: '0', from: 'timeout', expected: '1–9999' }],
  ['timeout', '-1', { value: '-1', from: 'timeout', expected: '1–9999' }],
  ['timeout', '1.5', { value: '1.5', from: 'timeout', expected: '1–9999' }],
  ['timeout', '10000', { value: '10000', from: 'timeout', expected: '1–9999' }],
  ['policy.four-eyes', 'yes', { value: 'yes', from: 'policy.four-eyes', expected: 'true, false' }],
  ['policy.expired-mandates', 'true', { value: 'true', from: 'policy.expired-mandates', expected: 'warn, deny' }],
  ['timeout', '', { value: '', from: 'timeout', expected: '1–9999' }],
])('%s does not take %j, and says what it takes', (key, value, params) => {
  expect(() => changeConfig(config, key, value)).toThrow(
    expect.objectContaining({ code: 'config-value-invalid', exitCode: 2, params }) as ConnectError,
  );
});

test.each(['portal', 'username', 'profiles', 'password', 'toString', '__proto__', ''])(
  '%j is no setting to change',
  (key) => {
    expect(() => changeConfig(config, key, 'x')).toThrow(
      expect.objectContaining({
        code: 'setting-unknown',
        params: {
          key,
          known: 'profile, lang, output, store, timeout, ca-file, policy.four-eyes, policy.expired-mandates',
        },
      }) as ConnectError,
    );
  },
);

test.each<[string, UserConfig, string]>([
  ['some', config, 'ak095, ak060'],
  ['none', { profiles: {} }, '–'],
])('a profile that is not there is refused, and the known ones are named: %s', (_what, given, known) => {
  for (const profile of ['ak999', 'toString']) {
    expect(() => changeConfig(given, 'profile', profile)).toThrow(
      expect.objectContaining({ code: 'profile-unknown', exitCode: 3, params: { profile, known } }) as ConnectError,
    );
  }
});
