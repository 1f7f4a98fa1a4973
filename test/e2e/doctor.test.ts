import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { version } from '../../package.json';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { anonymous } from '../support/portal-client.js';

let office: Office;
let portal: string;
beforeEach(async () => {
  office = await openOffice();
  portal = office.sandbox.portal();
});
afterEach(() => office.close());

interface Examined {
  readonly check: string;
  readonly state: string;
  readonly detail: string;
  readonly hint: string | null;
}

const home = (file: string) => path.join(office.desk.home, file);
const line = (...cells: readonly string[]) => `${cells.join('\t')}\n`;

/** The checks of these names, and how the run ended. */
async function examined(names: readonly string[], options = '', env: Readonly<Record<string, string>> = {}) {
  const { exitCode, stdout, stderr } = await office.run(`doctor -o json ${options}`, { env });
  const all = JSON.parse(stdout) as readonly Examined[];
  const rows = all.filter(({ check }) => names.includes(check));
  return { exitCode, stderr, rows: rows.map(({ check, state, detail, hint }) => [check, state, detail, hint]) };
}

/** The same without advice, and without findings where only states are of interest. */
async function states(names: readonly string[], options = '', env: Readonly<Record<string, string>> = {}) {
  const { exitCode, rows } = await examined(names, options, env);
  return [exitCode, ...rows.map(([check, state]) => `${String(check)} ${String(state)}`)];
}

test('examines a computer on which nobody has ever logged in', async () => {
  const configuration = home('.config/connect/config.toml');
  expect(await office.run('doctor')).toEqual({
    exitCode: 0,
    stderr: '',
    stdout: [
      line('version', 'ok', `connect ${version}`, ''),
      line('node', 'ok', `Node ${process.versions.node} on linux`, ''),
      line('configuration', 'ok', `There is no ${configuration}; the defaults hold.`, ''),
      line('permissions', 'ok', 'There are no files of ours yet.', ''),
      line('profiles', 'skipped', 'No login is saved.', 'connect login'),
      line('store', 'ok', 'The keychain of the operating system can be read.', ''),
      line('proxy', 'skipped', 'No portal is known.', ''),
      line('portal', 'skipped', 'No portal is known.', 'connect login'),
      line('tls', 'skipped', 'No portal is known.', ''),
      line('clock', 'skipped', 'No portal is known.', ''),
      line('session', 'skipped', 'No login is saved.', 'connect login'),
    ].join(''),
  });
});

test('examines a healthy login, line by line on a terminal', async () => {
  await office.signIn('anna.muster');
  const [config, state] = [home('.config/connect'), home('.local/state/connect')];
  expect(await office.run('doctor', { terminal: true })).toEqual({
    exitCode: 0,
    stderr: '',
    stdout: [
      `ok       version: connect ${version}`,
      `ok       Node: Node ${process.versions.node} on linux`,
      `ok       configuration: ${config}/config.toml was read.`,
      `ok       permissions: Only you can get at what is in ${config}, ${state} (2 entries).`,
      `ok       profiles: ak095 (anna.muster, ${portal}); default: ak095`,
      'ok       credentials: The keychain of the operating system can be read.',
      'ok       proxy: Reached directly.',
      `ok       portal: ${portal} answers: fund 095, environment sandbox.`,
      'skipped  certificate: This portal is on this computer and speaks http: no certificate.',
      'ok       clock: This computer’s clock and the portal’s agree.',
      'ok       session: anna.muster is signed in until 20 Nov 2026, 21:00; until then the session renews itself.',
      '',
    ].join('\n'),
  });
});

test('tells no secret, in no form', async () => {
  await office.signIn('anna.muster');
  const session = JSON.parse(office.desk.keychain.entries.get(`${portal} anna.muster`)!) as Record<string, string>;
  for (const options of ['', ' -o json', ' --debug', ' --lang de']) {
    const { stdout, stderr } = await office.run(`doctor${options}`);
    expect(stdout + stderr).not.toContain(session['accessToken']);
    expect(stdout + stderr).not.toContain(session['refreshToken']);
  }
});

