import type { Language } from '../../src/i18n/translate.js';

/** What stands before an error, its hint and its request. */
export const reportWords = {
  de: { error: 'Fehler:', hint: 'Hinweis:', request: 'Anfrage:' },
  fr: { error: 'Erreur :', hint: 'Conseil :', request: 'Requête :' },
  it: { error: 'Errore:', hint: 'Suggerimento:', request: 'Richiesta:' },
  en: { error: 'Error:', hint: 'Hint:', request: 'Request:' },
} as const satisfies Readonly<Record<Language, object>>;

type Texts = Readonly<Record<Language, readonly [message: string, hint: string]>>;

/** What a person reads, word for word; `PORTAL` stands for the portal’s address. */
export const failureTexts = {
  'wrong password': {
    de: [
      'Der Benutzername oder das Passwort ist falsch.',
      'Nach fünf falschen Angaben wird der Benutzer für eine Weile gesperrt.',
    ],
    fr: [
      'Le nom d’utilisateur ou le mot de passe est faux.',
      'Après cinq réponses fausses, le login est bloqué un certain temps.',
    ],
    it: [
      'Il nome utente o la password sono errati.',
      'Dopo cinque risposte errate l’utente è bloccato per un certo tempo.',
    ],
    en: ['The user name or the password is wrong.', 'After five wrong answers the user is locked for a while.'],
  },
  'wrong code': {
    de: [
      'Der Code ist falsch.',
      'Versuchen Sie es mit einem neuen Code. Sind die Codes der App immer falsch, geht die Uhr des Telefons oder dieses Computers falsch. Nach fünf falschen Angaben wird der Benutzer für eine Weile gesperrt.',
    ],
    fr: [
      'Le code est faux.',
      'Réessayez avec un nouveau code. Si les codes de l’application sont toujours faux, c’est l’horloge du téléphone ou de cet ordinateur qui est mal réglée. Après cinq réponses fausses, le login est bloqué un certain temps.',
    ],
    it: [
      'Il codice è errato.',
      'Riprovi con un nuovo codice. Se i codici dell’app sono sempre errati, è sbagliata l’ora del telefono o di questo computer. Dopo cinque risposte errate l’utente è bloccato per un certo tempo.',
    ],
    en: [
      'The code is wrong.',
      'Try again with a new code. If the app’s codes are always wrong, the clock of the phone or of this computer is. After five wrong answers the user is locked for a while.',
    ],
  },
  'reused code': {
    de: [
      'Dieser Code wurde schon verwendet. Jeder Code gilt für ein einziges Login.',
      'Warten Sie bis zu 30 Sekunden auf den nächsten Code und melden Sie sich dann nochmals an.',
    ],
    fr: [
      'Ce code a déjà été utilisé. Chaque code ne vaut que pour un login.',
      'Attendez le code suivant, jusqu’à 30 secondes, puis connectez-vous à nouveau.',
    ],
    it: [
      'Questo codice è già stato usato. Ogni codice vale per un solo accesso.',
      'Attenda il codice successivo, al massimo 30 secondi, poi acceda di nuovo.',
    ],
    en: [
      'This code was used already. Each code is good for one login.',
      'Wait up to 30 seconds for the next code, then log in again.',
    ],
  },
  'locked user': {
    de: [
      'Der Benutzer ist nach zu vielen falschen Angaben gesperrt bis 20.11.2026, 09:15.',
      'Warten Sie bis dann. Mit Administratorenrechten ist die Sperre in connect users list sichtbar.',
    ],
    fr: [
      'Le login est bloqué jusqu’au 20 nov. 2026, 09:15, après trop de réponses fausses.',
      'Attendez jusque-là. Un administrateur le voit dans connect users list.',
    ],
    it: [
      'L’utente è bloccato fino al 20 nov 2026, 09:15, dopo troppe risposte errate.',
      'Attenda fino ad allora. Un amministratore lo vede in connect users list.',
    ],
    en: [
      'The user is locked until 20 Nov 2026, 09:15, after too many wrong answers.',
      'Wait until then. An administrator sees it in connect users list.',
    ],
  },
  'expired session': {
    de: ['Die Sitzung ist abgelaufen.', 'connect login'],
    fr: ['La session a pris fin.', 'connect login'],
    it: ['La sessione è terminata.', 'connect login'],
    en: ['The session has ended.', 'connect login'],
  },
  'portal down': {
    de: [
      'Bei http://127.0.0.1:1/ak095 antwortet niemand: Die Verbindung wurde abgelehnt.',
      'Stimmt die Adresse, und läuft das Portal? Auch eine Firewall kann im Weg sein.',
    ],
    fr: [
      'Personne ne répond à http://127.0.0.1:1/ak095 : la connexion a été refusée.',
      'L’adresse est-elle juste, et le portail est-il en marche ? Un pare-feu peut aussi faire obstacle.',
    ],
    it: [
      'A http://127.0.0.1:1/ak095 non risponde nessuno: la connessione è stata rifiutata.',
      'L’indirizzo è corretto e il portale è in funzione? Anche un firewall può essere d’ostacolo.',
    ],
    en: [
      'Nobody answers at http://127.0.0.1:1/ak095: the connection was refused.',
      'Is the address right, and is the portal running? A firewall may also be in the way.',
    ],
  },
  'portal not available': {
    de: ['PORTAL ist zurzeit nicht verfügbar.', 'Versuchen Sie es später nochmals.'],
    fr: ['PORTAL n’est pas disponible pour le moment.', 'Réessayez plus tard.'],
    it: ['PORTAL al momento non è disponibile.', 'Riprovi più tardi.'],
    en: ['PORTAL is not available at the moment.', 'Try again later.'],
  },
  'unknown noun': {
    de: ['Den Befehl «wages» gibt es nicht.', 'connect --help zeigt die Befehle.'],
    fr: ['La commande « wages » n’existe pas.', 'connect --help affiche les commandes.'],
    it: ['Il comando «wages» non esiste.', 'connect --help elenca i comandi.'],
    en: ['There is no command “wages”.', 'connect --help lists the commands.'],
  },
  'unknown verb': {
    de: ['Den Befehl «obliterate» gibt es nicht.', 'connect users --help zeigt die Befehle.'],
    fr: ['La commande « obliterate » n’existe pas.', 'connect users --help affiche les commandes.'],
    it: ['Il comando «obliterate» non esiste.', 'connect users --help elenca i comandi.'],
    en: ['There is no command “obliterate”.', 'connect users --help lists the commands.'],
  },
  'unknown option': {
    de: [
      'Die Option «--bogus» gibt es hier nicht.',
      'Setzen Sie --help hinter den Befehl, um seine Optionen zu sehen.',
    ],
    fr: ['L’option « --bogus » n’existe pas ici.', 'Ajoutez --help après la commande pour voir ses options.'],
    it: ['Qui non esiste alcuna opzione «--bogus».', 'Aggiunga --help al comando per vederne le opzioni.'],
    en: ['There is no option “--bogus” here.', 'Put --help behind the command to see its options.'],
  },
  'missing argument': {
    de: ['Das Argument «user» fehlt.', 'Setzen Sie --help hinter den Befehl, um seine Argumente zu sehen.'],
    fr: ['L’argument « user » manque.', 'Ajoutez --help après la commande pour voir ses arguments.'],
    it: ['Manca l’argomento «user».', 'Aggiunga --help al comando per vederne gli argomenti.'],
    en: ['The argument “user” is missing.', 'Put --help behind the command to see its arguments.'],
  },
  'prompt without a terminal': {
    de: [
      'Es kann niemand gefragt werden: stdin ist kein Terminal, oder --no-input wurde angegeben.',
      'Geben Sie die Antwort im Voraus: --password-stdin',
    ],
    fr: [
      'Il n’y a personne à qui poser la question : stdin n’est pas un terminal, ou --no-input a été indiqué.',
      'Donnez la réponse à l’avance : --password-stdin',
    ],
    it: [
      'Non è possibile porre domande: stdin non è un terminale oppure è stato indicato --no-input.',
      'Fornisca la risposta in anticipo: --password-stdin',
    ],
    en: [
      'There is nobody to ask: stdin is not a terminal, or --no-input was given.',
      'Give the answer beforehand: --password-stdin',
    ],
  },
  'code that nobody could know': {
    de: [
      'Eine nötige Angabe fehlt: --qr-file, --show-secret, --store-seed',
      'Setzen Sie --help hinter den Befehl, um zu sehen, welche Angaben er annimmt.',
    ],
    fr: [
      'Une indication nécessaire manque : --qr-file, --show-secret, --store-seed',
      'Ajoutez --help après la commande pour voir ce qu’elle accepte.',
    ],
    it: [
      'Manca un’indicazione necessaria: --qr-file, --show-secret, --store-seed',
      'Aggiunga --help al comando per vedere che cosa richiede.',
    ],
    en: [
      'Something is needed that was not given: --qr-file, --show-secret, --store-seed',
      'Put --help behind the command to see what it takes.',
    ],
  },
  'unfit new password': {
    de: [
      'Das neue Passwort kann nicht verwendet werden.',
      'Es braucht mindestens 12 Zeichen, darf den Benutzernamen nicht enthalten und keines der letzten fünf sein.',
    ],
    fr: [
      'Le nouveau mot de passe ne peut pas être utilisé.',
      'Il doit compter au moins 12 caractères, ne pas contenir le nom d’utilisateur et ne pas être l’un des cinq derniers.',
    ],
    it: [
      'La nuova password non può essere utilizzata.',
      'Deve avere almeno 12 caratteri, non contenere il nome utente e non essere una delle ultime cinque.',
    ],
    en: [
      'The new password can’t be used.',
      'It needs at least 12 characters, must not contain the user name, and must not be one of the last five.',
    ],
  },
  'wrong password for a change sent before': {
    de: [
      'Das Portal kennt den Schlüssel dieser Änderung von einer Anfrage, die nicht dieselbe war.',
      'War Ihr eigenes Passwort diesmal falsch getippt, führen Sie den Befehl nochmals aus. Sonst prüfen Sie zuerst, ob die Änderung schon gemacht ist.',
    ],
    fr: [
      'Le portail connaît la clé de cette modification par une demande qui n’était pas la même.',
      'Si vous avez mal tapé votre propre mot de passe cette fois, relancez la commande. Sinon, vérifiez d’abord si la modification a déjà été faite.',
    ],
    it: [
      'Il portale conosce la chiave di questa modifica da una richiesta che non era la stessa.',
      'Se questa volta ha digitato male la Sua password, esegua di nuovo il comando. Altrimenti verifichi prima se la modifica è già stata fatta.',
    ],
    en: [
      'The portal knows the key of this change from a request that was not the same.',
      'If your own password was mistyped this time, run the command again. Otherwise look first whether the change was made already.',
    ],
  },
} as const satisfies Readonly<Record<string, Texts>>;

/** What is said between an error and its hint of the answers that are left, the last one first. */
export const attemptsLeft = {
  de: ['Es bleibt ein Versuch.', 'Es bleiben 2 Versuche.', 'Es bleiben 3 Versuche.', 'Es bleiben 4 Versuche.'],
  fr: ['Il reste une tentative.', 'Il reste 2 tentatives.', 'Il reste 3 tentatives.', 'Il reste 4 tentatives.'],
  it: ['Resta un tentativo.', 'Restano 2 tentativi.', 'Restano 3 tentativi.', 'Restano 4 tentativi.'],
  en: ['One attempt is left.', '2 attempts are left.', '3 attempts are left.', '4 attempts are left.'],
} as const satisfies Readonly<Record<Language, readonly string[]>>;

export type FailureName = keyof typeof failureTexts;
