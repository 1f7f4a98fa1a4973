import { execFileSync } from 'node:child_process';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openOffice, password } from '../support/office.js';
import type { Office } from '../support/office.js';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await office.signIn('anna.muster');
});
afterEach(() => office.close());

const put = (name: string, content: string | Uint8Array) => writeFile(path.join(office.desk.home, name), content);
const got = (...names: string[]) => readFile(path.join(office.desk.home, ...names), 'utf8');
const made = (operation: string) => office.sandbox.audit().filter((entry) => entry.operation === operation);
const runOf = (stderr: string) => /Run (run_[\w-]+)\./.exec(stderr)?.[1] ?? '';

describe('a file of leavers', () => {
  const leavers =
    'Mandant;Benutzer;Bemerkung\r\n10001.00;luca.bianchi;geht\r\n10001.00;claire.favre;=1+1\r\n10001.00;noemi.sms;\r\n';

  test('is done row by row, and the results can be given again', async () => {
    await put('leavers.csv', leavers);
    const { exitCode, stdout, stderr } = await office.run('users deactivate --from leavers.csv --yes --results out');
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout:
        '2\t\t10001.00\tluca.bianchi\tdone\t\t\n' +
        '3\t\t10001.00\tclaire.favre\talready\t\t\n' +
        '4\t\t10001.00\tnoemi.sms\tdone\t\t\n',
    });
    expect(stderr).toMatch(/^This column is not used: Bemerkung\n/);
    expect(stderr).toContain('1 row is so already.\nDeactivate 2 users (clients: 1).\n');
    expect(stderr).toContain('Done: 2. So already: 1. Failed: 0. Unknown: 0. Not processed: 0.\n');
    expect(await got('out', 'succeeded.csv')).toBe(
      'Mandant;Benutzer;Bemerkung;connectLine;connectOutcome\r\n' +
        '10001.00;luca.bianchi;geht;2;done\r\n' +
        "10001.00;claire.favre;'=1+1;3;already\r\n" +
        '10001.00;noemi.sms;;4;done\r\n',
    );
    expect(await got('out', 'failed.csv')).toBe('Mandant;Benutzer;Bemerkung;connectLine;connectCode;connectReason\r\n');
    expect(await got('out', 'unprocessed.csv')).toBe('Mandant;Benutzer;Bemerkung;connectLine\r\n');
    const again = await office.run('users deactivate --from out/succeeded.csv --yes --fields line,outcome');
    expect(again).toMatchObject({ exitCode: 0, stdout: '2\talready\n3\talready\n4\talready\n' });
    expect(made('deactivateUser')).toHaveLength(2);
    // The results of one run are not written over by another.
    expect(await office.run('users deactivate --from out/failed.csv --yes --results out')).toMatchObject({
      exitCode: 7,
    });
    expect(await office.run('users deactivate --from leavers.csv --yes --results out')).toMatchObject({
      exitCode: 5,
      stdout: '',
    });
  });

  test('has its results beside it, in a folder named by the run, unless said otherwise', async () => {
    await put('leavers.csv', leavers);
    const { stderr } = await office.run('users deactivate --from leavers.csv --yes');
    expect((await readdir(path.join(office.desk.home, `leavers.${runOf(stderr)}`))).sort()).toEqual([
      'failed.csv',
      'succeeded.csv',
      'unprocessed.csv',
    ]);
  });

  test('of rows that come through a pipe lie in the current folder', async () => {
    const pipe = path.join(office.desk.home, 'pipes', 'pipe');
    await mkdir(path.dirname(pipe));
    execFileSync('mkfifo', [pipe]);
    const written = writeFile(pipe, 'user\nluca.bianchi\n');
    const ended = await office.run('users deactivate --from pipes/pipe -c 10001.00 --yes');
    await written;
    expect(ended.stderr).toContain(
      `Results: ${path.join(office.desk.home, `users-deactivate.${runOf(ended.stderr)}`)}\n`,
    );
    expect(ended.exitCode).toBe(0);
  });

  test('can be written, or nothing is done', async () => {
    await put('leavers.csv', 'user\nluca.bianchi\n');
    for (const folder of ['leavers.csv', 'leavers.csv/there'])
      expect(
        await office.run(`users deactivate --from leavers.csv -c 10001.00 --yes --results ${folder}`),
      ).toMatchObject({
        exitCode: 5,
        stdout: '',
        stderr: expect.stringContaining(`Error: ${path.join(office.desk.home, folder)} can’t be written`) as string,
      });
    expect(made('deactivateUser')).toEqual([]);
  });

  test('a dry run prints every row and sends nothing', async () => {
    await put('leavers.csv', leavers);
    const before = office.sandbox.dump();
    const { exitCode, stdout } = await office.run('users deactivate --from leavers.csv --dry-run -o json');
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toEqual([
      { line: 2, column: null, client: '10001.00', user: 'luca.bianchi', outcome: 'planned', code: null, reason: null },
      { line: 3, column: null, client: '10001.00', user: 'claire.favre', outcome: 'already', code: null, reason: null },
      { line: 4, column: null, client: '10001.00', user: 'noemi.sms', outcome: 'planned', code: null, reason: null },
    ]);
    expect(office.sandbox.dump()).toEqual(before);
    expect((await readdir(office.desk.home)).filter((name) => name.startsWith('leavers'))).toEqual(['leavers.csv']);
  });

  test('asks for the number of users, and another one does nothing', async () => {
    await put('leavers.csv', leavers);
    const question = 'Type 2, the number of users, to do it:';
    const refused = await office.run('users deactivate --from leavers.csv', {
      terminal: { stdin: true },
      answers: [[question, '3']],
    });
    expect(refused).toMatchObject({ exitCode: 5, stdout: '' });
    const agreed = await office.run('users deactivate --from leavers.csv --fields line,outcome', {
      terminal: { stdin: true },
      answers: [[question, '2']],
    });
    expect(agreed).toMatchObject({ exitCode: 0, stdout: '2\tdone\n3\talready\n4\tdone\n' });
  });

  test('stays in its encoding', async () => {
    await put(
      'alt.csv',
      Buffer.from('Benutzer;Bemerkung\r\nluca.bianchi;B\xe4cker \x80\r\nnobody;\xe9t\xe9\r\n', 'latin1'),
    );
    const { exitCode } = await office.run(
      'users deactivate --from alt.csv --client 10001.00 --yes --skip-bad --results out --lang fr',
    );
    expect(exitCode).toBe(8);
    const read = async (name: string) => (await readFile(path.join(office.desk.home, 'out', name))).toString('latin1');
    expect(await read('succeeded.csv')).toContain('luca.bianchi;B\xe4cker \x80;2;done\r\n');
    expect(await read('failed.csv')).toContain(
      'nobody;\xe9t\xe9;3;user-unknown;Benutzer: Muster Beispiel AG n\x92a pas d\x92utilisateur nobody.',
    );
  });
});

