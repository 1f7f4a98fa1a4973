import type { Client } from '../../contract/portal.gen.js';
import type { Found } from '../access/audit.js';
import { auditFindings } from '../access/audit-findings.js';
import type { AuditCode } from '../access/audit-findings.js';
import type { AuditKey, Translate } from '../i18n/translate.js';
import type { AuditedUser, ToldAuditFinding } from './audit-client.js';
import { fullName } from './users.js';

/** The command that mends it. Client and user are words of a shell. */
const commands: Readonly<Record<AuditCode, (client: string, user: string) => string>> = {
  'locked-out': (client) => `connect codes request -c ${client} --reason no-active-login`,
  fragile: (client) => `connect users new -c ${client} --administrator`,
  'no-own-administrator': (client) => `connect users new -c ${client} --administrator`,
  'no-second-factor': (client, user) => `connect users deactivate ${user} -c ${client}`,
  'sms-only-administrator': () => 'connect otp enrol',
  'sms-only': () => 'connect otp enrol',
  dormant: (client, user) => `connect users deactivate ${user} -c ${client}`,
  'never-used': (client, user) => `connect users deactivate ${user} -c ${client}`,
  invited: (client, user) => `connect users show ${user} -c ${client}`,
  locked: (client, user) => `connect users edit ${user} -c ${client} --locked-until none`,
  'mandate-missing': (client) => `connect mandates add -c ${client}`,
  'mandate-expired': (client) => `connect mandates add -c ${client}`,
  'mandate-revoked': (client, user) => `connect users deactivate ${user} -c ${client}`,
  'mandate-ending': (client) => `connect mandates add -c ${client}`,
  'review-overdue': (client) => `connect users audit -c ${client} --sign-off`,
};

/** A finding in words: what it is, why it matters, what to do. */
export function tellFinding(
  { code, severity, user, params }: Found<AuditedUser>,
  { number }: Pick<Client, 'number'>,
  translate: Translate<AuditKey>,
  dayText: (day: string) => string,
): ToldAuditFinding {
  const person = user === undefined ? null : fullName(user);
  const never = code === 'review-overdue' && params['days'] === undefined;
  const { days, on } = params;
  const said = {
    ...params,
    ...(days !== undefined && { count: days }),
    ...(on !== undefined && { on: dayText(String(on)) }),
    ...(person !== null && { person }),
  };
  return {
    code,
    severity,
    user: user?.userName ?? null,
    person,
    params,
    message: translate(never ? 'audit.review-overdue.never' : `audit.${code}`, said),
    why: translate(`audit.${code}.why`),
    source: translate(`audit.source.${auditFindings[code].source}`),
    fix: translate(`audit.${code}.fix`, said),
    command: commands[code](
      word(number),
      user === undefined ? '' : word(plain(user.userName) ? user.userName : user.id),
    ),
  };
}

/** Somebody will paste it into a shell, and the portal says what it is. */
const word = (text: string): string => (plain(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

const plain = (text: string): boolean => /^[A-Za-z0-9][\w.@+-]*$/.test(text);
