import { createHash } from 'node:crypto';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { intents, submitSalaries, timesMade } from '../support/changes.js';
import { buildElm } from '../support/elm.js';
import type { ElmOptions } from '../support/elm.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { announced, piped, printed, withoutNumber } from '../support/printed.js';

interface Declaration {
  readonly id: string;
  readonly state: string;
  readonly test: boolean;
  readonly replaces: string | null;
  readonly receipt: { readonly number: string; readonly sha256: string };
}

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await office.signIn('anna.muster');
});
afterEach(() => office.close());

/** Writes a file of the client’s and tells its digest. */
async function put(name: string, options: ElmOptions = {}): Promise<string> {
  const xml = buildElm({ version: '5.0', fund: '095', member: '10001.00', ...options });
  await writeFile(path.join(office.desk.home, name), xml);
  return createHash('sha256').update(xml).digest('hex');
}
const upload = async (options: string) => {
  const { exitCode, stdout, stderr } = await office.run(`salary upload ${options} -o json -q`);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  return JSON.parse(stdout) as Declaration;
};
const submitted = () =>
  office.sandbox.exchanges.filter(({ method, url }) => method === 'POST' && url.includes('salary'));
const checked = (file: string, version = '5.0') =>
  `${file}: ELM ${version}, year 2025, persons: 3, AHV wages: CHF 177,937.20\n${file}: in order (warnings: 0)\n`;

describe.each(['4.0', '5.0'] as const)('ELM %s', (version) => {
  test('is checked, submitted and confirmed with a receipt', async () => {
    const sha256 = await put('lohn.xml', { version });
    const ended = await office.run('salary upload lohn.xml -c 10001.00');
    const [declaration] = await printed<readonly Declaration[]>(office, 'salary list --year 2025');
    expect(ended).toEqual({
      exitCode: 0,
      stdout: piped([
        ['id', declaration?.id],
        ['year', 2025],
        ['state', 'received'],
        ['test', false],
        ['fileName', 'lohn.xml'],
        ['submittedAt', '2026-11-20T09:00:00+01:00'],
        ['submittedBy', 'anna.muster'],
        ['findingCount', 0],
        ['format', `elm ${version}`],
        ['totals', null],
        ['replaces', null],
        ['changedAt', '2026-11-20T09:00:00+01:00'],
        ['receipt', declaration?.receipt.number],
      ]),
      stderr:
        checked('lohn.xml', version) +
        announced(office, 'Submit lohn.xml as salary declaration 2025 of Muster Beispiel AG.'),
    });
    expect(declaration?.receipt).toMatchObject({ sha256, receivedAt: '2026-11-20T09:00:00+01:00' });
    expect(await intents(office)).toEqual([]);
  });
});

test('shows a person what the receipt confirms: its number, when, and the digest of what was received', async () => {
  const sha256 = await put('lohn.xml');
  const { stdout } = await office.run('salary upload lohn.xml', { terminal: true, env: { NO_COLOR: '1' } });
  expect(stdout).toMatch(new RegExp(`^receipt +095-2026-\\d{6}, 20 Nov 2026, 09:00, SHA-256 ${sha256}$`, 'm'));
});

test('what is sent is the file, byte for byte, with its digest', async () => {
  const sha256 = await put('lohn.xml');
  const { receipt } = await upload('lohn.xml');
  const [sent] = submitted();
  expect(receipt).toMatchObject({ sha256, year: 2025, fund: '095', client: '10001.00', test: false });
  expect(sent?.requestHeaders['repr-digest']).toBe(`sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`);
  expect(sent?.requestHeaders['content-type']).toBe('application/xml');
  expect(sent?.requestHeaders['idempotency-key']).toMatch(/^[\w-]{16,}$/);
  const stored = office.sandbox.dump()['declarations'] as readonly { sha256: string; fileName: string }[];
  expect(stored.filter((one) => one.sha256 === sha256)).toMatchObject([{ fileName: 'lohn.xml' }]);
});

