import type { Call } from '../http/call.js';
import { excelType } from '../http/bodies.js';
import { invalid, Problem } from '../http/problem.js';
import type { Handlers, Request } from '../http/types.js';
import { institutionFor } from '../salary/checks.js';
import { FileInvalid } from '../salary/decode.js';
import type { ElmFile, Institution } from '../salary/elm-file.js';
import { readElm } from '../salary/elm-reader.js';
import { recordDeclaration } from '../salary/record.js';
import { readTemplate } from '../salary/template-reader.js';
import type { Declaration } from '../store/declarations.js';
import type { Upload } from '../store/files.js';
import { refer } from './attachments.js';
import { answerDeclaration, courseState } from './declaration.js';

interface Submission {
  readonly upload: Upload;
  readonly file: ElmFile;
  readonly institution: Institution;
  readonly test: boolean;
  readonly fileName: string;
  readonly replaces: string | null;
  readonly attachments: readonly string[];
}

export const salarySubmission: Pick<Handlers, 'submitSalaryDeclaration'> = {
  async submitSalaryDeclaration(call, { query, headers, ...request }) {
    const upload = request.body as unknown as Upload;
    const isExcel = headers['content-type']?.toLowerCase().startsWith(excelType) === true;
    const submission = await read(call, upload, isExcel, query);
    await call.portal.files.keep(upload);
    return call.commit(() => {
      const { declarations } = call.portal.store;
      const key = call.idempotency?.key ?? '';
      // Within the transaction: whoever called the key off was told that nothing will come of it.
      if (declarations.isVoid(call.member.client.id, key)) throw new Problem('idempotency-key-voided');
      const known = declarations.ofFile(call.member.client.id, upload.sha256, submission.test);
      if (known !== undefined) return { ...answerDeclaration(call, known.id), status: 200 };
      checkYear(call, submission);
      refer(call, submission.attachments, 'attachment');
      return { ...answerDeclaration(call, store(call, submission)), status: 201 };
    });
  },
};

async function read(
  call: Call,
  upload: Upload,
  isExcel: boolean,
  query: Request<'submitSalaryDeclaration'>['query'],
): Promise<Submission> {
  const reading = isExcel ? readTemplate(upload.file) : readElm(call.portal.files.read(upload));
  const file = await reading.catch((error: unknown) => {
    throw error instanceof FileInvalid ? new Problem('file-invalid', { detail: error.message }) : error;
  });
  const { number } = call.member.client;
  const institution = institutionFor(file, call.fund, number);
  if (institution === undefined) {
    const named = file.institutions
      .map(({ branch, customer }) => `${branch}/${customer}`)
      .join(', ')
      .slice(0, 500);
    throw new Problem('wrong-recipient', { detail: `The file names ${named}, not ${call.fund}/${number}.` });
  }
  const { fileName, test = false, replaces = null, attachment = [] } = query;
  return { upload, file, institution, test: test || file.test, fileName, replaces, attachments: attachment };
}

/** A year has one declaration that counts; another one takes its place, or is a test. */
function checkYear(call: Call, { file, test, replaces }: Submission): void {
  const { declarations } = call.portal.store;
  const { client } = call.member;
  const counts = (one: Declaration) => !['rejected', 'replaced'].includes(courseState(call, one).state);
  if (replaces !== null) {
    const earlier = declarations.byId(client.id, replaces);
    if (earlier?.year !== file.year || earlier.test === 1) throw invalid('replaces', 'is no declaration of this year');
    if (!counts(earlier) || earlier.replacedAt !== null) {
      throw new Problem('state-conflict', { detail: 'The declaration to be replaced is rejected or replaced.' });
    }
    return;
  }
  const existing = test ? undefined : declarations.ofYear(client.id, file.year).find(counts);
  if (existing !== undefined) throw new Problem('declaration-exists', { existing: existing.id });
}

function store(call: Call, submission: Submission): string {
  const { upload, file, institution, test, fileName, replaces, attachments } = submission;
  return recordDeclaration(call.portal, {
    fund: call.fund,
    client: call.member.client,
    file,
    institution,
    sha256: upload.sha256,
    size: upload.size,
    fileName,
    test,
    replaces,
    attachments,
    submittedBy: call.login.account.id,
    submittedAt: call.now(),
    releasedAt: null,
    idempotencyKey: call.idempotency?.key ?? null,
  });
}
