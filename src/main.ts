import { CommanderError } from 'commander';
import { usageErrorOf } from './commands/understand.js';
import { ConnectError, exitCodes } from './errors.js';
import { jsonWanted, languageBeforehand, loginCommand, wordsBeforehand } from './beforehand.js';
import { translator } from './i18n/translate.js';
import type { Translate } from './i18n/translate.js';
import { BrokenPipe } from './platform/ports.js';
import type { World } from './platform/ports.js';
import { buildProgram } from './program.js';
import { report } from './report.js';

/**
 * The whole program: a command line and a world in, an exit code out. Never throws, never exits the process.
 */
export async function main(argv: readonly string[], world: World): Promise<number> {
  const words = wordsBeforehand(argv, world.env);
  const translate = await translator(await languageBeforehand(words, world));
  try {
    return await untilInterrupted(understandAndRun(argv, world, translate), world);
  } catch (error) {
    // Whoever reads our output has seen enough, as `connect … | head` does.
    if (error instanceof BrokenPipe) return exitCodes.ok;
    return await report(error, {
      stderr: world.stderr,
      translate,
      json: await jsonWanted(words, world),
      debug: words.debug,
      login: loginCommand(words),
    });
  } finally {
    await world.network.close();
  }
}

/** Of help that nobody reads on a screen yet. */
const usualColumns = 80;

async function understandAndRun(argv: readonly string[], world: World, translate: Translate): Promise<number> {
  let exitCode: number = exitCodes.ok;
  let help = '';
  const program = buildProgram(translate, {
    print: (text) => (help += text),
    columns: () => (world.stdout.isTTY ? world.stdout.columns : usualColumns),
    run: async (verb, input, globals) => {
      const { execute } = await import('./runner/execute.js');
      exitCode = await execute(verb, input, globals, world, translate);
    },
  });
  try {
    await program.parseAsync(helpFirst(argv), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw usageErrorOf(error, argv);
  }
  if (help !== '') await world.stdout.write(help);
  return exitCode;
}

/** `connect` alone and `connect help users` ask for help as `connect --help` and `connect users --help` do. */
function helpFirst(argv: readonly string[]): string[] {
  if (argv.length === 0) return ['--help'];
  const [first, ...rest] = argv;
  return first === 'help' ? [...rest, '--help'] : [...argv];
}

/** How long an interrupted run may put things in order: end what it has started, remove what is half done. */
const graceMs = 10_000;

async function untilInterrupted(running: Promise<number>, { interrupted, clock }: World): Promise<number> {
  const interruption = new Promise<never>((_resolve, reject) => {
    const stop = (): void => reject(new ConnectError('interrupted'));
    if (interrupted.aborted) stop();
    else interrupted.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([running, interruption]);
  } catch (error) {
    if (!interrupted.aborted) throw error;
    const settled = new AbortController();
    const grace = clock.sleep(graceMs, settled.signal).catch(() => undefined);
    await Promise.race([running.catch(() => undefined), grace]);
    settled.abort();
    throw new ConnectError('interrupted', {}, { cause: error });
  }
}
