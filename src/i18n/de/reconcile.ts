import type { TranslationOf } from '../catalog.js';
import type { reconcile as english, reconcileFailures as englishFailures } from '../en/reconcile.js';

export const reconcile: TranslationOf<typeof english> = {
  'users.reconcile.summary':
    'Logins mit der Personalliste vergleichen oder alle Zugänge einer austretenden Person finden',
  'users.reconcile.details':
    'Mit --hr: wer ausgetreten ist und sich noch anmelden kann, Logins, zu denen niemand auf der Liste steht, gemeinsame Postfächer, mehr Rechte, als die Funktion braucht, ungenutzte Logins. Mit --leaver: wo eine Person noch Zugang hat, über alle Kunden aller gespeicherten Logins. Geändert wird nichts: --out schreibt einen Plan, users apply führt ihn aus. Kein Plan sperrt einen Kunden aus; aufgenommen werden nur Personen, die über Adresse oder Benutzername gefunden sind. Die Spalten werden an ihren Überschriften in vier Sprachen erkannt. Der Exit-Code ist 11, wenn etwas gefunden wurde.',
  'users.reconcile.hr': 'Liste der Mitarbeitenden als CSV, - für stdin',
  'users.reconcile.roles': 'YAML-Datei, die sagt, was jede Funktion der Liste braucht',
  'users.reconcile.leaver': 'E-Mail-Adresse oder Benutzername der austretenden Person',
  'users.reconcile.name': 'Vor- und Nachname dieser Person, falls die Adresse anderswo eine andere ist',
  'users.reconcile.out': 'einen Plan für users apply in diese Datei schreiben',
  'users.reconcile.force': 'diese Datei ersetzen, wenn es sie schon gibt',
  'users.reconcile.dormant': 'ungenutzt: seit so vielen Tagen kein Login (180d)',
  'users.reconcile.neverUsed': 'nie benutzt: vor so vielen Tagen eingeladen (30d)',
  'users.reconcile.deactivate': 'auch diese Logins in den Plan aufnehmen; mehrfach möglich',
  'users.reconcile.fiduciaries': 'auch Logins von Treuhändern auf der Liste suchen',
  'users.reconcile.allowMass': 'so viele Prozent der Logins eines Kunden dürfen wegfallen (ein Drittel)',
  'users.reconcile.nothing': 'Keine Befunde.',
  'users.reconcile.eitherOr': '--hr DATEI oder --leaver ADRESSE',
  'users.reconcile.noRoles':
    'Rechte wurden nicht verglichen: --roles sagt, was jede Funktion braucht, und die Liste muss eine Spalte für die Funktion haben.',
  'users.reconcile.noExit':
    'Die Liste hat keine Spalte für Austritt oder Anstellungsstatus: Wer ausgetreten ist, fällt nur auf, wenn er auf der Liste fehlt.',
  'users.reconcile.oddStatuses': 'Weder als angestellt noch als ausgetreten verstanden und übergangen: {words}',
  'users.reconcile.unmapped': 'Funktionen, die {file} nicht nennt und deren Rechte nicht verglichen wurden: {roles}',
  'users.reconcile.fits': {
    one: 'Ein Login wurde verglichen, es passt.',
    other: '{count} Logins wurden verglichen, alle passen.',
  },
  'users.reconcile.noLogins': 'Es gibt kein Login, das sich vergleichen liesse.',
  'users.reconcile.unseen': {
    one: '{count} Ort wurde nicht angesehen; dort kann {person} noch Zugang haben. Melden Sie sich dort mit einem Login an, das die Benutzer verwalten darf (connect login), und wiederholen Sie den Befehl.',
    other:
      '{count} Orte wurden nicht angesehen; dort kann {person} noch Zugang haben. Melden Sie sich dort mit einem Login an, das die Benutzer verwalten darf (connect login), und wiederholen Sie den Befehl.',
  },
  'users.reconcile.nowhere': {
    one: 'Kein Zugang von {person} gefunden; ein Kunde wurde durchsucht.',
    other: 'Kein Zugang von {person} gefunden; {count} Kunden wurden durchsucht.',
  },
  'users.reconcile.noPlan': 'Es gibt nichts, was ein Plan ändern könnte; es wurde keiner geschrieben.',
  'users.reconcile.planned': {
    one: 'Eine Änderung steht im Plan {file}. Noch ist nichts geändert.',
    other: '{count} Änderungen stehen im Plan {file}. Noch ist nichts geändert.',
  },
  'users.reconcile.apply': 'Ausführen: connect users apply {file}',
  'users.reconcile.couldPlan': {
    one: 'Ein Plan könnte eine Änderung ausführen: --out PLAN.json',
    other: 'Ein Plan könnte {count} Änderungen ausführen: --out PLAN.json',
  },
  'users.reconcile.row': '{file}:{line}  {fault}',
  'users.reconcile.moreRows': {
    one: '… und eine weitere Zeile',
    other: '… und {count} weitere Zeilen',
  },
  'hrRow.nobody': 'weder E-Mail-Adresse noch Benutzername noch Name',
  'hrRow.email': 'keine E-Mail-Adresse: {value}',
  'hrRow.date': 'kein Datum, oder eines, das sich auf zwei Arten lesen lässt: {value} (31.10.2026 oder 2026-10-31)',
  'hrRow.order': 'der Austritt liegt vor dem Eintritt: {value}',
  'hrRow.active': 'weder ja noch nein: {value}',
  'hrRow.cells': 'mehr Zellen als Überschriften: {value}',
  'hrRow.long': 'eine Zelle mit mehr als 500 Zeichen: {value}…',
  'reconcile.leaver-active': 'Ausgetreten am {on} (Zeile {line}) und kann sich noch anmelden.',
  'reconcile.leaver-active.status': 'Ausgetreten (Zeile {line}) und kann sich noch anmelden.',
  'reconcile.leaver-active.found':
    'Hat noch Zugang: {status}; Administrator: {administrator}; letztes Login: {lastLogin}.',
  'reconcile.leaver-deactivated': 'Ist bereits deaktiviert.',
  'reconcile.leaver-namesake': 'Heisst gleich und hat eine andere Adresse ({email}): vielleicht jemand anders.',
  'reconcile.leaver-uncertain.name': '{listed} (Zeile {line}) ist ausgetreten. Für dieses Login spricht nur der Name.',
  'reconcile.leaver-uncertain.apart':
    '{listed} (Zeile {line}) ist ausgetreten und hat eine Adresse oder einen Benutzernamen dieses Logins, das dem Namen nach jemand anderem gehört.',
  'reconcile.leaver-uncertain.contradiction':
    'Nach Zeile {line} ist {listed} am {on} ausgetreten und dennoch angestellt.',
  'reconcile.leaver-uncertain.mailbox':
    '{listed} (Zeile {line}) ist ausgetreten; hinter {email} stehen vielleicht andere.',
  'reconcile.leaver-future': 'Tritt am {on} aus (Zeile {line}).',
  'reconcile.unknown-login': 'Niemand auf der Liste hat diese Adresse, diesen Benutzernamen oder diesen Namen.',
  'reconcile.shared-mailbox': '{email} ist ein gemeinsames Postfach: Wer dahinter steht, weiss niemand.',
  'reconcile.email-twice': 'Das Login {other} hat dieselbe Adresse, {email}.',
  'reconcile.two-logins': 'Dieselbe Person hat offenbar auch das Login {other}.',
  'reconcile.excess-rights': 'Mehr, als die Funktion {role} braucht (Zeile {line}): {themes}',
  'reconcile.excess-rights.administrator':
    'Hat Administratorenrechte, die die Funktion {role} nicht braucht (Zeile {line}).',
  'reconcile.never-used': {
    one: 'Vor einem Tag eingeladen und nie angemeldet.',
    other: 'Vor {count} Tagen eingeladen und nie angemeldet.',
  },
  'reconcile.dormant': {
    one: 'Das letzte Login war vor einem Tag.',
    other: 'Das letzte Login war vor {count} Tagen.',
  },
  'reconcile.name-differs': 'Heisst in Zeile {line} {listed}: vielleicht ein neuer Name.',
  'reconcile.email-differs': 'Hat in Zeile {line} die Adresse {address}, hier {email}.',
  'reconcile.do.deactivate': 'Der Plan deaktiviert das Login.',
  'reconcile.do.edit': 'Der Plan belässt, was die Funktion braucht.',
  'reconcile.do.lock-out':
    'Nicht im Plan, weil danach niemand {client} verwalten könnte. Zuerst: connect users handover {user} --to NACHFOLGE --client {number}',
  'reconcile.do.own-login':
    'Nicht im Plan, weil Sie mit diesem Login handeln. Ganz am Schluss: connect users deactivate {user} --client {number}',
  'reconcile.do.leaver-uncertain':
    'Klären Sie, wer es benutzt. Ist es diese Person: connect users deactivate {user} --client {number}',
  'reconcile.do.leaver-deactivated': 'Nichts zu tun.',
  'reconcile.do.leaver-future': 'Vorbereiten: connect users handover {user} --to NACHFOLGE --on {on} --client {number}',
  'reconcile.do.unknown-login': 'Klären Sie, wer das ist. In den Plan: --deactivate unknown-login',
  'reconcile.do.shared-mailbox': 'Geben Sie jeder Person ein eigenes Login: connect users new --client {number}',
  'reconcile.do.two-logins': 'Eines genügt: connect users deactivate {user} --client {number}',
  'reconcile.do.excess-rights': 'Prüfen, dann: connect users edit {user} --client {number}',
  'reconcile.do.never-used': 'In den Plan: --deactivate never-used',
  'reconcile.do.dormant': 'In den Plan: --deactivate dormant',
  'reconcile.do.name-differs': 'Ist es dieselbe Person: connect users edit {user} --client {number}',
  'reconcile.portal': 'Portal',
  'reconcile.profile': 'Profil',
  'reconcile.client': 'Kunde',
  'reconcile.clientName': 'Name des Kunden',
  'reconcile.severity': 'Schwere',
  'reconcile.code': 'Code',
  'reconcile.person': 'Person',
  'reconcile.message': 'weshalb',
  'reconcile.advice': 'was zu tun ist',
  'reconcile.action': 'Plan',
  'reconcile.obstacle': 'Hindernis',
  'reconcile.line': 'Zeile',
  'reconcile.match': 'gefunden über',
  'reconcile.certain': 'sicher',
  'reconcile.shared': 'gemeinsames Postfach',
  'reconcile.exitOn': 'Austritt',
  'reconcile.days': 'Tage',
  'reconcile.excess': 'zu viel',
  'reconcile.other': 'anderes Login',
  'reconcile.listed': 'in der Liste',
};

