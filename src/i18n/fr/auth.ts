import type { TranslationOf } from '../catalog.js';
import type { auth as english } from '../en/auth.js';

export const auth: TranslationOf<typeof english> = {
  'login.summary': 'se connecter avec mot de passe et second facteur, ou avec un certificat d’authentification',
  'login.details':
    'Demande le mot de passe, puis le code de l’application d’authentification ou d’un SMS. La session est conservée dans le trousseau de clés et se renouvelle d’elle-même pendant douze heures. Les secrets ne sont jamais des options : ils viennent d’une saisie, de lignes de stdin, d’un fichier, ou de CONNECT_PASSWORD[_FILE] et CONNECT_TOTP_SECRET[_FILE]. Un certificat d’authentification remplace les deux : --certificate et --key, ou CONNECT_CLIENT_CERT et CONNECT_CLIENT_KEY, indiquent ses fichiers, et CONNECT_CLIENT_KEY_PASSPHRASE[_FILE] la phrase de passe. Ce que vous transmettez est signé : avec une clé que la connexion crée et qui reste parmi les données d’accès, ou, si CONNECT_CLIENT_CERT indique un certificat, avec celle du certificat.',
  'login.portal': 'adresse du portail de la caisse, par exemple https://www.akisnet.ch/ak095',
  'login.username': 'nom d’utilisateur',
  'login.method':
    'second facteur, l’application d’authentification si vous en avez une ; ou un certificat d’authentification',
  'login.ensure': 'ne rien faire si la session est encore valable',
  'login.activate':
    'premier login sur invitation : demande le code d’activation reçu par e-mail et un nouveau mot de passe',
  'login.activationCodeStdin': 'comme --activate, le code d’activation étant la première ligne de stdin',
  'login.passwordStdin': 'lire le mot de passe à la ligne suivante de stdin',
  'login.passwordFile': 'lire le mot de passe à la première ligne d’un fichier',
  'login.otpStdin': 'lire le code à usage unique à la ligne suivante de stdin',
  'login.askPortal': 'Adresse du portail',
  'login.askUsername': 'Nom d’utilisateur',
  'login.askPassword': 'Mot de passe de {username}',
  'login.askActivationCode': 'Code d’activation reçu par e-mail',
  'login.passwordRules':
    'Le nouveau mot de passe doit compter au moins 12 caractères et ne pas contenir le nom d’utilisateur.',
  'login.askNewPassword': 'Nouveau mot de passe',
  'login.askNewPasswordAgain': 'Nouveau mot de passe, encore une fois',
  'login.askCode': 'Code de l’application d’authentification',
  'login.askSmsCode': 'Code reçu par SMS (vide : renvoyer)',
  'login.smsSent': 'Un code a été envoyé par SMS au {maskedNumber}.',
  'login.smsSentAgain': 'Un autre code a été envoyé par SMS au {maskedNumber}. Seul le dernier est valable.',
  'login.waitForSms': 'Le portail enverra le prochain SMS dans {seconds} s.',
  'login.storedSeed': 'Le code est calculé à partir du secret que cet ordinateur conserve.',
  'login.waitForCode': 'Le code actuel a déjà été utilisé. Attente du suivant : {seconds} s.',
  'login.otherDefault': 'Enregistré comme profil {profile}. Sans -p, les commandes continuent d’utiliser {default}.',

  'logout.summary': 'se déconnecter : révoquer la session, puis l’effacer',
  'logout.details':
    'Si le portail ne peut pas être informé, la session est tout de même effacée de cet ordinateur, et le code de sortie l’indique.',
  'logout.revoked': 'révoquée',
  'logout.forgotten': 'effacée',
  'logout.notRevoked':
    'Le portail n’a pas pu être informé. La session est effacée de cet ordinateur ; sur le portail, elle prend fin au plus tard le {until}.',

  'status.summary': 'afficher qui a ouvert la session, et demander au portail si elle est encore valable',
  'status.details': 'Code de sortie 4 si aucune session n’est ouverte.',
  'status.hint': 'Conseil : {hint}',
  'status.profile': 'profil',
  'status.portal': 'portail',
  'status.username': 'nom d’utilisateur',
  'status.signedIn': 'session ouverte',
  'status.method': 'second facteur',
  'status.strength': 'niveau de sécurité',
  'status.expiresAt': 'session jusqu’au',
  'status.signingKey': 'signe avec',
  'status.store': 'données d’accès dans',
  'status.storeState': 'état du stockage',
  'status.reason': 'raison',

  'version.summary': 'afficher la version',
  'version.version': 'version',
  'version.node': 'Node',
  'version.platform': 'plateforme',
};
