// How fast `connect salary check` is, with all its rules, as a ratio to libxml2 checking the same file with an XSD in the
// same run, and how much memory it takes: npm run bench salary [-- --size PERSONS --rounds N]. The two take turns, so that
// a machine that is busy for a while is busy for both; medians are compared. Needs xmllint and GNU time.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { writeElmFile } from './elm-file.mjs';

const { values } = parseArgs({
  options: { size: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '5' } },
});
const size = Number(values.size);
const rounds = Number(values.rounds);
const root = path.resolve(import.meta.dirname, '..');
const schema = path.join(root, 'test', 'support', 'elm-schema', '5.0', 'service-types.xsd');
const place = await mkdtemp(path.join(os.tmpdir(), 'connect-bench-'));

// Node 20 reads these certificates on every start, which is nothing that a check needs.
const env = { ...process.env, CONNECT_LANG: 'en', CONNECT_CONFIG_DIR: path.join(place, 'config') };
delete env.NODE_EXTRA_CA_CERTS;

const peers = {
  'connect salary check': (file) => [process.execPath, path.join(root, 'bin', 'connect.js'), 'salary', 'check', file],
  'xmllint --stream --schema': (file) => ['xmllint', '--noout', '--nonet', '--stream', '--schema', schema, file],
};

try {
  const file = path.join(place, `${size}.xml`);
  const megabytes = (await writeElmFile(file, size)) / 1e6;
  console.log(
    `Node ${process.versions.node}, ${size} persons, ${megabytes.toFixed(1)} MB, ${rounds} rounds, medians\n`,
  );
  const medians = throughput(file, megabytes);
  const [ours, theirs] = Object.values(medians);
  console.log(`\nratio to xmllint: ${(theirs.wall / ours.wall).toFixed(2)} by the clock`);
  console.log(`                  ${(theirs.cpu / ours.cpu).toFixed(2)} by processor time\n`);
  await memory(new Set([size / 100, size / 10, size]));
} finally {
  await rm(place, { recursive: true, force: true });
}

function throughput(file, megabytes) {
  const runs = Object.fromEntries(Object.keys(peers).map((name) => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (const [name, command] of Object.entries(peers)) {
      const run = timed(command(file));
      // The first round warms the file cache.
      if (round >= 0) runs[name].push(run);
    }
  }
  const medians = {};
  for (const [name, all] of Object.entries(runs)) {
    const wall = median(all.map((run) => run.wall));
    const cpu = median(all.map((run) => run.cpu));
    medians[name] = { wall, cpu };
    const speed = `${(megabytes / wall).toFixed(1).padStart(6)} MB/s`;
    console.log(`${name.padEnd(28)} ${wall.toFixed(2).padStart(6)} s  ${cpu.toFixed(2).padStart(6)} s cpu ${speed}`);
  }
  return medians;
}

async function memory(sizes) {
  for (const persons of sizes) {
    const file = path.join(place, `${persons}.xml`);
    await writeElmFile(file, persons);
    const { megabytes } = timed(peers['connect salary check'](file));
    console.log(`${String(persons).padStart(7)} persons: at most ${megabytes.toFixed(0)} MB of memory`);
  }
}

/** Seconds by the clock and of processor time, and the largest resident set. */
function timed(command) {
  const { status, stderr, error } = spawnSync(
    'time',
    ['-f', '%e %U %S %M', '-o', path.join(place, 'time'), ...command],
    {
      env,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  );
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${command.join(' ')} ended with ${status}: ${stderr.slice(0, 2000)}`);
  const [wall, user, system, kilobytes] = readFileSync(path.join(place, 'time'), 'utf8').split(' ').map(Number);
  return { wall, cpu: user + system, megabytes: kilobytes / 1024 };
}

function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)];
}
