import { dialectOf, roughTextOf } from '../salary/table/text.js';
import { recognise } from '../salary/xml/start.js';

export type SalaryFormat = 'elm' | 'xlsx' | 'csv';

type Bytes = AsyncIterable<Uint8Array>;

/** Enough for the headings of any table. */
const startBytes = 64 * 1024;

/**
 * Finds out by its beginning what a file is, never by its name, and gives its bytes back whole. What is nothing known
 * is left to the reader of ELM, which says so.
 */
export async function formatOf(bytes: Bytes): Promise<{ readonly format: SalaryFormat; readonly whole: Bytes }> {
  const iterator = bytes[Symbol.asyncIterator]();
  const pieces: Uint8Array[] = [];
  let length = 0;
  let ended = false;
  while (length < startBytes && !ended) {
    const next = await iterator.next();
    if (next.done === true) ended = true;
    else {
      pieces.push(next.value);
      length += next.value.length;
    }
  }
  return { format: formatOfStart(Buffer.concat(pieces).subarray(0, startBytes)), whole: again(pieces, iterator) };
}

function formatOfStart(start: Uint8Array): SalaryFormat {
  const { kind } = recognise(start);
  if (kind === 'zip') return 'xlsx';
  if (kind !== 'other') return 'elm';
  return dialectOf(roughTextOf(start)) === undefined ? 'elm' : 'csv';
}

async function* again(pieces: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* pieces;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
