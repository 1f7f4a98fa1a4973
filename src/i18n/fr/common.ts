import type { TranslationOf } from '../catalog.js';
import type { common as english } from '../en/common.js';

export const common: TranslationOf<typeof english> = {
  'program.summary':
    'Gérer connect, le portail des employeurs des caisses de compensation AVS suisses : utilisateurs, codes d’accès, déclarations de salaires, tâches, messages.',

  'help.usage': 'Utilisation :',
  'help.arguments': 'Arguments :',
  'help.options': 'Options :',
  'help.commands': 'Commandes :',
  'help.examples': 'Exemples :',
  'help.option': 'afficher cette aide',
  'help.version': 'afficher la version',
  'help.optionsWord': '[options]',
  'help.commandWord': '[commande]',
  'help.global': 'Options de toutes les commandes : connect --help',

  'global.profile': 'le login à utiliser',
  'global.client': 'le client pour lequel agir, par numéro ou nom ; répétable pour les listes',
  'global.allClients': 'tous les clients du login ; pour les listes',
  'global.output': 'format du résultat',
  'global.csvExcel': 'CSV tel qu’Excel l’ouvre : marque d’ordre des octets et points-virgules',
  'global.fields': 'n’afficher que ces champs, dans cet ordre',
  'global.query': 'afficher, en JSON, ce que cette expression JMESPath tire du résultat',
  'global.lang': 'langue des textes',
  'global.noInput': 'ne poser aucune question ; s’arrêter plutôt avec une erreur',
  'global.yes': 'répondre oui à toutes les confirmations',
  'global.dryRun': 'montrer ce qui serait modifié, sans rien modifier',
  'global.concurrency': 'nombre de clients interrogés en même temps (4)',
  'global.timeout': 'durée d’attente maximale du portail (30)',
  'global.quiet': 'n’afficher que les résultats et les erreurs',
  'global.verbose': 'signaler chaque requête au portail, sur stderr',
  'global.debug': 'de même, et indiquer d’où vient une erreur',
  'global.color': 'quand utiliser des couleurs',

  'report.error': 'Erreur :',
  'report.hint': 'Conseil :',
  'report.request': 'Requête :',
  'report.suggestion': 'Vouliez-vous dire : {suggestion} ?',
  'report.attemptsLeft': {
    one: 'Il reste une tentative.',
    many: 'Il reste {count} de tentatives.',
    other: 'Il reste {count} tentatives.',
  },

  'ask.expected': 'Cela ne convient pas. Attendu : {expected}',
  'ask.required': 'Une réponse est nécessaire.',
  'ask.storePassphrase': 'Phrase de passe du fichier chiffré des données d’accès',
  'ask.storePassphraseAgain': 'La même phrase de passe, encore une fois',

  'write.target': 'Client : {name} ({number}), caisse {fund}, {portal}',
  'write.resuming':
    'La même modification a été envoyée le {at} et est restée sans réponse. Elle est demandée à nouveau sous sa clé ; elle ne peut donc pas être faite deux fois.',
  'write.dryRun': 'simulation',
  'write.wouldDo': 'action prévue',
  'write.request': 'requête',
  'fleet.failed': '{subject} : {reason}',

  'common.yes': 'oui',
  'common.no': 'non',
  'common.client': 'client',

  'store.keychain': 'trousseau de clés du système d’exploitation',
  'store.file': 'fichier chiffré',
  'method.otp': 'application d’authentification',
  'method.sms': 'SMS',
  'method.certificate': 'certificat d’authentification',

  'origin.option': 'option',
  'origin.environment': 'environnement',
  'origin.directory': 'répertoire',
  'origin.user': 'configuration utilisateur',
  'origin.default': 'valeur par défaut',

  'userKind.employee': 'salarié/e',
  'userKind.fiduciary': 'fiduciaire',
  'userStatus.active': 'actif',
  'userStatus.invited': 'invité',
  'userStatus.locked': 'bloqué',
  'userStatus.deactivated': 'désactivé',

  'theme.employees': 'collaborateurs',
  'theme.salary-declaration': 'déclaration de salaires',
  'theme.family-allowances': 'allocations familiales',
  'theme.income-compensation': 'allocations pour perte de gain (APG)',
  'theme.insurance-certificates': 'certificats d’assurance',
  'theme.work-interruption': 'interruption de travail',
  'theme.settlements': 'décomptes',
  'theme.other-business': 'autres affaires',
  'theme.messages': 'messages',
  'theme.platforms': 'autres plateformes',
};
