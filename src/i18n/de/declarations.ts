import type { TranslationOf } from '../catalog.js';
import type { declarations as english } from '../en/declarations.js';

export const declarations: TranslationOf<typeof english> = {
  'salary.release.summary': 'eine geprüfte Lohnmeldung zur Verarbeitung freigeben',
  'salary.release.details':
    'Zeigt die Totale, die Abweichungen von der angenommenen Lohnmeldung des Vorjahrs und die Befunde der Kasse; danach ist das Jahr einzutippen (--yes beantwortet die Frage). Braucht ein Login mit Authenticator-App oder Zertifikat. Ist die Lohnmeldung schon freigegeben, wird das gesagt, mit Exit-Code 0. Geht die Antwort verloren, ist der Exit-Code 9; führen Sie denselben Befehl nochmals aus, um es herauszufinden, nichts wird zweimal freigegeben. Beim Vier-Augen-Prinzip kann nicht freigeben, wer hochgeladen hat: --four-eyes für dieses Mal, «connect config set policy.four-eyes true» oder CONNECT_FOUR_EYES=1 für immer. --wait wartet, bis die Kasse sie geprüft hat, gibt sie frei und wartet, bis sie verarbeitet ist; Exit-Code 10, wenn die Zeit vorher um ist.',
  'salary.release.year': 'nur freigeben, wenn die Lohnmeldung dieses Jahr betrifft',
  'salary.release.fourEyes': 'nicht freigeben, wenn die angemeldete Person sie selbst hochgeladen hat',
  'salary.release.uploaded': '{id}: Lohnmeldung {year}, {file}, hochgeladen von {user}, {at}',
  'salary.release.noLastYear': 'Für {year} gibt es keine angenommene Lohnmeldung zum Vergleichen.',
  'salary.release.total': '{total}: {now}',
  'salary.release.deviation': '{total}: {now} ({year}: {before}; {difference}, {percent})',
  'salary.release.noFindings': 'Die Kasse hat keine Befunde gemeldet.',
  'salary.release.findings': {
    one: 'Die Kasse hat {count} Befund gemeldet.',
    other: 'Die Kasse hat {count} Befunde gemeldet.',
  },
  'salary.release.finding': '{level} {code}: {text}',
  'salary.release.will': 'Lohnmeldung {year} von {client} ({id}) freigeben.',
  'salary.release.already':
    'Die Lohnmeldung {year} von {client} ({id}) ist schon freigegeben. Es bleibt nichts zu tun.',
  'salary.release.ask': 'Tippen Sie das Jahr {year} ein, um die Lohnmeldung von {client} freizugeben:',
  'salary.due.summary': 'alle Kunden und Jahre: was fehlt, wartet oder erledigt ist, und bis wann',
  'salary.due.details':
    'Für alle Kunden des Logins, sofern --client keine nennt. Das letzte abgeschlossene Jahr und jedes andere, für das die Kasse eine offene Aufgabe hat oder eine Lohnmeldung zurückgewiesen oder nicht freigegeben ist. Fällig am 30. Januar nach dem Jahr (AHVV Art. 36) oder am Tag, den die Aufgabe der Kasse nennt; das Dringendste zuerst. Die Verzugszinsen sind eine Schätzung: ist der 30. Januar vorbei, 5 % im Jahr vom 1. Januar bis heute (AHVV Art. 41bis und 42; Monate zu 30 Tagen) auf den Beiträgen an AHV, IV, EO und ALV. Sie werden aus den gemeldeten Löhnen berechnet, sonst aus den für das Vorjahr angenommenen; Akontobeiträge sind nicht bekannt und nicht abgezogen. Mit --within ist der Exit-Code 11, wenn innert so vieler Tage etwas fällig oder etwas überfällig ist.',
  'salary.due.year': 'nur dieses Kalenderjahr',
  'salary.due.within': 'Exit-Code 11, wenn innert so vieler Tage, etwa 14d, etwas fällig oder etwas überfällig ist',
  'salary.due.ical':
    'Offenes in eine neue Kalenderdatei (iCalendar) schreiben; - schreibt sie statt der Liste auf stdout',
  'salary.due.nothingWithin': 'Innert {days} Tagen ist nichts fällig.',
  'salary.due.someWithin': {
    one: 'Innert {days} Tagen fällig oder überfällig: {count} Lohnmeldung.',
    other: 'Innert {days} Tagen fällig oder überfällig: {count} Lohnmeldungen.',
  },
  'salary.due.written': { one: '{file}: {count} Termin', other: '{file}: {count} Termine' },
  'salary.due.calendar': 'Lohnmeldungen',
  'salary.due.event': 'Lohnmeldung {year}: {name} ({client})',
  'salary.due.eventState': 'Status: {state}',
  'salary.due.missing': 'fehlt',
  'salary.due.name': 'Name',
  'salary.due.declaration': 'Lohnmeldung',
  'salary.due.daysLeft': 'Tage',
  'salary.due.interest': 'Zinsen (ca.)',
  'salary.due.contributions': 'Beiträge (Schätzung)',
  'salary.due.basis': 'geschätzt aus',
  'salary.due.basis.declared': 'dieser Lohnmeldung',
  'salary.due.basis.year-before': 'dem Vorjahr',
  'total.persons': 'Personen',
  'total.ahvIncome': 'AHV-Löhne',
  'total.ahvOpen': 'AHV-frei',
  'total.alvIncome': 'ALV-Löhne',
  'total.alvzIncome': 'ALV-Zusatz-Löhne',
  'total.alvOpen': 'ALV-frei',
};
