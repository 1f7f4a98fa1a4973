import type { Entry } from './entry.js';

const chunkBytes = 1024 * 1024;

const keys = [
  ...['row', 'ordinal', 'faulty', 'ahvNumber', 'lastname', 'firstname', 'birth', 'sex', 'from', 'until', 'exit'],
  ...['ahvIncome', 'ahvOpen', 'alvIncome', 'alvzIncome', 'alvOpen', 'canton', 'fakIncome', 'allowances'],
  ...['zip', 'city', 'residence'],
] as readonly (keyof Entry)[];

/**
 * The rows of a table, packed: as bytes outside of the heap, about a hundred for a row. All of them have to be kept, since
 * the rows of a person belong together wherever they stand.
 */
export class EntryStore implements Iterable<Entry> {
  readonly #chunks: Buffer[] = [];
  #used = chunkBytes;
  readonly #places = new Numbers();
  /** Of each row the next one of the same person, plus one; of each person the first and the last row. */
  readonly #next = new Numbers();
  readonly #first = new Numbers();
  readonly #last = new Numbers();

  get length(): number {
    return this.#places.length;
  }

  /** Takes the next row. The ordinals of persons begin at 1 and leave none out. */
  add(entry: Entry): void {
    const index = this.length;
    this.#places.push(this.#pack(Buffer.from(JSON.stringify(keys.map((key) => entry[key] ?? null)))));
    this.#next.push(0);
    const person = entry.ordinal - 1;
    if (person === this.#first.length) {
      this.#first.push(index);
      this.#last.push(index);
    } else {
      this.#next.set(this.#last.at(person), index + 1);
      this.#last.set(person, index);
    }
  }

  *[Symbol.iterator](): Generator<Entry> {
    for (let index = 0; index < this.length; index += 1) yield this.#unpack(index);
  }

  /** The rows of each person together, in the order in which the persons first appear. */
  *persons(): Generator<readonly Entry[]> {
    for (let person = 0; person < this.#first.length; person += 1) {
      const entries: Entry[] = [];
      for (let row = this.#first.at(person) + 1; row > 0; row = this.#next.at(row - 1))
        entries.push(this.#unpack(row - 1));
      yield entries;
    }
  }

  /** Where the bytes begin, counted over all chunks; before them stands how many there are. */
  #pack(bytes: Buffer): number {
    if (this.#used + 4 + bytes.length > chunkBytes) {
      this.#chunks.push(Buffer.alloc(Math.max(chunkBytes, 4 + bytes.length)));
      this.#used = 0;
    }
    const chunk = this.#chunks.at(-1) ?? Buffer.alloc(0);
    const place = (this.#chunks.length - 1) * chunkBytes + this.#used;
    chunk.writeUInt32LE(bytes.length, this.#used);
    bytes.copy(chunk, this.#used + 4);
    this.#used += 4 + bytes.length;
    return place;
  }

  #unpack(index: number): Entry {
    const place = this.#places.at(index);
    const chunk = this.#chunks[Math.floor(place / chunkBytes)] ?? Buffer.alloc(4);
    const from = (place % chunkBytes) + 4;
    const values = JSON.parse(chunk.toString('utf8', from, from + chunk.readUInt32LE(from - 4))) as readonly unknown[];
    return Object.fromEntries(keys.map((key, column) => [key, values[column] ?? undefined])) as unknown as Entry;
  }
}

/** A list of whole numbers, eight bytes each. */
class Numbers {
  #values = new Float64Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new Float64Array(this.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length] = value;
    this.length += 1;
  }

  at(index: number): number {
    return this.#values[index] ?? 0;
  }

  set(index: number, value: number): void {
    this.#values[index] = value;
  }
}
