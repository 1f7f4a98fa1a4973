import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { outcomeUnknown, withoutRequest } from '../support/changes.js';
import { answered } from '../support/logins.js';
import { openOffice, password } from '../support/office.js';
import type { Office } from '../support/office.js';
import { announced, printed, withoutNumber } from '../support/printed.js';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await office.signIn('anna.muster', { profile: 'anna' });
});
afterEach(() => office.close());

interface Shown {
  readonly id: string;
  readonly mobileNumber: string;
  readonly permissions: readonly string[];
}

const stdin = `${password}\n`;
const edit = (line: string, more = '') => office.run(`users edit ${line} --password-stdin ${more}`, { stdin });
const changes = () => answered(office.sandbox).filter((one) => one.startsWith('PATCH'));
const change = (what: string, user = 'Luca Bianchi (luca.bianchi)') => announced(office, `Change ${user}: ${what}`);
const show = (name: string) => printed<Shown>(office, `users show ${name}`);

describe('who somebody is', () => {
  test('every field at once, without a password, and each difference is said', async () => {
    const { mobileNumber } = await show('luca.bianchi');
    const line =
      'users edit luca.bianchi --first-name Luc --last-name Blanc --email luc@muster.example --user-name luc.blanc ' +
      '--language fr --mobile "+41 79 123 45 99"';
    const fields = '--fields userName,firstName,lastName,email,language,mobileNumber';
    expect(await office.run(`${line} ${fields}`)).toEqual({
      exitCode: 0,
      stdout:
        'userName\tluc.blanc\nfirstName\tLuc\nlastName\tBlanc\nemail\tluc@muster.example\nlanguage\tfr\n' +
        'mobileNumber\t+41791234599\n',
      stderr: change(
        'first name: Luca → Luc; last name: Bianchi → Blanc; ' +
          'e-mail: luca.bianchi@muster-beispiel.example → luc@muster.example; user name: luca.bianchi → luc.blanc; ' +
          `language: it → fr; mobile number: ${mobileNumber} → +41791234599`,
      ),
    });
    expect(await show('luc.blanc')).toMatchObject({ permissions: ['salary-declaration'] });
  });

  test('what is like that already is not sent; with nothing left to change nothing is', async () => {
    expect(
      await office.run(
        'users edit luca.bianchi --first-name Luca --language it --theme salary-declaration --fields userName',
      ),
    ).toEqual({
      exitCode: 0,
      stdout: 'userName\tluca.bianchi\n',
      stderr: announced(office, 'Nothing to change: Luca Bianchi (luca.bianchi) is like that already.'),
    });
    expect(changes()).toEqual([]);
  });

  test('a dry run tells the difference and sends nothing', async () => {
    const { id } = await show('luca.bianchi');
    const before = office.sandbox.dump();
    const ended = await office.run(
      'users edit luca.bianchi --first-name Luca --last-name Rossi --grant messages --dry-run -o json',
    );
    const what = 'last name: Bianchi → Rossi; permissions: salary declaration → salary declaration, messages';
    expect(ended).toMatchObject({ exitCode: 0, stderr: change(what) });
    expect(JSON.parse(ended.stdout)).toEqual({
      dryRun: true,
      wouldDo: `Change Luca Bianchi (luca.bianchi): ${what}`,
      request: {
        method: 'PATCH',
        path: `/clients/10001.00/users/${id}`,
        body: { lastName: 'Rossi', permissions: ['salary-declaration', 'messages'] },
      },
    });
    expect(office.sandbox.dump()).toEqual(before);
  });

  test('an address that has a login already is refused', async () => {
    const ended = await office.run('users edit luca.bianchi --email beat.keller@muster-beispiel.example -q');
    expect(withoutNumber(ended)).toEqual({
      exitCode: 5,
      stdout: '',
      stderr:
        'Error: There is a login with this e-mail address at this fund already.\n' +
        'Hint: connect users list --search ADDRESS shows whose it is.\nRequest: NUMBER\n',
    });
  });
});

describe('what somebody may', () => {
  const permissions = (line: string) => edit(`${line} --fields permissions -q`);
  const may = (themes: string) => ({ exitCode: 0, stdout: `permissions\t${themes}\n`, stderr: '' });

  test('themes are granted, revoked, or named one and all', async () => {
    expect(await permissions('luca.bianchi --grant messages,employees --grant messages')).toEqual(
      may('employees,salary-declaration,messages'),
    );
    expect(await permissions('luca.bianchi --revoke salary-declaration,messages')).toEqual(may('employees'));
    expect(await permissions('luca.bianchi --theme messages')).toEqual(may('messages'));
    expect(await permissions('luca.bianchi --revoke messages')).toEqual(may(''));
  });

  test('an administrator may everything; without the right it has to be said what remains', async () => {
    expect(await edit('luca.bianchi --administrator', '--fields administrator -q')).toEqual({
      exitCode: 0,
      stdout: 'administrator\ttrue\n',
      stderr: '',
    });
    expect(await edit('luca.bianchi --revoke messages')).toEqual({
      exitCode: 2,
      stdout: '',
      stderr:
        'Error: Luca Bianchi is an administrator, and an administrator may use every theme.\n' +
        'Hint: With --no-administrator the right is taken away, and the themes named here remain.\n',
    });
    expect(await edit('luca.bianchi --no-administrator')).toEqual({
      exitCode: 2,
      stdout: '',
      stderr:
        'Error: There is nobody to ask: stdin is not a terminal, or --no-input was given.\n' +
        'Hint: Give the answer beforehand: --theme\n',
    });
    expect(await permissions('luca.bianchi --no-administrator --theme messages')).toEqual(may('messages'));
  });

  test.each(['--administrator --theme messages', '--theme messages --grant employees'])(
    '%s is refused',
    async (options) => {
      expect(await edit(`luca.bianchi ${options}`)).toMatchObject({ exitCode: 2, stdout: '' });
      expect(changes()).toEqual([]);
    },
  );

  test('needs one’s own password, and the right one', async () => {
    expect(await office.run('users edit luca.bianchi --grant messages -q')).toMatchObject({ exitCode: 2, stdout: '' });
    const ended = await office.run('users edit luca.bianchi --grant messages --password-stdin -q', {
      stdin: 'wrong\n',
    });
    expect(withoutNumber(ended)).toEqual({
      exitCode: 5,
      stdout: '',
      stderr:
        'Error: Your own password was wrong, so nothing was changed.\n4 attempts are left.\n' +
        'Hint: Try again. After five wrong answers you are locked for a while.\nRequest: NUMBER\n',
    });
  });
});

