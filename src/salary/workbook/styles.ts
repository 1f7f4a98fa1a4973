import { PartVisitor } from './part-visitor.js';

/** Formats without a code of their own that show a day: 14 to 22, and those of East Asian calendars. */
const builtIn = (id: number): boolean => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

const mostFormats = 65_536;

/** Reads the styles of a workbook: which of its cell formats show days. */
export class NumberFormats extends PartVisitor {
  readonly #dates = new Set<number>();
  readonly #formats: boolean[] = [];
  #inCellFormats = false;

  /** @param format the number of the format, as the cell names it */
  isDate(format: number): boolean {
    return this.#formats[format] ?? false;
  }

  protected enter(name: string, attribute: (name: string) => string | undefined): void {
    const id = Number(attribute('numFmtId') ?? 0);
    if (name === 'numFmt' && isDateCode(attribute('formatCode') ?? '')) this.#dates.add(id);
    if (name === 'cellXfs') this.#inCellFormats = true;
    if (name === 'xf' && this.#inCellFormats && this.#formats.length < mostFormats) {
      this.#formats.push(this.#dates.has(id) || builtIn(id));
    }
  }

  protected override leave(name: string): void {
    if (name === 'cellXfs') this.#inCellFormats = false;
  }
}

/** Days have a year or a day in their code, outside of quotes, escapes and brackets such as `[Red]` or `[$CHF-807]`. */
function isDateCode(code: string): boolean {
  const bare = code.slice(0, 255).replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
  return /[dytjag]/i.test(bare) && !/general|standard/i.test(bare) && !/[#0?]/.test(bare);
}
