/** A compound file (MS-CFB) with streams of these names, of which none has anything in it: header, FAT, directory. */
export function compoundFile(...streams: readonly string[]): Buffer {
  const header = Buffer.alloc(512);
  header.write('d0cf11e0a1b11ae1', 'hex');
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  // Sectors of 512 bytes; mini sectors of 64.
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(4096, 56);
  header.writeUInt32LE(end, 60);
  header.writeUInt32LE(end, 68);
  header.fill(0xff, 76);
  header.writeUInt32LE(0, 76);
  const fat = Buffer.alloc(512, 0xff);
  fat.writeUInt32LE(0xfffffffd, 0);
  fat.writeUInt32LE(end, 4);
  const entries = ['Root Entry', ...streams].map((name, index) => directoryEntry(name, index === 0 ? 5 : 2));
  return Buffer.concat([header, fat, Buffer.concat(entries, 512)]);
}

const end = 0xfffffffe;

function directoryEntry(name: string, kind: number): Buffer {
  const entry = Buffer.alloc(128);
  entry.write(name, 'utf16le');
  entry.writeUInt16LE(2 * (name.length + 1), 64);
  entry.writeUInt8(kind, 66);
  entry.fill(0xff, 68, 80);
  return entry;
}
