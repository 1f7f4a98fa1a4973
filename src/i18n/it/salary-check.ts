import type { TranslationOf } from '../catalog.js';
import type { salaryCheck as english } from '../en/salary-check.js';

export const salaryCheck: TranslationOf<typeof english> = {
  'salary.check.maxFindings':
    'elencare al massimo questo numero di constatazioni per file, le più gravi per prime; le altre vengono contate',
  'salary.check.strict': 'anche le avvertenze fanno fallire un file',
  'salary.check.github': 'scrivere annotazioni per GitHub Actions al posto del risultato',
  'salary.check.omitted': {
    one: '{file}: {count} altra constatazione non è elencata (--max-findings).',
    many: '{file}: {count} altre constatazioni non sono elencate (--max-findings).',
    other: '{file}: {count} altre constatazioni non sono elencate (--max-findings).',
  },
  'salary.check.twice': '{file} è indicato più volte e viene verificato una volta sola.',
  'salary.check.amounts': '{file}: {amounts}',
  'salary.check.cantons': '{file}: salari CAF per cantone: {amounts}',
  'salary.check.amount': '{total} CHF {amount}',
  'salary.check.compared': '{file}: confronto con il {year}, accettato dalla cassa ({id}):',
  'salary.check.persons': '{file}: persone: {now}, {year}: {before}, differenza {difference}',
  'salary.check.deviation': '{file}: {total}: CHF {now}, {year}: CHF {before}, differenza {difference}',
};
