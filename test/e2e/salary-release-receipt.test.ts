import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { printed } from '../support/printed.js';
import { released, shown, stateOf, uploadWages } from '../support/releases.js';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await office.signIn('anna.muster');
});
afterEach(() => office.close());

interface Kept {
  readonly kind: string;
  readonly declaration: string;
  readonly actor: { readonly userName: string };
  readonly strength: string;
  readonly receipt: { readonly number: string };
}

/** What the journal of receipts has about the wages of 2025. */
async function kept(): Promise<readonly Kept[]> {
  const file = path.join(office.desk.home, '.local/state/connect/receipts/2025.jsonl');
  const text = await readFile(file, 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Kept);
}
const brief = async () => (await kept()).map(({ kind, actor }) => `${kind} ${actor.userName}`);

test('a release is written down with the receipt: by whom, and how strong the login was', async () => {
  const id = await uploadWages(office);
  await office.signIn('beat.keller', { profile: 'beat' });
  const { receipt } = await printed<Kept>(office, `salary release ${id} --yes --four-eyes -p beat`);
  expect(await kept()).toMatchObject([
    { kind: 'upload', declaration: id, actor: { userName: 'anna.muster' }, strength: 'otp', receipt },
    { kind: 'release', declaration: id, actor: { userName: 'beat.keller' }, strength: 'otp', receipt },
  ]);
});

test('once, however often the command is run', async () => {
  const id = await uploadWages(office);
  for (let times = 0; times < 3; times += 1) await office.run(`salary release ${id} --yes -q`);
  expect(await brief()).toEqual(['upload anna.muster', 'release anna.muster']);
});

test('nothing is written down of a release that was refused', async () => {
  const id = await uploadWages(office);
  await office.run(`salary release ${id} --yes --four-eyes`);
  await office.run(`salary release ${id} --dry-run`);
  expect(await brief()).toEqual(['upload anna.muster']);
});

test('where nobody knows who has released it, the journal does not say', async () => {
  const id = await uploadWages(office);
  office.sandbox.faults('drop-after-commit=releaseSalaryDeclaration:1');
  expect(await office.run(`salary release ${id} --yes -q ${shown}`)).toMatchObject({ stdout: released(id) });
  expect(await brief()).toEqual(['upload anna.muster']);
});

test('if the fund’s keys can’t be fetched, nothing is released', async () => {
  const id = await uploadWages(office);
  office.sandbox.faults('status=500:getPortal:*');
  expect(await office.run(`salary release ${id} --yes -q`)).toMatchObject({ exitCode: 6, stdout: '' });
  office.sandbox.faults();
  expect(await stateOf(office, id)).toBe('awaiting-release');
});
