import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { AccessPlan } from '../../src/access/access-plan.js';
import { exec } from '../support/exec.js';
import { emptyFolder } from '../support/folder.js';

test('the program that people get reads list and functions, and writes a plan for its owner only', async () => {
  const folder = await emptyFolder();
  const [list, roles, plan] = ['hr.csv', 'roles.yaml', 'plan.json'].map((name) => path.join(folder, name));
  const domain = 'muster-beispiel.example';
  await writeFile(list!, `E-Mail;Austritt;Funktion\nbeat.keller@${domain};31.10.2020;\nnoemi.sms@${domain};;HR\n`);
  await writeFile(roles!, 'roles: { HR: { themes: [messages] } }\n');
  const line = `connect users reconcile --hr ${list!} --roles ${roles!} --out ${plan!} --query "[?action].[userName, action]"`;
  expect(await exec(['--', 'sh', '-c', line])).toEqual({
    exitCode: 11,
    stdout: '[["beat.keller","deactivate"],["noemi.sms","edit"]]\n',
    stderr: `2 changes are in the plan ${plan!}. Nothing has been changed yet.\nTo carry it out: connect users apply ${plan!}\n`,
    files: [],
    processes: [],
  });
  expect((await stat(plan!)).mode & 0o777).toBe(0o600);
  const { parts } = JSON.parse(await readFile(plan!, 'utf8')) as AccessPlan;
  expect(parts.flatMap(({ steps }) => steps)).toMatchObject([
    { id: expect.stringMatching(/^[\w.-]{1,100}$/) as string, action: 'deactivate', who: 'beat.keller' },
    { id: expect.stringMatching(/^[\w.-]{1,100}$/) as string, action: 'edit', who: 'noemi.sms' },
  ]);
});
