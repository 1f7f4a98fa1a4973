import type { TranslationOf } from '../catalog.js';
import type { errors as english } from '../en/errors.js';

export const errors: TranslationOf<typeof english> = {
  'error.unknown-command': 'Den Befehl «{word}» gibt es nicht.',
  'error.unknown-command.hint': '{help} zeigt die Befehle.',
  'error.unknown-option': 'Die Option «{word}» gibt es hier nicht.',
  'error.unknown-option.hint': 'Setzen Sie --help hinter den Befehl, um seine Optionen zu sehen.',
  'error.missing-verb': 'Hinter «{word}» fehlt, was zu tun ist.',
  'error.missing-verb.hint': 'connect {word} --help listet auf, was möglich ist.',
  'error.missing-argument': 'Das Argument «{word}» fehlt.',
  'error.missing-argument.hint': 'Setzen Sie --help hinter den Befehl, um seine Argumente zu sehen.',
  'error.excess-arguments': 'Das sind mehr Argumente, als «{word}» annimmt.',
  'error.excess-arguments.hint': 'Setzen Sie Wörter, die zusammengehören, in Anführungszeichen.',
  'error.option-without-value': 'Die Option {word} braucht einen Wert.',
  'error.option-without-value.hint': '',
  'error.option-invalid': '«{value}» passt nicht zur Option {option}. Erwartet: {expected}',
  'error.option-invalid.hint': '',
  'error.option-missing': 'Eine nötige Angabe fehlt: {option}',
  'error.option-missing.hint': 'Setzen Sie --help hinter den Befehl, um zu sehen, welche Angaben er annimmt.',
  'error.options-conflict': 'Diese Angaben gehen nicht zusammen: {options}',
  'error.options-conflict.hint': 'Lassen Sie eine davon weg.',
  'error.dry-run-unsupported': '«{verb}» ändert am Portal nichts, darum gibt es keinen Probelauf.',
  'error.dry-run-unsupported.hint': 'Lassen Sie --dry-run weg.',
  'error.prompt-impossible':
    'Es kann niemand gefragt werden: stdin ist kein Terminal, oder --no-input wurde angegeben.',
  'error.prompt-impossible.hint': 'Geben Sie die Antwort im Voraus: {option}',
  'error.stdin-empty': 'stdin war zu Ende, bevor etwas für {option} kam.',
  'error.stdin-empty.hint':
    'Jedes Geheimnis steht auf einer eigenen Zeile: Zugangscode, Aktivierungscode, Passwort, neues Passwort, Einmalcode, in dieser Reihenfolge.',
  'error.portal-insecure': '{portal} ist nicht verschlüsselt. Zugangsdaten werden nur über https gesendet.',
  'error.portal-insecure.hint': 'Schreiben Sie https:// an den Anfang der Adresse.',
  'error.portal-malformed': '«{portal}» ist nicht die Adresse des Portals einer Kasse.',
  'error.portal-malformed.hint':
    'Richtig wäre zum Beispiel https://www.akisnet.ch/ak095, mit der Nummer der Ausgleichskasse.',
  'error.passwords-differ': 'Die beiden Passwörter stimmen nicht überein.',
  'error.passwords-differ.hint': 'Es wurde nichts geändert. Versuchen Sie es nochmals.',
  'error.passphrase-empty': 'Eine leere Passphrase schützt nichts.',
  'error.passphrase-empty.hint': 'Es wurde nichts geändert. Wählen Sie eine Passphrase aus mehreren Wörtern.',
  'error.access-code-malformed':
    'Das kann kein Zugangscode sein: Er besteht aus 12 Grossbuchstaben und Ziffern (angegebene Zeichen: {count}). Es wurde nichts gesendet.',
  'error.access-code-malformed.hint':
    'Übertragen Sie ihn nochmals aus dem Brief; Kleinbuchstaben, Leerzeichen und Striche stören nicht. Neuer Brief: connect codes request --no-login',
  'error.registration-unfinished':
    'Eine Registrierung von {user} ({email}) wurde am {at} begonnen und ist nicht abgeschlossen. Die jetzigen Angaben gehören zu jemand anderem.',
  'error.registration-unfinished.hint': 'connect register {portal} setzt sie fort; mit --restart beginnt eine neue.',
  'error.client-missing': 'Das Login hat {count} Kunden, und es ist nicht klar, welcher gemeint ist: {known}',
  'error.client-missing.hint': 'Nennen Sie den Kunden mit --client; bei Listen sind mit --all-clients alle gemeint.',
  'error.client-implicit':
    'Das Login hat {count} Kunden. Eine Änderung verlässt sich nicht auf den vorausgewählten Kunden ({client}), denn er wurde früher einmal gewählt.',
  'error.client-implicit.hint':
    'Nennen Sie den Kunden: --client NUMMER, CONNECT_CLIENT oder eine Datei .connect.toml im Verzeichnis.',
  'error.client-ambiguous': '«{client}» passt auf mehrere Kunden: {known}',
  'error.client-ambiguous.hint': 'Geben Sie die Nummer oder den vollständigen Namen an.',
  'error.client-auto-unsupported':
    '--client auto wählt den Kunden nach der Lohnmeldedatei, die übermittelt wird. Dieser Befehl hat keine solche Datei.',
  'error.client-auto-unsupported.hint':
    'Nennen Sie den Kunden: --client NUMMER. Mit der Nummer ist auch ein Kunde erreichbar, der «auto» heisst.',
  'error.client-of-file-ambiguous': '{file} nennt mehrere Kunden dieses Logins: {known}',
  'error.client-of-file-ambiguous.hint': 'Wählen Sie einen mit --client NUMMER.',
  'error.one-client-only': 'Das geht nur für einen einzelnen Kunden; genannt wurden {count}.',
  'error.one-client-only.hint': 'Führen Sie den Befehl für jeden Kunden einzeln aus.',
  'error.field-unknown': 'Das Feld «{field}» gibt es nicht. Bekannt: {known}',
  'error.field-unknown.hint': '',
  'error.query-invalid': 'Der Ausdruck «{query}» ist kein JMESPath: {reason}',
  'error.query-invalid.hint': 'Setzen Sie ihn in einfache Anführungszeichen, damit die Shell ihn nicht verändert.',
  'error.config-malformed': 'Die Konfiguration {file} kann nicht gelesen werden: {where}',
  'error.config-malformed.hint': 'Berichtigen Sie die Datei oder verschieben Sie sie.',
  'error.config-key-unknown': 'Die Konfiguration {file} enthält eine unbekannte Einstellung: {key}',
  'error.config-key-unknown.hint': 'connect config list zeigt die Einstellungen.',
  'error.config-value-invalid': '«{value}» passt nicht zu {from}. Erwartet: {expected}',
  'error.config-value-invalid.hint': '',
  'error.setting-unknown': 'Die Einstellung «{key}» gibt es nicht. Bekannt: {known}',
  'error.setting-unknown.hint': '',
  'error.directory-config-forbidden':
    '{file} setzt «{key}». Eine Datei in einem Verzeichnis darf nur client, lang und output setzen: Wer sie schreiben kann, darf nicht bestimmen können, wohin Zugangsdaten gesendet werden.',
  'error.directory-config-forbidden.hint': 'Entfernen Sie die Zeile oder verwenden Sie connect config set.',
  'error.secret-file-unreadable': 'Aus {file} kann keine geheime Angabe gelesen werden: {reason}',
  'error.secret-file-unreadable.hint': 'Die geheime Angabe muss in der ersten Zeile der Datei stehen.',
  'error.schema-unusable': 'Die Schemas in {folder} sind nicht brauchbar: {reason}',
  'error.schema-unusable.hint': 'Legen Sie dort die XSD-Dateien der ELM-Version ab, alle, so wie Swissdec sie abgibt.',
  'error.ca-file-unreadable': 'Die Zertifikate in {file} können nicht gelesen werden ({from}): {reason}',
  'error.ca-file-unreadable.hint': 'Berichtigen Sie {from} oder lassen Sie es weg.',
  'error.ca-file-malformed': '{file} enthält kein Zertifikat im PEM-Format oder ein beschädigtes ({from}).',
  'error.ca-file-malformed.hint':
    'PEM beginnt mit -----BEGIN CERTIFICATE-----. Eine binäre Datei wandelt dieser Befehl um: openssl x509 -inform der -in DATEI -out DATEI.pem',
  'error.proxy-malformed':
    'Der Wert von {from} ist keine Proxy-Adresse. Er wird nicht angezeigt, weil er ein Passwort enthalten kann.',
  'error.proxy-malformed.hint':
    'Richtig wäre zum Beispiel http://proxy.example:3128 oder http://benutzer:passwort@proxy.example:3128. In Benutzer und Passwort schreiben Sie @ als %40, : als %3A, / als %2F, # als %23, ? als %3F, % als %25.',
  'error.totp-secret-malformed':
    'Der geheime Schlüssel der Authenticator-App ist weder Base32 (Grossbuchstaben und die Ziffern 2 bis 7, mindestens 16 Zeichen) noch die otpauth:-Adresse einer zeitbasierten App.',
  'error.totp-secret-malformed.hint': 'Prüfen Sie CONNECT_TOTP_SECRET[_FILE].',
  'error.terminal-narrow':
    'Das Fenster hat {columns} Spalten, und der QR-Code braucht {needed}. Es wurde nichts geändert.',
  'error.terminal-narrow.hint': 'Verbreitern Sie das Fenster oder verwenden Sie --qr-file.',
  'error.certificate-file-unreadable': '{file} kann nicht gelesen werden: {reason}',
  'error.certificate-file-unreadable.hint':
    '--certificate nennt das Client-Zertifikat und --key den privaten Schlüssel dazu; CONNECT_CLIENT_CERT und CONNECT_CLIENT_KEY tun dasselbe.',
  'error.certificate-key-missing': 'In {file} ist kein privater Schlüssel.',
  'error.certificate-key-missing.hint':
    'Liegt er in einer eigenen Datei, nennen Sie diese mit --key oder CONNECT_CLIENT_KEY. Sonst exportieren Sie das Zertifikat nochmals, zusammen mit dem privaten Schlüssel.',
  'error.user-name-ambiguous': '«{user}» passt auf mehrere Benutzer: {similar}',
  'error.user-name-ambiguous.hint': 'Geben Sie die ID an, die connect users list --fields id,userName zeigt.',
  'error.store-keeps-nothing':
    'CONNECT_CREDENTIAL_STORE=memory bewahrt nichts auf: Jeder Befehl meldet sich selbst an und am Ende wieder ab.',
  'error.store-keeps-nothing.hint':
    'Lassen Sie connect login und logout weg. Soll eine Sitzung mehreren Befehlen dienen, entfernen Sie die Variable oder setzen Sie sie auf keychain oder file.',

  'error.not-found': 'Das Portal kennt das Gesuchte nicht oder nicht für diesen Kunden.',
  'error.not-found.hint': 'Der Befehl list zeigt, was es gibt.',
  'error.no-clients': 'Dieses Login darf für keinen Kunden handeln.',
  'error.no-clients.hint':
    'Eine Person mit Administratorenrechten des Arbeitgebers kann das ändern. Vielleicht ist ein anderes Login gemeint (-p).',
  'error.client-unknown': 'Für dieses Login gibt es keinen Kunden «{client}». Bekannt: {known}',
  'error.client-unknown.hint':
    'Eine Änderung braucht die Nummer oder den vollständigen Namen. connect clients list zeigt beide; vielleicht ist ein anderes Login gemeint (-p).',
  'error.client-of-file-unknown':
    '{file} ist für {inFile} (Kasse und Mitgliednummer), und dieses Login hat keinen dieser Kunden. Es hat: {known}',
  'error.client-of-file-unknown.hint':
    'Vielleicht ist ein anderes Login gemeint (-p), oder das Lohnprogramm hat eine andere Firma exportiert.',
  'error.profile-unknown': 'Unter «{profile}» ist kein Login gespeichert. Gespeichert: {known}',
  'error.profile-unknown.hint': 'connect login -p NAME erstellt eines.',
  'error.user-unknown': 'Bei {client} gibt es keinen Benutzer «{user}». Ähnlich: {similar}',
  'error.user-unknown.hint': 'connect users list zeigt die Benutzer.',
  'error.file-not-found': 'Die Datei {file} gibt es nicht.',
  'error.file-not-found.hint': '',
  'error.otp-not-enrolled': '{username} hat keine Authenticator-App.',
  'error.otp-not-enrolled.hint':
    'connect otp enrol richtet eine ein. Ein geheimer Schlüssel, den dieser Computer noch aufbewahrt: connect otp forget',
  'error.seed-missing': 'Dieser Computer bewahrt für {username} keinen geheimen Schlüssel einer Authenticator-App auf.',
  'error.seed-missing.hint':
    'connect otp enrol --store-seed bewahrt ihn auf; oder CONNECT_TOTP_SECRET_FILE nennt eine Datei, in der er steht.',
  'error.sandbox-not-running': 'In {directory} läuft kein Übungsportal.',
  'error.sandbox-not-running.hint': 'connect sandbox start',

  'error.not-signed-in': 'Es ist niemand angemeldet.',
  'error.not-signed-in.hint': 'connect login',
  'error.login-incomplete':
    'Mit CONNECT_CREDENTIAL_STORE=memory meldet sich jeder Befehl selbst an, und dazu fehlt etwas: {missing}',
  'error.login-incomplete.hint':
    'Setzen Sie die Variablen, oder nennen Sie mit denen auf _FILE die Dateien mit den geheimen Angaben. In CI gehören sie in die Secrets des Jobs.',
  'error.code-request-signed-out': 'Es ist niemand angemeldet.',
  'error.code-request-signed-out.hint':
    'connect login. Kann sich niemand mehr anmelden: connect codes request --no-login bestellt ohne Login einen Brief an das Mitglied.',
  'error.credentials-invalid': 'Der Benutzername oder das Passwort ist falsch.',
  'error.credentials-invalid.hint': 'Nach fünf falschen Angaben wird der Benutzer für eine Weile gesperrt.',
  'error.code-invalid': 'Der Code ist falsch.',
  'error.code-invalid.hint':
    'Versuchen Sie es mit einem neuen Code. Sind die Codes der App immer falsch, geht die Uhr des Telefons oder dieses Computers falsch. Nach fünf falschen Angaben wird der Benutzer für eine Weile gesperrt.',
  'error.code-used': 'Dieser Code wurde schon verwendet. Jeder Code gilt für ein einziges Login.',
  'error.code-used.hint': 'Warten Sie bis zu 30 Sekunden auf den nächsten Code und melden Sie sich dann nochmals an.',
  'error.clock-ahead':
    'Der Code ist falsch, wahrscheinlich deshalb: Die Uhr dieses Computers, der ihn berechnet hat, geht gegenüber jener des Portals {seconds} Sekunden vor.',
  'error.clock-ahead.hint':
    'Stellen Sie die Uhr und melden Sie sich dann nochmals an. Nach fünf falschen Angaben wird der Benutzer für eine Weile gesperrt.',
  'error.clock-behind':
    'Der Code ist falsch, wahrscheinlich deshalb: Die Uhr dieses Computers, der ihn berechnet hat, geht gegenüber jener des Portals {seconds} Sekunden nach.',
  'error.clock-behind.hint':
    'Stellen Sie die Uhr und melden Sie sich dann nochmals an. Nach fünf falschen Angaben wird der Benutzer für eine Weile gesperrt.',
  'error.seed-refused':
    'Das Portal lehnt den Code ab, der aus dem geheimen Schlüssel auf diesem Computer berechnet wurde. Wahrscheinlich wurde die App seither ersetzt oder entfernt.',
  'error.seed-refused.hint':
    'Melden Sie sich mit dem Code der jetzigen App an: --otp-stdin, oder zuerst connect otp forget. Danach bewahrt connect otp enrol --store-seed einen neuen Schlüssel auf.',
  'error.challenge-expired': 'Das Login hat zu lange gedauert.',
  'error.challenge-expired.hint': 'Beginnen Sie von vorn: connect login',
  'error.method-unavailable': 'Dieser Benutzer kann sich nicht mit «{method}» anmelden. Möglich: {offered}',
  'error.method-unavailable.hint': 'connect login --method …',
  'error.session-expired': 'Die Sitzung ist abgelaufen.',
  'error.session-expired.hint': 'connect login',
  'error.session-revoked':
    'Das Portal hat die Sitzung beendet: wegen einer Abmeldung, eines neuen Passworts oder weil der Benutzer deaktiviert wurde.',
  'error.session-revoked.hint': 'connect login',
  'error.token-reused':
    'Das Portal hat die Sitzung beendet, weil einer ihrer Schlüssel (Token) zweimal verwendet wurde. Vielleicht hat ihn jemand kopiert.',
  'error.token-reused.hint':
    'connect login. Falls Sie nichts Ungewöhnliches getan haben, ändern Sie das Passwort und informieren Sie eine Person mit Administratorenrechten.',
  'error.user-locked': 'Der Benutzer ist nach zu vielen falschen Angaben gesperrt bis {lockedUntil}.',
  'error.user-locked.hint':
    'Warten Sie bis dann. Mit Administratorenrechten ist die Sperre in connect users list sichtbar.',
  'error.user-deactivated': 'Der Benutzer ist deaktiviert.',
  'error.user-deactivated.hint':
    'Beim Arbeitgeber kann eine Person mit Administratorenrechten den Benutzer wieder aktivieren.',
  'error.user-not-activated': 'Der Benutzer wurde eingeladen, ist aber noch nicht aktiviert.',
  'error.user-not-activated.hint': 'connect login --activate, mit dem Code aus dem E-Mail.',
  'error.activation-code-invalid': 'Der Aktivierungscode ist falsch.',
  'error.activation-code-invalid.hint': 'Er steht im E-Mail des Portals und sieht aus wie 7F3K-9QXM.',
  'error.activation-code-expired': 'Der Aktivierungscode ist abgelaufen.',
  'error.activation-code-expired.hint':
    'Bitten Sie eine Person mit Administratorenrechten, Sie zu reaktivieren: Dann kommt ein neuer Code.',
  'error.registration-code-invalid': 'Der Code des zweiten Faktors ist falsch.',
  'error.registration-code-invalid.hint':
    'Der Code aus einem SMS gilt fünf Minuten, der einer App 30 Sekunden. Führen Sie den Befehl nochmals aus, um einen anderen Code anzugeben oder den zweiten Faktor neu einzurichten. Fünf falsche Codes beenden die Registrierung.',
  'error.certificate-required':
    'Diese Anmeldeart braucht ein Client-Zertifikat, und beim Portal ist keines angekommen.',
  'error.certificate-required.hint':
    'Es geht nur über https, und nicht durch einen Proxy, der die Verschlüsselung öffnet. Sonst melden Sie sich mit Passwort und Code an.',
  'error.certificate-unknown':
    'Das Zertifikat in {file} ist in Ordnung, aber beim Portal ist es für niemanden registriert.',
  'error.certificate-unknown.hint':
    'Lassen Sie es bei dieser Kasse registrieren (SHA-256 {fingerprint}), oder melden Sie sich mit Passwort und Code an.',
  'error.certificate-malformed': '{file} ist kein Client-Zertifikat: weder PEM noch PKCS#12.',
  'error.certificate-malformed.hint':
    'Eine PEM-Datei enthält eine Zeile -----BEGIN CERTIFICATE-----; PKCS#12-Dateien heissen meist .p12 oder .pfx.',
  'error.certificate-unsupported':
    '{file} ist auf eine alte Art verschlüsselt, die nicht mehr sicher ist und nicht mehr unterstützt wird.',
  'error.certificate-unsupported.hint':
    'Verschlüsseln Sie sie nochmals mit AES-256: openssl pkey -provider legacy -provider default -in ALT.key -aes256 -out NEU.key',
  'error.certificate-key-malformed': 'Der private Schlüssel in {file} kann nicht gelesen werden.',
  'error.certificate-key-malformed.hint':
    'Ein privater Schlüssel ist PEM, mit einer Zeile wie -----BEGIN PRIVATE KEY-----.',
  'error.certificate-key-mismatch': 'Der private Schlüssel in {key} gehört nicht zum Zertifikat in {file}.',
  'error.certificate-key-mismatch.hint':
    'Es wurde nichts gesendet. Vielleicht wurden zwei Zertifikate verwechselt, oder eines wurde erneuert und sein Schlüssel nicht.',
  'error.certificate-passphrase-wrong': 'Die Passphrase von {file} ist falsch.',
  'error.certificate-passphrase-wrong.hint':
    'Die Datei ist unversehrt, und es wurde nichts gesendet. Versuchen Sie es nochmals, oder prüfen Sie CONNECT_CLIENT_KEY_PASSPHRASE[_FILE].',
  'error.certificate-expired': 'Das Client-Zertifikat in {file} ist abgelaufen: Es galt bis {until}.',
  'error.certificate-expired.hint':
    'Lassen Sie sich von der ausstellenden Stelle ein neues geben und registrieren Sie es. Bis dahin melden Sie sich mit Passwort und Code an.',
  'error.certificate-not-yet-valid': 'Das Client-Zertifikat in {file} gilt noch nicht: Es beginnt am {from}.',
  'error.certificate-not-yet-valid.hint':
    'Liegt das in der Vergangenheit, geht die Uhr dieses Computers oder des Portals falsch. Bis dahin melden Sie sich mit Passwort und Code an.',
  'error.certificate-unsuitable':
    'Das Zertifikat in {file} ist nicht zum Anmelden gemacht: Seiner erweiterten Schlüsselverwendung fehlt die TLS-Client-Authentifizierung (clientAuth).',
  'error.certificate-unsuitable.hint':
    'Vielleicht ist es das Zertifikat eines Servers. Wählen Sie ein anderes, oder lassen Sie eines für Clients ausstellen.',
  'error.certificate-untrusted':
    'Das Portal akzeptiert die Stelle nicht, die das Zertifikat in {file} ausgestellt hat: {issuer}',
  'error.certificate-untrusted.hint':
    'Wählen Sie ein Zertifikat einer Stelle, die die Kasse akzeptiert. Gehören Zwischenzertifikate dazu, müssen sie in derselben Datei sein.',
  'error.certificate-refused': 'Der Server des Portals hat das Zertifikat in {file} abgelehnt: {alert}',
  'error.certificate-refused.hint':
    'Fragen Sie die Kasse, ob es widerrufen wurde und welche Zertifikate sie akzeptiert. Bis dahin melden Sie sich mit Passwort und Code an.',
  'error.certificate-of-another-user':
    'Das Zertifikat in {file} gehört {owner}, nicht {username}. Es wurde niemand angemeldet.',
  'error.certificate-of-another-user.hint': 'Ist {owner} gemeint: connect login --username {owner}',
  'error.store-absent': 'Der Schlüsselbund des Betriebssystems ist nicht erreichbar: {reason}',
  'error.store-absent.hint':
    'Es wurde nichts gespeichert: Geheime Angaben werden nie unverschlüsselt aufbewahrt. Wählen Sie auf einem Computer ohne Schlüsselbund die verschlüsselte Datei: connect config set store file, und setzen Sie CONNECT_STORE_PASSPHRASE_FILE.',
  'error.store-no-bus':
    'Der Schlüsselbund des Betriebssystems ist nicht erreichbar: Hier gibt es keine D-Bus-Sitzung ({reason}).',
  'error.store-no-bus.hint':
    'Es wurde nichts gespeichert: Geheime Angaben werden nie unverschlüsselt aufbewahrt. Über ssh, in Cron-Jobs und in Containern gibt es in der Regel keinen Schlüsselbund. Wählen Sie die verschlüsselte Datei: connect config set store file, und setzen Sie CONNECT_STORE_PASSPHRASE_FILE; in CI-Jobs CONNECT_CREDENTIAL_STORE=memory.',
  'error.store-no-service':
    'Hier läuft kein Schlüsselbund: Es gibt eine D-Bus-Sitzung, aber kein Programm darin bietet den Secret Service an.',
  'error.store-no-service.hint':
    'Es wurde nichts gespeichert: Geheime Angaben werden nie unverschlüsselt aufbewahrt. Starten Sie einen Schlüsselbund, zum Beispiel gnome-keyring-daemon oder KeePassXC, oder wählen Sie die verschlüsselte Datei: connect config set store file, und setzen Sie CONNECT_STORE_PASSPHRASE_FILE.',
  'error.store-empty': 'Der Schlüsselbund enthält keinen Bund, der etwas aufnehmen könnte.',
  'error.store-empty.hint':
    'Es wurde nichts gespeichert. Der Bund entsteht beim ersten Anmelden am Desktop oder mit einem Programm wie Seahorse. Wählen Sie ohne Desktop die verschlüsselte Datei: connect config set store file, und setzen Sie CONNECT_STORE_PASSPHRASE_FILE.',
  'error.store-lost': 'Der Schlüsselbund hat mitten in einem Aufruf abgebrochen: {reason}',
  'error.store-lost.hint':
    'Er wurde beendet oder neu gestartet. Versuchen Sie es nochmals; connect status zeigt, wer angemeldet ist.',
  'error.store-locked': 'Der Schlüsselbund ist gesperrt.',
  'error.store-locked.hint': 'Entsperren Sie ihn und versuchen Sie es nochmals. Es wurde nichts gespeichert.',
  'error.store-denied': 'Der Zugriff auf die Zugangsdaten wurde verweigert: {reason}',
  'error.store-denied.hint':
    'Erlauben Sie connect, den Eintrag im Schlüsselbund zu verwenden, oder prüfen Sie die Zugriffsrechte der Datei.',
  'error.store-silent': 'Der Schlüsselbund hat innert {seconds} Sekunden nicht geantwortet.',
  'error.store-silent.hint':
    'Vielleicht wartet er auf eine Eingabe in einem Fenster, das niemand sieht. Entsperren Sie ihn oder wählen Sie die verschlüsselte Datei: connect config set store file',
  'error.store-passphrase-wrong': 'Die Passphrase der verschlüsselten Datei mit den Zugangsdaten ist falsch.',
  'error.store-passphrase-wrong.hint': 'Die Datei ist unversehrt. Prüfen Sie CONNECT_STORE_PASSPHRASE[_FILE].',
  'error.store-damaged': 'Die verschlüsselte Datei mit den Zugangsdaten ist beschädigt.',
  'error.store-damaged.hint':
    'Stellen Sie sie aus einer Sicherung wieder her, oder löschen Sie sie und melden Sie sich neu an. connect config path zeigt, wo sie liegt.',
  'error.store-not-moved':
    'Es wurde nichts geändert: Die Zugangsdaten lassen sich nicht aus der alten Ablage ({from}) holen. {reason}',
  'error.store-not-moved.hint':
    'Beheben Sie das, oder wechseln Sie ohne sie und melden Sie sich neu an: connect config set store {kind} --leave',
  'error.store-busy': 'Andere Prozesse halten diese Sperre schon zu lange: {lock}',
  'error.store-busy.hint': 'Versuchen Sie es nochmals. Läuft kein anderes connect, löschen Sie die Sperre.',
};
