import type { TranslationOf } from '../catalog.js';
import type { salaryFailures as english } from '../en/salary-failures.js';

export const salaryFailures: TranslationOf<typeof english> = {
  'error.declaration-exists': 'Il existe déjà une déclaration de salaires pour cette année : {existing}',
  'error.declaration-exists.hint': 'Pour la remplacer : --replace {existing}',
  'error.year-declared':
    'Il existe déjà la déclaration de salaires {existing} pour cette année. Rien n’a été transmis.',
  'error.year-declared.hint':
    'Si {file} doit la remplacer : connect salary upload {file} --client {client} --replace {existing}',
  'error.replaced-unknown': '{client} n’a pas de déclaration {id} que {file} pourrait remplacer. Rien n’a été envoyé.',
  'error.replaced-unknown.hint': 'connect salary list --year {year} --client {number} montre les identifiants.',
  'error.replaced-of-another-year':
    'La déclaration {id} concerne {found}, et {file} concerne {year}. Rien n’a été envoyé.',
  'error.replaced-of-another-year.hint':
    'connect salary list --year {year} --client {number} montre les déclarations de cette année.',
  'error.replaced-is-test':
    '{id} est une déclaration de test ; il n’y a pas lieu de la remplacer. Rien n’a été envoyé.',
  'error.replaced-is-test.hint':
    'Omettez --replace, ou nommez la déclaration valable : connect salary list --year {year} --client {number}',
  'error.declaration-replaced':
    'Le portail a déjà ce même fichier, comme déclaration {id}, et une autre l’a remplacée. Rien n’a été transmis.',
  'error.declaration-replaced.hint': 'connect salary list montre celle qui compte.',
  'error.declaration-rejected':
    'Le portail a déjà ce même fichier, comme déclaration {id}, et l’a rejeté. Rien n’a été transmis.',
  'error.declaration-rejected.hint':
    'connect salary show {id} dit pourquoi. Corrigez-le dans le logiciel de salaires et exportez-le de nouveau.',
  'error.release-too-early': 'La caisse vérifie encore la déclaration {id} ; elle ne peut pas encore être libérée.',
  'error.release-too-early.hint': 'connect salary release {id} --wait attend qu’elle soit contrôlée, puis continue.',
  'error.release-still-checking': 'La caisse vérifie encore la déclaration {id}. Rien n’a été libéré.',
  'error.release-still-checking.hint': 'connect salary release {id} --wait continue d’attendre.',
  'error.release-of-rejected': 'La caisse a rejeté la déclaration {id} ; elle ne peut pas être libérée.',
  'error.release-of-rejected.hint':
    'connect salary show {id} dit pourquoi. Corrigez le fichier dans le logiciel de salaires, exportez-le de nouveau et transmettez-le.',
  'error.release-of-replaced': 'Une autre déclaration a remplacé {id} ; celle-ci ne peut pas être libérée.',
  'error.release-of-replaced.hint': 'connect salary list --year {year} montre celle qui compte.',
  'error.release-of-test':
    '{id} est une déclaration de test. Elle est vérifiée et jamais traitée ; il n’y a rien à libérer.',
  'error.release-of-test.hint': 'Transmettez le fichier sans --test pour déclarer les salaires.',
  'error.release-year-wrong': 'La déclaration {id} concerne {year} et non {given}. Rien n’a été libéré.',
  'error.release-year-wrong.hint': 'connect salary list --year {given} montre les déclarations de cette année-là.',
  'error.test-at-production': '{file} est un cas de test, et {portal} est productif. Rien n’a été envoyé.',
  'error.test-at-production.hint':
    'Envoyez les tests au portail de test de la caisse, ou exportez le fichier sans TestCase et n’indiquez pas --test.',
  'error.real-at-test':
    '{portal} est un portail de test, et {file} est une vraie déclaration. Elle ne serait pas traitée. Rien n’a été envoyé.',
  'error.real-at-test.hint': '--test l’envoie comme test. La vraie déclaration va au portail productif de la caisse.',
  'error.upload-blocked':
    'On ne sait pas encore si {file}, transmis le {at}, est arrivé. D’ici là, rien d’autre n’est transmis pour {year} et ce client.',
  'error.upload-blocked.hint':
    'connect salary reconcile le dira. Ce même fichier peut être transmis à nouveau tout de suite.',
  'error.intent-damaged':
    'Ce qui a été noté d’une modification antérieure est illisible : {file}. On ne sait pas si elle a été faite. Rien n’a été envoyé.',
  'error.intent-damaged.hint':
    'Regardez si elle a été faite (connect salary list, connect users list). Supprimez ensuite le fichier et relancez la commande.',
  'error.salary-file-invalid': {
    one: '{file} contient une erreur. Rien n’a été envoyé.',
    many: '{file} contient {count} erreurs. Rien n’a été envoyé.',
    other: '{file} contient {count} erreurs. Rien n’a été envoyé.',
  },
  'error.salary-file-invalid.hint': 'connect salary check {file} affiche le détail des erreurs.',
  'error.salary-csv-not-accepted': 'Le portail n’accepte pas le CSV. Rien n’a été envoyé.',
  'error.salary-csv-not-accepted.hint': 'connect salary convert {file} {target} en fait un fichier ELM.',
  'error.file-of-another-client':
    'Ce fichier n’est pas celui de {client} : il est destiné à la caisse et au numéro d’affilié {inFile}, alors que le client a le numéro {number} auprès de la caisse {fund}. Rien n’a été envoyé.',
  'error.file-of-another-client.hint':
    'Choisissez le client avec --client, ou faites exporter la bonne entreprise par le logiciel de salaires.',
  'error.wrong-recipient': 'Le portail refuse le fichier : il n’est pas destiné à ce client. {detail}',
  'error.wrong-recipient.hint':
    'Choisissez le client avec --client, ou exportez la bonne entreprise depuis le programme de salaires.',
  'error.upload-unknown':
    'Le fichier a été envoyé à {portal}, mais la réponse s’est perdue. Il est peut-être arrivé, peut-être pas.',
  'error.upload-unknown.hint':
    'connect salary reconcile le dira. Relancer la même commande est sûr aussi : ce qui est arrivé est reconnu.',
  'error.receipt-invalid':
    'La quittance {number} de la caisse ne prouve pas ce qui a été envoyé ({fault}). On ne sait pas si l’envoi est arrivé tel quel. La quittance se trouve dans {file}.',
  'error.receipt-invalid.hint':
    'Exécutez la même commande encore une fois : rien n’est transmis deux fois. Si la quittance reste la même, envoyez ce fichier à la caisse. Si c’était une transmission, connect salary reconcile --unproven la lâche ensuite.',
  'error.receipt-unverified':
    'Le portail a répondu par la quittance {number}, mais la clé de la caisse qui permet de la vérifier n’a pas pu être obtenue ({reason}).',
  'error.receipt-unverified.hint':
    'Exécutez la même commande encore une fois : rien n’est transmis deux fois, et la même quittance revient.',
  'error.receipt-not-kept':
    'La caisse a confirmé par la quittance {number}, mais celle-ci n’a pas pu être consignée : {reason}',
  'error.receipt-not-kept.hint':
    'Libérez de la place ou corrigez les droits, puis exécutez la même commande encore une fois : rien n’est transmis deux fois, et la même quittance revient.',
  'error.receipt-not-genuine':
    'La quittance {number} donnée par le portail n’a pas été signée telle quelle ({fault}). Elle ne prouve rien et se trouve dans {file}.',
  'error.receipt-not-genuine.hint': 'Envoyez ce fichier à la caisse et demandez une quittance vérifiable.',
  'error.receipts-damaged': {
    one: 'Le journal de {year} a un problème. Rien n’a été écrit.',
    many: 'Le journal de {year} a {count} problèmes. Rien n’a été écrit.',
    other: 'Le journal de {year} a {count} problèmes. Rien n’a été écrit.',
  },
  'error.receipts-damaged.hint': 'connect receipts verify les nomme.',
};
