import type { Wish } from './issue.js';

/** Protects the encrypted keys and the PKCS#12 files, and is no secret: it stands in `tls/passphrase`. */
export const certificatePassphrase = 'uebung-macht-meister';

/** A client certificate to practise with. */
export interface Practice {
  readonly name: string;
  readonly about: string;
  /** Years from the day on which it is made. */
  readonly valid: readonly [from: number, until: number];
  readonly purpose: Wish['purpose'];
  /** Issued by an authority that the portal does not know. */
  readonly foreign?: true;
  /** The funds at which it is registered for the user of its name. */
  readonly registeredAt: readonly string[];
}

const longLived = [-1, 20] as const;

export const practiceCertificates: readonly Practice[] = [
  {
    name: 'anna.muster',
    about: 'registered for anna.muster at fund 095',
    valid: longLived,
    purpose: 'client',
    registeredAt: ['095'],
  },
  {
    name: 'sara.treuhand',
    about: 'registered for sara.treuhand at both funds',
    valid: longLived,
    purpose: 'client',
    registeredAt: ['095', '060'],
  },
  { name: 'expired', about: 'no longer valid', valid: [-2, -1], purpose: 'client', registeredAt: [] },
  { name: 'not-yet-valid', about: 'valid in fifteen years', valid: [15, 20], purpose: 'client', registeredAt: [] },
  {
    name: 'server-only',
    about: 'made for servers, not for clients',
    valid: longLived,
    purpose: 'server',
    registeredAt: [],
  },
  {
    name: 'unknown',
    about: 'in order, but registered for nobody',
    valid: longLived,
    purpose: 'client',
    registeredAt: [],
  },
  {
    name: 'untrusted',
    about: 'issued by an authority that the portal does not accept',
    valid: longLived,
    purpose: 'client',
    foreign: true,
    registeredAt: [],
  },
];
