import type { Language } from '../../src/i18n/translate.js';

type Texts = Readonly<Record<Language, readonly [message: string, hint: string]>>;

/** What a person reads whose registration is refused, word for word. */
export const registrationFailureTexts = {
  'an access code with too few characters': {
    de: [
      'Das kann kein Zugangscode sein: Er besteht aus 12 Grossbuchstaben und Ziffern (angegebene Zeichen: 11). Es wurde nichts gesendet.',
      'Übertragen Sie ihn nochmals aus dem Brief; Kleinbuchstaben, Leerzeichen und Striche stören nicht. Neuer Brief: connect codes request --no-login',
    ],
    fr: [
      'Ce ne peut pas être un code d’accès : il se compose de 12 majuscules et chiffres (caractères donnés : 11). Rien n’a été envoyé.',
      'Recopiez-le de la lettre ; les minuscules, espaces et tirets ne gênent pas. Nouvelle lettre : connect codes request --no-login',
    ],
    it: [
      'Non può essere un codice di accesso: è composto da 12 maiuscole e cifre (caratteri indicati: 11). Non è stato inviato nulla.',
      'Lo ricopi dalla lettera; minuscole, spazi e trattini non disturbano. Nuova lettera: connect codes request --no-login',
    ],
    en: [
      'This can’t be an access code, which has 12 capitals and digits (characters given: 11). Nothing was sent.',
      'Copy it from the letter once more; lower case, spaces and dashes don’t matter. A new letter: connect codes request --no-login',
    ],
  },
  'an access code that is wrong': {
    de: [
      'Der Zugangscode ist falsch.',
      'Er steht im Brief der Kasse: 12 Grossbuchstaben und Ziffern. Ist der Brief verloren: connect codes request --no-login',
    ],
    fr: [
      'Le code d’accès est faux.',
      'Il figure dans la lettre de la caisse : 12 majuscules et chiffres. Si la lettre est perdue : connect codes request --no-login',
    ],
    it: [
      'Il codice di accesso è errato.',
      'Si trova nella lettera della cassa: 12 maiuscole e cifre. Se la lettera è persa: connect codes request --no-login',
    ],
    en: [
      'The access code is wrong.',
      'It stands in the fund’s letter: 12 capitals and digits. If the letter is lost: connect codes request --no-login',
    ],
  },
  'an access code that has expired': {
    de: [
      'Der Zugangscode ist abgelaufen.',
      'Bestellen Sie bei der Kasse einen neuen, der per Post kommt: connect codes request --no-login',
    ],
    fr: [
      'Le code d’accès a expiré.',
      'Demandez-en un nouveau à la caisse, qui arrive par la poste : connect codes request --no-login',
    ],
    it: [
      'Il codice di accesso è scaduto.',
      'Ne chieda uno nuovo alla cassa, che arriva per posta: connect codes request --no-login',
    ],
    en: [
      'The access code has expired.',
      'Ask the fund for a new one, which comes by post: connect codes request --no-login',
    ],
  },
  'an access code that was used': {
    de: [
      'Der Zugangscode wurde bereits verwendet.',
      'Melden Sie sich an, oder bestellen Sie bei der Kasse einen neuen, der per Post kommt: connect codes request --no-login',
    ],
    fr: [
      'Le code d’accès a déjà été utilisé.',
      'Connectez-vous, ou demandez-en un nouveau à la caisse, qui arrive par la poste : connect codes request --no-login',
    ],
    it: [
      'Il codice di accesso è già stato utilizzato.',
      'Acceda, oppure ne chieda uno nuovo alla cassa, che arriva per posta: connect codes request --no-login',
    ],
    en: [
      'The access code was used already.',
      'Log in, or ask the fund for a new one, which comes by post: connect codes request --no-login',
    ],
  },
  'an e-mail address that has a login': {
    de: [
      'Bei dieser Kasse gibt es schon ein Login mit dieser E-Mail-Adresse.',
      'Melden Sie sich damit an: connect login. Für ein eigenes Login braucht die Registrierung eine andere E-Mail-Adresse: --email',
    ],
    fr: [
      'Il existe déjà, auprès de cette caisse, un login avec cette adresse e-mail.',
      'Connectez-vous avec celui-ci : connect login. Pour un login distinct, l’enregistrement demande une autre adresse e-mail : --email',
    ],
    it: [
      'Presso questa cassa esiste già un login con questo indirizzo e-mail.',
      'Acceda con quello: connect login. Per un login proprio la registrazione richiede un altro indirizzo e-mail: --email',
    ],
    en: [
      'There is a login with this e-mail address at this fund already.',
      'Log in with it: connect login. For a login of its own the registration needs another e-mail address: --email',
    ],
  },
  'a user name that is taken': {
    de: ['Dieser Benutzername ist schon vergeben.', 'Wählen Sie mit --user-name einen anderen.'],
    fr: ['Ce nom d’utilisateur est déjà pris.', 'Choisissez-en un autre avec --user-name.'],
    it: ['Questo nome utente è già in uso.', 'Ne scelga un altro con --user-name.'],
    en: ['This user name is taken.', 'Choose another one with --user-name.'],
  },
  'an activation code that is wrong': {
    de: ['Der Aktivierungscode ist falsch.', 'Er steht im E-Mail des Portals und sieht aus wie 7F3K-9QXM.'],
    fr: ['Le code d’activation est faux.', 'Il figure dans l’e-mail du portail et ressemble à 7F3K-9QXM.'],
    it: ['Il codice di attivazione è errato.', 'Si trova nell’e-mail del portale e ha la forma 7F3K-9QXM.'],
    en: ['The activation code is wrong.', 'It stands in the e-mail from the portal and looks like 7F3K-9QXM.'],
  },
  'something that can’t be an activation code': {
    de: ['Der Aktivierungscode ist falsch.', 'Er steht im E-Mail des Portals und sieht aus wie 7F3K-9QXM.'],
    fr: ['Le code d’activation est faux.', 'Il figure dans l’e-mail du portail et ressemble à 7F3K-9QXM.'],
    it: ['Il codice di attivazione è errato.', 'Si trova nell’e-mail del portale e ha la forma 7F3K-9QXM.'],
    en: ['The activation code is wrong.', 'It stands in the e-mail from the portal and looks like 7F3K-9QXM.'],
  },
  'a registration that takes more than a day': {
    de: [
      'Die Registrierung hat zu lange gedauert.',
      'Beginnen Sie mit demselben Zugangscode von vorn: connect register',
    ],
    fr: ['L’enregistrement a pris trop de temps.', 'Recommencez avec le même code d’accès : connect register'],
    it: ['La registrazione ha richiesto troppo tempo.', 'Ricominci con lo stesso codice di accesso: connect register'],
    en: ['The registration took too long.', 'Begin again with the same access code: connect register'],
  },
  'a first code that is wrong': {
    de: [
      'Der Code des zweiten Faktors ist falsch.',
      'Der Code aus einem SMS gilt fünf Minuten, der einer App 30 Sekunden. Führen Sie den Befehl nochmals aus, um einen anderen Code anzugeben oder den zweiten Faktor neu einzurichten. Fünf falsche Codes beenden die Registrierung.',
    ],
    fr: [
      'Le code du second facteur est faux.',
      'Le code d’un SMS est valable cinq minutes, celui d’une application 30 secondes. Relancez la commande pour essayer un autre code ou configurer à nouveau le second facteur. Cinq codes faux mettent fin à l’enregistrement.',
    ],
    it: [
      'Il codice del secondo fattore è errato.',
      'Il codice di un SMS vale cinque minuti, quello di un’app 30 secondi. Esegua di nuovo il comando per provare un altro codice o impostare di nuovo il secondo fattore. Cinque codici errati terminano la registrazione.',
    ],
    en: [
      'The code of the second factor is wrong.',
      'The code of an SMS is good for five minutes, that of an app for 30 seconds. Run the command again, to try another code or to set up the second factor again. Five wrong codes end the registration.',
    ],
  },
  'a fifth wrong code': {
    de: [
      'Fünf falsche Codes haben die Registrierung beendet. Der Zugangscode gilt weiterhin.',
      'Beginnen Sie mit demselben Zugangscode von vorn: connect register',
    ],
    fr: [
      'Cinq codes faux ont mis fin à l’enregistrement. Le code d’accès reste valable.',
      'Recommencez avec le même code d’accès : connect register',
    ],
    it: [
      'Cinque codici errati hanno terminato la registrazione. Il codice di accesso vale ancora.',
      'Ricominci con lo stesso codice di accesso: connect register',
    ],
    en: [
      'Five wrong codes have ended the registration. The access code is still good.',
      'Begin again with the same access code: connect register',
    ],
  },
} as const satisfies Readonly<Record<string, Texts>>;
