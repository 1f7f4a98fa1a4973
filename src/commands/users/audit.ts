import { ConnectError, exitCodes } from '../../errors.js';
import { list } from '../define.js';
import { flag, pattern, text } from '../options.js';
import { auditColumns, auditParts, matrixView } from './audit-columns.js';
import { tellAudit } from './tell-audit.js';

const days = /^[1-9]\d{0,3}d?$/;

export const auditAccess = list({
  name: 'audit',
  summary: 'users.audit.summary',
  details: 'users.audit.details',
  examples: [
    'connect users audit',
    'connect users audit --client 10001.00 --dormant 90d --strict',
    'connect users audit --matrix -o csv > matrix.csv',
    'connect users audit --html review-2026.html --lang fr',
    'connect users audit --sign-off --comment "yearly review" --html review-2026.html',
    'connect users audit --review-due 365d -o json',
  ],
  acts: 'client',
  everyClient: true,
  local: true,
  aboutMandates: true,
  args: {},
  options: {
    dormant: pattern('--dormant <days>', 'users.audit.dormant', days, '180d'),
    strict: flag('--strict', 'users.audit.strict'),
    matrix: flag('--matrix', 'users.audit.matrix'),
    html: text('--html <file>', 'users.audit.html'),
    signOff: flag('--sign-off', 'users.audit.signOff'),
    comment: pattern(
      '--comment <text>',
      'users.audit.comment',
      /^(?=.*\S)[^\p{Cc}]{1,500}$/u,
      'Jahreskontrolle 2026 (≤ 500)',
    ),
    reviewDue: pattern('--review-due <days>', 'users.audit.reviewDue', days, '365d'),
  },
  rows: async function* ({ dormant, reviewDue }, context) {
    const { auditIn } = await import('../../operations/audit-run.js');
    yield await auditIn(context, context.client, {
      dormantDays: parseInt(dormant ?? '180d', 10),
      reviewDueDays: reviewDue === undefined ? undefined : parseInt(reviewDue, 10),
    });
  },
  settles: async (rows, { signOff, comment, html }, context) => {
    if (signOff !== true && comment !== undefined) throw new ConnectError('option-missing', { option: '--sign-off' });
    if (signOff !== true) return undefined;
    if (html !== undefined) {
      const { foreseePage } = await import('../../operations/audit-page.js');
      await foreseePage(html, context.world.cwd);
    }
    const { signingOff } = await import('./sign-off.js');
    return signingOff(rows, comment, context);
  },
  together: async (rows, { strict, html }, context) => {
    const found = new Set(rows.flatMap(({ findings }) => findings.map(({ severity }) => severity)));
    if (found.has('error') || found.has('warning') || (strict === true && found.has('note'))) {
      context.raise(exitCodes.finding);
    }
    await tellAudit(rows, context);
    if (html === undefined) return rows;
    const { writePage } = await import('../../operations/audit-page.js');
    return (await writePage(rows, html, context)) ? rows : undefined;
  },
  view: matrixView,
  columns: auditColumns,
  parts: auditParts,
  empty: 'users.audit.empty',
});
