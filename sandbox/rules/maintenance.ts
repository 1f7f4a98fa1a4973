import { hour } from './time.js';

const length = 6 * hour;

/** A window of maintenance; in the database stands when it begins. */
export function maintenanceWindow(begins: string | undefined): { from: number; until: number } | undefined {
  return begins === undefined ? undefined : { from: Number(begins), until: Number(begins) + length };
}

/** The end of the maintenance that goes on at a moment. */
export function closedUntil(begins: string | undefined, now: number): number | undefined {
  const window = maintenanceWindow(begins);
  return window !== undefined && now >= window.from && now < window.until ? window.until : undefined;
}
