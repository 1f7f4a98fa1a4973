import type { Particle } from './notation.js';

/** A place between the elements of a content: what may come next, and whether it may end here. */
export interface State<Element> {
  readonly next: ReadonlyMap<string, Step<Element>>;
  readonly accepting: boolean;
}

interface Step<Element> {
  readonly element: Element;
  readonly state: State<Element>;
}

interface OpenState<Element> extends State<Element> {
  readonly next: Map<string, Step<Element>>;
  readonly accepting: boolean;
}

/**
 * Builds the automaton of a content from its end to its beginning. XML Schema demands that a name says by itself which
 * particle it belongs to (unique particle attribution), so every name leads to one state and nothing is ever tried out.
 * @throws Error if it does not
 */
export function automatonOf<Element>(
  particles: readonly Particle[],
  elements: ReadonlyMap<string, Element>,
  after: State<Element> = { next: new Map(), accepting: true },
): State<Element> {
  return particles.reduceRight<State<Element>>((state, particle) => before(particle, state, elements), after);
}

function before<Element>(
  particle: Particle,
  after: State<Element>,
  elements: ReadonlyMap<string, Element>,
): State<Element> {
  if ('branches' in particle) {
    const branches = particle.branches.map((branch) => automatonOf(branch, elements, after));
    return merged(particle.min === 0 ? [...branches, after] : branches);
  }
  const { name, min, max } = particle;
  const element = elements.get(name);
  if (element === undefined) throw new Error(`nothing is known of ${name}`);
  if (max === Infinity) {
    const loop: OpenState<Element> = { next: new Map(after.next), accepting: after.accepting };
    add(loop, name, { element, state: loop });
    return min === 0 ? loop : merged([{ next: new Map([[name, { element, state: loop }]]), accepting: false }]);
  }
  let state = after;
  for (let count = max; count >= 1; count -= 1) {
    const step: State<Element> = { next: new Map([[name, { element, state }]]), accepting: false };
    state = count > min ? merged([step, after]) : step;
  }
  return state;
}

function merged<Element>(states: readonly State<Element>[]): State<Element> {
  const whole = { next: new Map<string, Step<Element>>(), accepting: states.some(({ accepting }) => accepting) };
  for (const { next } of states) for (const [name, step] of next) add(whole, name, step);
  return whole;
}

function add<Element>({ next }: OpenState<Element>, name: string, step: Step<Element>): void {
  if (next.has(name)) throw new Error(`${name} may belong to two particles`);
  next.set(name, step);
}
