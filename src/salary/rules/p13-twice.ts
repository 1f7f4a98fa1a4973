import { maskedAhvNumber } from '../ahv-number.js';
import { limits } from '../limits.js';
import { MetPersons } from '../met-persons.js';
import { defineRule } from '../rule.js';

type Variant = 'number' | 'twice' | 'withoutNumber' | 'limit';

/** An AHV number belongs to one person, and a person is there once, with all salaries. */
export const twice = defineRule<Variant>({
  code: 'P13',
  level: 'Plausibility',
  source: 'AHVG Art. 50c; AHVV Art. 133; ELM 4.0/5.0: Person',
  variants: { number: 'error', twice: 'warning', withoutNumber: 'warning', limit: 'info' },
  start: (report) => {
    const met = new MetPersons(limits.comparedPersons);
    let path: string | undefined;
    return {
      person: (person) => {
        path ??= person.element.place.path?.replace(/\[\d+\]$/, '');
        met.add(person);
      },
      end: () => {
        for (const { kind, earlier, later } of met.pairs()) {
          const { line, column, suffix, position } = later;
          const ordinal = position + 1;
          report(kind, {
            at: { line, column, path: `${path ?? ''}[${ordinal}]` },
            person: suffix === undefined ? { ordinal } : { ordinal, ahvNumber: maskedAhvNumber(suffix) },
            params: { other: earlier.position + 1 },
          });
        }
        if (met.overfull) report('limit', { params: { limit: limits.comparedPersons } });
      },
    };
  },
});
