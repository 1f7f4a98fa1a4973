export const auditSeverities = ['error', 'warning', 'note'] as const;
export type AuditSeverity = (typeof auditSeverities)[number];

/**
 * Where it is said that something matters. `terms`: the funds' terms of use of the portal. `guide`: their guide to the user
 * administration. `advice`: what a fund advises its members. `login`: the portal's own ranking of credentials.
 */
export type AuditSource = 'terms-need' | 'terms-removal' | 'terms-liability' | 'guide' | 'advice' | 'login' | 'house';

/** Everything that an audit can find. The texts stand in the catalogs, under `audit.<code>`. Codes are stable. */
export const auditFindings = {
  /** Nobody can administrate the client. */
  'locked-out': { severity: 'error', source: 'guide' },
  /** One person can. */
  fragile: { severity: 'warning', source: 'advice' },
  /** Only fiduciaries can. */
  'no-own-administrator': { severity: 'warning', source: 'guide' },
  /** A second factor is missing, though the login was used. */
  'no-second-factor': { severity: 'warning', source: 'login' },
  'sms-only-administrator': { severity: 'warning', source: 'login' },
  'sms-only': { severity: 'note', source: 'login' },
  dormant: { severity: 'warning', source: 'terms-removal' },
  /** Created long ago. */
  'never-used': { severity: 'warning', source: 'terms-need' },
  /** Created a short while ago, and not used yet. */
  invited: { severity: 'note', source: 'terms-need' },
  locked: { severity: 'warning', source: 'terms-removal' },
  'mandate-missing': { severity: 'warning', source: 'terms-liability' },
  'mandate-expired': { severity: 'warning', source: 'terms-liability' },
  'mandate-revoked': { severity: 'error', source: 'terms-liability' },
  'mandate-ending': { severity: 'note', source: 'terms-liability' },
  /** Only where somebody has said how often access is to be reviewed. */
  'review-overdue': { severity: 'warning', source: 'house' },
} as const satisfies Readonly<Record<string, { readonly severity: AuditSeverity; readonly source: AuditSource }>>;

export type AuditCode = keyof typeof auditFindings;
