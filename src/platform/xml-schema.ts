/** A file that the validation may see, by its path. */
export interface SchemaFile {
  readonly name: string;
  readonly content: Uint8Array | string;
}

export interface SchemaComplaint {
  readonly line: number | undefined;
  /** In English, as libxml2 says it. */
  readonly message: string;
}

const documentName = 'document.xml';

/**
 * Has a document validated by libxml2, compiled to WebAssembly, in a thread of its own. It sees nothing but the files
 * that are handed in: no disk, no network. The document must not have a DOCTYPE; see to that before.
 * @param main the name of the schema among the files
 * @throws Error if the schema itself is not in order; the message says why
 */
export async function validateWithSchema(
  main: string,
  files: readonly SchemaFile[],
  document: Uint8Array,
): Promise<readonly SchemaComplaint[]> {
  const { validateXML, memoryPages } = await import('xmllint-wasm');
  const inputs = files.map(({ name, content }) => ({ fileName: name, contents: content }));
  const { valid, errors } = await validateXML({
    xml: [{ fileName: documentName, contents: document }],
    schema: inputs.filter(({ fileName }) => fileName === main),
    preload: inputs.filter(({ fileName }) => fileName !== main),
    stream: true,
    maxMemoryPages: memoryPages.max,
    modifyArguments: (args) => ['--nonet', ...args],
  });
  if (valid) return [];
  return errors
    .filter(({ loc, rawMessage }) => loc?.fileName === documentName || rawMessage.includes('error'))
    .map(({ loc, message }) => ({ line: loc === null || loc.lineNumber < 1 ? undefined : loc.lineNumber, message }));
}
