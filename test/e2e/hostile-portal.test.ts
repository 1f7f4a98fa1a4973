import type { ServerResponse } from 'node:http';
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { authority } from '../support/authority.js';
import { createUser } from '../support/changes.js';
import { emptyFolder } from '../support/folder.js';
import { messagesOf } from '../support/messages.js';
import { openOffice, password } from '../support/office.js';
import type { Office } from '../support/office.js';
import { ownAddress, startRelay } from '../support/relay.js';
import type { Relay } from '../support/relay.js';
import { tinyPortal, truncate } from '../support/tiny-portal.js';
import type { TinyPortal } from '../support/tiny-portal.js';

const own = authority();
const certificate = own.issue([ownAddress()]);

let office: Office;
let folder: string;
let portal: Relay;
let address: string;
/** Hosts that must never hear of us: one with a certificate that is trusted, one without encryption. */
let other: Relay;
let plain: TinyPortal;
beforeEach(async () => {
  office = await openOffice();
  folder = await emptyFolder();
  portal = await startRelay(office.sandbox.origin, certificate);
  other = await startRelay(office.sandbox.origin, certificate);
  plain = await tinyPortal();
  address = `${portal.origin}/ak095`;
  const ca = path.join(office.desk.home, 'ca.pem');
  await writeFile(ca, own.pem);
  office.desk.env['SSL_CERT_FILE'] = ca;
});
afterEach(async () => {
  expect([other.received, plain.received]).toEqual([[], []]);
  await office.close();
});

const login = () =>
  office.run(['login', address, '-u', 'anna.muster', '--password-stdin', '--otp-stdin', '-q'], {
    stdin: `${password}\n${office.sandbox.totp('anna.muster')}\n`,
  });
async function signedIn(): Promise<void> {
  expect(await login()).toMatchObject({ exitCode: 0, stderr: '' });
}
const withoutRequest = (stderr: string): string => stderr.replace(/^Request: .*\n/m, '');

const actions = {
  login: { part: 'POST /ak095/api/v1/login/password', run: login },
  'a later step of the login': { part: 'POST /ak095/api/v1/login/code', run: login },
  'a list': { part: 'GET /ak095/api/v1/clients/10001.00/users', run: () => office.run('users list') },
  'a download': {
    part: '/documents/',
    run: async () => office.run(['messages', 'download', (await messagesOf(office))[0]!.id, '--to', folder]),
  },
  'a change': {
    part: 'POST /ak095/api/v1/clients/10001.00/users',
    run: () => office.run([...createUser.argv], { stdin: createUser.stdin! }),
  },
} as const;
type Action = keyof typeof actions;
const isLogin = (action: Action): boolean => action.includes('login');

const places = {
  'another place of the same host': () => `${portal.origin}/elsewhere`,
  'another host': () => `${other.origin}/ak095/api/v1/users`,
  'the same host without encryption': () => `${portal.origin.replace('https:', 'http:')}/ak095`,
  'a host without encryption': () => `${plain.origin}/ak095`,
} as const;
type Place = keyof typeof places;

describe.each(Object.keys(actions) as Action[])('a redirect at %s', (action) => {
  test.each(
    (Object.keys(places) as Place[]).map((place, index) => [[301, 302, 303, 307][index] ?? 308, place] as const),
  )('with %i to %s is not followed', async (status, place) => {
    const { part, run } = actions[action];
    if (!isLogin(action)) await signedIn();
    const location = places[place]();
    portal.on({
      instead: (name, outgoing) => {
        if (name.includes(part)) outgoing.writeHead(status, { location: `${location}?token=secret` }).end();
        return name.includes(part);
      },
    });
    const { exitCode, stdout, stderr } = await run();
    expect({ exitCode, stdout, stderr: withoutRequest(stderr) }).toEqual({
      exitCode: 6,
      stdout: '',
      stderr: expect.stringContaining(
        `Error: ${address} sent us elsewhere: ${location}. Credentials don’t follow.\n` +
          'Hint: Check the address of the portal. In a hotel or guest network, log in there with a browser first.\n',
      ) as string,
    });
    expect(portal.received.filter(({ name }) => name.includes(part))).toHaveLength(1);
    expect(portal.received.filter(({ name }) => name.includes('elsewhere'))).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });
});

test('a Link to another host is not followed, nor is a cursor that looks like one', async () => {
  await signedIn();
  const next = `${other.origin}/ak095/api/v1/clients/10001.00/users?cursor=c2`;
  let asked = '';
  portal.on({
    headers: () => ({ link: `<${next}>; rel="next"`, 'content-location': next, refresh: `0; url=${next}` }),
    instead: (name, outgoing) => {
      if (!name.includes('/users?')) return false;
      const isFirst = !name.includes('cursor=');
      if (!isFirst) asked = name;
      const link = { link: `<${next}>; rel="next"` };
      outgoing.writeHead(200, { 'content-type': 'application/json', ...link });
      outgoing.end(JSON.stringify({ items: [], nextCursor: isFirst ? next : null }));
      return true;
    },
  });
  expect(await office.run('users list -o json -q')).toEqual({ exitCode: 0, stdout: '[]\n', stderr: '' });
  expect((await office.run('messages list')).exitCode).toBe(0);
  expect(new URLSearchParams(asked.split('?')[1]).get('cursor')).toBe(next);
});

test('cookies are never sent back', async () => {
  portal.on({
    headers: () => ({ 'set-cookie': ['session=s1; Path=/; Secure; HttpOnly', `b=2; Domain=${ownAddress()}`] }),
  });
  await signedIn();
  expect((await office.run('users list')).exitCode).toBe(0);
  expect((await office.run('messages list')).exitCode).toBe(0);
  expect(portal.received.length).toBeGreaterThan(5);
  expect(portal.received.filter(({ headers }) => 'cookie' in headers)).toEqual([]);
});

describe('a portal whose connection ends in the middle of its answer', () => {
  const broken = (part: string, act: (response: ServerResponse) => void) => {
    portal.on({
      instead: (name, outgoing) => {
        if (name.includes(part)) act(outgoing);
        return name.includes(part);
      },
    });
  };
  const lost = () => ({
    exitCode: 6,
    stdout: '',
    stderr: `Error: The connection to ${address} broke.\nHint: Try again.\n`,
  });
  const half = (response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'application/pdf', 'content-length': '1000' });
    response.write('%PDF-1.7', () => response.socket?.destroy());
  };

  test('has given no list', async () => {
    await signedIn();
    broken('/users?', truncate);
    const ended = await office.run('users list');
    expect({ ...ended, stderr: withoutRequest(ended.stderr) }).toEqual(lost());
  });

  test('has given no document', async () => {
    await signedIn();
    const [message] = await messagesOf(office);
    broken('/documents/', half);
    const ended = await office.run(['messages', 'download', message!.id, '--to', folder]);
    expect({ ...ended, stderr: withoutRequest(ended.stderr) }).toEqual(lost());
    expect(await readdir(folder)).toEqual([]);
  });

  test('may have made a change', async () => {
    await signedIn();
    broken('POST /ak095/api/v1/clients/10001.00/users', truncate);
    const ended = await office.run([...createUser.argv], { stdin: createUser.stdin! });
    expect(ended).toMatchObject({ exitCode: 9, stdout: '' });
    expect(ended.stderr).toContain(`Error: The change was sent to ${address}, but its answer was lost.`);
  });
});
