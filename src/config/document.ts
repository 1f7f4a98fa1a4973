import { ConnectError } from '../errors.js';

/** What a login needs besides its secrets. */
export interface Profile {
  readonly portal?: string;
  readonly username?: string;
  /** Default client of reads; a write never relies on it. */
  readonly client?: string;
}

export interface Policy {
  /** Who releases a salary declaration must not be who uploaded it. */
  readonly 'four-eyes'?: boolean;
  /** Whether a fiduciary may write for a client whose power of attorney has run out: `warn` or `deny`. */
  readonly 'expired-mandates'?: string;
}

/** The user's configuration file, decoded. */
export interface UserConfig {
  readonly profile?: string;
  readonly lang?: string;
  readonly output?: string;
  readonly store?: string;
  readonly timeout?: number;
  /** A file of certificates to trust besides the usual ones; a relative path starts where the configuration is. */
  readonly 'ca-file'?: string;
  /** What an office has decided for all its commands. */
  readonly policy?: Policy;
  readonly profiles: Readonly<Record<string, Profile>>;
}

/** What `.connect.toml` in the working directory may say. A project may choose a client, never a portal or a credential. */
export interface DirectoryConfig {
  readonly client?: string;
  readonly lang?: string;
  readonly output?: string;
}

type Kind = 'string' | 'number' | 'boolean';

interface Types {
  string: string;
  number: number;
  boolean: boolean;
}

const userKeys = {
  profile: 'string',
  lang: 'string',
  output: 'string',
  store: 'string',
  timeout: 'number',
  'ca-file': 'string',
} as const;
const policyKeys = { 'four-eyes': 'boolean', 'expired-mandates': 'string' } as const;
const profileKeys = { portal: 'string', username: 'string', client: 'string' } as const;
const directoryKeys = { client: 'string', lang: 'string', output: 'string' } as const;

export function decodeUserConfig(table: Readonly<Record<string, unknown>>, file: string): UserConfig {
  const { profiles = {}, policy, ...rest } = table;
  if (!isTable(profiles)) throw malformed(file, 'profiles');
  if (policy !== undefined && !isTable(policy)) throw malformed(file, 'policy');
  const decoded = Object.entries(profiles).map(([name, profile]): [string, Profile] => {
    if (!isTable(profile)) throw malformed(file, `profiles.${name}`);
    return [name, decode(profile, profileKeys, file, `profiles.${name}.`)];
  });
  return {
    ...decode(rest, userKeys, file, ''),
    ...(policy !== undefined && { policy: decode(policy, policyKeys, file, 'policy.') }),
    profiles: Object.fromEntries(decoded),
  };
}

export function decodeDirectoryConfig(table: Readonly<Record<string, unknown>>, file: string): DirectoryConfig {
  const forbidden = Object.keys(table).find((key) => !(key in directoryKeys));
  if (forbidden !== undefined) throw new ConnectError('directory-config-forbidden', { file, key: forbidden });
  return decode(table, directoryKeys, file, '');
}

function decode<Keys extends Readonly<Record<string, Kind>>>(
  table: Readonly<Record<string, unknown>>,
  keys: Keys,
  file: string,
  prefix: string,
): { readonly [Key in keyof Keys]?: Types[Keys[Key]] } {
  for (const [key, value] of Object.entries(table)) {
    const kind = keys[key];
    if (kind === undefined) throw new ConnectError('config-key-unknown', { file, key: prefix + key });
    if (typeof value !== kind) throw malformed(file, prefix + key);
  }
  return table as ReturnType<typeof decode<Keys>>;
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function malformed(file: string, where: string): ConnectError {
  return new ConnectError('config-malformed', { file, where });
}
