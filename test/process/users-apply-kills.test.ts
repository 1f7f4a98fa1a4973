import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SeededRandom } from '../../sandbox/seeds/seeded-random.js';
import { launchBinary } from '../support/binary.js';
import { PortalClient } from '../support/portal-client.js';
import { startPractice } from '../support/practice.js';
import type { Practice } from '../support/practice.js';

let practice: Practice;
let secrets: Record<string, string>;
beforeAll(async () => {
  practice = await startPractice();
  secrets = await practice.secretsOf('anna.muster');
  const login = ['login', practice.portal(), '--username', 'anna.muster', '-q'];
  expect(await practice.connect(login, { env: secrets })).toMatchObject({ exitCode: 0, stderr: '' });
});
afterAll(() => practice.close());

const kills = 3;
const newcomers = ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => `new.${letter}`);
const file = `
version: 1
clients:
  10001.00:
    users:
      luca.bianchi: { lastName: Rossi, themes: [messages] }
      claire.favre: { themes: [messages], state: active }
      noemi.sms: { state: deactivated }
${newcomers.map((name) => `      ${name}: { email: ${name}@muster.example, firstName: New, lastName: One, language: de, mobile: +41791234599, themes: [] }`).join('\n')}
`;
/** What the portal's audit log must say in the end, each once. */
const expected = [
  ...newcomers.map((name) => `createUser ${name}`),
  ...['updateUser luca.bianchi', 'updateUser claire.favre', 'reactivateUser claire.favre', 'deactivateUser noemi.sms'],
];

test(
  `killed at ${kills} random moments and resumed each time, each step is made exactly once`,
  { timeout: 120_000 },
  async () => {
    const random = new SeededRandom('users apply kills');
    await writeFile(path.join(practice.place, 'access.yaml'), file);
    const at = { cwd: practice.place, env: secrets };
    expect(await practice.connect(['users', 'plan', 'access.yaml', '--out', 'plan.json', '-q'], at)).toMatchObject({
      exitCode: 0,
      stderr: '',
    });
    let written = 0;
    for (let round = 0; round < kills; round += 1) {
      // Begun and done are two lines, of ten steps.
      const until = written + 1 + random.below(5);
      const turns = random.below(40);
      const { child, ended } = launchBinary(['users', 'apply', ...(await what()), '--yes', '-q'], {
        cwd: practice.place,
        env: { ...practice.env, ...secrets },
      });
      while ((await lines()) < until && child.exitCode === null) await new Promise(setImmediate);
      for (let turn = 0; turn < turns; turn += 1) await new Promise(setImmediate);
      child.kill('SIGKILL');
      await ended;
      written = await lines();
    }
    const ended = await practice.connect(['users', 'apply', ...(await what()), '--yes', '-o', 'json', '-q'], at);
    expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
    const rows = JSON.parse(ended.stdout) as { state: string; already: boolean }[];
    expect(rows.map(({ state, already }) => [state, already])).toEqual(expected.map(() => ['done', false]));
    expect((await made()).toSorted()).toEqual(expected.toSorted());
    expect(await practice.connect(['users', 'plan', 'access.yaml', '--exit-code', '-q'], at)).toMatchObject({
      exitCode: 0,
    });
  },
);

/** The plan, or the run that was begun. */
async function what(): Promise<readonly string[]> {
  const { stdout } = await practice.connect(['users', 'runs', '--fields', 'run']);
  return stdout === '' ? ['plan.json'] : ['--resume', stdout.trim()];
}

/** How many lines the run has written down. */
async function lines(): Promise<number> {
  const folder = path.join(practice.env['CONNECT_CONFIG_DIR'] ?? '', 'state/runs');
  const [run = ''] = await readdir(folder).catch(() => []);
  const text = await readFile(path.join(folder, run, 'lines.ndjson'), 'utf8').catch(() => '');
  return text.split('\n').length - 1;
}

async function made(): Promise<readonly string[]> {
  const control = path.join(practice.env['CONNECT_SANDBOX_DIRECTORY'] ?? '', 'control.json');
  const { origin, controlToken } = JSON.parse(await readFile(control, 'utf8')) as Record<string, string>;
  const { body } = await new PortalClient(`${origin}/_sandbox`, controlToken).get('/audit');
  const entries = body as { operation: string; outcome: string; subject: string | null }[];
  return entries.flatMap(({ operation, outcome, subject }) =>
    operation.endsWith('User') && /^20[01]$/.test(outcome) ? [`${operation} ${subject ?? ''}`] : [],
  );
}
