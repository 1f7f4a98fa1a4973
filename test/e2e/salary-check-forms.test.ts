import { copyFile, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildElm, elmPersons } from '../support/elm.js';
import { emptyFolder } from '../support/folder.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { sarifFaults, type SarifLog } from '../support/sarif.js';
import { anna, templateCells, workbook } from '../support/workbook.js';

let office: Office;
let cwd: string;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());
beforeEach(async () => {
  cwd = await emptyFolder();
  for (const name of ['lohn-2025.xml', 'lohn-2025-broken.xml']) {
    await copyFile(path.join('examples', name), path.join(cwd, name));
  }
});

const put = (name: string, content: string | Uint8Array) => writeFile(path.join(cwd, name), content);
const check = (options: string, stdin = '') => office.run(`salary check ${options}`, { cwd, stdin });
const usage = (stderr: string) => ({ exitCode: 2, stdout: '', stderr });

/** All its findings are warnings, three persons without an AHV number. */
const warned = buildElm({ persons: elmPersons(3).map((person) => ({ ...person, ahvNumber: 'unknown' })) });

describe('-o sarif', () => {
  const sarif = async (options: string, stdin = '') => {
    const ended = await check(`${options} -o sarif`, stdin);
    const log = JSON.parse(ended.stdout) as SarifLog;
    expect(sarifFaults(log)).toEqual([]);
    return { ...ended, log, run: log.runs[0]! };
  };

  test('columns count characters, as it says of them, not bytes and not halves of a character', async () => {
    const lines = (await readFile(path.join(cwd, 'lohn-2025-broken.xml'), 'utf8')).split('\n');
    await put('lohn.xml', lines.map((line, index) => (index === 64 ? `<!-- Zoë 😀 -->${line}` : line)).join('\n'));
    const columnOf = async (name: string): Promise<number> => {
      const { run } = await sarif(name);
      expect(run).toMatchObject({ columnKind: 'unicodeCodePoints' });
      const [place] = run.results[1]!.locations as readonly { physicalLocation: { region: { startColumn: number } } }[];
      return place!.physicalLocation.region.startColumn;
    };
    expect((await columnOf('lohn.xml')) - (await columnOf('lohn-2025-broken.xml'))).toBe(14);
  });

  test('is one run over all files, with rules that explain themselves and results at their places', async () => {
    const { exitCode, run } = await sarif('lohn-2025.xml lohn-2025-broken.xml');
    expect(exitCode).toBe(7);
    expect(run.artifacts?.map(({ location }) => location.uri)).toEqual(['lohn-2025.xml', 'lohn-2025-broken.xml']);
    expect(run.invocations).toEqual([{ executionSuccessful: true }]);
    expect(run.results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ['P02', 'warning'],
      ['P01', 'error'],
      ['V04', 'error'],
      ['P03', 'error'],
      ['P04', 'error'],
    ]);
    const digit = run.results[1]!;
    expect(digit).toEqual({
      ruleId: 'P01',
      ruleIndex: run.tool.driver.rules.findIndex(({ id }) => id === 'P01'),
      level: 'error',
      message: {
        text: 'The AHV number is wrong: its check digit does not fit. One digit is wrong, or two are exchanged. Correct the number by the insurance certificate of the person.',
      },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'lohn-2025-broken.xml', index: 1 },
            region: { startLine: 65, startColumn: 39 },
          },
          logicalLocations: [
            {
              name: 'SV-AS-Number',
              fullyQualifiedName:
                '/DeclareSalary/SalaryDeclaration/Company/Staff/Person[2]/Particulars/Social-InsuranceIdentification/SV-AS-Number',
              kind: 'element',
            },
          ],
        },
      ],
      partialFingerprints: { 'connectFinding/v1': expect.stringMatching(/^[0-9a-f]{32}:1$/) as string },
      properties: { level: 'Plausibility', person: { ordinal: 2, ahvNumber: '756.****.****.76' } },
    });
    const rule = run.tool.driver.rules[digit.ruleIndex]!;
    expect(rule.help.text).toContain('→ Correct the number by the insurance certificate of the person.');
    expect(rule.help.text.endsWith(rule.properties.source)).toBe(true);
  });

  test.each(['de', 'fr', 'it', 'en'])('speaks %s', async (lang) => {
    const { run } = await sarif(`lohn-2025-broken.xml --lang ${lang} -q`);
    expect(run.language).toBe(lang === 'en' ? 'en' : `${lang}-CH`);
    const told = JSON.parse((await check(`lohn-2025-broken.xml --lang ${lang} -o json -q`)).stdout) as [
      { findings: { message: string; fix: string }[] },
    ];
    expect(run.results.map(({ message }) => message.text)).toEqual(
      told[0].findings.map(({ message, fix }) => `${message} ${fix}`),
    );
    expect(JSON.stringify(run.tool)).not.toMatch(/\{\w+\}/);
  });

  test('fingerprints stay when lines move, and tell equal findings apart', async () => {
    const xml = await readFile('examples/lohn-2025-broken.xml', 'utf8');
    await put('moved.xml', xml.replace('<sd:Staff>', '<sd:Staff>\n<!-- moved -->\n'));
    await put('warned.xml', warned);
    const prints = async (file: string) =>
      (await sarif(`${file} -q`)).run.results.map(({ partialFingerprints }) => partialFingerprints);
    expect(await prints('moved.xml')).toEqual(await prints('lohn-2025-broken.xml'));
    const three = (await prints('warned.xml')).map((print) => JSON.stringify(print));
    expect(new Set(three).size).toBe(3);
  });

  test('a cell of a workbook is a logical location, a line of CSV a region', async () => {
    const wrong = ['756.1234.5678.90', ...anna.slice(1)];
    await put('löhne, 2025.xlsx', workbook({ sheets: [{ cells: templateCells([wrong]) }] }));
    const { run } = await sarif(`"löhne, 2025.xlsx" -q`);
    expect(run.results[0]!.locations).toEqual([
      {
        physicalLocation: { artifactLocation: { uri: 'l%C3%B6hne%2C%202025.xlsx', index: 0 } },
        logicalLocations: [{ name: 'A12', fullyQualifiedName: 'Löhne!A12', kind: 'cell' }],
      },
    ]);
    const headings = 'AHV-Nr;Name;Vorname;Geburtsdatum;Geschlecht;AHV-Lohn;ALV-Lohn;Kanton';
    const csv = await sarif('- --year 2025 -q', `${headings}\n756.1234.5678.90;Muster;Anna;12.04.1985;F;1;1;BS\n`);
    expect(csv.run.results[0]!.locations).toEqual([
      {
        physicalLocation: { artifactLocation: { uri: 'stdin', index: 0 }, region: { startLine: 2 } },
        logicalLocations: [{ name: 'A2', fullyQualifiedName: 'A2', kind: 'cell' }],
      },
    ]);
  });

  test('a file elsewhere has its whole address; one that can’t be read makes the run unsuccessful', async () => {
    const whole = path.join(cwd, 'lohn-2025.xml');
    const { exitCode, run } = await sarif(`${whole} missing.xml -q`);
    expect(exitCode).toBe(3);
    expect(run.artifacts?.map(({ location }) => location.uri)).toEqual([pathToFileURL(whole).href]);
    expect(run.invocations).toEqual([{ executionSuccessful: false }]);
  });

  test('what is not SARIF would be noticed', async () => {
    const { log } = await sarif('lohn-2025-broken.xml -q');
    const spoilt = (change: (run: Record<string, never>, result: Record<string, never>) => object) => {
      const copy = structuredClone(log) as unknown as {
        runs: [Record<string, never> & { results: Record<string, never>[] }];
      };
      const [run] = copy.runs;
      Object.assign(run, change(run, run.results[0]!));
      return sarifFaults(copy as unknown as SarifLog).length;
    };
    expect(spoilt(() => ({}))).toBe(0);
    expect(spoilt(() => ({ columnKind: 'bytes' }))).toBeGreaterThan(0);
    expect(spoilt(() => ({ tool: undefined }))).toBeGreaterThan(0);
    expect(spoilt((_run, result) => ({ results: [{ ...result, level: 'info' }] }))).toBeGreaterThan(0);
    expect(spoilt((_run, result) => ({ results: [{ ...result, ruleIndex: 0 }] }))).toBeGreaterThan(0);
    expect(spoilt((_run, result) => ({ results: [{ ...result, person: 1 }] }))).toBeGreaterThan(0);
  });

  test('shows no whole AHV number', async () => {
    expect((await sarif('lohn-2025-broken.xml')).stdout).not.toMatch(/756\.\d{4}/);
  });

  test.each([
    ['users list -o sarif', 'table, json, ndjson, csv'],
    ['salary check a.xml -o sarf', 'table, json, ndjson, csv, sarif'],
    ['version -o toString', 'table, json, ndjson, csv'],
  ])('%s: only verbs that have it know it', async (line, possible) => {
    const [, value = ''] = /-o (\w+)/.exec(line) ?? [];
    expect(await office.run(line)).toEqual(
      usage(`Error: “${value}” does not fit the option --output. Expected: ${possible}\n`),
    );
  });

  test.each(['--fields code', '--query x'])('is whole: %s does not go with it', async (option) => {
    const [name = ''] = option.split(' ');
    expect((await check(`lohn-2025.xml -o sarif ${option}`)).stderr).toContain(`--output sarif, ${name}`);
    expect(await check(`lohn-2025.xml -o sarif ${option}`)).toMatchObject({ exitCode: 2, stdout: '' });
  });

  test('no configuration makes it the output of everything', async () => {
    const ended = await office.run('clients list', { env: { CONNECT_OUTPUT: 'sarif' } });
    expect(ended).toMatchObject({ exitCode: 2, stdout: '' });
    expect(ended.stderr).toContain('CONNECT_OUTPUT');
  });
});

