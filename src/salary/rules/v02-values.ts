import { declareFaults } from '../rule.js';

/** A value has the form that the schema demands. Found by the reader, where the values are read. */
export const values = declareFaults({
  code: 'V02',
  level: 'Validity',
  source: 'ELM 4.0/5.0: SalaryDeclaration, simple types',
  variants: {
    missing: 'error',
    amount: 'error',
    range: 'error',
    date: 'error',
    year: 'error',
    count: 'error',
    canton: 'error',
    ahvNumber: 'error',
    uid: 'error',
    fund: 'error',
  },
});

export type ValueFault = keyof typeof values.variants;
