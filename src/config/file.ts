import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ConnectError } from '../errors.js';
import { reasonOf } from '../platform/file-fault.js';
import { writeAtomically } from '../platform/files.js';
import { decodeDirectoryConfig, decodeUserConfig } from './document.js';
import type { DirectoryConfig, UserConfig } from './document.js';

export const userConfigFile = (directory: string): string => path.join(directory, 'config.toml');

export async function readUserConfig(directory: string): Promise<UserConfig> {
  const file = userConfigFile(directory);
  return decodeUserConfig(await readToml(file), file);
}

export async function readDirectoryConfig(cwd: string): Promise<DirectoryConfig> {
  const file = path.join(cwd, '.connect.toml');
  return decodeDirectoryConfig(await readToml(file), file);
}

/** Replaces the user's configuration in one step; nobody else may read it, though it holds no secret. */
export async function writeUserConfig(directory: string, config: UserConfig): Promise<void> {
  const { stringify } = await import('smol-toml');
  await writeAtomically(userConfigFile(directory), stringify(config));
}

async function readToml(file: string): Promise<Readonly<Record<string, unknown>>> {
  let text: string;
  try {
    // Small, and needed before anything else; reading it asynchronously would cost every start a module.
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (isMissing(error)) return {};
    throw new ConnectError('config-malformed', { file, where: reasonOf(error) }, { cause: error });
  }
  const { parse, TomlError } = await import('smol-toml');
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    throw new ConnectError('config-malformed', { file, where: `${error.line}:${error.column}` }, { cause: error });
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
