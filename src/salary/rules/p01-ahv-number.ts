import { parseAhvNumber } from '../ahv-number.js';
import { defineRule } from '../rule.js';

/** An AHV number has Switzerland's prefix and the right check digit; a person without one is worth a look. */
export const ahvNumber = defineRule<'checkDigit' | 'prefix' | 'unknown'>({
  code: 'P01',
  level: 'Plausibility',
  source: 'AHVV Art. 133; EAN-13 (GS1)',
  variants: { checkDigit: 'error', prefix: 'error', unknown: 'warning' },
  start: (report) => ({
    person: ({ ahvNumber: number, reference: person, element }) => {
      if (number === undefined) return;
      if (number === 'unknown') {
        report('unknown', { at: element.place, person });
        return;
      }
      const parsed = parseAhvNumber(number.text);
      if (typeof parsed === 'string' || parsed.fault === 'malformed') return;
      report(parsed.fault, { at: number.element.place, person });
    },
  }),
});
