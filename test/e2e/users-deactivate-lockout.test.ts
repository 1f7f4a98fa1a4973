import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Desk } from '../support/desk.js';
import { codeFromSms } from '../support/logins.js';
import { openOffice, password } from '../support/office.js';
import type { Office } from '../support/office.js';
import { announced, withoutNumber } from '../support/printed.js';
import { startRelay } from '../support/relay.js';
import type { Relay } from '../support/relay.js';

let office: Office;
beforeEach(async () => (office = await openOffice()));
afterEach(() => office.close());

const shown = '--fields userName,deactivated';
const gone = (userName: string) => `userName\t${userName}\ndeactivated\ttrue\n`;
const attempts = () => office.sandbox.audit().filter(({ operation }) => operation === 'deactivateUser');
const lockout = (name: string, userName: string, client: string, before = '') => ({
  exitCode: 5,
  stdout: '',
  stderr:
    `${before}Error: Without ${name} (${userName}), ${client} has no working administrator. Nobody could then ` +
    'manage the users or let anybody in, and a new access code comes by post only.\n' +
    'Hint: Create a successor (connect users new --administrator) and wait for the first login. If the client is to be ' +
    `locked out: --accept-lockout "${client}"\n`,
});
const own = (client: string) =>
  `This is your own login for ${client}. Its sessions end at once, this one included, and only an administrator can ` +
  'reactivate it.\n';
const fragile = (who: string, client: string) =>
  `Afterwards only ${who} can administrate ${client}. The funds advise to have two people who can.\n`;
describe('the last working administrator', () => {
  test.each(['--yes', '--yes --dry-run', ''])('stays, and it is said how to go on: %s', async (options) => {
    await office.signIn('marc.dubois');
    expect(await office.run(`users deactivate marc.dubois ${options}`)).toEqual(
      lockout('Marc Dubois', 'marc.dubois', 'Boulangerie du Lac Sàrl'),
    );
    expect(attempts()).toEqual([]);
  });

  test('needs a successor who has logged in; to be invited is not enough', async () => {
    await office.signIn('anna.muster', { profile: 'anna' });
    const invited = 'users new --email lea@muster.example --first-name Lea --last-name Neu --language de';
    const line = `${invited} --mobile +41791234512 --administrator --password-stdin -q`;
    expect(await office.run(line, { stdin: `${password}\n` })).toMatchObject({ exitCode: 0 });
    expect(await office.run(`users deactivate beat.keller --yes ${shown}`)).toEqual({
      exitCode: 0,
      stdout: gone('beat.keller'),
      stderr:
        fragile('Anna Muster', 'Muster Beispiel AG') +
        'Invited, and not counted before the first login: Lea Neu\n' +
        announced(office, 'Deactivate Beat Keller (beat.keller).'),
    });
    expect(await office.run('users deactivate anna.muster --yes')).toEqual(
      lockout(
        'Anna Muster',
        'anna.muster',
        'Muster Beispiel AG',
        'Invited, and not counted before the first login: Lea Neu\n',
      ),
    );
    // Once the invited one has come, and has what this fund asks of those who manage users, anna.muster may go.
    const login = ['login', office.sandbox.portal(), '-u', 'lea@muster.example', '-p', 'lea', '-q', '--password-stdin'];
    const stdin = `${office.sandbox.outbox({ kind: 'email' }).at(-1)?.code ?? ''}\nein-neues-passwort\n`;
    const circumstances = { stdin, terminal: { stdin: true }, answers: [codeFromSms(office)] };
    expect(await office.run([...login, '--activation-code-stdin'], circumstances)).toMatchObject({ exitCode: 0 });
    expect(await office.run('users deactivate anna.muster --yes')).toEqual(
      lockout(
        'Anna Muster',
        'anna.muster',
        'Muster Beispiel AG',
        'Not counted, because this fund asks for a stronger second factor to manage users: Lea Neu. Each of them can ' +
          'set up an authenticator app: connect otp enrol\n',
      ),
    );
    const env = { CONNECT_PASSWORD: 'ein-neues-passwort' };
    expect(await office.run('otp enrol --store-seed --yes -q -p lea', { env })).toMatchObject({ exitCode: 0 });
    expect(await office.run(`users deactivate anna.muster --yes ${shown}`)).toEqual({
      exitCode: 0,
      stdout: gone('anna.muster'),
      stderr:
        own('Muster Beispiel AG') +
        fragile('Lea Neu', 'Muster Beispiel AG') +
        announced(office, 'Deactivate Anna Muster (anna.muster).'),
    });
  });

  test('somebody who is locked does not count as one who can', async () => {
    await office.signIn('anna.muster', { profile: 'anna' });
    const wrong = ['login', office.sandbox.portal(), '-u', 'beat.keller', '--password-stdin', '--otp-stdin', '-p', 'x'];
    for (let attempt = 0; attempt < 5; attempt += 1) await office.run(wrong, { stdin: 'wrong\n000000\n' });
    const locked = 'Locked, and not counted until the lock ends: Beat Keller\n';
    expect(await office.run('users deactivate anna.muster --yes')).toEqual(
      lockout('Anna Muster', 'anna.muster', 'Muster Beispiel AG', locked),
    );
    office.sandbox.clock.advance(15 * 60_000);
    await office.signIn('anna.muster', { profile: 'anna' });
    expect(await office.run(`users deactivate anna.muster --yes ${shown}`)).toMatchObject({ exitCode: 0 });
  });
});

