import { expect, test } from 'vitest';
import { limits } from '../../../src/salary/limits.js';
import { buildElm, elmPerson } from '../../support/elm.js';
import { check, finding, findingsOf, positionOf, replaced } from './check-text.js';

const xml = buildElm({ persons: 2 });
const company = '/DeclareSalary/SalaryDeclaration/Company';

test('a salary that refers to an institution which is not there is found at its first use', async () => {
  const wrong = xml.replaceAll('AHV-AVS-Salary institutionIDRef="#AHV"', 'AHV-AVS-Salary institutionIDRef="#OLD"');
  const [unknown, ...others] = await findingsOf(wrong);
  expect(unknown).toEqual(
    finding('V03.institution', {
      ...positionOf(wrong, '<sd:AHV-AVS-Salary '),
      path: `${company}/Staff/Person[1]/AHV-AVS-Salaries/AHV-AVS-Salary`,
      person: { ordinal: 1, ahvNumber: `756.****.****.${elmPerson(1).ahvNumber.slice(-2)}` },
      params: { domain: 'AHV-AVS', reference: '#OLD' },
    }),
  );
  // Nothing is left for the declared totals of #AHV.
  expect(new Set(others.map(({ key }) => key))).toEqual(new Set(['finding.P03.total']));
});

test('an AHV salary may not refer to a FAK institution', async () => {
  const wrong = replaced(xml, 'AHV-AVS-Salary institutionIDRef="#AHV"', 'AHV-AVS-Salary institutionIDRef="#FAK"');
  expect((await findingsOf(wrong))[0]).toMatchObject({
    key: 'finding.V03.institution',
    params: { domain: 'AHV-AVS', reference: '#FAK' },
  });
});

test('totals that refer to an institution which is not there are found', async () => {
  const wrong = replaced(xml, 'FAK-CAF-Totals institutionIDRef="#FAK"', 'FAK-CAF-Totals institutionIDRef="#X"');
  const found = await findingsOf(wrong);
  expect(found.filter(({ code }) => code === 'V03')).toEqual([
    finding('V03.totals', {
      ...positionOf(wrong, '<sd:FAK-CAF institutionID='),
      path: `${company}/Institutions/FAK-CAF`,
      params: { domain: 'FAK-CAF', institution: '#FAK' },
    }),
    finding('V03.totalsInstitution', {
      ...positionOf(wrong, '<sd:FAK-CAF-Totals'),
      path: `${company}/SalaryTotals/FAK-CAF-Totals`,
      params: { domain: 'FAK-CAF', reference: '#X' },
    }),
  ]);
});

test('missing totals are a warning, for the schema allows it', async () => {
  const without = xml.replace(/<sd:SalaryTotals>.*<\/sd:SalaryTotals>/s, '');
  expect((await findingsOf(without)).map(({ key, severity, params }) => [key, severity, params])).toEqual([
    ['finding.V03.totals', 'warning', { domain: 'AHV-AVS', institution: '#AHV' }],
    ['finding.V03.totals', 'warning', { domain: 'FAK-CAF', institution: '#FAK' }],
  ]);
});

test('a nil return needs no totals', async () => {
  const nil = buildElm({ persons: 0 }).replace(/<sd:SalaryTotals>.*<\/sd:SalaryTotals>/s, '');
  expect(await findingsOf(nil)).toEqual([]);
});

test('an incomplete block of totals is found', async () => {
  const without = xml.replace(/<sd:Total-ALVZ-ACS-Incomes>.*<\/sd:Total-ALVZ-ACS-Incomes>/, '');
  expect(await findingsOf(without)).toEqual([
    finding('V02.missing', {
      ...positionOf(without, '<sd:AHV-AVS-Totals'),
      path: `${company}/SalaryTotals/AHV-AVS-Totals`,
      params: { element: 'Total-ALVZ-ACS-Incomes' },
    }),
  ]);
});

