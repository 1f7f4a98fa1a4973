import type { Position } from '../../xml/visitor.js';
import type { State } from './automaton.js';
import type { ElementDeclaration } from './schema.js';

const nowhere: State<ElementDeclaration> = { next: new Map(), accepting: true };

/** An open element. There is one for each level of depth, used again and again. */
export class Frame {
  /** That of the element around it. */
  readonly outer: Frame | undefined;
  #inner: Frame | undefined;
  element!: ElementDeclaration;
  at: Position = { line: 1, column: 1 };
  /** Among its neighbours of the same name, from 1. */
  ordinal = 1;
  state = nowhere;
  /** The bits of the elements that were met in it. */
  seen = 0;
  /** The last one that was met, and how many of them in a row. */
  last: ElementDeclaration | undefined;
  count = 0;
  text = '';
  /** Whether text was found where none may be. */
  spoilt = false;
  /** Whether an element was found in the wrong place; all others that it pushed aside are the same mistake. */
  disordered = false;
  /** What was missing when something later came; it may still turn up in the wrong place. */
  owed: string[] = [];
  /** How many unknown elements stand where something else was expected. */
  strangers = 0;
  /** The last element that was reported and left out: its neighbours of the same name are no further mistake. */
  refused = '';

  constructor(outer?: Frame) {
    this.outer = outer;
  }

  /** For an element in this one. */
  get inner(): Frame {
    return (this.#inner ??= new Frame(this));
  }

  enter(element: ElementDeclaration, at: Position, ordinal: number): void {
    this.element = element;
    this.at = at;
    this.ordinal = ordinal;
    this.state = element.type.start;
    this.seen = 0;
    this.last = undefined;
    this.count = 0;
    this.text = '';
    this.spoilt = false;
    this.disordered = false;
    if (this.owed.length > 0) this.owed = [];
    this.strangers = 0;
    this.refused = '';
  }
}
