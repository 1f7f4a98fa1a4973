import type { Theme } from '../../../contract/portal.gen.js';
import type { Rights } from '../../access/desired.js';
import type { Place, Problems } from './problems.js';

/** What everybody calls the right of substitution, whether the file says so or not. */
const administrator = 'administrator';

export type Roles = ReadonlyMap<string, Rights>;

/**
 * Reads `roles:`: each a list of themes, the word `administrator`, or a map with `administrator` and `themes`.
 * @param all the themes that there are
 */
export function readRoles(place: Place | undefined, all: readonly Theme[], problems: Problems): Roles {
  const roles = new Map<string, Rights>([[administrator, { administrator: true, themes: [] }]]);
  for (const { key, place: said } of (place && problems.entries(place)) ?? []) {
    const rights = rightsIn(said, all, problems);
    // A role that is wrong is not unknown besides.
    roles.set(key, rights ?? { administrator: false, themes: [] });
  }
  return roles;
}

function rightsIn(place: Place, all: readonly Theme[], problems: Problems): Rights | undefined {
  if (place.tree.kind === 'text' && place.tree.text === administrator) return { administrator: true, themes: [] };
  if (place.tree.kind !== 'map') return { administrator: false, themes: readThemes(place, all, problems) };
  const members = problems.map(place, ['administrator', 'themes']);
  return {
    administrator: problems.flag(members?.administrator) ?? false,
    themes: readThemes(members?.themes, all, problems),
  };
}

export function readThemes(place: Place | undefined, all: readonly Theme[], problems: Problems): readonly Theme[] {
  const named = (place && problems.list(place))?.map((one) => problems.oneOf(one, all)) ?? [];
  return all.filter((theme) => named.includes(theme));
}

/** All that the named roles allow together. */
export function rightsOf(
  places: readonly Place[],
  roles: Roles,
  problems: Problems,
): { readonly administrator: boolean; readonly themes: readonly Theme[] } {
  const found = places.map((place) => {
    const name = problems.text(place);
    if (name === undefined) return undefined;
    const known = [...roles.keys()].join(', ');
    const rights = roles.get(name);
    if (rights === undefined) problems.add('role-unknown', place, { name, known });
    return rights;
  });
  return {
    administrator: found.some((rights) => rights?.administrator === true),
    themes: found.flatMap((rights) => rights?.themes ?? []),
  };
}
