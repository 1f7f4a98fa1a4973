import { expect, test } from 'vitest';
import { completeElm } from '../../support/elm-complete.js';
import { buildElm, elmPerson } from '../../support/elm.js';
import { check, finding, findingsOf, positionOf, replaced } from './check-text.js';

const company = '/DeclareSalary/SalaryDeclaration/Company';
const person = `${company}/Staff/Person[1]`;
const salary = `${person}/AHV-AVS-Salaries/AHV-AVS-Salary`;
const sd = 'http://www.swissdec.ch/schema/sd/20200220/SalaryDeclaration';
const common = 'http://www.swissdec.ch/schema/common/20200220/Common';
const complete = { '4.0': completeElm('4.0'), '5.0': completeElm('5.0') };

const open = '<sd:AHV-AVS-Open>0.00</sd:AHV-AVS-Open>';
const alv = '<sd:ALV-AC-Income>91000.00</sd:ALV-AC-Income>';
const alvz = '<sd:ALVZ-ACS-Income>0.00</sd:ALVZ-ACS-Income>';
const line = '<c:ComplementaryLine>AG</c:ComplementaryLine>';
const uid = '<c:UID>CHE-123.456.788</c:UID>';

interface Case {
  readonly what: string;
  readonly from: string;
  readonly to: string;
  /** The fault, where, and what its text names. */
  readonly found: readonly [fault: string, path: string, params: Readonly<Record<string, string | number>>];
}

