import { declareFaults } from '../rule.js';

/**
 * The declaration has the elements that the schema demands, in their order and as often as it demands, with attributes
 * and values of the form that it demands. Found by the reader, which compares every element with the schema.
 */
export const values = declareFaults({
  code: 'V02',
  level: 'Validity',
  source: 'ELM 4.0/5.0: SalaryDeclaration, content models and simple types',
  variants: {
    missing: 'error',
    unexpected: 'error',
    extra: 'error',
    order: 'error',
    tooMany: 'error',
    choice: 'error',
    namespace: 'error',
    noNamespace: 'error',
    attribute: 'error',
    text: 'error',
    content: 'error',

    blank: 'error',
    length: 'error',
    form: 'error',
    code: 'error',
    amount: 'error',
    unsignedAmount: 'error',
    hours: 'error',
    decimal: 'error',
    whole: 'error',
    count: 'error',
    date: 'error',
    dateTime: 'error',
    year: 'error',
    canton: 'error',
    nationality: 'error',
    ahvNumber: 'error',
    uid: 'error',
    fund: 'error',
  },
});

export type ValueFault = keyof typeof values.variants;
