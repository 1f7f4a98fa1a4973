import type { Verb } from '../commands/define.js';
import type { GlobalInput } from '../commands/global-options.js';
import { exitCodes, worse } from '../errors.js';
import type { ExitCode } from '../errors.js';
import type { Translate } from '../i18n/translate.js';
import type { World } from '../platform/ports.js';
import { printer } from '../render/printer.js';
import { teller } from '../render/tell.js';
import { formOf } from './form.js';
import { openContext } from './open.js';
import { runVerb } from './run.js';
import { settle } from './settle.js';

const defaultConcurrency = 4;

/** Runs one verb with everything a run needs, and tells the exit code. Throws what went wrong. */
export async function execute(
  verb: Verb,
  input: unknown,
  globals: GlobalInput,
  world: World,
  translate: Translate,
): Promise<number> {
  const { settings, user, fault } = await settle(globals, world, verb.anyConfiguration === true);
  const tell = teller(settings.lang.value, translate);
  const form = formOf(verb, input, { ...settings, fields: globals.fields, query: globals.query });
  let exitCode: ExitCode = exitCodes.ok;
  let ofOther: number | undefined;
  const endings: (() => Promise<void>)[] = [];
  const concurrency = globals.concurrency ?? defaultConcurrency;
  const context = openContext({
    world,
    settings,
    userConfig: user,
    configFault: fault,
    translate,
    tell,
    yes: globals.yes === true,
    quiet: globals.quiet === true,
    concurrency,
    verbose: globals.verbose === true || globals.debug === true,
    endWith: (other) => (ofOther = other),
    atEnd: (work) => endings.push(work),
    raise: (raised) => (exitCode = worse(raised, exitCode)),
  });
  const output = printer({
    stdout: world.stdout,
    format: form.kind === 'format' ? form.format : undefined,
    fields: globals.fields?.split(',').map((field) => field.trim()),
    query: globals.query,
    csvForExcel: globals.csvExcel === true,
    tell,
    table: async () => (await import('../render/table.js')).table(tell, wantsColour(globals.color, world)),
  });
  // Whoever waits for a line must not wait for ever.
  world.interrupted.addEventListener('abort', () => world.stdin.close(), { once: true });
  try {
    await runVerb(verb, input, context, output, {
      form,
      dryRun: globals.dryRun === true,
      allClients: globals.allClients === true,
      concurrency,
    });
  } finally {
    world.stdin.close();
    for (const work of endings) await work();
  }
  return ofOther ?? exitCode;
}

/** `--color` decides; else NO_COLOR (any value but the empty one, no-color.org), a dumb terminal, and what stdout is. */
function wantsColour(when: 'auto' | 'always' | 'never' | undefined, { env, stdout }: World): boolean {
  if (when === 'always' || when === 'never') return when === 'always';
  return stdout.isTTY && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
}
