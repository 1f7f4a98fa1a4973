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
      "Dopo cinque risposte errate l'utente è bloccato per un certo tempo.",
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
      "Riprovi con un nuovo codice. Se i codici dell'app sono sempre errati, è sbagliata l'ora del telefono o di questo computer. Dopo cinque risposte errate l'utente è bloccato per un certo tempo.",
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
      "L'utente è bloccato fino al 20 nov 2026, 09:15, dopo troppe risposte errate.",
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
      "L'indirizzo è corretto e il portale è in funzione? Anche un firewall può essere d'ostacolo.",
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
    de: [
      'Den Befehl «wages» gibt es nicht.',
      'connect --help listet die Befehle auf, connect users --help jene für Benutzer.',
    ],
    fr: [
      'La commande « wages » n’existe pas.',
      'connect --help liste les commandes, et connect users --help celles qui concernent les utilisateurs.',
    ],
    it: [
      'Il comando «wages» non esiste.',
      'connect --help elenca i comandi, connect users --help quelli sugli utenti.',
    ],
    en: [
      'There is no command “wages”.',
      'connect --help lists the commands, and connect users --help those about users.',
    ],
  },
  'unknown verb': {
    de: [
      'Den Befehl «obliterate» gibt es nicht.',
      'connect --help listet die Befehle auf, connect users --help jene für Benutzer.',
    ],
    fr: [
      'La commande « obliterate » n’existe pas.',
      'connect --help liste les commandes, et connect users --help celles qui concernent les utilisateurs.',
    ],
    it: [
      'Il comando «obliterate» non esiste.',
      'connect --help elenca i comandi, connect users --help quelli sugli utenti.',
    ],
    en: [
      'There is no command “obliterate”.',
      'connect --help lists the commands, and connect users --help those about users.',
    ],
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
    it: ["Manca l'argomento «user».", 'Aggiunga --help al comando per vederne gli argomenti.'],
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
} as const satisfies Readonly<Record<string, Texts>>;

export type FailureName = keyof typeof failureTexts;
