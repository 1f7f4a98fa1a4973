import type { TranslationOf } from '../catalog.js';
import type { accessAudit as english, auditFailures as englishFailures } from '../en/access-audit.js';

export const accessAudit: TranslationOf<typeof english> = {
  'users.audit.summary': 'die Logins prüfen: wer verwalten kann, wer ruht, wer nicht mehr dazugehört',
  'users.audit.details':
    'Für alle Kunden des Logins, ausser --client nennt einzelne. Findet Kunden, die niemand oder nur eine Person verwalten kann, Logins, die ruhen, nie benutzt wurden, gesperrt sind oder nur SMS haben, und Treuhänder ohne gültige Vollmacht; sagt zu jeder Feststellung, weshalb sie wichtig ist und welcher Befehl hilft. Exit-Code 11 bei einem Fehler oder einer Warnung (mit --strict auch bei einem Hinweis), 8, wenn ein Kunde nicht gelesen werden konnte. --matrix zeigt, wer was darf; --html schreibt eine Seite zum Ausdrucken für die jährliche Überprüfung. --sign-off hält im Journal der Quittungen fest, wer was überprüft hat, signiert mit dem Schlüssel des Logins auf diesem Computer; «connect receipts» listet das auf, prüft und exportiert es.',
  'users.audit.dormant': 'ein Login, das so lange niemand benutzt hat, ruht (180d)',
  'users.audit.strict': 'Exit-Code 11 auch bei Hinweisen',
  'users.audit.matrix': 'Benutzer und ihre Themen anzeigen statt der Feststellungen; in einer Pipe als CSV',
  'users.audit.html': 'eine Seite zum Ausdrucken und Unterschreiben schreiben; - für stdout',
  'users.audit.signOff': 'festhalten, dass Sie dies überprüft haben: signiert, im Journal der Quittungen',
  'users.audit.comment': 'einige Worte zur Bestätigung',
  'users.audit.reviewDue': 'Zugänge, die so lange nicht bestätigt wurden, sind eine Feststellung, etwa 365d',
  'users.audit.severity': 'Stufe',
  'users.audit.user': 'Benutzer',
  'users.audit.person': 'Person',
  'users.audit.code': 'Code',
  'users.audit.message': 'Feststellung',
  'users.audit.why': 'weshalb',
  'users.audit.source': 'Quelle',
  'users.audit.fix': 'was zu tun ist',
  'users.audit.command': 'Befehl',
  'users.audit.verdict': 'Zugang',
  'users.audit.administrators': 'Administratoren',
  'users.audit.invited': 'eingeladen',
  'users.audit.themes': 'Themen',
  'users.audit.users': 'Benutzer',
  'users.audit.findings': 'Feststellungen',
  'users.audit.sha256': 'SHA-256',
  'users.audit.accessSha256': 'SHA-256 der Rechte',
  'users.audit.review': 'letzte Überprüfung',
  'users.audit.signedOff': 'bestätigt',
  'users.audit.name': 'Name',
  'users.audit.fund': 'Kasse',
  'users.audit.empty': 'Es wurde nichts geprüft.',
  'users.audit.line': '{place}: {severity} {code}: {message}',
  'users.audit.counted':
    'Geprüft. Kunden: {clients}, Benutzer: {users}, Fehler: {errors}, Warnungen: {warnings}, Hinweise: {notes}.',
  'users.audit.reviewed':
    '{client} ({number}): zuletzt überprüft am {time} von {user}. Die Rechte sind seither unverändert.',
  'users.audit.reviewedChanged':
    '{client} ({number}): zuletzt überprüft am {time} von {user}. Die Rechte haben sich seither geändert.',
  'users.audit.neverReviewed': '{client} ({number}): auf diesem Computer ist keine Überprüfung bekannt.',
  'users.audit.reviews':
    'Früher überprüft: {unchanged} Kunden seither unverändert, {changed} seither geändert; ohne bekannte Überprüfung: {never}.',
  'users.audit.written': 'Die Seite liegt in {file}.',
  'users.audit.will':
    'Die Zugänge bestätigen, wie sie sind: {clients}. Benutzer: {users}, Fehler: {errors}, Warnungen: {warnings}, Hinweise: {notes}. SHA-256 {digest}',
  'users.audit.ask': 'Geben Sie die ersten acht Zeichen dieser Prüfsumme ein, {word}, um zu bestätigen:',
  'users.audit.signed': 'Bestätigt mit dem Schlüssel {key}, Eintrag {entry} von {year}: {client} ({number}).',
  'users.audit.signedMany': {
    one: 'Bestätigt: {count} Kunde, im Journal von {year}.',
    other: 'Bestätigt: {count} Kunden, im Journal von {year}.',
  },
  'users.audit.unsigned':
    'Bestätigt, Eintrag {entry} von {year}: {client} ({number}). Dieses Login hat keinen eigenen Schlüssel; dafür steht nur das Journal.',
  'users.audit.inOrder': {
    one: '{count} Benutzer geprüft, nichts festgestellt.',
    other: '{count} Benutzer geprüft, nichts festgestellt.',
  },
  'auditSeverity.error': 'Fehler',
  'auditSeverity.warning': 'Warnung',
  'auditSeverity.note': 'Hinweis',
  'auditSeverity.ok': 'in Ordnung',
  'themeShort.employees': 'MA',
  'themeShort.salary-declaration': 'Lohn',
  'themeShort.family-allowances': 'FamZ',
  'themeShort.income-compensation': 'EO',
  'themeShort.insurance-certificates': 'VA',
  'themeShort.work-interruption': 'AU',
  'themeShort.settlements': 'Abr.',
  'themeShort.other-business': 'Übr.',
  'themeShort.messages': 'Mitt.',
  'themeShort.platforms': 'Plattf.',
};

export const auditFailures: TranslationOf<typeof englishFailures> = {
  'error.review-not-kept':
    'Die Überprüfung von {client} konnte nicht ins Journal geschrieben werden: {reason}. Die Kunden davor sind bestätigt, dieser und die folgenden nicht.',
  'error.review-not-kept.hint':
    'Führen Sie den Befehl nochmals aus, wenn die Ursache behoben ist: Jeder Kunde wird neu bestätigt.',
};
