// The main job before your eyes: `npm run demo`. Installs and builds if that is still to be done, starts a practice
// portal, runs the real `connect` against it, compares every exit code, and cleans up.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

const root = path.resolve(import.meta.dirname, '..');
const bin = path.join(root, 'bin', 'connect.js');

const accessFile = `version: 1
roles:
  payroll: { themes: [salary-declaration, employees] }
clients:
  10001.00:
    users:
      luca.bianchi: { roles: [payroll] }
      noemi.sms: { state: deactivated }
`;

await prepare();
const place = await mkdtemp(path.join(os.tmpdir(), 'connect-demo-'));
const env = {
  ...withoutOurs(process.env),
  CONNECT_LANG: process.env.CONNECT_LANG ?? 'en',
  CONNECT_CONFIG_DIR: path.join(place, 'config'),
  CONNECT_SANDBOX_DIRECTORY: path.join(place, 'portal'),
  // A machine without a desktop has no keychain; the encrypted file is chosen on purpose here.
  CONNECT_CREDENTIAL_STORE: 'file',
  CONNECT_STORE_PASSPHRASE_FILE: await secret('passphrase', 'a passphrase for this demonstration'),
};

try {
  await demonstrate();
  say('\nThat was the main job. What you saw is a practice portal with invented people: no fund took part.');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await connect('sandbox stop', { quiet: true, exits: null });
  await rm(place, { recursive: true, force: true });
}

async function demonstrate() {
  title('A practice portal, with its own database, on this computer');
  await connect('sandbox start -q', { quiet: true });
  const { portals, personas } = JSON.parse(await read('sandbox status -o json'));
  const [portal] = portals;
  say(`portals: ${portals.join('  ')}`);

  title('Log in with password and authenticator app');
  await connect(`login ${portal} -u anna.muster`, { as: await credentials(personas, 'anna.muster') });
  await connect('status');

  title('Users: list, create, first login of the new one');
  await connect('users list');
  const mia = 'mia.gerber@muster-beispiel.example';
  await connect(
    `users new --email ${mia} --first-name Mia --last-name Gerber --language de --mobile +41791234599 --theme messages --theme employees`,
    { as: await credentials(personas, 'anna.muster') },
  );
  await firstLogin(portal, mia);

  title('Deactivate: the session ends at once');
  await connect(`users deactivate ${mia} --yes`);
  await connect('status -p mia', { exits: 4 });

  title('Access as code: what would change, exactly that, and back again');
  await writeFile(path.join(place, 'access.yaml'), accessFile);
  await connect('users plan access.yaml --out plan.json');
  const own = { as: await credentials(personas, 'anna.muster') };
  await connect('users apply plan.json --yes', own);
  const [{ run }] = JSON.parse(await read('users runs -o json -q'));
  await connect(`users undo ${run} --yes -q`, own);

  title('A leaver: hand over, deactivate, prove it');
  await connect('users handover beat.keller --to luca.bianchi --yes', own);

  title('The yearly review: what is to be mended, and a page to sign');
  await connect('users audit --html review.html', { exits: 11 });

  title('The accident that must not happen: the last administrator');
  await connect(`login ${portal} -u marc.dubois -p boulangerie`, { as: await credentials(personas, 'marc.dubois') });
  await connect('users deactivate marc.dubois -p boulangerie --yes', { exits: 5 });

  title('A new access code: only the letter holds it');
  await connect('codes request --reason additional-administrator --yes');
  await connect('codes list');
  await connect('sandbox outbox --kind letter');

  title('Salary declaration: check offline, upload once, release, keep the proof');
  const year = new Date().getFullYear() - 1;
  const [good, broken] = await Promise.all([
    salaryFile('lohn-2025.xml', year),
    salaryFile('lohn-2025-broken.xml', year),
  ]);
  await connect(['salary', 'check', broken], { exits: 7 });
  await connect(['salary', 'upload', good, '--wait']);
  say('\nThe same file again is answered with the same receipt:');
  await connect(['salary', 'upload', good, '--fields', 'id,receipt', '-q']);
  const [{ id }] = JSON.parse(await read(`salary list --year ${year} -o json -q`));
  await connect(`salary release ${id} --yes`);
  await connect(['receipts', 'verify', good]);
  await connect('salary due');

  title('Tasks, messages and their documents');
  await connect('tasks list');
  await connect('messages list --unread');
  await connect(['messages', 'download', '--unread', '--to', 'archive']);

  title('For scripts: JSON on stdout, and nothing else');
  await connect(['users', 'list', '--administrators', '-o', 'json', '--fields', 'userName,status,lastLoginAt']);

  title('Log out');
  await connect('logout');
}

