import { parseAhvNumber } from './ahv-number.js';
import type { IsoDate } from './dates.js';
import type { Person } from './elm/model.js';
import { fingerprint } from './fingerprint.js';

/** A person as far as it is remembered; positions in the file count persons from 0. */
interface Met {
  readonly position: number;
  readonly line: number;
  readonly column: number;
  /** The last two digits of a right AHV number. */
  readonly suffix: string | undefined;
}

/**
 * Two that may be one. `number`: the same AHV number, born on other days. `twice`: the same number and nothing against it.
 * `withoutNumber`: the same name and birthday, and one of them has no number.
 */
interface Pair {
  readonly kind: 'number' | 'twice' | 'withoutNumber';
  readonly earlier: Met;
  readonly later: Met;
}

/** What is kept of a person, in numbers of 32 bits, and where among them. */
const kept = { number: 0, suffix: 1, birth: 2, high: 3, low: 4, line: 5, column: 6 } as const;

type Kept = keyof typeof kept;

const width = Object.keys(kept).length;

const [withoutNumber, wrongNumber] = [0, 0xffff_ffff];

/** Keys of at most 32 bits and positions below this fit together into one exact number. */
const positions = 2 ** 20;

/**
 * Who was met in a file: 28 bytes a person, and nothing that could be read as a name or a number of somebody. Beyond `limit`
 * persons, which is 2^20 at most, nobody is remembered any more.
 */
export class MetPersons {
  readonly #limit: number;
  #rows = new Uint32Array(width * 64);
  #count = 0;
  #unnumbered = false;
  #overfull = false;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Somebody was not remembered. */
  get overfull(): boolean {
    return this.#overfull;
  }

  add(person: Person): void {
    if (this.#count >= this.#limit) {
      this.#overfull = true;
      return;
    }
    const begin = this.#count * width;
    if (begin === this.#rows.length) {
      const larger = new Uint32Array(this.#rows.length * 2);
      larger.set(this.#rows);
      this.#rows = larger;
    }
    this.#count += 1;
    this.#keepIdentity(begin, person);
    const { line, column } = person.element.at;
    this.#rows[begin + kept.line] = line;
    this.#rows[begin + kept.column] = column;
  }

  #keepIdentity(begin: number, { ahvNumber, lastname, firstname, birth }: Person): void {
    const rows = this.#rows;
    if (ahvNumber === 'unknown') this.#unnumbered = true;
    else if (ahvNumber === undefined || typeof parseAhvNumber(ahvNumber.text) !== 'string')
      rows[begin + kept.number] = wrongNumber;
    else {
      rows[begin + kept.number] = middleOf(ahvNumber.text) + 1;
      rows[begin + kept.suffix] = Number(ahvNumber.text.slice(-2));
    }
    if (birth === undefined) return;
    const [high, low] = fingerprint(plainName(lastname, firstname, birth));
    rows[begin + kept.birth] = dayNumber(birth);
    rows[begin + kept.high] = high;
    rows[begin + kept.low] = low;
  }

  /** Everybody who may have been there before, with the first of the same kind. */
  *pairs(): Generator<Pair> {
    for (const [first, ...others] of this.#groups('number')) {
      const number = this.#at(first, 'number');
      if (number === withoutNumber || number === wrongNumber) continue;
      for (const other of others) {
        const births = [this.#at(first, 'birth'), this.#at(other, 'birth')];
        const kind = births.includes(0) || births[0] === births[1] ? 'twice' : 'number';
        yield { kind, earlier: this.#met(first), later: this.#met(other) };
      }
    }
    // Namesakes with numbers are told apart by these.
    if (this.#unnumbered) for (const group of this.#groups('high')) yield* this.#namesakes(group);
  }

  *#namesakes(group: readonly number[]): Generator<Pair> {
    const firsts = new Map<number, number>();
    for (const position of group) {
      const low = this.#at(position, 'low');
      const first = firsts.get(low);
      if (this.#at(position, 'birth') === 0) continue;
      if (first === undefined) firsts.set(low, position);
      else if ([first, position].some((one) => this.#at(one, 'number') === withoutNumber)) {
        yield { kind: 'withoutNumber', earlier: this.#met(first), later: this.#met(position) };
      }
    }
  }

  /** Positions with the same value, in the order of the file; only where there are several. */
  *#groups(name: Kept): Generator<readonly [number, ...number[]]> {
    const keys = new Float64Array(this.#count);
    for (let position = 0; position < this.#count; position += 1) {
      keys[position] = this.#at(position, name) * positions + position;
    }
    keys.sort();
    for (let begin = 0; begin < keys.length;) {
      const value = Math.floor((keys[begin] ?? 0) / positions);
      let end = begin + 1;
      while (end < keys.length && Math.floor((keys[end] ?? 0) / positions) === value) end += 1;
      if (end - begin > 1) {
        const [first = 0, ...others] = Array.from(keys.subarray(begin, end), (key) => key % positions);
        yield [first, ...others];
      }
      begin = end;
    }
  }

  #at(position: number, name: Kept): number {
    return this.#rows[position * width + kept[name]] ?? 0;
  }

  #met(position: number): Met {
    const number = this.#at(position, 'number');
    const isRight = number !== withoutNumber && number !== wrongNumber;
    return {
      position,
      line: this.#at(position, 'line'),
      column: this.#at(position, 'column'),
      suffix: isRight ? String(this.#at(position, 'suffix')).padStart(2, '0') : undefined,
    };
  }
}

/** The nine digits between prefix and check digit. */
const middleOf = (ahvNumber: string): number =>
  Number(ahvNumber.slice(4, 8) + ahvNumber.slice(9, 13) + ahvNumber.charAt(14));

/** A number for each day, in the order of the days. */
const dayNumber = (date: IsoDate): number => Number(date.slice(0, 4) + date.slice(5, 7) + date.slice(8));

function plainName(lastname: string, firstname: string, birth: string): string {
  const name = `${lastname}\n${firstname}\n${birth}`;
  return (isLatin1(name) ? name : name.normalize('NFC')).toLowerCase();
}

/** Such a text is in NFC already: nothing in it can be composed. */
const isLatin1 = (text: string): boolean => !/[^\0-\xff]/.test(text);
