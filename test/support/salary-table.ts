import { templateCells } from './workbook.js';

export const rows = [
  "756.1234.5678.97;Muster;Anna;12.04.1985;F;;;;91'000.00;;91000;;;BS;;3600;;;",
  '756.9217.0769.85;Rossi;Marco;30.11.1972;M;;;;186400;;148200;;38200;TI;;;6900;Lugano;TI',
  '756.3004.0050.04;Favre;Claire;08.07.1990;F;15.05.2025;31.10.2025;x;33412.55;;33412.55;;;BE;;;2502;Biel/Bienne;BE',
];

/** A table as the template has it, in German, as text. */
export function asCsv(of: readonly string[] = rows): string {
  const cells = templateCells([]);
  const line = (row: number) =>
    Array.from('ABCDEFGHIJKLMNOPQRS', (letter) => {
      const content = cells[`${letter}${row}`] ?? '';
      return typeof content === 'object' ? '' : String(content);
    }).join(';');
  return `${[...Array.from({ length: 11 }, (_, index) => line(index + 1)), ...of].join('\n')}\n`;
}

export const totals = (file: string, what: string) =>
  `${file}: ${what}, year 2025, persons: 3, AHV wages: CHF 310,812.55\n`;
/** What ELM demands and the table does not say: the three rows above have everything else. */
export const standIns = [
  '1 row does not say where the person lives; ELM says “unknown”, and takes the canton of work.',
  '2 rows do not say from when to when; ELM says the whole year.',
  '3 rows do not say the FAK wage; ELM takes the AHV wage.',
  'No table says nationality, civil status and working time of a person; ELM says “unknown” and “irregular”. Language is en for all, and employment begins on the first day of contribution.',
  'No table says the employer’s working time, accident insurance and pension fund; ELM says 0.00 hours and “not stated”. The only workplace is at the employer’s address.',
]
  .map((line) => `${line}\n`)
  .join('');
/** What `check` says besides of those rows. */
export const amounts = (file: string) =>
  `${file}: ALV wages CHF 272,612.55, exempt from ALV CHF 38,200.00\n${file}: FAK wages by canton: BE CHF 33,412.55, BS CHF 91,000.00, TI CHF 186,400.00\n`;
export const annas = (file: string) =>
  `${file}: ALV wages CHF 91,000.00\n${file}: FAK wages by canton: BS CHF 91,000.00\n`;
export const inOrder = (file: string) => `${file}: in order (warnings: 0)\n`;
