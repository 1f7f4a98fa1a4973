import { checkSalary } from '../../operations/check-salary.js';
import { keepReceipt } from '../../operations/keep-receipt.js';
import { rereadableBytesOf } from '../../operations/salary-bytes.js';
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
    'payroll-export | connect salary upload -',
  ],
  acts: 'client',
  args: { file: argument('<file>', 'salary.arg.file') },
  options: {
    test: flag('--test', 'salary.upload.test'),
    replaces: text('--replaces <declaration>', 'salary.upload.replaces'),
  },
  prepare: async ({ file, test = false, replaces }, context) => {
    const { world, settings, tell, notify, portal, client } = context;
    const content = await rereadableBytesOf(file, world);
    const checked = await checkSalary(content(), file, { client }, settings.lang.value);
    await reportFindings(checked, notify);
    await summarise(checked, notify, tell);
    const upload = uploadOf(checked, client, { test: test || checked.testCase, replaces });
    return {
      summary: upload.test ? 'salary.upload.willTest' : 'salary.upload.will',
      params: { file, year: checked.year ?? '–', client: client.name },
      request: {
        method: 'POST',
        path: `/clients/${client.number}/salary-declarations`,
        body: { ...upload },
      },
      consent: { kind: 'none' },
      intent: {
        operation: 'salary.upload',
        content: JSON.stringify([upload.sha256, upload.fileName, upload.test, replaces ?? null]),
      },
      carryOut: (idempotencyKey) =>
        sendUpload(portal, client, upload, content, idempotencyKey, ({ id, receipt, year }) => {
          const expected = { sha256: upload.sha256, test: upload.test, year: checked.year ?? year };
          return keepReceipt(context, client, { kind: 'upload', declaration: id, receipt, expected, idempotencyKey });
        }),
    };
  },
  fields: declarationFields,
});
