// The page docs/salary-rules.md, from the declarations of src/salary and their English texts. `scripts/docs.mjs` writes it.
import { build } from 'esbuild';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';

const root = path.resolve(import.meta.dirname, '..');

const words = {
  levels: [
    '**V** validity: the file has the form of the standard. So do **T** (tables) and **X** (what can be read at all).',
    '**P** plausibility: its numbers fit each other, the calendar and the law.',
    '**A** acceptance: it is meant for this fund and this client.',
  ],
  figure: {
    ahvRate: 'AHV',
    ivRate: 'IV',
    eoRate: 'EO',
    alvRate: 'ALV',
    alvSupplementRate: 'ALV2',
    alvCeilingYear: 'ALV ceiling, year',
    alvCeilingMonth: 'ALV ceiling, month',
    minorWage: 'minor wage',
    pensionerAllowanceYear: 'allowance, year',
    pensionerAllowanceMonth: 'allowance, month',
    firstLiableBirthYear: 'born at the latest in',
  },
  basis: { stated: '', computed: 'computed', general: 'general knowledge' },
  sex: { F: 'women', M: 'men' },
};

export async function salaryRulesPage() {
  const { rules, figures } = await declared();
  const text = [
    '# Rules for salary files',
    '<!-- Made by `npm run docs` from the declarations in src/salary. -->',
    `Every salary file, whether ELM, Excel or CSV, is held against these rules, all in one pass. \`connect salary rules\` lists
them in four languages, \`connect salary check\` applies them. A finding is an error, a warning or a note (info); only errors
keep a file from being uploaded. The first letter of a code tells the level:`,
    words.levels.map((level) => `- ${level}`).join('\n'),
    overview(rules),
    ...rules.flatMap((rule) => [
      `## ${rule.code}`,
      `${rule.rule} Source: ${rule.source}.`,
      table(
        ['Finding', 'Severity', 'What it says', 'How to mend it'],
        rule.faults.map(({ variant, severity, message, fix }) => [`\`${variant}\``, severity, message, fix]),
      ),
    ]),
    '## Yearly figures',
    `Rates in percent of the wage, employer's and employee's half together; amounts in CHF. Contributions are owed by those
who were born in the last column's year or earlier. P06, P07, P10 and P16 go by the year of the contribution period, not by
the year of the declaration.`,
    yearly(figures),
    '### Reference age',
    table(
      ['', 'born', 'age'],
      Object.entries(figures.referenceAges).flatMap(([sex, spans]) =>
        spans.map(({ from, until, value }) => [words.sex[sex], years(from, until), ageText(value)]),
      ),
    ),
    `ALV is owed up to and including the month in which the reference age is reached; the allowance begins with the next.
Source: ${figures.referenceAges.F[0].source.text}; AHVG Art. 21.`,
    '### ALV ceiling for a part of the year',
    `The ceiling of the month for each full month of employment; for each calendar day of a part month a thirtieth of it, 30 at
most: a year of 360 days, rounded to five Rappen. Whoever leaves and comes back in the same year is given the months of work
together. Payroll programs reckon like this, but no law that we know of says it; so P07 only warns of what exceeds it, and
reports an error above the ceiling of the whole year.`,
    '### Where the figures are from',
    `"General knowledge" means: known to whoever pays wages, but not read in a source by us; the article is where it should stand.`,
    table(['Figure', 'Years', 'Value', 'Source'], sources(figures)),
  ].join('\n\n');
  const file = path.join(root, 'docs', 'salary-rules.md');
  return format(text, { ...(await resolveConfig(file)), filepath: file });
}

/** The declarations are TypeScript; what they export is bundled and loaded. */
async function declared() {
  const folder = await mkdtemp(path.join(root, 'node_modules', '.salary-rules-'));
  try {
    const file = path.join(folder, 'declared.mjs');
    const { outputFiles } = await build({
      stdin: {
        contents: `export { salaryRules } from './src/operations/salary-rules.ts';
          export { series, knownYears, figuresOf } from './src/salary/figures/figures.ts';
          export { referenceAges } from './src/salary/figures/reference-age.ts';`,
        resolveDir: root,
      },
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'node',
    });
    await writeFile(file, outputFiles[0].text);
    const { salaryRules, ...figures } = await import(pathToFileURL(file).href);
    return { rules: await salaryRules('en'), figures };
  } finally {
    await rm(folder, { recursive: true });
  }
}

const overview = (rules) =>
  table(
    ['Code', 'Severity', 'Rule'],
    rules.map(({ code, severities, rule }) => [`[${code}](#${code.toLowerCase()})`, severities.join(', '), rule]),
  );

function yearly({ series, knownYears, figuresOf }) {
  const names = Object.keys(series);
  return table(
    ['Year', ...names.map((name) => words.figure[name])],
    knownYears.map((year) => [year, ...names.map((name) => valueText(name, figuresOf(year)[name]))]),
  );
}

const sources = ({ series }) =>
  Object.entries(series).flatMap(([name, spans]) =>
    spans.map(({ from, until, value, source: { basis, text } }) => [
      words.figure[name],
      years(from, until),
      valueText(name, value),
      basis === 'stated' ? text : `${words.basis[basis]}: ${text}`,
    ]),
  );

function valueText(name, value) {
  if (value === undefined) return 'none';
  if (name === 'firstLiableBirthYear') return String(value);
  if (name.endsWith('Rate')) return String(value / 100);
  return (value / 100).toLocaleString('de-CH');
}

function years(from, until) {
  if (from === -Infinity && until === Infinity) return 'any year';
  if (from === -Infinity) return `up to ${until}`;
  if (until === Infinity) return `${from} and later`;
  return from === until ? String(from) : `${from}–${until}`;
}

const ageText = (months) =>
  months % 12 === 0 ? String(months / 12) : `${Math.floor(months / 12)} and ${months % 12} months`;

const cell = (value) => String(value).replaceAll('|', '\\|').replaceAll('*', '\\*');

const row = (cells) => `| ${cells.map(cell).join(' | ')} |`;

function table(headings, rows) {
  return [row(headings), row(headings.map(() => '---')), ...rows.map(row)].join('\n');
}
