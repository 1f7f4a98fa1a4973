import type { Findings } from '../findings.js';
import { limits } from '../limits.js';
import { tableFaults } from '../table/faults.js';
import type { Tag } from '../xml/visitor.js';
import { isTrue, PartVisitor } from './part-visitor.js';
import type { Parts } from './parts.js';
import { NumberFormats } from './styles.js';

export interface Outline {
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  /** Days are counted from 1904. */
  readonly from1904: boolean;
  readonly sharedStrings: string | undefined;
  /** Which cell formats are dates. */
  readonly dateFormats: NumberFormats;
}

/** A workbook's relationship has a type, of which only the last word is the same in all editions of the standard. */
interface Relationship {
  readonly kind: string;
  readonly target: string;
}

/** Reads what a workbook consists of; nothing if it is none. Only parts inside of the archive are ever followed. */
export async function readOutline(parts: Parts, findings: Findings): Promise<Outline | undefined> {
  const main = await mainPart(parts, findings);
  if (main === undefined) return undefined;
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const related = await relationships(parts, `${folder}_rels/${main.slice(folder.length)}.rels`, folder);
  const workbook = new WorkbookVisitor();
  if (related === undefined || !(await parts.read(main, workbook))) return undefined;
  if (workbook.sheets.length > limits.sheets) {
    findings.reporter(tableFaults.limits)('sheets', { params: { limit: limits.sheets } });
    return undefined;
  }
  const partOf = (kind: string) => [...related.values()].find((one) => one.kind === kind)?.target;
  const dateFormats = new NumberFormats();
  const styles = partOf('styles');
  if (styles !== undefined && !(await parts.read(styles, dateFormats))) return undefined;
  const sheets = workbook.sheets.flatMap(({ name, id }) => {
    const found = related.get(id);
    // Charts and dialogs are sheets of other kinds.
    return found?.kind === 'worksheet' ? [{ name, part: found.target }] : [];
  });
  return { sheets, from1904: workbook.from1904, sharedStrings: partOf('sharedStrings'), dateFormats };
}

/** The part that names the sheets. */
async function mainPart(parts: Parts, findings: Findings): Promise<string | undefined> {
  const report = findings.reporter(tableFaults.workbook);
  if (!parts.has('[Content_Types].xml')) {
    report(parts.has('content.xml') ? 'ods' : 'none');
    return undefined;
  }
  const roots = await relationships(parts, '_rels/.rels', '');
  if (roots === undefined) return undefined;
  const main = [...roots.values()].find(({ kind }) => kind === 'officeDocument')?.target;
  if (main !== undefined && /workbook[^/]*\.xml$/i.test(main)) return main;
  report(main?.endsWith('.bin') === true ? 'binary' : 'none');
  return undefined;
}

async function relationships(
  parts: Parts,
  name: string,
  folder: string,
): Promise<ReadonlyMap<string, Relationship> | undefined> {
  const visitor = new RelationshipVisitor(folder);
  return (await parts.read(name, visitor)) ? visitor.found : undefined;
}

class RelationshipVisitor extends PartVisitor {
  readonly found = new Map<string, Relationship>();
  readonly #folder: string;

  constructor(folder: string) {
    super();
    this.#folder = folder;
  }

  protected enter(name: string, attribute: (name: string) => string | undefined): void {
    if (name !== 'Relationship' || attribute('TargetMode') === 'External') return;
    const target = attribute('Target') ?? '';
    const type = attribute('Type') ?? '';
    this.found.set(attribute('Id') ?? '', {
      kind: type.slice(type.lastIndexOf('/') + 1),
      target: target.startsWith('/') ? target.slice(1) : `${this.#folder}${target.replace(/^\.\//, '')}`,
    });
  }
}

class WorkbookVisitor extends PartVisitor {
  readonly sheets: { readonly name: string; readonly id: string }[] = [];
  from1904 = false;

  protected enter(name: string, attribute: (name: string) => string | undefined, { attributes }: Tag): void {
    if (name === 'workbookPr') this.from1904 = isTrue(attribute('date1904'));
    if (name !== 'sheet' || this.sheets.length > limits.sheets) return;
    // The prefix of the relationships' namespace is the writer's choice.
    const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1].value;
    this.sheets.push({ name: (attribute('name') ?? '').slice(0, 60), id: id ?? '' });
  }
}
