import path from 'node:path';
import { ConnectError, exitCodes } from '../../errors.js';
import { checkSalary as check, checkSalaryWithSchema } from '../../operations/check-salary.js';
import { bytesOf, rereadableBytesOf } from '../../operations/salary-bytes.js';
import { readSchemaFolder } from '../../operations/schema-folder.js';
import { list } from '../define.js';
import { integer, severalArguments, text } from '../options.js';
import { findingColumns, findingLines, summarise } from './findings.js';

export const checkSalary = list({
  name: 'check',
  summary: 'salary.check.summary',
  details: 'salary.check.details',
  examples: [
    'connect salary check lohn-2025.xml',
    'connect salary check lohn-2025.xml --client 10001.00',
    'connect salary check *.xml -o json',
    'connect salary check lohn-2025.xml --schema swissdec-xsd',
    'cat lohn-2025.xml | connect salary check -',
    'connect salary check lohn.xlsx lohn.csv --year 2025',
  ],
  acts: 'nothing',
  args: { files: severalArguments('<file...>', 'salary.arg.files') },
  options: {
    schema: text('--schema <folder>', 'salary.check.schema'),
    year: integer('--year <year>', 'salary.table.year', { min: 2000, max: 2100 }),
  },
  rows: async function* ({ files, schema, year }, { world, settings, tell, notify, fail, raise, namedClient }) {
    const client = await namedClient();
    const given = year === undefined ? {} : { year: String(year) };
    const schemas = schema === undefined ? undefined : await readSchemaFolder(path.resolve(world.cwd, schema));
    const language = settings.lang.value;
    for (const file of files) {
      try {
        const checked =
          schemas === undefined
            ? await check(await bytesOf(file, world), file, { client, given }, language)
            : await checkSalaryWithSchema(await rereadableBytesOf(file, world), file, client, language, schemas);
        if (!checked.ok) raise(exitCodes.invalidFile);
        yield checked;
        await summarise(checked, notify, tell);
      } catch (error) {
        // One that can't be read does not keep the others from being checked.
        if (!(error instanceof ConnectError) || files.length === 1) throw error;
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
  empty: 'salary.check.nothing',
});
