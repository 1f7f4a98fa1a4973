import type { Comparison } from '../../operations/compare-last-year.js';
import type { JudgedFile } from '../../operations/verdict.js';
import type { Tell } from '../../render/tell.js';
import type { Notify } from '../../runner/context.js';
import { deviationTexts, totalText } from './deviation-texts.js';
import { tellContent, tellVerdict } from './findings.js';

/** AHV wages stand in the first line; of the others those that are there. */
const others = ['alvIncome', 'alvzIncome', 'alvOpen', 'ahvOpen'] as const;

/** On stderr, for people: what is in a file, how it differs from the year before, and how it stands. */
export async function summariseAll(
  checked: JudgedFile,
  compared: Comparison | undefined,
  notify: Notify,
  tell: Tell,
): Promise<void> {
  const { file, totals, cantons, omitted } = checked;
  await tellContent(checked, notify, tell);
  const named = others.map((name) => ({ total: tell.translate(`total.${name}`), amount: totals[name] }));
  const ofCantons = cantons.map(({ canton, contributorySalary: amount }) => ({ total: canton, amount }));
  const lines = [
    ['salary.check.amounts', named.filter(({ amount }) => amount !== '0.00')],
    ['salary.check.cantons', ofCantons],
  ] as const;
  for (const [key, amounts] of lines) {
    const texts = amounts.flatMap(({ total, amount }) =>
      amount === undefined ? [] : [tell.translate('salary.check.amount', { total, amount: tell.money(amount) })],
    );
    if (texts.length > 0) await notify(key, { file, amounts: texts.join(', ') });
  }
  if (compared !== undefined) await tellComparison(file, compared, notify, tell);
  if (omitted > 0) await notify('salary.check.omitted', { file, count: omitted });
  await tellVerdict(checked, notify);
}

/** Total by total, those left out of which neither year has anything. */
async function tellComparison(
  file: string,
  { year, id, deviations }: Comparison,
  notify: Notify,
  tell: Tell,
): Promise<void> {
  await notify('salary.check.compared', { file, year, id });
  for (const deviation of deviations) {
    const { total, before, now } = deviation;
    if (before === '0.00' && now === '0.00') continue;
    const { difference, percent } = deviationTexts(deviation, tell);
    const values = {
      ...{ file, year, now: totalText(total, now, tell), before: totalText(total, before, tell) },
      difference: percent === undefined ? difference : `${difference} (${percent})`,
    };
    if (total === 'persons') await notify('salary.check.persons', values);
    else await notify('salary.check.deviation', { ...values, total: tell.translate(`total.${total}`) });
  }
}
