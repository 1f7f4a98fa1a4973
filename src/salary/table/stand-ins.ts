import { noRappen, type Rappen } from '../money.js';
import type { TableLanguage } from './columns.js';
import type { Entry } from './entry.js';

/** No Swiss postcode: ELM wants one of everybody, and few tables have it. */
export const unknownZip = '0000';

export const unknownCity: Readonly<Record<TableLanguage, string>> = {
  de: 'unbekannt',
  fr: 'inconnu',
  it: 'sconosciuto',
  en: 'unknown',
};

/** Where a row can't be read, its place is taken by a canton so that the rest can be looked at; such a file is refused. */
export const someCanton = 'ZH';

/** An empty FAK wage is the AHV wage, as the template says; a table says only where it is another. */
export const fakIncomeOf = ({ fakIncome, ahvIncome }: Entry): Rappen => fakIncome ?? ahvIncome ?? noRappen;
