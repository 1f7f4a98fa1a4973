import type { TranslationOf } from '../catalog.js';
import type { salaryCheck as english } from '../en/salary-check.js';

export const salaryCheck: TranslationOf<typeof english> = {
  'salary.check.maxFindings':
    'höchstens so viele Befunde je Datei nennen, die schwersten zuerst; die übrigen werden gezählt',
  'salary.check.strict': 'auch Warnungen lassen eine Datei durchfallen',
  'salary.check.github': 'anstelle des Ergebnisses Annotationen für GitHub Actions schreiben',
  'salary.check.omitted': {
    one: '{file}: {count} weiterer Befund ist nicht aufgeführt (--max-findings).',
    other: '{file}: {count} weitere Befunde sind nicht aufgeführt (--max-findings).',
  },
  'salary.check.twice': '{file} ist mehrmals genannt und wird einmal geprüft.',
  'salary.check.amounts': '{file}: {amounts}',
  'salary.check.cantons': '{file}: FAK-Löhne nach Kanton: {amounts}',
  'salary.check.amount': '{total} CHF {amount}',
  'salary.check.compared': '{file}: Vergleich mit {year}, von der Kasse angenommen ({id}):',
  'salary.check.persons': '{file}: Personen: {now}, {year}: {before}, Differenz {difference}',
  'salary.check.deviation': '{file}: {total}: CHF {now}, {year}: CHF {before}, Differenz {difference}',
};
