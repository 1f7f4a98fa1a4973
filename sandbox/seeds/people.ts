import { newActivationCode, newId } from '../rules/names.js';
import { day } from '../rules/time.js';
import type { AccountRow } from '../store/accounts.js';
import { invitation } from '../texts/mails.js';
import { totpSecretOf } from './personas.js';
import type { Sowing, Sown } from './sowing.js';
import { fiduciaryClients, seedUsers, type SeedUser } from './users.js';

// Long enough that a learner who sets the clock meets him locked, too.
const lockedUntil = Date.parse('2099-01-01T00:00:00+01:00');
const invitationTime = 14 * day;

/** Every client's own people, and the fiduciary at both funds. */
export function addPeople(sowing: Sowing, clients: readonly Sown[]): void {
  for (const client of clients) {
    for (const user of seedUsers[`${client.seed.fund}/${client.seed.number}`] ?? []) addUser(sowing, client, user);
  }
  for (const fund of Object.keys(fiduciaryClients)) addFiduciary(sowing, fund, clients);
}

/** A login with its membership; returns its id. */
export function addUser(sowing: Sowing, { row, seed }: Sown, user: SeedUser): string {
  const { store } = sowing;
  const id = addAccount(sowing, seed.fund, user, `${mailName(user.userName)}@${seed.domain}`);
  store.memberships.add({
    client: row.id,
    account: id,
    kind: 'employee',
    administrator: Number(user.administrator ?? false),
    permissions: JSON.stringify(user.permissions ?? []),
    deactivated: Number(user.state === 'deactivated'),
  });
  if (user.state === 'locked') store.attempts.set(id, { failures: 5, lockedUntil }, sowing.now);
  if (user.state === 'invited') invite(sowing, { row, seed }, id, user);
  return id;
}

function addAccount(sowing: Sowing, fund: string, user: SeedUser, email: string): string {
  const { store, secret, random, now, passwordHash } = sowing;
  const id = newId(random, 'usr');
  const createdAt = now - (user.lastLogin ?? 0) * day - (30 + random.below(500)) * day;
  const invited = user.state === 'invited';
  const account: AccountRow = {
    id,
    fund,
    userName: user.userName,
    email,
    firstName: user.firstName,
    lastName: user.lastName,
    language: user.language,
    mobileNumber: `+4179${random.digits(7)}`,
    passwordHash: null,
    passwordChangedAt: null,
    totpSecret: invited || user.smsOnly === true ? null : secret.seal(totpSecretOf(fund, user.userName)),
    createdAt: invited ? now - 2 * day : createdAt,
    lastLoginAt:
      user.lastLogin === undefined ? null : now - user.lastLogin * day + random.below(8) * 3_600_000 - day / 3,
  };
  store.accounts.add(account);
  if (!invited) store.accounts.setPassword(id, passwordHash, createdAt);
  return id;
}

function addFiduciary(sowing: Sowing, fund: string, clients: readonly Sown[]): void {
  const name = {
    userName: 'sara.treuhand',
    firstName: 'Sara',
    lastName: 'Treuhand',
    language: 'de',
    lastLogin: 1,
  } as const;
  const account = addAccount(sowing, fund, name, 'sara@treuhand-seeblick.example');
  for (const { number, administrator, permissions } of fiduciaryClients[fund] ?? []) {
    const client = clients.find(({ seed }) => seed.fund === fund && seed.number === number);
    if (client === undefined) throw new Error(`there is no client ${number}`);
    sowing.store.memberships.add({
      client: client.row.id,
      account,
      kind: 'fiduciary',
      administrator: Number(administrator),
      permissions: JSON.stringify(permissions),
      deactivated: 0,
    });
  }
}

function invite({ store, secret, random, now }: Sowing, { seed }: Sown, id: string, user: SeedUser): void {
  const code = newActivationCode(random);
  store.enrolments.invite(id, secret.mac('activation', code), now + invitationTime);
  const { userName, firstName, language } = user;
  const mail = invitation[language]({ firstName, client: seed.name, userName, code });
  const to = `${mailName(userName)}@${seed.domain}`;
  store.outbox.add({ fund: seed.fund, kind: 'email', to, ...mail, code, client: seed.number, at: now - 2 * day });
}

function mailName(userName: string): string {
  return userName.replace(/[^a-z0-9.]/g, '');
}
