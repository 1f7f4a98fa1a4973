import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildElm, type ElmOptions } from '../support/elm.js';
import { answered } from '../support/logins.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { printed } from '../support/printed.js';

interface Declaration {
  readonly id: string;
  readonly state: string;
}

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await office.signIn('anna.muster');
});
afterEach(() => office.close());

const own = { version: '5.0', fund: '095', member: '10001.00' } as const;
const put = (name: string, options: ElmOptions = {}) =>
  writeFile(path.join(office.desk.home, name), buildElm({ ...own, ...options }));
const check = (options: string, circumstances = {}) => office.run(`salary check ${options}`, circumstances);
const codes = async (options: string) => {
  const { exitCode, stdout, stderr } = await check(`${options} -q --fields code`);
  return [exitCode, stdout, stderr];
};
const declared = async (year: number, client = '10001.00') => {
  const found = await printed<readonly Declaration[]>(office, `salary list --year ${year} -c ${client}`);
  return found[0]!.id;
};

const content = (file: string) =>
  `${file}: ELM 5.0, year 2025, persons: 3, AHV wages: CHF 177,937.20\n` +
  `${file}: ALV wages CHF 177,937.20\n` +
  `${file}: FAK wages by canton: BE CHF 54,856.20, TI CHF 63,768.60, VD CHF 59,312.40\n`;
const inOrder = (file: string) => `${file}: in order (warnings: 0)\n`;
const compared = (file: string, id: string) =>
  `${file}: compared with 2024, which the fund has accepted (${id}):\n` +
  `${file}: persons: 3, 2024: 7, difference -4 (-57.1%)\n` +
  `${file}: AHV wages: CHF 177,937.20, 2024: CHF 450,527.35, difference -272,590.15 (-60.5%)\n` +
  `${file}: ALV wages: CHF 177,937.20, 2024: CHF 450,527.35, difference -272,590.15 (-60.5%)\n`;

describe('compared with the year before', () => {
  test('where a session is kept, for the client that the file’s numbers name, total by total', async () => {
    await put('lohn.xml');
    const id = await declared(2024);
    const expected = {
      exitCode: 0,
      stdout: '',
      stderr: content('lohn.xml') + compared('lohn.xml', id) + inOrder('lohn.xml'),
    };
    expect(await check('lohn.xml')).toEqual(expected);
    expect(await check('lohn.xml -c 10001.00')).toEqual(expected);
  });

  test.each(['de', 'fr', 'it'])('says it in %s', async (lang) => {
    await put('lohn.xml');
    const { stderr } = await check(`lohn.xml --lang ${lang}`);
    expect(stderr.match(/2024/g)?.length).toBe(4);
    expect(stderr).toMatch(/-57[.,]1[ \u202f]?%/);
  });

  test.each<[string, ElmOptions]>([
    ['another client’s', { member: '99999.00' }],
    ['another fund’s', { fund: '060' }],
    ['the first year that the fund has', { year: 2021 }],
  ])('not for %s', async (_whose, options) => {
    await put('lohn.xml', options);
    expect((await check('lohn.xml')).stderr).not.toContain('compared');
  });

  const plain = () => ({ exitCode: 0, stdout: '', stderr: content('lohn.xml') + inOrder('lohn.xml') });

  test('asks nobody: neither for the passphrase of a store, nor for a login', async () => {
    await put('lohn.xml');
    office.desk.env['CONNECT_CREDENTIAL_STORE'] = 'file';
    office.desk.env['CONNECT_STORE_PASSPHRASE'] = 'four words that rhyme';
    await office.signIn('anna.muster');
    expect((await check('lohn.xml')).stderr).toContain('compared');
    delete office.desk.env['CONNECT_STORE_PASSPHRASE'];
    const { exitCode, stderr } = await check('lohn.xml', { terminal: { stdin: true, stderr: true } });
    expect([exitCode, stderr]).toEqual([0, content('lohn.xml') + inOrder('lohn.xml')]);
    office.desk.env['CONNECT_CREDENTIAL_STORE'] = 'memory';
    office.desk.env['CONNECT_PASSWORD'] = 'uebung-macht-meister';
    const before = office.sandbox.exchanges.length;
    expect(await check('lohn.xml')).toEqual(plain());
    expect(answered(office.sandbox, before)).toEqual([]);
  });

  test('is left out where nobody would hear of it', async () => {
    await put('lohn.xml');
    const before = office.sandbox.exchanges.length;
    expect(await check('lohn.xml -q')).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    expect(answered(office.sandbox, before)).toEqual([]);
  });

  test('is left out after logging out, and when the session has run out', async () => {
    await put('lohn.xml');
    office.sandbox.clock.advance(13 * 3_600_000);
    expect(await check('lohn.xml')).toEqual(plain());
    await office.run('logout -q');
    expect(await check('lohn.xml')).toEqual(plain());
  });

  test.each(['status=503:listClients:*', 'status=500:listSalaryDeclarations:*', 'truncate=listSalaryDeclarations:1'])(
    'is left out where the portal fails: %s',
    async (fault) => {
      await put('lohn.xml');
      office.sandbox.faults(fault);
      expect((await check('lohn.xml')).exitCode).toBe(0);
    },
  );

  test('is left out where no portal is', async () => {
    await put('lohn.xml');
    const env = { CONNECT_PORTAL: 'http://127.0.0.1:9/ak095', CONNECT_USERNAME: 'anna.muster' };
    expect(await check('lohn.xml', { env })).toEqual(plain());
  });
});

