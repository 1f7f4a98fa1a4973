import type { Origin, Setting, Settings } from '../config/settings.js';

/** A setting as `config` shows it: what holds, and who said so. */
export interface ConfigItem {
  readonly key: string;
  readonly value: string | null;
  readonly origin: Origin;
  readonly from: string;
}

export function configItems(settings: Settings): readonly ConfigItem[] {
  const { profile, portal, username, clients, output, lang, store, timeoutMs, caFile, sslCertFile } = settings;
  return [
    item('profile', profile),
    item('portal', { ...portal, value: portal.value?.href }),
    item('username', username),
    item('client', { ...clients, value: clients.value.length === 0 ? undefined : clients.value.join(', ') }),
    item('output', output),
    item('lang', lang),
    item('store', store),
    item('timeout', { ...timeoutMs, value: timeoutMs.value / 1000 }),
    item('ca-file', caFile),
    item('ssl-cert-file', sslCertFile),
    item('no-input', settings.noInput),
    item('policy.four-eyes', settings.fourEyes),
    item('policy.expired-mandates', settings.expiredMandates),
  ];
}

function item(key: string, { value, origin, from }: Setting<string | number | boolean | undefined>): ConfigItem {
  return { key, value: value === undefined ? null : String(value), origin, from };
}
