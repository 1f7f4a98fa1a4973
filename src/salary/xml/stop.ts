import type { Findings } from '../findings.js';
import type { Declaration, Occurrence } from '../rule.js';

/** Thrown to leave the parser in the middle of a piece; never leaves the reader. */
export class StopReading extends Error {
  override readonly name = 'StopReading';
}

/** Reports the reason and stops reading. */
export function refuse<Variant extends string>(
  findings: Findings,
  declaration: Declaration<Variant>,
  variant: Variant,
  occurrence: Occurrence = {},
): never {
  findings.reporter(declaration)(variant, occurrence);
  throw new StopReading();
}
