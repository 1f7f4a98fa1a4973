import type { Database } from '../store/database.js';

// Neither what would let somebody in nor what is different each time.
const secretTables = [
  'meta',
  'tokens',
  'answers',
  'formerPasswords',
  'certificates',
  'challenges',
  'usedSteps',
  'nonces',
  'enrolments',
  'invitations',
];
const secretColumns = ['passwordHash', 'totpSecret', 'activationCode', 'smsCode', 'bytes'];
const hashedCodes = ['codeRequests'];

/** Every row of every table but the secrets, in a stable order, so that two dumps can be compared. */
export function dump(database: Database): Readonly<Record<string, readonly unknown[]>> {
  const tables = database.all<{ name: string }>(
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name`,
  );
  return Object.fromEntries(
    tables
      .map(({ name }) => name)
      .filter((name) => !secretTables.includes(name))
      .map((name) => {
        const columns = columnsOf(database, name);
        return [name, database.all(`SELECT ${columns} FROM ${name} ORDER BY ${columns}`)];
      }),
  );
}

function columnsOf(database: Database, table: string): string {
  const columns = database.all<{ name: string }>(`SELECT name FROM pragma_table_info('${table}')`);
  return columns
    .map(({ name }) => name)
    .filter((name) => !secretColumns.includes(name) && !(name === 'code' && hashedCodes.includes(table)))
    .map((name) => `"${name}"`)
    .join(', ');
}
