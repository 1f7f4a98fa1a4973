import type { TranslationOf } from '../catalog.js';
import type { mandateFailures as englishFailures, mandates as english } from '../en/mandates.js';

export const mandates: TranslationOf<typeof english> = {
  'mandates.summary': 'Vollmachten, und bis wann sie gelten',
  'mandates.arg.mandate': 'ID der Vollmacht',
  'mandates.add.summary': 'eine Vollmacht festhalten, die ein Kunde erteilt hat',
  'mandates.add.details':
    'Wird auf diesem Computer festgehalten und, wo das Portal der Kasse Vollmachten annimmt, auch dort. Der Scan bleibt, wo er ist: Festgehalten wird sein SHA-256, der später beweist, welches Papier gemeint war. Wie lange sie gilt, ist anzugeben: --expires oder --until-revoked. Ohne --theme umfasst sie alle Themen des Kunden, ohne --power Auskunft und Einreichung. Dasselbe Papier nochmals festzuhalten ändert nichts. Geht die Antwort verloren, ist der Exit-Code 9; führen Sie denselben Befehl nochmals aus. Die Befehle prüfen nicht, ob eine Vollmacht umfasst, was sie tun, nur, ob es eine gültige gibt.',
  'mandates.add.holder': 'wer handeln darf: die Treuhandfirma',
  'mandates.add.signatory': 'wer für den Kunden unterschrieben hat',
  'mandates.add.issued': 'Tag der Unterschrift (JJJJ-MM-TT)',
  'mandates.add.expires': 'letzter Tag, an dem sie gilt (JJJJ-MM-TT)',
  'mandates.add.untilRevoked': 'sie gilt bis auf Widerruf',
  'mandates.add.theme': 'ein Thema, das sie umfasst; mehrfach möglich',
  'mandates.add.power': 'was sie erlaubt; mehrfach möglich',
  'mandates.add.scan': 'das gescannte Papier; nur seine Prüfsumme wird gebildet',
  'mandates.add.askHolder': 'Wer darf handeln (Treuhandfirma)?',
  'mandates.add.askSignatory': 'Wer hat für den Kunden unterschrieben?',
  'mandates.add.askScan': 'Datei mit dem gescannten Papier',
  'mandates.add.will':
    'Vollmacht von {client} für {holder} festhalten, unterschrieben von {signatory}, gültig bis: {on}',
  'mandates.add.willHere':
    'Vollmacht von {client} für {holder} festhalten, unterschrieben von {signatory}, gültig bis: {on}. Nur auf diesem Computer: Dieses Portal nimmt keine an.',
  'mandates.add.already': 'Diese Vollmacht von {client} ist schon festgehalten ({id}).',
  'mandates.list.summary': 'die Vollmachten aller Kunden auflisten',
  'mandates.list.details':
    'Für alle Kunden des Logins, ausser --client nennt einige: was dieser Computer und was das Portal kennt. Was das Portal kennt, wird auf diesem Computer festgehalten, damit andere Befehle warnen können, ohne zu fragen. Jeder Befehl sagt einer Treuhandfirma, wenn die Vollmacht des Kunden abgelaufen ist oder innert 30 Tagen abläuft; mit «connect config set policy.expired-mandates deny» oder CONNECT_EXPIRED_MANDATES=deny werden Änderungen abgelehnt, sobald sie abgelaufen oder widerrufen ist. Mit --expiring wird von jedem Kunden nur die Vollmacht gezeigt, die am längsten gilt, wenn sie innert so vieler Tage abläuft oder abgelaufen ist; gibt es eine solche, ist der Exit-Code 11, und 3, wenn gar keine Vollmacht bekannt ist.',
  'mandates.list.expiring':
    'nur was innert so vieler Tage, etwa 60d, abläuft oder abgelaufen ist; Exit-Code 11, wenn es etwas gibt',
  'mandates.list.revoked': 'auch widerrufene',
  'mandates.list.noneExpiring': 'Keine Vollmacht läuft innert {days} Tagen ab.',
  'mandates.list.someExpiring': {
    one: 'Läuft innert {days} Tagen ab oder ist abgelaufen: die Vollmacht von {count} Kunden.',
    other: 'Läuft innert {days} Tagen ab oder ist abgelaufen: die Vollmacht von {count} Kunden.',
  },
  'mandates.show.summary': 'eine Vollmacht anzeigen',
  'mandates.remove.summary': 'eine Vollmacht widerrufen',
  'mandates.remove.details':
    'Widerrufen am Portal, falls es sie kennt, und auf diesem Computer. Mit --revoked bleibt sie in der Liste, als Beweis dessen, was galt; was unter ihr getan wurde, bleibt gültig.',
  'mandates.remove.will': 'Vollmacht {id} von {client} für {holder} widerrufen, unterschrieben am {on}.',
  'mandates.remove.already': 'Die Vollmacht {id} von {client} ist schon widerrufen. Es bleibt nichts zu tun.',
  'mandates.remove.ask': 'Widerrufen?',
  'mandates.empty': 'Keine Vollmachten anzuzeigen.',
  'mandates.notice.ending': {
    one: 'Die Vollmacht von {client} ({number}) läuft am {on} ab, in {count} Tag.',
    other: 'Die Vollmacht von {client} ({number}) läuft am {on} ab, in {count} Tagen.',
  },
  'mandates.notice.expired':
    'Die Vollmacht von {client} ({number}) ist am {on} abgelaufen. Eine neue hält fest: connect mandates add',
  'mandates.notice.revoked': 'Die Vollmacht von {client} ({number}) wurde am {on} widerrufen.',
  'mandates.notice.several': {
    one: 'Die Vollmacht von {count} Kunden ist abgelaufen, widerrufen oder läuft innert 30 Tagen ab: connect mandates list --expiring 30d',
    other:
      'Die Vollmachten von {count} Kunden sind abgelaufen, widerrufen oder laufen innert 30 Tagen ab: connect mandates list --expiring 30d',
  },
  'mandates.name': 'Name',
  'mandates.state': 'Status',
  'mandates.issuedOn': 'unterschrieben am',
  'mandates.expiresOn': 'gültig bis',
  'mandates.daysLeft': 'Tage übrig',
  'mandates.untilRevoked': 'Widerruf',
  'mandates.signatory': 'unterschrieben von',
  'mandates.holder': 'bevollmächtigt',
  'mandates.powers': 'erlaubt',
  'mandates.themes': 'Themen',
  'mandates.keptAt': 'bekannt',
  'mandates.fileName': 'Scan',
  'mandates.sha256': 'SHA-256',
  'mandates.notedAt': 'festgehalten',
  'mandates.revokedAt': 'widerrufen',
  'mandates.id': 'ID',
  'mandateState.valid': 'gültig',
  'mandateState.expired': 'abgelaufen',
  'mandateState.revoked': 'widerrufen',
  'mandatePower.information': 'Auskunft',
  'mandatePower.submission': 'Einreichung',
  'mandatePower.administration': 'Benutzerverwaltung',
  'mandatePower.access-codes': 'Zugangscodes',
  'mandatePlace.computer': 'diesem Computer',
  'mandatePlace.portal': 'dem Portal',
};

export const mandateFailures: TranslationOf<typeof englishFailures> = {
  'error.mandates-none': 'Es ist keine Vollmacht bekannt, also wurde nichts geprüft.',
  'error.mandates-none.hint': 'connect mandates add hält eine fest.',
  'error.mandate-expired':
    'Von {client} ({number}) liegt keine gültige Vollmacht vor: Die letzte endete am {on}. Die Regel policy.expired-mandates lehnt Änderungen ohne Vollmacht ab ({from}). Es wurde nichts geändert.',
  'error.mandate-expired.hint':
    'Lassen Sie eine neue unterschreiben und halten Sie sie fest: connect mandates add --client {number} --issued TAG --expires TAG --scan DATEI. Kennt das Portal schon eine: connect mandates list',
  'error.mandates-unreadable': 'Die Datei der Vollmachten, {file}, kann nicht gelesen werden: {reason}',
  'error.mandates-unreadable.hint':
    'Holen Sie sie aus einer Sicherung zurück, oder verschieben Sie sie: connect mandates list holt wieder, was das Portal kennt.',
  'error.not-supported': '{portal} bietet das nicht an.',
  'error.not-supported.hint': '',
};
