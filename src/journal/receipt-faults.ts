import { beforeTheFirst, entryOn, hashOf, lineOf } from './receipt-entry.js';
import type { Entry } from './receipt-entry.js';
import type { Head, YearOnDisk } from './receipt-files.js';

/** What is wrong with a chain. Lines count from 1 as they stand in the file; entries by their own numbers. */
export type ChainFault =
  | { readonly code: 'changed' | 'unproven' | 'moved' | 'repeated' | 'torn'; readonly line: number }
  | { readonly code: 'missing'; readonly from: number; readonly to: number }
  | { readonly code: 'head-missing' };

interface Line {
  readonly text: string;
  readonly hash: string;
  readonly entry: Entry | undefined;
}

/**
 * Finds what was changed, removed, moved or repeated in a year. The head vouches for the last entry, and each entry for
 * the one before: so the chain is followed from its end, by hashes, wherever the lines stand.
 */
export function chainFaults({ lines: texts, torn, head }: YearOnDisk): readonly ChainFault[] {
  const lines = texts.map((text): Line => ({ text, hash: hashOf(text), entry: entryOn(text) }));
  const end = endOf(lines, head);
  const walk = new Walk(lines);
  walk.down(end.hash, end.sequence);
  const faults = [...walk.faults, ...walk.leftovers()];
  if (torn !== '') faults.push({ code: 'torn', line: lines.length + 1 });
  if (head === undefined) faults.push({ code: 'head-missing' });
  return faults.sort((one, other) => placeOf(one) - placeOf(other));
}

/**
 * Where the way begins. What was appended when its run was killed, before the head was written, stands behind what the
 * head knows.
 */
function endOf(lines: readonly Line[], head: Head | undefined): { hash: string; sequence: number } {
  const last = lines.findLast(({ entry }) => entry !== undefined);
  const sequence = last?.entry?.sequence ?? 0;
  const isKnown = head === undefined || lines.some(({ hash }) => hash === head.hash);
  if (last !== undefined && isKnown && sequence > (head?.count ?? 0)) return { hash: last.hash, sequence };
  return { hash: head?.hash ?? '', sequence: head?.count ?? 0 };
}

const placeOf = (fault: ChainFault): number =>
  'line' in fault ? fault.line : fault.code === 'missing' ? fault.from : Infinity;

/** The way from the end of a chain to its beginning. */
class Walk {
  readonly faults: ChainFault[] = [];
  readonly #lines: readonly Line[];
  readonly #seen = new Set<number>();
  readonly #accused = new Set<number>();

  constructor(lines: readonly Line[]) {
    this.#lines = lines;
  }

  /** @param sequence of the entry whose hash that is */
  down(hash: string, sequence: number): void {
    let [wanted, number, above] = [hash, sequence, this.#lines.length];
    while (number > 0) {
      const isNeighbour = this.#lines[above - 1]?.hash === wanted && !this.#seen.has(above - 1);
      const index = isNeighbour
        ? above - 1
        : this.#lines.findIndex((line, at) => line.hash === wanted && !this.#seen.has(at));
      const next = index === -1 ? this.#acrossGap(number, above) : { index, number };
      if (next === undefined) return;
      this.#see(next.index);
      above = next.index;
      [number, wanted] = this.#below(next.index, next.number);
    }
  }

  /** Number and hash of the entry before; the hash is the line's word, or what stands there if it has none. */
  #below(index: number, number: number): [number, string] {
    const { entry } = this.#lines[index] ?? {};
    const neighbour = this.#lines[index - 1]?.hash ?? '';
    if (entry === undefined) return [number - 1, neighbour];
    if (number === 1 && entry.previous !== beforeTheFirst) this.#accuse(index, 'changed');
    if (!this.#accused.has(index)) return [number - 1, entry.previous];
    // A line that was changed may lie about the one before, which then nobody vouches for.
    const before = this.#lines[index - 1];
    if (entry.previous === neighbour || before?.entry?.sequence !== number - 1) return [number - 1, entry.previous];
    this.#accuse(index - 1, 'unproven');
    return [number - 1, neighbour];
  }

  /** The entry of that number is not what it was: changed where it stands, or missing and others with it. */
  #acrossGap(number: number, above: number): { index: number; number: number } | undefined {
    const suspect = this.#lines[above - 1];
    const claims = suspect?.entry?.sequence;
    if (suspect !== undefined && !this.#seen.has(above - 1) && (claims === undefined || claims >= number)) {
      this.#accuse(above - 1, 'changed');
      return { index: above - 1, number };
    }
    const index = this.#highestBelow(number + 1);
    const found = this.#lines[index]?.entry?.sequence ?? 0;
    if (found < number) this.faults.push({ code: 'missing', from: found + 1, to: number });
    else this.#accuse(index, 'changed');
    return found === 0 ? undefined : { index, number: found };
  }

  #highestBelow(number: number): number {
    let best = -1;
    for (const [index, { entry }] of this.#lines.entries()) {
      const sequence = entry?.sequence ?? 0;
      const isHigher = sequence > (this.#lines[best]?.entry?.sequence ?? 0);
      if (!this.#seen.has(index) && sequence < number && isHigher) best = index;
    }
    return best;
  }

  #see(index: number): void {
    this.#seen.add(index);
    const { entry, text } = this.#lines[index] ?? {};
    // The same content in another form has another hash, but the last line of all may have nobody who knows it.
    if (entry !== undefined && lineOf(entry) !== text) this.#accuse(index, 'changed');
  }

  #accuse(index: number, code: 'changed' | 'unproven'): void {
    if (!this.#accused.has(index)) this.faults.push({ code, line: index + 1 });
    this.#accused.add(index);
  }

  /** Lines that the way did not meet, and those that stand behind later ones. */
  leftovers(): readonly ChainFault[] {
    const faults: ChainFault[] = [];
    const met = new Set([...this.#seen].map((index) => this.#lines[index]?.hash));
    let highest = 0;
    for (const [index, { hash, entry }] of this.#lines.entries()) {
      const line = index + 1;
      if (!this.#seen.has(index)) faults.push({ code: met.has(hash) ? 'repeated' : 'changed', line });
      else if (entry !== undefined && !this.#accused.has(index)) {
        if (entry.sequence < highest) faults.push({ code: 'moved', line });
        highest = Math.max(highest, entry.sequence);
      }
    }
    return faults;
  }
}
