import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { languages } from '../../src/i18n/translate.js';
import { intents, outcomeUnknown, withoutRequest } from '../support/changes.js';
import { reportWords } from '../support/failure-texts.js';
import { answered } from '../support/logins.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { piped } from '../support/printed.js';
import { codeInLetter } from '../support/registrations.js';

let office: Office;
let portal: string;
let lettersBefore: number;
beforeEach(async () => {
  office = await openOffice();
  portal = office.sandbox.portal();
  lettersBefore = office.sandbox.outbox({ kind: 'letter' }).length;
});
afterEach(() => office.close());

const letters = () => office.sandbox.outbox({ kind: 'letter' }).slice(lettersBefore);
const asked = () => office.sandbox.audit().filter(({ operation }) => operation === 'requestCodeWithoutLogin');

const sonnenberg = {
  member: '20002.00',
  company: 'Gasthof Sonnenberg AG',
  contact: 'wirt@gasthof-sonnenberg.example',
} as const;
const request = ({ member, company, contact }: Record<keyof typeof sonnenberg, string> = sonnenberg) => [
  ...['codes', 'request', '--portal', portal, '--member', member, '--company', company],
  ...['--contact-email', contact, '--reason', 'no-active-login'],
];

const why =
  'The code comes by post only. For data protection it is never given by e-mail or telephone: whoever has it becomes ' +
  'administrator. The letter goes to the address that the fund has on file, to a fiduciary only with the member’s ' +
  'written request and a power of attorney. The portal does not say whether number and name are right; if they are ' +
  'not, no letter comes.\n';
const what = (company: string = sonnenberg.company, member: string = sonnenberg.member) =>
  `Ask ${portal} for an access code for ${company}, member ${member}, by post to the address that the fund has on file.\n`;
const noted = (reference: string) =>
  `Noted as ${reference}: quote that when you ask the fund. Then, with the letter: connect register ${portal}\n`;
const shown = (reference: string, { member = '20002.00', recipient = 'member' } = {}) =>
  piped([
    ['reference', reference],
    ['delivery', 'post'],
    ['portal', portal],
    ['member', member],
    ['recipient', recipient],
  ]);

test('asks for everything, says why the code comes by post, and has a letter sent', async () => {
  const ended = await office.run('codes request --no-login', {
    terminal: { stdin: true },
    answers: [
      ['Address of the portal', portal],
      ['Member number', '20002.00'],
      ['Name of the company, as the fund has it', 'gasthof sonnenberg ag'],
      ['E-mail address for questions of the fund', sonnenberg.contact],
      ['Why is a code needed?', 'last-administrator-left'],
      ['Type the member number 20002.00 once more to ask for the letter:', '20002.00'],
    ],
  });
  expect(ended).toEqual({
    exitCode: 0,
    stdout: shown('CR-2026-00005'),
    stderr: `${why}${what('gasthof sonnenberg ag')}${noted('CR-2026-00005')}`,
  });
  expect(letters()).toMatchObject([{ to: 'Gasthof Sonnenberg AG, Dorfplatz 3, 9050 Appenzell', client: '20002.00' }]);
  expect(JSON.parse(String(office.sandbox.exchanges.at(-1)?.requestBody))).toEqual({
    clientNumber: '20002.00',
    companyName: 'gasthof sonnenberg ag',
    contactEmail: sonnenberg.contact,
    recipient: 'member',
    reason: 'last-administrator-left',
  });
  expect(answered(office.sandbox)).toEqual(['POST /code-requests 202']);
  expect(await intents(office)).toEqual([]);
});

test('takes all of it from options, too, and its code is good for a registration', async () => {
  const ended = await office.run([...request(), '--uid', 'CHE-123.456.788', '--remark', 'we moved', '--yes', '-q']);
  expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
  expect(letters()).toEqual([]);
  expect(await office.run([...request(), '--yes', '-q'])).toMatchObject({ exitCode: 0, stderr: '' });
  expect(letters()).toHaveLength(1);
  const person = '--email rita@gasthof-sonnenberg.example --first-name Rita --last-name Wirth --access-code-stdin';
  const registered = await office.run(['register', portal, ...person.split(' '), '-q'], {
    stdin: `${codeInLetter(office)}\n`,
  });
  expect(registered).toMatchObject({ exitCode: 10, stderr: '' });
});

