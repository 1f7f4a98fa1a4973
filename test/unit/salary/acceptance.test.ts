import { expect, test } from 'vitest';
import { buildElm } from '../../support/elm.js';
import { check, finding, findingsOf, positionOf, replaced } from './check-text.js';

const institutions = '/DeclareSalary/SalaryDeclaration/Company/Institutions';
const recipient = { fund: '095', member: '12345.00' };
const xml = buildElm({ fund: '095.000', member: '12345.00' });
const ahv = { ...positionOf(xml, '<sd:AHV-AVS institutionID='), path: `${institutions}/AHV-AVS` };
const fak = { ...positionOf(xml, '<sd:FAK-CAF institutionID='), path: `${institutions}/FAK-CAF` };

test.each([
  ['095', '12345.00'],
  ['095.000', ' 12345.00 '],
  ['95', '12345.00'],
])('the file is meant for fund %s and member %j', async (fund, member) => {
  expect(await findingsOf(xml, { fund, member })).toEqual([]);
});

test('without a recipient, fund and member are not examined', async () => {
  expect(await findingsOf(buildElm({ fund: '035', member: '1' }))).toEqual([]);
});

test('a file for another fund is not accepted', async () => {
  expect(await findingsOf(xml, { ...recipient, fund: '035' })).toEqual([
    finding('A01.other', { ...ahv, params: { expected: '035', found: '095.000' } }),
  ]);
});

test('a file for another member is not accepted, neither by the AHV nor by the FAK', async () => {
  const params = { expected: '54321.00', found: '12345.00' };
  expect(await findingsOf(xml, { ...recipient, member: '54321.00' })).toEqual([
    finding('A02.ahv', { ...ahv, params }),
    finding('A02.fak', { ...fak, params }),
  ]);
});

test('a FAK of another fund may have a member number of its own', async () => {
  expect(await findingsOf(buildElm({ fakFund: '109.000', fakMember: '7' }), recipient)).toEqual([]);
});

test('a FAK of the same fund may not', async () => {
  expect(await findingsOf(buildElm({ fakMember: '7' }), recipient)).toEqual([
    finding('A02.fak', { ...fak, params: { expected: '12345.00', found: '7' } }),
  ]);
});

test('one of several funds is enough, and it is the one whose numbers are told', async () => {
  const other = `<sd:AHV-AVS institutionID="#OTHER"><sd:AK-CC-BranchNumber>035.000</sd:AK-CC-BranchNumber><sd:AK-CC-CustomerNumber>9</sd:AK-CC-CustomerNumber></sd:AHV-AVS>`;
  const both = replaced(xml, '<sd:Institutions>', `<sd:Institutions>${other}`);
  const { findings, fund, member, totals, declared } = await check(both, recipient);
  expect({ findings, fund, member }).toEqual({ findings: [], fund: '095.000', member: '12345.00' });
  expect(totals).toEqual(declared);
  const unaddressed = await check(both);
  expect([unaddressed.fund, unaddressed.totals.ahvIncome]).toEqual(['035.000', '0.00']);
});

test('a file for family allowances only is accepted by its FAK numbers', async () => {
  const only = xml
    .replace(/<sd:AHV-AVS institutionID=.*<\/sd:AHV-AVS>\n/s, '')
    .replace(/<sd:AHV-AVS-Totals.*<\/sd:AHV-AVS-Totals>\n/s, '')
    .replaceAll(/<sd:AHV-AVS-Salaries>.*?<\/sd:AHV-AVS-Salaries>\n/gs, '')
    .replace(/<sd:NumberOf-AHV.*Tags>\n/, '');
  const { findings, fund, member } = await check(only, recipient);
  expect({ findings, fund, member }).toEqual({ findings: [], fund: '095.000', member: '12345.00' });
  expect((await findingsOf(only, { ...recipient, fund: '001' })).map(({ key }) => key)).toEqual(['finding.A01.other']);
});

test('a file for no fund is not accepted', async () => {
  const none = buildElm({ persons: 0 })
    .replace(/<sd:Institutions>.*<\/sd:Institutions>\n/s, '')
    .replace(/<sd:SalaryTotals>.*<\/sd:SalaryTotals>\n/s, '');
  expect(await findingsOf(none, recipient)).toEqual([finding('A01.none', { params: { expected: '095' } })]);
});

test('a test case is told, and is no error', async () => {
  const marked = buildElm({ testCase: true });
  const { findings, testCase, ok } = await check(marked);
  expect({ findings, testCase, ok }).toEqual({
    findings: [
      finding('A04.test', {
        ...positionOf(marked, '<sdc:TestCase/>'),
        path: '/DeclareSalary/RequestContext/TestCase',
      }),
    ],
    testCase: true,
    ok: true,
  });
});
