import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildElm, elmPerson, elmPersons, type ElmPerson, type ElmSalary } from '../../support/elm.js';
import { check, finding, findingsOf, positionOf, replaced } from './check-text.js';

const company = '/DeclareSalary/SalaryDeclaration/Company';
const versions = ['4.0', '5.0'] as const;

const withNumber = (ahvNumber: string) => buildElm({ persons: [elmPerson(1), { ...elmPerson(2), ahvNumber }] });

test.each([
  ['756.1234.5678.90', 'checkDigit', '756.****.****.90'],
  ['123.4517.8128.11', 'prefix', '123.****.****.11'],
])('the AHV number %s is wrong, and is not repeated', async (number, variant, masked) => {
  const wrong = withNumber(number);
  const found = await findingsOf(wrong);
  expect(found).toEqual([
    finding(`P01.${variant}`, {
      ...positionOf(wrong, '<sd:SV-AS-Number>', 2),
      path: `${company}/Staff/Person[2]/Particulars/Social-InsuranceIdentification/SV-AS-Number`,
      person: { ordinal: 2, ahvNumber: masked },
    }),
  ]);
  expect(JSON.stringify(found)).not.toContain(number);
});

test('a person without AHV number is worth a warning', async () => {
  const unknown = withNumber('unknown');
  const { findings, ok } = await check(unknown);
  expect(ok).toBe(true);
  expect(findings).toEqual([
    finding('P01.unknown', {
      ...positionOf(unknown, '<sd:Person>', 2),
      path: `${company}/Staff/Person[2]`,
      person: { ordinal: 2 },
    }),
  ]);
});

test.each([
  ['4.0', 'UID-BFS', '<sd:UID-BFS>'],
  ['5.0', 'UID-BFS/UID', '<c:UID>'],
] as const)('a UID with a wrong check digit is worth a warning in ELM %s', async (version, path, tag) => {
  const wrong = buildElm({ version, uid: 'CHE-123.456.789' });
  const { findings, ok, uid } = await check(wrong);
  expect({ ok, uid, findings }).toEqual({
    ok: true,
    uid: 'CHE-123.456.789',
    findings: [
      finding('P02.checkDigit', {
        ...positionOf(wrong, tag),
        path: `${company}/CompanyDescription/${path}`,
        params: { uid: 'CHE-123.456.789' },
      }),
    ],
  });
});

test('a company may say in ELM 5.0 that it has no UID', async () => {
  const unknown = replaced(buildElm({ version: '5.0' }), '<c:UID>CHE-123.456.788</c:UID>', '<c:Unknown/>');
  expect(await findingsOf(unknown)).toEqual([]);
});

test('the UID of the fiduciary is not the UID of the company', async () => {
  const address = '<sd:Address><sd:ZIP-Code>4051</sd:ZIP-Code><sd:City>Basel</sd:City></sd:Address>';
  const fiduciary = `<sd:Name><sd:HR-RC-Name>Treuhand</sd:HR-RC-Name></sd:Name>${address}`;
  const delegate = `<sd:Delegate>${fiduciary}<sd:UID-BFS>CHE-123.456.789</sd:UID-BFS></sd:Delegate></sd:CompanyDescription>`;
  const { uid, findings } = await check(replaced(buildElm(), '</sd:CompanyDescription>', delegate));
  expect({ uid, findings }).toEqual({ uid: 'CHE-123.456.788', findings: [] });
});

/** The last year with an ALV supplement. */
const salary: ElmSalary = {
  from: '2022-01-01',
  until: '2022-12-31',
  ahvIncome: 18_640_000,
  ahvOpen: 1_400_000,
  alvIncome: 14_820_000,
  alvzIncome: 120_000,
  alvOpen: 3_820_000,
  canton: 'ZH',
  familyAllowances: 258_000,
};
const rich: readonly ElmPerson[] = [{ ...elmPerson(1), salaries: [salary] }];
const richElm = (version: '4.0' | '5.0' = '4.0') => buildElm({ version, persons: rich, year: 2022 });

/** Two salaries of the same time and money: the rules of other matters than totals have something to say, too. */
const sumsOf = async (xml: string) => (await findingsOf(xml)).filter(({ code }) => /^P0[345]$/.test(code));

test.each([
  ['Total-AHV-AVS-Incomes', '186400.00'],
  ['Total-AHV-AVS-Open', '14000.00'],
  ['Total-ALV-AC-Incomes', '148200.00'],
  ['Total-ALVZ-ACS-Incomes', '1200.00'],
  ['Total-ALV-AC-Open', '38200.00'],
])('%s must be the sum of the salaries to the Rappen', async (element, computed) => {
  for (const version of versions) {
    const right = richElm(version);
    expect(await findingsOf(right)).toEqual([]);
    const declared = computed.replace('.00', '.05');
    const wrong = replaced(right, `<sd:${element}>${computed}<`, `<sd:${element}>${declared}<`);
    expect(await findingsOf(wrong)).toEqual([
      finding('P03.total', {
        ...positionOf(wrong, `<sd:${element}>`),
        path: `${company}/SalaryTotals/AHV-AVS-Totals/${element}`,
        params: { element, institution: '#AHV', declared, computed, difference: '0.05' },
      }),
    ]);
  }
});

