import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { announced, piped, printed } from '../support/printed.js';

interface Row {
  readonly client: string;
  readonly id: string;
  readonly keptAt: readonly string[];
  readonly revokedAt: string | null;
}

const add = (client: string) =>
  `mandates add -c ${client} --holder Seeblick --signatory Clerc --scan vollmacht.pdf --issued 2026-11-02 ` +
  '--expires 2028-12-31';

let office: Office;
let ledger: string;
beforeEach(async () => {
  office = await openOffice();
  ledger = path.join(office.desk.home, '.local/state/connect/mandates.json');
  await writeFile(path.join(office.desk.home, 'vollmacht.pdf'), '%PDF-1.7 a power of attorney');
  await office.signIn('sara.treuhand');
});
afterEach(() => office.close());

const kept = async (): Promise<unknown> => JSON.parse(await readFile(ledger, 'utf8'));
const rows = (options = '') => printed<readonly Row[]>(office, `mandates list ${options}`);
const idOf = async (client: string) => (await rows(`-c ${client}`))[0]?.id ?? '';

describe('mandates list', () => {
  test('shows those of all clients, and notes here what the portal knows', async () => {
    const birkenau = [...['2027-12-25', 400], 'Reto Frei'];
    const sonnenberg = [...['2026-11-08', -12], 'Ursula Sonderegger'];
    const ended = await office.run('mandates list');
    expect(ended).toEqual({
      exitCode: 0,
      stdout: piped([
        ['20001.00', 'Schreinerei Birkenau GmbH', 'valid', ...birkenau, await idOf('20001.00')],
        ['20002.00', 'Gasthof Sonnenberg AG', 'expired', ...sonnenberg, await idOf('20002.00')],
      ]),
      stderr: '',
    });
    expect((await rows()).map(({ keptAt }) => keptAt)).toEqual([
      ['computer', 'portal'],
      ['computer', 'portal'],
    ]);
    expect((await kept()) as object).toMatchObject({ mandates: [{ client: '20001.00' }, { client: '20002.00' }] });
  });

  test.each([
    ['399d', 11, [['20002.00', -12]], 'Runs out within 399 days, or has run out: the power of attorney of 1 client.'],
    [
      '400',
      11,
      [
        ['20001.00', 400],
        ['20002.00', -12],
      ],
      'Runs out within 400 days, or has run out: the power of attorney of 2 clients.',
    ],
  ])('--expiring %s: exit code %i', async (within, exitCode, found, said) => {
    expect(await office.run(`mandates list --expiring ${within} --fields client,daysLeft`)).toEqual({
      exitCode,
      stdout: piped(found),
      stderr: `${said}\n`,
    });
  });

  test('--expiring finds nothing where a newer one has taken its place', async () => {
    await office.run(`${add('20002.00')} -q`);
    expect(await office.run('mandates list --expiring 60d')).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: 'No power of attorney runs out within 60 days.\nNo powers of attorney to show.\n',
    });
  });

  test('where none is known, nothing was found to be in order', async () => {
    expect(await office.run('mandates list --expiring 60d -c 20003.00')).toEqual({
      exitCode: 3,
      stdout: '',
      stderr:
        'Error: No power of attorney is known, so nothing was looked at.\nHint: connect mandates add notes one.\n',
    });
  });

  test.each([
    ['de', 'abgelaufen', '08.11.2026', 'gültig bis'],
    ['fr', 'expirée', '8 nov. 2026', 'valable jusqu’au'],
    ['it', 'scaduta', '8 nov 2026', 'valida fino al'],
  ])('reads well in the language of %s', async (lang, state, on, title) => {
    const circumstances = { terminal: true, columns: 200, env: { NO_COLOR: '1' } };
    const { stdout } = await office.run(`mandates list --lang ${lang}`, circumstances);
    expect(stdout.split('\n')[0]).toContain(title);
    expect(stdout).toMatch(new RegExp(`Gasthof Sonnenberg AG +${state} .*${on}`));
  });
});

