import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { isExcepted, proxyFor } from '../../../src/platform/proxy.js';
import type { Env } from '../../../src/platform/ports.js';

const portal = new URL('https://portal.example/ak095');
const named = (env: Env, url = portal) => proxyFor(url, env)?.origin;

test.each<[Env, string | undefined]>([
  [{}, undefined],
  [{ HTTPS_PROXY: '', https_proxy: ' ' }, undefined],
  [{ HTTPS_PROXY: 'http://a.example:3128' }, 'http://a.example:3128'],
  [{ https_proxy: 'http://a.example:3128/' }, 'http://a.example:3128'],
  [{ https_proxy: 'http://a.example:3128', HTTPS_PROXY: 'http://b.example:3128' }, 'http://a.example:3128'],
  [{ https_proxy: '', HTTPS_PROXY: 'http://b.example:3128' }, 'http://b.example:3128'],
  [{ HTTPS_PROXY: 'a.example:3128' }, 'http://a.example:3128'],
  [{ HTTPS_PROXY: 'https://a.example' }, 'https://a.example'],
  [{ HTTPS_PROXY: ' http://[fd00::1]:3128 ' }, 'http://[fd00::1]:3128'],
  // For addresses without TLS, which no fund has.
  [{ HTTP_PROXY: 'http://a.example:3128', ALL_PROXY: 'http://a.example:3128' }, undefined],
])('the environment %j names the proxy %s', (env, proxy) => {
  expect(named(env)).toBe(proxy);
});

test('the proxy’s parts, and a login that nothing shows', () => {
  const proxy = proxyFor(portal, { https_proxy: 'http://anna%40firma.ch:p%3As%23w%20%C3%B6@a.example:3128' });
  const { authorization, ...shown } = proxy!;
  expect(shown).toEqual({
    origin: 'http://a.example:3128',
    secure: false,
    hostname: 'a.example',
    port: 3128,
    from: 'https_proxy',
  });
  const pair = Buffer.from('anna@firma.ch:p:s#w ö').toString('base64');
  expect(authorization?.reveal()).toBe(`Basic ${pair}`);
  expect(inspect(proxy) + JSON.stringify(proxy) + String(authorization)).not.toMatch(new RegExp(`firma|s#w|${pair}`));
});

test.each<[string, number, string | undefined]>([
  ['http://a.example', 80, undefined],
  ['https://a.example', 443, undefined],
  ['http://anna@a.example', 80, 'anna:'],
  ['http://anna:@a.example', 80, 'anna:'],
  ['http://:token@a.example', 80, ':token'],
])('%s is asked at port %i, with the login %s', (value, port, login) => {
  const proxy = proxyFor(portal, { HTTPS_PROXY: value });
  expect([proxy?.port, proxy?.authorization?.reveal()]).toEqual([
    port,
    login && `Basic ${Buffer.from(login).toString('base64')}`,
  ]);
});

test.each([
  'http://127.0.0.1:1/ak095',
  'https://localhost/ak095',
  'https://127.8.9.1:443/ak095',
  'https://[::1]/ak095',
])('this computer itself is never reached through a proxy: %s', (url) => {
  expect(named({ HTTPS_PROXY: 'http://a.example:3128' }, new URL(url))).toBeUndefined();
});

test.each([
  'ftp://a.example',
  'socks5://a.example',
  'http://',
  'http://a.example:port',
  'http://a.example:99999',
  'http://a.example/proxy.pac',
  'http://a.example?x',
  'http://a.example#x',
  'http://u:%E0%A4%A@a.example',
  'DIRECT; PROXY a.example:3128',
])('%j is no proxy, and the error does not repeat it', (value) => {
  const error = catching(() => proxyFor(portal, { HTTPS_PROXY: value }));
  expect(error).toMatchObject({ code: 'proxy-malformed', exitCode: 2, params: { from: 'HTTPS_PROXY' } });
  expect(inspect(error)).not.toContain(value);
});

function catching(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}

test.each<[string, number, string, boolean]>([
  ['portal.example', 443, '', false],
  ['portal.example', 443, ' , ', false],
  ['portal.example', 443, 'portal.example', true],
  ['PORTAL.example', 443, 'portal.EXAMPLE', true],
  ['portal.example.', 443, 'portal.example', true],
  ['portal.example', 443, 'portal.example.', true],
  ['portal.example', 443, 'example', true],
  ['portal.example', 443, '.example', true],
  ['portal.example', 443, '*.example', true],
  ['portal.example', 443, 'a.test,portal.example', true],
  ['portal.example', 443, 'a.test  portal.example', true],
  ['myportal.example', 443, 'portal.example', false],
  ['portal.example', 443, 'portal', false],
  ['portal.example.evil.test', 443, 'portal.example', false],
  ['portal.example', 443, 'portal.example:443', true],
  ['portal.example', 8443, 'portal.example:443', false],
  ['a.portal.example', 443, '.portal.example:443', true],
  ['portal.example', 443, '*', true],
  ['portal.example', 443, 'a.test,*', true],
  ['192.0.2.7', 443, '192.0.2.7', true],
  ['192.0.2.77', 443, '192.0.2.7', false],
  ['[fd00::1]', 443, 'fd00::1', true],
  ['[fd00::1]', 443, '[fd00::1]', true],
  ['[fd00::1]', 443, '[fd00::1]:443', true],
  ['[fd00::1]', 443, '[fd00::1]:8443', false],
])('%s at port %i is excepted by %j: %s', (host, port, exceptions, excepted) => {
  expect(isExcepted(host, port, exceptions)).toBe(excepted);
});

test('an empty no_proxy does not hide NO_PROXY, and one that is set does', () => {
  const env = { HTTPS_PROXY: 'http://a.example:3128' };
  expect(named({ ...env, no_proxy: '', NO_PROXY: 'portal.example' })).toBeUndefined();
  expect(named({ ...env, no_proxy: 'b.example', NO_PROXY: 'portal.example' })).toBe('http://a.example:3128');
});
