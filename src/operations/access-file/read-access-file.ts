import type { Language, Theme, UserKind } from '../../../contract/portal.gen.js';
import type { UserWish } from '../../access/desired.js';
import { readYaml } from '../../platform/yaml-tree.js';
import type { Spot } from '../../platform/yaml-tree.js';
import { Problems } from './problems.js';
import type { Place, Problem } from './problems.js';
import { readRoles, readThemes, rightsOf } from './roles.js';
import type { Roles } from './roles.js';

/** The words of the contract, each once. */
export interface KnownWords {
  readonly themes: readonly Theme[];
  readonly languages: readonly Language[];
  readonly kinds: readonly UserKind[];
}

/** A wish and where it is written. */
export interface PlacedWish {
  readonly wish: UserWish;
  readonly place: Place;
}

/** What is wished of one client, or of one client as a member of a group. */
export interface ClientWish {
  /** Number or name. */
  readonly client: string;
  readonly place: Place;
  readonly at: Spot;
  /** A client's own wishes come before those of its groups. */
  readonly own: boolean;
  readonly others: 'keep' | 'deactivate' | undefined;
  readonly users: readonly PlacedWish[];
}

export interface AccessFile {
  /** Which portal it is about, if it says so. */
  readonly portal: string | undefined;
  readonly clients: readonly ClientWish[];
}

const email = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;
const mobile = /^\+[1-9]\d{7,14}$/;

/** Reads a file of desired logins, and finds all that is wrong with it. */
export function readAccessFile(
  text: string,
  words: KnownWords,
): { readonly file: AccessFile; readonly problems: Problems } | { readonly faults: readonly Problem[] } {
  const tree = readYaml(text);
  if ('what' in tree) return { faults: [{ kind: tree.kind, at: tree.at, path: '', params: { what: tree.what } }] };
  const problems = new Problems();
  const root: Place = { tree, path: '' };
  const members = problems.map(root, ['version', 'portal', 'roles', 'groups', 'clients']) ?? {};
  if (members.version === undefined) problems.add('key-missing', root, { name: 'version' });
  else problems.oneOf(members.version, ['1']);
  if (members.clients === undefined && members.groups === undefined)
    problems.add('key-missing', root, { name: 'clients' });
  const roles = readRoles(members.roles, words.themes, problems);
  const groups = ((members.groups && problems.entries(members.groups)) ?? []).flatMap(({ place }) =>
    readGroup(place, roles, words, problems),
  );
  const clients = ((members.clients && problems.entries(members.clients)) ?? []).map(({ key, keyAt, place }) => {
    const said = problems.map(place, ['others', 'users']);
    return { client: key, place, at: keyAt, own: true, ...readLogins(said, roles, words, problems) };
  });
  return { file: { portal: problems.text(members.portal), clients: [...groups, ...clients] }, problems };
}

function readGroup(place: Place, roles: Roles, words: KnownWords, problems: Problems): readonly ClientWish[] {
  const said = problems.map(place, ['clients', 'others', 'users']);
  if (said?.clients === undefined) {
    if (said !== undefined) problems.add('key-missing', place, { name: 'clients' });
    return [];
  }
  const logins = readLogins(said, roles, words, problems);
  return (problems.list(said.clients) ?? []).flatMap((one) => {
    const client = problems.text(one);
    return client === undefined ? [] : [{ client, place: one, at: one.tree.at, own: false, ...logins }];
  });
}

type Logins = Pick<ClientWish, 'others' | 'users'>;

function readLogins(
  said: { readonly others?: Place; readonly users?: Place } | undefined,
  roles: Roles,
  words: KnownWords,
  problems: Problems,
): Logins {
  return {
    others: problems.oneOf(said?.others, ['keep', 'deactivate']),
    users: ((said?.users && problems.entries(said.users)) ?? []).flatMap(({ key, place }) => {
      const wish = readUser(key, place, roles, words, problems);
      return wish === undefined ? [] : [{ wish, place }];
    }),
  };
}

const detailNames = ['email', 'userName', 'firstName', 'lastName', 'language', 'mobile'] as const;
const rightNames = ['administrator', 'roles', 'themes'] as const;

/** The name of a role, several of them, or a map that says more. */
function readUser(
  name: string,
  place: Place,
  roles: Roles,
  words: KnownWords,
  problems: Problems,
): UserWish | undefined {
  const base = { name, deactivated: false, details: {}, kind: undefined };
  if (place.tree.kind === 'text' || place.tree.kind === 'list') {
    return { ...base, rights: inOrder(rightsOf(problems.list(place) ?? [], roles, problems), words) };
  }
  const said = problems.map(place, ['state', 'kind', ...detailNames, ...rightNames]);
  if (said === undefined) return undefined;
  const { state, ...rest } = said;
  if (problems.oneOf(state, ['active', 'deactivated']) === 'deactivated') {
    const [another] = Object.values(rest);
    if (another !== undefined) problems.add('nothing-else-about-deactivated', another);
    return { ...base, deactivated: true, rights: undefined };
  }
  const told = {
    email: problems.text(said.email, email, 'name@example.ch'),
    userName: problems.text(said.userName),
    firstName: problems.text(said.firstName),
    lastName: problems.text(said.lastName),
    language: problems.oneOf(said.language, words.languages),
    mobileNumber: problems.text(said.mobile, mobile, '+41791234512'),
  };
  const details = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
  const speaksOfRights = rightNames.some((one) => said[one] !== undefined);
  const granted = rightsOf((said.roles && problems.list(said.roles)) ?? [], roles, problems);
  const rights = {
    administrator: problems.flag(said.administrator) ?? granted.administrator,
    themes: [...granted.themes, ...readThemes(said.themes, words.themes, problems)],
  };
  return {
    ...{ ...base, details },
    kind: problems.oneOf(said.kind, words.kinds),
    rights: speaksOfRights ? inOrder(rights, words) : undefined,
  };
}

/** Each theme once, as the contract lists them; an administrator needs none. */
const inOrder = ({ administrator, themes }: NonNullable<UserWish['rights']>, { themes: all }: KnownWords) => ({
  administrator,
  themes: administrator ? [] : all.filter((theme) => themes.includes(theme)),
});
