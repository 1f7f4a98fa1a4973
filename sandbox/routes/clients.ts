import type { Client, Theme } from '../../contract/portal.gen.js';
import { page } from '../http/paging.js';
import type { Handlers } from '../http/types.js';
import { fold } from '../rules/names.js';
import { themesOf, type ClientOfLogin } from '../store/clients.js';

export const clients: Pick<Handlers, 'listClients' | 'getClient'> = {
  listClients(call, request) {
    const { q } = request.query;
    const part = q === undefined ? undefined : fold(q);
    const rows = call.portal.store.clients;
    return {
      status: 200,
      body: page(
        call,
        request,
        (slice) => rows.ofAccount(call.login.account.id, part, slice),
        (row) => show(row),
      ),
    };
  },

  getClient(call) {
    const { client, membership } = call.member;
    return { status: 200, body: show({ ...client, ...membership }) };
  },
};

function show(row: Omit<ClientOfLogin, 'id' | 'sortKey'>): Client {
  const administrator = row.administrator === 1;
  const themes = themesOf(row);
  return {
    number: row.number,
    name: row.name,
    fund: row.fund,
    uid: row.uid,
    address: JSON.parse(row.address) as string[],
    language: row.language,
    themes,
    administrator,
    permissions: administrator ? themes : (JSON.parse(row.permissions) as Theme[]),
    role: row.kind,
  };
}
