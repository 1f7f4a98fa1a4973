import { SeededRandom } from '../../sandbox/seeds/seeded-random.js';

/** How large a campaign is this time. */
export interface Scale {
  readonly count: number;
  readonly size: number;
  readonly seed: string;
  readonly random: SeededRandom;
  /** None at full size. */
  readonly timeout: number;
}

/**
 * A campaign is a test: small among the others, and at its full size under `npm run campaign NAME [-- --count N --size N
 * --seed S]`, which says so through the environment.
 */
export function scaleOf(
  name: string,
  scales: Readonly<Record<'reduced' | 'full', { count: number; size: number }>>,
): Scale {
  const full = process.env['CONNECT_CAMPAIGN'] === name;
  const { count, size } = full ? scales.full : scales.reduced;
  const given = (variable: string): string | undefined => (full ? process.env[variable] : undefined) || undefined;
  const seed = given('CONNECT_CAMPAIGN_SEED') ?? 'autumn';
  return {
    count: Number(given('CONNECT_CAMPAIGN_COUNT') ?? count),
    size: Number(given('CONNECT_CAMPAIGN_SIZE') ?? size),
    seed,
    random: new SeededRandom(`${name} ${seed}`),
    timeout: full ? 0 : 240_000,
  };
}

/** A line of what a campaign did; the tests' own reports stay without. */
export function tell(line: string): void {
  if (process.env['CONNECT_CAMPAIGN'] !== undefined) process.stdout.write(`${line}\n`);
}
