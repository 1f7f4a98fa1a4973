import { themeValues, type Canton, type Theme } from '../../contract/portal.gen.js';
import { fold } from '../rules/names.js';
import type { ClientRow } from '../store/clients.js';
import type { Store } from '../store/store.js';

export interface SeedClient {
  readonly fund: string;
  readonly number: string;
  readonly name: string;
  readonly uid: string;
  readonly address: readonly string[];
  readonly language: 'de' | 'fr' | 'it';
  readonly canton: Canton;
  /** Of its e-mail addresses. */
  readonly domain: string;
}

/** Invented employers; the check digits of their numbers are right. */
export const seedClients: readonly SeedClient[] = [
  {
    fund: '095',
    number: '10001.00',
    name: 'Muster Beispiel AG',
    uid: 'CHE-123.456.788',
    address: ['Musterstrasse 1', '4051 Basel'],
    language: 'de',
    canton: 'BS',
    domain: 'muster-beispiel.example',
  },
  {
    fund: '095',
    number: '10002.00',
    name: 'Boulangerie du Lac Sàrl',
    uid: 'CHE-200.000.018',
    address: ['Rue du Lac 12', '1003 Lausanne'],
    language: 'fr',
    canton: 'VD',
    domain: 'boulangerie-du-lac.example',
  },
  {
    fund: '095',
    number: '20001.00',
    name: 'Schreinerei Birkenau GmbH',
    uid: 'CHE-200.000.024',
    address: ['Birkenau 7', '8400 Winterthur'],
    language: 'de',
    canton: 'ZH',
    domain: 'schreinerei-birkenau.example',
  },
  {
    fund: '095',
    number: '20002.00',
    name: 'Gasthof Sonnenberg AG',
    uid: 'CHE-200.000.030',
    address: ['Dorfplatz 3', '9050 Appenzell'],
    language: 'de',
    canton: 'AI',
    domain: 'gasthof-sonnenberg.example',
  },
  {
    fund: '095',
    number: '20003.00',
    name: 'Fleurs et Jardins Sàrl',
    uid: 'CHE-200.000.047',
    address: ['Chemin des Roses 5', '1700 Fribourg'],
    language: 'fr',
    canton: 'FR',
    domain: 'fleurs-et-jardins.example',
  },
  {
    fund: '060',
    number: '30001.00',
    name: 'Officina Ceresio SA',
    uid: 'CHE-200.000.053',
    address: ['Via Ceresio 21', '6900 Lugano'],
    language: 'it',
    canton: 'TI',
    domain: 'officina-ceresio.example',
  },
  {
    fund: '060',
    number: '30002.00',
    name: 'Orologeria Verbano Sagl',
    uid: 'CHE-200.000.076',
    address: ['Piazza Verbano 2', '6600 Locarno'],
    language: 'it',
    canton: 'TI',
    domain: 'orologeria-verbano.example',
  },
];

// The entry to further platforms is opened for the largest one only.
export function themesFor({ number }: Pick<SeedClient, 'number'>): Theme[] {
  return themeValues.filter((theme) => theme !== 'platforms' || number === '10001.00');
}

export function addClient(store: Store, client: SeedClient): ClientRow {
  const { fund, number, name, uid, language, canton } = client;
  store.database.insert('clients', {
    fund,
    number,
    name,
    uid,
    address: JSON.stringify(client.address),
    language,
    canton,
    themes: JSON.stringify(themesFor(client)),
    search: fold(`${number}\n${name}`),
  });
  const row = store.clients.byNumber(fund, number);
  if (row === undefined) throw new Error(`client ${number} was not added`);
  return row;
}