describe('new users', () => {
  const joiners =
    'Vorname\tNachname\tE-Mail\tSprache\tHandy\tAdmin\tThemen\n' +
    'Lea\tNeu\tlea.neu@muster.example\tDeutsch\t0041 79 123 45 99\tnein\tmessages|employees\n' +
    'Max\tNeu\tmax.neu@muster.example\tfr\t+41791234598\tja\t\n';

  test('are created with one password, from stdin too, and once', async () => {
    await put('joiners.csv', joiners);
    const line = 'users new --from joiners.csv -c 10001.00 --password-stdin --yes --fields line,user,outcome';
    const ended = await office.run(line, { stdin: `${password}\n` });
    expect(ended).toMatchObject({
      exitCode: 0,
      stdout: '2\tlea.neu@muster.example\tdone\n3\tmax.neu@muster.example\tdone\n',
    });
    const shown = await office.run(
      'users show lea.neu@muster.example --fields language,mobileNumber,administrator,permissions',
    );
    expect(shown.stdout).toBe(
      'language\tde\nmobileNumber\t+41791234599\nadministrator\tfalse\npermissions\temployees,messages\n',
    );
    const again = await office.run(line, { stdin: `${password}\n` });
    expect(again).toMatchObject({
      exitCode: 0,
      stdout: '2\tlea.neu@muster.example\talready\n3\tmax.neu@muster.example\talready\n',
    });
    expect(made('createUser')).toHaveLength(2);
  });

  test('with a wrong password, nothing but that is tried, and every row is left for --resume', async () => {
    await put('joiners.csv', joiners);
    const ended = await office.run(
      'users new --from joiners.csv -c 10001.00 --password-stdin --yes --fields line,outcome,code',
      { stdin: 'falsch\n' },
    );
    expect(ended).toMatchObject({
      exitCode: 5,
      stdout: '2\tunprocessed\tconfirmation-failed\n3\tunprocessed\t\n',
    });
    expect(made('createUser').map(({ outcome }) => outcome)).toEqual(['confirmation-failed']);
    const resumed = await office.run(
      `users new --resume ${runOf(ended.stderr)} --password-stdin --yes --fields line,outcome`,
      { stdin: 'uebung-macht-meister\n' },
    );
    expect(resumed).toMatchObject({ exitCode: 0, stdout: '2\tdone\n3\tdone\n' });
  });

  test('words about one user beside a file are refused', async () => {
    await put('joiners.csv', joiners);
    expect(await office.run('users new --from joiners.csv --kind fiduciary -c 10001.00')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('These don’t go together: --from, --kind') as string,
    });
    expect(await office.run('users deactivate luca.bianchi --from joiners.csv')).toMatchObject({ exitCode: 2 });
    expect(await office.run('users deactivate')).toMatchObject({ exitCode: 2, stdout: '' });
  });
});

