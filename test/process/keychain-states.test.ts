import { cp, readFile, readdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { binary } from '../support/binary.js';
import { filesWith, keyringSession } from '../support/keyring.js';
import type { KeyringSession } from '../support/keyring.js';
import { startPractice } from '../support/practice.js';
import type { Practice } from '../support/practice.js';
import { itWith } from '../support/tools.js';

let practice: Practice;
let homes: string;
let env: Record<string, string>;
let secrets: (string | RegExp)[];
beforeAll(async () => {
  practice = await startPractice();
  homes = await mkdtemp(path.join(os.tmpdir(), 'connect-homes-'));
  env = {
    ...(await practice.secretsOf('anna.muster')),
    CONNECT_PORTAL: practice.portal(),
    CONNECT_USERNAME: 'anna.muster',
  };
  const given = [env['CONNECT_PASSWORD_FILE']!, env['CONNECT_TOTP_SECRET_FILE']!];
  secrets = [
    /\b[ar]t_[\w-]{16}/,
    ...(await Promise.all(given.map(async (file) => (await readFile(file, 'utf8')).trim()))),
  ];
  // The search is worth something only if it finds what is there.
  expect((await filesWith(practice.place, secrets)).length).toBeGreaterThanOrEqual(given.length);
});
afterAll(async () => {
  await practice.close();
  await rm(homes, { recursive: true, force: true });
});

const newHome = () => mkdtemp(path.join(homes, 'home-'));
const connect = `'${process.execPath}' '${path.resolve('bin/connect.js')}'`;
const login = `${connect} login; echo "exit $?"`;
const status = `${connect} status --fields signedIn,storeState,reason; echo "exit $?"`;

/** What this program would have written; the keyring keeps files of its own there. */
async function ourFiles(home: string): Promise<readonly string[]> {
  return (await readdir(home, { recursive: true })).filter((file) => file.includes('connect'));
}

async function session(wanted: Partial<KeyringSession> & Pick<KeyringSession, 'home' | 'lines'>) {
  const { stdout, stderr } = await keyringSession({ bus: 'bare', keyring: 'none', env, ...wanted });
  expect(await filesWith(wanted.home, secrets)).toEqual([]);
  return { stdout, stderr };
}

const ended = (error: string, hint: string) => ({ stdout: 'exit 4\n', stderr: `Error: ${error}\nHint: ${hint}\n` });
const signedIn = { stdout: 'signedIn\ttrue\nstoreState\tready\nreason\t\nexit 0\n', stderr: '' };
const signedOut = (state: string, told: { readonly stderr: string }) => ({
  stdout: `signedIn\tfalse\nstoreState\t${state}\nreason\tstore-${state}\nexit 4\n`,
  stderr: told.stderr.replace('Error: ', ''),
});
const neverPlain = 'Nothing was saved: secrets are never kept in plain text.';

test.each([
  [
    'no D-Bus',
    {},
    'Using X11 for dbus-daemon autolaunch was disabled at compile time, set your DBUS_SESSION_BUS_ADDRESS instead',
  ],
  [
    'an address where no bus is',
    { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' },
    'Failed to connect to socket /nonexistent/bus: No such file or directory',
  ],
])('%s: login says so, sends nothing and writes no file', async (_state, variables, reason) => {
  const home = await newHome();
  const here = { env: { ...env, ...variables, HOME: home, XDG_RUNTIME_DIR: home } };
  const told = ended(
    `The keychain of the operating system can’t be reached: there is no D-Bus session here (${reason}).`,
    `${neverPlain} Over ssh, in cron jobs and in containers there is no keychain as a rule. Choose the encrypted file: connect config set store file, and set CONNECT_STORE_PASSPHRASE_FILE; in CI jobs CONNECT_CREDENTIAL_STORE=memory.`,
  );
  expect(await binary(['login'], here)).toEqual({ exitCode: 4, stdout: '', stderr: told.stderr });
  expect(await binary(['status', '-o', 'json', '--query', '[signedIn, storeState]'], here)).toEqual({
    exitCode: 4,
    stdout: '[false,"no-bus"]\n',
    stderr: signedOut('no-bus', told).stderr,
  });
  expect(await readdir(home)).toEqual([]);
});

let signedInHome: Promise<string> | undefined;
/** A home whose keyring holds the session of a login: a copy, since a code is good for one login only. */
async function homeWithSession(): Promise<string> {
  signedInHome ??= (async () => {
    const home = await newHome();
    const lines = `${connect} login >/dev/null && ${status}`;
    expect(await session({ home, keyring: 'unlocked', lines })).toEqual(signedIn);
    return home;
  })();
  const copy = await newHome();
  await cp(await signedInHome, copy, { recursive: true, filter: (file) => !file.includes('runtime') });
  return copy;
}

itWith('gnome-keyring-daemon', 'a bus without a keyring: login and status say that none runs', async () => {
  const home = await newHome();
  const told = ended(
    'No keychain runs here: there is a D-Bus session, but no program in it offers the Secret Service.',
    `${neverPlain} Start a keychain, for example gnome-keyring-daemon or KeePassXC, or choose the encrypted file: connect config set store file, and set CONNECT_STORE_PASSPHRASE_FILE.`,
  );
  expect(await session({ home, lines: login })).toEqual(told);
  expect(await session({ home, lines: status })).toEqual(signedOut('no-service', told));
  expect(await ourFiles(home)).toEqual([]);
});

itWith('gnome-keyring-daemon', 'a keyring service without a keyring: login ends before a code is used up', async () => {
  const home = await newHome();
  expect(await session({ home, bus: 'usual', lines: login })).toEqual(
    ended(
      'The keychain holds no keyring that could keep anything.',
      'Nothing was saved. The keyring is made at the first login to the desktop, or with a program such as Seahorse. Without a desktop choose the encrypted file: connect config set store file, and set CONNECT_STORE_PASSPHRASE_FILE.',
    ),
  );
  expect(await ourFiles(home)).toEqual([]);
});

const lockedTold = ended('The keychain is locked.', 'Unlock it and try again. Nothing was saved.');
itWith(
  'gnome-keyring-daemon',
  'a locked keyring is called locked, and keeps the session until it is unlocked',
  async () => {
    const home = await homeWithSession();
    expect(await session({ home, keyring: 'locked', lines: login })).toEqual(lockedTold);
    expect(await session({ home, keyring: 'locked', lines: status })).toEqual(signedOut('locked', lockedTold));
    const after = await session({ home, keyring: 'unlocked', lines: status });
    expect(after).toEqual(signedIn);
  },
);

const silentFor = (seconds: number) =>
  ended(
    `The keychain did not answer within ${seconds} seconds.`,
    'It may be waiting for a dialog that nobody sees. Unlock it, or choose the encrypted file: connect config set store file',
  );
itWith(
  'gnome-keyring-daemon',
  'a locked keyring whose dialog nobody shows is given up after the deadline',
  async () => {
    const home = await homeWithSession();
    const locked = { home, bus: 'unanswering', keyring: 'locked' } as const;
    expect(await session({ ...locked, lines: login })).toEqual(silentFor(2.5));
    expect(await session({ ...locked, lines: status })).toEqual(signedOut('silent', silentFor(2.5)));
  },
);

itWith('gnome-keyring-daemon', 'a bus that forbids the keyring: access was denied', async () => {
  const home = await newHome();
  const denied = { home, bus: 'forbidding', keyring: 'unlocked' } as const;
  const told = ended(
    'Access to the credentials was denied: Rejected send message, 2 matched rules',
    'Allow connect to use the keychain entry, or check the file’s permissions.',
  );
  expect(await session({ ...denied, lines: login })).toEqual(told);
  expect(await session({ ...denied, lines: status })).toEqual(signedOut('denied', told));
  expect(await ourFiles(home)).toEqual([]);
});

/** So that a call stays under way. */
const stopDaemon = 'kill -STOP "$daemon"';
/** Runs a command and kills the daemon as soon as the bus has seen a call for it. */
const killedDuring = (command: string) => `${stopDaemon}
  coproc dbus-monitor --session "type='method_call',destination='org.freedesktop.secrets'"
  grep -q -m1 NameAcquired <&"\${COPROC[0]}"
  { ${command}; } & running=$!
  grep -q -m1 OpenSession <&"\${COPROC[0]}"
  kill -9 "$daemon"
  wait "$running"`;

itWith('gnome-keyring-daemon', 'a keyring that stands still is given up, too', async () => {
  const home = await homeWithSession();
  const unlocked = { home, keyring: 'unlocked' } as const;
  expect(await session({ ...unlocked, lines: `${stopDaemon}\n${login}` })).toEqual(silentFor(2));
  expect(await session({ ...unlocked, lines: `${stopDaemon}\n${status}` })).toEqual(signedOut('silent', silentFor(2)));
});

itWith('gnome-keyring-daemon', 'a keyring that is killed in the middle of a call: the call broke off', async () => {
  const home = await homeWithSession();
  const unlocked = { home, keyring: 'unlocked' } as const;
  const told = ended(
    'The keychain broke off in the middle of a call: Message recipient disconnected from message bus without replying',
    'It has ended or was restarted. Try again; connect status shows who is signed in.',
  );
  expect(await session({ ...unlocked, lines: killedDuring(login) })).toEqual(told);
  expect(await session({ ...unlocked, lines: killedDuring(status) })).toEqual(signedOut('lost', told));
  const after = await session({ ...unlocked, lines: status });
  expect(after).toEqual(signedIn);
});
