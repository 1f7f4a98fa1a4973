import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lineOf } from '../../src/journal/receipt-entry.js';
import type { Draft } from '../../src/journal/receipt-entry.js';
import { receiptJournal } from '../../src/journal/receipts.js';
import { intents, makeChange, submitSalaries } from '../support/changes.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { piped, printed, withoutNumber } from '../support/printed.js';
import { draft, fundKey, receipt } from '../support/receipts.js';

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
const file = (year = 2025) => path.join(state, 'receipts', `${String(year)}.jsonl`);
const edit = async (change: (text: string) => string, year?: number) =>
  writeFile(file(year), change(await readFile(file(year), 'utf8')));
const ofOther = () => draft(3, { client: '10002.00', receipt: receipt(3, { client: '10002.00' }) });
const in2026 = () => draft(4, { year: 2026, receipt: receipt(4, { year: 2026 }), kind: 'receipt' });
const number = (last: number) => `095-2026-00000${String(last)}`;

describe('receipts list', () => {
  test('without any says so, and needs neither login nor network', async () => {
    expect(await office.run('receipts list')).toEqual({ exitCode: 0, stdout: '', stderr: 'No receipts.\n' });
    expect(office.sandbox.exchanges).toEqual([]);
  });

  test('shows what is kept, by year and by client', async () => {
    await keep(draft(1), draft(2, { kind: 'release' }), ofOther(), in2026());
    const shown = async (options: string) =>
      (await office.run(`receipts list --fields kind,client,year,number,verified ${options}`)).stdout;
    const rows = [
      ['upload', '10001.00', 2025, number(1), true],
      ['release', '10001.00', 2025, number(2), true],
      ['upload', '10002.00', 2025, number(3), true],
      ['receipt', '10001.00', 2026, number(4), true],
    ];
    expect(await shown('')).toBe(piped(rows));
    expect(await shown('--year 2026')).toBe(piped(rows.slice(3)));
    expect(await shown('-c 10002.00')).toBe(piped(rows.slice(2, 3)));
    expect(await shown('-c 10002.00 -c 10001.00 --year 2025')).toBe(piped(rows.slice(0, 3)));
    expect(office.sandbox.exchanges).toEqual([]);
  });

  test('in a table cuts the digest, and says what was not verified', async () => {
    await keep(draft(1), draft(2));
    await edit((text) => text.replace('"size":14721', '"size":14722'));
    const { stdout } = await office.run('receipts list --lang de', { terminal: true, env: { NO_COLOR: '1' } });
    expect(stdout).toContain('2025  095-2026-000001  ');
    expect(stdout.split('\n').slice(1, 3)).toEqual([
      expect.stringMatching(/^12\.01\.2026, 08:31 +übermittelt +10001\.00 +2025 +095-2026-000001 +[\da-f]{12} +nein$/),
      expect.stringMatching(/^12\.01\.2026, 08:31 +übermittelt +10001\.00 +2025 +095-2026-000002 +[\da-f]{12} +ja$/),
    ]);
  });

  test('leaves out lines that are no entries, and shows odd ones as they are', async () => {
    await keep(draft(1), draft(2));
    const [first = '', second = ''] = (await readFile(file(), 'utf8')).split('\n');
    const numbers = async (...lines: readonly string[]) => {
      await writeFile(file(), `${lines.join('\n')}\n`);
      const { exitCode, stdout } = await office.run('receipts list --fields number,verified');
      return [exitCode, stdout];
    };
    expect(await numbers('null', second)).toEqual([0, `${number(2)}\ttrue\n`]);
    const odd = { ...(JSON.parse(first) as object), key: {}, actor: {}, strength: 7, tool: [], fund: {} };
    expect(await numbers(JSON.stringify(odd), second)).toEqual([0, `${number(1)}\tfalse\n${number(2)}\ttrue\n`]);
  });

  test('takes a client’s number only: names are the portal’s', async () => {
    expect(await office.run('receipts list -c Muster')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('--client') as string,
    });
  });
});

