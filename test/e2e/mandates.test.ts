import { createHash } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { intents } from '../support/changes.js';
import type { Run } from '../support/desk.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { announced, piped, printed, withoutNumber } from '../support/printed.js';

interface Row {
  readonly client: string;
  readonly id: string;
  readonly keptAt: readonly string[];
  readonly revokedAt: string | null;
}

const paper = '%PDF-1.7 a power of attorney';
const sha256 = createHash('sha256').update(paper).digest('hex');
const add = (client: string, options = '--issued 2026-11-02 --expires 2028-12-31') =>
  `mandates add -c ${client} --holder Seeblick --signatory Clerc --scan vollmacht.pdf ${options}`;
const help = '\nHint: Put --help behind the command to see what it takes.';
const fleurs = 'Fleurs et Jardins Sàrl (20003.00), fund 095';

let office: Office;
let ledger: string;
beforeEach(async () => {
  office = await openOffice();
  ledger = path.join(office.desk.home, '.local/state/connect/mandates.json');
  await writeFile(path.join(office.desk.home, 'vollmacht.pdf'), paper);
  await office.signIn('sara.treuhand');
});
afterEach(() => office.close());

const kept = async (): Promise<unknown> => JSON.parse(await readFile(ledger, 'utf8'));
const rows = (options = '') => printed<readonly Row[]>(office, `mandates list ${options}`);
const idOf = async (client: string) => (await rows(`-c ${client}`))[0]?.id ?? '';
const created = () =>
  office.sandbox.audit().filter(({ operation, outcome }) => operation === 'createMandate' && outcome === '201');

