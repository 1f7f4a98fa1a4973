import type { TranslationOf } from '../catalog.js';
import type { salaryCheck as english } from '../en/salary-check.js';

export const salaryCheck: TranslationOf<typeof english> = {
  'salary.check.maxFindings':
    'citer au plus ce nombre de constats par fichier, les plus graves d’abord ; les autres sont comptés',
  'salary.check.strict': 'les avertissements font aussi échouer un fichier',
  'salary.check.github': 'écrire des annotations pour GitHub Actions à la place du résultat',
  'salary.check.omitted': {
    one: '{file} : {count} autre constat n’est pas cité (--max-findings).',
    many: '{file} : {count} autres constats ne sont pas cités (--max-findings).',
    other: '{file} : {count} autres constats ne sont pas cités (--max-findings).',
  },
  'salary.check.twice': '{file} est nommé plusieurs fois et n’est vérifié qu’une fois.',
  'salary.check.amounts': '{file} : {amounts}',
  'salary.check.cantons': '{file} : salaires CAF par canton : {amounts}',
  'salary.check.amount': '{total} CHF {amount}',
  'salary.check.compared': '{file} : comparaison avec {year}, accepté par la caisse ({id}) :',
  'salary.check.persons': '{file} : personnes : {now}, {year} : {before}, différence {difference}',
  'salary.check.deviation': '{file} : {total} : CHF {now}, {year} : CHF {before}, différence {difference}',
};
