import { SeededRandom } from '../../sandbox/seeds/seeded-random.js';
import { Council } from './town-council.js';
import type { Ended, Opening, Step } from './town-council.js';
import { Town } from './town.js';
import type { Invented } from './town.js';

/** A client that could be administrated before a command and can't be after it. */
export interface Loss {
  readonly client: string;
  readonly steps: readonly Step[];
}

export interface Walked {
  readonly ended: readonly Ended[];
  /** Of each client, how many could administrate it after each command. */
  readonly working: readonly number[];
  readonly loss: Loss | undefined;
  /** Who should have been able to administrate a client at the end, and was not. */
  readonly unable: readonly string[];
}

/** Who is there at first, and what they do then; always the same for the same name. */
export async function walkRandomly(town: Town, name: string, isProved = true): Promise<Walked> {
  const random = new SeededRandom(name);
  const opening = openingOf(random, name);
  const length = 3 + random.below(10);
  return withCouncil(town, opening, isProved, (council) => {
    const steps = Array.from({ length }, () => (): Step => council.propose(random));
    return walk(council, steps).then(async (walked) => {
      if (walked.loss !== undefined || random.below(10) > 0) return walked;
      return { ...walked, unable: await council.witness(random) };
    });
  });
}

/** The shortest part of a sequence that still locks somebody out, each time in a town of its own. */
export async function shrink(name: string, { steps, client }: Loss, isProved: boolean): Promise<Loss> {
  for (const fewer of lessOf(steps)) {
    const { loss } = await replay(name, fewer, isProved);
    if (loss !== undefined) return shrink(name, loss, isProved);
  }
  return { steps, client };
}

/** The steps without one of them, or without one of two commands. */
function* lessOf(steps: readonly Step[]): Generator<readonly Step[]> {
  for (const [index, step] of [...steps.entries()].reverse()) {
    yield steps.toSpliced(index, 1);
    if (step.kind !== 'commands' || step.commands.length < 2) continue;
    for (const command of step.commands) yield steps.with(index, { kind: 'commands', commands: [command] });
  }
}

async function replay(name: string, steps: readonly Step[], isProved: boolean): Promise<Walked> {
  const town = await Town.open();
  try {
    const opening = openingOf(new SeededRandom(name), name);
    return await withCouncil(town, opening, isProved, (council) =>
      walk(
        council,
        steps.map((step) => () => step),
      ),
    );
  } finally {
    await town.close();
  }
}

async function walk(council: Council, proposals: readonly (() => Step)[]): Promise<Walked> {
  const steps: Step[] = [];
  const ended: Ended[] = [];
  const counts: number[] = [];
  for (const propose of proposals) {
    const step = propose();
    steps.push(step);
    await council.gather(step);
    const before = council.working();
    ended.push(...(await council.perform(step)));
    if (step.kind !== 'commands') continue;
    const after = council.working();
    counts.push(...[...after.values()].map(({ length }) => length));
    const lost = [...after].find(([client, names]) => names.length === 0 && (before.get(client)?.length ?? 0) > 0);
    if (lost !== undefined) return { ended, working: counts, loss: { client: lost[0], steps }, unable: [] };
  }
  return { ended, working: counts, loss: undefined, unable: [] };
}

async function withCouncil<T>(
  town: Town,
  opening: Opening,
  isProved: boolean,
  act: (council: Council) => Promise<T>,
): Promise<T> {
  const council = await Council.open(town, opening, isProved);
  try {
    return await act(council);
  } finally {
    await council.close();
  }
}

/** One to three clients at one fund with three to eight users each, some of whom act for several. */
function openingOf(random: SeededRandom, name: string): Opening {
  const tag = name.replace(/[^a-z0-9]/gi, '').slice(-12);
  const numbers = Array.from({ length: 1 + random.below(3) }, (_, i) => `C${tag}.${i}`);
  const shared = numbers.length > 1 ? random.below(3) : 0;
  const own = numbers.flatMap((number, i) =>
    Array.from({ length: 3 + random.below(6 - shared) }, (_, j) => invent(random, `p${i}${j}x${tag}`, [number], j < 1)),
  );
  const several = Array.from({ length: shared }, (_, j) => invent(random, `f${j}x${tag}`, numbers, false));
  return {
    fund: random.pick(['095', '060']),
    clients: new Map(numbers.map((number, i) => [number, `Town ${i} ${tag} AG`])),
    people: [...own, ...several],
  };
}

/** @param isSound in good order, with the right: otherwise nobody might be there to lose */
function invent(random: SeededRandom, userName: string, clients: readonly string[], isSound: boolean): Invented {
  const kind = clients.length > 1 || random.below(10) === 0 ? 'fiduciary' : 'employee';
  const state = random.pick(['active', 'active', 'active', 'active', 'deactivated', 'locked', 'invited'] as const);
  const methods = random.pick([['otp'], ['otp', 'sms'], ['otp', 'sms'], ['sms']] as const);
  return {
    userName,
    state: isSound ? 'active' : state,
    methods: isSound ? ['otp', 'sms'] : methods,
    at: new Map(clients.map((number) => [number, { administrator: isSound || random.below(5) < 2, kind }])),
  };
}
