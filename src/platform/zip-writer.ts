import { ZipFile } from 'yazl';

/** A file of an archive. */
export interface ArchiveFile {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly isProgram?: true;
}

/** The first day that ZIP knows: what is packed has no time of its own, so that the same content gives the same bytes. */
const noTime = new Date(1980, 0, 1);

/** A ZIP archive of files in their order, not compressed. */
export async function zipOf(files: readonly ArchiveFile[]): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const { name, content, isProgram } of files) {
    const mode = isProgram === true ? 0o100755 : 0o100644;
    zip.addBuffer(Buffer.from(content), name, { mtime: noTime, mode, compress: false, forceDosTimestamp: true });
  }
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
