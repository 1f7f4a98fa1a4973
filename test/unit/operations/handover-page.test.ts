import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { languages, translator } from '../../../src/i18n/translate.js';
import type { Evidence } from '../../../src/operations/handover/evidence.js';
import { evidencePage } from '../../../src/operations/handover/evidence-page.js';
import { writePdf } from '../../../src/platform/pdf-writer.js';
import { itWith } from '../../support/tools.js';

const folder = mkdtempSync(path.join(os.tmpdir(), 'connect-page-'));
afterAll(() => rmSync(folder, { recursive: true }));

const at = '2026-11-30T17:02:11+01:00';
const step = (name: Evidence['steps'][number]['step'], by: string | null = 'anna.muster') => ({
  ...{ step: name, at, by, requestId: by === null ? null : '6f1c2b9e-6a3f-4f0e-9d55-0c4b7d8e9f10' },
});
const evidence: Evidence = {
  ...{ kind: 'handover-evidence', version: 1, handover: 'ho_1f2e3d4c', tool: 'connect 0.1.0' },
  portal: 'https://www.akisnet.ch/ak095',
  client: { number: '10001.00', name: 'Muster Beispiel AG', fund: '095' },
  leaver: { id: 'usr_1', userName: 'beat.keller', firstName: 'Beat', lastName: 'Keller', email: 'beat@muster.example' },
  successor: {
    ...{
      id: 'usr_2',
      userName: 'maja.neu',
      firstName: 'Maja',
      lastName: 'Đorđević-Šimić',
      email: 'maja@muster.example',
    },
  },
  ...{ on: '2026-11-30', begunAt: '2026-11-20T09:00:00+01:00', begunBy: 'anna.muster' },
  had: {
    ...{ administrator: true, permissions: ['messages'], methods: ['otp', 'sms'], lastLoginAt: at },
    elsewhere: [
      {
        client: { number: '10002.00', name: 'Boulangerie du Lac Sàrl' },
        ...{ userName: 'beat.keller', administrator: false, permissions: ['salary-declaration', 'messages'] },
      },
    ],
  },
  granted: { administrator: true, permissions: [], before: { administrator: false, permissions: [] } },
  steps: [
    ...[step('begun'), step('invited'), step('logged-in', 'maja.neu'), step('confirmed')],
    ...[step('deactivated'), step('proven')],
  ],
  proof: {
    at,
    access: {
      ...{
        user: { id: 'usr_1', userName: 'beat.keller' },
        at,
        mayLogIn: false,
        mayAct: false,
        reasons: ['deactivated'],
      },
      ...{ openSessions: 0, deactivatedAt: at, sessionsEndedAt: at, lastLoginAt: at },
    },
    oldSession: { at, status: 401, code: 'session-revoked', requestId: '0f0e0d0c-1111-4222-8333-444455556666' },
  },
  administrators: { verdict: 'safe', working: ['anna.muster', 'maja.neu'] },
};

/** As much and as long as anybody can have it. */
const long = 'Wolfeschlegelsteinhausenbergerdorff-Đorđević'.repeat(3).slice(0, 100);
const crowded: Evidence = {
  ...evidence,
  client: { ...evidence.client, name: `${long} ${long} AG` },
  leaver: {
    ...evidence.leaver,
    firstName: long,
    lastName: long,
    userName: 'x'.repeat(254),
    email: `${'y'.repeat(240)}@a.ch`,
  },
  had: { ...evidence.had, elsewhere: Array(40).fill(evidence.had.elsewhere[0]) as Evidence['had']['elsewhere'] },
  steps: Array(24).fill(step('taken-back', null)) as Evidence['steps'],
  administrators: { verdict: 'fragile', working: Array(40).fill('z'.repeat(60)) as string[] },
};
const digest = 'ab'.repeat(32);

async function fileOf(name: string, what: Evidence, language: (typeof languages)[number]): Promise<string> {
  const page = evidencePage(what, digest, language, await translator(language));
  const file = path.join(process.env['CONNECT_TEST_PAGES'] ?? folder, `${name}-${language}.pdf`);
  writeFileSync(file, await writePdf(page, path.resolve('bin/connect.js')));
  return file;
}

const read = (program: string, ...args: readonly string[]): string =>
  spawnSync(program, args, { encoding: 'utf8' }).stdout;
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');

const titles = {
  de: [
    'Übergabe eines Logins',
    'Administratorenrechte, alle Themen',
    'abgewiesen: Laut Portal ist das Login deaktiviert',
  ],
  fr: ['Remise d’un login', 'droits d’administrateur, tous les thèmes', 'selon le portail, le login est désactivé'],
  it: ['Consegna di un login', 'diritti di amministratore, tutti i temi', 'secondo il portale il login è disattivato'],
  en: ['Handover of a login', 'administrator, with all themes', 'the portal says that the login is deactivated'],
};

const onePage = /^Pages:\s+1$[^]*^Page size:\s+595\.28 x 841\.89 pts \(A4\)$/m;

describe.each(languages)('the page for the personnel file, in %s', (language) => {
  itWith('pdftotext', 'says what the evidence says, in letters that can be copied', async () => {
    const text = flat(read('pdftotext', '-layout', await fileOf('plain', evidence, language), '-'));
    const told = '2026-11-30 17:02:11 +01:00';
    for (const part of [...titles[language], 'Maja Đorđević-Šimić', told, 'session-revoked', '401', '10002.00', digest])
      expect(text).toContain(part);
    expect(text).toContain('6f1c2b9e-6a3f-4f0e-9d55-0c4b7d8e9f10');
  });

  itWith('pdfinfo', 'is one page of A4', async () => {
    expect(read('pdfinfo', await fileOf('plain', evidence, language))).toMatch(onePage);
  });

  itWith('pdffonts', 'has its letters in it, and no others than those in use', async () => {
    const fonts = read('pdffonts', await fileOf('plain', evidence, language))
      .trim()
      .split('\n')
      .slice(2);
    expect(fonts.map((line) => /^[A-Z]{6}\+DejaVuSans\S* .* yes +yes +yes /.test(line))).toEqual([true, true]);
  });
});

itWith('pdfinfo', 'however much there is to say, it is one page', async () => {
  expect(read('pdfinfo', await fileOf('crowded', crowded, 'fr'))).toMatch(onePage);
});

test('the same evidence makes the same bytes', async () => {
  const make = async () =>
    writePdf(evidencePage(evidence, digest, 'de', await translator('de')), path.resolve('bin/connect.js'));
  expect(await make()).toEqual(await make());
});

test('what others have chosen as a name can turn nothing round', async () => {
  const leaver = { ...evidence.leaver, lastName: 'Gerber\u202etpircs\u0007' };
  const page = evidencePage({ ...evidence, leaver }, digest, 'en', await translator('en'));
  expect(JSON.stringify(page)).not.toMatch(/\u202e|\\u0007/);
});
