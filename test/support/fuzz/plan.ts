import fc from 'fast-check';
import type { Client } from '../../../contract/portal.gen.js';
import { languages } from '../../../src/i18n/translate.js';
import { archiveChanges, repacked } from './archive.js';
import { change, changed, type Change } from './changes.js';
import type { Originals } from './originals.js';
import type { Task } from './reader-process.js';

type Source = keyof Originals | 'noise';

/** How an input is made, so that it can be made again. */
export interface Plan {
  readonly source: Source;
  /** Which of the originals, and which one lends pieces to it. */
  readonly which: number;
  readonly other: number;
  readonly changes: readonly Change[];
  readonly archive: typeof archiveChanges extends fc.Arbitrary<infer T> ? T : never;
  readonly noise: { readonly start: string; readonly rest: Uint8Array };
  readonly language: Task['language'];
  readonly client: boolean;
  readonly given: Readonly<Record<string, string>>;
  readonly pieceBytes: number;
}

const starts = ['<', '<?xml version="1.0" encoding="', '<a>', '\ufeff', 'PK\u0003\u0004', 'Name;Vorname;AHV-Nr\n', ''];

const planned: fc.Arbitrary<Plan> = fc.record({
  source: fc.oneof(
    { arbitrary: fc.constant<Source>('elm'), weight: 40 },
    { arbitrary: fc.constant<Source>('csv'), weight: 30 },
    { arbitrary: fc.constant<Source>('xlsx'), weight: 27 },
    { arbitrary: fc.constant<Source>('hostile'), weight: 1 },
    { arbitrary: fc.constant<Source>('noise'), weight: 2 },
  ),
  which: fc.nat(999),
  other: fc.nat(999),
  changes: fc.oneof(
    { arbitrary: fc.array(change, { minLength: 1, maxLength: 2 }), weight: 3 },
    { arbitrary: fc.array(change, { minLength: 3, maxLength: 8 }), weight: 1 },
  ),
  archive: archiveChanges,
  noise: fc.record({ start: fc.constantFrom(...starts), rest: fc.uint8Array({ maxLength: 2000 }) }),
  language: fc.constantFrom(...languages),
  client: fc.boolean(),
  given: fc.oneof(
    { arbitrary: fc.constant({}), weight: 3 },
    { arbitrary: fc.constantFrom<Plan['given']>({ year: '2025' }, { year: '2024', fund: '1' }), weight: 1 },
  ),
  pieceBytes: fc.constantFrom(1, 3, 7, 64, 1000, 1023, 1024, 1025, 4096, 65_536),
});

const batch = 1000;

/** As many plans as asked for; the same seed gives the same ones. */
export function* plansOf(seed: number, count: number): Generator<Plan> {
  for (let made = 0; made < count; made += batch) {
    yield* fc.sample(planned, { seed: seed + made, numRuns: Math.min(batch, count - made) });
  }
}

const client: Pick<Client, 'fund' | 'number'> = { fund: '095', number: '10001.00' };

/** The input that a plan makes of the originals. */
export function taskOf(plan: Plan, from: Originals): Task {
  const bytes = bytesOf(plan, from);
  return {
    bytes,
    wishes: { ...(plan.client && { client: client as Client }), given: plan.given },
    language: plan.language,
    // Large files in single bytes would take minutes, and show nothing that smaller ones don't.
    pieceBytes: Math.max(plan.pieceBytes, Math.ceil(bytes.length / 3000)),
  };
}

function bytesOf(plan: Plan, from: Originals): Buffer {
  const texts = [...from.elm, ...from.csv];
  const other = pick(texts, plan.other);
  const damaged = (bytes: Buffer): Buffer => plan.changes.reduce((so, one) => changed(so, one, other), bytes);
  switch (plan.source) {
    case 'elm':
    case 'csv':
      return damaged(pick(from[plan.source], plan.which));
    case 'hostile':
      return plan.other % 2 === 0 ? pick(from.hostile, plan.which) : damaged(pick(from.hostile, plan.which));
    case 'noise':
      return Buffer.concat([Buffer.from(plan.noise.start), plan.noise.rest]);
    case 'xlsx': {
      const workbook = repacked(pick(from.xlsx, plan.which), plan.archive, other);
      // Most damage to the packed bytes ends at the archive; what is in it should be reached, too.
      return plan.other % 5 === 0 ? damaged(workbook) : workbook;
    }
  }
}

const pick = <T>(list: readonly T[], which: number): T => list[which % list.length]!;
