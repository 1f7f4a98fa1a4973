import type { TranslationOf } from '../catalog.js';
import type { common as english } from '../en/common.js';

export const common: TranslationOf<typeof english> = {
  'program.summary':
    'connect verwalten, das Arbeitgeberportal der schweizerischen AHV-Ausgleichskassen: Benutzer, Zugangscodes, Lohnmeldungen, Aufgaben, Mitteilungen.',

  'help.usage': 'Aufruf:',
  'help.arguments': 'Argumente:',
  'help.options': 'Optionen:',
  'help.commands': 'Befehle:',
  'help.examples': 'Beispiele:',
  'help.option': 'diese Hilfe anzeigen',
  'help.version': 'die Version anzeigen',
  'help.optionsWord': '[Optionen]',
  'help.commandWord': '[Befehl]',
  'help.global': 'Optionen aller Befehle: connect --help',

  'global.profile': 'Login, das verwendet wird',
  'global.client': 'Kunde, für den gehandelt wird, mit Nummer oder Name; für Listen mehrfach möglich',
  'global.allClients': 'alle Kunden des Logins; für Listen',
  'global.output': 'wie das Ergebnis ausgegeben wird',
  'global.csvExcel': 'CSV, wie Excel es öffnet: mit Byte-Order-Mark und Semikolons',
  'global.fields': 'nur diese Felder ausgeben, in dieser Reihenfolge',
  'global.query': 'als JSON ausgeben, was dieser JMESPath-Ausdruck aus dem Ergebnis macht',
  'global.lang': 'Sprache der Texte',
  'global.noInput': 'nie nachfragen, sondern mit einem Fehler enden',
  'global.yes': 'jede Bestätigung mit Ja beantworten',
  'global.dryRun': 'zeigen, was geändert würde, und nichts ändern',
  'global.concurrency': 'wie viele Kunden gleichzeitig abgefragt werden (4)',
  'global.timeout': 'wie lange auf das Portal gewartet wird (30)',
  'global.quiet': 'nur Ergebnisse und Fehler ausgeben',
  'global.verbose': 'jede Anfrage an das Portal auf stderr melden',
  'global.debug': 'dasselbe, und woher ein Fehler kommt',
  'global.color': 'wann Farben verwendet werden',

  'report.error': 'Fehler:',
  'report.hint': 'Hinweis:',
  'report.request': 'Anfrage:',
  'report.suggestion': 'Meinten Sie: {suggestion}?',
  'report.attemptsLeft': { one: 'Es bleibt ein Versuch.', other: 'Es bleiben {count} Versuche.' },

  'ask.expected': 'Das passt nicht. Erwartet: {expected}',
  'ask.required': 'Hier braucht es eine Angabe.',
  'ask.storePassphrase': 'Passphrase der verschlüsselten Datei mit den Zugangsdaten',
  'ask.storePassphraseAgain': 'Dieselbe Passphrase nochmals',

  'write.target': 'Kunde: {name} ({number}), Kasse {fund}, {portal}',
  'write.resuming':
    'Dieselbe Änderung wurde schon gesendet ({at}) und nie beantwortet. Sie wird mit demselben Schlüssel nochmals gesendet und kann so nicht doppelt ausgeführt werden.',
  'write.dryRun': 'Probelauf',
  'write.wouldDo': 'Vorhaben',
  'write.request': 'Anfrage',
  'fleet.failed': '{subject}: {reason}',

  'common.yes': 'ja',
  'common.no': 'nein',
  'common.client': 'Kunde',

  'store.keychain': 'Schlüsselbund des Betriebssystems',
  'store.file': 'verschlüsselte Datei',
  'method.otp': 'Authenticator-App',
  'method.sms': 'SMS',
  'method.certificate': 'Client-Zertifikat',

  'origin.option': 'Option',
  'origin.environment': 'Umgebung',
  'origin.directory': 'Verzeichnis',
  'origin.user': 'Benutzerkonfiguration',
  'origin.default': 'Standardwert',

  'userKind.employee': 'angestellt',
  'userKind.fiduciary': 'Treuhand',
  'userStatus.active': 'aktiv',
  'userStatus.invited': 'eingeladen',
  'userStatus.locked': 'gesperrt',
  'userStatus.deactivated': 'deaktiviert',

  'theme.employees': 'Mitarbeitende',
  'theme.salary-declaration': 'Lohnmeldung',
  'theme.family-allowances': 'Familienzulagen',
  'theme.income-compensation': 'Erwerbsersatz (EO)',
  'theme.insurance-certificates': 'Versicherungsausweise',
  'theme.work-interruption': 'Arbeitsunterbruch',
  'theme.settlements': 'Abrechnungen',
  'theme.other-business': 'übrige Geschäfte',
  'theme.messages': 'Mitteilungen',
  'theme.platforms': 'weitere Plattformen',
};
