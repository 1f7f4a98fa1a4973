import { format, inspect } from 'node:util';
import { expect, test } from 'vitest';
import { Secret } from '../../src/secret.js';

const secret = new Secret('hunter2');

test('a secret is told to whoever asks for it by name', () => {
  expect(secret.reveal()).toBe('hunter2');
});

test.each([
  ['conversion into text', String(secret)],
  ['JSON', JSON.stringify({ password: secret, list: [secret] })],
  ['inspection', inspect({ password: secret }, { depth: 9, showHidden: true })],
  ['a format', format('%s %o %O %j', secret, secret, secret, secret)],
  [
    'its members',
    JSON.stringify([Object.entries(secret), Object.getOwnPropertyDescriptors(secret), Object.assign({}, secret)]),
  ],
  ['an error', String(new Error(String(secret), { cause: secret }).cause)],
  ['a clone', inspect(structuredClone({ secret }))],
])('a secret does not slip out by %s', (_way, text) => {
  expect(text).not.toContain('hunter2');
});

test('two secrets of the same value are equal to nobody who compares them', () => {
  expect(Object.is(new Secret('a'), new Secret('a'))).toBe(false);
});