test.each([
  [-8, 0, 'warning', 'This computer’s clock is 8 seconds ahead of the portal’s.'],
  [20, 0, 'warning', 'This computer’s clock is 20 seconds behind the portal’s.'],
  [-300, 11, 'problem', 'This computer’s clock is 300 seconds ahead of the portal’s.'],
  [31, 11, 'problem', 'This computer’s clock is 31 seconds behind the portal’s.'],
])('a portal’s clock that is %i seconds ahead ends with %i', async (skew, exitCode, state, detail) => {
  await office.signIn('anna.muster');
  office.sandbox.faults(`skew=${skew}:getPortal:*`);
  const hint = 'Have the computer set its clock by the network (NTP). One-time codes depend on it.';
  expect(await examined(['clock'])).toEqual({ exitCode, stderr: '', rows: [['clock', state, detail, hint]] });
});

test('three seconds between the clocks are nothing', async () => {
  await office.signIn('anna.muster');
  office.sandbox.faults('skew=3:getPortal:*');
  expect(await states(['clock'])).toEqual([0, 'clock ok']);
});

test('renews a session that can be renewed, and only warns of one that has ended', async () => {
  await office.signIn('anna.muster');
  office.sandbox.clock.advance(60 * 60_000);
  expect(await states(['session'])).toEqual([0, 'session ok']);
  office.sandbox.clock.advance(12 * 60 * 60_000);
  expect(await examined(['session'])).toEqual({
    exitCode: 0,
    stderr: '',
    rows: [['session', 'warning', 'The session has ended.', 'connect login']],
  });
  await office.run('logout');
  expect(await examined(['session'], '-p ak095')).toEqual({
    exitCode: 0,
    stderr: '',
    rows: [['session', 'warning', 'Nobody is signed in.', 'connect login -p ak095']],
  });
});

test('a token that was used twice is a problem', async () => {
  await office.signIn('anna.muster');
  const { refreshToken } = JSON.parse(office.desk.keychain.entries.get(`${portal} anna.muster`)!) as {
    refreshToken: string;
  };
  await anonymous(office.sandbox).post('/session/refresh', { refreshToken }, { key: true });
  office.sandbox.clock.advance(10 * 60_000);
  expect(await states(['session'])).toEqual([11, 'session problem']);
});

test('a portal that fails is a problem, and the session is told as it stands here', async () => {
  await office.signIn('anna.muster');
  office.sandbox.faults('status=502:getPortal:*');
  expect(await examined(['portal', 'clock', 'session'])).toMatchObject({
    exitCode: 11,
    rows: [
      ['portal', 'problem', `${portal} is not available at the moment.`, 'Try again later.'],
      ['clock', 'skipped', 'Not compared: the portal told no time.', null],
      [
        'session',
        'skipped',
        'anna.muster until 20 Nov 2026, 21:00, by what is stored here; the portal could not be asked.',
        null,
      ],
    ],
  });
});

test('a portal that nobody answers at is a problem; that no login is known, is none', async () => {
  const gone = 'http://127.0.0.1:9/ak095';
  expect(await examined(['portal', 'session'], '', { CONNECT_PORTAL: gone })).toMatchObject({
    exitCode: 11,
    rows: [
      [
        'portal',
        'problem',
        `Nobody answers at ${gone}: the connection was refused.`,
        expect.stringContaining('Is the address right'),
      ],
      ['session', 'skipped', 'No login is saved.', 'connect login'],
    ],
  });
});

