import { themeValues } from '../../../contract/portal.gen.js';
import type { Theme } from '../../../contract/portal.gen.js';
import type { AuditedClient, AuditedUser, ToldAuditFinding } from '../../operations/audit-client.js';
import { swissDayOf } from '../../operations/swiss-day.js';
import { fullName } from '../../operations/users.js';
import type { Tell } from '../../render/tell.js';
import type { Column, Parts, Tone } from '../../render/view.js';
import type { View } from '../define.js';

/** Members of the result; each falls into its findings, or its users, wherever it is no JSON. */
export const auditColumns: readonly Column<AuditedClient>[] = [
  { key: 'name', title: 'users.audit.name' },
  { key: 'fund', title: 'users.audit.fund' },
  { key: 'verdict', title: 'users.audit.verdict' },
  { key: 'administrators', title: 'users.audit.administrators' },
  { key: 'invited', title: 'users.audit.invited' },
  { key: 'themes', title: 'users.audit.themes' },
  { key: 'users', title: 'users.audit.users' },
  { key: 'findings', title: 'users.audit.findings' },
  { key: 'sha256', title: 'users.audit.sha256' },
  { key: 'accessSha256', title: 'users.audit.accessSha256' },
  { key: 'review', title: 'users.audit.review' },
  { key: 'signedOff', title: 'users.audit.signedOff' },
];

/** A finding of a client, or that it has none. */
type Said = Pick<AuditedClient, 'client' | 'name'> &
  Omit<ToldAuditFinding, 'code' | 'severity' | 'params'> & {
    readonly severity: ToldAuditFinding['severity'] | 'ok';
    readonly code: ToldAuditFinding['code'] | 'in-order';
    /** How many were looked at. */
    readonly users: number;
  };

const tones: Readonly<Record<Said['severity'], Tone>> = { error: 'bad', warning: 'warning', note: 'muted', ok: 'good' };

export const auditParts: Parts<AuditedClient, Said> = {
  of: ({ client, name, users, findings }) => {
    const about = { client, name, users: users.length };
    if (findings.length > 0) return findings.map((finding) => ({ ...about, ...finding }));
    const none = { user: null, person: null, message: '', why: '', source: '', fix: '', command: '' };
    return [{ ...about, ...none, severity: 'ok', code: 'in-order' }];
  },
  lines: said,
  columns: [
    { key: 'client', title: 'common.client', whole: true },
    { key: 'severity', title: 'users.audit.severity', tone: ({ severity }) => tones[severity] },
    { key: 'code', title: 'users.audit.code', whole: true },
    { key: 'user', title: 'users.audit.user' },
    { key: 'message', title: 'users.audit.message' },
    { key: 'command', title: 'users.audit.command' },
    { key: 'name', title: 'users.audit.name', hidden: true },
    { key: 'person', title: 'users.audit.person', hidden: true },
    { key: 'why', title: 'users.audit.why', hidden: true },
    { key: 'source', title: 'users.audit.source', hidden: true },
    { key: 'fix', title: 'users.audit.fix', hidden: true },
  ],
};

function said(finding: Said, { translate }: Tell): readonly string[] {
  const { client, name, severity, code, message, why, source, fix, command, users } = finding;
  const place = `${client} ${name}`;
  const params = { place, severity: translate(`auditSeverity.${severity}`), code };
  if (severity === 'ok') {
    return [translate('users.audit.line', { ...params, message: translate('users.audit.inOrder', { count: users }) })];
  }
  return [translate('users.audit.line', { ...params, message }), `  ${why} (${source})`, `  ${fix}`, `  $ ${command}`];
}

/** A user of a client: a line of the matrix. */
type Line = AuditedUser & Pick<AuditedClient, 'client' | 'name'>;

/** The day is enough where there is little room. */
function lastLoginDay({ lastLoginAt }: Line, tell: Tell): string {
  return tell.day(lastLoginAt === null ? null : swissDayOf(new Date(lastLoginAt)));
}

const has = (theme: Theme) => ({
  value: ({ permissions, deactivated }: Line) => !deactivated && permissions.includes(theme),
});

export const matrixView: View<AuditedClient, Line, { readonly matrix: boolean | undefined }> = {
  wanted: ({ matrix }) => matrix === true,
  piped: 'csv',
  of: ({ client, name, users }) => users.map((user) => ({ client, name, ...user })),
  columns: [
    { key: 'client', title: 'common.client', whole: true },
    { key: 'userName', title: 'users.userName', whole: true, tone: () => 'strong' },
    { key: 'person', title: 'users.audit.person', value: fullName },
    {
      key: 'administrator',
      title: 'users.administrator',
      text: ({ administrator }, tell) => tell.yesNo(administrator),
    },
    { key: 'methods', title: 'users.methods' },
    { key: 'lastLoginAt', title: 'users.lastLoginAt', text: lastLoginDay },
    ...themeValues.map((theme): Column<Line> => ({
      key: theme,
      title: `themeShort.${theme}`,
      ...has(theme),
      text: (line) => (has(theme).value(line) ? '●' : '–'),
    })),
    { key: 'status', title: 'users.status', hidden: true },
    { key: 'kind', title: 'users.kind', hidden: true },
    { key: 'name', title: 'users.audit.name', hidden: true },
    { key: 'id', title: 'users.id', hidden: true },
  ],
};
