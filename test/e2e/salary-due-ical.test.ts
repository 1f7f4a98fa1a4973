import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import ICAL from 'ical.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await office.signIn('sara.treuhand');
});
afterEach(() => office.close());

/** What a reader that is not ours makes of a calendar. */
function read(text: string): { name: unknown; events: readonly object[] } {
  const calendar = new ICAL.Component(ICAL.parse(text) as [string, unknown[], unknown[]]);
  return {
    name: calendar.getFirstPropertyValue('x-wr-calname'),
    events: calendar.getAllSubcomponents('vevent').map((component) => {
      const { uid, summary, description, startDate } = new ICAL.Event(component);
      return { uid, summary, description, on: startDate.toString(), wholeDay: startDate.isDate };
    }),
  };
}
const uid = (client: string) => `salary-2025-${client}@${office.sandbox.portal().replace('http://', '')}`;
const on = { on: '2026-12-11', wholeDay: true };

test.each([
  ['en', 'Salary declarations', 'Salary declaration 2025: ', 'State: missing', 'State: rejected'],
  ['de', 'Lohnmeldungen', 'Lohnmeldung 2025: ', 'Status: fehlt', 'Status: zurückgewiesen'],
  [
    'fr',
    'Déclarations de salaires',
    'Déclaration de salaires 2025\u202f: ',
    'État\u202f: manquante',
    'État\u202f: rejetée',
  ],
  ['it', 'Notifiche dei salari', 'Notifica dei salari 2025: ', 'Stato: mancante', 'Stato: respinta'],
])(
  '--ical - prints what is open in the language of %s, and nothing else',
  async (lang, name, what, missing, rejected) => {
    const { stdout, ...ended } = await office.run(`salary due --ical - --lang ${lang}`);
    expect(ended).toEqual({ exitCode: 0, stderr: '' });
    expect(read(stdout)).toEqual({
      name,
      events: [
        { uid: uid('20001.00'), summary: `${what}Schreinerei Birkenau GmbH (20001.00)`, description: missing, ...on },
        { uid: uid('20002.00'), summary: `${what}Gasthof Sonnenberg AG (20002.00)`, description: rejected, ...on },
      ],
    });
  },
);

test('--ical FILE writes the same into a new file, beside the list', async () => {
  const file = path.join(office.desk.home, 'fristen.ics');
  const list = await office.run('salary due');
  expect(await office.run('salary due --ical fristen.ics')).toEqual({
    ...list,
    stderr: `${file}: 2 events\n`,
  });
  const { stdout } = await office.run('salary due --ical -');
  expect(await readFile(file, 'utf8')).toBe(stdout);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test('no file is ever replaced, and none is left half done', async () => {
  const file = path.join(office.desk.home, 'fristen.ics');
  await writeFile(file, 'mine');
  const ended = await office.run('salary due --ical fristen.ics -q');
  expect(ended).toMatchObject({ exitCode: 5, stdout: '' });
  expect(ended.stderr).toContain(`There is a file of that name already: ${file}\n`);
  expect(await readFile(file, 'utf8')).toBe('mine');
  expect(await readdir(office.desk.home)).not.toContainEqual(expect.stringMatching(/\.part$/));
});

test('the exit code of --within holds beside a calendar', async () => {
  expect(await office.run('salary due --ical - --within 21d -q')).toMatchObject({ exitCode: 11 });
});

test('where nothing is open the calendar is empty', async () => {
  const { stdout, exitCode } = await office.run('salary due -c 20003.00 --ical -');
  expect({ exitCode, ...read(stdout) }).toEqual({ exitCode: 0, name: 'Salary declarations', events: [] });
});

test('a dry run is refused, since it would write a file all the same', async () => {
  expect(await office.run('salary due --ical fristen.ics --dry-run')).toMatchObject({ exitCode: 2, stdout: '' });
  expect(await readdir(office.desk.home)).not.toContain('fristen.ics');
});
