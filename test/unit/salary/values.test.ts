import { expect, test } from 'vitest';
import { buildElm, elmPerson } from '../../support/elm.js';
import { check, finding, findingsOf, positionOf, replaced } from './check-text.js';

const xml = buildElm({ persons: 2 });
const company = '/DeclareSalary/SalaryDeclaration/Company';
const income = '/AHV-AVS-Salaries/AHV-AVS-Salary/AHV-AVS-Income';
const person = (ordinal: number, digits: string) => ({ ordinal, ahvNumber: `756.****.****.${digits}` });
const second = person(2, elmPerson(2).ahvNumber.slice(-2));

/** Replaces the text of the last such element and tells where it is. */
function withText(name: string, text: string): { xml: string; place: { line: number; column: number } } {
  const at = xml.lastIndexOf(`<sd:${name}>`);
  const end = xml.indexOf('</', at);
  const changed = `${xml.slice(0, at)}<sd:${name}>${text}${xml.slice(end)}`;
  const before = xml.slice(0, at).split('\n');
  return { xml: changed, place: { line: before.length, column: before.at(-1)!.length + 1 } };
}

test.each([
  ["91'000.00", 'amount'],
  ['91000', 'amount'],
  ['', 'amount'],
  ['99999999999999999.00', 'V05.amount'],
])('an amount %j is reported with its place and its person, and makes no total wrong', async (text, variant) => {
  const { xml: changed, place } = withText('AHV-AVS-Income', text);
  const { findings, totals } = await check(changed);
  expect(findings).toEqual([
    finding(variant.includes('.') ? variant : `V02.${variant}`, {
      ...place,
      path: `${company}/Staff/Person[2]${income}`,
      person: second,
      params: { element: 'AHV-AVS-Income' },
    }),
  ]);
  expect(totals.ahvIncome).toBeUndefined();
  expect(totals.alvIncome).toBeDefined();
});

test('white space around an amount is allowed', async () => {
  const text = /<sd:AHV-AVS-Income>(.*?)</.exec(xml)![1]!;
  expect(await findingsOf(replaced(xml, `>${text}<`, `>\n  ${text}\t<`))).toEqual([]);
});

test.each([
  ['until', '31.12.2025', 'date', `Person[2]/FAK-CAF-Salaries/FAK-CAF-Salary/FAK-CAF-Period/until`],
  ['FAK-CAF-WorkplaceCanton', 'Zürich', 'canton', 'Person[2]/FAK-CAF-Salaries/FAK-CAF-Salary/FAK-CAF-WorkplaceCanton'],
])('%s %j is not what ELM demands', async (name, text, variant, path) => {
  const { xml: changed, place } = withText(name, text);
  expect(await findingsOf(changed)).toEqual([
    finding(`V02.${variant}`, {
      ...place,
      path: `${company}/Staff/${path}`,
      person: second,
      params: { element: name },
    }),
  ]);
});

test.each([
  ['AccountingPeriod', '25', 'year', '/DeclareSalary/SalaryDeclaration/GeneralSalaryDeclarationDescription'],
  ['NumberOf-FAK-CAF-Salary-Tags', 'two', 'count', `${company}/SalaryCounters`],
  ['AK-CC-BranchNumber', '95', 'fund', `${company}/Institutions/AHV-AVS`],
  ['AK-CC-BranchNumber', '000.095', 'fund', `${company}/Institutions/AHV-AVS`],
  ['Total-AHV-AVS-Open', '0', 'amount', `${company}/SalaryTotals/AHV-AVS-Totals`],
  ['UID-BFS', 'CHE123456788', 'uid', `${company}/CompanyDescription`],
])('%s %j is not what ELM demands', async (name, text, variant, path) => {
  const { xml: changed, place } = withText(name, text);
  expect(await findingsOf(changed)).toEqual([
    finding(`V02.${variant}`, { ...place, path: `${path}/${name}`, params: { element: name } }),
  ]);
});

test('an AHV number without dots is reported without repeating it', async () => {
  const { xml: changed, place } = withText('SV-AS-Number', '7561234567897');
  const { findings } = await check(changed);
  expect(findings).toEqual([
    finding('V02.ahvNumber', {
      ...place,
      path: `${company}/Staff/Person[2]/Particulars/Social-InsuranceIdentification/SV-AS-Number`,
      person: { ordinal: 2 },
      params: { element: 'SV-AS-Number' },
    }),
  ]);
});

