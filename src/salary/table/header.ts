import { plainHeading, type TableLanguage } from './columns.js';

/** Whose salaries these are; what stands above a table, in the order of the template. */
export const headerLabels = {
  fund: ['Ausgleichskasse', 'Caisse de compensation', 'Cassa di compensazione', 'Compensation fund'],
  member: ['Mitgliednummer', 'Numéro d’affilié', 'Numero di membro', 'Member number'],
  year: ['Jahr', 'Année', 'Anno', 'Year'],
  company: ['Arbeitgeber', 'Employeur', 'Datore di lavoro', 'Employer'],
  uid: ['UID', 'IDE', 'IDI', 'UID (business no.)'],
  street: ['Strasse', 'Rue', 'Via', 'Street'],
  zip: ['PLZ', 'NPA', 'NAP', 'Postcode'],
  city: ['Ort', 'Localité', 'Località', 'Town'],
} as const satisfies Readonly<Record<string, readonly [de: string, fr: string, it: string, en: string]>>;

export type HeaderKey = keyof typeof headerLabels;

export const headerKeys = Object.keys(headerLabels) as readonly HeaderKey[];

const synonyms: Readonly<Record<string, HeaderKey>> = {
  abrechnungsnummer: 'member',
  kasse: 'fund',
  deklarationsjahr: 'year',
  annededeclaration: 'year',
  firma: 'company',
  unternehmen: 'company',
  entreprise: 'company',
  azienda: 'company',
};

const languages: readonly TableLanguage[] = ['de', 'fr', 'it', 'en'];

export const labelIn = (key: HeaderKey, language: TableLanguage): string =>
  headerLabels[key][languages.indexOf(language)] ?? '';

/** What a label is called in the national languages, for a text in any language. */
export const labelsOf = (key: HeaderKey): string => [...new Set(headerLabels[key].slice(0, 3))].join(' / ');

/** What a label above a table stands for. */
export function headerOf(label: string): HeaderKey | undefined {
  const plain = plainHeading(label);
  const key = headerKeys.find((candidate) => headerLabels[candidate].some((name) => plainHeading(name) === plain));
  return key ?? (Object.hasOwn(synonyms, plain) ? synonyms[plain] : undefined);
}

/**
 * `95`, `095` and `095.000` are one fund; ELM wants the last form (`AK-CC-NumberType`). So is 95000, which is what a
 * spreadsheet makes of `095.000` where a dot separates thousands. What is none of them stays as it is.
 */
export function elmFund(text: string): string {
  const [, digits = '', rest = '000'] = /^([0-9]{1,3})(?:\.?([0-9]{3}))?$/.exec(text) ?? [];
  return digits === '' || (rest !== '000' && !text.includes('.')) ? text : `${digits.padStart(3, '0')}.${rest}`;
}

/** `CHE123456788 MWST` → `CHE-123.456.788`; what has no nine digits stays as it is. */
export function elmUid(text: string): string {
  const match = /^CHE[- ]?([0-9]{3})[. ]?([0-9]{3})[. ]?([0-9]{3})(?: ?(?:MWST|TVA|IVA|HR|RC))?$/i.exec(text);
  return match === null ? text : `CHE-${match.slice(1).join('.')}`;
}
