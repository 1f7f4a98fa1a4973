import type { TranslationOf } from '../catalog.js';
import type { findings as english } from '../en/findings.js';
import { plausibilityFindings } from './plausibility-findings.js';
import { tableFindings } from './table-findings.js';

export const findings: TranslationOf<typeof english> = {
  'finding.X01.syntax': 'Questo non è XML ben formato: qui si trova un carattere che qui non può stare.',
  'finding.X01.syntax.fix': 'Esporti di nuovo il file dal programma salari. Non lo modifichi a mano.',
  'finding.X01.tags': 'Questo non è XML ben formato: qui si chiude un elemento che non è quello aperto.',
  'finding.X01.tags.fix': 'Esporti di nuovo il file dal programma salari. Non lo modifichi a mano.',
  'finding.X01.end':
    'Il file finisce troppo presto: alcuni elementi sono ancora aperti. È stato tagliato durante il salvataggio o la copia.',
  'finding.X01.end.fix': 'Esporti di nuovo il file e lo copi solo quando è scritto per intero.',
  'finding.X01.entity': 'Qui si usa un’entità che XML non definisce. ELM non ammette entità proprie.',
  'finding.X01.entity.fix': 'Il programma salari deve scrivere il carattere stesso, e & come &amp;.',
  'finding.X01.namespace': 'Qui si usa un prefisso che non indica alcuno spazio dei nomi.',
  'finding.X01.namespace.fix':
    'Esporti di nuovo il file dal programma salari; la dichiarazione del prefisso è andata persa.',
  'finding.X02.doctype':
    'Il file contiene una dichiarazione del tipo di documento (DOCTYPE). ELM non ne ha, e può essere pericolosa.',
  'finding.X02.doctype.fix': 'Verifichi da dove viene il file. Usi solo il file esportato dal programma salari.',
  'finding.X03.bytes': 'Qui si trovano byte che in {encoding} non sono caratteri.',
  'finding.X03.bytes.fix':
    'Esporti il file in UTF-8. Se è stato aperto in un editor, forse quest’ultimo l’ha salvato in un’altra codifica.',
  'finding.X03.unsupported': 'Il file è codificato in {encoding}, che non può essere letto.',
  'finding.X03.unsupported.fix': 'Esporti il file in UTF-8.',
  'finding.X03.mismatch': 'Il file dichiara di essere codificato in {declared}, ma è in {actual}.',
  'finding.X03.mismatch.fix': 'Esporti di nuovo il file in UTF-8. Probabilmente è stato convertito lungo il percorso.',
  'finding.X04.empty': 'Il file è vuoto.',
  'finding.X04.empty.fix': 'Esporti di nuovo il file dal programma salari.',
  'finding.X05.zip': 'È un archivio ZIP e non un file XML.',
  'finding.X05.zip.fix': 'Decomprima l’archivio e prenda il file ELM o la cartella di lavoro che contiene.',
  'finding.X05.xls':
    'È una cartella di lavoro di una vecchia versione di Excel (.xls), o una protetta da una password.',
  'finding.X05.xls.fix': 'La salvi come .xlsx, senza password per aprirla.',
  'finding.X05.protected': 'Questa cartella di lavoro è protetta da una password, che la cifra.',
  'finding.X05.protected.fix': 'Tolga la password di apertura e la salvi come .xlsx.',
  'finding.X05.other': 'Non è né un file ELM (XML), né un modello Excel, né un file CSV dai titoli comprensibili.',
  'finding.X05.other.fix': 'Scelga il file che il programma salariale ha esportato per l’AVS, o il modello compilato.',
  'finding.X06.depth':
    'Qui gli elementi sono annidati per più di {limit} livelli. Nessuna notifica dei salari ne ha tanti.',
  'finding.X06.depth.fix':
    'Esporti di nuovo il file. Se non cambia nulla, si rivolga al produttore del programma salari.',
  'finding.X07.name': 'Qui un nome ha più di {limit} caratteri. Nessuna notifica dei salari ne ha di simili.',
  'finding.X07.name.fix':
    'Esporti di nuovo il file. Se non cambia nulla, si rivolga al produttore del programma salari.',
  'finding.X08.text': 'Qui un testo ha più di {limit} caratteri. Nessuna notifica dei salari ne ha di simili.',
  'finding.X08.text.fix':
    'Esporti di nuovo il file. Se non cambia nulla, si rivolga al produttore del programma salari.',
  'finding.X09.attributes': 'Qui un elemento ha più di {limit} attributi. Nessuna notifica dei salari ne ha tanti.',
  'finding.X09.attributes.fix':
    'Esporti di nuovo il file. Se non cambia nulla, si rivolga al produttore del programma salari.',
  'finding.X10.size': 'Il file supera {limit} MiB; la lettura si è fermata lì.',
  'finding.X10.size.fix':
    'Verifichi che sia il file giusto. Suddivida un’azienda molto grande per cerchie di conteggio.',
  'finding.X11.record': 'Una singola registrazione è insolitamente grande, più di {limit} caratteri.',
  'finding.X11.record.fix':
    'Esporti di nuovo il file. Se non cambia nulla, si rivolga al produttore del programma salari.',
  'finding.X11.parts': 'Il file contiene più di {limit} elementi {element}. Un’azienda ne ha solo pochi.',
  'finding.X11.parts.fix': 'Verifichi le assicurazioni nel programma salari. Un file corrisponde a un’azienda.',
  'finding.X12.omitted': {
    one: '{count} altra constatazione non è elencata.',
    many: '{count} altre constatazioni non sono elencate.',
    other: '{count} altre constatazioni non sono elencate.',
  },
  'finding.X12.omitted.fix': 'Corregga prima quelle elencate; spesso hanno una sola causa. Poi verifichi di nuovo.',

  'finding.V01.foreign':
    'Questa non è una notifica dei salari secondo lo standard Swissdec (ELM), ma {root} di «{namespace}».',
  'finding.V01.foreign.fix': 'Scelga il file ELM (XML) che il programma salari ha esportato per l’AVS.',
  'finding.V01.old': 'Il file è scritto in ELM {version}. Le casse non accettano più questa versione.',
  'finding.V01.old.fix': 'Aggiorni il programma salari ed esporti il file in ELM 5.0.',
  'finding.V01.new': 'Il file è scritto in ELM {version}. Questa versione non è ancora supportata.',
  'finding.V01.new.fix': 'Esporti il file in ELM 5.0 oppure cerchi una versione più recente di connect.',
  'finding.V01.consumer':
    'Il file contiene {root}: il messaggio con cui il distributore trasmette una notifica a una cassa, non la notifica di un datore di lavoro.',
  'finding.V01.consumer.fix': 'Invii il file esportato dal programma salari (DeclareSalary).',
  'finding.V01.root':
    'Il file è in ELM {version}, ma contiene {root} invece di una notifica dei salari (DeclareSalary).',
  'finding.V01.root.fix': 'Esporti la notifica annuale dal programma salari, non una risposta o un altro messaggio.',
  'finding.V01.second': 'Il file contiene qui una seconda notifica ({root}).',
  'finding.V01.second.fix': 'Esporti un file per ogni azienda.',
  'finding.V01.declaration': 'Il file non contiene alcuna notifica dei salari (SalaryDeclaration).',
  'finding.V01.declaration.fix': 'Esporti di nuovo il file dal programma salari.',
  'finding.V01.schemaVersion': 'L’attributo schemaVersion deve essere 0.0, ma è «{found}».',
  'finding.V01.schemaVersion.fix': 'Aggiorni il programma salari ed esporti di nuovo il file.',
  'finding.V01.namespace':
    'L’elemento {element} appartiene a «{namespace}» e non a questa versione di ELM. Viene ignorato.',
  'finding.V01.namespace.fix': 'Esporti di nuovo il file. Un file non deve mescolare due versioni di ELM.',

  'finding.V02.missing': 'Manca {element}.',
  'finding.V02.missing.fix': 'Completi l’indicazione nel programma salari ed esporti di nuovo il file.',
  'finding.V02.unexpected': '{parent} non ha un elemento {element}. Qui è ammesso: {expected}.',
  'finding.V02.unexpected.fix':
    'Aggiorni il programma salari ed esporti di nuovo il file. Se non cambia nulla, lo segnali al produttore del programma.',
  'finding.V02.extra': '{element} non è ammesso qui: in {parent} non può più seguire nulla.',
  'finding.V02.extra.fix':
    'Aggiorni il programma salari ed esporti di nuovo il file. Se non cambia nulla, lo segnali al produttore del programma.',
  'finding.V02.order': 'L’ordine in {parent} non è giusto: {element} deve precedere {before}.',
  'finding.V02.order.fix':
    'Aggiorni il programma salari ed esporti di nuovo il file. Se non cambia nulla, lo segnali al produttore del programma.',
  'finding.V02.tooMany': '{element} compare troppe volte: {parent} lo ammette al massimo {max} volte.',
  'finding.V02.tooMany.fix': 'Chiarisca nel programma salari quale indicazione è giusta ed esporti di nuovo il file.',
  'finding.V02.choice': '{element} non può stare accanto a {other}: è possibile solo uno dei due.',
  'finding.V02.choice.fix': 'Chiarisca nel programma salari quale indicazione è giusta ed esporti di nuovo il file.',
  'finding.V02.namespace': '{element} appartiene allo spazio dei nomi «{expected}», ma si trova in «{found}».',
  'finding.V02.namespace.fix':
    'Aggiorni il programma salari ed esporti di nuovo il file. Se non cambia nulla, lo segnali al produttore del programma.',
  'finding.V02.noNamespace': '{element} non è in nessuno spazio dei nomi; appartiene a «{expected}».',
  'finding.V02.noNamespace.fix':
    'Aggiorni il programma salari ed esporti di nuovo il file. Se non cambia nulla, lo segnali al produttore del programma.',
  'finding.V02.attribute': '{element} non ha un attributo {attribute}.',
  'finding.V02.attribute.fix':
    'Aggiorni il programma salari ed esporti di nuovo il file. Se non cambia nulla, lo segnali al produttore del programma.',
  'finding.V02.text': '{element} contiene del testo accanto ai suoi elementi. Lì non è ammesso alcun testo.',
  'finding.V02.text.fix': 'Esporti di nuovo il file dal programma salari. Non lo modifichi a mano.',
  'finding.V02.content': '{element} deve essere vuoto; nemmeno uno spazio vi è ammesso.',
  'finding.V02.content.fix':
    'Aggiorni il programma salari ed esporti di nuovo il file. Se non cambia nulla, lo segnali al produttore del programma.',

  'finding.V02.blank': '{element} è vuoto.',
  'finding.V02.blank.fix': 'Completi l’indicazione nel programma salari ed esporti di nuovo il file.',
  'finding.V02.length': '{element} deve avere da {min} a {max} caratteri.',
  'finding.V02.length.fix': 'Corregga l’indicazione nel programma salari.',
  'finding.V02.form': '{element} non è scritto nella forma {example}.',
  'finding.V02.form.fix': 'Corregga l’indicazione nel programma salari.',
  'finding.V02.code': '{element} ha un valore che non esiste. Sono possibili: {allowed}.',
  'finding.V02.code.fix': 'Scelga uno di questi valori nel programma salari ed esporti di nuovo il file.',
  'finding.V02.amount':
    '{element} non è un importo come lo esige ELM: cifre, un punto, due decimali, per esempio 91000.00.',
  'finding.V02.amount.fix': 'Esporti di nuovo il file, senza separatore delle migliaia e con due decimali.',
  'finding.V02.unsignedAmount':
    '{element} non è un importo senza segno: cifre, un punto, due decimali, per esempio 91000.00.',
  'finding.V02.unsignedAmount.fix': 'Inserisca l’importo senza segno meno nel programma salari.',
  'finding.V02.hours': '{element} non è un numero di ore da {min} a {max} con due decimali, per esempio 42.00.',
  'finding.V02.hours.fix': 'Corregga l’orario di lavoro nel programma salari.',
  'finding.V02.decimal': '{element} non è un numero, per esempio 5.0.',
  'finding.V02.decimal.fix':
    'Aggiorni il programma salari ed esporti di nuovo il file. Se non cambia nulla, lo segnali al produttore del programma.',
  'finding.V02.whole': '{element} non è un numero intero da {min} a {max}.',
  'finding.V02.whole.fix': 'Corregga l’indicazione nel programma salari.',
  'finding.V02.count': '{element} non è un numero intero.',
  'finding.V02.count.fix': 'Esporti di nuovo il file dal programma salari.',
  'finding.V02.date': '{element} non è una data come la esige ELM: anno, mese, giorno, per esempio 2025-01-31.',
  'finding.V02.date.fix': 'Corregga la data nel programma salari.',
  'finding.V02.dateTime': '{element} non è una data con ora, per esempio 2026-01-12T08:30:00.',
  'finding.V02.dateTime.fix':
    'Aggiorni il programma salari ed esporti di nuovo il file. Se non cambia nulla, lo segnali al produttore del programma.',
  'finding.V02.year': '{element} non è un anno di quattro cifre.',
  'finding.V02.year.fix': 'Scelga il periodo contabile nel programma salari ed esporti di nuovo il file.',
  'finding.V02.canton': '{element} non è l’abbreviazione di un cantone.',
  'finding.V02.canton.fix': 'Indichi il cantone nel programma salari, per esempio TI.',
  'finding.V02.nationality':
    '{element} non è una nazionalità: due maiuscole come CH, 11 per sconosciuta, 22 per apolide.',
  'finding.V02.nationality.fix': 'Corregga la nazionalità nel programma salari.',
  'finding.V02.ahvNumber': 'Il numero AVS non è scritto nella forma 756.dddd.dddd.dd.',
  'finding.V02.ahvNumber.fix': 'Corregga il numero in base al certificato d’assicurazione della persona.',
  'finding.V02.uid': 'L’IDI non è scritto nella forma CHE-ddd.ddd.ddd.',
  'finding.V02.uid.fix': 'Corregga l’IDI nel programma salari. Si trova nel registro IDI: uid.admin.ch.',
  'finding.V02.fund': 'Il numero della cassa di compensazione non è scritto nella forma ddd.ddd, per esempio 095.000.',
  'finding.V02.fund.fix': 'Corregga il numero della cassa di compensazione nel programma salari.',

  'finding.V03.institution': 'Un salario rimanda all’assicurazione «{reference}», che nel file manca sotto {domain}.',
  'finding.V03.institution.fix': 'Assegni i salari, nel programma salari, a un’assicurazione che è anche notificata.',
  'finding.V03.totalsInstitution':
    'Alcuni totali rimandano all’assicurazione «{reference}», che nel file manca sotto {domain}.',
  'finding.V03.totalsInstitution.fix': 'Esporti di nuovo il file dal programma salari.',
  'finding.V03.totals':
    'Mancano i totali dell’assicurazione «{institution}» ({domain}); non è possibile confrontare i salari.',
  'finding.V03.totals.fix': 'Faccia esportare anche i totali dal programma salari.',
  'finding.V03.duplicate': '{name} «{value}» compare due volte; non è chiaro quale valga.',
  'finding.V03.duplicate.fix':
    'Notifichi ogni cassa e ogni cantone una sola volta. Unisca le registrazioni doppie nel programma salari.',
  'finding.V03.tooMany': 'I salari rimandano a più assicurazioni di quante se ne possano confrontare.',
  'finding.V03.tooMany.fix': 'Verifichi le assicurazioni nel programma salari. Un file corrisponde a un’azienda.',
  'finding.V04.order': 'La durata di contribuzione comincia il {from}, dopo la sua fine il {until}.',
  'finding.V04.order.fix': 'Corregga l’entrata e l’uscita della persona nel programma salari.',
  'finding.V04.years': 'La durata di contribuzione dal {from} al {until} si estende su più anni civili.',
  'finding.V04.years.fix': 'Notifichi ogni anno civile con una durata di contribuzione propria.',
  'finding.V05.amount': '{element} è più grande di quanto possa essere un importo.',
  'finding.V05.amount.fix': 'Corregga l’importo nel programma salari.',
  'finding.V05.date': '{element} è una data di un’altra epoca: il suo anno non ha quattro cifre.',
  'finding.V05.date.fix': 'Corregga la data nel programma salari.',
  'finding.V05.year': '{element} è un anno di un’altra epoca: non ha quattro cifre.',
  'finding.V05.year.fix': 'Scelga il periodo contabile nel programma salari ed esporti di nuovo il file.',
  'finding.V06.refused': 'Lo schema di Swissdec rifiuta questo: {detail}.',
  'finding.V06.refused.fix':
    'Aggiorni il programma salari ed esporti di nuovo il file. Se non cambia nulla, mostri questo messaggio al produttore del programma.',

  'finding.A01.other': 'Il file è destinato alla cassa di compensazione {found}, non alla cassa {expected}.',
  'finding.A01.other.fix':
    'Scelga il cliente presso la cassa giusta oppure corregga il numero della cassa nel programma salari.',
  'finding.A01.none':
    'Il file non è destinato ad alcuna cassa: non contiene alcuna assicurazione AHV-AVS o FAK-CAF. Era attesa la cassa {expected}.',
  'finding.A01.none.fix': 'Scelga l’AVS e la CAF come destinatarie nel programma salari ed esporti di nuovo il file.',
  'finding.A02.ahv': 'Il file appartiene al numero di membro {found}, non a {expected}.',
  'finding.A02.ahv.fix': 'Scelga il cliente giusto o il file giusto. Non invii mai i salari di un’altra azienda.',
  'finding.A02.fak': 'Nel file la CAF ha il numero di membro {found}, non {expected}.',
  'finding.A02.fak.fix': 'Corregga il numero di membro della CAF nel programma salari oppure scelga il cliente giusto.',
  'finding.A03.accepted':
    'La cassa ha già accettato una notifica per il {year} ({id}), e questo file non dice di sostituirla.',
  'finding.A03.accepted.fix':
    'Lo trasmetta con --replace {id} se deve sostituirla. Per una correzione esporti una notifica sostitutiva dal programma di salari.',
  'finding.A03.waiting': 'Per il {year} è già in corso una notifica ({id}).',
  'finding.A03.waiting.fix': 'Attenda l’esito oppure trasmetta questo file con --replace {id}.',
  'finding.A03.same': 'Il portale ha già esattamente questo file, come notifica {id} per il {year}.',
  'finding.A03.same.fix': 'Non c’è nulla da fare. Se lo trasmette di nuovo, la risposta è la prima ricevuta.',
  'finding.A04.test': 'Il file è contrassegnato come caso di prova. La cassa non lo elabora.',
  'finding.A04.test.fix': 'Per la vera notifica, esporti il file senza questo contrassegno.',

  ...plausibilityFindings,
  ...tableFindings,
};
