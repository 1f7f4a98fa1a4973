/** What a row can say of a user, and how people call it in their files, in four languages. */
const headings = {
  client:
    'client | client number | Mandant | Mandantennummer | Kunde | Kundennummer | Mitglied | Mitgliednummer | Abrechnungsnummer | Arbeitgeber | mandant client | client no | affilié | numéro d’affilié | employeur | mandante | cliente | numero di membro | datore di lavoro | employer | member number',
  user: 'user | Benutzer | Anwender | utilisateur | utente',
  userName:
    'userName | login | login name | Benutzername | Anmeldename | nom d’utilisateur | identifiant | nome utente',
  email:
    'email | e-mail address | mail | E-Mail-Adresse | Mailadresse | courriel | adresse e-mail | adresse électronique | indirizzo e-mail | posta elettronica',
  firstName: 'firstName | given name | Vorname | prénom',
  lastName: 'lastName | surname | family name | Name | Nachname | Familienname | nom | nom de famille | cognome',
  language: 'language | Sprache | langue | lingua',
  mobileNumber:
    'mobileNumber | mobile | mobile phone | Mobile | Mobilnummer | Handy | Natel | Mobiltelefon | numéro mobile | téléphone mobile | portable | cellulare | numero di cellulare',
  administrator: 'administrator | admin | Administratorin | administrateur | administratrice | amministratore',
  permissions:
    'themes | theme | permissions | rights | Themen | Berechtigungen | Rechte | thèmes | droits | autorisations | temi | diritti | autorizzazioni',
  kind: 'kind | type | Art | Typ | genre | tipo | genere',
  lockedUntil:
    'lockedUntil | locked | gesperrt bis | Sperre bis | bloqué jusqu’au | verrouillé jusqu’au | bloccato fino al',
} as const satisfies Readonly<Record<string, string>>;

export type RowColumn = keyof typeof headings;

export const rowColumns = Object.keys(headings) as readonly RowColumn[];

/** What connect itself adds to the files of results, and reads past when they are given to it again. */
export const addedColumns = ['connectLine', 'connectOutcome', 'connectCode', 'connectReason'] as const;

/** Without accents, signs, spaces and capitals. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 60);

const byHeading = new Map(
  rowColumns.flatMap((column) => headings[column].split(' | ').map((name) => [plain(name), column] as const)),
);

/** The column that a heading stands for. */
export const columnOf = (heading: string): RowColumn | undefined => byHeading.get(plain(heading));
