import { expect, test } from 'vitest';
import { portalAddress } from '../../../src/config/portal-address.js';
import { ConnectError } from '../../../src/errors.js';

test('an address has an origin for tokens, a form for people, and a base for requests', () => {
  expect(portalAddress('https://www.akisnet.ch/ak095')).toEqual({
    origin: 'https://www.akisnet.ch',
    href: 'https://www.akisnet.ch/ak095',
    api: 'https://www.akisnet.ch/ak095/api/v1',
  });
});

test.each([
  ['https://www.akisnet.ch/ak095/', 'https://www.akisnet.ch/ak095'],
  ['https://www.akisnet.ch/ak095//', 'https://www.akisnet.ch/ak095'],
  ['https://www.akisnet.ch/ak095/api/v1', 'https://www.akisnet.ch/ak095'],
  ['https://www.akisnet.ch/ak095/api/v1/', 'https://www.akisnet.ch/ak095'],
  ['  https://WWW.AKISNET.ch:443/ak095 ', 'https://www.akisnet.ch/ak095'],
  ['https://www.akisnet.ch:8443/ak095', 'https://www.akisnet.ch:8443/ak095'],
  ['https://portal.example/connect/ak095', 'https://portal.example/connect/ak095'],
  ['https://portal.example/x/../ak095', 'https://portal.example/ak095'],
  ['http://localhost:8080/ak095', 'http://localhost:8080/ak095'],
  ['http://127.0.0.1:8080/ak095', 'http://127.0.0.1:8080/ak095'],
  ['http://127.1.2.3/ak095', 'http://127.1.2.3/ak095'],
  ['http://127.1/ak095', 'http://127.0.0.1/ak095'],
  ['http://[::1]:8080/ak095', 'http://[::1]:8080/ak095'],
])('%s is read as %s', (text, href) => {
  expect(portalAddress(text).href).toBe(href);
});

test.each([
  'http://www.akisnet.ch/ak095',
  'http://localhost.evil.example/ak095',
  'http://127.0.0.1.evil.example/ak095',
  'http://evil-localhost/ak095',
  'http://localhost./ak095',
  'http://0.0.0.0/ak095',
  'http://128.0.0.1/ak095',
  'http://10.127.0.1/ak095',
  'http://[::2]/ak095',
  'http://[::ffff:10.0.0.1]/ak095',
])('%s would send passwords in the clear, so it is refused', (text) => {
  expect(() => portalAddress(text)).toThrow(
    expect.objectContaining({ code: 'portal-insecure', exitCode: 2, params: { portal: text } }) as ConnectError,
  );
});

test.each([
  '',
  'ak095',
  'www.akisnet.ch/ak095',
  'ftp://www.akisnet.ch/ak095',
  'file:///ak095',
  'javascript:alert(1)',
  'https://www.akisnet.ch',
  'https://www.akisnet.ch/',
  'https://www.akisnet.ch/api/v1',
  'https://www.akisnet.ch/ak095?fund=60',
  'https://www.akisnet.ch/ak095#top',
  'https://www.akisnet.ch/ak%2f095',
  'https://www.akisnet.ch/ak 095',
  'https://www.akisnet.ch/ak095;v=1',
  'https://',
])('%j is no portal', (text) => {
  expect(() => portalAddress(text)).toThrow(
    expect.objectContaining({ code: 'portal-malformed', exitCode: 2 }) as ConnectError,
  );
});

test.each([
  'https://anna:hunter2@www.akisnet.ch/ak095',
  'https://hunter2@www.akisnet.ch/ak095',
  'http://:hunter2@localhost/ak095',
])('credentials in an address are refused, and not repeated: %s', (text) => {
  const refused = (): unknown => portalAddress(text);
  expect(refused).toThrow(expect.objectContaining({ code: 'portal-malformed' }) as ConnectError);
  expect(refused).not.toThrow(/hunter2/);
});

test('a user name that looks like loopback does not make a foreign host one', () => {
  expect(() => portalAddress('http://127.0.0.1@evil.example/ak095')).toThrow(ConnectError);
  expect(() => portalAddress('http://localhost:80@evil.example/ak095')).toThrow(ConnectError);
  expect(portalAddress('https://127.0.0.1.evil.example/ak095').origin).toBe('https://127.0.0.1.evil.example');
});
