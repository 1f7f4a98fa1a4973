import type { Params } from '../../errors.js';
import type { LoginFinding } from '../../operations/login-finding.js';
import type { MessageKey } from '../../i18n/translate.js';
import type { Tell } from '../../render/tell.js';
import type { ToldLogin } from './reconcile-columns.js';

/** Says a finding, and what to do about it. */
export function toldLogin(finding: LoginFinding, tell: Tell): ToldLogin {
  const { translate } = tell;
  const todo = {
    ...{ user: finding.userName, client: finding.clientName, number: finding.client },
    on: finding.exitOn ?? '',
  };
  return {
    ...finding,
    message: translate(messageKey(finding), { ...ofList(finding, tell), ...ofLogin(finding, tell) }),
    advice: translate(adviceKey(finding), todo),
  };
}

function ofList({ exitOn, line, listed }: LoginFinding, tell: Tell): Params {
  const { name = '', email, role } = listed ?? {};
  return {
    on: tell.day(exitOn),
    line: line ?? 0,
    listed: name === '' ? (email ?? '') : name,
    address: email ?? '',
    role: role ?? '',
  };
}

function ofLogin({ email, other, days, excess, status, administrator, lastLoginAt }: LoginFinding, tell: Tell): Params {
  const { translate } = tell;
  return {
    email,
    other: other ?? '',
    count: days ?? 0,
    themes: (excess ?? []).map((theme) => translate(`theme.${theme}`)).join(', '),
    status: translate(`userStatus.${status}`),
    administrator: tell.yesNo(administrator),
    lastLogin: lastLoginAt === null ? '–' : tell.time(lastLoginAt),
  };
}

function messageKey(finding: LoginFinding): MessageKey {
  const { code, line, exitOn, match, certain, administrator } = finding;
  switch (code) {
    case 'leaver-active':
      if (line === null) return 'reconcile.leaver-active.found';
      return exitOn === null ? 'reconcile.leaver-active.status' : 'reconcile.leaver-active';
    case 'leaver-uncertain':
      if (match === 'name') return 'reconcile.leaver-uncertain.name';
      if (certain === false) return 'reconcile.leaver-uncertain.apart';
      return finding.shared ? 'reconcile.leaver-uncertain.mailbox' : 'reconcile.leaver-uncertain.contradiction';
    case 'excess-rights':
      return administrator ? 'reconcile.excess-rights.administrator' : 'reconcile.excess-rights';
    default:
      return `reconcile.${code}`;
  }
}

function adviceKey({ code, action, obstacle }: LoginFinding): MessageKey {
  if (action !== null) return `reconcile.do.${action}`;
  if (obstacle !== null) return `reconcile.do.${obstacle}`;
  switch (code) {
    case 'leaver-active':
    case 'leaver-namesake':
      return 'reconcile.do.leaver-uncertain';
    case 'email-twice':
      return 'reconcile.do.shared-mailbox';
    case 'email-differs':
      return 'reconcile.do.name-differs';
    default:
      return `reconcile.do.${code}`;
  }
}
