import { ConnectError } from '../errors.js';
import { isLanguage, languages, localeLanguage, localeVariable } from '../i18n/translate.js';
import type { Language } from '../i18n/translate.js';
import type { Env } from '../platform/ports.js';
import type { DirectoryConfig, Profile, UserConfig } from './document.js';
import { portalAddress } from './portal-address.js';
import type { PortalAddress } from './portal-address.js';

export type Origin = 'option' | 'environment' | 'directory' | 'user' | 'default';

/** A value and who said it. */
export interface Setting<T> {
  readonly value: T;
  readonly origin: Origin;
  /** The option, variable or file that said it; empty for a default. */
  readonly from: string;
}

export const formats = ['table', 'json', 'ndjson', 'csv'] as const;
export type Format = (typeof formats)[number];
/** Where secrets can be kept for the next command. */
export const keepingStores = ['keychain', 'file'] as const;
const stores = [...keepingStores, 'memory'] as const;
export type StoreKind = (typeof stores)[number];
export const mandatePolicies = ['warn', 'deny'] as const;
export type MandatePolicy = (typeof mandatePolicies)[number];

/** The global options that decide settings, as commander gives them. */
export interface Said {
  readonly profile?: string | undefined;
  readonly client?: readonly string[] | undefined;
  readonly output?: string | undefined;
  readonly lang?: string | undefined;
  readonly timeout?: number | undefined;
  readonly caFile?: string | undefined;
  readonly input?: boolean | undefined;
}

export interface Settings {
  readonly profile: Setting<string | undefined>;
  readonly portal: Setting<PortalAddress | undefined>;
  readonly username: Setting<string | undefined>;
  readonly clients: Setting<readonly string[]>;
  /** One of the formats; from the option any word, which the verb may know. */
  readonly output: Setting<string | undefined>;
  readonly lang: Setting<Language>;
  readonly store: Setting<StoreKind>;
  readonly timeoutMs: Setting<number>;
  readonly caFile: Setting<string | undefined>;
  /** Beside `caFile`, not instead of it: certificates add up. */
  readonly sslCertFile: Setting<string | undefined>;
  readonly noInput: Setting<boolean>;
  /** Whoever releases a salary declaration must not be who uploaded it; no later source can undo it. */
  readonly fourEyes: Setting<boolean>;
  /** What happens where a fiduciary writes for a client whose power of attorney has run out; `deny` can't be undone either. */
  readonly expiredMandates: Setting<MandatePolicy>;
}

export interface Sources {
  readonly env: Env;
  readonly user: UserConfig;
  readonly userFile: string;
  readonly directory: DirectoryConfig;
}

const defaultTimeoutSeconds = 30;
const longestTimeoutSeconds = 9999;

/** Option, environment, `.connect.toml`, user configuration, default: the first that says something decides. */
export function resolveSettings(said: Said, sources: Sources): Settings {
  const { env, user, userFile, directory } = sources;
  const inUser = (value: string | undefined): Candidate => ({ value, origin: 'user', from: userFile });
  const inEnv = (name: string): Candidate => ({ value: env[name], origin: 'environment', from: name });
  const inDirectory = (value: string | undefined): Candidate => ({ value, origin: 'directory', from: '.connect.toml' });
  const inOption = (value: string | undefined, from: string): Candidate => ({ value, origin: 'option', from });

  const profile = first([inOption(said.profile, '--profile'), inEnv('CONNECT_PROFILE'), inUser(user.profile)]);
  const chosen = profileOf(profile, user);
  // A profile named on the command line brings its own portal and user; a variable must not mix another one in.
  const ofProfile = (name: string, value: string | undefined): Candidate[] =>
    profile.origin === 'option' ? [inUser(value)] : [inEnv(name), inUser(value)];

  return {
    profile,
    portal: map(first(ofProfile('CONNECT_PORTAL', chosen.portal)), portalAddress),
    username: first(ofProfile('CONNECT_USERNAME', chosen.username)),
    clients: clientSetting(said.client ?? [], [
      inEnv('CONNECT_CLIENT'),
      inDirectory(directory.client),
      inUser(chosen.client),
    ]),
    output: outputSetting(inOption(said.output, '--output'), [
      inEnv('CONNECT_OUTPUT'),
      inDirectory(directory.output),
      inUser(user.output),
    ]),
    lang: languageSetting(
      first([inOption(said.lang, '--lang'), inEnv('CONNECT_LANG'), inDirectory(directory.lang), inUser(user.lang)]),
      env,
    ),
    store: orElse(
      map<StoreKind>(first([inEnv('CONNECT_CREDENTIAL_STORE'), inUser(user.store)]), (text, from) =>
        // To keep nothing is the choice of a job that says so in its environment.
        oneOf(from === userFile ? keepingStores : stores, text, from),
      ),
      'keychain',
    ),
    timeoutMs: timeoutSetting(said.timeout, user.timeout, userFile),
    caFile: first([inOption(said.caFile, '--ca-file'), inUser(user['ca-file'])]),
    sslCertFile: first([inEnv('SSL_CERT_FILE')]),
    noInput: noInputSetting(said.input, env['CONNECT_NO_INPUT']),
    fourEyes: fourEyesSetting(env['CONNECT_FOUR_EYES'], user.policy?.['four-eyes'], userFile),
    expiredMandates: mandateSetting([inEnv('CONNECT_EXPIRED_MANDATES'), inUser(user.policy?.['expired-mandates'])]),
  };
}

