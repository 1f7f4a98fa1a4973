import type { TranslationOf } from '../catalog.js';
import type { declarations as english } from '../en/declarations.js';

export const declarations: TranslationOf<typeof english> = {
  'salary.release.summary': 'libérer une déclaration vérifiée pour le traitement',
  'salary.release.details':
    'Affiche les totaux, les écarts par rapport à la déclaration acceptée de l’année précédente et les constats de la caisse ; il faut ensuite taper l’année (--yes répond à la question). Exige un login avec application d’authentification ou certificat. Si la déclaration est déjà libérée, c’est dit, avec le code de sortie 0. Si la réponse se perd, le code de sortie est 9 ; relancez la même commande pour le savoir, rien n’est libéré deux fois. Selon le principe des quatre yeux, qui a transmis la déclaration ne peut pas la libérer : --four-eyes pour cette fois, « connect config set policy.four-eyes true » ou CONNECT_FOUR_EYES=1 pour toujours. --wait attend que la caisse l’ait vérifiée, la libère et attend qu’elle soit traitée ; code de sortie 10 si le temps est écoulé avant.',
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
  'salary.due.summary': 'tous les clients et toutes les années : ce qui manque, attend ou est fait, et pour quand',
  'salary.due.details':
    'Pour tous les clients du login, sauf si --client en nomme. La dernière année terminée, et toute autre année pour laquelle la caisse a une tâche ouverte ou une déclaration est rejetée ou pas encore libérée. À faire jusqu’au 30 janvier suivant (RAVS art. 36) ou jusqu’au jour qu’indique la tâche de la caisse ; le plus urgent d’abord. Les intérêts moratoires sont une estimation : une fois le 30 janvier passé, 5 % par an du 1er janvier à aujourd’hui (RAVS art. 41bis et 42 ; mois de 30 jours) sur les cotisations AVS, AI, APG et AC. Celles-ci sont calculées d’après les salaires déclarés, sinon d’après ceux acceptés pour l’année précédente ; les acomptes ne sont pas connus ni déduits. Avec --within, le code de sortie est 11 si quelque chose est à faire dans ce nombre de jours ou est en retard.',
  'salary.due.year': 'seulement cette année civile',
  'salary.due.within':
    'code de sortie 11 si quelque chose est à faire dans ce nombre de jours, par exemple 14d, ou est en retard',
  'salary.due.ical':
    'écrire ce qui reste à faire dans un nouveau fichier de calendrier (iCalendar) ; - l’écrit sur stdout au lieu de la liste',
  'salary.due.nothingWithin': 'Rien à faire dans les {days} jours.',
  'salary.due.someWithin': {
    one: 'À faire dans les {days} jours ou en retard : {count} déclaration.',
    many: 'À faire dans les {days} jours ou en retard : {count} de déclarations.',
    other: 'À faire dans les {days} jours ou en retard : {count} déclarations.',
  },
  'salary.due.written': {
    one: '{file} : {count} échéance',
    many: '{file} : {count} d’échéances',
    other: '{file} : {count} échéances',
  },
  'salary.due.calendar': 'Déclarations de salaires',
  'salary.due.event': 'Déclaration de salaires {year} : {name} ({client})',
  'salary.due.eventState': 'État : {state}',
  'salary.due.missing': 'manquante',
  'salary.due.name': 'nom',
  'salary.due.declaration': 'déclaration',
  'salary.due.daysLeft': 'jours',
  'salary.due.interest': 'intérêts (env.)',
  'salary.due.contributions': 'cotisations (estimation)',
  'salary.due.basis': 'estimé d’après',
  'salary.due.basis.declared': 'cette déclaration',
  'salary.due.basis.year-before': 'l’année précédente',
  'total.persons': 'personnes',
  'total.ahvIncome': 'salaires AVS',
  'total.ahvOpen': 'non soumis à l’AVS',
  'total.alvIncome': 'salaires AC',
  'total.alvzIncome': 'compléments de salaire AC',
  'total.alvOpen': 'non soumis à l’AC',
};
