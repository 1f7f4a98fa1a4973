import type { TranslationOf } from '../catalog.js';
import type { salaryTables as english } from '../en/salary-tables.js';

export const salaryTables: TranslationOf<typeof english> = {
  'template.sheet': 'Salari',
  'template.guideSheet': 'Istruzioni',
  'template.title': 'Notifica dei salari AVS {year}',
  'template.guide':
    'Come compilare la tabella | Una riga per salario. Chi è uscito e rientrato, o raggiunge l’età di riferimento nell’anno, ha una riga per durata di contribuzione. | Dal e Al: soltanto se la durata di contribuzione non copre tutto l’anno. Uscita: x se la persona è uscita definitivamente. | Salario AVS: salario lordo senza assegni familiari e senza indennità giornaliere di malattia o infortunio; per i pensionati soltanto quanto supera la franchigia. | Salario AD: fino al salario massimo dell’anno (pro rata per una parte dell’anno). Quanto lo supera va in Salario non soggetto AD. 0 per chi non è assicurato. | Cantone di lavoro: decide degli assegni familiari. Salario CAF: vuoto significa uguale al salario AVS. | NAP, domicilio e cantone di domicilio: facoltativi; senza di essi i file ELM tratti da questa tabella indicano «sconosciuto». | Non sposti e non rinomini le colonne. Può inserire righe. Poi: connect salary check e connect salary upload.',
  'template.rule.sex': 'F per le donne, M per gli uomini',
  'template.rule.exit': 'x se la persona è uscita definitivamente, altrimenti nulla',
  'template.rule.canton': 'le due lettere del cantone, per esempio ZH',
  'template.rule.day': 'Non è una data dell’anno. Scriva giorno, mese e anno, per esempio 31.01.2025.',
  'template.rule.amount': 'un importo come 91000.00',
  'salary.template.summary': 'scrivere il modello Excel per una notifica dei salari',
  'salary.template.details':
    'Titoli nella lingua di --lang. Con --client (e un login) sono compilati la cassa, il numero di membro e il datore di lavoro, e i collaboratori che la cassa conosce. Non sostituisce mai un file.',
  'salary.template.file': 'dove scrivere il modello',
  'salary.template.year': 'anno di dichiarazione',
  'salary.template.done': {
    one: '{file} è scritto, con {count} collaboratore noto.',
    many: '{file} è scritto, con {count} collaboratori noti.',
    other: '{file} è scritto, con {count} collaboratori noti.',
  },
  'salary.convert.summary': 'trasformare un modello Excel o un file CSV in ELM 5.0',
  'salary.convert.details':
    'Per AVS e CAF, con totali e contatori calcolati. Prima controlla, e se ci sono errori non scrive nulla. Ciò che la tabella non dice del datore di lavoro viene da --client o dalle opzioni. Non sostituisce mai un file.',
  'salary.convert.file': 'modello Excel o file CSV; - per stdin',
  'salary.convert.to': 'il file ELM da scrivere; - per stdout',
  'salary.convert.fund': 'numero della cassa di compensazione, per esempio 095.000',
  'salary.convert.member': 'numero di membro',
  'salary.convert.company': 'nome del datore di lavoro',
  'salary.convert.uid': 'IDI del datore di lavoro',
  'salary.convert.street': 'via del datore di lavoro',
  'salary.convert.zip': 'numero postale del datore di lavoro',
  'salary.convert.city': 'località del datore di lavoro',
  'salary.convert.residence': {
    one: '{count} riga non dice dove abita la persona; in ELM sta «sconosciuto» e il cantone di lavoro.',
    many: '{count} righe non dicono dove abita la persona; in ELM sta «sconosciuto» e il cantone di lavoro.',
    other: '{count} righe non dicono dove abita la persona; in ELM sta «sconosciuto» e il cantone di lavoro.',
  },
  'salary.convert.persons':
    'Nessuna tabella indica nazionalità, stato civile e orario di lavoro di una persona; ELM indica «sconosciuto» e «irregolare». La lingua è {language} per tutti, e l’impiego comincia il primo giorno della durata di contribuzione.',
  'salary.convert.employer':
    'Nessuna tabella indica orario di lavoro, assicurazione infortuni e cassa pensioni del datore di lavoro; ELM indica 0.00 ore e «not stated». L’unico luogo di lavoro è l’indirizzo del datore di lavoro.',
  'salary.convert.noUid': 'La tabella non indica l’IDI del datore di lavoro; ELM indica «sconosciuto».',
  'salary.convert.periods': {
    one: '{count} riga non indica la durata di contribuzione; ELM indica tutto l’anno.',
    many: '{count} righe non indicano la durata di contribuzione; ELM indica tutto l’anno.',
    other: '{count} righe non indicano la durata di contribuzione; ELM indica tutto l’anno.',
  },
  'salary.convert.fakWages': {
    one: '{count} riga non indica il salario CAF; ELM riprende il salario AVS.',
    many: '{count} righe non indicano il salario CAF; ELM riprende il salario AVS.',
    other: '{count} righe non indicano il salario CAF; ELM riprende il salario AVS.',
  },
  'salary.rules.summary': 'elencare le regole con cui sono verificati i file dei salari',
  'salary.rules.details':
    'Codice, livello, gravità e fonte di ogni regola. Con -o json anche ciò che dice ogni constatazione di una regola e come rimediare. Leggi e cifre annuali: docs/salary-rules.md.',
  'salary.rules.none': 'Non ci sono regole.',
  'salary.rule': 'regola',
  'salary.bytes': 'byte',
};
