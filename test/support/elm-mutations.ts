import type { SeededRandom } from '../../sandbox/seeds/seeded-random.js';
import type { XmlNode } from './xml-tree.js';
import { allOf, copyOf, elementsOf, writeXml } from './xml-tree.js';
import { texts } from './elm-values.js';

/** A document that was changed in one place, and how. */
export interface Mutant {
  readonly change: string;
  readonly xml: string;
}

interface Spot {
  readonly root: XmlNode;
  readonly node: XmlNode;
  readonly parent: XmlNode;
  readonly index: number;
  readonly pick: SeededRandom['pick'];
}

type Change = (spot: Spot) => string | undefined;

/** Each says what it did, or nothing if there was nothing to do here. */
const changes: Readonly<Record<string, Change>> = {
  drop: ({ node, parent, index }) => {
    parent.children.splice(index, 1);
    return node.name;
  },
  'drop attribute': ({ node, pick }) => {
    if (node.attributes.length === 0) return undefined;
    const [name] = pick(node.attributes);
    if (name.startsWith('xmlns')) return undefined;
    node.attributes = node.attributes.filter(([other]) => other !== name);
    return `${node.name} @${name}`;
  },
  duplicate: ({ node, parent, index }) => {
    parent.children.splice(index, 0, copyOf(node));
    return node.name;
  },
  'copy elsewhere': ({ root, node, pick }) => {
    const target = pick(inScope(root));
    target.children.splice(pick([...target.children.keys(), target.children.length]), 0, copyOf(node));
    return `${node.name} into ${target.name}`;
  },
  swap: ({ parent, node, index, pick }) => {
    const other = pick(elementsOf(parent));
    if (other === node) return undefined;
    parent.children[parent.children.indexOf(other)] = node;
    parent.children[index] = other;
    return `${node.name} with ${other.name}`;
  },
  rename: ({ root, node, pick }) => {
    const name = pick([
      ...new Set(allOf(root).map((other) => local(other.name))),
      'Unknown',
      'x',
      `${local(node.name)}s`,
    ]);
    const from = node.name;
    node.name = `${prefixOf(from)}:${name}`;
    return `${from} to ${node.name}`;
  },
  'rename attribute': ({ node, pick }) => {
    const attribute = node.attributes.find(([name]) => !name.startsWith('xmlns'));
    if (attribute === undefined) return undefined;
    const [from] = attribute;
    attribute[0] = pick([
      'institutionID',
      'institutionIDRef',
      'workplaceID',
      'institutionIdRef',
      'sd:institutionIDRef',
      'id',
    ]);
    return `${node.name} @${from} to ${attribute[0]}`;
  },
  retype: ({ node, pick }) => {
    if (elementsOf(node).length > 0) return undefined;
    const text = pick(texts);
    node.children = [text];
    return `${node.name} to ${JSON.stringify(text.slice(0, 40))}`;
  },
  'retype attribute': ({ node, pick }) => {
    const attribute = node.attributes.find(([name]) => !name.startsWith('xmlns'));
    if (attribute === undefined) return undefined;
    attribute[1] = pick(texts);
    return `${node.name} @${attribute[0]} to ${JSON.stringify(attribute[1].slice(0, 40))}`;
  },
  nudge: ({ node, pick }) => {
    const [text] = node.children;
    if (typeof text !== 'string' || node.children.length > 1) return undefined;
    const at = pick([...Array(text.length).keys(), 0]);
    const put = pick(['', '0', '9', '-', '.', 'A', 'z', ' ', '\n', '#', `${text.charAt(at)}${text.charAt(at)}`]);
    node.children = [`${text.slice(0, at)}${put}${text.slice(at + 1)}`];
    return `${node.name} to ${JSON.stringify(node.children[0])}`;
  },
  namespace: ({ root, node, pick }) => {
    const prefixes = root.attributes.flatMap(([name]) => (name.startsWith('xmlns:') ? [name.slice(6)] : []));
    const from = node.name;
    const prefix = pick([...prefixes, 'foreign', '']);
    node.name = prefix === '' ? local(from) : `${prefix}:${local(from)}`;
    if (prefix === 'foreign') node.attributes.push(['xmlns:foreign', pick(foreign)]);
    return `${from} to ${node.name}`;
  },
  'add attribute': ({ node, pick }) => {
    const name = pick(['institutionIDRef', 'institutionID', 'id', 'xml:lang', 'xsi:nil', 'xsi:schemaLocation']);
    if (node.attributes.some(([other]) => other === name)) return undefined;
    node.attributes.push([name, name === 'xsi:nil' ? 'true' : name === 'xml:lang' ? 'de' : '#AHV-AVS']);
    if (name.startsWith('xsi')) node.attributes.push(['xmlns:xsi', 'http://www.w3.org/2001/XMLSchema-instance']);
    return `${node.name} @${name}`;
  },
  'add text': ({ node, pick }) => {
    const text = pick(['x', ' ', '\n', '0', '.']);
    node.children.splice(pick([0, node.children.length]), 0, text);
    return `${node.name} ${JSON.stringify(text)}`;
  },
  'add element': ({ root, node, pick }) => {
    const name = pick(allOf(root)).name;
    node.children.splice(pick([0, node.children.length]), 0, { name, attributes: [], children: [] });
    return `${name} into ${node.name}`;
  },
};

/** Values are most of a declaration, and what most can be wrong with. */
const kinds = [...Object.keys(changes), 'retype', 'retype', 'nudge'];
const foreign = [
  'urn:x',
  'http://www.swissdec.ch/schema/sd/20090803/SalaryDeclaration',
  'http://www.swissdec.ch/schema/sd/20130514/SalaryDeclaration',
];

const local = (name: string) => name.slice(name.indexOf(':') + 1);
const prefixOf = (name: string) => name.slice(0, name.indexOf(':'));

/** What stands in a block of another domain may be anything, so there is nothing to be wrong there. */
const inScope = (root: XmlNode) => allOf(root).filter(({ name }) => name !== 'sd:Whatever' && !otherDomain.test(name));
const otherDomain =
  /^sd:(?:(?:UVG-LAA|UVGZ-LAAC|KTG-AMC|BVG-LPP|Tax(?:AtSource|Crossborder)?)(?:-?(?:Salaries|Totals))?|Statistic(?:Salaries)?)$/;

/** Changes a valid document in one place, at random. */
export function mutantOf(document: XmlNode, random: SeededRandom): Mutant {
  const pick: SeededRandom['pick'] = (list) => random.pick(list);
  for (;;) {
    const root = copyOf(document);
    const node = pick(allOf(root).filter(({ name }) => name !== 'sd:Whatever'));
    const parent = allOf(root).find(({ children }) => children.includes(node));
    const kind = pick(kinds);
    // The root has no neighbours, and a block of another domain no form.
    if (parent === undefined && !['rename', 'namespace', 'add attribute', 'add text'].includes(kind)) continue;
    const place = parent ?? { name: '', attributes: [], children: [node] };
    if (otherDomain.test(node.name) && !['drop', 'duplicate', 'swap', 'rename', 'namespace'].includes(kind)) continue;
    const done = changes[kind]?.({ root, node, parent: place, index: place.children.indexOf(node), pick });
    if (done !== undefined) return { change: `${kind}: ${done}`, xml: writeXml(root) };
  }
}
