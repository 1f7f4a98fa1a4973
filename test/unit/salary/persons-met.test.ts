import { describe, expect, test } from 'vitest';
import { Element } from '../../../src/salary/elm/element.js';
import type { Person } from '../../../src/salary/elm/model.js';
import type { IsoDate } from '../../../src/salary/dates.js';
import { Facts } from '../../../src/salary/facts.js';
import { Findings } from '../../../src/salary/findings.js';
import { limits } from '../../../src/salary/limits.js';
import { twice } from '../../../src/salary/rules/p13-twice.js';
import { ahvNumberOf, buildElm, elmPerson, elmPersons } from '../../support/elm.js';
import { check, finding, findingsOf, positionOf } from './check-text.js';

const staff = '/DeclareSalary/SalaryDeclaration/Company/Staff';
const masked = (number: string) => `756.****.****.${number.slice(-2)}`;
const [first, second, third] = [elmPerson(1), elmPerson(2), elmPerson(3)];

test('an AHV number of two people is told at the second one, without names, days and numbers', async () => {
  const wrong = buildElm({ persons: [first, second, { ...third, ahvNumber: first.ahvNumber }] });
  const found = await findingsOf(wrong);
  expect(found).toEqual([
    finding('P13.number', {
      ...positionOf(wrong, '<sd:Person>', 3),
      path: `${staff}/Person[3]`,
      person: { ordinal: 3, ahvNumber: masked(first.ahvNumber) },
      params: { other: 1 },
    }),
  ]);
  expect(JSON.stringify(found)).not.toContain(first.ahvNumber);
});

const told = async (...persons: readonly (typeof first)[]) => {
  const { findings, ok } = await check(buildElm({ persons }));
  return [
    ok,
    findings
      .filter(({ code }) => code === 'P13')
      .map(({ key, person, params }) => [key.slice(12), person?.ordinal, params['other']]),
  ];
};

describe('the same person', () => {
  const unknown = { ...first, ahvNumber: 'unknown' };

  test.each([
    ['twice, with the number', [first, second, first], [true, [['twice', 3, 1]]]],
    [
      'twice, with the name written otherwise',
      [first, { ...first, firstname: 'Séverine-Anna' }],
      [true, [['twice', 2, 1]]],
    ],
    [
      'three times',
      [first, first, first],
      [
        true,
        [
          ['twice', 2, 1],
          ['twice', 3, 1],
        ],
      ],
    ],
    ['with and without number', [first, second, unknown], [true, [['withoutNumber', 3, 1]]]],
    ['without and with number', [unknown, second, first], [true, [['withoutNumber', 3, 1]]]],
    [
      'without number, in capitals',
      [unknown, { ...unknown, lastname: unknown.lastname.toUpperCase() }],
      [true, [['withoutNumber', 2, 1]]],
    ],
    [
      'without number, with an accent composed otherwise',
      [
        { ...unknown, firstname: 'Zoë' },
        { ...unknown, firstname: 'Zoe\u0308' },
      ],
      [true, [['withoutNumber', 2, 1]]],
    ],
  ] as const)('%s', async (_what, persons, expected) => {
    expect(await told(...persons)).toEqual(expected);
  });
});

describe('other people', () => {
  test.each([
    ['namesakes born on the same day, with numbers of their own', [first, { ...first, ahvNumber: second.ahvNumber }]],
    [
      'namesakes without numbers, born on other days',
      ['1966-02-14', '1966-02-15'].map((born) => ({ ...first, born, ahvNumber: 'unknown' })),
    ],
    ['twins without numbers', ['Anna', 'Anne'].map((firstname) => ({ ...first, firstname, ahvNumber: 'unknown' }))],
    [
      'first and last name exchanged',
      [
        { ...first, lastname: 'Anna', firstname: 'Muster', ahvNumber: 'unknown' },
        { ...first, lastname: 'Muster', firstname: 'Anna', ahvNumber: 'unknown' },
      ],
    ],
  ])('%s', async (_what, persons) => {
    expect(await told(...persons)).toEqual([true, []]);
  });

  test('a wrong number belongs to nobody, so that two of them are not one person', async () => {
    const wrong = '756.1234.5678.90';
    expect(await told({ ...first, ahvNumber: wrong }, { ...second, ahvNumber: wrong })).toEqual([false, []]);
  });

  test('ten thousand of them are told apart', async () => {
    const { findings } = await check(buildElm({ persons: elmPersons(10_000) }));
    expect(findings).toEqual([]);
  });
});

test('a declaration with more persons than can be remembered says so', () => {
  const findings = new Findings();
  const { person: meet, end } = twice.start(findings.reporter(twice));
  const tag = { name: 'Person', namespace: '', attributes: {} };
  const element = new Element(tag, { line: 1, column: 1 }, `${staff}/Person[1]`);
  const one = (ordinal: number): Person => {
    const ahvNumber = ordinal === 1 ? { element, text: ahvNumberOf(1) } : undefined;
    const birth = '1990-01-01' as IsoDate;
    const unread = { referenceMonth: undefined, entry: undefined, withdrawal: undefined };
    const names = { lastname: 'Muster', firstname: 'Anna', birth };
    return { ...names, ...unread, reference: { ordinal }, ahvNumber, element, ahvSalaries: [], fakSalaries: [] };
  };
  meet?.(one(1));
  for (let ordinal = 2; ordinal < limits.comparedPersons; ordinal += 1) meet?.(one(ordinal));
  // The last one within the limit, and the first one beyond: only of the former is remembered who that was.
  meet?.(one(1));
  meet?.(one(1));
  end?.(new Facts(), undefined);
  expect(findings.listed().map(({ key, person, params }) => [key, person?.ordinal, params])).toEqual([
    ['finding.P13.twice', limits.comparedPersons, { other: 1 }],
    ['finding.P13.limit', undefined, { limit: limits.comparedPersons }],
  ]);
});
