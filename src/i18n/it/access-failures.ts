import type { TranslationOf } from '../catalog.js';
import type { accessFailures as english } from '../en/access-failures.js';

export const accessFailures: TranslationOf<typeof english> = {
  'error.administrator-has-all-themes': '{user} è amministratore, e un amministratore può usare tutti i temi.',
  'error.administrator-has-all-themes.hint':
    'Con --no-administrator questo diritto viene tolto e restano i temi indicati qui.',
  'error.user-changed':
    'Qualcun altro ha modificato {user} nello stesso momento. Questo comando non ha modificato nulla. {changes}',
  'error.user-changed.hint': 'Se la modifica serve ancora, esegua di nuovo il comando: terrà conto del nuovo stato.',
};
