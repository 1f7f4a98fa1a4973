import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { totpCode } from '../../../src/platform/totp.js';
import { Secret } from '../../../src/secret.js';

/** The seed of RFC 6238, appendix B, in base32; its codes there have eight digits, of which apps show the last six. */
const seed = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const codeAt = async (seconds: number, text = seed): Promise<string> =>
  (await totpCode(new Secret(text), { now: () => new Date(seconds * 1000) })).reveal();

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('%i seconds after 1970 the code is %s (RFC 6238)', async (seconds, code) => {
  expect(await codeAt(seconds)).toBe(code);
});

test('a code holds for thirty seconds', async () => {
  expect([await codeAt(30), await codeAt(59.999)]).toEqual(['287082', '287082']);
  expect(await codeAt(60)).not.toBe('287082');
});

test.each([
  'gezdgnbvgy3tqojqgezdgnbvgy3tqojq',
  'GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ',
  ' gezd-gnbv-gy3t-qojq-gezd-gnbv-gy3t-qojq\t',
])('a seed may be written as people do: %j', async (text) => {
  expect(await codeAt(59, text)).toBe('287082');
});

test('the seeds of 80 bits that portals hand out are taken', async () => {
  expect(await codeAt(59, 'GEZDGNBVGY3TQOJQ')).toMatch(/^\d{6}$/);
});

test('a code is a secret, too', async () => {
  const code = await totpCode(new Secret(seed), { now: () => new Date(59_000) });
  expect(`${String(code)} ${JSON.stringify(code)}`).toBe('[secret] "[secret]"');
});

test.each(['', '   ', 'hello!', 'GEZDGNBVGY3TQOJ0', 'GEZD', 'otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ'])(
  'a seed that is none is a mistake of its user, not a fault of ours, and is not repeated: %j',
  async (text) => {
    const error = await codeAt(59, text).catch((failure: unknown) => failure);
    expect(error).toMatchObject({ name: 'ConnectError', exitCode: 2 });
    if (text.trim() !== '') expect(inspect(error)).not.toContain(text);
  },
);
