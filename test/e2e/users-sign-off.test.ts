import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hashOf, lineOf } from '../../src/journal/receipt-entry.js';
import type { Entry, ReviewEntry } from '../../src/journal/receipt-entry.js';
import { receiptJournal } from '../../src/journal/receipts.js';
import { deviceKeyId } from '../support/desk.js';
import { openOffice, password } from '../support/office.js';
import type { Office } from '../support/office.js';
import { draft, receipt } from '../support/receipts.js';
import { itWith } from '../support/tools.js';

interface Audited {
  readonly client: string;
  readonly fund: string;
  readonly users: readonly object[];
  readonly sha256: string;
  readonly accessSha256: string;
  readonly review: Readonly<Record<string, unknown>> | null;
  readonly signedOff: Readonly<Record<string, unknown>> | null;
}

let office: Office;
let state: string;
beforeEach(async () => {
  office = await openOffice();
  state = path.join(office.desk.home, '.local/state/connect');
  await office.signIn('anna.muster');
});
afterEach(() => office.close());

const day = 86_400_000;
const journal = () => path.join(state, 'receipts/2026.jsonl');
const entries = async (): Promise<readonly ReviewEntry[]> =>
  (await readFile(journal(), 'utf8').catch(() => ''))
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as ReviewEntry);
const audited = async (options = ''): Promise<Audited> => {
  const { stdout } = await office.run(`users audit -q -o json ${options}`);
  return (JSON.parse(stdout) as readonly Audited[])[0]!;
};
/** Whatever an auditor would use: members by name, no blanks. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
};
const digestOf = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted(value)))
    .digest('hex');
const will = (digest: string) =>
  `Sign off the access as it stands: 10001.00 Muster Beispiel AG. Users: 7, errors: 0, warnings: 1, notes: 2. SHA-256 ${digest}\n`;
const counted = 'Audited. Clients: 1, users: 7, errors: 0, warnings: 1, notes: 2.\n';

describe('--sign-off', () => {
  test('asks for the beginning of the digest, and writes down who reviewed what, signed by the device', async () => {
    const { sha256, accessSha256 } = await audited();
    const word = sha256.slice(0, 8);
    const question = `Type the first eight characters of that digest, ${word}, to sign off:`;
    const ended = await office.run(['users', 'audit', '--sign-off', '--comment', 'Jahr 2026', '--fields', 'code'], {
      terminal: { stdin: true, stderr: true },
      answers: [[question, word]],
    });
    expect(ended).toEqual({
      exitCode: 11,
      stdout: 'locked\ninvited\nsms-only\n',
      stderr:
        will(sha256) +
        `Signed off with the key ${deviceKeyId}, entry 1 of 2026: Muster Beispiel AG (10001.00).\n` +
        counted,
    });
    const [entry] = await entries();
    expect(entry?.statement).toEqual({
      version: 1,
      portal: office.sandbox.portal(),
      fund: '095',
      client: '10001.00',
      time: '2026-11-20T08:00:00.000Z',
      reviewer: { id: expect.stringMatching(/^usr_/) as string, userName: 'anna.muster' },
      users: 7,
      findings: 3,
      matrix: sha256,
      access: accessSha256,
      comment: 'Jahr 2026',
    });
    expect(entry).toMatchObject({
      ...{ kind: 'review', year: 2026, client: '10001.00', strength: 'otp', environment: 'sandbox', sequence: 1 },
      ...{ sha256, key: { kid: deviceKeyId, kty: 'OKP', crv: 'Ed25519' } },
    });
  });

  test.each(['12345678', ''])('another word, “%s”, signs nothing', async (word) => {
    const { sha256 } = await audited();
    const question = `Type the first eight characters of that digest, ${sha256.slice(0, 8)}, to sign off:`;
    const ended = await office.run('users audit --sign-off --html page.html', {
      terminal: true,
      answers: [[question, word]],
    });
    expect(ended).toEqual({
      exitCode: 5,
      stdout: '',
      stderr: `${will(sha256)}Error: Not confirmed. Nothing was changed.\n`,
    });
    expect(await entries()).toEqual([]);
    await expect(readFile(path.join(office.desk.home, 'page.html'))).rejects.toThrow('ENOENT');
  });

  test.each([
    ['--html no/such/page.html', 5, /^Error: \S+page\.html can’t be written: its folder is not there\n/],
    ['--html receipts.jsonl/x.html', 5, /can’t be written: it is no folder\n/],
    [`--comment ${'x'.repeat(501)}`, 2, /does not fit the option --comment\./],
    ['--comment=', 2, /does not fit the option --comment\./],
  ])('with %.30s signs nothing', async (options, exitCode, reason) => {
    await writeFile(path.join(office.desk.home, 'receipts.jsonl'), '');
    const ended = await office.run(`users audit --sign-off --yes ${options}`);
    expect(ended).toEqual({ exitCode, stdout: '', stderr: expect.stringMatching(reason) as string });
    expect(await entries()).toEqual([]);
  });

  test('without a terminal and without --yes fails at once', async () => {
    expect(await office.run('users audit --sign-off')).toMatchObject({ exitCode: 2, stdout: '' });
    expect(await entries()).toEqual([]);
  });

  test('the digests are those of what -o json shows, for anybody to compute', async () => {
    const { client, fund, users, sha256, accessSha256, signedOff } = await audited('--sign-off --yes');
    expect(sha256).toBe(digestOf({ client, fund, users }));
    expect(signedOff).toMatchObject({ sha256, access: accessSha256, reviewer: 'anna.muster', entry: 1, comment: null });
    expect(signedOff?.['entrySha256']).toBe(hashOf(await readFile(journal(), 'utf8')));
    const [, payload = ''] = String(signedOff?.['signature']).split('.');
    const [entry] = await entries();
    expect(Buffer.from(payload, 'base64url').toString()).toBe(JSON.stringify(sorted(entry?.statement)));
  });

  test('a session without a key of its own signs nothing, and says so', async () => {
    for (const [account, text] of office.desk.keychain.entries) {
      const { deviceKey: _deviceKey, ...session } = JSON.parse(text) as { deviceKey?: string };
      office.desk.keychain.entries.set(account, JSON.stringify(session));
    }
    const { stderr } = await office.run('users audit --sign-off --yes');
    expect(stderr).toContain(
      'Signed off, entry 1 of 2026: Muster Beispiel AG (10001.00). This login has no key of its own, so only the journal vouches for it.\n',
    );
    expect(await entries()).toMatchObject([{ signature: null, key: null }]);
    expect(await office.run('receipts verify')).toMatchObject({ exitCode: 0 });
    expect((await audited()).review).toMatchObject({ signedBy: null, changed: false });
  });

  test('a file in the way of the page is told before anything is signed', async () => {
    await writeFile(path.join(office.desk.home, 'page.html'), 'mine');
    expect(await office.run('users audit --sign-off --yes --html page.html')).toMatchObject({
      exitCode: 5,
      stdout: '',
    });
    expect(await entries()).toEqual([]);
    expect(await readFile(path.join(office.desk.home, 'page.html'), 'utf8')).toBe('mine');
  });

  test('a journal that can’t be written is told, and no page claims anything', async () => {
    await mkdir(state, { recursive: true });
    await symlink(path.join(office.desk.home, 'nowhere/receipts'), path.join(state, 'receipts'));
    const { exitCode, stdout, stderr } = await office.run('users audit --sign-off --yes --html page.html');
    expect({ exitCode, stdout }).toEqual({ exitCode: 5, stdout: '' });
    expect(stderr).toContain('Error: The review of 10001.00 could not be written into the journal: ');
    await expect(readFile(path.join(office.desk.home, 'page.html'))).rejects.toThrow('ENOENT');
  });

  test('a journal that can’t be read is told, and nothing is claimed', async () => {
    await mkdir(path.join(journal(), 'in the way'), { recursive: true });
    const { exitCode, stdout, stderr } = await office.run('users audit --sign-off --yes');
    expect({ exitCode, stdout }).toEqual({ exitCode: 7, stdout: '' });
    expect(stderr).toContain(path.join(state, 'receipts'));
  });
});

describe('the next audit', () => {
  const told = async () => (await office.run('users audit --fields code')).stderr.split('\n')[1];
  const reviewed = 'Muster Beispiel AG (10001.00): last reviewed on 20 Nov 2026, 09:00 by anna.muster. ';

  test('says when it was last reviewed, and that nothing has changed: a login is no change', async () => {
    await office.run('users audit --sign-off --yes -q');
    office.sandbox.clock.advance(3 * day);
    await office.signIn('anna.muster');
    expect(await told()).toBe(`${reviewed}Access has not changed since.`);
    expect((await audited()).review).toMatchObject({ changed: false, signedBy: deviceKeyId });
  });

  test('says that it has changed, as soon as somebody gains or loses something', async () => {
    await office.run('users audit --sign-off --yes -q');
    const edit = 'users edit luca.bianchi --grant messages --password-stdin -q';
    expect(await office.run(edit, { stdin: `${password}\n` })).toMatchObject({ exitCode: 0 });
    expect(await told()).toBe(`${reviewed}Access has changed since.`);
    const back = 'users edit luca.bianchi --revoke messages --password-stdin -q';
    await office.run(back, { stdin: `${password}\n` });
    expect(await told()).toBe(`${reviewed}Access has not changed since.`);
  });

  test('with --review-due finds what is overdue, and a sign-off settles it', async () => {
    const codes = async () => (await office.run('users audit -q --review-due 365d --fields code,message')).stdout;
    const overdue = 'review-overdue\tNo review of access is known; it is to be reviewed every 365 days.\n';
    expect(await codes()).toContain(overdue);
    // The very run that signs off finds it no more, and its page says so.
    const settled = await office.run('users audit --sign-off --yes --review-due 365d --fields code --html due.html');
    expect(settled).toMatchObject({ exitCode: 11, stdout: 'locked\ninvited\nsms-only\n' });
    expect(settled.stderr).toContain(
      '\nAudited. Clients: 1, users: 7, errors: 0, warnings: 1, notes: 2.\nThe page is in ',
    );
    const page = await readFile(path.join(office.desk.home, 'due.html'), 'utf8');
    expect(page).toContain('<dt>Last review</dt><dd>20 Nov 2026, 09:00, anna.muster; with this page</dd>');
    expect(page).not.toContain('none is known');
    expect(await codes()).not.toContain('review-overdue');
    office.sandbox.clock.advance(366 * day);
    await office.signIn('anna.muster');
    expect(await codes()).toContain(
      'review-overdue\tAccess was last reviewed 366 days ago; it is to be reviewed every 365 days.\n',
    );
  });

  test('does not believe a review that somebody has changed', async () => {
    await office.run('users audit --sign-off --yes -q');
    const text = await readFile(journal(), 'utf8');
    await writeFile(journal(), text.replaceAll('anna.muster', 'otto.muster'));
    expect(await told()).toBe('Muster Beispiel AG (10001.00): no review is known on this computer.');
  });
});

describe('the receipts', () => {
  const verified = async () => {
    const { exitCode, stdout } = await office.run('receipts verify -o json');
    const [year] = JSON.parse(stdout) as readonly { problems: readonly { code: string }[] }[];
    return [exitCode, ...(year?.problems.map(({ code }) => code) ?? [])];
  };
  const in2026 = (number: number) => draft(number, { year: 2026, receipt: receipt(number, { year: 2026 }) });

  test('list a review among them, and verify both', async () => {
    await receiptJournal(state).append(in2026(1));
    await office.run('users audit --sign-off --yes -q');
    await receiptJournal(state).append(in2026(2));
    expect(await office.run('receipts list --fields kind,client,number,signedBy,verified')).toEqual({
      exitCode: 0,
      stdout:
        'upload\t10001.00\t095-2026-000001\t\ttrue\n' +
        `review\t10001.00\t\t${deviceKeyId}\ttrue\n` +
        'upload\t10001.00\t095-2026-000002\t\ttrue\n',
      stderr: '',
    });
    expect((await office.run('receipts list -o json')).exitCode).toBe(0);
    expect(await verified()).toEqual([0]);
  });

  test('find a review that was changed, even if the chain was written anew', async () => {
    await office.run('users audit --sign-off --yes -q');
    const whole = await readFile(journal(), 'utf8');
    const forge = async (change: (entry: ReviewEntry) => Entry) => {
      const line = lineOf(change(JSON.parse(whole) as ReviewEntry));
      await writeFile(journal(), line);
      const heads = JSON.stringify({ 2026: { count: 1, hash: hashOf(line) } });
      await writeFile(path.join(state, 'receipts/heads.json'), heads);
    };
    expect(await verified()).toEqual([0]);
    await forge((entry) => ({ ...entry, statement: { ...entry.statement, findings: 0 } }));
    expect(await verified()).toEqual([11, 'other-content']);
    await forge((entry) => ({ ...entry, actor: { ...entry.actor, userName: 'otto' } }));
    expect(await verified()).toEqual([11, 'other-content']);
    await forge((entry) => ({ ...entry, signature: `${(entry.signature ?? '').slice(0, -4)}AAAA` }));
    expect(await verified()).toEqual([11, 'signature']);
    await writeFile(journal(), whole.replace('"findings":3', '"findings":0'));
    expect((await verified())[0]).toBe(11);
  });

  itWith(
    'unzip',
    'are packed with a review so that openssl verifies it, and one without a key says that it is not signed',
    async () => {
      await receiptJournal(state).append(in2026(1));
      await office.run(['users', 'audit', '--sign-off', '--yes', '-q', '--comment', `it's "all" right; $(rm -r x)`]);
      office.sandbox.clock.advance(1000);
      const signed = (await entries())[1]!;
      await receiptJournal(state).append(unsigned(signed));
      expect(await office.run('receipts export --year 2026 -q')).toMatchObject({ exitCode: 0, stderr: '' });
      execFileSync('unzip', ['-q', 'receipts-2026.zip'], { cwd: office.desk.home });
      const folder = path.join(office.desk.home, 'receipts-2026');
      const run = (cwd = folder) => {
        const { status, stdout } = spawnSync('sh', ['verify.sh'], { cwd, encoding: 'utf8' });
        return { status, stdout };
      };
      expect(run()).toEqual({ status: 0, stdout: 'not signed: entries/000003\nOK: entries verified: 3\n' });
      expect(await readFile(path.join(folder, 'README.txt'), 'utf8')).toContain('…/statement.json');
      const statement = path.join(folder, 'entries/000002/statement.json');
      await writeFile(statement, (await readFile(statement, 'utf8')).replace('"findings":3', '"findings":0'));
      execFileSync('sh', ['-c', 'find . -type f ! -name SHA256SUMS | xargs sha256sum > SHA256SUMS'], { cwd: folder });
      expect(run()).toEqual({
        status: 1,
        stdout: 'FAILED: entries/000002: another receipt than was signed\nnot signed: entries/000003\n',
      });
    },
  );

  const unsigned = ({ sequence: _sequence, previous: _previous, ...entry }: ReviewEntry) => {
    const time = '2026-11-20T08:00:01.000Z';
    return { ...entry, time, statement: { ...entry.statement, time }, signature: null, key: null };
  };

  test('of a fiduciary have an entry for each client, and an export for one has nothing of the others', async () => {
    await office.signIn('sara.treuhand', { profile: 'sara' });
    const ended = await office.run('users audit -p sara --sign-off --yes --fields client');
    expect(ended.exitCode).toBe(8);
    expect((await entries()).map(({ client, sequence }) => [client, sequence])).toEqual([
      ['20001.00', 1],
      ['20002.00', 2],
    ]);
    expect(ended.stderr).toContain(
      'Sign off the access as it stands: 20001.00 Schreinerei Birkenau GmbH, 20002.00 Gasthof',
    );
    await office.run('receipts export one.zip --year 2026 -c 20001.00 -q');
    const zip = await readFile(path.join(office.desk.home, 'one.zip'), 'latin1');
    expect([zip.includes('20001.00'), zip.includes('20002.00')]).toEqual([true, false]);
  });
});
