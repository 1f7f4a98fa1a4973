import type { Params } from '../../finding.js';
import type { ValueFault } from '../../rules/v02-values.js';
import { noAttributes, type Attributes } from '../../xml/visitor.js';
import { collapsed } from '../../xml/lexical.js';
import type { ElementType } from './schema.js';

type AttributeFault = readonly [fault: ValueFault, name: string, params?: Params | undefined];

const none: readonly AttributeFault[] = [];

/** May stand in every element, for programs that look for a schema. */
const hints = new Set(['schemaLocation', 'noNamespaceSchemaLocation']);

/**
 * What is wrong with the attributes of an element. An unknown one beside a missing one is taken for it: that is one
 * mistake. All attributes of ELM are required.
 */
export function attributeFaults({ attributes: declared }: ElementType, found: Attributes): readonly AttributeFault[] {
  if (found === noAttributes && declared.length === 0) return none;
  const unknown = unknownIn(declared, found);
  const missing = declared.filter(({ name }) => found[name] === undefined);
  if (unknown.length === 0 && missing.length === 0) return malformed(declared, found);
  return [
    ...missing.map(({ name }): AttributeFault => ['missing', name]),
    ...unknown.slice(missing.length).map((name): AttributeFault => ['attribute', name, { attribute: name }]),
    ...malformed(declared, found),
  ];
}

function unknownIn(declared: ElementType['attributes'], found: Attributes): readonly string[] {
  let unknown: string[] | undefined;
  for (const name in found) {
    const { uri = '', local = '' } = found[name] ?? {};
    if (uri === 'http://www.w3.org/2000/xmlns/') continue;
    if (uri === 'http://www.w3.org/2001/XMLSchema-instance' && hints.has(local)) continue;
    if (uri !== '' || !declared.some((attribute) => attribute.name === name)) (unknown ??= []).push(name);
  }
  return unknown ?? [];
}

function malformed(declared: ElementType['attributes'], found: Attributes): readonly AttributeFault[] {
  return declared.flatMap(({ name, type }): readonly AttributeFault[] => {
    const { value } = found[name] ?? {};
    if (value === undefined || type === undefined) return [];
    return type.accepts(type.collapses ? collapsed(value) : value) ? [] : [[type.fault, name, type.params]];
  });
}
