import { afterEach, beforeEach, expect, test } from 'vitest';
import { openOffice, password } from '../support/office.js';
import type { Office } from '../support/office.js';
import { confirmed, desired, lastRun, madeOfUsers, planOf, stateOfPortal } from '../support/plans.js';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await office.signIn('anna.muster', { profile: 'anna' });
  await office.signIn('marc.dubois', { profile: 'marc' });
});
afterEach(() => office.close());

/** One plan of the plans of two logins, in which both call their only step the same. */
async function both(anna: string, marc: string): Promise<void> {
  const parts: unknown[] = [];
  for (const [profile, client, users] of [
    ['anna', '10001.00', anna],
    ['marc', '10002.00', marc],
  ]) {
    await desired(office, `version: 1\nclients:\n  ${client}:\n    users: ${users}\n`);
    const ended = await office.run(`users plan access.yaml --out plan.json --force -q -p ${profile}`);
    expect(ended).toMatchObject({ exitCode: 0 });
    parts.push(...(await planOf(office)).parts);
  }
  await desired(office, JSON.stringify({ ...(await planOf(office)), parts }), 'plan.json');
}

test('a plan for several logins is made by each of them, as one run, and undone the same way', async () => {
  await both('{ luca.bianchi: { lastName: Rossi } }', '{ sophie.blanc: { lastName: Noir } }');
  const before = stateOfPortal(office.sandbox);
  const applied = await confirmed(office, 'users apply plan.json -p anna -o json -q');
  expect(applied).toMatchObject({ exitCode: 0, stderr: '' });
  const rows = JSON.parse(applied.stdout) as { id: string; client: string; state: string; run: string }[];
  expect(rows.map(({ id, client, state }) => [id, client, state])).toEqual([
    ['1.1', '10001.00', 'done'],
    ['2.1', '10002.00', 'done'],
  ]);
  const actors = office.sandbox.audit().flatMap(({ operation, actor }) => (operation === 'updateUser' ? [actor] : []));
  expect(actors).toEqual(['anna.muster', 'marc.dubois']);
  expect(await confirmed(office, `users undo ${await lastRun(office)} -p anna -q`)).toMatchObject({ exitCode: 0 });
  expect(stateOfPortal(office.sandbox)).toEqual(before);
});

test('each login confirms with its own password', async () => {
  await both('{ luca.bianchi: { themes: [] } }', '{ sophie.blanc: { themes: [] } }');
  const apply = (stdin: string) => office.run('users apply plan.json -p anna --yes --password-stdin -q', { stdin });
  expect((await apply(`${password}\nfalsch\n`)).exitCode).toBe(8);
  expect(madeOfUsers(office.sandbox)).toEqual(['updateUser luca.bianchi']);
  const resumed = `users apply --resume ${await lastRun(office)} -p anna --yes --password-stdin -q`;
  expect(await office.run(resumed, { stdin: `${password}\n` })).toMatchObject({ exitCode: 0, stderr: '' });
  expect(madeOfUsers(office.sandbox)).toEqual(['updateUser luca.bianchi', 'updateUser sophie.blanc']);
});

test('a power of attorney of any of them that has run out refuses all of it where that is the policy', async () => {
  await office.signIn('sara.treuhand', { profile: 'sara' });
  await office.run('mandates list -q -p sara');
  const parts: unknown[] = [];
  for (const [profile, text] of [
    ['anna', '10001.00:\n    users: { luca.bianchi: { lastName: Rossi } }'],
    ['sara', '20002.00:\n    users: { sara.treuhand: { language: fr } }'],
  ]) {
    await desired(office, `version: 1\nclients:\n  ${text}\n`);
    await office.run(`users plan access.yaml --out plan.json --force -q -p ${profile}`);
    parts.push(...(await planOf(office)).parts);
  }
  await desired(office, JSON.stringify({ ...(await planOf(office)), parts }), 'plan.json');
  const env = { CONNECT_EXPIRED_MANDATES: 'deny' };
  expect(await office.run('users apply plan.json -p anna --yes', { env })).toMatchObject({
    exitCode: 5,
    stdout: '',
    stderr: expect.stringContaining('Gasthof Sonnenberg AG (20002.00) has given no power of attorney') as string,
  });
  expect(madeOfUsers(office.sandbox)).toEqual([]);
});