test.each([
  ['an institution', /<sd:FAK-CAF institutionID=.*<\/sd:FAK-CAF>\n/s, ['@institutionID', 'FAK-CAF-BranchNumber']],
  ['a block of totals', /<sd:AHV-AVS-Totals .*<\/sd:AHV-AVS-Totals>\n/s, ['AHV-AVS-Totals']],
  ['a block of FAK totals', /<sd:FAK-CAF-Totals .*<\/sd:FAK-CAF-Totals>\n/s, ['FAK-CAF-Totals']],
  ['an addressee', /<sdc:FAK-CAF .*<\/sdc:FAK-CAF>/, ['FAK-CAF']],
  ['a canton', /<sd:Total-FAK-CAF-PerCanton>.*?<\/sd:Total-FAK-CAF-PerCanton>\n/s, ['Total-FAK-CAF-PerCanton']],
])('%s that is there twice is found', async (_name, pattern, names) => {
  const piece = pattern.exec(xml)![0];
  const found = await findingsOf(replaced(xml, piece, piece + piece));
  expect(found.map(({ key, params }) => [key, params['name']])).toEqual(
    names.map((name) => ['finding.V03.duplicate', name]),
  );
});

test('the second canton of the same name is the one that is pointed at', async () => {
  const piece = /<sd:Total-FAK-CAF-PerCanton>.*?<\/sd:Total-FAK-CAF-PerCanton>\n/s.exec(xml)![0];
  const twice = replaced(xml, piece, piece + piece);
  expect(await findingsOf(twice)).toEqual([
    finding('V03.duplicate', {
      ...positionOf(twice, '<sd:Total-FAK-CAF-PerCanton>', 2),
      path: `${company}/SalaryTotals/FAK-CAF-Totals/Total-FAK-CAF-PerCanton[2]`,
      params: { name: 'Total-FAK-CAF-PerCanton', value: 'BE' },
    }),
  ]);
});

test.each(['AHV', 'FAK'])('more %s institutions than can be compared are said so, once', async (id) => {
  let count = 0;
  const many = buildElm({ persons: limits.parts + 2 }).replaceAll(`Salary institutionIDRef="#${id}"`, () => {
    count += 1;
    return `Salary institutionIDRef="#${count}"`;
  });
  const found = await findingsOf(many);
  expect(found.filter(({ key }) => key === 'finding.V03.tooMany')).toEqual([finding('V03.tooMany')]);
  expect(found.filter(({ code }) => code === 'P03' || code === 'P05')).toEqual([]);
});

test('a contribution period that ends before it begins is found, for the AHV and for the FAK', async () => {
  const person = elmPerson(1);
  const turned = {
    ...person,
    salaries: person.salaries.map((salary) => ({ ...salary, from: '2025-12-31', until: '2025-01-01' })),
  };
  const wrong = buildElm({ persons: [turned] });
  const reference = { ordinal: 1, ahvNumber: `756.****.****.${person.ahvNumber.slice(-2)}` };
  const params = { from: '2025-12-31', until: '2025-01-01' };
  expect(await findingsOf(wrong)).toEqual([
    finding('V04.order', {
      ...positionOf(wrong, '<sd:AccountingTime>'),
      path: `${company}/Staff/Person[1]/AHV-AVS-Salaries/AHV-AVS-Salary/AccountingTime`,
      person: reference,
      params,
    }),
    finding('V04.order', {
      ...positionOf(wrong, '<sd:FAK-CAF-Period>'),
      path: `${company}/Staff/Person[1]/FAK-CAF-Salaries/FAK-CAF-Salary/FAK-CAF-Period`,
      person: reference,
      params,
    }),
  ]);
});

test('a contribution period of one day is right', async () => {
  const person = elmPerson(1);
  const day = {
    ...person,
    salaries: person.salaries.map((salary) => ({
      ...salary,
      until: salary.from,
      ahvIncome: 30_000,
      alvIncome: 30_000,
    })),
  };
  const found = await findingsOf(buildElm({ persons: [day] }));
  expect(found.map(({ key }) => key)).toEqual(['finding.P16.declared']);
});

test('a contribution period over the turn of the year is worth a warning', async () => {
  const person = elmPerson(1);
  const salaries = person.salaries.map((salary) => ({ ...salary, from: '2024-12-01', until: '2025-11-30' }));
  const wrong = buildElm({ persons: [{ ...person, salaries }] });
  const { ok, findings } = await check(wrong);
  expect([ok, findings.map(({ key, severity, params }) => [key, severity, params])]).toEqual([
    true,
    ['AHV', 'FAK'].map(() => ['finding.V04.years', 'warning', { from: '2024-12-01', until: '2025-11-30' }]),
  ]);
});
