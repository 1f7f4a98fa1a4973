import type { Town } from './town.js';

/**
 * Who can administrate each client, as the portal's database has it. Written apart from `src/access`, in another language:
 * whoever has the right, is let in, has been in, and has the credential that this fund asks of those who manage users.
 */
const query = `
  SELECT c.number AS client, a.userName AS userName
  FROM memberships m
  JOIN clients c ON c.id = m.client
  JOIN accounts a ON a.id = m.account
  WHERE c.fund = :fund AND c.number IN (SELECT value FROM json_each(:clients))
    AND m.administrator = 1 AND m.deactivated = 0
    AND a.passwordHash IS NOT NULL AND a.lastLoginAt IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM attempts t WHERE t.subject = a.id AND t.lockedUntil > :now)
    AND (a.totpSecret IS NOT NULL OR (:fund = '060' AND a.mobileNumber IS NOT NULL))
  ORDER BY c.number, a.userName`;

/** By client number; clients that nobody can administrate are there, too, with nobody. */
export function workingAdministrators(
  town: Town,
  fund: string,
  clients: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const rows = town.database.all<{ client: string; userName: string }>(query, {
    fund,
    clients: JSON.stringify(clients),
    now: town.clock.now().getTime(),
  });
  return new Map(
    clients.map((number) => [number, rows.filter(({ client }) => client === number).map(({ userName }) => userName)]),
  );
}
