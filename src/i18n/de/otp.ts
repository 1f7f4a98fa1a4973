import type { TranslationOf } from '../catalog.js';
import type { otp as english } from '../en/otp.js';

export const otp: TranslationOf<typeof english> = {
  'otp.summary': 'Authenticator-App',
  'otp.enrol.summary': 'eine Authenticator-App als zweiten Faktor einrichten',
  'otp.enrol.details':
    'Zeigt einen QR-Code für die App und fragt nach einem ersten Code. Bis dieser stimmt, ändert sich nichts. Eine früher eingerichtete App wird nach einer Rückfrage ersetzt. Mit --store-seed wird dieser Computer zur App, allein oder neben dem Telefon: connect login braucht dann kein Telefon.',
  'otp.enrol.qrFile': 'den QR-Code in eine PNG-Datei schreiben statt auf den Bildschirm',
  'otp.enrol.overwrite': 'eine vorhandene PNG-Datei ersetzen',
  'otp.enrol.showSecret': 'den geheimen Schlüssel auch als Text anzeigen: für Apps ohne Kamera',
  'otp.enrol.storeSeed':
    'den geheimen Schlüssel bei den übrigen Zugangsdaten dieses Computers aufbewahren, damit login kein Telefon braucht',
  'otp.enrol.will': 'Authenticator-App für {username} einrichten.',
  'otp.enrol.willReplace':
    'Eine andere Authenticator-App für {username} einrichten. Die Codes der bisherigen gelten danach nicht mehr.',
  'otp.enrol.askReplace': 'Die Authenticator-App von {username} ersetzen?',
  'otp.enrol.bothFactors':
    'Warnung: Mit --store-seed liegen beide Faktoren auf einem Gerät. Wer in dieses Konto dieses Computers gelangt und das Passwort kennt, kann sich ohne Telefon als {username} anmelden.',
  'otp.enrol.scan': 'Scannen Sie diesen Code mit der Authenticator-App:',
  'otp.enrol.scanFile':
    'Der QR-Code steht in {file}. Scannen Sie ihn mit der Authenticator-App und löschen Sie dann die Datei: Sie enthält den geheimen Schlüssel.',
  'otp.enrol.secret': 'Geheimer Schlüssel: {secret}\n{uri}',
  'otp.enrol.askCode': 'Code, den die App anzeigt',
  'otp.enrol.askCodeOrOwn': 'Code, den die App anzeigt (leer: dieser Computer berechnet ihn)',
  'otp.enrol.again': 'Der Code ist falsch; noch hat sich nichts geändert. Versuchen Sie es mit einem neuen.',
  'otp.enrol.seedForgotten':
    'Der geheime Schlüssel auf diesem Computer gehörte zur bisherigen App. Er ist jetzt gelöscht.',
  'otp.seedStored': 'Schlüssel hier aufbewahrt',
  'otp.seedForgotten': 'Schlüssel hier gelöscht',
  'otp.remove.summary': 'die Authenticator-App entfernen',
  'otp.remove.details':
    'Geht nur, solange ein anderer zweiter Faktor bleibt, und wird mit Ihrem Passwort bestätigt. Bewahrt dieser Computer den geheimen Schlüssel auf, wird er auch gelöscht.',
  'otp.remove.will': 'Authenticator-App von {username} entfernen.',
  'otp.remove.ask': 'Die Authenticator-App von {username} entfernen? Zum Anmelden braucht es dann ein SMS.',
  'otp.remove.left': 'übrige zweite Faktoren',
  'otp.forget.summary': 'den geheimen Schlüssel löschen, den dieser Computer aufbewahrt',
  'otp.forget.details': 'Im Portal bleibt die App eingerichtet; login fragt wieder nach ihrem Code.',
  'otp.code.summary': 'den aktuellen Code anzeigen',
  'otp.code.details':
    'Berechnet aus dem geheimen Schlüssel in CONNECT_TOTP_SECRET[_FILE], sonst aus jenem, den connect otp enrol --store-seed aufbewahrt hat. Zum Anmelden an anderer Stelle, etwa auf den Seiten des Portals: Anzeigen verbraucht den Code nicht, aber jeder Code gilt für ein einziges Login.',
  'otp.code.used': 'Ein Login dieses Computers hat diesen Code schon verwendet. Der nächste kommt in {seconds} s.',
  'otp.code.code': 'Code',
  'otp.code.secondsLeft': 'Sekunden übrig',
  'otp.code.usedTitle': 'schon verwendet',
  'otp.remove.self':
    'Ohne die App können Sie die Benutzer von {client} nicht mehr verwalten: Diese Kasse verlangt dafür einen stärkeren zweiten Faktor als SMS.',
  'otp.remove.acceptLockout':
    'entfernen, auch wenn danach niemand die Benutzer eines Kunden verwalten kann; verlangt dessen vollständigen Namen; mehrfach möglich',
};
