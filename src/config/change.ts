import { ConnectError } from '../errors.js';
import { languages } from '../i18n/translate.js';
import type { UserConfig } from './document.js';
import { formats, keepingStores, mandatePolicies } from './settings.js';

/** What each key takes; a list is closed, a number is in seconds, a file has its whole path. Portals and users are set by logging in. */
const keys: Readonly<Record<string, readonly string[] | 'seconds' | 'profile' | 'file'>> = {
  profile: 'profile',
  lang: languages,
  output: formats,
  store: keepingStores,
  timeout: 'seconds',
  'ca-file': 'file',
  'policy.four-eyes': ['true', 'false'],
  'policy.expired-mandates': mandatePolicies,
};

/** The configuration with one key changed. @throws ConnectError `setting-unknown`, `config-value-invalid`, `profile-unknown` */
export function changeConfig(config: UserConfig, key: string, value: string): UserConfig {
  const kind = Object.hasOwn(keys, key) ? keys[key] : undefined;
  if (kind === undefined) throw new ConnectError('setting-unknown', { key, known: Object.keys(keys).join(', ') });
  if (kind === 'seconds') {
    if (!/^[1-9]\d{0,3}$/.test(value))
      throw new ConnectError('config-value-invalid', { value, from: key, expected: '1–9999' });
    return { ...config, [key]: Number(value) };
  }
  if (kind === 'file') return { ...config, [key]: value };
  if (kind === 'profile') {
    const known = Object.keys(config.profiles);
    if (!known.includes(value))
      throw new ConnectError('profile-unknown', { profile: value, known: known.join(', ') || '–' });
  } else if (!kind.includes(value)) {
    throw new ConnectError('config-value-invalid', { value, from: key, expected: kind.join(', ') });
  }
  if (key === 'policy.four-eyes') return { ...config, policy: { ...config.policy, 'four-eyes': value === 'true' } };
  if (key === 'policy.expired-mandates') return { ...config, policy: { ...config.policy, 'expired-mandates': value } };
  return { ...config, [key]: value };
}
