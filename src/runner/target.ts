import type { Client } from '../../contract/portal.gen.js';
import type { Portal } from '../api/portal.js';
import { all } from '../api/paging.js';
import type { Setting } from '../config/settings.js';
import { ConnectError } from '../errors.js';

/** In place of a client's number or name: the one that the file names. */
export const automatic = 'auto';

export interface Reach {
  /** A write takes no client for granted where there are several. */
  readonly writes: boolean;
  readonly everyClient: boolean;
}

/**
 * The clients that a run acts on, in the order they were named: by number or whole name, and for reads by a part of the
 * name that fits one client only.
 * @throws ConnectError `client-unknown`, `client-ambiguous`, `client-missing`, `client-implicit`,
 *   `client-auto-unsupported`
 */
export async function resolveClients(
  portal: Pick<Portal, 'clients'>,
  named: Setting<readonly string[]>,
  { writes, everyClient }: Reach,
): Promise<readonly Client[]> {
  if (!everyClient && named.value.includes(automatic)) throw new ConnectError('client-auto-unsupported');
  const clients = await all(portal.clients.list());
  if (everyClient) return clients;
  if (named.value.length === 0) return [onlyOne(clients)];
  const found = named.value.map((name) => find(clients, name, writes));
  // A default chosen some other day must not decide where wages or rights go.
  if (writes && named.origin === 'user' && clients.length > 1) {
    throw new ConnectError('client-implicit', { client: named.value.join(', '), count: clients.length });
  }
  return found.filter((client, index) => found.indexOf(client) === index);
}

function onlyOne(clients: readonly Client[]): Client {
  const [first, ...others] = clients;
  if (first === undefined) throw new ConnectError('no-clients');
  if (others.length > 0) throw new ConnectError('client-missing', { count: clients.length, known: several(clients) });
  return first;
}

function find(clients: readonly Client[], name: string, wholeNamesOnly: boolean): Client {
  const wanted = name.toLowerCase();
  const exact = clients.filter((client) => client.number === name || client.name.toLowerCase() === wanted);
  const whole = exact.length > 0 || wholeNamesOnly;
  const matches = whole ? exact : clients.filter((client) => client.name.toLowerCase().includes(wanted));
  const [first, ...others] = matches;
  if (first === undefined) throw new ConnectError('client-unknown', { client: name, known: several(clients) });
  if (others.length > 0) throw new ConnectError('client-ambiguous', { client: name, known: several(matches) });
  return first;
}

const labelOf = ({ number, name }: Client): string => `${number} ${name}`;

/** Some clients, for a person. */
export function several(clients: readonly Client[]): string {
  const shown = clients.slice(0, 10).map(labelOf).join(', ');
  return clients.length > 10 ? `${shown}, …` : shown;
}
