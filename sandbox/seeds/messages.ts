import { createHash } from 'node:crypto';
import { messageKindValues, type MessageKind } from '../../contract/portal.gen.js';
import { contentOf } from '../documents/content.js';
import { pdf } from '../documents/pdf.js';
import { fundOf } from '../funds.js';
import { newId } from '../rules/names.js';
import { day, dayOf, hour, yearOf } from '../rules/time.js';
import type { EmployeeRow } from '../store/employees.js';
import { swissDay } from '../texts/letters.js';
import type { SeedClient } from './clients.js';
import type { Sowing } from './sowing.js';

/** Forty messages, spread over the last two years. */
const counts: Readonly<Record<string, number>> = {
  '10001.00': 12,
  '10002.00': 6,
  '20001.00': 5,
  '20002.00': 4,
  '20003.00': 4,
  '30001.00': 5,
  '30002.00': 4,
};
const span = 660 * day;
const recently = 60 * day;

// A file name that leaves its folder, and a title that a terminal would obey: clients must survive both.
const hostile = {
  title: 'Abrechnung \u001b[2J\u001b]0;own3d\u0007 \u202e4202 eciovnI',
  name: '../../etc/cron.d/evil.pdf',
};

export interface PreparedMessage {
  readonly kind: MessageKind;
  readonly title: string;
  readonly language: SeedClient['language'];
  readonly sentAt: number;
  readonly unread: boolean;
  readonly documents: readonly { readonly name: string; readonly bytes: Buffer }[];
}

/** The messages of a client, the oldest first, with their documents. */
export async function prepareMessages(
  now: number,
  client: SeedClient,
  employees: readonly Pick<EmployeeRow, 'firstName' | 'lastName' | 'ahvNumber'>[],
): Promise<PreparedMessage[]> {
  const count = counts[client.number] ?? 0;
  const messages: PreparedMessage[] = [];
  for (let i = 0; i < count; i += 1) {
    const sentAt = now - span + Math.round((span * (i + 1)) / (count + 1)) - (i % 5) * hour;
    const kind = messageKindValues[i % messageKindValues.length] ?? 'settlement';
    const unread = now - sentAt < recently || i % 7 === 3;
    const message = { kind, language: client.language, sentAt, unread };
    const person = employees[i % employees.length];
    if (person === undefined) throw new Error(`nobody works for ${client.name}`);
    const { content, bytes } = await write(client, kind, sentAt, person, i);
    const isHostile = client.number === '10001.00' && i === count - 3;
    messages.push({
      ...message,
      title: isHostile ? hostile.title : content.title,
      documents: [{ name: isHostile ? hostile.name : content.fileName, bytes }],
    });
  }
  return messages;
}

async function write(
  client: SeedClient,
  kind: MessageKind,
  sentAt: number,
  person: Pick<EmployeeRow, 'firstName' | 'lastName' | 'ahvNumber'>,
  i: number,
) {
  const date = new Date(sentAt);
  const content = contentOf(client.language, {
    kind,
    client,
    person: `${person.lastName} ${person.firstName}`,
    ahvNumber: person.ahvNumber ?? '',
    quarter: Math.floor(date.getUTCMonth() / 3) || 4,
    year: yearOf(sentAt) - (date.getUTCMonth() < 3 ? 1 : 0),
    wages: 12_480_000n + BigInt(i) * 731_255n,
  });
  const fund = fundOf(client.fund);
  if (fund === undefined) throw new Error(`there is no fund ${client.fund}`);
  const bytes = await pdf({
    sender: [fund.name, fund.contact.address, fund.contact.phone],
    addressee: [client.name, ...client.address],
    placeAndDate: `${fund.place}, ${swissDay(dayOf(sentAt))}`,
    ...content,
    date,
  });
  return { content, bytes };
}

export function addMessages({ store, random }: Sowing, client: number, messages: readonly PreparedMessage[]): void {
  for (const { documents, unread, ...message } of messages) {
    const id = newId(random, 'msg');
    store.messages.add({ ...message, id, client, unread: Number(unread) });
    for (const { name, bytes } of documents) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      store.messages.addDocument({ id: newId(random, 'doc'), message: id, name, size: bytes.length, sha256 }, bytes);
    }
  }
}
