import type { TranslationOf } from '../catalog.js';
import type { auth as english } from '../en/auth.js';

export const auth: TranslationOf<typeof english> = {
  'login.summary': 'mit Passwort und zweitem Faktor oder mit einem Client-Zertifikat anmelden',
  'login.details':
    'Fragt nach dem Passwort und dann nach dem Code Ihrer Authenticator-App oder aus einem SMS. Die Sitzung liegt im Schlüsselbund und erneuert sich zwölf Stunden lang selbst. Geheime Angaben sind nie Optionen: Sie werden abgefragt oder kommen aus Zeilen von stdin, aus einer Datei oder aus CONNECT_PASSWORD[_FILE] und CONNECT_TOTP_SECRET[_FILE]. Ein Client-Zertifikat ersetzt beides: --certificate und --key oder CONNECT_CLIENT_CERT und CONNECT_CLIENT_KEY nennen seine Dateien, CONNECT_CLIENT_KEY_PASSPHRASE[_FILE] die Passphrase. Was Sie einreichen, wird signiert: mit einem Schlüssel, den die Anmeldung erzeugt und der bei den Zugangsdaten liegt, oder, wenn CONNECT_CLIENT_CERT ein Zertifikat nennt, mit dessen eigenem.',
  'login.portal': 'Adresse des Portals der Kasse, zum Beispiel https://www.akisnet.ch/ak095',
  'login.username': 'Benutzername',
  'login.method': 'zweiter Faktor, ohne Angabe die Authenticator-App, falls eingerichtet; oder ein Client-Zertifikat',
  'login.ensure': 'nichts tun, wenn die Sitzung noch gültig ist',
  'login.activate':
    'erstes Login eines eingeladenen Benutzers: fragt nach dem Aktivierungscode aus dem E-Mail und einem neuen Passwort',
  'login.activationCodeStdin': 'wie --activate, mit dem Aktivierungscode in der ersten Zeile von stdin',
  'login.passwordStdin': 'das Passwort aus der nächsten Zeile von stdin lesen',
  'login.passwordFile': 'das Passwort aus der ersten Zeile einer Datei lesen',
  'login.otpStdin': 'den Einmalcode aus der nächsten Zeile von stdin lesen',
  'login.askPortal': 'Adresse des Portals',
  'login.askUsername': 'Benutzername',
  'login.askPassword': 'Passwort von {username}',
  'login.askActivationCode': 'Aktivierungscode aus dem E-Mail',
  'login.passwordRules': 'Das neue Passwort braucht mindestens 12 Zeichen und darf den Benutzernamen nicht enthalten.',
  'login.askNewPassword': 'Neues Passwort',
  'login.askNewPasswordAgain': 'Neues Passwort, nochmals',
  'login.askCode': 'Code der Authenticator-App',
  'login.askSmsCode': 'Code aus dem SMS (leer: nochmals senden)',
  'login.smsSent': 'Ein Code wurde per SMS an {maskedNumber} gesendet.',
  'login.smsSentAgain': 'Ein weiterer Code wurde per SMS an {maskedNumber} gesendet. Nur der letzte gilt.',
  'login.waitForSms': 'Das Portal sendet das nächste SMS in {seconds} s.',
  'login.storedSeed': 'Der Code wird aus dem geheimen Schlüssel berechnet, den dieser Computer aufbewahrt.',
  'login.waitForCode': 'Der aktuelle Code ist schon verwendet. Warten auf den nächsten: {seconds} s.',
  'login.otherDefault': 'Als Profil {profile} gespeichert. Befehle ohne -p verwenden weiterhin {default}.',

  'logout.summary': 'abmelden: die Sitzung widerrufen und dann löschen',
  'logout.details':
    'Lässt sich die Abmeldung dem Portal nicht mitteilen, wird die Sitzung auf diesem Computer trotzdem gelöscht, und der Exit-Code zeigt es an.',
  'logout.revoked': 'widerrufen',
  'logout.forgotten': 'gelöscht',
  'logout.notRevoked':
    'Die Abmeldung konnte dem Portal nicht mitgeteilt werden. Auf diesem Computer ist die Sitzung gelöscht; im Portal endet sie spätestens am {until}.',

  'status.summary': 'zeigen, wer angemeldet ist, und das Portal fragen, ob das noch stimmt',
  'status.details': 'Exit-Code 4, wenn niemand angemeldet ist.',
  'status.hint': 'Hinweis: {hint}',
  'status.profile': 'Profil',
  'status.portal': 'Portal',
  'status.username': 'Benutzername',
  'status.signedIn': 'angemeldet',
  'status.method': 'zweiter Faktor',
  'status.strength': 'Stärke',
  'status.expiresAt': 'Sitzung bis',
  'status.signingKey': 'signiert mit',
  'status.store': 'Zugangsdaten in',
  'status.storeState': 'Zustand der Ablage',
  'status.reason': 'Grund',

  'version.summary': 'die Version anzeigen',
  'version.version': 'Version',
  'version.node': 'Node',
  'version.platform': 'Plattform',
};
