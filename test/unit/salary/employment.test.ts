import { describe, expect, test } from 'vitest';
import { limits } from '../../../src/salary/limits.js';
import { buildElm, elmPersons, type ElmSalary } from '../../support/elm.js';
import { check, finding, findingsOf, positionOf } from './check-text.js';
import { employed, paid, withoutFak } from './rule-examples.js';

const person = '/DeclareSalary/SalaryDeclaration/Company/Staff/Person[1]';
const reference = { ordinal: 1, ahvNumber: '756.****.****.80' };
const keys = async (xml: string) => (await findingsOf(xml)).map(({ key }) => key.replace('finding.', ''));

describe('periods and employment', () => {
  const low = { ahvIncome: 1_000_000, alvIncome: 1_000_000 };
  const spring: Partial<ElmSalary> = { ...low, from: '2025-02-01', until: '2025-05-31' };
  const autumn: Partial<ElmSalary> = { ...low, from: '2025-09-01', until: '2025-12-31' };

  test('a period outside of the employment is told at the period', async () => {
    const wrong = employed(paid([spring]), '2025-03-01', '2025-04-30');
    const at = {
      ...positionOf(wrong, '<sd:AccountingTime>'),
      path: `${person}/AHV-AVS-Salaries/AHV-AVS-Salary/AccountingTime`,
    };
    expect(await findingsOf(wrong)).toEqual([
      finding('P11.beforeEntry', { ...at, person: reference, params: { from: '2025-02-01', entry: '2025-03-01' } }),
      finding('P11.afterWithdrawal', {
        ...at,
        person: reference,
        params: { until: '2025-05-31', withdrawal: '2025-04-30' },
      }),
    ]);
  });

  test.each([
    ['the entry of the first time', '2025-02-01', undefined, []],
    ['the entry of the last time', '2025-09-01', undefined, []],
    ['an entry within the last period', '2025-10-01', undefined, ['P11.beforeEntry', 'P11.beforeEntry']],
    ['an exit that was forgotten', '2025-02-01', '2025-05-31', ['P11.afterWithdrawal']],
    ['an exit before the entry of the last time', '2025-09-01', '2025-05-31', ['P11.withdrawalFirst']],
    ['the last exit', '2025-02-01', '2025-12-31', []],
  ])('somebody who came back, with %s', async (_what, entry, withdrawal, expected) => {
    expect(await keys(employed(paid([spring, autumn]), entry, withdrawal))).toEqual(expected);
  });

  test('periods that share a day overlap, whatever their order', async () => {
    const wrong = paid([{ ...autumn, from: '2025-05-31' }, spring]);
    expect(await findingsOf(employed(wrong, '2025-01-01'))).toEqual([
      finding('P11.overlap', {
        ...positionOf(wrong, '<sd:AccountingTime>'),
        path: `${person}/AHV-AVS-Salaries/AHV-AVS-Salary[1]/AccountingTime`,
        person: reference,
        params: { from: '2025-05-31', until: '2025-12-31', otherFrom: '2025-02-01', otherUntil: '2025-05-31' },
      }),
    ]);
  });

  test('a short period within a long one does not hide the end of the long one', async () => {
    const inner = { ...low, from: '2025-03-01', until: '2025-03-31' };
    expect(await keys(employed(paid([{ ...low }, inner, autumn]), '2025-01-01'))).toEqual([
      'P11.overlap',
      'P11.overlap',
    ]);
  });

  test('a correction, a wage of nothing, and another fund’s salary overlap with nothing', async () => {
    const correction = { ...low, ahvIncome: -100_000, alvIncome: -100_000 };
    expect(await keys(paid([low, correction]))).toEqual(['P15.amount']);
    expect(await keys(paid([low, { ahvIncome: 0, alvIncome: 0 }]))).toEqual([]);
    const twice = paid([low, low]);
    const at = twice.lastIndexOf('AHV-AVS-Salary institutionIDRef="#AHV"');
    const other = `${twice.slice(0, at)}${twice.slice(at).replace('#AHV', '#X')}`;
    expect((await keys(other)).filter((key) => key.startsWith('P11'))).toEqual([]);
  });
});

