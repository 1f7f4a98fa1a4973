import type { Client, User } from '../../../contract/portal.gen.js';
import { stateOf } from '../../access/access-plan.js';
import type { PlanStep, PlannedUser } from '../../access/access-plan.js';
import { differing } from '../change-user.js';
import { isSelf } from '../users.js';
import type { FaultCode, RowFault } from './faults.js';
import type { Row, RowAction } from './rows.js';

/** What a row comes to: a write, nothing because it is so already, or what is wrong. */
export type RowSense =
  | { readonly kind: 'step'; readonly step: PlanStep }
  | { readonly kind: 'already'; readonly user: string }
  | { readonly kind: 'bad'; readonly fault: RowFault };

export interface Place {
  readonly client: Client;
  readonly users: readonly User[];
  /** The user name that acts. */
  readonly self: string;
}

/** The id of a row's step. */
export const stepId = (line: number): string => `line-${line}`;

export function senseOf(row: Row, action: RowAction, place: Place): RowSense {
  if (action === 'new') return newUser(row, place);
  const found = place.users.filter((user) => isNamed(user, row.name));
  const [user] = found;
  const similar = place.users
    .filter((one) => one.userName.toLowerCase().startsWith(row.name.slice(0, 3).toLowerCase()))
    .slice(0, 5)
    .map(({ userName }) => userName)
    .join(', ');
  if (user === undefined)
    return bad(row, 'user-unknown', { user: row.name, client: place.client.name, similar: similar || '–' });
  if (found.length > 1)
    return bad(row, 'user-ambiguous', { user: row.name, similar: found.map(({ userName }) => userName).join(', ') });
  return action === 'edit' ? edited(row, user, place) : switched(row, action, user, place);
}

const isNamed = ({ id, userName, email }: User, name: string): boolean =>
  id === name || [userName, email].some((one) => one.toLowerCase() === name.toLowerCase());

function switched(row: Row, action: 'deactivate' | 'reactivate', user: User, { client, self }: Place): RowSense {
  if (user.deactivated === (action === 'deactivate')) return { kind: 'already', user: user.id };
  if (action === 'deactivate' && isSelf(user, self)) return bad(row, 'own-login', { user: user.userName });
  return { kind: 'step', step: { ...about(row, client), action, user: user.id, before: stateOf(user) } };
}

function edited(row: Row, user: User, { client, self }: Place): RowSense {
  const { client: _client, user: _user, kind: _kind, ...said } = row.values;
  const { [row.by as 'email']: _by, ...wanted } = said;
  if (Object.keys(wanted).length === 0) return bad(row, 'nothing-to-change', {}, undefined);
  const { administrator = user.administrator, permissions } = wanted;
  if (wanted.administrator === true && permissions !== undefined) return bad(row, 'rights-conflict', {}, 'permissions');
  if (administrator && permissions !== undefined)
    return bad(row, 'administrator-has-all', { user: user.userName }, 'permissions');
  if (user.administrator && !administrator && permissions === undefined)
    return bad(row, 'rights-missing', {}, 'permissions');
  const foreign = foreignTheme(row, client);
  if (foreign !== undefined) return foreign;
  const difference = differing(user, wanted);
  if (Object.keys(difference).length === 0) return { kind: 'already', user: user.id };
  if (isSelf(user, self) && (difference.administrator === false || difference.lockedUntil != null))
    return bad(row, 'own-login', { user: user.userName });
  const step = {
    ...about(row, client),
    action: 'edit',
    user: user.id,
    before: stateOf(user),
    wanted: difference,
  } as const;
  return { kind: 'step', step: step as PlanStep };
}

function newUser(row: Row, { client, users }: Place): RowSense {
  const { administrator, permissions, userName } = row.values;
  if (administrator === true && permissions !== undefined) return bad(row, 'rights-conflict', {}, 'permissions');
  if (administrator !== true && permissions === undefined) return bad(row, 'rights-missing', {}, 'permissions');
  const foreign = foreignTheme(row, client);
  if (foreign !== undefined) return foreign;
  const wanted = plannedUser(row, client);
  const there = users.find(({ email }) => email.toLowerCase() === wanted.email.toLowerCase());
  if (there !== undefined && !there.deactivated && isSame(there, wanted)) return { kind: 'already', user: there.id };
  if (there !== undefined) return bad(row, 'user-exists', { user: there.userName, client: client.name }, 'email');
  const name = (userName ?? wanted.email).toLowerCase();
  if (!users.some((user) => user.userName.toLowerCase() === name))
    return { kind: 'step', step: { ...about(row, client), action: 'create', wanted } };
  return bad(
    row,
    'user-name-taken',
    { user: name, client: client.name },
    userName === undefined ? 'email' : 'userName',
  );
}

/** What is required was looked for before. */
function plannedUser({ values }: Row, client: Client): PlannedUser {
  const { email = '', userName, firstName = '', lastName = '', language = 'de', mobileNumber = '' } = values;
  const { kind = 'employee', administrator = false, permissions = [] } = values;
  return {
    email,
    ...(userName !== undefined && { userName }),
    firstName,
    lastName,
    language,
    mobileNumber,
    kind,
    administrator,
    permissions: administrator ? client.themes : permissions,
  };
}

function isSame(user: User, { kind, userName = user.userName, ...wanted }: PlannedUser): boolean {
  return user.kind === kind && Object.keys(differing(user, { ...wanted, userName })).length === 0;
}

function foreignTheme(row: Row, client: Client): RowSense | undefined {
  const foreign = row.values.permissions?.filter((theme) => !client.themes.includes(theme)) ?? [];
  if (foreign.length === 0) return undefined;
  const params = { theme: foreign.join(' '), client: client.name, offered: client.themes.join(' ') };
  return bad(row, 'theme-not-offered', params, 'permissions');
}

const about = (row: Row, client: Client) => ({ id: stepId(row.line), client: client.number, who: row.name });

function bad(row: Row, code: FaultCode, params: RowFault['params'], column: RowFault['column'] = row.by): RowSense {
  return {
    kind: 'bad',
    fault: { line: row.line, column: code === 'nothing-to-change' ? undefined : column, code, params },
  };
}
