import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { authority } from '../support/authority.js';
import { startConnectProxy } from '../support/connect-proxy.js';
import { openOffice, password } from '../support/office.js';
import type { Office } from '../support/office.js';
import { ownAddress, startRelay } from '../support/relay.js';
import { startTinyproxy } from '../support/tinyproxy.js';
import { itWith } from '../support/tools.js';

const own = authority();
const certificate = own.issue([ownAddress(), 'portal.test', '127.0.0.1']);
const user = 'anna.muster';
const secret = 'geheim-wort';

let office: Office;
let ca: string;
let host: string;
let address: string;
beforeEach(async () => {
  office = await openOffice();
  ca = path.join(office.desk.home, 'ca.pem');
  await writeFile(ca, own.pem);
  const { origin } = await startRelay(office.sandbox.origin, certificate);
  host = new URL(origin).host;
  address = `${origin}/ak095`;
});
afterEach(() => office.close());

const login = (env: Record<string, string>, portal = address) =>
  office.run(['login', portal, '-u', user, '--password-stdin', '--otp-stdin', '-q', '-v', '--ca-file', ca], {
    env,
    stdin: `${password}\n${office.sandbox.totp(user)}\n`,
  });
const traceless = (stderr: string): string => stderr.replace(/^(?:Request:|POST|GET|DELETE) .*\n/gm, '');
const loggedIn = { exitCode: 0, stdout: expect.stringContaining('anna.muster') as string };

describe('through tinyproxy', () => {
  itWith('tinyproxy', 'a portal is logged in to', async () => {
    const proxy = await startTinyproxy();
    expect(await login({ HTTPS_PROXY: `http://${proxy.host}` })).toMatchObject(loggedIn);
    expect(new Set(await proxy.end())).toEqual(new Set([host]));
  });

  itWith('tinyproxy', 'that wants a login, with the one in the variable, percent-encoded or not', async () => {
    const proxy = await startTinyproxy({ login: `${user} ${secret}` });
    expect(await login({ https_proxy: `http://${user}:${secret}@${proxy.host}/` })).toMatchObject(loggedIn);
    expect(await login({ HTTPS_PROXY: `%61nna.muster:geheim%2Dwort@${proxy.host}` })).toMatchObject(loggedIn);
  });

  itWith('tinyproxy', 'that wants a login, without one: says so, and where to put it', async () => {
    const proxy = await startTinyproxy({ login: `${user} ${secret}` });
    const { exitCode, stdout, stderr } = await login({ HTTPS_PROXY: `http://${proxy.host}` });
    expect({ exitCode, stdout, stderr: traceless(stderr) }).toEqual({
      exitCode: 6,
      stdout: '',
      stderr:
        `Error: The proxy http://${proxy.host} wants a user and a password.\n` +
        'Hint: Put them into HTTPS_PROXY: http://user:password@host:port\n',
    });
  });

  itWith('tinyproxy', 'that wants another login: says so, and shows neither', async () => {
    const proxy = await startTinyproxy({ login: `${user} ${secret}` });
    const { exitCode, stdout, stderr } = await login({ https_proxy: `http://franz:falsches-wort@${proxy.host}` });
    expect({ exitCode, stdout, stderr: traceless(stderr) }).toEqual({
      exitCode: 6,
      stdout: '',
      stderr:
        `Error: The proxy http://${proxy.host} does not accept the user and password in https_proxy.\n` +
        'Hint: Correct them there. Special characters are written as %40 (for @), %3A (:), %2F (/), %23 (#), %25 (%).\n',
    });
  });

  itWith('tinyproxy', 'that forbids the portal: says so, and whom to ask', async () => {
    const proxy = await startTinyproxy({ onlyPort: 443 });
    const { exitCode, stderr } = await login({ HTTPS_PROXY: `http://${proxy.host}` });
    expect({ exitCode, stderr: traceless(stderr) }).toEqual({
      exitCode: 6,
      stderr:
        `Error: The proxy http://${proxy.host} does not let ${address} through (status 403).\n` +
        'Hint: Ask whoever looks after the proxy to permit CONNECT to this host, or except it with NO_PROXY.\n',
    });
  });

  itWith('tinyproxy', 'that does not get to the portal: says so', async () => {
    const proxy = await startTinyproxy();
    const { exitCode, stderr } = await login({ HTTPS_PROXY: `http://${proxy.host}` }, 'https://nowhere.invalid/ak095');
    expect({ exitCode, stderr: traceless(stderr) }).toEqual({
      exitCode: 6,
      stderr:
        `Error: The proxy http://${proxy.host} can’t reach https://nowhere.invalid/ak095 (status 500).\n` +
        'Hint: Check the portal’s address. If it is right, try again later, or tell whoever looks after the proxy.\n',
    });
  });

  const exceptions = [
    ['the host', () => ownAddress()],
    ['the host with its port', () => host],
    ['everything', () => '*'],
    ['the host among others, with spaces', () => `a.test, ${ownAddress()} ,b.test`],
  ] as const;
  for (const [what, value] of exceptions) {
    itWith('tinyproxy', `nothing goes that NO_PROXY excepts: ${what}`, async () => {
      const proxy = await startTinyproxy();
      const env = { HTTPS_PROXY: `http://${proxy.host}`, NO_PROXY: value() };
      expect(await login(env)).toMatchObject(loggedIn);
      expect(await proxy.end()).toEqual([]);
    });
  }

  itWith('tinyproxy', 'goes what NO_PROXY does not except: another host, another port, nothing', async () => {
    const proxy = await startTinyproxy();
    for (const no_proxy of ['b.test', `${ownAddress()}:1`, '']) {
      expect(await login({ HTTPS_PROXY: `http://${proxy.host}`, no_proxy })).toMatchObject(loggedIn);
    }
    expect((await proxy.end()).length).toBeGreaterThanOrEqual(3);
  });

  itWith('tinyproxy', 'the practice portal on this computer is never asked for', async () => {
    const proxy = await startTinyproxy();
    expect(await login({ HTTPS_PROXY: `http://${proxy.host}` }, office.sandbox.portal())).toMatchObject(loggedIn);
    expect(await proxy.end()).toEqual([]);
  });
});

