// How fast `connect salary upload` sends a large ELM file, as a ratio to curl sending the same body with the same headers
// to the same sandbox in the same run: npm run bench upload [-- --size PERSONS --rounds N]. They take turns, so that a
// machine that is busy for a while is busy for all; medians are compared. Needs curl.
//
// Three things are timed: the whole command, which checks the file before it sends it; its request alone, from the first
// byte to the answer, in which the portal reads and judges the file; and, since the portal's own work is the same for
// both, the sending: the request without what curl needs longer when the portal judges the file than when it refuses it
// as soon as it has arrived, for a wrong digest.
import { Buffer } from 'node:buffer';
import { spawn, spawnSync } from 'node:child_process';
import { createHash, createHmac, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { writeElmFile } from './elm-file.mjs';

const { values } = parseArgs({
  options: { size: { type: 'string', default: '10000' }, rounds: { type: 'string', default: '5' } },
});
const size = Number(values.size);
const rounds = Number(values.rounds);
const bin = path.resolve(import.meta.dirname, '..', 'bin', 'connect.js');
const place = await mkdtemp(path.join(os.tmpdir(), 'connect-bench-'));
const client = '10001.00';

const env = {
  ...process.env,
  CONNECT_LANG: 'en',
  CONNECT_CONFIG_DIR: path.join(place, 'config'),
  CONNECT_SANDBOX_DIRECTORY: path.join(place, 'portal'),
  CONNECT_CREDENTIAL_STORE: 'file',
  CONNECT_STORE_PASSPHRASE_FILE: await secret('passphrase', 'a passphrase for the benchmark'),
};
// Node 20 reads these certificates on every start.
delete env.NODE_EXTRA_CA_CERTS;

try {
  const portal = await signIn();
  const file = path.join(place, 'lohn.xml');
  const megabytes = (await writeElmFile(file, size)) / 1e6;
  const digest = await digestOf(file);
  console.log(`Node ${process.versions.node}, ${megabytes.toFixed(1)} MB, ${rounds} rounds, medians\n`);
  const times = { curl: [], 'curl, refused': [], request: [], command: [] };
  for (let round = -1; round < rounds; round += 1) {
    const one = {
      curl: await curl(portal, file, digest, 200),
      'curl, refused': await curl(portal, file, Buffer.alloc(32).toString('base64'), 400),
      ...(await connect(file)),
    };
    // The first round warms the file cache, and the portal keeps the file; all others find it there.
    if (round >= 0) for (const [name, seconds] of Object.entries(one)) times[name].push(seconds);
  }
  report(times, megabytes);
} finally {
  run(['sandbox', 'stop']);
  await rm(place, { recursive: true, force: true });
}

function report(times, megabytes) {
  const m = Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]));
  const judging = m.curl - m['curl, refused'];
  const line = (what, seconds, than) =>
    console.log(
      `${what.padEnd(44)} ${seconds.toFixed(2).padStart(7)} s ${(megabytes / seconds).toFixed(1).padStart(7)} MB/s` +
        (than === undefined ? '' : `  ${(than / seconds).toFixed(2)} × curl`),
    );
  line('curl, the request', m.curl);
  line('curl, the sending', m['curl, refused']);
  line('connect salary upload, the request', m.request, m.curl);
  line('connect salary upload, the sending', m.request - judging, m['curl, refused']);
  line('connect salary upload, the whole command', m.command, m.curl);
}

/** Seconds of one request. */
async function curl({ base, tokens }, file, digest, expected) {
  const renewed = await post(`${base}/session/refresh`, { refreshToken: tokens.refreshToken });
  Object.assign(tokens, renewed);
  const config = [
    `url = "${base}/clients/${client}/salary-declarations?fileName=lohn.xml&test=true"`,
    `header = "authorization: Bearer ${tokens.accessToken}"`,
    `header = "idempotency-key: ${randomUUID()}"`,
    `header = "content-type: application/xml"`,
    `header = "repr-digest: sha-256=:${digest}:"`,
  ].join('\n');
  const words = ['-sS', '-K', '-', '-X', 'POST', '-T', file, '-H', 'expect:', '-o', path.join(place, 'answer')];
  const { stdout, stderr } = spawnSync('curl', [...words, '-w', '%{http_code} %{time_total}'], {
    input: config,
    encoding: 'utf8',
  });
  const [status, seconds] = stdout.split(' ').map(Number);
  if (status !== expected && status !== 201) throw new Error(`curl: ${stdout} ${stderr}`);
  return seconds;
}

/** Seconds of the command, and of its request: between naming the target and the portal's answer. */
async function connect(file) {
  const begun = performance.now();
  const at = {};
  const words = ['salary', 'upload', file, '-c', client, '--test', '-o', 'json', '--verbose'];
  const child = spawn(process.execPath, [bin, ...words], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let talk = '';
  child.stderr.on('data', (text) => {
    talk += text;
    if (/Muster Beispiel AG/.test(talk)) at.sending ??= performance.now();
    if (/salary-declarations → 20[01]/.test(talk)) at.answered ??= performance.now();
  });
  const status = await new Promise((resolve) => child.once('close', resolve));
  if (status !== 0 || at.answered === undefined) throw new Error(`connect ended with ${status}: ${talk}`);
  return { request: (at.answered - at.sending) / 1000, command: (performance.now() - begun) / 1000 };
}

async function signIn() {
  const { portals, personas } = JSON.parse(run(['sandbox', 'start', '-o', 'json', '-q']));
  const [portal] = portals;
  const base = `${portal}/api/v1`;
  const anna = personas.find(({ userName }) => userName === 'anna.muster');
  const luca = personas.find(({ userName }) => userName === 'luca.bianchi');
  const secrets = {
    CONNECT_PASSWORD_FILE: await secret('password', anna.password),
    CONNECT_TOTP_SECRET_FILE: await secret('seed', anna.totpSecret),
  };
  run(['login', portal, '-u', anna.userName, '-q'], secrets);
  const { challengeId } = await post(`${base}/login/password`, { userName: luca.userName, password: luca.password });
  const code = totp(luca.totpSecret);
  return { base, tokens: await post(`${base}/login/code`, { challengeId, method: 'otp', code }) };
}

async function post(url, body) {
  const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
  // Rounds take longer than the portal keeps an idle connection.
  const answer = await globalThis.fetch(url, {
    method: 'POST',
    headers: { ...headers, connection: 'close' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** RFC 6238 with its usual values. */
function totp(secret) {
  const bits = [...secret].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  const bytes = bits
    .join('')
    .match(/.{8}/g)
    .map((byte) => parseInt(byte, 2));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac('sha1', Buffer.from(bytes)).update(counter).digest();
  const number = (mac.readUInt32BE(mac.at(-1) & 15) & 0x7fffffff) % 1_000_000;
  return String(number).padStart(6, '0');
}

async function digestOf(file) {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file)) hash.update(piece);
  return hash.digest('base64');
}

function run(args, more = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    env: { ...env, ...more },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`connect ${args.join(' ')} ended with ${status}: ${stderr}`);
  return stdout;
}

async function secret(name, content) {
  const target = path.join(place, name);
  await writeFile(target, `${content}\n`, { mode: 0o600 });
  return target;
}

function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)];
}
