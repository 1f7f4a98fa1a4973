import type { TranslationOf } from '../catalog.js';
import type { failures as english } from '../en/failures.js';

export const failures: TranslationOf<typeof english> = {
  'error.not-permitted': 'Dieses Login ist dazu nicht berechtigt.',
  'error.not-permitted.hint': 'Beim Arbeitgeber kann eine Person mit Administratorenrechten die Berechtigung erteilen.',
  'error.credential-too-weak':
    'Dafür braucht es ein stärkeres Login: «{requiredStrength}»; diese Sitzung hat «{currentStrength}».',
  'error.credential-too-weak.hint':
    'connect login --method {requiredStrength} oder eine stärkere Anmeldeart: sms < otp (Authenticator-App; connect otp enrol richtet sie ein) < certificate (Client-Zertifikat).',
  'error.confirmation-failed': 'Ihr eigenes Passwort war falsch; darum wurde nichts geändert.',
  'error.confirmation-failed.hint':
    'Versuchen Sie es nochmals. Nach fünf falschen Angaben werden Sie für eine Weile gesperrt.',
  'error.not-confirmed': 'Nicht bestätigt. Es wurde nichts geändert.',
  'error.not-confirmed.hint': '',
  'error.lockout':
    'Ohne {user} ({userName}) hat {client} kein aktives Login mit Administratorenrechten. Dann kann niemand Benutzer verwalten oder neue zulassen, und ein neuer Zugangscode kommt nur per Post.',
  'error.lockout.hint':
    'Erfassen Sie eine Nachfolge (connect users new --administrator) und warten Sie deren erstes Login ab. Soll der Kunde ausgesperrt werden: --accept-lockout "{client}"',
  'error.lockout-name-wrong': '--accept-lockout nennt «{given}», es geht aber um «{client}». Es wurde nichts geändert.',
  'error.lockout-name-wrong.hint': 'Schreiben Sie den vollständigen Namen des Kunden.',
  'error.precondition-failed': 'Jemand anders hat dies gleichzeitig geändert. Ihre Änderung wurde nicht ausgeführt.',
  'error.precondition-failed.hint': 'Führen Sie den Befehl nochmals aus: Er geht vom neuen Stand aus.',
  'error.precondition-required': 'Das Portal will wissen, welche Version gemeint ist. Es wurde nichts geändert.',
  'error.precondition-required.hint': 'Führen Sie den Befehl nochmals aus.',
  'error.user-exists': 'Bei dieser Kasse gibt es schon ein Login mit dieser E-Mail-Adresse.',
  'error.user-exists.hint': 'connect users list --search ADRESSE zeigt, wem es gehört.',
  'error.user-name-taken': 'Dieser Benutzername ist schon vergeben.',
  'error.user-name-taken.hint': 'Wählen Sie mit --user-name einen anderen.',
  'error.four-eyes':
    'Es braucht zwei Personen: {uploader} hat die Lohnmeldung {id} hochgeladen, und {user}, jetzt angemeldet, ist dieselbe Person ({from}). Es wurde nichts freigegeben.',
  'error.four-eyes.hint': 'Lassen Sie sie von einer anderen berechtigten Person freigeben.',
  'error.attachment-refused':
    'Das Portal weist die Beilage {file} zurück: {reason}. Die Lohnmeldung wurde nicht gesendet.',
  'error.attachment-refused.hint': '',
  'error.state-conflict': 'Das ist im jetzigen Zustand nicht möglich: {detail}',
  'error.state-conflict.hint': '',
  'error.request-in-progress': 'Dieselbe Anfrage wird noch bearbeitet.',
  'error.request-in-progress.hint': 'Warten Sie einen Moment und führen Sie den Befehl nochmals aus.',
  'error.idempotency-key-reused':
    'Das Portal kennt den Schlüssel dieser Änderung von einer Anfrage, die nicht dieselbe war.',
  'error.idempotency-key-reused.hint':
    'War Ihr eigenes Passwort diesmal falsch getippt, führen Sie den Befehl nochmals aus. Sonst prüfen Sie zuerst, ob die Änderung schon gemacht ist.',
  'error.idempotency-key-voided':
    'Diese Übermittlung wurde von connect salary reconcile zurückgezogen, darum lehnt das Portal sie ab. Es wurde nichts eingereicht.',
  'error.idempotency-key-voided.hint': 'Führen Sie den Befehl nochmals aus: Dann ist es eine neue Übermittlung.',
  'error.validation-failed': 'Das Portal lehnt die Angaben ab: {detail}',
  'error.validation-failed.hint': '',
  'error.password-unfit': 'Das neue Passwort kann nicht verwendet werden.',
  'error.password-unfit.hint':
    'Es braucht mindestens 12 Zeichen, darf den Benutzernamen nicht enthalten und keines der letzten fünf sein.',
  'error.access-code-invalid': 'Der Zugangscode ist falsch.',
  'error.access-code-invalid.hint':
    'Er steht im Brief der Kasse: 12 Grossbuchstaben und Ziffern. Ist der Brief verloren: connect codes request --no-login',
  'error.access-code-expired': 'Der Zugangscode ist abgelaufen.',
  'error.access-code-expired.hint':
    'Bestellen Sie bei der Kasse einen neuen, der per Post kommt: connect codes request --no-login',
  'error.access-code-used': 'Der Zugangscode wurde bereits verwendet.',
  'error.access-code-used.hint':
    'Melden Sie sich an, oder bestellen Sie bei der Kasse einen neuen, der per Post kommt: connect codes request --no-login',
  'error.registration-expired': 'Die Registrierung hat zu lange gedauert.',
  'error.registration-expired.hint': 'Beginnen Sie mit demselben Zugangscode von vorn: connect register',
  'error.registration-ended': 'Fünf falsche Codes haben die Registrierung beendet. Der Zugangscode gilt weiterhin.',
  'error.registration-ended.hint': 'Beginnen Sie mit demselben Zugangscode von vorn: connect register',
  'error.registration-user-exists': 'Bei dieser Kasse gibt es schon ein Login mit dieser E-Mail-Adresse.',
  'error.registration-user-exists.hint':
    'Melden Sie sich damit an: connect login. Für ein eigenes Login braucht die Registrierung eine andere E-Mail-Adresse: --email',
  'error.malformed': 'Das Portal kann die Anfrage nicht lesen: {detail}',
  'error.malformed.hint': 'Das Portal hat vielleicht eine andere Version als dieses Programm.',
  'error.idempotency-key-required': 'Das Portal verlangt für diese Anfrage einen Schlüssel. Es wurde nichts geändert.',
  'error.idempotency-key-required.hint': 'Das Portal hat vielleicht eine andere Version als dieses Programm.',
  'error.cursor-invalid': 'Die Liste hat zu lange gedauert, und das Portal hat die Stelle verloren.',
  'error.cursor-invalid.hint': 'Führen Sie den Befehl nochmals aus.',
  'error.method-not-allowed': 'Das Portal kann das nicht.',
  'error.method-not-allowed.hint': 'Das Portal hat vielleicht eine andere Version als dieses Programm.',
  'error.range-not-satisfiable': 'Das Portal hat diesen Teil des Dokuments nicht.',
  'error.range-not-satisfiable.hint': 'Das Portal hat vielleicht eine andere Version als dieses Programm.',
  'error.factor-required': 'Der letzte verbleibende zweite Faktor kann nicht entfernt werden.',
  'error.factor-required.hint':
    'Lassen Sie zuerst eine Handynummer für SMS-Codes erfassen, oder ersetzen Sie die App: connect otp enrol',
  'error.enrolment-expired': 'Das Einrichten hat zu lange gedauert und wurde verworfen. Es wurde nichts geändert.',
  'error.enrolment-expired.hint': 'Beginnen Sie von vorn: connect otp enrol',
  'error.attachment-required': 'Die Kasse verlangt ein Dokument.',
  'error.attachment-required.hint': '',
  'error.year-mismatch': 'Das Jahr ist nicht jenes der Lohnmeldung.',
  'error.year-mismatch.hint': '',
  'error.too-large': 'Das Portal lehnt die Sendung wegen ihrer Grösse ab.',
  'error.too-large.hint': '',
  'error.media-type-unsupported': 'Das Portal nimmt Dateien dieser Art nicht an.',
  'error.media-type-unsupported.hint': '',
  'error.portal-refused': 'Das Portal hat abgelehnt: {title} {detail}',
  'error.portal-refused.hint': '',
  'error.profile-exists': 'Es ist schon ein Login als «{profile}» gespeichert.',
  'error.profile-exists.hint':
    'Wählen Sie einen anderen Namen, oder entfernen Sie jenes zuerst: connect profiles remove {profile}',
  'error.target-exists': 'Es gibt schon eine andere Datei mit diesem Namen: {file}',
  'error.target-exists.hint':
    'Es wird nie etwas ersetzt. Verschieben Sie die vorhandene Datei oder wählen Sie mit --to einen anderen Ordner.',
  'error.file-exists': 'Es gibt schon eine Datei mit diesem Namen: {file}',
  'error.file-exists.hint': 'Wählen Sie einen anderen Namen, oder ersetzen Sie die Datei mit --overwrite.',
  'error.output-exists': 'Es gibt schon eine Datei mit diesem Namen: {file}',
  'error.output-exists.hint':
    'Es wird nie etwas ersetzt. Verschieben Sie die vorhandene Datei, oder nennen Sie eine andere.',
  'error.file-unwritable': '{file} kann nicht geschrieben werden: {reason}',
  'error.file-unwritable.hint': '',
  'error.sandbox-running': 'In {directory} läuft schon ein Übungsportal: {origin}',
  'error.sandbox-running.hint': 'connect sandbox status zeigt es, connect sandbox stop beendet es.',
  'error.sandbox-failed': 'Das Übungsportal ist nicht gestartet: {reason}',
  'error.sandbox-failed.hint': '',

  'error.portal-refuses-connection': 'Bei {portal} antwortet niemand: Die Verbindung wurde abgelehnt.',
  'error.portal-refuses-connection.hint':
    'Stimmt die Adresse, und läuft das Portal? Auch eine Firewall kann im Weg sein.',
  'error.portal-name-unknown': 'Der Servername in {portal} ist unbekannt.',
  'error.portal-name-unknown.hint':
    'Prüfen Sie die Adresse und das Netzwerk. Setzen Sie hinter einem Proxy HTTPS_PROXY.',
  'error.portal-silent': '{portal} hat nicht rechtzeitig geantwortet.',
  'error.portal-silent.hint':
    'Versuchen Sie es später nochmals oder mit einem längeren --timeout. In einem Firmennetz fehlt vielleicht HTTPS_PROXY.',
  'error.portal-certificate-untrusted':
    'Die Identität von {portal} kann nicht überprüft werden: Der Aussteller des Zertifikats ist hier nicht bekannt.',
  'error.portal-certificate-untrusted.hint':
    'Falls Ihre Organisation den Datenverkehr prüft oder eine eigene Zertifizierungsstelle hat, geben Sie deren Stammzertifikat an: --ca-file DATEI, auf Dauer mit connect config set ca-file DATEI. Die Überprüfung lässt sich nicht ausschalten.',
  'error.portal-certificate-expired':
    'Die Identität von {portal} kann nicht überprüft werden: Das Zertifikat oder jenes des Ausstellers ist abgelaufen.',
  'error.portal-certificate-expired.hint':
    'Geht die Uhr dieses Computers richtig? Dann melden Sie es der Ausgleichskasse. Die Überprüfung lässt sich nicht ausschalten.',
  'error.portal-certificate-not-yet-valid':
    'Die Identität von {portal} kann nicht überprüft werden: Das Zertifikat oder jenes des Ausstellers ist noch nicht gültig.',
  'error.portal-certificate-not-yet-valid.hint':
    'Vermutlich geht die Uhr dieses Computers nach: Stellen Sie sie richtig. Die Überprüfung lässt sich nicht ausschalten.',
  'error.portal-certificate-of-another':
    'Die Identität von {portal} kann nicht überprüft werden: Das Zertifikat lautet auf einen anderen Namen ({reason}).',
  'error.portal-certificate-of-another.hint':
    'Prüfen Sie die Adresse. Stimmt sie, so antwortet vielleicht jemand anderes: Melden Sie es der Ausgleichskasse. Die Überprüfung lässt sich nicht ausschalten.',
  'error.portal-certificate-unfit':
    'Die Identität von {portal} kann nicht überprüft werden: Das Zertifikat ist nicht in Ordnung ({reason}).',
  'error.portal-certificate-unfit.hint':
    'Melden Sie es der Ausgleichskasse oder der Stelle, die Ihr Netzwerk betreut. Die Überprüfung lässt sich nicht ausschalten.',
  'error.portal-connection-lost': 'Die Verbindung zu {portal} ist abgebrochen.',
  'error.portal-connection-lost.hint': 'Versuchen Sie es nochmals.',
  'error.proxy-refuses-connection': 'Beim Proxy {proxy} antwortet niemand: Die Verbindung wurde abgelehnt.',
  'error.proxy-refuses-connection.hint':
    'Die Adresse stammt aus {from}. Prüfen Sie sie oder nehmen Sie den Server des Portals mit NO_PROXY aus.',
  'error.proxy-name-unknown': 'Der Name des Proxys {proxy} ist unbekannt.',
  'error.proxy-name-unknown.hint': 'Er stammt aus {from}. Ausserhalb des Firmennetzes entfernen Sie die Variable.',
  'error.proxy-silent': 'Der Proxy {proxy} hat nicht rechtzeitig geantwortet.',
  'error.proxy-silent.hint':
    'Seine Adresse stammt aus {from}. Versuchen Sie es später nochmals oder mit einem längeren --timeout.',
  'error.proxy-certificate-untrusted':
    'Die Identität des Proxys {proxy} kann nicht überprüft werden: Das Zertifikat ist nicht vertrauenswürdig ({reason}).',
  'error.proxy-certificate-untrusted.hint':
    'Geben Sie das Stammzertifikat Ihrer Organisation an: --ca-file DATEI. Die Überprüfung lässt sich nicht ausschalten.',
  'error.proxy-connection-lost': 'Der Proxy {proxy} hat die Verbindung abgebrochen oder antwortet nicht wie ein Proxy.',
  'error.proxy-connection-lost.hint':
    'Seine Adresse stammt aus {from}. Die meisten Proxys werden mit http:// angesprochen, auch für Adressen mit https://.',
  'error.proxy-login-missing': 'Der Proxy {proxy} verlangt Benutzer und Passwort.',
  'error.proxy-login-missing.hint': 'Ergänzen Sie diese in {from}: http://benutzer:passwort@server:port',
  'error.proxy-login-wrong': 'Der Proxy {proxy} akzeptiert Benutzer und Passwort aus {from} nicht.',
  'error.proxy-login-wrong.hint':
    'Berichtigen Sie sie dort. Sonderzeichen schreiben Sie als %40 (für @), %3A (:), %2F (/), %23 (#), %25 (%).',
  'error.proxy-login-unsupported': 'Der Proxy {proxy} nimmt kein Passwort entgegen, sondern nur: {schemes}',
  'error.proxy-login-unsupported.hint':
    'connect kennt nur Basic. Verlangen Sie eine Ausnahme für das Portal, oder schalten Sie einen Vermittler wie cntlm oder px dazwischen und geben Sie diesen in {from} an.',
  'error.proxy-denies': 'Der Proxy {proxy} lässt {portal} nicht durch (Status {status}).',
  'error.proxy-denies.hint':
    'Bitten Sie die Stelle, die den Proxy betreut, CONNECT zu diesem Server zu erlauben, oder nehmen Sie ihn mit NO_PROXY aus.',
  'error.proxy-unable': 'Der Proxy {proxy} kann {portal} nicht erreichen (Status {status}).',
  'error.proxy-unable.hint':
    'Prüfen Sie die Adresse des Portals. Stimmt sie, versuchen Sie es später nochmals oder melden Sie es der Stelle, die den Proxy betreut.',
  'error.portal-redirects':
    '{portal} verweist an eine andere Adresse: {location}. Zugangsdaten werden dorthin nicht gesendet.',
  'error.portal-redirects.hint':
    'Prüfen Sie die Adresse des Portals. In einem Gäste- oder Hotelnetz melden Sie sich dort zuerst mit einem Browser an.',
  'error.portal-answer-malformed': '{portal} hat eine Antwort gegeben, die nicht der Schnittstelle entspricht.',
  'error.portal-answer-malformed.hint':
    'Ist das die Adresse eines Portals und nicht jene einer Login-Seite oder eines Proxys?',
  'error.digest-mismatch':
    'Angekommen ist nicht, was gesendet wurde: Die Prüfsummen sind verschieden. Es wurde nichts behalten.',
  'error.digest-mismatch.hint': 'Versuchen Sie es nochmals.',
  'error.internal-error': 'Im Portal ist ein Fehler aufgetreten.',
  'error.internal-error.hint':
    'Versuchen Sie es später nochmals. Bleibt es dabei, nennen Sie der Kasse die Nummer der Anfrage.',
  'error.too-many-requests': 'Das Portal bittet um Geduld: zu viele Anfragen.',
  'error.too-many-requests.hint': 'Versuchen Sie es später nochmals.',
  'error.maintenance': 'Das Portal ist wegen Wartungsarbeiten geschlossen.',
  'error.maintenance.hint': 'Versuchen Sie es später nochmals.',
  'error.unavailable': '{portal} ist zurzeit nicht verfügbar.',
  'error.unavailable.hint': 'Versuchen Sie es später nochmals.',
  'error.foreign-host': 'Das Übungsportal antwortet unter diesem Namen nicht.',
  'error.foreign-host.hint': 'Verwenden Sie die Adresse, die connect sandbox status zeigt.',
  'error.foreign-origin': 'Das Übungsportal antwortet nicht auf Anfragen von Webseiten.',
  'error.foreign-origin.hint': '',

  'error.salary-table-invalid': {
    one: '{file} hat einen Fehler. Es wurde nichts geschrieben.',
    other: '{file} hat {count} Fehler. Es wurde nichts geschrieben.',
  },
  'error.salary-table-invalid.hint': 'connect salary check {file} zeigt alle Fehler.',
  'error.salary-table-incomplete':
    '{file} sagt nicht alles, was ELM von einem Arbeitgeber verlangt. Es wurde nichts geschrieben.',
  'error.salary-table-incomplete.hint':
    'Ergänzen Sie es über der Tabelle, nennen Sie den Kunden mit --client oder geben Sie {options} an.',
  'error.salary-not-a-table': '{file} ist weder eine Excel-Arbeitsmappe noch eine CSV-Datei, die sich verstehen lässt.',
  'error.salary-not-a-table.hint': 'Eine ELM-Datei muss nicht umgewandelt werden: connect salary check {file}',
  'error.checks-failed': 'Die Kasse hat die Lohnmeldung {id} zurückgewiesen.',
  'error.checks-failed.hint':
    'connect salary show {id} sagt, warum. Korrigieren Sie sie im Lohnprogramm, exportieren Sie neu und übermitteln Sie die neue Datei.',
  'error.file-invalid': 'Das Portal kann die Datei nicht lesen: {detail}',
  'error.file-invalid.hint': 'connect salary check zeigt, was falsch ist.',
  'error.file-unreadable': '{file} kann nicht gelesen werden: {reason}',
  'error.file-unreadable.hint': '',
  'error.file-is-folder': '{file} ist ein Ordner, keine Datei.',
  'error.file-is-folder.hint':
    'Nennen Sie die Datei darin, die gemeint ist; wo mehrere erlaubt sind, nennt die Shell sie alle: {file}/*',
  'error.file-forbidden': '{file} kann nicht gelesen werden: Die Berechtigung fehlt.',
  'error.file-forbidden.hint': 'Wem die Datei gehört, kann sie erteilen; ls -l zeigt, wer das ist und wer lesen darf.',
  'error.document-unfit': '{file} kann nicht beigelegt werden. Erwartet: {expected}',
  'error.document-unfit.hint': '',

  'error.some-failed': 'Ein Teil ist fehlgeschlagen.',
  'error.some-failed.hint': '',
  'error.still-checking': 'Die Kasse prüft die Lohnmeldung {id} noch. Angekommen ist sie, und die Quittung liegt vor.',
  'error.still-checking.hint': 'connect salary show {id} --wait wartet weiter.',
  'error.still-processing': 'Die Lohnmeldung {id} ist freigegeben, und die Kasse verarbeitet sie noch.',
  'error.still-processing.hint': 'connect salary show {id} --wait wartet weiter.',
  'error.outcome-unknown':
    'Die Änderung wurde an {portal} gesendet, aber die Antwort ging verloren. Vielleicht wurde sie ausgeführt, vielleicht nicht.',
  'error.outcome-unknown.hint':
    'Führen Sie denselben Befehl nochmals aus: Was schon ausgeführt wurde, wird erkannt und nicht wiederholt.',
  'error.password-change-unknown':
    'Das neue Passwort wurde an {portal} gesendet, aber die Antwort ging verloren. Es gilt nun entweder das neue oder noch das alte.',
  'error.password-change-unknown.hint':
    'connect login zeigt es: Versuchen Sie zuerst das neue Passwort. Ist es falsch, gilt das alte, und die Änderung kann wiederholt werden.',
  'error.interrupted': 'Abgebrochen.',
  'error.interrupted.hint': '',
  'error.upload-wait-interrupted':
    'Das Warten wurde abgebrochen. Die Lohnmeldung {id} ist übermittelt; ihr Status: {state}.',
  'error.upload-wait-interrupted.hint': 'connect salary show {id} --wait wartet weiter.',
  'error.release-wait-interrupted':
    'Das Warten wurde abgebrochen. Die Lohnmeldung {id} ist freigegeben; ihr Status: {state}.',
  'error.release-wait-interrupted.hint': 'connect salary show {id} --wait wartet weiter.',
  'error.unexpected': 'Das ist ein Fehler von connect selbst: {name} {message}',
  'error.unexpected.hint': 'Bitte melden Sie ihn, mit der Ausgabe desselben Befehls mit --debug.',
};
