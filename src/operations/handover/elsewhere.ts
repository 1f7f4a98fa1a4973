import type { Client } from '../../../contract/portal.gen.js';
import { all } from '../../api/paging.js';
import type { Desk } from './desk.js';
import type { Elsewhere, Person } from './handover.js';

const atOnce = 4;

/**
 * Where else the same person has a login that works, among the clients whose users this login may see. The same person has
 * the same e-mail address or user name.
 */
export async function elsewhere(desk: Desk, person: Person): Promise<readonly Elsewhere[]> {
  const clients = await all(desk.portal.clients.list());
  const others = clients.filter(({ administrator, number }) => administrator && number !== desk.client.number);
  const found: Elsewhere[] = [];
  for (let from = 0; from < others.length; from += atOnce) {
    const some = others.slice(from, from + atOnce).map((client) => at(desk, client, person));
    found.push(...(await Promise.all(some)).flat());
  }
  return found;
}

async function at({ portal }: Desk, { number, name }: Client, person: Person): Promise<readonly Elsewhere[]> {
  const names = [person.email, person.userName].map((one) => one.toLowerCase());
  const lists = await Promise.all([...new Set(names)].map((q) => all(portal.users.list(number, { q }))));
  const users = new Map(lists.flat().map((user) => [user.id, user]));
  return [...users.values()]
    .filter((user) => !user.deactivated && [user.email, user.userName].some((one) => names.includes(one.toLowerCase())))
    .map(({ userName, administrator, permissions }) => ({
      ...{ client: { number, name }, userName, administrator, permissions },
    }));
}