describe('mandates show and remove', () => {
  test('a revoked one is gone from the list, and stays under --revoked and in the file', async () => {
    const id = await idOf('20001.00');
    const ended = await office.run(`mandates remove ${id} -c 20001.00 --yes --fields state,daysLeft,revokedAt`);
    expect(ended).toEqual({
      exitCode: 0,
      stdout: piped([
        ['state', 'revoked'],
        ['daysLeft', ''],
        ['revokedAt', '2026-11-20T09:00:00+01:00'],
      ]),
      stderr: announced(
        office,
        `Revoke the power of attorney ${id} of Schreinerei Birkenau GmbH for Treuhand Seeblick AG, signed on 25 Dec 2025.`,
        'Schreinerei Birkenau GmbH (20001.00), fund 095',
      ),
    });
    expect((await rows()).map(({ client }) => client)).toEqual(['20002.00']);
    expect((await rows('--revoked')).map((row) => [row.client, row.revokedAt !== null])).toEqual([
      ['20001.00', true],
      ['20002.00', false],
    ]);
    expect(await office.run(`mandates remove ${id} -c 20001.00 -q --fields state`)).toEqual({
      exitCode: 0,
      stdout: 'state\trevoked\n',
      stderr: '',
    });
    expect(office.sandbox.audit().filter(({ operation }) => operation === 'revokeMandate')).toHaveLength(1);
  });

  test('an answer that was lost is found out by looking', async () => {
    const id = await idOf('20001.00');
    office.sandbox.faults('drop-after-commit=revokeMandate:*');
    expect(await office.run(`mandates remove ${id} -c 20001.00 --yes -q --fields state`)).toEqual({
      exitCode: 0,
      stdout: 'state\trevoked\n',
      stderr: '',
    });
    expect(office.sandbox.audit().filter(({ operation }) => operation === 'revokeMandate')).toHaveLength(1);
  });

  test('is unknown if looking shows that nothing has changed', async () => {
    const id = await idOf('20001.00');
    office.sandbox.faults('drop-before-commit=revokeMandate:*');
    expect(await office.run(`mandates remove ${id} -c 20001.00 --yes -q`)).toMatchObject({ exitCode: 9, stdout: '' });
    expect((await rows('-c 20001.00')).map(({ revokedAt }) => revokedAt)).toEqual([null]);
  });

  test('show finds it by its id, and no other client’s', async () => {
    const id = await idOf('20001.00');
    expect((await office.run(`mandates show ${id} -c 20001.00 --fields id,holder`)).stdout).toBe(
      piped([
        ['id', id],
        ['holder', 'Treuhand Seeblick AG'],
      ]),
    );
    expect(await office.run(`mandates show ${id} -c 20002.00`)).toMatchObject({ exitCode: 3, stdout: '' });
  });

  test('where the portal takes none, it is revoked here', async () => {
    await office.signIn('sara.treuhand', { fund: '060', profile: 'ticino' });
    await office.run(`${add('30002.00')} -p ticino -q`);
    const id = await idOf('30002.00 -p ticino');
    const line = `mandates remove ${id} -c 30002.00 -p ticino --yes -q --fields state,keptAt`;
    expect(await office.run(line)).toEqual({
      exitCode: 0,
      stdout: piped([
        ['state', 'revoked'],
        ['keptAt', 'computer'],
      ]),
      stderr: '',
    });
    expect(await kept()).toMatchObject({ mandates: [{ id, atPortal: false, revokedAt: '2026-11-20T08:00:00.000Z' }] });
  });
});

test('of two that are noted at the same moment both are remembered, and those of the other fund stay', async () => {
  await office.run('mandates list -q');
  await office.signIn('sara.treuhand', { fund: '060', profile: 'ticino' });
  const both = ['30001.00', '30002.00'].map((client) => office.run(`${add(client)} -p ticino -q`));
  expect((await Promise.all(both)).map(({ exitCode }) => exitCode)).toEqual([0, 0]);
  const { mandates } = (await kept()) as { readonly mandates: readonly Row[] };
  expect(mandates.map(({ client }) => client).sort()).toEqual(['20001.00', '20002.00', '30001.00', '30002.00']);
});
