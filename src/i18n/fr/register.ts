import type { TranslationOf } from '../catalog.js';
import type { register as english } from '../en/register.js';

export const register: TranslationOf<typeof english> = {
  'register.summary': 'devenir administrateur d’un client avec le code d’accès de la lettre de la caisse',
  'register.details':
    'Demande le code d’accès de la lettre, votre nom et votre adresse e-mail ; puis le code d’activation reçu par e-mail, un nouveau mot de passe et une application d’authentification ou un numéro de portable. Après une interruption, la même commande reprend où elle en était. Les secrets ne sont jamais des options : ils viennent d’une saisie ou de lignes de stdin, dans cet ordre : code d’accès, code d’activation, mot de passe, code à usage unique ; le code d’accès aussi de CONNECT_ACCESS_CODE[_FILE], le mot de passe de CONNECT_PASSWORD[_FILE]. Sans terminal, la commande s’arrête avec le code de sortie 10 tant qu’un code est en route.',
  'register.language': 'langue des e-mails et SMS du portail ; la vôtre sans autre indication',
  'register.method': 'second facteur',
  'register.accessCodeStdin': 'lire le code d’accès à la ligne suivante de stdin',
  'register.activationCodeStdin': 'lire le code d’activation à la ligne suivante de stdin',
  'register.passwordStdin': 'lire le nouveau mot de passe à la ligne suivante de stdin',
  'register.passwordFile': 'lire le nouveau mot de passe à la première ligne d’un fichier',
  'register.restart': 'abandonner l’enregistrement commencé et recommencer',
  'register.askAccessCode': 'Code d’accès de la lettre',
  'register.askMethod': 'Second facteur',
  'register.askFactorOrCode': 'Le second facteur attend son premier code',
  'register.haveCode.otp': 'saisir le code affiché par l’application',
  'register.haveCode.sms': 'saisir le code reçu par SMS',
  'register.setUpAnew': 'configurer à nouveau le second facteur, avec le code d’activation reçu par e-mail',
  'register.will': 'Enregistrer {user} ({email}) auprès de {portal} avec un code d’accès.',
  'register.willGoOn': 'Poursuivre l’enregistrement de {user} pour {client}, commencé le {at}.',
  'register.isComplete': 'L’enregistrement de {user} pour {client} est déjà terminé.',
  'register.over': 'L’enregistrement commencé le {at} n’est plus valable. Un nouveau commence.',
  'register.mailSent':
    'Un e-mail avec un code d’activation a été envoyé à {email}. S’il n’arrive pas, l’adresse est peut-être mal tapée : --restart recommence.',
  'register.goesOn': 'Jusqu’au {until}, l’enregistrement se poursuit d’ici avec : connect register {portal}',
  'register.next':
    '{user} est maintenant administrateur de {client}. Ensuite : connect login {portal} --username {user}',
  'register.state': 'état',
  'register.expiresAt': 'peut se poursuivre jusqu’au',
  'registrationState.e-mail-sent': 'attend le code d’activation',
  'registrationState.factor-pending': 'attend le premier code du second facteur',
  'registrationState.complete': 'terminé',

  'password.summary': 'votre mot de passe auprès du portail',
  'password.change.summary': 'changer son propre mot de passe ; toutes vos autres sessions prennent fin',
  'password.change.details':
    'Affiche les règles du portail, puis demande deux fois le nouveau mot de passe. Cette session continue ; toute autre session du login prend fin aussitôt, sur cet ordinateur et ailleurs. Les mots de passe ne sont jamais des options : ils viennent d’une saisie, de lignes de stdin (l’actuel d’abord), de fichiers, ou de CONNECT_PASSWORD[_FILE] et CONNECT_NEW_PASSWORD[_FILE].',
  'password.change.passwordStdin': 'lire le mot de passe actuel à la ligne suivante de stdin',
  'password.change.passwordFile': 'lire le mot de passe actuel à la première ligne d’un fichier',
  'password.change.newPasswordStdin': 'lire le nouveau mot de passe à la ligne suivante de stdin',
  'password.change.newPasswordFile': 'lire le nouveau mot de passe à la première ligne d’un fichier',
  'password.change.will':
    'Changer le mot de passe de {username} auprès de {portal}. Toutes les autres sessions de ce login prennent fin ; celle-ci continue.',
  'password.change.askCurrent': 'Mot de passe actuel de {username}',
  'password.rules':
    'Le nouveau mot de passe doit compter au moins 12 caractères, ne pas contenir le nom d’utilisateur et ne pas être l’un des cinq derniers.',
  'password.changed': 'changé',
  'password.otherSessionsEnded': 'autres sessions terminées',
};
