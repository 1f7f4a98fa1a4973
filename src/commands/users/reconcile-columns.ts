import type { LoginFinding } from '../../operations/login-finding.js';
import type { Tell } from '../../render/tell.js';
import type { Column, Tone } from '../../render/view.js';

/** A finding in the reader's language. */
export interface ToldLogin extends LoginFinding {
  readonly message: string;
  /** What the plan does, or what can be done without one. */
  readonly advice: string;
}

const tones: Readonly<Record<LoginFinding['severity'], Tone>> = { error: 'bad', warning: 'warning', info: 'muted' };

export const reconcileColumns: readonly Column<ToldLogin>[] = [
  { key: 'portal', title: 'reconcile.portal', whole: true },
  { key: 'client', title: 'reconcile.client', whole: true },
  { key: 'userName', title: 'users.userName', whole: true },
  { key: 'status', title: 'users.status', text: ({ status }, { translate }) => translate(`userStatus.${status}`) },
  { key: 'administrator', title: 'users.administrator', text: ({ administrator }, tell) => tell.yesNo(administrator) },
  { key: 'lastLoginAt', title: 'users.lastLoginAt', text: ({ lastLoginAt }, tell) => tell.time(lastLoginAt) },
  {
    key: 'severity',
    title: 'reconcile.severity',
    text: ({ severity }, { translate }) => translate(`severity.${severity}`),
    tone: ({ severity }) => tones[severity],
  },
  { key: 'code', title: 'reconcile.code' },
  { key: 'action', title: 'reconcile.action' },
  { key: 'message', title: 'reconcile.message' },
  { key: 'profile', title: 'reconcile.profile', hidden: true },
  { key: 'clientName', title: 'reconcile.clientName', hidden: true },
  { key: 'person', title: 'reconcile.person', hidden: true },
  { key: 'email', title: 'users.email', hidden: true },
  { key: 'advice', title: 'reconcile.advice', hidden: true },
  { key: 'obstacle', title: 'reconcile.obstacle', hidden: true },
  { key: 'line', title: 'reconcile.line', hidden: true },
  { key: 'match', title: 'reconcile.match', hidden: true },
  { key: 'certain', title: 'reconcile.certain', hidden: true },
  { key: 'shared', title: 'reconcile.shared', text: ({ shared }, tell) => tell.yesNo(shared), hidden: true },
  { key: 'exitOn', title: 'reconcile.exitOn', text: ({ exitOn }, tell) => tell.day(exitOn), hidden: true },
  { key: 'listed', title: 'reconcile.listed', hidden: true },
  { key: 'days', title: 'reconcile.days', hidden: true },
  { key: 'excess', title: 'reconcile.excess', hidden: true },
  { key: 'other', title: 'reconcile.other', hidden: true },
];

/** On a screen: who and what, why, what to do. */
export function reconcileLines(row: ToldLogin, { translate }: Tell): readonly string[] {
  const { client, clientName, userName, person, code, severity, profile, portal, message, advice } = row;
  const where = profile === null ? '' : `, ${portal} (${profile})`;
  return [
    `${client} ${clientName}${where}: ${userName} (${person})  ${translate(`severity.${severity}`)} ${code}`,
    `    ${message}`,
    `    → ${advice}`,
  ];
}