test('says the same whether or not the fund knows the member', async () => {
  const ended = [];
  for (const one of [sonnenberg, { ...sonnenberg, member: '77777.00' }, { ...sonnenberg, company: 'Another AG' }]) {
    const { stdout, stderr, exitCode } = await office.run([...request(one), '--yes']);
    const neutral = (text: string) =>
      text
        .replaceAll(/CR-2026-\d{5}/g, 'CR')
        .replaceAll(one.member, 'MEMBER')
        .replaceAll(one.company, 'COMPANY');
    ended.push({ exitCode, stdout: neutral(stdout), stderr: neutral(stderr) });
  }
  expect(ended).toEqual([ended[0], ended[0], ended[0]]);
  expect(ended[0]?.exitCode).toBe(0);
  expect(letters()).toHaveLength(1);
});

describe('for a fiduciary', () => {
  const fiduciary = [
    ...['--recipient', 'fiduciary', '--fiduciary', 'Treuhand Seeblick AG'],
    ...['--address', 'Seeweg 4', '--address', '6300 Zug'],
  ];
  const documents = ['--written-request', 'request.pdf', '--power-of-attorney', 'vollmacht.pdf'];
  beforeEach(async () => {
    await writeFile(path.join(office.desk.home, 'request.pdf'), '%PDF-1.7 a request');
    await writeFile(path.join(office.desk.home, 'vollmacht.pdf'), '%PDF-1.7 a power of attorney');
  });

  test('goes along with the written request and the power of attorney, and the letter to the fiduciary', async () => {
    expect(await office.run([...request(), ...fiduciary, ...documents, '--yes'])).toEqual({
      exitCode: 0,
      stdout: shown('CR-2026-00005', { recipient: 'fiduciary' }),
      stderr:
        `${why}Ask ${portal} for an access code for Gasthof Sonnenberg AG, member 20002.00, by post to: ` +
        `Treuhand Seeblick AG, Seeweg 4, 6300 Zug\n${noted('CR-2026-00005')}`,
    });
    expect(letters()).toMatchObject([{ to: 'Treuhand Seeblick AG, Seeweg 4, 6300 Zug' }]);
    const sent = JSON.parse(String(office.sandbox.exchanges.at(-1)?.requestBody)) as { documents: { kind: string }[] };
    expect(sent.documents.map(({ kind }) => kind)).toEqual(['written-request', 'power-of-attorney']);
  });

  test('is not sent without the power of attorney', async () => {
    const ended = await office.run([...request(), ...fiduciary, ...documents.slice(0, 2), '--yes']);
    expect(ended).toEqual({
      exitCode: 2,
      stdout: '',
      stderr:
        'Error: Something is needed that was not given: --power-of-attorney\n' +
        'Hint: Put --help behind the command to see what it takes.\n',
    });
    expect(asked()).toEqual([]);
  });
});

