import type { TranslationOf } from '../catalog.js';
import type { accessFailures as english } from '../en/access-failures.js';

export const accessFailures: TranslationOf<typeof english> = {
  'error.administrator-has-all-themes': '{user} è amministratore, e un amministratore può usare tutti i temi.',
  'error.administrator-has-all-themes.hint':
    'Con --no-administrator questo diritto viene tolto e restano i temi indicati qui.',
  'error.user-changed':
    'Qualcun altro ha modificato {user} nello stesso momento. Questo comando non ha modificato nulla. {changes}',
  'error.user-changed.hint': 'Se la modifica serve ancora, esegua di nuovo il comando: terrà conto del nuovo stato.',
  'error.login-shared':
    'Questo login agisce anche per altri clienti. Nomi, indirizzi, lingua e blocco non si possono quindi modificare da qui: chi imposta il numero di cellulare riceve i codici, e con essi tutto ciò che il login può fare altrove.',
  'error.login-shared.hint':
    'Il titolare modifica e-mail, numero di cellulare e lingua nel proprio profilo; per il resto si rivolga alla cassa. Un blocco dovuto a risposte errate termina da solo. Per togliere l’accesso a questo cliente: connect users deactivate, oppure users edit solo con --no-administrator e --theme.',
  'error.plan-stale':
    '{user} presso {client} non è più come previsto dal piano ({fields}). Non è stato modificato nulla.',
  'error.plan-stale.hint': 'Guardi che cosa è cambiato e prepari un nuovo piano.',
  'error.run-unknown': 'Su questo computer non c’è nessuna esecuzione {run}.',
  'error.run-unknown.hint': 'Un’esecuzione è nota solo al computer e all’utente che l’hanno fatta.',
  'error.run-damaged': 'Quanto annotato sull’esecuzione {run} non è leggibile: {folder}',
  'error.run-damaged.hint':
    'Non è stato modificato nulla. Il portale mostra che cosa è stato fatto: connect users list',
};
