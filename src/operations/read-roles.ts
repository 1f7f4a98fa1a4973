import type { Theme } from '../../contract/portal.gen.js';
import { foldedWord } from '../access/hr-names.js';
import type { Role } from '../access/hr-findings.js';
import { ConnectError } from '../errors.js';
import { parseYaml } from '../platform/yaml.js';

const longestBytes = 1024 * 1024;

/** What each function may do. */
export interface Roles {
  readonly of: (name: string) => Role | undefined;
}

/**
 * Reads what each function of an employer needs: `roles:`, below it names with `administrator: true` or `themes: [ … ]`.
 * @param themes all that there are
 * @throws ConnectError `roles-file-invalid`, which names the place
 */
export async function readRoles(
  bytes: AsyncIterable<Uint8Array>,
  file: string,
  themes: readonly Theme[],
): Promise<Roles> {
  const document = parsed(await textOf(bytes, file), file);
  if (!isMap(document)) throw invalid(file, 'roles');
  const strange = Object.keys(document).find((key) => key !== 'roles');
  const { roles } = document as { roles?: unknown };
  if (strange !== undefined || !isMap(roles)) throw invalid(file, strange ?? 'roles');
  const known = new Map<string, Role>();
  for (const [name, said] of Object.entries(roles)) {
    if (known.has(keyOf(name))) throw invalid(file, `roles.${name}`);
    known.set(keyOf(name), roleIn(said, `roles.${name}`, file, themes));
  }
  return { of: (name) => known.get(keyOf(name)) };
}

function parsed(text: string, file: string): unknown {
  try {
    return parseYaml(text);
  } catch (error) {
    throw invalid(file, error instanceof Error ? (error.message.split('\n')[0] ?? '') : '');
  }
}

const keyOf = (name: string): string => name.split(/\s+/).map(foldedWord).join(' ').trim();

function roleIn(said: unknown, place: string, file: string, all: readonly Theme[]): Role {
  if (!isMap(said)) throw invalid(file, place);
  const strange = Object.keys(said).find((key) => key !== 'administrator' && key !== 'themes');
  if (strange !== undefined) throw invalid(file, `${place}.${strange}`);
  const { administrator = false, themes = [] } = said as { administrator?: unknown; themes?: unknown };
  if (typeof administrator !== 'boolean') throw invalid(file, `${place}.administrator`);
  if (!Array.isArray(themes)) throw invalid(file, `${place}.themes`);
  const found = themes.map((theme) => all.find((one) => one === theme));
  const odd = found.indexOf(undefined);
  if (odd >= 0) throw invalid(file, `${place}.themes[${odd}]: ${String(themes[odd])}`);
  return { administrator, themes: found.filter((theme) => theme !== undefined) };
}

async function textOf(bytes: AsyncIterable<Uint8Array>, file: string): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytes) {
    length += piece.length;
    if (length > longestBytes) throw invalid(file, '> 1 MiB');
    pieces.push(piece);
  }
  return new TextDecoder().decode(Buffer.concat(pieces));
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const invalid = (file: string, where: string): ConnectError => new ConnectError('roles-file-invalid', { file, where });
