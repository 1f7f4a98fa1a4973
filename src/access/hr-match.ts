import type { User } from '../../contract/portal.gen.js';
import { nameKey, namesAgree, namesApart } from './hr-names.js';
import { rowThatCounts } from './hr-person.js';
import type { HrPerson } from './hr-person.js';

export type MatchedBy = 'email' | 'userName' | 'name';

/** Who in the list a login belongs to. */
export interface Match {
  readonly by: MatchedBy;
  readonly person: HrPerson;
  /** A name alone is no proof, nor is an address under another name: nobody is shut out for such a match. */
  readonly certain: boolean;
}

type Login = Pick<User, 'email' | 'userName' | 'firstName' | 'lastName'>;

/** Finds the person of a login among those of a list. */
export type Matcher = (login: Login) => Match | undefined;

export const nameOf = ({ firstName, lastName }: Pick<User, 'firstName' | 'lastName'>): string =>
  `${firstName} ${lastName}`;

/** @param today `YYYY-MM-DD`, which decides who of several with the same address is meant */
export function matcher(people: readonly HrPerson[], today: string): Matcher {
  const emails = groups(people, ({ email }) => email?.toLowerCase());
  const userNames = groups(people, ({ userName }) => userName?.toLowerCase());
  const names = groups(people, ({ name }) => nameKey(name));
  return (login) => {
    const name = nameOf(login);
    // People log in with either; lists have one or the other.
    const logins = [...new Set([login.email.toLowerCase(), login.userName.toLowerCase()])];
    const byUserName = logins.flatMap((one) => userNames.get(one) ?? []);
    const ways = [
      { by: 'email', rows: logins.flatMap((one) => emails.get(one) ?? []) },
      { by: 'userName', rows: byUserName },
      { by: 'name', rows: names.get(nameKey(name)) ?? [] },
    ] as const;
    const [found] = ways.filter(({ rows }) => rows.length > 0);
    const person = found && rowThatCounts(found.rows, today);
    if (person === undefined) return undefined;
    const contradicted = found?.by === 'email' && byUserName.some((other) => !samePerson(other, person));
    const apart = person.name !== '' && namesApart(person.name, name);
    return { by: found?.by ?? 'name', person, certain: found?.by !== 'name' && !contradicted && !apart };
  };
}

/** Whether two rows are about the same person, as far as rows can tell. */
function samePerson(one: HrPerson, other: HrPerson): boolean {
  if (one === other) return true;
  if (one.email !== undefined && one.email.toLowerCase() === other.email?.toLowerCase()) return true;
  return namesAgree(one.name, other.name);
}

function groups(
  people: readonly HrPerson[],
  keyOf: (person: HrPerson) => string | undefined,
): ReadonlyMap<string, readonly HrPerson[]> {
  const found = new Map<string, HrPerson[]>();
  for (const person of people) {
    const key = keyOf(person);
    if (key === undefined || key === '') continue;
    const group = found.get(key);
    if (group === undefined) found.set(key, [person]);
    else group.push(person);
  }
  return found;
}