/** An invited user: activation code from the e-mail, a new password, a code by SMS, each on a line of stdin. */
async function firstLogin(portal, userName) {
  say('\nThe e-mail to the new user holds an activation code, the SMS at login a one-time code:');
  const [mail] = (await outbox('email')).slice(-1);
  const before = (await outbox('sms')).length;
  const line = `login ${portal} -u ${userName} -p mia --activation-code-stdin --password-stdin --otp-stdin`;
  await connect(line, {
    type: async (stdin) => {
      stdin.write(`${mail.code}\nkirschen im november\n`);
      let sms = [];
      while (sms.length <= before) sms = await outbox('sms');
      stdin.end(`${sms.at(-1).code}\n`);
    },
  });
}

async function outbox(kind) {
  return JSON.parse(await read(`sandbox outbox --kind ${kind} -o json -q`));
}

/** Variables that name files with the secrets of a practice login. */
async function credentials(personas, name) {
  const { password, totpSecret } = personas.find(({ userName, fund }) => userName === name && fund === '095');
  return {
    CONNECT_PASSWORD_FILE: await secret(`${name}.password`, password),
    CONNECT_TOTP_SECRET_FILE: await secret(`${name}.seed`, totpSecret),
  };
}

async function secret(name, content) {
  const file = path.join(place, name);
  await writeFile(file, `${content}\n`, { mode: 0o600 });
  return file;
}

/** One of the examples, for the year that is due. */
async function salaryFile(name, year) {
  const text = await readFile(path.join(root, 'examples', name), 'utf8');
  const renamed = name.replace('2025', String(year));
  await writeFile(path.join(place, renamed), text.replaceAll('2025', String(year)).replaceAll('2026-', `${year + 1}-`));
  return renamed;
}

/** Runs the real program with the terminal as its own, and makes sure that it ends as it should. */
async function connect(line, { as = {}, exits = 0, type, quiet = false } = {}) {
  const args = typeof line === 'string' ? line.split(' ') : line;
  if (!quiet) say(`\n$ ${[...namesOf(as), 'connect', ...args].join(' ')}`);
  const child = spawn(process.execPath, [bin, ...args], {
    cwd: place,
    env: { ...env, ...as, CONNECT_OUTPUT: 'table' },
    stdio: [
      type === undefined ? 'ignore' : 'pipe',
      quiet ? 'ignore' : 'inherit',
      quiet && exits === null ? 'ignore' : 'inherit',
    ],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  await type?.(child.stdin);
  const code = await ended;
  if (exits === null) return;
  if (!quiet) say(`(exit code ${code})`);
  if (code !== exits) throw new Error(`connect ${args.join(' ')} ended with ${code} instead of ${exits}`);
}

/** Files with secrets as the reader would name them. */
function namesOf(variables) {
  return Object.entries(variables).map(([name, file]) => `${name}=${path.relative(place, file)}`);
}

/** Runs the program and reads what it prints. */
async function read(line) {
  const child = spawn(process.execPath, [bin, ...line.split(' ')], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  for await (const part of createInterface({ input: child.stdout })) text += part;
  return text;
}

async function prepare() {
  if (!existsSync(path.join(root, 'node_modules', 'esbuild'))) {
    title('Install (npm ci)');
    // npm tells its child where it is, so that no shell has to find it.
    const npm = process.env.npm_execpath;
    const ran =
      npm === undefined
        ? spawnSync('npm', ['ci'], npmOptions())
        : spawnSync(process.execPath, [npm, 'ci'], npmOptions());
    if (ran.status !== 0) process.exit(ran.status ?? 1);
  }
  title('Build');
  const built = spawnSync(process.execPath, [path.join(root, 'scripts', 'build.mjs')], { cwd: root, stdio: 'inherit' });
  if (built.status !== 0) process.exit(built.status ?? 1);
}

function npmOptions() {
  return { cwd: root, stdio: 'inherit' };
}

function withoutOurs(variables) {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !name.startsWith('CONNECT_')));
}

function title(text) {
  say(`\n── ${text} ${'─'.repeat(Math.max(0, 90 - text.length))}`);
}

function say(text) {
  process.stdout.write(`${text}\n`);
}
