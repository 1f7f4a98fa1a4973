import type { Findings } from '../findings.js';
import { limits } from '../limits.js';
import { tableFaults } from '../table/faults.js';
import { refuse } from '../xml/stop.js';
import { PartVisitor } from './part-visitor.js';

const emptyCost = 32;

/** Reads the texts that cells share. Of a text in several styles all runs count, of one with furigana only the text. */
export class SharedStrings extends PartVisitor {
  readonly texts: string[] = [];
  readonly #findings: Findings;
  #current = '';
  #inText = false;
  #phonetic = false;
  #characters = 0;

  constructor(findings: Findings) {
    super();
    this.#findings = findings;
  }

  protected enter(name: string): void {
    if (name === 'si') this.#current = '';
    if (name === 'rPh') this.#phonetic = true;
    this.#inText = name === 't' && !this.#phonetic;
  }

  protected override characters(text: string): void {
    if (!this.#inText) return;
    this.#weigh(text.length);
    this.#current += text;
  }

  protected override leave(name: string): void {
    if (name === 't') this.#inText = false;
    if (name === 'rPh') this.#phonetic = false;
    if (name !== 'si') return;
    // An empty text takes room, too.
    this.#weigh(emptyCost);
    this.texts.push(this.#current);
  }

  #weigh(characters: number): void {
    this.#characters += characters;
    if (this.#characters <= limits.sharedStrings) return;
    refuse(this.#findings, tableFaults.limits, 'strings', { params: { limit: limits.sharedStrings } });
  }
}