describe('the same file again', () => {
  test('gets the same receipt, and is no second declaration', async () => {
    await put('lohn.xml');
    const first = await upload('lohn.xml');
    expect(await upload('lohn.xml')).toEqual(first);
    const again = await office.run('salary upload lohn.xml --fields receipt');
    expect(again).toEqual({
      exitCode: 0,
      stdout: `receipt\t${first.receipt.number}\n`,
      stderr:
        checked('lohn.xml') +
        announced(office, 'Submit lohn.xml as salary declaration 2025 of Muster Beispiel AG.') +
        `The portal has this very file already, since 20 Nov 2026, 09:00 by anna.muster, as ${first.id}. ` +
        'Nothing was submitted a second time; this is the first receipt.\n',
    });
    // Under another name, and days later.
    await put('copy.xml');
    office.sandbox.clock.advance(3 * 24 * 3_600_000);
    await office.signIn('anna.muster');
    expect(await upload('copy.xml')).toMatchObject({ id: first.id, receipt: first.receipt });
    const declarations = await printed<readonly Declaration[]>(office, 'salary list --year 2025');
    expect(declarations.map(({ id }) => id)).toEqual([first.id]);
  });

  test('by somebody else gets it, too', async () => {
    await put('lohn.xml');
    const first = await upload('lohn.xml');
    await office.signIn('luca.bianchi', { profile: 'luca' });
    expect(await upload('lohn.xml -p luca')).toEqual(first);
  });
});

describe('another file for the same year', () => {
  test('is refused, and it is said how to replace the first', async () => {
    await put('first.xml');
    const { id } = await upload('first.xml');
    await put('second.xml', { persons: 4 });
    expect(withoutNumber(await office.run('salary upload second.xml -q'))).toEqual({
      exitCode: 5,
      stdout: '',
      stderr:
        `Error: There is a salary declaration ${id} for this year already. Nothing was submitted.\n` +
        `Hint: If second.xml is to take its place: connect salary upload second.xml --client 10001.00 --replace ${id}\n` +
        'Request: NUMBER\n',
    });
    expect(await intents(office)).toEqual([]);
  });

  test('--replace takes the place of the first', async () => {
    await put('first.xml');
    const { id } = await upload('first.xml');
    await put('second.xml', { persons: 4 });
    const second = await upload(`second.xml --replace ${id}`);
    expect(second).toMatchObject({ state: 'received', replaces: id });
    office.sandbox.clock.advance(3000);
    expect(
      (await printed<readonly Declaration[]>(office, 'salary list --year 2025')).map((one) => [one.id, one.state]),
    ).toEqual([
      [second.id, 'awaiting-release'],
      [id, 'replaced'],
    ]);
  });

  test('for another year is none of that', async () => {
    await put('first.xml');
    await upload('first.xml');
    await put('next.xml', { year: 2026 });
    expect(await upload('next.xml')).toMatchObject({ year: 2026, replaces: null });
  });

  describe('with something to be replaced that can’t be', () => {
    const replacing = async (id: string, options = '') => {
      await put('second.xml', { persons: 4 });
      const ended = await office.run(`salary upload second.xml --replace ${id} -q ${options}`);
      expect(timesMade(office, submitSalaries)).toBe(0);
      expect(await intents(office)).toEqual([]);
      return withoutNumber(ended);
    };

    test.each(['dec_aaaaaaaaaaaa', 'nonsense', '2025', '../users'])('%s: it is unknown', async (id) => {
      for (const options of ['', '--dry-run', '--test']) {
        const { exitCode, stdout, stderr } = await replacing(id, options);
        expect({ exitCode, stdout, stderr: stderr.replace('Request: NUMBER\n', '') }).toEqual({
          exitCode: 3,
          stdout: '',
          stderr:
            `Error: Muster Beispiel AG has no salary declaration ${id} that second.xml could replace. Nothing was sent.\n` +
            'Hint: connect salary list --year 2025 --client 10001.00 shows the ids.\n',
        });
      }
    });

    test('it is of another year', async () => {
      const [{ id } = { id: '' }] = await printed<readonly Declaration[]>(office, 'salary list --year 2024');
      expect(await replacing(id)).toEqual({
        exitCode: 5,
        stdout: '',
        stderr:
          `Error: The declaration ${id} is of 2024, and second.xml is of 2025. Nothing was sent.\n` +
          'Hint: connect salary list --year 2025 --client 10001.00 shows the declarations of that year.\n',
      });
    });

    test('it is a test', async () => {
      await put('first.xml');
      const { id } = await upload('first.xml --test');
      await put('second.xml', { persons: 4 });
      expect(await office.run(`salary upload second.xml --replace ${id} -q`)).toEqual({
        exitCode: 5,
        stdout: '',
        stderr:
          `Error: ${id} is a test declaration, which nothing needs to replace. Nothing was sent.\n` +
          'Hint: Leave out --replace, or name the declaration that counts: connect salary list --year 2025 --client 10001.00\n',
      });
    });
  });
});

