import type { TranslationOf } from '../catalog.js';
import type { plausibilityFindings as english } from '../en/plausibility-findings.js';

export const plausibilityFindings: TranslationOf<typeof english> = {
  'finding.P01.checkDigit':
    'Die AHV-Nummer ist falsch: Die Prüfziffer passt nicht. Eine Ziffer ist falsch oder zwei sind vertauscht.',
  'finding.P01.checkDigit.fix': 'Berichtigen Sie die Nummer anhand des Versicherungsausweises der Person.',
  'finding.P01.prefix': 'Die AHV-Nummer beginnt nicht mit 756 wie jede schweizerische.',
  'finding.P01.prefix.fix': 'Berichtigen Sie die Nummer anhand des Versicherungsausweises der Person.',
  'finding.P01.unknown': 'Die Person ist ohne AHV-Nummer gemeldet.',
  'finding.P01.unknown.fix':
    'Tragen Sie die Nummer ein. Hat die Person noch keine, melden Sie die Person bei der Ausgleichskasse an.',
  'finding.P02.checkDigit': 'Die UID {uid} ist falsch: Die Prüfziffer passt nicht.',
  'finding.P02.checkDigit.fix': 'Berichtigen Sie die UID im Lohnprogramm. Sie steht im UID-Register: uid.admin.ch.',
  'finding.P03.total':
    '{element} der Versicherung «{institution}» ist mit {declared} gemeldet, die Löhne ergeben aber {computed}; die Differenz beträgt {difference}.',
  'finding.P03.total.fix':
    'Rechnen Sie das Jahr im Lohnprogramm neu und exportieren Sie die Datei neu. Ändern Sie das Total nicht von Hand.',
  'finding.P03.overflow':
    'Die Löhne für {element} der Versicherung «{institution}» ergeben mehr, als sich genau rechnen lässt.',
  'finding.P03.overflow.fix': 'Suchen Sie im Lohnprogramm nach unmöglichen Beträgen.',
  'finding.P04.counter': '{element} sagt {declared}, die Datei enthält aber {counted}.',
  'finding.P04.counter.fix': 'Exportieren Sie die Datei neu. Unterwegs gingen Löhne verloren oder kamen hinzu.',
  'finding.P05.contributory':
    'Die FAK-pflichtige Lohnsumme des Kantons {canton} ist mit {declared} gemeldet, die Löhne ergeben aber {computed}; die Differenz beträgt {difference}.',
  'finding.P05.contributory.fix':
    'Prüfen Sie die Arbeitsortskantone im Lohnprogramm und exportieren Sie die Datei neu.',
  'finding.P05.supplement':
    'Die Familienzulagen des Kantons {canton} sind mit {declared} gemeldet, ergeben aber {computed}; die Differenz beträgt {difference}.',
  'finding.P05.supplement.fix': 'Prüfen Sie die Familienzulagen im Lohnprogramm und exportieren Sie die Datei neu.',
  'finding.P05.missing': 'Das FAK-Total des Kantons {canton} fehlt; seine Löhne ergeben {computed}.',
  'finding.P05.missing.fix': 'Prüfen Sie die Arbeitsortskantone im Lohnprogramm und exportieren Sie die Datei neu.',
  'finding.P05.overflow': 'Die FAK-Beträge des Kantons {canton} ergeben mehr, als sich genau rechnen lässt.',
  'finding.P05.overflow.fix': 'Suchen Sie im Lohnprogramm nach unmöglichen Beträgen.',

  'finding.P06.tooYoung':
    'Als AHV-Lohn {year} sind {amount} gemeldet, beitragspflichtig ist dann aber nur, wer {first} oder früher geboren ist.',
  'finding.P06.tooYoung.fix': 'Prüfen Sie das Geburtsdatum. Stimmt es, melden Sie den Lohn als AHV-frei und ALV-frei.',
  'finding.P07.ceiling': 'Der ALV-Lohn {year} beträgt {amount}; die Höchstgrenze des Jahres ist {ceiling}.',
  'finding.P07.ceiling.fix': 'Melden Sie als ALV-frei, was über der Höchstgrenze liegt.',
  'finding.P07.proRata':
    'Der ALV-Lohn {year} beträgt {amount}; für die Dauer der Beschäftigung ({days} von 360 Tagen) ist die Höchstgrenze {ceiling}.',
  'finding.P07.proRata.fix':
    'Prüfen Sie die Beitragsdauer. Was über der Höchstgrenze liegt, ist ALV-frei; wie angebrochene Monate zählen, ist Brauch und nicht Gesetz.',
  'finding.P07.aboveAhv': 'Der ALV-Lohn {year} beträgt {alv}, mehr als der AHV-Lohn von {ahv}.',
  'finding.P07.aboveAhv.fix': 'Prüfen Sie beide Löhne im Lohnprogramm: Der ALV-Lohn ist ein Teil des AHV-Lohns.',
  'finding.P08.afterReferenceAge':
    'Als ALV-Lohn sind {amount} gemeldet, die Person hat aber im Monat {month} das Referenzalter erreicht und ist nicht mehr versichert.',
  'finding.P08.afterReferenceAge.fix':
    'Prüfen Sie Geburtsdatum und Geschlecht. Stimmen sie, melden Sie den Lohn als ALV-frei.',
  'finding.P09.notDivided':
    'Die Person erreicht im Monat {month} das Referenzalter, und diese Beitragsdauer reicht darüber hinaus.',
  'finding.P09.notDivided.fix':
    'Melden Sie zwei Löhne: einen bis und mit diesem Monat, einen ab dem nächsten, abzüglich Freibetrag und ohne ALV.',
  'finding.P10.notLevied': 'Als ALV-Zusatz-Lohn {year} sind {amount} gemeldet; er wird seit 2023 nicht mehr erhoben.',
  'finding.P10.notLevied.fix':
    'Setzen Sie den ALV-Zusatz-Lohn auf 0.00. Vielleicht hat das Lohnprogramm alte Einstellungen.',
  'finding.P11.beforeEntry': 'Die Beitragsdauer beginnt am {from}, vor dem Eintritt am {entry}.',
  'finding.P11.beforeEntry.fix': 'Berichtigen Sie Eintritt oder Beitragsdauer im Lohnprogramm.',
  'finding.P11.afterWithdrawal': 'Die Beitragsdauer endet am {until}, nach dem Austritt am {withdrawal}.',
  'finding.P11.afterWithdrawal.fix':
    'Berichtigen Sie Austritt oder Beitragsdauer im Lohnprogramm. Später bezahlter Lohn gehört in die Zeit, in der er verdient wurde.',
  'finding.P11.withdrawalFirst': 'Die Person ist am {withdrawal} ausgetreten, vor dem Eintritt am {entry}.',
  'finding.P11.withdrawalFirst.fix':
    'Berichtigen Sie Eintritt oder Austritt. Ist die Person wieder eingetreten, löschen Sie den früheren Austritt.',
  'finding.P11.overlap':
    'Die Beitragsdauer vom {from} bis {until} überschneidet sich mit jener vom {otherFrom} bis {otherUntil}.',
  'finding.P11.overlap.fix':
    'Prüfen Sie, ob ein Lohn doppelt gemeldet ist. Sonst legen Sie die Löhne zusammen oder teilen die Beitragsdauer auf.',
  'finding.P12.earlier': 'Der Lohn gehört zum Jahr {year}; die Lohnmeldung ist für {declared}.',
  'finding.P12.earlier.fix':
    'Bei einer Nachzahlung für ein früheres Jahr ist nichts zu tun. Sonst berichtigen Sie die Beitragsdauer.',
  'finding.P12.later': 'Der Lohn gehört zum Jahr {year}, die Lohnmeldung ist aber für {declared}.',
  'finding.P12.later.fix':
    'Berichtigen Sie die Beitragsdauer oder wählen Sie im Lohnprogramm das richtige Deklarationsjahr.',
  'finding.P12.unknownFigures':
    'Die Grenzen und Freibeträge von {year} kennt diese Version von connect nicht; die Löhne wurden nicht damit verglichen.',
  'finding.P12.unknownFigures.fix': 'Prüfen Sie das Deklarationsjahr und suchen Sie eine neuere Version von connect.',
  'finding.P13.number': 'Person Nr. {other} hat dieselbe AHV-Nummer, aber ein anderes Geburtsdatum.',
  'finding.P13.number.fix':
    'Stellen Sie anhand der Versicherungsausweise fest, wessen Nummer falsch ist, und berichtigen Sie sie.',
  'finding.P13.twice': 'Die Person kommt schon vor, als Person Nr. {other}.',
  'finding.P13.twice.fix':
    'Legen Sie die beiden Einträge im Lohnprogramm zusammen: Eine Person kann mehrere Löhne haben.',
  'finding.P13.withoutNumber':
    'Die Person hat Namen und Geburtsdatum von Person Nr. {other}, und einer der beiden fehlt die AHV-Nummer.',
  'finding.P13.withoutNumber.fix':
    'Tragen Sie die fehlende AHV-Nummer ein. Ist es dieselbe Person, legen Sie die Einträge zusammen.',
  'finding.P13.limit': 'Nur die ersten {limit} Personen wurden miteinander verglichen.',
  'finding.P13.limit.fix': 'Teilen Sie ein sehr grosses Unternehmen nach Abrechnungskreisen auf.',
  'finding.P14.missing':
    'Die Datei meldet AHV-Löhne, aber keine FAK-Löhne. Ohne sie bleibt die Lohnmeldung bei der Kasse liegen.',
  'finding.P14.missing.fix':
    'Wählen Sie im Lohnprogramm auch die FAK als Empfängerin und exportieren Sie die Datei neu.',
  'finding.P15.amount': '{element} ist negativ: {amount}.',
  'finding.P15.amount.fix':
    'Lassen Sie es so, wenn damit ein früherer Lohn storniert oder berichtigt wird. Sonst berichtigen Sie den Betrag.',
  'finding.P16.declared':
    'Der AHV-Lohn {year} beträgt {amount}. Bis {limit} im Jahr sind Beiträge nur geschuldet, wenn die Person es verlangt.',
  'finding.P16.declared.fix':
    'Lassen Sie es so, wenn die Person es wünscht oder in einem Privathaushalt oder in Kultur und Medien arbeitet. Sonst melden Sie nichts.',
};