test('a configuration that can’t be read is a problem, and all else is examined with the defaults', async () => {
  await mkdir(home('.config/connect'), { recursive: true, mode: 0o700 });
  await writeFile(home('.config/connect/config.toml'), 'store = "nowhere"\n', { mode: 0o600 });
  expect(await examined(['configuration', 'store'])).toEqual({
    exitCode: 11,
    stderr: '',
    rows: [
      [
        'configuration',
        'problem',
        `“nowhere” does not fit ${home('.config/connect/config.toml')}. Expected: keychain, file`,
        null,
      ],
      ['store', 'ok', 'The keychain of the operating system can be read.', null],
    ],
  });
  await writeFile(home('.config/connect/config.toml'), 'store = \n');
  expect(await states(['configuration'])).toEqual([11, 'configuration problem']);
});

test('so is a variable that makes no sense, a file in the directory, and a profile that nobody has saved', async () => {
  expect(await examined(['configuration'], '', { CONNECT_PORTAL: 'ak095' })).toMatchObject({
    exitCode: 11,
    rows: [['configuration', 'problem', '“ak095” is not the address of a fund’s portal.', expect.any(String)]],
  });
  await writeFile(home('.connect.toml'), 'portal = "https://evil.example/ak095"\n');
  expect(await states(['configuration'])).toEqual([11, 'configuration problem']);
  expect(await examined(['profiles'], '-p ak060')).toMatchObject({
    exitCode: 11,
    rows: [
      ['profiles', 'problem', 'There is no login saved as “ak060”. Saved: -', 'connect login -p NAME creates one.'],
    ],
  });
});

test('an option that makes no sense is a mistake of the command line, as everywhere', async () => {
  expect(await office.run('doctor -o yaml')).toMatchObject({ exitCode: 2, stdout: '' });
});

test('files that others can get at are a problem, and the advice mends it', async () => {
  await office.signIn('anna.muster');
  const [config, state] = [home('.config/connect'), home('.local/state/connect')];
  await chmod(home('.config/connect/config.toml'), 0o644);
  expect(await examined(['permissions'])).toEqual({
    exitCode: 11,
    stderr: '',
    rows: [
      [
        'permissions',
        'problem',
        `Other users of this computer can get at: ${config}/config.toml (644)`,
        `chmod -R go= '${config}' '${state}'`,
      ],
    ],
  });
  await chmod(home('.config/connect/config.toml'), 0o600);
  expect(await states(['permissions'])).toEqual([0, 'permissions ok']);
});

test('the encrypted file is opened if its passphrase is at hand, and nobody is ever asked for it', async () => {
  const file = home('.local/state/connect/credentials.enc');
  Object.assign(office.desk.env, { CONNECT_CREDENTIAL_STORE: 'file' });
  expect(await examined(['store'])).toMatchObject({
    exitCode: 0,
    rows: [['store', 'ok', `The encrypted file ${file} is made by the first login.`, null]],
  });
  office.desk.env['CONNECT_STORE_PASSPHRASE'] = 'four words that rhyme';
  await office.signIn('anna.muster');
  expect(await states(['store', 'session'])).toEqual([0, 'store ok', 'session ok']);
  expect(await examined(['store'], '', { CONNECT_STORE_PASSPHRASE: 'other words' })).toMatchObject({
    exitCode: 11,
    rows: [['store', 'problem', 'The passphrase of the encrypted credential file is wrong.', expect.any(String)]],
  });
  delete office.desk.env['CONNECT_STORE_PASSPHRASE'];
  const { exitCode, stdout } = await office.run('doctor', { terminal: true });
  expect({ exitCode, said: stdout.includes('was not tried: its passphrase is not in the environment') }).toEqual({
    exitCode: 0,
    said: true,
  });
  await writeFile(file, (await readFile(file, 'utf8')).replace('"version": 1', '"version": 7'));
  expect(await examined(['store'], '', { CONNECT_STORE_PASSPHRASE: 'x' })).toMatchObject({
    exitCode: 11,
    rows: [['store', 'problem', 'The encrypted credential file is damaged.', expect.any(String)]],
  });
});
