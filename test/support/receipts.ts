import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import type { Receipt } from '../../contract/portal.gen.js';
import type { DeclarationDraft, Jwk } from '../../src/journal/receipt-entry.js';

const key = createPrivateKey({
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, 7)]),
  format: 'der',
  type: 'pkcs8',
});

/** A fund's key that is no secret. */
export const fundKey: Jwk = {
  ...{ kty: 'OKP', crv: 'Ed25519', kid: 'fund-1', use: 'sig', alg: 'EdDSA' },
  x: createPublicKey(key).export({ format: 'jwk' }).x ?? '',
};

/** Signs what stands there, true or not. */
export function signed(content: object, header: object = { alg: 'EdDSA', kid: 'fund-1' }): string {
  const input = [header, content].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${input}.${sign(null, Buffer.from(input), key).toString('base64url')}`;
}

/** The receipt of that number, as a fund would give it. */
export function receipt(number: number, members: Partial<Receipt> = {}): Receipt {
  const content = {
    number: `095-2026-${String(number).padStart(6, '0')}`,
    receivedAt: '2026-01-12T08:31:00+01:00',
    fund: '095',
    client: '10001.00',
    year: 2025,
    sha256: createHash('sha256')
      .update(`file ${String(number)}`)
      .digest('hex'),
    size: 14_721,
    test: false,
    ...members,
  };
  return { ...content, signature: signed(content) };
}

/** What would be written into the journal about it. */
export function draft(number: number, members: Partial<DeclarationDraft> = {}): DeclarationDraft {
  const given = receipt(number);
  return {
    version: 1,
    kind: 'upload',
    time: '2026-01-12T07:31:02.000Z',
    clockAheadSeconds: 1,
    portal: 'https://portal.example/ak095',
    environment: 'sandbox',
    requestId: `request-${String(number)}`,
    actor: { id: 'usr_1', userName: 'anna.muster' },
    strength: 'otp',
    tlsPeer: { sha256: 'AB:CD', subject: 'CN=portal.example, O=Kasse für Übung' },
    tool: 'connect 0.1.0',
    fund: given.fund,
    client: given.client,
    year: given.year,
    declaration: `dec_${String(number)}`,
    sha256: given.sha256,
    receipt: given,
    key: fundKey,
    ...members,
  };
}
