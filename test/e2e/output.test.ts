import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { intentJournal } from '../../src/journal/intents.js';
import { systemProcesses } from '../../src/platform/processes.js';
import { parsedCsv } from '../support/csv.js';
import type { Circumstances } from '../support/desk.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { everyVerb } from '../support/verbs.js';

interface Way {
  readonly line: string;
  readonly exitCode?: number;
  /** What makes something to see, each time anew. */
  readonly before?: () => Promise<void>;
  /** What leaves nothing over, and what is said then. */
  readonly empty?: readonly [options: string, message: string];
}

/** How each list is asked for here, so that there is something to see. */
const ways: Readonly<Record<string, Way>> = {
  'clients list': { line: 'clients list', empty: ['--search nobody', 'No clients.\n'] },
  'users list': { line: 'users list', empty: ['--search nobody', 'No users.\n'] },
  'users audit': { line: 'users audit -q --dormant 30d', exitCode: 11 },
  'users handover list': {
    line: 'users handover list',
    empty: ['--open', 'No handovers.\n'],
  },
  'users reconcile': {
    line: 'users reconcile -q --hr hr.csv',
    exitCode: 11,
    before: () =>
      writeFile(path.join(office.desk.home, 'hr.csv'), 'E-Mail;Name\nanna.muster@muster-beispiel.example;Muster\n'),
  },
  'users plan': { line: 'users plan access.yaml -q' },
  'users runs': { line: 'users runs' },
  'codes list': { line: 'codes list', empty: ['--state printed', 'No requests for access codes.\n'] },
  'salary check': { line: 'salary check lohn-2025-broken.xml -q', exitCode: 7 },
  'salary list': { line: 'salary list', empty: ['--year 2001', 'No salary declarations.\n'] },
  'salary rules': { line: 'salary rules' },
  'salary due': { line: 'salary due --client 10001.00' },
  'salary reconcile': { line: 'salary reconcile -q', before: () => lostUpload() },
  'receipts list': { line: 'receipts list', empty: ['--year 2001', 'No receipts.\n'] },
  'receipts verify': { line: 'receipts verify' },
  'mandates list': { line: 'mandates list -q --client 10001.00', before: () => aMandate() },
  'tasks list': { line: 'tasks list', empty: ['--due-before 2001-01-01', 'No tasks.\n'] },
  'messages list': { line: 'messages list', empty: ['--since 2026-11-21', 'No messages.\n'] },
  'messages download': {
    line: 'messages download --kind decision --to archive',
    empty: ['--since 2026-11-21', 'No messages.\n'],
  },
  doctor: { line: 'doctor' },
  'profiles list': { line: 'profiles list' },
  'config list': { line: 'config list' },
  'sandbox outbox': { line: 'sandbox outbox', empty: ['--kind sms', 'Nothing was sent.\n'] },
};

/** Of a day to come, and cancelled: it changes nothing any more. */
const aHandover = async (): Promise<void> => {
  const line = 'users handover beat.keller --to anna.muster --on 2026-12-24 -q --fields id';
  const { stdout } = await office.run(line);
  await office.run(`users handover cancel ${stdout.trim().split('\t')[1] ?? ''} -q`);
};

const aMandate = async (): Promise<void> => {
  await office.run(
    'mandates add -q --client 10001.00 --holder Seeblick --signatory Anna --issued 2026-01-05 --until-revoked --scan lohn-2025-broken.xml',
  );
};

/** As if the process had ended before it sent anything. */
const lostUpload = (): Promise<void> =>
  intentJournal(path.join(office.desk.home, '.local/state/connect')).begin({
    ...{ key: '00000000-0000-4000-8000-000000000001', operation: 'salary.upload', portal: office.sandbox.portal() },
    ...{ client: '10001.00', content: 'lohn', begunAt: '2026-11-19T08:00:00.000Z' },
    details: { year: 2025, fileName: 'lohn.xml', sha256: 'a'.repeat(64), test: false },
  });

