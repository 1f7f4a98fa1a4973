import { expect, test } from 'vitest';
import { ConnectError } from '../../../src/errors.js';
import { evaluate } from '../../../src/render/query.js';

const users = [
  { userName: 'anna', administrator: true, methods: ['otp'] },
  { userName: 'beat', administrator: false, methods: ['sms', 'otp'] },
];

test.each([
  ['[].userName', ['anna', 'beat']],
  ['[?administrator].userName | [0]', 'anna'],
  ['length(@)', 2],
  ['[-1].methods[0]', 'sms'],
  [
    '[].{name: userName, count: length(methods)}',
    [
      { name: 'anna', count: 1 },
      { name: 'beat', count: 2 },
    ],
  ],
  ['[0].nothing', null],
])('%s', (expression, result) => {
  expect(evaluate(users, expression)).toEqual(result);
});

test.each(['[', 'nonsense(@)', '[?administrator', 'length(`1`)', ''])(
  '%j is refused as a usage error that quotes it',
  (expression) => {
    const attempt = (): unknown => evaluate(users, expression);
    expect(attempt).toThrow(ConnectError);
    expect(attempt).toThrow(
      expect.objectContaining({
        code: 'query-invalid',
        exitCode: 2,
        params: { query: expression, reason: expect.stringMatching(/./) as string },
      }) as ConnectError,
    );
  },
);
