import { crc32 } from 'node:zlib';
import { fromBufferPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';

/** What an archive may demand of us at most, in bytes; `ratio` counts for entries that expand beyond `ratioFrom`. */
export interface ZipLimits {
  readonly entries: number;
  readonly expanded: number;
  readonly ratio: number;
  readonly ratioFrom: number;
}

/** Why an archive, or one entry of it, can't be read. */
export type ZipFault =
  | {
      readonly fault: 'damaged' | 'duplicate' | 'name' | 'encrypted' | 'method' | 'size' | 'checksum';
      readonly entry?: string;
    }
  | { readonly fault: 'entries' | 'expanded' | 'ratio'; readonly entry?: string; readonly limit: number };

export interface ZipArchive {
  readonly names: ReadonlySet<string>;
  /** Gives the bytes of an entry to `take` until it wants no more; resolves with what was wrong with them. */
  readonly read: (name: string, take: (bytes: Uint8Array) => boolean) => Promise<ZipFault | undefined>;
}

/**
 * Opens an untrusted ZIP archive. Nothing in it makes this throw. The directory is believed only as far as it can be
 * held against the bytes: an entry that is longer or shorter than it says, or has another CRC, is a fault. All entries
 * together may expand to `limits.expanded`, whatever they say.
 */
export async function openZip(bytes: Uint8Array, limits: ZipLimits): Promise<ZipArchive | ZipFault> {
  const entries = new Map<string, Entry>();
  let zip: ZipFile;
  try {
    // `fromBuffer` of yauzl reads by position, so the bytes must begin where their buffer begins.
    zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    if (zip.entryCount > limits.entries) return { fault: 'entries', limit: limits.entries };
    for await (const entry of zip.eachEntry()) {
      // The first one counts; whoever hides a second one under the same name is not read at all.
      if (entries.has(entry.fileName)) return { fault: 'duplicate', entry: entry.fileName };
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    return whyUnreadable(error);
  }
  const budget = { left: limits.expanded };
  return {
    names: new Set(entries.keys()),
    read: async (name, take) => {
      const entry = entries.get(name);
      if (entry === undefined) return { fault: 'damaged', entry: name };
      const refused = refusal(entry, limits, budget.left);
      return refused ?? expand(zip, entry, take, budget, limits);
    },
  };
}

/** yauzl tells its faults apart by English sentences only; it refuses names that are absolute or lead up. */
function whyUnreadable(error: unknown): ZipFault {
  const sentence = /^(?:absolute path|invalid relative path|invalid characters in fileName): (.*)$/s;
  const [, entry] = sentence.exec(error instanceof Error ? error.message : '') ?? [];
  return entry === undefined ? { fault: 'damaged' } : { fault: 'name', entry };
}

/** What the directory alone tells. */
function refusal(entry: Entry, limits: ZipLimits, left: number): ZipFault | undefined {
  const { fileName, uncompressedSize, compressedSize } = entry;
  if (entry.isEncrypted()) return { fault: 'encrypted', entry: fileName };
  if (!entry.canDecodeFileData()) return { fault: 'method', entry: fileName };
  if (uncompressedSize > left) return { fault: 'expanded', entry: fileName, limit: limits.expanded };
  if (uncompressedSize > limits.ratioFrom && uncompressedSize > compressedSize * limits.ratio)
    return { fault: 'ratio', entry: fileName, limit: limits.ratio };
  return undefined;
}

async function expand(
  zip: ZipFile,
  entry: Entry,
  take: (bytes: Uint8Array) => boolean,
  budget: { left: number },
  limits: ZipLimits,
): Promise<ZipFault | undefined> {
  const { fileName } = entry;
  let sum = 0;
  let length = 0;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      length += chunk.length;
      budget.left -= chunk.length;
      if (budget.left < 0) return { fault: 'expanded', entry: fileName, limit: limits.expanded };
      sum = crc32(chunk, sum);
      if (!take(chunk)) return undefined;
    }
  } catch (error) {
    const lies = error instanceof Error && /too (?:many|few) bytes|not enough bytes/.test(error.message);
    return { fault: lies ? 'size' : 'damaged', entry: fileName };
  }
  if (length !== entry.uncompressedSize) return { fault: 'size', entry: fileName };
  return sum === entry.crc32 ? undefined : { fault: 'checksum', entry: fileName };
}
