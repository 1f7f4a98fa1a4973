import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { buildElm, elmPerson } from '../../support/elm.js';
import { samples } from '../../support/samples.js';
import { check } from './check-text.js';

const salaries = [
  { from: '2024-01-01', until: '2024-02-29', ahvIncome: 1_560_000, alvIncome: 1_560_000, canton: 'AG' },
  {
    from: '2024-03-01',
    until: '2024-12-31',
    ahvIncome: 1_000_000,
    ahvOpen: 1_400_000,
    alvIncome: 0,
    alvOpen: 2_400_000,
    canton: 'BE',
    familyAllowances: 21_505,
  },
];

test.each(['4.0', '5.0'] as const)('tells everything that a file in ELM %s says', async (version) => {
  const xml = buildElm({
    version,
    fund: '095',
    member: '12345.00',
    year: 2024,
    company: 'Bäckerei Müller & Söhne',
    predecessor: 'D-2025-17',
    persons: [{ ...elmPerson(1), salaries }],
  });
  const amounts = {
    ahvIncome: '25600.00',
    ahvOpen: '14000.00',
    alvIncome: '15600.00',
    alvzIncome: '0.00',
    alvOpen: '24000.00',
  };
  expect(await check(xml)).toEqual({
    format: 'elm',
    version,
    year: 2024,
    company: 'Bäckerei Müller & Söhne',
    uid: 'CHE-123.456.788',
    fund: '095.000',
    member: '12345.00',
    predecessor: 'D-2025-17',
    testCase: false,
    persons: 1,
    ahvSalaries: 2,
    fakSalaries: 2,
    institutions: [
      { domain: 'AHV-AVS', fund: '095.000', member: '12345.00' },
      { domain: 'FAK-CAF', fund: '095.000', member: '12345.00' },
    ],
    totals: amounts,
    declared: amounts,
    cantons: [
      { canton: 'AG', contributorySalary: '15600.00', familyAllowances: '0.00' },
      { canton: 'BE', contributorySalary: '10000.00', familyAllowances: '215.05' },
    ],
    bytes: Buffer.byteLength(xml),
    digest: createHash('sha256').update(xml).digest('hex'),
    findings: [],
    ok: true,
  });
});

test('a file that could not be read has no digest and nothing to tell', async () => {
  const { findings, ...facts } = await check('no XML');
  expect(findings.length).toBe(1);
  expect(facts).toEqual({
    format: 'unknown',
    testCase: false,
    persons: 0,
    ahvSalaries: 0,
    fakSalaries: 0,
    institutions: [],
    totals: {},
    declared: {},
    cantons: [],
    bytes: 6,
    ok: false,
  });
});

test('white space around numbers and names means nothing', async () => {
  const spaced = buildElm({ fund: ' 095.000 ', member: '\t12345.00\n', company: ' Muster\n ', uid: ' CHE-123.456.788' })
    .replace('schemaVersion="0.0"', 'schemaVersion=" 0.0 "')
    .replace('<sd:AccountingPeriod>2025', '<sd:AccountingPeriod>\n2025 ');
  const { fund, member, company, uid, year, findings } = await check(spaced, { fund: ' 095', member: ' 12345.00' });
  expect({ fund, member, company, uid, year, findings }).toEqual({
    fund: '095.000',
    member: '12345.00',
    company: 'Muster',
    uid: 'CHE-123.456.788',
    year: 2025,
    findings: [],
  });
});

test('texts of endless length are shortened where they are told', async () => {
  const endless = 'x'.repeat(5000);
  const long = buildElm({ company: endless, predecessor: endless, fakFund: endless, fund: endless, member: endless });
  const file = await check(long, { fund: '095', member: '12345.00' });
  expect([file.company, file.predecessor]).toEqual([endless.slice(0, 255), endless.slice(0, 255)]);
  const others = await check(buildElm({ member: endless }), { fund: '095', member: '12345.00' });
  expect(others.findings.map(({ key }) => key)).toEqual(['finding.A02.ahv', 'finding.A02.fak']);
  for (const { params } of [...file.findings, ...others.findings]) {
    for (const value of Object.values(params)) expect(String(value).length).toBeLessThanOrEqual(60);
  }
});

test('findings are in the order of the file', async () => {
  const persons = [1, 2, 3].map((ordinal) => ({ ...elmPerson(ordinal), ahvNumber: '756.1234.5678.90' }));
  const { findings } = await check(buildElm({ persons, uid: 'CHE-123.456.789', testCase: true }));
  const lines = findings.map(({ line }) => line ?? Infinity);
  expect(findings.map(({ code }) => code)).toEqual(['A04', 'P02', 'P01', 'P01', 'P01']);
  expect(lines).toEqual(lines.toSorted((a, b) => a - b));
});

for (const sample of samples) {
  test(`${path.basename(sample)} has no fault`, async () => {
    const ours = readFileSync(sample, 'utf8').replaceAll('999.000', '095.000').replaceAll('12345.00', '54321.00');
    const { findings, totals, ok } = await check(ours, { fund: '095', member: '54321.00' });
    expect({ ok, codes: findings.map(({ code }) => code), income: totals.ahvIncome }).toEqual({
      ok: true,
      codes: ['A04'],
      income: '336412.55',
    });
  });
}
