import { spawnSync } from 'node:child_process';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { base32 } from '../../../sandbox/rules/totp.js';
import { SeededRandom } from '../../../sandbox/seeds/seeded-random.js';
import { shortAddress, totpCode } from '../../../src/platform/totp.js';
import { Secret } from '../../../src/secret.js';
import { itWith } from '../../support/tools.js';

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

test('of an address only what all apps assume can be left out', () => {
  const address = 'otpauth://totp/connect%20ak095:anna.muster?secret=GEZDGNBVGY3TQOJQ&issuer=connect%20ak095';
  expect(shortAddress(`${address}&algorithm=SHA1&digits=6&period=30`)).toBe(address);
  for (const more of ['&algorithm=SHA256&digits=8&period=60', '&algorithm=SHA12&digits=66&period=300', ''])
    expect(shortAddress(address + more)).toBe(address + more);
});

test('a code is a secret, too', async () => {
  const code = await totpCode(new Secret(seed), { now: () => new Date(59_000) });
  expect(`${String(code)} ${JSON.stringify(code)}`).toBe('[secret] "[secret]"');
});

test.each([
  [
    'otpauth://totp/connect%20ak095:anna.muster?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=connect%20ak095',
    '287082',
  ],
  ['OTPAUTH://totp/x?secret=gezd+gnbv+gy3t+qojq+gezd+gnbv+gy3t+qojq&algorithm=SHA1&digits=6&period=30', '287082'],
  // RFC 6238, appendix B: the same seed, lengthened to the digest's length.
  [
    'otpauth://totp/x?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZA&algorithm=SHA256&digits=8',
    '46119246',
  ],
  [`otpauth://totp/x?secret=${'GEZDGNBVGY3TQOJQ'.repeat(6)}GEZDGNA&algorithm=SHA-512&digits=8&period=30`, '90693936'],
  ['otpauth://totp/x?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&digits=8&period=59', '94287082'],
])('the address in a QR code is a seed, too: %s', async (text, code) => {
  expect(await codeAt(59, ` ${text}\t`)).toBe(code);
});

itWith(
  'oathtool',
  'codes are those of oathtool for 1,000 random seeds, by all digests, lengths and periods',
  async () => {
    const random = new SeededRandom('oathtool');
    const seeds = Array.from({ length: 1000 }, () => ({
      secret: base32(random.bytes(10 + random.below(55))),
      algorithm: random.pick(['SHA1', 'SHA256', 'SHA512']),
      digits: random.pick([6, 8]),
      period: random.pick([30, 60]),
      at: random.below(4_000_000_000),
    }));
    const lines = seeds.map(
      ({ secret, algorithm, digits, period, at }) =>
        `--totp=${algorithm.toLowerCase()} --digits=${String(digits)} --time-step-size=${String(period)}s --now=@${String(at)} --base32 ${secret}\n`,
    );
    const witness = spawnSync('sh', ['-c', 'while read -r line; do oathtool $line || exit; done'], {
      input: lines.join(''),
      encoding: 'utf8',
    });
    expect(witness).toMatchObject({ status: 0, stderr: '' });
    const ours = seeds.map(({ at, algorithm, digits, period, secret }) => {
      const usual = algorithm === 'SHA1' && digits === 6 && period === 30;
      const more = `&algorithm=${algorithm}&digits=${String(digits)}&period=${String(period)}`;
      return codeAt(at, usual ? secret : `otpauth://totp/x?secret=${secret}${more}`);
    });
    expect(await Promise.all(ours)).toEqual(witness.stdout.trim().split('\n'));
  },
);

test.each([
  ...[
    '',
    '   ',
    'hello!',
    'GEZDGNBVGY3TQOJ0',
    'GEZD',
    'otpauth://totp/x',
    'otpauth://',
    'otpauth://totp/x?secret=GEZD',
  ],
  'otpauth://hotp/x?secret=GEZDGNBVGY3TQOJQ&counter=1',
  ...['&algorithm=MD5', '&digits=5', '&digits=six', '&period=0', '&period=1.5', '&period=86400'].map(
    (more) => `otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ${more}`,
  ),
])('a seed that is none is a mistake of its user, not a fault of ours, and is not repeated: %j', async (text) => {
  const error = await codeAt(59, text).catch((failure: unknown) => failure);
  expect(error).toMatchObject({ name: 'ConnectError', exitCode: 2 });
  if (text.trim() !== '') expect(inspect(error)).not.toContain(text);
});
