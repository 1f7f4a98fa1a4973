import type { Mandate, NewMandate } from '../../contract/portal.gen.js';
import { idOf, path } from './call.js';
import type { Shape } from './decode.js';
import { items } from './paging.js';
import { requestJson } from './request.js';
import type { Wire } from './wire.js';

/** Powers of attorney; a portal that takes none refuses all of it with `not-supported`. */
export interface MandatesApi {
  list(client: string): AsyncGenerator<Mandate>;
  get(client: string, id: string): Promise<Mandate>;
  create(client: string, mandate: NewMandate, idempotencyKey: string): Promise<Mandate>;
  revoke(client: string, id: string): Promise<Mandate>;
}

const mandateShape: Shape<Mandate> = {
  id: 'string',
  holder: 'string',
  signatory: 'string',
  themes: 'array',
  powers: 'array',
  issuedOn: 'string',
  expiresOn: 'string?',
  scan: 'object',
  notedAt: 'time',
  revokedAt: 'time?',
};

export function mandatesApi(wire: Wire): MandatesApi {
  return {
    list: (client) => items(wire, { method: 'GET', path: path`/clients/${client}/mandates` }, mandateShape),
    get: (client, id) =>
      requestJson(wire, { method: 'GET', path: path`/clients/${client}/mandates/${idOf(id)}` }, mandateShape),
    create: (client, json, idempotencyKey) =>
      requestJson(
        wire,
        { method: 'POST', path: path`/clients/${client}/mandates`, effect: 'change', idempotencyKey, json },
        mandateShape,
      ),
    revoke: (client, id) =>
      requestJson(
        wire,
        { method: 'POST', path: path`/clients/${client}/mandates/${idOf(id)}/revocation`, effect: 'change' },
        mandateShape,
      ),
  };
}
