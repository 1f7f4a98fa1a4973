import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { announced, printed } from '../support/printed.js';

const day = 86_400_000;
const reason = '--reason other --yes';
const sonnenberg = 'Gasthof Sonnenberg AG (20002.00), fund 095';
const ran = 'The power of attorney of Gasthof Sonnenberg AG (20002.00) ran out on 8 Nov 2026.';
const anew = ' A new one is noted with: connect mandates add\n';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await office.signIn('sara.treuhand');
});
afterEach(() => office.close());

/** Lets this computer know what the portal knows. */
const learn = () => office.run('mandates list -q');
const ledger = () => path.join(office.desk.home, '.local/state/connect/mandates.json');
const asked = () => office.sandbox.audit().filter(({ operation }) => operation === 'requestCode');
const renew = async (expires: string) => {
  await writeFile(path.join(office.desk.home, 'vollmacht.pdf'), 'renewed');
  const paper = '--holder Seeblick --signatory Inauen --issued 2026-11-20 --scan vollmacht.pdf';
  const ended = await office.run(`mandates add -c 20002.00 ${paper} --expires ${expires} -q`);
  expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
};
const said = async (line: string) => (await office.run(line)).stderr;

describe('a fiduciary is told', () => {
  test('of what has run out, by every command for that client, and asks the portal nothing for it', async () => {
    expect(await said('users list -c 20002.00')).toBe('');
    await learn();
    const before = office.sandbox.exchanges.length;
    expect(await said('users list -c 20002.00')).toBe(`${ran}${anew}`);
    const urls = office.sandbox.exchanges.slice(before).map(({ url }) => url.split('?')[0]?.split('/v1')[1]);
    expect(urls).toEqual(['/clients', '/clients/20002.00/users']);
    expect(await said('users list -c 20002.00 -q')).toBe('');
    expect(await said('users list -c 20001.00')).toBe('');
  });

  test('30 days before, and not 31, and on the last day, too', async () => {
    await renew('2026-12-21');
    expect(await said('users list -c 20002.00')).toBe('');
    const ending = 'The power of attorney of Gasthof Sonnenberg AG (20002.00) runs out on 21 Dec 2026, ';
    for (const [days, count] of [
      [1, '30 days'],
      [29, '1 day'],
      [1, '0 days'],
    ] as const) {
      office.sandbox.clock.advance(days * day);
      await office.signIn('sara.treuhand');
      expect(await said('users list -c 20002.00')).toBe(`${ending}${count} from now.\n`);
    }
  });

  test('no more once a newer one was noted', async () => {
    await learn();
    await renew('2028-12-31');
    expect(await said('users list -c 20002.00')).toBe('');
  });

  test('of one that was revoked', async () => {
    const [{ id } = { id: '' }] = await printed<readonly { id: string }[]>(office, 'mandates list -c 20001.00');
    await office.run(`mandates remove ${id} -c 20001.00 --yes -q`);
    expect(await said('users list -c 20001.00')).toBe(
      'The power of attorney of Schreinerei Birkenau GmbH (20001.00) was revoked on 20 Nov 2026.\n',
    );
  });

  test('once for all clients of a board', async () => {
    await learn();
    expect(await said('salary due')).toBe(`${ran}${anew}`);
  });

  test('in one line where there are many', async () => {
    for (const { id, client } of await printed<readonly { id: string; client: string }[]>(office, 'mandates list'))
      await office.run(`mandates remove ${id} -c ${client} --yes -q`);
    await writeFile(path.join(office.desk.home, 'vollmacht.pdf'), 'short');
    const paper = '--holder Seeblick --signatory Clerc --issued 2026-11-20 --expires 2026-11-20 --scan vollmacht.pdf';
    await office.run(`mandates add -c 20003.00 ${paper} -q`);
    expect(await said('salary due')).toBe(
      'The powers of attorney of 3 clients have run out, were revoked or will run out within 30 days: ' +
        'connect mandates list --expiring 30d\n',
    );
  });

  test('that the file can’t be read, and the command goes on', async () => {
    await mkdir(path.dirname(ledger()), { recursive: true });
    await writeFile(ledger(), '{ "version": 1, "mandates": [{ "id": "man_x" }] }\n');
    expect(await office.run('users list -c 20001.00 --fields userName')).toEqual({
      exitCode: 0,
      stdout: 'reto.frei\nsara.treuhand\n',
      stderr: `The file of the powers of attorney, ${ledger()}, can’t be read: { "version": 1, "mandates": […] }\n`,
    });
  });
});

