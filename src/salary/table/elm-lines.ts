import type { IsoDate } from '../dates.js';
import { formatRappen, noRappen, type Rappen } from '../money.js';
import type { Entry, Spot, Table } from './entry.js';
import type { ColumnKey, TableLanguage } from './columns.js';
import { companyLines, contextLines, institutionLines } from './elm-company.js';
import { at, attribute, element, type Line } from './line.js';
import { fakIncomeOf, someCanton, unknownCity, unknownZip } from './stand-ins.js';
import { TableTotals } from './totals.js';

/** What a declaration says of itself besides the table. Times are `xs:dateTime`. */
export interface Stamp {
  readonly version: string;
  readonly requestId: string;
  readonly time: string;
  readonly language: TableLanguage;
}

/** Where the columns of a table stand; 0 where it has none. */
type ColumnPlace = (key: ColumnKey) => number;

/**
 * A table as ELM 5.0 for AHV and FAK, line by line, with totals and counters computed; each line knows the cell it was
 * made of. The elements and their order are those of `DeclareSalary` (Swissdec, 2020-02-20). What ELM demands and no
 * table of a fund has is given as unknown, where ELM knows that word.
 */
export function* elmLines(table: Table, stamp: Stamp): Generator<Line> {
  const year = table.year ?? 0;
  const placeOf: ColumnPlace = (key) => table.columns.get(key) ?? 0;
  yield* contextLines(table, stamp);
  yield { xml: '<sdc:SalaryDeclaration schemaVersion="0.0">' };
  yield { xml: '<sd:Company>' };
  yield* companyLines(table);
  yield { xml: '<sd:Staff>' };
  const totals = new TableTotals();
  for (const entries of table.entries.persons()) {
    for (const entry of entries) totals.add(entry);
    yield* personLines(entries, year, stamp.language, placeOf);
  }
  yield { xml: '</sd:Staff>' };
  yield* institutionLines(table);
  yield* totals.lines();
  yield { xml: '</sd:Company>' };
  yield { xml: '<sd:GeneralSalaryDeclarationDescription>' };
  yield element('sd:CreationDate', stamp.time);
  yield element('sd:AccountingPeriod', String(year).padStart(4, '0'), table.headerSpots.year);
  yield { xml: '</sd:GeneralSalaryDeclarationDescription>' };
  yield { xml: '</sdc:SalaryDeclaration>' };
  yield { xml: '</sdst:DeclareSalary>' };
}

function* personLines(
  entries: readonly Entry[],
  year: number,
  language: TableLanguage,
  placeOf: ColumnPlace,
): Generator<Line> {
  const [first] = entries;
  if (first === undefined) return;
  const spot = (key: ColumnKey): Spot => ({ row: first.row, column: placeOf(key) });
  const { ahvNumber, residence, canton = someCanton, zip, city } = first;
  yield at('<sd:Person>', spot('ahvNumber'));
  yield at('<sd:Particulars>', spot('ahvNumber'));
  yield at('<c:Social-InsuranceIdentification>', spot('ahvNumber'));
  yield ahvNumber === undefined
    ? at('<c:unknown/>', spot('ahvNumber'))
    : element('c:SV-AS-Number', ahvNumber, spot('ahvNumber'));
  yield { xml: '</c:Social-InsuranceIdentification>' };
  yield element('c:Lastname', first.lastname, spot('lastname'));
  yield element('c:Firstname', first.firstname, spot('firstname'));
  yield element('c:Sex', first.sex ?? 'F', spot('sex'));
  yield element('c:DateOfBirth', first.birth ?? '1990-01-01', spot('birth'));
  // 11 is the code for a nationality that nobody knows.
  yield element('c:Nationality', '11');
  yield { xml: '<c:CivilStatus><c:Status>unknown</c:Status></c:CivilStatus>' };
  yield { xml: '<c:Address>' };
  yield element('c:ZIP-Code', zip || unknownZip, spot('zip'));
  yield element('c:City', city || unknownCity[language], spot('city'));
  yield { xml: '</c:Address>' };
  yield element('c:ResidenceCanton', residence ?? canton, spot(residence === undefined ? 'canton' : 'residence'));
  yield element('c:LanguageCode', language);
  yield { xml: '</sd:Particulars>' };
  yield* workLines(entries, year, spot);
  yield { xml: '<sd:AHV-AVS-Salaries>' };
  for (const entry of entries) yield* ahvLines(entry, year, placeOf);
  yield { xml: '</sd:AHV-AVS-Salaries>' };
  yield { xml: '<sd:FAK-CAF-Salaries>' };
  for (const entry of entries) yield* fakLines(entry, year, placeOf);
  yield { xml: '</sd:FAK-CAF-Salaries>' };
  yield { xml: '</sd:Person>' };
}