describe('one’s own login on the last day', () => {
  test('goes where somebody else remains, and it is said who', async () => {
    await office.signIn('beat.keller');
    expect(await office.run(`users deactivate beat.keller --yes ${shown}`)).toEqual({
      exitCode: 0,
      stdout: gone('beat.keller'),
      stderr:
        own('Muster Beispiel AG') +
        fragile('Anna Muster', 'Muster Beispiel AG') +
        announced(office, 'Deactivate Beat Keller (beat.keller).'),
    });
  });

  test('goes where two remain, who are named', async () => {
    await office.signIn('anna.muster', { profile: 'anna' });
    const stdin = `${password}\n`;
    const line = 'users edit luca.bianchi --administrator --password-stdin -q -p anna';
    expect(await office.run(line, { stdin })).toMatchObject({ exitCode: 0, stderr: '' });
    await office.signIn('beat.keller', { profile: 'beat' });
    const { stderr } = await office.run('users deactivate Beat.Keller@muster-beispiel.example --yes --dry-run -p beat');
    expect(stderr).toBe(
      own('Muster Beispiel AG') +
        'Afterwards these can administrate Muster Beispiel AG: Anna Muster, Luca Bianchi\n' +
        announced(office, 'Deactivate Beat Keller (beat.keller).'),
    );
  });
});

describe('--accept-lockout', () => {
  test.each(['boulangerie du lac sàrl', 'Boulangerie', '10002.00', ''])(
    'takes nothing but the client’s full name: “%s” is another',
    async (name) => {
      await office.signIn('marc.dubois');
      expect(await office.run(['users', 'deactivate', 'marc.dubois', '--yes', '--accept-lockout', name])).toEqual({
        exitCode: 5,
        stdout: '',
        stderr:
          `Error: --accept-lockout names “${name}”, but this is about “Boulangerie du Lac Sàrl”. Nothing was changed.\n` +
          'Hint: Write the client’s full name.\n',
      });
      expect(attempts()).toEqual([]);
    },
  );

  test('with the very name deactivates even the last one, and says what was accepted', async () => {
    await office.signIn('marc.dubois');
    const line = `users deactivate marc.dubois --yes --accept-lockout "Boulangerie du Lac Sàrl" ${shown}`;
    expect(await office.run(line)).toEqual({
      exitCode: 0,
      stdout: gone('marc.dubois'),
      stderr:
        own('Boulangerie du Lac Sàrl') +
        'Afterwards nobody can administrate Boulangerie du Lac Sàrl any more. You accepted that.\n' +
        announced(office, 'Deactivate Marc Dubois (marc.dubois).', 'Boulangerie du Lac Sàrl (10002.00), fund 095'),
    });
  });

  test('replaces no confirmation: without --yes the name is still asked for', async () => {
    await office.signIn('marc.dubois');
    const line = 'users deactivate marc.dubois --accept-lockout "Boulangerie du Lac Sàrl"';
    expect(await office.run(line)).toMatchObject({ exitCode: 2, stdout: '' });
    expect(attempts()).toEqual([]);
  });
});

