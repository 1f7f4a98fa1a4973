import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { exec, waitingExec } from '../support/exec.js';
import { emptyFolder } from '../support/folder.js';

const clean = { files: [], processes: [] };
const seededPassword = 'uebung-macht-meister';

test('prints what the command prints, and nothing else: one JSON array', async () => {
  const ended = await exec(['--', process.execPath, 'bin/connect.js', 'users', 'list', '-o', 'json']);
  expect(ended).toMatchObject({ exitCode: 0, stderr: '', ...clean });
  expect(ended.stdout.split('\n')).toHaveLength(2);
  const users = JSON.parse(ended.stdout) as readonly { userName: string }[];
  expect(users.map(({ userName }) => userName)).toEqual([
    ...['anna.muster', 'beat.keller', 'claire.favre', 'dario.rossi', 'eva.meier', 'luca.bianchi', 'noemi.sms'],
  ]);
});

test('puts connect on the PATH, hands stdin through, passes the exit code on, and leaves nothing behind', async () => {
  const script = 'read word; echo "$word" >&2; connect users list | wc -l; exit 7';
  const ended = await exec(['--', 'sh', '-c', script], { input: 'from outside\n' });
  expect({ ...ended, stdout: ended.stdout.trim() }).toEqual({
    exitCode: 7,
    stdout: '7',
    stderr: 'from outside\n',
    ...clean,
  });
});

describe('a command that does not end well', () => {
  test('killed by a signal: says so as a shell does, and leaves nothing behind', async () => {
    expect(await exec(['--', 'sh', '-c', 'kill -KILL $$'])).toEqual({
      exitCode: 137,
      stdout: '',
      stderr: '',
      ...clean,
    });
  });

  test('that is not there is named', async () => {
    expect(await exec(['--', 'no-such-command'])).toEqual({
      exitCode: 3,
      stdout: '',
      stderr: 'Error: There is no file no-such-command.\n',
      ...clean,
    });
  });
});

describe('who is signed in', () => {
  test('another one with --as, at another fund', async () => {
    const line = ['--as', 'sara.treuhand@060', '--', 'connect', 'clients', 'list', '--fields', 'number,name'];
    expect(await exec(line)).toEqual({
      exitCode: 0,
      stdout: '30001.00\tOfficina Ceresio SA\n30002.00\tOrologeria Verbano Sagl\n',
      stderr: '',
      ...clean,
    });
  });

  test('nobody that is unknown; the known ones are named', async () => {
    const ended = await exec(['--as', 'nobody', '--', 'true']);
    expect(ended).toMatchObject({ exitCode: 3, stdout: '', ...clean });
    expect(ended.stderr).toContain('“nobody”');
    expect(ended.stderr).toContain('anna.muster@095');
    expect(ended.stderr).toContain('sara.treuhand@060');
  });
});

test('the sandbox is as it was asked for: its clock, its faults, its size', async () => {
  const asked = ['--clock', '2027-01-30T23:50+01:00', '--scale', 'users=450', '--fault', 'status=503:listClients:1'];
  const script =
    'connect sandbox status -o json --query now; connect users list --fields userName | sort -u | wc -l; ' +
    'connect clients list --debug 2>&1 | grep -c "→ 503"';
  const ended = await exec([...asked, '--', 'sh', '-c', script]);
  expect(ended).toMatchObject({ exitCode: 1, stderr: '', ...clean });
  const [now, users] = ended.stdout.split('\n');
  expect(now).toMatch(/^"2027-01-30T23:5\d:\d\d\+01:00"$/);
  // The three pages of a list are all there.
  expect(Number(users)).toBe(457);
});

test('whoever is signed in is so in the past, too', async () => {
  const clock = '2026-01-10T09:00+01:00';
  const ended = await exec(['--clock', clock, '--', 'connect', 'clients', 'list', '--fields', 'number']);
  expect(ended).toEqual({ exitCode: 0, stdout: '10001.00\n', stderr: '', ...clean });
});

