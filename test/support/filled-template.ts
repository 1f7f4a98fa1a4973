import { readFile, writeFile } from 'node:fs/promises';
import { openXlsx, saveXlsx } from 'hucre/xlsx';

/** Types values into cells of a workbook, `I12`, and leaves everything else as it is. */
export async function fill(file: string, values: Readonly<Record<string, string | number>>): Promise<void> {
  const workbook = await openXlsx(await readFile(file));
  const rows = workbook.sheets[0]?.rows ?? [];
  for (const [reference, value] of Object.entries(values)) {
    const [, letter = 'A', row = '1'] = /^([A-Z])(\d+)$/.exec(reference) ?? [];
    const cells = (rows[Number(row) - 1] ??= []);
    cells[letter.charCodeAt(0) - 65] = value;
  }
  await writeFile(file, await saveXlsx(workbook));
}
