import type { Clock, Random } from '../platform/ports.js';

/** How a request passed the gate, to be told what came of it. */
export interface Pass {
  /** The portal looked at the request. */
  answered(): void;
  /**
   * The portal wants to be left alone for so long. Tells whether that counts as an attempt that failed: not if others were
   * told the same before, nor if the portal has answered anybody since the last time.
   */
  heldBack(ms: number): boolean;
}

/** Holds back what a process sends to an origin while the portal wants to be left alone (RFC 6585, section 4). */
export interface Gate {
  /** Waits until a request may be sent. Rejects when the user interrupts. */
  enter(origin: string, signal?: AbortSignal): Promise<Pass>;
}

interface Origin {
  /** Milliseconds since 1970. */
  closedUntil: number;
  /** How often it was closed. */
  closings: number;
  answeredSince: boolean;
  waiting: number;
}

/** Between two that have waited, when the gate opens: all at once would be refused again. */
const spacingMs = 50;

export function gate(clock: Clock, random: Pick<Random, 'bytes'>): Gate {
  const origins = new Map<string, Origin>();
  return {
    async enter(name, signal) {
      const origin = origins.get(name) ?? { closedUntil: 0, closings: 0, answeredSince: false, waiting: 0 };
      origins.set(name, origin);
      if (origin.closedUntil > clock.now().getTime()) await opened(origin, clock, random, signal);
      return passOf(origin, clock);
    },
  };
}

/** The first goes as soon as it may, the others one after the other; it may be closed again meanwhile. */
async function opened(
  origin: Origin,
  clock: Clock,
  random: Pick<Random, 'bytes'>,
  signal: AbortSignal | undefined,
): Promise<void> {
  const place = origin.waiting;
  const delayMs = place === 0 ? 0 : Math.ceil((place - 1 + fraction(random)) * spacingMs);
  origin.waiting += 1;
  try {
    for (;;) {
      const leftMs = origin.closedUntil + delayMs - clock.now().getTime();
      if (leftMs <= 0) return;
      await clock.sleep(leftMs, signal);
    }
  } finally {
    origin.waiting -= 1;
  }
}

function passOf(origin: Origin, clock: Clock): Pass {
  const { closings } = origin;
  return {
    answered: () => {
      origin.answeredSince = true;
    },
    heldBack: (ms) => {
      origin.closedUntil = Math.max(origin.closedUntil, clock.now().getTime() + ms);
      if (origin.closings > closings) return false;
      const counts = closings === 0 || !origin.answeredSince;
      origin.closings += 1;
      origin.answeredSince = false;
      return counts;
    },
  };
}

/** At least 0, less than 1. */
function fraction(random: Pick<Random, 'bytes'>): number {
  const [high = 0, low = 0] = random.bytes(2);
  return (high * 256 + low) / 65_536;
}
