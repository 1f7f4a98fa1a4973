import type { TranslationOf } from '../catalog.js';
import type { bulk as english, bulkFailures as englishFailures } from '../en/bulk.js';

export const bulk: TranslationOf<typeof english> = {
  'bulk.option.from':
    'fichier CSV avec un utilisateur par ligne, ou - pour stdin ; rien n’est fait si une ligne est erronée',
  'bulk.option.skipBad': 'avec --from : traiter les bonnes lignes et mettre les mauvaises dans failed.csv',
  'bulk.option.results':
    'avec --from : dossier pour succeeded.csv, failed.csv et unprocessed.csv ; à défaut, à côté du fichier',
  'bulk.option.resume': 'reprendre une exécution qui s’est terminée trop tôt',
  'bulk.line': 'ligne',
  'bulk.column': 'colonne',
  'bulk.user': 'utilisateur',
  'bulk.outcome': 'résultat',
  'bulk.code': 'code',
  'bulk.reason': 'raison',
  'rowOutcome.planned': 'prévu',
  'rowOutcome.done': 'fait',
  'rowOutcome.already': 'déjà ainsi',
  'rowOutcome.bad': 'erroné',
  'rowOutcome.failed': 'échoué',
  'rowOutcome.unknown': 'inconnu',
  'rowOutcome.unprocessed': 'non traité',
  'bulk.will.new': {
    one: 'Créer {count} utilisateur (clients : {clients}).',
    many: 'Créer {count} d’utilisateurs (clients : {clients}).',
    other: 'Créer {count} utilisateurs (clients : {clients}).',
  },
  'bulk.will.edit': {
    one: 'Modifier {count} utilisateur (clients : {clients}).',
    many: 'Modifier {count} d’utilisateurs (clients : {clients}).',
    other: 'Modifier {count} utilisateurs (clients : {clients}).',
  },
  'bulk.will.deactivate': {
    one: 'Désactiver {count} utilisateur (clients : {clients}).',
    many: 'Désactiver {count} d’utilisateurs (clients : {clients}).',
    other: 'Désactiver {count} utilisateurs (clients : {clients}).',
  },
  'bulk.will.reactivate': {
    one: 'Réactiver {count} utilisateur (clients : {clients}).',
    many: 'Réactiver {count} d’utilisateurs (clients : {clients}).',
    other: 'Réactiver {count} utilisateurs (clients : {clients}).',
  },
  'bulk.unread': {
    one: 'Cette colonne n’est pas utilisée : {columns}',
    other: 'Ces colonnes ne sont pas utilisées : {columns}',
  },
  'bulk.already': { one: '{count} ligne est déjà ainsi.', other: '{count} lignes sont déjà ainsi.' },
  'bulk.leftOut': {
    one: '{count} ligne erronée est laissée de côté.',
    other: '{count} lignes erronées sont laissées de côté.',
  },
  'bulk.moreFragile': {
    one: '{count} autre client n’aura plus qu’une personne pour l’administrer.',
    other: '{count} autres clients n’auront plus qu’une personne pour les administrer.',
  },
  'bulk.ask': {
    one: 'Tapez {count} pour l’exécuter :',
    other: 'Tapez {count}, le nombre d’utilisateurs, pour l’exécuter :',
  },
  'bulk.confirm': { one: 'Exécuter pour {count} utilisateur ?', other: 'Exécuter pour {count} utilisateurs ?' },
  'bulk.checking': { one: 'Contrôle de {count} ligne …', other: 'Contrôle de {count} lignes …' },
  'bulk.working': {
    one: 'Traitement de {count} utilisateur …',
    other: 'Traitement de {count} utilisateurs …',
  },
  'bulk.run': 'Exécution {run}. Si elle se termine trop tôt : connect users {action} --resume {run}',
  'bulk.resuming': 'Reprise de l’exécution {run}, commencée {at} avec {file}.',
  'bulk.counts':
    'Faits : {done}. Déjà ainsi : {already}. Échoués : {failed}. Inconnus : {unknown}. Non traités : {unprocessed}.',
  'bulk.results': 'Résultats : {folder}',
  'bulk.goOn': 'Toutes les lignes ne sont pas réglées. Continuer : connect users {action} --resume {run}',
  'bulk.fault.column-missing': 'Cette colonne manque dans le fichier.',
  'bulk.mend.column-missing': 'Ajoutez-la ; les titres se trouvent dans la première ligne.',
  'bulk.fault.column-twice': 'Deux titres veulent dire la même chose : {other} et {heading}.',
  'bulk.mend.column-twice': 'Supprimez l’une des deux colonnes.',
  'bulk.fault.value-missing': 'La cellule est vide.',
  'bulk.mend.value-missing': 'Remplissez-la.',
  'bulk.fault.value-invalid': '« {value} » n’a pas de sens ici.',
  'bulk.mend.value-invalid': 'Écrivez ainsi : {expected}',
  'bulk.fault.client-missing': 'Rien ne dit à quel client appartient cet utilisateur.',
  'bulk.mend.client-missing': 'Ajoutez une colonne client, ou nommez-en exactement un avec --client.',
  'bulk.fault.client-unknown': 'Votre login n’a pas de client {client}.',
  'bulk.mend.client-unknown': 'Écrivez son numéro ou son nom entier. Semblables : {similar}',
  'bulk.fault.client-ambiguous': 'Plusieurs clients s’appellent {client}.',
  'bulk.mend.client-ambiguous': 'Écrivez le numéro : {similar}',
  'bulk.fault.client-not-named': '{client} n’est pas un client nommé par --client ({named}).',
  'bulk.mend.client-not-named': 'Supprimez la ligne ou --client.',
  'bulk.fault.client-forbidden': 'Vous n’êtes pas administrateur de {client}.',
  'bulk.mend.client-forbidden': 'Demandez-le à l’un de ses administrateurs.',
  'bulk.fault.user-unknown': '{client} n’a pas d’utilisateur {user}.',
  'bulk.mend.user-unknown':
    'Écrivez le nom d’utilisateur ou l’adresse e-mail comme sur le portail. Semblables : {similar}',
  'bulk.fault.user-ambiguous': '{user} désigne plusieurs utilisateurs : {similar}.',
  'bulk.mend.user-ambiguous': 'Écrivez l’identifiant que montre users list --fields userName,id.',
  'bulk.fault.user-exists':
    '{client} a déjà un utilisateur avec cette adresse, qui n’est pas comme le veut la ligne : {user}.',
  'bulk.mend.user-exists': 'Modifiez-le avec users edit ou users reactivate.',
  'bulk.fault.user-name-taken': 'Un autre utilisateur de {client} s’appelle déjà {user}.',
  'bulk.mend.user-name-taken': 'Choisissez un autre nom d’utilisateur.',
  'bulk.fault.duplicate': 'La ligne {other} veut la même chose pour {user}.',
  'bulk.mend.duplicate': 'Supprimez l’une des deux.',
  'bulk.fault.contradictory': 'La ligne {other} veut autre chose pour {user}.',
  'bulk.mend.contradictory': 'Supprimez celle qui est fausse.',
  'bulk.fault.rights-missing': 'La ligne ne dit ni que l’utilisateur est administrateur ni quels sont ses thèmes.',
  'bulk.mend.rights-missing': 'Remplissez administrateur ou thèmes ; aucun veut dire aucun thème.',
  'bulk.fault.rights-conflict': 'Un administrateur a accès à tous les thèmes, et la ligne en nomme certains.',
  'bulk.mend.rights-conflict': 'Supprimez les thèmes ou l’administrateur.',
  'bulk.fault.administrator-has-all': '{user} est administrateur et a accès à tous les thèmes.',
  'bulk.mend.administrator-has-all': 'Supprimez les thèmes, ou écrivez non dans la colonne administrateur.',
  'bulk.fault.theme-not-offered': 'La caisse n’offre pas ceci à {client} : {theme}.',
  'bulk.mend.theme-not-offered': 'Sont offerts : {offered}',
  'bulk.fault.nothing-to-change': 'La ligne ne nomme rien à modifier.',
  'bulk.mend.nothing-to-change': 'Remplissez ce qui doit changer, ou supprimez la ligne.',
  'bulk.fault.own-login': '{user} est votre propre login : l’exécution s’interromprait elle-même.',
  'bulk.mend.own-login': 'Supprimez la ligne, et faites-le séparément à la fin.',
  'bulk.fault.lockout':
    'Sans {user} ({userName}), personne ne pourrait administrer {client} ({number}) ; un nouveau code d’accès ne vient que par la poste.',
  'bulk.mend.lockout':
    'Nommez d’abord administrateur quelqu’un d’autre, qui s’est déjà connecté, ou supprimez la ligne. --accept-lockout avec le nom entier du client passe outre.',
};

