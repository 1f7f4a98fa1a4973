import type { Client } from '../../contract/portal.gen.js';
import { ConnectError } from '../errors.js';
import type { Params } from '../errors.js';
import type { Language, MessageKey } from '../i18n/translate.js';
import { toldFile, type CheckedFile } from './check-salary.js';
import { readTable } from './read-table.js';
import { formatOf } from './salary-format.js';
import { headerOfClient } from './salary-template.js';
import type { Header, Table } from '../salary/table/entry.js';
import { elmFund, elmUid, type HeaderKey } from '../salary/table/header.js';
import { elmLines, type Stamp } from '../salary/table/elm-lines.js';

export interface TableToConvert {
  readonly checked: CheckedFile;
  /** Throws where the table has errors, or lacks what ELM demands. */
  readonly elm: (stamp: Stamp) => Iterable<string>;
  /** What ELM demands, the table doesn't say, and the file says all the same. */
  readonly standIns: readonly StandIn[];
}

export interface StandIn {
  readonly key: MessageKey;
  readonly params: Params;
}

/** What ELM demands of an employer, and the option that gives it. */
const needed: readonly HeaderKey[] = ['fund', 'member', 'year', 'company', 'zip', 'city'];

const pieceCharacters = 64 * 1024;

/**
 * Reads an Excel template or a CSV file to write it as ELM 5.0.
 * @param given what the user says by options, where the file doesn't say it
 * @throws ConnectError `salary-not-a-table`
 */
export async function tableToConvert(
  bytes: AsyncIterable<Uint8Array>,
  file: string,
  { client, given }: { readonly client: Client | undefined; readonly given: Header },
  language: Language,
): Promise<TableToConvert> {
  const { format, whole } = await formatOf(bytes);
  if (format === 'elm') throw new ConnectError('salary-not-a-table', { file });
  const { read, checked } = await readTable(whole, format, { recipient: recipientOf(client), given: normal(given) });
  const told = await toldFile(file, checked, language);
  const table = read?.table;
  return {
    checked: told,
    elm: (stamp) => {
      if (table === undefined || told.errors > 0)
        throw new ConnectError('salary-table-invalid', { file, count: told.errors });
      return pieces(completed(table, client, file), stamp);
    },
    standIns: table === undefined ? [] : standInsOf(known(table, client), language),
  };
}

function standInsOf({ header, entries }: Table, language: Language): readonly StandIn[] {
  const counts = { residence: 0, periods: 0, fakWages: 0 };
  for (const { zip, city, residence, from, until, fakIncome } of entries) {
    if (zip === '' || city === '' || residence === undefined) counts.residence += 1;
    if (from === undefined || until === undefined) counts.periods += 1;
    if (fakIncome === undefined) counts.fakWages += 1;
  }
  const where = (name: keyof typeof counts): readonly StandIn[] =>
    counts[name] === 0 ? [] : [{ key: `salary.convert.${name}`, params: { count: counts[name] } }];
  return [
    ...where('residence'),
    ...where('periods'),
    ...where('fakWages'),
    { key: 'salary.convert.persons', params: { language } },
    { key: 'salary.convert.employer', params: {} },
    ...(header.uid === undefined ? [{ key: 'salary.convert.noUid', params: {} } as const] : []),
  ];
}

const recipientOf = (client: Client | undefined) => client && { fund: client.fund, member: client.number };

function normal({ fund, uid, ...given }: Header): Header {
  return {
    ...given,
    ...(fund === undefined ? {} : { fund: elmFund(fund) }),
    ...(uid === undefined ? {} : { uid: elmUid(uid) }),
  };
}

/** What the table doesn't say, the portal may know. */
const known = (table: Table, client: Client | undefined): Table => ({
  ...table,
  header: { ...(client === undefined ? {} : headerOfClient(client)), ...table.header },
});

function completed(table: Table, client: Client | undefined, file: string): Table {
  const whole = known(table, client);
  const missing = needed.filter((key) => whole.header[key] === undefined).map((key) => `--${key}`);
  if (missing.length > 0) throw new ConnectError('salary-table-incomplete', { file, options: missing.join(', ') });
  return whole;
}

function* pieces(table: Table, stamp: Stamp): Generator<string> {
  let piece = '';
  for (const { xml } of elmLines(table, stamp)) {
    piece += `${xml}\n`;
    if (piece.length < pieceCharacters) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}
