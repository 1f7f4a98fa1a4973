import path from 'node:path';
import { SandboxClock } from './clock.js';
import { dump } from './control/dump.js';
import { prepareDirectory } from './directory.js';
import { funds } from './funds.js';
import { Faults } from './http/faults.js';
import { portOf, serve, stop } from './http/server.js';
import { systemClock, systemRandom } from './machine.js';
import { demoScale, type Sandbox, type SandboxOptions, type Scale } from './options.js';
import type { Portal } from './portal.js';
import { Passwords } from './rules/passwords.js';
import { RateLimit } from './rules/rate-limit.js';
import { Receipts } from './salary/receipts.js';
import { seedDatabase, emptyDatabase } from './seeds/seed.js';
import { Database } from './store/database.js';
import { Files } from './store/files.js';
import { schema, schemaVersion } from './store/schema.js';
import { ServerSecret } from './store/secrets.js';
import { storeOver, type Store } from './store/store.js';
import { tlsMaterial, type TlsMaterial } from './tls/material.js';

const loginsPerMinute = 60;

/** Opens a sandbox in this process. A directory that holds one already is continued, another one is filled. */
export async function openSandbox(options: SandboxOptions): Promise<Sandbox> {
  const portal = await openPortal(options);
  const { store } = portal;
  const server = await serve(portal, options.port ?? 0, options.contractFile).catch((error: unknown) => {
    store.database.close();
    throw error;
  });
  const origin = `${portal.tls === undefined ? 'http' : 'https'}://127.0.0.1:${String(portOf(server))}`;
  return {
    origin,
    controlToken: portal.controlToken,
    funds: funds.map(({ number }) => ({ fund: number, portal: `${origin}/ak${number}` })),
    outbox: ({ kind, since } = {}) => store.outbox.list(kind, since?.getTime() ?? 0),
    audit: () => store.audit.list(),
    dump: () => dump(store.database),
    faults: (faults) => {
      portal.faults.set(faults);
    },
    violations: () => portal.violations,
    close: async () => {
      await stop(server);
      store.database.close();
    },
  };
}

/** A sandbox without a server. */
export async function openPortal(options: SandboxOptions): Promise<Portal> {
  const { directory, random = systemRandom, seed = 'connect' } = options;
  prepareDirectory(directory);
  const database = new Database(path.join(directory, 'portal.db'));
  const store = storeOver(prepared(database));
  const clock = new SandboxClock(options.clock ?? systemClock, Number(store.meta.get('clockOffset') ?? 0));
  if (options.startAt !== undefined) clock.set(options.startAt);
  store.meta.set('clockOffset', String(clock.offset));
  for (const name of ['secret', 'signingKey']) {
    if (store.meta.get(name) === undefined) store.meta.set(name, random.bytes(32).toString('base64url'));
  }
  const secret = new ServerSecret(keyOf(store, 'secret'), random);
  const receipts = new Receipts(keyOf(store, 'signingKey'));
  const files = new Files(directory, random);
  const passwords = new Passwords(random, options.passwordCost);
  // Whoever resets a large sandbox wants a large one again.
  const scale = options.scale ?? (JSON.parse(store.meta.get('scale') ?? 'null') as Scale | null) ?? demoScale;
  const fill = () => seedDatabase({ store, secret, receipts, passwords, now: clock.now(), scale, seed });
  if (store.meta.get('seededAt') === undefined) await fill();
  // TLS follows the computer's clock, as authenticator apps do.
  const now = new Date(clock.onTelephones());
  const tls = options.tls === true ? await tlsMaterial(directory, now, random) : undefined;
  register(store, tls);

  const faults = new Faults();
  faults.set(options.faults ?? []);
  return {
    clock,
    random,
    store,
    files,
    secret,
    receipts,
    passwords,
    environment: options.environment,
    faults,
    logins: new RateLimit(loginsPerMinute),
    busy: new Set(),
    violations: [],
    controlToken: options.controlToken ?? random.bytes(32).toString('base64url'),
    tls,
    observe: options.observe,
    reseed: async () => {
      emptyDatabase(database);
      files.clear();
      await fill();
      register(store, tls);
    },
  };
}

/** Tells the portal whose the certificates are. */
function register({ accounts, certificates }: Store, tls: TlsMaterial | undefined): void {
  for (const { fund, userName, fingerprint } of tls?.registrations ?? []) {
    const account = accounts.byName(fund, userName);
    if (account !== undefined) certificates.register(fund, fingerprint, account.id);
  }
}

/** The database with its tables. */
function prepared(database: Database): Database {
  const version = database.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
  if (version === 0) {
    database.transaction(() => {
      database.exec(`${schema}; PRAGMA user_version = ${String(schemaVersion)}`);
    });
  } else if (version !== schemaVersion) {
    database.close();
    throw new Error('the directory holds a sandbox of another version; remove it, or choose another directory');
  }
  return database;
}

function keyOf(store: Store, name: string): Buffer {
  return Buffer.from(store.meta.get(name) ?? '', 'base64url');
}
