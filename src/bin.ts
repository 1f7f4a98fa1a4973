import { exitCodes } from './errors.js';
import { main } from './main.js';
import { realWorld } from './world.js';

/** Called by `bin/connect.js`. @param dist the folder this file was built into */
export async function run(argv: readonly string[], dist: string): Promise<void> {
  const interruption = new AbortController();
  // The first Ctrl-C lets the program end in order, a second one ends it at once.
  process.on('SIGINT', () => {
    if (interruption.signal.aborted) process.exit(exitCodes.interrupted);
    interruption.abort();
  });
  // A CI job that takes too long, and a terminal that is closed.
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => interruption.abort());
  const exitCode = await main(argv, realWorld(dist, interruption.signal));
  // Never process.exit otherwise: output may still be on its way.
  if (exitCode === exitCodes.interrupted) process.exit(exitCode);
  process.exitCode = exitCode;
}
