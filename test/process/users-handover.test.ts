import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBinary } from '../support/binary.js';
import { startPractice } from '../support/practice.js';
import type { Practice } from '../support/practice.js';

let practice: Practice;
beforeAll(async () => (practice = await startPractice()), 60_000);
afterAll(() => practice.close());

interface Entry {
  readonly operation: string;
  readonly outcome: string;
  readonly actor: string | null;
  readonly subject: string | null;
}

async function control(route: string, init: RequestInit = {}): Promise<unknown> {
  const { origin, controlToken } = JSON.parse(
    await readFile(path.join(practice.place, 'portal/control.json'), 'utf8'),
  ) as { readonly origin: string; readonly controlToken: string };
  const headers = { authorization: `Bearer ${controlToken}`, 'content-type': 'application/json' };
  const answer = await fetch(`${origin}/_sandbox/${route}`, { ...init, headers });
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
}

/** What the portal's own log says was done. */
async function done(): Promise<readonly string[]> {
  const items = (await control('audit')) as readonly Entry[];
  return items
    .filter(({ operation, outcome }) => /^(create|update|deactivate)User$/.test(operation) && outcome.startsWith('2'))
    .map(({ operation, subject }) => `${operation} ${String(subject)}`);
}

test('killed while it waits, and again at a request that hangs, it goes on to the same end', async () => {
  const secrets = await practice.secretsOf('anna.muster');
  const env = { ...practice.env, ...secrets };
  const cwd = practice.place;
  const login = ['login', practice.portal(), '-u', 'anna.muster', '-q'];
  expect(await practice.connect(login, { env: secrets })).toMatchObject({ exitCode: 0 });
  const folder = path.join(practice.place, 'config/state/handovers');
  const state = async () => {
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json'));
    return names[0] === undefined ? undefined : readFile(path.join(folder, names[0]), 'utf8');
  };
  const until = async (fits: (text: string) => boolean): Promise<string> => {
    for (;;) {
      const text = await state();
      if (text !== undefined && fits(text)) return (JSON.parse(text) as { id: string }).id;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const kill = async ({ child, ended }: ReturnType<typeof launchBinary>): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  // Dario is locked for a while yet, so that nothing but waiting is left to do.
  const line = ['users', 'handover', 'beat.keller', '--to', 'dario.rossi', '--yes'];
  const first = launchBinary([...line, '--wait', '1h'], { env, cwd });
  const id = await until((text) => text.includes('"waiting-for-login"'));
  await kill(first);
  expect(await done()).toEqual(['updateUser dario.rossi']);
  const unlocked = await practice.connect(['users', 'edit', 'dario.rossi', '--locked-until', 'none', '-q'], {
    env: secrets,
  });
  expect(unlocked).toMatchObject({ exitCode: 0 });
  const darios = await practice.secretsOf('dario.rossi');
  await practice.connect(['login', practice.portal(), '-u', 'dario.rossi', '-p', 'dario', '-q'], { env: darios });
  const resume = ['users', 'handover', 'resume', id, '--yes', '-p', 'ak095'];
  // The deactivation is made, and its answer comes long after the kill.
  const late = [{ kind: 'late-answer', operation: 'deactivateUser', ms: 60_000, times: 1 }];
  await control('faults', { method: 'PUT', body: JSON.stringify(late) });
  const second = launchBinary(resume, { env, cwd });
  await until((text) => text.includes('"deactivating"'));
  await kill(second);
  await control('faults', { method: 'PUT', body: '[]' });
  const third = await practice.connect([...resume, '--fields', 'state'], { env: secrets, cwd });
  expect(third).toMatchObject({ exitCode: 0, stdout: 'state\tcompleted\n' });
  expect(await done()).toEqual(['updateUser dario.rossi', 'updateUser dario.rossi', 'deactivateUser beat.keller']);
  const files = (await readdir(cwd)).filter((name) => name.startsWith('handover-')).map((name) => path.extname(name));
  expect(files.sort()).toEqual(['.json', '.pdf']);
}, 120_000);
