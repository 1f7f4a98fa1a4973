/** The four languages in which the headings of a table are understood. */
export type TableLanguage = 'de' | 'fr' | 'it' | 'en';

interface Column {
  /** As the template writes it. */
  readonly heading: Readonly<Record<TableLanguage, string>>;
  /** What else people call it, in any language. */
  readonly synonyms: readonly string[];
  /** A CSV file must have it. */
  readonly required?: true;
}

const column = (headings: string, synonyms: string, required?: 'required'): Column => {
  const [de = '', fr = '', it = '', en = ''] = headings.split(' | ');
  return {
    heading: { de, fr, it, en },
    synonyms: synonyms.split(' | '),
    ...(required === undefined ? {} : { required: true }),
  };
};

/** What can be known of a salary, in the order of the template's columns. Everything else in a table is passed over. */
export const columns = {
  ahvNumber: column(
    'AHV-Nummer | Numéro AVS | Numero AVS | AHV number',
    'AHV-Nr | AHVNr | AHV Nr. | SV-Nummer | SV-Nr | Versichertennummer | N° AVS | No AVS | NSS | NAVS13 | NAVS | N. AVS | AHV no.',
    'required',
  ),
  lastname: column(
    'Name | Nom | Cognome | Last name',
    'Nachname | Familienname | Nom de famille | Surname',
    'required',
  ),
  firstname: column('Vorname | Prénom | Nome | First name', ''),
  birth: column(
    'Geburtsdatum | Date de naissance | Data di nascita | Date of birth',
    'GebDat | Geb.-Datum | Geburtstag | Né le | Naissance | Nascita',
    'required',
  ),
  sex: column('Geschlecht | Sexe | Sesso | Sex', 'Geschl. | M/F | Gender', 'required'),
  from: column('Von | Du | Dal | From', 'Beginn | Eintritt | depuis | dalla | Beitragsdauer von | Entrée'),
  until: column('Bis | Au | Al | Until', "Ende | jusqu'au | fino alla | fino al | Beitragsdauer bis | to"),
  exit: column('Austritt | Sortie | Uscita | Exit', 'Austritt (x) | Départ'),
  ahvIncome: column(
    'AHV-Lohn | Salaire AVS | Salario AVS | AHV wage',
    'AHV-pflichtiger Lohn | Salaire soumis AVS',
    'required',
  ),
  ahvOpen: column(
    'AHV-frei | Salaire non soumis AVS | Salario non soggetto AVS | AHV-exempt wage',
    'AHV-freier Lohn | Non soumis AVS | Non soggetto AVS',
  ),
  alvIncome: column(
    'ALV-Lohn | Salaire AC | Salario AD | ALV wage',
    'ALV1 | ALV1-Lohn | AC1 | AD1 | Salaire AC1',
    'required',
  ),
  alvzIncome: column(
    'ALV-Zusatz | Complément AC | Complemento AD | ALV supplement',
    'ALVZ | ALVZ-Lohn | ALV2 | ALV2-Lohn | AC2 | ACS | AD2 | ADS',
  ),
  alvOpen: column(
    'ALV-frei | Salaire non soumis AC | Salario non soggetto AD | ALV-exempt wage',
    'ALV-freier Lohn | Non soumis AC | Non soggetto AD',
  ),
  canton: column(
    'Arbeitskanton | Canton de travail | Cantone di lavoro | Canton of work',
    'Kt. | Kt | Kanton | FAK-Kanton | Arbeitsortskanton | Canton | Canton CAF | Cantone | Cantone CAF',
    'required',
  ),
  fakIncome: column('FAK-Lohn | Salaire CAF | Salario CAF | FAK wage', 'FAK-pflichtiger Lohn | Salaire soumis CAF'),
  allowances: column(
    'Familienzulagen | Allocations familiales | Assegni familiari | Family allowances',
    'FAK-Zulagen | Kinderzulagen',
  ),
  zip: column('PLZ | NPA | NAP | Postcode', 'Postleitzahl | CAP | Numéro postal'),
  city: column('Wohnort | Domicile | Domicilio | Town', 'Ort | Localité | Località | Luogo | Lieu'),
  residence: column(
    'Wohnkanton | Canton de domicile | Cantone di domicilio | Canton of residence',
    'Canton de résidence | Cantone di residenza',
  ),
} as const satisfies Readonly<Record<string, Column>>;

export type ColumnKey = keyof typeof columns;

export const columnKeys = Object.keys(columns) as readonly ColumnKey[];

/** Which may be missing from a file, because nobody needs them or something stands in for them. */
export const requiredColumns: readonly ColumnKey[] = columnKeys.filter((key) => 'required' in columns[key]);

/** A heading without accents, signs, spaces and capitals: `N° AVS` and `n. avs` are one. */
export const plainHeading = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 60);

const byHeading = new Map(
  columnKeys.flatMap((key) =>
    [...Object.values(columns[key].heading), ...columns[key].synonyms]
      .filter((name) => name !== '')
      .map((name) => [plainHeading(name), key] as const),
  ),
);

/** The column that a heading stands for. */
export const columnOf = (heading: string): ColumnKey | undefined => byHeading.get(plainHeading(heading));

/** What a column is called in the national languages, for a text in any language. */
export function headingsOf(key: ColumnKey): string {
  const { de, fr, it } = columns[key].heading;
  return [...new Set([de, fr, it])].join(' / ');
}

/** Whether that is what the template calls this column, in whichever language. */
export const isTemplateHeading = (key: ColumnKey, heading: string): boolean =>
  Object.values(columns[key].heading).some((name) => plainHeading(name) === plainHeading(heading));
