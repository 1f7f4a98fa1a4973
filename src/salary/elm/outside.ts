import { partAt, type Part } from './parts.js';

/** What is known of a path below the root. There is one object for each, so that no path is put together twice. */
export class Outside {
  /** Empty for the root. */
  readonly path: string;
  readonly part: Part | undefined;
  /** How many parts began here. */
  count = 0;
  readonly #inner = new Map<string, Outside>();

  constructor(path: string) {
    this.path = path;
    this.part = partAt(path);
  }

  /** An element in this one; to be asked for names that the schema knows, which are few. */
  inner(name: string): Outside {
    const known = this.#inner.get(name);
    if (known !== undefined) return known;
    const made = new Outside(this.path === '' ? name : `${this.path}/${name}`);
    this.#inner.set(name, made);
    return made;
  }
}
