import type { TranslationOf } from '../catalog.js';
import type { tableFindings as english } from '../en/table-findings.js';

export const tableFindings: TranslationOf<typeof english> = {
  'finding.T01.damaged': 'Die Arbeitsmappe ist beschädigt oder abgeschnitten; sie lässt sich nicht entpacken.',
  'finding.T01.damaged.fix':
    'Öffnen Sie die Datei in Excel oder LibreOffice, speichern Sie sie neu als .xlsx und versuchen Sie es nochmals. Lässt sie sich auch dort nicht öffnen, ist sie beschädigt.',
  'finding.T01.duplicate': '«{entry}» ist zweimal im Archiv; welches zählt, ist unklar.',
  'finding.T01.duplicate.fix':
    'Öffnen Sie die Arbeitsmappe in Excel oder LibreOffice, speichern Sie sie neu und vergleichen Sie ihren Inhalt.',
  'finding.T01.name':
    'Das Archiv hat einen Eintrag, dessen Name aus ihm hinausführt: «{entry}». Kein Tabellenprogramm schreibt das.',
  'finding.T01.name.fix':
    'Klären Sie, woher die Datei stammt. Verwenden Sie nur eine Arbeitsmappe, die Excel oder LibreOffice gespeichert hat.',
  'finding.T01.encrypted': '«{entry}» im Archiv ist verschlüsselt.',
  'finding.T01.encrypted.fix': 'Speichern Sie die Arbeitsmappe ohne Kennwort.',
  'finding.T01.method': '«{entry}» ist mit einem Verfahren gepackt, das Arbeitsmappen nicht verwenden.',
  'finding.T01.method.fix':
    'Öffnen Sie die Datei in Excel oder LibreOffice, speichern Sie sie neu als .xlsx und versuchen Sie es nochmals. Lässt sie sich auch dort nicht öffnen, ist sie beschädigt.',
  'finding.T01.size': '«{entry}» ist nicht so lang, wie das Archiv angibt.',
  'finding.T01.size.fix':
    'Öffnen Sie die Datei in Excel oder LibreOffice, speichern Sie sie neu als .xlsx und versuchen Sie es nochmals. Lässt sie sich auch dort nicht öffnen, ist sie beschädigt.',
  'finding.T01.checksum':
    'Die Prüfsumme von «{entry}» stimmt nicht: Die Datei wurde unterwegs verändert oder beschädigt.',
  'finding.T01.checksum.fix':
    'Öffnen Sie die Datei in Excel oder LibreOffice, speichern Sie sie neu als .xlsx und versuchen Sie es nochmals. Lässt sie sich auch dort nicht öffnen, ist sie beschädigt.',

  'finding.T02.bytes': 'Die Datei ist grösser als {limit} MiB und wurde nicht gelesen.',
  'finding.T02.bytes.fix':
    'Prüfen Sie, ob es die richtige Datei ist. Teilen Sie ein sehr grosses Unternehmen nach Abrechnungskreisen auf.',
  'finding.T02.entries': 'Das Archiv hat mehr als {limit} Einträge. So viele hat keine Arbeitsmappe einer Vorlage.',
  'finding.T02.entries.fix':
    'Klären Sie, woher die Datei stammt. Verwenden Sie nur die Datei, die Sie selbst ausgefüllt haben.',
  'finding.T02.expanded':
    'Entpackt wäre die Arbeitsmappe grösser als {limit} MiB («{entry}»). Sie wurde nicht weiter gelesen.',
  'finding.T02.expanded.fix':
    'Klären Sie, woher die Datei stammt. Verwenden Sie nur die Datei, die Sie selbst ausgefüllt haben.',
  'finding.T02.ratio':
    '«{entry}» würde auf mehr als das {limit}-Fache anwachsen. So sind ZIP-Bomben gemacht, nicht Arbeitsmappen.',
  'finding.T02.ratio.fix':
    'Klären Sie, woher die Datei stammt. Verwenden Sie nur die Datei, die Sie selbst ausgefüllt haben.',
  'finding.T02.sheets': 'Die Arbeitsmappe hat mehr als {limit} Blätter.',
  'finding.T02.sheets.fix':
    'Erstellen Sie mit connect salary template eine neue Vorlage und kopieren Sie die Werte hinein.',
  'finding.T02.strings': 'Die Texte der Arbeitsmappe sind zusammen länger als {limit} Zeichen.',
  'finding.T02.strings.fix':
    'Erstellen Sie mit connect salary template eine neue Vorlage und kopieren Sie die Werte hinein.',
  'finding.T02.rows': 'Die Tabelle hat mehr als {limit} Zeilen.',
  'finding.T02.rows.fix':
    'Teilen Sie das Unternehmen nach Abrechnungskreisen auf oder exportieren Sie ELM aus einem Lohnprogramm.',
  'finding.T02.columns': 'Auf dem Blatt steht etwas jenseits der Spalte {limit}.',
  'finding.T02.columns.fix': 'Löschen Sie, was rechts der Tabelle steht.',
  'finding.T02.cell': 'Die Zelle enthält mehr als {limit} Zeichen.',
  'finding.T02.cell.fix': 'Kürzen Sie den Text der Zelle.',

  'finding.T03.none': 'Das ist ein ZIP-Archiv, aber keine Excel-Arbeitsmappe.',
  'finding.T03.none.fix': 'Entpacken Sie das Archiv und nehmen Sie die Arbeitsmappe oder die ELM-Datei darin.',
  'finding.T03.ods': 'Das ist eine OpenDocument-Tabelle (.ods).',
  'finding.T03.ods.fix': 'Speichern Sie sie als Excel-Arbeitsmappe (.xlsx).',
  'finding.T03.binary': 'Das ist eine binäre Excel-Arbeitsmappe (.xlsb).',
  'finding.T03.binary.fix': 'Speichern Sie die Arbeitsmappe als .xlsx.',
  'finding.T03.part': 'Der Arbeitsmappe fehlt der Teil «{part}».',
  'finding.T03.part.fix':
    'Öffnen Sie die Datei in Excel oder LibreOffice, speichern Sie sie neu als .xlsx und versuchen Sie es nochmals. Lässt sie sich auch dort nicht öffnen, ist sie beschädigt.',
  'finding.T03.doctype':
    'Der Teil «{part}» enthält eine Dokumenttyp-Deklaration (DOCTYPE). Keine Arbeitsmappe hat eine, und sie kann gefährlich sein.',
  'finding.T03.doctype.fix':
    'Klären Sie, woher die Datei stammt. Verwenden Sie nur eine Arbeitsmappe, die Excel oder LibreOffice gespeichert hat.',
  'finding.T03.encoding': 'Die Zeichen des Teils «{part}» sind nicht jene seiner Kodierung.',
  'finding.T03.encoding.fix': 'Öffnen Sie die Arbeitsmappe in Excel oder LibreOffice und speichern Sie sie neu.',
  'finding.T03.xml': 'Die Arbeitsmappe ist beschädigt: Ihr Teil «{part}» lässt sich ab Zeile {line} nicht lesen.',
  'finding.T03.xml.fix':
    'Öffnen Sie die Datei in Excel oder LibreOffice, speichern Sie sie neu als .xlsx und versuchen Sie es nochmals. Lässt sie sich auch dort nicht öffnen, ist sie beschädigt.',
  'finding.T03.reference':
    'Die Arbeitsmappe ist beschädigt: Auf dem Blatt «{sheet}» verweist «{reference}» auf nichts oder an den falschen Ort.',
  'finding.T03.reference.fix':
    'Öffnen Sie die Datei in Excel oder LibreOffice, speichern Sie sie neu als .xlsx und versuchen Sie es nochmals. Lässt sie sich auch dort nicht öffnen, ist sie beschädigt.',

  'finding.T04.none': 'Die Arbeitsmappe wurde nicht mit der Vorlage von connect erstellt.',
  'finding.T04.none.fix':
    'Erstellen Sie mit connect salary template eine neue Vorlage und kopieren Sie die Werte hinein. Oder speichern Sie die Tabelle als CSV.',
  'finding.T04.version':
    'Die Arbeitsmappe wurde mit Version {found} der Vorlage erstellt; diese Version von connect liest Version {known}.',
  'finding.T04.version.fix':
    'Erstellen Sie mit connect salary template eine neue Vorlage und kopieren Sie die Werte hinein.',
  'finding.T04.several': 'Zwei Blätter sind Lohnmeldungen: «{first}» und «{second}». Es ist nicht klar, welches gilt.',
  'finding.T04.several.fix':
    'Löschen Sie das Blatt, das nicht gilt, oder machen Sie aus jedem eine eigene Arbeitsmappe.',
  'finding.T04.label':
    'Die Vorlage hat hier «{expected}», in der Zelle steht aber «{found}». Zeilen wurden verschoben oder überschrieben.',
  'finding.T04.label.fix':
    'Erstellen Sie mit connect salary template eine neue Vorlage und kopieren Sie die Werte hinein.',

  'finding.T05.missing': '«{label}» fehlt über der Tabelle.',
  'finding.T05.missing.fix':
    'Tragen Sie die Angabe ein. In einer CSV-Datei genügt eine Zeile über den Spaltentiteln; das Jahr gibt auch --year an.',
  'finding.T05.year': 'Das Jahr über der Tabelle ist keine vierstellige Jahreszahl.',
  'finding.T05.year.fix': 'Schreiben Sie das Deklarationsjahr, etwa 2025.',
  'finding.T05.conflict': 'In der Tabelle steht für «{label}» {found}, im Befehl {given}.',
  'finding.T05.conflict.fix': 'Lassen Sie die Option weg oder berichtigen Sie die Tabelle.',

  'finding.T06.changed': 'Die Vorlage hat hier die Spalte «{expected}», der Titel lautet aber «{found}».',
  'finding.T06.changed.fix':
    'Stellen Sie die Spalten der Vorlage in ihrer Reihenfolge wieder her. Erstellen Sie mit connect salary template eine neue Vorlage und kopieren Sie die Werte hinein.',
  'finding.T06.none': 'Die Tabelle hat keine Titelzeile, die sich verstehen lässt.',
  'finding.T06.none.fix':
    'Setzen Sie Titel wie AHV-Nummer, Name, AHV-Lohn über die Spalten, deutsch, französisch, italienisch oder englisch.',
  'finding.T06.missing': 'Die Spalte «{column}» fehlt.',
  'finding.T06.missing.fix': 'Ergänzen Sie die Spalte; sie wird für jede Person gebraucht.',
  'finding.T06.twice': 'Die Spalte «{column}» kommt zum zweiten Mal vor, unter diesem oder einem anderen Namen.',
  'finding.T06.twice.fix': 'Behalten Sie nur die Spalte, die gilt.',
  'finding.T06.unread': 'Die Spalte «{column}» wird nicht gelesen.',
  'finding.T06.unread.fix': 'Braucht die Kasse die Angabe, teilen Sie sie ihr auf anderem Weg mit.',

  'finding.T07.missing': '«{column}» ist leer.',
  'finding.T07.missing.fix': 'Füllen Sie die Zelle aus. Wo kein Lohn ist, schreiben Sie 0.',
  'finding.T07.amount': '«{column}» ist kein Betrag.',
  'finding.T07.amount.fix': 'Schreiben Sie einen Betrag wie 91’000.00 oder 91000.',
  'finding.T07.ambiguousAmount':
    '«{column}» lässt sich auf zwei Arten lesen: Das Zeichen vor den letzten drei Ziffern kann Tausender oder Dezimalen trennen.',
  'finding.T07.ambiguousAmount.fix': 'Schreiben Sie Tausender mit Apostroph und immer zwei Dezimalen, etwa 91’000.00.',
  'finding.T07.precise': '«{column}» enthält Bruchteile von Rappen, die der Bildschirm vielleicht nicht zeigt.',
  'finding.T07.precise.fix': 'Runden Sie den Betrag auf Rappen, in Excel mit RUNDEN(…;2).',
  'finding.T07.range': '«{column}» ist grösser, als ein Betrag sein kann.',
  'finding.T07.range.fix': 'Berichtigen Sie den Betrag.',
  'finding.T07.date': '«{column}» ist kein Datum.',
  'finding.T07.date.fix': 'Schreiben Sie Tag, Monat und Jahr, etwa 31.01.2025.',
  'finding.T07.ambiguousDate':
    '«{column}» lässt sich auf zwei Arten lesen: Tag und Monat könnten vertauscht sein, oder es ist nur ein Jahr.',
  'finding.T07.ambiguousDate.fix': 'Schreiben Sie Tag, Monat und Jahr mit Punkten, etwa 31.01.2025.',
  'finding.T07.ahvNumber': '«{column}» hat nicht die dreizehn Ziffern einer AHV-Nummer.',
  'finding.T07.ahvNumber.fix':
    'Berichtigen Sie die Nummer anhand des Versicherungsausweises. Hat die Person noch keine, lassen Sie die Zelle leer.',
  'finding.T07.sex': '«{column}» ist weder F noch M.',
  'finding.T07.sex.fix': 'Schreiben Sie F für Frauen und M für Männer.',
  'finding.T07.canton': '«{column}» ist kein Kürzel eines Kantons.',
  'finding.T07.canton.fix': 'Schreiben Sie die zwei Buchstaben des Kantons, etwa ZH.',
  'finding.T07.mark': '«{column}» ist weder ein Kreuz noch ein Datum.',
  'finding.T07.mark.fix': 'Schreiben Sie x, wenn die Person endgültig ausgetreten ist, sonst nichts.',
  'finding.T07.text': '«{column}» ist zu lang oder enthält beschädigte Zeichen.',
  'finding.T07.text.fix': 'Kürzen Sie den Text oder tippen Sie ihn neu.',
  'finding.T07.error': 'Die Zelle von «{column}» zeigt einen Fehler wie #BEZUG!.',
  'finding.T07.error.fix': 'Berichtigen Sie die Formel oder schreiben Sie den Wert selbst.',
  'finding.T07.uncomputed': 'Die Zelle von «{column}» enthält eine Formel, deren Ergebnis nicht in der Datei steht.',
  'finding.T07.uncomputed.fix':
    'Öffnen Sie die Datei in Excel oder LibreOffice, lassen Sie rechnen und speichern Sie sie neu.',

  'finding.T08.hidden': 'Die Zeile ist ausgeblendet und zählt trotzdem.',
  'finding.T08.hidden.fix':
    'Blenden Sie alle Zeilen ein, heben Sie Filter auf und prüfen Sie, ob die Zeile dazugehört.',
  'finding.T08.merged': 'Die Zellen {range} sind verbunden. Es ist nicht klar, für wen ihr Wert gilt.',
  'finding.T08.merged.fix': 'Heben Sie die Verbindung auf und füllen Sie jede Zelle aus.',
  'finding.T08.total': 'Die Zeile sieht wie ein Total aus und wurde nicht gelesen.',
  'finding.T08.total.fix': 'Löschen Sie die Zeile; Totale berechnen connect und die Kasse.',
  'finding.T08.none': 'Die Tabelle hat Titel, aber niemanden darunter.',
  'finding.T08.none.fix':
    'Wurden keine Löhne ausbezahlt, geben Sie eine Nullmeldung ab. Füllen Sie sonst die Zeilen aus.',

  'finding.T09.quote': 'Ein Anführungszeichen wird hier nicht geschlossen oder steht, wo es nicht darf.',
  'finding.T09.quote.fix':
    'Speichern Sie die Tabelle neu als CSV. Ein Anführungszeichen in einem Feld wird doppelt geschrieben.',
  'finding.T09.record':
    'Ein Datensatz ist hier länger als {limit} Zeichen. Wahrscheinlich ist ein Anführungszeichen nicht geschlossen.',
  'finding.T09.record.fix': 'Speichern Sie die Tabelle neu als CSV, im Programm, aus dem sie stammt.',
  'finding.T09.characters':
    'Die Datei ist kein Text in einer einzigen Codierung: Sie ist abgeschnitten, mischt UTF-8 mit Windows-1252 oder ist kein CSV.',
  'finding.T09.characters.fix':
    'Speichern Sie die Tabelle neu als CSV (UTF-8) und kopieren Sie sie erst, wenn sie vollständig ist.',
};