describe('receipts verify', () => {
  test('where there is nothing to verify does not say that all is well', async () => {
    expect(await office.run('receipts verify')).toEqual({
      exitCode: 3,
      stdout: '',
      stderr:
        'Error: There are no receipts on this computer, so nothing was verified.\n' +
        'Hint: connect salary upload keeps one of each submission, connect salary receipt fetches those of earlier ones.\n',
    });
  });

  test('a journal that can’t be read is named', async () => {
    await mkdir(file(), { recursive: true });
    const { exitCode, stderr } = await office.run('receipts verify');
    const folder = path.join(state, 'receipts');
    expect([exitCode, stderr.split('\n')[0]]).toEqual([7, `Error: ${folder} can’t be read: it is a folder`]);
  });

  test('says of each year that it is in order', async () => {
    await keep(draft(1), draft(2), in2026());
    const shown = { exitCode: 0, stderr: '' };
    expect(await office.run('receipts verify')).toEqual({
      ...shown,
      stdout: '2025\t\t\tin-order\t2 entries, in order.\n2026\t\t\tin-order\t1 entry, in order.\n',
    });
    expect(await office.run('receipts verify', { terminal: true, env: { NO_COLOR: '1' } })).toEqual({
      ...shown,
      stdout: '2025: 2 entries, in order.\n2026: 1 entry, in order.\n',
    });
  });

  const problem = { line: null, number: null, from: null, to: null };
  const signedLine = (line: number) => ({ ...problem, line, number: number(line) });

  test.each([
    [
      'a receipt’s content',
      (text: string) => text.replace('"size":14721', '"size":1'),
      [
        { ...signedLine(1), code: 'changed', message: 'This line was changed.' },
        {
          ...signedLine(1),
          code: 'other-content',
          message: 'The fund has signed something else than what stands here.',
        },
      ],
    ],
    [
      'who did it',
      (text: string) => text.replace('anna.muster', 'otto.muster'),
      [{ ...signedLine(1), code: 'changed', message: 'This line was changed.' }],
    ],
    [
      'a line away',
      (text: string) => text.slice(text.indexOf('\n') + 1),
      [{ ...problem, code: 'missing', from: 1, to: 1, message: 'Entry 1 is missing.' }],
    ],
    [
      'the last line away',
      (text: string) => text.slice(0, text.indexOf('\n', text.indexOf('\n') + 1) + 1),
      [{ ...problem, code: 'missing', from: 3, to: 3, message: 'Entry 3 is missing.' }],
    ],
    [
      'the order of two lines',
      (text: string) =>
        text
          .split(/(?<=\n)/)
          .reverse()
          .join(''),
      [
        { ...signedLine(2), code: 'moved', message: 'This line stands in the wrong place.' },
        { ...signedLine(3), number: number(1), code: 'moved', message: 'This line stands in the wrong place.' },
      ],
    ],
    [
      'nothing but a part of a line more',
      (text: string) => `${text}{"actor`,
      [{ ...problem, line: 4, code: 'torn', message: 'This is only a part of a line.' }],
    ],
  ])('finds whoever changes %s', async (_what, change, problems) => {
    await keep(draft(1), draft(2), draft(3));
    await edit(change);
    const { exitCode, stdout, stderr } = await office.run('receipts verify -o json');
    const [year] = JSON.parse(stdout) as { problems: object[]; ok: boolean }[];
    expect({ exitCode, stderr, ...year }).toMatchObject({
      exitCode: 11,
      stderr: '',
      name: '2025',
      ok: false,
      problems,
    });
    expect(year?.problems).toHaveLength(problems.length);
  });

  test('names each bad line for people', async () => {
    await keep(draft(1), draft(2));
    await edit((text) => text.replace('"size":14721', '"size":1'));
    const { exitCode, stdout } = await office.run('receipts verify', { terminal: true, env: { NO_COLOR: '1' } });
    expect([exitCode, stdout]).toEqual([
      11,
      '2025, line 1 (095-2026-000001): This line was changed.\n' +
        '2025, line 1 (095-2026-000001): The fund has signed something else than what stands here.\n',
    ]);
  });

  test('finds a receipt that was forged with its whole chain and the head: the fund’s signature can’t be', async () => {
    await keep(
      draft(1, { receipt: { ...receipt(1), size: 1 } }),
      draft(2, { receipt: receipt(1, { number: 'x' }), client: '10002.00' }),
    );
    const [{ problems } = { problems: [] }] = JSON.parse((await office.run('receipts verify -o json')).stdout) as {
      problems: object[];
    }[];
    expect(problems).toMatchObject([
      { line: 1, code: 'other-content' },
      { line: 2, code: 'other-content' },
    ]);
    await rm(path.join(state, 'receipts'), { recursive: true });
    await keep(draft(1, { key: { ...fundKey, x: fundKey.x.replace(/^./, 'A') } }));
    expect(await office.run('receipts verify')).toMatchObject({
      exitCode: 11,
      stdout: '2025\t1\t095-2026-000001\tsignature\tThe key that is kept with it has not signed this receipt.\n',
    });
  });

  describe('with files', () => {
    test('says whether a receipt proves that this very file was submitted', async () => {
      await office.signIn('anna.muster');
      await makeChange(office, submitSalaries);
      const cwd = path.join(office.desk.home, 'work');
      await writeFile(path.join(cwd, 'other.xml'), 'another one');
      const line = 'receipts verify lohn-2025.xml other.xml';
      expect(await office.run('receipts verify lohn-2025.xml', { cwd })).toMatchObject({ exitCode: 0 });
      expect(await office.run(line, { cwd })).toEqual({
        exitCode: 11,
        stdout:
          '2025\t\t\tin-order\t1 entry, in order.\n' +
          'lohn-2025.xml\t\t\tin-order\tThis very file was submitted: 095-2026-000004\n' +
          'other.xml\t\t\tno-receipt\tNo receipt proves that this very file was submitted.\n',
        stderr: '',
      });
      await edit((text) => text.replace('"otp"', '"sms"'));
      expect((await office.run(line, { cwd })).stdout).toContain(
        'lohn-2025.xml\t\t\treceipt-bad\tThere is a receipt for this file, but its line in the journal is not in order.\n',
      );
    });

    test('one that is not there is named', async () => {
      await keep(draft(1));
      expect(await office.run('receipts verify none.xml')).toMatchObject({ exitCode: 3 });
    });
  });

  test('--online asks each portal whether the keys are the fund’s', async () => {
    await office.signIn('anna.muster');
    await makeChange(office, submitSalaries);
    expect(await office.run('receipts verify --online')).toMatchObject({ exitCode: 0 });
    // Good by the key that lies beside it, which is somebody else’s.
    await keep(draft(7, { portal: office.sandbox.portal() }));
    expect(await office.run('receipts verify')).toMatchObject({ exitCode: 0 });
    expect(await office.run('receipts verify --online')).toEqual({
      exitCode: 11,
      stdout: `2025\t2\t${number(7)}\tkey-unpublished\tThe portal does not show the key that has signed this, or not any more.\n`,
      stderr: '',
    });
    office.sandbox.faults('status=503:getPortal:*');
    expect(withoutNumber(await office.run('receipts verify --online'))).toMatchObject({ exitCode: 6, stdout: '' });
  });
});

test('what an earlier run had begun is completed by the next submission, and told', async () => {
  await office.signIn('anna.muster');
  await keep(draft(1));
  const { head } = (await receiptJournal(state).years())[0]!;
  const begun = { ...draft(2), sequence: 2, previous: head!.hash };
  await writeFile(path.join(state, 'receipts/2025-2.begun'), lineOf(begun));
  await makeChange(office, submitSalaries, '--dry-run');
  const ended = await office.run(submitSalaries.argv, { cwd: path.join(office.desk.home, 'work') });
  expect([ended.exitCode, ended.stderr.split('\n').at(-2)]).toEqual([
    0,
    'An earlier run was stopped while it wrote a receipt down. Its entry is complete now.',
  ]);
  expect(await office.run('receipts verify')).toMatchObject({ exitCode: 0 });
  const rows = await printed<readonly { number: string }[]>(office, 'receipts list');
  expect(rows.map((row) => row.number)).toEqual([number(1), number(2), '095-2026-000004']);
  expect(await intents(office)).toEqual([]);
});
