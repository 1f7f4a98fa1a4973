import { salaryRules } from '../../operations/salary-rules.js';
import type { SalaryRule } from '../../operations/salary-rules.js';
import type { Tell } from '../../render/tell.js';
import type { Column } from '../../render/view.js';
import { list } from '../define.js';

const columns: readonly Column<SalaryRule>[] = [
  { key: 'code', title: 'salary.code', tone: () => 'strong' },
  { key: 'level', title: 'salary.level', text: ({ level }, { translate }) => translate(`level.${level}`) },
  { key: 'severities', title: 'salary.severity', text: severitiesText },
  { key: 'rule', title: 'salary.rule' },
  { key: 'source', title: 'salary.source' },
];

export const listRules = list({
  name: 'rules',
  summary: 'salary.rules.summary',
  details: 'salary.rules.details',
  examples: ['connect salary rules', 'connect salary rules --lang fr -o csv', 'connect salary rules -o json'],
  acts: 'nothing',
  args: {},
  options: {},
  rows: async function* (_input, { settings }) {
    yield* await salaryRules(settings.lang.value);
  },
  columns: [...columns, { key: 'faults', title: 'salary.findings' }],
  // The sentences are too long for a column of a screen.
  parts: { of: (rule) => [rule], columns, lines: ruleLines },
  empty: 'salary.rules.none',
});

function ruleLines(rule: SalaryRule, tell: Tell): readonly string[] {
  const { code, level, rule: sentence, source } = rule;
  const told = `${code}  ${tell.translate(`level.${level}`)} (${severitiesText(rule, tell)})`;
  return [told, `    ${sentence}`, `    ${tell.translate('salary.source')}: ${source}`];
}

function severitiesText({ severities }: SalaryRule, { translate }: Tell): string {
  return severities.map((severity) => translate(`severity.${severity}`)).join(', ');
}
