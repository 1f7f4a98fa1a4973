import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FakeClock, invented } from '../support/clock.js';
import { Desk } from '../support/desk.js';
import { codeFromSms } from '../support/logins.js';
import { openOffice, password } from '../support/office.js';
import type { Office } from '../support/office.js';
import { announced, withoutNumber } from '../support/printed.js';
import { startRelay } from '../support/relay.js';

let office: Office;
beforeEach(async () => (office = await openOffice()));
afterEach(() => office.close());

const env = { CONNECT_PASSWORD: password };
const muster = 'Muster Beispiel AG';
const refused = (name: string, userName: string, client: string, before = '') => ({
  exitCode: 5,
  stdout: '',
  stderr:
    `${before}Error: Without ${name} (${userName}), ${client} has no working administrator. Nobody could then ` +
    'manage the users or let anybody in, and a new access code comes by post only.\n' +
    'Hint: Create a successor (connect users new --administrator) and wait for the first login. If the client is to be ' +
    `locked out: --accept-lockout "${client}"\n`,
});
const own = (client: string) =>
  `Without the app you can’t manage the users of ${client} any more: this fund asks for a stronger second factor than SMS ` +
  'for that.\n';
const fragile = (who: string, client: string) =>
  `Afterwards only ${who} can administrate ${client}. The funds advise to have two people who can.\n`;
const removals = () => office.sandbox.audit().filter(({ operation }) => operation === 'removeOtp');

describe('an administrator with SMS only', () => {
  test('does not count where the fund asks for more, and stands in the refusal', async () => {
    await office.signIn('beat.keller', { profile: 'beat' });
    await office.signIn('anna.muster', { profile: 'anna' });
    expect(await office.run('otp remove --yes -p beat -q', { env })).toMatchObject({ exitCode: 0, stderr: '' });
    const tooWeak =
      'Not counted, because this fund asks for a stronger second factor to manage users: Beat Keller. Each of them can ' +
      'set up an authenticator app: connect otp enrol\n';
    for (const line of [
      'users deactivate anna.muster --yes',
      'users edit anna.muster --no-administrator --theme messages',
    ])
      expect(await office.run(`${line} -p anna`, { env })).toEqual(
        refused('Anna Muster', 'anna.muster', muster, tooWeak),
      );
    const shown = '--fields accessVerdict,otherAdministrators,accessHindrance,accessWarnings';
    expect(await office.run(`users show beat.keller -p anna ${shown}`)).toMatchObject({
      stdout:
        'accessVerdict\tfragile\notherAdministrators\tanna.muster\naccessHindrance\tfactor-too-weak\naccessWarnings\t\n',
    });
    const inGerman = await office.run(`users show beat.keller -p anna ${shown} --lang de`, { terminal: true });
    expect(inGerman.stdout).toContain('zweiter Faktor zu schwach für die Benutzerverwaltung dieser Kasse');
  });

  test('counts where SMS is enough, and it is said that there is nothing else', async () => {
    await office.signIn('paolo.bernasconi', { fund: '060', profile: 'paolo' });
    const officina = 'Officina Ceresio SA';
    expect(await office.run('otp remove --yes -p paolo -q', { env })).toMatchObject({ exitCode: 0, stderr: '' });
    await office.signIn('sara.treuhand', { fund: '060', profile: 'sara' });
    expect(await office.run('users deactivate sara.treuhand -c 30001.00 --yes --dry-run -p sara')).toMatchObject({
      exitCode: 0,
      stderr:
        `This is your own login for ${officina}. Its sessions end at once, this one included, and only an administrator ` +
        `can reactivate it.\n${fragile('Paolo Bernasconi', officina)}` +
        'Counted, though with SMS only: Paolo Bernasconi. An authenticator app is safer (connect otp enrol).\n' +
        announced(office, 'Deactivate Sara Treuhand (sara.treuhand).', `${officina} (30001.00), fund 060`),
    });
    expect(await office.run('users show paolo.bernasconi -c 30001.00 -p sara --fields accessWarnings')).toMatchObject({
      stdout: 'accessWarnings\tsms-only\n',
    });
  });
});

test('where only the fiduciary is left it is allowed, and said what that means', async () => {
  await office.signIn('reto.frei');
  const client = 'Schreinerei Birkenau GmbH';
  expect(await office.run('users deactivate reto.frei --yes --dry-run')).toMatchObject({
    exitCode: 0,
    stderr:
      `This is your own login for ${client}. Its sessions end at once, this one included, and only an administrator can ` +
      `reactivate it.\n${fragile('Sara Treuhand', client)}` +
      `Only the fiduciary can administrate ${client} then: Sara Treuhand. When the mandate ends, nobody can.\n` +
      announced(office, 'Deactivate Reto Frei (reto.frei).', `${client} (20001.00), fund 095`),
  });
});

