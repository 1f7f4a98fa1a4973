import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Mandate } from '../../contract/portal.gen.js';
import { ConnectError } from '../errors.js';
import { writeAtomically } from '../platform/files.js';
import { withLock } from '../platform/lock.js';

/** A power of attorney as it is remembered on this computer. Nothing in it is a secret. */
export interface KeptMandate extends Omit<Mandate, 'notedBy'> {
  /** Address of the portal, and the member number there. */
  readonly portal: string;
  readonly client: string;
  /** Whether the portal has it under the same id. */
  readonly atPortal: boolean;
}

/** The powers of attorney that this computer knows, in one file that is replaced as a whole. */
export interface MandateLedger {
  readonly file: string;
  /** @throws ConnectError `mandates-unreadable` */
  of(portal: string): Promise<readonly KeptMandate[]>;
  /**
   * Changes those of one portal, one process at a time; nothing is written where nothing changes.
   * @throws ConnectError `mandates-unreadable`, `file-unwritable`, `store-busy`
   */
  change(portal: string, change: (mandates: readonly KeptMandate[]) => readonly KeptMandate[]): Promise<void>;
}

export function mandateLedger(stateDirectory: string): MandateLedger {
  const file = path.join(stateDirectory, 'mandates.json');
  const isOf = (portal: string) => (one: KeptMandate) => one.portal === portal;
  return {
    file,
    of: async (portal) => (await read(file)).filter(isOf(portal)),
    change: (portal, change) =>
      locked(file, async () => {
        const all = await read(file);
        const others = all.filter((one) => one.portal !== portal);
        const content = textOf([...others, ...change(all.filter(isOf(portal)))]);
        if (content !== textOf(all)) await writeAtomically(file, content);
      }),
  };
}

/** The same order whoever writes, so that two files can be compared. */
function textOf(mandates: readonly KeptMandate[]): string {
  const key = ({ portal, client, id }: KeptMandate): string => `${portal} ${client} ${id}`;
  const sorted = mandates.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
  return `${JSON.stringify({ version: 1, mandates: sorted }, null, 2)}\n`;
}

async function locked(file: string, work: () => Promise<void>): Promise<void> {
  try {
    await withLock(`${file}.lock`, work);
  } catch (error) {
    if (error instanceof ConnectError && error.code !== 'store-denied') throw error;
    throw new ConnectError('file-unwritable', { file, reason: reasonOf(error) }, { cause: error });
  }
}

async function read(file: string): Promise<readonly KeptMandate[]> {
  let content: unknown;
  try {
    content = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw new ConnectError('mandates-unreadable', { file, reason: reasonOf(error) }, { cause: error });
  }
  const { version, mandates } = (content ?? {}) as { readonly version?: unknown; readonly mandates?: unknown };
  if (version === 1 && Array.isArray(mandates) && mandates.every(isWhole)) return mandates;
  throw new ConnectError('mandates-unreadable', { file, reason: '{ "version": 1, "mandates": […] }' });
}

/** Somebody may have edited the file: what days and texts are made of must be there. */
function isWhole(one: unknown): one is KeptMandate {
  const { portal, client, id, holder, signatory, issuedOn, expiresOn, revokedAt, notedAt, themes, powers, scan } =
    (one ?? {}) as Partial<Record<keyof KeptMandate, unknown>>;
  const texts = [portal, client, id, holder, signatory].every((text) => typeof text === 'string');
  const days = isDay(issuedOn) && (expiresOn === null || isDay(expiresOn));
  const times = isTime(notedAt) && (revokedAt === null || isTime(revokedAt));
  return texts && days && times && Array.isArray(themes) && Array.isArray(powers) && isScan(scan);
}

const isScan = (scan: unknown): boolean =>
  /^[0-9a-f]{64}$/.test(String((scan as Partial<Mandate['scan']> | null | undefined)?.sha256));
const isTime = (value: unknown): boolean => typeof value === 'string' && !Number.isNaN(Date.parse(value));
const isDay = (value: unknown): boolean => isTime(value) && /^\d{4}-\d{2}-\d{2}$/.test(value as string);

function reasonOf(error: unknown): string {
  const cause = error instanceof ConnectError ? error.cause : error;
  return cause instanceof Error ? cause.message : '';
}
