import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBinary } from '../support/binary.js';
import { buildElm } from '../support/elm.js';
import { startPractice } from '../support/practice.js';
import type { Practice } from '../support/practice.js';

let practice: Practice;
beforeAll(async () => {
  // Four attempts make one upload.
  const faults = ['--fault', 'drop-after-commit=submitSalaryDeclaration:4'];
  practice = await startPractice(['--environment', 'production', ...faults]);
  const login = ['login', practice.portal(), '--username', 'anna.muster', '-q'];
  const ended = await practice.connect(login, { env: await practice.secretsOf('anna.muster') });
  expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
  for (const persons of [3, 4, 20_000]) {
    const xml = buildElm({ version: '5.0', fund: '095', member: '10001.00', persons });
    await writeFile(path.join(practice.place, `${persons}.xml`), xml);
  }
});
afterAll(() => practice.close());

const salary = (...args: readonly string[]) => practice.connect(['salary', ...args, '-q'], { cwd: practice.place });

test('a productive sandbox takes no test, and a lost answer is found out about before anything else is sent', async () => {
  expect(await salary('upload', '3.xml', '--test')).toMatchObject({ exitCode: 5, stdout: '' });
  expect(await salary('upload', '3.xml')).toMatchObject({ exitCode: 9, stdout: '' });
  expect(await salary('upload', '4.xml')).toMatchObject({ exitCode: 5, stdout: '' });
  const reconciled = await salary('reconcile', '-o', 'json');
  expect(reconciled).toMatchObject({ exitCode: 0, stderr: '' });
  const [{ outcome, declaration } = { outcome: '', declaration: { id: '' } }] = JSON.parse(reconciled.stdout) as {
    outcome: string;
    declaration: { id: string };
  }[];
  expect(outcome).toBe('done');
  expect(await salary('reconcile')).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  const replaced = await salary('upload', '4.xml', '--replace', declaration.id, '--fields', 'replaces');
  expect(replaced).toEqual({ exitCode: 0, stdout: `replaces\t${declaration.id}\n`, stderr: '' });
});

test('a process that is killed while it sends leaves what reconcile needs', async () => {
  const { child, ended } = launchBinary(['salary', 'upload', '20000.xml', '-q', '--replace', await replaceable()], {
    env: practice.env,
    cwd: practice.place,
  });
  // As soon as it is written down that something will be sent.
  while ((await intents()).length === 0 && child.exitCode === null) await new Promise(setImmediate);
  child.kill('SIGKILL');
  await ended;
  expect(await intents()).toHaveLength(1);
  const reconciled = await salary('reconcile', '--fields', 'outcome');
  expect(reconciled).toEqual({ exitCode: 0, stdout: expect.stringMatching(/^(?:not-)?done\n$/) as string, stderr: '' });
  expect(await intents()).toEqual([]);
});

async function replaceable(): Promise<string> {
  const { stdout } = await salary('list', '--year', '2025', '-o', 'json');
  const [newest] = JSON.parse(stdout) as { id: string }[];
  return newest?.id ?? '';
}

async function intents(): Promise<readonly string[]> {
  const found = await readdir(practice.place, { recursive: true });
  return found.filter((name) => /intents\/[\da-f]{64}\.json$/.test(name));
}