test('totals are compared per institution', async () => {
  const xml = buildElm({ persons: 2 });
  const second = xml.lastIndexOf('AHV-AVS-Salary institutionIDRef="#AHV"');
  const moved = `${xml.slice(0, second)}${xml.slice(second).replace('#AHV', '#AHV2')}`;
  const both = replaced(
    moved,
    '<sd:FAK-CAF institutionID',
    '<sd:AHV-AVS institutionID="#AHV2"><sd:AK-CC-BranchNumber>035.000</sd:AK-CC-BranchNumber><sd:AK-CC-CustomerNumber>7</sd:AK-CC-CustomerNumber></sd:AHV-AVS>\n<sd:FAK-CAF institutionID',
  );
  const found = await findingsOf(both);
  expect(found.map(({ key, params }) => [key, params['element'] ?? params['institution']])).toEqual([
    ['finding.V03.totals', '#AHV2'],
    ['finding.P03.total', 'Total-AHV-AVS-Incomes'],
    ['finding.P03.total', 'Total-ALV-AC-Incomes'],
  ]);
});

test('Total-FLG-LFA-Incomes is no sum of salaries', async () => {
  const flg = '<sd:Total-FLG-LFA-Incomes>999.00</sd:Total-FLG-LFA-Incomes></sd:AHV-AVS-Totals>';
  expect(await findingsOf(replaced(buildElm(), '</sd:AHV-AVS-Totals>', flg))).toEqual([]);
});

test('salaries that add up to more than can be calculated are said so', async () => {
  const huge = { ...salary, ahvIncome: Number.MAX_SAFE_INTEGER, ahvOpen: 0 };
  const wrong = buildElm({ persons: [{ ...elmPerson(1), salaries: [huge, huge] }], year: 2022 })
    .replace(/<sd:Total-AHV-AVS-Incomes>.*?</, '<sd:Total-AHV-AVS-Incomes>0.00<')
    .replace(/<sd:Total-FAK-CAF-ContributorySalary>.*?</, '<sd:Total-FAK-CAF-ContributorySalary>0.00<');
  expect(await sumsOf(wrong)).toEqual([
    finding('P03.overflow', {
      ...positionOf(wrong, '<sd:Total-AHV-AVS-Incomes>'),
      path: `${company}/SalaryTotals/AHV-AVS-Totals/Total-AHV-AVS-Incomes`,
      params: { element: 'Total-AHV-AVS-Incomes', institution: '#AHV' },
    }),
    finding('P05.overflow', {
      ...positionOf(wrong, '<sd:Total-FAK-CAF-PerCanton>'),
      path: `${company}/SalaryTotals/FAK-CAF-Totals/Total-FAK-CAF-PerCanton`,
      params: { canton: 'ZH' },
    }),
  ]);
});

test('whatever the salaries are, right totals are right', async () => {
  const amount = fc.integer({ min: -50_000_000, max: 50_000_000 });
  const anySalary = fc.record({ ahvIncome: amount, ahvOpen: amount, alvIncome: amount, alvOpen: amount });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(anySalary, { minLength: 1, maxLength: 3 }), { maxLength: 5 }), async (staff) => {
      const persons = staff.map((salaries, index) => ({
        ...elmPerson(index + 1),
        salaries: salaries.map((amounts) => ({ ...salary, ...amounts })),
      }));
      expect(await sumsOf(buildElm({ persons, year: 2022 }))).toEqual([]);
    }),
    { numRuns: 50, seed: 20260130 },
  );
});

test.each(['NumberOf-AHV-AVS-Salary-Tags', 'NumberOf-FAK-CAF-Salary-Tags'])('%s must be right', async (element) => {
  const xml = buildElm({ persons: 3 });
  const wrong = replaced(xml, `<sd:${element}>3<`, `<sd:${element}>4<`);
  expect(await findingsOf(wrong)).toEqual([
    finding('P04.counter', {
      ...positionOf(wrong, `<sd:${element}>`),
      path: `${company}/SalaryCounters/${element}`,
      params: { element, declared: 4, counted: 3 },
    }),
  ]);
});

test('a counter that is left out says nothing', async () => {
  const xml = buildElm().replace(/<sd:NumberOf.*Tags>/g, '');
  expect(await findingsOf(xml)).toEqual([]);
});

test('a lost person is found by the counters and by the totals', async () => {
  const lost = buildElm({ persons: 3 }).replace(/<sd:Person>.*?<\/sd:Person>\n/s, '');
  const codes = new Set((await findingsOf(lost)).map(({ code }) => code));
  expect([...codes].sort()).toEqual(['P03', 'P04', 'P05']);
});