describe('--github', () => {
  test('writes one workflow command a finding, and nothing else on stdout', async () => {
    const { exitCode, stdout } = await check('lohn-2025.xml lohn-2025-broken.xml --github');
    expect(exitCode).toBe(7);
    expect(stdout.split('\n').map((line) => line.slice(0, 76))).toEqual([
      '::warning file=lohn-2025-broken.xml,line=24,col=14,title=P02::The UID CHE-12',
      '::error file=lohn-2025-broken.xml,line=65,col=39,title=P01%2C person no. 2::',
      '::error file=lohn-2025-broken.xml,line=143,col=7,title=V04%2C person no. 4::',
      '::error file=lohn-2025-broken.xml,line=168,col=5,title=P03::Total-AHV-AVS-In',
      '::error file=lohn-2025-broken.xml,line=193,col=3,title=P04::NumberOf-AHV-AVS',
      '',
    ]);
    expect(stdout).not.toMatch(/756\.\d{4}/);
  });

  test('escapes what would end a property or a line', async () => {
    await put('a,b:50%.xml', warned);
    const [line = ''] = (await check('a,b:50%.xml --github')).stdout.split('\n');
    expect(line).toMatch(
      /^::warning file=a%2Cb%3A50%25\.xml,line=\d+,col=\d+,title=P01%2C person no\. 1::The person is/,
    );
  });

  test('names the cell of a workbook, and no file where there is none', async () => {
    const wrong = ['756.1234.5678.90', ...anna.slice(1)];
    await put('a.xlsx', workbook({ sheets: [{ cells: templateCells([wrong]) }] }));
    expect((await check('a.xlsx --github')).stdout).toMatch(
      /^::error file=a\.xlsx,title=P01%2C person no\. 1::Löhne!A12: The AHV number is wrong/,
    );
    expect((await check('- --github', warned)).stdout).toMatch(/^::warning line=\d+,col=\d+,title=P01/);
  });

  test.each(['-o json', '--fields code', '--query x', '-o sarif'])('%s does not go with it', async (option) => {
    expect(await check(`lohn-2025.xml --github ${option}`)).toMatchObject({ exitCode: 2, stdout: '' });
  });

  test('is stronger than a configured output', async () => {
    const ended = await office.run('salary check lohn-2025-broken.xml --github', {
      cwd,
      env: { CONNECT_OUTPUT: 'json' },
    });
    expect(ended.stdout).toMatch(/^::warning /);
  });
});

