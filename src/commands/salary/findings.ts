import type { CheckedFile, ToldFinding } from '../../operations/check-salary.js';
import type { Notify } from '../../runner/context.js';
import type { Tell } from '../../render/tell.js';
import type { Column, Tone } from '../../render/view.js';

const tones: Readonly<Record<ToldFinding['severity'], Tone>> = { error: 'bad', warning: 'warning', info: 'muted' };

/** What a person reads of a check: one line a finding. */
export const findingColumns: readonly Column<ToldFinding>[] = [
  { key: 'file', title: 'salary.file' },
  { key: 'line', title: 'salary.line' },
  { key: 'severity', title: 'salary.severity', text: severityText, tone: ({ severity }) => tones[severity] },
  { key: 'code', title: 'salary.code' },
  { key: 'person', title: 'salary.person', value: ({ person }) => person?.ordinal ?? null },
  { key: 'message', title: 'salary.message' },
  { key: 'fix', title: 'salary.fix' },
  {
    key: 'level',
    title: 'salary.level',
    text: ({ level }, { translate }) => translate(`level.${level}`),
    hidden: true,
  },
  { key: 'column', title: 'salary.column', hidden: true },
  { key: 'path', title: 'salary.path', hidden: true },
  { key: 'sheet', title: 'salary.sheet', hidden: true },
  { key: 'cell', title: 'salary.cell', hidden: true },
  { key: 'source', title: 'salary.source', hidden: true },
];

/** As a compiler says it: where and what, why, how to mend it. */
export function findingLines(finding: ToldFinding, tell: Tell): readonly string[] {
  const { file, code, person, message, fix } = finding;
  const who =
    person === null ? '' : `, ${tell.translate('salary.person')} ${person.ordinal} ${person.ahvNumber ?? ''}`.trimEnd();
  return [`${file}${placeOf(finding)}  ${severityText(finding, tell)} ${code}${who}`, `    ${message}`, `    → ${fix}`];
}

/** As an editor jumps to a line, or a spreadsheet to a cell. */
function placeOf({ line, sheet, path }: ToldFinding): string {
  if (sheet !== null && path !== null) return ` ${path}`;
  return line === null ? '' : `:${line}`;
}

function severityText({ severity }: ToldFinding, { translate }: Tell): string {
  return translate(`severity.${severity}`);
}

/** Two lines on stderr: what was read, and how it stands. */
export async function summarise(checked: CheckedFile, notify: Notify, tell: Tell): Promise<void> {
  await tellContent(checked, notify, tell);
  await tellVerdict(checked, notify);
}

export async function tellContent(checked: CheckedFile, notify: Notify, tell: Tell): Promise<void> {
  const { file, format, version, year, persons, totals } = checked;
  const amount = totals.ahvIncome === undefined ? '–' : tell.money(totals.ahvIncome);
  const content = { file, year: year ?? '–', persons, amount };
  if (format === 'csv' && persons > 0) await notify('salary.check.csv', content);
  else if (version !== undefined) {
    await notify(format === 'xlsx' ? 'salary.check.xlsx' : 'salary.check.content', { ...content, version });
  }
}

export async function tellVerdict({ file, ok, errors, warnings }: CheckedFile, notify: Notify): Promise<void> {
  await notify(ok ? 'salary.check.ok' : 'salary.check.notOk', { file, errors, warnings });
}

/** The findings on stderr, for a verb whose result is something else. */
export async function reportFindings({ findings }: CheckedFile, notify: Notify): Promise<void> {
  for (const { file, line, cell, code, severity, message, fix } of findings) {
    await notify(`salary.finding.${severity}`, { file, line: cell ?? line ?? '–', code, message, fix });
  }
}
