import type { TranslationOf } from '../catalog.js';
import type { findings as english } from '../en/findings.js';
import { plausibilityFindings } from './plausibility-findings.js';
import { tableFindings } from './table-findings.js';

export const findings: TranslationOf<typeof english> = {
  'finding.X01.syntax': 'Das ist kein wohlgeformtes XML: Hier steht ein Zeichen, das hier nicht stehen darf.',
  'finding.X01.syntax.fix': 'Exportieren Sie die Datei neu aus dem Lohnprogramm. Bearbeiten Sie sie nicht von Hand.',
  'finding.X01.tags': 'Das ist kein wohlgeformtes XML: Hier wird ein Element geschlossen, das nicht das offene ist.',
  'finding.X01.tags.fix': 'Exportieren Sie die Datei neu aus dem Lohnprogramm. Bearbeiten Sie sie nicht von Hand.',
  'finding.X01.end':
    'Die Datei endet zu früh, Elemente sind noch offen. Sie wurde beim Speichern oder Kopieren abgeschnitten.',
  'finding.X01.end.fix': 'Exportieren Sie die Datei neu und kopieren Sie sie erst, wenn sie fertig geschrieben ist.',
  'finding.X01.entity':
    'Hier wird eine Entität verwendet, die XML nicht kennt. Eigene Entitäten sind in ELM nicht erlaubt.',
  'finding.X01.entity.fix': 'Das Lohnprogramm muss das Zeichen selbst schreiben, und & als &amp;.',
  'finding.X01.namespace': 'Hier wird ein Präfix verwendet, das für keinen Namensraum steht.',
  'finding.X01.namespace.fix':
    'Exportieren Sie die Datei neu aus dem Lohnprogramm; die Erklärung des Präfixes ging verloren.',
  'finding.X02.doctype':
    'Die Datei enthält eine Dokumenttyp-Deklaration (DOCTYPE). ELM kennt keine, und sie kann gefährlich sein.',
  'finding.X02.doctype.fix':
    'Klären Sie, woher die Datei stammt. Verwenden Sie nur die Datei, die das Lohnprogramm exportiert hat.',
  'finding.X03.bytes': 'Hier stehen Bytes, die in {encoding} keine Zeichen sind.',
  'finding.X03.bytes.fix':
    'Exportieren Sie die Datei in UTF-8. War sie in einem Editor offen, hat er sie vielleicht anders gespeichert.',
  'finding.X03.unsupported': 'Die Datei ist in {encoding} codiert; das kann nicht gelesen werden.',
  'finding.X03.unsupported.fix': 'Exportieren Sie die Datei in UTF-8.',
  'finding.X03.mismatch': 'Die Datei gibt an, in {declared} codiert zu sein, ist aber {actual}.',
  'finding.X03.mismatch.fix': 'Exportieren Sie die Datei neu in UTF-8. Vermutlich wurde sie unterwegs umgewandelt.',
  'finding.X04.empty': 'Die Datei ist leer.',
  'finding.X04.empty.fix': 'Exportieren Sie die Datei neu aus dem Lohnprogramm.',
  'finding.X05.zip': 'Das ist ein ZIP-Archiv und keine XML-Datei.',
  'finding.X05.zip.fix': 'Entpacken Sie das Archiv und nehmen Sie die ELM-Datei oder die Arbeitsmappe darin.',
  'finding.X05.xls':
    'Das ist eine Arbeitsmappe einer alten Excel-Version (.xls) oder eine, die mit einem Kennwort geschützt ist.',
  'finding.X05.xls.fix': 'Speichern Sie sie als .xlsx, ohne Kennwort zum Öffnen.',
  'finding.X05.protected': 'Diese Arbeitsmappe ist mit einem Passwort geschützt und damit verschlüsselt.',
  'finding.X05.protected.fix': 'Entfernen Sie das Passwort zum Öffnen und speichern Sie sie als .xlsx.',
  'finding.X05.other':
    'Das ist weder eine ELM-Datei (XML) noch eine Excel-Vorlage noch eine CSV-Datei, deren Spaltentitel sich verstehen lassen.',
  'finding.X05.other.fix':
    'Wählen Sie die Datei, die das Lohnprogramm für die AHV exportiert hat, oder die ausgefüllte Vorlage.',
  'finding.X06.depth':
    'Hier sind Elemente tiefer als {limit} Stufen verschachtelt. Das kommt in keiner Lohnmeldung vor.',
  'finding.X06.depth.fix':
    'Exportieren Sie die Datei neu. Bleibt es dabei, fragen Sie den Hersteller des Lohnprogramms.',
  'finding.X07.name': 'Hier ist ein Name länger als {limit} Zeichen. Das kommt in keiner Lohnmeldung vor.',
  'finding.X07.name.fix':
    'Exportieren Sie die Datei neu. Bleibt es dabei, fragen Sie den Hersteller des Lohnprogramms.',
  'finding.X08.text': 'Hier ist ein Text länger als {limit} Zeichen. Das kommt in keiner Lohnmeldung vor.',
  'finding.X08.text.fix':
    'Exportieren Sie die Datei neu. Bleibt es dabei, fragen Sie den Hersteller des Lohnprogramms.',
  'finding.X09.attributes': 'Hier hat ein Element mehr als {limit} Attribute. Das kommt in keiner Lohnmeldung vor.',
  'finding.X09.attributes.fix':
    'Exportieren Sie die Datei neu. Bleibt es dabei, fragen Sie den Hersteller des Lohnprogramms.',
  'finding.X10.size': 'Die Datei ist grösser als {limit} MiB und wurde nicht weiter gelesen.',
  'finding.X10.size.fix':
    'Prüfen Sie, ob es die richtige Datei ist. Teilen Sie ein sehr grosses Unternehmen nach Abrechnungskreisen auf.',
  'finding.X11.record': 'Ein einzelner Eintrag ist ungewöhnlich gross, mehr als {limit} Zeichen.',
  'finding.X11.record.fix':
    'Exportieren Sie die Datei neu. Bleibt es dabei, fragen Sie den Hersteller des Lohnprogramms.',
  'finding.X11.parts': 'Die Datei enthält mehr als {limit} Elemente {element}. Ein Unternehmen hat nur wenige.',
  'finding.X11.parts.fix': 'Prüfen Sie die Versicherungen im Lohnprogramm. Eine Datei gehört zu einem Unternehmen.',
  'finding.X12.omitted': {
    one: '{count} weiterer Befund ist nicht aufgeführt.',
    other: '{count} weitere Befunde sind nicht aufgeführt.',
  },
  'finding.X12.omitted.fix':
    'Beheben Sie zuerst die aufgeführten; oft haben sie eine einzige Ursache. Prüfen Sie danach nochmals.',

  'finding.V01.foreign':
    'Das ist keine Lohnmeldung nach dem Swissdec-Standard (ELM), sondern {root} aus «{namespace}».',
  'finding.V01.foreign.fix': 'Wählen Sie die ELM-Datei (XML), die das Lohnprogramm für die AHV exportiert hat.',
  'finding.V01.old': 'Die Datei ist in ELM {version} geschrieben. Die Kassen nehmen diese Version nicht mehr an.',
  'finding.V01.old.fix': 'Aktualisieren Sie das Lohnprogramm und exportieren Sie die Datei in ELM 5.0.',
  'finding.V01.new': 'Die Datei ist in ELM {version} geschrieben. Diese Version wird noch nicht unterstützt.',
  'finding.V01.new.fix': 'Exportieren Sie die Datei in ELM 5.0 oder suchen Sie eine neuere Version von connect.',
  'finding.V01.consumer':
    'Die Datei enthält {root}: die Nachricht, mit der der Distributor eine Lohnmeldung an eine Kasse weitergibt, nicht die Lohnmeldung eines Arbeitgebers.',
  'finding.V01.consumer.fix': 'Laden Sie die Datei hoch, die das Lohnprogramm exportiert hat (DeclareSalary).',
  'finding.V01.root': 'Die Datei ist ELM {version}, enthält aber {root} statt einer Lohnmeldung (DeclareSalary).',
  'finding.V01.root.fix':
    'Exportieren Sie die jährliche Lohnmeldung aus dem Lohnprogramm, nicht eine Antwort oder eine andere Nachricht.',
  'finding.V01.second': 'Die Datei enthält hier eine zweite Meldung ({root}).',
  'finding.V01.second.fix': 'Exportieren Sie für jedes Unternehmen eine eigene Datei.',
  'finding.V01.declaration': 'Die Datei enthält keine Lohnmeldung (SalaryDeclaration).',
  'finding.V01.declaration.fix': 'Exportieren Sie die Datei neu aus dem Lohnprogramm.',
  'finding.V01.schemaVersion': 'Das Attribut schemaVersion muss 0.0 sein, ist aber «{found}».',
  'finding.V01.schemaVersion.fix': 'Aktualisieren Sie das Lohnprogramm und exportieren Sie die Datei neu.',
  'finding.V01.namespace':
    'Das Element {element} gehört zu «{namespace}» und nicht zu dieser ELM-Version. Es wird nicht beachtet.',
  'finding.V01.namespace.fix': 'Exportieren Sie die Datei neu. Eine Datei darf nicht zwei ELM-Versionen mischen.',

  'finding.V02.missing': '{element} fehlt.',
  'finding.V02.missing.fix': 'Ergänzen Sie die Angabe im Lohnprogramm und exportieren Sie die Datei neu.',
  'finding.V02.unexpected': '{parent} hat kein Element {element}. Erlaubt ist hier: {expected}.',
  'finding.V02.unexpected.fix':
    'Aktualisieren Sie das Lohnprogramm und exportieren Sie die Datei neu. Bleibt es dabei, melden Sie es dem Hersteller des Programms.',
  'finding.V02.extra': '{element} darf hier nicht stehen: In {parent} darf nichts mehr folgen.',
  'finding.V02.extra.fix':
    'Aktualisieren Sie das Lohnprogramm und exportieren Sie die Datei neu. Bleibt es dabei, melden Sie es dem Hersteller des Programms.',
  'finding.V02.order': 'Die Reihenfolge in {parent} stimmt nicht: {element} muss vor {before} kommen.',
  'finding.V02.order.fix':
    'Aktualisieren Sie das Lohnprogramm und exportieren Sie die Datei neu. Bleibt es dabei, melden Sie es dem Hersteller des Programms.',
  'finding.V02.tooMany': '{element} kommt zu oft vor: {parent} hat es höchstens {max}-mal.',
  'finding.V02.tooMany.fix': 'Klären Sie im Lohnprogramm, welche Angabe stimmt, und exportieren Sie die Datei neu.',
  'finding.V02.choice': '{element} darf nicht neben {other} stehen: Nur eines von beiden ist möglich.',
  'finding.V02.choice.fix': 'Klären Sie im Lohnprogramm, welche Angabe stimmt, und exportieren Sie die Datei neu.',
  'finding.V02.namespace': '{element} gehört in den Namensraum «{expected}», steht aber in «{found}».',
  'finding.V02.namespace.fix':
    'Aktualisieren Sie das Lohnprogramm und exportieren Sie die Datei neu. Bleibt es dabei, melden Sie es dem Hersteller des Programms.',
  'finding.V02.noNamespace': '{element} steht in keinem Namensraum; es gehört in «{expected}».',
  'finding.V02.noNamespace.fix':
    'Aktualisieren Sie das Lohnprogramm und exportieren Sie die Datei neu. Bleibt es dabei, melden Sie es dem Hersteller des Programms.',
  'finding.V02.attribute': '{element} hat kein Attribut {attribute}.',
  'finding.V02.attribute.fix':
    'Aktualisieren Sie das Lohnprogramm und exportieren Sie die Datei neu. Bleibt es dabei, melden Sie es dem Hersteller des Programms.',
  'finding.V02.text': '{element} enthält Text neben seinen Elementen. Dort darf keiner stehen.',
  'finding.V02.text.fix': 'Exportieren Sie die Datei neu aus dem Lohnprogramm. Ändern Sie sie nicht von Hand.',
  'finding.V02.content': '{element} muss leer sein; nicht einmal Leerzeichen dürfen darin stehen.',
  'finding.V02.content.fix':
    'Aktualisieren Sie das Lohnprogramm und exportieren Sie die Datei neu. Bleibt es dabei, melden Sie es dem Hersteller des Programms.',

  'finding.V02.blank': '{element} ist leer.',
  'finding.V02.blank.fix': 'Ergänzen Sie die Angabe im Lohnprogramm und exportieren Sie die Datei neu.',
  'finding.V02.length': '{element} muss {min} bis {max} Zeichen haben.',
  'finding.V02.length.fix': 'Berichtigen Sie die Angabe im Lohnprogramm.',
  'finding.V02.form': '{element} ist nicht in der Form {example} geschrieben.',
  'finding.V02.form.fix': 'Berichtigen Sie die Angabe im Lohnprogramm.',
  'finding.V02.code': '{element} hat einen Wert, den es nicht gibt. Möglich sind: {allowed}.',
  'finding.V02.code.fix': 'Wählen Sie im Lohnprogramm einen davon und exportieren Sie die Datei neu.',
  'finding.V02.amount':
    '{element} ist kein Betrag, wie ELM ihn verlangt: Ziffern, Punkt, zwei Dezimalstellen, etwa 91000.00.',
  'finding.V02.amount.fix': 'Exportieren Sie die Datei neu, ohne Tausendertrennzeichen und mit zwei Dezimalstellen.',
  'finding.V02.unsignedAmount':
    '{element} ist kein Betrag ohne Vorzeichen: Ziffern, Punkt, zwei Dezimalstellen, etwa 91000.00.',
  'finding.V02.unsignedAmount.fix': 'Geben Sie den Betrag im Lohnprogramm ohne Minus ein.',
  'finding.V02.hours': '{element} ist keine Stundenzahl von {min} bis {max} mit zwei Dezimalstellen, etwa 42.00.',
  'finding.V02.hours.fix': 'Berichtigen Sie die Arbeitszeit im Lohnprogramm.',
  'finding.V02.decimal': '{element} ist keine Zahl, etwa 5.0.',
  'finding.V02.decimal.fix':
    'Aktualisieren Sie das Lohnprogramm und exportieren Sie die Datei neu. Bleibt es dabei, melden Sie es dem Hersteller des Programms.',
  'finding.V02.whole': '{element} ist keine ganze Zahl von {min} bis {max}.',
  'finding.V02.whole.fix': 'Berichtigen Sie die Angabe im Lohnprogramm.',
  'finding.V02.count': '{element} ist keine ganze Zahl.',
  'finding.V02.count.fix': 'Exportieren Sie die Datei neu aus dem Lohnprogramm.',
  'finding.V02.date': '{element} ist kein Datum, wie ELM es verlangt: Jahr, Monat, Tag, etwa 2025-01-31.',
  'finding.V02.date.fix': 'Berichtigen Sie das Datum im Lohnprogramm.',
  'finding.V02.dateTime': '{element} ist kein Datum mit Uhrzeit, etwa 2026-01-12T08:30:00.',
  'finding.V02.dateTime.fix':
    'Aktualisieren Sie das Lohnprogramm und exportieren Sie die Datei neu. Bleibt es dabei, melden Sie es dem Hersteller des Programms.',
  'finding.V02.year': '{element} ist keine vierstellige Jahreszahl.',
  'finding.V02.year.fix': 'Wählen Sie das Deklarationsjahr im Lohnprogramm und exportieren Sie die Datei neu.',
  'finding.V02.canton': '{element} ist kein Kürzel eines Kantons.',
  'finding.V02.canton.fix': 'Geben Sie im Lohnprogramm den Kanton an, etwa ZH.',
  'finding.V02.nationality':
    '{element} ist keine Staatsangehörigkeit: zwei Grossbuchstaben, etwa CH, 11 für unbekannt, 22 für staatenlos.',
  'finding.V02.nationality.fix': 'Berichtigen Sie die Staatsangehörigkeit im Lohnprogramm.',
  'finding.V02.ahvNumber': 'Die AHV-Nummer ist nicht in der Form 756.dddd.dddd.dd geschrieben.',
  'finding.V02.ahvNumber.fix': 'Berichtigen Sie die Nummer anhand des Versicherungsausweises der Person.',
  'finding.V02.uid': 'Die UID ist nicht in der Form CHE-ddd.ddd.ddd geschrieben.',
  'finding.V02.uid.fix': 'Berichtigen Sie die UID im Lohnprogramm. Sie steht im UID-Register: uid.admin.ch.',
  'finding.V02.fund': 'Die Nummer der Ausgleichskasse ist nicht in der Form ddd.ddd geschrieben, etwa 095.000.',
  'finding.V02.fund.fix': 'Berichtigen Sie die Nummer der Ausgleichskasse im Lohnprogramm.',

  'finding.V03.institution':
    'Ein Lohn verweist auf die Versicherung «{reference}», die in der Datei unter {domain} fehlt.',
  'finding.V03.institution.fix': 'Weisen Sie die Löhne im Lohnprogramm einer Versicherung zu, die auch gemeldet wird.',
  'finding.V03.totalsInstitution':
    'Totale verweisen auf die Versicherung «{reference}», die in der Datei unter {domain} fehlt.',
  'finding.V03.totalsInstitution.fix': 'Exportieren Sie die Datei neu aus dem Lohnprogramm.',
  'finding.V03.totals':
    'Die Totale der Versicherung «{institution}» ({domain}) fehlen; die Löhne lassen sich nicht damit vergleichen.',
  'finding.V03.totals.fix': 'Das Lohnprogramm soll auch die Totale exportieren.',
  'finding.V03.duplicate': '{name} «{value}» kommt zweimal vor; es ist nicht klar, was gilt.',
  'finding.V03.duplicate.fix':
    'Melden Sie jede Kasse und jeden Kanton nur einmal. Fassen Sie doppelte Einträge im Lohnprogramm zusammen.',
  'finding.V03.tooMany': 'Die Löhne verweisen auf mehr Versicherungen, als verglichen werden können.',
  'finding.V03.tooMany.fix': 'Prüfen Sie die Versicherungen im Lohnprogramm. Eine Datei gehört zu einem Unternehmen.',
  'finding.V04.order': 'Die Beitragsdauer beginnt am {from}, nach ihrem Ende am {until}.',
  'finding.V04.order.fix': 'Berichtigen Sie Eintritt und Austritt der Person im Lohnprogramm.',
  'finding.V04.years': 'Die Beitragsdauer vom {from} bis {until} liegt in mehreren Kalenderjahren.',
  'finding.V04.years.fix': 'Melden Sie jedes Kalenderjahr mit einer eigenen Beitragsdauer.',
  'finding.V05.amount': '{element} ist grösser, als ein Betrag sein kann.',
  'finding.V05.amount.fix': 'Berichtigen Sie den Betrag im Lohnprogramm.',
  'finding.V05.date': '{element} ist ein Datum aus einem anderen Zeitalter: Sein Jahr ist nicht vierstellig.',
  'finding.V05.date.fix': 'Berichtigen Sie das Datum im Lohnprogramm.',
  'finding.V05.year': '{element} ist ein Jahr aus einem anderen Zeitalter: Es ist nicht vierstellig.',
  'finding.V05.year.fix': 'Wählen Sie das Deklarationsjahr im Lohnprogramm und exportieren Sie die Datei neu.',
  'finding.V06.refused': 'Das Schema von Swissdec lehnt dies ab: {detail}.',
  'finding.V06.refused.fix':
    'Aktualisieren Sie das Lohnprogramm und exportieren Sie die Datei neu. Bleibt es dabei, zeigen Sie diese Meldung dem Hersteller des Programms.',

  'finding.A01.other':
    'Die Datei ist für die Ausgleichskasse {found} bestimmt, nicht für die Ausgleichskasse {expected}.',
  'finding.A01.other.fix':
    'Wählen Sie den Kunden bei der richtigen Kasse oder berichtigen Sie die Nummer der Ausgleichskasse im Lohnprogramm.',
  'finding.A01.none':
    'Die Datei ist für keine Kasse bestimmt: Sie enthält keine Versicherung AHV-AVS oder FAK-CAF. Erwartet wurde die Ausgleichskasse {expected}.',
  'finding.A01.none.fix': 'Wählen Sie im Lohnprogramm AHV und FAK als Empfänger und exportieren Sie die Datei neu.',
  'finding.A02.ahv': 'Die Datei gehört zur Mitgliednummer {found}, nicht zu {expected}.',
  'finding.A02.ahv.fix':
    'Wählen Sie den richtigen Kunden oder die richtige Datei. Laden Sie nie die Löhne eines anderen Unternehmens hoch.',
  'finding.A02.fak': 'Die FAK in der Datei hat die Mitgliednummer {found}, nicht {expected}.',
  'finding.A02.fak.fix':
    'Berichtigen Sie die Mitgliednummer der FAK im Lohnprogramm oder wählen Sie den richtigen Kunden.',
  'finding.A03.accepted':
    'Die Ausgleichskasse hat für {year} schon eine Lohnmeldung angenommen ({id}), und diese Datei sagt nicht, dass sie jene ersetzt.',
  'finding.A03.accepted.fix':
    'Übermitteln Sie die Datei mit --replace {id}, wenn sie jene ersetzen soll. Für eine Korrektur exportieren Sie eine Ersatzmeldung aus dem Lohnprogramm.',
  'finding.A03.waiting': 'Für {year} ist schon eine Lohnmeldung unterwegs ({id}).',
  'finding.A03.waiting.fix': 'Warten Sie ab, was daraus wird, oder übermitteln Sie diese Datei mit --replace {id}.',
  'finding.A03.same': 'Das Portal hat genau diese Datei schon, als Lohnmeldung {id} für {year}.',
  'finding.A03.same.fix':
    'Es ist nichts zu tun. Wenn Sie die Datei nochmals übermitteln, ist die erste Quittung die Antwort.',
  'finding.A04.test': 'Die Datei ist als Testfall gekennzeichnet. Die Kasse verarbeitet sie nicht.',
  'finding.A04.test.fix': 'Exportieren Sie die Datei für die echte Lohnmeldung ohne diese Kennzeichnung.',

  ...plausibilityFindings,
  ...tableFindings,
};
