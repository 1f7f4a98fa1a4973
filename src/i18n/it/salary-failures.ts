import type { TranslationOf } from '../catalog.js';
import type { salaryFailures as english } from '../en/salary-failures.js';

export const salaryFailures: TranslationOf<typeof english> = {
  'error.declaration-exists': 'Per questo anno esiste già una notifica dei salari: {existing}',
  'error.declaration-exists.hint': 'Per sostituirla: --replace {existing}',
  'error.year-declared': 'Per questo anno esiste già la notifica dei salari {existing}. Non è stato inoltrato nulla.',
  'error.year-declared.hint':
    'Se {file} deve sostituirla: connect salary upload {file} --client {client} --replace {existing}',
  'error.replaced-unknown':
    '{client} non ha una notifica {id} che {file} potrebbe sostituire. Non è stato inviato nulla.',
  'error.replaced-unknown.hint': 'connect salary list --year {year} --client {number} mostra gli ID.',
  'error.replaced-of-another-year':
    'La notifica {id} riguarda il {found}, e {file} riguarda il {year}. Non è stato inviato nulla.',
  'error.replaced-of-another-year.hint':
    'connect salary list --year {year} --client {number} mostra le notifiche di quell’anno.',
  'error.replaced-is-test': '{id} è una notifica di prova; non occorre sostituirla. Non è stato inviato nulla.',
  'error.replaced-is-test.hint':
    'Ometta --replace, o indichi la notifica che vale: connect salary list --year {year} --client {number}',
  'error.declaration-replaced':
    'Il portale ha già questo stesso file, come dichiarazione {id}, e un’altra l’ha sostituita. Non è stato trasmesso nulla.',
  'error.declaration-replaced.hint': 'connect salary list mostra quella che vale.',
  'error.declaration-rejected':
    'Il portale ha già questo stesso file, come dichiarazione {id}, e lo ha respinto. Non è stato trasmesso nulla.',
  'error.declaration-rejected.hint':
    'connect salary show {id} dice perché. Lo corregga nel programma salari e lo esporti di nuovo.',
  'error.release-too-early': 'La cassa sta ancora verificando la notifica {id}; non può ancora essere approvata.',
  'error.release-too-early.hint': 'connect salary release {id} --wait attende che sia controllata e poi prosegue.',
  'error.release-still-checking': 'La cassa sta ancora verificando la notifica {id}. Non è stato approvato nulla.',
  'error.release-still-checking.hint': 'connect salary release {id} --wait continua ad attendere.',
  'error.release-of-rejected': 'La cassa ha respinto la notifica {id}; non può essere approvata.',
  'error.release-of-rejected.hint':
    'connect salary show {id} dice perché. Corregga il file nel programma salari, lo esporti di nuovo e lo inoltri.',
  'error.release-of-replaced': 'Un’altra notifica ha sostituito {id}; questa non può essere approvata.',
  'error.release-of-replaced.hint': 'connect salary list --year {year} mostra quella che vale.',
  'error.release-of-test': '{id} è un caso di prova. Viene verificato e mai elaborato; non c’è nulla da approvare.',
  'error.release-of-test.hint': 'Inoltri il file senza --test per notificare i salari.',
  'error.release-year-wrong': 'La notifica {id} riguarda il {year} e non il {given}. Non è stato approvato nulla.',
  'error.release-year-wrong.hint': 'connect salary list --year {given} mostra le notifiche di quell’anno.',
  'error.test-at-production': '{file} è un caso di prova, e {portal} è produttivo. Non è stato inviato nulla.',
  'error.test-at-production.hint':
    'Invii le prove al portale di prova della cassa, oppure esporti il file senza TestCase e ometta --test.',
  'error.real-at-test':
    '{portal} è un portale di prova, e {file} è una vera notifica. Non verrebbe elaborata. Non è stato inviato nulla.',
  'error.real-at-test.hint': '--test la invia come prova. La vera notifica va al portale produttivo della cassa.',
  'error.upload-blocked':
    'Non si sa ancora se {file}, inoltrato il {at}, sia arrivato. Fino ad allora per {year} e questo cliente non viene inoltrato altro.',
  'error.upload-blocked.hint':
    'connect salary reconcile lo chiarisce. Questo stesso file può essere inoltrato di nuovo subito.',
  'error.intent-damaged':
    'Ciò che è stato annotato di una modifica precedente non è leggibile: {file}. Non si sa se sia stata eseguita. Nulla è stato inviato.',
  'error.intent-damaged.hint':
    'Verifichi se è stata eseguita (connect salary list, connect users list). Poi elimini il file ed esegua di nuovo il comando.',
  'error.salary-file-invalid': {
    one: '{file} contiene un errore. Non è stato inviato nulla.',
    many: '{file} contiene {count} errori. Non è stato inviato nulla.',
    other: '{file} contiene {count} errori. Non è stato inviato nulla.',
  },
  'error.salary-file-invalid.hint': 'connect salary check {file} li mostra tutti.',
  'error.salary-csv-not-accepted': 'Il portale non accetta il CSV. Non è stato inviato nulla.',
  'error.salary-csv-not-accepted.hint': 'connect salary convert {file} {target} ne fa un file ELM.',
  'error.file-of-another-client':
    'Questo file non è di {client}: è destinato alla cassa e al membro {inFile}, mentre il cliente ha il numero {number} presso la cassa {fund}. Non è stato inviato nulla.',
  'error.file-of-another-client.hint':
    'Scelga il cliente con --client oppure faccia esportare l’azienda giusta dal programma salari.',
  'error.wrong-recipient': 'Il portale rifiuta il file: non è destinato a questo cliente. {detail}',
  'error.wrong-recipient.hint':
    'Scelga il cliente con --client, oppure esporti l’azienda giusta dal programma dei salari.',
  'error.upload-unknown':
    'Il file è stato inviato a {portal}, ma la risposta è andata persa. Può essere arrivato oppure no.',
  'error.upload-unknown.hint':
    'connect salary reconcile lo chiarisce. Anche eseguire di nuovo lo stesso comando è sicuro: ciò che è arrivato viene riconosciuto.',
  'error.receipt-invalid':
    'La ricevuta {number} della cassa non prova ciò che è stato inviato ({fault}). Non si sa se sia arrivato tale e quale. La ricevuta si trova in {file}.',
  'error.receipt-invalid.hint':
    'Esegua di nuovo lo stesso comando: nulla viene trasmesso due volte. Se la ricevuta resta com’è, invii questo file alla cassa. Se era una trasmissione, connect salary reconcile --unproven poi la lascia andare.',
  'error.receipt-unverified':
    'Il portale ha risposto con la ricevuta {number}, ma non è stato possibile ottenere la chiave della cassa per verificarla ({reason}).',
  'error.receipt-unverified.hint':
    'Esegua di nuovo lo stesso comando: nulla viene trasmesso due volte e torna la stessa ricevuta.',
  'error.receipt-not-kept':
    'La cassa ha confermato con la ricevuta {number}, ma non è stato possibile registrarla: {reason}',
  'error.receipt-not-kept.hint':
    'Liberi spazio o corregga i permessi ed esegua di nuovo lo stesso comando: nulla viene trasmesso due volte e torna la stessa ricevuta.',
  'error.receipt-not-genuine':
    'La ricevuta {number} data dal portale non è stata firmata così com’è ({fault}). Non prova nulla e si trova in {file}.',
  'error.receipt-not-genuine.hint': 'Invii quel file alla cassa e chieda una ricevuta verificabile.',
  'error.receipts-damaged': {
    one: 'Il registro del {year} ha un problema. Non è stato scritto nulla.',
    many: 'Il registro del {year} ha {count} problemi. Non è stato scritto nulla.',
    other: 'Il registro del {year} ha {count} problemi. Non è stato scritto nulla.',
  },
  'error.receipts-damaged.hint': 'connect receipts verify li nomina.',
};
