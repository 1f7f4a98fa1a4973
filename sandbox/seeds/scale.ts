import { uid } from '../rules/uid.js';
import { hour } from '../rules/time.js';
import type { Scale } from '../options.js';
import type { Theme } from '../../contract/portal.gen.js';
import { addClient, type SeedClient } from './clients.js';
import { addMessages, type PreparedMessage } from './messages.js';
import { inventPerson } from './names.js';
import { addUser } from './people.js';
import type { Sowing, Sown } from './sowing.js';
import { addSalaryTask } from './tasks.js';

const themes: readonly (readonly Theme[])[] = [
  ['employees'],
  ['messages'],
  ['salary-declaration'],
  ['messages', 'settlements'],
];
const states = [undefined, undefined, undefined, 'deactivated', undefined, 'invited'] as const;

/** As many more of everything as is asked for. */
export function addMore(sowing: Sowing, client: Sown, scale: Scale, messages: readonly PreparedMessage[]): void {
  for (let i = 1; i <= scale.users; i += 1) {
    const { firstName, lastName } = inventPerson(sowing.random, ['de', 'fr', 'it'][i % 3] ?? 'de');
    const state = states[i % states.length];
    addUser(sowing, client, {
      userName: `user.${String(i).padStart(5, '0')}`,
      firstName,
      lastName,
      language: client.seed.language,
      permissions: themes[i % themes.length] ?? [],
      smsOnly: true,
      ...(state === undefined ? {} : { state }),
      ...(state === 'invited' ? {} : { lastLogin: i % 300 }),
    });
  }
  // The same few documents again and again: the bytes are kept once.
  const more = Array.from({ length: messages.length === 0 ? 0 : scale.messages }, (_, i): PreparedMessage => {
    const model = messages[i % messages.length];
    if (model === undefined) throw new Error('there is no message to repeat');
    return { ...model, sentAt: sowing.now - (i + 1) * hour };
  });
  addMessages(sowing, client.row.id, more.reverse());
  addMoreClients(sowing, client.seed.fund, scale);
}

function addMoreClients(sowing: Sowing, fund: string, { clients: count, people }: Scale): void {
  const { store, random } = sowing;
  const fiduciary = store.accounts.byName(fund, 'sara.treuhand');
  for (let i = 1; i <= count && fiduciary !== undefined; i += 1) {
    const number = `${String(50_000 + i)}.00`;
    const { firstName, lastName } = inventPerson(random, 'de');
    const seed: SeedClient = {
      fund,
      number,
      name: `${lastName} ${random.pick(['Gartenbau', 'Elektro', 'Haustechnik', 'Transporte'])} ${String(i)} AG`,
      uid: inventUid(random.digits(7)),
      address: [`Industriestrasse ${String(i)}`, '9000 St. Gallen'],
      language: 'de',
      canton: 'SG',
      domain: `kunde-${String(i)}.example`,
    };
    const row = addClient(store, seed);
    const userName = `admin.${String(50_000 + i)}`;
    addUser(
      sowing,
      { row, seed },
      { userName, firstName, lastName, language: 'de', administrator: true, lastLogin: i % 90 },
    );
    store.memberships.add({
      client: row.id,
      account: fiduciary.id,
      kind: 'fiduciary',
      administrator: 1,
      permissions: '[]',
      deactivated: 0,
    });
    addSalaryTask(sowing, row.id);
    addPeopleOf(sowing, { row, seed }, people);
  }
}

/** Called after their client, so that they are easily named: `person.50001.1`. */
function addPeopleOf(sowing: Sowing, client: Sown, count: number): void {
  for (let i = 1; i <= count; i += 1) {
    const { firstName, lastName } = inventPerson(sowing.random, 'de');
    addUser(sowing, client, {
      userName: `person.${client.seed.number.slice(0, 5)}.${String(i)}`,
      firstName,
      lastName,
      language: 'de',
      permissions: themes[i % themes.length] ?? [],
      smsOnly: true,
      lastLogin: i,
    });
  }
}

/** Of eight digits beginning with 3; the few for which there is no check digit are passed over. */
function inventUid(digits: string): string {
  return uid(`3${digits}`) ?? inventUid(String((Number(digits) + 1) % 10_000_000).padStart(7, '0'));
}
