import type { Portal as PortalInfo } from '../../contract/portal.gen.js';
import { NetworkError } from '../platform/ports.js';
import { readJson } from './body.js';
import { toHttp } from './call.js';
import { shape } from './decode.js';
import { connectionFailure, malformedAnswer, refusal } from './refusal.js';
import type { Wire } from './wire.js';

export interface Probed {
  readonly info: PortalInfo;
  /** Milliseconds by which this computer's clock is ahead of the portal's, half a second more or less. */
  readonly aheadMs: number | undefined;
}

/**
 * Asks a portal who it is, once and without a login.
 * @throws ConnectError as any request does
 */
export async function probe(wire: Wire): Promise<Probed> {
  const requestId = wire.random.uuid();
  const http = toHttp(wire, { method: 'GET', path: '/portal', anonymous: true }, undefined, requestId);
  const sent = wire.clock.now().getTime();
  try {
    const answer = await wire.network.send(http);
    const received = wire.clock.now().getTime();
    if (answer.status !== 200) {
      const problem = await readJson(answer.body).catch(() => undefined);
      throw refusal(wire, requestId, answer.status, problem);
    }
    const body = await readJson(answer.body);
    const info = shape<PortalInfo>(wire, { environment: 'string', fund: 'object' }, body);
    return { info, aheadMs: aheadOf(answer.headers, (sent + received) / 2) };
  } catch (error) {
    if (error instanceof NetworkError) throw connectionFailure(wire, requestId, error);
    if (error instanceof SyntaxError) throw malformedAnswer(wire, requestId, error);
    throw error;
  }
}

/** `Date` is cut to the second (RFC 9110, section 5.6.7); what comes out of a cache tells the time of another day. */
function aheadOf(headers: Readonly<Record<string, string | undefined>>, nowMs: number): number | undefined {
  const date = Date.parse(headers['date'] ?? '');
  return Number.isNaN(date) || headers['age'] !== undefined ? undefined : nowMs - (date + 500);
}
