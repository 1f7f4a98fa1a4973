import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { InlineDocument } from '../../contract/portal.gen.js';
import { ConnectError } from '../errors.js';

/** The contract's limit for a document inside a request, before base64. */
const largestBytes = 5_000_000;

const mediaTypes: Readonly<Record<string, InlineDocument['mediaType']>> = {
  '.pdf': 'application/pdf',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
};

/** A scan to go along with a request. @throws ConnectError `file-not-found`, `document-unfit` */
export async function inlineDocument(kind: InlineDocument['kind'], name: string, cwd: string): Promise<InlineDocument> {
  const file = path.resolve(cwd, name);
  const mediaType = mediaTypes[path.extname(file).toLowerCase()];
  if (mediaType === undefined)
    throw new ConnectError('document-unfit', { file, expected: Object.keys(mediaTypes).join(', ') });
  try {
    if ((await stat(file)).size > largestBytes) throw new ConnectError('document-unfit', { file, expected: '≤ 5 MB' });
    return { kind, name: path.basename(file), mediaType, content: (await readFile(file)).toString('base64') };
  } catch (error) {
    if (error instanceof ConnectError) throw error;
    throw new ConnectError('file-not-found', { file }, { cause: error });
  }
}
