import type { Client } from '../../contract/portal.gen.js';
import { path } from './call.js';
import type { Shape } from './decode.js';
import { items } from './paging.js';
import { requestJson } from './request.js';
import type { Wire } from './wire.js';

export interface ClientsApi {
  list(query?: { readonly q?: string | undefined }): AsyncGenerator<Client>;
  get(number: string): Promise<Client>;
}

const clientShape: Shape<Client> = { number: 'string', name: 'string', fund: 'string', administrator: 'boolean' };

export function clientsApi(wire: Wire): ClientsApi {
  return {
    list: (query = {}) => items(wire, { method: 'GET', path: '/clients', query: { ...query } }, clientShape, 500),
    get: (number) => requestJson(wire, { method: 'GET', path: path`/clients/${number}` }, clientShape),
  };
}
