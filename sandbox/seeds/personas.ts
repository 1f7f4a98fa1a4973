import { createHash } from 'node:crypto';
import { base32 } from '../rules/totp.js';

/** The password of everybody who is invented here. */
export const seededPassword = 'uebung-macht-meister';

/** A login that a learner may use. */
export interface Persona {
  readonly fund: string;
  readonly userName: string;
  readonly password: string;
  readonly totpSecret: string | null;
  readonly role: 'administrator' | 'user' | 'fiduciary';
  readonly about: string;
}

/** The secret in the authenticator app of an invented person: always the same for the same name. */
export function totpSecretOf(fund: string, userName: string): string {
  return base32(createHash('sha256').update(`connect sandbox ${fund} ${userName}`).digest().subarray(0, 20));
}

const sms = new Set(['noemi.sms']);
const list: readonly (readonly [fund: string, userName: string, role: Persona['role'], about: string])[] = [
  ['095', 'anna.muster', 'administrator', 'first administrator of 10001.00 Muster Beispiel AG'],
  ['095', 'beat.keller', 'administrator', 'second administrator of 10001.00'],
  ['095', 'luca.bianchi', 'user', '10001.00, salary declarations only'],
  ['095', 'noemi.sms', 'user', '10001.00, logs in with SMS only: messages and employees'],
  ['095', 'claire.favre', 'user', '10001.00, deactivated: can not log in'],
  ['095', 'dario.rossi', 'user', '10001.00, locked: can not log in'],
  ['095', 'marc.dubois', 'administrator', 'the only administrator of 10002.00 Boulangerie du Lac Sàrl'],
  ['095', 'sophie.blanc', 'user', '10002.00, employees and family allowances'],
  ['095', 'reto.frei', 'administrator', 'administrator of 20001.00 Schreinerei Birkenau GmbH'],
  ['095', 'yves.clerc', 'administrator', 'administrator of 20003.00 Fleurs et Jardins Sàrl'],
  ['095', 'sara.treuhand', 'fiduciary', 'administrates 20001.00 and, alone, 20002.00; acts for 20003.00'],
  ['060', 'sara.treuhand', 'fiduciary', 'the same person at the other fund: administrates 30001.00, acts for 30002.00'],
  ['060', 'paolo.bernasconi', 'administrator', 'administrator of 30001.00 Officina Ceresio SA'],
  ['060', 'giulia.ferrari', 'administrator', 'administrator of 30002.00 Orologeria Verbano Sagl'],
];

export const personas: readonly Persona[] = list.map(([fund, userName, role, about]) => ({
  fund,
  userName,
  password: seededPassword,
  totpSecret: sms.has(userName) ? null : totpSecretOf(fund, userName),
  role,
  about,
}));
