import type { TranslationOf } from '../catalog.js';
import type { declarations as english } from '../en/declarations.js';

export const declarations: TranslationOf<typeof english> = {
  'salary.release.summary': "approvare una notifica verificata per l'elaborazione",
  'salary.release.details':
    "Mostra i totali, gli scostamenti dalla notifica accettata dell'anno precedente e le constatazioni della cassa; poi chiede di digitare l'anno (--yes risponde alla domanda). Richiede un accesso con app di autenticazione o certificato. Se la notifica è già approvata, lo dice, con codice di uscita 0. Se la risposta va persa, il codice di uscita è 9; esegua di nuovo lo stesso comando per saperlo, nulla viene approvato due volte. Secondo il principio del doppio controllo, chi ha inoltrato la notifica non può approvarla: --four-eyes per questa volta, «connect config set policy.four-eyes true» o CONNECT_FOUR_EYES=1 per sempre.",
  'salary.release.year': "rifiutare se la notifica non riguarda quest'anno",
  'salary.release.fourEyes': "rifiutare se l'utente che ha effettuato l'accesso è chi l'ha inoltrata",
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
  'salary.release.ask': "Digiti l'anno {year} per approvare la notifica dei salari di {client}:",
  'total.persons': 'persone',
  'total.ahvIncome': 'salari AVS',
  'total.ahvOpen': "non soggetti all'AVS",
  'total.alvIncome': 'salari AD',
  'total.alvzIncome': 'complementi salariali AD',
  'total.alvOpen': "non soggetti all'AD",
};
