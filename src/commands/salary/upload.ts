import { ConnectError } from '../../errors.js';
import { attachedFiles, sendAttachments } from '../../operations/attachments.js';
import { checkSalary } from '../../operations/check-salary.js';
import { refuseDuplicate, refuseUnfitReplacement } from '../../operations/declared-before.js';
import { readOnce } from '../../operations/one-reading.js';
import type { OneReading } from '../../operations/one-reading.js';
import { checkEnvironment } from '../../operations/portal-environment.js';
import { receiving } from '../../operations/received-declaration.js';
import { blockOf, detailsOf, recipientsOf, requestOf, sendUpload, uploadOf } from '../../operations/upload-salary.js';
import { write } from '../define.js';
import { argument, flag, text, texts } from '../options.js';
import { declarationFields } from './columns.js';
import { reportFindings, summarise } from './findings.js';
import { afterUpload, waitForFund, waitOptions } from './wait.js';

/** Files that were read to find out their client; `contentOf` has one function for each file of a run. */
const readings = new WeakMap<() => AsyncIterable<Uint8Array>, OneReading>();

/** What the journal calls an upload. */
export const uploadIntent = 'salary.upload';

export const uploadSalary = write({
  name: 'upload',
  summary: 'salary.upload.summary',
  details: 'salary.upload.details',
  examples: [
    'connect salary upload lohn-2025.xml --client 10001.00',
    'connect salary upload lohn-2025.xml --client auto',
    'connect salary upload lohn-2025.xml --test',
    'connect salary upload neu.xml --replace dec_5f',
    'connect salary upload lohn-2025.xml --attach erläuterung.pdf',
    'connect salary upload lohn-2025.xml --wait --wait-timeout 5m',
    'payroll-export | connect salary upload -',
  ],
  acts: 'client',
  args: { file: argument('<file>', 'salary.arg.file') },
  options: {
    test: flag('--test', 'salary.upload.test'),
    replace: text('--replace <declaration>', 'salary.upload.replace'),
    attach: texts('--attach <file>', 'salary.upload.attach'),
    ...waitOptions,
  },
  clientOf: async ({ file }, { contentOf, settings, notify, tell, progress }) => {
    const content = await contentOf(file);
    const recipients = await progress('progress.reading', undefined, async (counted) => {
      const reading = readOnce((client) => checkSalary(counted(content()), file, { client }, settings.lang.value));
      readings.set(content, reading);
      return recipientsOf({ institutions: await reading.institutions });
    });
    // Its errors are told with the client known, if there is a way to know it.
    if (recipients.length > 0) return { file, recipients };
    const checked = await readings.get(content)?.judge(undefined);
    if (checked === undefined || checked.ok) return { file, recipients };
    await reportFindings(checked, notify);
    await summarise(checked, notify, tell);
    throw new ConnectError('salary-file-invalid', { file, count: checked.errors });
  },
  prepare: async ({ file, test = false, replace, attach = [], ...wishes }, context) => {
    const { settings, tell, notify, portal, client, login, contentOf, progress } = context;
    const content = await contentOf(file);
    const checked =
      (await readings.get(content)?.judge(client)) ??
      (await progress('progress.checking', undefined, (counted) =>
        checkSalary(counted(content()), file, { client }, settings.lang.value),
      ));
    await reportFindings(checked, notify);
    await summarise(checked, notify, tell);
    const attached = await attachedFiles(attach, contentOf);
    const upload = uploadOf(checked, client, { test: test || checked.testCase, replaces: replace, attached });
    await checkEnvironment(portal, upload, login.address.href);
    await refuseUnfitReplacement(checked, portal, client, replace);
    await refuseDuplicate(checked, portal, client, upload);
    return {
      summary: upload.test ? 'salary.upload.willTest' : 'salary.upload.will',
      params: { file, year: checked.year ?? '–', client: client.name },
      request: {
        method: 'POST',
        path: `/clients/${client.number}/salary-declarations`,
        ...requestOf(upload),
      },
      consent: { kind: 'none' },
      intent: {
        operation: uploadIntent,
        // Not its name: the same file under another one is the same upload, which goes on under the first name.
        content: JSON.stringify([
          upload.sha256,
          upload.test,
          replace ?? null,
          attached.map((one) => [one.name, one.sha256]),
        ]),
        details: detailsOf(upload),
        blockedBy: (other) => blockOf(upload, other),
      },
      carryOut: async (idempotencyKey, _password, begun) => {
        const fileName = String(begun?.['fileName'] ?? upload.fileName);
        const ids = await sendAttachments(portal, client.number, attached, contentOf, idempotencyKey);
        const terms = { attachments: ids, idempotencyKey, receive: receiving(context) };
        for (const { file, bytes } of attached) await notify('salary.upload.attached', { file, bytes });
        const sent = await progress('progress.sending', upload.bytes, (counted) =>
          sendUpload(portal, client, { ...upload, fileName }, () => counted(content()), terms),
        );
        const { id, submittedAt, submittedBy } = sent.declaration;
        if (sent.known) await notify('salary.upload.known', { id, at: submittedAt, by: submittedBy.userName });
        return sent.declaration;
      },
      afterwards: (declaration) => waitForFund(declaration, wishes, context, afterUpload),
    };
  },
  fields: declarationFields,
});
