import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { signedIn, signedInBySms, type PortalClient } from '../support/portal-client.js';
import { startSandbox, type TestSandbox } from '../support/sandbox.js';
import { itWith } from '../support/tools.js';

let sandbox: TestSandbox;
let anna: PortalClient;
beforeEach(async () => {
  sandbox = await startSandbox({ invalidRequests: 'refused' });
  anna = await signedIn(sandbox, 'anna.muster');
});
afterEach(() => sandbox.close());

interface Message {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly unread: boolean;
  readonly sentAt: string;
  readonly documents: readonly { id: string; name: string; size: number; sha256: string }[];
}
const path = '/clients/10001.00/messages';
const list = async (query = '', portal = anna, client = '10001.00') => {
  const { body } = await portal.get(`/clients/${client}/messages?${query}`);
  return (body as { items: Message[] }).items;
};
const pathOf = (message: Message, client = '10001.00') =>
  `/clients/${client}/messages/${message.id}/documents/${message.documents[0]!.id}`;

describe('the list of messages', () => {
  test('is newest first and can be narrowed', async () => {
    const all = await list();
    expect(all).toHaveLength(12);
    const times = all.map(({ sentAt }) => Date.parse(sentAt));
    expect(times).toEqual([...times].sort((a, b) => b - a));
    expect(await list('kind=decision')).toHaveLength(3);
    expect(await list('unread=true')).toEqual(all.filter(({ unread }) => unread));
    expect(await list('unread=false')).toEqual(all.filter(({ unread }) => !unread));
    const since = encodeURIComponent(all[2]!.sentAt);
    expect(await list(`since=${since}`)).toEqual(all.slice(0, 3));
  });

  test('is read by each login for itself', async () => {
    const [newest] = await list('unread=true');
    const before = await anna.get(`${path}/${newest!.id}`);
    expect(await anna.patch(`${path}/${newest!.id}`, { unread: false }, { match: before.etag })).toMatchObject({
      status: 200,
      body: { unread: false },
    });
    expect(await anna.patch(`${path}/${newest!.id}`, { unread: true }, { match: before.etag })).toMatchObject({
      problem: 'precondition-failed',
    });
    const noemi = await signedInBySms(sandbox, 'noemi.sms');
    expect(await noemi.get(`${path}/${newest!.id}`)).toMatchObject({ body: { unread: true } });
  });

  test('is a matter of the theme', async () => {
    const luca = await signedIn(sandbox, 'luca.bianchi');
    expect(await luca.get(path)).toMatchObject({ status: 403, problem: 'not-permitted' });
  });
});

describe('a document', () => {
  test('comes with its size, tag and digest, and is what the list says', async () => {
    const [message] = await list();
    const { bytes, headers } = await anna
      .get(pathOf(message!))
      .then(({ body, headers }) => ({ bytes: body as Buffer, headers }));
    const sha256 = createHash('sha256').update(bytes);
    const { size, sha256: told } = message!.documents[0]!;
    expect(bytes).toHaveLength(size);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('repr-digest')).toBe(`sha-256=:${sha256.copy().digest('base64')}:`);
    expect(sha256.digest('hex')).toBe(told);
    expect(headers.get('accept-ranges')).toBe('bytes');
  });

  test('comes in ranges', async () => {
    const [message] = await list();
    const { body, etag } = await anna.get(pathOf(message!));
    const whole = body as Buffer;
    const range = (value: string) => anna.get(pathOf(message!), { headers: { range: value } });
    const size = whole.length;
    for (const [asked, from, to] of [
      ['bytes=0-99', 0, 99],
      ['bytes=100-', 100, size - 1],
      ['bytes=-10', size - 10, size - 1],
      ['bytes=5-999999', 5, size - 1],
      ['bytes=-999999', 0, size - 1],
    ] as const) {
      const part = await range(asked);
      expect(part).toMatchObject({ status: 206, etag });
      expect(part.headers.get('content-range')).toBe(`bytes ${String(from)}-${String(to)}/${String(size)}`);
      expect(whole.subarray(from, to + 1).equals(part.body as Buffer)).toBe(true);
    }
    const beyond = await range(`bytes=${String(size)}-`);
    expect(beyond).toMatchObject({ status: 416, problem: 'range-not-satisfiable' });
    expect(beyond.headers.get('content-range')).toBe(`bytes */${String(size)}`);
    expect(await range('bytes=0-1,5-6')).toMatchObject({ status: 422, problem: 'validation-failed' });
  });

  test('is the same again when the same people are invented', async () => {
    const second = await startSandbox();
    const again = await signedIn(second, 'anna.muster');
    const digests = (messages: Message[]) => messages.map(({ documents }) => documents[0]!.sha256);
    expect(digests(await list('', again))).toEqual(digests(await list()));
    await second.close();
  });

  test('may have a hostile name in a hostile message', async () => {
    const hostile = (await list()).find(({ documents }) => documents[0]!.name.includes('..'));
    expect(hostile?.documents[0]?.name).toBe('../../etc/cron.d/evil.pdf');
    // eslint-disable-next-line no-control-regex -- that there are some is the point
    expect(hostile?.title).toMatch(/\u001b\]0;.*\u0007.*\u202e/);
  });

  test('of another message is not found', async () => {
    const [first, second] = await list();
    expect(await anna.get(`${path}/${first!.id}/documents/${second!.documents[0]!.id}`)).toMatchObject({
      problem: 'not-found',
    });
  });
});

const readPdf = (bytes: Buffer) => execFileSync('pdftotext', ['-layout', '-', '-'], { input: bytes, encoding: 'utf8' });

itWith('pdftotext', 'documents can be read, in the language of the client', async () => {
  const text = async (userName: string, client: string, fund = '095') => {
    const portal = await signedIn(sandbox, userName, fund);
    const messages = await list('kind=settlement', portal, client);
    return readPdf((await portal.get(pathOf(messages[0]!, client))).body as Buffer);
  };
  const [de, fr, it] = [
    await text('anna.muster', '10001.00'),
    await text('marc.dubois', '10002.00'),
    await text('paolo.bernasconi', '30001.00', '060'),
  ];
  expect(de).toMatch(/Muster Beispiel AG[\s\S]*Abrechnung \d\. Quartal[\s\S]*AHV\/IV\/EO 10,6 %\s+CHF \d+\.\d\d/);
  expect(fr).toMatch(/Boulangerie du Lac Sàrl[\s\S]*Décompte [\s\S]*AVS\/AI\/APG/);
  expect(it).toMatch(/Officina Ceresio SA[\s\S]*Conteggio [\s\S]*AVS\/AI\/IPG/);
});

itWith('pdftotext', 'every kind of message has its own words', async () => {
  const titles = await Promise.all(
    ['decision', 'confirmation', 'settlement', 'proof-of-insurance'].map(async (kind) => {
      const [message] = await list(`kind=${kind}`);
      return readPdf((await anna.get(pathOf(message!))).body as Buffer);
    }),
  );
  expect(titles[0]).toContain('Entscheid Familienzulagen');
  expect(titles[1]).toContain('Anmeldebestätigung');
  expect(titles[2]).toContain('Zahlbar innert 30 Tagen');
  expect(titles[3]).toMatch(/Versicherungsnachweis[\s\S]*756\.\d{4}\.\d{4}\.\d\d/);
});
