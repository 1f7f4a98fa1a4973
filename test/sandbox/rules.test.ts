import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { readArguments } from '../../sandbox/arguments.js';
import { languageFrom } from '../../sandbox/http/language.js';
import { ahvNumber, isAhvNumber } from '../../sandbox/rules/ahv-number.js';
import { afterWrongAnswer, noAttempts } from '../../sandbox/rules/lock.js';
import { fold, maskNumber, newSmsCode } from '../../sandbox/rules/names.js';
import { Passwords } from '../../sandbox/rules/passwords.js';
import { RateLimit } from '../../sandbox/rules/rate-limit.js';
import { isStrongEnough } from '../../sandbox/rules/strength.js';
import { dayOf, rfc3339, startOfDay } from '../../sandbox/rules/time.js';
import { base32, matchingStep, totp } from '../../sandbox/rules/totp.js';
import { uid } from '../../sandbox/rules/uid.js';
import { francs, rappen } from '../../sandbox/salary/amounts.js';
import { SeededRandom } from '../../sandbox/seeds/seeded-random.js';
import { itWith } from '../support/tools.js';

describe('one-time codes', () => {
  const secret = base32(Buffer.from('12345678901234567890'));

  // RFC 6238, appendix B, the last six of eight digits.
  test.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('at %i seconds', (seconds, code) => {
    expect(totp(secret, Math.floor(seconds / 30))).toBe(code);
    expect(matchingStep(secret, code, seconds * 1000)).toBe(Math.floor(seconds / 30));
    expect(matchingStep(secret, code, seconds * 1000 + 60_000)).toBeUndefined();
  });

  itWith('oathtool', 'are those of another implementation', () => {
    const random = new SeededRandom('oath');
    for (let i = 0; i < 20; i += 1) {
      const one = base32(random.bytes(20));
      const seconds = random.below(2 ** 31);
      const code = execFileSync('oathtool', ['--totp', '-b', one, '-N', `@${String(seconds)}`], {
        encoding: 'utf8',
      }).trim();
      expect(totp(one, Math.floor(seconds / 30))).toBe(code);
    }
  });
});

test.each([
  ['2026-03-29T00:59:59Z', '2026-03-29T01:59:59+01:00'],
  ['2026-03-29T01:00:00Z', '2026-03-29T03:00:00+02:00'],
  ['2026-10-25T00:59:59Z', '2026-10-25T02:59:59+02:00'],
  ['2026-10-25T01:00:00Z', '2026-10-25T02:00:00+01:00'],
  ['2026-12-31T23:00:00Z', '2027-01-01T00:00:00+01:00'],
])('%s is %s in Switzerland', (utc, swiss) => {
  expect(rfc3339(Date.parse(utc))).toBe(swiss);
  expect(dayOf(Date.parse(utc))).toBe(swiss.slice(0, 10));
  expect(Date.parse(swiss)).toBe(Date.parse(utc));
});

test.each(['2026-01-01', '2026-03-29', '2026-03-30', '2026-07-01', '2026-10-25', '2026-10-26'])(
  '%s begins at midnight',
  (day) => {
    expect(rfc3339(startOfDay(day))).toMatch(new RegExp(`^${day}T00:00:00`));
  },
);

test('a lock begins with the fifth wrong answer, and counting begins anew after it', () => {
  let attempts = noAttempts;
  for (let i = 0; i < 4; i += 1) attempts = afterWrongAnswer(attempts, 0);
  expect(attempts).toEqual({ failures: 4, lockedUntil: null });
  attempts = afterWrongAnswer(attempts, 1000);
  expect(attempts).toEqual({ failures: 5, lockedUntil: 901_000 });
  expect(afterWrongAnswer(attempts, 902_000)).toEqual({ failures: 1, lockedUntil: null });
});

