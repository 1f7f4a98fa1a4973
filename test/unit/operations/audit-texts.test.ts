import { expect, test } from 'vitest';
import { auditFindings } from '../../../src/access/audit-findings.js';
import type { AuditCode } from '../../../src/access/audit-findings.js';
import { auditTranslator } from '../../../src/i18n/translate.js';
import type { Language } from '../../../src/i18n/translate.js';
import type { AuditedUser } from '../../../src/operations/audit-client.js';
import { tellFinding } from '../../../src/operations/audit-texts.js';
import { commandLine, understand } from '../../support/verbs.js';

const codes = Object.keys(auditFindings) as readonly AuditCode[];
const user: AuditedUser = {
  ...{ id: 'usr_luca', userName: 'luca.bianchi', firstName: 'Luca', lastName: 'Bianchi', kind: 'employee' },
  ...{ status: 'active', deactivated: false, administrator: false, methods: ['sms'], lockedUntil: null },
  ...{ lastLoginAt: null, createdAt: '2026-01-01T00:00:00+01:00', permissions: [] },
};
const about = { days: 2, due: 365, on: '2026-11-08', until: '2099-01-01T00:00:00+01:00' };

async function told(code: AuditCode, language: Language = 'en', who = user, number = '10001.00') {
  const { severity } = auditFindings[code];
  return tellFinding(
    { code, severity, user: who, params: about },
    { number },
    await auditTranslator(language),
    (day) => `[${day}]`,
  );
}

test.each(codes)('the command that mends %s is one that connect understands', async (code) => {
  const { command } = await told(code);
  await expect(understand(commandLine(command)!)).resolves.toMatchObject({ globals: {} });
});

test.each(['de', 'fr', 'it', 'en'] as const)(
  'every finding says everything in %s, with nothing left open',
  async (language) => {
    for (const code of codes) {
      const { message, why, source, fix } = await told(code, language);
      for (const text of [message, why, source, fix])
        expect([code, text]).toEqual([code, expect.stringMatching(/^[^{}]{10,}$/)]);
    }
  },
);

test('a day and a person stand in the text, and as they are in the params', async () => {
  expect(await told('mandate-expired')).toMatchObject({
    message: 'Luca Bianchi is a fiduciary, and the power of attorney ran out on [2026-11-08].',
    user: 'luca.bianchi',
    person: 'Luca Bianchi',
    params: about,
  });
});

test.each([
  ['luca; rm -rf ~', 'usr_luca'],
  ['$(reboot)', 'usr_luca'],
  ['-y', 'usr_luca'],
  ['luca@muster.example', 'luca@muster.example'],
])('a user name like “%s” does no harm in a command that somebody pastes', async (userName, word) => {
  expect((await told('dormant', 'en', { ...user, userName })).command).toBe(
    `connect users deactivate ${word} -c 10001.00`,
  );
});

test('an id or a number that is none is one word of a shell all the same', async () => {
  const hostile = { ...user, userName: 'x y', id: `a'b;c` };
  expect((await told('dormant', 'en', hostile, '1 2')).command).toBe(`connect users deactivate 'a'\\''b;c' -c '1 2'`);
});
