import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { announced, printed, withoutNumber } from '../support/printed.js';

let office: Office;
beforeEach(async () => (office = await openOffice()));
afterEach(() => office.close());

const luca = 'Deactivate Luca Bianchi (luca.bianchi).';
const gone = (userName: string) => `userName\t${userName}\ndeactivated\ttrue\n`;
const shown = '--fields userName,deactivated';
const attempts = () => office.sandbox.audit().filter(({ operation }) => operation === 'deactivateUser');
const statuses = async (profile: string) =>
  (await printed<readonly { userName: string; status: string }[]>(office, `users list -p ${profile}`)).map(
    ({ userName, status }) => `${userName} ${status}`,
  );

describe('consent', () => {
  beforeEach(() => office.signIn('anna.muster', { profile: 'anna' }));

  test('asks for the user name, and a wrong one changes nothing', async () => {
    const before = office.sandbox.dump();
    const ended = await office.run('users deactivate luca.bianchi', {
      terminal: true,
      answers: [['luca.bianchi', 'luca']],
    });
    expect(ended).toEqual({
      exitCode: 5,
      stdout: '',
      stderr: `${announced(office, luca)}Error: Not confirmed. Nothing was changed.\n`,
    });
    expect(office.sandbox.dump()).toEqual(before);
  });

  test('deactivates when the very name is typed', async () => {
    const ended = await office.run(`users deactivate luca.bianchi ${shown}`, {
      terminal: { stdin: true },
      answers: [['Type the user name luca.bianchi to deactivate Luca Bianchi:', 'luca.bianchi']],
    });
    expect(ended).toEqual({ exitCode: 0, stdout: gone('luca.bianchi'), stderr: announced(office, luca) });
    expect(await statuses('anna')).toContain('luca.bianchi deactivated');
  });

  test.each(['', '--no-input'])('without a terminal needs --yes: %s', async (option) => {
    expect(await office.run(`users deactivate luca.bianchi ${option}`, { terminal: { stdin: option !== '' } })).toEqual(
      {
        exitCode: 2,
        stdout: '',
        stderr:
          announced(office, luca) +
          'Error: There is nobody to ask: stdin is not a terminal, or --no-input was given.\n' +
          'Hint: Give the answer beforehand: --yes\n',
      },
    );
    expect(attempts()).toEqual([]);
  });

  test('a dry run asks nothing and changes nothing', async () => {
    const { id } = await printed<{ id: string }>(office, 'users show luca.bianchi');
    const before = office.sandbox.dump();
    const ended = await office.run('users deactivate luca.bianchi --dry-run -o json', { terminal: { stdin: true } });
    expect(ended).toMatchObject({ exitCode: 0, stderr: announced(office, luca) });
    expect(JSON.parse(ended.stdout)).toEqual({
      dryRun: true,
      wouldDo: luca,
      request: { method: 'POST', path: `/clients/10001.00/users/${id}/deactivation` },
    });
    expect(office.sandbox.dump()).toEqual(before);
  });
});

describe('whom', () => {
  beforeEach(() => office.signIn('anna.muster', { profile: 'anna' }));

  test('by e-mail address and by id', async () => {
    const { id } = await printed<{ id: string }>(office, 'users show noemi.sms');
    expect(await office.run(`users deactivate luca.bianchi@muster-beispiel.example --yes ${shown}`)).toEqual({
      exitCode: 0,
      stdout: gone('luca.bianchi'),
      stderr: announced(office, luca),
    });
    expect(await office.run(`users deactivate ${id} --yes -q ${shown}`)).toEqual({
      exitCode: 0,
      stdout: gone('noemi.sms'),
      stderr: '',
    });
  });

  test('somebody unknown: names those who are similar', async () => {
    expect(await office.run('users deactivate bianchi --yes')).toEqual({
      exitCode: 3,
      stdout: '',
      stderr:
        'Error: There is no user “bianchi” at Muster Beispiel AG. Similar: luca.bianchi\n' +
        'Hint: connect users list shows them.\n',
    });
    expect(attempts()).toEqual([]);
  });

  test('somebody who is deactivated already: says so, asks nothing and sends nothing', async () => {
    expect(await office.run(`users deactivate claire.favre ${shown}`)).toEqual({
      exitCode: 0,
      stdout: gone('claire.favre'),
      stderr: announced(office, 'Claire Favre (claire.favre) is deactivated already.'),
    });
    expect(attempts()).toEqual([]);
  });

  test('ends the user’s sessions at once', async () => {
    await office.signIn('luca.bianchi', { profile: 'luca' });
    expect((await office.run('salary list -p luca -o json')).exitCode).toBe(0);
    expect((await office.run('users deactivate luca.bianchi --yes -o json -p anna')).exitCode).toBe(0);
    const afterwards = await office.run('salary list -p luca');
    expect(afterwards).toMatchObject({ exitCode: 4, stdout: '' });
    expect(afterwards.stderr).toContain('The portal has ended the session');
  });

  test('only administrators may deactivate others; everybody may deactivate himself', async () => {
    await office.signIn('luca.bianchi', { profile: 'luca' });
    const { id } = await printed<{ id: string }>(office, 'users show noemi.sms');
    expect(withoutNumber(await office.run(`users deactivate ${id} --yes -p luca`))).toEqual({
      exitCode: 5,
      stdout: '',
      stderr:
        'Error: This login has no right to do that.\n' +
        'Hint: An administrator of the employer can grant it.\n' +
        'Request: NUMBER\n',
    });
    expect(await office.run(`users deactivate luca.bianchi --yes -p luca ${shown}`)).toEqual({
      exitCode: 0,
      stdout: gone('luca.bianchi'),
      stderr:
        'This is your own login for Muster Beispiel AG. Its sessions end at once, this one included, and only an ' +
        `administrator can reactivate it.\n${announced(office, luca)}`,
    });
    expect((await office.run('salary list -p luca')).exitCode).toBe(4);
  });

  test('a fiduciary leaves one client and keeps the others', async () => {
    await office.signIn('sara.treuhand', { profile: 'sara' });
    const leaving = `users deactivate sara.treuhand --yes -c 20001.00 -q ${shown}`;
    expect(await office.run(`${leaving} -p sara`)).toEqual({ exitCode: 0, stdout: gone('sara.treuhand'), stderr: '' });
    await office.signIn('sara.treuhand', { profile: 'sara' });
    expect(await office.run('clients list -p sara --fields number')).toEqual({
      exitCode: 0,
      stdout: '20002.00\n20003.00\n',
      stderr: '',
    });
  });
});

test.each([
  ['de', 'Fehler: Ohne Marc Dubois (marc.dubois) hat Boulangerie du Lac Sàrl kein aktives Login'],
  ['fr', 'Erreur\u202f: Sans Marc Dubois (marc.dubois), Boulangerie du Lac Sàrl n’a aucun administrateur actif.'],
  ['it', 'Errore: Senza Marc Dubois (marc.dubois), Boulangerie du Lac Sàrl non ha alcun amministratore attivo.'],
])('%s: the refusal names the person, the client and the way out', async (lang, message) => {
  await office.signIn('marc.dubois');
  const ended = await office.run(`users deactivate marc.dubois --yes --lang ${lang}`);
  expect(ended).toMatchObject({ exitCode: 5, stdout: '' });
  expect(ended.stderr).toContain(message);
  expect(ended.stderr).toContain('--accept-lockout "Boulangerie du Lac Sàrl"');
});
