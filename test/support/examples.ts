import type { Client, Session, User } from '../../contract/portal.gen.js';

/** An administrator in good order; what a test is about is written over it. */
export function userWith(members: Partial<User> = {}): User {
  const { id = 'usr_anna' } = members;
  return {
    id,
    userName: id.replace('usr_', ''),
    email: `${id}@muster.example`,
    firstName: 'Anna',
    lastName: 'Muster',
    language: 'de',
    mobileNumber: '+41791234512',
    kind: 'employee',
    status: 'active',
    deactivated: false,
    lockedUntil: null,
    administrator: true,
    permissions: [],
    methods: ['otp'],
    lastLoginAt: '2026-11-01T08:00:00+01:00',
    createdAt: '2025-01-01T08:00:00+01:00',
    ...members,
  };
}

export function clientWith(members: Partial<Client> = {}): Client {
  return {
    number: '10001.00',
    name: 'Muster Beispiel AG',
    fund: '095',
    uid: null,
    address: ['Musterweg 1', '3000 Bern'],
    language: 'de',
    themes: ['messages'],
    administrator: true,
    permissions: ['messages'],
    role: 'employee',
    ...members,
  };
}

const hour = 3_600_000;

/** What a portal answers to a login or a renewal at a moment: ten minutes of access, twelve hours of renewal. */
export function sessionAt(now: Date, number = 1): Session {
  const after = (ms: number): string => new Date(now.getTime() + ms).toISOString();
  return {
    accessToken: `access-${number}`,
    accessTokenExpiresAt: after(hour / 6),
    refreshToken: `refresh-${number}`,
    refreshTokenExpiresAt: after(12 * hour),
    session: {
      id: 'ses_1',
      user: { id: 'usr_anna', userName: 'anna.muster' },
      method: 'otp',
      strength: 'otp',
      startedAt: now.toISOString(),
      expiresAt: after(12 * hour),
    },
  };
}