export const reconcileFailures: TranslationOf<typeof englishFailures> = {
  'error.hr-list-unreadable': '{file} ist ab Zeile {line} nicht als CSV lesbar.',
  'error.hr-list-unreadable.hint':
    'Speichern Sie die Liste als CSV (UTF-8), mit einer Zeile pro Person. Vielleicht fehlt ein schliessendes Anführungszeichen.',
  'error.hr-list-headings': '{file} hat keine Überschriften, die sagen, um wen es in den Zeilen geht.',
  'error.hr-list-headings.hint':
    'Bekannt sind unter anderem: E-Mail, Benutzername, Vorname, Name, Austritt, Status, Funktion – auch französisch, italienisch und englisch.',
  'error.hr-list-too-long':
    '{file} ist länger, als eine Personalliste sein kann: mehr als {rows} Zeilen oder {size} MiB.',
  'error.hr-list-too-long.hint': 'Eine Zeile pro Person genügt.',
  'error.hr-list-empty': '{file} nennt niemanden; es wurde nichts verglichen.',
  'error.hr-list-empty.hint':
    'Exportieren Sie die Liste neu. Unter den Überschriften muss eine Zeile pro Person stehen.',
  'error.hr-list-invalid': {
    one: '{file} hat eine unbrauchbare Zeile; es wurde nichts verglichen.',
    other: '{file} hat {count} unbrauchbare Zeilen; es wurde nichts verglichen.',
  },
  'error.hr-list-invalid.hint': 'Verbessern Sie die oben genannten Zeilen, und führen Sie den Befehl nochmals aus.',
  'error.mass-departure':
    '{leaving} von {open} Logins würden deaktiviert, mehr als üblich: Vielleicht ist die Liste unvollständig. Es wurde kein Plan geschrieben.',
  'error.mass-departure.hint': 'Prüfen Sie die Liste. Stimmt sie: --allow-mass {percent}%',
  'error.roles-file-invalid': '{file} sagt nicht, was Funktionen brauchen: {where}',
  'error.roles-file-invalid.hint':
    'Erwartet wird: roles: { Lohnbuchhaltung: { themes: [salary-declaration] }, Geschäftsleitung: { administrator: true } }',
};
