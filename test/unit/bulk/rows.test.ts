import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Client, User } from '../../../contract/portal.gen.js';
import { stateOf } from '../../../src/access/access-plan.js';
import type { PlanStep } from '../../../src/access/access-plan.js';
import { prove } from '../../../src/access/lockout.js';
import { mostRows, readCsv } from '../../../src/operations/bulk/csv-file.js';
import type { Manner } from '../../../src/operations/bulk/csv-file.js';
import { csvOf } from '../../../src/operations/bulk/csv-writer.js';
import { inSafeOrder, lockouts } from '../../../src/operations/bulk/row-lockouts.js';
import { rowsOf } from '../../../src/operations/bulk/rows.js';

// eslint-disable-next-line @typescript-eslint/require-await -- a file of one piece
async function* bytesOf(content: Uint8Array | string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(content);
}

const now = new Date('2026-11-20T08:00:00Z');
// In Windows-1252 é€€ is a character of UTF-8, too, and a text of both is refused.
const text = fc
  .string({ unit: fc.constantFrom('a', 'é', 'ü', '€', '"', ';', ',', '\n', ' ', '=', '+', '1', '-') })
  .filter((one) => !one.includes('é€€'));

test('what is written in any manner is read as it was', async () => {
  const manners = fc.record<Manner>({
    encoding: fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'windows-1252'),
    marked: fc.boolean(),
    delimiter: fc.constantFrom(';', ',', '\t'),
    saysDelimiter: fc.boolean(),
    lineEnd: fc.constantFrom('\r\n', '\n'),
  });
  await fc.assert(
    fc.asyncProperty(manners, fc.array(text, { minLength: 1, maxLength: 5 }), async (manner, texts) => {
      const isUtf16 = manner.encoding.startsWith('utf-16');
      const marked = isUtf16 || (manner.encoding === 'utf-8' && manner.marked);
      // One character beyond ASCII tells the encodings apart.
      const records = [['user', 'größe', 'firstName'], ...texts.map((one, index) => ['luca', one, String(index)])];
      const read = await readCsv(bytesOf(csvOf(records, { ...manner, marked })), 'x.csv');
      expect(read.manner).toEqual({ ...manner, marked });
      const plain = (field: string): string => field.replace(/^'(?=[=+\-@\n])/, '');
      expect(read.rows.map(({ fields }) => fields.map(plain))).toEqual(records.slice(1));
    }),
    { numRuns: 300 },
  );
});

test('a line number is that of the file, whatever its cells hold', async () => {
  const file = await readCsv(bytesOf('sep=;\r\nuser;Bemerkung\r\n\r\nluca;"zwei\r\nZeilen"\r\n;\r\neva;\r\n'), 'x.csv');
  expect([file.heading.line, ...file.rows.map(({ line }) => line)]).toEqual([2, 4, 7]);
});

test('limits are told, not exceeded', async () => {
  const rows = Array.from({ length: mostRows + 1 }, () => 'luca').join('\n');
  const ends = '\n'.repeat(250_001);
  await expect(readCsv(bytesOf(ends), 'x.csv')).rejects.toMatchObject({ code: 'rows-file-too-large' });
  await expect(readCsv(bytesOf(`user\n${rows}\n`), 'x.csv')).rejects.toMatchObject({ code: 'rows-file-too-large' });
  await expect(readCsv(bytesOf(Buffer.alloc(17 * 1024 * 1024, 'a')), 'x.csv')).rejects.toMatchObject({
    code: 'rows-file-too-large',
  });
});

test.each([
  ['client,user', 'deactivate'],
  ['Mandant,Benutzer', 'deactivate'],
  ['Employeur,Utilisateur', 'deactivate'],
  ['Datore di lavoro,Utente', 'deactivate'],
  ['Kundennummer,Benutzername', 'reactivate'],
  ['mandante,e-mail', 'reactivate'],
] as const)('headings in any language name client and user: %s', async (heading, action) => {
  const file = await readCsv(bytesOf(`${heading}\n10001.00,luca@muster.example\n`), 'x.csv');
  const { rows, faults } = rowsOf(file, action, now);
  expect(faults).toEqual([]);
  expect(rows).toMatchObject([{ name: 'luca@muster.example', values: { client: '10001.00' }, namesClient: true }]);
});

const client = { number: '10001.00', name: 'Muster AG' } as Client;

function user(id: number, state: Partial<User>): User {
  return {
    ...{ id: `usr_${id}`, userName: `u${id}`, firstName: 'U', lastName: String(id), email: `u${id}@x.example` },
    ...{ language: 'de', mobileNumber: null, kind: 'employee', status: 'active', createdAt: now.toISOString() },
    ...{ administrator: true, deactivated: false, lockedUntil: null, permissions: [], methods: ['otp'] },
    lastLoginAt: now.toISOString(),
    ...state,
  };
}

const users = fc
  .array(
    fc.record({
      administrator: fc.boolean(),
      deactivated: fc.boolean(),
      methods: fc.constantFrom<User['methods']>(['otp'], []),
      lastLoginAt: fc.constantFrom(null, now.toISOString()),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((states) => states.map((state, index) => user(index, state)));

test('without the rows that are named nobody is locked out, and no step on the way does it either', () => {
  const wishes = fc.array(fc.constantFrom('deactivate', 'take', 'give', 'none'), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(users, wishes, (all, wanted) => {
      const steps = all.flatMap((one, index): readonly PlanStep[] => {
        const about = {
          id: `line-${index}`,
          client: client.number,
          who: one.userName,
          user: one.id,
          before: stateOf(one),
        };
        const wish = wanted[index];
        if (wish === 'deactivate') return one.deactivated ? [] : [{ ...about, action: 'deactivate' }];
        if (wish === 'none' || (wish === 'give') === one.administrator) return [];
        return [{ ...about, action: 'edit', wanted: { administrator: wish === 'give', permissions: ['messages'] } }];
      });
      const { faults } = lockouts(client, all, steps, now, undefined);
      const bad = new Set(faults.map(({ line }) => `line-${line}`));
      const good = inSafeOrder(steps.filter(({ id }) => !bad.has(id)));
      const proofs = good.map((_step, index) => lockouts(client, all, good.slice(0, index + 1), now, undefined));
      expect(proofs.flatMap((proof) => proof.faults)).toEqual([]);
      const [before] = prove([{ client: client.number, users: all, changes: [] }], now);
      if (before?.verdict === 'locked-out') return;
      for (const fault of faults) expect(fault.params).toMatchObject({ client: 'Muster AG', number: '10001.00' });
    }),
    { numRuns: 1000 },
  );
});

test('two administrators of whom each could leave can’t both leave, unless it is accepted by name', () => {
  const both = [user(1, {}), user(2, {})];
  const steps = both.map((one, index): PlanStep => ({
    ...{ id: `line-${index + 2}`, client: client.number, who: one.userName },
    ...{ action: 'deactivate', user: one.id, before: stateOf(one) },
  }));
  expect(lockouts(client, both, steps, now, undefined).faults.map(({ line, code }) => [line, code])).toEqual([
    [2, 'lockout'],
    [3, 'lockout'],
  ]);
  expect(lockouts(client, both, steps, now, 'Muster AG').faults).toEqual([]);
  expect(lockouts(client, both, steps.slice(1), now, undefined)).toEqual({
    faults: [],
    fragile: { client: 'Muster AG', user: 'U 1' },
  });
});
