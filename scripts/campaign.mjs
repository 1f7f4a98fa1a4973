// Runs a campaign at its full size: npm run campaign NAME [-- --count N --size N --seed S]. Without a name: lists them.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

const root = path.resolve(import.meta.dirname, '..');
const names = readdirSync(path.join(root, 'test', 'campaigns'))
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => file.replace('.test.ts', ''));
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { count: { type: 'string' }, size: { type: 'string' }, seed: { type: 'string' } },
});
const [name] = positionals;

if (!names.includes(name)) {
  console.error(`Usage: npm run campaign NAME [-- --count N --size N --seed S]\nCampaigns: ${names.join(', ')}`);
  process.exit(2);
}
const run = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', `test/campaigns/${name}.test.ts`, '--testTimeout=0', '--hookTimeout=0'],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      CONNECT_CAMPAIGN: name,
      CONNECT_CAMPAIGN_COUNT: values.count ?? '',
      CONNECT_CAMPAIGN_SIZE: values.size ?? '',
      CONNECT_CAMPAIGN_SEED: values.seed ?? '',
    },
  },
);
process.exitCode = run.status === 0 ? 0 : 1;
