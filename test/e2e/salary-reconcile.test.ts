import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { intents, keysOf, submitSalaries, timesMade } from '../support/changes.js';
import { buildElm } from '../support/elm.js';
import type { ElmOptions } from '../support/elm.js';
import { halfSubmitted } from '../support/half-submitted.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { signedIn } from '../support/portal-client.js';
import { printed } from '../support/printed.js';

interface Reconciled {
  readonly client: string;
  readonly outcome: string;
  readonly declaration: { readonly id: string; readonly state: string; readonly receipt: { readonly sha256: string } };
}

let office: Office;
let portal: string;
beforeEach(async () => {
  office = await openOffice();
  portal = office.sandbox.portal();
  await office.signIn('anna.muster');
});
afterEach(() => office.close());

async function put(name: string, options: ElmOptions = {}): Promise<string> {
  const xml = buildElm({ version: '5.0', fund: '095', member: '10001.00', ...options });
  await writeFile(path.join(office.desk.home, name), xml);
  return createHash('sha256').update(xml).digest('hex');
}
const operation = 'submitSalaryDeclaration';
/** An upload whose answer never comes: done by the portal, or not. */
async function lose(line: string, fault: 'drop-after-commit' | 'drop-before-commit'): Promise<void> {
  office.sandbox.faults(`${fault}=${operation}:*`);
  expect(await office.run(`salary upload ${line} -q`)).toMatchObject({ exitCode: 9, stdout: '' });
  office.sandbox.faults();
}
const reconcile = () => printed<readonly Reconciled[]>(office, 'salary reconcile');
const made = () => timesMade(office, submitSalaries);

test('with nothing to find out it says so, and asks the portal nothing', async () => {
  const before = office.sandbox.exchanges.length;
  expect(await office.run('salary reconcile')).toEqual({
    exitCode: 0,
    stdout: '',
    stderr: 'No upload waits for its outcome.\n',
  });
  expect(office.sandbox.exchanges.slice(before)).toEqual([]);
});

describe('what the portal has done', () => {
  test.each(['drop-after-commit', 'truncate'])('is done (%s), with its receipt, and no longer open', async (fault) => {
    const sha256 = await put('lohn.xml');
    office.sandbox.faults(`${fault}=${operation}:*`);
    expect(await office.run('salary upload lohn.xml -q')).toMatchObject({ exitCode: 9, stdout: '' });
    office.sandbox.faults();
    const [declaration] = await printed<readonly Reconciled['declaration'][]>(office, 'salary list --year 2025');
    expect(await reconcile()).toEqual([
      {
        client: '10001.00',
        year: 2025,
        fileName: 'lohn.xml',
        sha256,
        test: false,
        begunAt: '2026-11-20T08:00:00.000Z',
        outcome: 'done',
        declaration,
      },
    ]);
    expect(await intents(office)).toEqual([]);
    expect(made()).toBe(1);
  });

  test('is told to a person in one line', async () => {
    await put('lohn.xml');
    await lose('lohn.xml', 'drop-after-commit');
    const [{ id, receipt }] = await printed<[{ id: string; receipt: { number: string } }]>(
      office,
      'salary list --year 2025',
    );
    const { stdout, stderr } = await office.run('salary reconcile', { terminal: true, env: { NO_COLOR: '1' } });
    expect(stdout).toMatch(new RegExp(`10001\\.00 +│? *2025 .*lohn\\.xml .*done .*${id}, receipt ${receipt.number}`));
    expect(stderr).toBe('');
  });
});

