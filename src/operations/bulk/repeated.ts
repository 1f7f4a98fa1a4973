import type { RowFault } from './faults.js';
import type { Row } from './rows.js';
import type { RowSense } from './steps.js';

interface Sensed {
  readonly row: Row;
  readonly client: { readonly number: string } | undefined;
  readonly sense: RowSense | undefined;
}

/**
 * Rows about a user whom another row is about, too. Of two that want the same, the second is too many; two that want
 * different things are both bad, since nobody knows which is meant.
 */
export function repeated(rows: readonly Sensed[]): ReadonlyMap<number, RowFault> {
  const groups = new Map<string, Sensed[]>();
  for (const one of rows) {
    for (const key of keysOf(one)) groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const faults = new Map<number, RowFault>();
  for (const group of groups.values()) {
    const [first, ...others] = group;
    if (first === undefined || others.length === 0) continue;
    const contradictory = others.find((one) => wishOf(one) !== wishOf(first));
    if (contradictory !== undefined) faults.set(first.row.line, fault(first, 'contradictory', contradictory));
    for (const one of others)
      faults.set(one.row.line, fault(one, contradictory === undefined ? 'duplicate' : 'contradictory', first));
  }
  return faults;
}

const fault = ({ row }: Sensed, code: 'duplicate' | 'contradictory', other: Sensed): RowFault => ({
  line: row.line,
  column: row.by,
  code,
  params: { user: row.name, other: other.row.line },
});

/** Whom a row is about. Names and addresses of new users are unique at a fund. */
function keysOf({ row, client, sense }: Sensed): readonly string[] {
  if (client === undefined || sense === undefined || sense.kind === 'bad') return [];
  if (sense.kind === 'already') return [`${client.number} ${sense.user}`];
  const { step } = sense;
  if (step.action !== 'create') return [`${client.number} ${step.user}`];
  return [
    `email ${step.wanted.email.toLowerCase()}`,
    ...(row.values.userName === undefined ? [] : [`name ${row.values.userName.toLowerCase()}`]),
  ];
}

/** What a row wants, so that it can be compared; who is meant may be said in several ways. */
function wishOf({ row: { values, by }, client }: Sensed): string {
  const { [by as 'user']: _by, client: _client, ...wish } = values;
  return JSON.stringify([client?.number, Object.entries(wish).sort()]);
}
