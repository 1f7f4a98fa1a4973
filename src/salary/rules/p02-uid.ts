import { defineRule } from '../rule.js';
import { parseUid } from '../uid.js';

/** The check digit of the company's UID is right. */
export const uid = defineRule<'checkDigit'>({
  code: 'P02',
  level: 'Plausibility',
  source: 'UIDV Art. 5; eCH-0097',
  variants: { checkDigit: 'warning' },
  start: (report) => ({
    end: (facts) => {
      if (facts.uid === undefined || typeof parseUid(facts.uid.text) === 'string') return;
      report('checkDigit', { at: facts.uid.place, params: { uid: facts.uid.text } });
    },
  }),
});
