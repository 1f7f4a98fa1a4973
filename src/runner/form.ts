import type { Verb } from '../commands/define.js';
import { formats } from '../config/settings.js';
import type { Format, Settings } from '../config/settings.js';
import { ConnectError } from '../errors.js';
import type { Tell } from '../render/tell.js';
import type { Context } from './context.js';

/** How a result leaves the program. `undefined` leaves the choice of the format to the printer. */
export type Form =
  | { readonly kind: 'format'; readonly format: Format | undefined }
  | { readonly kind: 'document'; readonly make: (rows: readonly unknown[], context: Context) => Promise<unknown> }
  | { readonly kind: 'notices'; readonly lines: (row: unknown, tell: Tell) => readonly string[] };

interface Wishes {
  readonly output: Settings['output'];
  readonly fields: string | undefined;
  readonly query: string | undefined;
}

/**
 * Finds out in which form the result is wanted. Documents and notices are whole: no fields or members are picked.
 * @throws ConnectError `option-invalid`, which names what is possible with this verb; `options-conflict`
 */
export function formOf(verb: Verb, input: unknown, { output, fields, query }: Wishes): Form {
  const { documents = {}, notices } = verb.kind === 'list' ? verb : {};
  const isSaid = output.origin === 'option' ? output.value : undefined;
  const others = [fields === undefined ? '' : '--fields', query === undefined ? '' : '--query'];
  if (notices?.wanted(input as never) === true) {
    refuseAny([isSaid === undefined ? '' : '--output', ...others], notices.option);
    return { kind: 'notices', lines: (row, tell) => notices.lines(row as never, tell) };
  }
  const format = formats.find((one) => one === output.value);
  if (format !== undefined || output.value === undefined) return { kind: 'format', format };
  const make = Object.hasOwn(documents, output.value) ? documents[output.value] : undefined;
  if (make === undefined) {
    const expected = [...formats, ...Object.keys(documents)].join(', ');
    throw new ConnectError('option-invalid', { option: '--output', value: output.value, expected });
  }
  refuseAny(others, `--output ${output.value}`);
  return { kind: 'document', make: (rows, context) => make(rows as never, input as never, context) };
}

function refuseAny(options: readonly string[], beside: string): void {
  const [first] = options.filter((option) => option !== '');
  if (first !== undefined) throw new ConnectError('options-conflict', { options: `${beside}, ${first}` });
}
