import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Registration } from '../../contract/portal.gen.js';
import type { Registrant } from '../api/registrations.js';
import { writeAtomically } from '../platform/files.js';

/** A registration that was begun and is not complete, as it lies on disk. Nothing in it is a secret. */
export interface UnfinishedRegistration {
  readonly version: 1;
  readonly portal: string;
  /** RFC 3339. */
  readonly begunAt: string;
  /** Written down before it is sent: the same registration is asked for again under it if the answer is lost. */
  readonly key: string;
  readonly registrant: Registrant;
  /** Null until the portal has answered. */
  readonly registration: Pick<Registration, 'id' | 'client' | 'expiresAt'> | null;
  /** The second factor that waits for its first code, once there is one. */
  readonly method: 'otp' | 'sms' | null;
}

/** One a portal at most: who begins anew gives the earlier one up. */
export interface UnfinishedRegistrations {
  all(): Promise<readonly UnfinishedRegistration[]>;
  keep(unfinished: UnfinishedRegistration): Promise<void>;
  forget(portal: string): Promise<void>;
}

export function unfinishedRegistrations(stateDirectory: string): UnfinishedRegistrations {
  const folder = path.join(stateDirectory, 'registrations');
  const fileOf = (portal: string): string =>
    path.join(folder, `${createHash('sha256').update(portal).digest('hex')}.json`);
  return {
    async all() {
      const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json')).sort();
      const found = await Promise.all(names.map((name) => read(path.join(folder, name))));
      return found.filter((one) => one !== undefined);
    },
    keep: (unfinished) => writeAtomically(fileOf(unfinished.portal), `${JSON.stringify(unfinished)}\n`),
    forget: (portal) => rm(fileOf(portal), { force: true }),
  };
}

/** A file that is not ours or not whole counts as none: what it would spare is begun anew. */
async function read(file: string): Promise<UnfinishedRegistration | undefined> {
  try {
    const content = JSON.parse(await readFile(file, 'utf8')) as UnfinishedRegistration;
    return isWhole(content) ? content : undefined;
  } catch {
    return undefined;
  }
}

function isWhole({ version, portal, begunAt, key, registrant, registration }: UnfinishedRegistration): boolean {
  const { email, firstName, lastName, userName, language } = registrant;
  const texts = [portal, begunAt, key, email, firstName, lastName, userName, language];
  const answered = registration === null ? [] : [registration.id, registration.expiresAt, registration.client.name];
  return (version as unknown) === 1 && [...texts, ...answered].every((text) => typeof text === 'string');
}
