import { expect, test } from 'vitest';
import { hrFindings } from '../../../src/access/hr-findings.js';
import type { HrChecks, HrFinding } from '../../../src/access/hr-findings.js';
import { matcher } from '../../../src/access/hr-match.js';
import type { HrPerson } from '../../../src/access/hr-person.js';
import type { User } from '../../../contract/portal.gen.js';
import { clientWith, userWith } from '../../support/examples.js';

const now = new Date('2026-11-20T08:00:00Z');
const today = '2026-11-20';
const client = clientWith({ themes: ['messages', 'employees', 'salary-declaration'] });
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

const anna = userWith({ id: 'usr_anna', administrator: false, permissions: ['messages'] });
const beat = userWith({ id: 'usr_beat', firstName: 'Beat', lastName: 'Keller' });
const annaRow = person({ line: 2, email: anna.email, name: 'Anna Muster' });
const beatRow = person({ line: 3, email: beat.email, name: 'Beat Keller' });

type Told = readonly [code: string, user: string, action: string | undefined];

function found(
  users: readonly User[],
  people: readonly HrPerson[],
  wanted: Partial<HrChecks> = {},
): readonly HrFinding[] {
  return hrFindings(client, users, {
    ...{ match: matcher(people, today), today, now, dormantDays: 180, neverUsedDays: 30, roleOf: undefined },
    ...{ fiduciaries: false, deactivate: new Set<'dormant'>() },
    ...wanted,
  });
}

const codes = (...given: Parameters<typeof found>): readonly Told[] =>
  found(...given).map(({ code, user, remedy }) => [code, user.id, remedy?.action]);

test('whoever is on the list and works there is no finding', () => {
  expect(codes([anna, beat], [annaRow, beatRow])).toEqual([]);
});

test('a leaver is to be deactivated, and nothing else is said of him', () => {
  const gone = { ...annaRow, exitOn: today };
  const old = { ...anna, lastLoginAt: '2020-01-01T00:00:00Z' };
  expect(codes([old], [gone])).toEqual([['leaver-active', 'usr_anna', 'deactivate']]);
  expect(codes([anna], [{ ...annaRow, status: 'left' }])).toEqual([['leaver-active', 'usr_anna', 'deactivate']]);
  for (const status of ['invited', 'locked'] as const) {
    expect(codes([{ ...anna, status }], [gone])).toEqual([['leaver-active', 'usr_anna', 'deactivate']]);
  }
});

test('a leaver who is deactivated is none', () => {
  expect(codes([{ ...anna, deactivated: true }], [{ ...annaRow, exitOn: today }])).toEqual([]);
});

test('who is found by name only, under another name, in a shared mailbox, or by a list that contradicts itself, is not shut out', () => {
  const uncertain = [['leaver-uncertain', 'usr_anna', undefined]];
  expect(codes([anna], [person({ name: 'MUSTER Anna', exitOn: today })])).toEqual(uncertain);
  expect(codes([anna], [{ ...annaRow, name: 'Carla Rossi', exitOn: today }])).toEqual(uncertain);
  expect(codes([anna], [{ ...annaRow, exitOn: '2026-10-31', status: 'employed' }])).toEqual(uncertain);
  const shared = { ...anna, email: 'lohn@muster.example' };
  expect(codes([shared], [person({ email: shared.email, name: 'Anna Muster', exitOn: today })])).toEqual([
    ...uncertain,
    ['shared-mailbox', 'usr_anna', undefined],
  ]);
});

test('who leaves tomorrow is told of, and works until then', () => {
  expect(codes([anna], [{ ...annaRow, exitOn: '2026-11-21' }])).toEqual([['leaver-future', 'usr_anna', undefined]]);
});

test('a login of nobody on the list goes into the plan only if that is wanted; fiduciaries are nobody’s employees', () => {
  expect(codes([beat], [annaRow])).toEqual([['unknown-login', 'usr_beat', undefined]]);
  const wanted = { deactivate: new Set(['unknown-login'] as const) };
  expect(codes([beat], [annaRow], wanted)).toEqual([['unknown-login', 'usr_beat', 'deactivate']]);
  const fiduciary = { ...beat, kind: 'fiduciary' } as const;
  expect(codes([fiduciary], [annaRow])).toEqual([]);
  expect(codes([fiduciary], [annaRow], { fiduciaries: true })).toEqual([['unknown-login', 'usr_beat', undefined]]);
  expect(codes([fiduciary], [{ ...beatRow, exitOn: today }])).toEqual([['leaver-active', 'usr_beat', 'deactivate']]);
});

