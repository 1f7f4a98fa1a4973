import path from 'node:path';
import { version } from '../../../package.json';
import { ConnectError, exitCodes } from '../../errors.js';
import { checkSalary as check, checkSalaryWithSchema } from '../../operations/check-salary.js';
import { comparisonOf } from '../../operations/compare-last-year.js';
import { withDeclaredBefore } from '../../operations/declared-before.js';
import { bytesOf, rereadableBytesOf } from '../../operations/salary-bytes.js';
import { readSchemaFolder } from '../../operations/schema-folder.js';
import { judged } from '../../operations/verdict.js';
import { list } from '../define.js';
import { flag, integer, severalArguments, text } from '../options.js';
import { annotation } from './annotations.js';
import { eachOnce } from './each-once.js';
import { findingColumns, findingLines } from './findings.js';
import { summariseAll } from './summary.js';

export const checkSalary = list({
  name: 'check',
  summary: 'salary.check.summary',
  details: 'salary.check.details',
  examples: [
    'connect salary check lohn-2025.xml',
    'connect salary check lohn-2025.xml --client 10001.00',
    'connect salary check *.xml -o json --strict',
    'connect salary check *.xml -o sarif > lohn.sarif',
    'connect salary check lohn-2025.xml --github',
    'connect salary check lohn-2025.xml --schema swissdec-xsd',
    'cat lohn-2025.xml | connect salary check -',
    'connect salary check lohn.xlsx lohn.csv --year 2025',
  ],
  acts: 'nothing',
  args: { files: severalArguments('<file...>', 'salary.arg.files') },
  options: {
    schema: text('--schema <folder>', 'salary.check.schema'),
    year: integer('--year <year>', 'salary.table.year', { min: 2000, max: 2100 }),
    maxFindings: integer('--max-findings <n>', 'salary.check.maxFindings', { min: 1, max: 999_999_999 }),
    strict: flag('--strict', 'salary.check.strict'),
    github: flag('--github', 'salary.check.github'),
  },
  rows: async function* ({ files, schema, year, maxFindings, strict = false }, context) {
    const { world, settings, tell, notify, fail, raise, namedClient, inPassing, openLogin, progress } = context;
    const { once, repeated } = eachOnce(files, world.cwd);
    for (const file of repeated) await notify('salary.check.twice', { file });
    const client = await namedClient();
    const given = year === undefined ? {} : { year: String(year) };
    const schemas = schema === undefined ? undefined : await readSchemaFolder(path.resolve(world.cwd, schema));
    const language = settings.lang.value;
    for (const file of once) {
      try {
        const read = await progress('progress.checking', undefined, async (counted) => {
          if (schemas === undefined)
            return check(counted(await bytesOf(file, world)), file, { client, given }, language);
          const content = await rereadableBytesOf(file, world);
          return checkSalaryWithSchema(() => counted(content()), file, client, language, schemas);
        });
        const known = client && (await withDeclaredBefore(read, openLogin().portal, client, language));
        const checked = judged(known ?? read, { strict, maxFindings });
        if (!checked.ok) raise(exitCodes.invalidFile);
        yield checked;
        await summariseAll(checked, await inPassing((portal) => comparisonOf(checked, portal, client)), notify, tell);
      } catch (error) {
        // One that can't be read does not keep the others from being checked.
        if (!(error instanceof ConnectError) || once.length === 1) throw error;
        await fail(file, error);
        raise(error.exitCode);
      }
    }
  },
  columns: [
    { key: 'file', title: 'salary.file' },
    { key: 'format', title: 'salary.format' },
    { key: 'version', title: 'salary.version' },
    { key: 'year', title: 'salary.year' },
    { key: 'fund', title: 'salary.fund' },
    { key: 'member', title: 'salary.member' },
    { key: 'persons', title: 'salary.persons' },
    { key: 'totals', title: 'salary.totals' },
    { key: 'errors', title: 'salary.errors' },
    { key: 'warnings', title: 'salary.warnings' },
    { key: 'findings', title: 'salary.findings' },
    { key: 'ok', title: 'salary.ok' },
  ],
  parts: { of: ({ findings }) => findings, columns: findingColumns, lines: findingLines },
  documents: {
    sarif: async (checked, { files }, { world, settings }) => {
      const { sarifLog } = await import('../../operations/sarif.js');
      const complete = checked.length === eachOnce(files, world.cwd).once.length;
      return sarifLog(checked, { version, language: settings.lang.value, complete });
    },
  },
  notices: {
    option: '--github',
    wanted: ({ github }) => github === true,
    lines: ({ findings, format }, tell) => findings.map((finding) => annotation(finding, format, tell)),
  },
  empty: 'salary.check.nothing',
});
