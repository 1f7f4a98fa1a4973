import { SaxesParser } from 'saxes';

/** An XML element that can be changed and written again. Names are as written, with their prefix. */
export interface XmlNode {
  name: string;
  attributes: [name: string, value: string][];
  children: (XmlNode | string)[];
}

/** Reads a document; white space between elements is kept, comments are not. */
export function parseXml(text: string): XmlNode {
  const document: XmlNode = { name: '', attributes: [], children: [] };
  const open = [document];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const node: XmlNode = { name, attributes: Object.entries(attributes), children: [] };
    open.at(-1)!.children.push(node);
    open.push(node);
  });
  parser.on('text', (content) => open.at(-1)!.children.push(content));
  parser.on('closetag', () => open.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
  return elementsOf(document)[0]!;
}

export const elementsOf = ({ children }: XmlNode): XmlNode[] => children.filter((child) => typeof child !== 'string');

/** The node itself and all that are in it, each after the one it is in. */
export const allOf = (node: XmlNode): XmlNode[] => [node, ...elementsOf(node).flatMap(allOf)];

export function writeXml({ name, attributes, children }: XmlNode): string {
  const written = attributes.map(([attribute, value]) => ` ${attribute}="${escaped(value).replaceAll('"', '&quot;')}"`);
  const content = children.map((child) => (typeof child === 'string' ? escaped(child, '\r') : writeXml(child)));
  return `<${name}${written.join('')}>${content.join('')}</${name}>`;
}

/** White space that would not survive is written as a reference. */
const escaped = (text: string, references = '\r\n\t'): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(new RegExp(`[${references}]`, 'g'), (space) => `&#${space.charCodeAt(0)};`);

export const copyOf = (node: XmlNode): XmlNode => structuredClone(node);
