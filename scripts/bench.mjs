// Runs a benchmark: npm run bench NAME [-- OPTIONS]. Without a name: lists them.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '..', 'bench');
// A file that begins with a comment on how to run it is a benchmark, others are parts.
const names = readdirSync(folder)
  .filter((file) => readFileSync(path.join(folder, file), 'utf8').split('\n\n')[0].includes('npm run bench'))
  .map((file) => file.replace('.mjs', ''));
const [name, ...options] = process.argv.slice(2);

if (!names.includes(name)) {
  console.error(`Usage: npm run bench NAME [-- OPTIONS]\nBenchmarks: ${names.join(', ')}`);
  process.exit(2);
}
const run = spawnSync(process.execPath, [path.join(folder, `${name}.mjs`), ...options], { stdio: 'inherit' });
process.exitCode = run.status ?? 1;
