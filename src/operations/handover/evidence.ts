import { createHash } from 'node:crypto';
import { access, constants, stat } from 'node:fs/promises';
import path from 'node:path';
import { version } from '../../../package.json';
import { ConnectError } from '../../errors.js';
import { digestOf } from '../../platform/digest.js';
import { createFile } from '../../platform/files.js';
import { swissDayOf } from '../swiss-day.js';
import { swissTime } from '../swiss-time.js';
import { done } from './desk.js';
import type { Desk } from './desk.js';
import type { EvidenceFiles, Had, Handover, HandoverProof, Person, Step } from './handover.js';

/** What the personnel file keeps of a handover. Times are Swiss, with their offset. */
export interface Evidence {
  readonly kind: 'handover-evidence';
  readonly version: 1;
  readonly handover: string;
  readonly tool: string;
  readonly portal: string;
  readonly client: Handover['client'];
  readonly leaver: Person;
  readonly successor: Person;
  readonly on: string;
  readonly begunAt: string;
  readonly begunBy: string;
  /** What the leaver had. */
  readonly had: Had;
  /** What the successor was given, besides what he had. */
  readonly granted: Handover['granted'];
  readonly steps: readonly Step[];
  readonly proof: HandoverProof;
  /** Who can administrate the client without the leaver; null if somebody else deactivated the leaver. */
  readonly administrators: Handover['administrators'];
}

export function evidenceOf(handover: Handover): Evidence {
  const { id, portal, client, leaver, successor, on, begunBy, granted, steps, administrators, had, proof } = handover;
  if (had === null || proof === null) throw new Error('nothing is proven');
  const inSwissTime = { ...proof, at: swissTime(proof.at), oldSession: at(proof.oldSession) };
  return {
    ...{ kind: 'handover-evidence', version: 1, handover: id, tool: `connect ${version}`, portal, client },
    ...{ leaver, successor, on, begunAt: swissTime(handover.begunAt), begunBy, had, granted },
    ...{ steps: steps.map((step) => at(step)), proof: inSwissTime, administrators },
  };
}

function at<T extends { readonly at: string } | null>(one: T): T {
  return one === null ? one : { ...one, at: swissTime(one.at) };
}

/** Makes the page for people; it names the SHA-256 of the JSON file. */
export type MakePage = (evidence: Evidence, sha256: string) => Promise<Uint8Array>;

/**
 * Writes both files, where nothing is, and is done. The same handover makes the same JSON, so that a run after one that was
 * interrupted finds it there.
 * @throws ConnectError `file-unwritable`
 */
export async function writeEvidence(desk: Desk, handover: Handover, page: MakePage): Promise<Handover> {
  const evidence = evidenceOf(handover);
  const json = Buffer.from(`${JSON.stringify(evidence, undefined, 2)}\n`);
  const sha256 = createHash('sha256').update(json).digest('hex');
  const pdf = await page(evidence, sha256);
  const day = swissDayOf(new Date(handover.begunAt));
  const base = path.join(handover.folder, `handover-${safe(handover.leaver.userName)}-${day}`);
  const files: EvidenceFiles = { json: await put(base, 'json', json), pdf: await put(base, 'pdf', pdf), sha256 };
  return done(desk, handover, { evidence: files, state: 'completed' });
}

/** Of a name that others have chosen: nothing that means something to a file system. */
function safe(name: string): string {
  return name
    .replaceAll(/[^\w.@-]/g, '_')
    .replace(/^\.+/, '_')
    .slice(0, 80);
}

/** Never over another file: that one keeps its name. */
async function put(base: string, suffix: string, content: Uint8Array): Promise<string> {
  const digest = createHash('sha256').update(content).digest('hex');
  for (let number = 1; ; number += 1) {
    const file = number === 1 ? `${base}.${suffix}` : `${base}-${String(number)}.${suffix}`;
    if ((await digestOf(file).catch(() => undefined)) === digest) return file;
    try {
      await createFile(file, content);
      return file;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST' && number < 1000) continue;
      throw unwritable(file, error);
    }
  }
}

/**
 * Makes sure that there is a folder to write to, before anything is done that can't be undone.
 * @throws ConnectError `file-unwritable`
 */
export async function checkFolder(folder: string): Promise<void> {
  try {
    if (!(await stat(folder)).isDirectory()) throw new Error('not a folder');
    await access(folder, constants.W_OK);
  } catch (error) {
    throw unwritable(folder, error);
  }
}

function unwritable(file: string, error: unknown): ConnectError {
  const reason = error instanceof Error ? error.message : String(error);
  return new ConnectError('file-unwritable', { file, reason }, { cause: error });
}