describe('what the portal has not done', () => {
  test('is not done, never will be, and the file can be uploaded again', async () => {
    await put('lohn.xml');
    await lose('lohn.xml', 'drop-before-commit');
    const [lost] = await intents(office);
    const ended = await office.run('salary reconcile');
    expect(ended).toEqual({
      exitCode: 0,
      stdout: expect.stringMatching(
        /^10001\.00\t2025\tlohn\.xml\tfalse\t2026-11-20T08:00:00\.000Z\tnot-done\t\n$/,
      ) as string,
      stderr: 'lohn.xml of client 10001.00 did not arrive, and can’t any more. Upload it again.\n',
    });
    expect(await intents(office)).toEqual([]);
    expect(office.sandbox.dump()['voidKeys']).toMatchObject([{ key: lost?.['key'] }]);
    expect(await office.run('salary upload lohn.xml -q')).toMatchObject({ exitCode: 0 });
    expect(keysOf(office, submitSalaries).at(-1)).not.toBe(lost?.['key']);
    expect(made()).toBe(1);
  });

  test('needs nobody even if reconcile itself could not finish: the same command is a new upload', async () => {
    await put('lohn.xml');
    await lose('lohn.xml', 'drop-before-commit');
    const [lost] = await intents(office);
    office.sandbox.faults('drop-after-commit=callOffSubmission:*');
    expect(await office.run('salary reconcile -q')).toMatchObject({ exitCode: 6 });
    office.sandbox.faults();
    expect(await intents(office)).toMatchObject([{ key: lost?.['key'] }]);
    expect(await office.run('salary upload lohn.xml -q')).toMatchObject({ exitCode: 0, stderr: '' });
    expect(keysOf(office, submitSalaries).at(-1)).not.toBe(lost?.['key']);
    expect([made(), await intents(office)]).toEqual([1, []]);
  });

  test('stays not done if the first request arrives after all: that one is refused', async () => {
    await put('lohn.xml');
    await lose('lohn.xml', 'drop-before-commit');
    const folder = path.join(office.desk.home, '.local/state/connect/intents');
    const [name = ''] = await readdir(folder);
    const lost = await readFile(path.join(folder, name));
    await reconcile();
    // As if the network had kept it all the time: the very same request under the very same key.
    await writeFile(path.join(folder, name), lost);
    const before = office.sandbox.exchanges.length;
    expect(await office.run('salary upload lohn.xml -q')).toMatchObject({ exitCode: 0, stderr: '' });
    const sent = office.sandbox.exchanges.slice(before).filter(({ method }) => method === 'POST');
    // The command itself then goes on as a new upload.
    expect(sent.map(({ status }) => status)).toEqual([422, 201]);
    expect([made(), await intents(office)]).toEqual([1, []]);
  });

  test('is done all the same if the very file came to the portal another way', async () => {
    await put('lohn.xml');
    await lose('lohn.xml', 'drop-before-commit');
    const [lost] = await intents(office);
    await office.signIn('luca.bianchi', { profile: 'luca' });
    const env = { XDG_STATE_HOME: path.join(office.desk.home, 'luca') };
    expect(await office.run('salary upload lohn.xml -q -p luca', { env })).toMatchObject({ exitCode: 0 });
    expect(await intents(office)).toEqual([lost]);
    expect(await reconcile()).toMatchObject([{ outcome: 'done', declaration: { state: 'received' } }]);
    expect(made()).toBe(1);
  });

  test('as a test and for real are told apart', async () => {
    await put('lohn.xml');
    expect(await office.run('salary upload lohn.xml --test -q')).toMatchObject({ exitCode: 0 });
    await lose('lohn.xml', 'drop-before-commit');
    expect(await reconcile()).toMatchObject([{ outcome: 'not-done' }]);
  });
});

describe('several clients', () => {
  beforeEach(async () => {
    await office.signIn('sara.treuhand', { profile: 'sara' });
    for (const member of ['20001.00', '20002.00']) {
      await put(`${member}.xml`, { member });
      await lose(
        `${member}.xml -p sara -c ${member}`,
        member === '20001.00' ? 'drop-after-commit' : 'drop-before-commit',
      );
    }
  });
  const outcomes = (rows: readonly Reconciled[]) => rows.map(({ client, outcome }) => [client, outcome]);

  test('all are settled at once', async () => {
    expect(outcomes(await printed(office, 'salary reconcile -p sara'))).toEqual([
      ['20001.00', 'done'],
      ['20002.00', 'not-done'],
    ]);
    expect(await intents(office)).toEqual([]);
  });

  test('or those that are named', async () => {
    expect(outcomes(await printed(office, 'salary reconcile -p sara -c 20002.00'))).toEqual([['20002.00', 'not-done']]);
    expect(await intents(office)).toMatchObject([{ client: '20001.00' }]);
  });

  test('one that the login may not ask about stays unknown: exit code 9, and the others are settled', async () => {
    await put('lohn.xml');
    await lose('lohn.xml', 'drop-before-commit');
    const ended = await office.run('salary reconcile -o json -q');
    expect(ended.exitCode).toBe(9);
    expect(outcomes(JSON.parse(ended.stdout) as readonly Reconciled[])).toEqual([
      ['20001.00', 'unknown'],
      ['20002.00', 'unknown'],
      ['10001.00', 'not-done'],
    ]);
    const nothing = 'The portal does not know this, or not for this client.';
    expect(ended.stderr).toBe(`20001.00 20001.00.xml: ${nothing}\n20002.00 20002.00.xml: ${nothing}\n`);
    expect(await intents(office)).toHaveLength(2);
  });

  test('those at another portal are told of and left alone', async () => {
    await office.signIn('sara.treuhand', { fund: '060', profile: 'lausanne' });
    const before = await intents(office);
    expect(await office.run('salary reconcile -p lausanne')).toEqual({
      exitCode: 0,
      stdout: '',
      stderr:
        `There are uploads without an outcome at ${portal}, too. Another login is needed for them (-p).\n` +
        'No upload waits for its outcome.\n',
    });
    expect(await intents(office)).toEqual(before);
  });
});

