import { buildElm, elmPerson, elmPersons, type ElmOptions, type ElmPerson, type ElmSalary } from '../../support/elm.js';
import type { Recipient } from '../../../src/salary/check.js';
import { limits } from '../../../src/salary/limits.js';
import { replaced } from './check-text.js';

/** A file with one mistake, and one that differs as little as possible and has not got it. */
interface Example {
  readonly wrong: string;
  readonly right: string;
  readonly recipient?: Recipient;
}

/** A woman born in February 1966 with a good wage all the year. */
export const salary: ElmSalary = {
  from: '2025-01-01',
  until: '2025-12-31',
  ahvIncome: 9_100_000,
  alvIncome: 9_100_000,
  canton: 'BS',
};

const anna: ElmPerson = { ...elmPerson(1), salaries: [salary] };

/** A declaration of one person with these salaries. */
export const paid = (
  salaries: readonly Partial<ElmSalary>[],
  person: Partial<ElmPerson> = {},
  options: ElmOptions = {},
) =>
  buildElm({ ...options, persons: [{ ...anna, ...person, salaries: salaries.map((one) => ({ ...salary, ...one })) }] });

export const staff = (...persons: readonly Partial<ElmPerson>[]): string =>
  buildElm({ persons: persons.map((person, index) => ({ ...elmPerson(index + 1), ...person })) });

/** Of the first person. */
export const employed = (xml: string, entry: string, withdrawal?: string): string =>
  xml.replace(
    /(<(sd|c):EntryDate>).*?(<\/\2:EntryDate>)/,
    (_all, open: string, prefix: string, close: string) =>
      `${open}${entry}${close}${withdrawal === undefined ? '' : `<${prefix}:WithdrawalDate>${withdrawal}</${prefix}:WithdrawalDate>`}`,
  );

export const withoutFak = (xml: string): string =>
  xml
    .replace(/<sd:FAK-CAF-Salaries>.*?<\/sd:FAK-CAF-Salaries>/gs, '')
    .replace(/<sd:FAK-CAF-Totals.*?<\/sd:FAK-CAF-Totals>/s, '')
    .replace(/<sd:NumberOf-FAK.*Tags>/, '');

const good = paid([{}]);
const recipient = { fund: '095', member: '12345.00' };
const huge = { ahvIncome: Number.MAX_SAFE_INTEGER, alvIncome: 0 };
const overflow = (xml: string): string =>
  xml.replace(/<sd:(Total-[A-Z-]+(?:Incomes|Salary))>[^<]{15,}</g, '<sd:$1>0.00<');
const half: Partial<ElmSalary> = { until: '2025-06-30', ahvIncome: 4_550_000, alvIncome: 4_550_000 };
const retired = { sex: 'M', born: '1960-03-14' } as const;
const beyond = limits.parts + 2;
let count = 0;

