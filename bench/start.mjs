// How long `connect` takes to start, as ratios to bare Node in the same run: npm run bench start [-- ROUNDS]. Rounds are interleaved, so
// that a machine that is busy for a while is busy for all; medians are compared.
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

const rounds = Number(process.argv[2] ?? 40);
const bin = path.resolve(import.meta.dirname, '..', 'bin', 'connect.js');
const place = await mkdtemp(path.join(os.tmpdir(), 'connect-bench-'));

// Node 20 reads these certificates on every start, which would hide what is measured.
const inherited = { ...process.env };
delete inherited.NODE_EXTRA_CA_CERTS;
const env = {
  ...inherited,
  CONNECT_LANG: 'en',
  CONNECT_CONFIG_DIR: path.join(place, 'config'),
  CONNECT_SANDBOX_DIRECTORY: path.join(place, 'portal'),
  CONNECT_CREDENTIAL_STORE: 'file',
  CONNECT_STORE_PASSPHRASE_FILE: await file('passphrase', 'a passphrase for the benchmark'),
};

const commands = {
  'node -e 0': ['-e', '0'],
  'connect --version': [bin, '--version'],
  'connect --help': [bin, '--help'],
  'connect salary check (4 persons)': [
    bin,
    'salary',
    'check',
    path.resolve(import.meta.dirname, '..', 'examples', 'lohn-2025.xml'),
  ],
  'connect users list -o json': [bin, 'users', 'list', '-o', 'json'],
};

try {
  await signIn();
  const times = new Map(Object.keys(commands).map((name) => [name, []]));
  for (let round = -2; round < rounds; round += 1) {
    for (const [name, args] of Object.entries(commands)) {
      const started = process.hrtime.bigint();
      const { status, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
      const ms = Number(process.hrtime.bigint() - started) / 1e6;
      if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`);
      // The first two rounds warm the file cache.
      if (round >= 0) times.get(name).push(ms);
    }
  }
  const base = median(times.get('node -e 0'));
  console.log(`Node ${process.versions.node}, ${rounds} rounds, median of each\n`);
  for (const [name, all] of times) {
    console.log(
      `${name.padEnd(34)} ${median(all).toFixed(0).padStart(5)} ms  ${(median(all) / base).toFixed(2)} × node -e 0`,
    );
  }
} finally {
  run(['sandbox', 'stop']);
  await rm(place, { recursive: true, force: true });
}

async function signIn() {
  const { portals, personas } = JSON.parse(run(['sandbox', 'start', '-o', 'json', '-q']));
  const { password, totpSecret } = personas.find(({ userName }) => userName === 'anna.muster');
  const secrets = {
    CONNECT_PASSWORD_FILE: await file('password', password),
    CONNECT_TOTP_SECRET_FILE: await file('seed', totpSecret),
  };
  run(['login', portals[0], '-u', 'anna.muster', '-q'], secrets);
}

function run(args, more = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    env: { ...env, ...more },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`connect ${args.join(' ')} ended with ${status}: ${stderr}`);
  return stdout;
}

async function file(name, content) {
  const target = path.join(place, name);
  await writeFile(target, `${content}\n`, { mode: 0o600 });
  return target;
}

function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)];
}
