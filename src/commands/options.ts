import { ConnectError } from '../errors.js';
import type { MessageKey } from '../i18n/translate.js';

/** An option as it is declared: parsed where it is declared, so that a verb receives values. */
export interface OptionDeclaration<Value> {
  /** As commander writes them: `-s, --status <status>`. */
  readonly flags: string;
  readonly about: MessageKey;
  readonly choices?: readonly string[];
  /** The same word with `no-` in front says the opposite; what that means. */
  readonly opposite?: MessageKey;
  readonly repeatable?: true;
  readonly fallback?: Value;
  /** Never called for the fallback. `so far` is what earlier occurrences gave. */
  parse?(raw: string, soFar: Value | undefined): Value;
}

export interface ArgumentDeclaration<Value> {
  /** As commander writes them: `<user>`, `[file]`, `<file...>`. */
  readonly name: string;
  readonly about: MessageKey;
  readonly type?: Value;
}

export const argument = (name: `<${string}>`, about: MessageKey): ArgumentDeclaration<string> => ({ name, about });

export const optionalArgument = (name: `[${string}]`, about: MessageKey): ArgumentDeclaration<string | undefined> => ({
  name,
  about,
});

export const optionalArguments = (
  name: `[${string}...]`,
  about: MessageKey,
): ArgumentDeclaration<readonly string[]> => ({
  name,
  about,
});

export const severalArguments = (
  name: `<${string}...>`,
  about: MessageKey,
): ArgumentDeclaration<readonly string[]> => ({
  name,
  about,
});

export const flag = (flags: string, about: MessageKey): OptionDeclaration<boolean | undefined> => ({ flags, about });

/** `--word` and `--no-word`; neither leaves the matter as it is. */
export const either = (
  flags: `--${string}`,
  about: MessageKey,
  opposite: MessageKey,
): OptionDeclaration<boolean | undefined> => ({ flags, about, opposite });

export const text = (flags: string, about: MessageKey): OptionDeclaration<string | undefined> => ({
  flags,
  about,
  parse: (raw) => raw,
});

export function choice<const T extends string>(
  flags: string,
  about: MessageKey,
  choices: readonly T[],
): OptionDeclaration<T | undefined> {
  return { flags, about, choices, parse: (raw) => oneOf(raw, choices, flags) };
}

/** May be given several times, and with commas. */
export function choices<const T extends string>(
  flags: string,
  about: MessageKey,
  allowed: readonly T[],
): OptionDeclaration<readonly T[] | undefined> {
  return {
    flags,
    about,
    choices: allowed,
    repeatable: true,
    parse: (raw, soFar) => [...(soFar ?? []), ...raw.split(',').map((part) => oneOf(part.trim(), allowed, flags))],
  };
}

export function texts(flags: string, about: MessageKey): OptionDeclaration<readonly string[] | undefined> {
  return { flags, about, repeatable: true, parse: (raw, soFar) => [...(soFar ?? []), raw] };
}

export function integer(
  flags: string,
  about: MessageKey,
  range: { readonly min: number; readonly max: number },
): OptionDeclaration<number | undefined> {
  return {
    flags,
    about,
    parse: (raw) => {
      const value = /^\d{1,9}$/.test(raw) ? Number(raw) : NaN;
      if (value >= range.min && value <= range.max) return value;
      throw invalid(flags, raw, `${range.min}–${range.max}`);
    },
  };
}

/** A length of time, `90s`, `10m`, `2h`, `1d`; in milliseconds. */
export function duration(flags: string, about: MessageKey): OptionDeclaration<number | undefined> {
  return { flags, about, parse: (raw) => milliseconds(flags, raw) };
}

/** The same, `--wait [duration]`, where the word alone means something, too. */
export function optionalDuration(flags: string, about: MessageKey): OptionDeclaration<number | true | undefined> {
  return { flags, about, parse: (raw) => milliseconds(flags, raw) };
}

function milliseconds(flags: string, raw: string): number {
  const unitsMs: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
  const [, count = '', unit = ''] = /^(\d{1,6})([smhd])$/.exec(raw) ?? [];
  const ms = Number(count) * (unitsMs[unit] ?? 0);
  if (ms > 0) return ms;
  throw invalid(flags, raw, '90s, 10m, 2h, 1d');
}

/** A calendar day, `YYYY-MM-DD`. */
export function day(flags: string, about: MessageKey): OptionDeclaration<string | undefined> {
  return {
    flags,
    about,
    parse: (raw) => {
      const time = /^\d{4}-\d{2}-\d{2}$/.test(raw) ? Date.parse(`${raw}T00:00:00Z`) : NaN;
      if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(raw)) return raw;
      throw invalid(flags, raw, 'YYYY-MM-DD');
    },
  };
}

/** A value that must fit a pattern; `expected` shows the form in the error. */
export function pattern(
  flags: string,
  about: MessageKey,
  form: RegExp,
  expected: string,
): OptionDeclaration<string | undefined> {
  return {
    flags,
    about,
    parse: (raw) => {
      if (form.test(raw)) return raw;
      throw invalid(flags, raw, expected);
    },
  };
}

/** The same, several times. */
export function patterns(
  flags: string,
  about: MessageKey,
  form: RegExp,
  expected: string,
): OptionDeclaration<readonly string[] | undefined> {
  return {
    flags,
    about,
    repeatable: true,
    parse: (raw, soFar) => {
      if (form.test(raw)) return [...(soFar ?? []), raw];
      throw invalid(flags, raw, expected);
    },
  };
}

function oneOf<T extends string>(raw: string, choices: readonly T[], flags: string): T {
  const found = choices.find((candidate) => candidate === raw);
  if (found === undefined) throw invalid(flags, raw, choices.join(', '));
  return found;
}

function invalid(flags: string, value: string, expected: string): ConnectError {
  return new ConnectError('option-invalid', { option: longFlag(flags), value, expected });
}

/** `-s, --status <status>` → `--status`. */
export function longFlag(flags: string): string {
  return /--[a-z-]+/.exec(flags)?.[0] ?? flags;
}
