import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSharedMailbox } from '../../../src/access/hr-mailboxes.js';
import { matcher } from '../../../src/access/hr-match.js';
import { nameKey, namesAgree, namesApart } from '../../../src/access/hr-names.js';
import { employmentOf } from '../../../src/access/hr-person.js';
import type { HrPerson } from '../../../src/access/hr-person.js';
import { userWith } from '../../support/examples.js';

const today = '2026-11-20';
const person = (members: Partial<HrPerson>): HrPerson => ({
  ...{
    line: 2,
    email: undefined,
    userName: undefined,
    name: '',
    exitOn: undefined,
    status: undefined,
    role: undefined,
  },
  ...members,
});
const anna = userWith({ userName: 'anna.muster', email: 'anna.muster@muster.example' });

test.each([
  ['Müller', 'Mueller'],
  ['Müller', 'muller'],
  ['Kovačić', 'Kovacic'],
  ['Đoković', 'Dokovic'],
  ['Łukasz', 'lukasz'],
  ['Straße', 'Strasse'],
  ['Keller-Frei', 'Frei Keller'],
  ['Keller, Beat', 'Beat Keller'],
  ["D'Angelo", 'd’angelo'],
  ['José', 'Jose\u0301'],
  ['Bjørn', 'Bjoern'],
  ['Işık', 'isik'],
])('%s and %s are one name', (one, other) => {
  expect(nameKey(one)).toBe(nameKey(other));
});

test.each([
  ['Muster Anna', 'Muster Anne'],
  ['Meier', 'Meyer'],
  ['', 'Meier'],
])('%s and %s are two names', (one, other) => {
  expect(nameKey(one)).not.toBe(nameKey(other));
});

test('a second given name is no other name, another one is; only names without a common word lie apart', () => {
  expect(namesAgree('Anna Maria Muster', 'Anna Muster')).toBe(true);
  expect(namesAgree('Anna Keller', 'Anna Muster')).toBe(false);
  expect(namesAgree('', 'Anna Muster')).toBe(false);
  expect(namesApart('Anna Keller', 'Anna Muster')).toBe(false);
  expect(namesApart('Beat Keller', 'Anna Muster')).toBe(true);
});

test('what finds a login: its address, else its user name, else the name, which is not certain', () => {
  const found = (...people: HrPerson[]) => matcher(people, today)(anna);
  expect(found(person({ email: 'ANNA.Muster@muster.example' }))).toMatchObject({ by: 'email', certain: true });
  expect(found(person({ email: 'anna.muster' }))).toMatchObject({ by: 'email', certain: true });
  expect(found(person({ userName: 'Anna.Muster' }))).toMatchObject({ by: 'userName', certain: true });
  expect(found(person({ userName: 'anna.muster@muster.example' }))).toMatchObject({ by: 'userName', certain: true });
  expect(found(person({ name: 'MUSTER Anna' }))).toMatchObject({ by: 'name', certain: false });
  expect(found(person({ name: 'Anna', email: 'other@muster.example' }))).toBeUndefined();
  expect(found(person({ userName: '' }), person({ email: '' }))).toBeUndefined();
});

test('an address that is known under another name is not certain', () => {
  const found = (...people: HrPerson[]) => matcher(people, today)(anna);
  const address = { email: anna.email };
  expect(found(person({ ...address, name: 'Anna Keller' }))).toMatchObject({ certain: true });
  expect(found(person({ ...address, name: 'Beat Keller' }))).toMatchObject({ by: 'email', certain: false });
  const other = person({ line: 3, userName: anna.userName, name: 'Beat Keller' });
  expect(found(person({ ...address, name: 'Anna Muster' }), other)).toMatchObject({ by: 'email', certain: false });
});

