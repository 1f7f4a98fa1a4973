import type { TranslationOf } from '../catalog.js';
import type { errors as english } from '../en/errors.js';

export const errors: TranslationOf<typeof english> = {
  'error.unknown-command': 'La commande « {word} » n’existe pas.',
  'error.unknown-command.hint': '{help} affiche les commandes.',
  'error.unknown-option': 'L’option « {word} » n’existe pas ici.',
  'error.unknown-option.hint': 'Ajoutez --help après la commande pour voir ses options.',
  'error.missing-verb': 'Il manque quelque chose après « {word} » : l’action à effectuer.',
  'error.missing-verb.hint': 'connect {word} --help liste les actions possibles.',
  'error.missing-argument': 'L’argument « {word} » manque.',
  'error.missing-argument.hint': 'Ajoutez --help après la commande pour voir ses arguments.',
  'error.excess-arguments': 'Il y a plus d’arguments que « {word} » n’en accepte.',
  'error.excess-arguments.hint': 'Mettez entre guillemets les mots qui vont ensemble.',
  'error.option-without-value': 'L’option {word} exige une valeur.',
  'error.option-without-value.hint': '',
  'error.option-invalid': '« {value} » ne convient pas à l’option {option}. Attendu : {expected}',
  'error.option-invalid.hint': '',
  'error.option-missing': 'Une indication nécessaire manque : {option}',
  'error.option-missing.hint': 'Ajoutez --help après la commande pour voir ce qu’elle accepte.',
  'error.options-conflict': 'Ces indications ne vont pas ensemble : {options}',
  'error.options-conflict.hint': 'Laissez-en une de côté.',
  'error.dry-run-unsupported': '« {verb} » ne modifie rien sur le portail : il n’y a pas d’essai à blanc.',
  'error.dry-run-unsupported.hint': 'Omettez --dry-run.',
  'error.prompt-impossible':
    'Il n’y a personne à qui poser la question : stdin n’est pas un terminal, ou --no-input a été indiqué.',
  'error.prompt-impossible.hint': 'Donnez la réponse à l’avance : {option}',
  'error.stdin-empty': 'stdin s’est terminé avant qu’il y ait quelque chose pour {option}.',
  'error.stdin-empty.hint':
    'Chaque secret occupe sa propre ligne : code d’activation, mot de passe, code à usage unique, dans cet ordre.',
  'error.portal-insecure': '{portal} n’est pas chiffré. Les données d’accès ne circulent que par https.',
  'error.portal-insecure.hint': 'L’adresse doit commencer par https://',
  'error.portal-malformed': '« {portal} » n’est pas l’adresse du portail d’une caisse.',
  'error.portal-malformed.hint':
    'Une telle adresse ressemble à https://www.akisnet.ch/ak095, avec le numéro de la caisse.',
  'error.passwords-differ': 'Les deux mots de passe ne sont pas identiques.',
  'error.passwords-differ.hint': 'Rien n’a été modifié. Réessayez.',
  'error.passphrase-empty': 'Une phrase de passe vide ne protège rien.',
  'error.passphrase-empty.hint': 'Rien n’a été modifié. Choisissez une phrase de passe de plusieurs mots.',
  'error.client-missing': 'Le login a {count} clients, et on ne sait pas lequel est visé : {known}',
  'error.client-missing.hint': 'Indiquez lequel avec --client ; pour les listes, --all-clients les désigne tous.',
  'error.client-implicit':
    'Le login a {count} clients. Une modification ne se fonde pas sur le client par défaut ({client}), choisi un autre jour.',
  'error.client-implicit.hint':
    'Nommez le client : --client NUMÉRO, CONNECT_CLIENT, ou un .connect.toml dans le répertoire.',
  'error.client-ambiguous': '« {client} » correspond à plusieurs clients : {known}',
  'error.client-ambiguous.hint': 'Indiquez le numéro ou le nom complet.',
  'error.one-client-only': 'Cela ne fonctionne que pour un client à la fois, et {count} ont été nommés.',
  'error.one-client-only.hint': 'Lancez la commande une fois pour chaque client.',
  'error.field-unknown': 'Le champ « {field} » n’existe pas. Connus : {known}',
  'error.field-unknown.hint': '',
  'error.query-invalid': 'L’expression « {query} » n’est pas du JMESPath : {reason}',
  'error.query-invalid.hint': 'Mettez-la entre apostrophes, pour que le shell n’y touche pas.',
  'error.config-malformed': 'La configuration {file} ne peut pas être lue : {where}',
  'error.config-malformed.hint': 'Corrigez le fichier ou déplacez-le.',
  'error.config-key-unknown': 'La configuration {file} contient un réglage inconnu : {key}',
  'error.config-key-unknown.hint': 'connect config list affiche les réglages.',
  'error.config-value-invalid': '« {value} » ne convient pas à {from}. Attendu : {expected}',
  'error.config-value-invalid.hint': '',
  'error.setting-unknown': 'Le réglage « {key} » n’existe pas. Connus : {known}',
  'error.setting-unknown.hint': '',
  'error.directory-config-forbidden':
    '{file} définit « {key} ». Un fichier dans un répertoire ne peut définir que client, lang et output : quiconque peut l’écrire ne doit pas pouvoir choisir où vont les données d’accès.',
  'error.directory-config-forbidden.hint': 'Supprimez la ligne, ou utilisez connect config set.',
  'error.secret-file-unreadable': 'Aucun secret ne peut être lu dans {file} : {reason}',
  'error.secret-file-unreadable.hint': 'Le secret doit être la première ligne du fichier.',
  'error.totp-secret-malformed':
    'Le secret de l’application d’authentification n’est pas du base32 : majuscules et chiffres de 2 à 7, au moins 16 caractères.',
  'error.totp-secret-malformed.hint':
    'Vérifiez CONNECT_TOTP_SECRET[_FILE]. D’une adresse otpauth:, seule compte la partie après secret=.',
  'error.user-name-ambiguous': '« {user} » correspond à plusieurs utilisateurs : {similar}',
  'error.user-name-ambiguous.hint': 'Indiquez l’id, tel que l’affiche connect users list --fields id,userName.',
  'error.store-keeps-nothing':
    'CONNECT_CREDENTIAL_STORE=memory ne conserve rien : chaque commande se connecte elle-même et se déconnecte à la fin.',
  'error.store-keeps-nothing.hint':
    'Laissez de côté connect login et logout. Pour garder une session entre les commandes, supprimez la variable ou donnez-lui la valeur keychain ou file.',

  'error.not-found': 'Le portail ne connaît pas cet élément, ou pas pour ce client.',
  'error.not-found.hint': 'La commande list affiche ce qui existe.',
  'error.no-clients': 'Ce login ne peut agir pour aucun client.',
  'error.no-clients.hint':
    'Un administrateur de l’employeur peut l’autoriser. Il s’agit peut-être d’un autre login (-p).',
  'error.client-unknown': 'Ce login n’a pas de client « {client} ». Connus : {known}',
  'error.client-unknown.hint':
    'Une modification exige le numéro ou le nom complet. connect clients list les affiche ; peut-être un autre login est-il visé (-p).',
  'error.profile-unknown': 'Aucun login n’est enregistré sous « {profile} ». Enregistrés : {known}',
  'error.profile-unknown.hint': 'connect login -p NOM en crée un.',
  'error.user-unknown': 'Il n’y a pas d’utilisateur « {user} » chez {client}. Semblables : {similar}',
  'error.user-unknown.hint': 'connect users list les affiche.',
  'error.file-not-found': 'Le fichier {file} n’existe pas.',
  'error.file-not-found.hint': '',
  'error.sandbox-not-running': 'Aucun portail d’exercice n’est en marche dans {directory}.',
  'error.sandbox-not-running.hint': 'connect sandbox start',

  'error.not-signed-in': 'Aucune session n’est ouverte.',
  'error.not-signed-in.hint': 'connect login',
  'error.login-incomplete':
    'Avec CONNECT_CREDENTIAL_STORE=memory, chaque commande se connecte elle-même, et il manque pour cela : {missing}',
  'error.login-incomplete.hint':
    'Définissez les variables, ou indiquez par celles en _FILE les fichiers qui contiennent les secrets. En CI, leur place est parmi les secrets de la tâche.',
  'error.credentials-invalid': 'Le nom d’utilisateur ou le mot de passe est faux.',
  'error.credentials-invalid.hint': 'Après cinq réponses fausses, le login est bloqué un certain temps.',
  'error.code-invalid': 'Le code est faux.',
  'error.code-invalid.hint':
    'Réessayez avec un nouveau code. Si les codes de l’application sont toujours faux, c’est l’horloge du téléphone ou de cet ordinateur qui est mal réglée. Après cinq réponses fausses, le login est bloqué un certain temps.',
  'error.code-used': 'Ce code a déjà été utilisé. Chaque code ne vaut que pour un login.',
  'error.code-used.hint': 'Attendez le code suivant, jusqu’à 30 secondes, puis connectez-vous à nouveau.',
  'error.challenge-expired': 'Le login a duré trop longtemps.',
  'error.challenge-expired.hint': 'Recommencez : connect login',
  'error.method-unavailable': 'Ce login n’est pas possible avec « {method} ». Possible : {offered}',
  'error.method-unavailable.hint': 'connect login --method …',
  'error.session-expired': 'La session a pris fin.',
  'error.session-expired.hint': 'connect login',
  'error.session-revoked':
    'Le portail a mis fin à la session : à la suite d’une déconnexion, d’un nouveau mot de passe ou de la désactivation du login.',
  'error.session-revoked.hint': 'connect login',
  'error.token-reused':
    'Le portail a mis fin à la session parce que l’un de ses jetons a été utilisé deux fois. Quelqu’un l’a peut-être copié.',
  'error.token-reused.hint':
    'connect login. Si vous n’avez rien fait d’inhabituel, changez le mot de passe et avertissez votre administrateur.',
  'error.user-locked': 'Le login est bloqué jusqu’au {lockedUntil}, après trop de réponses fausses.',
  'error.user-locked.hint': 'Attendez jusque-là. Un administrateur le voit dans connect users list.',
  'error.user-deactivated': 'Le login est désactivé.',
  'error.user-deactivated.hint': 'Un administrateur de l’employeur peut le réactiver.',
  'error.user-not-activated': 'L’invitation a été envoyée, mais le login n’est pas encore activé.',
  'error.user-not-activated.hint': 'connect login --activate, avec le code reçu par e-mail.',
  'error.activation-code-invalid': 'Le code d’activation est faux.',
  'error.activation-code-invalid.hint': 'Il figure dans l’e-mail du portail et ressemble à 7F3K-9QXM.',
  'error.activation-code-expired': 'Le code d’activation a expiré.',
  'error.activation-code-expired.hint': 'Demandez à un administrateur de vous réactiver : un nouveau code sera envoyé.',
  'error.certificate-required':
    'Ce mode de connexion exige un certificat d’authentification, et aucun n’a été présenté.',
  'error.certificate-required.hint': 'Connectez-vous avec mot de passe et code.',
  'error.certificate-unknown': 'Le portail ne connaît pas ce certificat d’authentification.',
  'error.certificate-unknown.hint': 'Connectez-vous avec mot de passe et code.',
  'error.store-absent': 'Le trousseau de clés du système d’exploitation n’est pas accessible : {reason}',
  'error.store-absent.hint':
    'Rien n’a été enregistré : les secrets ne sont jamais conservés en clair. Sur une machine sans trousseau de clés, choisissez le fichier chiffré : connect config set store file, et définissez CONNECT_STORE_PASSPHRASE_FILE.',
  'error.store-no-bus':
    'Le trousseau de clés du système d’exploitation n’est pas accessible : il n’y a pas de session D-Bus ici ({reason}).',
  'error.store-no-bus.hint':
    'Rien n’a été enregistré : les secrets ne sont jamais conservés en clair. Par ssh, dans les tâches cron et dans les conteneurs, il n’y a en général pas de trousseau de clés. Choisissez le fichier chiffré : connect config set store file, et définissez CONNECT_STORE_PASSPHRASE_FILE ; dans les tâches CI, CONNECT_CREDENTIAL_STORE=memory.',
  'error.store-no-service':
    'Aucun trousseau de clés n’est en marche ici : il y a une session D-Bus, mais aucun programme n’y offre le Secret Service.',
  'error.store-no-service.hint':
    'Rien n’a été enregistré : les secrets ne sont jamais conservés en clair. Démarrez un trousseau de clés, par exemple gnome-keyring-daemon ou KeePassXC, ou choisissez le fichier chiffré : connect config set store file, et définissez CONNECT_STORE_PASSPHRASE_FILE.',
  'error.store-empty': 'Le trousseau de clés ne contient aucun trousseau qui puisse conserver quelque chose.',
  'error.store-empty.hint':
    'Rien n’a été enregistré. Le trousseau est créé à la première ouverture de session sur le bureau, ou avec un programme comme Seahorse. Sans bureau, choisissez le fichier chiffré : connect config set store file, et définissez CONNECT_STORE_PASSPHRASE_FILE.',
  'error.store-lost': 'Le trousseau de clés s’est interrompu au milieu d’un appel : {reason}',
  'error.store-lost.hint': 'Il s’est arrêté ou a été redémarré. Réessayez ; connect status affiche qui est connecté.',
  'error.store-locked': 'Le trousseau de clés est verrouillé.',
  'error.store-locked.hint': 'Déverrouillez-le et réessayez. Rien n’a été enregistré.',
  'error.store-denied': 'L’utilisation des données d’accès a été refusée : {reason}',
  'error.store-denied.hint':
    'Autorisez connect à utiliser l’entrée du trousseau de clés, ou vérifiez les droits du fichier.',
  'error.store-silent': 'Le trousseau de clés n’a pas répondu en {seconds} secondes.',
  'error.store-silent.hint':
    'Il attend peut-être une réponse dans une fenêtre que personne ne voit. Déverrouillez-le, ou choisissez le fichier chiffré : connect config set store file',
  'error.store-passphrase-wrong': 'La phrase de passe du fichier chiffré des données d’accès est fausse.',
  'error.store-passphrase-wrong.hint': 'Le fichier est intact. Vérifiez CONNECT_STORE_PASSPHRASE[_FILE].',
  'error.store-damaged': 'Le fichier chiffré des données d’accès est endommagé.',
  'error.store-damaged.hint':
    'Restaurez-le à partir d’une sauvegarde, ou supprimez-le et connectez-vous à nouveau. connect config path affiche où il se trouve.',
  'error.store-not-moved':
    'Rien n’a été modifié : les données d’accès ne peuvent pas être retirées de l’ancien stockage ({from}). {reason}',
  'error.store-not-moved.hint':
    'Remédiez-y, ou changez sans elles et connectez-vous à nouveau : connect config set store {kind} --leave',
  'error.store-busy': 'D’autres processus tiennent ce verrou depuis trop longtemps : {lock}',
  'error.store-busy.hint': 'Réessayez. Si aucun autre connect n’est en marche, supprimez le verrou.',
};
