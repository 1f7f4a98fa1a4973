import type { Messages } from '../catalog.js';

/** Salary declarations as tables: Excel and CSV. */
export const salaryTables = {
  'template.sheet': 'Salaries',
  'template.guideSheet': 'Guide',
  'template.title': 'AHV salary declaration {year}',
  'template.guide':
    'How to fill in the table | One row for each salary. Whoever has left and come back, or reaches the reference age within the year, has a row for each period. | From and Until: only if the period of contribution does not last the whole year. Exit: x if the person has left for good. | AHV wage: gross wage without family allowances and without daily allowances for sickness or accident; of pensioners only what exceeds the allowance. | ALV wage: up to the ceiling of the year (pro rata for part of it). What exceeds it goes to ALV-exempt wage. 0 for nobody insured. | Canton of work: decides about family allowances. FAK wage: empty means the same as the AHV wage. | Postcode, town and canton of residence: optional; ELM files made of this table say “unknown” without them. | Do not move or rename columns. Rows can be inserted. Then: connect salary check, and connect salary upload.',
  'template.rule.sex': 'F for women, M for men',
  'template.rule.exit': 'x if the person has left for good, otherwise nothing',
  'template.rule.canton': 'the two letters of the canton, such as ZH',
  'template.rule.day': 'This is no date of the year. Write day, month and year, such as 31.01.2025.',
  'template.rule.amount': 'an amount such as 91000.00',
  'salary.template.summary': 'write the Excel template for a salary declaration',
  'salary.template.details':
    'Headings in the language of --lang. With --client, which needs a login, fund, member number and employer are filled in, and the employees that the fund knows. Never replaces a file.',
  'salary.template.file': 'where to write the template',
  'salary.template.year': 'declaration year',
  'salary.template.done': {
    one: '{file} is written, with {count} known employee.',
    other: '{file} is written, with {count} known employees.',
  },
  'salary.convert.summary': 'turn an Excel template or a CSV file into ELM 5.0',
  'salary.convert.details':
    'For AHV and FAK, with totals and counters computed. Checks first, and writes nothing if there are errors. What the table does not say of the employer comes from --client or the options. Never replaces a file.',
  'salary.convert.file': 'Excel template or CSV file; - for stdin',
  'salary.convert.to': 'the ELM file to write; - for stdout',
  'salary.convert.fund': 'number of the fund, such as 095.000',
  'salary.convert.member': 'member number',
  'salary.convert.company': 'name of the employer',
  'salary.convert.uid': 'business identification number of the employer',
  'salary.convert.street': 'street of the employer',
  'salary.convert.zip': 'postcode of the employer',
  'salary.convert.city': 'town of the employer',
  'salary.convert.residence': {
    one: '{count} row does not say where the person lives; ELM says “unknown”, and takes the canton of work.',
    other: '{count} rows do not say where the person lives; ELM says “unknown”, and takes the canton of work.',
  },
  'salary.convert.persons':
    'No table says nationality, civil status and working time of a person; ELM says “unknown” and “irregular”. Language is {language} for all, and employment begins on the first day of contribution.',
  'salary.convert.employer':
    'No table says the employer’s working time, accident insurance and pension fund; ELM says 0.00 hours and “not stated”. The only workplace is at the employer’s address.',
  'salary.convert.noUid': 'The table does not say the employer’s UID; ELM says “unknown”.',
  'salary.convert.periods': {
    one: '{count} row does not say from when to when; ELM says the whole year.',
    other: '{count} rows do not say from when to when; ELM says the whole year.',
  },
  'salary.convert.fakWages': {
    one: '{count} row does not say the FAK wage; ELM takes the AHV wage.',
    other: '{count} rows do not say the FAK wage; ELM takes the AHV wage.',
  },
  'salary.rules.summary': 'list the rules that salary files are checked by',
  'salary.rules.details':
    'Code, level, severity and source of each. With -o json also what each finding of a rule says and how to mend it. Law and yearly figures: docs/salary-rules.md.',
  'salary.rules.none': 'There are no rules.',
  'salary.rule': 'rule',
  'salary.bytes': 'bytes',
} as const satisfies Messages;
