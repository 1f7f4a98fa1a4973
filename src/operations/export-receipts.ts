import { ConnectError } from '../errors.js';
import type { Translate } from '../i18n/translate.js';
import { beforeTheFirst, hashOf, lineOf } from '../journal/receipt-entry.js';
import type { Entry } from '../journal/receipt-entry.js';
import { pemOf } from '../platform/jws.js';
import { zipOf } from '../platform/zip-writer.js';
import type { ArchiveFile } from '../platform/zip-writer.js';
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
  if (entries.length === 0) throw new ConnectError('receipts-none-of-year', { year });
  const isWhole = client === undefined;
  const files: ArchiveFile[] = [
    { name: 'README.txt', content: readme(translate, year, entries, isWhole) },
    { name: 'verify.sh', content: verification(isWhole), isProgram: true },
    { name: 'receipts.jsonl', content: entries.map(lineOf).join('') },
    ...(isWhole ? [{ name: 'last.txt', content: `${hashOf(lineOf(entries.at(-1) as Entry))}\n` }] : []),
    ...entries.flatMap(partsOf),
  ];
  const sums = files.map(({ name, content }) => `${hashOf(content)}  ${name}\n`).join('');
  const folder = `receipts-${year}${isWhole ? '' : `-${client}`}`;
  const packed = [...files, { name: 'SHA256SUMS', content: sums }];
  const content = await zipOf(packed.map((file) => ({ ...file, name: `${folder}/${file.name}` })));
  return { entries: entries.length, content };
}

/** An entry as files of its own: the line itself, and the parts of the signature as OpenSSL takes them. */
function partsOf(entry: Entry): readonly ArchiveFile[] {
  const folder = `entries/${String(entry.sequence).padStart(6, '0')}`;
  const { signature } = entry.receipt;
  const [header = '', payload = '', bytes = ''] = signature.split('.');
  return [
    { name: `${folder}/entry.json`, content: lineOf(entry) },
    { name: `${folder}/receipt.json`, content: Buffer.from(payload, 'base64url') },
    { name: `${folder}/signed.txt`, content: `${header}.${payload}` },
    { name: `${folder}/signature.bin`, content: Buffer.from(bytes, 'base64url') },
    { name: `${folder}/key.pem`, content: pemOf(entry.key) },
  ];
}

function readme(translate: Translate, year: string, entries: readonly Entry[], isWhole: boolean): string {
  const portals = [...new Set(entries.map(({ portal }) => `${portal}/api/v1/portal`))].join(' ');
  const title = translate('receipts.readme.title', { year, count: entries.length });
  return [
    ...[title, '='.repeat(title.length), ''],
    ...[translate('receipts.readme.files'), '', ...contents(translate, isWhole), ''],
    ...[translate('receipts.readme.all'), '', '    sh verify.sh', ''],
    ...[translate('receipts.readme.byHand'), ''],
    ...['    sha256sum --check SHA256SUMS'],
    ...['    cd entries/000001'.replace('000001', String(entries[0]?.sequence ?? 1).padStart(6, '0'))],
    ...['    openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in signed.txt -sigfile signature.bin'],
    ...['    openssl base64 -A -in receipt.json | tr "+/" "-_" | tr -d "="', ''],
    ...[translate('receipts.readme.signed'), ''],
    ...(isWhole ? [translate('receipts.readme.chain'), '', '    sha256sum entry.json', ''] : []),
    ...[translate('receipts.readme.file'), '', '    sha256sum lohn.xml', ''],
    ...[translate('receipts.readme.key', { portals }), '', '    openssl pkey -pubin -in key.pem -outform DER |'],
    ...['      tail -c 32 | openssl base64 -A | tr "+/" "-_" | tr -d "="', ''],
    ...[translate('receipts.readme.limits'), ''],
  ].join('\n');
}

function contents(translate: Translate, isWhole: boolean): readonly string[] {
  return [
    `    receipts.jsonl        ${translate('receipts.readme.journal')}`,
    `    entries/…/entry.json  ${translate('receipts.readme.entry')}`,
    `    …/receipt.json        ${translate('receipts.readme.receipt')}`,
    `    …/signed.txt          ${translate('receipts.readme.signedText')}`,
    `    …/signature.bin       ${translate('receipts.readme.signature')}`,
    `    …/key.pem             ${translate('receipts.readme.publicKey')}`,
    ...(isWhole ? [`    last.txt              ${translate('receipts.readme.last')}`] : []),
    `    SHA256SUMS            ${translate('receipts.readme.sums')}`,
  ];
}

/** The commands of the README for all entries; nothing but a POSIX shell, `sha256sum` and `openssl`. */
function verification(isWhole: boolean): string {
  const chain = [
    `  grep -qF '"previous":"'"$previous"'"' "$folder/entry.json" || fail "$folder: not what came after the entry before"`,
    '  previous=$(sha256sum "$folder/entry.json" | cut -d " " -f 1)',
  ];
  return [
    '#!/bin/sh',
    '# Verifies these receipts with sha256sum and openssl alone; README.txt explains each step.',
    'cd "$(dirname "$0")" || exit 1',
    'failed=0',
    'fail() {',
    '  echo "FAILED: $1"',
    '  failed=1',
    '}',
    'sha256sum --check --quiet --strict SHA256SUMS || fail "SHA256SUMS"',
    'cat entries/*/entry.json | cmp -s - receipts.jsonl || fail "receipts.jsonl: not the same as the entries"',
    ...(isWhole ? [`previous=${beforeTheFirst}`] : []),
    'count=0',
    'for folder in entries/*; do',
    ...(isWhole ? chain : []),
    '  openssl pkeyutl -verify -pubin -inkey "$folder/key.pem" -rawin -in "$folder/signed.txt" \\',
    '    -sigfile "$folder/signature.bin" >/dev/null 2>&1 || fail "$folder: the signature"',
    `  signature=$(openssl base64 -A -in "$folder/signature.bin" | tr "+/" "-_" | tr -d "=")`,
    `  grep -qF '"signature":"'"$(cat "$folder/signed.txt").$signature"'"' "$folder/entry.json" ||`,
    '    fail "$folder: another receipt than the entry has"',
    `  [ "$(openssl base64 -A -in "$folder/receipt.json" | tr "+/" "-_" | tr -d "=")" = \\`,
    '    "$(cut -d . -f 2 "$folder/signed.txt")" ] || fail "$folder: another receipt than was signed"',
    '  count=$((count + 1))',
    'done',
    ...(isWhole ? ['[ "$previous" = "$(cat last.txt)" ] || fail "the last entry is not the one that was last"'] : []),
    '[ "$failed" = 0 ] && echo "OK: $count entries"',
    'exit "$failed"',
    '',
  ].join('\n');
}
