import type { Language, Theme } from '../../contract/portal.gen.js';

/** A login of one client. */
export interface SeedUser {
  readonly userName: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly language: Language;
  readonly administrator?: true;
  readonly permissions?: readonly Theme[];
  readonly state?: 'deactivated' | 'locked' | 'invited';
  /** Without an authenticator app. */
  readonly smsOnly?: true;
  /** Last login, so many days ago. */
  readonly lastLogin?: number;
}

// Other people choose names, and a terminal obeys what is written to it: this one would set its title and turn the
// writing round, if a client printed it as it is.
const hostileName = { firstName: 'Zoé\u001b]0;own3d\u0007', lastName: 'Gerber\u202etpircs' };

/** The own people of each client, by fund and number. */
export const seedUsers: Readonly<Record<string, readonly SeedUser[]>> = {
  '095/10001.00': [
    {
      userName: 'anna.muster',
      firstName: 'Anna',
      lastName: 'Muster',
      language: 'de',
      administrator: true,
      lastLogin: 1,
    },
    {
      userName: 'beat.keller',
      firstName: 'Beat',
      lastName: 'Keller',
      language: 'de',
      administrator: true,
      lastLogin: 20,
    },
    {
      userName: 'luca.bianchi',
      firstName: 'Luca',
      lastName: 'Bianchi',
      language: 'it',
      permissions: ['salary-declaration'],
      lastLogin: 6,
    },
    {
      userName: 'claire.favre',
      firstName: 'Claire',
      lastName: 'Favre',
      language: 'fr',
      permissions: ['employees', 'messages'],
      state: 'deactivated',
      lastLogin: 210,
    },
    {
      userName: 'dario.rossi',
      firstName: 'Dario',
      lastName: 'Rossi',
      language: 'it',
      permissions: ['employees'],
      state: 'locked',
      lastLogin: 40,
    },
    {
      userName: 'eva.meier',
      firstName: 'Eva',
      lastName: 'Meier',
      language: 'de',
      permissions: ['messages', 'settlements'],
      state: 'invited',
    },
    {
      userName: 'noemi.sms',
      firstName: 'Noemi',
      lastName: 'Sommer',
      language: 'de',
      permissions: ['messages', 'employees'],
      smsOnly: true,
      lastLogin: 3,
    },
  ],
  '095/10002.00': [
    {
      userName: 'marc.dubois',
      firstName: 'Marc',
      lastName: 'Dubois',
      language: 'fr',
      administrator: true,
      lastLogin: 2,
    },
    {
      userName: 'sophie.blanc',
      firstName: 'Sophie',
      lastName: 'Blanc',
      language: 'fr',
      permissions: ['employees', 'family-allowances'],
      lastLogin: 9,
    },
  ],
  '095/20001.00': [
    { userName: 'reto.frei', firstName: 'Reto', lastName: 'Frei', language: 'de', administrator: true, lastLogin: 33 },
  ],
  '095/20002.00': [
    {
      userName: 'ursula.sonderegger',
      firstName: 'Ursula',
      lastName: 'Sonderegger',
      language: 'de',
      administrator: true,
      state: 'deactivated',
      lastLogin: 400,
    },
    {
      userName: 'kurt.inauen',
      firstName: 'Kurt',
      lastName: 'Inauen',
      language: 'de',
      permissions: ['employees'],
      lastLogin: 15,
    },
  ],
  '095/20003.00': [
    {
      userName: 'yves.clerc',
      firstName: 'Yves',
      lastName: 'Clerc',
      language: 'fr',
      administrator: true,
      lastLogin: 12,
    },
    { userName: 'zoe.gerber', ...hostileName, language: 'de', permissions: ['messages'], lastLogin: 5 },
  ],
  '060/30001.00': [
    {
      userName: 'paolo.bernasconi',
      firstName: 'Paolo',
      lastName: 'Bernasconi',
      language: 'it',
      administrator: true,
      lastLogin: 4,
    },
  ],
  '060/30002.00': [
    {
      userName: 'giulia.ferrari',
      firstName: 'Giulia',
      lastName: 'Ferrari',
      language: 'it',
      administrator: true,
      lastLogin: 8,
    },
  ],
};

interface FiduciaryClient {
  readonly number: string;
  readonly administrator: boolean;
  readonly permissions: readonly Theme[];
}

/** Whom the fiduciary acts for: by fund, since each fund has its own logins. */
export const fiduciaryClients: Readonly<Record<string, readonly FiduciaryClient[]>> = {
  '095': [
    { number: '20001.00', administrator: true, permissions: [] },
    { number: '20002.00', administrator: true, permissions: [] },
    {
      number: '20003.00',
      administrator: false,
      permissions: ['salary-declaration', 'messages', 'employees', 'settlements'],
    },
  ],
  '060': [
    { number: '30001.00', administrator: true, permissions: [] },
    { number: '30002.00', administrator: false, permissions: ['salary-declaration', 'messages', 'employees'] },
  ],
};
