import type { Findings } from '../findings.js';
import { limits } from '../limits.js';
import { decoderFor, type Decode } from './decoder.js';
import { readingFaults } from './faults.js';
import { XmlParser } from './parser.js';
import { bytesToRecognise, recognise, type Start } from './start.js';
import { refuse, StopReading } from './stop.js';
import type { XmlVisitor } from './visitor.js';

const pieceBytes = 64 * 1024;

/**
 * Reads an untrusted XML document from pieces of bytes, in memory that doesn't grow with the document. Whatever is
 * wrong with it becomes a finding; nothing is thrown, and after the first fault nothing more is read.
 */
export class XmlReader {
  readonly #findings: Findings;
  readonly #parser: XmlParser;
  #start: Uint8Array = new Uint8Array();
  #kind: Start['kind'] | undefined;
  #decode: Decode | undefined;
  #encoding = '';
  #bytes = 0;
  #stopped = false;

  constructor(findings: Findings, visitor: XmlVisitor) {
    this.#findings = findings;
    this.#parser = new XmlParser(findings, visitor);
  }

  /** What the first bytes say the file is; `undefined` before they were seen. */
  get kind(): Start['kind'] | undefined {
    return this.#kind;
  }

  /** Takes the next bytes; `false` means that no more are wanted. */
  write(bytes: Uint8Array): boolean {
    return this.#attempt(() => {
      this.#bytes += bytes.length;
      if (this.#bytes > limits.bytes) {
        refuse(this.#findings, readingFaults.size, 'size', { params: { limit: limits.bytes / 1024 / 1024 } });
      }
      if (this.#decode !== undefined) {
        this.#feed(this.#decode, bytes);
        return;
      }
      this.#start = Buffer.concat([this.#start, bytes]);
      if (this.#start.length >= bytesToRecognise(this.#start)) this.#begin();
    });
  }

  /** Says that there are no more bytes; `false` means that the document wasn't read to its end. */
  end(): boolean {
    return this.#attempt(() => {
      this.#piece(this.#decode ?? this.#begin(), new Uint8Array(), true);
      this.#parser.end();
    });
  }

  #begin(): Decode {
    const start = recognise(this.#start);
    this.#kind = start.kind;
    if (start.kind !== 'xml') return this.#refuseStart(start);
    const decode = decoderFor(start.encoding);
    this.#encoding = start.encoding;
    this.#decode = decode;
    this.#feed(decode, this.#start);
    this.#start = new Uint8Array();
    return decode;
  }

  #feed(decode: Decode, bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length; from += pieceBytes) {
      this.#piece(decode, bytes.subarray(from, from + pieceBytes), false);
    }
  }

  #piece(decode: Decode, bytes: Uint8Array, last: boolean): void {
    const { utf8, damaged } = decode(bytes, last);
    this.#parser.write(utf8);
    if (!damaged) return;
    this.#parser.flush();
    const params = { encoding: this.#encoding };
    refuse(this.#findings, readingFaults.encoding, 'bytes', { at: this.#parser.place, params });
  }

  #refuseStart(start: Exclude<Start, { kind: 'xml' }>): never {
    const { encoding, empty, kind } = readingFaults;
    switch (start.kind) {
      case 'empty':
        return refuse(this.#findings, empty, 'empty');
      case 'unsupported':
        return refuse(this.#findings, encoding, 'unsupported', { params: { encoding: start.encoding } });
      case 'mismatch':
        return refuse(this.#findings, encoding, 'mismatch', {
          params: { declared: start.declared, actual: start.actual },
        });
      case 'zip':
      case 'xls':
      case 'protected':
      case 'other':
        return refuse(this.#findings, kind, start.kind);
    }
  }

  #attempt(work: () => void): boolean {
    if (this.#stopped) return false;
    try {
      work();
      return true;
    } catch (error) {
      if (!(error instanceof StopReading)) throw error;
      this.#stopped = true;
      return false;
    }
  }
}
