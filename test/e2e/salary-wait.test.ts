import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { intents } from '../support/changes.js';
import { buildElm } from '../support/elm.js';
import type { ElmOptions } from '../support/elm.js';
import { answered } from '../support/logins.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { printed } from '../support/printed.js';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await office.signIn('anna.muster');
});
afterEach(() => office.close());

const put = (name: string, options: ElmOptions = {}, change = (xml: string): string => xml) =>
  writeFile(
    path.join(office.desk.home, name),
    change(buildElm({ version: '5.0', fund: '095', member: '10001.00', ...options })),
  );
const seen = () => answered(office.sandbox).filter((one) => /^GET .*salary-declarations\/\w+ /.test(one)).length;
const fields = '--fields state,findingCount';
const told = (stderr: string) => stderr.split('\n').filter((line) => /dec_|fund has|Plausibility|plausib/i.test(line));
/** The same number for XML Schema, and not for a fund that compares texts: nobody but the fund can find that. */
const miscounted = (xml: string) => xml.replace(/(?<=<sd:NumberOf-AHV-AVS-Salary-Tags>)3/, '03');

describe('--wait', () => {
  test('follows a declaration until it is checked: it awaits its release', async () => {
    await put('lohn.xml');
    office.sandbox.clock.slept.length = 0;
    const ended = await office.run(`salary upload lohn.xml --wait ${fields}`);
    expect(ended).toMatchObject({ exitCode: 0, stdout: 'state\tawaiting-release\nfindingCount\t0\n' });
    expect(told(ended.stderr)).toEqual([
      expect.stringMatching(/^dec_\w+ is checked\. It counts once it is released\.$/) as string,
    ]);
    expect(office.sandbox.clock.slept).toEqual([1000, 1500, 2250]);
    expect(seen()).toBe(3);
  });

  test('says on a terminal what it waits for, in a line that is gone at the end', async () => {
    await put('lohn.xml');
    const { id } = await printed<{ id: string }>(office, 'salary upload lohn.xml');
    const terminal = { stderr: true };
    const { stderr } = await office.run(`salary show ${id} --wait --fields state`, { terminal });
    const line = `Waiting: the fund is checking ${id} …`;
    expect(stderr).toBe(`\r\u001b[K${line}\r\u001b[K${id} is checked. It counts once it is released.\n`);
    const again = await office.run(`salary show ${id} --wait --fields state -q`, { terminal });
    expect(again.stderr).toBe('');
  });

  test('follows a test until it is accepted', async () => {
    await put('lohn.xml');
    const ended = await office.run(`salary upload lohn.xml --wait --test ${fields}`);
    expect(ended).toMatchObject({ exitCode: 0, stdout: 'state\taccepted\nfindingCount\t0\n' });
    expect(told(ended.stderr)).toEqual([expect.stringMatching(/^dec_\w+: accepted$/) as string]);
  });

  test('works for a file that was sent earlier, and has nothing to wait for once that is checked', async () => {
    await put('lohn.xml');
    await office.run('salary upload lohn.xml -q');
    expect(await office.run(`salary upload lohn.xml --wait -q ${fields}`)).toEqual({
      exitCode: 0,
      stdout: 'state\tawaiting-release\nfindingCount\t0\n',
      stderr: '',
    });
    const before = seen();
    expect(await office.run(`salary upload lohn.xml --wait -q ${fields}`)).toMatchObject({ exitCode: 0 });
    expect(seen()).toBe(before);
  });

  test('in salary show, too', async () => {
    await put('lohn.xml');
    const { id } = await printed<{ id: string }>(office, 'salary upload lohn.xml');
    expect(await office.run(`salary show ${id} --wait -q ${fields}`)).toEqual({
      exitCode: 0,
      stdout: 'state\tawaiting-release\nfindingCount\t0\n',
      stderr: '',
    });
  });

  test.each([
    ['status=429:getSalaryDeclaration:1:7', 7000],
    ['status=503:getSalaryDeclaration:1:90', 90_000],
  ])('asks again after as long as the portal wishes, however long that is (%s)', async (fault, ms) => {
    await put('lohn.xml');
    office.sandbox.faults(fault);
    office.sandbox.clock.slept.length = 0;
    expect(await office.run('salary upload lohn.xml --wait -q --fields state')).toMatchObject({
      exitCode: 0,
      stdout: 'state\tawaiting-release\n',
      stderr: '',
    });
    expect(office.sandbox.clock.slept.slice(0, 2)).toEqual([1000, ms]);
  });

  test('ends with 10 when the time is up, and the receipt is there all the same', async () => {
    await put('lohn.xml');
    const ended = await office.run('salary upload lohn.xml --wait --wait-timeout 2s -q -o json');
    expect(ended.exitCode).toBe(10);
    const { id, state, receipt } = JSON.parse(ended.stdout) as { id: string; state: string; receipt: object };
    expect({ state, receipt }).toMatchObject({ state: 'checking', receipt: { client: '10001.00' } });
    expect(ended.stderr).toBe(
      `${id}: The fund is still checking the declaration ${id}. It has arrived, and its receipt is here.\n`,
    );
    expect(await intents(office)).toEqual([]);
  });

  test.each(['0s', '5', 'soon', '5 m', '-5m'])('--wait-timeout %s is no length of time', async (given) => {
    await put('lohn.xml');
    expect(await office.run(['salary', 'upload', 'lohn.xml', `--wait-timeout=${given}`])).toMatchObject({
      exitCode: 2,
    });
  });

  test('what goes wrong with waiting decides the exit code, and takes nothing back', async () => {
    await put('lohn.xml');
    office.sandbox.faults('status=500:getSalaryDeclaration:*');
    const ended = await office.run(`salary upload lohn.xml --wait --wait-timeout 30s -q --fields state`);
    expect(ended).toMatchObject({ exitCode: 10, stdout: 'state\treceived\n' });
    expect(await intents(office)).toEqual([]);
  });
});

describe('a declaration that the fund rejects', () => {
  test('ends the wait with 7, and with the fund’s findings', async () => {
    await put('lohn.xml', {}, miscounted);
    const ended = await office.run(`salary upload lohn.xml --wait ${fields}`);
    expect(ended).toMatchObject({ exitCode: 7, stdout: 'state\trejected\nfindingCount\t1\n' });
    expect(ended.stderr).toMatch(
      /\nplausibility counter-mismatch: .*NumberOf-AHV-AVS-Salary-Tags.*\n(dec_\w+): rejected\n\1: The fund has rejected the declaration \1\.\n$/i,
    );
    expect(await intents(office)).toEqual([]);
  });

  test('in salary show, too; without --wait that only shows it', async () => {
    await put('lohn.xml', {}, miscounted);
    const { id } = await printed<{ id: string }>(office, 'salary upload lohn.xml');
    expect(await office.run(`salary show ${id} --wait -q --fields state`)).toEqual({
      exitCode: 7,
      stdout: 'state\trejected\n',
      stderr: `${id}: The fund has rejected the declaration ${id}.\n`,
    });
    expect(await office.run(`salary show ${id} -q --fields state`)).toMatchObject({ exitCode: 0, stderr: '' });
  });

  test('is refused as before when the very same file comes again', async () => {
    await put('lohn.xml', {}, miscounted);
    await office.run('salary upload lohn.xml --wait -q');
    const ended = await office.run('salary upload lohn.xml --wait -q');
    expect(ended).toMatchObject({ exitCode: 5, stdout: '' });
    expect(ended.stderr).toContain('and has rejected it. Nothing was submitted.');
  });
});