const cases: readonly Case[] = [
  {
    what: 'an element is missing',
    from: alv,
    to: '',
    found: ['missing', salary, { element: 'ALV-AC-Income' }],
  },
  {
    what: 'one of two alternatives is missing',
    from: uid,
    to: '',
    found: ['missing', `${company}/CompanyDescription/UID-BFS`, { element: 'UID | Unknown' }],
  },
  {
    what: 'an element is misspelt',
    from: alv,
    to: alv.replaceAll('ALV-AC-Income', 'ALV-Income'),
    found: [
      'unexpected',
      `${salary}/ALV-Income`,
      { element: 'ALV-Income', parent: 'AHV-AVS-Salary', expected: 'ALV-AC-Income' },
    ],
  },
  {
    what: 'nothing more may come',
    from: '</c:CivilStatus>',
    to: '<c:Since/></c:CivilStatus>',
    found: ['extra', `${person}/Particulars/CivilStatus/Since`, { element: 'Since', parent: 'CivilStatus' }],
  },
  {
    what: 'an element stands in a text',
    from: '>Anna<',
    to: '>A<c:b>nn</c:b>a<',
    found: ['extra', `${person}/Particulars/Firstname/b`, { element: 'b', parent: 'Firstname' }],
  },
  {
    what: 'two elements are exchanged',
    from: open + alv,
    to: alv + open,
    found: [
      'order',
      `${salary}/AHV-AVS-Open`,
      { element: 'AHV-AVS-Open', parent: 'AHV-AVS-Salary', before: 'ALV-AC-Income' },
    ],
  },
  {
    what: 'a required element comes late',
    from: alv + alvz,
    to: alvz + alv,
    found: [
      'order',
      `${salary}/ALV-AC-Income`,
      { element: 'ALV-AC-Income', parent: 'AHV-AVS-Salary', before: 'ALVZ-ACS-Income' },
    ],
  },
  {
    what: 'an element is there twice',
    from: alv,
    to: alv + alv,
    found: ['tooMany', `${salary}/ALV-AC-Income`, { element: 'ALV-AC-Income', parent: 'AHV-AVS-Salary', max: 1 }],
  },
  {
    what: 'an element that may be there twice is there five times',
    from: line,
    to: line.repeat(4),
    found: [
      'tooMany',
      '/DeclareSalary/RequestContext/CompanyName/ComplementaryLine',
      { element: 'ComplementaryLine', parent: 'CompanyName', max: 2 },
    ],
  },
  {
    what: 'both of two alternatives are there',
    from: uid,
    to: `${uid}<c:Unknown/>`,
    found: ['choice', `${company}/CompanyDescription/UID-BFS/Unknown`, { element: 'Unknown', other: 'UID' }],
  },
  {
    what: 'an element is in another namespace of ELM',
    from: '<c:Firstname>Anna</c:Firstname>',
    to: '<sd:Firstname>Anna</sd:Firstname>',
    found: ['namespace', `${person}/Particulars/Firstname`, { element: 'Firstname', found: sd, expected: common }],
  },
  {
    what: 'an element is in no namespace',
    from: '<c:Firstname>Anna</c:Firstname>',
    to: '<Firstname>Anna</Firstname>',
    found: ['noNamespace', `${person}/Particulars/Firstname`, { element: 'Firstname', expected: common }],
  },
  {
    what: 'an attribute is unknown',
    from: '<sd:Staff>',
    to: '<sd:Staff count="2">',
    found: ['attribute', `${company}/Staff`, { element: 'Staff', attribute: 'count' }],
  },
  {
    what: 'an attribute is misspelt',
    from: 'workplaceID="#1"',
    to: 'workplaceId="#1"',
    found: ['missing', `${company}/CompanyDescription/Workplace`, { element: '@workplaceID' }],
  },
  {
    what: 'an attribute is malformed',
    from: 'workplaceID="#2"',
    to: 'workplaceID="2"',
    found: ['form', `${company}/CompanyDescription/Workplace[2]`, { element: '@workplaceID', example: '#…' }],
  },
  {
    what: 'text stands between elements',
    from: '<sd:Staff>',
    to: '<sd:Staff>two persons',
    found: ['text', `${company}/Staff`, { element: 'Staff' }],
  },
  {
    what: 'something is in an element that must be empty',
    from: '<sdc:TestCase/>',
    to: '<sdc:TestCase> </sdc:TestCase>',
    found: ['content', '/DeclareSalary/RequestContext/TestCase', { element: 'TestCase' }],
  },
  {
    what: 'a text that must not be empty is',
    from: '<c:Producer>Beispiel<',
    to: '<c:Producer><',
    found: ['blank', '/DeclareSalary/RequestContext/UserAgent/Producer', { element: 'Producer' }],
  },
  {
    what: 'a text is too long',
    from: '<c:MonitoringID>M-1<',
    to: `<c:MonitoringID>${'M'.repeat(33)}<`,
    found: ['length', '/DeclareSalary/RequestContext/MonitoringID', { element: 'MonitoringID', min: 1, max: 32 }],
  },
  {
    what: 'a code does not exist',
    from: '<c:Sex>F<',
    to: '<c:Sex>W<',
    found: ['code', `${person}/Particulars/Sex`, { element: 'Sex', allowed: 'F, M' }],
  },
  {
    what: 'an amount has a sign that it must not have',
    from: '<sd:SplitCurrentYearIncome>90000.00<',
    to: '<sd:SplitCurrentYearIncome>-90000.00<',
    found: [
      'unsignedAmount',
      `${salary}/AHV-AVS-IncomeSplits/Splits/SplitCurrentYearIncome`,
      { element: 'SplitCurrentYearIncome' },
    ],
  },
  {
    what: 'a number is out of range',
    from: '<c:MunicipalityID>2701</c:MunicipalityID><c:ResidenceCategory',
    to: '<c:MunicipalityID>27010</c:MunicipalityID><c:ResidenceCategory',
    found: ['whole', `${person}/Particulars/MunicipalityID`, { element: 'MunicipalityID', min: 1, max: 9999 }],
  },
  {
    what: 'a date with a time has none',
    from: '2026-01-12T08:30:00+01:00',
    to: '2026-01-12',
    found: ['dateTime', '/DeclareSalary/RequestContext/TransmissionDate', { element: 'TransmissionDate' }],
  },
];

test.each(cases)('$what: one finding, at its place', async ({ from, to, found: [fault, path, params] }) => {
  const faults = (await findingsOf(replaced(complete['5.0'], from, to))).filter(({ code }) => /^[VX]/.test(code));
  expect(faults.map(({ key, path: where, params: named }) => [key, where, named])).toEqual([
    [`finding.V02.${fault}`, path, params],
  ]);
});