describe('a run that ends too early', () => {
  const rows = 'client;user\n10001.00;luca.bianchi\n10001.00;noemi.sms\n10001.00;dario.rossi\n';

  test('goes on where it stood when the portal is back, and says so when the file is given again', async () => {
    await put('leavers.csv', rows);
    office.sandbox.faults('status=503:deactivateUser:1', 'drop-before-commit=getUser:4');
    const first = await office.run(
      'users deactivate --from leavers.csv --yes --results out --fields line,outcome --concurrency 1',
    );
    const run = runOf(first.stderr);
    expect(first.exitCode).toBe(6);
    expect(first.stderr).toContain(`Go on: connect users deactivate --resume ${run}\n`);
    expect((await got('out', 'unprocessed.csv')).split('\n').length).toBeGreaterThan(2);
    office.sandbox.faults();
    expect(await office.run('users deactivate --from leavers.csv --yes')).toMatchObject({
      exitCode: 5,
      stdout: '',
      stderr: expect.stringContaining(`A run over the same file ended too early: ${run}.`) as string,
    });
    const resumed = await office.run(`users deactivate --resume ${run} --yes --fields line,outcome`);
    expect(resumed).toMatchObject({ exitCode: 0, stdout: '2\tdone\n3\tdone\n4\tdone\n' });
    expect(await got('out', 'unprocessed.csv')).toBe('client;user;connectLine\n');
    expect(await got('out', 'succeeded.csv')).toBe(
      'client;user;connectLine;connectOutcome\n10001.00;luca.bianchi;2;done\n10001.00;noemi.sms;3;done\n10001.00;dario.rossi;4;done\n',
    );
    expect(await office.run(`users deactivate --resume ${run} --yes --fields line,outcome`)).toMatchObject({
      exitCode: 0,
      stdout: resumed.stdout,
    });
    expect(made('deactivateUser').filter(({ outcome }) => outcome === '200')).toHaveLength(3);
  });

  test('whoever interrupts while the portal wants to be left alone finds written what was done, and goes on later', async () => {
    await put('leavers.csv', rows);
    const { clock } = office.sandbox;
    const abort = new AbortController();
    const sleep = clock.sleep.bind(clock);
    clock.sleep = (ms, signal) => {
      // The time that an interrupted run has for putting things in order passes as it really would: after them.
      if (abort.signal.aborted) return new Promise((resolve) => signal?.addEventListener('abort', () => resolve()));
      abort.abort();
      return sleep(ms, signal);
    };
    office.sandbox.faults('status=429:deactivateUser:1:5');
    const ended = await office.run('users deactivate --from leavers.csv --yes --results out --concurrency 1', {
      interrupted: abort.signal,
    });
    clock.sleep = sleep;
    expect(ended.exitCode).toBe(130);
    expect(ended.stderr).toContain(`Go on: connect users deactivate --resume ${runOf(ended.stderr)}\n`);
    const linesIn = async (name: string) => (await got('out', name)).split('\n').length - 2;
    const counts = await Promise.all(['succeeded.csv', 'failed.csv', 'unprocessed.csv'].map(linesIn));
    expect(counts.reduce((sum, count) => sum + count)).toBe(3);
    expect(counts[0]).toBeLessThan(3);
    office.sandbox.faults();
    const resumed = await office.run(`users deactivate --resume ${runOf(ended.stderr)} --yes --fields line,outcome`);
    expect(resumed).toMatchObject({ exitCode: 0, stdout: '2\tdone\n3\tdone\n4\tdone\n' });
    expect(made('deactivateUser').filter(({ outcome }) => outcome === '200')).toHaveLength(3);
  });

  test('belongs to its command', async () => {
    await put('leavers.csv', rows);
    const { stderr } = await office.run('users deactivate --from leavers.csv --yes');
    expect(await office.run(`users reactivate --resume ${runOf(stderr)} --yes`)).toMatchObject({
      exitCode: 5,
      stderr: expect.stringContaining('connect users deactivate --resume') as string,
    });
    expect(await office.run('users reactivate --resume run_nothing --yes')).toMatchObject({ exitCode: 3 });
  });

  test('a row that the portal had no time for is none that failed, neither then nor when the run goes on', async () => {
    await put('moves.csv', 'user;last name\nluca.bianchi;Rossi\nnoemi.sms;Winter\n');
    const bulk = 'users edit --yes --password-stdin --fields line,outcome --concurrency 1';
    const confirmed = { stdin: 'uebung-macht-meister\n' };
    office.sandbox.faults('status=503:updateUser:1:5');
    expect(await office.run(`${bulk} --from moves.csv -c 10001.00`, confirmed)).toMatchObject({
      exitCode: 0,
      stdout: '2\tdone\n3\tdone\n',
    });
    await put('moves.csv', 'user;last name\nluca.bianchi;Bianchi\nnoemi.sms;Sommer\n');
    office.sandbox.faults('status=503:updateUser:1');
    const broken = await office.run(`${bulk} --from moves.csv -c 10001.00`, confirmed);
    expect(broken).toMatchObject({ exitCode: 6, stdout: '2\tunprocessed\n3\tunprocessed\n' });
    const [last] = JSON.parse((await office.run('users runs -o json')).stdout) as [Record<string, unknown>];
    expect(last).toMatchObject({ done: 0, failed: 0, unknown: 0 });
    const resumed = await office.run(`${bulk} --resume ${runOf(broken.stderr)}`, confirmed);
    expect(resumed).toMatchObject({ exitCode: 0, stdout: '2\tdone\n3\tdone\n' });
  });

  test('a portal that asks for patience is given it, and every row is done', async () => {
    await put('leavers.csv', rows);
    office.sandbox.faults('status=429:users:3:2');
    const ended = await office.run('users deactivate --from leavers.csv --yes --fields line,outcome');
    expect(ended).toMatchObject({ exitCode: 0, stdout: '2\tdone\n3\tdone\n4\tdone\n' });
  });
});
