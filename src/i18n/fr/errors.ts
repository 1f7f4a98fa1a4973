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
  'error.stdin-twice': 'stdin (-) ne peut être lu qu’une fois.',
  'error.stdin-twice.hint': 'Indiquez - une fois, et les autres fichiers par leur nom.',
  'error.dry-run-unsupported': '« {verb} » ne modifie rien sur le portail : il n’y a pas d’essai à blanc.',
  'error.dry-run-unsupported.hint': 'Omettez --dry-run.',
  'error.prompt-impossible':
    'Il n’y a personne à qui poser la question : stdin n’est pas un terminal, ou --no-input a été indiqué.',
  'error.prompt-impossible.hint': 'Donnez la réponse à l’avance : {option}',
  'error.stdin-empty': 'stdin s’est terminé avant qu’il y ait quelque chose pour {option}.',
  'error.stdin-empty.hint':
    'Chaque secret occupe sa propre ligne : code d’accès, code d’activation, mot de passe, nouveau mot de passe, code à usage unique, dans cet ordre.',
  'error.portal-insecure': '{portal} n’est pas chiffré. Les données d’accès ne circulent que par https.',
  'error.portal-insecure.hint': 'L’adresse doit commencer par https://',
  'error.portal-malformed': '« {portal} » n’est pas l’adresse du portail d’une caisse.',
  'error.portal-malformed.hint':
    'Une telle adresse ressemble à https://www.akisnet.ch/ak095, avec le numéro de la caisse.',
  'error.passwords-differ': 'Les deux mots de passe ne sont pas identiques.',
  'error.passwords-differ.hint': 'Rien n’a été modifié. Réessayez.',
  'error.passphrase-empty': 'Une phrase de passe vide ne protège rien.',
  'error.passphrase-empty.hint': 'Rien n’a été modifié. Choisissez une phrase de passe de plusieurs mots.',
  'error.access-code-malformed':
    'Ce ne peut pas être un code d’accès : il se compose de 12 majuscules et chiffres (caractères donnés : {count}). Rien n’a été envoyé.',
  'error.access-code-malformed.hint':
    'Recopiez-le de la lettre ; les minuscules, espaces et tirets ne gênent pas. Nouvelle lettre : connect codes request --no-login',
  'error.registration-unfinished':
    'Un enregistrement de {user} ({email}) a été commencé le {at} et n’est pas terminé. Les indications données maintenant concernent une autre personne.',
  'error.registration-unfinished.hint': 'connect register {portal} le poursuit ; avec --restart, un nouveau commence.',
  'error.client-missing': 'Le login a {count} clients, et on ne sait pas lequel est visé : {known}',
  'error.client-missing.hint': 'Indiquez lequel avec --client ; pour les listes, --all-clients les désigne tous.',
  'error.client-implicit':
    'Le login a {count} clients. Une modification ne se fonde pas sur le client par défaut ({client}), choisi un autre jour.',
  'error.client-implicit.hint':
    'Nommez le client : --client NUMÉRO, CONNECT_CLIENT, ou un .connect.toml dans le répertoire.',
  'error.client-ambiguous': '« {client} » correspond à plusieurs clients : {known}',
  'error.client-ambiguous.hint': 'Indiquez le numéro ou le nom complet.',
  'error.client-auto-unsupported':
    '--client auto choisit le client d’après le fichier de salaires transmis. Cette commande n’a pas de tel fichier.',
  'error.client-auto-unsupported.hint':
    'Nommez le client : --client NUMÉRO. Le numéro atteint aussi un client qui s’appelle « auto ».',
  'error.client-of-file-ambiguous': '{file} nomme plusieurs clients de ce login : {known}',
  'error.client-of-file-ambiguous.hint': 'Choisissez-en un avec --client NUMÉRO.',
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
  'error.schema-unusable': 'Les schémas dans {folder} ne sont pas utilisables : {reason}',
  'error.schema-unusable.hint': 'Placez-y les fichiers XSD de la version ELM, tous, tels que Swissdec les remet.',
  'error.ca-file-unreadable': 'Les certificats de {file} ne peuvent pas être lus ({from}) : {reason}',
  'error.ca-file-unreadable.hint': 'Corrigez {from}, ou supprimez cette indication.',
  'error.ca-file-malformed': '{file} ne contient aucun certificat au format PEM, ou un certificat endommagé ({from}).',
  'error.ca-file-malformed.hint':
    'Le format PEM commence par -----BEGIN CERTIFICATE-----. Pour convertir un fichier binaire : openssl x509 -inform der -in FICHIER -out FICHIER.pem',
  'error.proxy-malformed':
    'La valeur de {from} n’est pas l’adresse d’un proxy. Elle n’est pas affichée, car elle peut contenir un mot de passe.',
  'error.proxy-malformed.hint':
    'Une telle adresse ressemble à http://proxy.example:3128 ou à http://utilisateur:motdepasse@proxy.example:3128. Dans l’utilisateur et le mot de passe, écrivez %40 pour @, %3A pour :, %2F pour /, %23 pour #, %3F pour ?, %25 pour %.',
  'error.totp-secret-malformed':
    'Le secret de l’application d’authentification n’est ni du base32 (majuscules et chiffres de 2 à 7, au moins 16 caractères) ni l’adresse otpauth: d’une application à codes temporels.',
  'error.totp-secret-malformed.hint': 'Vérifiez CONNECT_TOTP_SECRET[_FILE].',
  'error.terminal-narrow': 'La fenêtre a {columns} colonnes et le code QR en demande {needed}. Rien n’a été modifié.',
  'error.terminal-narrow.hint': 'Élargissez la fenêtre, ou utilisez --qr-file.',
  'error.certificate-file-unreadable': '{file} ne peut pas être lu : {reason}',
  'error.certificate-file-unreadable.hint':
    '--certificate indique le certificat d’authentification et --key sa clé privée ; CONNECT_CLIENT_CERT et CONNECT_CLIENT_KEY ont le même effet.',
  'error.certificate-key-missing': '{file} ne contient pas de clé privée.',
  'error.certificate-key-missing.hint':
    'Si elle se trouve dans un autre fichier, indiquez-le avec --key ou CONNECT_CLIENT_KEY. Sinon, exportez de nouveau le certificat avec sa clé privée.',
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
  'error.client-of-file-unknown':
    '{file} est destiné à {inFile} (caisse et numéro d’affilié), et ce login n’a aucun de ces clients. Il a : {known}',
  'error.client-of-file-unknown.hint':
    'Un autre login est peut-être visé (-p), ou le logiciel de salaires a exporté une autre entreprise.',
  'error.profile-unknown': 'Aucun login n’est enregistré sous « {profile} ». Enregistrés : {known}',
  'error.profile-unknown.hint': 'connect login -p NOM en crée un.',
  'error.user-unknown': 'Il n’y a pas d’utilisateur « {user} » chez {client}. Semblables : {similar}',
  'error.user-unknown.hint': 'connect users list les affiche.',
  'error.file-not-found': 'Le fichier {file} n’existe pas.',
  'error.file-not-found.hint': '',
  'error.otp-not-enrolled': '{username} n’a pas d’application d’authentification.',
  'error.otp-not-enrolled.hint':
    'connect otp enrol en configure une. Un secret encore conservé sur cet ordinateur : connect otp forget',
  'error.seed-missing': 'Cet ordinateur ne conserve aucun secret d’application d’authentification pour {username}.',
  'error.seed-missing.hint':
    'connect otp enrol --store-seed le conserve ; ou indiquez dans CONNECT_TOTP_SECRET_FILE un fichier qui le contient.',
  'error.sandbox-not-running': 'Aucun portail d’exercice n’est en marche dans {directory}.',
  'error.sandbox-not-running.hint': 'connect sandbox start',
  'error.receipts-none': 'Il n’y a pas de quittances sur cet ordinateur ; rien n’a été vérifié.',
  'error.receipts-none.hint':
    'connect salary upload en conserve une par transmission, connect salary receipt demande celles des précédentes.',
  'error.receipts-none-of-year':
    'Il n’y a pas de telles quittances pour {year} sur cet ordinateur. Rien n’a été écrit.',
  'error.receipts-none-of-year.hint':
    'connect receipts list montre celles qui sont là. L’année est celle de la déclaration.',

  'error.not-signed-in': 'Aucune session n’est ouverte.',
  'error.not-signed-in.hint': 'connect login',
  'error.login-incomplete':
    'Avec CONNECT_CREDENTIAL_STORE=memory, chaque commande se connecte elle-même, et il manque pour cela : {missing}',
  'error.login-incomplete.hint':
    'Définissez les variables, ou indiquez par celles en _FILE les fichiers qui contiennent les secrets. En CI, leur place est parmi les secrets de la tâche.',
  'error.code-request-signed-out': 'Aucune session n’est ouverte.',
  'error.code-request-signed-out.hint':
    'connect login. Si plus personne ne peut se connecter : connect codes request --no-login demande une lettre au membre, sans login.',
  'error.credentials-invalid': 'Le nom d’utilisateur ou le mot de passe est faux.',
  'error.credentials-invalid.hint': 'Après cinq réponses fausses, le login est bloqué un certain temps.',
  'error.code-invalid': 'Le code est faux.',
  'error.code-invalid.hint':
    'Réessayez avec un nouveau code. Si les codes de l’application sont toujours faux, c’est l’horloge du téléphone ou de cet ordinateur qui est mal réglée. Après cinq réponses fausses, le login est bloqué un certain temps.',
  'error.code-used': 'Ce code a déjà été utilisé. Chaque code ne vaut que pour un login.',
  'error.code-used.hint': 'Attendez le code suivant, jusqu’à 30 secondes, puis connectez-vous à nouveau.',
  'error.clock-ahead':
    'Le code est faux, et la cause probable est celle-ci : l’horloge de cet ordinateur, qui l’a calculé, avance de {seconds} secondes sur celle du portail.',
  'error.clock-ahead.hint':
    'Réglez l’horloge, puis connectez-vous à nouveau. Après cinq réponses fausses, le login est bloqué un certain temps.',
  'error.clock-behind':
    'Le code est faux, et la cause probable est celle-ci : l’horloge de cet ordinateur, qui l’a calculé, retarde de {seconds} secondes sur celle du portail.',
  'error.clock-behind.hint':
    'Réglez l’horloge, puis connectez-vous à nouveau. Après cinq réponses fausses, le login est bloqué un certain temps.',
  'error.seed-refused':
    'Le portail refuse le code calculé à partir du secret que cet ordinateur conserve. L’application a probablement été remplacée ou supprimée depuis.',
  'error.seed-refused.hint':
    'Connectez-vous avec le code de l’application actuelle : --otp-stdin, ou d’abord connect otp forget. Ensuite, connect otp enrol --store-seed conserve un nouveau secret.',
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
  'error.registration-code-invalid': 'Le code du second facteur est faux.',
  'error.registration-code-invalid.hint':
    'Le code d’un SMS est valable cinq minutes, celui d’une application 30 secondes. Relancez la commande pour essayer un autre code ou configurer à nouveau le second facteur. Cinq codes faux mettent fin à l’enregistrement.',
  'error.certificate-malformed': '{file} n’est pas un certificat d’authentification : ni PEM, ni PKCS#12.',
  'error.certificate-malformed.hint':
    'Un fichier PEM contient une ligne -----BEGIN CERTIFICATE----- ; les fichiers PKCS#12 se terminent en général par .p12 ou .pfx.',
  'error.certificate-unsupported':
    '{file} est chiffré selon un ancien procédé qui n’est plus sûr et n’est plus pris en charge.',
  'error.certificate-unsupported.hint':
    'Chiffrez-le de nouveau avec AES-256 : openssl pkey -provider legacy -provider default -in ANCIEN.key -aes256 -out NOUVEAU.key',
  'error.certificate-key-malformed': 'La clé privée contenue dans {file} ne peut pas être lue.',
  'error.certificate-key-malformed.hint':
    'Une clé privée est au format PEM, avec une ligne telle que -----BEGIN PRIVATE KEY-----.',
  'error.certificate-key-mismatch': 'La clé privée de {key} n’appartient pas au certificat de {file}.',
  'error.certificate-key-mismatch.hint':
    'Rien n’a été envoyé. Deux certificats ont peut-être été confondus, ou l’un a été renouvelé sans sa clé.',
  'error.certificate-passphrase-wrong': 'La phrase de passe de {file} est fausse.',
  'error.certificate-passphrase-wrong.hint':
    'Le fichier est intact et rien n’a été envoyé. Réessayez, ou vérifiez CONNECT_CLIENT_KEY_PASSPHRASE[_FILE].',
  'error.certificate-expired':
    'Le certificat d’authentification de {file} a expiré : il était valable jusqu’au {until}.',
  'error.certificate-expired.hint':
    'Demandez-en un nouveau à l’autorité qui l’a émis et faites-le enregistrer. D’ici là, connectez-vous avec mot de passe et code.',
  'error.certificate-not-yet-valid':
    'Le certificat d’authentification de {file} n’est pas encore valable : il le sera à partir du {from}.',
  'error.certificate-not-yet-valid.hint':
    'Si cette date est passée, l’horloge de cet ordinateur ou du portail est mal réglée. D’ici là, connectez-vous avec mot de passe et code.',
  'error.certificate-unsuitable':
    'Le certificat de {file} n’est pas fait pour se connecter : l’authentification de client TLS (clientAuth) manque dans l’usage étendu de sa clé.',
  'error.certificate-unsuitable.hint':
    'C’est peut-être le certificat d’un serveur. Choisissez-en un autre, ou faites-en émettre un pour clients.',
  'error.certificate-untrusted': 'Le portail n’accepte pas l’autorité qui a émis le certificat de {file} : {issuer}',
  'error.certificate-untrusted.hint':
    'Choisissez un certificat d’une autorité que la caisse accepte. S’il a des certificats intermédiaires, ils doivent se trouver dans le même fichier.',
  'error.certificate-unknown':
    'Le certificat de {file} est en ordre, mais le portail ne connaît personne à qui il appartient.',
  'error.certificate-unknown.hint':
    'Faites-le enregistrer auprès de cette caisse (SHA-256 {fingerprint}), ou connectez-vous avec mot de passe et code.',
  'error.signing-key-missing':
    'Le portail attend que cette session signe avec la clé {key}, et elle n’est plus parmi les données d’accès.',
  'error.signing-key-missing.hint':
    'Rien n’a été envoyé. Une nouvelle connexion apporte une nouvelle clé : connect login',
  'error.signing-certificate-missing':
    'Cette session signe avec le certificat qui l’a ouverte, et CONNECT_CLIENT_CERT n’en indique aucun ou un autre.',
  'error.signing-certificate-missing.hint':
    'Rien n’a été envoyé. Indiquez de nouveau ce certificat dans CONNECT_CLIENT_CERT, ou reconnectez-vous : connect login',
  'error.signature-missing': 'Le portail exige une signature, et aucune ne lui est parvenue.',
  'error.signature-missing.hint':
    'Reconnectez-vous : connect login. Si cela persiste, quelque chose supprime des en-têtes en chemin : connect doctor',
  'error.signature-invalid': 'Le portail n’accepte pas la signature de cette requête : {detail}',
  'error.signature-invalid.hint':
    'Rien n’a été exécuté. Contrôlez l’horloge de cet ordinateur (connect doctor) et reconnectez-vous : connect login',
  'error.certificate-refused': 'Le serveur du portail a refusé le certificat de {file} : {alert}',
  'error.certificate-refused.hint':
    'Demandez à la caisse s’il a été révoqué et quels certificats elle accepte. D’ici là, connectez-vous avec mot de passe et code.',
  'error.certificate-of-another-user':
    'Le certificat de {file} appartient à {owner}, et non à {username}. Aucune session n’a été ouverte.',
  'error.certificate-of-another-user.hint': 'S’il s’agit bien de {owner} : connect login --username {owner}',
  'error.certificate-required':
    'Ce mode de connexion exige un certificat d’authentification, et aucun n’est parvenu au portail.',
  'error.certificate-required.hint':
    'Il n’est transmis que par https, et pas à travers un proxy qui ouvre le chiffrement. Sinon, connectez-vous avec mot de passe et code.',
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
  'error.store-busy': 'D’autres processus tiennent ce verrou depuis trop longtemps : {lock}',
  'error.store-busy.hint': 'Réessayez. Si aucun autre connect n’est en marche, supprimez le verrou.',
};