test('an address of an office, an address that two have, a person who has two logins', () => {
  const office = { ...anna, email: 'info@muster.example' };
  expect(codes([office], [person({ email: office.email })])).toEqual([['shared-mailbox', 'usr_anna', undefined]]);
  const second = { ...beat, email: anna.email.toUpperCase() };
  expect(found([anna, second], [annaRow]).map(({ code, other }) => [code, other?.id])).toEqual([
    ['name-differs', undefined],
    ['email-twice', 'usr_anna'],
  ]);
  const again = userWith({ ...anna, id: 'usr_anna2', email: 'am@muster.example', userName: 'am' });
  expect(found([anna, again], [annaRow]).map(({ code, other }) => [code, other?.id])).toEqual([
    ['email-differs', undefined],
    ['two-logins', 'usr_anna'],
  ]);
  // Two people of one name, each with a row of his own.
  const row = person({ line: 4, email: again.email, name: 'Anna Muster' });
  expect(codes([anna, again], [annaRow, row])).toEqual([]);
  expect(codes([anna, { ...again, deactivated: true }], [annaRow])).toEqual([]);
});

test('more rights than the function needs: the plan leaves what it needs', () => {
  const roleOf = (name: string) =>
    name === 'HR' ? { administrator: false, themes: ['employees', 'messages'] as const } : undefined;
  const row = { ...annaRow, role: 'HR' };
  const told = (user: User, people: readonly HrPerson[] = [row]) =>
    found([user], people, { roleOf }).map(({ code, excess, remedy }) => [code, excess, remedy]);
  expect(told(anna)).toEqual([]);
  expect(told({ ...anna, permissions: ['messages', 'salary-declaration'] })).toEqual([
    [
      'excess-rights',
      { administrator: false, themes: ['salary-declaration'] },
      { action: 'edit', wanted: { permissions: ['messages'] } },
    ],
  ]);
  expect(told({ ...anna, administrator: true, permissions: client.themes })).toEqual([
    [
      'excess-rights',
      { administrator: true, themes: ['salary-declaration'] },
      { action: 'edit', wanted: { administrator: false, permissions: ['messages', 'employees'] } },
    ],
  ]);
  expect(told({ ...anna, permissions: ['settlements'] }, [{ ...row, role: 'Something else' }])).toEqual([]);
  expect(found([{ ...anna, permissions: ['settlements'] }], [row])).toEqual([]);
  const byName = person({ name: 'Anna Muster', role: 'HR' });
  expect(told({ ...anna, permissions: ['settlements'] }, [byName])).toEqual([
    ['excess-rights', { administrator: false, themes: ['settlements'] }, undefined],
  ]);
});

test('nobody administrates too much whose function administrates', () => {
  const roleOf = () => ({ administrator: true, themes: [] });
  expect(codes([{ ...anna, administrator: true }], [{ ...annaRow, role: 'CEO' }], { roleOf })).toEqual([]);
});

test('never used and dormant begin on the last day of the term, as in an audit', () => {
  const invited = { ...anna, lastLoginAt: null, status: 'invited', createdAt: '2026-10-21T08:00:00Z' } as const;
  expect(found([invited], [annaRow]).map(({ code, days }) => [code, days])).toEqual([['never-used', 30]]);
  expect(codes([{ ...invited, createdAt: '2026-10-21T08:00:01Z' }], [annaRow])).toEqual([]);
  const dormant = { ...anna, lastLoginAt: '2026-05-23T08:00:00Z' };
  expect(found([dormant], [annaRow]).map(({ code, days }) => [code, days])).toEqual([['dormant', 181]]);
  expect(codes([dormant], [annaRow], { dormantDays: 182 })).toEqual([]);
  const deactivate = new Set(['dormant', 'never-used'] as const);
  expect(
    codes([dormant, { ...invited, id: 'usr_i' }], [annaRow], { deactivate }).map(([code, , action]) => [code, action]),
  ).toEqual([
    ['dormant', 'deactivate'],
    ['never-used', 'deactivate'],
    ['email-twice', undefined],
  ]);
});

test('another name or address is perhaps a new one', () => {
  expect(codes([anna], [{ ...annaRow, name: 'Anna Keller' }])).toEqual([['name-differs', 'usr_anna', undefined]]);
  expect(codes([anna], [{ ...annaRow, name: 'Anna Lena Muster' }])).toEqual([]);
  const moved = person({ userName: anna.userName, email: 'a.muster@neu.example', name: 'Anna Muster' });
  expect(codes([anna], [moved])).toEqual([['email-differs', 'usr_anna', undefined]]);
});