describe('--max-findings', () => {
  test('lists the gravest, counts the rest, and changes neither exit code nor verdict', async () => {
    const ended = await check('lohn-2025-broken.xml --max-findings 2 --fields code');
    expect(ended).toMatchObject({ exitCode: 7, stdout: 'P01\nV04\n' });
    expect(ended.stderr).toContain(
      'lohn-2025-broken.xml: 3 further findings are not listed (--max-findings).\nlohn-2025-broken.xml: not in order (errors: 4, warnings: 1)\n',
    );
    const [checked] = JSON.parse((await check('lohn-2025-broken.xml --max-findings 4 -o json')).stdout) as unknown[];
    expect(checked).toMatchObject({ ok: false, errors: 4, warnings: 1, omitted: 1, findings: [{}, {}, {}, {}] });
  });

  test('counts for each file', async () => {
    await copyFile(path.join(cwd, 'lohn-2025-broken.xml'), path.join(cwd, 'b.xml'));
    const { stdout } = await check('lohn-2025-broken.xml b.xml --max-findings 1 --fields file,code -q');
    expect(stdout).toBe('lohn-2025-broken.xml\tP01\nb.xml\tP01\n');
  });

  test('lets a file pass only if what is not listed lets it pass', async () => {
    await put('warned.xml', warned);
    expect((await check('warned.xml --max-findings 1 -q')).exitCode).toBe(0);
    expect((await check('warned.xml --max-findings 1 --strict -q')).exitCode).toBe(7);
    expect((await check('warned.xml --max-findings 0')).exitCode).toBe(2);
  });
});

