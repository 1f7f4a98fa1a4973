import path from 'node:path';
import type { Client, SalaryDeclaration } from '../../contract/portal.gen.js';
import type { Portal } from '../api/portal.js';
import { ConnectError } from '../errors.js';
import type { CheckedFile, ToldFinding } from './check-salary.js';

export interface Upload {
  readonly fileName: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly test: boolean;
  readonly replaces: string | undefined;
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
export function uploadOf(checked: CheckedFile, client: Client, wishes: Pick<Upload, 'test' | 'replaces'>): Upload {
  const { file, format, digest, findings, errors } = checked;
  if (findings.some(isForeign)) {
    const inFile = foreignNumbers(checked);
    const { name, number, fund } = client;
    throw new ConnectError('file-of-another-client', { file, inFile, client: name, number, fund });
  }
  if (errors > 0 || digest === undefined) throw new ConnectError('salary-file-invalid', { file, count: errors });
  if (format === 'csv') throw new ConnectError('salary-csv-not-accepted', { file });
  const kind = format === 'xlsx' ? 'xlsx' : 'elm';
  const fileName =
    file === '-' ? (kind === 'xlsx' ? 'stdin.xlsx' : 'stdin.xml') : path.basename(file).slice(-longestFileName);
  return { fileName, mediaType: mediaTypes[kind], sha256: digest, ...wishes };
}

const isForeign = ({ code, severity }: ToldFinding): boolean => /^A0[12]$/.test(code) && severity === 'error';

/** Fund and member number as the file has them, where it has another client's. */
function foreignNumbers({ fund, member, findings }: CheckedFile): string {
  const found = (code: string): string | number | undefined =>
    findings.find((finding) => finding.code === code && isForeign(finding))?.params['found'];
  return `${found('A01') ?? fund ?? '–'} ${found('A02') ?? member ?? '–'}`;
}

/**
 * Sends the file as it is. The portal refuses it if it is not the one that was checked: its digest goes along. A file
 * that it has already is answered with what became of it then.
 * @param received keeps the proof of it, whatever it is worth
 * @throws ConnectError `declaration-replaced`, `declaration-rejected`: it is there, and it does not count
 */
export async function sendUpload(
  portal: Pick<Portal, 'salary'>,
  client: Client,
  { fileName, mediaType, sha256, test, replaces }: Upload,
  content: () => AsyncIterable<Uint8Array>,
  idempotencyKey: string,
  received: (declaration: SalaryDeclaration) => Promise<unknown>,
): Promise<SalaryDeclaration> {
  const digest = Buffer.from(sha256, 'hex');
  const submission = { fileName, mediaType, digest, content, test, replaces };
  const declaration = await portal.salary.submit(client.number, submission, idempotencyKey);
  await received(declaration);
  const { id, state } = declaration;
  if (state === 'replaced') throw new ConnectError('declaration-replaced', { id });
  if (state === 'rejected') throw new ConnectError('declaration-rejected', { id });
  return declaration;
}
