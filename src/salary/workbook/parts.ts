import type { Finding } from '../finding.js';
import { Findings } from '../findings.js';
import { tableFaults } from '../table/faults.js';
import { readingFaults } from '../xml/faults.js';
import { XmlReader } from '../xml/reader.js';
import type { Archive, ArchiveFault } from './archive.js';
import type { PartVisitor } from './part-visitor.js';

const mebi = 1024 * 1024;

/** Reads the XML parts of a workbook, and reports what keeps them from being read. */
export class Parts {
  readonly #archive: Archive;
  readonly #findings: Findings;

  constructor(archive: Archive, findings: Findings) {
    this.#archive = archive;
    this.#findings = findings;
  }

  has(name: string): boolean {
    return this.#archive.names.has(name);
  }

  /** Says whether the part was read, to its end or as far as the visitor wanted. */
  async read(name: string, visitor: PartVisitor): Promise<boolean> {
    if (!this.has(name)) {
      this.#findings.reporter(tableFaults.workbook)('part', { params: { part: name } });
      return false;
    }
    const own = new Findings();
    const reader = new XmlReader(own, visitor);
    const fault = await this.#archive.read(name, (bytes) => reader.write(bytes) && !visitor.done);
    if (fault !== undefined) reportArchiveFault(this.#findings, fault);
    // A reader that has stopped doesn't end well either.
    else if (visitor.done || reader.end()) return true;
    else this.#reportXml(own.listed()[0], name);
    return false;
  }

  /** Limits have messages of their own; what else is wrong with the XML is nothing that a user could mend in it. */
  #reportXml(found: Finding | undefined, part: string): void {
    // The visitor itself has refused to go on, and said why.
    if (found === undefined) return;
    const { code, key, source, params, line = 1 } = found;
    const declaration = Object.values(readingFaults).find((one) => one.code === code);
    const { doctype, encoding, depth } = readingFaults;
    if (declaration === doctype || declaration === encoding) {
      this.#findings.reporter(tableFaults.workbook)(declaration === doctype ? 'doctype' : 'encoding', {
        params: { part },
      });
    } else if (declaration === undefined || source !== depth.source) {
      this.#findings.reporter(tableFaults.workbook)('xml', { params: { part, line } });
    } else this.#findings.reporter<string>(declaration)(key.slice(key.lastIndexOf('.') + 1), { params });
  }
}

export function reportArchiveFault(findings: Findings, { fault, entry = '', limit = 0 }: ArchiveFault): void {
  const params = { entry: entry.slice(0, 200), limit: fault === 'expanded' ? limit / mebi : limit };
  if (fault === 'entries' || fault === 'expanded' || fault === 'ratio') {
    findings.reporter(tableFaults.limits)(fault, { params });
  } else findings.reporter(tableFaults.archive)(fault, { params });
}
