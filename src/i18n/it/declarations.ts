import type { TranslationOf } from '../catalog.js';
import type { declarations as english } from '../en/declarations.js';

export const declarations: TranslationOf<typeof english> = {
  'salary.release.summary': 'approvare una notifica verificata per l’elaborazione',
  'salary.release.details':
    'Mostra i totali, gli scostamenti dalla notifica accettata dell’anno precedente e le constatazioni della cassa; poi chiede di digitare l’anno (--yes risponde alla domanda). Richiede un accesso con app di autenticazione o certificato. Se la notifica è già approvata, lo dice, con codice di uscita 0. Se la risposta va persa, il codice di uscita è 9; esegua di nuovo lo stesso comando per saperlo, nulla viene approvato due volte. Secondo il principio del doppio controllo, chi ha inoltrato la notifica non può approvarla: --four-eyes per questa volta, «connect config set policy.four-eyes true» o CONNECT_FOUR_EYES=1 per sempre. --wait attende che la cassa l’abbia verificata, la approva e attende che sia elaborata; codice di uscita 10 se il tempo scade prima.',
  'salary.release.year': 'rifiutare se la notifica non riguarda quest’anno',
  'salary.release.fourEyes': 'rifiutare se l’utente che ha effettuato l’accesso è chi l’ha inoltrata',
  'salary.release.uploaded': '{id}: notifica dei salari {year}, {file}, inoltrata da {user}, {at}',
  'salary.release.noLastYear': 'Nessuna notifica accettata per il {year} con cui confrontare.',
  'salary.release.total': '{total}: {now}',
  'salary.release.deviation': '{total}: {now} ({year}: {before}; {difference}, {percent})',
  'salary.release.noFindings': 'La cassa non ha fatto constatazioni.',
  'salary.release.findings': {
    one: 'La cassa ha fatto {count} constatazione.',
    many: 'La cassa ha fatto {count} di constatazioni.',
    other: 'La cassa ha fatto {count} constatazioni.',
  },
  'salary.release.finding': '{level} {code}: {text}',
  'salary.release.will': 'Approvare la notifica dei salari {year} di {client} ({id}).',
  'salary.release.already':
    'La notifica dei salari {year} di {client} ({id}) è già approvata. Non resta nulla da fare.',
  'salary.release.ask': 'Digiti l’anno {year} per approvare la notifica dei salari di {client}:',
  'salary.due.summary': 'tutti i clienti e tutti gli anni: che cosa manca, attende o è fatto, ed entro quando',
  'salary.due.details':
    'Per tutti i clienti dell’accesso, salvo che --client ne indichi alcuni. L’ultimo anno concluso e ogni altro anno per il quale la cassa ha una mansione aperta o una notifica è stata respinta o non ancora approvata. Da fare entro il 30 gennaio successivo (OAVS art. 36) o entro il giorno indicato dalla mansione della cassa; il più urgente per primo. Gli interessi di mora sono una stima: passato il 30 gennaio, il 5 % annuo dal 1° gennaio a oggi (OAVS art. 41bis e 42; mesi di 30 giorni) sui contributi AVS, AI, IPG e AD. Questi sono calcolati dai salari notificati, altrimenti da quelli accettati per l’anno precedente; gli acconti non sono noti e non sono dedotti. Con --within il codice di uscita è 11 se qualcosa scade entro quel numero di giorni o è scaduto.',
  'salary.due.year': 'solo questo anno civile',
  'salary.due.within':
    'codice di uscita 11 se qualcosa scade entro quel numero di giorni, per esempio 14d, o è scaduto',
  'salary.due.ical':
    'scrivere ciò che è aperto in un nuovo file di calendario (iCalendar); - lo scrive su stdout al posto dell’elenco',
  'salary.due.nothingWithin': 'Nulla scade entro {days} giorni.',
  'salary.due.someWithin': {
    one: 'In scadenza entro {days} giorni o scaduta: {count} notifica.',
    many: 'In scadenza entro {days} giorni o scadute: {count} di notifiche.',
    other: 'In scadenza entro {days} giorni o scadute: {count} notifiche.',
  },
  'salary.due.written': {
    one: '{file}: {count} scadenza',
    many: '{file}: {count} di scadenze',
    other: '{file}: {count} scadenze',
  },
  'salary.due.calendar': 'Notifiche dei salari',
  'salary.due.event': 'Notifica dei salari {year}: {name} ({client})',
  'salary.due.eventState': 'Stato: {state}',
  'salary.due.missing': 'mancante',
  'salary.due.name': 'nome',
  'salary.due.declaration': 'notifica',
  'salary.due.daysLeft': 'giorni',
  'salary.due.interest': 'interessi (ca.)',
  'salary.due.contributions': 'contributi (stima)',
  'salary.due.basis': 'stimato da',
  'salary.due.basis.declared': 'questa notifica',
  'salary.due.basis.year-before': 'l’anno precedente',
  'total.persons': 'persone',
  'total.ahvIncome': 'salari AVS',
  'total.ahvOpen': 'non soggetti all’AVS',
  'total.alvIncome': 'salari AD',
  'total.alvzIncome': 'complementi salariali AD',
  'total.alvOpen': 'non soggetti all’AD',
};
