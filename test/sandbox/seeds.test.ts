import { afterAll, beforeAll, expect, test } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openSandbox, personas, type Sandbox } from '../../sandbox/index.js';
import { isAhvNumber } from '../../sandbox/rules/ahv-number.js';
import { uidCheckDigit } from '../../sandbox/rules/uid.js';
import { FakeClock } from '../support/clock.js';
import { givePassword, signedIn, signedInBySms } from '../support/portal-client.js';
import { startSandbox, type TestSandbox } from '../support/sandbox.js';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const rows = (table: string) => sandbox.dump()[table] as readonly Readonly<Record<string, string>>[];

test('every persona who can log in, can', async () => {
  for (const { fund, userName, totpSecret, about } of personas) {
    if (about.includes('can not log in')) {
      expect((await givePassword(sandbox, userName, undefined, fund)).problem).toMatch(/^user-(deactivated|locked)$/);
    } else {
      const portal =
        totpSecret === null ? await signedInBySms(sandbox, userName) : await signedIn(sandbox, userName, fund);
      expect(await portal.get('/clients')).toMatchObject({ status: 200 });
    }
  }
});

test('the fiduciary acts for five clients at two funds', async () => {
  const clients = async (fund: string) => {
    const { body } = await (await signedIn(sandbox, 'sara.treuhand', fund)).get('/clients');
    return (body as { items: { number: string; administrator: boolean; role: string }[] }).items;
  };
  const all = [...(await clients('095')), ...(await clients('060'))];
  expect(all.map(({ number, administrator }) => [number, administrator])).toEqual([
    ['20001.00', true],
    ['20002.00', true],
    ['20003.00', false],
    ['30001.00', true],
    ['30002.00', false],
  ]);
  expect(new Set(all.map(({ role }) => role))).toEqual(new Set(['fiduciary']));
});

test('numbers have the right check digits', () => {
  for (const { uid = '' } of rows('clients')) {
    const digits = uid.replace(/\D/g, '');
    expect([uid, uidCheckDigit(digits.slice(0, 8))]).toEqual([uid, Number(digits.slice(8))]);
  }
  expect(rows('employees').filter(({ ahvNumber = '' }) => !isAhvNumber(ahvNumber))).toEqual([]);
});

test('forty messages, and five to twelve employees a client', () => {
  expect(rows('messages')).toHaveLength(40);
  const byClient = new Map<string, number>();
  for (const { client = '' } of rows('employees')) byClient.set(client, (byClient.get(client) ?? 0) + 1);
  expect([...byClient.values()].every((count) => count >= 5 && count <= 12)).toBe(true);
  expect(byClient.size).toBe(7);
});

test('nobody is real: every address is under .example, every mobile number begins alike', () => {
  const accounts = rows('accounts');
  expect(
    accounts.filter(
      ({ email = '', mobileNumber = '' }) => !email.endsWith('.example') || !mobileNumber.startsWith('+4179'),
    ),
  ).toEqual([]);
});

test('one name would harm a careless terminal', async () => {
  const yves = await signedIn(sandbox, 'yves.clerc');
  const { items } = (await yves.get('/clients/20003.00/users?q=zoe.gerber')).body as {
    items: { firstName: string; lastName: string }[];
  };
  expect(items).toMatchObject([{ firstName: 'Zoé\u001b]0;own3d\u0007', lastName: 'Gerber\u202etpircs' }]);
});

test('declarations are in many states, and their findings are in them', async () => {
  const states = async (userName: string, client: string, fund = '095') => {
    const { body } = await (await signedIn(sandbox, userName, fund)).get(`/clients/${client}/salary-declarations`);
    return (body as { items: { year: number; state: string }[] }).items.map(
      ({ year, state }) => `${String(year)} ${state}`,
    );
  };
  expect(await states('anna.muster', '10001.00')).toEqual(['2024 accepted', '2023 accepted-with-warnings']);
  expect(await states('marc.dubois', '10002.00')).toEqual(['2025 awaiting-release', '2024 accepted']);
  expect(await states('sara.treuhand', '20002.00')).toEqual(['2025 rejected']);
  expect(await states('paolo.bernasconi', '30001.00', '060')).toEqual([
    '2025 accepted',
    '2024 accepted',
    '2024 replaced',
  ]);
});

test('as many more as are asked for are invented in a few seconds', async () => {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'connect-scale-'));
  const clock = new FakeClock();
  const began = performance.now();
  const large: Sandbox = await openSandbox({
    directory,
    clock,
    scale: { users: 2000, messages: 500, clients: 100, people: 0 },
  });
  expect(performance.now() - began).toBeLessThan(10_000);
  const { accounts, messages, blobs, clients } = large.dump();
  expect([accounts?.length, messages?.length, clients?.length]).toEqual([
    2000 + 100 + rows('accounts').length,
    540,
    107,
  ]);
  expect(blobs).toHaveLength(40);
  await large.close();
  rmSync(directory, { recursive: true });
});

test.each(['2026-01-05T08:00:00+01:00', '2026-02-28T23:59:59+01:00', '2028-02-29T12:00:00Z'])(
  'the demonstration looks current on %s',
  async (now) => {
    const directory = mkdtempSync(path.join(os.tmpdir(), 'connect-date-'));
    const fresh = await openSandbox({ directory, clock: new FakeClock(now) });
    const { tasks, declarations, messages } = fresh.dump() as Record<
      string,
      { dueOn: string; submittedAt: number; sentAt: number; kind: string }[]
    >;
    const at = Date.parse(now);
    expect(
      tasks!.filter(({ kind }) => kind === 'salary-declaration-due').every(({ dueOn }) => Date.parse(dueOn) > at),
    ).toBe(true);
    expect(declarations!.every(({ submittedAt }) => submittedAt < at)).toBe(true);
    expect(messages!.every(({ sentAt }) => sentAt < at)).toBe(true);
    expect(fresh.violations()).toEqual([]);
    await fresh.close();
    rmSync(directory, { recursive: true });
  },
);