test('an employer’s own people are told nothing', async () => {
  await learn();
  await office.signIn('kurt.inauen', { profile: 'kurt' });
  const { exitCode, stderr } = await office.run('tasks list -p kurt');
  expect(exitCode).toBe(0);
  expect(stderr).not.toContain('power of attorney');
});

describe('policy.expired-mandates', () => {
  beforeEach(learn);
  const refused = (from: string) => ({
    exitCode: 5,
    stdout: '',
    stderr:
      'Error: Gasthof Sonnenberg AG (20002.00) has given no power of attorney that is good: the last one ended on ' +
      `2026-11-08. The policy policy.expired-mandates refuses changes without one (${from}). Nothing was changed.\n` +
      'Hint: Have a new one signed and note it: connect mandates add --client 20002.00 --issued DAY --expires DAY ' +
      '--scan FILE. If the portal knows one already: connect mandates list\n',
  });
  const line = `codes request -c 20002.00 ${reason}`;

  test('warn, as it is by default: the write is made', async () => {
    const ended = await office.run(`${line} --fields state`);
    const to = 'Gasthof Sonnenberg AG, Dorfplatz 3, 9050 Appenzell';
    expect(ended).toEqual({
      exitCode: 0,
      stdout: 'state\trequested\n',
      stderr: `${ran}${anew}${announced(
        office,
        `Ask for an access code for Gasthof Sonnenberg AG, by post to: ${to}`,
        sonnenberg,
      )}`,
    });
  });

  test('deny: writes are refused before anything is sent, reads are not', async () => {
    await office.run('config set policy.expired-mandates deny');
    const from = path.join(office.desk.home, '.config/connect/config.toml');
    expect(await office.run(line)).toEqual(refused(from));
    expect(await office.run(`${line} --dry-run`)).toEqual(refused(from));
    expect(asked()).toEqual([]);
    expect(await office.run('codes list -c 20002.00 --fields state')).toEqual({
      exitCode: 0,
      stdout: 'posted\n',
      stderr: `${ran}${anew}`,
    });
  });

  test('deny in the environment is not lifted by the configuration, and names itself', async () => {
    await office.run('config set policy.expired-mandates warn');
    const env = { CONNECT_EXPIRED_MANDATES: 'deny' };
    expect(await office.run(line, { env })).toEqual(refused('CONNECT_EXPIRED_MANDATES'));
  });

  test('deny: other clients go on, and so does this one once a new one was noted', async () => {
    await office.run('config set policy.expired-mandates deny');
    expect(await office.run(`codes request -c 20001.00 ${reason} -q`)).toMatchObject({ exitCode: 0, stderr: '' });
    await renew('2028-12-31');
    expect(await office.run(`${line} -q`)).toMatchObject({ exitCode: 0, stderr: '' });
    expect(asked()).toHaveLength(2);
  });

  test('deny: a client of which nothing is known is left alone', async () => {
    await office.run('config set policy.expired-mandates deny');
    await office.signIn('sara.treuhand', { fund: '060', profile: 'ticino' });
    expect(await office.run(`codes request -c 30001.00 ${reason} -p ticino -q`)).toMatchObject({ exitCode: 0 });
  });

  test('deny: a file that can’t be read refuses the write, for nobody knows', async () => {
    await office.run('config set policy.expired-mandates deny');
    await writeFile(ledger(), 'garbage');
    const ended = await office.run(`codes request -c 20001.00 ${reason}`);
    expect(ended).toMatchObject({ exitCode: 7, stdout: '' });
    expect(ended.stderr).toContain('connect mandates list fetches again what the portal knows.');
    expect(asked()).toEqual([]);
  });
});
