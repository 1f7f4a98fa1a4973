import type { Scale } from '../options.js';
import type { Passwords } from '../rules/passwords.js';
import { day, dayOf, hour, startOfDay } from '../rules/time.js';
import type { Receipts } from '../salary/receipts.js';
import type { Database } from '../store/database.js';
import type { ServerSecret } from '../store/secrets.js';
import type { Store } from '../store/store.js';
import { addClient, seedClients } from './clients.js';
import { addCodeRequests } from './code-requests.js';
import { addDeclarations, prepareDeclarations } from './declarations.js';
import { inventEmployees } from './employees.js';
import { addMandates } from './mandates.js';
import { addMessages, prepareMessages } from './messages.js';
import { addPeople } from './people.js';
import { seededPassword } from './personas.js';
import { addMore } from './scale.js';
import { SeededRandom } from './seeded-random.js';
import type { Sowing, Sown } from './sowing.js';
import { addTasks } from './tasks.js';

interface Ground {
  readonly store: Store;
  readonly secret: ServerSecret;
  readonly receipts: Receipts;
  readonly passwords: Passwords;
  readonly now: number;
  readonly scale: Scale;
  readonly seed: string;
}

/** Fills an empty database with invented clients, people and papers. */
export async function seedDatabase({ scale, seed, passwords, ...ground }: Ground): Promise<void> {
  const { store, now } = ground;
  const random = new SeededRandom(seed);
  const passwordHash = await passwords.hash(seededPassword);
  // What takes its time comes first; the database itself is filled in one go, or not at all.
  const prepared = seedClients.map((client) => ({
    client,
    key: `${client.fund}/${client.number}`,
    number: client.number,
    employees: inventEmployees(random, client, now),
  }));
  const declarations = await prepareDeclarations(now, prepared);
  const messages = await Promise.all(prepared.map(({ client, employees }) => prepareMessages(now, client, employees)));
  const sowing: Sowing = { ...ground, random, passwordHash };
  store.database.transaction(() => {
    const clients = prepared.map(({ client }): Sown => ({ row: addClient(store, client), seed: client }));
    addPeople(sowing, clients);
    clients.forEach((client, i) => {
      const employees = (prepared[i]?.employees ?? []).map((employee) => ({ ...employee, client: client.row.id }));
      for (const employee of employees) store.employees.add(employee);
      addTasks(sowing, client, employees);
      addMessages(sowing, client.row.id, messages[i] ?? []);
    });
    addDeclarations(sowing, clients, declarations);
    addCodeRequests(sowing, clients);
    const [first] = clients;
    if (first !== undefined) addMore(sowing, first, scale, messages[0] ?? []);
    addMandates(sowing, clients);
    store.meta.set('maintenance', String(startOfDay(dayOf(now + 13 * day)) + 22 * hour));
    store.meta.set('scale', JSON.stringify(scale));
    store.meta.set('seededAt', String(now));
  });
}

const kept = ['secret', 'signingKey', 'clockOffset'];

/** Removes everything but what the server itself needs. */
export function emptyDatabase(database: Database): void {
  database.transaction(() => {
    database.exec('PRAGMA defer_foreign_keys = ON');
    const tables = database.all<{ name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'meta' AND name NOT LIKE 'sqlite%'`,
    );
    for (const { name } of tables) database.exec(`DELETE FROM ${name}`);
    database.run(`DELETE FROM meta WHERE name NOT IN (SELECT value FROM json_each(:kept))`, {
      kept: JSON.stringify(kept),
    });
  });
}
