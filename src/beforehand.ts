import { readDirectoryConfig, readUserConfig } from './config/file.js';
import { directories } from './config/paths.js';
import { isLanguage, localeLanguage } from './i18n/translate.js';
import type { Language } from './i18n/translate.js';
import type { Env, World } from './platform/ports.js';

/** What must be known before the command line is understood, since misunderstandings have to be told, too. */
export interface Words {
  readonly lang: string | undefined;
  readonly output: string | undefined;
  readonly debug: boolean;
  readonly profile: string | undefined;
}

/** How to sign in again with the login that this command line names. */
export function loginCommand({ profile }: Words): string {
  return profile === undefined ? 'connect login' : `connect login -p ${profile}`;
}

export function wordsBeforehand(argv: readonly string[], env: Env): Words {
  const end = argv.indexOf('--');
  const own = end === -1 ? argv : argv.slice(0, end);
  return {
    lang: valueOf(own, '--lang'),
    output: valueOf(own, '--output', '-o') ?? (env['CONNECT_OUTPUT'] || undefined),
    debug: own.includes('--debug'),
    profile: valueOf(own, '--profile', '-p'),
  };
}

/** The language to speak; where a configuration file is at fault, the file is complained of later, in this language. */
export async function languageBeforehand({ lang }: Words, world: World): Promise<Language> {
  const named =
    [lang, world.env['CONNECT_LANG']].find((value) => value !== undefined && value !== '') ??
    (await configured('lang', world));
  const language = named === undefined ? undefined : localeLanguage({ LANG: named });
  if (language !== undefined && isLanguage(language)) return language;
  return localeLanguage(world.env) ?? 'en';
}

/** Whether errors are for programs to read, as results are. */
export async function jsonWanted({ output }: Words, world: World): Promise<boolean> {
  return ['json', 'ndjson'].includes(output ?? (await configured('output', world)) ?? '');
}

async function configured(key: 'lang' | 'output', world: World): Promise<string | undefined> {
  try {
    return (await readDirectoryConfig(world.cwd))[key] ?? (await readUserConfig(directories(world).config))[key];
  } catch {
    return undefined;
  }
}

function valueOf(argv: readonly string[], long: string, short?: string): string | undefined {
  for (const [index, word] of argv.entries()) {
    if (word === long || word === short) return argv[index + 1];
    if (word.startsWith(`${long}=`)) return word.slice(long.length + 1);
    if (short !== undefined && word.startsWith(short) && !word.startsWith('--')) return word.slice(short.length);
  }
  return undefined;
}
