import { afterAll, beforeAll, expect, test } from 'vitest';
import { declarations } from '../../src/salary/rules/index.js';
import { parsedCsv } from '../support/csv.js';
import { Desk } from '../support/desk.js';

interface Rule {
  readonly code: string;
  readonly level: string;
  readonly severities: readonly string[];
  readonly rule: string;
  readonly source: string;
  readonly faults: readonly { readonly variant: string; readonly severity: string; message: string; fix: string }[];
}

let desk: Desk;
beforeAll(async () => (desk = await Desk.open()));
afterAll(() => desk.close());

const rulesIn = async (language: string) =>
  JSON.parse((await desk.run(`salary rules -o json --lang ${language}`)).stdout) as readonly Rule[];

test('lists every rule once, for programs: by level, then by code', async () => {
  const { exitCode, stdout, stderr } = await desk.run('salary rules --fields code,severities');
  const lines = stdout.trimEnd().split('\n');
  expect({ exitCode, stderr, codes: lines.map((line) => line.split('\t')[0]).sort() }).toEqual({
    exitCode: 0,
    stderr: '',
    codes: declarations.map(({ code }) => code).sort(),
  });
  expect(lines.slice(5, 8)).toEqual(['V06\terror', 'P01\terror,warning', 'P02\twarning']);
});

test('for people: code, level, severities, what it says and where it is from', async () => {
  const { stdout } = await desk.run('salary rules --lang de', { terminal: true, columns: 60 });
  expect(stdout).toContain(`P07  Plausibilität (Fehler, Warnung)
    Der ALV-Lohn übersteigt weder die Höchstgrenze für die Dauer der Beschäftigung noch den AHV-Lohn.
    Quelle: AVIG Art. 3; UVV Art. 22
P08  Plausibilität (Fehler)
`);
});

test('JSON tells each way to violate a rule, and how to mend it', async () => {
  const [rule] = (await rulesIn('en')).filter(({ code }) => code === 'P16');
  expect(rule).toEqual({
    code: 'P16',
    level: 'Plausibility',
    severities: ['info'],
    rule: 'Contributions on a minor wage are owed only on request.',
    source: 'AHVV Art. 34d',
    faults: [
      {
        variant: 'declared',
        severity: 'info',
        message:
          'The AHV wage of {year} is {amount}. Up to {limit} a year, contributions are owed only if the employee asks for them.',
        fix: 'Leave it if the person wants it, or works in a private household or in culture and media. Otherwise declare nothing.',
      },
    ],
  });
});

test('in four languages, of which none repeats another', async () => {
  const all = await Promise.all(['de', 'fr', 'it', 'en'].map(rulesIn));
  const sentences = all.flatMap((rules) => rules.map(({ rule }) => rule));
  expect(sentences).toHaveLength(4 * declarations.length);
  expect(new Set(sentences).size).toBe(sentences.length);
  for (const rules of all) expect(rules.map(({ code }) => code)).toEqual(all[0]?.map(({ code }) => code));
});

test('CSV has a line a rule', async () => {
  const rows = parsedCsv((await desk.run('salary rules -o csv')).stdout);
  expect(rows).toHaveLength(declarations.length + 1);
  expect(rows[0]).toEqual(['code', 'level', 'severities', 'rule', 'source']);
});