test.each([
  ['AHV-AVS-Income', 'AHV-AVS-Salaries/AHV-AVS-Salary', 'AHV-AVS-Salary institution'],
  ['ALV-AC-Income', 'AHV-AVS-Salaries/AHV-AVS-Salary', 'AHV-AVS-Salary institution'],
  ['AccountingTime', 'AHV-AVS-Salaries/AHV-AVS-Salary', 'AHV-AVS-Salary institution'],
  ['FAK-CAF-Period', 'FAK-CAF-Salaries/FAK-CAF-Salary', 'FAK-CAF-Salary institution'],
  ['FAK-CAF-ContributorySalary', 'FAK-CAF-Salaries/FAK-CAF-Salary', 'FAK-CAF-Salary institution'],
  ['FAK-CAF-WorkplaceCanton', 'FAK-CAF-Salaries/FAK-CAF-Salary', 'FAK-CAF-Salary institution'],
])('a salary without %s is incomplete', async (name, path, parent) => {
  const without = replaced(xml, new RegExp(`<sd:${name}>.*?</sd:${name}>`).exec(xml)![0], '');
  expect(await findingsOf(without)).toEqual([
    finding('V02.missing', {
      ...positionOf(without, `<sd:${parent}`),
      path: `${company}/Staff/Person[1]/${path}`,
      person: person(1, elmPerson(1).ahvNumber.slice(-2)),
      params: { element: name },
    }),
  ]);
});

test('a person without identification is incomplete', async () => {
  const name = 'Social-InsuranceIdentification';
  const without = replaced(xml, new RegExp(`<sd:${name}>.*?</sd:${name}>`).exec(xml)![0], '');
  expect(await findingsOf(without)).toEqual([
    finding('V02.missing', {
      ...positionOf(without, '<sd:Particulars>'),
      path: `${company}/Staff/Person[1]/Particulars`,
      person: { ordinal: 1 },
      params: { element: name },
    }),
  ]);
});

test('a salary without reference to an institution is incomplete', async () => {
  const without = replaced(xml, '<sd:FAK-CAF-Salary institutionIDRef="#FAK">', '<sd:FAK-CAF-Salary>');
  const [missing, ...others] = await findingsOf(without);
  expect(missing).toEqual(
    finding('V02.missing', {
      ...positionOf(without, '<sd:FAK-CAF-Salary>'),
      path: `${company}/Staff/Person[1]/FAK-CAF-Salaries/FAK-CAF-Salary`,
      person: person(1, elmPerson(1).ahvNumber.slice(-2)),
      params: { element: '@institutionIDRef' },
    }),
  );
  expect(others.map(({ key }) => key)).toEqual(['finding.P05.contributory']);
});

test('several salaries of a person are numbered in the path', async () => {
  const { salaries, ...rest } = elmPerson(1);
  const halves = salaries.flatMap((salary) => [
    { ...salary, until: '2025-06-30' },
    { ...salary, from: '2025-07-01' },
  ]);
  const twice = buildElm({ persons: [{ ...rest, salaries: halves }] });
  const at = twice.lastIndexOf('<sd:AHV-AVS-Income>');
  const wrong = `${twice.slice(0, at)}${twice.slice(at).replace('.', ',')}`;
  expect((await findingsOf(wrong))[0]?.path).toBe(
    `${company}/Staff/Person[1]/AHV-AVS-Salaries/AHV-AVS-Salary[2]/AHV-AVS-Income`,
  );
});

const declaration = '/DeclareSalary/SalaryDeclaration';

test.each([
  ['RequestContext', /<sdc:RequestContext>.*<\/sdc:RequestContext>/s, '/DeclareSalary'],
  ['Name', /<sd:Name><sd:HR-RC-Name>.*?<\/sd:Name>/s, `${company}/CompanyDescription`],
  ['SalaryCounters', /<sd:SalaryCounters>.*<\/sd:SalaryCounters>/s, company],
  [
    'GeneralSalaryDeclarationDescription',
    /<sd:GeneralSalary.*<\/sd:GeneralSalaryDeclarationDescription>/s,
    declaration,
  ],
  ['SalaryDeclaration', /<sdc:SalaryDeclaration .*<\/sdc:SalaryDeclaration>/s, '/DeclareSalary'],
])('a declaration without %s is incomplete', async (element, pattern, path) => {
  const without = xml.replace(pattern, '');
  const place = positionOf(without, new RegExp(`<\\w+:${path.slice(path.lastIndexOf('/') + 1)}[ >]`).exec(without)![0]);
  expect(await findingsOf(without)).toEqual([finding('V02.missing', { ...place, path, params: { element } })]);
});

test('an institution without numbers is incomplete', async () => {
  const bare = xml.replace(/<sd:FAK-CAF-BranchNumber>.*<\/sd:FAK-CAF-CustomerNumber>/s, '<sd:FAK-CAF-BranchNumber/>');
  expect((await findingsOf(bare)).map(({ key, params }) => [key, params])).toEqual([
    ['finding.V02.missing', { element: 'FAK-CAF-CustomerNumber' }],
    ['finding.V02.blank', { element: 'FAK-CAF-BranchNumber' }],
  ]);
});

test('EX is a canton in ELM 4.0 and none in 5.0', async () => {
  const abroad = elmPerson(1);
  const persons = [{ ...abroad, salaries: abroad.salaries.map((salary) => ({ ...salary, canton: 'EX' })) }];
  expect(await findingsOf(buildElm({ version: '4.0', persons }))).toEqual([]);
  expect((await findingsOf(buildElm({ version: '5.0', persons }))).map(({ key }) => key)).toEqual([
    'finding.V02.canton',
    'finding.V02.canton',
  ]);
});