test('hours of ELM 4.0 have bounds', async () => {
  const wrong = replaced(complete['4.0'], '<sd:WeeklyHours>42.00<', '<sd:WeeklyHours>99.01<');
  expect((await findingsOf(wrong)).filter(({ code }) => code === 'V02')).toMatchObject([
    { key: 'finding.V02.hours', params: { element: 'WeeklyHours', min: 1, max: 99 } },
  ]);
});

test('a fault of a person tells whose it is, also if the number comes after it', async () => {
  const xml = buildElm({ persons: 2, version: '5.0' });
  const second = xml.lastIndexOf('<sd:Particulars>') + '<sd:Particulars>'.length;
  const wrong = `${xml.slice(0, second)}<c:Nobody/>${xml.slice(second)}`;
  expect(await findingsOf(wrong)).toEqual([
    finding('V02.unexpected', {
      ...positionOf(wrong, '<c:Nobody/>'),
      path: `${company}/Staff/Person[2]/Particulars/Nobody`,
      person: { ordinal: 2, ahvNumber: `756.****.****.${elmPerson(2).ahvNumber.slice(-2)}` },
      params: { element: 'Nobody', parent: 'Particulars', expected: 'Social-InsuranceIdentification' },
    }),
  ]);
});

test('what is in the blocks of other domains is not looked at, but where they stand is', async () => {
  const block = '<sd:TaxSalaries><x xmlns="urn:x">1</x> text <sd:Person/></sd:TaxSalaries>';
  const xml = buildElm({ version: '5.0' });
  expect(await findingsOf(replaced(xml, '</sd:Person>', `${block}</sd:Person>`))).toEqual([]);
  const found = await findingsOf(replaced(xml, '<sd:Person>', `<sd:Person>${block}`));
  expect(found.map(({ key, path }) => [key, path])).toEqual([['finding.V02.order', `${person}/Particulars`]]);
});

test('what cannot be read is left out of the sums, and spoils none of the others', async () => {
  const xml = buildElm({ persons: 1 });
  const { findings, totals } = await check(replaced(xml, '<sd:AHV-AVS-Income>', '<sd:AHV-AVS-Income>CHF '));
  expect(findings.map(({ key }) => key)).toEqual(['finding.V02.amount']);
  expect([totals.ahvIncome, totals.alvIncome === undefined]).toEqual([undefined, false]);
});

test('an element that is misplaced or in the wrong namespace is still read', async () => {
  const xml = buildElm({ persons: 1, version: '5.0' });
  const moved = xml.replace(
    /(<sd:AHV-AVS-Income>.*<\/sd:AHV-AVS-Income>)(\s*)(<sd:ALV-AC-Income>.*<\/sd:ALV-AC-Income>)/,
    '$3$1',
  );
  expect((await findingsOf(moved)).map(({ key }) => key)).toEqual(['finding.V02.order']);
  const renamed = xml.replace(
    /<sd:AHV-AVS-Income>(.*)<\/sd:AHV-AVS-Income>/,
    '<c:AHV-AVS-Income>$1</c:AHV-AVS-Income>',
  );
  expect((await findingsOf(renamed)).map(({ key }) => key)).toEqual(['finding.V02.namespace']);
});

test('hints for programs that look for a schema are allowed, other attributes of XML Schema are not', async () => {
  const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
  const hinted = replaced(buildElm(), '<sdst:DeclareSalary ', `<sdst:DeclareSalary ${xsi} xsi:schemaLocation="a b" `);
  expect(await findingsOf(hinted)).toEqual([]);
  const nil = replaced(buildElm(), '<sd:Staff>', `<sd:Staff ${xsi} xsi:nil="true">`);
  expect((await findingsOf(nil)).map(({ key, params }) => [key, params['attribute']])).toEqual([
    ['finding.V02.attribute', 'xsi:nil'],
  ]);
});

test.each([
  ['a date', 'EntryDate', '<sd:from>', '<sd:from>1', 'date'],
  ['a year', 'AccountingPeriod', '<sd:AccountingPeriod>', '<sd:AccountingPeriod>1', 'year'],
])('%s of another age is allowed by the schema, and not by us', async (_what, _element, from, to, variant) => {
  expect((await findingsOf(replaced(buildElm(), from, to))).map(({ key }) => key)).toEqual([`finding.V05.${variant}`]);
});
