import type { TranslationOf } from '../catalog.js';
import type { register as english } from '../en/register.js';

export const register: TranslationOf<typeof english> = {
  'register.summary': 'diventare amministratore di un cliente con il codice di accesso della lettera della cassa',
  'register.details':
    'Chiede il codice di accesso della lettera, il Suo nome e il Suo indirizzo e-mail; poi il codice di attivazione ricevuto per e-mail, una nuova password e un’app di autenticazione o un numero di cellulare. Dopo un’interruzione lo stesso comando riprende da quel punto. I dati segreti non sono mai opzioni: provengono da una domanda a schermo o da righe di stdin, in questo ordine: codice di accesso, codice di attivazione, password, codice monouso; il codice di accesso anche da CONNECT_ACCESS_CODE[_FILE], la password da CONNECT_PASSWORD[_FILE]. Senza terminale termina con il codice d’uscita 10 finché un codice è ancora in viaggio.',
  'register.language': 'lingua delle e-mail e degli SMS del portale; senza indicazione la Sua',
  'register.method': 'secondo fattore',
  'register.accessCodeStdin': 'leggere il codice di accesso dalla riga successiva di stdin',
  'register.activationCodeStdin': 'leggere il codice di attivazione dalla riga successiva di stdin',
  'register.passwordStdin': 'leggere la nuova password dalla riga successiva di stdin',
  'register.passwordFile': 'leggere la nuova password dalla prima riga di un file',
  'register.restart': 'abbandonare la registrazione iniziata e ricominciare',
  'register.askAccessCode': 'Codice di accesso della lettera',
  'register.askMethod': 'Secondo fattore',
  'register.askFactorOrCode': 'Il secondo fattore attende il suo primo codice',
  'register.haveCode.otp': 'inserire il codice mostrato dall’app',
  'register.haveCode.sms': 'inserire il codice ricevuto per SMS',
  'register.setUpAnew': 'impostare di nuovo il secondo fattore, con il codice di attivazione ricevuto per e-mail',
  'register.will': 'Registrare {user} ({email}) presso {portal} con un codice di accesso.',
  'register.willGoOn': 'Proseguire la registrazione di {user} per {client}, iniziata il {at}.',
  'register.isComplete': 'La registrazione di {user} per {client} è già conclusa.',
  'register.over': 'La registrazione iniziata il {at} non vale più. Ne inizia una nuova.',
  'register.mailSent':
    'È stata inviata un’e-mail con un codice di attivazione a {email}. Se non arriva, forse l’indirizzo è digitato male: --restart ricomincia.',
  'register.goesOn': 'Fino al {until} la registrazione prosegue da qui con: connect register {portal}',
  'register.next': '{user} è ora amministratore di {client}. Poi: connect login {portal} --username {user}',
  'register.state': 'stato',
  'register.expiresAt': 'può proseguire fino al',
  'registrationState.e-mail-sent': 'attende il codice di attivazione',
  'registrationState.factor-pending': 'attende il primo codice del secondo fattore',
  'registrationState.complete': 'conclusa',

  'password.summary': 'la Sua password presso il portale',
  'password.change.summary': 'cambiare la propria password; tutte le altre Sue sessioni terminano',
  'password.change.details':
    'Mostra le regole del portale, poi chiede due volte la nuova password. Questa sessione continua; ogni altra sessione del login termina subito, su questo e su altri computer. Le password non sono mai opzioni: provengono da una domanda a schermo, da righe di stdin (prima quella attuale), da file oppure da CONNECT_PASSWORD[_FILE] e CONNECT_NEW_PASSWORD[_FILE].',
  'password.change.passwordStdin': 'leggere la password attuale dalla riga successiva di stdin',
  'password.change.passwordFile': 'leggere la password attuale dalla prima riga di un file',
  'password.change.newPasswordStdin': 'leggere la nuova password dalla riga successiva di stdin',
  'password.change.newPasswordFile': 'leggere la nuova password dalla prima riga di un file',
  'password.change.will':
    'Cambiare la password di {username} presso {portal}. Tutte le altre sessioni di questo login terminano; questa continua.',
  'password.change.askCurrent': 'Password attuale di {username}',
  'password.rules':
    'La nuova password deve avere almeno 12 caratteri, non contenere il nome utente e non essere una delle ultime cinque.',
  'password.changed': 'cambiata',
  'password.otherSessionsEnded': 'altre sessioni terminate',
};
