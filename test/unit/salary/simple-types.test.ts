import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { simpleTypes, type SimpleTypeName } from '../../../src/salary/elm/schema/simple-types.js';
import { collapsed } from '../../../src/salary/xml/lexical.js';
import { prefixesOf } from '../../support/elm-complete.js';
import { texts } from '../../support/elm-values.js';
import { emptyFolder } from '../../support/folder.js';
import { itWith } from '../../support/tools.js';

/** Which type of our XSDs is which of ours; those with a number at the end are of one edition. */
const counterparts: Readonly<Record<SimpleTypeName, string>> = {
  filled: 'Filled',
  id: 'Id',
  monitoringId5: 'MonitoringId',
  zip: 'Zip',
  email: 'Email',
  nationality: 'Nationality',
  reference: 'Reference',
  amount: 'Amount',
  unsignedAmount: 'UnsignedAmount',
  decimal: 'Decimal',
  hours4: 'Hours',
  hours5: 'Hours',
  rate5: 'Rate',
  lessons4: 'Lessons',
  rate4: 'Rate',
  daysOfYear: 'DaysOfYear',
  municipality: 'Municipality',
  descriptionCode: 'DescriptionCode',
  count: 'Count',
  date: 'Date',
  dateTime: 'DateTime',
  year: 'Year',
  ahvNumber: 'AhvNumber',
  uid: 'Uid',
  ehra: 'Ehra',
  bur4: 'LocalUnit',
  bur5: 'LocalUnit',
  fund: 'Fund',
  boolean: 'YesNo',
  language: 'Language',
  quality: 'Quality',
  canton: 'Canton',
  cantonOrAbroad: 'CantonOrAbroad',
  sex: 'Sex',
  civilStatus: 'CivilState',
  residence4: 'Residence',
  residence5: 'Residence',
  relation4: 'Relation',
  relation5: 'Relation',
  familyStatus4: 'FamilyStatus',
  entryReason5: 'EntryReason',
  exitReason5: 'WithdrawalReason',
  payAgreement4: 'PayAgreement',
};

const onlyIn: Readonly<Partial<Record<SimpleTypeName, '4.0' | '5.0'>>> = {
  unsignedAmount: '5.0',
  daysOfYear: '4.0',
  ehra: '4.0',
};

/** Those that our 5.0 has in the namespace of the declaration; all others are common ones. */
const declared5: readonly SimpleTypeName[] = ['fund', 'relation5', 'entryReason5', 'exitReason5'];

const names = Object.keys(simpleTypes) as readonly SimpleTypeName[];

const isOf = (version: '4.0' | '5.0', name: SimpleTypeName): boolean =>
  (onlyIn[name] ?? (name.endsWith('4') ? '4.0' : name.endsWith('5') ? '5.0' : version)) === version;

const reference = (character: string) => `&#${character.codePointAt(0) ?? 0};`;

/** One value a line, so that a line tells which value is meant. */
const lineOf = (name: string, text: string) => `<${name}>${text.replace(/[^\w .:+-]/gu, reference)}</${name}>`;

for (const version of ['4.0', '5.0'] as const) {
  itWith('xmllint', `every simple type takes the values that libxml2 takes, and no others (${version})`, async () => {
    const folder = await emptyFolder();
    const own = names.filter((name) => isOf(version, name));
    const prefixes = prefixesOf(version);
    const from = path.resolve('test/support/elm-schema', version);
    const elements = own.map((name) => {
      const prefix = version === '4.0' || declared5.includes(name) ? 'sd' : 'c';
      return `<xs:element name="${name}" type="${prefix}:${counterparts[name]}"/>`;
    });
    const common =
      version === '5.0' ? `<xs:import namespace="${prefixes['c'] ?? ''}" schemaLocation="${from}/common.xsd"/>` : '';
    await writeFile(
      path.join(folder, 'values.xsd'),
      `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:sd="${prefixes['sd'] ?? ''}" xmlns:c="${prefixes['c'] ?? ''}">
<xs:import namespace="${prefixes['sd'] ?? ''}" schemaLocation="${from}/declaration.xsd"/>${common}
<xs:element name="values"><xs:complexType><xs:choice maxOccurs="unbounded">${elements.join('')}</xs:choice></xs:complexType></xs:element>
</xs:schema>`,
    );
    const values = own.flatMap((name) => texts.map((text) => ({ name, text })));
    const lines = values.map(({ name, text }) => lineOf(name, text));
    await writeFile(path.join(folder, 'values.xml'), `<values>\n${lines.join('\n')}\n</values>`);
    const { stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', 'values.xsd', 'values.xml'], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    expect(stderr).toMatch(/values\.xml fails to validate\n$/);
    const refused = new Set(Array.from(stderr.matchAll(/^values\.xml:(\d+):/gm), ([, line]) => Number(line)));
    const disagreements = values.filter(({ name, text }, index) => {
      const { accepts, collapses } = simpleTypes[name];
      return accepts(collapses ? collapsed(text) : text) === refused.has(index + 2);
    });
    expect(disagreements).toEqual([]);
    expect([refused.size > 1000, values.length - refused.size > 500]).toEqual([true, true]);
  });
}

test('both editions together have every simple type', () => {
  expect(names.filter((name) => !isOf('4.0', name) && !isOf('5.0', name))).toEqual([]);
});