describe('a test declaration', () => {
  test('with --test stands beside the real one', async () => {
    await put('lohn.xml');
    const real = await upload('lohn.xml');
    const ended = await office.run('salary upload lohn.xml --test --fields test,state');
    expect(ended).toEqual({
      exitCode: 0,
      stdout: 'test\ttrue\nstate\treceived\n',
      stderr:
        checked('lohn.xml') +
        announced(office, 'Submit lohn.xml as test of the salary declaration 2025 of Muster Beispiel AG.'),
    });
    const all = await printed<readonly Declaration[]>(office, 'salary list --year 2025');
    expect(all.map(({ test }) => test)).toEqual([true, false]);
    expect(all[1]?.id).toBe(real.id);
  });

  test('without it too, if the file says that it is one', async () => {
    await put('lohn.xml', { testCase: true });
    const ended = await office.run('salary upload lohn.xml --fields test');
    expect(ended).toMatchObject({ exitCode: 0, stdout: 'test\ttrue\n' });
    expect(ended.stderr).toContain('notice A04: The file is marked as a test case. The fund does not process it.');
    expect(ended.stderr).toContain('Submit lohn.xml as test of the salary declaration 2025');
  });
});

describe('a dry run', () => {
  test('checks everything, shows what would be sent, and sends nothing', async () => {
    const sha256 = await put('lohn.xml');
    const before = office.sandbox.dump();
    const ended = await office.run('salary upload lohn.xml --dry-run -o json');
    expect({ ...ended, stdout: JSON.parse(ended.stdout) as unknown }).toEqual({
      exitCode: 0,
      stdout: {
        dryRun: true,
        wouldDo: 'Submit lohn.xml as salary declaration 2025 of Muster Beispiel AG.',
        request: {
          method: 'POST',
          path: '/clients/10001.00/salary-declarations',
          query: { fileName: 'lohn.xml' },
          headers: {
            'content-type': 'application/xml',
            'repr-digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
          },
          content: { sha256, bytes: (await stat(path.join(office.desk.home, 'lohn.xml'))).size },
        },
      },
      stderr:
        checked('lohn.xml') + announced(office, 'Submit lohn.xml as salary declaration 2025 of Muster Beispiel AG.'),
    });
    expect(office.sandbox.dump()).toEqual(before);
    expect(await intents(office)).toEqual([]);
  });

  test('shows the very file name that would be sent', async () => {
    await mkdir(path.join(office.desk.home, 'export'));
    await put('export/lohn.xml');
    const { stdout } = await office.run('salary upload export/lohn.xml --dry-run -o json -q');
    const { request } = JSON.parse(stdout) as { request: { query: { fileName: string } } };
    await upload('export/lohn.xml');
    const sent = new URL(submitted()[0]?.url ?? '', 'http://localhost').searchParams.get('fileName');
    expect(request.query.fileName).toBe(sent);
  });
});

test('a fiduciary submits for the client that is named, and for no other', async () => {
  await office.signIn('sara.treuhand', { profile: 'sara' });
  await put('lohn.xml', { member: '20001.00' });
  expect(await office.run('salary upload lohn.xml -p sara')).toMatchObject({ exitCode: 2, stdout: '' });
  expect(await office.run('salary upload lohn.xml -p sara -c 20002.00')).toMatchObject({ exitCode: 7, stdout: '' });
  expect(submitted()).toEqual([]);
  expect(await upload('lohn.xml -p sara -c 20001.00')).toMatchObject({ receipt: { client: '20001.00' } });
});