const lists = (await everyVerb())
  .filter(({ verb }) => verb.kind === 'list')
  .map(({ name, verb }) => ({ name, verb, way: ways[name] ?? { line: name } }));

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  await office.signIn('anna.muster');
  const { home } = office.desk;
  await copyFile('examples/lohn-2025-broken.xml', path.join(home, 'lohn-2025-broken.xml'));
  const access =
    'version: 1\nclients:\n  10001.00:\n    users:\n      anna.muster: administrator\n      luca.bianchi: { lastName: Rossi }\n';
  await writeFile(path.join(home, 'access.yaml'), access);
  expect(await office.run('users plan access.yaml --out plan.json -q')).toMatchObject({ exitCode: 0 });
  expect(await office.run('users apply plan.json --yes -q')).toMatchObject({ exitCode: 0 });
  // The sandbox lives in this process; that is where its control file says it is.
  await mkdir(path.join(home, 'sandbox'));
  const { origin, controlToken } = office.sandbox;
  await writeFile(path.join(home, 'sandbox/control.json'), JSON.stringify({ origin, controlToken, pid: process.pid }));
  office.desk.env['CONNECT_SANDBOX_DIRECTORY'] = path.join(home, 'sandbox');
  office.desk.processes = systemProcesses('', {}, new AbortController().signal);
  await aHandover();
  // Afterwards all of them are there, and stay as they are.
  await office.run(ways['messages download']!.line);
  const { stdout: id } = await office.run('salary list --year 2024 --fields id');
  expect(await office.run(`salary receipt ${id.trim()}`)).toMatchObject({ exitCode: 0 });
});
afterAll(() => office.close());

test('every list of the program is tried here', () => {
  expect(lists.map(({ name }) => name).sort()).toEqual(Object.keys(ways).sort());
});

