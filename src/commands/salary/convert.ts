import path from 'node:path';
import { version } from '../../../package.json';
import { writeNewFile } from '../../operations/new-file.js';
import { bytesOf } from '../../operations/salary-bytes.js';
import { show } from '../define.js';
import { argument, integer, text } from '../options.js';
import { reportFindings, summarise } from './findings.js';

export const convertSalary = show({
  name: 'convert',
  summary: 'salary.convert.summary',
  details: 'salary.convert.details',
  examples: [
    'connect salary convert lohn.xlsx lohn-2025.xml',
    'connect salary convert lohn.csv lohn-2025.xml --year 2025 --client 10001.00',
    'connect salary convert lohn.xlsx - | xmllint --format -',
  ],
  acts: 'nothing',
  local: true,
  args: { file: argument('<file>', 'salary.convert.file'), to: argument('<to>', 'salary.convert.to') },
  options: {
    year: integer('--year <year>', 'salary.table.year', { min: 2000, max: 2100 }),
    fund: text('--fund <number>', 'salary.convert.fund'),
    member: text('--member <number>', 'salary.convert.member'),
    company: text('--company <name>', 'salary.convert.company'),
    uid: text('--uid <uid>', 'salary.convert.uid'),
    street: text('--street <street>', 'salary.convert.street'),
    zip: text('--zip <zip>', 'salary.convert.zip'),
    city: text('--city <town>', 'salary.convert.city'),
  },
  run: async ({ file, to, year, ...others }, { world, settings, tell, notify, namedClient }) => {
    const client = await namedClient();
    const said = { ...others, year: year === undefined ? undefined : String(year) };
    const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
    const language = settings.lang.value;
    const { tableToConvert } = await import('../../operations/convert-salary.js');
    const { checked, elm, standIns } = await tableToConvert(
      await bytesOf(file, world),
      file,
      { client, given },
      language,
    );
    await reportFindings(checked, notify);
    await summarise(checked, notify, tell);
    const time = world.clock.now().toISOString();
    const pieces = elm({ version, requestId: world.random.uuid(), time, language });
    for (const { key, params } of standIns) await notify(key, params);
    if (to === '-') {
      for (const piece of pieces) await world.stdout.write(piece);
      return undefined;
    }
    const written = await writeNewFile(path.resolve(world.cwd, to), pieces, world.random);
    const { persons, totals } = checked;
    return { ...written, version: '5.0', year: checked.year ?? null, persons, totals };
  },
  fields: [
    { key: 'file', title: 'salary.file' },
    { key: 'version', title: 'salary.version' },
    { key: 'year', title: 'salary.year' },
    { key: 'persons', title: 'salary.persons' },
    { key: 'totals', title: 'salary.totals', value: (result) => result?.totals },
    { key: 'bytes', title: 'salary.bytes' },
    { key: 'sha256', title: 'messages.sha256' },
  ],
});
