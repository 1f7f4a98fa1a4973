import path from 'node:path';
import type { Client, SalaryDeclaration } from '../../contract/portal.gen.js';
import type { Portal } from '../api/portal.js';
import { ConnectError } from '../errors.js';
import { readable } from './check-salary.js';
import type { CheckedFile } from './check-salary.js';

export interface Upload {
  readonly file: string;
  readonly sha256: string;
  readonly test: boolean;
  readonly replaces: string | undefined;
}

/**
 * What may be sent: a file without errors, that is this client's.
 * @throws ConnectError `file-of-another-client`, `salary-file-invalid`
 */
export function uploadOf(checked: CheckedFile, client: Client, wishes: Pick<Upload, 'test' | 'replaces'>): Upload {
  const { file, digest, findings, errors, fund, member } = checked;
  if (findings.some(({ code, severity }) => /^A0[12]$/.test(code) && severity === 'error')) {
    const inFile = `${fund ?? '–'} ${member ?? '–'}`;
    throw new ConnectError('file-of-another-client', {
      file,
      inFile,
      client: client.name,
      number: client.number,
      fund: client.fund,
    });
  }
  if (errors > 0 || digest === undefined) throw new ConnectError('salary-file-invalid', { file, count: errors });
  return { file, sha256: digest, ...wishes };
}

/** Sends the file as it is. The portal refuses it if it is not the one that was checked: its digest goes along. */
export async function sendUpload(
  portal: Pick<Portal, 'salary'>,
  client: Client,
  { file, sha256, test, replaces }: Upload,
  cwd: string,
  idempotencyKey: string,
): Promise<SalaryDeclaration> {
  const place = path.resolve(cwd, file);
  await readable(place);
  const submission = {
    fileName: path.basename(file),
    mediaType: 'application/xml',
    digest: Buffer.from(sha256, 'hex'),
    content: () => delayed(() => readable(place)),
    test,
    replaces,
  };
  return portal.salary.submit(client.number, submission, idempotencyKey);
}

async function* delayed(open: () => Promise<AsyncIterable<Uint8Array>>): AsyncGenerator<Uint8Array> {
  yield* await open();
}
