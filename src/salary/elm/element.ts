import type { Place } from '../finding.js';
import type { Position, Tag } from '../xml/visitor.js';

const none: readonly Element[] = [];

/** One element of a part of the file that is looked at as a whole: a person, an institution, a block of totals. */
export class Element {
  readonly name: string;
  readonly at: Position;
  readonly #tag: Tag;
  readonly #parent: Element | string;
  /** Most have none, and share that. */
  #children: Element[] | undefined;
  #text = '';

  /** `parent` is the path of the element itself if it is the outermost of its part. */
  constructor(tag: Tag, at: Position, parent: Element | string) {
    this.name = tag.name;
    this.at = at;
    this.#tag = tag;
    this.#parent = parent;
    if (parent instanceof Element) (parent.#children ??= []).push(this);
  }

  get parent(): Element | undefined {
    return this.#parent instanceof Element ? this.#parent : undefined;
  }

  get children(): readonly Element[] {
    return this.#children ?? none;
  }

  get text(): string {
    return this.#text.trim();
  }

  /** With the white space around the text, where it counts. */
  get exactText(): string {
    return this.#text;
  }

  append(text: string): void {
    this.#text = this.#text === '' ? text : this.#text + text;
  }

  attribute(name: string): string | undefined {
    return this.#tag.attributes[name]?.value;
  }

  /** The first child of that name. */
  child(name: string): Element | undefined {
    if (this.#children !== undefined) for (const child of this.#children) if (child.name === name) return child;
    return undefined;
  }

  /** All descendants that are reached by these names, one level each. */
  all(...names: readonly string[]): readonly Element[] {
    const found: Element[] = [];
    this.#collect(names, 0, found);
    return found;
  }

  /** Line, column and path, for a finding. */
  get place(): Place {
    const { line, column } = this.at;
    return { line, column, path: this.#path };
  }

  #collect(names: readonly string[], level: number, found: Element[]): void {
    if (level === names.length) found.push(this);
    else for (const child of this.children) if (child.name === names[level]) child.#collect(names, level + 1, found);
  }

  get #path(): string {
    if (!(this.#parent instanceof Element)) return this.#parent;
    const siblings = this.#parent.all(this.name);
    const index = siblings.length > 1 ? `[${siblings.indexOf(this) + 1}]` : '';
    return `${this.#parent.#path}/${this.name}${index}`;
  }
}
