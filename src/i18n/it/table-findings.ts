import type { TranslationOf } from '../catalog.js';
import type { tableFindings as english } from '../en/table-findings.js';

export const tableFindings: TranslationOf<typeof english> = {
  'finding.T01.damaged': 'La cartella di lavoro è danneggiata o troncata; non si può decomprimere.',
  'finding.T01.damaged.fix':
    'Apra il file in Excel o LibreOffice, lo salvi di nuovo come .xlsx e riprovi. Se non si apre nemmeno lì, è danneggiato.',
  'finding.T01.duplicate': '«{entry}» si trova due volte nell’archivio; non è chiaro quale valga.',
  'finding.T01.duplicate.fix':
    'Apra la cartella di lavoro in Excel o LibreOffice, la salvi di nuovo e ne confronti il contenuto.',
  'finding.T01.name':
    'L’archivio ha una voce il cui nome conduce fuori da esso: «{entry}». Nessun foglio elettronico scrive così.',
  'finding.T01.name.fix':
    'Verifichi da dove viene il file. Usi soltanto una cartella di lavoro salvata da Excel o LibreOffice.',
  'finding.T01.encrypted': '«{entry}» nell’archivio è cifrato.',
  'finding.T01.encrypted.fix': 'Salvi la cartella di lavoro senza password.',
  'finding.T01.method': '«{entry}» è compresso con un metodo che le cartelle di lavoro non usano.',
  'finding.T01.method.fix':
    'Apra il file in Excel o LibreOffice, lo salvi di nuovo come .xlsx e riprovi. Se non si apre nemmeno lì, è danneggiato.',
  'finding.T01.size': '«{entry}» non ha la lunghezza che l’archivio indica.',
  'finding.T01.size.fix':
    'Apra il file in Excel o LibreOffice, lo salvi di nuovo come .xlsx e riprovi. Se non si apre nemmeno lì, è danneggiato.',
  'finding.T01.checksum':
    'La somma di controllo di «{entry}» è errata: il file è stato modificato o danneggiato per strada.',
  'finding.T01.checksum.fix':
    'Apra il file in Excel o LibreOffice, lo salvi di nuovo come .xlsx e riprovi. Se non si apre nemmeno lì, è danneggiato.',

  'finding.T02.bytes': 'Il file supera {limit} MiB e non è stato letto.',
  'finding.T02.bytes.fix':
    'Verifichi che sia il file giusto. Suddivida un’azienda molto grande per cerchie di conteggio.',
  'finding.T02.entries': 'L’archivio ha più di {limit} voci. Nessuna cartella di lavoro di un modello ne ha tante.',
  'finding.T02.entries.fix': 'Verifichi da dove proviene il file. Usi soltanto il file che ha compilato Lei.',
  'finding.T02.expanded':
    'Decompressa, la cartella di lavoro supererebbe {limit} MiB («{entry}»). La lettura è stata interrotta.',
  'finding.T02.expanded.fix': 'Verifichi da dove proviene il file. Usi soltanto il file che ha compilato Lei.',
  'finding.T02.ratio':
    '«{entry}» crescerebbe di oltre {limit} volte. Così sono fatte le bombe ZIP, non le cartelle di lavoro.',
  'finding.T02.ratio.fix': 'Verifichi da dove proviene il file. Usi soltanto il file che ha compilato Lei.',
  'finding.T02.sheets': 'La cartella di lavoro ha più di {limit} fogli.',
  'finding.T02.sheets.fix': 'Crei un nuovo modello con connect salary template e vi copi i valori.',
  'finding.T02.strings': 'I testi della cartella di lavoro superano insieme {limit} caratteri.',
  'finding.T02.strings.fix': 'Crei un nuovo modello con connect salary template e vi copi i valori.',
  'finding.T02.rows': 'La tabella ha più di {limit} righe.',
  'finding.T02.rows.fix':
    'Suddivida l’azienda per cerchie di conteggio o esporti un file ELM da un programma salariale.',
  'finding.T02.columns': 'Il foglio contiene qualcosa oltre la colonna {limit}.',
  'finding.T02.columns.fix': 'Cancelli ciò che sta a destra della tabella.',
  'finding.T02.cell': 'La cella contiene più di {limit} caratteri.',
  'finding.T02.cell.fix': 'Abbrevi il testo della cella.',

  'finding.T03.none': 'È un archivio ZIP, ma non una cartella di lavoro Excel.',
  'finding.T03.none.fix': 'Decomprima l’archivio e prenda la cartella di lavoro o il file ELM che contiene.',
  'finding.T03.ods': 'È un foglio di calcolo OpenDocument (.ods).',
  'finding.T03.ods.fix': 'Lo salvi come cartella di lavoro Excel (.xlsx).',
  'finding.T03.binary': 'È una cartella di lavoro Excel binaria (.xlsb).',
  'finding.T03.binary.fix': 'Salvi la cartella di lavoro come .xlsx.',
  'finding.T03.part': 'Alla cartella di lavoro manca la parte «{part}».',
  'finding.T03.part.fix':
    'Apra il file in Excel o LibreOffice, lo salvi di nuovo come .xlsx e riprovi. Se non si apre nemmeno lì, è danneggiato.',
  'finding.T03.doctype':
    'La parte «{part}» contiene una dichiarazione del tipo di documento (DOCTYPE). Nessuna cartella di lavoro ne ha, e può essere pericolosa.',
  'finding.T03.doctype.fix':
    'Verifichi da dove viene il file. Usi soltanto una cartella di lavoro salvata da Excel o LibreOffice.',
  'finding.T03.encoding': 'I caratteri della parte «{part}» non sono quelli della sua codifica.',
  'finding.T03.encoding.fix': 'Apra la cartella di lavoro in Excel o LibreOffice e la salvi di nuovo.',
  'finding.T03.xml': 'La cartella di lavoro è danneggiata: la parte «{part}» è illeggibile dalla riga {line}.',
  'finding.T03.xml.fix':
    'Apra il file in Excel o LibreOffice, lo salvi di nuovo come .xlsx e riprovi. Se non si apre nemmeno lì, è danneggiato.',
  'finding.T03.reference':
    'La cartella di lavoro è danneggiata: sul foglio «{sheet}», «{reference}» non rimanda a nulla o rimanda al posto sbagliato.',
  'finding.T03.reference.fix':
    'Apra il file in Excel o LibreOffice, lo salvi di nuovo come .xlsx e riprovi. Se non si apre nemmeno lì, è danneggiato.',

  'finding.T04.none': 'La cartella di lavoro non è stata creata con il modello di connect.',
  'finding.T04.none.fix':
    'Crei un nuovo modello con connect salary template e vi copi i valori. Oppure salvi la tabella come CSV.',
  'finding.T04.version':
    'La cartella di lavoro è stata creata con la versione {found} del modello; questa versione di connect legge la versione {known}.',
  'finding.T04.version.fix': 'Crei un nuovo modello con connect salary template e vi copi i valori.',
  'finding.T04.several': 'Due fogli sono notifiche dei salari: «{first}» e «{second}». Non è chiaro quale valga.',
  'finding.T04.several.fix': 'Cancelli il foglio che non vale, oppure faccia di ognuno una cartella di lavoro.',
  'finding.T04.label':
    'Il modello ha qui «{expected}», ma nella cella c’è «{found}». Delle righe sono state spostate o sovrascritte.',
  'finding.T04.label.fix': 'Crei un nuovo modello con connect salary template e vi copi i valori.',

  'finding.T05.missing': '«{label}» manca sopra la tabella.',
  'finding.T05.missing.fix':
    'Inserisca l’indicazione. In un file CSV basta una riga sopra i titoli; --year indica l’anno.',
  'finding.T05.year': 'L’anno sopra la tabella non è un anno di quattro cifre.',
  'finding.T05.year.fix': 'Scriva l’anno di dichiarazione, per esempio 2025.',
  'finding.T05.conflict': 'Per «{label}» la tabella indica {found}, il comando {given}.',
  'finding.T05.conflict.fix': 'Ometta l’opzione o corregga la tabella.',

  'finding.T06.changed': 'Il modello ha qui la colonna «{expected}», ma il titolo è «{found}».',
  'finding.T06.changed.fix':
    'Ripristini le colonne del modello nel loro ordine. Crei un nuovo modello con connect salary template e vi copi i valori.',
  'finding.T06.none': 'La tabella non ha una riga di titoli comprensibile.',
  'finding.T06.none.fix':
    'Metta titoli come Numero AVS, Cognome, Salario AVS sopra le colonne, in tedesco, francese, italiano o inglese.',
  'finding.T06.missing': 'Manca la colonna «{column}».',
  'finding.T06.missing.fix': 'Aggiunga la colonna; serve per ogni persona.',
  'finding.T06.twice': 'La colonna «{column}» compare una seconda volta, con questo o un altro nome.',
  'finding.T06.twice.fix': 'Tenga soltanto la colonna che vale.',
  'finding.T06.unread': 'La colonna «{column}» non viene letta.',
  'finding.T06.unread.fix': 'Se la cassa ne ha bisogno, gliela comunichi per altra via.',

  'finding.T07.missing': '«{column}» è vuoto.',
  'finding.T07.missing.fix': 'Compili la cella. Dove non c’è salario, scriva 0.',
  'finding.T07.amount': '«{column}» non è un importo.',
  'finding.T07.amount.fix': 'Scriva un importo come 91’000.00 o 91000.',
  'finding.T07.ambiguousAmount':
    '«{column}» si può leggere in due modi: il segno prima delle ultime tre cifre può separare le migliaia o i decimali.',
  'finding.T07.ambiguousAmount.fix':
    'Separi le migliaia con un apostrofo e scriva sempre due decimali, per esempio 91’000.00.',
  'finding.T07.precise': '«{column}» contiene frazioni di centesimo che lo schermo forse non mostra.',
  'finding.T07.precise.fix': 'Arrotondi l’importo ai centesimi, in Excel con ARROTONDA(…;2).',
  'finding.T07.range': '«{column}» è più grande di quanto possa essere un importo.',
  'finding.T07.range.fix': 'Corregga l’importo.',
  'finding.T07.date': '«{column}» non è una data.',
  'finding.T07.date.fix': 'Scriva giorno, mese e anno, per esempio 31.01.2025.',
  'finding.T07.ambiguousDate':
    '«{column}» si può leggere in due modi: giorno e mese potrebbero essere scambiati, o è soltanto un anno.',
  'finding.T07.ambiguousDate.fix': 'Scriva giorno, mese e anno con i punti, per esempio 31.01.2025.',
  'finding.T07.ahvNumber': '«{column}» non ha le tredici cifre di un numero AVS.',
  'finding.T07.ahvNumber.fix':
    'Corregga il numero secondo il certificato d’assicurazione. Se la persona non ne ha ancora uno, lasci vuota la cella.',
  'finding.T07.sex': '«{column}» non è né F né M.',
  'finding.T07.sex.fix': 'Scriva F per le donne e M per gli uomini.',
  'finding.T07.canton': '«{column}» non è la sigla di un cantone.',
  'finding.T07.canton.fix': 'Scriva le due lettere del cantone, per esempio ZH.',
  'finding.T07.mark': '«{column}» non è né una crocetta né una data.',
  'finding.T07.mark.fix': 'Scriva x se la persona è uscita definitivamente, altrimenti nulla.',
  'finding.T07.text': '«{column}» è troppo lungo o contiene caratteri danneggiati.',
  'finding.T07.text.fix': 'Abbrevi il testo o lo digiti di nuovo.',
  'finding.T07.error': 'La cella di «{column}» mostra un errore come #RIF!.',
  'finding.T07.error.fix': 'Corregga la formula o scriva il valore stesso.',
  'finding.T07.uncomputed': 'La cella di «{column}» contiene una formula il cui risultato non è nel file.',
  'finding.T07.uncomputed.fix': 'Apra il file in Excel o LibreOffice, lo lasci calcolare e lo salvi di nuovo.',

  'finding.T08.hidden': 'La riga è nascosta e conta lo stesso.',
  'finding.T08.hidden.fix': 'Mostri tutte le righe, tolga i filtri e verifichi se la riga ne fa parte.',
  'finding.T08.merged': 'Le celle {range} sono unite. Non è chiaro per chi valga il loro valore.',
  'finding.T08.merged.fix': 'Annulli l’unione e compili ogni cella.',
  'finding.T08.total': 'La riga sembra un totale e non è stata letta.',
  'finding.T08.total.fix': 'Cancelli la riga; i totali li calcolano connect e la cassa.',
  'finding.T08.none': 'La tabella ha dei titoli, ma nessuno sotto di essi.',
  'finding.T08.none.fix': 'Se non sono stati versati salari, consegni una notifica nulla. Altrimenti compili le righe.',

  'finding.T09.quote': 'Una virgoletta qui non è chiusa o sta dove non deve.',
  'finding.T09.quote.fix': 'Salvi di nuovo la tabella come CSV. Una virgoletta in un campo si scrive due volte.',
  'finding.T09.record': 'Un record qui supera {limit} caratteri. Probabilmente una virgoletta non è chiusa.',
  'finding.T09.record.fix': 'Salvi di nuovo la tabella come CSV nel programma da cui proviene.',
  'finding.T09.characters':
    'Il file non è un testo in una sola codifica: è troncato, mescola UTF-8 e Windows-1252, o non è un CSV.',
  'finding.T09.characters.fix': 'Salvi di nuovo la tabella come CSV (UTF-8) e la copi soltanto quando è completa.',
};
