import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildElm } from '../support/elm.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { forbiddenFile } from '../support/unreadable.js';

let office: Office;
let folder: string;
let forbidden: string;
beforeAll(async () => {
  office = await openOffice();
  await office.signIn('anna.muster');
  folder = path.join(office.desk.home, 'lohn');
  await mkdir(folder);
  forbidden = await forbiddenFile(office.desk.home);
  await writeFile(
    path.join(office.desk.home, 'lohn.xml'),
    buildElm({ version: '5.0', fund: '095', member: '10001.00' }),
  );
});
afterAll(() => office.close());

/** The lines of an error, without those that say what was about to be done. */
const errorOf = (stderr: string): string => stderr.slice(stderr.indexOf('Error: '));
const ended = async (line: string, env: Record<string, string> = {}) => {
  const before = office.sandbox.audit().length;
  const { exitCode, stdout, stderr } = await office.run(line, { env });
  const changes = office.sandbox
    .audit()
    .slice(before)
    .filter(({ operation }) => !/^(?:list|get|describe)/.test(operation));
  expect(changes).toEqual([]);
  return { exitCode, stdout, error: errorOf(stderr) };
};

/** Each verb that reads a file of the user's. */
const readers: readonly (readonly [name: string, line: (file: string) => string])[] = [
  ['salary check', (file) => `salary check ${file}`],
  ['salary check --schema', (file) => `salary check ${file} --schema .`],
  ['salary convert', (file) => `salary convert ${file} elm.xml`],
  ['salary upload', (file) => `salary upload ${file}`],
  ['salary upload --client auto', (file) => `salary upload ${file} --client auto`],
  ['salary upload --attach', (file) => `salary upload lohn.xml --attach ${file}`],
  [
    'mandates add --scan',
    (file) =>
      `mandates add -c 10001.00 --holder Seeblick --signatory Anna --issued 2026-01-05 --until-revoked --scan ${file}`,
  ],
];

describe.each(readers)('%s', (_name, line) => {
  test('says of a folder that it is one, and what to name', async () => {
    expect(await ended(line('lohn'))).toEqual({
      exitCode: 7,
      stdout: '',
      error:
        `Error: ${folder} is a folder, not a file.\n` +
        `Hint: Name the file in it that is meant; where several may be named, the shell names them all: ${folder}/*\n`,
    });
  });

  test('says of a file that may not be read who can help', async () => {
    expect(await ended(line(forbidden))).toEqual({
      exitCode: 7,
      stdout: '',
      error:
        `Error: ${forbidden} can’t be read: the permission is missing.\n` +
        'Hint: Its owner can give it; ls -l shows who that is, and who may read.\n',
    });
  });

  test('says of a file that is not there that it is not', async () => {
    for (const file of ['nothing.xml', 'lohn.xml/nothing.xml']) {
      expect(await ended(line(file))).toEqual({
        exitCode: 3,
        stdout: '',
        error: `Error: There is no file ${path.join(office.desk.home, file)}.\n`,
      });
    }
  });
});

test('a folder among several files does not keep the others from being checked', async () => {
  const { exitCode, stdout, stderr } = await office.run('salary check lohn lohn.xml -o json -q');
  expect({ exitCode, stderr }).toEqual({ exitCode: 7, stderr: `lohn: ${folder} is a folder, not a file.\n` });
  expect(JSON.parse(stdout)).toMatchObject([{ file: 'lohn.xml', ok: true }]);
});

test('a file where a folder of schemas should be is told', async () => {
  const { exitCode, error } = await ended('salary check lohn.xml --schema lohn.xml');
  expect(exitCode).toBe(2);
  expect(error).toContain('it is no folder');
});

describe('files of settings and secrets', () => {
  const reasons = () =>
    [
      [folder, 'it is a folder'],
      [forbidden, 'the permission is missing'],
    ] as const;

  test('a password file', async () => {
    for (const [file, reason] of reasons()) {
      const line = `users new --email a@muster.example --first-name A --last-name B --language de --mobile +41791234599 --theme messages --password-file ${file}`;
      expect(await ended(line)).toEqual({
        exitCode: 2,
        stdout: '',
        error: `Error: No secret can be read from ${file}: ${reason}\nHint: The secret must be the file’s first line.\n`,
      });
    }
  });

  test('an authority’s certificates that are put into the configuration', async () => {
    for (const [file, reason] of reasons()) {
      const { exitCode, error } = await ended(`config set ca-file ${file}`);
      expect(exitCode).toBe(2);
      expect(error).toContain(`Error: The certificates in ${file} can’t be read (ca-file): ${reason}\n`);
    }
  });

  test('a client certificate', async () => {
    for (const [file, reason] of reasons()) {
      const { exitCode, error } = await ended(`login ${office.sandbox.portal()} --certificate ${file}`);
      expect(exitCode).toBe(2);
      expect(error).toContain(`Error: ${file} can’t be read: ${reason}\n`);
    }
  });

  test('the configuration itself, in each language', async () => {
    const cwd = path.join(office.desk.home, 'elsewhere');
    const file = path.join(cwd, '.connect.toml');
    await mkdir(file, { recursive: true });
    const said = {
      de: `Fehler: Die Konfiguration ${file} kann nicht gelesen werden: es ist ein Ordner`,
      fr: `Erreur\u202f: La configuration ${file} ne peut pas être lue\u202f: c’est un dossier`,
      it: `Errore: La configurazione ${file} non può essere letta: è una cartella`,
      en: `Error: The configuration ${file} can’t be read: it is a folder`,
    };
    for (const [language, text] of Object.entries(said)) {
      const { exitCode, stderr } = await office.run(`clients list --lang ${language}`, { cwd });
      expect([exitCode, stderr.split('\n')[0]]).toEqual([2, text]);
    }
  });

  test('for programs the reason is the system’s name for it', async () => {
    const { stderr } = await office.run(`config set ca-file ${folder} -o json`);
    expect(JSON.parse(stderr)).toMatchObject({ code: 'ca-file-unreadable', params: { reason: 'EISDIR' } });
  });
});