interface Candidate {
  readonly value: string | undefined;
  readonly origin: Origin;
  readonly from: string;
}

function first(candidates: readonly Candidate[]): Setting<string | undefined> {
  const found = candidates.find(({ value }) => value !== undefined && value !== '');
  return found ?? { value: undefined, origin: 'default', from: '' };
}

function map<T>(setting: Setting<string | undefined>, read: (text: string, from: string) => T): Setting<T | undefined> {
  return { ...setting, value: setting.value === undefined ? undefined : read(setting.value, setting.from) };
}

function orElse<T>(setting: Setting<T | undefined>, fallback: T): Setting<T> {
  return { ...setting, value: setting.value ?? fallback };
}

function oneOf<T extends string>(allowed: readonly T[], text: string, from: string): T {
  const found = allowed.find((candidate) => candidate === text);
  if (found === undefined)
    throw new ConnectError('config-value-invalid', { value: text, from, expected: allowed.join(', ') });
  return found;
}

function profileOf(profile: Setting<string | undefined>, { profiles }: UserConfig): Profile {
  if (profile.value === undefined) return {};
  const found = Object.hasOwn(profiles, profile.value) ? profiles[profile.value] : undefined;
  return found ?? {};
}

function clientSetting(said: readonly string[], candidates: readonly Candidate[]): Setting<readonly string[]> {
  if (said.length > 0) return { value: said, origin: 'option', from: '--client' };
  const setting = first(candidates);
  return { ...setting, value: setting.value === undefined ? [] : [setting.value] };
}

function outputSetting(option: Candidate, candidates: readonly Candidate[]): Setting<string | undefined> {
  if (option.value !== undefined) return option;
  return map(first(candidates), (text, from) => oneOf(formats, text, from));
}

function languageSetting(setting: Setting<string | undefined>, env: Env): Setting<Language> {
  if (setting.value === undefined) {
    const locale = localeLanguage(env);
    return locale === undefined
      ? { value: 'en', origin: 'default', from: '' }
      : { value: locale, origin: 'environment', from: localeVariable(env) ?? '' };
  }
  // `CONNECT_LANG=de_CH.UTF-8` is as clear as `de`.
  const language = localeLanguage({ LANG: setting.value });
  if (language === undefined || !isLanguage(language)) {
    throw new ConnectError('config-value-invalid', {
      value: setting.value,
      from: setting.from,
      expected: languages.join(', '),
    });
  }
  return { ...setting, value: language };
}

function timeoutSetting(said: number | undefined, configured: number | undefined, userFile: string): Setting<number> {
  if (said !== undefined) return { value: said * 1000, origin: 'option', from: '--timeout' };
  if (
    configured !== undefined &&
    !(Number.isInteger(configured) && configured >= 1 && configured <= longestTimeoutSeconds)
  ) {
    const expected = `1–${longestTimeoutSeconds}`;
    throw new ConnectError('config-value-invalid', { value: configured, from: userFile, expected });
  }
  if (configured !== undefined) return { value: configured * 1000, origin: 'user', from: userFile };
  return { value: defaultTimeoutSeconds * 1000, origin: 'default', from: '' };
}

function noInputSetting(input: boolean | undefined, variable: string | undefined): Setting<boolean> {
  if (input === false) return { value: true, origin: 'option', from: '--no-input' };
  if (isOn(variable)) return { value: true, origin: 'environment', from: 'CONNECT_NO_INPUT' };
  return { value: false, origin: 'default', from: '' };
}

/** A policy is in force if anybody says so: what one office has decided, a variable of one run does not lift. */
function fourEyesSetting(
  variable: string | undefined,
  configured: boolean | undefined,
  userFile: string,
): Setting<boolean> {
  if (isOn(variable)) return { value: true, origin: 'environment', from: 'CONNECT_FOUR_EYES' };
  if (configured !== undefined) return { value: configured, origin: 'user', from: userFile };
  return { value: false, origin: 'default', from: '' };
}

/** As with the four eyes: whoever denies decides. */
function mandateSetting(candidates: readonly Candidate[]): Setting<MandatePolicy> {
  const said = candidates.map((one) => map(first([one]), (text, from) => oneOf(mandatePolicies, text, from)));
  const decides = said.find(({ value }) => value === 'deny') ?? said.find(({ value }) => value !== undefined);
  return orElse<MandatePolicy>(decides ?? { value: undefined, origin: 'default', from: '' }, 'warn');
}

/** Anything but the words for no switches a variable on. */
function isOn(variable: string | undefined): boolean {
  return variable !== undefined && !['', '0', 'false', 'no'].includes(variable.toLowerCase());
}
