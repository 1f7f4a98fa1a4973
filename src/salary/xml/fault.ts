export type FaultKind =
  ('syntax' | 'tags' | 'end' | 'entity' | 'namespace' | 'doctype') | ('depth' | 'name' | 'text' | 'attributes');

/** Why a document is read no further. Never leaves the parser. */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly kind: FaultKind;
  /** The index of the byte after the character that was one too many. */
  readonly at: number;

  constructor(kind: FaultKind, at: number) {
    super(kind);
    this.kind = kind;
    this.at = at;
  }
}

/** Thrown where the bytes end in the middle of something; it is read again when there are more. */
export const unfinished = new Error('unfinished');
