import { createRequire } from 'node:module';

/** One line of a table: its cells, in the widths of the table. */
export type PdfRow = readonly string[];

export type PdfBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Widths are shares of the page. Titles are set in bold; without them the first column is. */
  | {
      readonly kind: 'table';
      readonly widths: readonly number[];
      readonly titles?: PdfRow;
      readonly rows: readonly PdfRow[];
    };

/** A page of A4. */
export interface PdfPage {
  readonly title: string;
  readonly subtitle: string;
  /** BCP 47, for readers that speak. */
  readonly language: string;
  readonly author: string;
  /** What the document says of itself; the same page always makes the same bytes. */
  readonly date: Date;
  readonly blocks: readonly PdfBlock[];
  /** Small, at the end of the page. */
  readonly footer: string;
}

const [pageWidth, pageHeight, margin] = [595.28, 841.89, 50];
const width = pageWidth - 2 * margin;
/** As large as possible: what is much is set smaller, until it fits. */
const sizes = [9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6, 5.5, 5, 4.5];
const gap = 6;

/**
 * Writes the page with fonts that have every European letter, of which only the letters in use are put into the file.
 * @param program a file of this program, from where the fonts are looked for
 */
export async function writePdf(page: PdfPage, program: string): Promise<Buffer> {
  const { default: Pdf } = await import('pdfkit');
  const require = createRequire(program);
  const fonts = {
    plain: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
    bold: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
  };
  const { title, author, language, date } = page;
  const document = new Pdf({
    size: 'A4',
    margin: 0,
    font: fonts.plain,
    lang: language,
    info: { Title: title, Author: author, CreationDate: date, ModDate: date },
  });
  const chunks: Buffer[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', resolve);
    document.on('error', reject);
  });
  document.registerFont('plain', fonts.plain).registerFont('bold', fonts.bold);
  new Sheet(document).write(page);
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

/** Puts blocks below each other; measures first, then draws. */
class Sheet {
  readonly #document: PDFKit.PDFDocument;
  readonly #widths = new Map<string, number>();
  #y = margin;
  #size = 9.5;
  #draws = false;

  constructor(document: PDFKit.PDFDocument) {
    this.#document = document;
  }

  write(page: PdfPage): void {
    const footer = this.#heightOf(page.footer, 'plain', 6.5, width);
    const end = pageHeight - margin - footer - gap;
    const size = sizes.find((one) => this.#lay(page, one, false) <= end) ?? sizes.at(-1) ?? 9.5;
    this.#lay(page, size, true);
    this.#document.fillColor('#555');
    this.#text(page.footer, 'plain', 6.5, margin, pageHeight - margin - footer, width);
  }

  /** Returns where it ends. */
  #lay({ title, subtitle, blocks }: PdfPage, size: number, draws: boolean): number {
    [this.#y, this.#size, this.#draws] = [margin, size, draws];
    this.#paragraph(title, 'bold', 16);
    this.#paragraph(subtitle, 'plain', size + 1);
    for (const block of blocks) {
      if (block.kind === 'heading') this.#heading(block.text);
      else if (block.kind === 'paragraph') this.#paragraph(block.text, 'plain', size);
      else this.#table(block);
    }
    return this.#y;
  }

  #heading(text: string): void {
    this.#y += gap;
    this.#paragraph(text, 'bold', this.#size + 1.5);
    if (this.#draws) {
      const y = this.#y - 4;
      this.#document
        .moveTo(margin, y)
        .lineTo(margin + width, y)
        .lineWidth(0.5)
        .strokeColor('#999')
        .stroke();
    }
  }

  #paragraph(text: string, font: string, size: number): void {
    const height = this.#heightOf(text, font, size, width);
    if (this.#draws) this.#text(text, font, size, margin, this.#y, width);
    this.#y += height + gap;
  }

  #table({ widths, titles, rows }: Extract<PdfBlock, { kind: 'table' }>): void {
    const size = this.#size;
    // What has columns has little room.
    if (titles !== undefined) this.#size = size - 1.2;
    if (titles !== undefined) this.#row(widths, titles, () => 'bold');
    const isBold = (index: number): boolean => index === 0 && titles === undefined;
    for (const row of rows) this.#row(widths, row, (index) => (isBold(index) ? 'bold' : 'plain'));
    this.#size = size;
    this.#y += gap;
  }

  #row(widths: readonly number[], cells: PdfRow, fontOf: (index: number) => string): void {
    const shares = widths.reduce((sum, one) => sum + one, 0);
    let [x, height] = [margin, 0];
    for (const [index, text] of cells.entries()) {
      const column = (width * (widths[index] ?? 0)) / shares;
      const inner = column - (index === cells.length - 1 ? 0 : gap);
      height = Math.max(height, this.#heightOf(text, fontOf(index), this.#size, inner));
      if (this.#draws) this.#text(text, fontOf(index), this.#size, x, this.#y, inner);
      x += column;
    }
    this.#y += height + 2.5;
  }

  #heightOf(text: string, font: string, size: number, within: number): number {
    const broken = this.#broken(text, font, size, within);
    return this.#document.font(font).fontSize(size).heightOfString(broken, { width: within });
  }

  #text(text: string, font: string, size: number, x: number, y: number, within: number): void {
    const broken = this.#broken(text, font, size, within);
    // Without a height pdfkit would begin another page.
    this.#document
      .font(font)
      .fontSize(size)
      .text(broken, x, y, { width: within, height: pageHeight - y });
  }

  /** A word that is longer than its line, such as a digest or an address, is parted where the line ends. */
  #broken(text: string, font: string, size: number, within: number): string {
    return text
      .split(/(?<=\s)/)
      .map((word) =>
        this.#widthOf(word.trimEnd(), font) * size <= within ? word : this.#parted(word, font, within / size),
      )
      .join('');
  }

  #parted(word: string, font: string, within: number): string {
    let [text, line] = ['', 0];
    for (const letter of word) {
      const letterWidth = this.#widthOf(letter, font);
      const isFull = line + letterWidth > within * 0.97;
      text += isFull ? `\n${letter}` : letter;
      line = isFull ? letterWidth : line + letterWidth;
    }
    return text;
  }

  /** In the font's size 1: measured once, since a page is laid out several times. */
  #widthOf(text: string, font: string): number {
    const key = `${font} ${text}`;
    const known = this.#widths.get(key);
    if (known !== undefined) return known;
    const measured = this.#document.font(font).fontSize(10).widthOfString(text) / 10;
    this.#widths.set(key, measured);
    return measured;
  }
}
