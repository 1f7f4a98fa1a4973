import type { TranslationOf } from '../catalog.js';
import type { reconcile as english, reconcileFailures as englishFailures } from '../en/reconcile.js';

export const reconcile: TranslationOf<typeof english> = {
  'users.reconcile.summary':
    'comparer les logins avec la liste du personnel, ou trouver tous les accès d’une personne qui part',
  'users.reconcile.details':
    'Avec --hr : qui est parti et peut encore se connecter, les logins de personne sur la liste, les boîtes communes, plus de droits que la fonction n’en demande, les logins inutilisés. Avec --leaver : où une personne a encore accès, chez tous les clients de tous les logins enregistrés. Rien n’est modifié : --out écrit un plan et users apply l’exécute. Aucun plan ne bloque l’accès d’un client ; seules les personnes trouvées par l’adresse ou le nom d’utilisateur y entrent. Les colonnes sont reconnues à leurs titres en quatre langues. Le code de sortie est 11 si quelque chose a été trouvé.',
  'users.reconcile.hr': 'liste des collaborateurs en CSV, - pour stdin',
  'users.reconcile.roles': 'fichier YAML qui dit ce que demande chaque fonction de la liste',
  'users.reconcile.leaver': 'adresse e-mail ou nom d’utilisateur de la personne qui part',
  'users.reconcile.name': 'prénom et nom de cette personne, si l’adresse est une autre ailleurs',
  'users.reconcile.out': 'écrire un plan pour users apply dans ce fichier',
  'users.reconcile.force': 'remplacer ce fichier s’il existe déjà',
  'users.reconcile.dormant': 'inutilisé : aucun login depuis tant de jours (180d)',
  'users.reconcile.neverUsed': 'jamais utilisé : invité il y a tant de jours (30d)',
  'users.reconcile.deactivate': 'mettre aussi ces logins dans le plan ; peut être répété',
  'users.reconcile.fiduciaries': 'chercher aussi les logins de fiduciaires sur la liste',
  'users.reconcile.allowMass': 'tant de pour cent des logins d’un client peuvent disparaître (un tiers)',
  'users.reconcile.nothing': 'Aucun constat.',
  'users.reconcile.eitherOr': '--hr FICHIER ou --leaver ADRESSE',
  'users.reconcile.noRoles':
    'Les droits n’ont pas été comparés : --roles dit ce que demande chaque fonction, et la liste doit avoir une colonne pour la fonction.',
  'users.reconcile.noExit':
    'La liste n’a pas de colonne pour la sortie ou le statut : qui est parti ne se remarque que s’il manque sur la liste.',
  'users.reconcile.oddStatuses': 'Compris ni comme employé ni comme parti, et ignoré : {words}',
  'users.reconcile.unmapped': 'Fonctions que {file} ne nomme pas et dont les droits n’ont pas été comparés : {roles}',
  'users.reconcile.fits': {
    one: '{count} login a été comparé, il concorde.',
    many: '{count} logins ont été comparés, tous concordent.',
    other: '{count} logins ont été comparés, tous concordent.',
  },
  'users.reconcile.noLogins': 'Il n’y a aucun login à comparer.',
  'users.reconcile.unseen': {
    one: '{count} endroit n’a pas été examiné ; {person} y a peut-être encore accès. Connectez-vous-y avec un login qui peut administrer les utilisateurs (connect login), puis répétez la commande.',
    many: '{count} endroits n’ont pas été examinés ; {person} y a peut-être encore accès. Connectez-vous-y avec un login qui peut administrer les utilisateurs (connect login), puis répétez la commande.',
    other:
      '{count} endroits n’ont pas été examinés ; {person} y a peut-être encore accès. Connectez-vous-y avec un login qui peut administrer les utilisateurs (connect login), puis répétez la commande.',
  },
  'users.reconcile.nowhere': {
    one: 'Aucun accès de {person} trouvé ; {count} client a été examiné.',
    many: 'Aucun accès de {person} trouvé ; {count} clients ont été examinés.',
    other: 'Aucun accès de {person} trouvé ; {count} clients ont été examinés.',
  },
  'users.reconcile.noPlan': 'Il n’y a rien qu’un plan puisse modifier, il n’y en a donc pas.',
  'users.reconcile.planned': {
    one: '{count} modification est dans le plan {file}. Rien n’est encore modifié.',
    many: '{count} modifications sont dans le plan {file}. Rien n’est encore modifié.',
    other: '{count} modifications sont dans le plan {file}. Rien n’est encore modifié.',
  },
  'users.reconcile.apply': 'Pour l’exécuter : connect users apply {file}',
  'users.reconcile.couldPlan': {
    one: 'Un plan pourrait faire {count} modification : --out PLAN.json',
    many: 'Un plan pourrait faire {count} modifications : --out PLAN.json',
    other: 'Un plan pourrait faire {count} modifications : --out PLAN.json',
  },
  'users.reconcile.row': '{file}:{line}  {fault}',
  'users.reconcile.moreRows': {
    one: '… et {count} autre ligne',
    many: '… et {count} autres lignes',
    other: '… et {count} autres lignes',
  },
  'hrRow.nobody': 'ni adresse e-mail, ni nom d’utilisateur, ni nom',
  'hrRow.email': 'pas d’adresse e-mail : {value}',
  'hrRow.date': 'pas de date, ou une date qui se lit de deux façons : {value} (31.10.2026 ou 2026-10-31)',
  'hrRow.order': 'la sortie précède l’entrée : {value}',
  'hrRow.active': 'ni oui ni non : {value}',
  'hrRow.cells': 'plus de cellules que de titres : {value}',
  'hrRow.long': 'une cellule de plus de 500 caractères : {value}…',
  'reconcile.leaver-active': 'Sorti le {on} (ligne {line}), mais peut encore se connecter.',
  'reconcile.leaver-active.status': 'Sorti (ligne {line}), mais peut encore se connecter.',
  'reconcile.leaver-active.found':
    'A encore accès : {status} ; administrateur : {administrator} ; dernier login : {lastLogin}.',
  'reconcile.leaver-deactivated': 'Est déjà désactivé.',
  'reconcile.leaver-namesake': 'Porte le même nom et a une autre adresse ({email}) : peut-être quelqu’un d’autre.',
  'reconcile.leaver-uncertain.name': '{listed} (ligne {line}) est sorti. Seul le nom parle pour ce login.',
  'reconcile.leaver-uncertain.apart':
    '{listed} (ligne {line}) est sorti et a une adresse ou un nom d’utilisateur de ce login, qui d’après son nom appartient à quelqu’un d’autre.',
  'reconcile.leaver-uncertain.contradiction':
    'D’après la ligne {line}, {listed} est sorti le {on} et pourtant employé.',
  'reconcile.leaver-uncertain.mailbox':
    '{listed} (ligne {line}) est sorti ; d’autres personnes sont peut-être derrière {email}.',
  'reconcile.leaver-future': 'Sort le {on} (ligne {line}).',
  'reconcile.unknown-login': 'Personne sur la liste n’a cette adresse, ce nom d’utilisateur ou ce nom.',
  'reconcile.shared-mailbox': '{email} est une boîte commune : personne ne sait qui est derrière ce login.',
  'reconcile.email-twice': 'Le login {other} a la même adresse, {email}.',
  'reconcile.two-logins': 'La même personne semble avoir aussi le login {other}.',
  'reconcile.excess-rights': 'Plus que n’en demande la fonction {role} (ligne {line}) : {themes}',
  'reconcile.excess-rights.administrator':
    'Est administrateur, ce que la fonction {role} ne demande pas (ligne {line}).',
  'reconcile.never-used': {
    one: 'Invité il y a {count} jour et jamais connecté.',
    many: 'Invité il y a {count} jours et jamais connecté.',
    other: 'Invité il y a {count} jours et jamais connecté.',
  },
  'reconcile.dormant': {
    one: 'Le dernier login date de {count} jour.',
    many: 'Le dernier login date de {count} jours.',
    other: 'Le dernier login date de {count} jours.',
  },
  'reconcile.name-differs': 'S’appelle {listed} à la ligne {line} : peut-être un nouveau nom.',
  'reconcile.email-differs': 'A l’adresse {address} à la ligne {line}, et ici {email}.',
  'reconcile.do.deactivate': 'Le plan désactive ce login.',
  'reconcile.do.edit': 'Le plan laisse ce que la fonction demande.',
  'reconcile.do.lock-out':
    'Pas dans le plan, car ensuite personne ne pourrait gérer {client}. D’abord : connect users handover {user} --to SUCCESSEUR --client {number}',
  'reconcile.do.own-login':
    'Pas dans le plan, car c’est avec ce login que vous agissez. Tout à la fin : connect users deactivate {user} --client {number}',
  'reconcile.do.leaver-uncertain':
    'Cherchez qui l’utilise. Si c’est cette personne : connect users deactivate {user} --client {number}',
  'reconcile.do.leaver-deactivated': 'Rien à faire.',
  'reconcile.do.leaver-future':
    'À préparer : connect users handover {user} --to SUCCESSEUR --on {on} --client {number}',
  'reconcile.do.unknown-login': 'Cherchez qui c’est. Dans le plan : --deactivate unknown-login',
  'reconcile.do.shared-mailbox': 'Donnez à chaque personne un login : connect users new --client {number}',
  'reconcile.do.two-logins': 'Un seul suffit : connect users deactivate {user} --client {number}',
  'reconcile.do.excess-rights': 'Vérifiez, puis : connect users edit {user} --client {number}',
  'reconcile.do.never-used': 'Dans le plan : --deactivate never-used',
  'reconcile.do.dormant': 'Dans le plan : --deactivate dormant',
  'reconcile.do.name-differs': 'Si c’est la même personne : connect users edit {user} --client {number}',
  'reconcile.portal': 'portail',
  'reconcile.profile': 'profil',
  'reconcile.client': 'client',
  'reconcile.clientName': 'nom du client',
  'reconcile.severity': 'gravité',
  'reconcile.code': 'code',
  'reconcile.person': 'personne',
  'reconcile.message': 'pourquoi',
  'reconcile.advice': 'que faire',
  'reconcile.action': 'plan',
  'reconcile.obstacle': 'obstacle',
  'reconcile.line': 'ligne',
  'reconcile.match': 'trouvé par',
  'reconcile.certain': 'certain',
  'reconcile.shared': 'boîte commune',
  'reconcile.exitOn': 'sortie',
  'reconcile.days': 'jours',
  'reconcile.excess': 'en trop',
  'reconcile.other': 'autre login',
  'reconcile.listed': 'dans la liste',
};

