import type { ConnectError, Params } from '../../errors.js';
import type { MessageKey } from '../../i18n/translate.js';

export type Check =
  | 'version'
  | 'node'
  | 'configuration'
  | 'permissions'
  | 'profiles'
  | 'store'
  | 'proxy'
  | 'portal'
  | 'tls'
  | 'clock'
  | 'session';

/** `problem` alone makes the examination fail; `skipped` says that nothing could be found out, or had to be. */
export type State = 'ok' | 'warning' | 'problem' | 'skipped';

/** A text of the catalogs, not yet in a language. */
export interface Said {
  readonly key: MessageKey;
  readonly params: Params;
}

export interface Finding {
  readonly check: Check;
  readonly state: State;
  readonly detail: Said;
  readonly hint: Said | undefined;
}

export function finding(check: Check, state: State, detail: MessageKey, params: Params = {}): Finding {
  return { check, state, detail: { key: detail, params }, hint: undefined };
}

export function withHint(found: Finding, hint: MessageKey, params: Params = {}): Finding {
  return { ...found, hint: { key: hint, params } };
}

/** What an error says of itself, and what it advises. */
export function ofError(check: Check, state: State, { code, params }: ConnectError): Finding {
  return withHint(finding(check, state, `error.${code}`, params), `error.${code}.hint`, params);
}
