import type { TranslationOf } from '../catalog.js';
import type { errors as english } from '../en/errors.js';

export const errors: TranslationOf<typeof english> = {
  'error.unknown-command': 'Il comando «{word}» non esiste.',
  'error.unknown-command.hint': '{help} elenca i comandi.',
  'error.unknown-option': 'Qui non esiste alcuna opzione «{word}».',
  'error.unknown-option.hint': 'Aggiunga --help al comando per vederne le opzioni.',
  'error.missing-verb': 'Dopo «{word}» manca qualcosa: che cosa fare.',
  'error.missing-verb.hint': 'connect {word} --help elenca ciò che si può fare.',
  'error.missing-argument': 'Manca l’argomento «{word}».',
  'error.missing-argument.hint': 'Aggiunga --help al comando per vederne gli argomenti.',
  'error.excess-arguments': 'Ci sono più argomenti di quanti ne accetti «{word}».',
  'error.excess-arguments.hint': 'Metta tra virgolette le parole che vanno insieme.',
  'error.option-without-value': 'L’opzione {word} richiede un valore.',
  'error.option-without-value.hint': '',
  'error.option-invalid': '«{value}» non è un valore valido per l’opzione {option}. Atteso: {expected}',
  'error.option-invalid.hint': '',
  'error.option-missing': 'Manca un’indicazione necessaria: {option}',
  'error.option-missing.hint': 'Aggiunga --help al comando per vedere che cosa richiede.',
  'error.options-conflict': 'Queste indicazioni non si possono combinare: {options}',
  'error.options-conflict.hint': 'Ne tralasci una.',
  'error.stdin-twice': 'stdin (-) può essere letto una volta sola.',
  'error.stdin-twice.hint': 'Indichi - una volta e gli altri file con il loro nome.',
  'error.dry-run-unsupported': '«{verb}» non modifica nulla sul portale, perciò non esiste una prova a vuoto.',
  'error.dry-run-unsupported.hint': 'Ometta --dry-run.',
  'error.prompt-impossible':
    'Non è possibile porre domande: stdin non è un terminale oppure è stato indicato --no-input.',
  'error.prompt-impossible.hint': 'Fornisca la risposta in anticipo: {option}',
  'error.stdin-empty': 'stdin è terminato prima che ci fosse qualcosa per {option}.',
  'error.stdin-empty.hint':
    'Ogni segreto occupa una riga propria: codice di accesso, codice di attivazione, password, nuova password, codice monouso, in questo ordine.',
  'error.portal-insecure': '{portal} non è cifrato. Le credenziali viaggiano solo tramite https.',
  'error.portal-insecure.hint': 'L’indirizzo deve iniziare con https://',
  'error.portal-malformed': '«{portal}» non è l’indirizzo del portale di una cassa.',
  'error.portal-malformed.hint': 'Ha la forma https://www.akisnet.ch/ak095, con il numero della cassa.',
  'error.passwords-differ': 'Le due password non sono uguali.',
  'error.passwords-differ.hint': 'Non è stato modificato nulla. Riprovi.',
  'error.passphrase-empty': 'Una passphrase vuota non protegge nulla.',
  'error.passphrase-empty.hint': 'Non è stato modificato nulla. Scelga una passphrase di più parole.',
  'error.access-code-malformed':
    'Non può essere un codice di accesso: è composto da 12 maiuscole e cifre (caratteri indicati: {count}). Non è stato inviato nulla.',
  'error.access-code-malformed.hint':
    'Lo ricopi dalla lettera; minuscole, spazi e trattini non disturbano. Nuova lettera: connect codes request --no-login',
  'error.registration-unfinished':
    'Una registrazione di {user} ({email}) è stata iniziata il {at} e non è conclusa. Le indicazioni date ora riguardano un’altra persona.',
  'error.registration-unfinished.hint': 'connect register {portal} la prosegue; con --restart ne inizia una nuova.',
  'error.client-missing': 'Il login ha {count} clienti e non è chiaro quale si intenda: {known}',
  'error.client-missing.hint': 'Indichi quale con --client; per gli elenchi, --all-clients li comprende tutti.',
  'error.client-implicit':
    'Il login ha {count} clienti. Una modifica non si basa sul cliente predefinito ({client}), scelto in un altro momento.',
  'error.client-implicit.hint':
    'Indichi il cliente: --client NUMERO, CONNECT_CLIENT oppure un file .connect.toml nella cartella.',
  'error.client-ambiguous': '«{client}» corrisponde a più clienti: {known}',
  'error.client-ambiguous.hint': 'Indichi il numero o il nome completo.',
  'error.client-auto-unsupported':
    '--client auto sceglie il cliente in base al file dei salari che si inoltra. Questo comando non ha un file simile.',
  'error.client-auto-unsupported.hint':
    'Indichi il cliente: --client NUMERO. Con il numero si raggiunge anche un cliente che si chiama «auto».',
  'error.client-of-file-ambiguous': '{file} indica più clienti di questo login: {known}',
  'error.client-of-file-ambiguous.hint': 'Ne scelga uno con --client NUMERO.',
  'error.one-client-only': 'È possibile solo per un cliente alla volta; ne sono stati indicati {count}.',
  'error.one-client-only.hint': 'Esegua il comando una volta per ogni cliente.',
  'error.field-unknown': 'Il campo «{field}» non esiste. Campi noti: {known}',
  'error.field-unknown.hint': '',
  'error.query-invalid': 'L’espressione «{query}» non è JMESPath: {reason}',
  'error.query-invalid.hint': 'La metta tra apici singoli, affinché la shell non la modifichi.',
  'error.config-malformed': 'La configurazione {file} non può essere letta: {where}',
  'error.config-malformed.hint': 'Corregga il file oppure lo sposti altrove.',
  'error.config-key-unknown': 'La configurazione {file} contiene un’impostazione sconosciuta: {key}',
  'error.config-key-unknown.hint': 'connect config list mostra le impostazioni.',
  'error.config-value-invalid': '«{value}» non è un valore valido per {from}. Atteso: {expected}',
  'error.config-value-invalid.hint': '',
  'error.setting-unknown': 'L’impostazione «{key}» non esiste. Impostazioni note: {known}',
  'error.setting-unknown.hint': '',
  'error.directory-config-forbidden':
    '{file} imposta «{key}». Un file in una cartella può impostare solo client, lang e output: chi può scriverlo non deve poter decidere dove vanno le credenziali.',
  'error.directory-config-forbidden.hint': 'Tolga la riga oppure usi connect config set.',
  'error.secret-file-unreadable': 'Da {file} non è possibile leggere alcun dato segreto: {reason}',
  'error.secret-file-unreadable.hint': 'Il dato segreto deve trovarsi nella prima riga del file.',
  'error.schema-unusable': 'Gli schemi in {folder} non sono utilizzabili: {reason}',
  'error.schema-unusable.hint': 'Vi metta i file XSD della versione ELM, tutti, come li consegna Swissdec.',
  'error.ca-file-unreadable': 'I certificati in {file} non possono essere letti ({from}): {reason}',
  'error.ca-file-unreadable.hint': 'Corregga {from} oppure tolga l’indicazione.',
  'error.ca-file-malformed':
    '{file} non contiene alcun certificato in formato PEM, oppure ne contiene uno danneggiato ({from}).',
  'error.ca-file-malformed.hint':
    'Il formato PEM inizia con -----BEGIN CERTIFICATE-----. Per convertire un file binario: openssl x509 -inform der -in FILE -out FILE.pem',
  'error.proxy-malformed':
    'Il valore di {from} non è l’indirizzo di un proxy. Non viene mostrato, perché può contenere una password.',
  'error.proxy-malformed.hint':
    'Ha la forma http://proxy.example:3128 oppure http://utente:password@proxy.example:3128. In utente e password scriva %40 per @, %3A per :, %2F per /, %23 per #, %3F per ?, %25 per %.',
  'error.totp-secret-malformed':
    'La chiave segreta dell’app di autenticazione non è né base32 (maiuscole e cifre da 2 a 7, almeno 16 caratteri) né l’indirizzo otpauth: di un’app basata sul tempo.',
  'error.totp-secret-malformed.hint': 'Verifichi CONNECT_TOTP_SECRET[_FILE].',
  'error.terminal-narrow':
    'La finestra ha {columns} colonne e il codice QR ne richiede {needed}. Non è stato modificato nulla.',
  'error.terminal-narrow.hint': 'Allarghi la finestra oppure usi --qr-file.',
  'error.certificate-file-unreadable': '{file} non può essere letto: {reason}',
  'error.certificate-file-unreadable.hint':
    '--certificate indica il certificato client e --key la relativa chiave privata; CONNECT_CLIENT_CERT e CONNECT_CLIENT_KEY hanno lo stesso effetto.',
  'error.certificate-key-missing': 'In {file} non c’è alcuna chiave privata.',
  'error.certificate-key-missing.hint':
    'Se si trova in un altro file, lo indichi con --key o CONNECT_CLIENT_KEY. Altrimenti esporti di nuovo il certificato insieme alla chiave privata.',
  'error.user-name-ambiguous': '«{user}» corrisponde a più utenti: {similar}',
  'error.user-name-ambiguous.hint': 'Indichi l’id, come lo mostra connect users list --fields id,userName.',
  'error.store-keeps-nothing':
    'CONNECT_CREDENTIAL_STORE=memory non conserva nulla: ogni comando accede da sé e alla fine si disconnette.',
  'error.store-keeps-nothing.hint':
    'Tralasci connect login e logout. Per conservare una sessione tra un comando e l’altro, elimini la variabile o la imposti su keychain o file.',

  'error.not-found': 'Il portale non conosce questo elemento, o non per questo cliente.',
  'error.not-found.hint': 'Il comando list mostra ciò che esiste.',
  'error.no-clients': 'Questo login non può agire per nessun cliente.',
  'error.no-clients.hint':
    'Un amministratore del datore di lavoro può autorizzarlo. Forse si intende un altro login (-p).',
  'error.client-unknown': 'Per questo login il cliente «{client}» non esiste. Clienti noti: {known}',
  'error.client-unknown.hint':
    'Per una modifica occorre il numero o il nome completo. connect clients list li mostra; forse si intende un altro login (-p).',
  'error.client-of-file-unknown':
    '{file} è per {inFile} (cassa e numero di membro), e questo login non ha nessuno di questi clienti. Ha: {known}',
  'error.client-of-file-unknown.hint':
    'Forse si intende un altro login (-p), oppure il programma salari ha esportato un’altra azienda.',
  'error.profile-unknown': 'Non c’è alcun login salvato come «{profile}». Login salvati: {known}',
  'error.profile-unknown.hint': 'connect login -p NOME ne crea uno.',
  'error.user-unknown': 'Presso {client} non c’è alcun utente «{user}». Simili: {similar}',
  'error.user-unknown.hint': 'connect users list mostra gli utenti.',
  'error.file-not-found': 'Il file {file} non esiste.',
  'error.file-not-found.hint': '',
  'error.otp-not-enrolled': '{username} non ha un’app di autenticazione.',
  'error.otp-not-enrolled.hint':
    'connect otp enrol ne imposta una. Una chiave segreta ancora conservata su questo computer: connect otp forget',
  'error.seed-missing':
    'Questo computer non conserva alcuna chiave segreta di un’app di autenticazione per {username}.',
  'error.seed-missing.hint':
    'connect otp enrol --store-seed la conserva; oppure indichi in CONNECT_TOTP_SECRET_FILE un file che la contiene.',
  'error.sandbox-not-running': 'In {directory} non è in esecuzione alcun portale di esercitazione.',
  'error.sandbox-not-running.hint': 'connect sandbox start',
  'error.receipts-none': 'Su questo computer non ci sono ricevute; non è stato verificato nulla.',
  'error.receipts-none.hint':
    'connect salary upload ne conserva una per ogni trasmissione, connect salary receipt richiede quelle precedenti.',
  'error.receipts-none-of-year':
    'Su questo computer non ci sono tali ricevute per il {year}. Non è stato scritto nulla.',
  'error.receipts-none-of-year.hint': 'connect receipts list mostra quelle presenti. L’anno è quello della notifica.',

  'error.not-signed-in': 'Non è stato effettuato alcun accesso.',
  'error.not-signed-in.hint': 'connect login',
  'error.login-incomplete':
    'Con CONNECT_CREDENTIAL_STORE=memory ogni comando accede da sé, e a questo scopo manca qualcosa: {missing}',
  'error.login-incomplete.hint':
    'Imposti le variabili oppure indichi con quelle in _FILE i file con i dati segreti. In CI il loro posto è tra i segreti del job.',
  'error.code-request-signed-out': 'Non è stato effettuato alcun accesso.',
  'error.code-request-signed-out.hint':
    'connect login. Se nessuno può più accedere: connect codes request --no-login richiede una lettera al membro, senza login.',
  'error.credentials-invalid': 'Il nome utente o la password sono errati.',
  'error.credentials-invalid.hint': 'Dopo cinque risposte errate l’utente è bloccato per un certo tempo.',
  'error.code-invalid': 'Il codice è errato.',
  'error.code-invalid.hint':
    'Riprovi con un nuovo codice. Se i codici dell’app sono sempre errati, è sbagliata l’ora del telefono o di questo computer. Dopo cinque risposte errate l’utente è bloccato per un certo tempo.',
  'error.code-used': 'Questo codice è già stato usato. Ogni codice vale per un solo accesso.',
  'error.code-used.hint': 'Attenda il codice successivo, al massimo 30 secondi, poi acceda di nuovo.',
  'error.clock-ahead':
    'Il codice è errato, e la causa probabile è questa: l’orologio di questo computer, che l’ha calcolato, è avanti di {seconds} secondi rispetto a quello del portale.',
  'error.clock-ahead.hint':
    'Regoli l’orologio, poi acceda di nuovo. Dopo cinque risposte errate l’utente è bloccato per un certo tempo.',
  'error.clock-behind':
    'Il codice è errato, e la causa probabile è questa: l’orologio di questo computer, che l’ha calcolato, è indietro di {seconds} secondi rispetto a quello del portale.',
  'error.clock-behind.hint':
    'Regoli l’orologio, poi acceda di nuovo. Dopo cinque risposte errate l’utente è bloccato per un certo tempo.',
  'error.seed-refused':
    'Il portale rifiuta il codice, calcolato dalla chiave segreta che questo computer conserva. Probabilmente nel frattempo l’app è stata sostituita o rimossa.',
  'error.seed-refused.hint':
    'Acceda con il codice dell’app attuale: --otp-stdin, oppure prima connect otp forget. Poi connect otp enrol --store-seed conserva una nuova chiave.',
  'error.challenge-expired': 'L’accesso ha richiesto troppo tempo.',
  'error.challenge-expired.hint': 'Ricominci: connect login',
  'error.method-unavailable': 'Questo utente non può accedere con «{method}». Possibilità: {offered}',
  'error.method-unavailable.hint': 'connect login --method …',
  'error.session-expired': 'La sessione è terminata.',
  'error.session-expired.hint': 'connect login',
  'error.session-revoked':
    'Il portale ha terminato la sessione: per una disconnessione, per una nuova password o perché l’utente è stato disattivato.',
  'error.session-revoked.hint': 'connect login',
  'error.token-reused':
    'Il portale ha terminato la sessione perché uno dei suoi token è stato usato due volte. Qualcuno potrebbe averlo copiato.',
  'error.token-reused.hint':
    'connect login. Se non ha fatto nulla di insolito, cambi la password e avvisi l’amministratore.',
  'error.user-locked': 'L’utente è bloccato fino al {lockedUntil}, dopo troppe risposte errate.',
  'error.user-locked.hint': 'Attenda fino ad allora. Un amministratore lo vede in connect users list.',
  'error.user-deactivated': 'L’utente è disattivato.',
  'error.user-deactivated.hint': 'Un amministratore del datore di lavoro può riattivare l’utente.',
  'error.user-not-activated': 'L’utente è stato invitato, ma non è ancora attivato.',
  'error.user-not-activated.hint': 'connect login --activate, con il codice ricevuto per e-mail.',
  'error.activation-code-invalid': 'Il codice di attivazione è errato.',
  'error.activation-code-invalid.hint': 'Si trova nell’e-mail del portale e ha la forma 7F3K-9QXM.',
  'error.activation-code-expired': 'Il codice di attivazione è scaduto.',
  'error.activation-code-expired.hint': 'Chieda a un amministratore di riattivarla: così arriva un nuovo codice.',
  'error.registration-code-invalid': 'Il codice del secondo fattore è errato.',
  'error.registration-code-invalid.hint':
    'Il codice di un SMS vale cinque minuti, quello di un’app 30 secondi. Esegua di nuovo il comando per provare un altro codice o impostare di nuovo il secondo fattore. Cinque codici errati terminano la registrazione.',
  'error.certificate-malformed': '{file} non è un certificato client: né PEM né PKCS#12.',
  'error.certificate-malformed.hint':
    'Un file PEM contiene una riga -----BEGIN CERTIFICATE-----; i file PKCS#12 terminano per lo più in .p12 o .pfx.',
  'error.certificate-unsupported':
    '{file} è cifrato con un vecchio metodo che non è più sicuro e non è più supportato.',
  'error.certificate-unsupported.hint':
    'Lo cifri di nuovo con AES-256: openssl pkey -provider legacy -provider default -in VECCHIO.key -aes256 -out NUOVO.key',
  'error.certificate-key-malformed': 'La chiave privata in {file} non può essere letta.',
  'error.certificate-key-malformed.hint':
    'Una chiave privata è in formato PEM, con una riga come -----BEGIN PRIVATE KEY-----.',
  'error.certificate-key-mismatch': 'La chiave privata in {key} non appartiene al certificato in {file}.',
  'error.certificate-key-mismatch.hint':
    'Non è stato inviato nulla. Forse sono stati scambiati due certificati, o uno è stato rinnovato senza la sua chiave.',
  'error.certificate-passphrase-wrong': 'La passphrase di {file} è errata.',
  'error.certificate-passphrase-wrong.hint':
    'Il file è intatto e non è stato inviato nulla. Riprovi oppure verifichi CONNECT_CLIENT_KEY_PASSPHRASE[_FILE].',
  'error.certificate-expired': 'Il certificato client in {file} è scaduto: era valido fino al {until}.',
  'error.certificate-expired.hint':
    'Ne richieda uno nuovo a chi lo ha emesso e lo faccia registrare. Fino ad allora acceda con password e codice.',
  'error.certificate-not-yet-valid': 'Il certificato client in {file} non è ancora valido: lo sarà dal {from}.',
  'error.certificate-not-yet-valid.hint':
    'Se la data è già passata, è sbagliata l’ora di questo computer o del portale. Fino ad allora acceda con password e codice.',
  'error.certificate-unsuitable':
    'Il certificato in {file} non è fatto per accedere: nell’utilizzo esteso della chiave manca l’autenticazione client TLS (clientAuth).',
  'error.certificate-unsuitable.hint':
    'Forse è il certificato di un server. Ne scelga un altro o ne faccia emettere uno per client.',
  'error.certificate-untrusted': 'Il portale non accetta chi ha emesso il certificato in {file}: {issuer}',
  'error.certificate-untrusted.hint':
    'Scelga un certificato di un’autorità accettata dalla cassa. Se vi sono certificati intermedi, devono trovarsi nello stesso file.',
  'error.certificate-unknown': 'Il certificato in {file} è in ordine, ma nel portale non è registrato per nessuno.',
  'error.certificate-unknown.hint':
    'Lo faccia registrare presso questa cassa (SHA-256 {fingerprint}) oppure acceda con password e codice.',
  'error.signing-key-missing':
    'Il portale si aspetta che questa sessione firmi con la chiave {key}, e tra le credenziali non c’è più.',
  'error.signing-key-missing.hint': 'Non è stato inviato nulla. Un nuovo accesso porta una nuova chiave: connect login',
  'error.signing-certificate-missing':
    'Questa sessione firma con il certificato che l’ha aperta, e CONNECT_CLIENT_CERT non ne indica nessuno o ne indica un altro.',
  'error.signing-certificate-missing.hint':
    'Non è stato inviato nulla. Indichi di nuovo il certificato in CONNECT_CLIENT_CERT oppure acceda di nuovo: connect login',
  'error.signature-missing': 'Il portale esige una firma, e non ne è arrivata nessuna.',
  'error.signature-missing.hint':
    'Acceda di nuovo: connect login. Se non cambia, qualcosa per strada toglie le intestazioni: connect doctor',
  'error.signature-invalid': 'Il portale non accetta la firma di questa richiesta: {detail}',
  'error.signature-invalid.hint':
    'Non è stato eseguito nulla. Controlli l’orologio di questo computer (connect doctor) e acceda di nuovo: connect login',
  'error.certificate-refused': 'Il server del portale ha rifiutato il certificato in {file}: {alert}',
  'error.certificate-refused.hint':
    'Chieda alla cassa se è stato revocato e quali certificati accetta. Fino ad allora acceda con password e codice.',
  'error.certificate-of-another-user':
    'Il certificato in {file} appartiene a {owner} e non a {username}. Nessuno ha effettuato l’accesso.',
  'error.certificate-of-another-user.hint': 'Se si intende {owner}: connect login --username {owner}',
  'error.certificate-required':
    'Questo tipo di accesso richiede un certificato client, e al portale non ne è arrivato nessuno.',
  'error.certificate-required.hint':
    'Viaggia solo su https e non attraverso un proxy che apre la cifratura. Altrimenti acceda con password e codice.',
  'error.store-absent': 'Il portachiavi del sistema operativo non è raggiungibile: {reason}',
  'error.store-absent.hint':
    'Non è stato salvato nulla: i dati segreti non vengono mai conservati in chiaro. Su un computer senza portachiavi scelga il file cifrato: connect config set store file, e imposti CONNECT_STORE_PASSPHRASE_FILE.',
  'error.store-no-bus':
    'Il portachiavi del sistema operativo non è raggiungibile: qui non c’è una sessione D-Bus ({reason}).',
  'error.store-no-bus.hint':
    'Non è stato salvato nulla: i dati segreti non vengono mai conservati in chiaro. Via ssh, nei job cron e nei container di regola non c’è un portachiavi. Scelga il file cifrato: connect config set store file, e imposti CONNECT_STORE_PASSPHRASE_FILE; nei job CI CONNECT_CREDENTIAL_STORE=memory.',
  'error.store-no-service':
    'Qui non è in esecuzione nessun portachiavi: c’è una sessione D-Bus, ma nessun programma vi offre il Secret Service.',
  'error.store-no-service.hint':
    'Non è stato salvato nulla: i dati segreti non vengono mai conservati in chiaro. Avvii un portachiavi, per esempio gnome-keyring-daemon o KeePassXC, oppure scelga il file cifrato: connect config set store file, e imposti CONNECT_STORE_PASSPHRASE_FILE.',
  'error.store-empty': 'Il portachiavi non contiene nessun mazzo di chiavi che possa conservare qualcosa.',
  'error.store-empty.hint':
    'Non è stato salvato nulla. Il mazzo di chiavi viene creato al primo accesso al desktop o con un programma come Seahorse. Senza desktop scelga il file cifrato: connect config set store file, e imposti CONNECT_STORE_PASSPHRASE_FILE.',
  'error.store-lost': 'Il portachiavi si è interrotto nel mezzo di una chiamata: {reason}',
  'error.store-lost.hint': 'È terminato o è stato riavviato. Riprovi; connect status mostra chi è connesso.',
  'error.store-locked': 'Il portachiavi è bloccato.',
  'error.store-locked.hint': 'Lo sblocchi e riprovi. Non è stato salvato nulla.',
  'error.store-denied': 'L’accesso alle credenziali è stato negato: {reason}',
  'error.store-denied.hint':
    'Permetta a connect di usare la voce del portachiavi oppure verifichi i permessi del file.',
  'error.store-silent': 'Il portachiavi non ha risposto entro {seconds} secondi.',
  'error.store-silent.hint':
    'Forse attende una risposta in una finestra di dialogo che nessuno vede. Sblocchi il portachiavi oppure scelga il file cifrato: connect config set store file',
  'error.store-passphrase-wrong': 'La passphrase del file cifrato delle credenziali è errata.',
  'error.store-passphrase-wrong.hint': 'Il file è intatto. Verifichi CONNECT_STORE_PASSPHRASE[_FILE].',
  'error.store-damaged': 'Il file cifrato delle credenziali è danneggiato.',
  'error.store-damaged.hint':
    'Lo ripristini da una copia di sicurezza, oppure lo elimini e acceda di nuovo. connect config path mostra dove si trova.',
  'error.store-not-moved':
    'Non è stato modificato nulla: le credenziali non possono essere tolte dal vecchio archivio ({from}). {reason}',
  'error.store-not-moved.hint':
    'Vi ponga rimedio oppure cambi senza di esse e acceda di nuovo: connect config set store {kind} --leave',
  'error.store-busy': 'Altri processi tengono questo blocco da troppo tempo: {lock}',
  'error.store-busy.hint': 'Riprovi. Se non è in esecuzione nessun altro connect, elimini il blocco.',
};
