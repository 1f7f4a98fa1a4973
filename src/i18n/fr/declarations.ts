import type { TranslationOf } from '../catalog.js';
import type { declarations as english } from '../en/declarations.js';

export const declarations: TranslationOf<typeof english> = {
  'salary.release.summary': 'libérer une déclaration vérifiée pour le traitement',
  'salary.release.details':
    'Affiche les totaux, les écarts par rapport à la déclaration acceptée de l’année précédente et les constats de la caisse ; il faut ensuite taper l’année (--yes répond à la question). Exige un login avec application d’authentification ou certificat. Si la déclaration est déjà libérée, c’est dit, avec le code de sortie 0. Si la réponse se perd, le code de sortie est 9 ; relancez la même commande pour le savoir, rien n’est libéré deux fois. Selon le principe des quatre yeux, qui a transmis la déclaration ne peut pas la libérer : --four-eyes pour cette fois, « connect config set policy.four-eyes true » ou CONNECT_FOUR_EYES=1 pour toujours.',
  'salary.release.year': 'refuser si la déclaration ne concerne pas cette année',
  'salary.release.fourEyes': 'refuser si l’utilisateur connecté est celui qui l’a transmise',
  'salary.release.uploaded': '{id} : déclaration de salaires {year}, {file}, transmise par {user}, {at}',
  'salary.release.noLastYear': 'Aucune déclaration acceptée pour {year} à laquelle comparer.',
  'salary.release.total': '{total} : {now}',
  'salary.release.deviation': '{total} : {now} ({year} : {before} ; {difference}, {percent})',
  'salary.release.noFindings': 'La caisse n’a fait aucun constat.',
  'salary.release.findings': {
    one: 'La caisse a fait {count} constat.',
    many: 'La caisse a fait {count} de constats.',
    other: 'La caisse a fait {count} constats.',
  },
  'salary.release.finding': '{level} {code} : {text}',
  'salary.release.will': 'Libérer la déclaration de salaires {year} de {client} ({id}).',
  'salary.release.already':
    'La déclaration de salaires {year} de {client} ({id}) est déjà libérée. Il ne reste rien à faire.',
  'salary.release.ask': 'Tapez l’année {year} pour libérer la déclaration de salaires de {client} :',
  'total.persons': 'personnes',
  'total.ahvIncome': 'salaires AVS',
  'total.ahvOpen': 'non soumis à l’AVS',
  'total.alvIncome': 'salaires AC',
  'total.alvzIncome': 'compléments de salaire AC',
  'total.alvOpen': 'non soumis à l’AC',
};
