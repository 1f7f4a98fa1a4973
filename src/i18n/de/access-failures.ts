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
  'error.login-shared':
    'Dieses Login handelt auch für andere Kunden. Namen, Adressen, Sprache und Sperre lassen sich deshalb von hier aus nicht ändern: Wer die Handynummer setzt, erhält die Codes und damit alles, was das Login anderswo darf.',
  'error.login-shared.hint':
    'E-Mail, Handynummer und Sprache ändert die Person selbst in ihrem Profil; für das Übrige fragen Sie die Kasse. Eine Sperre nach falschen Antworten endet von selbst. Um den Zugang zu diesem Kunden zu entziehen: connect users deactivate oder users edit nur mit --no-administrator und --theme.',
  'error.plan-stale':
    '{user} bei {client} ist nicht mehr so, wie der Plan es annimmt ({fields}). Daran wurde nichts geändert.',
  'error.plan-stale.hint': 'Sehen Sie nach, was sich geändert hat, und erstellen Sie einen neuen Plan.',
  'error.run-unknown': 'Auf diesem Computer gibt es keinen Lauf {run}.',
  'error.run-unknown.hint': 'Einen Lauf kennt nur der Computer, der ihn gemacht hat, und nur für denselben Benutzer.',
  'error.run-damaged': 'Was über den Lauf {run} festgehalten wurde, ist nicht lesbar: {folder}',
  'error.run-damaged.hint': 'Es wurde nichts geändert. Was ausgeführt ist, zeigt das Portal: connect users list',
};
