import { ahvAmountNames, type AhvAmount } from './elm/model.js';
import { formatRappen, parseRappen, type Rappen } from './money.js';

/** What a declaration adds up to. Amounts are decimal strings in CHF; what is not known is left out. */
export type Totals = Readonly<Partial<Record<AhvAmount, string>>> & { readonly persons?: number };

export const totalNames = ['persons', ...ahvAmountNames] as const;
export type TotalName = (typeof totalNames)[number];

/** How one total differs from another: amounts as decimal strings in CHF, `persons` as a count. */
export interface Deviation {
  readonly total: TotalName;
  readonly before: string | number;
  readonly now: string | number;
  /** `now` minus `before`, to the Rappen. */
  readonly difference: string | number;
  /** The difference in percent of `before`, with one decimal, half away from zero; `null` where there was nothing before. */
  readonly percent: string | null;
}

/** The totals that both sides know, in the order of ELM, each with how far it is from before. */
export function deviations(before: Totals, now: Totals): readonly Deviation[] {
  return totalNames.flatMap((total) => {
    const [earlier, later] = [whole(before[total]), whole(now[total])];
    if (earlier === undefined || later === undefined) return [];
    const shown = (value: number): string | number => (total === 'persons' ? value : formatRappen(value as Rappen));
    return [
      {
        total,
        before: shown(earlier),
        now: shown(later),
        difference: shown(later - earlier),
        percent: percentOf(later - earlier, earlier),
      },
    ];
  });
}

/** Persons, or Rappen; `undefined` if it is not known, or not exactly. */
function whole(value: string | number | undefined): number | undefined {
  if (typeof value !== 'string') return value;
  const parsed = parseRappen(value);
  return typeof parsed === 'number' ? parsed : undefined;
}

function percentOf(difference: number, base: number): string | null {
  if (base === 0) return null;
  const [part, total] = [BigInt(Math.abs(difference)) * 1000n, BigInt(Math.abs(base))];
  // Tenths of a percent; doubled, so that a half is a whole number.
  const tenths = (2n * part + total) / (2n * total);
  const falls = tenths !== 0n && difference < 0 !== base < 0;
  return `${falls ? '-' : ''}${tenths / 10n}.${tenths % 10n}`;
}
