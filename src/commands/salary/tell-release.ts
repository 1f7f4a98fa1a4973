import type { ComparedTotal, ReleasePlan } from '../../operations/release-salary.js';
import type { Tell } from '../../render/tell.js';
import type { Notify } from '../../runner/context.js';
import { deviationTexts, totalText } from './deviation-texts.js';

/** On stderr: what is about to be released, how it differs from last year, and what the fund has found in it. */
export async function tellRelease(plan: ReleasePlan, notify: Notify, tell: Tell): Promise<void> {
  const { id, year, fileName, submittedBy, submittedAt } = plan.declaration;
  const uploaded = { id, year, file: fileName, user: submittedBy.userName, at: tell.time(submittedAt) };
  await notify('salary.release.uploaded', uploaded);
  if (plan.lastYear === undefined) await notify('salary.release.noLastYear', { year: year - 1 });
  for (const total of plan.totals.filter(says)) await tellTotal(total, year - 1, notify, tell);
  const count = plan.findings.length;
  await notify(count === 0 ? 'salary.release.noFindings' : 'salary.release.findings', { count });
  for (const { level, code, text } of plan.findings) {
    await notify('salary.release.finding', { level: tell.translate(`level.${level}`), code, text });
  }
}

/** Nothing now and nothing last year is not worth a line. */
const says = ({ now, deviation }: ComparedTotal): boolean => Number(now) !== 0 || Number(deviation?.before ?? 0) !== 0;

async function tellTotal(
  { total, now, deviation }: ComparedTotal,
  lastYear: number,
  notify: Notify,
  tell: Tell,
): Promise<void> {
  const said = { total: tell.translate(`total.${total}`), now: totalText(total, now, tell) };
  if (deviation === undefined) return notify('salary.release.total', said);
  const { difference, percent = '–' } = deviationTexts(deviation, tell);
  const before = totalText(total, deviation.before, tell);
  return notify('salary.release.deviation', { ...said, year: lastYear, before, difference, percent });
}
