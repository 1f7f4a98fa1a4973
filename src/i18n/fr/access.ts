import type { TranslationOf } from '../catalog.js';
import type { access as english } from '../en/access.js';

export const access: TranslationOf<typeof english> = {
  'users.edit.summary': 'modifier un utilisateur : noms, adresses, langue, blocage, droits',
  'users.edit.details':
    'Modifie uniquement ce que les options nomment ; --dry-run montre la différence. Si quelqu’un d’autre modifie l’utilisateur au même moment, rien n’est modifié et les deux versions sont affichées. Vous confirmez les droits et les blocages avec votre propre mot de passe. Le dernier administrateur actif d’un client le reste. C’est users deactivate et users reactivate qui décident si un utilisateur peut se connecter.',
  'users.edit.userName': 'nom d’utilisateur',
  'users.edit.lockedUntil': 'pas de login jusque-là, par exemple 2026-12-31T18:00:00+01:00 ; none lève un blocage',
  'users.edit.timeToCome': 'un moment à venir, ou none',
  'users.edit.noAdministrator': 'sans ce droit ; --theme dit quels thèmes restent',
  'users.edit.theme': 'les thèmes que l’utilisateur peut utiliser, et aucun autre ; répétable',
  'users.edit.grant': 'un thème de plus ; répétable',
  'users.edit.revoke': 'un thème de moins ; répétable',
  'users.edit.acceptLockout': 'modifier quand même le dernier administrateur ; exige le nom complet du client',
  'users.edit.will': 'Modifier {user} ({userName}) : {changes}',
  'users.edit.nothing': 'Rien à modifier : c’est déjà le cas pour {user} ({userName}).',
  'users.edit.difference': '{field} : {before} → {after}',
  'users.edit.several': '{changes} ; {next}',
  'users.edit.conflict': '{field} : avant {before}, par vous {yours}, par d’autres {theirs}',
  'users.edit.self': 'C’est votre propre login : ensuite, vous ne pourrez plus gérer les utilisateurs de {client}.',
  'users.deactivate.self':
    'C’est votre propre login pour {client}. Ses sessions prennent fin aussitôt, celle-ci comprise, et seul un administrateur peut le réactiver.',
  'users.reactivate.summary': 'réactiver un utilisateur désactivé',
  'users.reactivate.details':
    'L’utilisateur peut de nouveau se connecter, avec ses droits d’avant ; vous confirmez avec votre propre mot de passe. users show dit auparavant quels sont ces droits.',
  'users.reactivate.will': 'Réactiver {user} ({userName}) avec : {themes}',
  'users.reactivate.willAdministrator': 'Réactiver {user} ({userName}) comme administrateur.',
  'users.reactivate.already': 'Le login de {user} ({userName}) n’est pas désactivé.',
  'users.show.details':
    'Un administrateur voit aussi si assez de personnes peuvent administrer le client : sinon, il peut falloir un nouveau code d’accès par la poste.',
  'users.accessVerdict': 'accès du client',
  'users.otherAdministrators': 'autres administrateurs',
  'accessVerdict.safe': 'sûr : deux personnes ou plus peuvent administrer',
  'accessVerdict.fragile': 'fragile : une seule personne peut administrer',
  'accessVerdict.locked-out': 'sans accès : personne ne peut administrer',
  'access.safe': 'Ensuite, ces personnes pourront administrer {client} : {user}',
  'access.fragile':
    'Il ne restera ensuite que {user} pour administrer {client}. Les caisses conseillent que deux personnes puissent le faire.',
  'access.lockedOut': 'Ensuite, plus personne ne pourra administrer {client}. Vous l’avez accepté.',
  'access.nobody': 'Ensuite, comme maintenant, personne ne pourra administrer {client}.',
  'access.invited': 'En attente du premier login, donc pas encore comptés : {user}',
  'users.accessHindrance': 'ne compte pas, car',
  'users.accessWarnings': 'précaire',
  'accessHindrance.deactivated': 'désactivé',
  'accessHindrance.locked': 'bloqué',
  'accessHindrance.invited': 'jamais connecté',
  'accessHindrance.factor-missing': 'pas de second facteur',
  'accessHindrance.factor-too-weak': 'second facteur trop faible pour gérer les utilisateurs auprès de cette caisse',
  'accessWarning.sms-only': 'SMS seulement',
  'accessWarning.only-fiduciaries': 'seul le fiduciaire peut administrer',
  'access.onlyFiduciaries':
    'Ensuite, seul le fiduciaire pourra administrer {client} : {user}. Quand le mandat prendra fin, personne ne le pourra.',
  'access.smsOnly':
    'Comptés, mais avec le SMS seulement : {user}. Une application d’authentification est plus sûre (connect otp enrol).',
  'access.locked': 'Bloqués, donc pas comptés jusqu’à la fin du blocage : {user}',
  'access.tooWeak':
    'Pas comptés, car cette caisse exige un second facteur plus fort pour gérer les utilisateurs : {user}. Chacune de ces personnes peut configurer une application d’authentification : connect otp enrol',
};
