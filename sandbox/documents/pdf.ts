/** A page that a fund sends. */
export interface Page {
  readonly sender: readonly string[];
  readonly addressee: readonly string[];
  readonly placeAndDate: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly table: readonly (readonly [label: string, value: string])[];
  readonly greeting: string;
  readonly date: Date;
}

const margin = 56;
const valueColumn = 380;

/** The page as a PDF. The same page always makes the same bytes, so that its digest is known beforehand. */
export async function pdf(page: Page): Promise<Buffer> {
  const { default: Pdf } = await import('pdfkit');
  const info = { Title: page.title, Author: page.sender[0] ?? '', CreationDate: page.date, ModDate: page.date };
  const document = new Pdf({ size: 'A4', margin, info });
  const chunks: Buffer[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', resolve);
    document.on('error', reject);
  });
  write(document, page);
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

function write(document: PDFKit.PDFDocument, page: Page): void {
  document
    .font('Helvetica-Bold')
    .fontSize(11)
    .text(page.sender[0] ?? '');
  document.font('Helvetica').fontSize(9).text(page.sender.slice(1).join('\n')).moveDown(3);
  document.fontSize(11).text(page.addressee.join('\n')).moveDown(3);
  document.text(page.placeAndDate).moveDown(2);
  document.font('Helvetica-Bold').fontSize(14).text(page.title).moveDown(1);
  document.font('Helvetica').fontSize(11);
  for (const paragraph of page.paragraphs) document.text(paragraph).moveDown(0.7);
  document.moveDown(0.5);
  for (const [label, value] of page.table) {
    const { y } = document;
    document.text(label, margin, y, { width: valueColumn - margin - 10 });
    document.text(value, valueColumn, y, { width: 595 - margin - valueColumn, align: 'right' });
  }
  document.x = margin;
  document.moveDown(2).text(page.greeting, margin);
}