describe('a proxy resolves the portal’s name', () => {
  const byName = () => `https://portal.test:${new URL(address).port}/ak095`;

  test('so that the name need not be known here', async () => {
    const proxy = await startConnectProxy({ to: Number(new URL(address).port) });
    expect(await login({ HTTPS_PROXY: `http://${proxy.host}` }, byName())).toMatchObject(loggedIn);
    expect(new Set(proxy.asked.map(({ authority: asked }) => asked))).toEqual(new Set([new URL(byName()).host]));
    expect(await login({ HTTPS_PROXY: `http://${proxy.host}`, NO_PROXY: '.test' }, byName())).toMatchObject({
      exitCode: 6,
      stderr: expect.stringContaining(`Error: The name in ${byName()} is unknown.\n`) as string,
    });
  });

  test('and can’t put somebody else in its place: the certificate has to be the portal’s', async () => {
    const proxy = await startConnectProxy({ to: Number(new URL(address).port) });
    const { exitCode, stderr } = await login({ HTTPS_PROXY: `http://${proxy.host}` }, 'https://other.test/ak095');
    expect(exitCode).toBe(6);
    expect(stderr).toContain('its certificate is made out to another name (');
    expect(office.sandbox.exchanges).toEqual([]);
  });

  test('with a login of any characters', async () => {
    const proxy = await startConnectProxy({ to: Number(new URL(address).port) });
    const value = `http://${encodeURIComponent('anna@firma.ch')}:${encodeURIComponent('p:s/s#w?ö%')}@${proxy.host}`;
    expect(await login({ HTTPS_PROXY: value }, byName())).toMatchObject(loggedIn);
    expect(new Set(proxy.asked.map((one) => one.login))).toEqual(new Set(['anna@firma.ch:p:s/s#w?ö%']));
  });
});

describe('a proxy that speaks TLS itself', () => {
  test('is reached if its authority is known, and refused if it is not', async () => {
    const proxy = await startConnectProxy({ to: Number(new URL(address).port), tls: certificate });
    expect(await login({ HTTPS_PROXY: `https://${proxy.host}` })).toMatchObject(loggedIn);
    expect(proxy.asked[0]?.authority).toBe(host);
    const others = await startConnectProxy({ to: 0, tls: authority('Others').issue(['127.0.0.1']) });
    const { exitCode, stderr } = await login({ HTTPS_PROXY: `https://${user}:${secret}@${others.host}` });
    expect({ exitCode, stderr: traceless(stderr) }).toEqual({
      exitCode: 6,
      stderr:
        `Error: The identity of the proxy https://${others.host} can’t be verified: its certificate is not trusted (UNABLE_TO_VERIFY_LEAF_SIGNATURE).\n` +
        'Hint: Name the root certificate of your organisation: --ca-file FILE. There is no way to skip the check.\n',
    });
    expect(others.asked).toEqual([]);
  });
});