test('who came back is there, whichever row stands first', () => {
  const rows = [
    person({ line: 2, email: anna.email, exitOn: '2024-12-31' }),
    person({ line: 3, email: anna.email }),
    person({ line: 4, email: anna.email, exitOn: '2026-01-31' }),
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(rows, { minLength: 3 }), (shuffled) => {
      expect(matcher(shuffled, today)(anna)?.person.line).toBe(3);
    }),
  );
  expect(matcher([rows[0]!, rows[2]!], today)(anna)?.person.line).toBe(4);
});

test('nobody but a person of that address, user name or name is ever found', () => {
  const word = fc.constantFrom('anna', 'beat', 'muster', 'keller', 'Ann', 'Müller');
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
  const someone = fc.record({
    line: fc.nat(),
    email: maybe(fc.tuple(word, word).map(([a, b]) => `${a}.${b}@muster.example`)),
    userName: maybe(fc.tuple(word, word).map(([a, b]) => `${a}.${b}`)),
    name: fc.tuple(word, word).map(([a, b]) => `${a} ${b}`),
    exitOn: maybe(fc.constantFrom('2024-01-31', '2026-11-20', '2027-01-31')),
    status: maybe(fc.constantFrom('left' as const, 'employed' as const)),
    role: fc.constant(undefined),
  });
  fc.assert(
    fc.property(fc.array(someone, { maxLength: 6 }), (people) => {
      const match = matcher(people, today)(anna);
      if (match === undefined) return;
      const { by, certain, person: found } = match;
      expect(people).toContain(found);
      if (by === 'email') expect(found.email?.toLowerCase()).toBe(anna.email);
      if (by === 'userName') expect(found.userName?.toLowerCase()).toBe(anna.userName);
      if (by === 'name') expect([certain, nameKey(found.name)]).toEqual([false, 'anna muster']);
      // Nobody is taken for gone who is there in another row of the same address.
      if (certain && employmentOf(found, today) === 'left' && by === 'email') {
        const sameAddress = people.filter(({ email }) => email?.toLowerCase() === anna.email);
        expect(sameAddress.map((one) => employmentOf(one, today)).every((one) => one === 'left')).toBe(true);
      }
    }),
    { numRuns: 500, seed: 5 },
  );
});

describe('whether somebody works there', () => {
  test.each([
    [undefined, undefined, 'employed'],
    [undefined, 'employed', 'employed'],
    [undefined, 'left', 'left'],
    ['2026-11-19', undefined, 'left'],
    ['2026-11-20', undefined, 'left'],
    ['2026-11-21', undefined, 'leaving'],
    ['2026-11-21', 'employed', 'leaving'],
    ['2026-11-21', 'left', 'left'],
    ['2026-11-19', 'left', 'left'],
    ['2026-11-19', 'employed', 'unclear'],
  ] as const)('exit %s, in words %s: %s', (exitOn, status, employment) => {
    expect(employmentOf(person({ exitOn, status }), today)).toBe(employment);
  });
});

test.each(
  ['info', 'lohn', 'office', 'personal', 'rh', 'paghe', 'hr', 'löhne', 'loehne', 'salaires', 'comptabilité'].concat([
    'Sekretariat',
    'hr-team',
    'lohn.zh',
    'info2',
    'personal_basel',
    'human.resources',
    'segreteria',
    'payroll',
  ]),
)('%s@ is a shared mailbox', (local) => {
  expect(isSharedMailbox(`${local}@muster.example`, 'Anna Muster')).toBe(true);
});

test.each([
  ['anna.muster', 'Anna Muster'],
  ['a.muster', 'Anna Muster'],
  ['hrvoje', 'Hrvoje Horvat'],
  ['lohner', 'Beat Lohner'],
  ['infante', 'Luca Infante'],
  ['max.personal', 'Max Personal'],
  ['it', 'It Nguyen'],
  ['', 'Anna Muster'],
])('%s@ of %s is none', (local, name) => {
  expect(isSharedMailbox(`${local}@muster.example`, name)).toBe(false);
});