describe('mandates add', () => {
  test('notes the paper at the portal and here, in a file for its owner only, and not the scan', async () => {
    const { exitCode, stdout, stderr } = await office.run(add('20003.00', '--issued 2026-11-02 --expires 2028-12-31'));
    const [row] = await rows('-c 20003.00');
    const themes = 'employees,salary-declaration,family-allowances,income-compensation,insurance-certificates,';
    expect({ exitCode, stdout, stderr }).toEqual({
      exitCode: 0,
      stdout: piped([
        ['client', '20003.00'],
        ['name', 'Fleurs et Jardins Sàrl'],
        ['state', 'valid'],
        ['expiresOn', '2028-12-31'],
        ['daysLeft', 772],
        ['signatory', 'Clerc'],
        ['id', row?.id],
        ['issuedOn', '2026-11-02'],
        ['holder', 'Seeblick'],
        ['powers', 'information,submission'],
        ['themes', `${themes}work-interruption,settlements,other-business,messages`],
        ['keptAt', 'computer,portal'],
        ['fileName', 'vollmacht.pdf'],
        ['sha256', sha256],
        ['bytes', paper.length],
        ['notedAt', '2026-11-20T09:00:00+01:00'],
        ['revokedAt', ''],
      ]),
      stderr: announced(
        office,
        'Note the power of attorney of Fleurs et Jardins Sàrl for Seeblick, signed by Clerc, good until: 31 Dec 2028',
        fleurs,
      ),
    });
    expect(row?.keptAt).toEqual(['computer', 'portal']);
    expect((await stat(ledger)).mode & 0o777).toBe(0o600);
    expect(await kept()).toMatchObject({
      version: 1,
      mandates: [
        { portal: office.sandbox.portal(), client: '20003.00', id: row?.id, atPortal: true, scan: { sha256 } },
      ],
    });
    expect(await readFile(ledger, 'utf8')).not.toContain('%PDF');
    const sent = office.sandbox.exchanges.filter(({ url }) => url.endsWith('/mandates'));
    expect(sent.map(({ requestBody }) => String(requestBody)).join()).not.toContain('%PDF');
    expect(await intents(office)).toEqual([]);
  });

  test('the same paper again changes nothing, here or there', async () => {
    await office.run(add('20003.00'));
    const before = await readFile(ledger, 'utf8');
    const again = await office.run(`${add('20003.00')} --fields id,state`);
    expect(again).toEqual({
      exitCode: 0,
      stdout: piped([
        ['id', await idOf('20003.00')],
        ['state', 'valid'],
      ]),
      stderr: announced(
        office,
        `This power of attorney of Fleurs et Jardins Sàrl is noted already (${await idOf('20003.00')}).`,
        fleurs,
      ),
    });
    expect(created()).toHaveLength(1);
    expect(await readFile(ledger, 'utf8')).toBe(before);
  });

  test('a portal that takes none is told of none: it is noted here alone, and said so', async () => {
    await office.signIn('sara.treuhand', { fund: '060', profile: 'ticino' });
    const client = 'Orologeria Verbano Sagl (30002.00), fund 060';
    const { exitCode, stderr } = await office.run(`${add('30002.00')} -p ticino`);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 0,
      stderr: announced(
        office,
        'Note the power of attorney of Orologeria Verbano Sagl for Seeblick, signed by Clerc, good until: ' +
          '31 Dec 2028. On this computer only: this portal takes none.',
        client,
      ),
    });
    expect((await rows('-p ticino')).map((row) => [row.client, row.keptAt])).toEqual([['30002.00', ['computer']]]);
    expect(office.sandbox.exchanges.filter(({ url }) => url.includes('/ak060/') && url.includes('mandates'))).toEqual(
      [],
    );
  });

  test('a dry run writes nothing anywhere', async () => {
    const before = office.sandbox.dump();
    const ended = await office.run(`${add('20003.00')} --dry-run -q -o json`);
    expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
    expect((JSON.parse(ended.stdout) as { request: unknown }).request).toMatchObject({
      method: 'POST',
      path: '/clients/20003.00/mandates',
      body: { holder: 'Seeblick', issuedOn: '2026-11-02', expiresOn: '2028-12-31', scan: { sha256 } },
    });
    expect(office.sandbox.dump()).toEqual(before);
    await expect(stat(ledger)).rejects.toThrow('ENOENT');
  });

  test.each([
    ['--issued 2026-11-21 --until-revoked', '“2026-11-21” does not fit the option --issued. Expected: ≤ 2026-11-20'],
    [
      '--issued 2026-11-02 --expires 2026-11-01',
      '“2026-11-01” does not fit the option --expires. Expected: ≥ 2026-11-02',
    ],
    [
      '--issued 2026-11-02 --until-revoked --holder=',
      '“” does not fit the option --holder. Expected: Treuhand Seeblick AG',
    ],
    ['--issued 2026-11-02', `Something is needed that was not given: --expires, --until-revoked${help}`],
    ['--expires 2028-12-31', `Something is needed that was not given: --issued${help}`],
    [
      '--issued 2026-11-02 --until-revoked --expires 2028-12-31',
      'These don’t go together: --expires, --until-revoked\nHint: Leave one of them out.',
    ],
  ])('“%s” is refused before anything is sent', async (options, reason) => {
    const before = office.sandbox.dump();
    expect(await office.run(add('20003.00', options))).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `Error: ${reason}\n`,
    });
    expect(office.sandbox.dump()).toEqual(before);
  });

  test('a scan that is not there is named', async () => {
    const ended = await office.run(add('20003.00').replace('vollmacht.pdf', 'other.pdf'));
    expect(ended).toEqual({
      exitCode: 3,
      stdout: '',
      stderr: `Error: There is no file ${path.join(office.desk.home, 'other.pdf')}.\n`,
    });
  });

  test.each([
    ['drop-after-commit', 1],
    ['drop-before-commit', 0],
  ])('a lost answer (%s) is unknown, and the same command finds out', async (fault, made) => {
    office.sandbox.faults(`${fault}=createMandate:*`);
    expect(withoutRequest(await office.run(`${add('20003.00')} -q`))).toEqual({
      exitCode: 9,
      stdout: '',
      stderr:
        `Error: The change was sent to ${office.sandbox.portal()}, but its answer was lost. ` +
        'It may have been made, and it may not.\n' +
        'Hint: Run the same command again: what was made already is recognised and not made twice.\n',
    });
    expect(created()).toHaveLength(made);
    expect(await intents(office)).toMatchObject([{ operation: 'mandates.add', client: '20003.00' }]);
    await expect(stat(ledger)).rejects.toThrow('ENOENT');
    office.sandbox.faults();
    expect(await office.run(`${add('20003.00')} -q`)).toMatchObject({ exitCode: 0, stderr: '' });
    expect(created()).toHaveLength(1);
    expect(await intents(office)).toEqual([]);
    expect((await kept()) as { mandates: unknown[] }).toMatchObject({ mandates: [{ client: '20003.00' }] });
  });

  test('somebody who is neither administrator nor fiduciary may not', async () => {
    await office.signIn('luca.bianchi', { profile: 'luca' });
    expect(withoutNumber(await office.run(`${add('10001.00')} -p luca -q`))).toEqual({
      exitCode: 5,
      stdout: '',
      stderr:
        'Error: This login has no right to do that.\n' +
        'Hint: An administrator of the employer can grant it.\nRequest: NUMBER\n',
    });
  });
});

/** The portal does not always learn of a request, so only its form is known. */
const withoutRequest = ({ stderr, ...ended }: Run): Run => ({
  ...ended,
  stderr: stderr.replace(/Request: [\da-f-]{36}\n$/, ''),
});
