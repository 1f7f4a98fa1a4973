import { validateWithSchema } from '../platform/xml-schema.js';
import type { Finding, SalaryFile } from '../salary/check.js';
import { findingsOfSchema, rootNamespaceOf } from '../salary/schema-findings.js';
import { driverFor, schemaOfNamespace, unusable, type SchemaFolder } from './schema-folder.js';

/**
 * What the schemas of a user say of a file that our own check has read to its end: without a DOCTYPE, that is, and in an
 * edition that we know. Of any other there is nothing to add.
 * @throws ConnectError `schema-unusable`
 */
export async function checkWithSchema(
  schemas: SchemaFolder,
  checked: SalaryFile,
  content: () => AsyncIterable<Uint8Array>,
): Promise<readonly Finding[]> {
  // A table has an edition, too, but no schema.
  const namespace = checked.version === '1' ? undefined : rootNamespaceOf(checked.version);
  if (namespace === undefined || checked.digest === undefined) return [];
  const file = schemaOfNamespace(schemas, namespace);
  if (file === undefined) throw unusable(schemas.folder, `no XSD for ${namespace}`);
  const driver = driverFor(file, namespace);
  const chunks: Uint8Array[] = [];
  for await (const chunk of content()) chunks.push(chunk);
  const [main = { name: '' }] = driver;
  const complaints = await validateWithSchema(main.name, [...driver, ...schemas.files], Buffer.concat(chunks)).catch(
    (error: unknown) => {
      throw unusable(schemas.folder, error instanceof Error ? error.message : '');
    },
  );
  return findingsOfSchema(complaints);
}
