import { createHash } from 'node:crypto';
import type { MandatePower, Theme } from '../../contract/portal.gen.js';
import { newId } from '../rules/names.js';
import { day, dayOf } from '../rules/time.js';
import type { Sowing, Sown } from './sowing.js';

interface SeedMandate {
  readonly client: string;
  readonly signatory: string;
  readonly themes: readonly Theme[];
  readonly powers: readonly MandatePower[];
  /** Days from now: when it was signed, and its last day. */
  readonly issued: number;
  readonly expires: number;
}

/** Those of the fiduciary at fund 095, which takes them: one that is good, and one that nobody has renewed. */
const list: readonly SeedMandate[] = [
  {
    client: '20001.00',
    signatory: 'Reto Frei',
    themes: ['salary-declaration', 'employees', 'messages', 'settlements'],
    powers: ['information', 'submission', 'administration'],
    issued: -330,
    expires: 400,
  },
  {
    client: '20002.00',
    signatory: 'Ursula Sonderegger',
    themes: ['salary-declaration', 'messages'],
    powers: ['information', 'submission'],
    issued: -742,
    expires: -12,
  },
];

export function addMandates({ store, random, now }: Sowing, clients: readonly Sown[]): void {
  for (const { client: number, signatory, themes, powers, issued, expires } of list) {
    const client = clients.find(({ seed }) => seed.number === number);
    if (client === undefined) throw new Error(`there is no client ${number}`);
    const scan = `power of attorney of ${number}, signed by ${signatory}`;
    store.mandates.add({
      id: newId(random, 'man'),
      client: client.row.id,
      holder: 'Treuhand Seeblick AG',
      signatory,
      themes: JSON.stringify(themes),
      powers: JSON.stringify(powers),
      issuedOn: dayOf(now + issued * day),
      expiresOn: dayOf(now + expires * day),
      ...{ fileName: `vollmacht-${number}.pdf`, size: scan.length },
      sha256: createHash('sha256').update(scan).digest('hex'),
      notedBy: null,
      notedAt: now + issued * day,
      revokedAt: null,
    });
  }
}
