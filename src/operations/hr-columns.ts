import { plainHeading } from '../salary/table/columns.js';

/** What can be known of a person from an employer's list, by the headings that people give it in four languages. */
const headings = {
  email:
    'E-Mail | Email | Mail | E-Mail-Adresse | Mailadresse | E-Mail geschäftlich | Geschäftliche E-Mail | Adresse e-mail | Adresse électronique | Courriel | E-mail professionnel | Indirizzo e-mail | Posta elettronica | E-mail aziendale | E-mail address | Work e-mail | Business e-mail',
  userName:
    "Benutzername | Benutzer | Login | Anmeldename | Kürzel | Nom d'utilisateur | Utilisateur | Identifiant | Nome utente | Utente | User name | User | Username",
  firstName: 'Vorname | Vornamen | Rufname | Prénom | Prénoms | Nome di battesimo | First name | Given name | Forename',
  lastName: 'Nachname | Familienname | Nom de famille | Cognome | Last name | Surname | Family name',
  /** The last name where another column has the first one, else both; `Nome` beside `Cognome` is the first name. */
  name: 'Name | Nom | Nome | Vorname Name | Name Vorname | Name, Vorname | Nom prénom | Prénom nom | Nome cognome | Cognome nome | Nome e cognome | Full name | Mitarbeiter | Mitarbeitende | Mitarbeiter/in | Collaborateur | Collaboratore | Employee',
  entry:
    "Eintritt | Eintrittsdatum | Entrée | Date d'entrée | Entrata | Data di entrata | Data entrata | Assunzione | Entry | Entry date | Start date | Hire date",
  exit: 'Austritt | Austrittsdatum | Austritt per | Austritt am | Letzter Arbeitstag | Sortie | Date de sortie | Départ | Date de départ | Dernier jour de travail | Uscita | Data di uscita | Data uscita | Cessazione | Data di cessazione | Ultimo giorno di lavoro | Exit | Exit date | Leaving date | End date | Termination date | Last day | Last working day',
  status: 'Status | Zustand | Anstellungsstatus | Statut | État | Stato | State | Employment status',
  active: 'Aktiv | Actif | Attivo | Active',
  role: 'Rolle | Funktion | Position | Stelle | Stellenbezeichnung | Rôle | Fonction | Poste | Ruolo | Funzione | Mansione | Role | Function | Job title | Title',
} as const;

export type HrColumn = keyof typeof headings;

/** A column that says who a row is about. */
export const identifying: readonly HrColumn[] = ['email', 'userName', 'firstName', 'lastName', 'name'];

const byHeading = new Map(
  (Object.keys(headings) as HrColumn[]).flatMap((key) =>
    headings[key].split(' | ').map((heading) => [plainHeading(heading), key] as const),
  ),
);

export const hrColumnOf = (heading: string): HrColumn | undefined => byHeading.get(plainHeading(heading));

const words = (list: string): ReadonlySet<string> => new Set(list.split(' ').map(plainHeading));

const left = words(
  'ausgetreten ausgeschieden austritt inaktiv pensioniert entlassen ehemalig ehemalige ehemaliger verstorben sorti sortie parti partie inactif inactive retraité retraitée licencié licenciée ancien ancienne décédé décédée uscito uscita cessato cessata inattivo inattiva dimesso dimessa pensionato pensionata licenziato licenziata deceduto deceduta left inactive terminated retired former dismissed deceased',
);
const employed = words(
  'aktiv angestellt beschäftigt ungekündigt gekündigt freigestellt beurlaubt krank actif active employé employée en-poste en-service attivo attiva impiegato impiegata in-servizio active employed current',
);

/** What a word of the status column means; undefined for a word that is not known, which is taken for nothing. */
export function statusOf(text: string): 'employed' | 'left' | undefined {
  const word = plainHeading(text);
  return left.has(word) ? 'left' : employed.has(word) ? 'employed' : undefined;
}

const yes = words('ja j oui o sì si s yes y true wahr vrai vero x 1');
const no = words('nein n non no false falsch faux falso 0');

/** What a word of a column that says yes or no means. */
export function activeOf(text: string): 'employed' | 'left' | undefined {
  const word = plainHeading(text);
  return yes.has(word) ? 'employed' : no.has(word) ? 'left' : statusOf(text);
}
