import { ConnectError } from '../errors.js';
import type { Wire } from './wire.js';

type Kind = 'string' | 'string?' | 'time' | 'time?' | 'number' | 'boolean' | 'array' | 'object' | 'object?';

/** The members we rely on. A question mark allows null; a time is RFC 3339. */
export type Shape<T> = Readonly<Partial<Record<keyof T & string, Kind>>>;

/**
 * Checks at the boundary that an answer has the shape we rely on, so that a portal that answers otherwise is named
 * here and not by a crash further inside.
 * @throws ConnectError `portal-answer-malformed`
 */
export function shape<T>({ address }: Pick<Wire, 'address'>, expected: Shape<T>, value: unknown): T {
  const members = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  for (const [name, kind] of Object.entries(expected) as [string, Kind][]) {
    if (!fits(members[name], kind)) {
      throw new ConnectError('portal-answer-malformed', { portal: address.href, member: name });
    }
  }
  return value as T;
}

function fits(value: unknown, kind: Kind): boolean {
  if (kind.endsWith('?') && value === null) return true;
  const base = kind.replace('?', '');
  if (base === 'time') return typeof value === 'string' && !Number.isNaN(Date.parse(value));
  if (base === 'array') return Array.isArray(value);
  if (base === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === base;
}
