import type { TranslationOf } from '../catalog.js';
import type { register as english } from '../en/register.js';

export const register: TranslationOf<typeof english> = {
  'register.summary': 'mit dem Zugangscode aus dem Brief der Kasse Administratorenrechte erhalten',
  'register.details':
    'Fragt nach dem Zugangscode aus dem Brief sowie nach Name und E-Mail-Adresse; danach nach dem Aktivierungscode aus dem E-Mail, einem neuen Passwort und einer Authenticator-App oder Handynummer. Bricht es unterwegs ab, macht derselbe Befehl dort weiter. Geheime Angaben sind nie Optionen: Sie werden abgefragt oder kommen aus Zeilen von stdin, in dieser Reihenfolge: Zugangscode, Aktivierungscode, Passwort, Einmalcode; der Zugangscode auch aus CONNECT_ACCESS_CODE[_FILE], das Passwort aus CONNECT_PASSWORD[_FILE]. Ohne Terminal endet es mit Exit-Code 10, solange ein Code noch unterwegs ist.',
  'register.language': 'Sprache der E-Mails und SMS des Portals; ohne Angabe die Ihre',
  'register.method': 'zweiter Faktor',
  'register.accessCodeStdin': 'den Zugangscode aus der nächsten Zeile von stdin lesen',
  'register.activationCodeStdin': 'den Aktivierungscode aus der nächsten Zeile von stdin lesen',
  'register.passwordStdin': 'das neue Passwort aus der nächsten Zeile von stdin lesen',
  'register.passwordFile': 'das neue Passwort aus der ersten Zeile einer Datei lesen',
  'register.restart': 'die begonnene Registrierung aufgeben und von vorn beginnen',
  'register.askAccessCode': 'Zugangscode aus dem Brief',
  'register.askMethod': 'Zweiter Faktor',
  'register.askFactorOrCode': 'Der zweite Faktor wartet auf seinen ersten Code',
  'register.haveCode.otp': 'den Code eingeben, den die App anzeigt',
  'register.haveCode.sms': 'den Code aus dem SMS eingeben',
  'register.setUpAnew': 'den zweiten Faktor neu einrichten, mit dem Aktivierungscode aus dem E-Mail',
  'register.will': '{user} ({email}) mit einem Zugangscode bei {portal} registrieren.',
  'register.willGoOn': 'Die am {at} begonnene Registrierung von {user} für {client} fortsetzen.',
  'register.isComplete': 'Die Registrierung von {user} für {client} ist bereits abgeschlossen.',
  'register.over': 'Die am {at} begonnene Registrierung ist hinfällig. Es beginnt eine neue.',
  'register.mailSent':
    'Ein E-Mail mit einem Aktivierungscode wurde an {email} gesendet. Kommt es nicht an, ist vielleicht die Adresse vertippt: --restart beginnt von vorn.',
  'register.goesOn': 'Bis {until} geht die Registrierung von hier aus weiter mit: connect register {portal}',
  'register.next':
    '{user} hat jetzt Administratorenrechte für {client}. Weiter mit: connect login {portal} --username {user}',
  'register.state': 'Status',
  'register.expiresAt': 'fortsetzbar bis',
  'registrationState.e-mail-sent': 'wartet auf den Aktivierungscode',
  'registrationState.factor-pending': 'wartet auf den ersten Code des zweiten Faktors',
  'registrationState.complete': 'abgeschlossen',

  'password.summary': 'Ihr Passwort beim Portal',
  'password.change.summary': 'das eigene Passwort ändern; alle Ihre anderen Sitzungen enden',
  'password.change.details':
    'Zeigt die Regeln des Portals und fragt dann zweimal nach dem neuen Passwort. Diese Sitzung bleibt bestehen; jede andere Sitzung des Logins endet sofort, auf diesem und auf anderen Computern. Passwörter sind nie Optionen: Sie werden abgefragt oder kommen aus Zeilen von stdin (das bisherige zuerst), aus Dateien oder aus CONNECT_PASSWORD[_FILE] und CONNECT_NEW_PASSWORD[_FILE].',
  'password.change.passwordStdin': 'das bisherige Passwort aus der nächsten Zeile von stdin lesen',
  'password.change.passwordFile': 'das bisherige Passwort aus der ersten Zeile einer Datei lesen',
  'password.change.newPasswordStdin': 'das neue Passwort aus der nächsten Zeile von stdin lesen',
  'password.change.newPasswordFile': 'das neue Passwort aus der ersten Zeile einer Datei lesen',
  'password.change.will':
    'Das Passwort von {username} bei {portal} ändern. Alle anderen Sitzungen dieses Logins enden; diese bleibt bestehen.',
  'password.change.askCurrent': 'Bisheriges Passwort von {username}',
  'password.rules':
    'Das neue Passwort braucht mindestens 12 Zeichen, darf den Benutzernamen nicht enthalten und keines der letzten fünf sein.',
  'password.changed': 'geändert',
  'password.otherSessionsEnded': 'andere Sitzungen beendet',
};
