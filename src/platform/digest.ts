import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** The header `Repr-Digest` of a text (RFC 9530, section 3). */
export function reprDigest(text: string): string {
  return `sha-256=:${createHash('sha256').update(text).digest('base64')}:`;
}

/** SHA-256 of a file in hexadecimal, or undefined if there is none. */
export async function digestOf(file: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(file)) hash.update(chunk as Uint8Array);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  return hash.digest('hex');
}
