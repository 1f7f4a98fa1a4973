import { createHash } from 'node:crypto';
import type { NewCodeRequest } from '../../contract/portal.gen.js';
import { fundOf } from '../funds.js';
import type { Random } from '../machine.js';
import { codeCourse } from '../rules/code-request-state.js';
import { newAccessCode, newId } from '../rules/names.js';
import { dayOf } from '../rules/time.js';
import type { ClientRow } from '../store/clients.js';
import type { ServerSecret } from '../store/secrets.js';
import type { Store } from '../store/store.js';
import { accessCodeLetter, swissDay } from '../texts/letters.js';

export interface Office {
  readonly store: Store;
  readonly secret: ServerSecret;
  readonly random: Random;
}

/** An order for an access code. */
export interface Order {
  readonly client: ClientRow;
  readonly request: Pick<NewCodeRequest, 'recipient' | 'reason' | 'remark' | 'fiduciary' | 'documents'>;
  readonly reference: string;
  readonly requestedBy: string | null;
  readonly requestedAt: number;
  readonly usedAt?: number;
}

/** Makes an access code, keeps its digest, and puts the code into a letter: nowhere else does it stand. */
export function sendAccessCode({ store, secret, random }: Office, order: Order): string {
  const { client, request, reference, requestedBy, requestedAt } = order;
  const id = newId(random, 'cod');
  const code = newAccessCode(random);
  const addressee = addressOf(client, request);
  store.codeRequests.add({
    id,
    client: client.id,
    reference,
    recipient: request.recipient,
    reason: request.reason,
    remark: request.remark ?? null,
    addressee: JSON.stringify(addressee),
    documents: JSON.stringify((request.documents ?? []).map(enclosed)),
    requestedBy,
    requestedAt,
    usedAt: order.usedAt ?? null,
    code: accessCodeDigest(secret, client.fund, code),
  });
  const letter = letterWith(order, code, addressee);
  store.outbox.add({
    fund: client.fund,
    kind: 'letter',
    to: addressee.join(', '),
    ...letter,
    code,
    client: client.number,
    at: requestedAt,
  });
  return id;
}

/** How access codes are kept. */
export function accessCodeDigest(secret: ServerSecret, fund: string, code: string): string {
  return secret.mac('access code', `${fund} ${code}`);
}

function letterWith({ client, reference, requestedAt }: Order, code: string, addressee: readonly string[]) {
  const fund = fundOf(client.fund);
  if (fund === undefined) throw new Error(`there is no fund ${client.fund}`);
  const { printed, expires } = codeCourse({ requestedAt, usedAt: null });
  return accessCodeLetter(client.language, {
    fund,
    addressee,
    client,
    reference,
    code,
    printedOn: swissDay(dayOf(printed)),
    validUntil: swissDay(dayOf(expires)),
  });
}

function addressOf(client: ClientRow, { recipient, fiduciary }: Order['request']): string[] {
  if (recipient === 'fiduciary' && fiduciary !== undefined) return [fiduciary.name, ...fiduciary.address];
  return [client.name, ...(JSON.parse(client.address) as string[])];
}

type Enclosed = NonNullable<NewCodeRequest['documents']>[number];

function enclosed({ kind, name, content }: Enclosed): { kind: string; name: string; size: number; sha256: string } {
  const bytes = Buffer.from(content, 'base64');
  return { kind, name, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}
