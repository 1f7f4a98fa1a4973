export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Tag {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Attributes;
}

/** By the name as written; declarations of prefixes are among them. */
export type Attributes = Readonly<Record<string, Attribute>>;

export interface Attribute {
  readonly value: string;
  readonly local: string;
  /** The namespace; empty for those without prefix. */
  readonly uri: string;
}

/** Follows a document; may stop the reading with `refuse`. */
export interface XmlVisitor {
  open(tag: Tag, at: Position): void;
  /** `blank` says that it is white space only. */
  text(text: string, blank: boolean): void;
  close(): void;
}

/** What a tag has that has none: one object for all, since most have none. */
export const noAttributes: Attributes = {};
