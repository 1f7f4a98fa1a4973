import { declareFaults } from '../rule.js';

/** The file is a `DeclareSalary` of ELM 4.0 or 5.0 and nothing else. Found by the reader, which stops there. */
export const version = declareFaults({
  code: 'V01',
  level: 'Validity',
  source: 'ELM 4.0/5.0: SalaryDeclarationServiceTypes, DeclareSalary; @schemaVersion',
  variants: {
    foreign: 'error',
    old: 'error',
    new: 'error',
    consumer: 'error',
    root: 'error',
    second: 'error',
    declaration: 'error',
    schemaVersion: 'error',
    namespace: 'error',
  },
});
