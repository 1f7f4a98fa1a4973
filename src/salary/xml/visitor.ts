export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Tag {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Attributes;
}

/** By the name as written; an attribute without prefix is in no namespace. */
export type Attributes = Readonly<Record<string, { readonly value: string }>>;

/** Follows a document; may stop the reading with `refuse`. */
export interface XmlVisitor {
  open(tag: Tag, at: Position): void;
  text(text: string): void;
  close(): void;
}
