import type { TranslationOf } from '../catalog.js';
import type { accessAudit as english, auditFailures as englishFailures } from '../en/access-audit.js';

export const accessAudit: TranslationOf<typeof english> = {
  'users.audit.summary': 'verificare i login: chi può amministrare, chi è inattivo, chi non dovrebbe più esserci',
  'users.audit.details':
    'Per tutti i clienti del login, a meno che --client ne indichi alcuni. Trova i clienti che nessuno o una sola persona può amministrare, i login inattivi, mai usati, bloccati o con soli SMS, e le fiduciarie senza procura valida; per ogni constatazione dice perché conta e quale comando rimedia. Codice di uscita 11 se c’è un errore o un’avvertenza (con --strict anche una nota), 8 se un cliente non ha potuto essere letto. --matrix mostra chi può fare che cosa; --html scrive una pagina da stampare per la verifica annuale. --sign-off annota nel registro delle ricevute chi ha verificato che cosa, firmato con la chiave del login su questo computer; «connect receipts» lo elenca, lo verifica e lo esporta.',
  'users.audit.dormant': 'un login che nessuno usa da tanto tempo è inattivo (180d)',
  'users.audit.strict': 'codice di uscita 11 anche per le note',
  'users.audit.matrix': 'mostrare gli utenti e i loro temi al posto delle constatazioni; CSV in una pipe',
  'users.audit.html': 'scrivere una pagina da stampare e firmare; - per stdout',
  'users.audit.signOff': 'annotare che ha verificato quanto segue: firmato, nel registro delle ricevute',
  'users.audit.comment': 'qualche parola che accompagna la conferma',
  'users.audit.reviewDue': 'gli accessi non confermati da tanto tempo sono una constatazione, ad esempio 365d',
  'users.audit.severity': 'livello',
  'users.audit.user': 'utente',
  'users.audit.person': 'persona',
  'users.audit.code': 'codice',
  'users.audit.message': 'constatazione',
  'users.audit.why': 'perché',
  'users.audit.source': 'fonte',
  'users.audit.fix': 'che cosa fare',
  'users.audit.command': 'comando',
  'users.audit.verdict': 'accesso',
  'users.audit.administrators': 'amministratori',
  'users.audit.invited': 'invitati',
  'users.audit.themes': 'temi',
  'users.audit.users': 'utenti',
  'users.audit.findings': 'constatazioni',
  'users.audit.sha256': 'SHA-256',
  'users.audit.accessSha256': 'SHA-256 dei diritti',
  'users.audit.review': 'ultima verifica',
  'users.audit.signedOff': 'confermato',
  'users.audit.name': 'nome',
  'users.audit.fund': 'cassa',
  'users.audit.empty': 'Non è stato verificato nulla.',
  'users.audit.line': '{place}: {severity} {code}: {message}',
  'users.audit.counted':
    'Verifica eseguita. Clienti: {clients}, utenti: {users}, errori: {errors}, avvertenze: {warnings}, note: {notes}.',
  'users.audit.reviewed':
    '{client} ({number}): ultima verifica il {time} da {user}. I diritti non sono cambiati da allora.',
  'users.audit.reviewedChanged':
    '{client} ({number}): ultima verifica il {time} da {user}. I diritti sono cambiati da allora.',
  'users.audit.neverReviewed': '{client} ({number}): su questo computer non è nota alcuna verifica.',
  'users.audit.reviews':
    'Verificati in precedenza: {unchanged} clienti invariati da allora, {changed} cambiati da allora; senza verifica nota: {never}.',
  'users.audit.written': 'La pagina si trova in {file}.',
  'users.audit.will':
    'Confermare gli accessi così come sono: {clients}. Utenti: {users}, errori: {errors}, avvertenze: {warnings}, note: {notes}. SHA-256 {digest}',
  'users.audit.ask': 'Inserisca i primi otto caratteri di questa impronta, {word}, per confermare:',
  'users.audit.signed': 'Confermato con la chiave {key}, registrazione {entry} del {year}: {client} ({number}).',
  'users.audit.signedMany': {
    one: 'Confermato: {count} cliente, nel registro del {year}.',
    many: 'Confermati: {count} di clienti, nel registro del {year}.',
    other: 'Confermati: {count} clienti, nel registro del {year}.',
  },
  'users.audit.unsigned':
    'Confermato, registrazione {entry} del {year}: {client} ({number}). Questo login non ha una chiave propria; ne risponde solo il registro.',
  'users.audit.inOrder': {
    one: '{count} utente verificato, nulla da segnalare.',
    many: '{count} di utenti verificati, nulla da segnalare.',
    other: '{count} utenti verificati, nulla da segnalare.',
  },
  'auditSeverity.error': 'errore',
  'auditSeverity.warning': 'avvertenza',
  'auditSeverity.note': 'nota',
  'auditSeverity.ok': 'in ordine',
  'themeShort.employees': 'collab.',
  'themeShort.salary-declaration': 'salari',
  'themeShort.family-allowances': 'assegni',
  'themeShort.income-compensation': 'IPG',
  'themeShort.insurance-certificates': 'certif.',
  'themeShort.work-interruption': 'interr.',
  'themeShort.settlements': 'cont.',
  'themeShort.other-business': 'altre',
  'themeShort.messages': 'comun.',
  'themeShort.platforms': 'piatt.',
};

export const auditFailures: TranslationOf<typeof englishFailures> = {
  'error.review-not-kept':
    'La verifica di {client} non ha potuto essere scritta nel registro: {reason}. I clienti precedenti sono confermati, questo e i seguenti no.',
  'error.review-not-kept.hint':
    'Ripeta il comando quando la causa è eliminata: ogni cliente viene confermato di nuovo.',
};
