import type { Readable } from 'node:stream';
import { TextDecoder } from 'node:util';

/** The file can't be read as a salary declaration; the message says why. */
export class FileInvalid extends Error {}

/** The text of an XML file, in the encoding that it declares, piece by piece. */
export async function* decode(bytes: Readable): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      decoder ??= decoderFor(chunk);
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder?.decode() ?? '';
  } catch (error) {
    if (error instanceof TypeError) throw new FileInvalid('The file is not in the encoding that it declares.');
    throw error;
  }
}

function decoderFor(start: Buffer): TextDecoder {
  const label = encodingOf(start);
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    throw new FileInvalid(`The encoding ${label} is not known.`);
  }
}

/** XML 1.0, appendix F: a byte order mark decides, else the declaration, else it is UTF-8. */
function encodingOf(start: Buffer): string {
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  const declaration = /^(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(
    start.toString('latin1', 0, 256),
  );
  return declaration?.[1] ?? 'utf-8';
}
