import path from 'node:path';
import type { AccessPlan } from '../access/access-plan.js';
import { planFault } from '../access/plan-shape.js';
import type { PlanWords } from '../access/plan-shape.js';
import { ConnectError } from '../errors.js';
import { createFile, lengthOf, writeAtomically } from '../platform/files.js';
import { MeasuredBytes } from './measured-bytes.js';

/** A plan for every login of a thousand clients has a fraction of it. */
const longestBytes = 64 * 1024 * 1024;

/**
 * Reads a plan.
 * @throws ConnectError `plan-malformed` with the place, `plan-of-other-version`
 */
export async function readPlan(bytes: AsyncIterable<Uint8Array>, file: string, words: PlanWords): Promise<AccessPlan> {
  const text = await smallText(bytes, longestBytes);
  const plan = text === undefined ? undefined : parsed(text);
  const version = typeof plan === 'object' && plan !== null && 'version' in plan ? plan.version : undefined;
  if (typeof version === 'number' && version !== 1) throw new ConnectError('plan-of-other-version', { file, version });
  const fault = planFault(plan, words);
  if (fault !== undefined) throw new ConnectError('plan-malformed', { file, place: fault === '' ? '/' : fault });
  return plan as AccessPlan;
}

/** The text of a file, and undefined if it is longer, or none. */
export async function smallText(bytes: AsyncIterable<Uint8Array>, most: number): Promise<string | undefined> {
  const measured = new MeasuredBytes(bytes, most);
  const pieces: Uint8Array[] = [];
  for await (const piece of measured) pieces.push(piece);
  if (measured.isTooLong) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces));
  } catch {
    return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const planText = (plan: AccessPlan): string => `${JSON.stringify(plan, undefined, 2)}\n`;

/** Before anybody waits for a portal. @throws ConnectError `plan-file-exists` */
export async function mayWritePlan(file: string, force: boolean): Promise<void> {
  if (!force && (await lengthOf(file)) > 0) throw new ConnectError('plan-file-exists', { file });
}

/**
 * Writes a plan for its owner only: what the users are like stands in it.
 * @param force replaces what is there
 * @throws ConnectError `plan-file-exists`, `file-unwritable`
 */
export async function writePlan(plan: AccessPlan, file: string, force: boolean): Promise<void> {
  try {
    if (force) await writeAtomically(file, planText(plan));
    else await createFile(path.resolve(file), Buffer.from(planText(plan)));
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    if (error.code === 'EEXIST') throw new ConnectError('plan-file-exists', { file }, { cause: error });
    throw new ConnectError('file-unwritable', { file, reason: error.message }, { cause: error });
  }
}
