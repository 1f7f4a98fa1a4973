import type { Client, Employee } from '../../contract/portal.gen.js';
import type { Language, Translate } from '../i18n/translate.js';
import type { SheetCell, SheetModel } from '../platform/xlsx-writer.js';
import { cantonNames } from '../salary/cantons.js';
import { columnKeys, columns, type ColumnKey } from '../salary/table/columns.js';
import type { Header } from '../salary/table/entry.js';
import { headerKeys, labelIn } from '../salary/table/header.js';
import { columnLetters } from '../salary/table/row.js';
import { headerRowOf, template, templateColumnOf } from '../salary/table/template.js';

export interface TemplateWishes {
  readonly year: number;
  readonly language: Language;
  readonly header: Header;
  readonly employees: readonly Employee[];
}

/** Rows for people that nobody knows yet; more can be inserted. */
const emptyRows = 200;
const mostFrancs = 99_999_999.99;

const days: ReadonlySet<ColumnKey> = new Set<ColumnKey>(['birth', 'from', 'until']);
const amounts: ReadonlySet<ColumnKey> = new Set<ColumnKey>([
  'ahvIncome',
  'ahvOpen',
  'alvIncome',
  'alvzIncome',
  'alvOpen',
  'fakIncome',
  'allowances',
]);

/** Who was employed in the year, for some of it at least. */
export const employedIn = (year: number, { entry, exit }: Employee): boolean =>
  entry <= `${year}-12-31` && (exit === null || exit >= `${year}-01-01`);

/** What the portal knows of a client, as the template writes it. */
export function headerOfClient({ fund, number, name, uid, address }: Client): Header {
  const place = /^(?:CH-)?([0-9]{4}) (.+)$/.exec(address.at(-1) ?? '');
  return {
    fund: `${fund}.000`,
    member: number,
    company: name,
    ...(uid === null ? {} : { uid }),
    ...(place !== null && address.length > 1 ? { street: address.at(-2) ?? '' } : {}),
    ...(place === null ? {} : { zip: place[1] ?? '', city: place[2] ?? '' }),
  };
}

/** The sheets of the template: the table, and how to fill it in. */
export function templateSheets(wishes: TemplateWishes, translate: Translate): readonly SheetModel[] {
  const { year, language, employees } = wishes;
  const lastRow = template.headingRow + employees.length + emptyRows;
  const table: SheetModel = {
    name: translate('template.sheet'),
    widths: columnKeys.map((key) => (key === 'ahvNumber' ? 24 : days.has(key) || amounts.has(key) ? 14 : 16)),
    cells: [...above(wishes, translate), ...headings(language), ...people(wishes, lastRow)],
    rules: rulesFor(year, lastRow, translate),
    frozenRows: template.headingRow,
  };
  const lines = translate('template.guide').split(' | ');
  const guide: SheetModel = {
    name: translate('template.guideSheet'),
    widths: [110],
    cells: lines.map((value, index) => ({ row: index + 1, column: 1, value, look: index === 0 ? 'title' : 'label' })),
    rules: [],
    frozenRows: 0,
  };
  return [table, guide];
}

function above({ year, language, header }: TemplateWishes, translate: Translate): readonly SheetCell[] {
  const { markRow: row, mark, markColumn: column } = template;
  const values: Header = { ...header, year: String(year) };
  return [
    { row, column: 1, value: translate('template.title', { year }), look: 'title' },
    { row, column, value: mark, look: 'note' },
    ...headerKeys.flatMap((key): readonly SheetCell[] => [
      { row: headerRowOf(key), column: 1, value: labelIn(key, language), look: 'label' },
      {
        row: headerRowOf(key),
        column: 2,
        value: key === 'year' ? year : values[key],
        look: 'entry',
        ...(key === 'year' ? {} : { format: 'text' as const }),
      },
    ]),
  ];
}

const headings = (language: Language): readonly SheetCell[] =>
  columnKeys.map((key) => ({
    row: template.headingRow,
    column: templateColumnOf(key),
    value: columns[key].heading[language],
    look: 'heading',
  }));

function people({ year, employees }: TemplateWishes, lastRow: number): readonly SheetCell[] {
  const rows = Array.from({ length: lastRow - template.headingRow }, (_, index) => index);
  return rows.flatMap((index) => {
    const known = employees[index] === undefined ? {} : knownOf(employees[index], year);
    return columnKeys.map((key) => ({
      row: template.firstPersonRow + index,
      column: templateColumnOf(key),
      value: known[key],
      look: 'entry' as const,
      ...(days.has(key)
        ? { format: 'day' as const }
        : { format: amounts.has(key) ? ('amount' as const) : ('text' as const) }),
    }));
  });
}

/** Days of entry and exit stand only where they are within the year: an empty cell means all of it. */
function knownOf(employee: Employee, year: number): Partial<Record<ColumnKey, SheetCell['value']>> {
  const { ahvNumber, lastName, firstName, dateOfBirth, sex, entry, exit, canton } = employee;
  const within = (day: string | null): day is string => day?.startsWith(`${year}-`) === true;
  return {
    ahvNumber: ahvNumber ?? undefined,
    lastname: lastName,
    firstname: firstName,
    birth: { day: dateOfBirth },
    sex,
    from: within(entry) ? { day: entry } : undefined,
    until: within(exit) ? { day: exit } : undefined,
    exit: within(exit) ? 'x' : undefined,
    canton,
  };
}

function rulesFor(year: number, lastRow: number, translate: Translate): SheetModel['rules'] {
  const rangeOf = (key: ColumnKey): string => {
    const letters = columnLetters(templateColumnOf(key));
    return `${letters}${template.firstPersonRow}:${letters}${lastRow}`;
  };
  const list = (key: ColumnKey, values: readonly string[], message: string) => ({
    range: rangeOf(key),
    allowed: { kind: 'list', values } as const,
    message,
  });
  return [
    list('sex', ['F', 'M'], translate('template.rule.sex')),
    list('exit', ['x'], translate('template.rule.exit')),
    list('canton', cantonNames, translate('template.rule.canton')),
    list('residence', [...cantonNames, 'EX'], translate('template.rule.canton')),
    ...[...days].map((key) => ({
      range: rangeOf(key),
      allowed: {
        kind: 'days',
        from: key === 'birth' ? '1900-03-01' : `${year}-01-01`,
        until: `${year}-12-31`,
      } as const,
      message: translate('template.rule.day'),
    })),
    ...[...amounts].map((key) => ({
      range: rangeOf(key),
      allowed: { kind: 'amounts', most: mostFrancs } as const,
      message: translate('template.rule.amount'),
    })),
  ];
}
