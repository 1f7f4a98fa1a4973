import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { piped, printed, withoutNumber } from '../support/printed.js';

interface Message {
  readonly id: string;
  readonly sentAt: string;
  readonly kind: string;
  readonly title: string;
  readonly unread: boolean;
  readonly language: string;
  readonly documents: readonly { id: string; name: string; size: number; sha256: string }[];
}

let office: Office;
let all: readonly Message[];
beforeAll(async () => {
  office = await openOffice();
  await office.signIn('marc.dubois', { profile: 'marc' });
  await office.signIn('luca.bianchi', { profile: 'luca' });
  all = await printed(office, 'messages list -p marc');
});
afterAll(() => office.close());

const unreadOne = () => all.find(({ unread }) => unread)!;
const ids = async (line: string) => (await printed<readonly Message[]>(office, line)).map(({ id }) => id);

test('lists the messages, the newest first', async () => {
  expect(all).toHaveLength(6);
  expect(await office.run('messages list')).toEqual({
    exitCode: 0,
    stdout: piped(all.map(({ id, sentAt, kind, title, unread }) => [id, sentAt, kind, title, unread])),
    stderr: '',
  });
  const times = all.map(({ sentAt }) => Date.parse(sentAt));
  expect(times).toEqual([...times].sort((one, other) => other - one));
});

test('--unread lists those that the login has not read', async () => {
  const unread = all.filter((message) => message.unread).map(({ id }) => id);
  expect(unread.length).toBeGreaterThan(0);
  expect(unread.length).toBeLessThan(all.length);
  expect(await ids('messages list --unread')).toEqual(unread);
});

test.each(['decision', 'confirmation', 'settlement', 'proof-of-insurance'])('--kind %s', async (kind) => {
  const ofKind = all.filter((message) => message.kind === kind).map(({ id }) => id);
  expect(ofKind.length).toBeGreaterThan(0);
  expect(await ids(`messages list --kind ${kind}`)).toEqual(ofKind);
});

describe('--since', () => {
  test('a day: everything from its beginning on', async () => {
    for (const { sentAt } of all) {
      const since = all.filter((message) => message.sentAt.slice(0, 10) >= sentAt.slice(0, 10)).map(({ id }) => id);
      expect(await ids(`messages list --since ${sentAt.slice(0, 10)}`)).toEqual(since);
    }
  });

  test('a day begins when it begins in Switzerland', async () => {
    const asked = async (day: string) => {
      await office.run(`messages list --since ${day}`);
      const { url = '' } = office.sandbox.exchanges.at(-1) ?? {};
      return Date.parse(new URL(url, 'http://localhost').searchParams.get('since') ?? '');
    };
    expect(await asked('2026-01-15')).toBe(Date.parse('2026-01-15T00:00:00+01:00'));
    expect(await asked('2026-07-15')).toBe(Date.parse('2026-07-15T00:00:00+02:00'));
    // Summer time began that night.
    expect(await asked('2026-03-29')).toBe(Date.parse('2026-03-29T00:00:00+01:00'));
  });

  test('says so when nothing came since', async () => {
    expect(await office.run('messages list --since 2026-11-21')).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: 'No messages.\n',
    });
  });

  test.each(['2026-02-29', '29.02.2024', 'yesterday'])('%s is no day', async (day) => {
    expect(await office.run(`messages list --since ${day}`)).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `Error: “${day}” does not fit the option --since. Expected: YYYY-MM-DD\n`,
    });
  });
});

test('the messages are in the client’s language, whatever the reader’s is', async () => {
  expect(new Set(all.map(({ language }) => language))).toEqual(new Set(['fr']));
  const titles = await printed<readonly Message[]>(office, 'messages list --lang de');
  expect(titles).toEqual(all);
});

test('show: everything about a message, with its documents', async () => {
  const { id, sentAt, kind, title, documents } = unreadOne();
  expect(await office.run(`messages show ${id}`)).toEqual({
    exitCode: 0,
    stdout: piped([
      ['id', id],
      ['sentAt', sentAt],
      ['kind', kind],
      ['title', title],
      ['unread', true],
      ['language', 'fr'],
      ['documents', JSON.stringify(documents)],
    ]),
    stderr: '',
  });
  expect(documents).toEqual([
    {
      id: expect.stringMatching(/^doc_/) as string,
      name: expect.stringMatching(/\.pdf$/) as string,
      mediaType: 'application/pdf',
      size: expect.any(Number) as number,
      sha256: expect.stringMatching(/^[\da-f]{64}$/) as string,
    },
  ]);
});

test('show names documents and sizes for people, and does not mark the message as read', async () => {
  const { id, documents } = unreadOne();
  const { stdout } = await office.run(`messages show ${id}`, { terminal: true, env: { NO_COLOR: '1' } });
  expect(stdout.trimEnd().split('\n').at(-1)).toBe(`documents  ${documents[0]?.name ?? ''} (2.1 KiB)`);
  expect(await ids('messages list --unread')).toContain(id);
});

test('needs the theme', async () => {
  expect(withoutNumber(await office.run('messages list -p luca'))).toEqual({
    exitCode: 5,
    stdout: '',
    stderr:
      'Error: This login has no right to do that.\n' +
      'Hint: An administrator of the employer can grant it.\n' +
      'Request: NUMBER\n',
  });
});