/** Employment begins with the first period of contribution that the table tells of, and ends with a marked exit. */
function* workLines(entries: readonly Entry[], year: number, spot: (key: ColumnKey) => Spot): Generator<Line> {
  const entry = entries.map((one) => periodOf(one, year).from).reduce((a, b) => (a < b ? a : b));
  const exits = entries.flatMap((one) =>
    one.exit === true ? [periodOf(one, year).until] : typeof one.exit === 'string' ? [one.exit] : [],
  );
  yield { xml: '<sd:Work>' };
  yield { xml: '<c:WorkingTime><c:Unsteady/></c:WorkingTime>' };
  yield element('c:EntryDate', entry, spot('from'));
  if (exits.length > 0)
    yield element(
      'c:WithdrawalDate',
      exits.reduce((a, b) => (a > b ? a : b)),
      spot('exit'),
    );
  yield { xml: '</sd:Work>' };
}

/** A row without days is about the whole year. */
function periodOf({ from, until }: Entry, year: number): { readonly from: string; readonly until: string } {
  const other = (day: IsoDate | undefined) => day?.slice(0, 4) ?? String(year).padStart(4, '0');
  return { from: from ?? `${other(until)}-01-01`, until: until ?? `${other(from)}-12-31` };
}

function* periodLines(name: string, entry: Entry, year: number, placeOf: ColumnPlace): Generator<Line> {
  const { from, until } = periodOf(entry, year);
  const { row } = entry;
  yield at(`<${name}>`, { row, column: placeOf('from') });
  yield element('c:from', from, { row, column: placeOf('from') });
  yield element('c:until', until, { row, column: placeOf('until') });
  yield { xml: `</${name}>` };
}

function* ahvLines(entry: Entry, year: number, placeOf: ColumnPlace): Generator<Line> {
  const { row } = entry;
  yield at(`<sd:AHV-AVS-Salary ${attribute('institutionIDRef', '#AHV')}>`, { row, column: placeOf('ahvIncome') });
  yield* periodLines('sd:AccountingTime', entry, year, placeOf);
  yield* amountLine('sd:AHV-AVS-Income', entry.ahvIncome ?? noRappen, { row, column: placeOf('ahvIncome') });
  yield* amountLine('sd:AHV-AVS-Open', entry.ahvOpen, { row, column: placeOf('ahvOpen') });
  yield* amountLine('sd:ALV-AC-Income', entry.alvIncome ?? noRappen, { row, column: placeOf('alvIncome') });
  yield* amountLine('sd:ALVZ-ACS-Income', entry.alvzIncome, { row, column: placeOf('alvzIncome') });
  yield* amountLine('sd:ALV-AC-Open', entry.alvOpen, { row, column: placeOf('alvOpen') });
  yield { xml: '</sd:AHV-AVS-Salary>' };
}

function* fakLines(entry: Entry, year: number, placeOf: ColumnPlace): Generator<Line> {
  const { row } = entry;
  const column = placeOf(entry.fakIncome === undefined ? 'ahvIncome' : 'fakIncome');
  yield at(`<sd:FAK-CAF-Salary ${attribute('institutionIDRef', '#FAK')}>`, { row, column });
  yield* periodLines('sd:FAK-CAF-Period', entry, year, placeOf);
  yield* amountLine('sd:FAK-CAF-ContributorySalary', fakIncomeOf(entry), { row, column });
  if (entry.allowances !== undefined) {
    const spot = { row, column: placeOf('allowances') };
    yield at('<sd:FAK-CAF-FamilyIncomeSupplement>', spot);
    yield* amountLine('sd:FAK-CAF-FamilyIncomeSupplementPerPerson', entry.allowances, spot);
    yield { xml: '</sd:FAK-CAF-FamilyIncomeSupplement>' };
  }
  yield element('sd:FAK-CAF-WorkplaceCanton', entry.canton ?? someCanton, { row, column: placeOf('canton') });
  yield { xml: '</sd:FAK-CAF-Salary>' };
}

function* amountLine(name: string, amount: Rappen | undefined, spot: Spot): Generator<Line> {
  if (amount !== undefined) yield element(name, formatRappen(amount), spot);
}
