import type { Messages } from '../catalog.js';

/** What `salary check` says besides its findings. */
export const salaryCheck = {
  'salary.check.maxFindings': 'list at most so many findings of a file, the gravest first; the others are counted',
  'salary.check.strict': 'warnings fail a file, too',
  'salary.check.github': 'write annotations for GitHub Actions in place of the result',
  'salary.check.omitted': {
    one: '{file}: {count} further finding is not listed (--max-findings).',
    other: '{file}: {count} further findings are not listed (--max-findings).',
  },
  'salary.check.twice': '{file} is named several times and is checked once.',
  'salary.check.amounts': '{file}: {amounts}',
  'salary.check.cantons': '{file}: FAK wages by canton: {amounts}',
  'salary.check.amount': '{total} CHF {amount}',
  'salary.check.compared': '{file}: compared with {year}, which the fund has accepted ({id}):',
  'salary.check.persons': '{file}: persons: {now}, {year}: {before}, difference {difference}',
  'salary.check.deviation': '{file}: {total}: CHF {now}, {year}: CHF {before}, difference {difference}',
} as const satisfies Messages;
