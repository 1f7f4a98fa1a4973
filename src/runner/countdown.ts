import type { MessageKey, Translate } from '../i18n/translate.js';
import type { World } from '../platform/ports.js';
import type { Countdown } from './context.js';

const clearLine = '\r\u001b[K';

/** Waiting that a person can watch. */
export function countdown(
  { stderr, clock, env, interrupted }: Pick<World, 'stderr' | 'clock' | 'env' | 'interrupted'>,
  translate: Translate,
  quiet: boolean,
): Countdown {
  return async (key: MessageKey, until: Date) => {
    const leftMs = (): number => until.getTime() - clock.now().getTime();
    const told = (): string => translate(key, { seconds: Math.ceil(leftMs() / 1000) });
    if (leftMs() <= 0) return;
    if (quiet || !stderr.isTTY || env['TERM'] === 'dumb') {
      if (!quiet) await stderr.write(`${told()}\n`);
      // Timers may be a moment early.
      while (leftMs() > 0) await clock.sleep(leftMs(), interrupted);
      return;
    }
    try {
      // In steps that end with a whole second left.
      for (let left = leftMs(); left > 0; left = leftMs()) {
        await stderr.write(clearLine + told());
        await clock.sleep(left % 1000 || 1000, interrupted);
      }
    } finally {
      await stderr.write(clearLine);
    }
  };
}