describe('years', () => {
  const of = (year: number) => ({
    from: `${year}-01-01`,
    until: `${year}-12-31`,
    ahvIncome: 1_000_000,
    alvIncome: 1_000_000,
  });

  test('back pay is told, and wages of a year to come are doubtful', async () => {
    const { ok, findings } = await check(paid([of(2023), of(2024), of(2025), of(2026)]));
    expect([ok, findings.map(({ key, severity, params }) => [key, severity, params])]).toEqual([
      true,
      [
        ['finding.P12.earlier', 'info', { year: 2023, declared: 2025 }],
        ['finding.P12.earlier', 'info', { year: 2024, declared: 2025 }],
        ['finding.P12.later', 'warning', { year: 2026, declared: 2025 }],
      ],
    ]);
  });

  test('a file of the wrong year lists a bounded number of salaries, and counts the rest', async () => {
    const more = 7;
    const xml = buildElm({ year: 2024, persons: elmPersons(limits.findingsPerFault + more, 2025) });
    const { findings } = await check(xml);
    expect(findings.filter(({ key }) => key === 'finding.P12.later')).toHaveLength(limits.findingsPerFault);
    expect(findings.find(({ code }) => code === 'X12')?.params).toEqual({ count: more });
  });

  test('without a declared year nothing is said of years', async () => {
    const without = paid([of(2023)]).replace('<sd:AccountingPeriod>2025', '<sd:AccountingPeriod>x');
    expect(await keys(without)).toEqual(['V02.year']);
  });
});

describe('AHV and FAK', () => {
  test('AHV without FAK is told at the institution, once', async () => {
    const wrong = withoutFak(buildElm({ persons: 3 }));
    expect(await findingsOf(wrong)).toEqual([
      finding('P14.missing', {
        ...positionOf(wrong, '<sd:AHV-AVS institutionID='),
        path: '/DeclareSalary/SalaryDeclaration/Company/Institutions/AHV-AVS',
      }),
    ]);
  });

  test('a file for family allowances only, and one without anybody, are right', async () => {
    const fakOnly = buildElm()
      .replace(/<sd:AHV-AVS-Salaries>.*?<\/sd:AHV-AVS-Salaries>/gs, '')
      .replace(/<sd:AHV-AVS-Totals.*?<\/sd:AHV-AVS-Totals>/s, '')
      .replace(/<sd:NumberOf-AHV.*Tags>/, '');
    expect(await keys(fakOnly)).toEqual([]);
    expect(await keys(withoutFak(buildElm({ persons: 0 })))).toEqual([]);
  });
});

describe('negative amounts', () => {
  test.each([
    ['AHV-AVS-Income', { ahvIncome: -5, alvIncome: -5 }],
    ['AHV-AVS-Open', { ahvOpen: -5 }],
    ['ALV-AC-Income', { alvIncome: -5 }],
    ['ALV-AC-Open', { alvOpen: -5 }],
    ['FAK-CAF-FamilyIncomeSupplementPerPerson', { familyAllowances: -5 }],
  ] as const)('%s: once a salary, at the amount', async (element, amounts) => {
    const wrong = paid([amounts]);
    const [found, ...others] = await findingsOf(wrong);
    expect(others).toEqual([]);
    const { path: place = '', ...rest } = found!;
    expect(rest).toEqual(
      finding('P15.amount', {
        ...positionOf(wrong, `<sd:${element}>`),
        person: reference,
        params: { element, amount: '-0.05' },
      }),
    );
    expect(place.startsWith(person) && place.endsWith(`/${element}`)).toBe(true);
  });

  test('a FAK wage that is negative by itself is found, too', async () => {
    const wrong = paid([{}]).replaceAll('ContributorySalary>91000.00', 'ContributorySalary>-1.00');
    expect(await keys(wrong)).toEqual(['P15.amount']);
  });
});
