import { ahvAmountNames, ahvAmounts, type AhvAmount, type AhvTotals } from '../elm/model.js';
import { formatRappen, type Rappen } from '../money.js';
import { defineRule, type Report } from '../rule.js';
import { noSums } from '../tally.js';

/** The declared totals are the sums of the salaries, to the Rappen. `Total-FLG-LFA-Incomes` is no such sum. */
export const totals = defineRule<'total' | 'overflow'>({
  code: 'P03',
  level: 'Plausibility',
  source: 'ELM 4.0/5.0: AHV-AVS-Totals (redundant values)',
  variants: { total: 'error', overflow: 'error' },
  start: (report) => ({
    end: ({ tally, ahvTotals }) => {
      if (tally.overfull) return;
      for (const declared of ahvTotals) {
        const sums = tally.ahv.get(declared.institution) ?? noSums();
        for (const name of ahvAmountNames) {
          if (sums[name].overflown)
            report('overflow', { at: placeOf(declared, name), params: paramsOf(declared, name) });
          compare(declared, name, sums[name].exact, report);
        }
      }
    },
  }),
});

function compare(totals: AhvTotals, name: AhvAmount, computed: Rappen | undefined, report: Report<'total'>): void {
  const declared = totals.amounts[name];
  if (declared === undefined || computed === undefined || declared === computed) return;
  report('total', {
    at: placeOf(totals, name),
    params: {
      ...paramsOf(totals, name),
      declared: formatRappen(declared),
      computed: formatRappen(computed),
      difference: formatRappen((declared - computed) as Rappen),
    },
  });
}

const placeOf = ({ element }: AhvTotals, name: AhvAmount) => (element.child(ahvAmounts[name].total) ?? element).place;

const paramsOf = ({ institution }: AhvTotals, name: AhvAmount) => ({
  element: ahvAmounts[name].total,
  institution: institution.slice(0, 60),
});