test('a password is kept as scrypt with its parameters', async () => {
  const passwords = new Passwords(new SeededRandom('passwords'));
  const hash = await passwords.hash('correct horse battery staple');
  expect(hash).toMatch(/^scrypt\$16384\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
  expect(await passwords.hash('correct horse battery staple')).not.toBe(hash);
  expect(await passwords.matches('correct horse battery staple', hash)).toBe(true);
  expect(await passwords.matches('correct horse battery stapler', hash)).toBe(false);
  expect(await passwords.matches('', null)).toBe(false);
});

test('strength has an order', () => {
  expect([isStrongEnough('sms', 'otp'), isStrongEnough('otp', 'otp'), isStrongEnough('certificate', 'otp')]).toEqual([
    false,
    true,
    true,
  ]);
});

test('check digits', () => {
  expect(ahvNumber('921707698')).toBe('756.9217.0769.85');
  expect(['756.1234.5678.97', '756.3004.0050.04'].every(isAhvNumber)).toBe(true);
  expect(['756.1234.5678.90', '123.4517.8128.11', '7561234567897'].some(isAhvNumber)).toBe(false);
  expect(uid('12345678')).toBe('CHE-123.456.788');
});

test('amounts are whole Rappen', () => {
  expect([rappen('91000.00'), rappen('-0.05'), rappen('91000'), rappen('1,00'), rappen('1e2.00')]).toEqual([
    9_100_000n,
    -5n,
    undefined,
    undefined,
    undefined,
  ]);
  expect([francs(9_100_000n), francs(-5n), francs(0n)]).toEqual(['91000.00', '-0.05', '0.00']);
});

test('names are compared as people do', () => {
  expect(fold('Élodie D’Été')).toBe('elodie d’ete');
  expect(maskNumber('+41791234512')).toBe('+41 79 *** ** 12');
});

test('codes by SMS have six digits, each equally likely', () => {
  const random = new SeededRandom('sms');
  const codes = Array.from({ length: 2000 }, () => newSmsCode(random));
  expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true);
  const first = Array.from({ length: 10 }, (_, digit) => codes.filter((code) => code.startsWith(String(digit))).length);
  expect(Math.min(...first)).toBeGreaterThan(140);
});

test('a rate limit counts a minute back', () => {
  const limit = new RateLimit(2);
  expect([
    limit.take('a', 0),
    limit.take('a', 30_000),
    limit.take('a', 40_000),
    limit.take('b', 40_000),
    limit.take('a', 60_001),
  ]).toEqual([undefined, undefined, 20, undefined, undefined]);
});

describe('the command line of the process', () => {
  const read = (...args: string[]) => readArguments(['--directory', 'd', ...args]);

  test('says everything there is to say', () => {
    const line =
      '--port 8095 --clock 2027-01-30T23:50+01:00 --scale users=10,clients=5 --fault latency=5:*:1 --fault truncate=getDocument --until-stdin-closes';
    expect(read(...line.split(' '))).toEqual({
      directory: 'd',
      environment: 'sandbox',
      port: 8095,
      tls: false,
      startAt: new Date('2027-01-30T22:50:00Z'),
      scale: { users: 10, messages: 0, clients: 5, people: 0 },
      faults: [
        { kind: 'latency', ms: 5, operation: '*', times: 1 },
        { kind: 'truncate', operation: 'getDocument', times: 1 },
      ],
      contractFile: undefined,
      untilStdinCloses: true,
    });
  });

  test.each([
    ['--port', '65536', 'not a port: 65536'],
    ['--port', 'x', 'not a port: x'],
    ['--clock', '2027-01-30T23:50', 'not a time: 2027-01-30T23:50'],
    ['--clock', 'noon', 'not a time: noon'],
    ['--scale', 'cats=3', 'not a scale: cats=3'],
    ['--scale', 'users=many', 'not a scale: users=many'],
    ['--fault', 'fire=1', 'not a fault: fire=1'],
    ['--colour', 'red', "Unknown option '--colour'"],
  ])('%s %s is refused', (option, value, message) => {
    expect(() => read(option, value)).toThrow(message);
  });
});

test.each([
  [undefined, 'de'],
  ['', 'de'],
  ['fr-CH, fr;q=0.9, en;q=0.8', 'fr'],
  ['en;q=0.1, it;q=0.2', 'it'],
  ['rm, en;q=0.5', 'en'],
  ['fr;q=0, it', 'it'],
  ['*', 'de'],
  ['frr', 'de'],
])('Accept-Language %s means %s', (header, language) => {
  expect(languageFrom(header)).toBe(language);
});