describe('a lock', () => {
  test('is lifted, and put', async () => {
    expect(await edit('dario.rossi --locked-until none', '--fields status,lockedUntil')).toEqual({
      exitCode: 0,
      stdout: 'status\tactive\nlockedUntil\t\n',
      stderr: change('locked until: 1 Jan 2099, 00:00 → –', 'Dario Rossi (dario.rossi)'),
    });
    await office.signIn('dario.rossi', { profile: 'dario' });
    expect(
      await edit('dario.rossi --locked-until 2026-12-31T18:00:00+01:00', '--fields status,lockedUntil -p anna'),
    ).toEqual({
      exitCode: 0,
      stdout: 'status\tlocked\nlockedUntil\t2026-12-31T18:00:00+01:00\n',
      stderr: change('locked until: – → 31 Dec 2026, 18:00', 'Dario Rossi (dario.rossi)'),
    });
  });

  test.each([
    ['tomorrow', 'tomorrow', '2026-12-31T18:00:00+01:00, none'],
    ['2026-12-31', '2026-12-31', '2026-12-31T18:00:00+01:00, none'],
    ['2026-11-20T08:00:00Z', '20 Nov 2026, 09:00', 'a time to come, or none'],
    ['2026-13-01T08:00:00Z', '2026-13-01T08:00:00Z', 'a time to come, or none'],
  ])('until %s is refused, and nothing is sent', async (time, told, expected) => {
    expect(await edit(`dario.rossi --locked-until ${time}`)).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `Error: “${told}” does not fit the option --locked-until. Expected: ${expected}\n`,
    });
    expect(changes()).toEqual([]);
  });
});

describe('the last working administrator', () => {
  const lockout = {
    exitCode: 5,
    stdout: '',
    stderr:
      'Error: Without Anna Muster (anna.muster), Muster Beispiel AG has no working administrator. Nobody could then ' +
      'manage the users or let anybody in, and a new access code comes by post only.\n' +
      'Hint: Create a successor (connect users new --administrator) and wait for the first login. If the client is to be ' +
      'locked out: --accept-lockout "Muster Beispiel AG"\n',
  };
  const fragile =
    'Afterwards only Anna Muster can administrate Muster Beispiel AG. The funds advise to have two people who can.\n';
  const beat = 'beat.keller --no-administrator --theme messages';

  test('one of two may lose the right, which is said; the other may not, nor be locked', async () => {
    expect(await edit(beat, '--fields userName,administrator')).toMatchObject({
      exitCode: 0,
      stdout: 'userName\tbeat.keller\nadministrator\tfalse\n',
      stderr: expect.stringMatching(new RegExp(`^${fragile}Change Beat Keller`)) as string,
    });
    expect(await edit('anna.muster --no-administrator --theme messages')).toEqual(lockout);
    expect(await edit('anna.muster --locked-until 2026-12-31T18:00:00+01:00')).toEqual(lockout);
    expect(changes()).toHaveLength(1);
    // What takes no right away is no matter of access.
    expect(await office.run('users edit anna.muster --last-name Neu -q')).toMatchObject({ exitCode: 0, stderr: '' });
  });

  test('loses it with --accept-lockout and the very name, and hears that it was his own', async () => {
    await edit(beat, '-q');
    const line = 'anna.muster --no-administrator --theme messages --accept-lockout';
    expect(await edit(`${line} Muster`)).toMatchObject({ exitCode: 5, stdout: '' });
    const ended = await edit(`${line} "Muster Beispiel AG"`, '--fields administrator');
    expect(ended).toMatchObject({ exitCode: 0, stdout: 'administrator\tfalse\n' });
    expect(ended.stderr).toContain(
      'Afterwards nobody can administrate Muster Beispiel AG any more. You accepted that.\n' +
        'This is your own login: afterwards you can’t manage the users of Muster Beispiel AG any more.\n',
    );
  });
});

describe('an answer that is lost', () => {
  const line = 'users edit luca.bianchi --last-name Rossi --fields lastName -q';
  const done = { exitCode: 0, stdout: 'lastName\tRossi\n', stderr: '' };

  test('is found out by looking, and asked for only once', async () => {
    office.sandbox.faults('drop-after-commit=updateUser:*');
    expect(await office.run(line)).toEqual(done);
    expect(changes()).toHaveLength(1);
  });

  test('is unknown where nothing has changed, and the next time works', async () => {
    office.sandbox.faults('drop-before-commit=updateUser:1');
    expect(withoutRequest(await office.run(line))).toEqual(outcomeUnknown(office.sandbox.portal()));
    expect(await office.run(line)).toEqual(done);
  });
});
