import { readFile, readdir, writeFile } from 'node:fs/promises';
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

describe('bad rows', () => {
  const bad =
    'client,user\n10001.00,luca.bianchi\n10001.00,nobody\n99999.00,x\n10001,noemi.sms\n10001.00,anna.muster\n' +
    '10001.00,luca.bianchi@muster-beispiel.example\n10001.00,\n';

  test('are all named with line and column, and nothing is done', async () => {
    await put('bad.csv', bad);
    const before = office.sandbox.dump();
    const ended = await office.run('users deactivate --from bad.csv --yes -q');
    expect(ended).toEqual({
      exitCode: 7,
      stdout:
        '3\tuser\t10001.00\tnobody\tbad\tuser-unknown\tMuster Beispiel AG has no user nobody. Write the user name or the e-mail address as the portal has it. Similar: noemi.sms\n'.replace(
          'Similar: noemi.sms',
          'Similar: –',
        ) +
        '4\tclient\t99999.00\tx\tbad\tclient-unknown\tYour login has no client 99999.00. Write its number or its whole name. Similar: –\n' +
        '5\tclient\t10001\tnoemi.sms\tbad\tclient-unknown\tYour login has no client 10001. Write its number or its whole name. Similar: 10001.00 Muster Beispiel AG\n' +
        '6\tuser\t10001.00\tanna.muster\tbad\town-login\tanna.muster is your own login: the run would end itself in the midst. Leave the row out, and do this by itself at the end.\n' +
        '7\tuser\t10001.00\tluca.bianchi@muster-beispiel.example\tbad\tduplicate\tLine 2 wants the same for luca.bianchi@muster-beispiel.example. Leave one of the two out.\n' +
        '8\tuser\t10001.00\t\tbad\tvalue-missing\tThe cell is empty. Fill it in.\n',
      stderr:
        'Error: Bad rows in bad.csv: 6. Nothing was changed.\n' +
        'Hint: Mend the rows that are named, or do the good ones only: --skip-bad\n',
    });
    expect(office.sandbox.dump()).toEqual(before);
  });

  test('with --skip-bad the good ones are done and the others can be mended and given again', async () => {
    await put('bad.csv', bad);
    const ended = await office.run(
      'users deactivate --from bad.csv --yes --skip-bad --results out --fields line,outcome',
    );
    expect(ended).toMatchObject({
      exitCode: 8,
      stdout: '2\tdone\n3\tbad\n4\tbad\n5\tbad\n6\tbad\n7\tbad\n8\tbad\n',
    });
    expect(made('deactivateUser').map(({ subject, outcome }) => `${subject} ${outcome}`)).toEqual(['luca.bianchi 200']);
    const failed = await got('out', 'failed.csv');
    expect(failed.split('\n').map((line) => line.split(',').slice(0, 4).join())).toEqual([
      'client,user,connectLine,connectCode',
      '10001.00,nobody,3,user-unknown',
      '99999.00,x,4,client-unknown',
      '10001,noemi.sms,5,client-unknown',
      '10001.00,anna.muster,6,own-login',
      '10001.00,luca.bianchi@muster-beispiel.example,7,duplicate',
      '10001.00,,8,value-missing',
      '',
    ]);
    await put(
      'mended.csv',
      failed
        .split('\n')
        .filter((line, index) => index === 0 || line.startsWith('10001,'))
        .join('\n')
        .replace('10001,', '10001.00,'),
    );
    const again = await office.run('users deactivate --from mended.csv --yes --fields user,outcome');
    expect(again).toMatchObject({ exitCode: 0, stdout: 'noemi.sms\tdone\n' });
  });

  test('without a column client exactly one has to be named, and a chosen default is none', async () => {
    await put('some.csv', 'user\nluca.bianchi\n');
    await office.run('clients use 10001.00');
    const implicit = await office.run('users deactivate --from some.csv --yes --fields line,code');
    expect(implicit).toMatchObject({ exitCode: 7, stdout: '2\tclient-missing\n' });
    const named = await office.run('users deactivate --from some.csv --yes --fields line,code,outcome -c 10001.00');
    expect(named).toMatchObject({ exitCode: 0, stdout: '2\t\tdone\n' });
  });

  test('whoever becomes administrator does so before another ceases to be one', async () => {
    await put('edit.csv', 'user,administrator,themes\nbeat.keller,no,messages\nluca.bianchi,yes,\n');
    const line = 'users edit --from edit.csv -c 10001.00 --password-stdin --yes --fields line,outcome --concurrency 1';
    expect(await office.run(line, { stdin: `${password}\n` })).toMatchObject({
      exitCode: 0,
      stdout: '2\tdone\n3\tdone\n',
    });
    expect(made('updateUser').map(({ subject }) => subject)).toEqual(['luca.bianchi', 'beat.keller']);
  });

  test('what a row may not say is named for each cell', async () => {
    await put(
      'edit.csv',
      'Benutzer;Sprache;Handy;Admin;Themen;gesperrt bis\n' +
        'luca.bianchi;klingonisch;079;vielleicht;alles;gestern\n' +
        'beat.keller;;;;messages;\n' +
        'eva.meier;;;ja;messages;\n' +
        'noemi.sms;;;;platforms messages;\n' +
        'dario.rossi;;;;;\n' +
        'NOEMI.SMS;it;;;;\n' +
        'beat.keller;;;nein;;\n',
    );
    const ended = await office.run('users edit --from edit.csv -c 10001.00 --yes -q --fields line,column,code');
    expect(ended.stdout).toBe(
      '2\tSprache\tvalue-invalid\n2\tHandy\tvalue-invalid\n2\tAdmin\tvalue-invalid\n2\tThemen\tvalue-invalid\n' +
        '2\tgesperrt bis\tvalue-invalid\n3\tThemen\tadministrator-has-all\n4\tThemen\trights-conflict\n' +
        '5\tBenutzer\tcontradictory\n6\t\tnothing-to-change\n7\tBenutzer\tcontradictory\n8\tThemen\trights-missing\n',
    );
  });

  test('a file that is none is told as a whole', async () => {
    await put('none.csv', 'client;user\n');
    await put('torn.csv', 'client;user\n10001.00;"luca\n');
    await put('other.csv', 'Farbe;Form\nrot;rund\n');
    await put('twice.csv', 'user;Benutzer\nluca.bianchi;noemi.sms\n');
    const told = async (file: string) => {
      const { exitCode, stdout, stderr } = await office.run(
        `users deactivate --from ${file} --yes -q --fields line,column,code`,
      );
      return [exitCode, stdout, stderr.split('\n')[0]];
    };
    expect(await told('none.csv')).toEqual([7, '', 'Error: none.csv has no rows below the headings.']);
    expect(await told('torn.csv')).toEqual([
      7,
      '',
      'Error: torn.csv can’t be read as CSV: something is wrong in line 2.',
    ]);
    expect(await told('other.csv')).toEqual([
      7,
      '1\tuser\tcolumn-missing\n',
      'Error: Bad rows in other.csv: 1. Nothing was changed.',
    ]);
    expect(await told('twice.csv')).toEqual([
      7,
      '1\tuser\tcolumn-twice\n',
      'Error: Bad rows in twice.csv: 1. Nothing was changed.',
    ]);
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

  test('a wrong password fails each row, and none is made', async () => {
    await put('joiners.csv', joiners);
    const ended = await office.run(
      'users new --from joiners.csv -c 10001.00 --password-stdin --yes --fields line,outcome,code',
      { stdin: 'falsch\n' },
    );
    expect(ended).toMatchObject({
      exitCode: 8,
      stdout: '2\tfailed\tconfirmation-failed\n3\tfailed\tconfirmation-failed\n',
    });
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

  test('belongs to its command', async () => {
    await put('leavers.csv', rows);
    const { stderr } = await office.run('users deactivate --from leavers.csv --yes');
    expect(await office.run(`users reactivate --resume ${runOf(stderr)} --yes`)).toMatchObject({
      exitCode: 5,
      stderr: expect.stringContaining('connect users deactivate --resume') as string,
    });
    expect(await office.run('users reactivate --resume run_nothing --yes')).toMatchObject({ exitCode: 3 });
  });

  test('a portal that asks for patience is given it, and every row is done', async () => {
    await put('leavers.csv', rows);
    office.sandbox.faults('status=429:users:3:2');
    const ended = await office.run('users deactivate --from leavers.csv --yes --fields line,outcome');
    expect(ended).toMatchObject({ exitCode: 0, stdout: '2\tdone\n3\tdone\n4\tdone\n' });
  });
});
