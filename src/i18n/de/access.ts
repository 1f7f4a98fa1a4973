import type { TranslationOf } from '../catalog.js';
import type { access as english } from '../en/access.js';

export const access: TranslationOf<typeof english> = {
  'users.edit.summary': 'einen Benutzer bearbeiten: Namen, Adressen, Sprache, Sperre, Rechte',
  'users.edit.details':
    'Ändert nur, was die Optionen nennen; --dry-run zeigt den Unterschied. Ändert jemand anders den Benutzer gleichzeitig, wird nichts geändert, und beide Versionen werden gezeigt. Rechte und Sperren bestätigen Sie mit Ihrem eigenen Passwort. Das letzte aktive Login mit Administratorenrechten eines Kunden behält sie. Ob sich ein Benutzer überhaupt anmelden darf, ändern users deactivate und users reactivate.',
  'users.edit.userName': 'Benutzername',
  'users.edit.lockedUntil': 'kein Login bis dann, etwa 2026-12-31T18:00:00+01:00; none hebt eine Sperre auf',
  'users.edit.timeToCome': 'ein Zeitpunkt in der Zukunft oder none',
  'users.edit.noAdministrator': 'ohne dieses Recht; --theme sagt, welche Themen bleiben',
  'users.edit.theme': 'die Themen, die der Benutzer nutzen darf, und keine anderen; mehrfach möglich',
  'users.edit.grant': 'ein Thema zusätzlich; mehrfach möglich',
  'users.edit.revoke': 'ein Thema nicht mehr; mehrfach möglich',
  'users.edit.acceptLockout':
    'das letzte Login mit Administratorenrechten trotzdem ändern; verlangt den vollständigen Namen des Kunden',
  'users.edit.will': '{user} ({userName}) ändern: {changes}',
  'users.edit.nothing': 'Nichts zu ändern: Bei {user} ({userName}) ist es bereits so.',
  'users.edit.difference': '{field}: {before} → {after}',
  'users.edit.several': '{changes}; {next}',
  'users.edit.conflict': '{field}: vorher {before}, von Ihnen {yours}, von anderen {theirs}',
  'users.edit.self': 'Das ist Ihr eigenes Login: Danach können Sie die Benutzer von {client} nicht mehr verwalten.',
  'users.deactivate.self':
    'Das ist Ihr eigenes Login für {client}. Seine Sitzungen enden sofort, auch diese, und nur jemand mit Administratorenrechten kann es reaktivieren.',
  'users.reactivate.summary': 'einen deaktivierten Benutzer reaktivieren',
  'users.reactivate.details':
    'Der Benutzer darf sich wieder anmelden, mit den Rechten von vorher; Sie bestätigen mit Ihrem eigenen Passwort. Welche Rechte das sind, sagt vorher users show.',
  'users.reactivate.will': '{user} ({userName}) reaktivieren mit: {themes}',
  'users.reactivate.willAdministrator': '{user} ({userName}) mit Administratorenrechten reaktivieren.',
  'users.reactivate.already': '{user} ({userName}) ist nicht deaktiviert.',
  'users.show.details':
    'Mit Administratorenrechten sehen Sie auch, ob genügend Personen die Benutzer des Kunden verwalten können: Kann es sonst niemand, braucht es am Ende einen neuen Zugangscode per Post.',
  'users.accessVerdict': 'Zugang des Kunden',
  'users.otherAdministrators': 'andere Administratoren',
  'accessVerdict.safe': 'sicher: zwei oder mehr Personen können verwalten',
  'accessVerdict.fragile': 'unsicher: eine einzige Person kann verwalten',
  'accessVerdict.locked-out': 'ausgesperrt: niemand kann verwalten',
  'access.safe': 'Danach können die Benutzer von {client} verwalten: {user}',
  'access.fragile':
    'Danach kann nur noch {user} die Benutzer von {client} verwalten. Die Kassen empfehlen, dass zwei Personen das können.',
  'access.lockedOut': 'Danach kann niemand mehr die Benutzer von {client} verwalten. Sie haben dem zugestimmt.',
  'access.nobody': 'Danach kann, wie schon jetzt, niemand die Benutzer von {client} verwalten.',
  'access.invited': 'Eingeladen und vor dem ersten Login nicht mitgezählt: {user}',
  'users.accessHindrance': 'zählt nicht mit, weil',
  'users.accessWarnings': 'heikel',
  'accessHindrance.deactivated': 'deaktiviert',
  'accessHindrance.locked': 'gesperrt',
  'accessHindrance.invited': 'noch nie angemeldet',
  'accessHindrance.factor-missing': 'kein zweiter Faktor',
  'accessHindrance.factor-too-weak': 'zweiter Faktor zu schwach für die Benutzerverwaltung dieser Kasse',
  'accessWarning.sms-only': 'nur SMS',
  'accessWarning.only-fiduciaries': 'nur die Treuhand kann verwalten',
  'access.onlyFiduciaries':
    'Danach kann nur noch die Treuhand die Benutzer von {client} verwalten: {user}. Endet das Mandat, kann es niemand.',
  'access.smsOnly': 'Mitgezählt, aber nur mit SMS: {user}. Eine Authenticator-App ist sicherer (connect otp enrol).',
  'access.locked': 'Gesperrt und bis zum Ende der Sperre nicht mitgezählt: {user}',
  'access.tooWeak':
    'Nicht mitgezählt, weil diese Kasse für die Benutzerverwaltung einen stärkeren zweiten Faktor verlangt: {user}. Jede dieser Personen kann eine Authenticator-App einrichten: connect otp enrol',
};
