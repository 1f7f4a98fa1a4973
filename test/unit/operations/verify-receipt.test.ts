import { describe, expect, test } from 'vitest';
import type { Receipt } from '../../../contract/portal.gen.js';
import { judgeByPortal, judgeReceipt } from '../../../src/operations/verify-receipt.js';
import { fundKey, receipt, signed } from '../../support/receipts.js';

const good = receipt(1);
const sent = { fund: '095', client: '10001.00', year: 2025, sha256: good.sha256, size: 14_721, test: false };

test('a receipt for what was sent is good, in whatever order its members stand', async () => {
  expect(await judgeReceipt(good, [fundKey], sent)).toEqual({ fault: undefined, key: fundKey });
  const turned = Object.fromEntries(Object.entries(good).reverse()) as unknown as Receipt;
  expect(await judgeReceipt(turned, [fundKey], sent)).toEqual({ fault: undefined, key: fundKey });
});

test.each(['number', 'receivedAt', 'fund', 'client', 'sha256'] as const)(
  'another %s than was signed',
  async (member) => {
    expect(await judgeReceipt({ ...good, [member]: 'other' }, [fundKey])).toEqual({ fault: 'other-content' });
  },
);

test('a member more or less than was signed', async () => {
  const more = { ...good, note: 'late' };
  const { size: _size, ...less } = good;
  expect(await judgeReceipt(more, [fundKey])).toEqual({ fault: 'other-content' });
  expect(await judgeReceipt(less as Receipt, [fundKey])).toEqual({ fault: 'other-content' });
});

test('a signed text that is no JSON', async () => {
  const signature = signed(['not', 'a receipt']);
  expect(await judgeReceipt({ ...good, signature }, [fundKey])).toEqual({ fault: 'other-content' });
});

test.each([
  ['fund', { fund: '060' }],
  ['client', { client: '10002.00' }],
  ['year', { year: 2024 }],
  ['sha256', { sha256: '0'.repeat(64) }],
  ['size', { size: 1 }],
  ['test', { test: true }],
] as const)('a good receipt for another %s is none for this', async (member, members) => {
  const verdict = await judgeReceipt(receipt(1, members), [fundKey], sent);
  expect(verdict).toEqual({ fault: 'of-another', member });
});

test.each([
  ['a year that leads elsewhere', { year: '../../../2025' }],
  ['a year that is none', { year: 2025.5 }],
  ['a year of another millennium', { year: 12_025 }],
  ['a number that is none', { number: 7 }],
  ['no digest', { sha256: null }],
])('%s is no receipt, signed or not', async (_what, members) => {
  const odd = receipt(1, members as Partial<Receipt>);
  expect(await judgeReceipt(odd, [fundKey])).toEqual({ fault: 'malformed' });
});

describe('keys', () => {
  const portal = (...answers: readonly (readonly object[])[]) => {
    let asked = 0;
    const describe_ = () =>
      Promise.resolve({ environment: 'sandbox', keys: { keys: answers[asked++] ?? [] } } as never);
    return { describe: describe_, asked: () => asked };
  };

  test('are asked for once', async () => {
    const one = portal([fundKey]);
    for (const number of [1, 2, 3]) {
      expect(await judgeByPortal(one, receipt(number), {})).toMatchObject({ fault: undefined, environment: 'sandbox' });
    }
    expect(one.asked()).toBe(1);
  });

  test('are asked for once more where one is unknown: the fund may have changed it', async () => {
    const one = portal([{ ...fundKey, kid: 'old' }], [fundKey]);
    expect(await judgeByPortal(one, good, {})).toMatchObject({ fault: undefined, key: fundKey });
    const other = portal([], []);
    expect(await judgeByPortal(other, good, {})).toMatchObject({ fault: 'key-unknown' });
    expect([one.asked(), other.asked()]).toEqual([2, 2]);
  });
});