export const bulkFailures: TranslationOf<typeof englishFailures> = {
  'error.run-unfinished': 'Une exécution du même fichier s’est terminée trop tôt : {run}. Lignes non réglées : {left}.',
  'error.run-unfinished.hint': 'Reprenez-la : connect users {action} --resume {run}',
  'error.run-of-another': 'L’exécution {run} n’appartient pas à cette commande : {what}',
  'error.run-of-another.hint': 'Reprenez-la avec la commande et le login qui l’ont commencée.',
  'error.rows-file-too-large':
    '{file} est trop grand : au plus {mebibytes} Mio et {rows} lignes sont traités à la fois.',
  'error.rows-file-too-large.hint': 'Répartissez-le en plusieurs fichiers.',
  'error.rows-file-unfit': '{file} n’est pas lisible comme CSV : quelque chose ne va pas à la ligne {line}.',
  'error.rows-file-unfit.hint':
    'Sont attendus UTF-8, UTF-16 ou Windows-1252 d’un bout à l’autre, et un guillemet à la fin de chaque texte qui commence par un guillemet.',
  'error.rows-none': '{file} n’a pas de lignes sous les titres.',
  'error.rows-none.hint':
    'La première ligne contient les titres, par exemple client, utilisateur ; chaque autre est un utilisateur.',
  'error.rows-bad': 'Lignes erronées dans {file} : {count}. Rien n’a été modifié.',
  'error.rows-bad.hint': 'Corrigez les lignes nommées, ou ne traitez que les bonnes : --skip-bad',
};
