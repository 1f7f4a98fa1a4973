import { LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Node } from 'yaml';

/** Where something begins in a text, both from 1. */
export interface Spot {
  readonly line: number;
  readonly column: number;
}

/** A document of texts: what is a number or a truth value its reader decides, so that `10001.00` stays what it is. */
export type YamlTree =
  | { readonly kind: 'text'; readonly text: string; readonly at: Spot }
  | { readonly kind: 'nothing'; readonly at: Spot }
  | { readonly kind: 'list'; readonly items: readonly YamlTree[]; readonly at: Spot }
  | { readonly kind: 'map'; readonly entries: readonly YamlEntry[]; readonly at: Spot };

export interface YamlEntry {
  readonly key: string;
  readonly keyAt: Spot;
  readonly value: YamlTree;
}

/** Why a text is no YAML that we read. */
export interface YamlFault {
  readonly at: Spot;
  readonly kind: 'syntax' | 'key-twice' | 'key-unfit' | 'too-much';
  /** What the parser says, in English, or the key. */
  readonly what: string;
}

/** References to other parts are followed, but a text of a page must not become a book: so many nodes, so deep. */
const mostNodes = 100_000;
const deepest = 30;
const mostAliases = 500;

/** Reads one document of YAML 1.2, of which JSON is a part. */
export function readYaml(text: string): YamlTree | YamlFault {
  const lines = new LineCounter();
  const spotOf = (offset: number | undefined): Spot => {
    const { line, col } = lines.linePos(offset ?? 0);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  try {
    const settings = { schema: 'failsafe', version: '1.2', uniqueKeys: false, prettyErrors: false } as const;
    const document = parseDocument(text, { ...settings, lineCounter: lines });
    const [fault] = [...document.errors, ...document.warnings];
    if (fault !== undefined) {
      // The parser tells by a mistake of the document that its own stack was too small for it.
      const kind = fault.message.includes('call stack') ? 'too-much' : 'syntax';
      return { at: spotOf(fault.pos[0]), kind, what: fault.message };
    }
    let nodes = 0;
    let aliases = 0;
    const treeOf = (node: Node | null | undefined, fallback: Spot, depth: number): YamlTree => {
      const at = node?.range ? spotOf(node.range[0]) : fallback;
      nodes += 1;
      if (nodes > mostNodes || depth > deepest) throw new Refused({ at, kind: 'too-much', what: '' });
      if (isAlias(node)) {
        aliases += 1;
        if (aliases > mostAliases) throw new Refused({ at, kind: 'too-much', what: '' });
        const target = node.resolve(document);
        if (target === undefined) throw new Refused({ at, kind: 'syntax', what: `*${node.source}` });
        return treeOf(target, at, depth + 1);
      }
      if (isSeq(node)) {
        return { kind: 'list', items: node.items.map((item) => treeOf(item as Node, at, depth + 1)), at };
      }
      if (isMap(node)) {
        const seen = new Set<string>();
        const entries = node.items.map(({ key, value }): YamlEntry => {
          const keyAt = spotOf((key as Node).range?.[0]);
          if (!isScalar(key) || typeof key.value !== 'string')
            throw new Refused({ at: keyAt, kind: 'key-unfit', what: '' });
          if (seen.has(key.value)) throw new Refused({ at: keyAt, kind: 'key-twice', what: key.value });
          seen.add(key.value);
          return { key: key.value, keyAt, value: treeOf(value as Node | null, keyAt, depth + 1) };
        });
        return { kind: 'map', entries, at };
      }
      if (!isScalar(node) || typeof node.value !== 'string') return { kind: 'nothing', at };
      const isEmpty = node.type === 'PLAIN' && ['', '~', 'null'].includes(node.value);
      return isEmpty ? { kind: 'nothing', at } : { kind: 'text', text: node.value, at };
    };
    return treeOf(document.contents, { line: 1, column: 1 }, 0);
  } catch (error) {
    if (error instanceof Refused) return error.fault;
    if (error instanceof RangeError) return { at: { line: 1, column: 1 }, kind: 'too-much', what: '' };
    throw error;
  }
}

class Refused extends Error {
  readonly fault: YamlFault;

  constructor(fault: YamlFault) {
    super(fault.kind);
    this.fault = fault;
  }
}