test.each([
  ['contributory', 'Total-FAK-CAF-ContributorySalary', '186400.00', '186400.05'],
  ['supplement', 'Total-FAK-CAF-FamilyIncomeSupplement', '2580.00', '2580.05'],
])('the FAK total of a canton must be the sum: %s', async (variant, element, computed, declared) => {
  for (const version of versions) {
    const xml = richElm(version);
    const wrong = replaced(xml, `<sd:${element}>${computed}<`, `<sd:${element}>${declared}<`);
    expect(await findingsOf(wrong)).toEqual([
      finding(`P05.${variant}`, {
        ...positionOf(wrong, '<sd:Total-FAK-CAF-PerCanton>'),
        path: `${company}/SalaryTotals/FAK-CAF-Totals/Total-FAK-CAF-PerCanton`,
        params: { canton: 'ZH', declared, computed, difference: '0.05' },
      }),
    ]);
  }
});

test('salaries of a canton without a total are found', async () => {
  const xml = richElm();
  const moved = replaced(xml, '<sd:Canton>ZH<', '<sd:Canton>ZG<');
  const found = await findingsOf(moved);
  expect(found.map(({ key, params }) => [key, params['canton'], params['computed']])).toEqual([
    ['finding.P05.missing', 'ZH', '186400.00'],
    ['finding.P05.contributory', 'ZG', '0.00'],
    ['finding.P05.supplement', 'ZG', '0.00'],
  ]);
});

test('a total of an unreadable canton is compared with nothing', async () => {
  const wrong = replaced(richElm(), '<sd:Canton>ZH<', '<sd:Canton>Zurich<');
  expect((await findingsOf(wrong)).map(({ key }) => key)).toEqual(['finding.V02.canton']);
});

test('a salary of nothing needs no total of its canton', async () => {
  const nothing = { ...salary, ahvIncome: 0, canton: 'UR', familyAllowances: 0 };
  const xml = buildElm({ persons: [{ ...elmPerson(1), salaries: [salary, nothing] }], year: 2022 });
  const without = xml.replace(/<sd:Total-FAK-CAF-PerCanton>(?:(?!PerCanton).)*<sd:Canton>UR.*?PerCanton>/s, '');
  expect(without).not.toContain('<sd:Canton>UR');
  expect(await sumsOf(without)).toEqual([]);
});

test('family allowances of a canton without a total are found, even without salaries', async () => {
  const allowances = { ...salary, ahvIncome: 0, canton: 'UR' };
  const xml = buildElm({ persons: [{ ...elmPerson(1), salaries: [salary, allowances] }], year: 2022 });
  const without = xml.replace(/<sd:Total-FAK-CAF-PerCanton>(?:(?!PerCanton).)*<sd:Canton>UR.*?PerCanton>/s, '');
  expect((await sumsOf(without)).map(({ key, params }) => [key, params])).toEqual([
    ['finding.P05.missing', { canton: 'UR', computed: '0.00' }],
  ]);
});

test('ELM 4.0 may leave out the total of family allowances, ELM 5.0 may not', async () => {
  const without = (version: '4.0' | '5.0') =>
    richElm(version).replace(/<sd:Total-FAK-CAF-FamilyIncomeSupplement>.*Supplement>/, '');
  expect(await findingsOf(without('4.0'))).toEqual([]);
  expect((await findingsOf(without('5.0'))).map(({ key, params }) => [key, params])).toEqual([
    ['finding.V02.missing', { element: 'Total-FAK-CAF-FamilyIncomeSupplement' }],
  ]);
});

test('family allowances that are split up by children are not added up', async () => {
  const amount = '<sd:FamilyIncomeSupplementRepetitive>2580.00</sd:FamilyIncomeSupplementRepetitive>';
  const detail = replaced(
    richElm(),
    '<sd:FAK-CAF-FamilyIncomeSupplementPerPerson>2580.00</sd:FAK-CAF-FamilyIncomeSupplementPerPerson>',
    `<sd:FAK-CAF-FamilyIncomeSupplementDetail>${amount}</sd:FAK-CAF-FamilyIncomeSupplementDetail>`,
  );
  const { findings, cantons } = await check(detail);
  expect({ findings, cantons }).toEqual({ findings: [], cantons: [{ canton: 'ZH', contributorySalary: '186400.00' }] });
});

test.each(versions)('a big declaration in ELM %s is read in about a second', async (version) => {
  const xml = Buffer.from(buildElm({ version, persons: elmPersons(10_000) }));
  const begun = performance.now();
  const { persons, findings } = await check(xml);
  expect({ persons, findings }).toEqual({ persons: 10_000, findings: [] });
  // Ten times what it takes on a quiet machine: enough to notice what is quadratic.
  expect(performance.now() - begun).toBeLessThan(10_000);
});
