import type { TranslationOf } from '../catalog.js';
import type { accessAudit as english, auditFailures as englishFailures } from '../en/access-audit.js';

export const accessAudit: TranslationOf<typeof english> = {
  'users.audit.summary': 'contrôler les logins : qui peut administrer, qui est inactif, qui n’y a plus sa place',
  'users.audit.details':
    'Pour tous les clients du login, sauf si --client en nomme. Trouve les clients que personne ou une seule personne peut administrer, les logins inactifs, jamais utilisés, bloqués ou avec SMS seulement, et les fiduciaires sans procuration valable ; dit pour chaque constat pourquoi il importe et quelle commande y remédie. Code de sortie 11 s’il y a une erreur ou un avertissement (avec --strict aussi une remarque), 8 si un client n’a pas pu être lu. --matrix montre qui peut faire quoi ; --html écrit une page à imprimer pour le contrôle annuel. --sign-off inscrit au journal des quittances qui a contrôlé quoi, signé avec la clé du login sur cet ordinateur ; « connect receipts » l’affiche, le vérifie et l’exporte.',
  'users.audit.dormant': 'un login que personne n’a utilisé depuis si longtemps est inactif (180d)',
  'users.audit.strict': 'code de sortie 11 aussi pour les remarques',
  'users.audit.matrix': 'afficher les utilisateurs et leurs thèmes à la place des constats ; CSV dans un tube',
  'users.audit.html': 'écrire une page à imprimer et à signer ; - pour stdout',
  'users.audit.signOff': 'consigner que vous avez contrôlé ceci : signé, dans le journal des quittances',
  'users.audit.comment': 'quelques mots qui accompagnent la confirmation',
  'users.audit.reviewDue': 'des accès non confirmés depuis si longtemps sont un constat, par exemple 365d',
  'users.audit.severity': 'niveau',
  'users.audit.user': 'utilisateur',
  'users.audit.person': 'personne',
  'users.audit.code': 'code',
  'users.audit.message': 'constat',
  'users.audit.why': 'motif',
  'users.audit.source': 'source',
  'users.audit.fix': 'que faire',
  'users.audit.command': 'commande',
  'users.audit.verdict': 'accès',
  'users.audit.administrators': 'administrateurs',
  'users.audit.invited': 'invités',
  'users.audit.themes': 'thèmes',
  'users.audit.users': 'utilisateurs',
  'users.audit.findings': 'constats',
  'users.audit.sha256': 'SHA-256',
  'users.audit.accessSha256': 'SHA-256 des droits',
  'users.audit.review': 'dernier contrôle',
  'users.audit.signedOff': 'confirmé',
  'users.audit.name': 'nom',
  'users.audit.fund': 'caisse',
  'users.audit.empty': 'Rien n’a été contrôlé.',
  'users.audit.line': '{place} : {severity} {code} : {message}',
  'users.audit.counted':
    'Contrôle fait. Clients : {clients}, utilisateurs : {users}, erreurs : {errors}, avertissements : {warnings}, remarques : {notes}.',
  'users.audit.reviewed':
    '{client} ({number}) : dernier contrôle le {time} par {user}. Les droits n’ont pas changé depuis.',
  'users.audit.reviewedChanged':
    '{client} ({number}) : dernier contrôle le {time} par {user}. Les droits ont changé depuis.',
  'users.audit.neverReviewed': '{client} ({number}) : aucun contrôle n’est connu sur cet ordinateur.',
  'users.audit.reviews':
    'Contrôlés auparavant : {unchanged} clients inchangés depuis, {changed} modifiés depuis ; sans contrôle connu : {never}.',
  'users.audit.written': 'La page se trouve dans {file}.',
  'users.audit.will':
    'Confirmer les accès tels qu’ils sont : {clients}. Utilisateurs : {users}, erreurs : {errors}, avertissements : {warnings}, remarques : {notes}. SHA-256 {digest}',
  'users.audit.ask': 'Saisissez les huit premiers caractères de cette empreinte, {word}, pour confirmer :',
  'users.audit.signed': 'Confirmé avec la clé {key}, entrée {entry} de {year} : {client} ({number}).',
  'users.audit.signedMany': {
    one: 'Confirmé : {count} client, dans le journal de {year}.',
    many: 'Confirmé : {count} de clients, dans le journal de {year}.',
    other: 'Confirmé : {count} clients, dans le journal de {year}.',
  },
  'users.audit.unsigned':
    'Confirmé, entrée {entry} de {year} : {client} ({number}). Ce login n’a pas de clé propre ; seul le journal en répond.',
  'users.audit.inOrder': {
    one: '{count} utilisateur contrôlé, rien à signaler.',
    many: '{count} d’utilisateurs contrôlés, rien à signaler.',
    other: '{count} utilisateurs contrôlés, rien à signaler.',
  },
  'auditSeverity.error': 'erreur',
  'auditSeverity.warning': 'avertissement',
  'auditSeverity.note': 'remarque',
  'auditSeverity.ok': 'en ordre',
  'themeShort.employees': 'collab.',
  'themeShort.salary-declaration': 'salaire',
  'themeShort.family-allowances': 'alloc.',
  'themeShort.income-compensation': 'APG',
  'themeShort.insurance-certificates': 'certif.',
  'themeShort.work-interruption': 'interr.',
  'themeShort.settlements': 'déc.',
  'themeShort.other-business': 'autres',
  'themeShort.messages': 'mess.',
  'themeShort.platforms': 'platef.',
};

export const auditFailures: TranslationOf<typeof englishFailures> = {
  'error.review-not-kept':
    'Le contrôle de {client} n’a pas pu être inscrit au journal : {reason}. Les clients qui précèdent sont confirmés, celui-ci et les suivants ne le sont pas.',
  'error.review-not-kept.hint':
    'Relancez la commande une fois la cause écartée : chaque client est confirmé à nouveau.',
};
