import { expect, test } from 'vitest';
import { portalAddress } from '../../../src/config/portal-address.js';
import type { UserConfig } from '../../../src/config/document.js';
import { rememberLogin } from '../../../src/operations/profiles.js';
import type { SavedProfile } from '../../../src/operations/profiles.js';

const remember = (config: UserConfig, portal: string, username: string, wished?: string): SavedProfile =>
  rememberLogin(config, portalAddress(portal), username, wished);

const a95 = { portal: 'https://a.example/ak095', username: 'anna.muster' };
const one: UserConfig = { profile: 'ak095', lang: 'de', profiles: { ak095: { ...a95, client: '10001.00' } } };

test('the first login is called after its fund and becomes the default', () => {
  expect(remember({ lang: 'de', profiles: {} }, 'https://a.example/ak095/', 'anna.muster')).toEqual({
    name: 'ak095',
    config: { lang: 'de', profile: 'ak095', profiles: { ak095: a95 } },
  });
});

test('the same login again keeps its profile, and the client that was chosen for it', () => {
  expect(remember(one, 'https://a.example/ak095', 'anna.muster')).toEqual({ name: 'ak095', config: one });
});

test('a login at another fund gets a profile of its own, and the default stays', () => {
  const b60 = { portal: 'https://a.example/ak060', username: 'luca' };
  expect(remember(one, 'https://a.example/ak060', 'luca')).toEqual({
    name: 'ak060',
    config: { ...one, profiles: { ...one.profiles, ak060: b60 } },
  });
});

test('where the fund’s name is taken by another login, the user’s name joins it', () => {
  const { name, config } = remember(one, 'https://a.example/ak095', 'beat.keller');
  expect([name, config.profile]).toEqual(['ak095-beat.keller', 'ak095']);
  expect(config.profiles).toEqual({ ...one.profiles, 'ak095-beat.keller': { ...a95, username: 'beat.keller' } });
  expect(remember(config, 'https://a.example/ak095', 'beat.keller')).toEqual({ name, config });
});

test('no login takes over the profile of another one, at however many portals the fund and the user have these names', () => {
  const portals = [
    'https://a.example/ak095',
    'https://b.example/ak095',
    'https://c.example/ak095',
    'https://d.example/ak095',
  ];
  let config: UserConfig = { profiles: {} };
  for (const portal of portals) ({ config } = remember(config, portal, 'anna.muster'));
  expect(Object.values(config.profiles).map(({ portal }) => portal)).toEqual(portals);
  for (const portal of portals) expect(remember(config, portal, 'anna.muster').config).toEqual(config);
});

test('a name that was asked for is taken as it is', () => {
  const { name, config } = remember(one, 'https://a.example/ak060', 'luca', 'treuhand');
  expect([name, config.profile, Object.keys(config.profiles)]).toEqual(['treuhand', 'ak095', ['ak095', 'treuhand']]);
});

test('a name that was asked for and was another login’s is that login’s no more: nothing of it is mixed in', () => {
  const { config } = remember(one, 'https://a.example/ak060', 'luca', 'ak095');
  expect(config.profiles).toEqual({ ak095: { portal: 'https://a.example/ak060', username: 'luca' } });
});

test.each(['__proto__', 'constructor', 'toString'])('a profile may be called %s', (wished) => {
  const { name, config } = remember({ profiles: {} }, 'https://a.example/ak095', 'anna.muster', wished);
  expect(name).toBe(wished);
  expect(Object.entries(config.profiles)).toEqual([[wished, a95]]);
});

test('the configuration that was handed in is not touched', () => {
  const before = structuredClone(one);
  remember(one, 'https://a.example/ak060', 'luca');
  expect(one).toEqual(before);
});
