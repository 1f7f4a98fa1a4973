import { declareFaults } from '../rule.js';

/** A value that the schema allows, but nobody can reckon with: XML Schema sets no bounds to amounts and years. */
export const figures = declareFaults({
  code: 'V05',
  level: 'Validity',
  source: 'ELM 4.0/5.0: SalaryAmountType; XML Schema 1.0, part 2: date, gYear',
  variants: { amount: 'error', date: 'error', year: 'error' },
});

export type FigureFault = keyof typeof figures.variants;
