import { readFile, writeFile } from 'node:fs/promises';
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
