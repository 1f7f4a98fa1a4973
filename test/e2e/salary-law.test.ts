import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Desk } from '../support/desk.js';
import { piped } from '../support/printed.js';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
  await writeFile(
    path.join(desk.home, 'lohn.csv'),
    `Jahr;2025
Ausgleichskasse;095
Mitgliednummer;10001.00
AHV-Nr;Name;Vorname;Geburtsdatum;Geschlecht;von;bis;AHV-Lohn;ALV-Lohn;Kanton
756.1234.5678.97;Muster;Anna;12.04.1985;F;;30.06.2025;80000;80000;BS
756.9217.0769.85;Bernasconi;Marco;14.03.1960;M;;;90000;90000;BS
756.3004.0050.04;Rochat;Zoé;14.03.2009;F;01.07.2025;31.07.2025;1800;1800;BS
756.3004.0050.04;Favre;Luc;14.03.1990;M;;;-100;0;BS
`,
  );
});
afterAll(() => desk.close());

test('what the law and the calendar find implausible is told with code, person and remedy, and only errors fail', async () => {
  const { exitCode, stdout, stderr } = await desk.run('salary check lohn.csv', { cwd: desk.home });
  expect({ exitCode, stdout, stderr }).toEqual({
    exitCode: 7,
    stdout: piped(
      [
        [
          ...[5, 'warning', 'P07', 1],
          'The ALV wage of 2025 is 80000.00; for the time of the employment (180 of 360 days) the ceiling is 74100.00.',
          'Check the periods. What is above the ceiling is exempt from ALV; how part months count is custom, not law.',
        ],
        [
          ...[6, 'warning', 'P09', 2],
          'The person reaches the reference age in 2025-03, and this period goes on beyond that month.',
          'Declare two salaries: one up to and including this month, one from the next on, less the allowance and without ALV.',
        ],
        [
          ...[7, 'error', 'P06', 3],
          '1800.00 are declared as AHV wage of 2025, but only those born in 2007 or earlier owe contributions then.',
          'Check the date of birth. If it is right, declare the wage as exempt from AHV and ALV.',
        ],
        [
          ...[8, 'error', 'P13', 4, 'Person no. 3 has the same AHV number, but another birthday.'],
          'Find out by the insurance certificates whose number is wrong, and correct it.',
        ],
        [
          ...[8, 'warning', 'P15', 4, 'AHV-AVS-Income is negative: -100.00.'],
          'Leave it if it cancels or corrects an earlier wage. Otherwise correct the amount.',
        ],
      ].map((cells) => ['lohn.csv', ...cells]),
    ),
    stderr: `lohn.csv: CSV, year 2025, persons: 4, AHV wages: CHF 171,700.00
lohn.csv: ALV wages CHF 171,800.00
lohn.csv: FAK wages by canton: BS CHF 171,700.00
lohn.csv: not in order (errors: 2, warnings: 3)
`,
  });
});

test('in every language, with the source, and without a name, a day of birth or a whole number', async () => {
  const printed = await Promise.all(
    ['de', 'fr', 'it', 'en'].map(
      async (lang) => (await desk.run(`salary check lohn.csv -o json -q --lang ${lang}`, { cwd: desk.home })).stdout,
    ),
  );
  const texts = printed.flatMap((text) => {
    const [file] = JSON.parse(text) as { findings: { message: string; fix: string; source: string }[] }[];
    return (file?.findings ?? []).flatMap(({ message, fix, source }) => {
      expect(source).toMatch(/AVIG|AHVG|AHVV|ELM/);
      return [message, fix];
    });
  });
  expect(texts).toHaveLength(4 * 5 * 2);
  expect(new Set(texts).size).toBe(texts.length);
  expect(printed.join()).not.toMatch(/Bernasconi|Rochat|Favre|1960-03-14|14\.03\.|756\.3004/);
});
