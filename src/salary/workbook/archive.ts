/** Why a ZIP archive or one entry of it can't be read; `limit` where it wants more than it may. */
export interface ArchiveFault {
  readonly fault:
    | ('damaged' | 'duplicate' | 'name' | 'encrypted' | 'method' | 'size' | 'checksum')
    | ('entries' | 'expanded' | 'ratio');
  readonly entry?: string;
  readonly limit?: number;
}

/** The parts of a workbook, as the machine hands them over. */
export interface Archive {
  readonly names: ReadonlySet<string>;
  /** Gives the bytes of an entry to `take` until it wants no more; resolves with what was wrong with them. */
  readonly read: (name: string, take: (bytes: Uint8Array) => boolean) => Promise<ArchiveFault | undefined>;
}
