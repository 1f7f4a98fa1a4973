import type { TranslationOf } from '../catalog.js';
import type { failures as english } from '../en/failures.js';

export const failures: TranslationOf<typeof english> = {
  'error.not-permitted': 'Ce login n’a pas l’autorisation nécessaire.',
  'error.not-permitted.hint': 'Un administrateur de l’employeur peut l’accorder.',
  'error.credential-too-weak':
    'Il faut pour cela un login plus sûr : « {requiredStrength} », et cette session est « {currentStrength} ».',
  'error.credential-too-weak.hint':
    'connect login --method {requiredStrength}, ou un mode plus sûr : sms < otp (application d’authentification ; connect otp enrol la configure) < certificate (certificat d’authentification).',
  'error.confirmation-failed': 'Votre propre mot de passe était faux ; rien n’a donc été modifié.',
  'error.confirmation-failed.hint': 'Réessayez. Après cinq réponses fausses, votre login est bloqué un certain temps.',
  'error.not-confirmed': 'Pas de confirmation. Rien n’a été modifié.',
  'error.not-confirmed.hint': '',
  'error.lockout':
    'Sans {user} ({userName}), {client} n’a aucun administrateur actif. Personne ne peut alors gérer les utilisateurs ni en admettre, et un nouveau code d’accès n’arrive que par la poste.',
  'error.lockout.hint':
    'Saisissez la personne qui lui succède (connect users new --administrator) et attendez son premier login. Si le client doit vraiment perdre l’accès : --accept-lockout "{client}"',
  'error.lockout-name-wrong':
    '--accept-lockout nomme « {given} », mais il s’agit de « {client} ». Rien n’a été modifié.',
  'error.lockout-name-wrong.hint': 'Écrivez le nom complet du client.',
  'error.precondition-failed': 'Quelqu’un a modifié ces données au même moment. Votre modification n’a pas été faite.',
  'error.precondition-failed.hint': 'Relancez la commande : elle tient compte du nouvel état.',
  'error.precondition-required': 'Le portail veut savoir quelle version est visée. Rien n’a été modifié.',
  'error.precondition-required.hint': 'Relancez la commande.',
  'error.user-exists': 'Il existe déjà, auprès de cette caisse, un login avec cette adresse e-mail.',
  'error.user-exists.hint': 'connect users list --search ADRESSE indique à qui il appartient.',
  'error.user-name-taken': 'Ce nom d’utilisateur est déjà pris.',
  'error.user-name-taken.hint': 'Choisissez-en un autre avec --user-name.',
  'error.four-eyes':
    'Il faut deux personnes : {uploader} a transmis la déclaration {id}, et {user}, actuellement connecté, est la même personne ({from}). Rien n’a été libéré.',
  'error.four-eyes.hint': 'Faites-la libérer par une autre personne autorisée.',
  'error.attachment-refused': 'Le portail refuse l’annexe {file} : {reason}. La déclaration n’a pas été envoyée.',
  'error.attachment-refused.hint': '',
  'error.state-conflict': 'Ce n’est pas possible dans l’état actuel : {detail}',
  'error.state-conflict.hint': '',
  'error.request-in-progress': 'La même requête est encore en cours de traitement.',
  'error.request-in-progress.hint': 'Attendez un instant et relancez la commande.',
  'error.idempotency-key-reused':
    'Le portail connaît la clé de cette modification par une demande qui n’était pas la même.',
  'error.idempotency-key-reused.hint':
    'Si vous avez mal tapé votre propre mot de passe cette fois, relancez la commande. Sinon, vérifiez d’abord si la modification a déjà été faite.',
  'error.idempotency-key-voided':
    'Cette transmission a été annulée par connect salary reconcile, le portail la refuse donc. Rien n’a été transmis.',
  'error.idempotency-key-voided.hint': 'Relancez la commande : ce sera alors une nouvelle transmission.',
  'error.validation-failed': 'Le portail refuse les indications données : {detail}',
  'error.validation-failed.hint': '',
  'error.password-unfit': 'Le nouveau mot de passe ne peut pas être utilisé.',
  'error.password-unfit.hint':
    'Il doit compter au moins 12 caractères, ne pas contenir le nom d’utilisateur et ne pas être l’un des cinq derniers.',
  'error.access-code-invalid': 'Le code d’accès est faux.',
  'error.access-code-invalid.hint':
    'Il figure dans la lettre de la caisse : 12 majuscules et chiffres. Si la lettre est perdue : connect codes request --no-login',
  'error.access-code-expired': 'Le code d’accès a expiré.',
  'error.access-code-expired.hint':
    'Demandez-en un nouveau à la caisse, qui arrive par la poste : connect codes request --no-login',
  'error.access-code-used': 'Le code d’accès a déjà été utilisé.',
  'error.access-code-used.hint':
    'Connectez-vous, ou demandez-en un nouveau à la caisse, qui arrive par la poste : connect codes request --no-login',
  'error.registration-expired': 'L’enregistrement a pris trop de temps.',
  'error.registration-expired.hint': 'Recommencez avec le même code d’accès : connect register',
  'error.registration-ended': 'Cinq codes faux ont mis fin à l’enregistrement. Le code d’accès reste valable.',
  'error.registration-ended.hint': 'Recommencez avec le même code d’accès : connect register',
  'error.registration-user-exists': 'Il existe déjà, auprès de cette caisse, un login avec cette adresse e-mail.',
  'error.registration-user-exists.hint':
    'Connectez-vous avec celui-ci : connect login. Pour un login distinct, l’enregistrement demande une autre adresse e-mail : --email',
  'error.malformed': 'Le portail ne peut pas lire la demande : {detail}',
  'error.malformed.hint': 'Le portail a peut-être une autre version que ce programme.',
  'error.idempotency-key-required': 'Le portail exige une clé pour cette demande. Rien n’a été modifié.',
  'error.idempotency-key-required.hint': 'Le portail a peut-être une autre version que ce programme.',
  'error.cursor-invalid': 'La liste a pris trop de temps, et le portail a perdu l’endroit.',
  'error.cursor-invalid.hint': 'Relancez la commande.',
  'error.method-not-allowed': 'Le portail ne sait pas faire cela.',
  'error.method-not-allowed.hint': 'Le portail a peut-être une autre version que ce programme.',
  'error.range-not-satisfiable': 'Le portail n’a pas cette partie du document.',
  'error.range-not-satisfiable.hint': 'Le portail a peut-être une autre version que ce programme.',
  'error.factor-required': 'Le seul second facteur restant ne peut pas être supprimé.',
  'error.factor-required.hint':
    'Faites d’abord saisir un numéro de portable pour les codes par SMS, ou remplacez l’application : connect otp enrol',
  'error.enrolment-expired': 'La configuration a duré trop longtemps et a été abandonnée. Rien n’a été modifié.',
  'error.enrolment-expired.hint': 'Recommencez : connect otp enrol',
  'error.attachment-required': 'La caisse demande un document.',
  'error.attachment-required.hint': '',
  'error.year-mismatch': 'L’année n’est pas celle de la déclaration.',
  'error.year-mismatch.hint': '',
  'error.too-large': 'Le portail refuse l’envoi en raison de sa taille.',
  'error.too-large.hint': '',
  'error.media-type-unsupported': 'Le portail n’accepte pas les fichiers de ce type.',
  'error.media-type-unsupported.hint': '',
  'error.portal-refused': 'Le portail a refusé : {title} {detail}',
  'error.portal-refused.hint': '',
  'error.profile-exists': 'Un login est déjà enregistré sous « {profile} ».',
  'error.profile-exists.hint':
    'Choisissez un autre nom, ou supprimez d’abord celui-là : connect profiles remove {profile}',
  'error.target-exists': 'Il existe déjà un autre fichier de ce nom : {file}',
  'error.target-exists.hint':
    'Rien n’est jamais remplacé. Déplacez ce fichier, ou choisissez un autre dossier avec --to.',
  'error.file-exists': 'Il existe déjà un fichier de ce nom : {file}',
  'error.file-exists.hint': 'Choisissez un autre nom, ou remplacez-le avec --overwrite.',
  'error.output-exists': 'Il existe déjà un fichier de ce nom : {file}',
  'error.output-exists.hint': 'Rien n’est jamais remplacé. Déplacez ce fichier, ou indiquez-en un autre.',
  'error.file-unwritable': '{file} ne peut pas être écrit : {reason}',
  'error.file-unwritable.hint': '',
  'error.sandbox-running': 'Un portail d’exercice est déjà en marche dans {directory} : {origin}',
  'error.sandbox-running.hint': 'connect sandbox status l’affiche, connect sandbox stop l’arrête.',
  'error.sandbox-failed': 'Le portail d’exercice n’a pas démarré : {reason}',
  'error.sandbox-failed.hint': '',

  'error.portal-refuses-connection': 'Personne ne répond à {portal} : la connexion a été refusée.',
  'error.portal-refuses-connection.hint':
    'L’adresse est-elle juste, et le portail est-il en marche ? Un pare-feu peut aussi faire obstacle.',
  'error.portal-name-unknown': 'Le nom qui figure dans {portal} est inconnu.',
  'error.portal-name-unknown.hint': 'Vérifiez l’adresse et le réseau. Derrière un proxy, définissez HTTPS_PROXY.',
  'error.portal-silent': '{portal} n’a pas répondu à temps.',
  'error.portal-silent.hint':
    'Réessayez plus tard, ou avec un --timeout plus long. Dans un réseau d’entreprise, il manque peut-être HTTPS_PROXY.',
  'error.portal-certificate-untrusted':
    'L’identité de {portal} ne peut pas être vérifiée : l’émetteur de son certificat n’est pas connu ici.',
  'error.portal-certificate-untrusted.hint':
    'Si votre organisation inspecte le trafic ou possède sa propre autorité de certification, indiquez son certificat racine : --ca-file FICHIER, durablement avec connect config set ca-file FICHIER. Il n’existe aucun moyen d’éviter la vérification.',
  'error.portal-certificate-expired':
    'L’identité de {portal} ne peut pas être vérifiée : son certificat, ou celui de l’émetteur, a expiré.',
  'error.portal-certificate-expired.hint':
    'L’horloge de cet ordinateur est-elle à l’heure ? Si oui, informez la caisse. Il n’existe aucun moyen d’éviter la vérification.',
  'error.portal-certificate-not-yet-valid':
    'L’identité de {portal} ne peut pas être vérifiée : son certificat, ou celui de l’émetteur, n’est pas encore valable.',
  'error.portal-certificate-not-yet-valid.hint':
    'L’horloge de cet ordinateur retarde probablement : réglez-la. Il n’existe aucun moyen d’éviter la vérification.',
  'error.portal-certificate-of-another':
    'L’identité de {portal} ne peut pas être vérifiée : son certificat est établi à un autre nom ({reason}).',
  'error.portal-certificate-of-another.hint':
    'Vérifiez l’adresse. Si elle est juste, quelqu’un d’autre répond peut-être à sa place : informez la caisse. Il n’existe aucun moyen d’éviter la vérification.',
  'error.portal-certificate-unfit':
    'L’identité de {portal} ne peut pas être vérifiée : son certificat n’est pas en ordre ({reason}).',
  'error.portal-certificate-unfit.hint':
    'Informez la caisse ou le service responsable de votre réseau. Il n’existe aucun moyen d’éviter la vérification.',
  'error.portal-connection-lost': 'La connexion à {portal} a été interrompue.',
  'error.portal-connection-lost.hint': 'Réessayez.',
  'error.proxy-refuses-connection': 'Personne ne répond au proxy {proxy} : la connexion a été refusée.',
  'error.proxy-refuses-connection.hint':
    'L’adresse provient de {from}. Vérifiez-la, ou excluez le serveur du portail avec NO_PROXY.',
  'error.proxy-name-unknown': 'Le nom du proxy {proxy} est inconnu.',
  'error.proxy-name-unknown.hint': 'Il provient de {from}. Hors du réseau de l’entreprise, supprimez cette variable.',
  'error.proxy-silent': 'Le proxy {proxy} n’a pas répondu à temps.',
  'error.proxy-silent.hint': 'Son adresse provient de {from}. Réessayez plus tard, ou avec un --timeout plus long.',
  'error.proxy-certificate-untrusted':
    'L’identité du proxy {proxy} ne peut pas être vérifiée : son certificat n’est pas reconnu ({reason}).',
  'error.proxy-certificate-untrusted.hint':
    'Indiquez le certificat racine de votre organisation : --ca-file FICHIER. Il n’existe aucun moyen d’éviter la vérification.',
  'error.proxy-connection-lost': 'Le proxy {proxy} a interrompu la connexion, ou ne répond pas comme un proxy.',
  'error.proxy-connection-lost.hint':
    'Son adresse provient de {from}. La plupart des proxys s’adressent par http://, même pour des adresses en https://.',
  'error.proxy-login-missing': 'Le proxy {proxy} exige un utilisateur et un mot de passe.',
  'error.proxy-login-missing.hint': 'Ajoutez-les dans {from} : http://utilisateur:motdepasse@serveur:port',
  'error.proxy-login-wrong': 'Le proxy {proxy} n’accepte pas l’utilisateur et le mot de passe de {from}.',
  'error.proxy-login-wrong.hint':
    'Corrigez-les à cet endroit. Les caractères spéciaux s’écrivent %40 (pour @), %3A (:), %2F (/), %23 (#), %25 (%).',
  'error.proxy-login-unsupported': 'Le proxy {proxy} n’accepte pas de mot de passe, mais seulement : {schemes}',
  'error.proxy-login-unsupported.hint':
    'connect ne connaît que Basic. Demandez une exception pour le portail, ou placez entre deux un relais tel que cntlm ou px et indiquez-le dans {from}.',
  'error.proxy-denies': 'Le proxy {proxy} ne laisse pas passer {portal} (statut {status}).',
  'error.proxy-denies.hint':
    'Demandez au service responsable du proxy d’autoriser CONNECT vers ce serveur, ou excluez-le avec NO_PROXY.',
  'error.proxy-unable': 'Le proxy {proxy} ne parvient pas à joindre {portal} (statut {status}).',
  'error.proxy-unable.hint':
    'Vérifiez l’adresse du portail. Si elle est juste, réessayez plus tard ou informez le service responsable du proxy.',
  'error.portal-redirects':
    '{portal} renvoie à une autre adresse : {location}. Les données d’accès n’y sont pas envoyées.',
  'error.portal-redirects.hint':
    'Vérifiez l’adresse du portail. Dans un réseau d’hôtel ou pour invités, connectez-vous d’abord à ce réseau avec un navigateur.',
  'error.portal-answer-malformed': '{portal} a donné une réponse que connect ne comprend pas.',
  'error.portal-answer-malformed.hint':
    'Est-ce bien l’adresse d’un portail, et non celle d’une page de login ou d’un proxy ?',
  'error.digest-mismatch':
    'Ce qui est arrivé n’est pas ce qui a été envoyé : les empreintes diffèrent. Rien n’a été conservé.',
  'error.digest-mismatch.hint': 'Réessayez.',
  'error.internal-error': 'Une erreur s’est produite dans le portail.',
  'error.internal-error.hint':
    'Réessayez plus tard. Si l’erreur persiste, communiquez à la caisse le numéro de la requête.',
  'error.too-many-requests': 'Le portail demande de la patience : trop de requêtes.',
  'error.too-many-requests.hint': 'Réessayez plus tard.',
  'error.maintenance': 'Le portail est fermé pour maintenance.',
  'error.maintenance.hint': 'Réessayez plus tard.',
  'error.unavailable': '{portal} n’est pas disponible pour le moment.',
  'error.unavailable.hint': 'Réessayez plus tard.',
  'error.foreign-host': 'Le portail d’exercice ne répond pas sous ce nom.',
  'error.foreign-host.hint': 'Utilisez l’adresse qu’affiche connect sandbox status.',
  'error.foreign-origin': 'Le portail d’exercice ne répond pas aux pages web.',
  'error.foreign-origin.hint': '',

  'error.salary-table-invalid': {
    one: '{file} contient une erreur. Rien n’a été écrit.',
    many: '{file} contient {count} erreurs. Rien n’a été écrit.',
    other: '{file} contient {count} erreurs. Rien n’a été écrit.',
  },
  'error.salary-table-invalid.hint': 'connect salary check {file} les montre toutes.',
  'error.salary-table-incomplete': '{file} ne dit pas tout ce qu’ELM exige d’un employeur. Rien n’a été écrit.',
  'error.salary-table-incomplete.hint':
    'Complétez au-dessus du tableau, nommez le client avec --client ou indiquez {options}.',
  'error.salary-not-a-table': '{file} n’est ni un classeur Excel ni un fichier CSV compréhensible.',
  'error.salary-not-a-table.hint': 'Un fichier ELM n’a pas besoin d’être converti : connect salary check {file}',
  'error.checks-failed': 'La caisse a rejeté la déclaration {id}.',
  'error.checks-failed.hint':
    'connect salary show {id} dit pourquoi. Corrigez-la dans le logiciel de salaires, exportez-la de nouveau et transmettez-la.',
  'error.file-invalid': 'Le portail ne peut pas lire le fichier : {detail}',
  'error.file-invalid.hint': 'connect salary check indique ce qui est faux.',
  'error.file-unreadable': '{file} ne peut pas être lu : {reason}',
  'error.file-unreadable.hint': '',
  'error.file-is-folder': '{file} est un dossier, non un fichier.',
  'error.file-is-folder.hint':
    'Nommez le fichier voulu qu’il contient ; là où plusieurs sont admis, le shell les nomme tous : {file}/*',
  'error.file-forbidden': '{file} ne peut pas être lu : l’autorisation manque.',
  'error.file-forbidden.hint': 'Son propriétaire peut la donner ; ls -l montre qui c’est, et qui peut lire.',
  'error.document-unfit': '{file} ne peut pas être joint. Attendu : {expected}',
  'error.document-unfit.hint': '',

  'error.some-failed': 'Une partie a échoué.',
  'error.some-failed.hint': '',
  'error.still-checking': 'La caisse vérifie encore la déclaration {id}. Elle est arrivée, et sa quittance est là.',
  'error.still-checking.hint': 'connect salary show {id} --wait continue d’attendre.',
  'error.still-processing': 'La déclaration {id} est libérée, et la caisse la traite encore.',
  'error.still-processing.hint': 'connect salary show {id} --wait continue d’attendre.',
  'error.outcome-unknown':
    'La modification a été envoyée à {portal}, mais la réponse s’est perdue. La modification a peut-être été faite, peut-être pas.',
  'error.outcome-unknown.hint':
    'Relancez la même commande : ce qui est déjà fait est reconnu et n’est pas fait deux fois.',
  'error.password-change-unknown':
    'Le nouveau mot de passe a été envoyé à {portal}, mais la réponse s’est perdue. C’est soit le nouveau qui est valable, soit encore l’ancien.',
  'error.password-change-unknown.hint':
    'connect login le montre : essayez d’abord le nouveau mot de passe. S’il est faux, l’ancien est valable et le changement peut être refait.',
  'error.interrupted': 'Commande interrompue.',
  'error.interrupted.hint': '',
  'error.upload-wait-interrupted':
    'L’attente a été interrompue. La déclaration {id} a été transmise ; son état : {state}.',
  'error.upload-wait-interrupted.hint': 'connect salary show {id} --wait continue d’attendre.',
  'error.release-wait-interrupted':
    'L’attente a été interrompue. La déclaration {id} a été libérée ; son état : {state}.',
  'error.release-wait-interrupted.hint': 'connect salary show {id} --wait continue d’attendre.',
  'error.unexpected': 'C’est un défaut de connect lui-même : {name} {message}',
  'error.unexpected.hint': 'Veuillez le signaler, avec ce qu’affiche la même commande avec --debug.',
};