describe('is not sent', () => {
  test('if the member number is typed otherwise the second time', async () => {
    const typed = { terminal: { stdin: true }, answers: [['Type the member number 20002.00', '20020.00']] } as const;
    expect(await office.run(request(), typed)).toEqual({
      exitCode: 5,
      stdout: '',
      stderr: `${why}${what()}Error: Not confirmed. Nothing was changed.\n`,
    });
    expect(asked()).toEqual([]);
  });

  test('without --yes where nobody can type it', async () => {
    expect(await office.run(request())).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('Hint: Give the answer beforehand: --yes\n') as string,
    });
    expect(office.sandbox.exchanges).toEqual([]);
  });

  test('in a dry run, which shows it', async () => {
    const ended = await office.run([...request(), '--dry-run', '-o', 'json']);
    expect({ ...ended, stdout: JSON.parse(ended.stdout) as unknown }).toEqual({
      exitCode: 0,
      stdout: {
        dryRun: true,
        wouldDo: what().trimEnd(),
        request: {
          method: 'POST',
          path: '/code-requests',
          body: {
            clientNumber: '20002.00',
            companyName: 'Gasthof Sonnenberg AG',
            contactEmail: sonnenberg.contact,
            recipient: 'member',
            reason: 'no-active-login',
          },
        },
      },
      stderr: `${why}${what()}`,
    });
    expect(office.sandbox.exchanges).toEqual([]);
  });

  test('with --client, which names a client of a login', async () => {
    expect(await office.run([...request(), '--client', '10001.00', '--yes'])).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: 'Error: These don’t go together: --client, --no-login\nHint: Leave one of them out.\n',
    });
  });

  test('twice if the answer is lost, and the next run finds out', async () => {
    office.sandbox.faults('drop-after-commit=requestCodeWithoutLogin:*');
    expect(withoutRequest(await office.run([...request(), '--yes', '-q']))).toEqual(outcomeUnknown(portal));
    expect(await intents(office)).toMatchObject([{ operation: 'codes.request', portal, client: '-' }]);
    office.sandbox.faults();
    expect(await office.run([...request(), '--yes', '-q'])).toEqual({
      exitCode: 0,
      stdout: shown('CR-2026-00005'),
      stderr: '',
    });
    expect(letters()).toHaveLength(1);
    expect(await intents(office)).toEqual([]);
  });
});

test('does not need the login that is there, and leaves it alone', async () => {
  await office.signIn('anna.muster');
  const before = office.sandbox.exchanges.length;
  const line = 'codes request --no-login --member 20002.00 --contact-email wirt@gasthof-sonnenberg.example --yes -q';
  const rest = ['--company', 'Gasthof Sonnenberg AG', '--reason', 'other'];
  expect(await office.run([...line.split(' '), ...rest])).toMatchObject({
    exitCode: 0,
    stdout: shown('CR-2026-00005'),
  });
  expect(answered(office.sandbox, before)).toEqual(['POST /code-requests 202']);
  expect(office.sandbox.exchanges.at(-1)?.requestHeaders['authorization']).toBeUndefined();
});

test('is printed as JSON that says nothing more', async () => {
  const ended = await office.run([...request(), '--yes', '-q', '-o', 'json']);
  expect(JSON.parse(ended.stdout)).toEqual({
    reference: 'CR-2026-00005',
    delivery: 'post',
    portal,
    member: '20002.00',
    recipient: 'member',
  });
  expect(ended.stdout).not.toContain(codeInLetter(office));
});

const signedOut = {
  de: [
    'Es ist niemand angemeldet.',
    'connect login. Kann sich niemand mehr anmelden: connect codes request --no-login bestellt ohne Login einen Brief an das Mitglied.',
  ],
  fr: [
    'Aucune session n’est ouverte.',
    'connect login. Si plus personne ne peut se connecter\u202f: connect codes request --no-login demande une lettre au membre, sans login.',
  ],
  it: [
    'Non è stato effettuato alcun accesso.',
    'connect login. Se nessuno può più accedere: connect codes request --no-login richiede una lettera al membro, senza login.',
  ],
  en: [
    'Nobody is signed in.',
    'connect login. If nobody can log in any more: connect codes request --no-login asks for a letter to the member, without a login.',
  ],
} as const;

test.each(languages)('is told of where nobody is signed in (%s)', async (lang) => {
  const [message, hint] = signedOut[lang];
  const words = reportWords[lang];
  const told = { exitCode: 4, stdout: '', stderr: `${words.error} ${message}\n${words.hint} ${hint}\n` };
  expect(await office.run(`codes request --reason other --yes --lang ${lang}`)).toEqual(told);
  // And where somebody was, and has logged out.
  await office.signIn('anna.muster');
  await office.run('logout');
  expect(await office.run(`codes request --reason other --yes --lang ${lang}`)).toEqual(told);
});
