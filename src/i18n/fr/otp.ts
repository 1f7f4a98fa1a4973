import type { TranslationOf } from '../catalog.js';
import type { otp as english } from '../en/otp.js';

export const otp: TranslationOf<typeof english> = {
  'otp.summary': 'application d’authentification',
  'otp.enrol.summary': 'configurer une application d’authentification comme second facteur',
  'otp.enrol.details':
    'Affiche un code QR pour l’application et demande un premier code. Rien ne change tant que ce code n’est pas juste. Une application configurée auparavant est remplacée, après confirmation. Avec --store-seed, cet ordinateur tient lieu d’application, seul ou à côté du téléphone : connect login n’a alors plus besoin du téléphone.',
  'otp.enrol.qrFile': 'écrire le code QR dans un fichier PNG au lieu de l’afficher',
  'otp.enrol.overwrite': 'remplacer le fichier PNG s’il existe',
  'otp.enrol.showSecret': 'afficher aussi le secret en texte : pour les applications sans caméra',
  'otp.enrol.storeSeed':
    'conserver le secret avec les autres données d’accès de cet ordinateur, pour que login se passe du téléphone',
  'otp.enrol.will': 'Configurer une application d’authentification pour {username}.',
  'otp.enrol.willReplace':
    'Configurer une autre application d’authentification pour {username}. Les codes de l’application actuelle ne seront plus valables.',
  'otp.enrol.askReplace': 'Remplacer l’application d’authentification de {username} ?',
  'otp.enrol.bothFactors':
    'Attention : avec --store-seed, les deux facteurs se trouvent sur une seule machine. Quiconque accède à ce compte de cet ordinateur et connaît le mot de passe peut se connecter comme {username}, sans téléphone.',
  'otp.enrol.scan': 'Scannez ce code avec l’application d’authentification :',
  'otp.enrol.scanFile':
    'Le code QR se trouve dans {file}. Scannez-le avec l’application d’authentification, puis supprimez le fichier : il contient le secret.',
  'otp.enrol.secret': 'Secret : {secret}\n{uri}',
  'otp.enrol.askCode': 'Code affiché par l’application',
  'otp.enrol.askCodeOrOwn': 'Code affiché par l’application (vide : cet ordinateur le calcule)',
  'otp.enrol.again': 'Le code est faux ; rien n’a encore changé. Réessayez avec un nouveau code.',
  'otp.enrol.seedForgotten':
    'Le secret conservé sur cet ordinateur était celui de l’ancienne application. Il est maintenant effacé.',
  'otp.seedStored': 'secret conservé ici',
  'otp.seedForgotten': 'secret effacé ici',
  'otp.remove.summary': 'supprimer l’application d’authentification',
  'otp.remove.details':
    'Possible seulement tant qu’il reste un autre second facteur, et à confirmer avec votre mot de passe. Si cet ordinateur conserve le secret, il est effacé aussi.',
  'otp.remove.will': 'Supprimer l’application d’authentification de {username}.',
  'otp.remove.ask':
    'Supprimer l’application d’authentification de {username} ? Il faudra alors un SMS pour se connecter.',
  'otp.remove.left': 'seconds facteurs restants',
  'otp.forget.summary': 'effacer le secret que cet ordinateur conserve',
  'otp.forget.details': 'L’application reste configurée sur le portail ; login redemande son code.',
  'otp.code.summary': 'afficher le code actuel',
  'otp.code.details':
    'Calculé à partir du secret de CONNECT_TOTP_SECRET[_FILE], sinon de celui que connect otp enrol --store-seed a conservé. Pour se connecter ailleurs, par exemple sur les pages du portail : afficher un code ne le consomme pas, mais chaque code ne vaut que pour un login.',
  'otp.code.used': 'Un login de cet ordinateur a déjà utilisé ce code. Le suivant arrive dans {seconds} s.',
  'otp.code.code': 'code',
  'otp.code.secondsLeft': 'secondes restantes',
  'otp.code.usedTitle': 'déjà utilisé',
  'otp.remove.self':
    'Sans l’application, vous ne pourrez plus gérer les utilisateurs de {client} : cette caisse exige pour cela un second facteur plus fort que le SMS.',
  'otp.remove.acceptLockout':
    'la supprimer même si personne ne peut ensuite administrer un client ; exige son nom complet ; répétable',
};
