import type { World } from '../platform/ports.js';
import type { Tell } from '../render/tell.js';
import type { Counting, During, Progress } from './context.js';

const clearLine = '\r\u001b[K';

/** What is done sooner needs no line. */
const patienceMs = 1000;
const betweenMs = 200;

/** What a run shows while a person waits. */
export function watching(
  world: Pick<World, 'stderr' | 'clock' | 'env'>,
  tell: Tell,
  quiet: boolean,
): { readonly progress: Progress; readonly during: During; readonly counting: Counting } {
  return {
    progress: progress(world, tell, quiet),
    during: during(world, tell, quiet),
    counting: counting(world, tell, quiet),
  };
}

/** How far something is whose bytes go by, on a line that a person can watch. */
export function progress(
  { stderr, clock, env }: Pick<World, 'stderr' | 'clock' | 'env'>,
  tell: Tell,
  quiet: boolean,
): Progress {
  const isSeen = stderr.isTTY && !quiet && env['TERM'] !== 'dumb';
  return async (what, total, work) => {
    if (!isSeen) return work((bytes) => bytes);
    const began = clock.now().getTime();
    const line = { drawn: false, drawnAt: began + patienceMs - betweenMs };
    const draw = async (done: number, sinceMs: number): Promise<void> => {
      const now = clock.now().getTime();
      const isComplete = line.drawn && done === total;
      if (now - line.drawnAt < betweenMs && !isComplete) return;
      line.drawn = true;
      line.drawnAt = now;
      const text = textOf(done, total, now - sinceMs);
      // A line that is longer than the screen would not be where it is cleared.
      await stderr.write(clearLine + text.slice(0, Math.max(0, stderr.columns - 1)));
    };
    const textOf = (done: number, of: number | undefined, ms: number): string => {
      const { translate, megabytes } = tell;
      const told = { what: translate(what), done: megabytes(done), rate: megabytes(ms > 0 ? (done * 1000) / ms : 0) };
      if (of === undefined || of === 0) return translate('progress.bytes', told);
      const percent = Math.floor((Math.min(done, of) * 100) / of);
      return translate('progress.bytesOf', { ...told, total: megabytes(of), percent });
    };
    try {
      return await work((bytes) => counted(bytes, clock, draw));
    } finally {
      if (line.drawn) await stderr.write(clearLine);
    }
  };
}

/** Waiting whose end nobody knows, with a line that says for what. */
function during({ stderr, env }: Pick<World, 'stderr' | 'env'>, { translate }: Tell, quiet: boolean): During {
  const isSeen = stderr.isTTY && !quiet && env['TERM'] !== 'dumb';
  return async (key, params, work) => {
    if (!isSeen) return work();
    await stderr.write(clearLine + translate(key, params).slice(0, Math.max(0, stderr.columns - 1)));
    try {
      return await work();
    } finally {
      await stderr.write(clearLine);
    }
  };
}

/** How many of several are done; told once a step at most every so often. */
function counting(
  { stderr, clock, env }: Pick<World, 'stderr' | 'clock' | 'env'>,
  { translate }: Tell,
  quiet: boolean,
): Counting {
  const isSeen = stderr.isTTY && !quiet && env['TERM'] !== 'dumb';
  return async (key, total, work) => {
    if (!isSeen) return work(() => Promise.resolve());
    let [done, drawnAt] = [0, -Infinity];
    const draw = async (): Promise<void> => {
      const now = clock.now().getTime();
      if (now - drawnAt < betweenMs) return;
      drawnAt = now;
      await stderr.write(clearLine + translate(key, { done, total }).slice(0, Math.max(0, stderr.columns - 1)));
    };
    try {
      await draw();
      return await work(() => {
        done += 1;
        return draw();
      });
    } finally {
      await stderr.write(clearLine);
    }
  };
}

/** The same bytes; a second reading begins at nothing again. */
async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  clock: World['clock'],
  draw: (done: number, sinceMs: number) => Promise<void>,
): AsyncGenerator<Uint8Array> {
  const since = clock.now().getTime();
  let done = 0;
  for await (const chunk of bytes) {
    yield chunk;
    done += chunk.length;
    await draw(done, since);
  }
}
