import type { TranslationOf } from '../catalog.js';
import type { failures as english } from '../en/failures.js';

export const failures: TranslationOf<typeof english> = {
  'error.not-permitted': 'Questo login non ha l’autorizzazione per farlo.',
  'error.not-permitted.hint': 'Un amministratore del datore di lavoro può concederla.',
  'error.credential-too-weak':
    'Qui serve un accesso più sicuro: «{requiredStrength}»; questa sessione è «{currentStrength}».',
  'error.credential-too-weak.hint':
    'connect login --method {requiredStrength} o un modo più sicuro: sms < otp (app di autenticazione; connect otp enrol la imposta) < certificate (certificato client).',
  'error.confirmation-failed': 'La password inserita per conferma era errata, perciò non è stato modificato nulla.',
  'error.confirmation-failed.hint': 'Riprovi. Dopo cinque risposte errate l’utente è bloccato per un certo tempo.',
  'error.not-confirmed': 'Manca la conferma. Non è stato modificato nulla.',
  'error.not-confirmed.hint': '',
  'error.lockout':
    'Senza {user} ({userName}), {client} non ha alcun amministratore attivo. Nessuno può allora gestire gli utenti o ammetterne di nuovi, e un nuovo codice di accesso arriva solo per posta.',
  'error.lockout.hint':
    'Registri la persona che subentra (connect users new --administrator) e attenda il suo primo accesso. Se il cliente deve davvero restare senza accesso: --accept-lockout "{client}"',
  'error.lockout-name-wrong':
    '--accept-lockout indica «{given}», ma si tratta di «{client}». Non è stato modificato nulla.',
  'error.lockout-name-wrong.hint': 'Scriva il nome completo del cliente.',
  'error.precondition-failed':
    'Qualcun altro ha modificato questi dati nello stesso momento. Questo comando non ha modificato nulla.',
  'error.precondition-failed.hint': 'Esegua di nuovo il comando: terrà conto del nuovo stato.',
  'error.precondition-required': 'Il portale vuole sapere quale versione si intende. Non è stato modificato nulla.',
  'error.precondition-required.hint': 'Esegua di nuovo il comando.',
  'error.user-exists': 'Presso questa cassa esiste già un login con questo indirizzo e-mail.',
  'error.user-exists.hint': 'connect users list --search INDIRIZZO mostra di chi è.',
  'error.user-name-taken': 'Questo nome utente è già in uso.',
  'error.user-name-taken.hint': 'Ne scelga un altro con --user-name.',
  'error.four-eyes':
    'Occorrono due persone: {uploader} ha inoltrato la notifica {id} e {user}, che ha effettuato l’accesso, è la stessa persona ({from}). Non è stato approvato nulla.',
  'error.four-eyes.hint': 'La faccia approvare da un’altra persona autorizzata.',
  'error.attachment-refused': 'Il portale rifiuta l’allegato {file}: {reason}. La notifica non è stata inviata.',
  'error.attachment-refused.hint': '',
  'error.state-conflict': 'Nello stato attuale questo non è possibile: {detail}',
  'error.state-conflict.hint': '',
  'error.request-in-progress': 'La stessa richiesta è ancora in elaborazione.',
  'error.request-in-progress.hint': 'Attenda un momento ed esegua di nuovo il comando.',
  'error.idempotency-key-reused':
    'Il portale conosce la chiave di questa modifica da una richiesta che non era la stessa.',
  'error.idempotency-key-reused.hint':
    'Se questa volta ha digitato male la Sua password, esegua di nuovo il comando. Altrimenti verifichi prima se la modifica è già stata fatta.',
  'error.idempotency-key-voided':
    'Questa trasmissione è stata revocata da connect salary reconcile, perciò il portale la rifiuta. Non è stato inoltrato nulla.',
  'error.idempotency-key-voided.hint': 'Esegua di nuovo il comando: sarà allora una nuova trasmissione.',
  'error.validation-failed': 'Il portale rifiuta i dati indicati: {detail}',
  'error.validation-failed.hint': '',
  'error.password-unfit': 'La nuova password non può essere utilizzata.',
  'error.password-unfit.hint':
    'Deve avere almeno 12 caratteri, non contenere il nome utente e non essere una delle ultime cinque.',
  'error.access-code-invalid': 'Il codice di accesso è errato.',
  'error.access-code-invalid.hint':
    'Si trova nella lettera della cassa: 12 maiuscole e cifre. Se la lettera è persa: connect codes request --no-login',
  'error.access-code-expired': 'Il codice di accesso è scaduto.',
  'error.access-code-expired.hint':
    'Ne chieda uno nuovo alla cassa, che arriva per posta: connect codes request --no-login',
  'error.access-code-used': 'Il codice di accesso è già stato utilizzato.',
  'error.access-code-used.hint':
    'Acceda, oppure ne chieda uno nuovo alla cassa, che arriva per posta: connect codes request --no-login',
  'error.registration-expired': 'La registrazione ha richiesto troppo tempo.',
  'error.registration-expired.hint': 'Ricominci con lo stesso codice di accesso: connect register',
  'error.registration-ended':
    'Cinque codici errati hanno terminato la registrazione. Il codice di accesso vale ancora.',
  'error.registration-ended.hint': 'Ricominci con lo stesso codice di accesso: connect register',
  'error.registration-user-exists': 'Presso questa cassa esiste già un login con questo indirizzo e-mail.',
  'error.registration-user-exists.hint':
    'Acceda con quello: connect login. Per un login proprio la registrazione richiede un altro indirizzo e-mail: --email',
  'error.malformed': 'Il portale non riesce a leggere la richiesta: {detail}',
  'error.malformed.hint': 'Il portale ha forse una versione diversa da questo programma.',
  'error.idempotency-key-required':
    'Il portale richiede una chiave per questa richiesta. Non è stato modificato nulla.',
  'error.idempotency-key-required.hint': 'Il portale ha forse una versione diversa da questo programma.',
  'error.cursor-invalid': 'L’elenco ha richiesto troppo tempo e il portale ha perso il punto.',
  'error.cursor-invalid.hint': 'Esegua di nuovo il comando.',
  'error.method-not-allowed': 'Il portale non sa farlo.',
  'error.method-not-allowed.hint': 'Il portale ha forse una versione diversa da questo programma.',
  'error.range-not-satisfiable': 'Il portale non ha questa parte del documento.',
  'error.range-not-satisfiable.hint': 'Il portale ha forse una versione diversa da questo programma.',
  'error.factor-required': 'L’unico secondo fattore rimasto non può essere rimosso.',
  'error.factor-required.hint':
    'Faccia prima registrare un numero di cellulare per i codici SMS, oppure sostituisca l’app: connect otp enrol',
  'error.enrolment-expired':
    'L’impostazione dell’app ha richiesto troppo tempo ed è stata annullata. Non è stato modificato nulla.',
  'error.enrolment-expired.hint': 'Ricominci: connect otp enrol',
  'error.attachment-required': 'La cassa richiede un documento.',
  'error.attachment-required.hint': '',
  'error.year-mismatch': 'L’anno non è quello della notifica.',
  'error.year-mismatch.hint': '',
  'error.too-large': 'Il portale rifiuta l’invio perché è troppo grande.',
  'error.too-large.hint': '',
  'error.media-type-unsupported': 'Il portale non accetta file di questo tipo.',
  'error.media-type-unsupported.hint': '',
  'error.portal-refused': 'Il portale ha rifiutato: {title} {detail}',
  'error.portal-refused.hint': '',
  'error.profile-exists': 'Esiste già un accesso salvato come «{profile}».',
  'error.profile-exists.hint': 'Scelga un altro nome oppure elimini prima quello: connect profiles remove {profile}',
  'error.target-exists': 'Esiste già un altro file con questo nome: {file}',
  'error.target-exists.hint': 'Nessun file viene mai sostituito. Lo sposti oppure scelga un’altra cartella con --to.',
  'error.file-exists': 'Esiste già un file con questo nome: {file}',
  'error.file-exists.hint': 'Scelga un altro nome oppure lo sostituisca con --overwrite.',
  'error.output-exists': 'Esiste già un file con questo nome: {file}',
  'error.output-exists.hint': 'Nessun file viene mai sostituito. Sposti il file esistente oppure ne indichi un altro.',
  'error.file-unwritable': '{file} non può essere scritto: {reason}',
  'error.file-unwritable.hint': '',
  'error.sandbox-running': 'In {directory} è già in esecuzione un portale di esercitazione: {origin}',
  'error.sandbox-running.hint': 'connect sandbox status lo mostra, connect sandbox stop lo termina.',
  'error.sandbox-failed': 'Il portale di esercitazione non si è avviato: {reason}',
  'error.sandbox-failed.hint': '',

  'error.portal-refuses-connection': 'A {portal} non risponde nessuno: la connessione è stata rifiutata.',
  'error.portal-refuses-connection.hint':
    'L’indirizzo è corretto e il portale è in funzione? Anche un firewall può essere d’ostacolo.',
  'error.portal-name-unknown': 'Il nome contenuto in {portal} è sconosciuto.',
  'error.portal-name-unknown.hint': 'Verifichi l’indirizzo e la rete. Dietro un proxy, imposti HTTPS_PROXY.',
  'error.portal-silent': '{portal} non ha risposto in tempo.',
  'error.portal-silent.hint':
    'Riprovi più tardi o con un --timeout più lungo. In una rete aziendale può mancare HTTPS_PROXY.',
  'error.portal-certificate-untrusted':
    'L’identità di {portal} non può essere verificata: l’emittente del certificato qui non è conosciuto.',
  'error.portal-certificate-untrusted.hint':
    'Se la sua organizzazione ispeziona il traffico o ha una propria autorità di certificazione, ne indichi il certificato radice: --ca-file FILE, in modo permanente con connect config set ca-file FILE. Non è possibile saltare la verifica.',
  'error.portal-certificate-expired':
    'L’identità di {portal} non può essere verificata: il certificato, o quello dell’emittente, è scaduto.',
  'error.portal-certificate-expired.hint':
    'L’orologio di questo computer è esatto? In tal caso informi la cassa. Non è possibile saltare la verifica.',
  'error.portal-certificate-not-yet-valid':
    'L’identità di {portal} non può essere verificata: il certificato, o quello dell’emittente, non è ancora valido.',
  'error.portal-certificate-not-yet-valid.hint':
    'Probabilmente l’orologio di questo computer è in ritardo: lo regoli. Non è possibile saltare la verifica.',
  'error.portal-certificate-of-another':
    'L’identità di {portal} non può essere verificata: il certificato è intestato a un altro nome ({reason}).',
  'error.portal-certificate-of-another.hint':
    'Verifichi l’indirizzo. Se è corretto, forse risponde qualcun altro: informi la cassa. Non è possibile saltare la verifica.',
  'error.portal-certificate-unfit':
    'L’identità di {portal} non può essere verificata: il certificato non è in ordine ({reason}).',
  'error.portal-certificate-unfit.hint':
    'Informi la cassa o il servizio responsabile della sua rete. Non è possibile saltare la verifica.',
  'error.portal-connection-lost': 'La connessione a {portal} si è interrotta.',
  'error.portal-connection-lost.hint': 'Riprovi.',
  'error.proxy-refuses-connection': 'Al proxy {proxy} non risponde nessuno: la connessione è stata rifiutata.',
  'error.proxy-refuses-connection.hint':
    'L’indirizzo proviene da {from}. Lo verifichi oppure escluda il server del portale con NO_PROXY.',
  'error.proxy-name-unknown': 'Il nome del proxy {proxy} è sconosciuto.',
  'error.proxy-name-unknown.hint': 'Proviene da {from}. Fuori dalla rete aziendale, tolga la variabile.',
  'error.proxy-silent': 'Il proxy {proxy} non ha risposto in tempo.',
  'error.proxy-silent.hint': 'Il suo indirizzo proviene da {from}. Riprovi più tardi o con un --timeout più lungo.',
  'error.proxy-certificate-untrusted':
    'L’identità del proxy {proxy} non può essere verificata: il suo certificato non è attendibile ({reason}).',
  'error.proxy-certificate-untrusted.hint':
    'Indichi il certificato radice della sua organizzazione: --ca-file FILE. Non è possibile saltare la verifica.',
  'error.proxy-connection-lost': 'Il proxy {proxy} ha interrotto la connessione o non risponde come un proxy.',
  'error.proxy-connection-lost.hint':
    'Il suo indirizzo proviene da {from}. La maggior parte dei proxy si raggiunge con http://, anche per indirizzi con https://.',
  'error.proxy-login-missing': 'Il proxy {proxy} richiede utente e password.',
  'error.proxy-login-missing.hint': 'Li aggiunga in {from}: http://utente:password@server:porta',
  'error.proxy-login-wrong': 'Il proxy {proxy} non accetta utente e password di {from}.',
  'error.proxy-login-wrong.hint':
    'Li corregga in quel punto. I caratteri speciali si scrivono %40 (per @), %3A (:), %2F (/), %23 (#), %25 (%).',
  'error.proxy-login-unsupported': 'Il proxy {proxy} non accetta password, ma solo: {schemes}',
  'error.proxy-login-unsupported.hint':
    'connect conosce solo Basic. Chieda un’eccezione per il portale, oppure interponga un relay come cntlm o px e lo indichi in {from}.',
  'error.proxy-denies': 'Il proxy {proxy} non lascia passare {portal} (stato {status}).',
  'error.proxy-denies.hint':
    'Chieda al servizio responsabile del proxy di permettere CONNECT verso questo server, oppure lo escluda con NO_PROXY.',
  'error.proxy-unable': 'Il proxy {proxy} non riesce a raggiungere {portal} (stato {status}).',
  'error.proxy-unable.hint':
    'Verifichi l’indirizzo del portale. Se è corretto, riprovi più tardi o informi il servizio responsabile del proxy.',
  'error.portal-redirects':
    '{portal} rinvia a un altro indirizzo: {location}. Le credenziali non vengono trasmesse oltre.',
  'error.portal-redirects.hint':
    'Verifichi l’indirizzo del portale. In una rete per ospiti o d’albergo, acceda prima a quella rete con un browser.',
  'error.portal-answer-malformed': '{portal} ha dato una risposta che non corrisponde al formato previsto.',
  'error.portal-answer-malformed.hint': 'È l’indirizzo di un portale, e non di una pagina di login o di un proxy?',
  'error.digest-mismatch':
    'Ciò che è arrivato non è ciò che è stato inviato: le somme di controllo sono diverse. Non è stato conservato nulla.',
  'error.digest-mismatch.hint': 'Riprovi.',
  'error.internal-error': 'Nel portale si è verificato un errore.',
  'error.internal-error.hint':
    'Riprovi più tardi. Se il problema persiste, comunichi alla cassa il numero della richiesta.',
  'error.too-many-requests': 'Il portale chiede pazienza: le richieste sono troppe.',
  'error.too-many-requests.hint': 'Riprovi più tardi.',
  'error.maintenance': 'Il portale è chiuso per manutenzione.',
  'error.maintenance.hint': 'Riprovi più tardi.',
  'error.unavailable': '{portal} al momento non è disponibile.',
  'error.unavailable.hint': 'Riprovi più tardi.',
  'error.foreign-host': 'Il portale di esercitazione non risponde a questo nome.',
  'error.foreign-host.hint': 'Usi l’indirizzo indicato da connect sandbox status.',
  'error.foreign-origin': 'Il portale di esercitazione non risponde a pagine web.',
  'error.foreign-origin.hint': '',

  'error.salary-table-invalid': {
    one: '{file} contiene un errore. Non è stato scritto nulla.',
    many: '{file} contiene {count} errori. Non è stato scritto nulla.',
    other: '{file} contiene {count} errori. Non è stato scritto nulla.',
  },
  'error.salary-table-invalid.hint': 'connect salary check {file} li mostra tutti.',
  'error.salary-table-incomplete':
    '{file} non dice tutto ciò che ELM esige di un datore di lavoro. Non è stato scritto nulla.',
  'error.salary-table-incomplete.hint':
    'Lo aggiunga sopra la tabella, indichi il cliente con --client o dia {options}.',
  'error.salary-not-a-table': '{file} non è né una cartella di lavoro Excel né un file CSV comprensibile.',
  'error.salary-not-a-table.hint': 'Un file ELM non va convertito: connect salary check {file}',
  'error.checks-failed': 'La cassa ha respinto la notifica {id}.',
  'error.checks-failed.hint':
    'connect salary show {id} dice perché. La corregga nel programma salari, la esporti di nuovo e la inoltri.',
  'error.file-invalid': 'Il portale non può leggere il file: {detail}',
  'error.file-invalid.hint': 'connect salary check mostra che cosa è sbagliato.',
  'error.file-unreadable': '{file} non può essere letto: {reason}',
  'error.file-unreadable.hint': '',
  'error.file-is-folder': '{file} è una cartella, non un file.',
  'error.file-is-folder.hint':
    'Indichi il file voluto che vi si trova; dove ne sono ammessi più d’uno, la shell li indica tutti: {file}/*',
  'error.file-forbidden': '{file} non può essere letto: manca l’autorizzazione.',
  'error.file-forbidden.hint': 'Può darla il proprietario; ls -l mostra chi è e chi può leggere.',
  'error.document-unfit': '{file} non può essere allegato. Atteso: {expected}',
  'error.document-unfit.hint': '',

  'error.some-failed': 'Alcune delle operazioni non sono riuscite.',
  'error.some-failed.hint': '',
  'error.still-checking': 'La cassa sta ancora verificando la notifica {id}. È arrivata, e la ricevuta c’è.',
  'error.still-checking.hint': 'connect salary show {id} --wait continua ad attendere.',
  'error.still-processing': 'La notifica {id} è approvata, e la cassa la sta ancora elaborando.',
  'error.still-processing.hint': 'connect salary show {id} --wait continua ad attendere.',
  'error.outcome-unknown':
    'La modifica è stata inviata a {portal}, ma la risposta è andata persa. Può essere stata eseguita oppure no.',
  'error.outcome-unknown.hint':
    'Esegua di nuovo lo stesso comando: ciò che è già stato fatto viene riconosciuto e non viene ripetuto.',
  'error.password-change-unknown':
    'La nuova password è stata inviata a {portal}, ma la risposta è andata persa. Ora vale la nuova oppure ancora quella vecchia.',
  'error.password-change-unknown.hint':
    'connect login lo mostra: provi prima la nuova password. Se è errata, vale quella vecchia e il cambio si può ripetere.',
  'error.interrupted': 'Il comando è stato interrotto.',
  'error.interrupted.hint': '',
  'error.upload-wait-interrupted':
    'L’attesa è stata interrotta. La notifica {id} è stata trasmessa; il suo stato: {state}.',
  'error.upload-wait-interrupted.hint': 'connect salary show {id} --wait continua ad attendere.',
  'error.release-wait-interrupted':
    'L’attesa è stata interrotta. La notifica {id} è stata approvata; il suo stato: {state}.',
  'error.release-wait-interrupted.hint': 'connect salary show {id} --wait continua ad attendere.',
  'error.unexpected': 'Questo è un errore di connect stesso: {name} {message}',
  'error.unexpected.hint': 'Lo segnali, con l’output dello stesso comando eseguito con --debug.',
};