describe.each(lists)('$name', ({ verb, way }) => {
  /** What comes to stdout; nothing else may come. */
  const out = async (options = '', circumstances: Circumstances = {}): Promise<string> => {
    await way.before?.();
    const { exitCode, stdout, stderr } = await office.run(`${way.line} ${options}`, circumstances);
    expect({ exitCode, stderr }).toEqual({ exitCode: way.exitCode ?? 0, stderr: '' });
    return stdout;
  };
  type Row = Readonly<Record<string, unknown>>;
  /** But for the setting that says how the list was asked for. */
  const others = (all: readonly Row[]) => all.filter(({ key }) => key !== 'output');
  const rows = async () => others(JSON.parse(await out('-o json')) as readonly Row[]);
  const cellsIn = (text: string) => parsedCsv(text).filter(([key]) => key !== 'output');
  const own = verb.kind === 'list' && verb.parts !== undefined ? verb.parts.columns : verb.columns;
  // A board says whose its rows are; where they fall into parts, those say it themselves.
  const isBoard = verb.kind === 'list' && verb.everyClient === true && verb.parts === undefined;
  const columns = isBoard ? [{ key: 'client', hidden: false }, ...own] : own;
  const visible = columns.filter(({ hidden }) => hidden !== true);
  const [first = '', second = ''] = columns.map(({ key }) => key);
  const escape = '\u001b[';

  test('json is an array on one line, indented on a terminal', async () => {
    const piped = await out('-o json');
    expect(piped.split('\n')).toHaveLength(2);
    expect(JSON.parse(piped)).toEqual(expect.arrayContaining([expect.any(Object)]));
    const shown = await out('-o json', { terminal: true });
    expect(shown).toMatch(/^\[\n {2}\{\n {4}"/);
    expect(JSON.parse(shown)).toEqual(JSON.parse(piped));
  });

  test('ndjson is the same, one object a line', async () => {
    const lines = (await out('-o ndjson')).trimEnd().split('\n');
    expect(others(lines.map((line) => JSON.parse(line) as Row))).toEqual(await rows());
  });

  test('csv has a header of all fields and the values as they are', async () => {
    const [header = [], ...records] = cellsIn(await out('-o csv'));
    expect(header).toEqual(columns.map(({ key }) => key));
    expect(records.every(({ length }) => length === header.length)).toBe(true);
    if (verb.kind === 'list' && verb.parts !== undefined) return;
    const all = await rows();
    expect(records).toHaveLength(all.length);
    const plain = all.flatMap((row, index) =>
      Object.entries(row)
        .filter(([key, value]) => header.includes(key) && /^(?:string|number|boolean)$/.test(typeof value))
        // eslint-disable-next-line no-control-regex -- what is harmful is another test's matter
        .filter(([, value]) => !/[\u0000-\u001f\u202e]|^\+41/.test(String(value)))
        .map(([key, value]) => [`${index} ${key}`, String(value), records[index]?.[header.indexOf(key)]] as const),
    );
    expect(plain.length).toBeGreaterThan(all.length);
    for (const [place, value, cell] of plain) expect([place, cell]).toEqual([place, value]);
  });

  test('csv for Excel has a byte order mark and semicolons, and the same cells', async () => {
    const text = await out('-o csv --csv-excel');
    expect(text.charAt(0)).toBe('\ufeff');
    expect(parsedCsv(text.slice(1), ';')).toEqual(parsedCsv(await out('-o csv')));
  });

  test('in a pipe: tab-separated, without header, colour or truncation', async () => {
    const [, ...records] = cellsIn(await out(`-o csv --fields ${visible.map(({ key }) => key).join(',')}`));
    const text = await out('', { env: { TERM: 'xterm-256color' } });
    const lines = text
      .split('\n')
      .slice(0, -1)
      .map((line) => line.split('\t'));
    expect(lines.filter(([key]) => key !== 'output')).toEqual(records);
    expect(text).not.toContain(escape);
  });

  test('on a terminal: in colour, unless somebody says otherwise', async () => {
    const plain = await out('--color never', { terminal: true });
    expect(plain).not.toContain(escape);
    for (const env of [{ NO_COLOR: '1' }, { NO_COLOR: '0' }, { TERM: 'dumb' }] as Record<string, string>[]) {
      expect(await out('', { terminal: true, env })).toBe(plain);
    }
    if (verb.kind === 'list' && verb.parts?.lines !== undefined) return;
    const coloured = await out('', { terminal: true });
    expect(coloured).toContain(escape);
    // eslint-disable-next-line no-control-regex -- colours are control characters
    expect(coloured.replaceAll(/\u001b\[\d+m/g, '')).toBe(plain);
    expect(await out('', { terminal: true, env: { NO_COLOR: '' } })).toBe(coloured);
    expect(await out('--color always', { terminal: true, env: { NO_COLOR: '1' } })).toBe(coloured);
    expect(await out('-o table --color always')).toContain(escape);
    expect(await out('-o table')).not.toContain(escape);
  });

  test('only stdout decides: a terminal on stdin or stderr changes nothing', async () => {
    expect(await out('', { terminal: { stdin: true, stderr: true } })).toBe(await out());
  });

  test('--fields: only these, in this order', async () => {
    const [header] = parsedCsv(await out(`-o csv --fields ${second},${first}`));
    expect(header).toEqual([second, first]);
    const lines = (await out(`--fields ${second}`)).trimEnd().split('\n');
    expect(lines.filter((line) => line.includes('\t'))).toEqual([]);
    const members = verb.columns
      .map(({ key }) => key)
      .slice(0, 2)
      .reverse();
    const picked = JSON.parse(await out(`-o json --fields ${members.join(',')}`)) as readonly object[];
    expect(new Set(picked.map((row) => Object.keys(row).join()))).toEqual(new Set([members.join()]));
  });

  test('--fields with an unknown name lists the known ones', async () => {
    const ended = await office.run(`${way.line} --fields ${first},bogus`);
    const known = columns.map(({ key }) => key).join(', ');
    expect(ended).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `Error: There is no field “bogus”. Known: ${known}\n`,
    });
  });

  test('--query sees the whole result and prints JSON', async () => {
    expect(await out('--query length(@)')).toBe(`${(JSON.parse(await out('-o json')) as readonly Row[]).length}\n`);
    const ended = await office.run(`${way.line} --query ]`);
    expect(ended).toMatchObject({ exitCode: 2, stdout: '' });
    expect(ended.stderr).toContain('The expression “]” is not JMESPath');
  });
});

describe.each(lists.filter(({ way }) => way.empty !== undefined))('$name, when there is nothing', ({ verb, way }) => {
  const [options, stderr] = way.empty ?? ['', ''];
  test.each([
    ['-o json', '[]\n'],
    ['-o ndjson', ''],
    ['-o csv', `${verb.columns.map(({ key }) => key).join(',')}\r\n`],
    ['-o table', ''],
    ['', ''],
  ])('%s', async (format, stdout) => {
    expect(await office.run(`${way.line} ${options} ${format}`)).toEqual({ exitCode: 0, stdout, stderr });
    expect(await office.run(`${way.line} ${options} ${format} -q`)).toEqual({ exitCode: 0, stdout, stderr: '' });
  });
});
