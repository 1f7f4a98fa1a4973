import type { Translate } from '../i18n/translate.js';
import { beforeTheFirst } from '../journal/receipt-entry.js';
import type { Entry } from '../journal/receipt-entry.js';

/** What an auditor reads: what is in the archive, how to verify it, and what that proves. */
export function readme(translate: Translate, year: string, entries: readonly Entry[], isWhole: boolean): string {
  const portals = [...new Set(entries.map(({ portal }) => `${portal}/api/v1/portal`))].join(' ');
  const reviews = entries.filter(({ kind }) => kind === 'review');
  const example = entries.find((entry) => entry.kind !== 'review') ?? entries[0];
  const first = String(example?.sequence ?? 1).padStart(6, '0');
  const title = translate('receipts.readme.title', { year, count: entries.length });
  return [
    ...[title, '='.repeat(title.length), ''],
    ...[wrapped(translate('receipts.readme.files')), '', ...contents(translate, isWhole, reviews.length > 0), ''],
    ...[wrapped(translate('receipts.readme.all')), '', '    sh verify.sh', ''],
    ...[wrapped(translate('receipts.readme.byHand')), ''],
    ...['    sha256sum --check SHA256SUMS'],
    ...[`    cd entries/${first}`],
    ...['    openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in signed.txt -sigfile signature.bin'],
    ...['    openssl base64 -A -in receipt.json | tr "+/" "-_" | tr -d "="', ''],
    ...[wrapped(translate('receipts.readme.signed')), ''],
    ...(isWhole ? [wrapped(translate('receipts.readme.chain')), '', '    sha256sum entry.json', ''] : []),
    ...[wrapped(translate('receipts.readme.file')), '', '    sha256sum lohn.xml', ''],
    ...[
      wrapped(translate('receipts.readme.key', { portals })),
      '',
      '    openssl pkey -pubin -in key.pem -outform DER |',
    ],
    ...['      tail -c 32 | openssl base64 -A | tr "+/" "-_" | tr -d "="', ''],
    ...(reviews.length > 0 ? [wrapped(translate('receipts.readme.reviews')), ''] : []),
    ...[wrapped(translate('receipts.readme.limits')), ''],
  ].join('\n');
}

function contents(translate: Translate, isWhole: boolean, hasReviews: boolean): readonly string[] {
  return [
    `    receipts.jsonl        ${translate('receipts.readme.journal')}`,
    `    entries/…/entry.json  ${translate('receipts.readme.entry')}`,
    `    …/receipt.json        ${translate('receipts.readme.receipt')}`,
    ...(hasReviews ? [`    …/statement.json      ${translate('receipts.readme.statement')}`] : []),
    `    …/signed.txt          ${translate('receipts.readme.signedText')}`,
    `    …/signature.bin       ${translate('receipts.readme.signature')}`,
    `    …/key.pem             ${translate('receipts.readme.publicKey')}`,
    ...(isWhole ? [`    last.txt              ${translate('receipts.readme.last')}`] : []),
    `    SHA256SUMS            ${translate('receipts.readme.sums')}`,
  ];
}

/** The commands of the README for all entries; nothing but a POSIX shell, `sha256sum` and `openssl`. */
export function verification(isWhole: boolean): string {
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
    '  content=receipt.json',
    `  grep -q '"kind":"review"' "$folder/entry.json" && content=statement.json`,
    // A review by a login without a key: what it states stands in the entry, and nothing else vouches for it.
    `  if [ "$content" = statement.json ] && grep -q '"signature":null' "$folder/entry.json"; then`,
    '    grep -qF "\\"statement\\":$(cat "$folder/statement.json")" "$folder/entry.json" ||',
    '      fail "$folder: another statement than the entry has"',
    '    echo "not signed: $folder"',
    '    count=$((count + 1))',
    '    continue',
    '  fi',
    '  openssl pkeyutl -verify -pubin -inkey "$folder/key.pem" -rawin -in "$folder/signed.txt" \\',
    '    -sigfile "$folder/signature.bin" >/dev/null 2>&1 || fail "$folder: the signature"',
    `  signature=$(openssl base64 -A -in "$folder/signature.bin" | tr "+/" "-_" | tr -d "=")`,
    `  grep -qF '"signature":"'"$(cat "$folder/signed.txt").$signature"'"' "$folder/entry.json" ||`,
    '    fail "$folder: another receipt than the entry has"',
    `  [ "$(openssl base64 -A -in "$folder/$content" | tr "+/" "-_" | tr -d "=")" = \\`,
    '    "$(cut -d . -f 2 "$folder/signed.txt")" ] || fail "$folder: another receipt than was signed"',
    '  count=$((count + 1))',
    'done',
    ...(isWhole ? ['[ "$previous" = "$(cat last.txt)" ] || fail "the last entry is not the one that was last"'] : []),
    '[ "$failed" = 0 ] && echo "OK: entries verified: $count"',
    'exit "$failed"',
    '',
  ].join('\n');
}

/** Lines of a width that every screen has. */
function wrapped(text: string): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line === undefined || line.length + word.length >= 80) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines.join('\n');
}