const broken: readonly (readonly [string, () => Promise<string>, string, string])[] = [
  [
    'where nobody listens',
    () => Promise.resolve('127.0.0.1:1'),
    'Nobody answers at the proxy http://PROXY: the connection was refused.',
    'The address comes from HTTPS_PROXY. Check it, or except the portal’s host with NO_PROXY.',
  ],
  [
    'whose name nobody knows',
    () => Promise.resolve('proxy.invalid:3128'),
    'The name of the proxy http://PROXY is unknown.',
    'It comes from HTTPS_PROXY. Outside the company’s network, unset the variable.',
  ],
  [
    'that falls silent',
    async () => (await startConnectProxy({ to: () => undefined })).host,
    'The proxy http://PROXY did not answer in time.',
    'Its address comes from HTTPS_PROXY. Try again later, or with a longer --timeout.',
  ],
  [
    'that hangs up',
    async () => (await startConnectProxy({ to: (socket) => socket.destroy() })).host,
    'The proxy http://PROXY hung up, or does not speak as a proxy does.',
    'Its address comes from HTTPS_PROXY. Most proxies are reached by http://, even for addresses with https://.',
  ],
  [
    'that speaks something else',
    async () => (await startConnectProxy({ to: (socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n') })).host,
    'The proxy http://PROXY hung up, or does not speak as a proxy does.',
    'Its address comes from HTTPS_PROXY. Most proxies are reached by http://, even for addresses with https://.',
  ],
  [
    'that knows no passwords',
    async () =>
      (
        await startConnectProxy({
          to: (socket) =>
            socket.end(
              'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Negotiate\r\nProxy-Authenticate: NTLM\r\n\r\n',
            ),
        })
      ).host,
    'The proxy http://PROXY takes no user and password, only: Negotiate, NTLM',
    'connect knows Basic only. Ask for an exception for the portal, or put a relay such as cntlm or px between and name it in HTTPS_PROXY.',
  ],
];

describe('a proxy', () => {
  test.each(broken)('%s is told as such, and its password is shown nowhere', async (_what, start, message, hint) => {
    const proxy = await start();
    const line = ['login', address, '-u', user, '--password-stdin', '--otp-stdin', '--timeout', '1'];
    const env = { HTTPS_PROXY: `http://${user}:${secret}@${proxy}` };
    const ended = await office.run(line, { env, stdin: `${password}\n123456\n` });
    expect({ ...ended, stderr: traceless(ended.stderr) }).toEqual({
      exitCode: 6,
      stdout: '',
      stderr: `Error: ${message.replace('PROXY', proxy)}\nHint: ${hint}\n`,
    });
    for (const more of [['--debug'], ['-o', 'json', '--debug'], ['--lang', 'de', '-v']]) {
      const { stdout, stderr } = await office.run([...line, ...more], { env, stdin: `${password}\n123456\n` });
      expect(stdout + stderr).not.toContain(secret);
      expect(stdout + stderr).not.toContain(Buffer.from(`${user}:${secret}`).toString('base64'));
    }
    expect(office.sandbox.exchanges).toEqual([]);
  });

  test.each([
    'socks5://anna.muster:geheim-wort@127.0.0.1:1080',
    'http://anna.muster:geheim#wort@127.0.0.1:3128',
    'http://anna.muster:12/geheim-wort@127.0.0.1:3128',
    'http://anna.muster:geheim-wort%zz@127.0.0.1:3128',
    'http://wpad.firma.ch/geheim-wort.pac',
    'http://geheim-wort anna',
    'http://[geheim-wort]:3128',
  ])('can’t be %s, which is said without the value', async (value) => {
    const told = {
      exitCode: 2,
      stdout: '',
      stderr:
        'Error: The value of HTTPS_PROXY is not the address of a proxy. It is not shown, because it may hold a password.\n' +
        'Hint: It looks like http://proxy.example:3128 or http://user:password@proxy.example:3128. In user and password, ' +
        'write @ as %40, : as %3A, / as %2F, # as %23, ? as %3F, % as %25.\n',
    };
    expect(await login({ HTTPS_PROXY: value })).toEqual(told);
    expect(await login({ HTTPS_PROXY: value, NO_PROXY: ownAddress() })).toMatchObject(loggedIn);
  });
});
