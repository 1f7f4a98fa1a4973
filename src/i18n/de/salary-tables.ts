import type { TranslationOf } from '../catalog.js';
import type { salaryTables as english } from '../en/salary-tables.js';

export const salaryTables: TranslationOf<typeof english> = {
  'template.sheet': 'Löhne',
  'template.guideSheet': 'Anleitung',
  'template.title': 'AHV-Lohnmeldung {year}',
  'template.guide':
    'So füllen Sie die Tabelle aus | Eine Zeile je Lohn. Wer aus- und wieder eingetreten ist oder im Jahr das Referenzalter erreicht, hat eine Zeile je Beitragsdauer. | Von und Bis: nur, wenn die Beitragsdauer nicht das ganze Jahr umfasst. Austritt: x, wenn die Person endgültig ausgetreten ist. | AHV-Lohn: Bruttolohn ohne Familienzulagen und ohne Taggelder bei Krankheit oder Unfall; bei Rentnern nur, was den Freibetrag übersteigt. | ALV-Lohn: bis zur Höchstgrenze des Jahres (anteilig bei unterjähriger Beschäftigung). Was darüber liegt, gehört zu ALV-frei. 0 für nicht Versicherte. | Arbeitskanton: entscheidet über die Familienzulagen. FAK-Lohn: leer bedeutet gleich wie AHV-Lohn. | PLZ, Wohnort und Wohnkanton: freiwillig; ohne sie steht in ELM-Dateien aus dieser Tabelle «unbekannt». | Verschieben und benennen Sie keine Spalten um. Zeilen können Sie einfügen. Danach: connect salary check und connect salary upload.',
  'template.rule.sex': 'F für Frauen, M für Männer',
  'template.rule.exit': 'x, wenn die Person endgültig ausgetreten ist, sonst nichts',
  'template.rule.canton': 'die zwei Buchstaben des Kantons, etwa ZH',
  'template.rule.day': 'Das ist kein Datum des Jahres. Schreiben Sie Tag, Monat und Jahr, etwa 31.01.2025.',
  'template.rule.amount': 'ein Betrag wie 91000.00',
  'salary.template.summary': 'die Excel-Vorlage für eine Lohnmeldung schreiben',
  'salary.template.details':
    'Spaltentitel in der Sprache von --lang. Mit --client (und einem Login) sind Kasse, Mitgliednummer und Arbeitgeber ausgefüllt sowie die Mitarbeitenden, die die Kasse kennt. Ersetzt nie eine Datei.',
  'salary.template.file': 'wohin die Vorlage geschrieben wird',
  'salary.template.year': 'Deklarationsjahr',
  'salary.template.done': {
    one: '{file} ist geschrieben, mit {count} bekannten Person.',
    other: '{file} ist geschrieben, mit {count} bekannten Mitarbeitenden.',
  },
  'salary.convert.summary': 'aus einer Excel-Vorlage oder CSV-Datei ELM 5.0 machen',
  'salary.convert.details':
    'Für AHV und FAK, mit berechneten Totalen und Zählern. Prüft zuerst und schreibt nichts, wenn es Fehler gibt. Was die Tabelle vom Arbeitgeber nicht sagt, kommt von --client oder den Optionen. Ersetzt nie eine Datei.',
  'salary.convert.file': 'Excel-Vorlage oder CSV-Datei; - für stdin',
  'salary.convert.to': 'die ELM-Datei, die geschrieben wird; - für stdout',
  'salary.convert.fund': 'Nummer der Ausgleichskasse, etwa 095.000',
  'salary.convert.member': 'Mitgliednummer',
  'salary.convert.company': 'Name des Arbeitgebers',
  'salary.convert.uid': 'UID des Arbeitgebers',
  'salary.convert.street': 'Strasse des Arbeitgebers',
  'salary.convert.zip': 'Postleitzahl des Arbeitgebers',
  'salary.convert.city': 'Ort des Arbeitgebers',
  'salary.convert.residence': {
    one: '{count} Zeile sagt nicht, wo die Person wohnt; in ELM steht «unbekannt» und der Arbeitskanton.',
    other: '{count} Zeilen sagen nicht, wo die Person wohnt; in ELM steht «unbekannt» und der Arbeitskanton.',
  },
  'salary.convert.persons':
    'Keine Tabelle nennt Nationalität, Zivilstand und Arbeitszeit einer Person; in ELM steht «unbekannt» und «unregelmässig». Die Sprache ist bei allen {language}, und die Anstellung beginnt mit dem ersten Tag der Beitragsdauer.',
  'salary.convert.employer':
    'Keine Tabelle nennt Arbeitszeit, Unfallversicherung und Pensionskasse des Arbeitgebers; in ELM stehen 0.00 Stunden und «not stated». Der einzige Arbeitsort ist die Adresse des Arbeitgebers.',
  'salary.convert.noUid': 'Die Tabelle nennt keine UID des Arbeitgebers; in ELM steht «unbekannt».',
  'salary.convert.periods': {
    one: '{count} Zeile nennt keine Beitragsdauer; in ELM steht das ganze Jahr.',
    other: '{count} Zeilen nennen keine Beitragsdauer; in ELM steht das ganze Jahr.',
  },
  'salary.convert.fakWages': {
    one: '{count} Zeile nennt keinen FAK-Lohn; in ELM steht der AHV-Lohn.',
    other: '{count} Zeilen nennen keinen FAK-Lohn; in ELM steht der AHV-Lohn.',
  },
  'salary.rules.summary': 'die Regeln auflisten, nach denen Lohnmeldedateien geprüft werden',
  'salary.rules.details':
    'Code, Stufe, Schwere und Quelle jeder Regel. Mit -o json auch, was jeder Befund einer Regel sagt und wie er zu beheben ist. Gesetze und Jahreszahlen: docs/salary-rules.md.',
  'salary.rules.none': 'Es gibt keine Regeln.',
  'salary.rule': 'Regel',
  'salary.bytes': 'Bytes',
};
