import path from 'node:path';
import { ConnectError } from '../../errors.js';
import { all } from '../../api/paging.js';
import { writeNewFile } from '../../operations/new-file.js';
import { employedIn, headerOfClient, templateSheets } from '../../operations/salary-template.js';
import { writeWorkbook } from '../../platform/xlsx-writer.js';
import { show } from '../define.js';
import { argument, integer } from '../options.js';

export const salaryTemplate = show({
  name: 'template',
  summary: 'salary.template.summary',
  details: 'salary.template.details',
  examples: [
    'connect salary template lohn.xlsx --year 2026 --lang fr',
    'connect salary template lohn.xlsx --year 2026 --client 10001.00',
  ],
  acts: 'nothing',
  local: true,
  args: { file: argument('<file>', 'salary.template.file') },
  options: { year: integer('--year <year>', 'salary.template.year', { min: 2000, max: 2100 }) },
  run: async ({ file, year }, { world, settings, translate, namedClient, openLogin, notify }) => {
    if (year === undefined) throw new ConnectError('option-missing', { option: '--year' });
    const client = await namedClient();
    const known = client === undefined ? [] : await all(openLogin().portal.employees.list(client.number));
    const employees = known.filter((employee) => employedIn(year, employee));
    const header = client === undefined ? {} : headerOfClient(client);
    const sheets = templateSheets({ year, language: settings.lang.value, header, employees }, translate);
    const content = await writeWorkbook(sheets, translate('template.title', { year }));
    const written = await writeNewFile(path.resolve(world.cwd, file), [content], world.random);
    await notify('salary.template.done', { file, count: employees.length });
    return { ...written, year, client: client?.number ?? null, persons: employees.length };
  },
  fields: [
    { key: 'file', title: 'salary.file', tone: () => 'strong' },
    { key: 'year', title: 'salary.year' },
    { key: 'client', title: 'common.client' },
    { key: 'persons', title: 'salary.persons' },
    { key: 'bytes', title: 'salary.bytes', text: ({ bytes }, tell) => tell.size(bytes) },
    { key: 'sha256', title: 'messages.sha256' },
  ],
});
