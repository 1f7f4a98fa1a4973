import { execFileSync, spawnSync } from 'node:child_process';
import { appendFile, cp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { entryOn } from '../../src/journal/receipt-entry.js';
import type { Draft } from '../../src/journal/receipt-entry.js';
import { receiptJournal } from '../../src/journal/receipts.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { draft, fundKey, receipt } from '../support/receipts.js';
import { itWith } from '../support/tools.js';

let office: Office;
let state: string;
beforeEach(async () => {
  office = await openOffice();
  state = path.join(office.desk.home, '.local/state/connect');
});
afterEach(() => office.close());

const keep = async (...drafts: readonly Draft[]) => {
  for (const one of drafts) await receiptJournal(state).append(one);
};
const file = () => path.join(state, 'receipts/2025.jsonl');
const ofOther = () => draft(3, { client: '10002.00', receipt: receipt(3, { client: '10002.00' }) });
const in2026 = () => draft(4, { year: 2026, receipt: receipt(4, { year: 2026 }), kind: 'receipt' });

const unpacked = (zip: string): string => {
  execFileSync('unzip', ['-q', zip], { cwd: office.desk.home });
  return path.join(office.desk.home, path.basename(zip, '.zip'));
};
const script = (folder: string) => {
  const { status, stdout } = spawnSync('sh', ['verify.sh'], { cwd: folder, encoding: 'utf8' });
  return { status, stdout };
};

itWith('unzip', 'packs what an auditor verifies with sha256sum and openssl alone', async () => {
  await keep(draft(1), draft(2), draft(2, { kind: 'release' }), in2026());
  const ended = await office.run('receipts export --year 2025 -o json');
  expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
  const result = JSON.parse(ended.stdout) as Record<string, unknown>;
  expect(result).toMatchObject({ year: 2025, client: null, entries: 3 });
  const folder = unpacked(String(result['file']));
  expect(script(folder)).toEqual({ status: 0, stdout: 'OK: entries verified: 3\n' });
  // The commands of the README, by hand.
  const inEntry = { cwd: path.join(folder, 'entries/000002'), encoding: 'utf8' } as const;
  const openssl = ['pkeyutl', '-verify', '-pubin', '-inkey', 'key.pem', '-rawin', '-in', 'signed.txt'];
  expect(execFileSync('openssl', [...openssl, '-sigfile', 'signature.bin'], inEntry)).toBe(
    'Signature Verified Successfully\n',
  );
  const [hash] = execFileSync('sha256sum', ['entry.json'], inEntry).split(' ');
  expect(entryOn(await readFile(path.join(folder, 'entries/000003/entry.json'), 'utf8'))?.previous).toBe(hash);
  const readme = await readFile(path.join(folder, 'README.txt'), 'utf8');
  expect(readme).toContain(`    ${['openssl', ...openssl, '-sigfile', 'signature.bin'].join(' ')}\n`);
  const key = `cd entries/000001; openssl pkey -pubin -in key.pem -outform DER | tail -c 32 | openssl base64 -A | tr "+/" "-_" | tr -d "="`;
  expect(execFileSync('sh', ['-c', key], { cwd: folder, encoding: 'utf8' })).toBe(fundKey.x);
  expect(await readFile(path.join(folder, 'receipts.jsonl'), 'utf8')).toBe(await readFile(file(), 'utf8'));
});

itWith('unzip', 'a byte changed in any of its files is found', async () => {
  await keep(draft(1), draft(2));
  await office.run('receipts export all.zip --year 2025');
  execFileSync('unzip', ['-q', 'all.zip'], { cwd: office.desk.home });
  const folder = path.join(office.desk.home, 'receipts-2025');
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name !== 'verify.sh')
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  expect(names).toHaveLength(14);
  for (const name of names) {
    const copy = path.join(office.desk.home, 'copy');
    await cp(folder, copy, { recursive: true });
    const bytes = await readFile(path.join(copy, name));
    const middle = bytes.length >> 1;
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    await writeFile(path.join(copy, name), bytes);
    expect(script(copy).status, name).toBe(1);
    await rm(copy, { recursive: true });
  }
});

