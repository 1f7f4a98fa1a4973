import type { Params } from '../../errors.js';
import type { Spot, YamlFault, YamlTree } from '../../platform/yaml-tree.js';

/** What can be wrong in a file of desired logins. */
export type ProblemKind =
  | YamlFault['kind']
  | 'key-unknown'
  | 'key-missing'
  | 'not-a-map'
  | 'not-a-list'
  | 'not-a-text'
  | 'not-one-of'
  | 'not-of-form'
  | 'nothing-else-about-deactivated'
  | 'role-unknown'
  | 'client-unknown'
  | 'client-named-twice'
  | 'groups-differ'
  | 'user-ambiguous'
  | 'user-named-twice'
  | 'new-user-incomplete'
  | 'theme-not-offered';

/** One mistake, and its place: line and column, and the names that lead there. */
export interface Problem {
  readonly kind: ProblemKind;
  readonly at: Spot;
  /** `clients.10001.00.users.luca.bianchi`. */
  readonly path: string;
  readonly params: Params;
}

/** A part of the document, and where it stands. */
export interface Place {
  readonly tree: YamlTree;
  readonly path: string;
}

/** Collects what is wrong, so that all of it can be told at once. */
export class Problems {
  readonly found: Problem[] = [];

  add(kind: ProblemKind, { tree, path }: Place, params: Params = {}, at: Spot = tree.at): void {
    this.found.push({ kind, at, path, params });
  }

  /** The same where a value was expected. */
  none(kind: ProblemKind, place: Place, params: Params = {}): string | undefined {
    this.add(kind, place, params);
    return undefined;
  }

  /** The members of a map, of which only these may be there; undefined if it is none. */
  map<const K extends string>(place: Place, known: readonly K[]): Partial<Readonly<Record<K, Place>>> | undefined {
    const entries = this.entries(place);
    if (entries === undefined) return undefined;
    const members: Partial<Record<K, Place>> = {};
    for (const { key, keyAt, place: value } of entries) {
      const name = known.find((one) => one === key);
      if (name === undefined) this.add('key-unknown', value, { name: key, known: known.join(', ') }, keyAt);
      else members[name] = value;
    }
    return members;
  }

  /** Whatever names a map has; nothing is a map without any. */
  entries({ tree, path }: Place): readonly { key: string; keyAt: Spot; place: Place }[] | undefined {
    if (tree.kind === 'nothing') return [];
    if (tree.kind !== 'map') {
      this.add('not-a-map', { tree, path });
      return undefined;
    }
    return tree.entries.map(({ key, keyAt, value }) => ({
      ...{ key, keyAt },
      place: { tree: value, path: path === '' ? key : `${path}.${key}` },
    }));
  }

  /** A list; one text alone is a list of one. */
  list({ tree, path }: Place): readonly Place[] | undefined {
    if (tree.kind === 'nothing') return [];
    if (tree.kind === 'text') return [{ tree, path }];
    if (tree.kind !== 'list') {
      this.add('not-a-list', { tree, path });
      return undefined;
    }
    return tree.items.map((item, index) => ({ tree: item, path: `${path}[${index}]` }));
  }

  text(place: Place | undefined, form?: RegExp, expected = ''): string | undefined {
    if (place === undefined) return undefined;
    if (place.tree.kind !== 'text') return this.none('not-a-text', place);
    const { text } = place.tree;
    if (form?.test(text) === false) return this.none('not-of-form', place, { value: text, expected });
    return text;
  }

  oneOf<const T extends string>(place: Place | undefined, known: readonly T[]): T | undefined {
    const text = this.text(place);
    if (place === undefined || text === undefined) return undefined;
    const found = known.find((one) => one === text);
    if (found === undefined) this.add('not-one-of', place, { value: text, known: known.join(', ') });
    return found;
  }

  flag(place: Place | undefined): boolean | undefined {
    const said = this.oneOf(place, ['true', 'false']);
    return said === undefined ? undefined : said === 'true';
  }
}
