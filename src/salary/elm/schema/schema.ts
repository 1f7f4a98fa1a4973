import type { Edition as Names, SupportedVersion } from '../versions.js';
import { automatonOf, type State } from './automaton.js';
import { editions } from './editions.js';
import { parseContent, type ElementParticle, type Particle } from './notation.js';
import { simpleTypes, type SimpleType } from './simple-types.js';

/** An element at its place in a type. There is one object for each name in a type. */
export interface ElementDeclaration {
  readonly name: string;
  readonly namespace: string;
  readonly type: ElementType;
  readonly max: number;
  /** Its position in the type, as a power of two. */
  readonly bit: number;
  /** The bits of those that it can't stand beside. */
  readonly excludes: number;
}

export interface ElementType {
  readonly name: string;
  readonly content: 'elements' | 'text' | 'nothing' | 'anything';
  /** Of a text; `undefined` means that every text will do. */
  readonly text: SimpleType | undefined;
  readonly attributes: readonly AttributeDeclaration[];
  readonly start: State<ElementDeclaration>;
  readonly elements: ReadonlyMap<string, ElementDeclaration>;
}

export interface AttributeDeclaration {
  readonly name: string;
  readonly type: SimpleType | undefined;
}

const nothing: State<ElementDeclaration> = { next: new Map(), accepting: true };

const leaf = (name: string, content: ElementType['content'], text?: SimpleType): ElementType => ({
  name,
  content,
  text,
  attributes: [],
  start: nothing,
  elements: new Map(),
});

export interface Schema {
  /** `DeclareSalary`, and with it all that can be below. */
  readonly root: ElementDeclaration;
  readonly namespaces: ReadonlySet<string>;
}

/** The schema of an edition, made when it is first asked for. */
export function schemaOf(names: Names): Schema {
  return (schemas[names.version] ??= {
    root: rootOf(names),
    namespaces: new Set([names.root, ...Object.values(names.namespaces)]),
  });
}

const schemas: Partial<Record<SupportedVersion, Schema>> = {};

function rootOf({ version, root, namespaces }: Names): ElementDeclaration {
  const edition = editions[version];
  const types = new Map<string, ElementType>([
    ['', leaf('', 'text')],
    ['Empty', leaf('Empty', 'nothing')],
    ['Anything', leaf('Anything', 'anything')],
    ...Object.entries(simpleTypes).map(([name, type]) => [name, leaf(name, 'text', type)] as const),
  ]);

  const typeOf = (name: string): ElementType => {
    const known = types.get(name) ?? complexType(name);
    types.set(name, known);
    return known;
  };

  const complexType = (name: string): ElementType => {
    const prefix = (['sdc', 'sd', 'c'] as const).find((each) => Object.hasOwn(edition[each], name));
    if (prefix === undefined) throw new Error(`ELM ${version} has no type ${name}`);
    const { particles, attributes, text } = parseContent(edition[prefix][name] ?? '');
    const flat = elementsIn(particles);
    if (flat.length > 31) throw new Error(`${name} has more elements than a number has bits`);
    const bitOf = (one: ElementParticle) => 1 << flat.indexOf(one);
    const elements = new Map(
      flat.map((one): [string, ElementDeclaration] => [
        one.name,
        {
          name: one.name,
          namespace: namespaces[one.prefix === 'c' ? 'c' : prefix] ?? '',
          type: typeOf(one.type ?? ''),
          max: one.max,
          bit: bitOf(one),
          excludes: excludedBy(one, particles).reduce((bits, other) => bits | bitOf(other), 0),
        },
      ]),
    );
    return {
      name,
      content: text === undefined ? 'elements' : 'text',
      text: text === undefined ? undefined : typeOf(text).text,
      attributes: attributes.map(({ name: attribute, type }) => ({ name: attribute, type: typeOf(type).text })),
      start: automatonOf(particles, elements),
      elements,
    };
  };

  return { name: 'DeclareSalary', namespace: root, type: typeOf('DeclareSalary'), max: 1, bit: 1, excludes: 0 };
}

const elementsIn = (particles: readonly Particle[]): readonly ElementParticle[] =>
  particles.flatMap((particle) => ('branches' in particle ? particle.branches.flatMap(elementsIn) : [particle]));

/** The elements of the other branches, wherever the element stands in a branch. */
function excludedBy(element: ElementParticle, particles: readonly Particle[]): readonly ElementParticle[] {
  return particles.flatMap((particle) => {
    if (!('branches' in particle)) return [];
    const own = particle.branches.find((branch) => elementsIn(branch).includes(element));
    if (own === undefined) return [];
    return [...particle.branches.filter((branch) => branch !== own).flatMap(elementsIn), ...excludedBy(element, own)];
  });
}
