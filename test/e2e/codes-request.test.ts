import { readFile, readdir } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { intents } from '../support/changes.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { announced, piped, printed, withoutNumber } from '../support/printed.js';

let office: Office;
let lettersBefore: number;
beforeEach(async () => {
  office = await openOffice();
  await office.signIn('anna.muster');
  lettersBefore = office.sandbox.outbox({ kind: 'letter' }).length;
});
afterEach(() => office.close());

const what =
  'Ask for an access code for Muster Beispiel AG, by post to: Muster Beispiel AG, Musterstrasse 1, 4051 Basel';
const letters = () => office.sandbox.outbox({ kind: 'letter' }).slice(lettersBefore);
const notAsked = () => {
  expect(letters()).toEqual([]);
  expect(office.sandbox.audit().filter(({ operation }) => operation === 'requestCode')).toEqual([]);
};

describe('confirmation', () => {
  test('says where the letter goes, asks, and shows the request', async () => {
    const ended = await office.run('codes request --reason code-expired', {
      terminal: { stdin: true },
      answers: [['Have the letter sent to Muster Beispiel AG, Musterstrasse 1, 4051 Basel?', true]],
    });
    const [{ id } = { id: '' }] = await printed<readonly { id: string }[]>(office, 'codes list');
    expect(ended).toEqual({
      exitCode: 0,
      stdout: piped([
        ['reference', 'CR-2026-00005'],
        ['state', 'requested'],
        ['recipient', 'member'],
        ['reason', 'code-expired'],
        ['requestedAt', '2026-11-20T09:00:00+01:00'],
        ['postedAt', null],
        ['expiresAt', null],
        ['id', id],
        ['addressee', 'Muster Beispiel AG,Musterstrasse 1,4051 Basel'],
        ['delivery', 'post'],
        ['requestedBy', 'anna.muster'],
        ['printedAt', null],
        ['usedAt', null],
        ['next', 'print'],
        ['daysLeft', null],
      ]),
      stderr: announced(office, what),
    });
    expect(letters()).toMatchObject([
      {
        to: 'Muster Beispiel AG, Musterstrasse 1, 4051 Basel',
        client: '10001.00',
        code: expect.stringMatching(/^[A-Z0-9]{12}$/) as string,
      },
    ]);
    expect(await intents(office)).toEqual([]);
  });

  test('asks for the reason where none was given', async () => {
    const ended = await office.run('codes request --fields reason -q', {
      terminal: { stdin: true },
      answers: [
        ['Why is a code needed?', 'last-administrator-left'],
        ['Have the letter sent', true],
      ],
    });
    expect(ended).toEqual({ exitCode: 0, stdout: 'reason\tlast-administrator-left\n', stderr: '' });
  });

  test('who says no gets no letter', async () => {
    const circumstances = { terminal: { stdin: true }, answers: [['Have the letter sent', false]] } as const;
    expect(await office.run('codes request --reason other', circumstances)).toEqual({
      exitCode: 5,
      stdout: '',
      stderr: `${announced(office, what)}Error: Not confirmed. Nothing was changed.\n`,
    });
    notAsked();
  });

  test('without a terminal, --yes and --reason are needed', async () => {
    expect(await office.run('codes request --reason other')).toEqual({
      exitCode: 2,
      stdout: '',
      stderr:
        announced(office, what) +
        'Error: There is nobody to ask: stdin is not a terminal, or --no-input was given.\n' +
        'Hint: Give the answer beforehand: --yes\n',
    });
    expect(await office.run('codes request --yes')).toEqual({
      exitCode: 2,
      stdout: '',
      stderr:
        'Error: There is nobody to ask: stdin is not a terminal, or --no-input was given.\n' +
        'Hint: Give the answer beforehand: --reason\n',
    });
    notAsked();
  });

  test('a dry run shows the request and sends none', async () => {
    const before = office.sandbox.dump();
    const ended = await office.run('codes request --reason other --remark "we moved" --dry-run -o json');
    expect({ ...ended, stdout: JSON.parse(ended.stdout) as unknown }).toEqual({
      exitCode: 0,
      stdout: {
        dryRun: true,
        wouldDo: what,
        request: {
          method: 'POST',
          path: '/clients/10001.00/code-requests',
          body: { recipient: 'member', reason: 'other', remark: 'we moved' },
        },
      },
      stderr: announced(office, what),
    });
    expect(office.sandbox.dump()).toEqual(before);
  });

  test('a reason that does not exist is refused before anything goes over the wire', async () => {
    const before = office.sandbox.exchanges.length;
    expect(await office.run('codes request --reason because --yes')).toEqual({
      exitCode: 2,
      stdout: '',
      stderr:
        'Error: “because” does not fit the option --reason. Expected: no-active-login, last-administrator-left, ' +
        'additional-administrator, code-expired, fiduciary-access, other\n',
    });
    expect(office.sandbox.exchanges.length).toBe(before);
  });
});

test('only administrators may ask for a code', async () => {
  await office.signIn('luca.bianchi', { profile: 'luca' });
  expect(withoutNumber(await office.run('codes request --reason other --yes -q -p luca'))).toEqual({
    exitCode: 5,
    stdout: '',
    stderr:
      'Error: This login has no right to do that.\n' +
      'Hint: An administrator of the employer can grant it.\n' +
      'Request: NUMBER\n',
  });
  expect(letters()).toEqual([]);
});

test('the code stands in the letter, and in nothing that the program or the portal says', async () => {
  const said = [];
  for (const format of ['table', 'json', 'ndjson', 'csv']) {
    said.push(await office.run(`codes request --reason other --yes --debug -o ${format}`));
  }
  const codes = letters().map(({ code }) => code ?? '');
  expect(codes).toHaveLength(4);
  const [{ id } = { id: '' }] = await printed<readonly { id: string }[]>(office, 'codes list');
  for (const line of ['codes list', `codes show ${id}`, 'codes list -o csv', `codes show ${id} --query @`]) {
    said.push(await office.run(`${line} --debug`));
    said.push(await office.run(`${line} --verbose`, { terminal: true }));
  }
  expect(said.map(({ exitCode }) => exitCode)).toEqual(said.map(() => 0));
  const everything = [...said.flatMap(({ stdout, stderr }) => [stdout, stderr]), ...(await files())].join('\n');
  const answers = office.sandbox.exchanges.map(
    ({ responseBody, responseHeaders }) => `${String(responseBody)}${JSON.stringify(responseHeaders)}`,
  );
  for (const code of codes) {
    expect(code).toMatch(/^[A-Z0-9]{12}$/);
    expect(everything).not.toContain(code);
    expect(answers.join('\n')).not.toContain(code);
  }
});

/** What the program has left on this desk. */
async function files(): Promise<readonly string[]> {
  const entries = await readdir(office.desk.home, { recursive: true, withFileTypes: true });
  const found = entries.filter((entry) => entry.isFile());
  return Promise.all(found.map(({ parentPath, name }) => readFile(`${parentPath}/${name}`, 'utf8')));
}