describe('secrets', () => {
  // Where every process shows its command line and its variables.
  const testOnLinux = process.platform === 'linux' ? test : () => undefined;

  testOnLinux('are in no variable and on no command line, but in files of the owner alone', async () => {
    const out = await emptyFolder();
    const script =
      `env > ${out}/env; cat /proc/[0-9]*/cmdline 2> ${out}/gone | tr "\\0" " " > ${out}/cmdlines; ` +
      `pid=$(sed "s/.*\\"pid\\":\\([0-9]*\\).*/\\1/" $CONNECT_SANDBOX_DIRECTORY/control.json); ` +
      `tr "\\0" "\\n" < /proc/$pid/environ > ${out}/sandbox-env; ` +
      `cat $CONNECT_SANDBOX_DIRECTORY/control.json > ${out}/control; cat $CONNECT_STORE_PASSPHRASE_FILE > ${out}/passphrase; ` +
      `cd $(dirname $CONNECT_CONFIG_DIR); stat -c "%a %n" . portal passphrase password config config/config.toml ` +
      `config/state/credentials.enc portal/control.json > ${out}/modes; ` +
      `connect sandbox status -o json > ${out}/status`;
    const mine = {
      CONNECT_PASSWORD: 'my-own-password',
      CONNECT_TOTP_SECRET: 'MYOWNSEEDMYOWNSEED',
      CONNECT_STORE_PASSPHRASE: 'my-own-passphrase',
      CONNECT_CLIENT: '20001.00',
    };
    expect(await exec(['--', 'sh', '-c', script], { env: mine })).toMatchObject({ exitCode: 0, stderr: '', ...clean });
    const read = (name: string) => readFile(path.join(out, name), 'utf8');
    const { controlToken } = JSON.parse(await read('control')) as { controlToken: string };
    const { personas } = JSON.parse(await read('status')) as { personas: readonly { totpSecret: string | null }[] };
    const secrets = [
      ...[seededPassword, (await read('passphrase')).trim(), controlToken],
      ...personas.flatMap(({ totpSecret }) => totpSecret ?? []),
      ...[mine.CONNECT_PASSWORD, mine.CONNECT_TOTP_SECRET, mine.CONNECT_STORE_PASSPHRASE],
    ];
    expect(secrets.filter((secret) => secret.length < 15)).toEqual([]);
    for (const place of ['env', 'sandbox-env', 'cmdlines']) {
      const content = await read(place);
      expect(content).toContain(place === 'cmdlines' ? 'connect.js sandbox exec' : 'PATH=');
      expect(secrets.filter((secret) => content.includes(secret)).map(() => place)).toEqual([]);
    }
    expect(await read('env')).not.toContain('20001.00');
    expect((await read('modes')).trim().split('\n')).toEqual([
      ...['700 .', '700 portal', '600 passphrase', '600 password', '700 config', '600 config/config.toml'],
      ...['600 config/state/credentials.enc', '600 portal/control.json'],
    ]);
  });

  test('what is done inside never reaches the user’s own configuration', async () => {
    const own = await emptyFolder();
    await mkdir(path.join(own, 'config'));
    await writeFile(path.join(own, 'config/config.toml'), 'lang = "de"\n');
    const script =
      'connect config set lang fr -q > /dev/null; connect clients use 10001.00 -q; connect logout -q > /dev/null; ' +
      'connect config list --fields key,value';
    const env = { CONNECT_CONFIG_DIR: path.join(own, 'config'), XDG_CONFIG_HOME: own, XDG_STATE_HOME: own, HOME: own };
    const ended = await exec(['--', 'sh', '-c', script], { env });
    expect(ended).toMatchObject({ exitCode: 0, ...clean });
    expect(ended.stdout).toContain('profile\tak095\n');
    expect(await readFile(path.join(own, 'config/config.toml'), 'utf8')).toBe('lang = "de"\n');
    expect((await readdir(own, { recursive: true })).sort()).toEqual(['config', 'config/config.toml']);
  });
});

describe('interrupted', () => {
  test.each([
    ['SIGINT', 'group', 'as Ctrl-C does it'],
    ['SIGTERM', 'program', 'as a CI job that took too long'],
    ['SIGHUP', 'program', 'as a terminal that was closed'],
  ] as const)('by %s to the %s, %s: no process, no folder and no secret stay behind', async (signal, whom, _how) => {
    const waiting = await waitingExec();
    const ended = await waiting.end(signal, whom);
    expect(ended).toMatchObject(clean);
    expect(ended.exitCode).not.toBe(0);
  });
});
