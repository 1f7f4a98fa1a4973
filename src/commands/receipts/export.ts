import path from 'node:path';
import { ConnectError } from '../../errors.js';
import { exportReceipts } from '../../operations/export-receipts.js';
import { writeNewFile } from '../../operations/new-file.js';
import { show } from '../define.js';
import { integer, optionalArgument } from '../options.js';
import { clientNumbers } from './clients.js';

export const exportVerb = show({
  name: 'export',
  summary: 'receipts.export.summary',
  details: 'receipts.export.details',
  examples: [
    'connect receipts export --year 2025',
    'connect receipts export revision.zip --year 2025 --client 10001.00 --lang fr',
  ],
  acts: 'nothing',
  local: true,
  args: { to: optionalArgument('[file]', 'receipts.export.file') },
  options: { year: integer('--year <year>', 'receipts.export.year', { min: 2000, max: 2100 }) },
  run: async ({ to, year }, { world, settings, directories, translate }) => {
    if (year === undefined) throw new ConnectError('option-missing', { option: '--year' });
    const [client, ...others] = clientNumbers(settings);
    if (others.length > 0) throw new ConnectError('one-client-only', { count: others.length + 1 });
    // What follows goes to stdout; a ZIP file can't.
    if (to === '-')
      throw new ConnectError('option-invalid', { option: '[file]', value: '-', expected: `receipts-${year}.zip` });
    const { content, entries } = await exportReceipts(directories.state, String(year), client, translate);
    const name = to ?? `receipts-${year}${client === undefined ? '' : `-${client}`}.zip`;
    const written = await writeNewFile(path.resolve(world.cwd, name), [content], world.random);
    return { ...written, year, client: client ?? null, entries };
  },
  fields: [
    { key: 'file', title: 'salary.file', tone: () => 'strong' },
    { key: 'year', title: 'receipts.year' },
    { key: 'client', title: 'common.client' },
    { key: 'entries', title: 'receipts.entries' },
    { key: 'bytes', title: 'salary.bytes', text: ({ bytes }, tell) => tell.size(bytes) },
    { key: 'sha256', title: 'messages.sha256' },
  ],
});