describe('otp remove', () => {
  test('is refused to the last who can, and changes nothing', async () => {
    await office.signIn('marc.dubois');
    expect(await office.run('otp remove --yes', { env })).toEqual(
      refused('Marc Dubois', 'marc.dubois', 'Boulangerie du Lac Sàrl', own('Boulangerie du Lac Sàrl')),
    );
    expect(removals()).toEqual([]);
  });

  test('looks at every client of the login, and names the one that would be locked out', async () => {
    await office.signIn('sara.treuhand');
    const [birkenau, sonnenberg] = ['Schreinerei Birkenau GmbH', 'Gasthof Sonnenberg AG'];
    expect(await office.run('otp remove --yes', { env })).toEqual(
      refused('Sara Treuhand', 'sara.treuhand', sonnenberg, own(sonnenberg)),
    );
    expect(await office.run(['otp', 'remove', '--yes', '--accept-lockout', 'Sonnenberg'], { env })).toMatchObject({
      exitCode: 5,
      stderr: expect.stringContaining(`--accept-lockout names “Sonnenberg”, but this is about`) as string,
    });
    expect(removals()).toEqual([]);
    expect(await office.run(['otp', 'remove', '--yes', '--accept-lockout', sonnenberg], { env })).toMatchObject({
      exitCode: 0,
      stderr:
        own(birkenau) +
        fragile('Reto Frei', birkenau) +
        own(sonnenberg) +
        `Afterwards nobody can administrate ${sonnenberg} any more. You accepted that.\n` +
        'Remove the authenticator app of sara.treuhand.\n',
    });
  });

  test('of two at the same moment is done for one', async () => {
    const relay = await startRelay(office.sandbox.origin);
    await office.signIn('anna.muster', { profile: 'anna' });
    await office.signIn('beat.keller', { profile: 'beat', portal: `${relay.origin}/ak095` });
    relay.on({
      request: async (name) => {
        if (!name.endsWith('/removal')) return;
        relay.on({});
        expect(await office.run('otp remove --yes -p anna -q', { env })).toMatchObject({ exitCode: 0 });
      },
    });
    expect(withoutNumber(await office.run('otp remove --yes -p beat -q', { env }))).toEqual({
      exitCode: 5,
      stdout: '',
      stderr:
        'Error: Somebody changed this at the same time, so your change was not made.\n' +
        'Hint: Run the command again: it looks at the new state.\n' +
        'Request: NUMBER\n',
    });
    expect(await office.run('otp remove --yes -p beat', { env })).toMatchObject({
      exitCode: 5,
      stderr: expect.stringContaining('Without Beat Keller (beat.keller), Muster Beispiel AG has no working') as string,
    });
  });
});

test.each([
  '--mobile +41791231231',
  '--first-name Sarah',
  '--locked-until none',
  '--locked-until 2026-12-01T00:00:00Z',
])('a login of several clients is not changed from one of them, and it is said whose it is: %s', async (change) => {
  await office.signIn('reto.frei');
  // Lifting a lock that is not there is nothing to do.
  if (change.endsWith('none')) {
    for (let attempt = 0; attempt < 5; attempt += 1)
      await office.run(`login ${office.sandbox.portal()} -u sara.treuhand -p x --password-stdin`, { stdin: 'wrong\n' });
  }
  const { exitCode, stdout, stderr } = withoutNumber(
    await office.run(`users edit sara.treuhand ${change} -q`, { env }),
  );
  expect({ exitCode, stdout, stderr }).toEqual({
    exitCode: 5,
    stdout: '',
    stderr:
      'Error: This login also acts for other clients, so its names, addresses, language and lock can’t be changed from ' +
      'here: whoever sets the mobile number gets the codes, and with them everything the login may do elsewhere.\n' +
      'Hint: Its owner changes e-mail, mobile number and language in the profile; for the rest ask the fund. A lock after ' +
      'wrong answers ends by itself. To take away access to this client: connect users deactivate, or users edit with ' +
      '--no-administrator and --theme alone.\nRequest: NUMBER\n',
  });
});

test('what a login of several clients loses at one of them it keeps at the others', async () => {
  await office.signIn('reto.frei', { profile: 'reto' });
  const line = 'users edit sara.treuhand --no-administrator --theme messages -q -p reto --fields administrator';
  expect(await office.run(line, { env })).toMatchObject({ exitCode: 0, stdout: 'administrator\tfalse\n' });
  expect(await office.run('users deactivate sara.treuhand --yes -q -p reto')).toMatchObject({ exitCode: 0 });
  await office.signIn('sara.treuhand', { profile: 'sara' });
  expect(
    await office.run('users show sara.treuhand -c 20002.00 -p sara --fields administrator,accessVerdict'),
  ).toMatchObject({ stdout: 'administrator\ttrue\naccessVerdict\tfragile\n' });
});

test.each([
  [3600, 'ahead of'],
  [-3600, 'behind'],
])('a lock ends when the portal’s clock says so, though this computer’s is %i seconds %s it', async (seconds) => {
  await office.signIn('anna.muster', { profile: 'anna' });
  const clock = new FakeClock(new Date(Date.parse(invented) + seconds * 1000));
  const desk = await Desk.open(clock);
  try {
    const login = ['login', office.sandbox.portal(), '-u', 'beat.keller', '-q', '--password-stdin', '--method', 'sms'];
    const person = { stdin: `${password}\n`, terminal: { stdin: true }, answers: [codeFromSms(office)] };
    expect(await desk.run(login, person)).toMatchObject({ exitCode: 0 });
    const until = new Date(Date.parse(invented) + 1800_000).toISOString();
    // An app locks nobody in; the lock begins now, and ends in half an hour.
    const lock = `users edit luca.bianchi --administrator --locked-until ${until} -q -p anna`;
    expect(await office.run(lock, { env })).toMatchObject({ exitCode: 0 });
    const shown = '--fields otherAdministrators';
    const others = async () => (await desk.run(`users show beat.keller ${shown}`)).stdout;
    expect(await others()).toBe('otherAdministrators\tanna.muster\n');
    office.sandbox.clock.advance(1801_000);
    clock.advance(1801_000);
    expect(await others()).toBe('otherAdministrators\tanna.muster,luca.bianchi\n');
  } finally {
    await desk.close();
  }
});
