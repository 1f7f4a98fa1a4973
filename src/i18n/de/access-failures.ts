import type { TranslationOf } from '../catalog.js';
import type { accessFailures as english } from '../en/access-failures.js';

export const accessFailures: TranslationOf<typeof english> = {
  'error.administrator-has-all-themes': '{user} hat Administratorenrechte und darf damit alle Themen nutzen.',
  'error.administrator-has-all-themes.hint':
    'Mit --no-administrator fällt dieses Recht weg, und die genannten Themen bleiben.',
  'error.user-changed':
    'Jemand anders hat {user} gleichzeitig geändert. Ihre Änderung wurde nicht ausgeführt. {changes}',
  'error.user-changed.hint':
    'Wollen Sie die Änderung noch, führen Sie den Befehl nochmals aus: Er geht vom neuen Stand aus.',
};
