import type { TranslationOf } from '../catalog.js';
import type { salaryFailures as english } from '../en/salary-failures.js';

export const salaryFailures: TranslationOf<typeof english> = {
  'error.declaration-exists': 'Für dieses Jahr gibt es schon eine Lohnmeldung: {existing}',
  'error.declaration-exists.hint': 'Um sie zu ersetzen: --replace {existing}',
  'error.year-declared': 'Für dieses Jahr gibt es schon die Lohnmeldung {existing}. Es wurde nichts eingereicht.',
  'error.year-declared.hint':
    'Soll {file} sie ersetzen: connect salary upload {file} --client {client} --replace {existing}',
  'error.replaced-unknown': '{client} hat keine Lohnmeldung {id}, die {file} ersetzen könnte. Gesendet wurde nichts.',
  'error.replaced-unknown.hint': 'connect salary list --year {year} --client {number} zeigt die IDs.',
  'error.replaced-of-another-year':
    'Die Lohnmeldung {id} betrifft {found}, und {file} betrifft {year}. Gesendet wurde nichts.',
  'error.replaced-of-another-year.hint':
    'connect salary list --year {year} --client {number} zeigt die Lohnmeldungen dieses Jahrs.',
  'error.replaced-is-test': '{id} ist eine Testmeldung; ersetzt werden muss sie nicht. Gesendet wurde nichts.',
  'error.replaced-is-test.hint':
    'Lassen Sie --replace weg, oder nennen Sie die Lohnmeldung, die gilt: connect salary list --year {year} --client {number}',
  'error.declaration-replaced':
    'Das Portal hat genau diese Datei schon, als Meldung {id}, und eine andere hat sie ersetzt. Es wurde nichts eingereicht.',
  'error.declaration-replaced.hint': 'connect salary list zeigt, welche gilt.',
  'error.declaration-rejected':
    'Das Portal hat genau diese Datei schon, als Meldung {id}, und hat sie zurückgewiesen. Es wurde nichts eingereicht.',
  'error.declaration-rejected.hint':
    'connect salary show {id} sagt, warum. Korrigieren Sie sie im Lohnprogramm und exportieren Sie neu.',
  'error.release-too-early': 'Die Kasse prüft die Lohnmeldung {id} noch; sie kann noch nicht freigegeben werden.',
  'error.release-too-early.hint':
    'connect salary release {id} --wait wartet, bis sie geprüft ist, und fährt dann fort.',
  'error.release-still-checking': 'Die Kasse prüft die Lohnmeldung {id} noch. Freigegeben wurde nichts.',
  'error.release-still-checking.hint': 'connect salary release {id} --wait wartet weiter.',
  'error.release-of-rejected': 'Die Kasse hat die Lohnmeldung {id} zurückgewiesen; sie kann nicht freigegeben werden.',
  'error.release-of-rejected.hint':
    'connect salary show {id} sagt, warum. Korrigieren Sie die Datei im Lohnprogramm, exportieren Sie sie neu und laden Sie sie hoch.',
  'error.release-of-replaced': 'Eine andere Lohnmeldung hat {id} ersetzt; diese kann nicht freigegeben werden.',
  'error.release-of-replaced.hint': 'connect salary list --year {year} zeigt, welche gilt.',
  'error.release-of-test': '{id} ist ein Testfall. Er wird geprüft und nie verarbeitet; es gibt nichts freizugeben.',
  'error.release-of-test.hint': 'Laden Sie die Datei ohne --test hoch, um die Löhne zu melden.',
  'error.release-year-wrong': 'Die Lohnmeldung {id} betrifft {year}, nicht {given}. Es wurde nichts freigegeben.',
  'error.release-year-wrong.hint': 'connect salary list --year {given} zeigt die Lohnmeldungen jenes Jahres.',
  'error.test-at-production': '{file} ist ein Testfall, und {portal} ist produktiv. Es wurde nichts gesendet.',
  'error.test-at-production.hint':
    'Senden Sie Testfälle an das Testportal der Kasse, oder exportieren Sie die Datei ohne TestCase und lassen Sie --test weg.',
  'error.real-at-test':
    '{portal} ist ein Testportal, und {file} ist eine echte Lohnmeldung. Sie würde nicht verarbeitet. Es wurde nichts gesendet.',
  'error.real-at-test.hint':
    '--test sendet sie als Testfall. Die echte Lohnmeldung geht an das produktive Portal der Kasse.',
  'error.upload-blocked':
    'Noch ist ungeklärt, ob {file}, übermittelt am {at}, angekommen ist. Bis dahin wird für {year} und diesen Kunden nichts anderes übermittelt.',
  'error.upload-blocked.hint':
    'connect salary reconcile klärt es. Genau dieselbe Datei darf sofort nochmals übermittelt werden.',
  'error.intent-damaged':
    'Was über eine frühere Änderung aufgeschrieben wurde, ist nicht lesbar: {file}. Ob sie ausgeführt wurde, ist offen. Es wurde nichts gesendet.',
  'error.intent-damaged.hint':
    'Sehen Sie nach, ob sie ausgeführt wurde (connect salary list, connect users list). Löschen Sie danach die Datei und führen Sie den Befehl nochmals aus.',
  'error.salary-file-invalid': {
    one: '{file} hat einen Fehler. Es wurde nichts gesendet.',
    other: '{file} hat {count} Fehler. Es wurde nichts gesendet.',
  },
  'error.salary-file-invalid.hint': 'connect salary check {file} zeigt alle Fehler.',
  'error.salary-csv-not-accepted': 'Das Portal nimmt kein CSV an. Es wurde nichts gesendet.',
  'error.salary-csv-not-accepted.hint': 'connect salary convert {file} {target} macht daraus eine ELM-Datei.',
  'error.file-of-another-client':
    'Diese Datei gehört nicht zu {client}: Sie nennt Kasse und Mitgliednummer {inFile}, der Kunde hat aber {number} bei der Kasse {fund}. Es wurde nichts gesendet.',
  'error.file-of-another-client.hint':
    'Wählen Sie den Kunden mit --client oder exportieren Sie im Lohnprogramm das richtige Unternehmen.',
  'error.wrong-recipient': 'Das Portal weist die Datei zurück: Sie ist nicht für diesen Kunden bestimmt. {detail}',
  'error.wrong-recipient.hint':
    'Wählen Sie den Kunden mit --client, oder exportieren Sie im Lohnprogramm die richtige Firma.',
  'error.upload-unknown':
    'Die Datei wurde an {portal} gesendet, aber die Antwort ging verloren. Vielleicht ist sie angekommen, vielleicht nicht.',
  'error.upload-unknown.hint':
    'connect salary reconcile klärt es. Auch denselben Befehl nochmals auszuführen ist sicher: Was angekommen ist, wird erkannt.',
  'error.receipt-invalid':
    'Die Quittung {number} der Kasse beweist nicht, was gesendet wurde ({fault}). Ob es so angekommen ist, ist offen. Die Quittung liegt in {file}.',
  'error.receipt-invalid.hint':
    'Führen Sie denselben Befehl nochmals aus: Nichts wird doppelt übermittelt. Bleibt die Quittung, wie sie ist, schicken Sie diese Datei der Kasse. War es eine Übermittlung, lässt connect salary reconcile --unproven sie danach los.',
  'error.receipt-unverified':
    'Das Portal hat mit der Quittung {number} geantwortet, aber der Schlüssel der Kasse, mit dem sie geprüft wird, war nicht zu bekommen ({reason}).',
  'error.receipt-unverified.hint':
    'Führen Sie denselben Befehl nochmals aus: Nichts wird doppelt übermittelt, und dieselbe Quittung kommt wieder.',
  'error.receipt-not-kept':
    'Die Kasse hat mit der Quittung {number} bestätigt, aber das liess sich nicht festhalten: {reason}',
  'error.receipt-not-kept.hint':
    'Schaffen Sie Platz oder berichtigen Sie die Rechte, und führen Sie denselben Befehl nochmals aus: Nichts wird doppelt übermittelt, und dieselbe Quittung kommt wieder.',
  'error.receipt-not-genuine':
    'Die Quittung {number}, die das Portal gibt, wurde so nicht unterschrieben ({fault}). Sie beweist nichts und liegt in {file}.',
  'error.receipt-not-genuine.hint':
    'Schicken Sie diese Datei der Kasse, und verlangen Sie eine Quittung, die sich prüfen lässt.',
  'error.receipts-damaged': {
    one: 'Das Journal {year} hat ein Problem. Es wurde nichts geschrieben.',
    other: 'Das Journal {year} hat {count} Probleme. Es wurde nichts geschrieben.',
  },
  'error.receipts-damaged.hint': 'connect receipts verify nennt sie.',
};
