import type { CantonTotal, FakTotals } from '../elm/model.js';
import { formatRappen, type Rappen } from '../money.js';
import { defineRule, type Report } from '../rule.js';
import { CantonSums, type Tally } from '../tally.js';

type Variant = 'contributory' | 'supplement' | 'missing' | 'overflow';

/** The declared FAK totals of each canton are the sums of the salaries with that workplace canton, to the Rappen. */
export const cantonTotals = defineRule<Variant>({
  code: 'P05',
  level: 'Plausibility',
  source: 'ELM 4.0/5.0: FAK-CAF-Totals, Total-FAK-CAF-PerCanton (redundant values)',
  variants: { contributory: 'error', supplement: 'error', missing: 'error', overflow: 'error' },
  start: (report) => ({
    end: ({ tally, fakTotals }) => {
      if (tally.overfull) return;
      for (const totals of fakTotals) {
        if (tally.uncertain.has(totals.institution)) continue;
        const sums = tally.fak.get(totals.institution) ?? new Map<string, CantonSums>();
        for (const total of totals.cantons) compare(total, sums, report);
        reportMissing(totals, sums, report);
      }
    },
  }),
});

type Sums = Tally['fak'] extends Map<string, infer Cantons> ? Cantons : never;

function compare(total: CantonTotal, sums: Sums, report: Report<Variant>): void {
  const { canton, contributory, supplement, element } = total;
  if (canton === undefined) return;
  const computed = sums.get(canton) ?? new CantonSums();
  if (computed.contributory.overflown || computed.supplement.overflown) {
    report('overflow', { at: element.place, params: { canton } });
  }
  const mismatch = (variant: 'contributory' | 'supplement', declared: Rappen | undefined, sum: Rappen | undefined) => {
    if (declared === undefined || sum === undefined || declared === sum) return;
    const difference = formatRappen((declared - sum) as Rappen);
    report(variant, {
      at: element.place,
      params: { canton, declared: formatRappen(declared), computed: formatRappen(sum), difference },
    });
  };
  mismatch('contributory', contributory, computed.contributory.exact);
  if (supplement !== 'absent' && !computed.detailed) mismatch('supplement', supplement, computed.supplement.exact);
}

function reportMissing({ element, cantons }: FakTotals, sums: Sums, report: Report<Variant>): void {
  const declared = new Set(cantons.map(({ canton }) => canton));
  for (const [canton, { contributory, supplement }] of sums) {
    const computed = contributory.exact;
    if (declared.has(canton) || declared.has(undefined) || computed === undefined) continue;
    if (computed === 0 && supplement.exact === 0) continue;
    report('missing', { at: element.place, params: { canton, computed: formatRappen(computed) } });
  }
}