export const reconcileFailures: TranslationOf<typeof englishFailures> = {
  'error.hr-list-unreadable': '{file} n’est pas lisible comme CSV à partir de la ligne {line}.',
  'error.hr-list-unreadable.hint':
    'Enregistrez la liste en CSV (UTF-8), une ligne par personne. Il manque peut-être un guillemet fermant.',
  'error.hr-list-headings': '{file} n’a pas de titres qui disent de qui parlent les lignes.',
  'error.hr-list-headings.hint':
    'Sont connus, entre autres : E-mail, Nom d’utilisateur, Prénom, Nom, Sortie, Statut, Fonction – aussi en allemand, en italien et en anglais.',
  'error.hr-list-too-long':
    '{file} est plus long qu’une liste du personnel ne peut l’être : plus de {rows} lignes ou de {size} Mio.',
  'error.hr-list-too-long.hint': 'Une ligne par personne suffit.',
  'error.hr-list-empty': '{file} ne nomme personne ; rien n’a été comparé.',
  'error.hr-list-empty.hint': 'Exportez la liste à nouveau. Sous les titres, il faut une ligne par personne.',
  'error.hr-list-invalid': {
    one: '{file} a {count} ligne inutilisable ; rien n’a été comparé.',
    many: '{file} a {count} lignes inutilisables ; rien n’a été comparé.',
    other: '{file} a {count} lignes inutilisables ; rien n’a été comparé.',
  },
  'error.hr-list-invalid.hint': 'Corrigez les lignes nommées ci-dessus, puis relancez la commande.',
  'error.mass-departure':
    '{leaving} logins sur {open} seraient désactivés, plus que d’habitude : la liste est peut-être incomplète. Aucun plan n’a été écrit.',
  'error.mass-departure.hint': 'Vérifiez la liste. Si elle est juste : --allow-mass {percent}%',
  'error.roles-file-invalid': '{file} ne dit pas ce que demandent les fonctions : {where}',
  'error.roles-file-invalid.hint':
    'Attendu : roles : { Comptable salaires : { themes : [salary-declaration] }, Direction : { administrator : true } }',
};
