import path from 'node:path';
import type { Client } from '../../contract/portal.gen.js';
import type { Portal } from '../api/portal.js';
import { fileHeaders } from '../api/file-headers.js';
import type { Submitted } from '../api/salary.js';
import { ConnectError } from '../errors.js';
import type { Attached } from './attachments.js';
import type { CheckedFile, ToldFinding } from './check-salary.js';
import type { Receive } from './received-declaration.js';

export interface Upload {
  /** As it was typed. */
  readonly file: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly year: number | undefined;
  readonly test: boolean;
  readonly replaces: string | undefined;
  readonly attached: readonly Attached[];
}

/** What the portal takes; a table in CSV is no form that the funds know. */
const mediaTypes = {
  elm: 'application/xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** The contract's limit. */
const longestFileName = 200;

/**
 * What may be sent: a file without errors, that is this client's.
 * @throws ConnectError `file-of-another-client`, `salary-file-invalid`, `salary-csv-not-accepted`
 */
export function uploadOf(
  checked: CheckedFile,
  client: Client,
  wishes: Pick<Upload, 'test' | 'replaces' | 'attached'>,
): Upload {
  const { file, format, digest, bytes, year, findings, errors } = checked;
  if (findings.some(isForeign)) {
    const inFile = foreignNumbers(checked);
    const { name, number, fund } = client;
    throw new ConnectError('file-of-another-client', { file, inFile, client: name, number, fund });
  }
  // Also one with errors: salary convert names them, and asks for what else is missing.
  if (format === 'csv') throw new ConnectError('salary-csv-not-accepted', { file, target: elmNameOf(file) });
  if (errors > 0 || digest === undefined) throw new ConnectError('salary-file-invalid', { file, count: errors });
  const kind = format === 'xlsx' ? 'xlsx' : 'elm';
  const fileName =
    file === '-' ? (kind === 'xlsx' ? 'stdin.xlsx' : 'stdin.xml') : path.basename(file).slice(-longestFileName);
  return { file, fileName, mediaType: mediaTypes[kind], sha256: digest, bytes, year, ...wishes };
}

/** Whom a file is for. One with wages of the AHV goes to the AHV fund; its other institutions may be elsewhere. */
export function recipientsOf({ institutions }: Pick<CheckedFile, 'institutions'>): CheckedFile['institutions'] {
  const ahv = institutions.filter(({ domain }) => domain === 'AHV-AVS');
  return ahv.length > 0 ? ahv : institutions;
}

/** What the ELM file of a table could be called. */
const elmNameOf = (file: string): string => (file === '-' ? 'elm.xml' : `${path.parse(file).name}.xml`);

const isForeign = ({ code, severity }: ToldFinding): boolean => /^A0[12]$/.test(code) && severity === 'error';

/** Fund and member number as the file has them, where it has another client's. */
function foreignNumbers({ fund, member, findings }: CheckedFile): string {
  const found = (code: string): string | number | undefined =>
    findings.find((finding) => finding.code === code && isForeign(finding))?.params['found'];
  return `${found('A01') ?? fund ?? '–'} ${found('A02') ?? member ?? '–'}`;
}

/** The request as it will be, without its secrets and without the file. */
export function requestOf({ fileName, mediaType, sha256, bytes, test, replaces, attached }: Upload) {
  return {
    query: { fileName, ...(test && { test }), ...(replaces !== undefined && { replaces }) },
    headers: fileHeaders(mediaType, Buffer.from(sha256, 'hex')),
    content: { sha256, bytes },
    ...(attached.length > 0 && { attachments: attached.map(({ file: _typed, ...rest }) => rest) }),
  };
}

/** What the journal holds of an upload, in plain text. */
export function detailsOf(upload: Upload): UploadDetails {
  const { year, fileName, sha256, bytes, test, replaces, attached } = upload;
  const attachments = attached.map((one) => `${one.name} ${one.sha256}`);
  return { year: year ?? null, fileName, sha256, bytes, test, replaces: replaces ?? null, attachments };
}

type UploadDetails = Readonly<
  Record<
    'year' | 'fileName' | 'sha256' | 'bytes' | 'test' | 'replaces' | 'attachments',
    string | number | boolean | null | readonly string[]
  >
>;

/**
 * Why an upload has to wait for another one of the same client whose outcome nobody knows: it is for the same year.
 * The very same file need not wait, since the portal recognises it; and a test is never in the way.
 */
export function blockOf(
  upload: Upload,
  other: { readonly begunAt: string; readonly details?: Partial<UploadDetails> },
) {
  const { year = null, fileName = '–', sha256 = null, test = false } = other.details ?? {};
  if (sha256 === upload.sha256 || test !== upload.test || (year !== null && year !== upload.year)) return undefined;
  return new ConnectError('upload-blocked', { file: String(fileName), at: other.begunAt, year: upload.year ?? '–' });
}

/** Under which a file is sent. */
export interface Terms {
  /** Ids of what has been sent before. */
  readonly attachments: readonly string[];
  readonly idempotencyKey: string;
  readonly receive: Receive;
}

/**
 * Sends the file as it is. The portal refuses it if it is not the one that was checked: its digest goes along. A file
 * that it has already is answered with what became of it then.
 * @throws ConnectError `upload-unknown` if the answer was lost, `year-declared`, those of `receive`,
 *   `declaration-replaced`, `declaration-rejected`: it is there, and it does not count
 */
export async function sendUpload(
  portal: Pick<Portal, 'salary'>,
  client: Client,
  { file, fileName, mediaType, sha256, bytes, year, test, replaces }: Upload,
  content: () => AsyncIterable<Uint8Array>,
  { attachments, idempotencyKey, receive }: Terms,
): Promise<Submitted> {
  const digest = Buffer.from(sha256, 'hex');
  const submission = { fileName, mediaType, digest, content, test, replaces, attachments };
  const submitted = await portal.salary
    .submit(client.number, submission, idempotencyKey)
    .catch((error: unknown) => refused(error, { file, client: client.number }));
  const sent = { client: client.number, key: idempotencyKey, sha256, size: bytes, year, test };
  const { id, state } = await receive(submitted.declaration, sent);
  if (state === 'replaced') throw new ConnectError('declaration-replaced', { id });
  if (state === 'rejected') throw new ConnectError('declaration-rejected', { id });
  return submitted;
}

/** The same refusal, with what to type next. */
function refused(error: unknown, command: { readonly file: string; readonly client: string }): never {
  if (!(error instanceof ConnectError)) throw error;
  const { code, params, requestId } = error;
  if (code !== 'outcome-unknown' && code !== 'declaration-exists') throw error;
  const ours = code === 'outcome-unknown' ? 'upload-unknown' : 'year-declared';
  throw new ConnectError(ours, { ...params, ...command }, { cause: error, requestId });
}
