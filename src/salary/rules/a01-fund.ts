import { isSameFund } from '../recipient.js';
import { defineRule } from '../rule.js';

/** The file is addressed to the fund that it is handed in to. A file for family allowances only has no AHV institution. */
export const fund = defineRule<'other' | 'none'>({
  code: 'A01',
  level: 'Acceptance',
  source: 'ELM 4.0/5.0: AK-CC-BranchNumber, FAK-CAF-BranchNumber',
  variants: { other: 'error', none: 'error' },
  start: (report) => ({
    end: ({ institutions }, recipient) => {
      if (recipient === undefined) return;
      const ahv = institutions.filter(({ domain }) => domain === 'AHV-AVS');
      const candidates = ahv.length > 0 ? ahv : institutions;
      if (candidates.some((institution) => isSameFund(institution.fund, recipient.fund))) return;
      const expected = recipient.fund;
      const first = candidates[0];
      if (first === undefined) report('none', { params: { expected } });
      else report('other', { at: first.element.place, params: { expected, found: first.fund.slice(0, 60) } });
    },
  }),
});
