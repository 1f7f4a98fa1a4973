import path from 'node:path';
import { checkFile } from '../../operations/check-salary.js';
import { sendUpload, uploadOf } from '../../operations/upload-salary.js';
import { write } from '../define.js';
import { argument, flag, text } from '../options.js';
import { declarationFields } from './columns.js';
import { reportFindings, summarise } from './findings.js';

export const uploadSalary = write({
  name: 'upload',
  summary: 'salary.upload.summary',
  details: 'salary.upload.details',
  examples: [
    'connect salary upload lohn-2025.xml --client 10001.00',
    'connect salary upload lohn-2025.xml --test',
    'connect salary upload neu.xml --replaces dec_5f',
  ],
  acts: 'client',
  args: { file: argument('<file>', 'salary.arg.file') },
  options: {
    test: flag('--test', 'salary.upload.test'),
    replaces: text('--replaces <declaration>', 'salary.upload.replaces'),
  },
  prepare: async ({ file, test = false, replaces }, { world, settings, tell, notify, portal, client }) => {
    const checked = await checkFile(file, client, { ...world, language: settings.lang.value });
    await reportFindings(checked, notify);
    await summarise(checked, notify, tell);
    const upload = uploadOf(checked, client, { test: test || checked.testCase, replaces });
    const query = { fileName: path.basename(file), test: upload.test, ...(replaces !== undefined && { replaces }) };
    return {
      summary: upload.test ? 'salary.upload.willTest' : 'salary.upload.will',
      params: { file, year: checked.year ?? '–', client: client.name },
      request: {
        method: 'POST',
        path: `/clients/${client.number}/salary-declarations`,
        body: { ...query, sha256: upload.sha256 },
      },
      consent: { kind: 'none' },
      intent: {
        operation: 'salary.upload',
        content: JSON.stringify([upload.sha256, path.basename(file), upload.test, replaces ?? null]),
      },
      carryOut: (idempotencyKey) => sendUpload(portal, client, upload, world.cwd, idempotencyKey),
    };
  },
  fields: declarationFields,
});
