import { Chalk } from 'chalk';
import CliTable from 'cli-table3';
import stringWidth from 'string-width';
import { printableLine } from './printable.js';
import type { Tell } from './tell.js';
import { textOf } from './view.js';
import type { Column, Tone } from './view.js';

/** Draws results for people. */
export interface Table {
  list<Row>(rows: readonly Row[], columns: readonly Column<Row>[], width: number): string;
  record<Result>(result: Result, fields: readonly Column<Result>[]): string;
}

const gap = '  ';
const narrowest = 8;
/** cli-table3 needs time with the square of the rows; drawn in blocks of this size it stays linear. */
const block = 200;

export function table(tell: Tell, colour: boolean): Table {
  const chalk = new Chalk({ level: colour ? 1 : 0 });
  const paint: Readonly<Record<Tone, (text: string) => string>> = {
    good: chalk.green,
    warning: chalk.yellow,
    bad: chalk.red,
    muted: chalk.dim,
    strong: chalk.bold,
  };
  const cell = <Row>(column: Column<Row>, row: Row, width: number): string => {
    const text = shorten(printableLine(textOf(column, row, tell)), width);
    const tone = column.tone?.(row);
    return tone === undefined ? text : paint[tone](text);
  };
  return {
    list(rows, columns, width) {
      const titles = columns.map((column) => tell.translate(column.title));
      const widths = columnWidths(
        columns.map((column, index) => ({
          widest: rows.reduce(
            (widest, row) => Math.max(widest, columnsOf(printableLine(textOf(column, row, tell)))),
            columnsOf(titles[index] ?? ''),
          ),
          whole: column.whole === true,
        })),
        width,
      );
      const lines = [
        drawn([titles.map((title, index) => chalk.bold(shorten(title, widths[index] ?? narrowest)))], widths),
      ];
      for (let start = 0; start < rows.length; start += block) {
        const part = rows.slice(start, start + block);
        lines.push(
          drawn(
            part.map((row) => columns.map((column, index) => cell(column, row, widths[index] ?? narrowest))),
            widths,
          ),
        );
      }
      return lines.map((line) => `${line}\n`).join('');
    },
    record(result, fields) {
      // Nothing is cut here: who looks at one thing wants all of it, and the terminal wraps.
      const rows = fields.map((field) => [chalk.bold(tell.translate(field.title)), cell(field, result, Infinity)]);
      return rows.length === 0 ? '' : `${drawn(rows)}\n`;
    },
  };
}

interface Extent {
  readonly widest: number;
  readonly whole: boolean;
}

/** Every column as wide as its widest cell; where that is more than the screen, the widest that may give way do so first. */
function columnWidths(columns: readonly Extent[], screen: number): number[] {
  const widths = columns.map(({ widest }) => widest);
  const budget = screen - gap.length * (columns.length - 1);
  for (let excess = sumOf(widths) - budget; excess > 0; excess -= 1) {
    const spare = widths.map((width, index) => (columns[index]?.whole === true ? 0 : width));
    const most = Math.max(...spare);
    if (most <= narrowest) break;
    widths[spare.indexOf(most)] = most - 1;
  }
  return widths;
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

function drawn(rows: readonly (readonly string[])[], widths?: readonly number[]): string {
  const none = {
    top: '',
    'top-mid': '',
    'top-left': '',
    'top-right': '',
    bottom: '',
    'bottom-mid': '',
    'bottom-left': '',
  };
  const grid = new CliTable({
    chars: {
      ...none,
      'bottom-right': '',
      left: '',
      'left-mid': '',
      mid: '',
      'mid-mid': '',
      right: '',
      'right-mid': '',
      middle: gap,
    },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    ...(widths !== undefined && { colWidths: [...widths] }),
  });
  grid.push(...rows.map((row) => [...row]));
  return grid
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

/** Terminal columns of a text; counting is dear, and most texts are plain. */
function columnsOf(text: string): number {
  return /^[\x20-\x7e]*$/.test(text) ? text.length : stringWidth(text);
}

function shorten(text: string, width: number): string {
  if (columnsOf(text) <= width) return text;
  let short = '';
  let taken = 1;
  // What stands on the screen as one character is not cut through.
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    taken += columnsOf(segment);
    if (taken > width) break;
    short += segment;
  }
  return `${short}…`;
}
