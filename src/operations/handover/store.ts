import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { ConnectError } from '../../errors.js';
import { writeAtomically } from '../../platform/files.js';
import { withLock } from '../../platform/lock.js';
import { isOpen } from './handover.js';
import type { Handover } from './handover.js';

/** Whose handover it is: there is one at a time for a leaver at a client. */
export type Subject = Pick<Handover, 'portal'> & {
  readonly client: Pick<Handover['client'], 'number'>;
  readonly leaver: Pick<Handover['leaver'], 'id'>;
};

/** Handovers on disk, one file each, flushed. */
export interface Handovers {
  /** The oldest first. @throws ConnectError `handover-damaged` */
  all(): Promise<readonly Handover[]>;
  /** @throws ConnectError `handover-unknown`, `handover-damaged` */
  get(id: string): Promise<Handover>;
  openOf(subject: Subject): Promise<Handover | undefined>;
  keep(handover: Handover): Promise<Handover>;
  forget(id: string): Promise<void>;
  /** The open one that this run has on disk, known without reading it: whoever presses Ctrl-C waits. */
  kept(): string | undefined;
  /**
   * Works while no other process works on the handovers of this leaver.
   * @throws ConnectError `handover-busy` at once if one does
   */
  alone<T>(subject: Subject, work: () => Promise<T>): Promise<T>;
}

export function handovers(stateDirectory: string): Handovers {
  const folder = path.join(stateDirectory, 'handovers');
  let kept: string | undefined;
  const fileOf = (id: string): string => path.join(folder, `${id}.json`);
  const all: Handovers['all'] = async () => {
    const names = await readdir(folder).catch((error: unknown) => unlessMissing(error, []));
    const files = names.filter((name) => /^ho_[\da-f]{8}\.json$/.test(name));
    const found = await Promise.all(files.map((name) => read(path.join(folder, name))));
    return found
      .filter((one) => one !== undefined)
      .toSorted((a, b) => (`${a.begunAt} ${a.id}` < `${b.begunAt} ${b.id}` ? -1 : 1));
  };
  return {
    all,
    async get(id) {
      const found = /^ho_[\da-f]{8}$/.test(id) ? await read(fileOf(id)) : undefined;
      if (found === undefined) throw new ConnectError('handover-unknown', { id });
      return found;
    },
    async openOf(subject) {
      const name = nameOf(subject);
      return (await all()).find((one) => isOpen(one) && nameOf(one) === name);
    },
    async keep(handover) {
      await writeAtomically(fileOf(handover.id), `${JSON.stringify(handover, undefined, 2)}\n`);
      kept = isOpen(handover) ? handover.id : undefined;
      return handover;
    },
    async forget(id) {
      await rm(fileOf(id), { force: true });
      kept = undefined;
    },
    kept: () => kept,
    alone: (subject, work) => {
      const busy = (): ConnectError => new ConnectError('handover-busy');
      return withLock(path.join(folder, `${nameOf(subject)}.lock`), work, busy);
    },
  };
}

function nameOf({ portal, client, leaver }: Subject): string {
  const name = JSON.stringify([portal, client.number, leaver.id]);
  return createHash('sha256').update(name).digest('hex').slice(0, 32);
}

async function read(file: string): Promise<Handover | undefined> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => unlessMissing(error, undefined));
  if (text === undefined) return undefined;
  const found = parsed(text) as Partial<Handover> | null | undefined;
  const texts = [found?.id, found?.portal, found?.client?.number, found?.leaver?.id, found?.state, found?.on];
  const isWhole = found?.version === 1 && Array.isArray(found.steps) && texts.every((one) => typeof one === 'string');
  if (!isWhole) throw new ConnectError('handover-damaged', { file });
  return found as Handover;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unlessMissing<T>(error: unknown, otherwise: T): T {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return otherwise;
  throw error;
}
