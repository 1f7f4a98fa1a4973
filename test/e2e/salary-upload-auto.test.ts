import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { intents } from '../support/changes.js';
import { buildElm } from '../support/elm.js';
import type { ElmOptions } from '../support/elm.js';
import { answered } from '../support/logins.js';
import { whenAnswering } from '../support/moments.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await office.signIn('sara.treuhand');
});
afterEach(() => office.close());

const elm = (options: ElmOptions) => buildElm({ version: '5.0', fund: '095', ...options });
const put = (options: ElmOptions) => writeFile(path.join(office.desk.home, 'lohn.xml'), elm(options));
const clientOf = async (line: string, circumstances = {}) => {
  const { exitCode, stdout, stderr } = await office.run(`${line} -o json -q`, circumstances);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  return (JSON.parse(stdout) as { receipt: { client: string } }).receipt.client;
};
const nothingSent = async () => {
  expect(answered(office.sandbox).filter((one) => one.startsWith('POST /clients'))).toEqual([]);
  expect(await intents(office)).toEqual([]);
};

test('--client auto takes the client that the file names, and says which before anything is sent', async () => {
  await put({ member: '20002.00' });
  const ended = await office.run('salary upload lohn.xml --client auto --fields test');
  expect(ended).toMatchObject({ exitCode: 0, stdout: 'test\tfalse\n' });
  expect(ended.stderr).toMatch(/^Client: .+ \(20002\.00\), fund 095, /m);
  expect(ended.stderr.match(/persons: 3/g)).toHaveLength(1);
});

test.each(['20001.00', '20002.00'])('so does CONNECT_CLIENT=auto: %s', async (member) => {
  await put({ member });
  expect(await clientOf('salary upload lohn.xml', { env: { CONNECT_CLIENT: 'auto' } })).toBe(member);
});

test('the file is read once: what was found out about its client holds for what is checked', async () => {
  await put({ member: '20002.00' });
  const changed = elm({ member: '20002.00', persons: 4 });
  whenAnswering(office.sandbox, /\/clients(?:\?|$)/, () =>
    writeFileSync(path.join(office.desk.home, 'lohn.xml'), changed),
  );
  const { exitCode, stdout } = await office.run('salary upload lohn.xml --client auto --dry-run -o json');
  expect(exitCode).toBe(0);
  const { request } = JSON.parse(stdout) as { request: { content: { sha256: string } } };
  const read = elm({ member: '20002.00' });
  expect(request.content.sha256).toBe(createHash('sha256').update(read).digest('hex'));
});

test('of a file on stdin, which can be read only once', async () => {
  const stdin = elm({ member: '20002.00' });
  expect(await clientOf('salary upload - -c auto', { stdin })).toBe('20002.00');
});

test('the family compensation fund may be another one', async () => {
  await put({ member: '20001.00', fakFund: '079', fakMember: '20002.00' });
  expect(await clientOf('salary upload lohn.xml -c auto')).toBe('20001.00');
});

test('what the chosen client would be refused for is refused', async () => {
  await put({ member: '20001.00', fakMember: '20002.00' });
  expect(await office.run('salary upload lohn.xml -c auto -q')).toMatchObject({ exitCode: 7, stdout: '' });
  await nothingSent();
});

test('a file for a client that the login has not: it is told what the file names and what there is', async () => {
  await put({ member: '10001.00' });
  const ended = await office.run('salary upload lohn.xml -c auto -q');
  expect(ended).toMatchObject({ exitCode: 3, stdout: '' });
  expect(ended.stderr).toMatch(
    /^Error: lohn\.xml is for 095\.000 10001\.00 \(fund and member number\), and this login has none of these clients\. It has: 20001\.00 .+, 20002\.00 .+\nHint: Another login may be meant \(-p\), or the payroll program has exported another company\.\n$/,
  );
  await nothingSent();
});

test('another fund’s client of the same number is another one', async () => {
  await put({ fund: '060', member: '20001.00' });
  expect(await office.run('salary upload lohn.xml -c auto -q')).toMatchObject({ exitCode: 3, stdout: '' });
  await nothingSent();
});

test('a file for several clients of the login: one has to be chosen', async () => {
  // A second institution of the AHV, as payroll programs write for two companies.
  const one = elm({ member: '20001.00' });
  const [institution = ''] = /<sd:AHV-AVS institutionID=[^]*?<\/sd:AHV-AVS>/.exec(one) ?? [];
  const second = institution.replace('"#AHV"', '"#AHV2"').replace('20001.00', '20002.00');
  await writeFile(path.join(office.desk.home, 'lohn.xml'), one.replace(institution, institution + second));
  const ended = await office.run('salary upload lohn.xml -c auto -q');
  expect(ended.stderr).toMatch(
    /^Error: lohn\.xml names several clients of this login: 20001\.00 .+, 20002\.00 .+\nHint: Choose one with --client NUMBER\.\n$/,
  );
  expect(ended).toMatchObject({ exitCode: 2, stdout: '' });
  await nothingSent();
});

test('a file with errors is refused with all of them', async () => {
  await writeFile(path.join(office.desk.home, 'lohn.xml'), elm({ member: '20001.00' }).slice(0, 3000));
  const ended = await office.run('salary upload lohn.xml -c auto');
  expect(ended).toMatchObject({ exitCode: 7, stdout: '' });
  expect(ended.stderr).toContain('Nothing was sent.');
  await nothingSent();
});

test.each(['salary list', 'users list', 'users deactivate x --yes', 'salary check lohn.xml', 'salary reconcile'])(
  'no other command knows a client by a file: %s',
  async (line) => {
    await put({ member: '20001.00' });
    const ended = await office.run(`${line} -c auto -q`);
    expect(ended).toEqual({
      exitCode: 2,
      stdout: '',
      stderr:
        'Error: --client auto chooses the client by the salary file that is uploaded. This command has no such file.\n' +
        'Hint: Name the client: --client NUMBER. The number also reaches a client that is called “auto”.\n',
    });
  },
);

test('auto and a name beside it contradict each other', async () => {
  await put({ member: '20001.00' });
  expect(await office.run('salary upload lohn.xml -c auto -c 20001.00 -q')).toMatchObject({ exitCode: 2, stdout: '' });
  await nothingSent();
});