/** By variant. P13.limit needs more persons than a test should write: `persons-met.test.ts` has it. */
export const examples: Readonly<Record<string, Example>> = {
  'V03.institution': {
    wrong: replaced(good, 'Salary institutionIDRef="#AHV"', 'Salary institutionIDRef="#X"'),
    right: good,
  },
  'V03.totalsInstitution': {
    wrong: replaced(good, 'Totals institutionIDRef="#AHV"', 'Totals institutionIDRef="#X"'),
    right: good,
  },
  'V03.totals': { wrong: good.replace(/<sd:AHV-AVS-Totals.*?<\/sd:AHV-AVS-Totals>/s, ''), right: good },
  'V03.duplicate': { wrong: good.replace(/(<sd:Total-FAK-CAF-PerCanton>.*?PerCanton>)/s, '$1$1'), right: good },
  'V03.tooMany': {
    wrong: buildElm({ persons: elmPersons(beyond) }).replaceAll(
      'AHV-AVS-Salary institutionIDRef="#AHV"',
      () => `AHV-AVS-Salary institutionIDRef="#${(count += 1)}"`,
    ),
    right: good,
  },
  'V04.order': { wrong: paid([{ from: '2025-12-31', until: '2025-01-01' }]), right: good },
  'V04.years': { wrong: paid([{ from: '2024-12-31' }]), right: good },
  'P01.checkDigit': {
    wrong: staff({ ahvNumber: '756.1234.5678.90' }),
    right: staff({ ahvNumber: '756.1234.5678.97' }),
  },
  'P01.prefix': { wrong: staff({ ahvNumber: '123.4517.8128.11' }), right: staff({ ahvNumber: '756.9217.0769.85' }) },
  'P01.unknown': { wrong: staff({ ahvNumber: 'unknown' }), right: staff({ ahvNumber: '756.3004.0050.04' }) },
  'P02.checkDigit': { wrong: buildElm({ uid: 'CHE-123.456.789' }), right: buildElm({ uid: 'CHE-123.456.788' }) },
  'P03.total': {
    wrong: replaced(good, '<sd:Total-AHV-AVS-Incomes>91000.00', '<sd:Total-AHV-AVS-Incomes>91000.01'),
    right: good,
  },
  'P03.overflow': { wrong: overflow(paid([huge, huge])), right: good },
  'P04.counter': { wrong: replaced(good, 'AHV-AVS-Salary-Tags>1', 'AHV-AVS-Salary-Tags>2'), right: good },
  'P05.contributory': {
    wrong: replaced(good, 'Total-FAK-CAF-ContributorySalary>91000.00', 'Total-FAK-CAF-ContributorySalary>90999.99'),
    right: good,
  },
  'P05.supplement': {
    wrong: replaced(good, 'FamilyIncomeSupplement>0.00', 'FamilyIncomeSupplement>0.05'),
    right: good,
  },
  'P05.missing': { wrong: good.replace(/<sd:Total-FAK-CAF-PerCanton>.*?PerCanton>/s, ''), right: good },
  'P05.overflow': { wrong: overflow(paid([huge, huge])), right: good },
  'P06.tooYoung': { wrong: paid([{}], { born: '2008-01-01' }), right: paid([{}], { born: '2007-12-31' }) },
  'P07.ceiling': {
    wrong: paid([{ ahvIncome: 15_000_000, alvIncome: 14_820_005 }]),
    right: paid([{ ahvIncome: 15_000_000, alvIncome: 14_820_000, alvOpen: 180_000 }]),
  },
  'P07.proRata': {
    wrong: paid([{ until: '2025-06-30', ahvIncome: 9_000_000, alvIncome: 7_410_005 }]),
    right: paid([{ until: '2025-06-30', ahvIncome: 9_000_000, alvIncome: 7_410_000, alvOpen: 1_590_000 }]),
  },
  'P07.aboveAhv': { wrong: paid([{ alvIncome: 9_100_005 }]), right: good },
  'P08.afterReferenceAge': {
    wrong: paid([{ from: '2025-04-01', ahvIncome: 500_000, alvIncome: 5 }], retired),
    right: paid([{ from: '2025-03-01', until: '2025-03-31', ahvIncome: 500_000, alvIncome: 5 }], retired),
  },
  'P09.notDivided': {
    wrong: paid([{}], retired),
    right: paid(
      [
        { ...half, until: '2025-03-31', alvIncome: 3_000_000 },
        { from: '2025-04-01', alvIncome: 0 },
      ],
      retired,
    ),
  },
  'P10.notLevied': {
    wrong: paid([{ alvzIncome: 5 }]),
    right: paid([{ from: '2022-01-01', until: '2022-12-31', alvzIncome: 5 }]),
  },
  'P11.beforeEntry': { wrong: employed(good, '2025-01-02'), right: employed(good, '2025-01-01') },
  'P11.afterWithdrawal': {
    wrong: employed(good, '2020-01-01', '2025-12-30'),
    right: employed(good, '2020-01-01', '2025-12-31'),
  },
  'P11.withdrawalFirst': {
    wrong: employed(good, '2025-01-01', '2024-12-31'),
    right: employed(good, '2025-01-01', '2025-12-31'),
  },
  'P11.overlap': {
    wrong: paid([half, { ...half, from: '2025-06-30', until: '2025-12-31' }]),
    right: paid([half, { ...half, from: '2025-07-01', until: '2025-12-31' }]),
  },
  'P12.earlier': { wrong: paid([{}, { from: '2024-01-01', until: '2024-12-31' }]), right: good },
  'P12.later': { wrong: paid([{}], {}, { year: 2024 }), right: good },
  'P12.unknownFigures': { wrong: paid([{}], {}, { year: 2027 }), right: paid([{}], {}, { year: 2026 }) },
  'P13.number': {
    wrong: staff({}, { ahvNumber: anna.ahvNumber }),
    right: staff({}, {}),
  },
  'P13.twice': { wrong: buildElm({ persons: [anna, anna] }), right: buildElm({ persons: [anna] }) },
  'P13.withoutNumber': {
    wrong: buildElm({ persons: [anna, { ...anna, ahvNumber: 'unknown' }] }),
    right: buildElm({ persons: [anna, { ...anna, ahvNumber: 'unknown', firstname: 'Anne' }] }),
  },
  'P14.missing': { wrong: withoutFak(good), right: good },
  'P15.amount': {
    wrong: paid([{}, { ahvIncome: -5, alvIncome: 0 }]),
    right: paid([{}, { ahvIncome: 0, alvIncome: 0 }]),
  },
  'P16.declared': {
    wrong: paid([{ ahvIncome: 250_000, alvIncome: 250_000 }]),
    right: paid([{ ahvIncome: 250_005, alvIncome: 250_005 }]),
  },
  'A01.other': { wrong: paid([{}], {}, { fund: '035' }), right: good, recipient },
  'A01.none': { wrong: good.replace(/<sd:Institutions>.*?<\/sd:Institutions>/s, ''), right: good, recipient },
  'A02.ahv': {
    wrong: replaced(good, 'AK-CC-CustomerNumber>12345.00', 'AK-CC-CustomerNumber>1'),
    right: good,
    recipient,
  },
  'A02.fak': {
    wrong: replaced(good, 'FAK-CAF-CustomerNumber>12345.00', 'FAK-CAF-CustomerNumber>1'),
    right: good,
    recipient,
  },
  'A04.test': { wrong: paid([{}], {}, { testCase: true }), right: good },
};
