import { learn } from '../../xml/vocabulary.js';

/**
 * How the content models are written. The content of a type is a line of elements in their order:
 *
 *     Name=CompanyName Owner=Owner? Workplace=Workplace+ ( UID=uid | Unknown=Empty ) @institutionID=reference
 *
 * `=` gives the type: a complex one begins with a capital, a simple one does not, none at all is any text. `?`, `*`, `+`
 * and `{0,2}` say how often; in brackets stand alternatives, each of one element or several. `c:` before a name takes it
 * out of the namespace of the type. `@` is an attribute, which must be there. `#` alone is the text of a type that has
 * attributes besides. The type `Empty` has nothing in it, of `Anything` only the place is looked at.
 */
export interface ElementParticle {
  readonly prefix: string | undefined;
  readonly name: string;
  readonly type: string | undefined;
  readonly min: number;
  readonly max: number;
}

export interface Choice {
  readonly branches: readonly (readonly Particle[])[];
  readonly min: 0 | 1;
}

export type Particle = ElementParticle | Choice;

export interface Content {
  readonly particles: readonly Particle[];
  readonly attributes: readonly { readonly name: string; readonly type: string }[];
  /** The simple type of the text. */
  readonly text: string | undefined;
}

const word = /^(?:(?<prefix>\w+):)?(?<name>[\w-]+)(?:=(?<type>\w+))?(?<times>[?*+]|\{0,2\})?$/;

const often: Readonly<Record<string, readonly [min: number, max: number]>> = {
  '': [1, 1],
  '?': [0, 1],
  '*': [0, Infinity],
  '+': [1, Infinity],
  '{0,2}': [0, 2],
};

/** Reads the content of one type. */
export function parseContent(text: string): Content {
  const words = text.split(/\s+/).filter((each) => each !== '');
  const attributes = words.filter((each) => each.startsWith('@')).map((each) => each.slice(1).split('='));
  const [content] = words.filter((each) => each.startsWith('#'));
  const rest = words.filter((each) => !/^[@#]/.test(each));
  const particles = sequence(rest);
  if (rest.length > 0) throw new Error(`unexpected ${rest.join(' ')} in ${text}`);
  return {
    particles,
    attributes: attributes.map(([name = '', type = '']) => ({ name, type })),
    text: content?.slice(1),
  };
}

/** Takes words up to a `|` or a closing bracket. */
function sequence(words: string[]): readonly Particle[] {
  const particles: Particle[] = [];
  for (let next = words[0]; next !== undefined && !/^[|)]/.test(next); next = words[0]) {
    words.shift();
    particles.push(next === '(' ? choice(words) : element(next));
  }
  return particles;
}

function choice(words: string[]): Choice {
  const branches = [sequence(words)];
  while (words[0] === '|') {
    words.shift();
    branches.push(sequence(words));
  }
  const end = words.shift();
  if (end !== ')' && end !== ')?') throw new Error('a bracket is not closed');
  return { branches, min: end === ')' ? 1 : 0 };
}

function element(text: string): ElementParticle {
  const { prefix, name, type, times = '' } = word.exec(text)?.groups ?? {};
  const [min, max] = often[times] ?? [];
  if (name === undefined || min === undefined || max === undefined) throw new Error(`no element: ${text}`);
  return { prefix, name: learn(name), type, min, max };
}
