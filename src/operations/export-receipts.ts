import { ConnectError } from '../errors.js';
import type { Translate } from '../i18n/translate.js';
import { canonical, hashOf, lineOf } from '../journal/receipt-entry.js';
import type { Entry, Jwk } from '../journal/receipt-entry.js';
import { pemOf } from '../platform/jws.js';
import type { ArchiveFile } from '../platform/zip-writer.js';
import { readme, verification } from './receipts-readme.js';
import { verifyJournal } from './verify-journal.js';

export interface ReceiptsArchive {
  readonly entries: number;
  readonly content: Uint8Array;
}

/**
 * Packs the receipts of a year so that `sha256sum` and `openssl` can verify them.
 * @param client number of the one whose receipts are wanted; then the chain, which runs over all clients, can't go along
 * @throws ConnectError `receipts-none-of-year`, `receipts-damaged`
 */
export async function exportReceipts(
  stateDirectory: string,
  year: string,
  client: string | undefined,
  translate: Translate,
): Promise<ReceiptsArchive> {
  const found = (await verifyJournal(stateDirectory)).find((one) => one.year === year);
  const entries = (found?.entries ?? []).filter((entry) => client === undefined || entry.client === client);
  if (found === undefined || found.entries.length === 0) throw new ConnectError('receipts-none-of-year', { year });
  if (found.problems.length > 0) throw new ConnectError('receipts-damaged', { year, count: found.problems.length });
  const last = entries.at(-1);
  if (last === undefined) throw new ConnectError('receipts-none-of-year', { year });
  const isWhole = client === undefined;
  const files: ArchiveFile[] = [
    { name: 'README.txt', content: readme(translate, year, entries, isWhole) },
    { name: 'verify.sh', content: verification(isWhole), isProgram: true },
    { name: 'receipts.jsonl', content: entries.map(lineOf).join('') },
    ...(isWhole ? [{ name: 'last.txt', content: `${hashOf(lineOf(last))}\n` }] : []),
    ...entries.flatMap(partsOf),
  ];
  const sums = files.map(({ name, content }) => `${hashOf(content)}  ${name}\n`).join('');
  const folder = `receipts-${year}${isWhole ? '' : `-${client}`}`;
  const packed = [...files, { name: 'SHA256SUMS', content: sums }];
  const { zipOf } = await import('../platform/zip-writer.js');
  const content = await zipOf(packed.map((file) => ({ ...file, name: `${folder}/${file.name}` })));
  return { entries: entries.length, content };
}

/** An entry as files of its own: the line itself, and the parts of the signature as OpenSSL takes them. */
function partsOf(entry: Entry): readonly ArchiveFile[] {
  const folder = `entries/${String(entry.sequence).padStart(6, '0')}`;
  const line = { name: `${folder}/entry.json`, content: lineOf(entry) };
  if (entry.kind !== 'review')
    return [line, ...signedParts(folder, 'receipt.json', entry.receipt.signature, entry.key)];
  const { statement, signature, key } = entry;
  return signature === null || key === null
    ? [line, { name: `${folder}/statement.json`, content: canonical(statement) }]
    : [line, ...signedParts(folder, 'statement.json', signature, key)];
}

function signedParts(folder: string, name: string, signature: string, key: Jwk): readonly ArchiveFile[] {
  const [header = '', payload = '', bytes = ''] = signature.split('.');
  return [
    { name: `${folder}/${name}`, content: Buffer.from(payload, 'base64url') },
    { name: `${folder}/signed.txt`, content: `${header}.${payload}` },
    { name: `${folder}/signature.bin`, content: Buffer.from(bytes, 'base64url') },
    { name: `${folder}/key.pem`, content: pemOf(key) },
  ];
}
