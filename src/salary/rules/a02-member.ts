import { isSameFund, isSameMember } from '../recipient.js';
import { defineRule } from '../rule.js';

/** The file belongs to the client that it is handed in for: the fund's member number in it is the client's. */
export const member = defineRule<'ahv' | 'fak'>({
  code: 'A02',
  level: 'Acceptance',
  source: 'ELM 4.0/5.0: AK-CC-CustomerNumber, FAK-CAF-CustomerNumber',
  variants: { ahv: 'error', fak: 'error' },
  start: (report) => ({
    end: ({ institutions }, recipient) => {
      if (recipient === undefined) return;
      for (const { domain, fund, member: found, element } of institutions) {
        if (!isSameFund(fund, recipient.fund) || found === '' || isSameMember(found, recipient.member)) continue;
        const params = { expected: recipient.member, found: found.slice(0, 60) };
        report(domain === 'AHV-AVS' ? 'ahv' : 'fak', { at: element.place, params });
      }
    },
  }),
});
