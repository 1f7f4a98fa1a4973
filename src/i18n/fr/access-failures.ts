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
  'error.login-shared':
    'Ce login agit aussi pour d’autres clients. Ses noms, adresses, langue et blocage ne peuvent donc pas être modifiés d’ici : qui fixe le numéro de portable reçoit les codes, et avec eux tout ce que le login peut faire ailleurs.',
  'error.login-shared.hint':
    'Son titulaire modifie l’e-mail, le numéro de portable et la langue dans son profil ; pour le reste, adressez-vous à la caisse. Un blocage dû à de fausses réponses prend fin tout seul. Pour retirer l’accès à ce client : connect users deactivate, ou users edit avec --no-administrator et --theme seulement.',
  'error.plan-stale': '{user} chez {client} n’est plus dans l’état prévu par le plan ({fields}). Rien n’a été modifié.',
  'error.plan-stale.hint': 'Regardez ce qui a changé et faites un nouveau plan.',
  'error.run-unknown': 'Il n’y a pas d’exécution {run} sur cet ordinateur.',
  'error.run-unknown.hint': 'Une exécution n’est connue que de l’ordinateur et de l’utilisateur qui l’ont faite.',
  'error.run-damaged': 'Ce qui a été noté sur l’exécution {run} est illisible : {folder}',
  'error.run-damaged.hint': 'Rien n’a été modifié. Le portail montre ce qui a été fait : connect users list',
};