describe('--strict', () => {
  test('warnings fail, notices do not', async () => {
    await put('warned.xml', warned);
    await put('test.xml', buildElm({ testCase: true }));
    const [loose] = JSON.parse((await check('warned.xml -o json -q')).stdout) as unknown[];
    expect(loose).toMatchObject({ ok: true, errors: 0, warnings: 3 });
    const strict = await check('warned.xml -o json --strict');
    expect(strict.exitCode).toBe(7);
    expect(JSON.parse(strict.stdout)).toMatchObject([{ ok: false, errors: 0, warnings: 3 }]);
    expect(strict.stderr).toContain('warned.xml: not in order (errors: 0, warnings: 3)\n');
    expect(await check('test.xml lohn-2025.xml --strict -q --fields code')).toMatchObject({
      exitCode: 0,
      stdout: 'A04\n',
    });
  });
});

describe('what is named', () => {
  test('one file is an array, too, with everything that was promised of it', async () => {
    const [checked, ...others] = JSON.parse((await check('lohn-2025-broken.xml -o json -q')).stdout) as {
      findings: object[];
    }[];
    expect(others).toEqual([]);
    expect(Object.keys(checked!)).toEqual(
      expect.arrayContaining(['file', 'format', 'version', 'year', 'fund', 'member', 'persons', 'totals', 'ok']),
    );
    const members = ['code', 'level', 'severity', 'line', 'column', 'path', 'person', 'message', 'fix', 'source'];
    for (const finding of checked!.findings) expect(Object.keys(finding)).toEqual(expect.arrayContaining(members));
  });

  test('stdin once, beside files; never twice', async () => {
    const xml = await readFile('examples/lohn-2025.xml', 'utf8');
    const { exitCode, stdout } = await check('- lohn-2025-broken.xml -o json -q', xml);
    expect(exitCode).toBe(7);
    expect((JSON.parse(stdout) as { file: string; ok: boolean }[]).map(({ file, ok }) => [file, ok])).toEqual([
      ['-', true],
      ['lohn-2025-broken.xml', false],
    ]);
    expect(await check('- lohn-2025.xml -', xml)).toEqual(
      usage('Error: Stdin (-) can be read only once.\nHint: Name - once, and the other files by their names.\n'),
    );
  });

  test('a file that is named twice, in whichever way, is checked once', async () => {
    const ended = await check(`lohn-2025.xml ./lohn-2025.xml ${path.join(cwd, 'lohn-2025.xml')} -o json`);
    expect(ended.exitCode).toBe(0);
    expect(JSON.parse(ended.stdout)).toMatchObject([{ file: 'lohn-2025.xml' }]);
    expect(ended.stderr).toMatch(/^lohn-2025\.xml is named several times and is checked once\.\n/);
  });
});
