import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildElm } from '../support/elm.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { piped, printed } from '../support/printed.js';

interface Declaration {
  readonly id: string;
  readonly state: string;
  readonly totals: Readonly<Record<string, unknown>> | null;
  readonly findingCount: number;
  readonly findings: readonly { level: string; code: string; text: string; line: number | null }[];
}

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await office.signIn('anna.muster');
});
afterEach(() => office.close());

const list = (options = '') => printed<readonly Declaration[]>(office, `salary list ${options}`);
const show = (id: string, options = '') => printed<Declaration>(office, `salary show ${id} ${options}`);
const upload = async (options = '', xml = buildElm({ version: '5.0', fund: '095', member: '10001.00' })) => {
  await writeFile(path.join(office.desk.home, 'lohn.xml'), xml);
  return printed<Declaration>(office, `salary upload lohn.xml ${options}`);
};

test('lists the declarations, the newest first', async () => {
  const ids = (await list()).map(({ id }) => id);
  expect(await office.run('salary list')).toEqual({
    exitCode: 0,
    stdout: piped([
      [ids[0], 2024, 'accepted', false, 'lohnmeldung-2024.xml', '2025-01-20T09:12:00+01:00', 'anna.muster', 0],
      [
        ...[ids[1], 2023, 'accepted-with-warnings', false, 'lohnmeldung-2023.xml', '2024-01-20T09:12:00+01:00'],
        ...['anna.muster', 1],
      ],
    ]),
    stderr: '',
  });
});

test.each([
  ['--year 2024', ['2024']],
  ['--state accepted-with-warnings', ['2023']],
  ['--year 2024 --state accepted-with-warnings', []],
])('%s', async (filter, years) => {
  expect(await office.run(`salary list ${filter} --fields year`)).toEqual({
    exitCode: 0,
    stdout: years.map((year) => `${year}\n`).join(''),
    stderr: years.length === 0 ? 'No salary declarations.\n' : '',
  });
});

test.each([
  ['--year 1999', '--year', '1999', '2000–2100'],
  ['--year last', '--year', 'last', '2000–2100'],
  ['--state gone', '--state', 'gone', undefined],
])('%s is refused', async (options, option, value, expected) => {
  const ended = await office.run(`salary list ${options}`);
  expect(ended).toMatchObject({ exitCode: 2, stdout: '' });
  expect(ended.stderr).toContain(`“${value}” does not fit the option ${option}. Expected: ${expected ?? 'received, '}`);
});

describe('the state moves with the clock', () => {
  const after = async (ms: number, id: string) => {
    office.sandbox.clock.advance(ms);
    return (await show(id)).state;
  };

  test('a good declaration waits for its release', async () => {
    const { id, state, totals } = await upload();
    expect([state, totals]).toEqual(['received', null]);
    expect(await after(999, id)).toBe('received');
    expect(await after(1, id)).toBe('checking');
    expect(await after(1999, id)).toBe('checking');
    expect(await after(1, id)).toBe('awaiting-release');
    expect(await after(3_600_000, id)).toBe('awaiting-release');
    expect((await show(id)).totals).toMatchObject({ persons: 3, ahvIncome: '177937.20', alvIncome: '177937.20' });
    expect((await list('--state awaiting-release')).map((one) => one.id)).toEqual([id]);
  });

  test('a test is accepted without a release', async () => {
    const { id } = await upload('--test');
    expect(await after(3000, id)).toBe('accepted');
  });

  test('the task that asked for it is done', async () => {
    const due = () => printed<readonly object[]>(office, 'tasks --kind salary-declaration-due');
    expect(await due()).toHaveLength(1);
    await upload();
    office.sandbox.clock.advance(3000);
    expect(await due()).toEqual([]);
  });
});

describe('salary show', () => {
  test('tells what the fund has found, in the language asked for', async () => {
    const [{ id } = { id: '' }] = await list('--year 2023');
    const { findingCount, findings } = await show(id, '--lang fr');
    expect([findingCount, findings.map(({ level }) => level)]).toEqual([1, ['Plausibility']]);
    const texts = await Promise.all(
      ['de', 'fr', 'it', 'en'].map(async (lang) => (await show(id, `--lang ${lang}`)).findings[0]?.text),
    );
    expect(new Set(texts).size).toBe(4);
    const shown = await office.run(`salary show ${id} --lang de`, { terminal: true, env: { NO_COLOR: '1' } });
    expect(shown.stdout).toContain(`Plausibilität ${findings[0]?.code ?? ''}: ${texts[0] ?? ''}`);
  });

  test('shows a declaration without findings as one', async () => {
    const [{ id } = { id: '' }] = await list('--year 2024');
    expect(await office.run(`salary show ${id} --fields state,findings,findingCount`)).toEqual({
      exitCode: 0,
      stdout: 'state\taccepted\nfindings\t\nfindingCount\t0\n',
      stderr: '',
    });
  });

  test('writes money as the reader does', async () => {
    const { id } = await upload();
    office.sandbox.clock.advance(3000);
    const totals = async (lang: string) => {
      const { stdout } = await office.run(`salary show ${id} --fields totals --lang ${lang}`, {
        terminal: true,
        env: { NO_COLOR: '1' },
      });
      return stdout.trim();
    };
    expect(await totals('de')).toMatch(/177['’]937\.20/);
    expect(await totals('fr')).toMatch(/177[\u202f\u00a0]937[,.]20/);
    expect(await totals('en')).toContain('177,937.20');
    expect((await office.run(`salary show ${id} --fields totals`)).stdout).toContain('"ahvIncome":"177937.20"');
  });

  test('a rejected declaration says why', async () => {
    await office.signIn('sara.treuhand', { profile: 'sara' });
    const [{ id } = { id: '' }] = await list('-p sara -c 20002.00 --state rejected');
    const { state, findings } = await show(id, '-p sara -c 20002.00');
    expect(state).toBe('rejected');
    expect(findings).toMatchObject([
      { level: 'Plausibility', code: 'total-mismatch', line: expect.any(Number) as number },
    ]);
  });
});
