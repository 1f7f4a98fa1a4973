import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { ConnectError } from '../errors.js';
import { reasonOf, unreadable } from '../platform/file-fault.js';
import type { SchemaFile } from '../platform/xml-schema.js';

/** Swissdec's packages have a dozen files, all together about a megabyte. */
const limits = { files: 200, bytes: 32 * 1024 * 1024 };

/** The schemas that a user obtained from Swissdec. */
export interface SchemaFolder {
  readonly folder: string;
  readonly files: readonly SchemaFile[];
}

/**
 * Reads every XSD of a folder and of those in it.
 * @throws ConnectError `file-not-found`, `schema-unusable`, those of `unreadable`
 */
export async function readSchemaFolder(folder: string): Promise<SchemaFolder> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
    const reason = reasonOf(cause);
    if (reason === 'ENOENT') throw new ConnectError('file-not-found', { file: folder }, { cause });
    throw unusable(folder, reason);
  });
  const names = entries
    .filter((entry) => entry.isFile() && /\.xsd$/i.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
  if (names.length > limits.files) throw unusable(folder, `${names.length} files`);
  const files: SchemaFile[] = [];
  let bytes = 0;
  for (const name of names) {
    const content = await readFile(name).catch((cause: unknown) => {
      throw unreadable(name, cause);
    });
    bytes += content.length;
    if (bytes > limits.bytes) throw unusable(folder, `> ${limits.bytes / 1024 / 1024} MiB`);
    const relative = path.relative(folder, name).split(path.sep).join('/');
    if (content.includes('<!DOCTYPE')) throw unusable(folder, `${relative}: DOCTYPE`);
    files.push({ name: relative, content });
  }
  return { folder, files };
}

export const unusable = (folder: string, reason: string): ConnectError =>
  new ConnectError('schema-unusable', { folder, reason });

const target = /<(?:\w+:)?schema\b[^>]*?\stargetNamespace\s*=\s*["']([^"']*)["']/;

/** The file that defines a namespace. */
export const schemaOfNamespace = ({ files }: SchemaFolder, namespace: string): string | undefined =>
  files.find(({ content }) => target.exec(Buffer.from(content).toString('utf8'))?.[1] === namespace)?.name;

const soap = ['http://schemas.xmlsoap.org/soap/envelope/', 'http://www.w3.org/2003/05/soap-envelope'];

/** Schemas of our own: one that knows the message and the envelopes that it may come in, and those of the envelopes. */
export function driverFor(file: string, namespace: string): readonly SchemaFile[] {
  const imports = [[namespace, file], ...soap.map((uri, index) => [uri, `connect-soap-${index}.xsd`])];
  return [
    {
      name: 'connect-driver.xsd',
      content: schema(
        '',
        imports.map(([uri = '', at = '']) => `<xs:import namespace="${uri}" schemaLocation="${at}"/>`),
      ),
    },
    ...soap.map((uri, index) => ({ name: `connect-soap-${index}.xsd`, content: schema(uri, [envelope]) })),
  ];
}

const any = (contents: 'skip' | 'strict') =>
  `<xs:complexType><xs:sequence><xs:any namespace="##any" processContents="${contents}" minOccurs="0" maxOccurs="unbounded"/></xs:sequence><xs:anyAttribute processContents="skip"/></xs:complexType>`;

const envelope = `<xs:element name="Envelope"><xs:complexType><xs:sequence>
<xs:element name="Header" minOccurs="0">${any('skip')}</xs:element><xs:element name="Body">${any('strict')}</xs:element>
</xs:sequence><xs:anyAttribute processContents="skip"/></xs:complexType></xs:element>`;

const schema = (uri: string, content: readonly string[]): string =>
  `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"${uri === '' ? '' : ` targetNamespace="${uri}" elementFormDefault="qualified"`}>${content.join('')}</xs:schema>`;
