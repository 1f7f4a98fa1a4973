import { access } from 'node:fs/promises';
import path from 'node:path';
import type { AccessPlan } from '../access/access-plan.js';
import { ConnectError } from '../errors.js';
import { writeAtomically } from '../platform/files.js';
import type { Random } from '../platform/ports.js';
import { writeNewFile } from './new-file.js';

interface Target {
  readonly file: string;
  /** Whether a file that is there already may be lost. */
  readonly force: boolean;
}

/** So that nobody waits for a portal before he hears it. @throws ConnectError `plan-exists` */
export async function mayWritePlan({ file, force }: Target): Promise<void> {
  if (force) return;
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (isThere) throw new ConnectError('plan-exists', { file });
}

/**
 * Writes a plan for its owner only: what the users are like stands in it.
 * @throws ConnectError `output-exists`, `file-unwritable`
 */
export async function writePlan(
  plan: AccessPlan,
  { file, force }: Target,
  random: Pick<Random, 'uuid'>,
): Promise<void> {
  const content = `${JSON.stringify(plan, undefined, 2)}\n`;
  if (!force) {
    await writeNewFile(file, [content], random);
    return;
  }
  await writeAtomically(path.resolve(file), content).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : '';
    throw new ConnectError('file-unwritable', { file, reason }, { cause });
  });
}
