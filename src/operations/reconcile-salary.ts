import type { SalaryDeclaration } from '../../contract/portal.gen.js';
import type { Portal } from '../api/portal.js';
import { ConnectError } from '../errors.js';
import type { Clock } from '../platform/ports.js';
import { received } from './received-declaration.js';
import type { SentFile } from './received-declaration.js';

/** An upload whose answer was lost, as the journal has it. */
export interface LostUpload extends SentFile {
  readonly key: string;
}

interface Ports {
  readonly portal: Pick<Portal, 'salary'>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** How often, and after how long each time, a portal that is still at it is asked again. */
const patience = { times: 10, ms: 1000 };

/**
 * Finds out what became of an upload. The submission is called off first: from then on a request that is still on its
 * way can't do anything any more, and only so does "it is not there" mean that it never will be. Then the portal is asked
 * by the file's digest, because the very file may have come to it by another submission.
 * @returns the declaration that came of it, or undefined if there is none and the file may be uploaded again
 * @throws ConnectError `request-in-progress` if the portal is at it for longer than ten seconds; `receipt-mismatch`
 */
export async function reconcileUpload(lost: LostUpload, ports: Ports): Promise<SalaryDeclaration | undefined> {
  const found = (await calledOff(lost, ports)) ?? (await sameFile(lost, ports));
  return found === undefined ? undefined : received(found, lost);
}

async function calledOff({ client, key }: LostUpload, { portal, clock, signal }: Ports) {
  for (let left = patience.times; ; left -= 1) {
    try {
      return await portal.salary.callOff(client, key);
    } catch (error) {
      const isAtIt = error instanceof ConnectError && error.code === 'request-in-progress';
      if (!isAtIt || left === 0) throw error;
      await clock.sleep(patience.ms, signal);
    }
  }
}

async function sameFile({ client, sha256, test }: LostUpload, { portal }: Ports) {
  if (sha256 === undefined) return undefined;
  for await (const declaration of portal.salary.list(client, { sha256 })) {
    if (declaration.test === test) return declaration;
  }
  return undefined;
}