describe('the outcome stays unknown', () => {
  beforeEach(async () => {
    await put('lohn.xml');
    await lose('lohn.xml', 'drop-after-commit');
  });

  test('while the portal is down: exit code 6', async () => {
    office.sandbox.faults('status=503:callOffSubmission:*');
    expect(await office.run('salary reconcile -q')).toMatchObject({ exitCode: 6, stdout: '' });
    expect(await intents(office)).toHaveLength(1);
    office.sandbox.faults();
    expect(await reconcile()).toMatchObject([{ outcome: 'done' }]);
  });

  test.each(['drop-before-commit', 'drop-after-commit', 'truncate'])(
    'not if the answer to the question is lost (%s) and comes the next time',
    async (fault) => {
      office.sandbox.faults(`${fault}=callOffSubmission:2`);
      expect(await reconcile()).toMatchObject([{ outcome: 'done' }]);
      expect(await intents(office)).toEqual([]);
    },
  );

  test('while the session is over: exit code 4', async () => {
    office.sandbox.clock.advance(13 * 3_600_000);
    expect(await office.run('salary reconcile -q')).toMatchObject({ exitCode: 4, stdout: '' });
    expect(await intents(office)).toHaveLength(1);
  });
});

test('while the submission is still being received nobody knows, and then it is known', async () => {
  await put('lohn.xml');
  await lose('lohn.xml', 'drop-before-commit');
  const [lost] = await intents(office);
  const anna = await signedIn(office.sandbox, 'anna.muster');
  const file = await readFile(path.join(office.desk.home, 'lohn.xml'), 'utf8');
  const request = await halfSubmitted(office.sandbox, anna, { key: String(lost?.['key']), file, client: '10001.00' });
  office.sandbox.clock.slept.length = 0;
  expect(await office.run('salary reconcile -q --fields outcome')).toEqual({
    exitCode: 9,
    stdout: 'unknown\n',
    stderr: '10001.00 lohn.xml: The same request is still being worked on.\n',
  });
  expect(office.sandbox.clock.slept).toEqual(Array(10).fill(1000));
  expect(await intents(office)).toEqual([lost]);
  request.end(file.slice(500));
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  response.resume();
  await once(response, 'end');
  expect(response.statusCode).toBe(201);
  expect(await reconcile()).toMatchObject([{ outcome: 'done' }]);
  expect(made()).toBe(1);
});

test('an answer that comes too late is found out about, too', async () => {
  await put('lohn.xml');
  office.sandbox.faults(`late-answer=5000:${operation}:*`);
  expect(await office.run('salary upload lohn.xml -q --timeout 1')).toMatchObject({ exitCode: 9, stdout: '' });
  office.sandbox.faults();
  expect(await reconcile()).toMatchObject([{ outcome: 'done' }]);
  expect(made()).toBe(1);
});

test('a portal that says it is down has done nothing: exit code 6, and there is nothing to find out', async () => {
  await put('lohn.xml');
  office.sandbox.faults(`status=503:${operation}:*`);
  expect(await office.run('salary upload lohn.xml -q')).toMatchObject({ exitCode: 6, stdout: '' });
  office.sandbox.faults();
  expect(await reconcile()).toEqual([]);
});

test('a portal that asks to be asked later is asked later', async () => {
  await put('lohn.xml');
  await lose('lohn.xml', 'drop-after-commit');
  office.sandbox.clock.slept.length = 0;
  office.sandbox.faults('status=429:callOffSubmission:2:7');
  expect(await reconcile()).toMatchObject([{ outcome: 'done' }]);
  expect(office.sandbox.clock.slept).toEqual([7000, 7000]);
});

test('--dry-run would settle nothing, so there is none', async () => {
  await put('lohn.xml');
  await lose('lohn.xml', 'drop-before-commit');
  expect(await office.run('salary reconcile --dry-run -q')).toMatchObject({ exitCode: 2, stdout: '' });
  expect(await intents(office)).toHaveLength(1);
});