describe('A03: with -c, what the portal has of that year', () => {
  test('an accepted declaration stands in the way of another one', async () => {
    await put('lohn.xml', { year: 2024 });
    expect(await codes('lohn.xml -c 10001.00')).toEqual([7, 'A03\n', '']);
    const [checked] = JSON.parse((await check('lohn.xml -c 10001.00 -o json -q')).stdout) as [{ findings: unknown[] }];
    const id = await declared(2024);
    expect(checked.findings).toMatchObject([
      {
        code: 'A03',
        level: 'Acceptance',
        severity: 'error',
        params: { year: 2024, id },
        message: `The fund has accepted a declaration for 2024 already (${id}), and this file does not say that it replaces that one.`,
        fix: `Submit it with --replace ${id} if it is meant to replace that one. For a correction, export a replacement from the payroll program.`,
      },
    ]);
    // Without -c, nobody asks.
    expect(await codes('lohn.xml')).toEqual([0, '', '']);
  });

  test('not of one that says that it replaces it, nor of a test', async () => {
    await put('replacing.xml', { year: 2024, predecessor: '4711' });
    await put('test.xml', { year: 2024, testCase: true });
    expect(await codes('replacing.xml -c 10001.00')).toEqual([0, '', '']);
    expect(await codes('test.xml -c 10001.00')).toEqual([0, 'A04\n', '']);
  });

  test('one on its way is a warning; the very same file is a notice', async () => {
    await put('lohn.xml');
    await put('other.xml', { persons: 4 });
    expect((await office.run('salary upload lohn.xml -c 10001.00 -q')).exitCode).toBe(0);
    expect(await codes('lohn.xml -c 10001.00 --strict')).toEqual([0, 'A03\n', '']);
    expect(await codes('other.xml -c 10001.00')).toEqual([0, 'A03\n', '']);
    expect(await codes('other.xml -c 10001.00 --strict')).toEqual([7, 'A03\n', '']);
  });

  test('a file of another client is not held against this one’s', async () => {
    await put('lohn.xml', { year: 2024, member: '10002.00' });
    expect(await codes('lohn.xml -c 10001.00')).toEqual([7, 'A02\nA02\n', '']);
  });

  test('a portal that can’t say it is an error, and the file has not passed', async () => {
    await put('lohn.xml');
    office.sandbox.faults('status=500:listSalaryDeclarations:*');
    expect(await check('lohn.xml -c 10001.00 -q')).toMatchObject({ exitCode: 6, stdout: '' });
  });

  test('upload refuses it before anything is sent, unless it replaces the other or is a test', async () => {
    await put('lohn.xml', { year: 2024 });
    const id = await declared(2024);
    const posts = () => office.sandbox.exchanges.filter(({ method }) => method === 'POST').length;
    const before = posts();
    const refused = await office.run('salary upload lohn.xml -c 10001.00 -q');
    expect(refused).toMatchObject({ exitCode: 5, stdout: '' });
    expect(refused.stderr).toContain(
      `Error: There is a salary declaration ${id} for this year already. Nothing was submitted.\n`,
    );
    expect(posts()).toBe(before);
    expect((await office.run('salary upload lohn.xml -c 10001.00 -q --test')).exitCode).toBe(0);
  });
});
