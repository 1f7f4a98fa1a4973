import type { State } from './automaton.js';
import type { ElementDeclaration } from './schema.js';

type Place = State<ElementDeclaration>;

/** A way through a content: where it ends, and what is missing on it; alternatives are joined by `|`. */
export interface Way {
  readonly state: Place;
  readonly missing: readonly string[];
}

/** The way to where an element of that name may come, leaving out as little as possible; past the element itself. */
export function wayTo(from: Place, name: string): Way | undefined {
  const way = shortest(from, ({ next }) => next.has(name));
  const step = way?.state.next.get(name);
  return way === undefined || step === undefined ? undefined : { ...way, state: step.state };
}

/** The way to where the content may end. */
export const wayToEnd = (from: Place): Way =>
  shortest(from, ({ accepting }) => accepting) ?? { state: from, missing: [] };

function shortest(from: Place, arrived: (state: Place) => boolean): Way | undefined {
  let front: readonly Way[] = [{ state: from, missing: [] }];
  const seen = new Set([from]);
  while (front.length > 0) {
    const [here] = front.filter(({ state }) => arrived(state));
    if (here !== undefined) return here;
    const further = new Map<Place, Way>();
    for (const { state, missing } of front) {
      for (const [name, { state: next }] of state.next) {
        if (!seen.has(next) && !further.has(next))
          further.set(next, { state: next, missing: [...missing, alternatives(state, name)] });
      }
    }
    for (const state of further.keys()) seen.add(state);
    front = [...further.values()];
  }
  return undefined;
}

/** The name, and those that could stand in its place. */
function alternatives({ next }: Place, name: string): string {
  const element = next.get(name)?.element;
  return [...next.values()]
    .map((step) => step.element)
    .filter((other) => other === element || (other.bit & (element?.excludes ?? 0)) !== 0)
    .map((other) => other.name)
    .join(' | ');
}
