import fc from 'fast-check';
import { openZip } from '../../../src/platform/zip.js';
import { limits } from '../../../src/salary/limits.js';
import { zip, type ZipEntry } from '../zip.js';
import { change, changed, type Change } from './changes.js';

/** The parts of a workbook, expanded, so that they can be damaged inside of an archive that is whole. */
export type Parts = readonly (readonly [name: string, content: Buffer])[];

/** What is done to a workbook: to its parts, and to how they are packed. */
export interface ArchiveChanges {
  readonly parts: readonly { readonly which: number; readonly changes: readonly Change[] }[];
  readonly packing: readonly PackingChange[];
}

type PackingChange = { readonly which: number } & (
  | { readonly kind: 'leave-out' | 'twice' | 'encrypted' | 'swap' | 'blanks' | 'stored' }
  | { readonly kind: 'rename'; readonly name: string }
  | { readonly kind: 'method' | 'crc' | 'claims'; readonly value: number }
);

const names = [
  ...['../a', '/etc/passwd', 'a\\b', '', 'C:/a', 'xl/workbook.xml', '[Content_Types].xml', 'content.xml', '__proto__'],
  ...['xl/worksheets/sheet1.xml', 'XL/WORKBOOK.XML', 'ä\u202e', 'a'.repeat(300)],
];

const which = fc.nat(63);

export const archiveChanges: fc.Arbitrary<ArchiveChanges> = fc.record({
  parts: fc.array(fc.record({ which, changes: fc.array(change, { minLength: 1, maxLength: 3 }) }), { maxLength: 2 }),
  packing: fc.oneof(
    { arbitrary: fc.constant([]), weight: 3 },
    {
      arbitrary: fc.array(
        fc.oneof(
          fc.record({ which, kind: fc.constantFrom('leave-out', 'twice', 'encrypted', 'swap', 'blanks', 'stored') }),
          fc.record({ which, kind: fc.constant('rename'), name: fc.constantFrom(...names) }),
          fc.record({
            which,
            kind: fc.constantFrom('method', 'crc', 'claims'),
            value: fc.constantFrom(0, 1, 8, 9, 12, 99, 65_535),
          }),
          fc.record({
            which,
            kind: fc.constantFrom('crc', 'claims'),
            value: fc.constantFrom(300_000_000, 4_294_967_295),
          }),
        ) as fc.Arbitrary<PackingChange>,
        { minLength: 1, maxLength: 2 },
      ),
      weight: 1,
    },
  ),
});

/** @throws Error if it is no archive */
export async function partsOf(workbook: Uint8Array): Promise<Parts> {
  const archive = await openZip(workbook, limits.zip);
  if ('fault' in archive) throw new Error(archive.fault);
  return Promise.all(
    [...archive.names].map(async (name) => {
      const pieces: Uint8Array[] = [];
      await archive.read(name, (piece) => pieces.push(piece) > 0);
      return [name, Buffer.concat(pieces)] as const;
    }),
  );
}

/** The workbook after the changes, packed anew. */
export function repacked(parts: Parts, changes: ArchiveChanges, other: Buffer): Buffer {
  const contents = parts.map(([, content]) => content);
  for (const part of changes.parts) {
    // Most of what can be read wrongly stands in the last parts: the sheets.
    const index = contents.length - 1 - (part.which % contents.length);
    contents[index] = part.changes.reduce(
      (bytes, one) => changed(bytes, one, other),
      contents[index] ?? Buffer.alloc(0),
    );
  }
  const entries = parts.map(([name], index): ZipEntry => ({ name, content: contents[index] ?? '' }));
  return zip(changes.packing.reduce(packed, entries));
}

function packed(entries: readonly ZipEntry[], change: PackingChange): readonly ZipEntry[] {
  const index = change.which % Math.max(1, entries.length);
  const entry = entries[index];
  if (entry === undefined) return entries;
  switch (change.kind) {
    case 'leave-out':
      return entries.toSpliced(index, 1);
    case 'twice':
      return entries.toSpliced(index, 0, entry);
    case 'swap':
      return entries.with(index, { ...entry, content: entries[(index + 1) % entries.length]?.content ?? '' });
    case 'blanks':
      return entries.with(index, { ...entry, content: Buffer.alloc(2 ** 21, ' ') });
    case 'rename':
      return entries.with(index, { ...entry, name: change.name });
    case 'stored':
      return entries.with(index, { ...entry, method: 0 });
    case 'encrypted':
      return entries.with(index, { ...entry, encrypted: true });
    case 'method':
    case 'crc':
    case 'claims':
      return entries.with(index, { ...entry, [change.kind]: change.value });
  }
}