test('nobody is said to leave who is gone already', async () => {
  await office.signIn('sara.treuhand');
  expect(await office.run(`users deactivate ursula.sonderegger -c 20002.00 ${shown}`)).toEqual({
    exitCode: 0,
    stdout: gone('ursula.sonderegger'),
    stderr: announced(
      office,
      'Ursula Sonderegger (ursula.sonderegger) is deactivated already.',
      'Gasthof Sonnenberg AG (20002.00), fund 095',
    ),
  });
});

describe('at the same moment', () => {
  let relay: Relay;
  let anna: Desk;
  let beat: Desk;
  beforeEach(async () => {
    relay = await startRelay(office.sandbox.origin);
    anna = await deskOf('anna.muster');
    beat = await deskOf('beat.keller');
  });
  afterEach(() => Promise.all([anna.close(), beat.close()]));

  async function deskOf(userName: string): Promise<Desk> {
    const desk = await Desk.open(office.sandbox.clock);
    const login = ['login', `${relay.origin}/ak095`, '-u', userName, '--password-stdin', '--otp-stdin', '-q'];
    const stdin = `${password}\n${office.sandbox.totp(userName)}\n`;
    expect(await desk.run(login, { stdin })).toMatchObject({ exitCode: 0, stderr: '' });
    return desk;
  }
  const working = async (desk: Desk) =>
    (await desk.run('users list --administrators --status active --fields userName')).stdout;

  test('somebody leaves between reading and writing: the change is not made, and nobody is locked out', async () => {
    relay.on({
      request: async (name) => {
        if (!name.endsWith('/deactivation')) return;
        relay.on({});
        expect(await anna.run('users deactivate anna.muster --yes -q')).toMatchObject({ exitCode: 0 });
      },
    });
    expect(withoutNumber(await beat.run('users deactivate beat.keller --yes -q'))).toEqual({
      exitCode: 5,
      stdout: '',
      stderr:
        'Error: Somebody changed this at the same time, so your change was not made.\n' +
        'Hint: Run the command again: it looks at the new state.\n' +
        'Request: NUMBER\n',
    });
    expect(await working(beat)).toBe('beat.keller\n');
    // The second time it is seen that he is the last one.
    expect(await beat.run('users deactivate beat.keller --yes')).toEqual(
      lockout('Beat Keller', 'beat.keller', 'Muster Beispiel AG'),
    );
  });

  test.each([
    ['each other', 'beat.keller', 'anna.muster'],
    ['themselves', 'anna.muster', 'beat.keller'],
  ])('two administrators deactivate %s: one stays', async (_whom, annas, beats) => {
    const waiting: (() => void)[] = [];
    relay.on({
      request: async (name) => {
        if (!name.endsWith('/deactivation')) return;
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
          if (waiting.length === 2) for (const go of waiting) go();
        });
      },
    });
    const ends = await Promise.all([
      anna.run(`users deactivate ${annas} --yes -q`),
      beat.run(`users deactivate ${beats} --yes -q`),
    ]);
    relay.on({});
    // Whoever comes second has either no session any more, or sees a set of administrators that is not the one he read.
    expect(ends.map(({ exitCode }) => exitCode).sort()).toEqual([0, expect.toBeOneOf([4, 5])]);
    expect([await working(anna), await working(beat)].sort().slice(0, 1)).toEqual(['']);
    expect([await working(anna), await working(beat)].sort().slice(1)).toEqual([
      expect.toBeOneOf(['anna.muster\n', 'beat.keller\n']),
    ]);
  });
});
