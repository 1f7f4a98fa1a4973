import type { Tag, XmlVisitor } from '../xml/visitor.js';

/** Follows the XML of a part. Elements are known by their local names: their namespaces differ between editions. */
export abstract class PartVisitor implements XmlVisitor {
  readonly #names: string[] = [];

  /** Enough was seen. */
  done = false;

  open(tag: Tag): void {
    this.#names.push(tag.name);
    this.enter(tag.name, (name) => tag.attributes[name]?.value, tag);
  }

  text(text: string): void {
    this.characters(text);
  }

  close(): void {
    this.leave(this.#names.pop() ?? '');
  }

  protected abstract enter(name: string, attribute: (name: string) => string | undefined, tag: Tag): void;

  protected characters(_text: string): void {
    // Most parts say everything in attributes.
  }

  protected leave(_name: string): void {
    // Most elements mean nothing when they end.
  }
}

export const isTrue = (text: string | undefined): boolean => text === '1' || text === 'true';
