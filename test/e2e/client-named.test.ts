import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Circumstances } from '../support/desk.js';
import { emptyFolder } from '../support/folder.js';
import { answered } from '../support/logins.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { announced } from '../support/printed.js';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  await office.signIn('sara.treuhand', { profile: 'sara' });
  await office.signIn('anna.muster', { profile: 'anna' });
});
afterAll(() => office.close());

const gasthof = { exitCode: 0, stdout: 'kurt.inauen\nsara.treuhand\nursula.sonderegger\n', stderr: '' };
const users = 'users list --fields userName';
/** A change that is only shown. */
const leaving = (who: string) => `users deactivate ${who} --dry-run --fields dryRun`;
const known = '20001.00 Schreinerei Birkenau GmbH, 20002.00 Gasthof Sonnenberg AG, 20003.00 Fleurs et Jardins Sàrl';
const shown = (client: string) => ({
  exitCode: 0,
  stdout: 'dryRun\ttrue\n',
  stderr: announced(office, 'Deactivate Kurt Inauen (kurt.inauen).', client),
});
const kurt = 'Gasthof Sonnenberg AG (20002.00), fund 095';

async function folderWith(toml: string): Promise<string> {
  const folder = await emptyFolder();
  await writeFile(path.join(folder, '.connect.toml'), toml);
  return folder;
}

describe('a login with several clients', () => {
  test.each([users, leaving('kurt.inauen')])('must say which: %s', async (line) => {
    expect(await office.run(line)).toEqual({
      exitCode: 2,
      stdout: '',
      stderr:
        `Error: The login has 3 clients, and it is not clear which one is meant: ${known}\n` +
        'Hint: Say which with --client; for lists, --all-clients means all of them.\n',
    });
  });

  test.each(['-c 20002.00', '--client "GASTHOF SONNENBERG AG"', '-c gasthof'])('reads with %s', async (option) => {
    expect(await office.run(`${users} ${option}`)).toEqual(gasthof);
  });

  test('a part of a name that fits several is no name', async () => {
    expect(await office.run(`${users} -c EN`)).toEqual({
      exitCode: 2,
      stdout: '',
      stderr:
        'Error: “EN” fits several clients: 20001.00 Schreinerei Birkenau GmbH, 20002.00 Gasthof Sonnenberg AG\n' +
        'Hint: Give the number or the whole name.\n',
    });
  });

  test('reads by CONNECT_CLIENT, and by the .connect.toml of the directory', async () => {
    expect(await office.run(users, { env: { CONNECT_CLIENT: 'sonnenberg' } })).toEqual(gasthof);
    expect(await office.run(users, { cwd: await folderWith('client = "20002.00"') })).toEqual(gasthof);
  });

  test.each(['20002.00', 'gasthof sonnenberg ag'])('changes with the number or the whole name: %s', async (name) => {
    expect(await office.run(`${leaving('kurt.inauen')} -c "${name}"`)).toEqual(shown(kurt));
    expect(await office.run(leaving('kurt.inauen'), { env: { CONNECT_CLIENT: name } })).toEqual(shown(kurt));
    expect(await office.run(leaving('kurt.inauen'), { cwd: await folderWith(`client = "${name}"`) })).toEqual(
      shown(kurt),
    );
  });

  test('changes nothing by a part of a name, though it fits one client only', async () => {
    expect(await office.run(`${leaving('kurt.inauen')} -c Sonne`)).toEqual({
      exitCode: 3,
      stdout: '',
      stderr:
        `Error: There is no client “Sonne” for this login. Known: ${known}\n` +
        'Hint: A change needs the number or the whole name. connect clients list shows them; ' +
        'another login may be meant (-p).\n',
    });
  });

  test('the option decides over the variable, the variable over the directory', async () => {
    const cwd = await folderWith('client = "20003.00"');
    const env = { CONNECT_CLIENT: '20001.00' };
    const asked = async (line: string, circumstances: Circumstances) => {
      await office.run(line, circumstances);
      return answered(office.sandbox).at(-1);
    };
    expect(await asked(`${users} -c 20002.00`, { cwd, env })).toBe('GET /clients/20002.00/users 200');
    expect(await asked(users, { cwd, env })).toBe('GET /clients/20001.00/users 200');
    expect(await asked(users, { cwd })).toBe('GET /clients/20003.00/users 403');
  });

  test('a change never relies on the default that was chosen some other day', async () => {
    const own = { CONNECT_CONFIG_DIR: await emptyFolder() };
    const login = ['login', office.sandbox.portal(), '-u', 'sara.treuhand', '--password-stdin', '--otp-stdin', '-q'];
    const stdin = `uebung-macht-meister\n${office.sandbox.totp('sara.treuhand')}\n`;
    expect(await office.run(login, { env: own, stdin })).toMatchObject({ exitCode: 0 });
    expect(await office.run('clients use 20002.00 -q', { env: own })).toMatchObject({ exitCode: 0 });
    expect(await office.run(users, { env: own })).toEqual(gasthof);
    const before = office.sandbox.exchanges.length;
    for (const line of [leaving('kurt.inauen'), 'users deactivate kurt.inauen --yes', 'codes request --yes']) {
      expect(await office.run(line, { env: own })).toEqual({
        exitCode: 2,
        stdout: '',
        stderr:
          'Error: The login has 3 clients. A change does not rely on the default client (20002.00), ' +
          'which was chosen some other day.\n' +
          'Hint: Name the client: --client NUMBER, CONNECT_CLIENT, or a .connect.toml in the directory.\n',
      });
    }
    expect(answered(office.sandbox, before)).toEqual(['GET /clients 200', 'GET /clients 200', 'GET /clients 200']);
  });
});

describe('one client at a time', () => {
  test.each(['users show kurt.inauen', leaving('kurt.inauen')])('%s takes no more', async (line) => {
    expect(await office.run(`${line} -c 20001.00 -c 20002.00`)).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: 'Error: This works for one client at a time, and 2 were named.\nHint: Run it once for each client.\n',
    });
    expect(await office.run(`${line} --all-clients`)).toMatchObject({ exitCode: 2, stdout: '' });
  });

  test('the same client named twice is one client', async () => {
    expect(await office.run(`${users} -c 20002.00 -c gasthof`)).toEqual(gasthof);
  });
});

describe('a login with one client', () => {
  test('needs to name none, neither to read nor to change', async () => {
    const ended = await office.run('users list -p anna --administrators --fields userName');
    expect(ended).toEqual({ exitCode: 0, stdout: 'anna.muster\nbeat.keller\n', stderr: '' });
    expect(await office.run(`${leaving('noemi.sms')} -p anna`)).toEqual({
      exitCode: 0,
      stdout: 'dryRun\ttrue\n',
      stderr: announced(office, 'Deactivate Noemi Sommer (noemi.sms).'),
    });
  });

  test('that names another one is told which it has, and nothing happens to its own', async () => {
    expect(await office.run(`${leaving('noemi.sms')} -p anna -c 10002.00`)).toEqual({
      exitCode: 3,
      stdout: '',
      stderr:
        'Error: There is no client “10002.00” for this login. Known: 10001.00 Muster Beispiel AG\n' +
        'Hint: A change needs the number or the whole name. connect clients list shows them; ' +
        'another login may be meant (-p).\n',
    });
  });
});
