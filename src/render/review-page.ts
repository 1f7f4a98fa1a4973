import { createHash } from 'node:crypto';
import type { AuditKey, Language, MessageKey, Translate } from '../i18n/translate.js';
import { printableLine } from './printable.js';
import { reviewStyle } from './review-style.js';
import { locales } from './times.js';
import type { Tell } from './tell.js';

type ThemeName = MessageKey extends infer Key ? (Key extends `theme.${infer Theme}` ? Theme : never) : never;

/** A line of the matrix. */
export interface ReviewedUser {
  readonly userName: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly kind: 'employee' | 'fiduciary';
  readonly status: 'active' | 'invited' | 'locked' | 'deactivated';
  readonly deactivated: boolean;
  readonly administrator: boolean;
  readonly methods: readonly ('otp' | 'sms' | 'certificate')[];
  readonly lastLoginAt: string | null;
  readonly permissions: readonly string[];
}

export interface ReviewedFinding {
  readonly severity: 'error' | 'warning' | 'note';
  readonly user: string | null;
  readonly person: string | null;
  readonly message: string;
  readonly why: string;
  readonly source: string;
  readonly fix: string;
  readonly command: string;
}

export interface ReviewedClient {
  readonly client: string;
  readonly name: string;
  readonly fund: string;
  readonly verdict: 'safe' | 'fragile' | 'locked-out';
  readonly administrators: readonly string[];
  readonly themes: readonly ThemeName[];
  readonly users: readonly ReviewedUser[];
  readonly findings: readonly ReviewedFinding[];
  readonly sha256: string;
  readonly review: { readonly time: string; readonly reviewer: string; readonly changed: boolean } | null;
  readonly signedOff: {
    readonly time: string;
    readonly reviewer: string;
    readonly comment: string | null;
    readonly signedBy: string | null;
    readonly entry: number;
    readonly year: number;
    readonly entrySha256: string;
  } | null;
}

export interface ReviewPage {
  readonly language: Language;
  /** RFC 3339. */
  readonly time: string;
  readonly userName: string;
  readonly portal: string;
  readonly clients: readonly ReviewedClient[];
}

/** What makes the texts: those of the program, and those of audits. */
export interface ReviewTexts {
  readonly tell: Tell;
  readonly translate: Translate<AuditKey>;
}

/** Other people's text on a page: nothing in it is markup, and nothing turns the writing round. */
export function html(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return printableLine(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** A name that somebody else has chosen, apart from the writing around it. */
export const named = (text: string): string => `<bdi>${html(text)}</bdi>`;

/**
 * The page for the review of access: one file without scripts that loads nothing, for the screen and for paper.
 * @param sections one of each client
 */
export function reviewPage(page: ReviewPage, { tell, translate }: ReviewTexts, sections: readonly string[]): string {
  const hash = createHash('sha256').update(reviewStyle).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const title = html(translate('audit.page.title'));
  const only = page.clients.length === 1 ? page.clients[0] : undefined;
  return [
    '<!doctype html>',
    `<html lang="${locales[page.language]}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="referrer" content="no-referrer">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${only === undefined ? title : `${title}: ${html(only.name)}`}</title>`,
    `<style>${reviewStyle}</style>`,
    '</head>',
    '<body>',
    '<header class="top">',
    `<h1>${title}</h1>`,
    `<p>${html(translate('audit.page.as-of', { time: tell.time(page.time) }))} · ` +
      `${html(translate('audit.page.by', { user: page.userName, portal: page.portal }))}</p>`,
    '</header>',
    '<main>',
    ...(only === undefined ? [overview(page, { tell, translate })] : []),
    ...sections,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** All clients at a glance, where there are several. */
function overview({ clients }: ReviewPage, { tell, translate }: ReviewTexts): string {
  const head = ['client', 'number', 'fund', 'verdict', 'users', 'findings', 'last-review'] as const;
  const rows = clients.map((one, index) => {
    const cells = [one.client, one.fund, translate(`audit.page.verdict.${one.verdict}`), String(one.users.length)];
    const told = [...cells, findingsOf(one, tell), reviewOf(one, { tell, translate })];
    const name = `<th scope="row"><a href="#client-${index + 1}">${named(one.name)}</a></th>`;
    return `<tr>${name}${told.map((cell, column) => `<td${column < 2 ? ' class="narrow"' : ''}>${html(cell)}</td>`).join('')}</tr>`;
  });
  const titles = head.map((key) => `<th scope="col">${html(translate(`audit.page.${key}`))}</th>`);
  return [
    `<h2 id="clients" class="contents">${html(translate('audit.page.contents'))}</h2>`,
    `<div class="scroll" tabindex="0"><table aria-labelledby="clients"><thead><tr>${titles.join('')}</tr></thead>`,
    `<tbody>${rows.join('\n')}</tbody></table></div>`,
  ].join('\n');
}

/** How many of each severity; nothing of those that there are none of. */
export function findingsOf({ findings }: Pick<ReviewedClient, 'findings'>, { translate }: Tell): string {
  const told = (['error', 'warning', 'note'] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0
      ? []
      : [
          translate('fleet.failed', {
            subject: `${marks[severity]} ${translate(`auditSeverity.${severity}`)}`,
            reason: count,
          }),
        ];
  });
  return told.length === 0 ? '–' : told.join(' · ');
}

/** Told apart without colour. */
export const marks = { error: '■', warning: '▲', note: '○' } as const;

export function reviewOf(
  { review, signedOff }: Pick<ReviewedClient, 'review' | 'signedOff'>,
  { tell, translate }: ReviewTexts,
): string {
  if (signedOff !== null) {
    const told = translate('audit.page.reviewed', { time: tell.time(signedOff.time), user: signedOff.reviewer });
    return `${told}; ${translate('audit.page.reviewed-now')}`;
  }
  if (review === null) return translate('audit.page.never');
  const told = translate('audit.page.reviewed', { time: tell.time(review.time), user: review.reviewer });
  return `${told}; ${translate(review.changed ? 'audit.page.changed' : 'audit.page.unchanged')}`;
}