itWith('unzip', 'whoever makes the sums fit again is found by signature or chain', async () => {
  await keep(draft(1), draft(2), draft(3));
  await office.run('receipts export --year 2025');
  const folder = unpacked('receipts-2025.zip');
  const forged = async (change: (copy: string) => Promise<void>): Promise<string> => {
    const copy = path.join(office.desk.home, 'copy');
    await cp(folder, copy, { recursive: true });
    await change(copy);
    const sums =
      'cat entries/*/entry.json > receipts.jsonl; find . -type f ! -name SHA256SUMS | xargs sha256sum > SHA256SUMS';
    execFileSync('sh', ['-c', sums], { cwd: copy });
    const { stdout } = script(copy);
    await rm(copy, { recursive: true });
    return stdout;
  };
  const inEntry = (copy: string, entry: string, name: string) => path.join(copy, 'entries', entry, name);
  expect(await forged((copy) => rm(path.join(copy, 'entries/000002'), { recursive: true }))).toBe(
    'FAILED: entries/000003: not what came after the entry before\n',
  );
  expect(await forged((copy) => rm(path.join(copy, 'entries/000003'), { recursive: true }))).toBe(
    'FAILED: the last entry is not the one that was last\n',
  );
  const changed = async (copy: string, name: string, change: (text: string) => string) => {
    const target = inEntry(copy, '000002', name);
    await writeFile(target, change(await readFile(target, 'utf8')));
  };
  expect(await forged((copy) => changed(copy, 'entry.json', (text) => text.replace('anna', 'otto')))).toBe(
    'FAILED: entries/000003: not what came after the entry before\n',
  );
  expect(await forged((copy) => changed(copy, 'receipt.json', (text) => text.replace('14721', '14722')))).toBe(
    'FAILED: entries/000002: another receipt than was signed\n',
  );
  expect(await forged((copy) => changed(copy, 'signed.txt', (text) => `${text}A`))).toContain(
    'FAILED: entries/000002: the signature\n',
  );
});

test('a ZIP file does not go to stdout, where its description goes, nor into a file called -', async () => {
  const { exitCode, stdout, stderr } = await office.run('receipts export --year 2026 -');
  expect([exitCode, stdout]).toEqual([2, '']);
  expect(stderr).toBe('Error: “-” does not fit the option [file]. Expected: receipts-2026.zip\n');
});

test('the same journal gives the same bytes, wherever and whenever', async () => {
  await keep(draft(1), draft(2));
  const zip = async (name: string) => {
    await office.run(`receipts export ${name} --year 2025`);
    return readFile(path.join(office.desk.home, name));
  };
  const first = await zip('a.zip');
  office.sandbox.clock.advance(40 * 24 * 3_600_000);
  expect((await zip('b.zip')).equals(first)).toBe(true);
});

itWith('unzip', 'of one client holds nothing of others, and says that the chain is not there', async () => {
  await keep(draft(1), ofOther(), draft(2));
  expect(await office.run('receipts export --year 2025 -c 10002.00 -q')).toMatchObject({ exitCode: 0 });
  execFileSync('unzip', ['-q', 'receipts-2025-10002.00.zip'], { cwd: office.desk.home });
  const folder = path.join(office.desk.home, 'receipts-2025-10002.00');
  expect(script(folder)).toEqual({ status: 0, stdout: 'OK: entries verified: 1\n' });
  const everything = execFileSync('sh', ['-c', 'cat $(find . -type f)'], { cwd: folder, encoding: 'utf8' });
  expect(everything).not.toContain('10001.00');
  expect(everything).not.toContain('last.txt');
});

test.each([
  ['de', 'Alles prüfen (eine Shell, sha256sum und openssl 3 genügen):'],
  ['fr', 'Tout vérifier (un shell, sha256sum et openssl 3 suffisent)\u202f:'],
  ['it', 'Verificare tutto (bastano una shell, sha256sum e openssl 3):'],
  ['en', 'To verify everything (a shell, sha256sum and openssl 3 are enough):'],
])('explains itself in the language of --lang: %s', async (language, text) => {
  await keep(draft(1));
  await office.run(`receipts export x.zip --year 2025 --lang ${language}`);
  // Not compressed, so the text stands in it as it is.
  expect(await readFile(path.join(office.desk.home, 'x.zip'), 'utf8')).toContain(text);
});

test('replaces no file, wants a year, and packs no journal that is not in order', async () => {
  await keep(draft(1), draft(2));
  expect(await office.run('receipts export')).toMatchObject({ exitCode: 2 });
  expect(await office.run('receipts export --year 2024')).toEqual({
    exitCode: 3,
    stdout: '',
    stderr:
      'Error: There are no such receipts for 2024 on this computer. Nothing was written.\n' +
      'Hint: connect receipts list shows those that are there. The year is the declaration’s.\n',
  });
  expect(await office.run('receipts export --year 2025 -c 20001.00')).toMatchObject({ exitCode: 3 });
  await writeFile(path.join(office.desk.home, 'receipts-2025.zip'), 'mine');
  expect(await office.run('receipts export --year 2025')).toMatchObject({ exitCode: 5, stdout: '' });
  expect(await readFile(path.join(office.desk.home, 'receipts-2025.zip'), 'utf8')).toBe('mine');
  await appendFile(file(), 'x');
  expect(await office.run('receipts export y.zip --year 2025')).toEqual({
    exitCode: 11,
    stdout: '',
    stderr:
      'Error: The journal of 2025 has a problem. Nothing was written.\n' +
      'Hint: connect receipts verify names them.\n',
  });
});
