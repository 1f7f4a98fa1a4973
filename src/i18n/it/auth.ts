import type { TranslationOf } from '../catalog.js';
import type { auth as english } from '../en/auth.js';

export const auth: TranslationOf<typeof english> = {
  'login.summary': 'accedere con password e secondo fattore o con un certificato client',
  'login.details':
    'Chiede la password e poi il codice dell’app di autenticazione o quello ricevuto per SMS. La sessione è conservata nel portachiavi e si rinnova da sola per dodici ore. I dati segreti non sono mai opzioni: provengono da una domanda a schermo, da righe di stdin, da un file oppure da CONNECT_PASSWORD[_FILE] e CONNECT_TOTP_SECRET[_FILE]. Un certificato client sostituisce entrambi: --certificate e --key, oppure CONNECT_CLIENT_CERT e CONNECT_CLIENT_KEY, ne indicano i file, e CONNECT_CLIENT_KEY_PASSPHRASE[_FILE] la passphrase. Ciò che trasmette viene firmato: con una chiave creata all’accesso e conservata tra le credenziali oppure, se CONNECT_CLIENT_CERT indica un certificato, con quella del certificato.',
  'login.portal': 'indirizzo del portale della cassa, per esempio https://www.akisnet.ch/ak095',
  'login.username': 'nome utente',
  'login.method': 'secondo fattore, se disponibile l’app di autenticazione; oppure un certificato client',
  'login.ensure': 'non fare nulla se la sessione è ancora valida',
  'login.activate':
    'primo accesso di un utente invitato: chiede il codice di attivazione ricevuto per e-mail e una nuova password',
  'login.activationCodeStdin': 'come --activate, con il codice di attivazione nella prima riga di stdin',
  'login.passwordStdin': 'leggere la password dalla riga successiva di stdin',
  'login.passwordFile': 'leggere la password dalla prima riga di un file',
  'login.otpStdin': 'leggere il codice monouso dalla riga successiva di stdin',
  'login.askPortal': 'Indirizzo del portale',
  'login.askUsername': 'Nome utente',
  'login.askPassword': 'Password di {username}',
  'login.askActivationCode': 'Codice di attivazione ricevuto per e-mail',
  'login.passwordRules': 'La nuova password deve avere almeno 12 caratteri e non contenere il nome utente.',
  'login.askNewPassword': 'Nuova password',
  'login.askNewPasswordAgain': 'Nuova password, ancora una volta',
  'login.askCode': 'Codice dell’app di autenticazione',
  'login.askSmsCode': 'Codice ricevuto per SMS (vuoto: inviarne un altro)',
  'login.smsSent': 'È stato inviato un codice per SMS al numero {maskedNumber}.',
  'login.smsSentAgain': 'È stato inviato un altro codice per SMS al numero {maskedNumber}. Vale solo l’ultimo.',
  'login.waitForSms': 'Il portale invierà il prossimo SMS fra {seconds} s.',
  'login.storedSeed': 'Il codice è calcolato dalla chiave segreta che questo computer conserva.',
  'login.waitForCode': 'Il codice attuale è già stato usato. In attesa del prossimo: {seconds} s.',
  'login.otherDefault': 'Salvato come profilo {profile}. I comandi senza -p continuano a usare {default}.',

  'logout.summary': 'disconnettersi: revocare la sessione, poi eliminarla',
  'logout.details':
    'Se non è possibile avvisare il portale, la sessione viene comunque eliminata da questo computer e il codice d’uscita lo segnala.',
  'logout.revoked': 'revocata',
  'logout.forgotten': 'eliminata',
  'logout.notRevoked':
    'Non è stato possibile avvisare il portale. La sessione è eliminata da questo computer; sul portale termina al più tardi il {until}.',

  'status.summary': 'mostrare chi ha effettuato l’accesso e chiedere al portale se vale ancora',
  'status.details': 'Codice d’uscita 4 se non è stato effettuato alcun accesso.',
  'status.hint': 'Suggerimento: {hint}',
  'status.profile': 'profilo',
  'status.portal': 'portale',
  'status.username': 'nome utente',
  'status.signedIn': 'accesso effettuato',
  'status.method': 'secondo fattore',
  'status.strength': 'livello di sicurezza',
  'status.expiresAt': 'sessione fino al',
  'status.signingKey': 'firma con',
  'status.store': 'credenziali in',
  'status.storeState': 'stato dell’archivio',
  'status.reason': 'motivo',

  'version.summary': 'mostrare la versione',
  'version.version': 'versione',
  'version.node': 'Node',
  'version.platform': 'piattaforma',
};
