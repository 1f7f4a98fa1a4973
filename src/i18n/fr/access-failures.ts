import type { TranslationOf } from '../catalog.js';
import type { accessFailures as english } from '../en/access-failures.js';

export const accessFailures: TranslationOf<typeof english> = {
  'error.administrator-has-all-themes':
    '{user} est administrateur, et un administrateur peut utiliser tous les thèmes.',
  'error.administrator-has-all-themes.hint':
    'Avec --no-administrator, ce droit disparaît et les thèmes nommés ici restent.',
  'error.user-changed':
    'Quelqu’un d’autre a modifié {user} au même moment. Votre modification n’a pas été faite. {changes}',
  'error.user-changed.hint': 'Si vous la voulez toujours, relancez la commande : elle tient compte du nouvel état.',
};
