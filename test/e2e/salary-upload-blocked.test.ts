import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { intents, keysOf, submitSalaries } from '../support/changes.js';
import { buildElm } from '../support/elm.js';
import type { ElmOptions } from '../support/elm.js';
import { answered } from '../support/logins.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { printed } from '../support/printed.js';

interface Reconciled {
  readonly outcome: string;
  readonly declaration: { readonly id: string } | null;
}

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await office.signIn('anna.muster');
});
afterEach(() => office.close());

const put = (name: string, options: ElmOptions = {}) =>
  writeFile(
    path.join(office.desk.home, name),
    buildElm({ version: '5.0', fund: '095', member: '10001.00', ...options }),
  );
/** An upload whose answer never comes: done by the portal, or not. */
async function lose(line: string, fault: 'drop-after-commit' | 'drop-before-commit'): Promise<void> {
  office.sandbox.faults(`${fault}=submitSalaryDeclaration:*`);
  expect(await office.run(`salary upload ${line} -q`)).toMatchObject({ exitCode: 9, stdout: '' });
  office.sandbox.faults();
}
const reconcile = () => printed<readonly Reconciled[]>(office, 'salary reconcile');

describe('until the outcome of an upload is known', () => {
  test.each(['drop-after-commit', 'drop-before-commit'] as const)(
    'another file for that client and year waits (%s)',
    async (fault) => {
      await put('first.xml');
      await lose('first.xml', fault);
      await put('second.xml', { persons: 4 });
      const before = office.sandbox.exchanges.length;
      const there = await printed<readonly { id: string }[]>(office, 'salary list --year 2025');
      expect(there).toHaveLength(fault === 'drop-after-commit' ? 1 : 0);
      const replacements = there.map(({ id }) => ` --replace ${id}`);
      for (const option of ['', ...replacements, ' --yes', ' --dry-run']) {
        expect(await office.run(`salary upload second.xml -q${option}`)).toEqual({
          exitCode: 5,
          stdout: '',
          stderr:
            'Error: Nobody knows yet whether first.xml, uploaded at 20 Nov 2026, 09:00, has arrived. ' +
            'Until then nothing else for 2025 is uploaded for this client.\n' +
            'Hint: connect salary reconcile finds out. The very same file may be uploaded again at once.\n',
        });
      }
      expect(answered(office.sandbox, before).filter((one) => one.startsWith('POST'))).toEqual([]);
      expect(await intents(office)).toHaveLength(1);
      const [{ outcome, declaration } = { outcome: '', declaration: null }] = await reconcile();
      const replacing = declaration === null ? '' : ` --replace ${declaration.id}`;
      expect(outcome).toBe(fault === 'drop-after-commit' ? 'done' : 'not-done');
      expect(await office.run(`salary upload second.xml -q${replacing}`)).toMatchObject({ exitCode: 0 });
    },
  );

  test('the very same file may be sent again: it goes on under its own key', async () => {
    await put('lohn.xml');
    await lose('lohn.xml', 'drop-before-commit');
    const [lost] = await intents(office);
    expect(await office.run('salary upload lohn.xml -q')).toMatchObject({ exitCode: 0 });
    expect(keysOf(office, submitSalaries).at(-1)).toBe(lost?.['key']);
    expect(await reconcile()).toEqual([]);
  });

  test('another year, another client and a test need not wait', async () => {
    await office.signIn('sara.treuhand', { profile: 'sara' });
    await put('lost.xml', { member: '20001.00' });
    await lose('lost.xml -p sara -c 20001.00', 'drop-before-commit');
    await put('year.xml', { member: '20001.00', year: 2026 });
    await put('client.xml', { member: '20002.00' });
    await put('test.xml', { member: '20001.00', persons: 4 });
    for (const line of ['year.xml -c 20001.00', 'client.xml -c 20002.00', 'test.xml --test -c 20001.00']) {
      expect(await office.run(`salary upload ${line} -p sara -q`)).toMatchObject({ exitCode: 0 });
    }
    expect(await intents(office)).toHaveLength(1);
  });
});
